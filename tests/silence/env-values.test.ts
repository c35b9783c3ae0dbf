/** What a `.env` file or convex.json does not say is never guessed at: each form of an unknown value under each name, in each role, and no rule speaks. */
import { describe, expect, it } from "vitest";
import { Project, clientId, cookiePassword, liveKey, nextApp } from "../rules/file-rule-tester.js";

const unknownValues: readonly string[] = [
  "",
  '""',
  "''",
  '"  "',
  '"\\n"',
  "op://vault/item/field",
  '"op://Private/WorkOS/api key"',
  "${OTHER}",
  '"${OTHER:-client_your_client_id_here}"',
  "$OTHER",
  "prefix-${OTHER}-suffix",
  '"https://${VERCEL_URL}/x"',
  "$(pass show workos)",
  "encrypted:BGs8aGVsbG8gd29ybGQ=",
  "vault:v1:8SDd3WHDOjf7mq69CyCqYjBXAiQQAVZRkFM13ok481zoCmHnSeDX9vyf",
  "vault://secret/workos",
  "awssm://workos/client",
  "arn:aws:secretsmanager:us-east-1:123456789012:secret:workos",
  "secret://workos",
  "ref+vault://workos#/client",
  "keychain:workos",
  "{{ workos_client_id }}",
  '"<%= ENV.fetch("A") %>"',
  "doppler://workos",
];

/** The names that rules look at, each with a value that one of them reports: the neighbour that proves that somebody looks. */
const names: readonly (readonly [name: string, known: string])[] = [
  ["WORKOS_CLIENT_ID", "convex"],
  ["NEXT_PUBLIC_WORKOS_CLIENT_ID", "convex"],
  ["WORKOS_API_KEY", "convex"],
  ["WORKOS_COOKIE_PASSWORD", "short"],
  ["NEXT_PUBLIC_WORKOS_REDIRECT_URI", "callback"],
  ["WORKOS_REDIRECT_URI", "http://localhost:3000/callback"],
  ["WORKOS_API_HOSTNAME", "https://api.workos.com"],
  ["NEXT_PUBLIC_WORKOS_API_KEY", liveKey],
  ["VITE_WORKOS_COOKIE_PASSWORD", cookiePassword],
  ["NEXT_PUBLIC_WORKOS_WEBHOOK_SECRET", "whsec_abc"],
  ["NEXT_PUBLIC_KEY", liveKey],
];

const paths = [".env", ".env.local", ".env.production", ".env.convex.prod", ".env.test", ".env.example"];

describe.each(paths)("%s", (path) => {
  it("is met with silence where the value is unknown", () => {
    const project = new Project({ ...nextApp, ".env.development": `WORKOS_CLIENT_ID=${clientId}\nWORKOS_API_KEY=\n` });
    const spoken = names.flatMap(([name]) =>
      unknownValues.flatMap((value) => {
        const text = `# WORKOS_CLIENT_ID WORKOS_API_KEY WORKOS_COOKIE_PASSWORD NEXT_PUBLIC_WORKOS_REDIRECT_URI\nexport ${name}=${value}\nWORKOS_ORGANIZATION_ID=\n`;
        return project.lint(path, text).map(({ ruleId, message }) => `${name}=${value}: ${String(ruleId)} ${message}`);
      }),
    );
    expect(spoken).toEqual([]);
  });
});

it.each(names)("%s=%s is known, and somebody looks", (name, value) => {
  expect(new Project(nextApp).lint(".env.local", `${name}=${value}\n`)).toHaveLength(1);
});

