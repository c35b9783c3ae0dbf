/**
 * Compares what the rules say about a file with what happens when it is executed, before and after their repairs.
 */
import type { Linter } from "eslint";
import { diffLines } from "diff";
import { check as isPrettierClean, format } from "prettier";
import type { Options } from "prettier";
import { execute } from "./execute.js";
import type { Sample } from "./generate.js";
import {
  applyEdits,
  describe,
  errorSeverity,
  firstLine,
  isError,
  isRepairable,
  missingComments,
  Project,
  shortName,
  syntaxErrors,
  visible,
} from "./project.js";
import { judge } from "./world.js";
import type { Verdict } from "./world.js";

/** In what a file contradicts the promise. */
export type ViolationKind =
  /** It is broken, and no error says so. */
  | "silent on broken"
  /** It is sound, and an error is reported. */
  | "error on sound"
  /** Nothing is wrong with it, and something is reported that was not asked for. */
  | "noise"
  /** A warning was planted and is not given. */
  | "warning missing"
  /** A rule other than the owner reports a single defect, or several do. */
  | "ownership"
  | "crash"
  | "still broken after repair"
  | "error left after repair"
  /** The repair of a single defect draws a report of a rule that was silent before. */
  | "new report after repair"
  /** One pass of the fixes of a single defect is not enough; oxlint makes no second one. */
  | "needs a second pass"
  | "comment lost"
  | "second fix changes"
  | "repaired text does not parse"
  | "Prettier complains after repair";

export interface Violation {
  readonly kind: ViolationKind;
  /** What was reported, or what is still wrong; short, and equal for equal causes. */
  readonly detail: string;
  /** The repaired text, where there is one. */
  readonly after?: string;
}

/** The outcome for one file; `fixed` is the text after repair if it was repaired. */
export interface Examination {
  readonly verdict: Verdict;
  readonly messages: readonly Linter.LintMessage[];
  readonly fixed: string | null;
  readonly violations: readonly Violation[];
}

const maximalPasses = 10;

/** Lints as a user with the recommended config would, in a project that is no ES module package. */
export class Examiner {
  readonly #project: Project;

  constructor(recommended: readonly Linter.Config[]) {
    this.#project = new Project(recommended);
  }

  async examine(sample: Sample): Promise<Examination> {
    const verdict = await verdictOf(sample, sample.text);
    let messages: readonly Linter.LintMessage[];
    try {
      messages = this.#project.lint(sample.filename, sample.text);
    } catch (error) {
      return { verdict, messages: [], fixed: null, violations: [{ kind: "crash", detail: firstLine(error) }] };
    }
    const violations = [...judgeReports(sample, verdict, messages)];
    let fixed: string | null = null;
    if (messages.some(isRepairable)) {
      try {
        const repair = this.#repair(sample);
        fixed = repair.text;
        violations.push(...(await this.#judgeRepair(sample, messages, repair)));
      } catch (error) {
        violations.push({ kind: "crash", detail: `while fixing: ${firstLine(error)}` });
      }
    }
    return { verdict, messages, fixed, violations };
  }

  /** Fixes; where errors are left that only have suggestions, takes the first of each and fixes again. */
  #repair(sample: Sample): Repair {
    const first = this.#project.fix(sample.filename, sample.text);
    let last = first;
    for (let pass = 0; pass < maximalPasses; pass++) {
      const suggestions = last.messages
        .filter(isError)
        .flatMap(({ suggestions: [each] = [] }) => (each === undefined ? [] : [each.fix]));
      if (suggestions.length === 0) break;
      last = this.#project.fix(sample.filename, applyEdits(last.output, suggestions));
    }
    return {
      fixed: first.output,
      unstable: first.messages.some(({ fix }) => fix !== undefined),
      text: last.output,
      messages: last.messages,
    };
  }

  async #isFixedInOnePass(sample: Sample, messages: readonly Linter.LintMessage[]): Promise<boolean> {
    // Without those of warnings, which touch the same member now and then.
    const edits = messages.filter(isError).flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
    return !(await verdictOf(sample, applyEdits(sample.text, edits))).broken;
  }

  async #judgeRepair(
    sample: Sample,
    before: readonly Linter.LintMessage[],
    { fixed, unstable, text, messages }: Repair,
  ): Promise<Violation[]> {
    const violations: Violation[] = [];
    const report = (kind: ViolationKind, detail: string): void => {
      violations.push({ kind, detail, after: text });
    };

    const [syntaxError] = syntaxErrors(sample.filename, text);
    if (syntaxError !== undefined) {
      report("repaired text does not parse", syntaxError);
      return violations;
    }
    const left = messages.filter(isError);
    if (sample.repairable) {
      const verdict = await verdictOf(sample, text);
      if (verdict.broken) report("still broken after repair", verdict.reasons.map(withoutIds).join("; "));
      if (left.length > 0) report("error left after repair", describe(left));
    }
    const known = new Set([
      ...before.map(({ ruleId }) => ruleId),
      ...sample.warnings.map((rule) => `convex-authkit/${rule}`),
    ]);
    // Which type is meant decides which members are missing: a person who takes the suggestion hears of those.
    if (known.has("convex-authkit/valid-provider-type"))
      for (const rule of ["valid-algorithm", "require-provider-members"]) known.add(`convex-authkit/${rule}`);
    const added = messages.filter(({ ruleId }) => !known.has(ruleId));
    if (sample.defects.length <= 1 && added.length > 0) report("new report after repair", describe(added));
    if (
      sample.repairable &&
      sample.defects.length === 1 &&
      fixed === text &&
      !(await this.#isFixedInOnePass(sample, before))
    ) {
      report("needs a second pass", describe(before.filter(isError)));
    }
    const lost = missingComments(sample.text, text);
    if (lost.length > 0) report("comment lost", lost.join(" | "));
    if (unstable) report("second fix changes", describe(before.filter(isError)));
    if (await failsPrettierNow(sample, text))
      report("Prettier complains after repair", describe(before.filter(isError)));
    return violations;
  }
}

