import type { ESLint, Linter, Rule } from "eslint";
import { createConfigs } from "./configs.js";
import { envLanguage } from "./env-file/language.js";
import { name, version } from "./package-meta.js";
import { createFileRules } from "./plugin/create-file-rule.js";
import { createRule } from "./plugin/create-rule.js";
import { callbackRoutes, convexJson, envFiles } from "./plugin/file-kinds.js";
import { unread } from "./plugin/unread.js";
import { authConfigRules, callbackRouteRules, convexJsonRules, envFileRules } from "./rules/index.js";

const rulesByFile = {
  authConfig: Object.fromEntries(authConfigRules.map((definition) => [definition.name, createRule(definition)])),
  callbackRoute: createFileRules(callbackRoutes, callbackRouteRules),
  envFile: createFileRules(envFiles, envFileRules),
  convexJson: createFileRules(convexJson, convexJsonRules),
};

/** The plugin, to be used as `export default [...convexAuthkit.configs.recommended]`. */
const plugin: ESLint.Plugin & {
  meta: { name: string; version: string; namespace: string };
  rules: Record<string, Rule.RuleModule>;
  configs: {
    /** What is broken, as errors, and what is fragile, as warnings: in `auth.config` and in the callback route. */
    readonly recommended: Linter.Config[];
    /** `recommended`, and advice on what works today. */
    readonly strict: Linter.Config[];
    /** The same for `.env` files and, where `@eslint/json` is installed, for `convex.json`. */
    readonly env: Linter.Config[];
  };
} = {
  meta: { name, version, namespace: "convex-authkit" },
  rules: { ...rulesByFile.authConfig, ...rulesByFile.callbackRoute, ...rulesByFile.envFile, ...rulesByFile.convexJson },
  languages: { dotenv: envLanguage as unknown as NonNullable<ESLint.Plugin["languages"]>[string] },
  configs: { recommended: [], strict: [], env: [] },
};

// The presets name the very object that users import: ESLint refuses two plugins under one name.
Object.defineProperties(plugin.configs, Object.getOwnPropertyDescriptors(createConfigs(plugin, rulesByFile)));

/** Reports what the rules cannot read. For the command, which shares this file; not part of the plugin. */
export const unreadRule: Rule.RuleModule = createRule(unread);

export default plugin;
