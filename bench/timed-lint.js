import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { Stopwatch } from "./stopwatch.js";
import { timedPreset } from "./timed-rules.js";

/** @typedef {typeof import("../dist/index.js").default} Plugin */

/**
 * A lint of one file by all rules, with one clock around the parser and one around the rules. What ESLint itself does in between is
 * no part of either. An exception in a rule comes through.
 *
 * @param {Plugin} plugin
 * @param {() => number} now milliseconds
 * @returns {(filename: string, text: string) => import("./timed-lint.js").Timed} takes an absolute path
 */
export function createTimedLint(plugin, now) {
  const parsing = new Stopwatch(now);
  const rules = new Stopwatch(now);
  const timedParser = /** @type {Linter.Parser} */ ({
    ...parser,
    parseForESLint: parsing.around(parser.parseForESLint),
  });
  const configs = timedPreset(plugin, "strict", rules).map((config) => ({
    ...config,
    languageOptions: { parser: timedParser },
  }));
  const linter = new Linter({ cwd: "/" });

  return (filename, text) => {
    const messages = linter.verify(text, configs, { filename });
    const isParsed = !messages.some(({ fatal }) => fatal === true);
    return { messages, isParsed, parsing: parsing.take(), rules: rules.take() };
  };
}
