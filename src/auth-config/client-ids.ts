/** The client IDs that the providers of a file name. */
import type { TSESTree } from "@typescript-eslint/utils";
import { CLIENT_ID_IN_TEXT } from "../platform/workos.js";
import type { World } from "../platform/workos.js";
import type { Provider } from "./provider.js";
import type { Origin, Value } from "./values.js";

export interface LiteralClientId {
  readonly id: string;
  readonly leaf: TSESTree.StringLiteral | TSESTree.TemplateElement;
  readonly origin: Origin;
}

/** The client IDs that WorkOS providers hold as literals, each with its places. */
export function literalClientIds(
  providers: readonly Provider[],
  world: World,
): ReadonlyMap<string, readonly LiteralClientId[]> {
  const places = new Map<string, LiteralClientId[]>();
  for (const place of providers.flatMap((provider) => literalsIn(provider, world))) {
    const known = places.get(place.id);
    if (known == null) places.set(place.id, [place]);
    else known.push(place);
  }
  return places;
}

/** The audience counts only where tokens carry one. */
function literalsIn(provider: Provider, world: World): readonly LiteralClientId[] {
  if (!provider.isWorkOS) return [];
  const hasAudience = provider.role !== "user-management" || world.tokensCarryAudience;
  const audience = !hasAudience ? null : provider.member("applicationID");
  const values: (Value | undefined)[] = [provider.issuer?.text, provider.jwks?.text, audience?.value];
  return values.flatMap((value) => {
    if (value?.kind !== "text") return [];
    return value.parts.flatMap((part) => {
      const id = part.kind === "literal" ? CLIENT_ID_IN_TEXT.exec(part.text)?.[0] : undefined;
      return part.kind !== "literal" || id == null || part.leaf == null
        ? []
        : [{ id, leaf: part.leaf, origin: part.origin }];
    });
  });
}

/** The client ids that several members of WorkOS providers name. */
export function idsOfSeveralMembers(providers: readonly Provider[]): ReadonlySet<string> {
  // By their origins: providers that one object is spread into share its members.
  const members = new Map<string, Set<Origin>>();
  for (const { member, pattern } of providers
    .filter(({ isWorkOS }) => isWorkOS)
    .flatMap(({ namedClients }) => namedClients)) {
    const known = members.get(pattern);
    if (known == null) members.set(pattern, new Set([member.origin]));
    else known.add(member.origin);
  }
  return new Set([...members].filter(([, { size }]) => size > 1).map(([pattern]) => pattern));
}
