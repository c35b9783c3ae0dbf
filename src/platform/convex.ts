/**
 * What Convex does with an exported auth config: the validation at push, and the matching of a token at run time.
 *
 * Re-stated from the public source of `get-convex/convex-backend` at commit 94a42c3:
 * `crates/isolate/src/environment/auth_config.rs` (push), `crates/common/src/auth.rs` (shapes, URLs, matching) and
 * `crates/authentication/src/lib.rs` (verification). Holes of the original are kept on purpose: rules are checked
 * against what Convex does, not against what it should do.
 *
 * One thing is left out: serde also reads a provider that is written as a list of its values, which nobody writes.
 */
import { isTopLevelDomain } from "./top-level-domains.js";

/** The algorithms that Convex accepts for a custom JWT provider. */
export type SigningAlgorithm = "RS256" | "ES256";

/** A provider as Convex keeps it after a push; `issuer` has got a scheme if the file gave none. */
export interface CustomJwtProvider {
  readonly type: "customJwt";
  readonly issuer: string;
  readonly jwks: string;
  readonly algorithm: SigningAlgorithm;
  readonly applicationID: string | null;
}

/** A provider whose keys Convex discovers at the issuer; `domain` has got a scheme if the file gave none. */
export interface OidcProvider {
  readonly type: "oidc";
  readonly domain: string;
  readonly applicationID: string;
}

export type Provider = CustomJwtProvider | OidcProvider;

/** The error codes of a refused push, as Convex names them. */
export type PushRefusalCode =
  | "AuthConfigMissingExportError"
  | "AuthConfigUnserializableError"
  | "AuthConfigNotMatchingSchemaError"
  | "InsecureConfiguration"
  | "InvalidProviderDomainUrl";

/** Which of Convex's checks refused the push. */
export type PushRefusalReason =
  | "missing-default-export"
  | "not-serializable"
  | "no-provider-list"
  | "misspelt-application-id"
  | "unexpected-type"
  | "domain-beside-custom-jwt"
  | "issuer-beside-oidc"
  | "shared-issuer-without-application-id"
  | "no-matching-shape"
  | ProviderUrlRefusalReason;

export interface PushRefusal {
  readonly code: PushRefusalCode;
  readonly reason: PushRefusalReason;
  /** Convex's words; where they come from a Rust library (JSON, URL), only their sense. */
  readonly message: string;
  /** Index of the refused provider; absent where the list as a whole is refused. */
  readonly provider?: number;
}

export type PushResult =
  | { readonly accepted: true; readonly providers: readonly Provider[] }
  | { readonly accepted: false; readonly refusal: PushRefusal };

/** Why Convex refuses the text of an `issuer` or a `domain`. */
export type ProviderUrlRefusalReason = "url-starts-with-quote" | "url-invalid" | "url-scheme" | "url-without-domain";

export type ProviderUrl =
  | { readonly accepted: true; readonly url: string }
  | { readonly accepted: false; readonly reason: ProviderUrlRefusalReason; readonly message: string };

/** The claims of a token that decide which provider it belongs to. */
export interface TokenClaims {
  readonly iss?: string | undefined;
  readonly aud?: string | readonly string[] | undefined;
}

/** Why one provider does not take a token: the first of the two comparisons that fails, in Convex's order. */
export interface ProviderMismatch {
  readonly provider: number;
  readonly reason: "audience" | "issuer";
}

export type TokenMatch =
  | { readonly matched: true; readonly index: number; readonly provider: Provider }
  | { readonly matched: false; readonly reason: "no-issuer-claim" }
  | { readonly matched: false; readonly reason: "no-provider"; readonly mismatches: readonly ProviderMismatch[] };

/** Seconds by which clocks may differ when Convex checks `exp` and `nbf` of a custom JWT. */
export const CLOCK_LEEWAY_SECONDS = 5;

