import { describe, expect, it } from "vitest";
import {
  AUTHKIT,
  describeShape,
  holdsApiKeyTemplate,
  homeOf,
  intendedKey,
  intendedTemplate,
  isMisspeltAuthKit,
  pathOfTemplate,
  unknownTemplates,
} from "../../src/platform/convex-json.js";
import type { Shape } from "../../src/platform/convex-json.js";

/** Every key that the CLI reads, and what it wants there. */
function outline(shape: Shape, path = "authKit"): string[] {
  const keys =
    shape.kind === "object" ? Object.entries(shape.keys).flatMap(([key, each]) => outline(each, `${path}.${key}`)) : [];
  return [`${path}: ${describeShape(shape)}`, ...keys];
}

it("the section has the keys of Convex's schema", () => {
  const configure = (section: string): string[] => [
    `authKit.${section}.configure: \`false\` or an object`,
    `authKit.${section}.configure.redirectUris: a list of texts`,
    `authKit.${section}.configure.appHomepageUrl: a text`,
    `authKit.${section}.configure.corsOrigins: a list of texts`,
  ];
  expect(outline(AUTHKIT)).toEqual([
    "authKit: an object",
    "authKit.dev: an object",
    ...configure("dev"),
    "authKit.dev.localEnvVars: `false` or an object of texts",
    "authKit.preview: an object",
    ...configure("preview"),
    "authKit.prod: an object",
    'authKit.prod.environmentType: one of "development", "staging", "production"',
    ...configure("prod"),
  ]);
});

describe("the home of a key", () => {
  it.each([
    ["localEnvVars", "authKit.dev"],
    ["environmentType", "authKit.prod"],
    ["configure", "authKit.dev"],
    ["redirectUris", "configure"],
    ["appHomepageUrl", "configure"],
    ["corsOrigins", "configure"],
  ])("%s: %s", (key, home) => {
    expect(homeOf(key)).toBe(home);
  });

  it.each(["dev", "other", "", "constructor", "__proto__", "toString"])("%j has none", (key) => {
    expect(homeOf(key)).toBeNull();
  });
});

describe("the key that a name was meant for", () => {
  const sections = ["dev", "preview", "prod"];
  const configure = ["redirectUris", "appHomepageUrl", "corsOrigins"];
  const members = ["configure", "localEnvVars", "environmentType"];

  it.each([
    ["development", sections, "dev"],
    ["Develop", sections, "dev"],
    ["production", sections, "prod"],
    ["DEV", sections, "dev"],
    ["previews", sections, "preview"],
    ["redirectUri", configure, "redirectUris"],
    ["redirect_uris", configure, "redirectUris"],
    ["redirectURIs", configure, "redirectUris"],
    ["redirectUrl", configure, "redirectUris"],
    ["redirectUrls", configure, "redirectUris"],
    ["homepageUrl", configure, "appHomepageUrl"],
    ["homepage", configure, "appHomepageUrl"],
    ["app-homepage-url", configure, "appHomepageUrl"],
    ["corsOrigin", configure, "corsOrigins"],
    ["config", members, "configure"],
    ["configuration", members, "configure"],
    ["environment", members, "environmentType"],
    ["envVars", members, "localEnvVars"],
    ["localEnvVar", members, "localEnvVars"],
    ["local_env", members, "localEnvVars"],
  ])("%s among %j: %s", (name, keys, key) => {
    expect(intendedKey(name, keys)).toBe(key);
  });

  it.each([
    ["staging", sections],
    ["redirectUris", sections],
    // A synonym of a key that does not belong there.
    ["development", configure],
    ["", sections],
    ["s", sections],
    ["constructor", sections],
    ["__proto__", sections],
    ["devs and ops", sections],
    ["s_dev", sections],
  ])("%j among %j: unclear", (name, keys) => {
    expect(intendedKey(name, keys)).toBeNull();
  });
});

describe("the name of the section", () => {
  it.each(["authkit", "AuthKit", "auth_kit", "auth-kit", "AUTHKIT", "authKit "])("%j is misspelt", (name) => {
    expect(isMisspeltAuthKit(name)).toBe(true);
  });

  it.each(["authKit", "auth", "authKits", "workosAuthKit", ""])("%j is not", (name) => {
    expect(isMisspeltAuthKit(name)).toBe(false);
  });
});

