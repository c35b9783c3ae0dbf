/**
 * The proof for `.env` files: those of a sound app, however they are written, draw no report. With one defect, the rule that owns it reports, once;
 * and what a repair leaves reads as it was meant, and draws no report.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "dotenv";
import { Linter } from "eslint";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { makeFolder } from "../doctor/temp-folder.js";
import { applied, callbackRoute, nextApp } from "../rules/file-rule-tester.js";
import type { Files } from "../rules/file-rule-tester.js";

const presets: Linter.Config[] = [...plugin.configs.recommended, ...plugin.configs.env];
const seed = 20_260_801;
const URI = "NEXT_PUBLIC_WORKOS_REDIRECT_URI";

// ── The app ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

type FileName = "development" | "example" | "production";

const paths: Readonly<Record<FileName, string>> = {
  production: ".env.production",
  development: ".env.local",
  example: ".env.example",
};

const convexJson = `${JSON.stringify(
  {
    authKit: {
      dev: {
        configure: { redirectUris: ["http://localhost:3000/callback"], appHomepageUrl: "http://localhost:3000" },
        localEnvVars: {
          WORKOS_CLIENT_ID: "${authEnv.WORKOS_CLIENT_ID}",
          WORKOS_API_KEY: "${authEnv.WORKOS_API_KEY}",
          [URI]: "http://localhost:3000/callback",
        },
      },
      prod: {
        environmentType: "production",
        configure: { redirectUris: ["https://${buildEnv.VERCEL_PROJECT_PRODUCTION_URL}/callback"] },
      },
    },
  },
  null,
  2,
)}\n`;

const app: Files = { ...nextApp, "convex.json": convexJson };

/** The same, but that its page for the callback calls no handler. */
const appWithoutHandler: Files = { ...app, "app/callback/route.ts": "export const GET = () => new Response();\n" };

// ── Variables ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Style {
  readonly isExported: boolean;
  readonly quote: "" | "'" | '"' | "`";
  readonly separator: " = " | ": " | "=" | "= ";
  readonly comment: string;
  /** Blank lines and comments above. */
  readonly above: string;
}

interface Entry {
  readonly name: string;
  readonly value: string;
  readonly style: Style;
}

interface EnvFile {
  readonly entries: readonly Entry[];
  /** Lines that are no assignments, at the end. */
  readonly lines: readonly string[];
  readonly lineEnd: "\n" | "\r\n";
  readonly hasMark: boolean;
  readonly endsWithLineEnd: boolean;
}

type App = Readonly<Record<FileName, EnvFile>>;

function textOf({ entries, lines, lineEnd, hasMark, endsWithLineEnd }: EnvFile): string {
  const assignments = entries.map(
    ({ name, value, style: { isExported, quote, separator, comment, above } }) =>
      `${above}${isExported ? "export " : ""}${name}${separator}${quote}${value}${quote}${comment}`,
  );
  const text = [...assignments, ...lines].join("\n") + (endsWithLineEnd ? "\n" : "");
  return (hasMark ? "\uFEFF" : "") + text.replaceAll("\n", lineEnd);
}

const style: fc.Arbitrary<Style> = fc.record({
  isExported: fc.boolean(),
  quote: fc.constantFrom("", "", "'", '"', "`"),
  separator: fc.constantFrom("=", "=", "=", " = ", "= ", ": "),
  comment: fc.constantFrom("", "", " # from the dashboard", " # don't share"),
  above: fc.constantFrom("", "", "\n", "# WorkOS\n", '\n# --- "auth" ---\n#OLD=1\n'),
});

