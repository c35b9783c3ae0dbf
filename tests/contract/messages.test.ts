/** Text of a user in a message: cut, on one line, without backticks of its own, and never with a secret. */
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { Project, callbackRoute, nextApp } from "../rules/file-rule-tester.js";
import { places } from "../silence/places.js";

const linter = new Linter({ cwd: "/" });

function messagesFor(text: string): string[] {
  const messages = linter.verify(text, plugin.configs.strict, { filename: "/app/convex/auth.config.ts" });
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages.flatMap(({ message, suggestions = [] }) => [message, ...suggestions.map(({ desc }) => desc)]);
}

const secrets = {
  "an API key": "sk_live_a2V5XzAxSFhZWkFCQ0RFRkdISktNTlBRUlNUVldY",
  "a test key": "sk_test_a2V5XzAxSFhZWkFC",
  "a webhook secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  "a JWT":
    "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FwaS53b3Jrb3MuY29tLyJ9.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
  "a long password": "correct-horse-battery-staple-correct-horse",
};

describe.each(Object.entries(secrets))("%s", (_, secret) => {
  it("is shown in no message, wherever it stands", () => {
    const texts = places
      .filter(({ holds }) => holds === "text")
      .flatMap(({ write }) => [
        write(`"${secret}"`),
        write(`"https://api.workos.com/${secret}"`),
        write(`\`https://api.workos.com/?key=${secret}\``),
        write(`"https://user:${secret}@api.workos.com/"`),
      ]);
    const messages = texts.flatMap(messagesFor);
    expect(messages.length).toBeGreaterThan(30);
    expect(messages.filter((message) => message.includes(secret.slice(-12)))).toEqual([]);
  });
});

const unpleasant = {
  "a long text": "x".repeat(1000),
  "a long text with spaces": "x ".repeat(500),
  "line breaks": "a\\nb\\r\\nc\\u2028d",
  backticks: "a`b``c",
  braces: "{{issuer}} {{id}}",
  "control characters": "a\\u0000\\u001B[31mb\\u202Ec",
  emoji: "🔑".repeat(40),
};

describe.each(Object.entries(unpleasant))("%s", (_, text) => {
  it("leaves every message short, on one line, and readable", () => {
    const values = [`"${text}"`, `"https://api.workos.com/${text}"`, `"<https://api.workos.com/sso/jwks/${text}"`];
    const messages = places
      .filter(({ holds }) => holds === "text")
      .flatMap(({ write }) => values.flatMap((value) => messagesFor(write(value))));
    expect(messages.length).toBeGreaterThan(30);
    expect(messages.filter((message) => message.length > 200)).toEqual([]);
    expect(messages.filter((message) => /[\p{Cc}\p{Cf}\u2028]/u.test(message))).toEqual([]);
    expect(messages.filter((message) => (message.match(/`/gu)?.length ?? 0) % 2 === 1)).toEqual([]);
  });
});

describe("long names", () => {
  const long = "A".repeat(400);

  it.each([
    [
      "of a variable",
      `export default { providers: [{ domain: process.env.NEXT_PUBLIC_${long}, applicationID: "convex" }] };\n`,
    ],
    [
      "of a front-end variable",
      `export default { providers: [{ domain: import.meta.env.VITE_${long}, applicationID: "convex" }] };\n`,
    ],
    [
      "of a front-end variable in quotes",
      `export default { providers: [{ domain: import.meta.env["VITE_ ${long}\`"], applicationID: "convex" }] };\n`,
    ],
    ["of a number", `export default { providers: ${"9".repeat(300)}n };\n`],
    [
      "of a client id",
      `export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: "client_${long}", jwks: "https://api.workos.com/sso/jwks/client_B${long}" }] };\n`,
    ],
    [
      "of a client id in a URL",
      `const id = "client_${long}";\nexport default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };\n`,
    ],
    [
      "of a host",
      `export default { providers: [{ type: "customJwt", issuer: "https://${"a.".repeat(200)}workos.com/sso", algorithm: "RS256", jwks: "https://${"a.".repeat(200)}workos.com/x" }] };\n`,
    ],
  ])("%s", (_, text) => {
    const messages = messagesFor(text);
    expect(messages).not.toEqual([]);
    expect(messages.filter((message) => message.length > 200)).toEqual([]);
    expect(messages.filter((message) => (message.match(/`/gu)?.length ?? 0) % 2 === 1)).toEqual([]);
  });
});

describe("long names in the files around auth.config", () => {
  const long = "A".repeat(400);
  const path = `${"a".repeat(70)}/${"b".repeat(70)}`;
  const env = (line: string, name = ".env.production", beside = {}) => ({ name, line, beside });

  it.each([
    ["of a client id", env(`${long}_WORKOS_CLIENT_ID=convex`)],
    ["of a client id that holds a key", env(`${long}_WORKOS_CLIENT_ID=sk_live_abc`)],
    ["of an API key", env(`${long}_WORKOS_API_KEY=convex`)],
    ["of a cookie password", env(`${long}_WORKOS_COOKIE_PASSWORD=hunter2`)],
    ["of a redirect URI", env(`${long}_WORKOS_REDIRECT_URI=convex`)],
    ["of a host", env(`${long}_WORKOS_API_HOSTNAME=https://api.workos.com`)],
    ["of a public secret", env(`VITE_${long}_WORKOS_API_KEY=${"sk_live_abc"}`)],
    ["of a public variable", env(`VITE_${long}=sk_live_abc`)],
    [
      "of a key in convex.json",
      env(
        `{ "authKit": { "${long}": 1, "dev": { "${long}": 1, "localEnvVars": { "${long}": 1, "B": "\${${long}}", "VITE_${long}": "\${authEnv.WORKOS_API_KEY}" } } } }`,
        "convex.json",
      ),
    ],
    [
      "of a section of convex.json",
      env(
        '{ "auth___________________________________________________________________________kit": {} }',
        "convex.json",
      ),
    ],
    [
      "of routes",
      env("NEXT_PUBLIC_WORKOS_REDIRECT_URI=https://a.example.com/x", ".env", {
        [`app/${path}/route.ts`]: callbackRoute,
        [`app/c/${path}/route.ts`]: callbackRoute,
      }),
    ],
    [
      "of a development file",
      env("WORKOS_CLIENT_ID=client_01HQ3V7Z8K9M2N4P5R6S7T8V9W", ".env.production", {
        [`.env.${"a".repeat(200)}`]: "WORKOS_CLIENT_ID=client_01HQ3V7Z8K9M2N4P5R6S7T8V9W\n",
      }),
    ],
  ])("%s", (_, { name, line, beside }) => {
    const messages = new Project({ "package.json": nextApp["package.json"] ?? "", ...beside })
      .lint(name, `${line}\n`)
      .flatMap(({ message, suggestions = [] }) => [message, ...suggestions.map(({ desc }) => desc)]);
    expect(messages).not.toEqual([]);
    expect(messages.filter((message) => message.length > 200 || (message.match(/`/gu)?.length ?? 0) % 2 === 1)).toEqual(
      [],
    );
  });
});
