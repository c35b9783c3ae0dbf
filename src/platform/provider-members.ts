/**
 * The members of a provider as Convex spells them, and what people write in their place.
 *
 * Source: `crates/common/src/auth.rs` of get-convex/convex-backend; near misses from public `auth.config.ts` files.
 */

/** The signature algorithms of a custom JWT provider. */
export const ALGORITHMS: readonly string[] = ["RS256", "ES256"];

/** Spellings of `applicationID` that Convex refuses; it ignores all others. */
export const REFUSED_AUDIENCE_SPELLINGS: readonly string[] = ["applicationId", "applicationid"];

const NEAR_MISSES: readonly (readonly [string, RegExp])[] = [
  ["applicationID", /^application[_-]?id$/iu],
  ["jwks", /^jwks?(?:[_-]?(?:ur[il]|endpoint))?$/iu],
  ["algorithm", /^(?:algorithms?|algs?|algo)$/iu],
  ["issuer", /^(?:iss|issuers?|issuer[_-]?ur[il])$/iu],
  ["domain", /^domains?$/iu],
  ["type", /^type$/iu],
];

/** Members that mean the audience elsewhere; Convex ignores them. */
const AUDIENCE_STAND_INS: readonly string[] = [
  "audience",
  "aud",
  "clientId",
  "clientID",
  "client_id",
  "appId",
  "appID",
  "app_id",
];

/** The member that a name was meant for, or null where it is right or merely unknown. */
export function intendedMember(name: string): string | null {
  for (const [member, pattern] of NEAR_MISSES) if (pattern.test(name)) return name === member ? null : member;
  return null;
}

/** Whether a member stands where `applicationID` should. */
export function isAudienceStandIn(name: string): boolean {
  return AUDIENCE_STAND_INS.includes(name);
}

/** The algorithm that a near miss means (`rs256`, `RS-256`), or null. */
export function intendedAlgorithm(text: string): string | null {
  const letters = text.toUpperCase().replaceAll(/[^0-9A-Z]/gu, "");
  return ALGORITHMS.find((algorithm) => algorithm === letters) ?? null;
}

/** The `type` that a near miss means, or null. */
export function intendedType(text: string): "customJwt" | "oidc" | null {
  const letters = text.toLowerCase().replaceAll(/[^a-z]/gu, "");
  if (letters === "customjwt" || letters === "jwt") return "customJwt";
  return letters === "oidc" || letters === "openid" || letters === "openidconnect" ? "oidc" : null;
}