const SEE_DOCS = "To learn more, see the auth documentation at https://docs.convex.dev/auth.";

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Validates the default export of `auth.config.ts` as `npx convex deploy` does.
 *
 * Takes the exported value itself and serializes it first, as Convex does: `undefined` members vanish, `null` stays.
 *
 * @see https://github.com/get-convex/convex-backend/blob/main/crates/isolate/src/environment/auth_config.rs
 */
export function validatePush(exported: unknown): PushResult {
  if (exported == null) {
    return refuse(
      "AuthConfigMissingExportError",
      "missing-default-export",
      `auth config file is missing default export. ${SEE_DOCS}`,
    );
  }
  const serialized = serialize(exported);
  if (!serialized.ok) {
    return refuse(
      "AuthConfigUnserializableError",
      "not-serializable",
      `auth config file can only contain strings ${SEE_DOCS}`,
    );
  }
  const config = serialized.value;
  return refuseCommonConfusions(config) ?? readProviders(config);
}

/**
 * Reads the text of an `issuer` or a `domain` as Convex does at push.
 *
 * The accepted URL is the text itself, with `https://` before it where it had no scheme: nothing is normalized, so that
 * a space or an upper-case host survives into the comparison with the token.
 */
export function readProviderUrl(text: string): ProviderUrl {
  if (text.startsWith('"')) return refuseUrl("url-starts-with-quote", text, 'starts with a double quote (")');
  const url = withScheme(text);
  const parsed = parseUrl(url);
  if (parsed == null) return refuseUrl("url-invalid", text, "not a valid URL");
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") {
    return refuseUrl("url-scheme", text, "scheme should be http or https");
  }
  if (url !== text && !endsWithTopLevelDomain(parsed.hostname)) {
    return refuseUrl(
      "url-without-domain",
      text,
      "Does not look like a URL (must have a scheme or end with a top-level domain)",
    );
  }
  return { accepted: true, url };
}

/**
 * Finds the provider that Convex verifies a token against: the first whose audience and issuer fit; no later one is tried.
 *
 * `providers` stand in Convex's own order. Convex keeps them in a sorted set, so this is the order of the file only where
 * no token fits two providers.
 */
export function matchToken(providers: readonly Provider[], claims: TokenClaims): TokenMatch {
  const { iss } = claims;
  if (iss == null) return { matched: false, reason: "no-issuer-claim" };
  const mismatches: ProviderMismatch[] = [];
  for (const [index, provider] of providers.entries()) {
    const reason = mismatchReason(provider, iss, audiencesOf(claims));
    if (reason == null) return { matched: true, index, provider };
    mismatches.push({ provider: index, reason });
  }
  return { matched: false, reason: "no-provider", mismatches };
}

/** An issuer with the scheme that Convex puts before one that has none. */
export function withScheme(issuer: string): string {
  return SCHEME.test(issuer) ? issuer : `https://${issuer}`;
}

/** An issuer without what Convex adds or trims before it compares. Equal results match the same tokens. */
export function comparableIssuer(issuer: string): string {
  return withScheme(trimSlashes(issuer));
}

/** The issuer that a provider compares with a token's `iss`. */
export function issuerOf(provider: Provider): string {
  return provider.type === "customJwt" ? provider.issuer : provider.domain;
}

/** The signature algorithms that Convex accepts from a matched provider. */
export function acceptedAlgorithms(provider: Provider): readonly string[] {
  return provider.type === "customJwt" ? [provider.algorithm] : ["RS256", "EdDSA"];
}

/**
 * Whether the audience of a token passes the verification after the match, where OIDC is stricter than the match itself:
 * its verifier rejects a token with several audiences.
 */
export function acceptsAudience(provider: Provider, claims: TokenClaims): boolean {
  const audiences = audiencesOf(claims);
  if (provider.type === "oidc") return audiences.length === 1 && audiences[0] === provider.applicationID;
  return provider.applicationID == null || audiences.includes(provider.applicationID);
}

