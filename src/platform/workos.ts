/**
 * What WorkOS puts into AuthKit tokens, and how a URL that was meant to be one of its own is read.
 *
 * Source: https://workos.com/docs/authkit, https://docs.convex.dev/auth/authkit, and tokens of real environments.
 *
 * URLs are read as *patterns*: the characters of the text, with one private-use character for each piece that cannot be read
 * (a variable, an import). A pattern piece stands for some text that is not empty.
 */
import { readProviderUrl } from "./convex.js";

/** The host of every WorkOS environment without a custom Authentication API domain. */
export const API_HOST = "api.workos.com";

/** The algorithm of every key that WorkOS publishes. */
export const SIGNING_ALGORITHM = "RS256";

/** The variable that every official template reads. */
export const CLIENT_ID_VARIABLE = "WORKOS_CLIENT_ID";

/** The world that a file is judged in; `settings["convex-authkit"]` changes it. */
export interface World {
  /** A JWT template puts the client id into `aud` of every token. */
  readonly tokensCarryAudience: boolean;
  /** Custom Authentication API domains, in lower case. */
  readonly apiHostnames: readonly string[];
}

/** One WorkOS environment as it is created today. */
export const DEFAULT_WORLD: World = { tokensCarryAudience: false, apiHostnames: [] };

/**
 * What a provider is there for, by its intended issuer.
 *
 * - `shared`: the root of the API host, which other apps' tokens carry too.
 * - `user-management`: the issuer of AuthKit sessions, which names its client.
 * - `gated`: `/sso/<id>` and `/convex/<id>`, which WorkOS hands out on request.
 * - `undetermined`: certainly WorkOS, but the text does not say which of them.
 * - `unclear`: it may be WorkOS; what decides cannot be read.
 * - `other`: another vendor.
 */
export type Role = "gated" | "other" | "shared" | "undetermined" | "unclear" | "user-management";

/** The kinds of damage after which a URL never matches, or never answers. */
export type Damage =
  | "client-id-missing"
  | "client-id-placeholder"
  | "debris"
  | "double-slash"
  | "host"
  | "host-case"
  | "path"
  | "plain-template"
  | "query"
  | "refused"
  | "scheme"
  | "well-known";

export interface IssuerReading {
  readonly role: Role;
  /** The API host that the issuer is meant to name. */
  readonly host: string;
  /** What stands in the place of the client id, as a pattern; null where nothing usable does. */
  readonly clientId: string | null;
  readonly damage: Damage | null;
  /** The issuer as the template writes it; null where the role or the client id is not in the text. */
  readonly canonical: string | null;
  /** True where the path could be `/user_management/<id>`, `/sso/<id>` or `/convex/<id>` on whatever host. */
  readonly namesClient: boolean;
}

export interface JwksReading {
  /** `elsewhere`: another host, a `data:` URL, or text that cannot be read. Nothing is said about those. */
  readonly kind: "elsewhere" | "workos";
  readonly host: string;
  readonly clientId: string | null;
  readonly damage: Damage | null;
}

const FIRST_PIECE = 0xe000;
const LAST_PIECE = 0xf8fe;
/** Stands for `${…}` that was written into plain quotes. */
const PLAIN_TEMPLATE = "\uF8FF";
const ONLY_PIECES = /^[\uE000-\uF8FE]+$/u;
const ANY_PIECE = /[\uE000-\uF8FE]/u;
const ANY_PRIVATE_USE = /[\uE000-\uF8FF]/u;

/** The character that stands for the n-th unreadable piece of a text, or null where a text has more than fit. */
export function pieceOf(index: number): string | null {
  return index > LAST_PIECE - FIRST_PIECE ? null : String.fromCharCode(FIRST_PIECE + index);
}

/** The index that a piece was made from, or null for any other character. */
export function pieceIndex(character: string): number | null {
  const code = character.charCodeAt(0);
  return code >= FIRST_PIECE && code <= LAST_PIECE ? code - FIRST_PIECE : null;
}

/** Whether literal text holds characters that patterns use for themselves. */
export function isAmbiguousText(text: string): boolean {
  return ANY_PRIVATE_USE.test(text);
}

/** `client_` and at least 20 letters or digits: a ULID today, with room for what it may become. */
export function isClientId(text: string): boolean {
  return /^client_[0-9A-Za-z]{20,}$/u.test(text);
}

/** A literal client id anywhere in a text. */
export const CLIENT_ID_IN_TEXT = /client_[0-9A-Za-z]{20,}/u;

const CLIENT_ID_PREFIX = "client_";

