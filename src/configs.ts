import type { ESLint, Linter } from "eslint";
import { version } from "./package-meta.js";
import type { AuthKitRule } from "./plugin/create-rule.js";

/** Everything that may be meant for an auth config, so that `valid-file-name` can say what Convex does not read. */
const FILES = ["**/auth.config.{ts,js,mts,cts,mjs,cjs,tsx,jsx}"];

const PREFIX = "convex-authkit/";

/** A preset of ESLint: an array to spread, or to pass to `defineConfig`'s `extends`. */
export type Preset = Linter.Config[];

/** The presets, derived from what each rule says of itself. */
export function createConfigs(plugin: ESLint.Plugin, rules: Readonly<Record<string, AuthKitRule>>): Record<"recommended" | "strict", Preset> {
  const parser = lazyParser();
  const preset = (name: string, isIncluded: (rule: AuthKitRule) => boolean): Preset => [
    {
      name: `${PREFIX}${name}`,
      files: FILES,
      languageOptions: { parser },
      plugins: { "convex-authkit": plugin },
      rules: Object.fromEntries(
        Object.entries(rules).filter(([, rule]) => isIncluded(rule)).map(([rule, { meta }]) => [PREFIX + rule, meta.docs.level]),
      ),
    },
  ];
  return {
    recommended: preset("recommended", ({ meta }) => meta.docs.preset === "recommended"),
    strict: preset("strict", () => true),
  };
}

/** TypeScript's parser, loaded with the first file that needs it: importing a plugin must cost nothing. */
function lazyParser(): Linter.Parser {
  let parser: ParserModule | undefined;
  return {
    meta: { name: "convex-authkit/typescript-parser", version },
    parseForESLint(code, options) {
      const { createRequire } = globalThis.process.getBuiltinModule("node:module");
      parser ??= createRequire(import.meta.url)("@typescript-eslint/parser") as ParserModule;
      return parser.parseForESLint(code, withRootFolder(options));
    },
  };
}

/**
 * In a process with several projects (an editor), the parser wants to be told which folder a `tsconfig.json` is looked for in, even where it
 * needs none. Where types are asked for, the folder is the user's to name.
 */
function withRootFolder(options: ParserOptions = {}): ParserOptions {
  const { filePath, project, projectService } = options;
  const { dirname, isAbsolute } = globalThis.process.getBuiltinModule("node:path");
  if (filePath == null || !isAbsolute(filePath) || project != null || projectService != null) return options;
  return { tsconfigRootDir: dirname(filePath), ...options };
}

interface ParserOptions {
  readonly filePath?: string;
  readonly project?: unknown;
  readonly projectService?: unknown;
  readonly tsconfigRootDir?: string;
}

interface ParserModule {
  readonly parseForESLint: (code: string, options?: unknown) => Linter.ESLintParseResult;
}