/** Whether Convex reads a JWKS response of this content type; `data:` URLs are not asked. */
export function isJwksContentType(contentType: string): boolean {
  const [essence = "", ...parameters] = contentType.split(";").map((part) => part.trim().toLowerCase());
  if (essence !== "application/json" && essence !== "application/jwk-set+json") return false;
  const charset = parameters.find((parameter) => parameter.startsWith("charset="));
  return charset == null || charset.replaceAll('"', "") === "charset=utf-8";
}

/** Convex's words for a token that no provider takes; a production deployment hides the list. */
export function describeNoProvider(providers: readonly Provider[], deployment: "development" | "production"): string {
  if (deployment === "production") return "No auth provider found matching the given token";
  if (providers.length === 0) {
    return "No auth provider found matching the given token (no providers configured). Check convex/auth.config.ts.";
  }
  const list = providers.map(describeProvider).join(", ");
  return `No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [${list}]`;
}

function describeProvider(provider: Provider): string {
  return provider.type === "oidc"
    ? `OIDC(domain=${provider.domain}, app_id=${provider.applicationID})`
    : `CustomJWT(issuer=${provider.issuer}, app_id=${provider.applicationID ?? "none"})`;
}

function mismatchReason(
  provider: Provider,
  iss: string,
  audiences: readonly string[],
): ProviderMismatch["reason"] | null {
  if (provider.applicationID != null && !audiences.includes(provider.applicationID)) return "audience";
  const tokenIssuer = iss.startsWith("https://") || iss.startsWith("http://") ? iss : `https://${iss}`;
  return trimSlashes(issuerOf(provider)) === trimSlashes(tokenIssuer) ? null : "issuer";
}

function audiencesOf({ aud }: TokenClaims): readonly string[] {
  if (aud == null) return [];
  return typeof aud === "string" ? [aud] : aud;
}

// A loop, because `/\/+$/` takes quadratic time on text with many inner slashes.
function trimSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === "/") end--;
  return text.slice(0, end);
}

function serialize(exported: unknown): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    // A function or a symbol has no JSON text; what Convex then parses is the word `undefined`, which is no JSON either.
    const text = JSON.stringify(exported) as string | undefined;
    return { ok: true, value: text == null ? undefined : (JSON.parse(text) as unknown) };
  } catch {
    return { ok: false };
  }
}

// The checks that Convex runs over the raw JSON, before the shapes and over all providers, to give better messages.
function refuseCommonConfusions(config: unknown): PushResult | null {
  if (!isObject(config) || !Array.isArray(config["providers"])) return null;
  for (const [index, provider] of (config["providers"] as unknown[]).entries()) {
    const refusal = isObject(provider) ? refuseConfusedProvider(provider, index) : null;
    if (refusal != null) return refusal;
  }
  return null;
}

function refuseConfusedProvider(provider: JsonObject, index: number): PushResult | null {
  const type = typeof provider["type"] === "string" ? provider["type"] : "unknown";
  if (has(provider, "applicationId") || has(provider, "applicationid")) {
    return refuseSchema(
      "misspelt-application-id",
      `Provider at index ${index} must have applicationID property spelled lowercase 'application', capital I, capital D.`,
      index,
    );
  }
  if (type !== "customJwt" && type !== "oidc" && type !== "unknown") {
    return refuseSchema("unexpected-type", `Provider at index ${index} has unexpected 'type' value '${type}'`, index);
  }
  if (type === "customJwt" && has(provider, "domain")) {
    return refuseSchema(
      "domain-beside-custom-jwt",
      `Provider at index ${index} is a customJwt so cannot have a 'domain' specified`,
      index,
    );
  }
  if (type !== "customJwt" && has(provider, "issuer")) {
    return refuseSchema(
      "issuer-beside-oidc",
      `Provider at index ${index} is oidc so cannot have an 'issuer' specified.`,
      index,
    );
  }
  if (!has(provider, "applicationID") && SHARED_ISSUERS.has(provider["issuer"])) {
    return refuse(
      "InsecureConfiguration",
      "shared-issuer-without-application-id",
      `This auth configuration appears potentially insecure: Provider at index ${index} has an issuer that is shared among many applications, so must to specify an ApplicationID to check against an \`aud\` field of a JWT.`,
      index,
    );
  }
  return null;
}

