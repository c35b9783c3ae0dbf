/** The providers of one variant: collected first, so that each is read in the light of all others. */
import { readIssuer } from "../platform/issuer.js";
import type { IssuerReading } from "../platform/issuer.js";
import { readJwks } from "../platform/jwks.js";
import type { JwksReading } from "../platform/jwks.js";
import type { UrlContext } from "../platform/url.js";
import type { World } from "../platform/workos.js";
import type { Node } from "./ast.js";
import { PatternWriter } from "./pattern.js";
import { placeholdersIn } from "./placeholder.js";
import { Provider } from "./provider.js";
import type { ProviderContext } from "./provider.js";
import type { ObjectValue } from "./values.js";

export interface Providers {
  /** All elements that are objects. */
  readonly providers: readonly Provider[];
  /** Whether nothing unseen can add providers and every issuer that session tokens may have can be read: what is not there is missing. */
  readonly isComplete: boolean;
  /** Constants that some key set has for its client ID, and that are not one. */
  readonly placeholders: ReadonlySet<Node>;
  readonly patterns: PatternWriter;
}

/** Prepares for reading all objects that are a provider in some variant of a file. */
export function providerContext(objects: Iterable<ObjectValue>, world: World): ProviderContext {
  const patterns = new PatternWriter();
  const clientIds = clientIdsIn(objects, patterns);
  const isKnownClientId = (pattern: string): boolean => clientIds.has(pattern) || patterns.isClientIdByName(pattern);
  const context: UrlContext = { world, isKnownClientId };
  const issuers = new Map<string, IssuerReading>();
  const keySets = new Map<string, JwksReading>();
  return {
    world,
    patterns,
    readIssuer: (pattern, hasWorkOSKeys) =>
      remember(issuers, `${String(hasWorkOSKeys)} ${pattern}`, () => readIssuer(pattern, context, hasWorkOSKeys)),
    readJwks: (pattern, host) => remember(keySets, `${host} ${pattern}`, () => readJwks(pattern, host, context)),
  };
}

function remember<Reading>(known: Map<string, Reading>, key: string, read: () => Reading): Reading {
  const before = known.get(key);
  if (before != null) return before;
  const reading = read();
  known.set(key, reading);
  return reading;
}

/**
 * Reads the objects in the list of one variant.
 *
 * @param isWholeList whether nothing unseen can be an element.
 */
export function readProviders(
  objects: readonly ObjectValue[],
  isWholeList: boolean,
  context: ProviderContext,
): Providers {
  const read = objects.map((object) => new Provider(object, context));
  const isComplete = isWholeList && read.every((provider) => provider.isClosed && !hidesRole(provider));
  const providers = isComplete ? withLackingRole(read) : read;
  return { providers, isComplete, placeholders: placeholdersIn(providers), patterns: context.patterns };
}

/** Whether the provider may be the one that a list seems to lack. */
function hidesRole({ mayTakeSessionTokens, role }: Provider): boolean {
  return role === "unreadable" && mayTakeSessionTokens;
}

const CLIENT_ID_PLACE = /\/(?:user_management|sso\/jwks|sso|convex)\/([\uE000-\uF8FE])$/u;

/** The unreadable values that are where only a client ID can be, somewhere in the file. */
function clientIdsIn(objects: Iterable<ObjectValue>, patterns: PatternWriter): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { members } of objects) {
    for (const name of ["issuer", "domain", "jwks"]) {
      const value = members.get(name)?.value;
      const pattern = value?.kind === "text" ? patterns.patternOf(value) : null;
      const id = CLIENT_ID_PLACE.exec(pattern ?? "")?.[1];
      if (id != null) found.add(id);
    }
  }
  return found;
}

/** Gives the role that a complete list lacks to the first provider whose text leaves it open. */
function withLackingRole(providers: readonly Provider[]): readonly Provider[] {
  const open = providers.find(({ role }) => role === "workos-unspecified");
  const hasShared = providers.some(({ role }) => role === "shared");
  const hasUserManagement = providers.some(
    ({ isForSessions, mayTakeSessionTokens }) => isForSessions || mayTakeSessionTokens,
  );
  if (open == null || hasShared === hasUserManagement) return providers;
  const settled = open.withRole(hasShared ? "user-management" : "shared");
  return providers.map((provider) => (provider === open ? settled : provider));
}
