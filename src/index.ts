import type { ESLint, Linter, Rule } from "eslint";
import { createConfigs } from "./configs.js";
import { name, version } from "./package-meta.js";
import { createRule } from "./plugin/create-rule.js";
import { definitions } from "./rules/index.js";

const rules = Object.fromEntries(definitions.map((definition) => [definition.name, createRule(definition)]));

/** The plugin, to be used as `export default [...convexAuthkit.configs.recommended]`. */
const plugin: ESLint.Plugin & {
  meta: { name: string; version: string; namespace: string };
  rules: Record<string, Rule.RuleModule>;
  configs: {
    /** What is broken, as errors, and what is fragile, as warnings. */
    recommended: Linter.Config[];
    /** `recommended`, and advice on what works today. */
    strict: Linter.Config[];
  };
} = { meta: { name, version, namespace: "convex-authkit" }, rules, configs: { recommended: [], strict: [] } };

// The presets name the very object that users import: ESLint refuses two plugins under one name.
Object.assign(plugin.configs, createConfigs(plugin, rules));

export default plugin;
