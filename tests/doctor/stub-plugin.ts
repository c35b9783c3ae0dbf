import type { ESLint, Linter, Rule } from "eslint";
import * as parser from "@typescript-eslint/parser";
import { createRule } from "../../src/plugin/create-rule.js";
import type { AuthKitRule } from "../../src/plugin/rule-meta.js";
import { unread } from "../../src/plugin/unread.js";

/** Reports each identifier with this name. */
function nameRule(name: string, meta: Rule.RuleMetaData, report: (node: Rule.Node) => Partial<Rule.ReportDescriptor>) {
  const rule: Rule.RuleModule = {
    meta: { schema: [], ...meta },
    create: (context) => ({
      Identifier(node) {
        if (node.name === name) context.report({ node, message: `This is ${name}.`, ...report(node) });
      },
    }),
  };
  return rule;
}

// Its type would say something else about its level.
const onConvexJson: AuthKitRule = {
  meta: {
    type: "problem",
    docs: { description: "Disallow odd.", preset: "env", level: "warn", repair: "None.", url: "https://example.com" },
    schema: [],
  },
  create: (context) => ({
    Document(node: Rule.Node) {
      if (context.sourceCode.text.includes("odd")) context.report({ node, message: "This is odd." });
    },
  }),
};

const rules = {
  // Its fix is itself in need of a fix: `worse` becomes `bad`, and that `good`.
  "no-bad": nameRule("bad", { type: "problem", fixable: "code" }, (node) => ({
    fix: (fixer) => fixer.replaceText(node, "good"),
  })),
  "no-worse": nameRule("worse", { type: "problem", fixable: "code" }, (node) => ({
    fix: (fixer) => fixer.replaceText(node, "bad"),
  })),
  // Fixes that do not hold: these two undo each other, and the third one leaves no program.
  "no-flip": nameRule("flip", { type: "problem", fixable: "code" }, (node) => ({
    fix: (fixer) => fixer.replaceText(node, "flop"),
  })),
  "no-flop": nameRule("flop", { type: "problem", fixable: "code" }, (node) => ({
    fix: (fixer) => fixer.replaceText(node, "flip"),
  })),
  "no-torn": nameRule("torn", { type: "problem", fixable: "code" }, (node) => ({
    fix: (fixer) => fixer.replaceText(node, "{"),
  })),
  "no-hopeless": nameRule("hopeless", { type: "problem" }, () => ({})),
  "no-odd": nameRule("odd", { type: "suggestion", hasSuggestions: true }, (node) => ({
    suggest: [{ desc: "Write `even`.", fix: (fixer) => fixer.replaceText(node, "even") }],
  })),
  "convex-json-no-odd": onConvexJson,
  "no-crash": nameRule("crash", { type: "problem" }, () => {
    throw new Error("The rule crashed.");
  }),
};

const plugin = {
  meta: { name: "eslint-plugin-convex-authkit", version: "1.2.3", namespace: "convex-authkit" },
  rules,
  configs: { recommended: [] as Linter.Config[], strict: [] as Linter.Config[], env: [] as Linter.Config[] },
} satisfies ESLint.Plugin;

plugin.configs.recommended.push({
  name: "convex-authkit/recommended",
  files: ["**/auth.config.{ts,js,mts,cts,mjs,cjs,tsx,jsx}"],
  languageOptions: { parser },
  plugins: { "convex-authkit": plugin },
  rules: {
    "convex-authkit/no-bad": "error",
    "convex-authkit/no-worse": "error",
    "convex-authkit/no-flip": "error",
    "convex-authkit/no-flop": "error",
    "convex-authkit/no-torn": "error",
    "convex-authkit/no-hopeless": "error",
    "convex-authkit/no-odd": "warn",
    "convex-authkit/no-crash": "error",
  },
});

export const unreadRule = createRule(unread);

/** A plugin with rules so simple that a test of the doctor can be read without knowing the real ones. */
export default plugin;
