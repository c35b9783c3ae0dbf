import parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import type { Rule } from "eslint";
import { describe, expect, it } from "vitest";
import { createRule } from "../../src/plugin/create-rule.js";
import { defineRule } from "../../src/rule/rule.js";
import type { AuthConfigRule, Finding, VariantInput } from "../../src/rule/rule.js";

const text = 'export default { providers: [{ domain: "https://auth.example.com", applicationID: "app" }] };\n';

const described = {
  name: "tested",
  meta: {
    type: "problem",
    docs: { description: "Test", preset: "recommended", level: "error", repair: "None." },
    fixable: "code",
    hasSuggestions: true,
  },
  messages: { found: "Found {{what}}.", suggested: "Change {{what}}." },
} as const satisfies AuthConfigRule;

/** A rule with a check of its own. */
function ruleOf(
  check: (input: VariantInput) => Iterable<Finding<"found" | "suggested">>,
  meta: Partial<AuthConfigRule["meta"]> = {},
): Rule.RuleModule {
  return createRule(defineRule({ ...described, meta: { ...described.meta, ...meta }, check }));
}

/** What rules report about a text. */
function lint(
  rules: Record<string, Rule.RuleModule>,
  code = text,
  filename = "convex/auth.config.ts",
  settings: Record<string, unknown> = {},
): Linter.LintMessage[] {
  return new Linter().verify(
    code,
    [
      {
        files: ["**/*.{ts,mts,js}"],
        languageOptions: { parser: parser as unknown as Linter.Parser },
        plugins: { own: { rules } },
        rules: Object.fromEntries(Object.keys(rules).map((name) => [`own/${name}`, "error"])),
        settings,
      },
    ],
    { filename },
  );
}

const firstProvider = ({ providers }: VariantInput) => {
  const [provider] = providers;
  if (provider == null) throw new Error("no provider");
  return provider;
};

describe("a rule", () => {
  const definition = {
    name: "no-example",
    meta: {
      type: "suggestion",
      docs: { description: "Disallow examples", preset: "strict", level: "warn", repair: "None." },
    },
    messages: { found: "Found." },
    check: () => [],
  } as const satisfies AuthConfigRule;

  it("says what it is, and where it is explained", () => {
    const { meta } = createRule(definition);
    expect(meta).toMatchObject({
      type: "suggestion",
      docs: { description: "Disallow examples", preset: "strict", level: "warn", repair: "None." },
      messages: { found: "Found." },
      schema: [],
      defaultOptions: [],
    });
    expect(meta.docs.url).toMatch(/\/docs\/rules\/no-example\.md$/u);
  });

  it("says that it repairs only if it does", () => {
    expect(createRule(definition).meta).not.toHaveProperty("fixable");
    expect(createRule(definition).meta).not.toHaveProperty("hasSuggestions");
    const repairing = createRule({
      ...definition,
      meta: { ...definition.meta, fixable: "code", hasSuggestions: true },
    });
    expect(repairing.meta.fixable).toBe("code");
    expect(repairing.meta.hasSuggestions).toBe(true);
  });
});