describe("templates", () => {
  it.each([
    ["", []],
    ["http://localhost:3000", []],
    ["${buildEnv.VERCEL_URL}", []],
    ["${buildEnv.}", []],
    ["${authEnv.WORKOS_CLIENT_ID}${authEnv.WORKOS_API_KEY}${authEnv.WORKOS_ENVIRONMENT_ID}", []],
    ["${}", []],
    ["${unclosed", []],
    ["$VERCEL_URL", []],
    ["https://${VERCEL_URL}/x", ["VERCEL_URL"]],
    ["${authEnv.WORKOS_CLIENT}", ["authEnv.WORKOS_CLIENT"]],
    ["${ authEnv.WORKOS_CLIENT_ID }", [" authEnv.WORKOS_CLIENT_ID "]],
    ["${env.A} ${buildEnv.B} ${env.C}", ["env.A", "env.C"]],
    ["${a${b}}", ["a${b"]],
  ])("of %j the CLI does not know %j", (text, unknown) => {
    expect(unknownTemplates(text)).toEqual(unknown);
  });

  it.each([
    ["authenv.WORKOS_CLIENT_ID", "authEnv.WORKOS_CLIENT_ID"],
    ["auth_env.WORKOS_API_KEY", "authEnv.WORKOS_API_KEY"],
    ["authEnv.workos_client_id", "authEnv.WORKOS_CLIENT_ID"],
    [" authEnv . WORKOS_ENVIRONMENT_ID ", "authEnv.WORKOS_ENVIRONMENT_ID"],
    ["WORKOS_CLIENT_ID", "authEnv.WORKOS_CLIENT_ID"],
    [" WORKOS_API_KEY ", "authEnv.WORKOS_API_KEY"],
    ["buildenv.VERCEL_URL", "buildEnv.VERCEL_URL"],
    ["build_env.a", "buildEnv.a"],
  ])("%j was meant to be %j", (template, meant) => {
    expect(intendedTemplate(template)).toBe(meant);
  });

  it.each([
    "",
    "VERCEL_URL",
    "env.WORKOS_CLIENT_ID",
    "authEnv.VERCEL_URL",
    "authEnv",
    "authEnv.",
    "a.b.c",
    "buildEnv.",
    "workos_client_id",
    "authEnv.WORKOS_CLIENT_ID.x",
    "buildEnv.A.x",
    "myAuthEnv.WORKOS_CLIENT_ID",
    "authEnvs.WORKOS_CLIENT_ID",
    "myBuildEnv.A",
    "buildEnvs.A",
  ])("what %j was meant to be is unclear", (template) => {
    expect(intendedTemplate(template)).toBeNull();
  });

  it("may be that of the API key", () => {
    expect(holdsApiKeyTemplate("${authEnv.WORKOS_API_KEY}")).toBe(true);
    expect(holdsApiKeyTemplate("Bearer ${authEnv.WORKOS_API_KEY}")).toBe(true);
    expect(holdsApiKeyTemplate("${authEnv.WORKOS_CLIENT_ID} ${authEnv.WORKOS_API_KEY}")).toBe(true);
    expect(holdsApiKeyTemplate("${WORKOS_API_KEY}")).toBe(true);
    expect(holdsApiKeyTemplate("${MY_API_KEY}")).toBe(false);
    expect(holdsApiKeyTemplate("authEnv.WORKOS_API_KEY ${authEnv.WORKOS_CLIENT_ID}")).toBe(false);
  });
});

describe("the path of a redirect URI", () => {
  it.each([
    ["http://localhost:3000/callback", "/callback"],
    ["https://example.com", "/"],
    ["https://example.com/", "/"],
    ["https://${buildEnv.VERCEL_PROJECT_PRODUCTION_URL}/callback", "/callback"],
    ["https://${buildEnv.A}.${buildEnv.B}:3000/api/callback?x=${a}#b", "/api/callback"],
    ["https://*.example.com/callback", "/callback"],
    ["https://example.com?x=/y", "/"],
  ])("%s: %s", (uri, path) => {
    expect(pathOfTemplate(uri)).toBe(path);
  });

  it.each([
    "",
    "/callback",
    "localhost:3000/callback",
    "myapp://callback",
    "${buildEnv.URL}/callback",
    "https://example.com/${path}",
    "https:///callback",
    "https://${unclosed/callback",
    "https://{x}/callback",
    "https://a{x}/callback",
    "xhttps://example.com/callback",
  ])("of %j is unknown", (uri) => {
    expect(pathOfTemplate(uri)).toBeNull();
  });
});

it("judges long texts in a moment", () => {
  for (const unit of ["${", "${a", "${a}", "$", "a.", " ", "a", "s", "http://"]) {
    const text = `https://${unit.repeat(50_000 / unit.length)}`;
    const start = performance.now();
    unknownTemplates(text);
    intendedTemplate(text);
    intendedKey(text, ["dev"]);
    pathOfTemplate(text);
    holdsApiKeyTemplate(text);
    expect(performance.now() - start, unit).toBeLessThan(2_000);
  }
});
