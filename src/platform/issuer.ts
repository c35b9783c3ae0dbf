import { readProviderUrl } from "./convex.js";
import { ANY_STAND_IN, PLAIN_TEMPLATE } from "./patterns.js";
import {
  commonDamage,
  dissect,
  hasDoubleSlash,
  idAmong,
  intendedHost,
  isNearUserManagement,
  placeholderDamage,
} from "./url.js";
import type { UrlContext, UrlDamage, UrlParts } from "./url.js";
import { API_HOST, canBeClientId, sharedIssuer, userManagementIssuer } from "./workos.js";
import type { Role } from "./workos.js";

/** The kinds of damage after which no token matches an issuer. */
export type IssuerDamage =
  | PathDamage
  | UrlDamage
  | "doubleSlash"
  | "hostInOtherCase"
  /** Convex rejects it at push. */
  | "notAUrl"
  | "wellKnownAddress";

type PathDamage = "clientIdMissing" | "clientIdPlaceholder" | "slashMissing" | "templateInPlainQuotes" | "unknownPath";

export interface IssuerReading {
  readonly role: Role;
  /** The API host that the issuer is meant to name. */
  readonly host: string;
  /** What is in the place of the client ID, as a pattern; null where nothing usable is. */
  readonly clientId: string | null;
  readonly damage: IssuerDamage | null;
  /** The issuer as the template writes it; null where the role or the client ID is not in the text. */
  readonly canonical: string | null;
  /** Whether the path could be `/user_management/<id>`, `/sso/<id>` or `/convex/<id>` on whatever host. */
  readonly namesClient: boolean;
}

/** Reads an issuer, or the `domain` of the OIDC form, of a provider whose keys may be those of WorkOS. */
export function readIssuer(pattern: string, context: UrlContext, hasWorkOSKeys = false): IssuerReading {
  const url = dissect(pattern, context);
  const path = readPath(url, context);
  const { namesClient } = path;
  const isRejected = isRejectedByConvex(pattern);
  const nothing = { clientId: null, canonical: null, namesClient };
  const damage = isRejected ? "notAUrl" : null;
  if (url.authority == null) {
    const role = namesClient || ANY_STAND_IN.test(pattern) ? "unreadable" : "other";
    return { ...nothing, role, host: API_HOST, damage };
  }
  const host = intendedHost(url, context, hasWorkOSKeys);
  if (host == null) {
    const canonical = isRejected ? cleanedUrl(url) : null;
    return { ...nothing, role: "other", host: url.host, damage, canonical };
  }
  if (path.role === "unreadable") return { ...nothing, role: path.role, host, damage: null };
  return {
    role: path.role,
    host,
    clientId: path.clientId,
    damage: damageOf(url, url.authority, host, path) ?? damage,
    canonical: canonicalIssuer(path, host),
    namesClient,
  };
}

/** Whether Convex rejects the push for an issuer. */
function isRejectedByConvex(pattern: string): boolean {
  if (/^\s*[\uE000-\uF8FE]/u.test(pattern)) return false;
  // A stand-in is any text: only what surrounds it can be rejected, and a letter surrounds it best.
  return !readProviderUrl(pattern.replaceAll(/[\uE000-\uF8FE]/gu, "x")).accepted;
}

/** Another vendor's URL without what stuck to it, where that makes it one that Convex accepts. */
function cleanedUrl({ cleaned, hasPlainTemplate, hasStrayCharacters }: UrlParts): string | null {
  return hasStrayCharacters && !hasPlainTemplate && !isRejectedByConvex(cleaned) ? cleaned : null;
}

interface IssuerPath {
  readonly role: "on-request" | "shared" | "unreadable" | "user-management" | "workos-unspecified";
  readonly clientId: string | null;
  readonly damage: PathDamage | null;
  readonly namesClient: boolean;
  /** That of the template, for a role with several. */
  readonly canonicalPath?: string;
}

function readPath(url: UrlParts, context: UrlContext): IssuerPath {
  const [first, second] = url.segments;
  if (first == null) return { role: "shared", clientId: null, damage: null, namesClient: false };
  if (isNearUserManagement(first)) return readUserManagementPath(url, context);
  const later = userManagementBehind(url, context);
  if (later != null) return later;
  const gate = first.toLowerCase();
  if ((gate === "sso" || gate === "convex") && url.segments.length === 2 && second != null && canBeClientId(second)) {
    return {
      role: "on-request",
      clientId: second,
      damage: first === gate ? null : "unknownPath",
      namesClient: true,
      canonicalPath: `${gate}/${second}`,
    };
  }
  const clientId = idAmong(url, context);
  if (clientId == null && url.segments.some((segment) => ANY_STAND_IN.test(segment))) {
    return { role: "unreadable", clientId: null, damage: null, namesClient: false };
  }
  return { role: "workos-unspecified", clientId, damage: "unknownPath", namesClient: false };
}

/** `/x/user_management/<id>`, which shows the role after something that does not belong there. */
function userManagementBehind(url: UrlParts, context: UrlContext): IssuerPath | null {
  const { segments } = url;
  const at = segments.findIndex((segment) => isNearUserManagement(segment));
  if (at < 0) return null;
  const known = idAmong(url, context);
  const isUnreadable = segments.slice(0, at).some((segment) => ANY_STAND_IN.test(segment));
  if (isUnreadable && known == null) return null;
  const next = segments[at + 1];
  const clientId = next != null && canBeClientId(next) ? next : known;
  return { role: "user-management", clientId, damage: "unknownPath", namesClient: false };
}

function readUserManagementPath(url: UrlParts, context: UrlContext): IssuerPath {
  const { segments } = url;
  const [first = "", second] = segments;
  const role = "user-management";
  if (first.includes(PLAIN_TEMPLATE) || ANY_STAND_IN.test(first)) {
    return { role: "unreadable", clientId: null, damage: null, namesClient: true };
  }
  if (segments.length === 2 && second != null && canBeClientId(second)) {
    const damage = first === "user_management" ? null : "unknownPath";
    return { role, clientId: second, damage, namesClient: true };
  }
  const clientId = idAmong(url, context);
  if (second == null) return { role, clientId, damage: "clientIdMissing", namesClient: true };
  const damage = segments.length === 2 ? placeholderDamage(second) : "unknownPath";
  return { role, clientId, damage, namesClient: true };
}

function damageOf(url: UrlParts, authority: string, host: string, path: IssuerPath): IssuerDamage | null {
  return (
    commonDamage(url) ??
    hostDamage(authority, host) ??
    (url.isWellKnown ? "wellKnownAddress" : null) ??
    path.damage ??
    (url.lacksSlash ? "slashMissing" : null) ??
    (hasDoubleSlash(url.path) ? "doubleSlash" : null)
  );
}

function hostDamage(authority: string, host: string): "hostInOtherCase" | "wrongHost" | null {
  if (authority === host) return null;
  return authority.toLowerCase() === host ? "hostInOtherCase" : "wrongHost";
}

function canonicalIssuer(path: IssuerPath, host: string): string | null {
  switch (path.role) {
    case "shared":
      return sharedIssuer(host);
    case "user-management":
      return path.clientId == null ? null : userManagementIssuer(host, path.clientId);
    case "on-request":
      return `https://${host}/${path.canonicalPath}`;
    default:
      return null;
  }
}
