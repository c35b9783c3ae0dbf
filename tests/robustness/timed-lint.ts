import { Linter } from "eslint";
import { processorTime } from "../../bench/processor-time.js";
import { createTimedLint } from "../../bench/timed-lint.js";
import type { Timed } from "../../bench/timed-lint.js";
import plugin from "../../src/index.js";

const filename = "/app/convex/auth.config.ts";
const lint = createTimedLint(plugin, processorTime);
const linter = new Linter({ cwd: "/" });

/** Lints a text as `convex/auth.config.ts` by all rules, in milliseconds of processor time. An exception in a rule comes through. */
export function timedLint(text: string): Timed {
  return lint(filename, text);
}

/** What a text is after all fixes. */
export function fixed(text: string): string {
  return linter.verifyAndFix(text, plugin.configs.strict, { filename }).output;
}
