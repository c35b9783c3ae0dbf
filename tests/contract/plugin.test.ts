/** What the plugin promises to whoever loads it: its shape, and all that each rule says about itself. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Linter } from "eslint";
import type { Rule } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { hostCases } from "../hosts/cases.js";
import { places } from "../silence/places.js";
import { lintBrokenApp } from "./broken-app.js";

const root = join(import.meta.dirname, "../..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { name: string; version: string };

type Repair = "fix" | "fix and suggest" | "none" | "suggest";

/** What users rely on, and what a change of the rules must not change by accident: name, preset, level, repair. */
const table: readonly (readonly [
  name: string,
  preset: "env" | "recommended" | "strict",
  level: "error" | "warn",
  repair: Repair,
])[] = [
  ["no-user-management-application-id", "recommended", "error", "fix"],
  ["require-shared-issuer-application-id", "recommended", "error", "fix"],
  ["valid-issuer", "recommended", "error", "fix and suggest"],
  ["valid-jwks", "recommended", "error", "fix"],
  ["consistent-client-id", "recommended", "error", "fix and suggest"],
  ["no-workos-oidc-provider", "recommended", "error", "fix"],
  ["require-user-management-provider", "recommended", "error", "fix"],
  ["require-shared-issuer-provider", "strict", "warn", "suggest"],
  ["prefer-canonical-issuer", "recommended", "warn", "fix"],
  ["no-hardcoded-client-id", "recommended", "warn", "suggest"],
  ["valid-provider", "recommended", "error", "fix and suggest"],
  ["require-default-export", "recommended", "error", "fix"],
  ["no-env-enumeration", "recommended", "error", "suggest"],
  ["no-front-end-env", "recommended", "error", "suggest"],
  ["no-public-env-name", "strict", "warn", "suggest"],
  ["no-unsupported-api", "recommended", "error", "none"],
  ["valid-file-name", "recommended", "error", "none"],
  ["no-unreachable-provider", "strict", "warn", "suggest"],
  ["no-env-fallback", "strict", "warn", "suggest"],
  ["callback-route", "recommended", "warn", "none"],
  ["env-client-id", "env", "error", "fix"],
  ["env-api-key", "env", "error", "none"],
  ["env-production-api-key", "env", "warn", "none"],
  ["env-cookie-password", "env", "error", "none"],
  ["env-redirect-uri", "env", "error", "fix"],
  ["env-redirect-uri-name", "env", "warn", "suggest"],
  ["env-no-public-secret", "env", "error", "none"],
  ["env-api-hostname", "env", "error", "fix"],
  ["env-consistent-client-id", "env", "error", "none"],
  ["env-production-client-id", "env", "warn", "none"],
  ["env-required-variables", "env", "warn", "suggest"],
  ["env-callback-route", "env", "warn", "none"],
  ["env-valid-line", "env", "warn", "none"],
  ["convex-json-authkit", "env", "error", "fix"],
  ["convex-json-no-public-secret", "env", "error", "none"],
  ["convex-json-redirect-uris", "env", "warn", "suggest"],
];

/** Messages of suggestions: what an editor offers, as a verb. All others are reports. */
const suggestionMessages: Record<string, readonly string[]> = {
  "valid-issuer": ["useShared", "useUserManagement"],
  "consistent-client-id": ["useThisId"],
  "require-shared-issuer-provider": ["addProvider"],
  "no-hardcoded-client-id": ["readEnvironment", "dropFallback"],
  "valid-provider": ["addType", "useDomain", "useAlgorithm", "useShared", "useUserManagement"],
  "no-env-enumeration": ["readByName"],
  "no-front-end-env": ["readDeployment"],
  "no-public-env-name": ["readPlainName"],
  "no-unreachable-provider": ["removeProvider"],
  "no-env-fallback": ["dropFallback"],
  "env-redirect-uri-name": ["rename"],
  "env-required-variables": ["append"],
  "convex-json-redirect-uris": ["add", "useRoute"],
};

function ruleOf(name: string): Rule.RuleModule {
  const rule = plugin.rules[name];
  if (rule == null) throw new Error(`The plugin has no rule ${name}`);
  return rule;
}