describe("where a rule runs", () => {
  const everywhere = ruleOf(({ config }) => [{ at: config.program, messageId: "found", data: { what: "a file" } }]);
  const anyFile = ruleOf(({ config }) => [{ at: config.program, messageId: "found", data: { what: "a file" } }], {
    scope: "any",
  });
  const count = (rule: Rule.RuleModule, code: string, filename: string) => lint({ rule }, code, filename).length;

  it.each(["convex/auth.config.ts", "convex/auth.config.js", "packages/backend/convex/auth.config.ts"])(
    "in %s",
    (filename) => {
      expect(count(everywhere, text, filename)).toBe(1);
    },
  );

  it.each(["convex/auth.config.mts", "src/auth.config.ts"])("in %s only where its scope is any", (filename) => {
    expect(count(everywhere, text, filename)).toBe(0);
    expect(count(anyFile, text, filename)).toBe(1);
  });

  it.each(["convex/users.ts", "auth.config.ts", "convex/auth.ts"])("not in %s", (filename) => {
    expect(count(anyFile, text, filename)).toBe(0);
  });

  it.each([
    { form: "next-auth", code: 'import NextAuth from "next-auth";' },
    { form: "a part of next-auth", code: 'import GitHub from "next-auth/providers/github";' },
    { form: "its types", code: 'import type { NextAuthConfig } from "next-auth";' },
    { form: "@auth/core", code: 'import { Auth } from "@auth/core";' },
    { form: "a part of @auth", code: 'import Google from "@auth/core/providers/google";' },
    { form: "a re-export of it", code: 'export { default } from "next-auth";' },
    { form: "require", code: 'const GitHub = require("next-auth/providers/github");' },
  ])("never beside an import of $form", ({ code }) => {
    expect(count(anyFile, `${code}\n${text}`, "convex/auth.config.ts")).toBe(0);
  });

  it.each([
    { code: 'import x from "next-auth-helpers";' },
    { code: 'import x from "@authority/x";' },
    { code: 'import x from "./next-auth";' },
  ])("but beside $code", ({ code }) => {
    expect(count(anyFile, `${code}\n${text}`, "convex/auth.config.ts")).toBe(1);
  });

  it("in a file that always throws only if it looks at the file as a whole", () => {
    const throwing = `throw new Error("no");\n${text}`;
    const wholeFile = createRule({
      ...described,
      *checkFile({ config }) {
        yield { at: config.program, messageId: "found", data: { what: "a file" } };
      },
    });
    expect(count(everywhere, throwing, "convex/auth.config.ts")).toBe(0);
    expect(count(anyFile, throwing, "convex/auth.config.ts")).toBe(0);
    expect(count(wholeFile, throwing, "convex/auth.config.ts")).toBe(1);
  });
});

describe("a report", () => {
  it("stands at its node, with its data", () => {
    const rule = ruleOf((input) => [{ at: firstProvider(input).at, messageId: "found", data: { what: "a provider" } }]);
    expect(lint({ rule })).toMatchObject([
      { message: "Found a provider.", messageId: "found", line: 1, column: 30, endLine: 1, endColumn: 90 },
    ]);
  });

  it("on the file as a whole stands at its beginning", () => {
    const rule = ruleOf(({ config }) => [{ at: config.program, messageId: "found", data: { what: "a file" } }]);
    const [message] = lint({ rule }, `// a comment\n\n${text}`);
    expect(message).toMatchObject({ line: 1, column: 1 });
    expect(message?.endLine).toBeUndefined();
  });

  it("is made once for each place, however many variants and providers share it", () => {
    const rule = ruleOf((input) => [
      { at: firstProvider(input).at, messageId: "found", data: { what: "one" } },
      { at: firstProvider(input).at, messageId: "found", data: { what: "two" } },
    ]);
    const code = `import { flag } from "./flag";\nexport const x = flag ? 1 : 2;\n${text}`;
    expect(lint({ rule }, code).map(({ message }) => message)).toEqual(["Found one."]);
  });

  it("without data has none", () => {
    const rule = ruleOf((input) => [{ at: firstProvider(input).at, messageId: "found" }]);
    expect(lint({ rule }).map(({ message }) => message)).toEqual(["Found {{what}}."]);
  });
});

