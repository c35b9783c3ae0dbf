import { ANY_STAND_IN } from "./patterns.js";
import { commonDamage, dissect, hasDoubleSlash, idAmong, intendedHost, placeholderDamage } from "./url.js";
import type { UrlContext, UrlDamage, UrlParts } from "./url.js";
import { API_HOST, canBeClientId } from "./workos.js";

/** The kinds of damage after which a JWKS URL never answers with the keys. */
export type JwksDamage =
  | UrlDamage
  | "clientIdMissing"
  | "clientIdPlaceholder"
  | "doubleSlash"
  | "slashMissing"
  | "templateInPlainQuotes"
  | "unknownPath";

export interface JwksReading {
  /** `elsewhere`: another host, a `data:` URL, or text that cannot be read. Nothing is said about those. */
  readonly kind: "elsewhere" | "workos";
  readonly host: string;
  readonly clientId: string | null;
  readonly damage: JwksDamage | null;
}

/** Reads the `jwks` of a provider whose issuer is on a host. */
export function readJwks(pattern: string, issuerHost: string, context: UrlContext): JwksReading {
  const elsewhere: JwksReading = { kind: "elsewhere", host: issuerHost, clientId: null, damage: null };
  if (/^\s*data:/iu.test(pattern)) return elsewhere;
  const url = dissect(pattern, context);
  if (url.authority == null) return hasReadableHost(pattern) ? unreachable(url, issuerHost, context) : elsewhere;
  const near = intendedHost(url, context);
  if (near == null && !isAuthKitDomain(url, issuerHost))
    return hasReadableHost(pattern) && isUnreachable(url) ? unreachable(url, issuerHost, context) : elsewhere;
  const id = familiarId(url);
  const clientId = id != null && canBeClientId(id) ? id : idAmong(url, context);
  if (id == null && clientId == null && hasUnknownSegment(url, context)) return elsewhere;
  const host = near ?? issuerHost;
  return { kind: "workos", host, clientId, damage: damageOf(url, url.authority, host) };
}

/** The keys of AuthKit's own domains are for other tokens than those of the API host. */
function isAuthKitDomain(url: UrlParts, issuerHost: string): boolean {
  return url.host.endsWith(".authkit.app") && issuerHost === API_HOST;
}

/** A URL without any host that could answer: a bare path, a lone ID, nothing. */
function unreachable(url: UrlParts, host: string, context: UrlContext): JwksReading {
  const damage = url.hasPlainTemplate ? "templateInPlainQuotes" : "wrongHost";
  return { kind: "workos", host, clientId: idAmong(url, context), damage };
}

/** Whether a URL does not name a host, so that no request can be made. */
function isUnreachable(url: UrlParts): boolean {
  return url.scheme === "" && !url.host.includes(".") && !url.host.includes(":") && url.host !== "localhost";
}

/** Whether a pattern begins with characters, so that its host can be read. */
function hasReadableHost(pattern: string): boolean {
  return !/^[^/]*(?:\/\/[^/]*)?[\uE000-\uF8FE]/u.test(pattern);
}

/** What follows `/sso/jwks/`, where a URL has that path. */
function familiarId({ segments }: UrlParts): string | null {
  const [first, second, third] = segments;
  return segments.length === 3 && first === "sso" && second === "jwks" && third != null ? third : null;
}

function hasUnknownSegment({ segments }: UrlParts, { isKnownClientId }: UrlContext): boolean {
  return segments.some((segment) => ANY_STAND_IN.test(segment) && !isKnownClientId(segment));
}

function damageOf(url: UrlParts, authority: string, host: string): JwksDamage | null {
  // A URL is fetched whatever the case of its scheme and host.
  const damage = commonDamage({ ...url, scheme: url.scheme.toLowerCase() });
  if (damage != null) return damage;
  if (url.scheme === "") return "wrongScheme";
  if (authority.toLowerCase().replace(/:443$/u, "") !== host) return "wrongHost";
  return url.isWellKnown ? "unknownPath" : pathDamage(url);
}

function pathDamage(url: UrlParts): JwksDamage | null {
  const id = familiarId(url);
  if (id == null) return url.segments.join("/") === "sso/jwks" ? "clientIdMissing" : "unknownPath";
  if (!canBeClientId(id)) return placeholderDamage(id);
  if (url.lacksSlash) return "slashMissing";
  if (hasDoubleSlash(url.path)) return "doubleSlash";
  return url.path.endsWith("/") ? "unknownPath" : null;
}
