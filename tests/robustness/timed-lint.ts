import { Linter } from "eslint";
import type { Rule } from "eslint";
import * as parser from "@typescript-eslint/parser";
import plugin from "../../src/index.js";

export interface TimedLint {
  readonly messages: readonly Linter.LintMessage[];
  /** Whether the text could be parsed: else no rule ran, which is ESLint's own answer. */
  readonly isParsed: boolean;
  /** Milliseconds of processor time that the parser took, and all rules of the strict preset with their fixes. */
  readonly parsing: number;
  readonly rules: number;
}

let spentInRules = 0;
let spentInParser = 0;

/** A rule, with the time that it takes. */
function timed(rule: Rule.RuleModule): Rule.RuleModule {
  return {
    ...rule,
    create(context) {
      const listeners = measuringRules(() => rule.create(context));
      const measured = Object.entries(listeners).map(([name, listener]) => [
        name,
        (...nodes: unknown[]) => measuringRules(() => (listener as (...nodes: unknown[]) => void)(...nodes)),
      ]);
      return Object.fromEntries(measured) as Rule.RuleListener;
    },
  };
}

function measuringRules<T>(work: () => T): T {
  const before = processorTime();
  try {
    return work();
  } finally {
    spentInRules += processorTime() - before;
  }
}

/** Milliseconds of processor time of this process: unlike the clock, it does not count what other processes do. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const timedPlugin = { ...plugin, rules: Object.fromEntries(Object.entries(plugin.rules).map(([name, rule]) => [name, timed(rule)])) };

const timedParser: Linter.Parser = {
  meta: { name: "timed" },
  parseForESLint(text, options) {
    const before = processorTime();
    try {
      return parser.parseForESLint(text, options) as unknown as Linter.ESLintParseResult;
    } finally {
      spentInParser += processorTime() - before;
    }
  },
};

export const strict: Linter.Config[] = plugin.configs.strict.map((config) => ({
  ...config,
  languageOptions: { parser: timedParser },
  plugins: { "convex-authkit": timedPlugin },
}));

export const options = { filename: "/app/convex/auth.config.ts" };

export const linter = new Linter({ cwd: "/" });

/** Lints a text as `convex/auth.config.ts` by all rules. An exception in a rule comes through. */
export function timedLint(text: string): TimedLint {
  spentInRules = 0;
  spentInParser = 0;
  const messages = linter.verify(text, strict, options);
  return { messages, isParsed: !messages.some(({ fatal }) => fatal === true), parsing: spentInParser, rules: spentInRules };
}

/** What a text is after all fixes. */
export function fixed(text: string): string {
  return linter.verifyAndFix(text, strict, options).output;
}