describe("the default export", () => {
  it("has a name, rules, presets and a language, and nothing else", () => {
    expect(Object.keys(plugin).sort()).toEqual(["configs", "languages", "meta", "rules"]);
    expect(Object.keys(plugin.configs).sort()).toEqual(["env", "recommended", "strict"]);
    expect(Object.keys(plugin.languages ?? {})).toEqual(["dotenv"]);
  });

  it("has the name and the version of package.json, which ESLint keys its cache on", () => {
    expect(plugin.meta).toEqual({ name: manifest.name, version: manifest.version, namespace: "convex-authkit" });
  });

  it("exports every file of src/rules by its name", () => {
    const files = readdirSync(join(root, "src/rules")).filter((name) => name !== "index.ts");
    expect(files.map((name) => name.replace(/\.ts$/u, "")).sort()).toEqual(Object.keys(plugin.rules).sort());
  });

  it("has the rules of the table in its order, and no other", () => {
    expect(Object.keys(plugin.rules)).toEqual(table.map(([name]) => name));
  });

  it("has a page and a test for every rule", () => {
    const names = Object.keys(plugin.rules).sort();
    const pages = readdirSync(join(root, "docs/rules")).map((name) => name.replace(/\.md$/u, ""));
    expect(pages.sort()).toEqual(names);
    const tests = readdirSync(join(root, "tests/rules"));
    expect(names.filter((name) => !tests.includes(`${name}.test.ts`))).toEqual([]);
  });
});

/** Everything that is broken in the tables of other tests, so that every message appears that they know of. */
function* brokenTexts(): Generator<{ filename: string; text: string }> {
  for (const { path = "convex/auth.config.ts", text } of hostCases) yield { filename: `/app/${path}`, text };
  for (const { write, known } of places)
    for (const [value] of known) yield { filename: "/app/convex/auth.config.ts", text: write(value) };
}

const linter = new Linter({ cwd: "/" });
const brokenApp = lintBrokenApp();
const seen = [
  ...[...brokenTexts()].map(({ filename, text }) => linter.verify(text, plugin.configs.strict, { filename })),
  ...brokenApp.map(({ messages }) => messages),
].flat();

describe("the rules on the files around auth.config", () => {
  it.each(brokenApp.map(({ file, messages }) => ({ ...file, messages })))(
    "$defect: one defect, one report",
    ({ defect, messages }) => {
      expect(
        messages.map(
          ({ ruleId, messageId }) => `${String(ruleId).replace("convex-authkit/", "")} ${String(messageId)}`,
        ),
      ).toEqual([defect]);
    },
  );

  it("have no other message", () => {
    const names = table.slice(table.findIndex(([name]) => name === "callback-route")).map(([name]) => name);
    const reports = names.flatMap((name) =>
      Object.keys(ruleOf(name).meta?.messages ?? {})
        .filter((id) => suggestionMessages[name]?.includes(id) !== true)
        .map((id) => `${name} ${id}`),
    );
    expect(brokenApp.map(({ file: { defect } }) => defect).sort()).toEqual(reports.sort());
  });
});