describe("files of other people", () => {
  it.each([
    [
      "Stripe, Clerk, Convex and Vercel",
      ".env.local",
      'STRIPE_SECRET_KEY=sk_test_51Habc\nNEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY=pk_test_51Habc\nSTRIPE_WEBHOOK_SECRET=whsec_abc\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=pk_test_abc\nCLERK_SECRET_KEY=sk_test_abc\nCONVEX_DEPLOYMENT=dev:happy-otter-123 # team: acme, project: web\nNEXT_PUBLIC_CONVEX_URL=https://happy-otter-123.convex.cloud\nVERCEL_OIDC_TOKEN="eyJhbGciOiJSUzI1NiJ9.e30.c2ln"\nVERCEL="1"\nVERCEL_URL=""\n',
    ],
    [
      "a database and a mail server",
      ".env.production",
      "DATABASE_URL=postgres://me:hunter2@db.example.com:5432/app?sslmode=require\nSMTP_URL='smtp://me:hunter2@mail.example.com'\nPORT=3000\nNODE_ENV=production\nAUTH_URL=http://localhost:3000\n",
    ],
    [
      "a private key of several lines",
      ".env",
      'GITHUB_PRIVATE_KEY="-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA PRIVATE KEY-----\n"\n',
    ],
    [
      "a sound app for development",
      ".env.local",
      `WORKOS_CLIENT_ID=${clientId}\nWORKOS_API_KEY=sk_test_a2V5XzAxSFEzVjda\nWORKOS_COOKIE_PASSWORD='${cookiePassword}'\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/callback\n`,
    ],
    [
      "a sound app on the local network",
      ".env.local",
      "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://192.168.1.20:3000/callback\n",
    ],
    [
      "a sound app with mocks for tests",
      ".env.test",
      "WORKOS_CLIENT_ID=client_test\nWORKOS_API_KEY=sk_test\nWORKOS_COOKIE_PASSWORD=test\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost/test\n",
    ],
    [
      "an app with a deep link",
      ".env",
      `EXPO_PUBLIC_WORKOS_CLIENT_ID=${clientId}\nEXPO_PUBLIC_WORKOS_REDIRECT_URI=acme://auth/callback\n`,
    ],
    [
      "WorkOS's optional variables",
      ".env.local",
      "WORKOS_API_HOSTNAME=api.workos.com\nWORKOS_COOKIE_DOMAIN=example.com\nWORKOS_COOKIE_NAME=wos-session\nWORKOS_COOKIE_MAX_AGE=60000\nWORKOS_ORGANIZATION_ID=org_01HQ3V7Z8K9M2N4P5R6S7T8V9W\nWORKOS_WEBHOOK_SECRET=abc\n",
    ],
    [
      "the official example",
      ".env.example",
      "WORKOS_CLIENT_ID=client_your_client_id_here\nWORKOS_API_KEY=sk_test_your_api_key_here\nWORKOS_COOKIE_PASSWORD=your_secure_password_here_must_be_at_least_32_characters_long\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/callback\n",
    ],
    [
      "a Convex deployment",
      ".env.convex.prod",
      `WORKOS_CLIENT_ID=${clientId}\nWORKOS_API_KEY=${liveKey}\nWORKOS_WEBHOOK_SECRET=whsec_abc\nWORKOS_ACTION_SECRET=abc\nSITE_URL=http://localhost:3000\n`,
    ],
  ])("%s: silence", (_, path, text) => {
    expect(new Project(nextApp).lint(path, text)).toEqual([]);
  });
});

describe("convex.json", () => {
  it.each([
    ["no authKit", '{ "functions": "src/convex/", "node": { "externalPackages": ["*"] } }'],
    [
      "a host of the build",
      '{ "authKit": { "prod": { "configure": { "redirectUris": ["https://${buildEnv.VERCEL_PROJECT_PRODUCTION_URL}/callback"] } } } }',
    ],
    [
      "a URI of the build",
      '{ "authKit": { "dev": { "configure": { "redirectUris": ["${buildEnv.REDIRECT_URI}"] }, "localEnvVars": { "NEXT_PUBLIC_WORKOS_REDIRECT_URI": "http://localhost:3000/x" } } } }',
    ],
    ["the API key of the build", '{ "authKit": { "dev": { "localEnvVars": { "VITE_KEY": "${buildEnv.KEY}" } } } }'],
  ])("%s: silence", (_, text) => {
    expect(new Project(nextApp).lint("convex.json", `${text}\n`)).toEqual([]);
  });
});
