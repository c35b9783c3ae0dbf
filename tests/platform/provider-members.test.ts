import { describe, expect, it } from "vitest";
import {
  ALGORITHMS,
  REFUSED_AUDIENCE_SPELLINGS,
  intendedAlgorithm,
  intendedMember,
  intendedType,
  isAudienceStandIn,
} from "../../src/platform/provider-members.js";
import { validatePush } from "../../src/platform/convex.js";

describe("the member that a name was meant for", () => {
  it.each([
    { name: "applicationId", member: "applicationID" },
    { name: "applicationid", member: "applicationID" },
    { name: "application_id", member: "applicationID" },
    { name: "application-id", member: "applicationID" },
    { name: "ApplicationID", member: "applicationID" },
    { name: "jwksUri", member: "jwks" },
    { name: "jwksUrl", member: "jwks" },
    { name: "jwksURL", member: "jwks" },
    { name: "jwks_uri", member: "jwks" },
    { name: "jwksEndpoint", member: "jwks" },
    { name: "JWKS", member: "jwks" },
    { name: "jwk", member: "jwks" },
    { name: "algorithms", member: "algorithm" },
    { name: "alg", member: "algorithm" },
    { name: "algs", member: "algorithm" },
    { name: "algo", member: "algorithm" },
    { name: "Algorithm", member: "algorithm" },
    { name: "iss", member: "issuer" },
    { name: "issuers", member: "issuer" },
    { name: "issuerUrl", member: "issuer" },
    { name: "issuer_uri", member: "issuer" },
    { name: "domains", member: "domain" },
    { name: "Domain", member: "domain" },
    { name: "Type", member: "type" },
  ])("$name means $member", ({ name, member }) => {
    expect(intendedMember(name)).toBe(member);
  });

  it.each([
    "applicationID",
    "jwks",
    "algorithm",
    "issuer",
    "domain",
    "type",
    "name",
    "audience",
    "clientId",
    "jwksCache",
    "issuerName",
    "types",
    "toString",
    "",
  ])("%s is right, or merely unknown", (name) => {
    expect(intendedMember(name)).toBeNull();
  });
});

describe("members that mean the audience elsewhere", () => {
  it.each(["audience", "aud", "clientId", "clientID", "client_id", "appId", "appID", "app_id"])("%s", (name) => {
    expect(isAudienceStandIn(name)).toBe(true);
  });

  it.each(["applicationID", "applicationId", "audiences", "client", "id", "name", ""])("not %s", (name) => {
    expect(isAudienceStandIn(name)).toBe(false);
  });
});

describe("the algorithm that a text means", () => {
  it.each([
    { text: "RS256", algorithm: "RS256" },
    { text: "rs256", algorithm: "RS256" },
    { text: "RS-256", algorithm: "RS256" },
    { text: "RS_256", algorithm: "RS256" },
    { text: " RS256 ", algorithm: "RS256" },
    { text: "es256", algorithm: "ES256" },
    { text: "EdDSA", algorithm: null },
    { text: "HS256", algorithm: null },
    { text: "RS512", algorithm: null },
    { text: "RSA", algorithm: null },
    { text: "", algorithm: null },
  ])("$text means $algorithm", ({ text, algorithm }) => {
    expect(intendedAlgorithm(text)).toBe(algorithm);
  });
});

describe("the type that a text means", () => {
  it.each([
    { text: "customJwt", type: "customJwt" },
    { text: "customJWT", type: "customJwt" },
    { text: "custom-jwt", type: "customJwt" },
    { text: "custom_jwt", type: "customJwt" },
    { text: "jwt", type: "customJwt" },
    { text: "OIDC", type: "oidc" },
    { text: "openid", type: "oidc" },
    { text: "OpenID Connect", type: "oidc" },
    { text: "oauth", type: null },
    { text: "workos", type: null },
    { text: "", type: null },
  ])("$text means $type", ({ text, type }) => {
    expect(intendedType(text)).toBe(type);
  });
});

describe("what Convex says to them", () => {
  const jwt = { type: "customJwt", issuer: "https://a.example", jwks: "https://a.example/jwks", algorithm: "RS256" };
  const isAccepted = (provider: object): boolean => validatePush({ providers: [provider] }).accepted;

  it("it takes the algorithms, and no other", () => {
    expect(ALGORITHMS).toEqual(["RS256", "ES256"]);
    for (const algorithm of ALGORITHMS) expect(isAccepted({ ...jwt, algorithm })).toBe(true);
    for (const algorithm of ["rs256", "EdDSA", "", null]) expect(isAccepted({ ...jwt, algorithm })).toBe(false);
  });

  it("it refuses these spellings of applicationID, and ignores all others", () => {
    expect(REFUSED_AUDIENCE_SPELLINGS).toEqual(["applicationId", "applicationid"]);
    for (const name of REFUSED_AUDIENCE_SPELLINGS) expect(isAccepted({ ...jwt, [name]: "x" })).toBe(false);
    for (const name of ["application_id", "ApplicationID", "audience", "clientId", "appId", "name"])
      expect(isAccepted({ ...jwt, [name]: "x" })).toBe(true);
  });
});
