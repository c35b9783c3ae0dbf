import { describe, expect, it } from "vitest";
import {
  API_HOST,
  CLIENT_ID_IN_TEXT,
  DEFAULT_WORLD,
  canBeClientId,
  comparableIssuer,
  isAmbiguousText,
  isClientId,
  isClientIdVariable,
  isSharedWithStrangers,
  jwksUrl,
  pieceIndex,
  pieceOf,
  readIssuer,
  readJwks,
  sharedIssuer,
  userManagementIssuer,
} from "../../src/platform/workos.js";
import type { Damage, IssuerReading, JwksReading, Role, World } from "../../src/platform/workos.js";

const id = "client_01ABCDEFGHJKMNPQRSTVWXYZ00";
/** An unreadable piece of text that the file uses as a client id, and one of which nothing is known. */
const [known, unknown] = [pieceOf(0) ?? "", pieceOf(1) ?? ""];
const isKnown = (pattern: string): boolean => pattern === known;

const issuerOf = (pattern: string, world: Partial<World> = {}): IssuerReading =>
  readIssuer(pattern, { ...DEFAULT_WORLD, ...world }, isKnown);
const jwksOf = (pattern: string, world: Partial<World> = {}, host = API_HOST): JwksReading =>
  readJwks(pattern, { ...DEFAULT_WORLD, ...world }, host, isKnown);

const custom = { apiHostnames: ["auth.example.com"] };

interface IssuerRow {
  readonly issuer: string;
  readonly role: Role;
  readonly damage?: Damage;
  readonly clientId?: string;
  readonly canonical?: string;
}

const shared = "https://api.workos.com/";
const userManagement = `https://api.workos.com/user_management/${id}`;

describe("issuers that a token can carry", () => {
  const rows: readonly IssuerRow[] = [
    { issuer: "https://api.workos.com/", role: "shared", canonical: shared },
    { issuer: "https://api.workos.com", role: "shared", canonical: shared },
    { issuer: "https://api.workos.com//", role: "shared", canonical: shared },
    { issuer: "api.workos.com", role: "shared", canonical: shared },
    { issuer: "api.workos.com/", role: "shared", canonical: shared },
    { issuer: userManagement, role: "user-management", clientId: id, canonical: userManagement },
    { issuer: `${userManagement}/`, role: "user-management", clientId: id, canonical: userManagement },
    {
      issuer: `api.workos.com/user_management/${id}`,
      role: "user-management",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/user_management/${known}`,
      role: "user-management",
      clientId: known,
      canonical: `https://api.workos.com/user_management/${known}`,
    },
    {
      issuer: `https://api.workos.com/user_management/${unknown}`,
      role: "user-management",
      clientId: unknown,
      canonical: `https://api.workos.com/user_management/${unknown}`,
    },
    {
      issuer: `https://api.workos.com/user_management/client_${unknown}`,
      role: "user-management",
      clientId: `client_${unknown}`,
      canonical: `https://api.workos.com/user_management/client_${unknown}`,
    },
    {
      issuer: `https://api.workos.com/sso/${id}`,
      role: "gated",
      clientId: id,
      canonical: `https://api.workos.com/sso/${id}`,
    },
    {
      issuer: `https://api.workos.com/sso/${unknown}/`,
      role: "gated",
      clientId: unknown,
      canonical: `https://api.workos.com/sso/${unknown}`,
    },
    {
      issuer: `https://api.workos.com/convex/${id}`,
      role: "gated",
      clientId: id,
      canonical: `https://api.workos.com/convex/${id}`,
    },
  ];

  it.each(rows)("$issuer", ({ issuer, role, clientId = null, canonical = null }) => {
    expect(issuerOf(issuer)).toMatchObject({ role, host: API_HOST, clientId, damage: null, canonical });
  });

  it.each([
    { issuer: "https://auth.example.com/", role: "shared", clientId: null },
    { issuer: "https://auth.example.com", role: "shared", clientId: null },
    { issuer: `https://auth.example.com/user_management/${id}`, role: "user-management", clientId: id },
    { issuer: `https://auth.example.com/sso/${id}`, role: "gated", clientId: id },
  ])("$issuer, where auth.example.com is a custom Authentication API domain", ({ issuer, role, clientId }) => {
    expect(issuerOf(issuer, custom)).toMatchObject({ role, host: "auth.example.com", clientId, damage: null });
  });

  it("is written with its own host", () => {
    expect(issuerOf("auth.example.com", custom).canonical).toBe("https://auth.example.com/");
    expect(issuerOf(`auth.example.com/user_management/${id}/`, custom).canonical).toBe(
      `https://auth.example.com/user_management/${id}`,
    );
  });
});