describe.each(table)("%s", (name, preset, level, repair) => {
  const { meta, create } = ruleOf(name);
  const reports = seen.filter(({ ruleId }) => ruleId === `convex-authkit/${name}`);
  const messages = Object.entries(meta?.messages ?? {});
  const isSuggestion = (id: string): boolean => suggestionMessages[name]?.includes(id) === true;

  it("says what it is", () => {
    expect(Object.keys(meta ?? {}).sort()).toEqual(
      [
        "defaultOptions",
        "docs",
        "messages",
        "schema",
        "type",
        ...(repair.includes("fix") ? ["fixable"] : []),
        ...(repair.includes("suggest") ? ["hasSuggestions"] : []),
      ].sort(),
    );
    expect(meta?.type).toBe(level === "error" ? "problem" : "suggestion");
    expect(meta?.docs).toMatchObject({ preset, level });
    expect(meta?.docs?.description).toMatch(/^(?:Disallow|Enforce|Require) .*[^.]$/u);
    expect(meta?.docs?.url).toMatch(new RegExp(`^https://github\\.com/.+/docs/rules/${name}\\.md$`, "u"));
    expect((meta?.docs as { repair?: string } | undefined)?.repair).toMatch(/^[A-Z].*\.$/u);
    expect(create).toBeTypeOf("function");
  });

  it("takes no options", () => {
    expect(meta?.schema).toEqual([]);
    expect(meta?.defaultOptions).toEqual([]);
    const config = plugin.configs.strict.map((each) => ({
      ...each,
      rules: { [`convex-authkit/${name}`]: ["error", {}] as ["error", object] },
    }));
    expect(() => linter.verify("", config, { filename: "/app/convex/auth.config.ts" })).toThrow(
      /Unexpected option|should NOT have more than 0 items/u,
    );
  });

  it("is in its preset at its level", () => {
    const { env, recommended, strict } = plugin.configs;
    const levels = Object.entries({ env, recommended, strict }).map(([each, configs]) => [
      each,
      configs.flatMap(({ rules }) => rules?.[`convex-authkit/${name}`] ?? []),
    ]);
    const holders = { env: ["env"], recommended: ["recommended", "strict"], strict: ["strict"] }[preset];
    expect(Object.fromEntries(levels)).toEqual(
      Object.fromEntries(Object.keys(plugin.configs).map((each) => [each, holders.includes(each) ? [level] : []])),
    );
  });

  it("repairs as the table says", () => {
    expect(meta?.fixable).toBe(repair.includes("fix") ? "code" : undefined);
    expect(meta?.hasSuggestions ?? false).toBe(repair.includes("suggest"));
    expect(reports).not.toEqual([]);
    expect(reports.some(({ fix }) => fix != null)).toBe(repair.includes("fix"));
    expect(reports.some(({ suggestions = [] }) => suggestions.length > 0)).toBe(repair.includes("suggest"));
    expect(reports.filter(({ fix, suggestions = [] }) => fix != null && suggestions.length > 0)).toEqual([]);
  });

  it("has messages for its suggestions", () => {
    expect(
      Object.keys(meta?.messages ?? {})
        .filter(isSuggestion)
        .sort(),
    ).toEqual([...(suggestionMessages[name] ?? [])].sort());
  });

  it.each(messages.filter(([id]) => !isSuggestion(id)))("reports %s: what – why. What to do.", (_, message) => {
    // What stands between backticks, and what is filled in, is no prose.
    const prose = message.replaceAll(/`[^`]*`|\{\{\w+\}\}/gu, "X");
    expect(prose).toMatch(/^[A-Z]/u);
    expect(prose).toMatch(/^[^–]+ – [^–.]+\. [A-Z][^–.]*\.$/u);
    expect(prose).not.toMatch(/\b(?:was|were|had|will have been)\b/u);
    expect(message.replace("{{line}}", "99999").replaceAll(/\{\{\w+\}\}/gu, "x".repeat(60)).length).toBeLessThanOrEqual(
      260,
    );
  });

  it.each(messages.filter(([id]) => isSuggestion(id)))("offers %s: a verb.", (_, message) => {
    expect(message).toMatch(/^(?:Add|Make|Read|Remove|Use) .*\.$/u);
    expect(message.replaceAll(/`[^`]*`/gu, "X").match(/\.(?:\s|$)/gu)).toHaveLength(1);
    expect(message.length).toBeLessThanOrEqual(80);
  });
});

describe("the messages as people read them", () => {
  const shown = seen.flatMap(({ message, suggestions = [] }) => [message, ...suggestions.map(({ desc }) => desc)]);

  it("are filled in, short, and on one line", () => {
    expect(shown.length).toBeGreaterThan(100);
    expect(
      shown.filter(
        (message) => message.length > 200 || /\{\{|\}\}|undefined(?!`)|\[object|\s{2}|[\n\r]/u.test(message),
      ),
    ).toEqual([]);
  });

  it("close every backtick that they open", () => {
    expect(shown.filter((message) => (message.match(/`/gu)?.length ?? 0) % 2 === 1)).toEqual([]);
  });
});
