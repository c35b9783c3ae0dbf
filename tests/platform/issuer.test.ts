import { describe, expect, it } from "vitest";
import { readIssuer } from "../../src/platform/issuer.js";
import type { IssuerDamage, IssuerReading } from "../../src/platform/issuer.js";
import { standInAt } from "../../src/platform/patterns.js";
import type { UrlContext } from "../../src/platform/url.js";
import { API_HOST, DEFAULT_WORLD, sharedIssuer, userManagementIssuer } from "../../src/platform/workos.js";
import type { Role, World } from "../../src/platform/workos.js";

const id = "client_01ABCDEFGHJKMNPQRSTVWXYZ00";
/** A stand-in that the file uses as a client ID, and one of which nothing is known. */
const [known, unknown] = [standInAt(0) ?? "", standInAt(1) ?? ""];
const contextOf = (world: Partial<World>): UrlContext => ({
  world: { ...DEFAULT_WORLD, ...world },
  isKnownClientId: (pattern) => pattern === known,
});
const custom = { apiHostnames: ["auth.example.com"] };

const issuerOf = (pattern: string, world: Partial<World> = {}): IssuerReading => readIssuer(pattern, contextOf(world));

interface IssuerRow {
  readonly issuer: string;
  readonly role: Role;
  readonly damage?: IssuerDamage;
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
      role: "on-request",
      clientId: id,
      canonical: `https://api.workos.com/sso/${id}`,
    },
    {
      issuer: `https://api.workos.com/sso/${unknown}/`,
      role: "on-request",
      clientId: unknown,
      canonical: `https://api.workos.com/sso/${unknown}`,
    },
    {
      issuer: `https://api.workos.com/convex/${id}`,
      role: "on-request",
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
    { issuer: `https://auth.example.com/sso/${id}`, role: "on-request", clientId: id },
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
    { issuer: "http://api.workos.com/", role: "shared", damage: "wrongScheme", canonical: shared },
    { issuer: "HTTPS://api.workos.com/", role: "shared", damage: "wrongScheme", canonical: shared },
    { issuer: "https:/api.workos.com/", role: "shared", damage: "wrongScheme", canonical: shared },
    { issuer: "https:api.workos.com/", role: "shared", damage: "wrongScheme", canonical: shared },
    { issuer: "https//api.workos.com/", role: "shared", damage: "wrongScheme", canonical: shared },
    { issuer: "https:///api.workos.com/", role: "shared", damage: "wrongScheme", canonical: shared },
    { issuer: "//api.workos.com/", role: "shared", damage: "wrongScheme", canonical: shared },
    { issuer: "http:/api.workos.com/", role: "shared", damage: "wrongScheme", canonical: shared },
    { issuer: "https:////workos.com/", role: "shared", damage: "wrongScheme", canonical: shared },
    { issuer: "ftp://api.workos.com/", role: "shared", damage: "wrongScheme", canonical: shared },
    {
      issuer: `http://api.workos.com/user_management/${id}`,
      role: "user-management",
      damage: "wrongScheme",
      clientId: id,
      canonical: userManagement,
    },
    // Host.
    { issuer: "https://API.WORKOS.COM/", role: "shared", damage: "hostInOtherCase", canonical: shared },
    { issuer: "https://api.WorkOS.com/", role: "shared", damage: "hostInOtherCase", canonical: shared },
    { issuer: "https://api.workos.com:443/", role: "shared", damage: "wrongHost", canonical: shared },
    { issuer: "https://api.workos.com./", role: "shared", damage: "wrongHost", canonical: shared },
    { issuer: "https://user@api.workos.com/", role: "shared", damage: "wrongHost", canonical: shared },
    { issuer: "https://user@workos.com/", role: "shared", damage: "wrongHost", canonical: shared },
    { issuer: "https://workos.com/", role: "shared", damage: "wrongHost", canonical: shared },
    { issuer: "workos.com", role: "shared", damage: "wrongHost", canonical: shared },
    { issuer: "https://auth.workos.com", role: "shared", damage: "wrongHost", canonical: shared },
    { issuer: "https://a.b.workos.com", role: "shared", damage: "wrongHost", canonical: shared },
    {
      issuer: `https://workos.com/user_management/${id}`,
      role: "user-management",
      damage: "wrongHost",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.co/user_management/${id}`,
      role: "user-management",
      damage: "wrongHost",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.work-os.com/user_management/${id}`,
      role: "user-management",
      damage: "wrongHost",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.wrokos.com/user_management/${id}`,
      role: "user-management",
      damage: "wrongHost",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://apiworkos.com/sso/${id}`,
      role: "on-request",
      damage: "wrongHost",
      clientId: id,
      canonical: `https://api.workos.com/sso/${id}`,
    },
    // Debris.
    { issuer: "<https://api.workos.com/>", role: "shared", damage: "strayCharacters", canonical: shared },
    { issuer: "https://api.workos.com/,", role: "shared", damage: "strayCharacters", canonical: shared },
    { issuer: "https://api.workos.com/;", role: "shared", damage: "strayCharacters", canonical: shared },
    { issuer: " https://api.workos.com/", role: "shared", damage: "strayCharacters", canonical: shared },
    { issuer: "https://api.workos.com/ ", role: "shared", damage: "strayCharacters", canonical: shared },
    { issuer: "https://api.workos.com/\n", role: "shared", damage: "strayCharacters", canonical: shared },
    { issuer: '"https://api.workos.com/"', role: "shared", damage: "strayCharacters", canonical: shared },
    { issuer: "'https://api.workos.com/'", role: "shared", damage: "strayCharacters", canonical: shared },
    { issuer: "`https://api.workos.com/`", role: "shared", damage: "strayCharacters", canonical: shared },
    { issuer: "(https://api.workos.com/)", role: "shared", damage: "strayCharacters", canonical: shared },
    {
      issuer: "[https://api.workos.com/](https://api.workos.com/)",
      role: "shared",
      damage: "strayCharacters",
      canonical: shared,
    },
    { issuer: "https://api. workos.com/", role: "shared", damage: "strayCharacters", canonical: shared },
    {
      issuer: `<${userManagement}>`,
      role: "user-management",
      damage: "strayCharacters",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `${userManagement},`,
      role: "user-management",
      damage: "strayCharacters",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/user_management/ ${id}`,
      role: "user-management",
      damage: "strayCharacters",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `<https://api.workos.com/user_management/${known}>`,
      role: "user-management",
      damage: "strayCharacters",
      clientId: known,
      canonical: `https://api.workos.com/user_management/${known}`,
    },
    // Query and hash.
    { issuer: "https://api.workos.com/?x=1", role: "shared", damage: "queryOrHash", canonical: shared },
    { issuer: "https://api.workos.com?x=1", role: "shared", damage: "queryOrHash", canonical: shared },
    { issuer: "api.workos.com/?to=https://app.example.com", role: "shared", damage: "queryOrHash", canonical: shared },
    { issuer: "https://api.workos.com/#", role: "shared", damage: "queryOrHash", canonical: shared },
    {
      issuer: `${userManagement}#x`,
      role: "user-management",
      damage: "queryOrHash",
      clientId: id,
      canonical: userManagement,
    },
    // Metadata documents.
    {
      issuer: "https://api.workos.com/.well-known/openid-configuration",
      role: "shared",
      damage: "wellKnownAddress",
      canonical: shared,
    },
    {
      issuer: "https://api.workos.com/.well-known/jwks.json",
      role: "shared",
      damage: "wellKnownAddress",
      canonical: shared,
    },
    {
      issuer: `${userManagement}/.well-known/openid-configuration`,
      role: "user-management",
      damage: "wellKnownAddress",
      clientId: id,
      canonical: userManagement,
    },
    // Slashes inside.
    {
      issuer: `https://api.workos.com//user_management/${id}`,
      role: "user-management",
      damage: "doubleSlash",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `api.workos.com//user_management/${id}`,
      role: "user-management",
      damage: "doubleSlash",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/user_management//${id}`,
      role: "user-management",
      damage: "doubleSlash",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com\\user_management\\${id}`,
      role: "user-management",
      damage: "doubleSlash",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com//sso/${id}`,
      role: "on-request",
      damage: "doubleSlash",
      clientId: id,
      canonical: `https://api.workos.com/sso/${id}`,
    },
    // The client id.
    { issuer: "https://api.workos.com/user_management", role: "user-management", damage: "clientIdMissing" },
    { issuer: "https://api.workos.com/user_management/", role: "user-management", damage: "clientIdMissing" },
    {
      issuer: "https://api.workos.com/user_management/client_your_client_id_here",
      role: "user-management",
      damage: "clientIdPlaceholder",
    },
    {
      issuer: "https://api.workos.com/user_management/your-workos-client-id-here",
      role: "user-management",
      damage: "clientIdPlaceholder",
    },
    {
      issuer: "https://api.workos.com/user_management/YOUR-WORKOS-CLIENT-ID",
      role: "user-management",
      damage: "clientIdPlaceholder",
    },
    {
      issuer: "https://api.workos.com/user_management/client_01...",
      role: "user-management",
      damage: "clientIdPlaceholder",
    },
    {
      issuer: "https://api.workos.com/user_management/client_123",
      role: "user-management",
      damage: "clientIdPlaceholder",
    },
    {
      issuer: "https://api.workos.com/user_management/project_01ABCDEFGHJKMNPQRSTVWXYZ00",
      role: "user-management",
      damage: "clientIdPlaceholder",
    },
    {
      issuer: "https://api.workos.com/user_management/<client_id>",
      role: "user-management",
      damage: "strayCharacters",
    },
    {
      issuer: "https://api.workos.com/user_management/${clientId}",
      role: "user-management",
      damage: "templateInPlainQuotes",
    },
    {
      issuer: "https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}",
      role: "user-management",
      damage: "templateInPlainQuotes",
    },
    {
      issuer: "https://api.workos.com/user_management/${clientId}/",
      role: "user-management",
      damage: "templateInPlainQuotes",
    },
    // Invented paths.
    { issuer: "https://api.workos.com/sso", role: "workos-unspecified", damage: "unknownPath" },
    { issuer: "https://api.workos.com/sso/", role: "workos-unspecified", damage: "unknownPath" },
    { issuer: "https://api.workos.com/sso/oidc", role: "workos-unspecified", damage: "unknownPath" },
    {
      issuer: `https://api.workos.com/sso/oidc/${id}`,
      role: "workos-unspecified",
      damage: "unknownPath",
      clientId: id,
    },
    {
      issuer: `https://api.workos.com/sso/token/${id}`,
      role: "workos-unspecified",
      damage: "unknownPath",
      clientId: id,
    },
    { issuer: `https://api.workos.com/${id}`, role: "workos-unspecified", damage: "unknownPath", clientId: id },
    { issuer: `https://api.workos.com/${known}`, role: "workos-unspecified", damage: "unknownPath", clientId: known },
    {
      issuer: `https://api.workos.com/sso/token/${known}`,
      role: "workos-unspecified",
      damage: "unknownPath",
      clientId: known,
    },
    { issuer: "https://api.workos.com/oauth2", role: "workos-unspecified", damage: "unknownPath" },
    {
      issuer: `https://api.workos.com/user-management/${id}`,
      role: "user-management",
      damage: "unknownPath",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/usermanagement/${id}`,
      role: "user-management",
      damage: "unknownPath",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/user_managment/${id}`,
      role: "user-management",
      damage: "unknownPath",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/usre_managemetn/${id}`,
      role: "user-management",
      damage: "unknownPath",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/usre_managemen/${id}`,
      role: "user-management",
      damage: "unknownPath",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/user_manegemant/${id}`,
      role: "user-management",
      damage: "unknownPath",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/usre_manegemetn/${id}`,
      role: "workos-unspecified",
      damage: "unknownPath",
      clientId: id,
    },
    {
      issuer: `https://api.workos.com/uxyr_managxment/${id}`,
      role: "workos-unspecified",
      damage: "unknownPath",
      clientId: id,
    },
    {
      issuer: `https://api.workos.com/uxsr_managxment/${id}`,
      role: "workos-unspecified",
      damage: "unknownPath",
      clientId: id,
    },
    {
      issuer: `https://api.workos.com/uexr_managxment/${id}`,
      role: "workos-unspecified",
      damage: "unknownPath",
      clientId: id,
    },
    {
      issuer: `https://api.workos.com/oser_manegemant/${id}`,
      role: "workos-unspecified",
      damage: "unknownPath",
      clientId: id,
    },
    {
      issuer: `https://api.workos.com/User_Management/${id}`,
      role: "user-management",
      damage: "unknownPath",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/user_management/${id}/sessions`,
      role: "user-management",
      damage: "unknownPath",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/user_management/jwks/${id}`,
      role: "user-management",
      damage: "unknownPath",
      clientId: id,
      canonical: userManagement,
    },
    {
      issuer: `https://api.workos.com/SSO/${id}`,
      role: "on-request",
      damage: "unknownPath",
      clientId: id,
      canonical: `https://api.workos.com/sso/${id}`,
    },
    {
      issuer: `https://api.workos.com/Convex/${id}`,
      role: "on-request",
      damage: "unknownPath",
      clientId: id,
      canonical: `https://api.workos.com/convex/${id}`,
    },
  ];

  it.each(rows)("$issuer", ({ issuer, role, damage, clientId = null, canonical = null }) => {
    expect(issuerOf(issuer)).toMatchObject({ role, host: API_HOST, damage, clientId, canonical });
  });

  it("carries the first damage that is met, and is repaired as a whole", () => {
    expect(issuerOf(`<http://API.workos.com//user_management/${id}/>,`)).toMatchObject({
      damage: "strayCharacters",
      canonical: userManagement,
    });
  });

  it.each([
    { issuer: "https://AUTH.example.com/", damage: "hostInOtherCase", canonical: "https://auth.example.com/" },
    { issuer: "http://auth.example.com/", damage: "wrongScheme", canonical: "https://auth.example.com/" },
    { issuer: "<https://auth.example.com/>", damage: "strayCharacters", canonical: "https://auth.example.com/" },
    { issuer: "https://auth.example.com/sso", damage: "unknownPath", canonical: null },
    {
      issuer: `https://auth.example.co/user_management/${id}`,
      damage: "wrongHost",
      canonical: `https://auth.example.com/user_management/${id}`,
    },
    {
      issuer: `https://auth.example.com//user_management/${id}`,
      damage: "doubleSlash",
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
      damage: "notAUrl",
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
    expect(issuerOf(issuer)).toMatchObject({ role: "other", damage: "notAUrl", canonical });
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
  ])("%s is unreadable", (issuer) => {
    expect(issuerOf(issuer)).toMatchObject({ role: "unreadable", clientId: null, damage: null, canonical: null });
  });

  it("may be refused by what surrounds the unreadable piece", () => {
    expect(issuerOf(`ftp://${unknown}`)).toMatchObject({ role: "unreadable", damage: "notAUrl", canonical: null });
    expect(issuerOf(`/user_management/${id}`)).toMatchObject({
      role: "unreadable",
      damage: "notAUrl",
      canonical: null,
    });
    expect(issuerOf(`"${unknown}"`)).toMatchObject({ role: "unreadable", damage: "notAUrl", canonical: null });
  });
});

describe("issuers of the template", () => {
  it("are read as sound", () => {
    expect(issuerOf(sharedIssuer("auth.example.com"), custom).damage).toBeNull();
    expect(issuerOf(userManagementIssuer("auth.example.com", id), custom).damage).toBeNull();
  });
});

describe("long texts", () => {
  it.each(["<", " ", "/", "\\", "${", "${a}", "](", ".", "a/", "https:", "user_management/", "@", ",", ">", unknown])(
    "of many %s are read in time",
    (piece) => {
      const text = piece.repeat(20_000);
      const start = performance.now();
      issuerOf(text);
      issuerOf(`https://api.workos.com/${text}x`);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});
