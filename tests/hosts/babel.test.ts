/** The rules over the tree of Babel's parser, which a project that has no TypeScript's may use: the same reports, the same repairs. */
import * as babel from "@babel/eslint-parser";
import * as typescript from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { hostCases } from "./cases.js";

const linter = new Linter({ cwd: "/" });

function lint(text: string, filename: string, parser: Linter.Parser, parserOptions: object): { reports: object[]; fixed: string } {
  const configs = plugin.configs.strict.map((config) => ({ ...config, languageOptions: { parser, parserOptions } }));
  const reports = linter
    .verify(text, configs, { filename })
    .map(({ ruleId, messageId, line, column, endLine, endColumn, fix, suggestions = [] }) => ({ ruleId, messageId, line, column, endLine, endColumn, fix, suggestions: suggestions.map((each) => each.fix) }));
  return { reports, fixed: linter.verifyAndFix(text, configs, { filename }).output };
}

const babelOptions = { requireConfigFile: false, babelOptions: { configFile: false, babelrc: false, parserOpts: { plugins: ["typescript"] } } };

describe("as with TypeScript's parser", () => {
  it.each(hostCases.map(({ name, path = "convex/auth.config.ts", text }) => [name, path, text] as const))("%s", (_, path, text) => {
    const expected = lint(text, `/app/${path}`, typescript as unknown as Linter.Parser, {});
    expect(lint(text, `/app/${path}`, babel as unknown as Linter.Parser, babelOptions)).toEqual(expected);
  });
});
