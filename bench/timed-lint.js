import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { Stopwatch } from "./stopwatch.js";
import { timedPreset } from "./timed-rules.js";

/**
 * A lint of one file by all rules, with one clock around the parser and one around the rules. What ESLint itself does in between is
 * no part of either.
 *
 * @param {() => number} now milliseconds
 * @returns {(filename: string, text: string) => { parsing: number, rules: number, reports: number }} takes an absolute path
 */
export function createTimedLint(now) {
  const parsing = new Stopwatch(now);
  const rules = new Stopwatch(now);
  const timedParser = /** @type {Linter.Parser} */ ({ ...parser, parseForESLint: parsing.around(parser.parseForESLint) });
  const configs = timedPreset("strict", rules).map((config) => ({ ...config, languageOptions: { parser: timedParser } }));
  const linter = new Linter({ cwd: "/" });

  return (filename, text) => {
    const messages = linter.verify(text, configs, { filename });
    if (messages.some(({ fatal }) => fatal === true)) throw new Error(`${filename} cannot be parsed`);
    return { parsing: parsing.take(), rules: rules.take(), reports: messages.length };
  };
}
