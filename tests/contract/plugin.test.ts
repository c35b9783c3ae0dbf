/** What the plugin promises to whoever loads it: its shape, and all that each rule says about itself. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import type { AuthKitRule } from "../../src/plugin/rule-meta.js";
import { callbackRouteRules, convexJsonRules, envFileRules } from "../../src/rules/index.js";
import { lintBrokenApp, lintBrokenConfigs } from "./broken-app.js";

const root = join(import.meta.dirname, "../..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { name: string; version: string };

/** All that the rules say about themselves; the pages of the docs are held against it. */
const table = Object.entries(plugin.rules).map(([name, rule]) => {
  const { docs, fixable, hasSuggestions = false } = (rule as AuthKitRule).meta;
  const repairs = [...(fixable == null ? [] : ["fix"]), ...(hasSuggestions ? ["suggest"] : [])];
  return [name, docs.preset, docs.level, repairs] as const;
});

/** Whether a message is that of a suggestion: what an editor offers, as a verb. A report says why, after a dash. */
function isSuggestion(name: string, id: string): boolean {
  const { hasSuggestions = false, messages = {} } = ruleOf(name).meta;
  return hasSuggestions && messages[id]?.includes(" – ") === false;
}

function ruleOf(name: string): AuthKitRule {
  const rule = plugin.rules[name];
  if (rule == null) throw new Error(`The plugin has no rule ${name}`);
  return rule as AuthKitRule;
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

  it("has a page and a test for every rule", () => {
    const names = Object.keys(plugin.rules).sort();
    const pages = readdirSync(join(root, "docs/rules")).map((name) => name.replace(/\.md$/u, ""));
    expect(pages.sort()).toEqual(names);
    const tests = readdirSync(join(root, "tests/rules"));
    expect(names.filter((name) => !tests.includes(`${name}.test.ts`))).toEqual([]);
  });
});

const linter = new Linter({ cwd: "/" });
const brokenApp = lintBrokenApp();
const seen = [...lintBrokenConfigs(), ...brokenApp.flatMap(({ messages }) => messages)];

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

  it("have a test for each message, which no other rule reports", () => {
    const names = [...callbackRouteRules, ...envFileRules, ...convexJsonRules].map(({ name }) => name);
    const reports = names.flatMap((name) =>
      Object.keys(ruleOf(name).meta?.messages ?? {})
        .filter((id) => !isSuggestion(name, id))
        .map((id) => `${name} ${id}`),
    );
    expect(brokenApp.map(({ file: { defect } }) => defect).sort()).toEqual(reports.sort());
  });
});

describe.each(table)("%s", (name, preset, level, repairs) => {
  const { meta, create } = ruleOf(name);
  const reports = seen.filter(({ ruleId }) => ruleId === `convex-authkit/${name}`);
  const messages = Object.entries(meta?.messages ?? {});
  const isOffer = ([id]: readonly [string, unknown]): boolean => isSuggestion(name, id);

  it("says what it is", () => {
    expect(Object.keys(meta ?? {}).sort()).toEqual(
      [
        "defaultOptions",
        "docs",
        "messages",
        "schema",
        "type",
        ...(repairs.includes("fix") ? ["fixable"] : []),
        ...(repairs.includes("suggest") ? ["hasSuggestions"] : []),
      ].sort(),
    );
    expect(meta?.type).toBe(level === "error" ? "problem" : "suggestion");
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

  it("repairs as it says", () => {
    expect(reports).not.toEqual([]);
    expect(reports.some(({ fix }) => fix != null)).toBe(repairs.includes("fix"));
    expect(reports.some(({ suggestions = [] }) => suggestions.length > 0)).toBe(repairs.includes("suggest"));
    expect(reports.filter(({ fix, suggestions = [] }) => fix != null && suggestions.length > 0)).toEqual([]);
  });

  it("has a test for each report", () => {
    const ids = messages.filter((message) => !isOffer(message)).map(([id]) => id);
    expect([...new Set(reports.map(({ messageId }) => messageId))].sort()).toEqual(ids.sort());
  });

  it("has messages for its suggestions", () => {
    expect(messages.filter(isOffer).length > 0).toBe(repairs.includes("suggest"));
    expect(messages.filter((message) => !isOffer(message))).not.toEqual([]);
    const offered = reports.flatMap(({ suggestions = [] }) => suggestions.map(({ messageId }) => messageId ?? ""));
    expect(offered.filter((id) => !isSuggestion(name, id))).toEqual([]);
    expect(reports.filter(({ messageId = "" }) => isSuggestion(name, messageId))).toEqual([]);
  });

  it.each(messages.filter((message) => !isOffer(message)))("reports %s: what – why. What to do.", (_, message) => {
    // What stands between backticks, and what is filled in, is no prose.
    const prose = message.replaceAll(/`[^`]*`|\{\{\w+\}\}/gu, "X");
    expect(prose).toMatch(/^[A-Z]/u);
    expect(prose).toMatch(/^[^–]+ – [^–.]+\. [A-Z][^–.]*\.$/u);
    expect(prose).not.toMatch(/\b(?:was|were|had|will have been)\b/u);
    expect(message.replace("{{line}}", "99999").replaceAll(/\{\{\w+\}\}/gu, "x".repeat(60)).length).toBeLessThanOrEqual(
      260,
    );
  });

  it.each(messages.filter(isOffer))("offers %s: a verb.", (_, message) => {
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