describe("a repair", () => {
  const remove = (input: VariantInput, name: string) => {
    const provider = firstProvider(input);
    const member = provider.written(name);
    if (member == null) throw new Error("no member");
    return {
      at: member.origin.at,
      messageId: "found" as const,
      fix: (editor: Parameters<NonNullable<Finding<string>["fix"]>>[0]) => editor.removeMember(member),
    };
  };

  it("is made", () => {
    const [message] = lint({ rule: ruleOf((input) => [remove(input, "applicationID")]) });
    expect(message?.fix).toEqual({ range: [65, 87], text: "" });
  });

  it("is not made where one of several findings at the place wants none", () => {
    const rule = ruleOf((input) => {
      const finding = remove(input, "applicationID");
      return [finding, { at: finding.at, messageId: "found" }];
    });
    expect(lint({ rule }).map(({ fix }) => fix)).toEqual([undefined]);
  });

  it("is not made where several findings at the place want edits that overlap", () => {
    const rule = ruleOf((input) => {
      const finding = remove(input, "applicationID");
      const provider = firstProvider(input);
      const member = provider.written("applicationID");
      return [
        finding,
        {
          at: finding.at,
          messageId: "found",
          fix: (editor) => (member == null ? [] : editor.setValue(member, "other")),
        },
      ];
    });
    expect(lint({ rule }).map(({ fix }) => fix)).toEqual([undefined]);
  });

  it("is not made where it is only needed in one variant", () => {
    const code = `import { flag } from "./flag";\nconst isLive = flag ? 1 : 2;\n${text.replace('"app"', "isLive")}`;
    const rule = ruleOf((input) => {
      const value = firstProvider(input).written("applicationID")?.value;
      return value?.kind === "constant" && value.value === 1 ? [remove(input, "applicationID")] : [];
    });
    expect(lint({ rule }, code).map(({ fix }) => fix)).toEqual([undefined]);
  });

  it("that offers nothing is none", () => {
    const rule = ruleOf((input) => [{ at: firstProvider(input).at, messageId: "found", fix: () => [] }]);
    expect(lint({ rule }).map(({ fix }) => fix)).toEqual([undefined]);
  });

  it("takes the place of suggestions", () => {
    const rule = ruleOf((input) => [
      { ...remove(input, "applicationID"), suggest: [{ messageId: "suggested", fix: () => [] }] },
    ]);
    expect(lint({ rule }).map(({ suggestions }) => suggestions)).toEqual([undefined]);
  });

  it("is suggested where it needs a person", () => {
    const rule = ruleOf((input) => {
      const { at, fix } = remove(input, "applicationID");
      return [
        {
          at,
          messageId: "found",
          suggest: [
            { messageId: "suggested", data: { what: "it" }, fix },
            { messageId: "suggested", fix: () => [] },
            { messageId: "suggested", fix },
          ],
        },
      ];
    });
    expect(lint({ rule })[0]?.suggestions).toEqual([
      { messageId: "suggested", data: { what: "it" }, desc: "Change it.", fix: { range: [65, 87], text: "" } },
      { messageId: "suggested", data: {}, desc: "Change {{what}}.", fix: { range: [65, 87], text: "" } },
    ]);
  });
});

describe("the model", () => {
  it("is read once for all rules of a file", () => {
    const seen = new Set<unknown>();
    const spy = ruleOf(({ config }) => {
      seen.add(config);
      return [];
    });
    lint({ first: spy, second: ruleOf(({ config }) => (seen.add(config), [])) });
    expect(seen.size).toBe(1);
  });

  it("is read in the world of the settings", () => {
    const worlds: unknown[] = [];
    const rule = ruleOf(({ world }) => (worlds.push(world), []));
    lint({ rule }, text, "convex/auth.config.ts", {
      "convex-authkit": { tokensCarryAudience: true, apiHostnames: ["Auth.Example.com"] },
    });
    expect(worlds).toEqual([{ tokensCarryAudience: true, apiHostnames: ["auth.example.com"] }]);
  });

  it("is read again for another world of the same program", () => {
    const program = parser.parseForESLint(text, { range: true, loc: true, tokens: true, comment: true });
    const shared = { meta: { name: "shared" }, parseForESLint: () => program } as unknown as Linter.Parser;
    const worlds: unknown[] = [];
    const rule = ruleOf(({ world }) => (worlds.push(world.tokensCarryAudience), []));
    for (const tokensCarryAudience of [true, true, false]) {
      new Linter().verify(
        text,
        [
          {
            files: ["**/*.{ts,mts,js}"],
            languageOptions: { parser: shared },
            plugins: { own: { rules: { rule } } },
            rules: { "own/rule": "error" },
            settings: { "convex-authkit": { tokensCarryAudience } },
          },
        ],
        { filename: "convex/auth.config.ts" },
      );
    }
    expect(worlds).toEqual([true, true, false]);
  });
});
