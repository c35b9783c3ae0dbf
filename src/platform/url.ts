/** How a URL that was meant to be one of WorkOS's is read: as it was meant, whatever stuck to it. */
import { ANY_PRIVATE_USE, ONLY_STAND_INS, PLAIN_TEMPLATE } from "./patterns.js";
import { API_HOST, isClientId } from "./workos.js";
import type { World } from "./workos.js";

/** What decides about a URL besides its own text. */
export interface UrlContext {
  readonly world: World;
  /** Whether a pattern of stand-ins is a client ID, by what else the file says about it. */
  readonly isKnownClientId: (pattern: string) => boolean;
}

/** Damage that any URL may have. */
export type UrlDamage = "queryOrHash" | "strayCharacters" | "wrongHost" | "wrongScheme";

export interface UrlParts {
  readonly cleaned: string;
  readonly hasStrayCharacters: boolean;
  readonly hasPlainTemplate: boolean;
  /** The scheme with its colon and slashes as written; empty where there is none. */
  readonly scheme: string;
  /** Host, port and user as written; null where it cannot be read. */
  readonly authority: string | null;
  /** The host alone, in lower case. */
  readonly host: string;
  readonly path: string;
  /** Those of the path, up to `.well-known`; a client ID is one of its own. */
  readonly segments: readonly string[];
  /** Whether a client ID directly follows the name before it: `/user_management${clientId}`. */
  readonly lacksSlash: boolean;
  readonly hasQueryOrHash: boolean;
  readonly isWellKnown: boolean;
}

const STRAY_BEFORE = /^[\s<"'`([{]+/u;
const STRAY_AFTER = /[\s>"'`,;)\]]+$/u;
/** A link pasted from a chat or a page: `[text](url)`. */
const MARKDOWN_LINK = /\]\(.*$/su;
const PLAIN_TEMPLATE_TEXT = /\$\{[^{}]{0,200}\}/gu;
const WELL_KNOWN = ".well-known";

/** Takes a URL apart. */
export function dissect(pattern: string, context: UrlContext): UrlParts {
  const withoutTemplates = pattern.replace(PLAIN_TEMPLATE_TEXT, PLAIN_TEMPLATE);
  const cleaned = trimStrayCharacters(withoutTemplates).replaceAll(/\s/gu, "");
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//iu.exec(cleaned)?.[0] ?? /^(?:https?[/:]|\/\/)/iu.exec(cleaned)?.[0] ?? "";
  const rest = scheme === "" ? cleaned : cleaned.slice(scheme.length).replace(/^\/+/u, "");
  const authority = rest.slice(0, rest.search(/[/?#\\]|$/u));
  const afterAuthority = rest.slice(authority.length);
  const path = afterAuthority.slice(0, afterAuthority.search(/[?#]|$/u));
  const written = path.split(/[/\\]/u).filter((segment) => segment !== "");
  const segments = written.flatMap((segment) => separated(segment, context));
  const wellKnownAt = segments.indexOf(WELL_KNOWN);
  return {
    cleaned,
    hasStrayCharacters: cleaned !== withoutTemplates,
    hasPlainTemplate: withoutTemplates !== pattern,
    scheme: cleaned.slice(0, cleaned.length - rest.length),
    authority: ANY_PRIVATE_USE.test(authority) || authority === "" ? null : authority,
    host: authority.replace(/^.*@/u, "").replace(/:\d*$/u, "").replace(/\.$/u, "").toLowerCase(),
    path,
    segments: wellKnownAt < 0 ? segments : segments.slice(0, wellKnownAt),
    lacksSlash: segments.length > written.length,
    hasQueryOrHash: afterAuthority.length > path.length,
    isWellKnown: wellKnownAt >= 0,
  };
}

const ID_AT_END = /^(.+?)([\uE000-\uF8FE]|client_[0-9A-Za-z]{20,})$/u;

/** A segment in which a client ID follows a name of WorkOS's paths, as two. */
function separated(segment: string, { isKnownClientId }: UrlContext): readonly string[] {
  const [, name = "", id = ""] = ID_AT_END.exec(segment) ?? [];
  const isName = ["convex", "jwks", "sso"].includes(name) || isNearUserManagement(name);
  return isName && (isClientId(id) || isKnownClientId(id)) ? [name, id] : [segment];
}

function trimStrayCharacters(text: string): string {
  const start = STRAY_BEFORE.exec(text)?.[0].length ?? 0;
  const link = text.slice(start).replace(MARKDOWN_LINK, "");
  let end = link.length;
  // A loop, because a pattern that is anchored at the end takes quadratic time.
  while (STRAY_AFTER.test(link.charAt(end - 1))) end--;
  return link.slice(0, end);
}

/** Damage around the path of a URL. */
export function commonDamage(url: UrlParts): UrlDamage | null {
  if (url.hasStrayCharacters) return "strayCharacters";
  if (url.scheme !== "" && url.scheme !== "https://") return "wrongScheme";
  return url.hasQueryOrHash ? "queryOrHash" : null;
}

/** Whether a path has a doubled slash or a backslash. Slashes at the very end never decide anything. */
export function hasDoubleSlash(path: string): boolean {
  return /\/{2,}[^/]|\\/u.test(path);
}

/** Text in the place of a client ID that is not one. */
export function placeholderDamage(text: string): "clientIdPlaceholder" | "templateInPlainQuotes" {
  return text.includes(PLAIN_TEMPLATE) ? "templateInPlainQuotes" : "clientIdPlaceholder";
}

/** A client ID somewhere in a path: in literal text, or a stand-in that the file uses as one elsewhere. */
export function idAmong({ segments }: UrlParts, { isKnownClientId }: UrlContext): string | null {
  return (
    segments.find((segment) => isClientId(segment) || (ONLY_STAND_INS.test(segment) && isKnownClientId(segment))) ??
    null
  );
}

/** The WorkOS host that a host is, or was meant to be; the keys of a provider may say that it is meant for WorkOS. */
export function intendedHost(
  { host, segments }: UrlParts,
  { world }: UrlContext,
  hasWorkOSKeys = false,
): string | null {
  const hosts = [API_HOST, ...world.apiHostnames];
  if (hosts.includes(host)) return host;
  if (host === "workos.com" || host.endsWith(".workos.com")) return API_HOST;
  const hasWorkOSPath = segments[0]?.toLowerCase() === "sso" || segments.some(isNearUserManagement);
  if (!hasWorkOSPath && !hasWorkOSKeys) return null;
  return hosts.find((candidate) => isWithinEdits(host, candidate, 2)) ?? null;
}

/** Whether part of a path is `user_management`, or was meant to be. */
export function isNearUserManagement(segment: string): boolean {
  return isWithinEdits(segment.toLowerCase().replaceAll(/[-_]/gu, ""), "usermanagement", 2);
}

/** Whether one text becomes the other by at most so many inserted, removed, changed or swapped characters. */
function isWithinEdits(text: string, target: string, limit: number): boolean {
  let same = 0;
  while (same < text.length && text[same] === target[same]) same++;
  const [left, right] = [text.slice(same), target.slice(same)];
  if (left === right) return true;
  if (limit === 0) return false;
  // What they begin with in common needs no edit; the first character that differs needs one.
  const isSwap = left[0] === right[1] && left[1] === right[0];
  return (
    isWithinEdits(left.slice(1), right, limit - 1) ||
    isWithinEdits(left, right.slice(1), limit - 1) ||
    isWithinEdits(left.slice(1), right.slice(1), limit - 1) ||
    (isSwap && isWithinEdits(left.slice(2), right.slice(2), limit - 1))
  );
}
