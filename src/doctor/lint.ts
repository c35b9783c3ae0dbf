import type { ESLint, Linter } from "eslint";
import { levelsOf } from "../configs.js";
import plugin, { unreadRule } from "../index.js";
import { loadParser } from "../parser.js";
import type { AuthKitRule } from "../plugin/rule-meta.js";
import { CouldNotRun, messageOf } from "./could-not-run.js";
import { jsonPlugin } from "./json-language.js";
import type { LintFinding } from "./report.js";

/** Lints the text of one file, given by its absolute path, which decides about the rules. */
export interface Lint {
  find(path: string, text: string): Promise<Linted>;
  /** Makes all fixes in a text that was linted. */
  fix(path: string, before: Linted): Promise<Linted>;
}

export interface Linted {
  readonly text: string;
  /** What is wrong with the text. */
  readonly findings: readonly LintFinding[];
  /** The lines at which an `auth.config` holds something that the rules cannot read, so that they say nothing about it. */
  readonly unread: readonly number[];
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
      // A comment that disables a rule of somebody else is not for this command to judge.
      { linterOptions: { reportUnusedDisableDirectives: "off" } },
      unread,
      // ESLint ignores these two by itself, but the functions folder may be anywhere.
      { ignores: ["!**/node_modules/", "!**/.git/"] },
    ],
  };
  const finder = new Engine(options);
  return {
    find: (path, text) => run(finder, path, text),
    async fix(path, before) {
      const all = await run(new Engine({ ...options, fix: isOurs }), path, before.text);
      if (all.text === before.text || holds(all.findings, before.findings)) return all;
      // Some fix does not hold: those that do are found one rule at a time.
      let kept = before;
      for (const rule of new Set(before.findings.flatMap(({ ruleId }) => ruleId ?? []))) {
        const engine = new Engine({ ...options, fix: ({ ruleId }) => ruleId === rule });
        const result = await run(engine, path, kept.text);
        const own = result.findings.filter(({ ruleId }) => ruleId === rule);
        if (!own.some(({ fixable }) => fixable) && hasNoNewError(result.findings, kept.findings)) kept = result;
      }
      return kept;
    },
  };
}

/** Whether a fixed text may be written: it parses, has no new error, and a further pass would change nothing. */
function holds(after: readonly LintFinding[], before: readonly LintFinding[]): boolean {
  return !after.some(({ fixable }) => fixable) && hasNoNewError(after, before);
}

/** Whether no rule reports an error that reported none before; an error of the parser counts as well. */
function hasNoNewError(after: readonly LintFinding[], before: readonly LintFinding[]): boolean {
  const known = new Set(before.filter(isError).map(({ ruleId }) => ruleId));
  return after.every((finding) => !isError(finding) || known.has(finding.ruleId));
}

function isError({ severity }: LintFinding): boolean {
  return severity === "error";
}

const UNREAD = "convex-authkit-doctor/unread";

const unread: Linter.Config = {
  files: ["**/auth.config.*"],
  plugins: { "convex-authkit-doctor": { rules: { unread: unreadRule } } },
  rules: { [UNREAD]: "warn" },
};

/** The part of the preset `env` that needs a package which the user may not have. */
const convexJson: Linter.Config = {
  files: ["**/convex.json"],
  language: "convex-authkit-doctor/json",
  plugins: { "convex-authkit": plugin, "convex-authkit-doctor": jsonPlugin },
  // The published declarations are one file, which cannot say what the rules know of themselves.
  rules: levelsOf(rulesNamed("convex-json-", plugin.rules as Readonly<Record<string, AuthKitRule>>)),
};

function rulesNamed<Rule>(prefix: string, rules: Readonly<Record<string, Rule>>): Readonly<Record<string, Rule>> {
  return Object.fromEntries(Object.entries(rules).filter(([name]) => name.startsWith(prefix)));
}

/** The oldest ESLint that works. */
const OLDEST = "9.15.0";

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
  if (new Intl.Collator("en", { numeric: true }).compare(Engine.version, OLDEST) < 0) {
    throw new CouldNotRun(
      `ESLint ${Engine.version} is too old: ${OLDEST} is the first that works. Install a newer one: npm install --save-dev eslint@latest`,
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

async function run(engine: ESLint, path: string, text: string): Promise<Linted> {
  const results = await engine.lintText(text, { filePath: path }).catch((error: unknown) => {
    throw new CouldNotRun(`ESLint stopped: ${messageOf(error)}`);
  });
  const messages = results.flatMap((result) => result.messages);
  // A comment that disables rules makes nothing readable.
  const unreadMessages = [...messages, ...results.flatMap(({ suppressedMessages }) => suppressedMessages)].filter(
    ({ ruleId }) => ruleId === UNREAD,
  );
  return {
    text: results[0]?.output ?? text,
    findings: messages.filter((message) => isParseError(message) || isOurs(message)).map(describe),
    unread: [...new Set(unreadMessages.map(({ line }) => line))].toSorted((left, right) => left - right),
  };
}

// A malformed ESLint comment is fatal too, but ends somewhere.
function isParseError({ fatal, endLine }: Linter.LintMessage): boolean {
  return fatal === true && endLine == null;
}

// A file may name rules of other plugins in comments, which ESLint then misses and reports.
function isOurs({ ruleId }: Linter.LintMessage): boolean {
  return ruleId?.startsWith(`${plugin.meta.namespace}/`) ?? false;
}

function describe(message: Linter.LintMessage): LintFinding {
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
    fixable: message.fix != null,
    suggestions: message.suggestions?.map(({ desc }) => desc) ?? [],
  };
}