function characters(alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> {
  // One character again and again is what fills a place.
  return fc
    .array(fc.constantFrom(...alphabet), { minLength, maxLength })
    .map((each) => each.join(""))
    .filter((each) => !/(.)\1{7}/u.test(each));
}

const ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const id = characters("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 24, 24).map((each) => `client_01${each}`);
const keyBody = characters(ALPHANUMERIC, 20, 48);
const password = fc.oneof(
  characters(`${ALPHANUMERIC}+/`, 43, 43).map((each) => `${each}=`),
  characters("0123456789abcdef", 64, 64),
  fc.constantFrom(
    "correct-horse-battery-staple-correct-horse",
    "love your neighbour as you love yourself",
    "over the hills and far away from here",
  ),
);

const others: readonly (readonly [name: string, value: string])[] = [
  ["NEXT_PUBLIC_CONVEX_URL", "https://happy-otter-123.convex.cloud"],
  ["CONVEX_DEPLOYMENT", "dev:happy-otter-123"],
  ["STRIPE_SECRET_KEY", "sk_test_51HabcDEF"],
  ["STRIPE_WEBHOOK_SECRET", "whsec_abcDEF"],
  ["NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY", "pk_live_51HabcDEF"],
  ["NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY", "pk_test_abc"],
  ["CLERK_SECRET_KEY", "sk_test_abc"],
  ["DATABASE_URL", "postgres://me:secret@localhost:5432/app"],
  ["VERCEL_URL", ""],
  ["PORT", "3000"],
  ["WORKOS_COOKIE_NAME", "wos-session"],
  ["WORKOS_COOKIE_DOMAIN", "example.com"],
  ["WORKOS_ORGANIZATION_ID", "org_01HQ3V7Z8K9M2N4P5R6S7T8V9W"],
];

/** A file with these variables, in any order and style. */
function fileWith(variables: fc.Arbitrary<readonly (readonly [name: string, value: string])[]>): fc.Arbitrary<EnvFile> {
  return fc
    .tuple(variables, fc.subarray([...others], { maxLength: 5 }))
    .chain(([own, extra]) =>
      fc.tuple(
        ...[...own, ...extra].map(([name, value]) => style.map((each): Entry => ({ name, value, style: each }))),
      ),
    )
    .chain((entries) =>
      fc.record({
        entries: fc.shuffledSubarray([...entries], { minLength: entries.length }),
        lines: fc.constant<readonly string[]>([]),
        lineEnd: fc.constantFrom("\n", "\n", "\r\n"),
        hasMark: fc.nat(9).map((each) => each === 0),
        endsWithLineEnd: fc.nat(9).map((each) => each > 0),
      }),
    );
}

interface Facts {
  readonly ids: readonly [production: string, development: string, other: string];
  readonly key: string;
  readonly password: string;
  readonly hasBrowserId: boolean;
  readonly hasHostname: boolean;
  readonly hasWebhook: boolean;
}

const facts: fc.Arbitrary<Facts> = fc.record({
  ids: fc.uniqueArray(id, { minLength: 3, maxLength: 3 }) as unknown as fc.Arbitrary<Facts["ids"]>,
  key: keyBody,
  password,
  hasBrowserId: fc.boolean(),
  hasHostname: fc.boolean(),
  hasWebhook: fc.boolean(),
});

function variablesFor(
  file: FileName,
  { ids, key, password: secret, hasBrowserId, hasHostname, hasWebhook }: Facts,
): readonly (readonly [string, string])[] {
  if (file === "example")
    return [
      ["WORKOS_CLIENT_ID", "client_your_client_id_here"],
      ["WORKOS_API_KEY", ""],
      ["WORKOS_COOKIE_PASSWORD", "<your password>"],
      [URI, "http://localhost:3000/callback"],
    ];
  const isProduction = file === "production";
  const own = isProduction ? ids[0] : ids[1];
  return [
    ["WORKOS_CLIENT_ID", own],
    ["WORKOS_API_KEY", (isProduction ? "sk_live_" : "sk_test_") + key],
    ["WORKOS_COOKIE_PASSWORD", secret],
    [URI, isProduction ? "https://app.example.com/callback" : "http://localhost:3000/callback"],
    ...(hasBrowserId ? [["NEXT_PUBLIC_WORKOS_CLIENT_ID", own] as const] : []),
    ...(hasHostname ? [["WORKOS_API_HOSTNAME", "auth.example.com"] as const] : []),
    ...(hasWebhook ? [["WORKOS_WEBHOOK_SECRET", `whsec_${key}`] as const] : []),
  ];
}

interface Sample {
  readonly facts: Facts;
  readonly files: App;
  /** Which of several forms a defect takes, and where. */
  readonly choice: number;
}

const sample: fc.Arbitrary<Sample> = facts.chain((each) =>
  fc.record({
    facts: fc.constant(each),
    files: fc.record({
      production: fileWith(fc.constant(variablesFor("production", each))),
      development: fileWith(fc.constant(variablesFor("development", each))),
      example: fileWith(fc.constant(variablesFor("example", each))),
    }),
    choice: fc.nat(1000),
  }),
);

// ── Defects ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Defect {
  /** The rule and its message. */
  readonly owner: string;
  /** The files in which it can be; both of the pair where nothing is said. */
  readonly in?: readonly FileName[];
  readonly app?: Files;
  /** The file as it should be, and as it is. */
  readonly plant: (
    file: EnvFile,
    sample: Sample,
    isProduction: boolean,
  ) => { readonly meant: EnvFile; readonly broken: EnvFile };
  readonly repair?: "fix" | "suggestion";
}

const plainStyle: Style = { isExported: false, quote: "", separator: "=", comment: "", above: "" };

/** The file with this value for a variable, which is added where there is none. */
function withValue(file: EnvFile, name: string, value: string): EnvFile {
  if (!file.entries.some((each) => each.name === name))
    return { ...file, entries: [...file.entries, { name, value, style: plainStyle }] };
  return { ...file, entries: file.entries.map((each) => (each.name === name ? { ...each, value } : each)) };
}

function without(file: EnvFile, name: string): EnvFile {
  return { ...file, entries: file.entries.filter((each) => each.name !== name) };
}

/** A value for a variable, out of several. */
function value(name: string, ...values: readonly string[]): Defect["plant"] {
  return (file, { choice }) => ({ meant: file, broken: withValue(file, name, values[choice % values.length] ?? "") });
}

/** What is pasted with a value. */
function pasted(...names: readonly string[]): Defect["plant"] {
  return (file, { choice }) => {
    const name = names[choice % names.length] ?? "";
    const forms: readonly ((each: string) => string)[] = [
      (each) => `<${each}>`,
      (each) => `${each},`,
      (each) => `${each};`,
      (each) => `${each}\\n`,
      (each) => `${each}\\r\\n`,
    ];
    const form = forms[choice % forms.length] ?? String;
    const old = file.entries.find((each) => each.name === name)?.value ?? "";
    return { meant: file, broken: withValue(file, name, form(old)) };
  };
}

const defects: readonly Defect[] = [
  { owner: "env-client-id debris", plant: pasted("WORKOS_CLIENT_ID"), repair: "fix" },
  {
    owner: "env-client-id placeholder",
    plant: value(
      "WORKOS_CLIENT_ID",
      "client_your_client_id_here",
      "<client id>",
      "client_01...",
      "YOUR-WORKOS-CLIENT-ID",
      "client_XXXXXXXXXXXXXXXXXXXXXXXXXX",
    ),
  },
  {
    owner: "env-client-id secretKey",
    plant: (file, { facts: { key } }) => ({
      meant: file,
      broken: withValue(file, "WORKOS_CLIENT_ID", `sk_live_${key}`),
    }),
  },
  {
    owner: "env-client-id secretKey",
    plant: (file, { facts: { key } }) => ({
      meant: file,
      broken: withValue(file, "NEXT_PUBLIC_WORKOS_CLIENT_ID", `sk_test_${key}`),
    }),
  },
  {
    owner: "env-client-id otherId",
    plant: value("WORKOS_CLIENT_ID", "environment_01HQ3V7Z8K9M2N4P5R6S7T8V9W", "org_01HQ3V7Z8K9M2N4P5R6S7T8V9W"),
  },
  {
    owner: "env-client-id notClientId",
    plant: value(
      "WORKOS_CLIENT_ID",
      "convex",
      "01HQ3V7Z8K9M2N4P5R6S7T8V9W",
      "client_01HQ3V7Z8K",
      "client-01HQ3V7Z8K9M2N4P5R6S7T8V9W",
    ),
  },
  {
    owner: "env-api-key placeholder",
    plant: value(
      "WORKOS_API_KEY",
      "sk_test_your_api_key_here",
      "<your Secret Key>",
      "sk_live_...",
      "sk_example_123456789",
    ),
  },
  { owner: "env-api-key debris", plant: pasted("WORKOS_API_KEY") },
  {
    owner: "env-api-key notKey",
    plant: value("WORKOS_API_KEY", "convex", "pk_live_abc", "client_01HQ3V7Z8K9M2N4P5R6S7T8V9W"),
  },
  {
    owner: "env-production-api-key stagingKey",
    in: ["production"],
    plant: (file, { facts: { key } }) => ({ meant: file, broken: withValue(file, "WORKOS_API_KEY", `sk_test_${key}`) }),
  },
  {
    owner: "env-cookie-password tooShort",
    plant: value(
      "WORKOS_COOKIE_PASSWORD",
      "hunter2",
      "0123456789abcdef0123456789abcde",
      "correct horse battery staple",
    ),
  },
  {
    owner: "env-cookie-password placeholder",
    plant: value(
      "WORKOS_COOKIE_PASSWORD",
      "your_secure_password_here_must_be_at_least_32_characters_long",
      "<your password>",
      "change-me-to-something-that-is-long-enough",
    ),
  },
  { owner: "env-redirect-uri debris", plant: pasted(URI), repair: "fix" },
  {
    owner: "env-redirect-uri notAbsolute",
    plant: value(
      URI,
      "/callback",
      "localhost:3000/callback",
      "app.example.com/callback",
      "https:/app.example.com/callback",
    ),
  },
  {
    owner: "env-redirect-uri local",
    in: ["production"],
    plant: value(URI, "http://localhost:3000/callback", "https://localhost/callback", "http://127.0.0.1:3000/callback"),
  },
  {
    owner: "env-redirect-uri insecure",
    in: ["production"],
    plant: value(URI, "http://app.example.com/callback", "http://10.0.0.5:3000/callback"),
  },
  {
    owner: "env-redirect-uri-name notRead",
    in: ["production", "development", "example"],
    plant: (file) => ({
      meant: file,
      broken: {
        ...file,
        entries: file.entries.map((each) => (each.name === URI ? { ...each, name: "WORKOS_REDIRECT_URI" } : each)),
      },
    }),
    repair: "suggestion",
  },
  {
    owner: "env-redirect-uri-name besideRead",
    plant: (file, _, isProduction) => ({
      meant: file,
      broken: withValue(
        file,
        "WORKOS_REDIRECT_URI",
        isProduction ? "https://app.example.com/callback" : "http://localhost:3000/callback",
      ),
    }),
  },
  {
    owner: "env-no-public-secret secretName",
    in: ["production", "development", "example"],
    plant: value("NEXT_PUBLIC_WORKOS_COOKIE_PASSWORD", "c".repeat(15) + "0123456789abcdefghijklmnopqrstuvw"),
  },
  {
    owner: "env-no-public-secret secretName",
    in: ["production"],
    plant: (file, { facts: { key } }) => ({
      meant: file,
      broken: withValue(file, "VITE_WORKOS_API_KEY", `sk_live_${key}`),
    }),
  },
  {
    owner: "env-no-public-secret secretValue",
    plant: (file, { facts: { key } }) => ({
      meant: file,
      broken: withValue(file, "NEXT_PUBLIC_KEY", `sk_live_${key}`),
    }),
  },
  {
    owner: "env-no-public-secret secretValue",
    plant: (file, { facts: { password: secret } }) => ({
      meant: file,
      broken: { ...withValue(file, "EXPO_PUBLIC_TOKEN", secret) },
    }),
  },
  {
    owner: "env-api-hostname scheme",
    plant: (file, { choice }) => ({
      meant: withValue(file, "WORKOS_API_HOSTNAME", "auth.example.com"),
      broken: withValue(
        file,
        "WORKOS_API_HOSTNAME",
        choice % 2 === 0 ? "https://auth.example.com" : "https://auth.example.com/user_management",
      ),
    }),
    repair: "fix",
  },
  {
    owner: "env-api-hostname path",
    plant: (file, { choice }) => ({
      meant: withValue(file, "WORKOS_API_HOSTNAME", "auth.example.com"),
      broken: withValue(file, "WORKOS_API_HOSTNAME", choice % 2 === 0 ? "auth.example.com/" : "auth.example.com/sso"),
    }),
    repair: "fix",
  },
  {
    owner: "env-consistent-client-id differs",
    plant: (file, { facts: { ids } }) => ({
      meant: file,
      broken: withValue(file, "NEXT_PUBLIC_WORKOS_CLIENT_ID", ids[2]),
    }),
  },
  {
    owner: "env-consistent-client-id differs",
    in: ["production"],
    plant: (file, { facts: { ids } }) => ({
      meant: file,
      broken: withValue(file, "NEXT_PUBLIC_WORKOS_CLIENT_ID", ids[1]),
    }),
  },
  {
    owner: "env-production-client-id sameAsDevelopment",
    in: ["production"],
    plant: (file, { facts: { ids } }) => ({
      meant: file,
      broken: withValue(without(file, "NEXT_PUBLIC_WORKOS_CLIENT_ID"), "WORKOS_CLIENT_ID", ids[1]),
    }),
  },
  {
    owner: "env-required-variables missing",
    in: ["example"],
    plant: (file, { choice }) => {
      const name = ["WORKOS_CLIENT_ID", "WORKOS_API_KEY", "WORKOS_COOKIE_PASSWORD", URI][choice % 4] ?? "";
      return { meant: withValue(file, name, ""), broken: without(file, name) };
    },
    repair: "suggestion",
  },
  {
    owner: "env-callback-route otherRoute",
    plant: (file, { choice }, isProduction) => ({
      meant: file,
      broken: withValue(
        file,
        URI,
        `${isProduction ? "https://app.example.com" : "http://localhost:3000"}${["/auth/callback", "/api/auth/callback", "/Callback"][choice % 3] ?? ""}`,
      ),
    }),
  },
  {
    owner: "env-callback-route noRoute",
    app: appWithoutHandler,
    plant: (file, _, isProduction) => ({
      meant: file,
      broken: withValue(
        file,
        URI,
        `${isProduction ? "https://app.example.com" : "http://localhost:3000"}/auth/callback`,
      ),
    }),
  },
  {
    owner: "env-valid-line setsNothing",
    in: ["production", "development", "example"],
    plant: (file, { choice }) => ({
      meant: file,
      broken: {
        ...file,
        lines: [["WORKOS_ORGANIZATION org_1", "the variables of WorkOS", "// WorkOS", "=b"][choice % 4] ?? ""],
      },
    }),
  },
];

// ── The proof ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

class Checkout {
  readonly #folder: string;
  readonly #linter: Linter;

  constructor(files: Files) {
    this.#folder = makeFolder({ ".git/": "", ...files });
    this.#linter = new Linter({ cwd: this.#folder });
  }

  /** Writes the files of the app, and returns what is said about all of them. */
  lint(texts: Readonly<Record<FileName, string>>): Linter.LintMessage[] {
    for (const file of Object.keys(paths) as FileName[]) writeFileSync(join(this.#folder, paths[file]), texts[file]);
    return (Object.keys(paths) as FileName[]).flatMap((file) => this.lintFile(paths[file], texts[file]));
  }

  lintFile(path: string, text: string): Linter.LintMessage[] {
    return this.#linter.verify(text, presets, { filename: join(this.#folder, path) });
  }

  fix(path: string, text: string): string {
    return this.#linter.verifyAndFix(text, presets, { filename: join(this.#folder, path) }).output;
  }
}

function textsOf(files: App): Record<FileName, string> {
  return {
    production: textOf(files.production),
    development: textOf(files.development),
    example: textOf(files.example),
  };
}

function shown({ ruleId, messageId, message }: Linter.LintMessage): string {
  return ruleId == null ? message : `${ruleId.replace("convex-authkit/", "")} ${String(messageId)}`;
}

it("sound files draw no report", () => {
  const checkouts = [new Checkout(app), new Checkout(appWithoutHandler)];
  fc.assert(
    fc.property(sample, ({ files, choice }) => {
      const checkout = checkouts[choice % 2];
      const messages = [
        ...(checkout?.lint(textsOf(files)) ?? []),
        ...(checkout?.lintFile("convex.json", convexJson) ?? []),
        ...(checkout?.lintFile("app/callback/route.ts", callbackRoute) ?? []),
      ];
      expect(messages.map(shown)).toEqual([]);
    }),
    { numRuns: 300, seed },
  );
});

describe("one defect, one report", () => {
  it.each(defects.map((defect, index) => ({ ...defect, index })))(
    "$owner ($index)",
    ({ owner, in: places = ["production", "development"], app: files = app, plant, repair }) => {
      const checkout = new Checkout(files);
      fc.assert(
        fc.property(sample, fc.constantFrom(...places), (each, place) => {
          const { meant, broken } = plant(each.files[place], each, place === "production");
          const texts = textsOf({ ...each.files, [place]: broken });
          const messages = checkout.lint(texts);
          expect(messages.map(shown)).toEqual([owner]);

          const suggested = messages[0]?.suggestions?.[0];
          const fixed = checkout.fix(paths[place], texts[place]);
          expect([fixed !== texts[place], suggested != null]).toEqual([repair === "fix", repair === "suggestion"]);
          if (repair == null) return;
          const repaired = suggested == null ? fixed : applied(texts[place], suggested.fix);
          expect(parse(repaired)).toEqual(parse(textOf(meant)));
          for (const comment of texts[place].match(/#[^\r\n]*/gu) ?? []) expect(repaired).toContain(comment);
          expect(checkout.lint({ ...texts, [place]: repaired }).map(shown)).toEqual([]);
          expect(checkout.fix(paths[place], repaired)).toBe(repaired);
        }),
        { numRuns: 12, seed },
      );
    },
  );

  it("for every message of the rules on .env files", () => {
    const rules = Object.entries(plugin.rules).filter(
      ([, { meta }]) =>
        Object.keys(meta?.messages ?? {}).length > 0 && (meta?.docs as { preset?: string }).preset === "env",
    );
    const messages = rules
      .filter(([rule]) => rule.startsWith("env-"))
      .flatMap(([rule, { meta }]) => Object.keys(meta?.messages ?? {}).map((id) => `${rule} ${id}`));
    const offers = ["env-redirect-uri-name rename", "env-required-variables append"];
    expect([...new Set(defects.map(({ owner }) => owner)), ...offers].sort()).toEqual(messages.sort());
  });
});