/** Whether a pattern can be a client id: one in literal text, or something unreadable in the right shape. */
export function canBeClientId(pattern: string): boolean {
  if (!ANY_PIECE.test(pattern)) return isClientId(pattern);
  const start = pattern.slice(0, pattern.search(ANY_PIECE));
  const mayStartSo = CLIENT_ID_PREFIX.startsWith(start) || start.startsWith(CLIENT_ID_PREFIX);
  return mayStartSo && /^[\w\uE000-\uF8FE-]*$/u.test(pattern);
}

/** Whether an environment variable holds a client id, by its name. */
export function isClientIdVariable(name: string): boolean {
  return /client_?id/iu.test(name);
}

export function sharedIssuer(host: string): string {
  return `https://${host}/`;
}

export function userManagementIssuer(host: string, clientId: string): string {
  return `https://${host}/user_management/${clientId}`;
}

export function jwksUrl(host: string, clientId: string): string {
  return `https://${host}/sso/jwks/${clientId}`;
}

/** Whether other apps of the environment get tokens under the root issuer of this host. */
export function isSharedWithStrangers(host: string): boolean {
  return host === API_HOST;
}

/** An issuer without what Convex trims or adds before it compares. Equal results match the same tokens. */
export function comparableIssuer(pattern: string): string {
  let end = pattern.length;
  while (pattern[end - 1] === "/") end--;
  return withScheme(pattern.slice(0, end));
}

/** An issuer with the scheme that Convex puts before one that has none. */
export function withScheme(pattern: string): string {
  return /^\w+:\/\//u.test(pattern) ? pattern : `https://${pattern}`;
}

/**
 * Reads an issuer, or the `domain` of the OIDC form.
 *
 * @param isKnownClientId whether a pattern of pieces is a client id, by what else the file says about it.
 */
export function readIssuer(
  pattern: string,
  world: World,
  isKnownClientId: (pattern: string) => boolean,
): IssuerReading {
  const refused = isRefused(pattern);
  const url = dissect(pattern);
  const path = readIssuerPath(url.segments, isKnownClientId);
  if (url.authority == null) {
    const damage = refused ? "refused" : null;
    const role = path.namesClient || ANY_PIECE.test(pattern) ? "unclear" : "other";
    return { role, host: API_HOST, clientId: null, damage, canonical: null, namesClient: path.namesClient };
  }
  const host = intendedHost(url.host, url.segments, world);
  if (host == null) {
    const canonical = refused && url.debris && !url.hasPlainTemplate && !isRefused(url.cleaned) ? url.cleaned : null;
    return {
      role: "other",
      host: url.host,
      clientId: null,
      damage: refused ? "refused" : null,
      canonical,
      namesClient: path.namesClient,
    };
  }
  if (path.role === "unclear") {
    return { role: "unclear", host, clientId: null, damage: null, canonical: null, namesClient: path.namesClient };
  }
  const damage = issuerDamage(url, url.authority, host, path) ?? (refused ? "refused" : null);
  return {
    role: path.role,
    host,
    clientId: path.clientId,
    damage,
    canonical: canonicalIssuer(path, host),
    namesClient: path.namesClient,
  };
}

/** Reads the `jwks` of a provider under a WorkOS issuer. */
export function readJwks(
  pattern: string,
  world: World,
  issuerHost: string,
  isKnownClientId: (pattern: string) => boolean,
): JwksReading {
  const elsewhere: JwksReading = { kind: "elsewhere", host: issuerHost, clientId: null, damage: null };
  if (/^\s*data:/iu.test(pattern)) return elsewhere;
  const url = dissect(pattern);
  if (url.authority == null) return isReadable(pattern) ? unreachable(url, issuerHost, isKnownClientId) : elsewhere;
  const isAuthKitDomain = url.host.endsWith(".authkit.app") && issuerHost === API_HOST;
  const near = intendedHost(url.host, url.segments, world);
  if (near == null && !isAuthKitDomain) {
    return isReadable(pattern) && isUnreachable(url) ? unreachable(url, issuerHost, isKnownClientId) : elsewhere;
  }
  const host = near ?? issuerHost;
  const { segments } = url;
  const id = segments.at(-1);
  const isFamiliar = segments.length === 3 && segments[0] === "sso" && segments[1] === "jwks" && id != null;
  const clientId = isFamiliar && canBeClientId(id) ? id : idAmong(segments, isKnownClientId);
  const isUnreadable = segments.some((segment) => ANY_PIECE.test(segment) && !isKnownClientId(segment));
  if (!isFamiliar && isUnreadable && clientId == null) return elsewhere;
  return { kind: "workos", host, clientId, damage: jwksDamage(url, url.authority, host, isFamiliar, id) };
}

/** A JWKS text without any host that could answer: a bare path, a lone id, nothing. */
function unreachable(url: Dissected, host: string, isKnownClientId: (pattern: string) => boolean): JwksReading {
  const damage = url.hasPlainTemplate ? "plain-template" : "host";
  return { kind: "workos", host, clientId: idAmong(url.segments, isKnownClientId), damage };
}

