import { describe, expect, it } from "vitest";
import { readJwks } from "../../src/platform/jwks.js";
import type { JwksDamage, JwksReading } from "../../src/platform/jwks.js";
import { standInAt } from "../../src/platform/patterns.js";
import type { UrlContext } from "../../src/platform/url.js";
import { API_HOST, DEFAULT_WORLD, jwksUrl } from "../../src/platform/workos.js";
import type { World } from "../../src/platform/workos.js";

const id = "client_01ABCDEFGHJKMNPQRSTVWXYZ00";
/** A stand-in that the file uses as a client ID, and one of which nothing is known. */
const [known, unknown] = [standInAt(0) ?? "", standInAt(1) ?? ""];
const contextOf = (world: Partial<World>): UrlContext => ({
  world: { ...DEFAULT_WORLD, ...world },
  isKnownClientId: (pattern) => pattern === known,
});
const custom = { apiHostnames: ["auth.example.com"] };

const jwksOf = (pattern: string, world: Partial<World> = {}, host = API_HOST): JwksReading =>
  readJwks(pattern, host, contextOf(world));

interface JwksRow {
  readonly jwks: string;
  readonly damage: JwksDamage | null;
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
    { jwks: `http://api.workos.com/sso/jwks/${id}`, damage: "wrongScheme", clientId: id },
    { jwks: `api.workos.com/sso/jwks/${id}`, damage: "wrongScheme", clientId: id },
    { jwks: `//api.workos.com/sso/jwks/${id}`, damage: "wrongScheme", clientId: id },
    { jwks: `https//api.workos.com/sso/jwks/${id}`, damage: "wrongScheme", clientId: id },
    { jwks: `https://workos.com/sso/jwks/${id}`, damage: "wrongHost", clientId: id },
    { jwks: `https://auth.workos.com/sso/jwks/${id}`, damage: "wrongHost", clientId: id },
    { jwks: `https://api.workos.com:8443/sso/jwks/${id}`, damage: "wrongHost", clientId: id },
    { jwks: `https://api.wrokos.com/sso/jwks/${id}`, damage: "wrongHost", clientId: id },
    { jwks: `<https://api.workos.com/sso/jwks/${id}>`, damage: "strayCharacters", clientId: id },
    { jwks: `https://api.workos.com/sso/jwks/${id},`, damage: "strayCharacters", clientId: id },
    { jwks: `https://api.workos.com/sso/jwks/ ${id}`, damage: "strayCharacters", clientId: id },
    { jwks: `https://api.workos.com/sso/jwks/${id}?x=1`, damage: "queryOrHash", clientId: id },
    { jwks: `https://api.workos.com//sso/jwks/${id}`, damage: "doubleSlash", clientId: id },
    { jwks: `https://api.workos.com/sso/jwks//${id}`, damage: "doubleSlash", clientId: id },
    { jwks: `https://api.workos.com/sso/jwks/${id}/`, damage: "unknownPath", clientId: id },
    { jwks: "https://api.workos.com/sso/jwks", damage: "clientIdMissing", clientId: null },
    { jwks: "https://api.workos.com/sso/jwks/", damage: "clientIdMissing", clientId: null },
    { jwks: "https://api.workos.com/sso/jwks/${clientId}", damage: "templateInPlainQuotes", clientId: null },
    {
      jwks: "https://api.workos.com/sso/jwks/client_your_client_id_here",
      damage: "clientIdPlaceholder",
      clientId: null,
    },
    {
      jwks: "https://api.workos.com/sso/jwks/project_01ABCDEFGHJKMNPQRSTVWXYZ00",
      damage: "clientIdPlaceholder",
      clientId: null,
    },
    { jwks: `https://api.workos.com/user_management/jwks/${id}`, damage: "unknownPath", clientId: id },
    { jwks: `https://api.workos.com/user_management/jwks/${known}`, damage: "unknownPath", clientId: known },
    { jwks: `https://api.workos.com/sso/${id}`, damage: "unknownPath", clientId: id },
    { jwks: `https://api.workos.com/jwks/${id}`, damage: "unknownPath", clientId: id },
    { jwks: `https://api.workos.com/SSO/jwks/${id}`, damage: "unknownPath", clientId: id },
    { jwks: `https://api.workos.com/sso/jwks/${id}/x`, damage: "unknownPath", clientId: id },
    { jwks: `https://api.workos.com/${unknown}/${id}`, damage: "unknownPath", clientId: id },
    { jwks: "https://api.workos.com/data:", damage: "unknownPath", clientId: null },
    { jwks: "https://api.workos.com/oauth2/jwks", damage: "unknownPath", clientId: null },
    { jwks: "https://api.workos.com/", damage: "unknownPath", clientId: null },
    { jwks: "https://api.workos.com", damage: "unknownPath", clientId: null },
    { jwks: "https://api.workos.com/.well-known/jwks.json", damage: "unknownPath", clientId: null },
    { jwks: `https://api.workos.com/sso/jwks/${id}/.well-known/jwks.json`, damage: "unknownPath", clientId: id },
    { jwks: "https://example.authkit.app/oauth2/jwks", damage: "wrongHost", clientId: null },
    { jwks: "", damage: "wrongHost", clientId: null },
    { jwks: "/", damage: "wrongHost", clientId: null },
    { jwks: `/sso/jwks/${id}`, damage: "wrongHost", clientId: id },
    { jwks: `sso/jwks/${id}`, damage: "wrongHost", clientId: id },
    { jwks: `/sso/jwks/${known}`, damage: "wrongHost", clientId: known },
    { jwks: id, damage: "wrongHost", clientId: null },
    { jwks: "${jwks}", damage: "templateInPlainQuotes", clientId: null },
    { jwks: "${base}/sso/jwks/${clientId}", damage: "templateInPlainQuotes", clientId: null },
  ];

  it.each(rows)("$jwks", ({ jwks, damage, clientId }) => {
    expect(jwksOf(jwks)).toEqual({ kind: "workos", host: API_HOST, damage, clientId });
  });

  it("are read against the custom domain of their issuer", () => {
    expect(jwksOf("https://auth.example.com/oauth2/jwks", custom, "auth.example.com")).toMatchObject({
      kind: "workos",
      host: "auth.example.com",
      damage: "unknownPath",
    });
    expect(jwksOf("/sso/jwks", custom, "auth.example.com")).toMatchObject({
      kind: "workos",
      host: "auth.example.com",
      damage: "wrongHost",
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

describe("the JWKS URL of the template", () => {
  it("is read as sound", () => {
    expect(jwksOf(jwksUrl("auth.example.com", id), custom, "auth.example.com").damage).toBeNull();
  });
});

describe("long texts", () => {
  it.each(["<", " ", "/", "\\", "${", "${a}", "](", ".", "a/", "https:", "user_management/", "@", ",", ">", unknown])(
    "of many %s are read in time",
    (piece) => {
      const text = piece.repeat(20_000);
      const start = performance.now();
      jwksOf(text);
      jwksOf(`https://api.workos.com/${text}x`);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});