interface Repair {
  /** After `--fix`. */
  readonly fixed: string;
  /** A second `--fix` would change it again. */
  readonly unstable: boolean;
  /** After suggestions too. */
  readonly text: string;
  readonly messages: readonly Linter.LintMessage[];
}

/** What executing a text in all its environments says. */
export async function verdictOf(
  { environments, filename, modules, namesWorkos }: Sample,
  text: string,
): Promise<Verdict> {
  if (!/\.[jt]s$/.test(filename) || /\.[cm][jt]s$/.test(filename)) {
    return { broken: true, reasons: [`Convex never reads ${filename}`] };
  }
  const runs = environments.map((environment) => ({
    environment,
    execution: execute(text, { filename, environment, modules }),
  }));
  return judge(runs, { namesWorkos });
}

function* judgeReports(
  sample: Sample,
  verdict: Verdict,
  messages: readonly Linter.LintMessage[],
): Generator<Violation> {
  const fatal = messages.filter(({ fatal }) => fatal === true);
  if (fatal.length > 0) yield { kind: "crash", detail: fatal.map(({ message }) => message).join("; ") };
  const errors = messages.filter(isError);
  const errorRules = new Set(errors.map(({ ruleId }) => shortName(ruleId)));
  if (verdict.broken && errors.length === 0) yield { kind: "silent on broken", detail: planted(sample) };
  if (!verdict.broken && errors.length > 0) yield { kind: "error on sound", detail: describe(errors) };
  if (sample.defects.length === 0) {
    const unexpected = messages.filter(
      (message) => !isError(message) && !sample.warnings.includes(shortName(message.ruleId)),
    );
    if (unexpected.length > 0) yield { kind: "noise", detail: describe(unexpected) };
    const given = new Set(messages.map(({ ruleId }) => shortName(ruleId)));
    const missing = sample.warnings.filter((rule) => !given.has(rule));
    if (missing.length > 0) yield { kind: "warning missing", detail: missing.join(", ") };
  }
  const [only, ...others] = sample.defects;
  if (
    only !== undefined &&
    others.length === 0 &&
    errors.length > 0 &&
    (errorRules.size > 1 || !errorRules.has(only.rule))
  ) {
    yield { kind: "ownership", detail: `${planted(sample)} → ${[...errorRules].sort().join(", ")}` };
  }
}

function planted({ defects }: Sample): string {
  return defects.map(({ rule, name }) => `${rule} (${name})`).join(" + ") || "nothing planted";
}

function withoutIds(reason: string): string {
  return reason.replaceAll(/client_[A-Za-z0-9]{20,}/g, "<id>");
}

/** True where the text was clean in some set-up, and is so in none of those any more. */
async function failsPrettierNow({ prettier, filename, text: before }: Sample, after: string): Promise<boolean> {
  const parser = filename.endsWith(".js") ? "babel" : "typescript";
  let wasClean = false;
  for (const each of prettier) {
    const options = { ...each, parser };
    if (!(await isPrettierClean(before, options))) continue;
    if (await isLeftAlone(before, after, options)) return false;
    wasClean = true;
  }
  return wasClean;
}

/** Whether Prettier changes nothing but lines that the repair made wider than its limit: how it breaks such a line depends on all that surrounds it. */
async function isLeftAlone(before: string, after: string, options: Options): Promise<boolean> {
  const formatted = await format(after, options);
  const { printWidth = 80, tabWidth = 2 } = options;
  const own = new Set(before.split("\n"));
  const changed = diffLines(after, formatted).flatMap(({ removed, value }) =>
    removed ? value.trimEnd().split("\n") : [],
  );
  return changed.every((line) => !own.has(line) && line.replaceAll("\t", " ".repeat(tabWidth)).length > printWidth);
}

/** A counter-example as a person wants to read it: what went wrong, what was planted, the file, its repair. */
export function render(sample: Sample, { verdict, messages, violations }: Examination): string {
  const rule = "-".repeat(80);
  const reports = messages.map(({ line, column, ruleId, severity, message }) => {
    const level = severity === errorSeverity ? "error" : "warn";
    return `${String(line)}:${String(column)} ${level} ${shortName(ruleId)} ${message}`;
  });
  const [repaired] = violations.flatMap(({ after }) => (after === undefined ? [] : [after]));
  return [
    ...violations.map(({ kind, detail }) => `${kind}: ${detail}`),
    `planted:  ${planted(sample)}`,
    `executed: ${verdict.broken ? verdict.reasons.join("; ") : "sound"}`,
    `reported: ${reports.join("\n          ") || "nothing"}`,
    `${rule} convex/${sample.filename}`,
    visible(sample.text),
    ...(repaired === undefined ? [] : [`${rule} after repair`, visible(repaired)]),
    rule,
  ].join("\n");
}
