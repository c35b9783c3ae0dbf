import { describe, expect, it, test } from "vitest";
import {
  acceptedAlgorithms,
  acceptsAudience,
  CLOCK_LEEWAY_SECONDS,
  comparableIssuer,
  describeNoProvider,
  isJwksContentType,
  issuerOf,
  matchToken,
  readProviderUrl,
  validatePush,
  withScheme,
} from "../../src/platform/convex.js";
import type { CustomJwtProvider, OidcProvider, Provider, TokenClaims } from "../../src/platform/convex.js";

const seeDocs = "To learn more, see the auth documentation at https://docs.convex.dev/auth.";
const schema = (why: string): string => `auth config file must include a list of provider credentials: ${why}`;
const noVariant = schema("data did not match any variant of untagged enum SerializedAuthInfo");

const jwt = {
  type: "customJwt",
  issuer: "https://auth.example.com",
  jwks: "https://auth.example.com/jwks",
  algorithm: "RS256",
};
const oidc = { domain: "https://auth.example.com", applicationID: "app" };
const without = (object: Record<string, unknown>, key: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

const cyclic: Record<string, unknown> = {};
cyclic["providers"] = cyclic;

describe("a push is refused", () => {
  interface Row {
    readonly name: string;
    readonly exported: unknown;
    readonly code: string;
    readonly reason: string;
    readonly message: string;
    readonly provider?: number;
  }
  const one = (provider: unknown): unknown => ({ providers: [provider] });
  const matches: readonly Row[] = [
    ...[undefined, null].map((exported) => ({
      name: `the default export is ${String(exported)}`,
      exported,
      code: "AuthConfigMissingExportError",
      reason: "missing-default-export",
      message: `auth config file is missing default export. ${seeDocs}`,
    })),
    ...[cyclic, { providers: [], limit: 1n }].map((exported, index) => ({
      name: `the default export has no JSON text (${String(index)})`,
      exported,
      code: "AuthConfigUnserializableError",
      reason: "not-serializable",
      message: `auth config file can only contain strings ${seeDocs}`,
    })),
    ...[() => ({ providers: [] }), "providers", 5, []].map((exported) => ({
      name: `the default export is no object: ${String(exported)}`,
      exported,
      code: "AuthConfigNotMatchingSchemaError",
      reason: "no-provider-list",
      message: schema("invalid type, expected struct SerializedAuthConfig"),
    })),
    ...[{}, { providers: undefined }, { default: { providers: [] } }].map((exported) => ({
      name: `there is no providers member: ${JSON.stringify(exported)}`,
      exported,
      code: "AuthConfigNotMatchingSchemaError",
      reason: "no-provider-list",
      message: schema("missing field `providers`"),
    })),
    ...[null, {}, "list", jwt].map((providers) => ({
      name: `providers is no list: ${JSON.stringify(providers)}`,
      exported: { providers },
      code: "AuthConfigNotMatchingSchemaError",
      reason: "no-provider-list",
      message: schema("invalid type, expected a sequence"),
    })),
    ...["applicationId", "applicationid"].map((key) => ({
      name: `the audience is spelled ${key}, even beside the right one`,
      exported: { providers: [oidc, { ...jwt, [key]: "app", applicationID: "app" }] },
      code: "AuthConfigNotMatchingSchemaError",
      reason: "misspelt-application-id",
      message: schema(
        "Provider at index 1 must have applicationID property spelled lowercase 'application', capital I, capital D.",
      ),
      provider: 1,
    })),
    ...["customJWT", "jwt", "", "OIDC"].map((type) => ({
      name: `type is ${JSON.stringify(type)}`,
      exported: one({ ...jwt, type }),
      code: "AuthConfigNotMatchingSchemaError",
      reason: "unexpected-type",
      message: schema(`Provider at index 0 has unexpected 'type' value '${type}'`),
      provider: 0,
    })),
    ...["https://auth.example.com", null].map((domain) => ({
      name: `a custom JWT has the domain ${String(domain)}`,
      exported: one({ ...jwt, domain }),
      code: "AuthConfigNotMatchingSchemaError",
      reason: "domain-beside-custom-jwt",
      message: schema("Provider at index 0 is a customJwt so cannot have a 'domain' specified"),
      provider: 0,
    })),
    ...[
      without(jwt, "type"),
      { ...jwt, type: "oidc" },
      { ...jwt, type: "unknown" },
      { ...jwt, type: null },
      { ...oidc, issuer: null },
    ].map((provider) => ({
      name: `an OIDC provider has an issuer: ${JSON.stringify(provider)}`,
      exported: one(provider),
      code: "AuthConfigNotMatchingSchemaError",
      reason: "issuer-beside-oidc",
      message: schema("Provider at index 0 is oidc so cannot have an 'issuer' specified."),
      provider: 0,
    })),
    ...["https://api.workos.com/", "https://api.workos.com"].map((issuer) => ({
      name: `the shared issuer ${issuer} has no applicationID`,
      exported: one({ ...jwt, issuer, applicationID: undefined }),
      code: "InsecureConfiguration",
      reason: "shared-issuer-without-application-id",
      message:
        "This auth configuration appears potentially insecure: Provider at index 0 has an issuer that is shared among many applications, so must to specify an ApplicationID to check against an `aud` field of a JWT.",
      provider: 0,
    })),
    ...[
      ...["issuer", "jwks", "algorithm"].map((key) => without(jwt, key)),
      ...["domain", "applicationID"].map((key) => without(oidc, key)),
      ...["ES512", "HS256", "none", "rs256", null, ["RS256"]].map((algorithm) => ({ ...jwt, algorithm })),
      ...[5, true, ["app"], {}].map((applicationID) => ({ ...jwt, applicationID })),
      ...[5, null, {}].map((issuer) => ({ ...jwt, issuer })),
      { ...jwt, jwks: null },
      { ...oidc, applicationID: null },
      { ...oidc, domain: 5 },
      "https://auth.example.com",
      null,
      5,
      [jwt],
    ].map((provider) => ({
      name: `no shape fits ${JSON.stringify(provider)}`,
      exported: { providers: [jwt, provider] },
      code: "AuthConfigNotMatchingSchemaError",
      reason: "no-matching-shape",
      message: noVariant,
      provider: 1,
    })),
    {
      name: "the issuer is no URL",
      exported: { providers: [oidc, { ...jwt, issuer: "<https://auth.example.com>" }] },
      code: "InvalidProviderDomainUrl",
      reason: "url-invalid",
      message: 'Invalid provider domain URL "<https://auth.example.com>": not a valid URL',
      provider: 1,
    },
    {
      name: "the domain is no URL",
      exported: one({ ...oidc, domain: "my-tenant" }),
      code: "InvalidProviderDomainUrl",
      reason: "url-without-domain",
      message:
        'Invalid provider domain URL "my-tenant": Does not look like a URL (must have a scheme or end with a top-level domain)',
      provider: 0,
    },
  ];

  test.each(matches)("because $name", ({ exported, code, reason, message, provider }) => {
    expect(validatePush(exported)).toEqual({
      accepted: false,
      refusal: { code, reason, message, ...(provider === undefined ? {} : { provider }) },
    });
  });

  it("for the first defect in Convex's order, not in the file's", () => {
    const shapeless = {};
    const badUrl = { ...oidc, domain: "my-tenant" };
    const confused = { ...jwt, type: "jwt" };
    const reason = (providers: readonly unknown[]): string | undefined => {
      const result = validatePush({ providers });
      return result.accepted ? undefined : `${result.refusal.reason} at ${String(result.refusal.provider)}`;
    };
    expect(reason([badUrl, shapeless, confused])).toBe("unexpected-type at 2");
    expect(reason([badUrl, shapeless])).toBe("no-matching-shape at 1");
    expect(reason([jwt, badUrl])).toBe("url-without-domain at 1");
    expect(reason([{ ...confused, applicationId: "app", domain: "x" }])).toBe("misspelt-application-id at 0");
  });
});

describe("a push is accepted", () => {
  const custom: CustomJwtProvider = {
    type: "customJwt",
    issuer: "https://auth.example.com",
    jwks: "https://auth.example.com/jwks",
    algorithm: "RS256",
    applicationID: null,
  };
  const rows: readonly (readonly [name: string, provider: unknown, kept: Provider])[] = [
    ["a custom JWT", jwt, custom],
    ["ES256", { ...jwt, algorithm: "ES256" }, { ...custom, algorithm: "ES256" }],
    ["an audience", { ...jwt, applicationID: "app" }, { ...custom, applicationID: "app" }],
    ["an empty audience", { ...jwt, applicationID: "" }, { ...custom, applicationID: "" }],
    ["an audience that is null", { ...jwt, applicationID: null }, custom],
    ["an audience that is undefined", { ...jwt, applicationID: undefined }, custom],
    ["members that Convex does not know", { ...jwt, audience: "app", clientId: "app", application_id: "app" }, custom],
    ["a jwks that is no URL", { ...jwt, jwks: "keys" }, { ...custom, jwks: "keys" }],
    ["an OIDC provider", oidc, { type: "oidc", ...oidc }],
    ["an OIDC provider that says so", { ...oidc, type: "oidc" }, { type: "oidc", ...oidc }],
    ["an OIDC provider whose type is 'unknown'", { ...oidc, type: "unknown" }, { type: "oidc", ...oidc }],
    ["an OIDC provider whose type is no string", { ...oidc, type: 5 }, { type: "oidc", ...oidc }],
    [
      "an OIDC provider on the shared issuer",
      { ...oidc, domain: "https://api.workos.com/" },
      { type: "oidc", domain: "https://api.workos.com/", applicationID: "app" },
    ],
    ["a domain without a scheme", { ...oidc, domain: "auth.example.com" }, { type: "oidc", ...oidc }],
    [
      "an issuer without a scheme",
      { ...jwt, issuer: "auth.example.com/" },
      { ...custom, issuer: "https://auth.example.com/" },
    ],
  ];
  test.each(rows)("with %s", (_name, provider, kept) => {
    expect(validatePush({ providers: [provider] })).toEqual({ accepted: true, providers: [kept] });
  });

  it("with no providers, and with members beside the list", () => {
    expect(validatePush({ providers: [], other: 1 })).toEqual({ accepted: true, providers: [] });
  });

  const holes: readonly (readonly [name: string, provider: unknown, issuer: string])[] = [
    [
      "applicationID: null",
      { ...jwt, issuer: "https://api.workos.com/", applicationID: null },
      "https://api.workos.com/",
    ],
    ["no scheme", { ...jwt, issuer: "api.workos.com" }, "https://api.workos.com"],
    ["no scheme, but a path", { ...jwt, issuer: "api.workos.com/" }, "https://api.workos.com/"],
    ["two slashes", { ...jwt, issuer: "https://api.workos.com//" }, "https://api.workos.com//"],
    ["an upper-case host", { ...jwt, issuer: "https://API.workos.com/" }, "https://API.workos.com/"],
  ];
  test.each(holes)("although no audience is checked on the shared issuer: %s", (_name, provider, issuer) => {
    expect(validatePush({ providers: [provider] })).toEqual({
      accepted: true,
      providers: [{ ...custom, issuer }],
    });
  });
});

describe("the text of an issuer or a domain", () => {
  const accepted: readonly (readonly [text: string, url: string])[] = [
    ["https://api.workos.com/", "https://api.workos.com/"],
    ["http://api.workos.com/", "http://api.workos.com/"],
    ["HTTPS://API.workos.com", "HTTPS://API.workos.com"],
    ["api.workos.com", "https://api.workos.com"],
    ["api.workos.com/", "https://api.workos.com/"],
    ["a.com", "https://a.com"],
    ["api.workos.com/user_management/x y", "https://api.workos.com/user_management/x y"],
    ["API.WORKOS.COM", "https://API.WORKOS.COM"],
    ["api.workos.com:443/", "https://api.workos.com:443/"],
    ["localhost", "https://localhost"],
    ["localhost:3000/auth", "https://localhost:3000/auth"],
    ["http://localhost:3000", "http://localhost:3000"],
    ["https://tenant", "https://tenant"],
    ["https://127.0.0.1", "https://127.0.0.1"],
    ["пример.рф", "https://пример.рф"],
    ["https://api.workos.com/,", "https://api.workos.com/,"],
    ["https://api.workos.com/ ", "https://api.workos.com/ "],
    ['https://api.workos.com/"', 'https://api.workos.com/"'],
    ["https://api.workos.com/>", "https://api.workos.com/>"],
    ["https://api.workos.com/user_management/${clientId}", "https://api.workos.com/user_management/${clientId}"],
    ["https://${host}/", "https://${host}/"],
    ["https://api.workos.com/?a#b", "https://api.workos.com/?a#b"],
  ];
  test.each(accepted)("%j is kept as %j", (text, url) => {
    expect(readProviderUrl(text)).toEqual({ accepted: true, url });
  });

  const refused: readonly (readonly [text: string, reason: string])[] = [
    ['"https://api.workos.com/"', "url-starts-with-quote"],
    ['"', "url-starts-with-quote"],
    ["", "url-invalid"],
    ["https://", "url-invalid"],
    ["https:// api.workos.com", "url-invalid"],
    [" https://api.workos.com/", "url-invalid"],
    ["<https://api.workos.com/>", "url-invalid"],
    ["https://<tenant>.example.com", "url-invalid"],
    ["ftp://api.workos.com/", "url-scheme"],
    ["htps://api.workos.com/", "url-scheme"],
    ["https//api.workos.com/", "url-without-domain"],
    ["https:/api.workos.com/", "url-without-domain"],
    ["my-tenant", "url-without-domain"],
    ["com", "url-without-domain"],
    ["client_01H000000000000000000000", "url-without-domain"],
    ["auth.internal", "url-without-domain"],
    ["auth.example.com.", "url-without-domain"],
    ["127.0.0.1", "url-without-domain"],
    ["[::1]", "url-without-domain"],
    ["localhost.", "url-without-domain"],
    ["undefined", "url-without-domain"],
  ];
  test.each(refused)("%j is refused: %s", (text, reason) => {
    expect(readProviderUrl(text)).toMatchObject({ accepted: false, reason });
  });

  it("is refused in Convex's words", () => {
    expect(readProviderUrl('"a')).toMatchObject({
      message: 'Invalid provider domain URL ""a": starts with a double quote (")',
    });
    expect(readProviderUrl("ftp://a")).toMatchObject({
      message: 'Invalid provider domain URL "ftp://a": scheme should be http or https',
    });
  });
});

describe("two issuers", () => {
  const issuers = [
    "https://auth.example.com",
    "https://auth.example.com/",
    "https://auth.example.com//",
    "auth.example.com",
    "auth.example.com/",
    "http://auth.example.com",
    "https://AUTH.example.com",
    "https://auth.example.com/a",
    "https://auth.example.com//a/",
  ];

  it.each(issuers)("%s: they are comparable where Convex takes the token of one for the other", (iss) => {
    const pushed = validatePush({ providers: issuers.map((issuer) => ({ ...jwt, issuer })) });
    const providers = pushed.accepted ? pushed.providers : [];
    expect(providers).toHaveLength(issuers.length);
    for (const [index, provider] of providers.entries())
      expect(matchToken([provider], { iss }).matched).toBe(
        comparableIssuer(issuers[index] ?? "") === comparableIssuer(iss),
      );
  });

  it.each([
    ["ftp://a", "ftp://a"],
    ["ämter_1://a", "ämter_1://a"],
    ["a-b://c", "https://a-b://c"],
    ["//a", "https:////a"],
  ])("%s has a scheme only where Convex sees one", (issuer, url) => {
    expect(withScheme(issuer)).toBe(url);
  });
});

describe("a token", () => {
  const issuer = "https://api.workos.com/user_management/client_01";
  const session: CustomJwtProvider = {
    type: "customJwt",
    issuer,
    jwks: "https://api.workos.com/sso/jwks/client_01",
    algorithm: "RS256",
    applicationID: null,
  };
  const shared: CustomJwtProvider = { ...session, issuer: "https://api.workos.com/", applicationID: "client_01" };
  const clerk: OidcProvider = { type: "oidc", domain: "https://clerk.example.com", applicationID: "convex" };

  interface Row {
    readonly name: string;
    readonly provider: Provider;
    readonly claims: TokenClaims;
    readonly mismatch: "audience" | "issuer" | null;
  }
  const rows: readonly Row[] = [
    { name: "the same issuer, no audience asked", provider: session, claims: { iss: issuer }, mismatch: null },
    {
      name: "an audience that nobody asks for",
      provider: session,
      claims: { iss: issuer, aud: "other" },
      mismatch: null,
    },
    { name: "a slash at the token's end", provider: session, claims: { iss: `${issuer}/` }, mismatch: null },
    {
      name: "slashes at the provider's end",
      provider: { ...session, issuer: `${issuer}//` },
      claims: { iss: issuer },
      mismatch: null,
    },
    {
      name: "slashes on both sides",
      provider: { ...session, issuer: `${issuer}/` },
      claims: { iss: `${issuer}///` },
      mismatch: null,
    },
    {
      name: "no scheme in the token",
      provider: session,
      claims: { iss: issuer.slice("https://".length) },
      mismatch: null,
    },
    {
      name: "http in the token",
      provider: session,
      claims: { iss: issuer.replace("https", "http") },
      mismatch: "issuer",
    },
    {
      name: "http in both",
      provider: { ...session, issuer: "http://a.example" },
      claims: { iss: "http://a.example/" },
      mismatch: null,
    },
    {
      name: "another case of the host",
      provider: { ...session, issuer: issuer.replace("api", "API") },
      claims: { iss: issuer },
      mismatch: "issuer",
    },
    {
      name: "an upper-case scheme",
      provider: session,
      claims: { iss: issuer.replace("https", "HTTPS") },
      mismatch: "issuer",
    },
    {
      name: "an inner double slash",
      provider: { ...session, issuer: issuer.replace("/user", "//user") },
      claims: { iss: issuer },
      mismatch: "issuer",
    },
    {
      name: "a port",
      provider: { ...session, issuer: issuer.replace(".com", ".com:443") },
      claims: { iss: issuer },
      mismatch: "issuer",
    },
    { name: "another path", provider: session, claims: { iss: "https://api.workos.com/" }, mismatch: "issuer" },
    {
      name: "a space at the end",
      provider: { ...session, issuer: `${issuer} ` },
      claims: { iss: issuer },
      mismatch: "issuer",
    },
    {
      name: "the audience asked for",
      provider: shared,
      claims: { iss: "https://api.workos.com", aud: "client_01" },
      mismatch: null,
    },
    {
      name: "one audience of several",
      provider: shared,
      claims: { iss: "https://api.workos.com", aud: ["x", "client_01"] },
      mismatch: null,
    },
    {
      name: "a stranger's audience",
      provider: shared,
      claims: { iss: "https://api.workos.com", aud: "client_02" },
      mismatch: "audience",
    },
    { name: "no audience", provider: shared, claims: { iss: "https://api.workos.com" }, mismatch: "audience" },
    {
      name: "an empty audience asked for",
      provider: { ...shared, applicationID: "" },
      claims: { iss: "https://api.workos.com", aud: "client_01" },
      mismatch: "audience",
    },
    {
      name: "neither audience nor issuer",
      provider: shared,
      claims: { iss: "https://other.example" },
      mismatch: "audience",
    },
    {
      name: "OIDC",
      provider: clerk,
      claims: { iss: "https://clerk.example.com/", aud: ["convex", "x"] },
      mismatch: null,
    },
    {
      name: "OIDC without an audience",
      provider: clerk,
      claims: { iss: "https://clerk.example.com" },
      mismatch: "audience",
    },
    {
      name: "a stranger on the shared issuer that asks for no audience",
      provider: { ...shared, applicationID: null },
      claims: { iss: "https://api.workos.com", aud: "client_02" },
      mismatch: null,
    },
  ];
  test.each(rows)("with $name: $mismatch", ({ provider, claims, mismatch }) => {
    expect(matchToken([provider], claims)).toEqual(
      mismatch === null
        ? { matched: true, index: 0, provider }
        : { matched: false, reason: "no-provider", mismatches: [{ provider: 0, reason: mismatch }] },
    );
  });

  it("without an issuer matches nothing", () => {
    expect(matchToken([session], { aud: "client_01" })).toEqual({ matched: false, reason: "no-issuer-claim" });
  });

  it("goes to the first provider that fits, and to no later one", () => {
    const twin = { ...session, issuer: `${issuer}/`, jwks: "https://other.example/jwks" };
    expect(matchToken([shared, twin, session], { iss: issuer })).toEqual({ matched: true, index: 1, provider: twin });
    expect(matchToken([], { iss: issuer })).toEqual({ matched: false, reason: "no-provider", mismatches: [] });
  });

  it("is trimmed in linear time", () => {
    const slashes = `https://${"/".repeat(200_000)}x`;
    const start = performance.now();
    expect(matchToken([{ ...session, issuer: slashes }], { iss: slashes }).matched).toBe(true);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it("is verified by the matched provider's rules", () => {
    expect(issuerOf(clerk)).toBe("https://clerk.example.com");
    expect(issuerOf(session)).toBe(issuer);
    expect(acceptedAlgorithms({ ...session, algorithm: "ES256" })).toEqual(["ES256"]);
    expect(acceptedAlgorithms(clerk)).toEqual(["RS256", "EdDSA"]);
    expect(acceptsAudience(clerk, { aud: "convex" })).toBe(true);
    expect(acceptsAudience(clerk, { aud: ["convex"] })).toBe(true);
    expect(acceptsAudience(clerk, { aud: ["convex", "x"] })).toBe(false);
    expect(acceptsAudience(clerk, { aud: "x" })).toBe(false);
    expect(acceptsAudience(clerk, {})).toBe(false);
    expect(acceptsAudience(session, {})).toBe(true);
    expect(acceptsAudience(shared, { aud: ["x", "client_01"] })).toBe(true);
    expect(acceptsAudience(shared, {})).toBe(false);
    expect(CLOCK_LEEWAY_SECONDS).toBe(5);
  });

  it("that no provider takes is answered in Convex's words", () => {
    expect(describeNoProvider([session], "production")).toBe("No auth provider found matching the given token");
    expect(describeNoProvider([], "development")).toBe(
      "No auth provider found matching the given token (no providers configured). Check convex/auth.config.ts.",
    );
    expect(describeNoProvider([clerk, shared, session], "development")).toBe(
      `No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [OIDC(domain=https://clerk.example.com, app_id=convex), CustomJWT(issuer=https://api.workos.com/, app_id=client_01), CustomJWT(issuer=${issuer}, app_id=none)]`,
    );
  });
});

describe("a JWKS response", () => {
  test.each([
    ["application/json", true],
    ["application/jwk-set+json", true],
    ["Application/JSON; Charset=UTF-8", true],
    ['application/json; charset="utf-8"', true],
    ["application/json; profile=x", true],
    ["application/json; charset=latin1", false],
    ["text/html", false],
    ["", false],
  ])("of type %j: %s", (contentType, read) => {
    expect(isJwksContentType(contentType)).toBe(read);
  });
});

describe("issuers that Convex takes for the same", () => {
  it.each([
    { issuer: "https://api.workos.com/", same: "https://api.workos.com" },
    { issuer: "https://api.workos.com///", same: "https://api.workos.com" },
    { issuer: "api.workos.com/", same: "https://api.workos.com" },
    { issuer: "http://api.workos.com/", same: "http://api.workos.com" },
    { issuer: "https://api.workos.com//x", same: "https://api.workos.com//x" },
    { issuer: "auth.example.com/?to=https://x", same: "https://auth.example.com/?to=https://x" },
    { issuer: "", same: "https://" },
  ])("$issuer", ({ issuer, same }) => {
    expect(comparableIssuer(issuer)).toBe(same);
  });
});
