import type { ESLint, Linter } from "eslint";
import { OTHER_LANGUAGES } from "./env-file/content.js";
import { lazyParser } from "./parser.js";
import type { AuthKitRule } from "./plugin/rule-meta.js";

/** Everything that may be meant for an auth config, so that `valid-file-name` can say what Convex does not read. */
const AUTH_CONFIG_FILES = ["**/auth.config.{ts,js,mts,cts,mjs,cjs,tsx,jsx}"];

/** The route handlers of Next.js. */
const CALLBACK_ROUTE_FILES = ["**/app/**/route.{ts,js,tsx,jsx}"];

const ENV_FILES = ["**/.env", "**/.env.*", "**/*.env"];

const NOT_ENV_FILES = [`**/*.{${OTHER_LANGUAGES.join()}}`];

const CONVEX_JSON_FILES = ["**/convex.json"];

/**
 * Rules of ESLint itself that ask a JSON file for what only code has, and end the whole run when it has none. A preset of ESLint or of a user holds
 * them for all files where it does not say for which.
 */
const RULES_FOR_CODE_ALONE = [
  "indent",
  "lines-around-comment",
  "logical-assignment-operators",
  "max-lines-per-function",
  "newline-after-var",
  "no-irregular-whitespace",
  "strict",
];

const PREFIX = "convex-authkit/";

/** A preset of ESLint: an array to spread, or to pass to `defineConfig`'s `extends`. */
export type Preset = Linter.Config[];

type Rules = Readonly<Record<string, AuthKitRule>>;

/** The rules by name, for each kind of file. */
export interface RulesByFile {
  readonly authConfig: Rules;
  readonly callbackRoute: Rules;
  readonly envFile: Rules;
  readonly convexJson: Rules;
}

export interface Presets {
  readonly recommended: Preset;
  readonly strict: Preset;
  /** Looks for `@eslint/json` when it is asked for. */
  readonly env: Preset;
}

/** The presets, derived from what each rule says of itself. */
export function createConfigs(
  plugin: ESLint.Plugin,
  { authConfig, callbackRoute, envFile, convexJson }: RulesByFile,
): Presets {
  const parser = lazyParser();
  const plugins = { "convex-authkit": plugin };
  const code = (name: string, isIncluded: (rule: AuthKitRule) => boolean): Preset => [
    {
      name: `${PREFIX}${name}`,
      files: AUTH_CONFIG_FILES,
      languageOptions: { parser },
      plugins,
      rules: levelsOf(authConfig, isIncluded),
    },
    {
      name: `${PREFIX}${name}/callback-route`,
      files: CALLBACK_ROUTE_FILES,
      languageOptions: { parser },
      plugins,
      rules: levelsOf(callbackRoute, isIncluded),
    },
  ];
  return {
    recommended: code("recommended", ({ meta }) => meta.docs.preset === "recommended"),
    strict: code("strict", () => true),
    get env() {
      const json = loadJsonPlugin();
      const switchedOff = Object.fromEntries(RULES_FOR_CODE_ALONE.map((rule) => [rule, "off" as const]));
      const variables = {
        name: `${PREFIX}env`,
        files: ENV_FILES,
        ignores: NOT_ENV_FILES,
        language: "convex-authkit/dotenv",
        plugins,
        rules: levelsOf(envFile),
      };
      const project = {
        name: `${PREFIX}env/convex-json`,
        files: CONVEX_JSON_FILES,
        language: "json/json",
        plugins: { ...plugins, json: json ?? {} },
        rules: { ...switchedOff, ...levelsOf(convexJson) },
      };
      return json == null ? [variables] : [variables, project];
    },
  };
}

/** What a configuration says of rules: the level that each gives itself. */
export function levelsOf(
  rules: Rules,
  isIncluded: (rule: AuthKitRule) => boolean = () => true,
): Partial<Linter.RulesRecord> {
  return Object.fromEntries(
    Object.entries(rules)
      .filter(([, rule]) => isIncluded(rule))
      .map(([rule, { meta }]) => [PREFIX + rule, meta.docs.level]),
  );
}

/** The user's own `@eslint/json`, an optional peer: ESLint refuses two plugins under one name. Null where there is none. */
function loadJsonPlugin(): ESLint.Plugin | null {
  try {
    const { createRequire } = globalThis.process.getBuiltinModule("node:module");
    return (createRequire(import.meta.url)("@eslint/json") as { default: ESLint.Plugin }).default;
  } catch {
    return null;
  }
}
