/** The types of timed-lint.js for the tests, which are TypeScript. */
import type { Linter } from "eslint";
import type plugin from "../src/index.js";

export type Plugin = typeof plugin;

export interface Timed {
  messages: Linter.LintMessage[];
  /** Whether the text could be parsed: else no rule ran, which is ESLint's own answer. */
  isParsed: boolean;
  /** Milliseconds that the parser took, and all rules of the strict preset. */
  parsing: number;
  rules: number;
}

export function createTimedLint(plugin: Plugin, now: () => number): (filename: string, text: string) => Timed;