// Only these two spellings: a scheme-less one, a second slash or an upper-case host pass this check.
const SHARED_ISSUERS: ReadonlySet<unknown> = new Set(["https://api.workos.com/", "https://api.workos.com"]);

function readProviders(config: unknown): PushResult {
  if (!isObject(config)) return refuseSchema("no-provider-list", "invalid type, expected struct SerializedAuthConfig");
  if (!has(config, "providers")) return refuseSchema("no-provider-list", "missing field `providers`");
  const list = config["providers"];
  if (!Array.isArray(list)) return refuseSchema("no-provider-list", "invalid type, expected a sequence");

  // All shapes before the first URL: Convex deserializes the whole list first.
  const shaped: Provider[] = [];
  for (const [index, element] of (list as unknown[]).entries()) {
    const provider = readShape(element);
    if (provider == null) {
      return refuseSchema(
        "no-matching-shape",
        "data did not match any variant of untagged enum SerializedAuthInfo",
        index,
      );
    }
    shaped.push(provider);
  }
  const providers: Provider[] = [];
  for (const [index, provider] of shaped.entries()) {
    const url = readProviderUrl(issuerOf(provider));
    if (!url.accepted) return refuse("InvalidProviderDomainUrl", url.reason, url.message, index);
    providers.push(withIssuer(provider, url.url));
  }
  return { accepted: true, providers };
}

function withIssuer(provider: Provider, url: string): Provider {
  return provider.type === "customJwt" ? { ...provider, issuer: url } : { ...provider, domain: url };
}

function readShape(value: unknown): Provider | null {
  if (!isObject(value)) return null;
  return readCustomJwt(value) ?? readOidc(value);
}

function readCustomJwt({ type, issuer, jwks, algorithm, applicationID = null }: JsonObject): CustomJwtProvider | null {
  if (type !== "customJwt" || typeof issuer !== "string" || typeof jwks !== "string") return null;
  if (algorithm !== "RS256" && algorithm !== "ES256") return null;
  if (applicationID !== null && typeof applicationID !== "string") return null;
  return { type, issuer, jwks, algorithm, applicationID };
}

function readOidc({ domain, applicationID }: JsonObject): OidcProvider | null {
  if (typeof domain !== "string" || typeof applicationID !== "string") return null;
  return { type: "oidc", domain, applicationID };
}

// Rust's `\w` knows all scripts, JavaScript's only ASCII.
const SCHEME = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]+:\/\//u;

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function endsWithTopLevelDomain(host: string): boolean {
  if (host === "localhost") return true;
  const dot = host.lastIndexOf(".");
  return dot !== -1 && isTopLevelDomain(host.slice(dot + 1));
}

function refuseUrl(reason: ProviderUrlRefusalReason, text: string, why: string): ProviderUrl {
  return { accepted: false, reason, message: `Invalid provider domain URL "${text}": ${why}` };
}

function refuseSchema(reason: PushRefusalReason, why: string, provider?: number): PushResult {
  const message = `auth config file must include a list of provider credentials: ${why}`;
  return refuse("AuthConfigNotMatchingSchemaError", reason, message, provider);
}

function refuse(code: PushRefusalCode, reason: PushRefusalReason, message: string, provider?: number): PushResult {
  return { accepted: false, refusal: { code, reason, message, ...(provider == null ? {} : { provider }) } };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function has(object: JsonObject, key: string): boolean {
  return Object.hasOwn(object, key);
}