describe("issuers that no token carries", () => {
  const rows: readonly IssuerRow[] = [
    // Scheme.
    { issuer: "http://api.workos.com/", role: "shared", damage: "scheme", canonical: shared },
    { issuer: "HTTPS://api.workos.com/", role: "shared", damage: "scheme", canonical: shared },
    { issuer: "https:/api.workos.com/", role: "shared", damage: "scheme", canonical: shared },
    { issuer: "https:api.workos.com/", role: "shared", damage: "scheme", canonical: shared },
    { issuer: "https//api.workos.com/", role: "shared", damage: "scheme", canonical: shared },
    { issuer: "https:///api.workos.com/", role: "shared", damage: "scheme", canonical: shared },
    { issuer: "//api.workos.com/", role: "shared", damage: "scheme", canonical: shared },
    { issuer: "http:/api.workos.com/", role: "shared", damage: "scheme", canonical: shared },
    { issuer: "https:////workos.com/", role: "shared", damage: "scheme", canonical: shared },
    { issuer: "ftp://api.workos.com/", role: "shared", damage: "scheme", canonical: shared },
    {
      issuer: `http://api.workos.com/user_management/${id}`,
      role: "user-management",
      damage: "scheme",
      clientId: id,
      canonical: userManagement,
    },
    // Host.
    { issuer: "https://API.WORKOS.COM/", role: "shared", damage: "host-case", canonical: shared },
    { issuer: "https://api.WorkOS.com/", role: "shared", damage: "host-case", canonical: shared },
    { issuer: "https://api.workos.com:443/", role: "shared", damage: "host", canonical: shared },
    { issuer: "https://api.workos.com./", role: "shared", damage: "host", canonical: shared },
    { issuer: "https://user@api.workos.com/", role: "shared", damage: "host", canonical: shared },
    { issuer: "https://user@workos.com/", role: "shared", damage: "host", canonical: shared },
    { issuer: "https://workos.com/", role: "shared", damage: "host", canonical: shared },
    { issuer: "workos.com", role: "shared", damage: "host", canonical: shared },
    { issuer: "https://auth.workos.com", role: "shared", damage: "host", canonical: shared },
    { issuer: "https://a.b.workos.com", role: "shared", damage: "host", canonical: shared },
    {
      issuer: `https://workos.com/user_management/${id}`,
      role: "user-management",
      damage: "host",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.co/user_management/${id}`,
      role: "user-management",
      damage: "host",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.work-os.com/user_management/${id}`,
      role: "user-management",
      damage: "host",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.wrokos.com/user_management/${id}`,
      role: "user-management",
      damage: "host",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://apiworkos.com/sso/${id}`,
      role: "gated",
      damage: "host",
      clientId: id,
      canonical: `https://api.workos.com/sso/${id}`,
    },
    // Debris.
    { issuer: "<https://api.workos.com/>", role: "shared", damage: "debris", canonical: shared },
    { issuer: "https://api.workos.com/,", role: "shared", damage: "debris", canonical: shared },
    { issuer: "https://api.workos.com/;", role: "shared", damage: "debris", canonical: shared },
    { issuer: " https://api.workos.com/", role: "shared", damage: "debris", canonical: shared },
    { issuer: "https://api.workos.com/ ", role: "shared", damage: "debris", canonical: shared },
    { issuer: "https://api.workos.com/\n", role: "shared", damage: "debris", canonical: shared },
    { issuer: '"https://api.workos.com/"', role: "shared", damage: "debris", canonical: shared },
    { issuer: "'https://api.workos.com/'", role: "shared", damage: "debris", canonical: shared },
    { issuer: "`https://api.workos.com/`", role: "shared", damage: "debris", canonical: shared },
    { issuer: "(https://api.workos.com/)", role: "shared", damage: "debris", canonical: shared },
    {
      issuer: "[https://api.workos.com/](https://api.workos.com/)",
      role: "shared",
      damage: "debris",
      canonical: shared,
    },
    { issuer: "https://api. workos.com/", role: "shared", damage: "debris", canonical: shared },
    {
      issuer: `<${userManagement}>`,
      role: "user-management",
      damage: "debris",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `${userManagement},`,
      role: "user-management",
      damage: "debris",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/user_management/ ${id}`,
      role: "user-management",
      damage: "debris",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `<https://api.workos.com/user_management/${known}>`,
      role: "user-management",
      damage: "debris",
      clientId: known,
      canonical: `https://api.workos.com/user_management/${known}`,
    },
    // Query and hash.
    { issuer: "https://api.workos.com/?x=1", role: "shared", damage: "query", canonical: shared },
    { issuer: "https://api.workos.com?x=1", role: "shared", damage: "query", canonical: shared },
    { issuer: "api.workos.com/?to=https://app.example.com", role: "shared", damage: "query", canonical: shared },
    { issuer: "https://api.workos.com/#", role: "shared", damage: "query", canonical: shared },
    {
      issuer: `${userManagement}#x`,
      role: "user-management",
      damage: "query",
      clientId: id,
      canonical: userManagement,
    },
    // Metadata documents.
    {
      issuer: "https://api.workos.com/.well-known/openid-configuration",
      role: "shared",
      damage: "well-known",
      canonical: shared,
    },
    { issuer: "https://api.workos.com/.well-known/jwks.json", role: "shared", damage: "well-known", canonical: shared },
    {
      issuer: `${userManagement}/.well-known/openid-configuration`,
      role: "user-management",
      damage: "well-known",
      clientId: id,
      canonical: userManagement,
    },
    // Slashes inside.
    {
      issuer: `https://api.workos.com//user_management/${id}`,
      role: "user-management",
      damage: "double-slash",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `api.workos.com//user_management/${id}`,
      role: "user-management",
      damage: "double-slash",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/user_management//${id}`,
      role: "user-management",
      damage: "double-slash",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com\\user_management\\${id}`,
      role: "user-management",
      damage: "double-slash",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com//sso/${id}`,
      role: "gated",
      damage: "double-slash",
      clientId: id,
      canonical: `https://api.workos.com/sso/${id}`,
    },
    // The client id.
    { issuer: "https://api.workos.com/user_management", role: "user-management", damage: "client-id-missing" },
    { issuer: "https://api.workos.com/user_management/", role: "user-management", damage: "client-id-missing" },
    {
      issuer: "https://api.workos.com/user_management/client_your_client_id_here",
      role: "user-management",
      damage: "client-id-placeholder",
    },
    {
      issuer: "https://api.workos.com/user_management/your-workos-client-id-here",
      role: "user-management",
      damage: "client-id-placeholder",
    },
    {
      issuer: "https://api.workos.com/user_management/YOUR-WORKOS-CLIENT-ID",
      role: "user-management",
      damage: "client-id-placeholder",
    },
    {
      issuer: "https://api.workos.com/user_management/client_01...",
      role: "user-management",
      damage: "client-id-placeholder",
    },
    {
      issuer: "https://api.workos.com/user_management/client_123",
      role: "user-management",
      damage: "client-id-placeholder",
    },
    {
      issuer: "https://api.workos.com/user_management/project_01ABCDEFGHJKMNPQRSTVWXYZ00",
      role: "user-management",
      damage: "client-id-placeholder",
    },
    { issuer: "https://api.workos.com/user_management/<client_id>", role: "user-management", damage: "debris" },
    { issuer: "https://api.workos.com/user_management/${clientId}", role: "user-management", damage: "plain-template" },
    {
      issuer: "https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}",
      role: "user-management",
      damage: "plain-template",
    },
    {
      issuer: "https://api.workos.com/user_management/${clientId}/",
      role: "user-management",
      damage: "plain-template",
    },
    // Invented paths.
    { issuer: "https://api.workos.com/sso", role: "undetermined", damage: "path" },
    { issuer: "https://api.workos.com/sso/", role: "undetermined", damage: "path" },
    { issuer: "https://api.workos.com/sso/oidc", role: "undetermined", damage: "path" },
    { issuer: `https://api.workos.com/sso/oidc/${id}`, role: "undetermined", damage: "path", clientId: id },
    { issuer: `https://api.workos.com/sso/token/${id}`, role: "undetermined", damage: "path", clientId: id },
    { issuer: `https://api.workos.com/${id}`, role: "undetermined", damage: "path", clientId: id },
    { issuer: `https://api.workos.com/${known}`, role: "undetermined", damage: "path", clientId: known },
    { issuer: `https://api.workos.com/sso/token/${known}`, role: "undetermined", damage: "path", clientId: known },
    { issuer: "https://api.workos.com/oauth2", role: "undetermined", damage: "path" },
    {
      issuer: `https://api.workos.com/user-management/${id}`,
      role: "user-management",
      damage: "path",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/usermanagement/${id}`,
      role: "user-management",
      damage: "path",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/user_managment/${id}`,
      role: "user-management",
      damage: "path",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/usre_managemetn/${id}`,
      role: "user-management",
      damage: "path",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/usre_managemen/${id}`,
      role: "user-management",
      damage: "path",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/user_manegemant/${id}`,
      role: "user-management",
      damage: "path",
      clientId: id,
      canonical: userManagement,
    },
    { issuer: `https://api.workos.com/usre_manegemetn/${id}`, role: "undetermined", damage: "path", clientId: id },
    { issuer: `https://api.workos.com/uxyr_managxment/${id}`, role: "undetermined", damage: "path", clientId: id },
    { issuer: `https://api.workos.com/uxsr_managxment/${id}`, role: "undetermined", damage: "path", clientId: id },
    { issuer: `https://api.workos.com/uexr_managxment/${id}`, role: "undetermined", damage: "path", clientId: id },
    { issuer: `https://api.workos.com/oser_manegemant/${id}`, role: "undetermined", damage: "path", clientId: id },
    {
      issuer: `https://api.workos.com/User_Management/${id}`,
      role: "user-management",
      damage: "path",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/user_management/${id}/sessions`,
      role: "user-management",
      damage: "path",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/user_management/jwks/${id}`,
      role: "user-management",
      damage: "path",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/SSO/${id}`,
      role: "gated",
      damage: "path",
      clientId: id,
      canonical: `https://api.workos.com/sso/${id}`,
    },
    {
      issuer: `https://api.workos.com/Convex/${id}`,
      role: "gated",
      damage: "path",
      clientId: id,
      canonical: `https://api.workos.com/convex/${id}`,
    },
  ];

  it.each(rows)("$issuer", ({ issuer, role, damage, clientId = null, canonical = null }) => {
    expect(issuerOf(issuer)).toMatchObject({ role, host: API_HOST, damage, clientId, canonical });
  });

  it("carries the first damage that is met, and is repaired as a whole", () => {
    expect(issuerOf(`<http://API.workos.com//user_management/${id}/>,`)).toMatchObject({
      damage: "debris",
      canonical: userManagement,
    });
  });

  it.each([
    { issuer: "https://AUTH.example.com/", damage: "host-case", canonical: "https://auth.example.com/" },
    { issuer: "http://auth.example.com/", damage: "scheme", canonical: "https://auth.example.com/" },
    { issuer: "<https://auth.example.com/>", damage: "debris", canonical: "https://auth.example.com/" },
    { issuer: "https://auth.example.com/sso", damage: "path", canonical: null },
    {
      issuer: `https://auth.example.co/user_management/${id}`,
      damage: "host",
      canonical: `https://auth.example.com/user_management/${id}`,
    },
    {
      issuer: `https://auth.example.com//user_management/${id}`,
      damage: "double-slash",
      canonical: `https://auth.example.com/user_management/${id}`,
    },
  ])("$issuer, where auth.example.com is a custom Authentication API domain", ({ issuer, damage, canonical }) => {
    expect(issuerOf(issuer, custom)).toMatchObject({ host: "auth.example.com", damage, canonical });
  });
});

describe("issuers of a custom domain without a top-level domain", () => {
  const internal = { apiHostnames: ["auth.internal-host"] };

  it("need a scheme, since Convex refuses them without", () => {
    expect(issuerOf("auth.internal-host/", internal)).toMatchObject({
      role: "shared",
      damage: "refused",
      canonical: "https://auth.internal-host/",
    });
    expect(issuerOf("https://auth.internal-host/", internal)).toMatchObject({ role: "shared", damage: null });
  });
});

describe("issuers of other vendors", () => {
  it.each([
    "https://auth.example.com",
    "https://example.clerk.accounts.dev",
    "https://tenant.eu.auth0.com/",
    "https://accounts.google.com",
    "https://example.authkit.app",
    "https://securetoken.google.com/project",
    "http://localhost:3000",
    "localhost:3000",
    "auth.example.com",
    "https://auth.example.com/,",
    `https://auth.example.com/user_management/${id}`,
    "https://notworkos.com/",
    "https://workos.com.example/",
    "https://api.workos.dev.example/",
    "https://api.wrkos.com/",
    "https://api.wrokos.com/x",
    "https://apo.workas.co/",
    `https://apo.workas.org/user_management/${id}`,
  ])("%s is none of WorkOS's", (issuer) => {
    expect(issuerOf(issuer)).toMatchObject({ role: "other", clientId: null, damage: null, canonical: null });
  });

  it.each([
    { issuer: "", canonical: null },
    { issuer: "https://", canonical: null },
    { issuer: "tenant", canonical: null },
    { issuer: "ftp://auth.example.com", canonical: null },
    { issuer: '"https://auth.example.com"', canonical: "https://auth.example.com" },
    { issuer: "<https://auth.example.com>", canonical: "https://auth.example.com" },
  ])("%s is refused by Convex", ({ issuer, canonical }) => {
    expect(issuerOf(issuer)).toMatchObject({ role: "other", damage: "refused", canonical });
  });

  it.each([
    { issuer: `https://auth.example.com/user_management/${id}`, namesClient: true },
    { issuer: `https://auth.example.com/sso/${unknown}`, namesClient: true },
    { issuer: `https://auth.example.com/convex/${id}`, namesClient: true },
    { issuer: "https://auth.example.com/user_management", namesClient: true },
    { issuer: `https://auth.example.com/user_management${unknown}/x`, namesClient: true },
    { issuer: `https://auth.example.com/${unknown}`, namesClient: false },
    { issuer: "https://auth.example.com/", namesClient: false },
    { issuer: "https://auth.example.com/sso", namesClient: false },
    { issuer: `https://auth.example.com/${id}`, namesClient: false },
  ])("$issuer may take the tokens of a custom domain's sessions: $namesClient", ({ issuer, namesClient }) => {
    expect(issuerOf(issuer).namesClient).toBe(namesClient);
  });
});

describe("issuers that cannot be read", () => {
  it.each([
    unknown,
    known,
    `${unknown}/`,
    `https://${unknown}`,
    `https://${unknown}/`,
    `https://${unknown}.example.com/`,
    `https://api.${unknown}/user_management/${id}`,
    `${unknown}/user_management/${id}`,
    `https://api.workos.com/${unknown}`,
    `https://api.workos.com/sso/${unknown}/x`,
    `https://api.workos.com/${unknown}/${unknown}`,
    `http://api.workos.com/${unknown}`,
    `https://api.workos.com/user_management\${x}/${id}`,
    `https://api.workos.com/user_management${unknown}`,
    `https://api.workos.com/user_man${unknown}`,
  ])("%s is unclear", (issuer) => {
    expect(issuerOf(issuer)).toMatchObject({ role: "unclear", clientId: null, damage: null, canonical: null });
  });

  it("may be refused by what surrounds the unreadable piece", () => {
    expect(issuerOf(`ftp://${unknown}`)).toMatchObject({ role: "unclear", damage: "refused", canonical: null });
    expect(issuerOf(`/user_management/${id}`)).toMatchObject({ role: "unclear", damage: "refused", canonical: null });
    expect(issuerOf(`"${unknown}"`)).toMatchObject({ role: "unclear", damage: "refused", canonical: null });
  });
});

interface JwksRow {
  readonly jwks: string;
  readonly damage: Damage | null;
  readonly clientId?: string | null;
}

describe("JWKS of WorkOS that answer", () => {
  const rows: readonly JwksRow[] = [
    { jwks: `https://api.workos.com/sso/jwks/${id}`, damage: null, clientId: id },
    { jwks: `https://API.WorkOS.com/sso/jwks/${id}`, damage: null, clientId: id },
    { jwks: `HTTPS://api.workos.com/sso/jwks/${id}`, damage: null, clientId: id },
    { jwks: `https://api.workos.com:443/sso/jwks/${id}`, damage: null, clientId: id },
    { jwks: `https://api.workos.com/sso/jwks/${known}`, damage: null, clientId: known },
    { jwks: `https://api.workos.com/sso/jwks/${unknown}`, damage: null, clientId: unknown },
    { jwks: `https://api.workos.com/sso/jwks/client_${unknown}`, damage: null, clientId: `client_${unknown}` },
  ];

  it.each(rows)("$jwks", ({ jwks, damage, clientId }) => {
    expect(jwksOf(jwks)).toEqual({ kind: "workos", host: API_HOST, damage, clientId });
  });

  it("may be on the custom domain or on the common host", () => {
    expect(jwksOf(`https://auth.example.com/sso/jwks/${id}`, custom, "auth.example.com")).toEqual({
      kind: "workos",
      host: "auth.example.com",
      damage: null,
      clientId: id,
    });
    expect(jwksOf(`https://api.workos.com/sso/jwks/${id}`, custom, "auth.example.com")).toEqual({
      kind: "workos",
      host: API_HOST,
      damage: null,
      clientId: id,
    });
  });
});

describe("JWKS of WorkOS that never answer", () => {
  const rows: readonly JwksRow[] = [
    { jwks: `http://api.workos.com/sso/jwks/${id}`, damage: "scheme", clientId: id },
    { jwks: `api.workos.com/sso/jwks/${id}`, damage: "scheme", clientId: id },
    { jwks: `//api.workos.com/sso/jwks/${id}`, damage: "scheme", clientId: id },
    { jwks: `https//api.workos.com/sso/jwks/${id}`, damage: "scheme", clientId: id },
    { jwks: `https://workos.com/sso/jwks/${id}`, damage: "host", clientId: id },
    { jwks: `https://auth.workos.com/sso/jwks/${id}`, damage: "host", clientId: id },
    { jwks: `https://api.workos.com:8443/sso/jwks/${id}`, damage: "host", clientId: id },
    { jwks: `https://api.wrokos.com/sso/jwks/${id}`, damage: "host", clientId: id },
    { jwks: `<https://api.workos.com/sso/jwks/${id}>`, damage: "debris", clientId: id },
    { jwks: `https://api.workos.com/sso/jwks/${id},`, damage: "debris", clientId: id },
    { jwks: `https://api.workos.com/sso/jwks/ ${id}`, damage: "debris", clientId: id },
    { jwks: `https://api.workos.com/sso/jwks/${id}?x=1`, damage: "query", clientId: id },
    { jwks: `https://api.workos.com//sso/jwks/${id}`, damage: "double-slash", clientId: id },
    { jwks: `https://api.workos.com/sso/jwks//${id}`, damage: "double-slash", clientId: id },
    { jwks: `https://api.workos.com/sso/jwks/${id}/`, damage: "path", clientId: id },
    { jwks: "https://api.workos.com/sso/jwks", damage: "client-id-missing", clientId: null },
    { jwks: "https://api.workos.com/sso/jwks/", damage: "client-id-missing", clientId: null },
    { jwks: "https://api.workos.com/sso/jwks/${clientId}", damage: "plain-template", clientId: null },
    {
      jwks: "https://api.workos.com/sso/jwks/client_your_client_id_here",
      damage: "client-id-placeholder",
      clientId: null,
    },
    {
      jwks: "https://api.workos.com/sso/jwks/project_01ABCDEFGHJKMNPQRSTVWXYZ00",
      damage: "client-id-placeholder",
      clientId: null,
    },
    { jwks: `https://api.workos.com/user_management/jwks/${id}`, damage: "path", clientId: id },
    { jwks: `https://api.workos.com/user_management/jwks/${known}`, damage: "path", clientId: known },
    { jwks: `https://api.workos.com/sso/${id}`, damage: "path", clientId: id },
    { jwks: `https://api.workos.com/jwks/${id}`, damage: "path", clientId: id },
    { jwks: `https://api.workos.com/SSO/jwks/${id}`, damage: "path", clientId: id },
    { jwks: `https://api.workos.com/sso/jwks/${id}/x`, damage: "path", clientId: id },
    { jwks: `https://api.workos.com/${unknown}/${id}`, damage: "path", clientId: id },
    { jwks: "https://api.workos.com/data:", damage: "path", clientId: null },
    { jwks: "https://api.workos.com/oauth2/jwks", damage: "path", clientId: null },
    { jwks: "https://api.workos.com/", damage: "path", clientId: null },
    { jwks: "https://api.workos.com", damage: "path", clientId: null },
    { jwks: "https://api.workos.com/.well-known/jwks.json", damage: "well-known", clientId: null },
    { jwks: `https://api.workos.com/sso/jwks/${id}/.well-known/jwks.json`, damage: "well-known", clientId: id },
    { jwks: "https://example.authkit.app/oauth2/jwks", damage: "host", clientId: null },
    { jwks: "", damage: "host", clientId: null },
    { jwks: "/", damage: "host", clientId: null },
    { jwks: `/sso/jwks/${id}`, damage: "host", clientId: id },
    { jwks: `sso/jwks/${id}`, damage: "host", clientId: id },
    { jwks: `/sso/jwks/${known}`, damage: "host", clientId: known },
    { jwks: id, damage: "host", clientId: null },
    { jwks: "${jwks}", damage: "plain-template", clientId: null },
    { jwks: "${base}/sso/jwks/${clientId}", damage: "plain-template", clientId: null },
  ];

  it.each(rows)("$jwks", ({ jwks, damage, clientId }) => {
    expect(jwksOf(jwks)).toEqual({ kind: "workos", host: API_HOST, damage, clientId });
  });

  it("are read against the custom domain of their issuer", () => {
    expect(jwksOf("https://auth.example.com/oauth2/jwks", custom, "auth.example.com")).toMatchObject({
      kind: "workos",
      host: "auth.example.com",
      damage: "path",
    });
    expect(jwksOf("/sso/jwks", custom, "auth.example.com")).toMatchObject({
      kind: "workos",
      host: "auth.example.com",
      damage: "host",
    });
  });
});

describe("JWKS of which nothing is said", () => {
  it.each([
    "data:text/plain;charset=utf-8;base64,e30=",
    " data:application/json,{}",
    "data:",
    `https://${unknown}.workos.com/sso/jwks/${id}`,
    "https://auth/jwks",
    unknown,
    known,
    `${unknown}/sso/jwks/${id}`,
    `https://${unknown}/sso/jwks/${id}`,
    `https://api.${unknown}/jwks`,
    "https://auth.example.com/.well-known/jwks.json",
    "https://auth.example.com/sso/jwks/x",
    "auth.example.com/jwks",
    "http://localhost:3000/jwks",
    "localhost:3000/jwks",
    "localhost/jwks",
    `https://api.workos.com/${unknown}`,
    `https://api.workos.com/sso/${unknown}/x`,
  ])("%s", (jwks) => {
    expect(jwksOf(jwks)).toMatchObject({ kind: "elsewhere", clientId: null, damage: null });
  });

  it("are those of an AuthKit domain under an issuer of a custom domain", () => {
    expect(jwksOf("https://example.authkit.app/oauth2/jwks", custom, "auth.example.com").kind).toBe("elsewhere");
  });
});

describe("client ids", () => {
  it.each([
    { text: id, is: true },
    { text: "client_01ARZ3NDEKTSV4RRFFQ69G5FAV", is: true },
    { text: "client_abcdefghij0123456789", is: true },
    { text: "client_abcdefghij012345678", is: false },
    { text: "client_your_client_id_here", is: false },
    { text: "CLIENT_01ARZ3NDEKTSV4RRFFQ69G5FAV", is: false },
    { text: "project_01ARZ3NDEKTSV4RRFFQ69G5FAV", is: false },
    { text: "environment_01ARZ3NDEKTSV4RRFFQ69G5FAV", is: false },
    { text: "org_01ARZ3NDEKTSV4RRFFQ69G5FAV", is: false },
    { text: `${id}/`, is: false },
    { text: `x${id}`, is: false },
    { text: "convex", is: false },
    { text: "", is: false },
  ])("$text: $is", ({ text, is }) => {
    expect(isClientId(text)).toBe(is);
    expect(canBeClientId(text)).toBe(is);
  });

  it("can be in an unreadable piece, with what surrounds it", () => {
    expect(canBeClientId(unknown)).toBe(true);
    expect(canBeClientId(`client_${unknown}`)).toBe(true);
    expect(canBeClientId(`cli${unknown}`)).toBe(true);
    expect(canBeClientId(`client_01H${unknown}`)).toBe(true);
    expect(canBeClientId(`convex_${unknown}`)).toBe(false);
    expect(canBeClientId(`${unknown}_${known}`)).toBe(true);
    expect(canBeClientId(`${unknown}.x`)).toBe(false);
    expect(canBeClientId(`x ${unknown}`)).toBe(false);
  });

  it("are found in a text", () => {
    expect(CLIENT_ID_IN_TEXT.exec(`https://api.workos.com/sso/jwks/${id}/x`)?.[0]).toBe(id);
    expect(CLIENT_ID_IN_TEXT.test("https://api.workos.com/sso/jwks/client_123")).toBe(false);
  });

  it.each([
    { name: "WORKOS_CLIENT_ID", is: true },
    { name: "VITE_WORKOS_CLIENT_ID", is: true },
    { name: "WORKOS_CLIENTID", is: true },
    { name: "workosClientId", is: true },
    { name: "WORKOS_API_KEY", is: false },
    { name: "CLIENT", is: false },
  ])("are in $name by its name: $is", ({ name, is }) => {
    expect(isClientIdVariable(name)).toBe(is);
  });
});

describe("pieces of a pattern", () => {
  it("are one character each, and tell their index", () => {
    expect(pieceOf(0)).toBe("\uE000");
    expect(pieceOf(0x18fe)).toBe("\uF8FE");
    expect(pieceOf(0x18ff)).toBeNull();
    expect(pieceIndex("\uE000")).toBe(0);
    expect(pieceIndex("\uF8FE")).toBe(0x18fe);
    expect(pieceIndex("\uF8FF")).toBeNull();
    expect(pieceIndex("a")).toBeNull();
    expect(pieceIndex("")).toBeNull();
  });

  it("can be told from text unless the text holds such characters itself", () => {
    expect(isAmbiguousText("https://api.workos.com/")).toBe(false);
    expect(isAmbiguousText("a\uE000")).toBe(true);
    expect(isAmbiguousText("a\uF8FF")).toBe(true);
  });
});

describe("URLs of the template", () => {
  it("are those of the official guide", () => {
    expect(sharedIssuer(API_HOST)).toBe("https://api.workos.com/");
    expect(userManagementIssuer(API_HOST, id)).toBe(userManagement);
    expect(jwksUrl(API_HOST, id)).toBe(`https://api.workos.com/sso/jwks/${id}`);
  });

  it("are read as sound", () => {
    expect(issuerOf(sharedIssuer("auth.example.com"), custom).damage).toBeNull();
    expect(issuerOf(userManagementIssuer("auth.example.com", id), custom).damage).toBeNull();
    expect(jwksOf(jwksUrl("auth.example.com", id), custom, "auth.example.com").damage).toBeNull();
  });

  it("are shared with strangers on the common host alone", () => {
    expect(isSharedWithStrangers(API_HOST)).toBe(true);
    expect(isSharedWithStrangers("auth.example.com")).toBe(false);
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

describe("long texts", () => {
  it.each(["<", " ", "/", "\\", "${", "${a}", "](", ".", "a/", "https:", "user_management/", "@", ",", ">", unknown])(
    "of many %s are read in time",
    (piece) => {
      const text = piece.repeat(20_000);
      const start = performance.now();
      issuerOf(text);
      jwksOf(text);
      issuerOf(`https://api.workos.com/${text}x`);
      jwksOf(`https://api.workos.com/${text}x`);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});
