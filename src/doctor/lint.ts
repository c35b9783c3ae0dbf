import type { ESLint, Linter } from "eslint";
import plugin from "../index.js";
import { CouldNotRun, messageOf } from "./could-not-run.js";
import { loadParser } from "../parser.js";
import { jsonPlugin } from "./json-language.js";
import type { Finding } from "./report.js";

/** Lints the text of one file, given by its absolute path, which decides about the rules. */
export interface Lint {
  /** What is wrong. */
  find(path: string, text: string): Promise<Finding[]>;
  /** The text with all fixes applied, and what is wrong with that. */
  fix(path: string, text: string): Promise<{ text: string; findings: Finding[] }>;
}

/**
 * Prepares ESLint with the rules of `recommended` and `env` and nothing else: no configuration of the user, no
 * ignored files. Throws `CouldNotRun` where ESLint or the parser is missing or too old.
 */
export async function createLint(folder: string): Promise<Lint> {
  const Engine = await loadEngine();
  const options: ESLint.Options = {
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      ...plugin.configs.recommended,
      ...plugin.configs.env.filter(({ language }) => language === "convex-authkit/dotenv"),
      convexJson,
      // A comment that disables a rule of somebody else is none of the doctor's business.
      { linterOptions: { reportUnusedDisableDirectives: "off" } },
      // ESLint ignores these two by itself, but the functions folder may be anywhere.
      { ignores: ["!**/node_modules/", "!**/.git/"] },
    ],
  };
  const finder = new Engine(options);
  const fixer = new Engine({ ...options, fix: isOurs });

  return {
    async find(path, text) {
      return (await run(finder, path, text)).findings;
    },
    fix: (path, text) => run(fixer, path, text),
  };
}

/** The part of the preset `env` that needs a package which the user may not have. */
const convexJson: Linter.Config = {
  files: ["**/convex.json"],
  language: "convex-authkit-doctor/json",
  plugins: { "convex-authkit": plugin, "convex-authkit-doctor": jsonPlugin },
  rules: Object.fromEntries(
    Object.entries(plugin.rules)
      .filter(([name]) => name.startsWith("convex-json-"))
      .map(([name, { meta }]) => [`${plugin.meta.namespace}/${name}`, meta?.type === "problem" ? "error" : "warn"]),
  ),
};

const oldest = "9.15.0";

async function loadEngine(): Promise<typeof ESLint> {
  const [{ ESLint: Engine }] = await Promise.all([
    load("ESLint", "eslint@latest", import("eslint")),
    // The rules load it by themselves, but then it is each file that cannot be parsed.
    load(
      "The parser",
      "@typescript-eslint/parser typescript@6",
      Promise.resolve().then(() => loadParser()),
    ),
  ]);
  if (new Intl.Collator("en", { numeric: true }).compare(Engine.version, oldest) < 0) {
    throw new CouldNotRun(
      `ESLint ${Engine.version} is too old: ${oldest} is the first that works. Install a newer one: npm install --save-dev eslint@latest`,
    );
  }
  return Engine;
}

function load<Module>(what: string, packages: string, module: Promise<Module>): Promise<Module> {
  return module.catch((error: unknown) => {
    throw new CouldNotRun(
      `${what} cannot be loaded: ${messageOf(error).split("\n", 1).join()}. Install it: npm install --save-dev ${packages}`,
    );
  });
}

async function run(engine: ESLint, path: string, text: string) {
  const results = await engine.lintText(text, { filePath: path }).catch((error: unknown) => {
    throw new CouldNotRun(`ESLint stopped: ${messageOf(error)}`);
  });
  const messages = results
    .flatMap((result) => result.messages)
    .filter((message) => isParseError(message) || isOurs(message));
  return { text: results[0]?.output ?? text, findings: messages.map(describe) };
}

// A malformed ESLint comment is fatal too, but ends somewhere.
function isParseError({ fatal, endLine }: Linter.LintMessage): boolean {
  return fatal === true && endLine === undefined;
}

// A file may name rules of other plugins in comments, which ESLint then misses and reports.
function isOurs({ ruleId }: Linter.LintMessage): boolean {
  return ruleId?.startsWith(`${plugin.meta.namespace}/`) ?? false;
}

function describe(message: Linter.LintMessage): Finding {
  // Where the parser gave up without an error of its own, as on too deep a nesting, there is no place.
  const { line = 1, column = 0 }: Partial<Linter.LintMessage> = message;
  return {
    ruleId: message.ruleId,
    severity: message.severity === 2 ? "error" : "warning",
    message: message.message,
    line,
    // The TypeScript parser counts the columns of its errors from 0.
    column: isParseError(message) ? column + 1 : column,
    endLine: message.endLine ?? null,
    endColumn: message.endColumn ?? null,
    fixable: message.fix !== undefined,
    suggestions: message.suggestions?.map(({ desc }) => desc) ?? [],
  };
}