/** Whether a pattern begins with characters, so that its host can be read. */
function isReadable(pattern: string): boolean {
  return !/^[^/]*(?:\/\/[^/]*)?[\uE000-\uF8FE]/u.test(pattern);
}

interface Dissected {
  readonly cleaned: string;
  readonly debris: boolean;
  readonly hasPlainTemplate: boolean;
  /** The scheme with its colon and slashes as written; empty where there is none. */
  readonly scheme: string;
  /** Host, port and user as written; null where it cannot be read. */
  readonly authority: string | null;
  /** The host alone, in lower case. */
  readonly host: string;
  readonly path: string;
  readonly segments: readonly string[];
  readonly hasQuery: boolean;
  readonly wellKnown: boolean;
}

const DEBRIS_BEFORE = /^[\s<"'`([{]+/u;
const DEBRIS_AFTER = /[\s>"'`,;)\]]+$/u;
/** A link pasted from a chat or a page: `[text](url)`. */
const MARKDOWN_LINK = /\]\(.*$/su;
const PLAIN_TEMPLATE_TEXT = /\$\{[^{}]{0,200}\}/gu;
const WELL_KNOWN = ".well-known";

/** Takes a URL apart as it was meant, whatever stuck to it. */
function dissect(pattern: string): Dissected {
  const withoutTemplates = pattern.replace(PLAIN_TEMPLATE_TEXT, PLAIN_TEMPLATE);
  const cleaned = trimDebris(withoutTemplates).replaceAll(/\s/gu, "");
  const debris = cleaned !== withoutTemplates;
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//iu.exec(cleaned)?.[0] ?? /^(?:https?[/:]|\/\/)/iu.exec(cleaned)?.[0] ?? "";
  const rest = scheme === "" ? cleaned : cleaned.slice(scheme.length).replace(/^\/+/u, "");
  const authority = rest.slice(0, rest.search(/[/?#\\]|$/u));
  const afterAuthority = rest.slice(authority.length);
  const path = afterAuthority.slice(0, afterAuthority.search(/[?#]|$/u));
  const all = path.split(/[/\\]/u).filter((segment) => segment !== "");
  const wellKnownAt = all.indexOf(WELL_KNOWN);
  return {
    cleaned,
    debris,
    hasPlainTemplate: withoutTemplates !== pattern,
    scheme: cleaned.slice(0, cleaned.length - rest.length),
    authority: ANY_PRIVATE_USE.test(authority) || authority === "" ? null : authority,
    host: authority.replace(/^.*@/u, "").replace(/:\d*$/u, "").replace(/\.$/u, "").toLowerCase(),
    path,
    segments: wellKnownAt < 0 ? all : all.slice(0, wellKnownAt),
    hasQuery: afterAuthority.length > path.length,
    wellKnown: wellKnownAt >= 0,
  };
}

function trimDebris(text: string): string {
  const start = DEBRIS_BEFORE.exec(text)?.[0].length ?? 0;
  const link = text.slice(start).replace(MARKDOWN_LINK, "");
  let end = link.length;
  // A loop, because a pattern that is anchored at the end takes quadratic time.
  while (DEBRIS_AFTER.test(link.charAt(end - 1))) end--;
  return link.slice(0, end);
}

interface IssuerPath {
  readonly role: "gated" | "shared" | "unclear" | "undetermined" | "user-management";
  readonly clientId: string | null;
  readonly damage: Damage | null;
  readonly namesClient: boolean;
  readonly canonicalPath: string | null;
}

function readIssuerPath(segments: readonly string[], isKnownClientId: (pattern: string) => boolean): IssuerPath {
  const [first, second] = segments;
  if (first == null) return { role: "shared", clientId: null, damage: null, namesClient: false, canonicalPath: "" };
  if (isNearUserManagement(first)) return readUserManagementPath(segments, isKnownClientId);
  const gate = first.toLowerCase();
  if ((gate === "sso" || gate === "convex") && segments.length === 2 && second != null && canBeClientId(second)) {
    return {
      role: "gated",
      clientId: second,
      damage: first === gate ? null : "path",
      namesClient: true,
      canonicalPath: `${gate}/${second}`,
    };
  }
  const clientId = idAmong(segments, isKnownClientId);
  if (clientId == null && segments.some((segment) => ANY_PIECE.test(segment))) {
    return { role: "unclear", clientId: null, damage: null, namesClient: false, canonicalPath: null };
  }
  return { role: "undetermined", clientId, damage: "path", namesClient: false, canonicalPath: null };
}

function readUserManagementPath(
  segments: readonly string[],
  isKnownClientId: (pattern: string) => boolean,
): IssuerPath {
  const [first, second] = segments;
  const role = "user-management";
  if (first?.includes(PLAIN_TEMPLATE) === true || (first != null && ANY_PIECE.test(first))) {
    return { role: "unclear", clientId: null, damage: null, namesClient: true, canonicalPath: null };
  }
  if (segments.length === 2 && second != null && canBeClientId(second)) {
    const damage = first === "user_management" ? null : "path";
    return { role, clientId: second, damage, namesClient: true, canonicalPath: null };
  }
  const clientId = idAmong(segments, isKnownClientId);
  const damage = second == null ? "client-id-missing" : segments.length === 2 ? placeholderDamage(second) : "path";
  return { role, clientId, damage, namesClient: true, canonicalPath: null };
}

/** Text that stands in the place of a client id and is none. */
function placeholderDamage(text: string): Damage {
  return text.includes(PLAIN_TEMPLATE) ? "plain-template" : "client-id-placeholder";
}

/** A client id somewhere in a path: in literal text, or an unreadable piece that the file uses as one elsewhere. */
function idAmong(segments: readonly string[], isKnownClientId: (pattern: string) => boolean): string | null {
  return (
    segments.find((segment) => isClientId(segment) || (ONLY_PIECES.test(segment) && isKnownClientId(segment))) ?? null
  );
}

function issuerDamage(url: Dissected, authority: string, host: string, path: IssuerPath): Damage | null {
  return (
    commonDamage(url) ??
    hostDamage(authority, host) ??
    (url.wellKnown ? "well-known" : null) ??
    path.damage ??
    slashDamage(url.path)
  );
}

function jwksDamage(
  url: Dissected,
  authority: string,
  host: string,
  isFamiliar: boolean,
  id: string | undefined,
): Damage | null {
  // A URL is fetched whatever the case of its scheme and host.
  const fetched = { ...url, scheme: url.scheme.toLowerCase() };
  const fetchedFrom = authority.toLowerCase().replace(/:443$/u, "");
  const damage = commonDamage(fetched) ?? (url.scheme === "" ? "scheme" : null) ?? hostDamage(fetchedFrom, host);
  if (damage != null) return damage;
  if (url.wellKnown) return "well-known";
  if (!isFamiliar || id == null) {
    const isBare = url.segments.length === 2 && url.segments[0] === "sso" && url.segments[1] === "jwks";
    return isBare ? "client-id-missing" : "path";
  }
  if (!canBeClientId(id)) return placeholderDamage(id);
  if (slashDamage(url.path) != null) return "double-slash";
  return url.path.endsWith("/") ? "path" : null;
}

function commonDamage(url: Dissected): Damage | null {
  if (url.debris) return "debris";
  if (url.scheme !== "" && url.scheme !== "https://") return "scheme";
  return url.hasQuery ? "query" : null;
}

function hostDamage(authority: string, host: string): Damage | null {
  if (authority === host) return null;
  return authority.toLowerCase() === host ? "host-case" : "host";
}

/** Slashes at the very end never decide anything; anywhere else they do. */
function slashDamage(path: string): Damage | null {
  return /\/{2,}[^/]|\\/u.test(path) ? "double-slash" : null;
}

function canonicalIssuer(path: IssuerPath, host: string): string | null {
  switch (path.role) {
    case "shared":
      return sharedIssuer(host);
    case "user-management":
      return path.clientId == null ? null : userManagementIssuer(host, path.clientId);
    case "gated":
      return `https://${host}/${path.canonicalPath}`;
    default:
      return null;
  }
}

function isRefused(pattern: string): boolean {
  // A piece is any text: only what surrounds it can be refused, and a letter surrounds it best.
  return (
    !/^\s*[\uE000-\uF8FE]/u.test(pattern) && !readProviderUrl(pattern.replaceAll(/[\uE000-\uF8FE]/gu, "x")).accepted
  );
}

/** Whether a JWKS text names no host at all, so that no request can be made. */
function isUnreachable(url: Dissected): boolean {
  return url.scheme === "" && !url.host.includes(".") && !url.host.includes(":") && url.host !== "localhost";
}

/** The WorkOS host that a host is, or was meant to be. */
function intendedHost(host: string, segments: readonly string[], world: World): string | null {
  const hosts = [API_HOST, ...world.apiHostnames];
  if (hosts.includes(host)) return host;
  if (host === "workos.com" || host.endsWith(".workos.com")) return API_HOST;
  const first = segments[0];
  if (first == null || !(isNearUserManagement(first) || first.toLowerCase() === "sso")) return null;
  return hosts.find((candidate) => isWithinEdits(host, candidate, 2)) ?? null;
}

function isNearUserManagement(segment: string): boolean {
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
