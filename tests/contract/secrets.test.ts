/** Secrets, wherever somebody puts them in a `.env` file or in convex.json: no message, no suggestion and no edit holds a piece of one. */
import { join } from "node:path";
import { Linter } from "eslint";
import fc from "fast-check";
import { expect, it } from "vitest";
import plugin from "../../src/index.js";
import { makeFolder } from "../doctor/temp-folder.js";
import { callbackRoute, clientId, cookiePassword, nextApp, testKey } from "../rules/file-rule-tester.js";

const presets: Linter.Config[] = [...plugin.configs.strict, ...plugin.configs.env];

/** As short as what somebody could make use of. */
const RUN = 8;

function characters(alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...alphabet), { minLength, maxLength }).map((each) => each.join(""));
}

const lower = "abcdefghijklmnopqrstuvwxyz";
const letters = lower + lower.toUpperCase();
const digits = "0123456789";

const secret: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.constantFrom("sk_live_", "sk_test_", "whsec_", "sk_", "rk_live_"), characters(letters + digits, 16, 48))
    .map(([prefix, rest]) => prefix + rest),
  characters("0123456789abcdef", 24, 64),
  characters(`${letters}${digits}+/`, 20, 44).map((each) => `${each}=`),
  fc.uuid(),
  // Without a dot: in a variable for a host, what reads as a host is one.
  characters(`${letters}${digits}!@%^&*_+-`, 12, 20),
  characters(letters + digits, 12, 31),
);

const NAMES = [
  ...[
    "WORKOS_CLIENT_ID",
    "WORKOS_API_KEY",
    "WORKOS_COOKIE_PASSWORD",
    "WORKOS_REDIRECT_URI",
    "WORKOS_API_HOSTNAME",
    "WORKOS_WEBHOOK_SECRET",
    "WORKOS_ACTION_SECRET",
  ].flatMap((name) => [name, `NEXT_PUBLIC_${name}`, `VITE_${name}`, `STAGING_${name}`]),
  "DATABASE_URL",
  "NEXT_PUBLIC_APP_KEY",
  "STRIPE_SECRET_KEY",
];

const PATHS = [
  ".env",
  ".env.local",
  ".env.production",
  ".env.convex",
  ".env.convex.prod",
  ".env.example",
  ".env.test",
  "prod.env",
];

/** A value with a secret somewhere in it. */
const value: fc.Arbitrary<(secret: string) => string> = fc.constantFrom<(secret: string) => string>(
  (each) => each,
  (each) => `"${each}"`,
  (each) => `'${each}\\n'`,
  (each) => `"${each}\\n"`,
  (each) => `"${each}`,
  (each) => `<${each}>`,
  (each) => `${each},`,
  (each) => `${clientId}${each}`,
  (each) => `${clientId} ${each}`,
  (each) => `your_${each}_here`,
  (each) => `https://app.example.com/${each}`,
  (each) => `<https://app.example.com/auth/${each}/callback>`,
  (each) => `<https://app.example.com/callback?token=${each}>`,
  (each) => `"https://app.example.com/callback#${each}\\n"`,
  (each) => `https://me:${each}@app.example.com/callback`,
  (each) => `<https://me:${each}@app.example.com/callback>`,
  (each) => `https://${each}:x@auth.example.com`,
  (each) => `http://localhost:3000/${each},`,
  (each) => `auth.example.com/${each}`,
  (each) => `https://auth.example.com/${each}`,
  (each) => `/${each}`,
);

const line: fc.Arbitrary<(secret: string) => string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...NAMES), value).map(
      ([name, write]) =>
        (each: string) =>
          `${name}=${write(each)}`,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<(secret: string) => string>(
      (each) => `WORKOS_API_KEY ${each}`,
      (each) => `the key is ${each}`,
      (each) => `-----BEGIN ${each}`,
      (each) => `WORKOS_API_KEY:${each}`,
      (each) => `# WORKOS_API_KEY=${each}`,
      (each) => `A B=${each}`,
    ),
  },
);

/** All that a report says and does, its place aside. */
function said({ message, suggestions = [], fix }: Linter.LintMessage): string[] {
  return [
    message,
    ...(fix == null ? [] : [fix.text]),
    ...suggestions.flatMap(({ desc, fix: { text } }) => [desc, text]),
  ];
}

/** The texts that hold a piece of a secret. The prefix of a key is none. */
function leaks(secrets: readonly string[], texts: readonly string[]): string[] {
  const pieces = secrets.flatMap((each) =>
    Array.from({ length: Math.max(each.length - RUN + 1, 0) }, (_, start) => each.slice(start, start + RUN)),
  );
  return texts.filter((text) => pieces.some((piece) => !/^sk_(?:live|test)_$/u.test(piece) && text.includes(piece)));
}

