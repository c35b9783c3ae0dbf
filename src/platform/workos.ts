/**
 * What WorkOS puts into AuthKit tokens.
 *
 * Source: https://workos.com/docs/authkit, https://docs.convex.dev/auth/authkit, and tokens of real environments.
 */
import { ANY_STAND_IN } from "./patterns.js";

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
 * What a provider is for, by its intended issuer.
 *
 * - `shared`: the root of the API host, which other apps' tokens carry too.
 * - `user-management`: the issuer of AuthKit sessions, which names its client.
 * - `on-request`: `/sso/<id>` and `/convex/<id>`, which WorkOS enables on request.
 * - `workos-unspecified`: certainly WorkOS, but the text does not say which of them.
 * - `unreadable`: it may be WorkOS; what decides cannot be read.
 * - `other`: another vendor.
 */
export type Role = "on-request" | "other" | "shared" | "unreadable" | "user-management" | "workos-unspecified";

/** `client_` and at least 20 letters or digits: a ULID today, with room for what it may become. */
export function isClientId(text: string): boolean {
  return /^client_[0-9A-Za-z]{20,}$/u.test(text);
}

/** A literal client id anywhere in a text. */
export const CLIENT_ID_IN_TEXT = /client_[0-9A-Za-z]{20,}/u;

const CLIENT_ID_PREFIX = "client_";

/** Whether a pattern can be a client id: one in literal text, or something unreadable in the right shape. */
export function canBeClientId(pattern: string): boolean {
  if (!ANY_STAND_IN.test(pattern)) return isClientId(pattern);
  const start = pattern.slice(0, pattern.search(ANY_STAND_IN));
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
