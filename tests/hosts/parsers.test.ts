/** The rules over the trees of other parsers, which a project may use or bring: the same reports, the same repairs. */
import * as babel from "@babel/eslint-parser";
import * as typescript from "@typescript-eslint/parser";
import { Linter } from "eslint";
import * as espree from "espree";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { hostCases } from "./cases.js";

const linter = new Linter({ cwd: "/" });

interface Linted {
  readonly reports: readonly object[];
  readonly fixed: string;
}

function lint(text: string, path: string, parser: unknown, parserOptions: object = {}): Linted {
  const filename = `/app/${path}`;
  const languageOptions = {
    parser: parser as Linter.Parser,
    parserOptions,
    sourceType: text.includes("module.exports") ? ("commonjs" as const) : ("module" as const),
  };
  const configs = plugin.configs.strict.map((config) => ({ ...config, languageOptions }));
  const reports = linter
    .verify(text, configs, { filename })
    .map(({ ruleId, messageId, line, column, endLine, endColumn, fix, suggestions = [] }) => ({
      ruleId,
      messageId,
      line,
      column,
      endLine,
      endColumn,
      fix,
      suggestions: suggestions.map((each) => each.fix),
    }));
  return { reports, fixed: linter.verifyAndFix(text, configs, { filename }).output };
}

/** TypeScript's parser with null where it writes undefined, as oxlint has it. */
const withNull = {
  parseForESLint(code: string, options: typescript.ParserOptions) {
    const result = typescript.parseForESLint(code, options);
    replaceUndefined(result.ast);
    return result;
  },
};

let replaced = 0;

function replaceUndefined(node: object): void {
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (value === undefined) {
      Object.assign(node, { [key]: null });
      replaced += 1;
    } else if (key !== "parent" && typeof value === "object" && value !== null) {
      replaceUndefined(value);
    }
  }
}

const cases = hostCases.map(({ name, path = "convex/auth.config.ts", text }) => [name, path, text] as const);

describe("Babel's", () => {
  const options = {
    requireConfigFile: false,
    babelOptions: { configFile: false, babelrc: false, parserOpts: { plugins: ["typescript"] } },
  };

  it.each(cases)("%s", (_, path, text) => {
    expect(lint(text, path, babel, options)).toEqual(lint(text, path, typescript));
  });
});

describe("espree, ESLint's own", () => {
  const inJavaScript = cases
    .filter(([, , text]) => !/\bas const\b|\bsatisfies\b|import type|!;|: \w+ =/u.test(text))
    .map(([name, path, text]) => [name, path.replace(/\.ts$/u, ".js"), text] as const);

  it.each(inJavaScript)("%s", (_, path, text) => {
    const linted = lint(text, path, espree);
    expect(linted.reports.filter((report) => "ruleId" in report && report.ruleId === null)).toEqual([]);
    expect(linted).toEqual(lint(text, path, typescript));
  });

  it("reads most of the cases", () => {
    expect(inJavaScript.length).toBeGreaterThan(cases.length / 2);
  });
});

describe("one that writes null for what is absent", () => {
  it.each(cases)("%s", (_, path, text) => {
    replaced = 0;
    const linted = lint(text, path, withNull);
    expect(replaced).toBeGreaterThan(0);
    expect(linted).toEqual(lint(text, path, typescript));
  });
});
