/** Files around `auth.config`, each with one defect: every message of the rules on them appears. */
import { Linter } from "eslint";
import { join } from "node:path";
import plugin from "../../src/index.js";
import {
  callbackRoute,
  clientId,
  cookiePassword,
  liveKey,
  nextApp,
  otherClientId,
  testKey,
} from "../rules/file-rule-tester.js";
import type { Files } from "../rules/file-rule-tester.js";
import { temporaryFolder } from "../rules/temporary-folder.js";

export interface BrokenFile {
  readonly path: string;
  readonly text: string;
  readonly beside: Files;
  /** The rule and its message. */
  readonly defect: string;
}

const URI = "NEXT_PUBLIC_WORKOS_REDIRECT_URI";

function env(defect: string, text: string, path = ".env.local", beside: Files = nextApp): BrokenFile {
  return { path, text: `${text}\n`, beside, defect };
}

function json(defect: string, authKit: string, beside: Files = nextApp): BrokenFile {
  return { path: "convex.json", text: `{ "authKit": ${authKit} }\n`, beside, defect };
}

const withoutHandler: Files = { "package.json": nextApp["package.json"] ?? "", "app/page.tsx": "" };

const brokenAppFiles: readonly BrokenFile[] = [
  env("env-client-id debris", `WORKOS_CLIENT_ID=<${clientId}>`),
  env("env-client-id placeholder", "WORKOS_CLIENT_ID=client_your_client_id_here"),
  env("env-client-id secretKey", `WORKOS_CLIENT_ID=${testKey}`),
  env("env-client-id otherId", "WORKOS_CLIENT_ID=environment_01HQ3V7Z8K9M2N4P5R6S7T8V9W"),
  env("env-client-id notClientId", "WORKOS_CLIENT_ID=convex"),
  env("env-api-key placeholder", "WORKOS_API_KEY=sk_test_your_api_key_here"),
  env("env-api-key debris", `WORKOS_API_KEY=${liveKey},`),
  env("env-api-key notKey", `WORKOS_API_KEY=${clientId}`),
  env("env-production-api-key stagingKey", `WORKOS_API_KEY=${testKey}`, ".env.convex.prod"),
  env("env-cookie-password tooShort", "WORKOS_COOKIE_PASSWORD=hunter2hunter2"),
  env(
    "env-cookie-password placeholder",
    "WORKOS_COOKIE_PASSWORD=your_secure_password_here_must_be_at_least_32_characters_long",
  ),
  env("env-redirect-uri debris", `${URI}=<http://localhost:3000/callback>`),
  env("env-redirect-uri notAbsolute", `${URI}=/callback`),
  env("env-redirect-uri local", `${URI}=http://localhost:3000/callback`, ".env.production", {
    ...nextApp,
    ".env": "PORT=3000\n",
  }),
  env("env-redirect-uri insecure", `${URI}=http://app.example.com/callback`, ".env.production", {
    ...nextApp,
    ".env": "PORT=3000\n",
  }),
  env("env-redirect-uri-name notRead", "WORKOS_REDIRECT_URI=http://localhost:3000/callback"),
  env(
    "env-redirect-uri-name besideRead",
    `WORKOS_REDIRECT_URI=http://localhost:3000/callback\n${URI}=http://localhost:3000/callback`,
  ),
  env("env-no-public-secret secretName", `VITE_WORKOS_COOKIE_PASSWORD=${cookiePassword}`),
  env("env-no-public-secret secretValue", `NEXT_PUBLIC_KEY=${liveKey}`),
  env("env-api-hostname scheme", "WORKOS_API_HOSTNAME=https://auth.example.com"),
  env("env-api-hostname path", "WORKOS_API_HOSTNAME=auth.example.com/"),
  env("env-consistent-client-id differs", `WORKOS_CLIENT_ID=${clientId}\nVITE_WORKOS_CLIENT_ID=${otherClientId}`),
  env("env-production-client-id sameAsDevelopment", `WORKOS_CLIENT_ID=${clientId}`, ".env.production", {
    ...nextApp,
    ".env.local": `WORKOS_CLIENT_ID=${clientId}\n`,
  }),
  env("env-required-variables missing", "WORKOS_CLIENT_ID=", ".env.example"),
  env("env-callback-route otherRoute", `${URI}=http://localhost:3000/auth`),
  env("env-callback-route noRoute", `${URI}=http://localhost:3000/auth`, ".env.local", withoutHandler),
  env("env-valid-line setsNothing", `WORKOS_CLIENT_ID ${clientId}`),
  { path: "convex.json", text: '{ "authkit": {} }\n', beside: {}, defect: "convex-json-authkit wrongCase" },
  json("convex-json-authkit misspelt", '{ "development": {} }'),
  json("convex-json-authkit misplaced", '{ "prod": { "localEnvVars": {} } }'),
  json("convex-json-authkit unknownKey", '{ "staging": {} }'),
  json("convex-json-authkit wrongType", '{ "dev": { "configure": true } }'),
  json("convex-json-authkit unknownTemplate", '{ "dev": { "localEnvVars": { "A": "${WORKOS_CLIENT_ID}" } } }'),
  json(
    "convex-json-no-public-secret apiKey",
    '{ "dev": { "localEnvVars": { "VITE_KEY": "${authEnv.WORKOS_API_KEY}" } } }',
  ),
  json(
    "convex-json-redirect-uris lacksLocal",
    `{ "dev": { "configure": { "redirectUris": [] }, "localEnvVars": { "${URI}": "http://localhost:3000/callback" } } }`,
  ),
  json(
    "convex-json-redirect-uris otherRoute",
    '{ "dev": { "configure": { "redirectUris": ["http://localhost:3000/auth"] } } }',
  ),
  json(
    "convex-json-redirect-uris noRoute",
    '{ "dev": { "configure": { "redirectUris": ["http://localhost:3000/auth"] } } }',
    withoutHandler,
  ),
  {
    path: "app/callback/route.ts",
    text: callbackRoute,
    beside: { ...nextApp, ".env.local": `${URI}=http://localhost:3000/auth\n` },
    defect: "callback-route notNamed",
  },
];

/** What all rules of the presets say about each of these files. Called while tests are collected: the folders live as long as they do. */
export function lintBrokenApp(): readonly {
  readonly file: BrokenFile;
  readonly messages: readonly Linter.LintMessage[];
}[] {
  return brokenAppFiles.map((file) => {
    const folder = temporaryFolder(file.beside);
    const linter = new Linter({ cwd: folder });
    return {
      file,
      messages: linter.verify(file.text, [...plugin.configs.strict, ...plugin.configs.env], {
        filename: join(folder, file.path),
      }),
    };
  });
}
