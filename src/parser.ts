/** TypeScript's parser, which comes with the plugin. */
import type { Linter } from "eslint";
import { version } from "./package-meta.js";

interface ParserModule {
  readonly parseForESLint: (code: string, options?: unknown) => Linter.ESLintParseResult;
}

/** The parser, loaded with the first file that needs it: importing a plugin must cost nothing. */
export function lazyParser(): Linter.Parser {
  let parser: ParserModule | undefined;
  return {
    meta: { name: "convex-authkit/typescript-parser", version },
    parseForESLint(code, options) {
      parser ??= loadParser();
      return parser.parseForESLint(code, withRootFolder(options));
    },
  };
}

/**
 * Loads the parser with one TypeScript for all of its parts.
 *
 * It works with TypeScript up to 6. In an app with TypeScript 7, npm puts the parser and a TypeScript 6 into the plugin's own folder, but what the
 * parser shares with others (`ts-api-utils`) beside the app's TypeScript 7, which it would then load.
 */
export function loadParser(from = import.meta.url): ParserModule {
  const { createRequire } = globalThis.process.getBuiltinModule("node:module");
  const require = createRequire(from);
  const [own, shared] = typeScriptsOf(createRequire(require.resolve("@typescript-eslint/parser")), createRequire);
  if (own == null || shared == null || own === shared) return require("@typescript-eslint/parser") as ParserModule;
  const { cache } = require;
  const before = cache[shared];
  require(own);
  cache[shared] = cache[own];
  try {
    return require("@typescript-eslint/parser") as ParserModule;
  } finally {
    // Whoever asks for the app's TypeScript gets that.
    delete cache[shared];
    if (before != null) cache[shared] = before;
  }
}

/** The files of the TypeScript that the parser loads, and of the one that its library would load; null where there is none. */
function typeScriptsOf(
  parser: NodeJS.Require,
  createRequire: (file: string) => NodeJS.Require,
): readonly [own: string | null, shared: string | null] {
  try {
    const tree = createRequire(parser.resolve("@typescript-eslint/typescript-estree"));
    return [tree.resolve("typescript"), createRequire(tree.resolve("ts-api-utils")).resolve("typescript")];
  } catch {
    return [null, null];
  }
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