const neighbour = `WORKOS_CLIENT_ID=${clientId}\nWORKOS_API_KEY=${testKey}\nWORKOS_COOKIE_PASSWORD=${cookiePassword}\n`;

it("in .env files", () => {
  const folder = makeFolder({ ".git/": "", ...nextApp, ".env.development": neighbour });
  const linter = new Linter({ cwd: folder });
  let reports = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(line, secret), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...PATHS),
      fc.constantFrom("\n", "\r\n"),
      (lines, path, end) => {
        const text = lines.map(([write, each]) => write(each) + end).join("");
        const messages = linter.verify(text, presets, { filename: join(folder, path) });
        reports += messages.length;
        expect(messages.filter(({ ruleId }) => ruleId == null)).toEqual([]);
        expect(
          leaks(
            lines.map(([, each]) => each),
            messages.flatMap(said),
          ),
        ).toEqual([]);
      },
    ),
    { numRuns: 6_000, seed: 20_260_801 },
  );
  expect(reports).toBeGreaterThan(2_000);
});

const jsonFile: fc.Arbitrary<(secret: string) => string> = fc.constantFrom<(secret: unknown) => string>(
  ...["dev", "preview", "prod"].flatMap((section): ((secret: unknown) => string)[] => [
    (each) =>
      `{ "authKit": { "${section}": { "configure": { "redirectUris": ["http://me:${String(each)}@localhost:3000/x", "http://localhost:3000/${String(each)}", ${JSON.stringify(each)}] } } } }`,
    (each) =>
      `{ "authKit": { "${section}": { "configure": { "redirectUri": "http://localhost:3000/callback?x=${String(each)}", "homepage": ${JSON.stringify(each)} } } } }`,
    (each) => `{ "authKit": { "${section}": { "configure": { "corsOrigin": ${JSON.stringify(each)} } } } }`,
    (each) =>
      `{ "authKit": { "${section}": { "environmentType": ${JSON.stringify(each)}, "configure": ${JSON.stringify(each)} } } }`,
  ]),
  (each) =>
    `{ "authKit": { "dev": { "localEnvVars": { "NEXT_PUBLIC_KEY": ${JSON.stringify(each)}, "VITE_B": "${String(each)} \${authEnv.WORKOS_API_KEY}", "C": "${String(each)} \${WORKOS_CLIENT_ID}" } } } }`,
  (each) =>
    `{ "authKit": { "dev": { "configure": { "redirectUris": [] }, "localEnvVars": { "NEXT_PUBLIC_WORKOS_REDIRECT_URI": "http://localhost:3000/${String(each)}" } } } }`,
  (each) =>
    `{ "authKit": { "dev": { "configure": { "redirectUris": [] }, "localEnvVars": { "NEXT_PUBLIC_WORKOS_REDIRECT_URI": "http://me:${String(each)}@localhost:3000/callback" } } } }`,
  (each) => `{ "authkit": ${JSON.stringify(each)} }`,
  (each) => `{ "authKit": ${JSON.stringify(each)} }`,
);

it("in convex.json", () => {
  const folder = makeFolder({ ".git/": "", ...nextApp });
  const linter = new Linter({ cwd: folder });
  let reports = 0;
  fc.assert(
    fc.property(jsonFile, secret, (write, each) => {
      const messages = linter.verify(`${write(each)}\n`, presets, { filename: join(folder, "convex.json") });
      reports += messages.length;
      expect(messages.filter(({ ruleId }) => ruleId == null)).toEqual([]);
      expect(leaks([each], messages.flatMap(said))).toEqual([]);
    }),
    { numRuns: 1_000, seed: 20_260_801 },
  );
  expect(reports).toBeGreaterThan(1_000);
});

it("in redirect URIs that a report on the callback route names", () => {
  fc.assert(
    fc.property(secret, fc.constantFrom("/auth/", "/", "/api/auth/callback/"), (each, before) => {
      const folder = makeFolder({
        ".git/": "",
        ...nextApp,
        ".env": `NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://me:${each}@localhost:3000${before}${each}\n`,
      });
      const messages = new Linter({ cwd: folder }).verify(callbackRoute, presets, {
        filename: join(folder, "app/callback/route.ts"),
      });
      expect(leaks([each], messages.flatMap(said))).toEqual([]);
    }),
    { numRuns: 200, seed: 20_260_801 },
  );
});
