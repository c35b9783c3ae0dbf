/** Holds the rules against a program: what they report, what their repairs leave, and what they say after a rewrite. */
import type { Linter } from "eslint";
import { unreadPlaces } from "../../../src/auth-config/unread.js";
import { read } from "../../auth-config/read.js";
import type { Verdict } from "../world.js";
import {
  describe,
  errorSeverity,
  firstLine,
  isError,
  missingComments,
  Project,
  shortName,
  visible,
} from "../project.js";
import { judgeEachRepair, newErrors } from "../repairs.js";
import type { RepairViolationKind } from "../repairs.js";
import type { Program } from "./program.js";
import { rewrites } from "./rewrites.js";
import { verdictOf } from "./verdict.js";

/** In what a program contradicts the promise. */
export type ViolationKind =
  | RepairViolationKind
  | "crash"
  /** It is sound, and an error is reported. */
  | "error on sound"
  /** `--fix` changes a sound program into a broken one. */
  | "fix breaks a sound program"
  /** No error is left, and the program is still broken. */
  | "fixed and still broken"
  | "second pass changes"
  | "crash after a rewrite"
  /** A program that is sound draws an error only in another spelling. */
  | "rewrite draws an error";

export interface Violation {
  readonly kind: ViolationKind;
  /** What was reported, or what is still wrong; short, and equal for equal causes. */
  readonly detail: string;
  /** What the file became. */
  readonly after?: string;
}

export interface Examination {
  readonly verdict: Verdict;
  readonly messages: readonly Linter.LintMessage[];
  /** A rewrite shows an error where the program, which is broken, is silent: no violation, but it could be read. */
  readonly shownByRewrite: boolean;
  readonly violations: readonly Violation[];
}

export interface ExamineOptions {
  /** The names of the rewrites that are tried. */
  readonly rewrites: readonly string[];
  /** Whether repairs are tried. */
  readonly repairs: boolean;
}

export class ProgramExaminer {
  readonly #project: Project;

  constructor(recommended: readonly Linter.Config[]) {
    this.#project = new Project(recommended);
  }

  async examine(program: Program, options: ExamineOptions): Promise<Examination> {
    const verdict = await verdictOf(program, program.text);
    const violations: Violation[] = [];
    let shownByRewrite = false;
    const messages = this.#lint(program, program.text, violations, "crash");
    const errors = messages.filter(isError);
    if (!verdict.broken && errors.length > 0) violations.push({ kind: "error on sound", detail: describe(errors) });
    if (options.repairs && messages.some(({ fix, suggestions = [] }) => fix !== undefined || suggestions.length > 0)) {
      try {
        violations.push(...(await this.#judgeRepairs(program, verdict, messages)));
      } catch (error) {
        violations.push({ kind: "crash while fixing", detail: firstLine(error) });
      }
    }
    // Where an error is right or already wrong, a rewrite cannot make it worse.
    if (errors.length === 0) {
      for (const name of options.rewrites) {
        const found = await this.#errorsAfterRewrite(program, name, violations);
        if (found === null) continue;
        if (verdict.broken) shownByRewrite = true;
        else
          violations.push({ kind: "rewrite draws an error", detail: `${name}: ${found.detail}`, after: found.after });
      }
    }
    return { verdict, messages, shownByRewrite, violations };
  }

  #lint(
    { filename }: Pick<Program, "filename">,
    text: string,
    violations: Violation[],
    kind: ViolationKind,
  ): readonly Linter.LintMessage[] {
    try {
      const messages = this.#project.lint(filename, text);
      const fatal = messages.filter((each) => each.fatal === true);
      if (fatal.length > 0)
        violations.push({ kind, detail: fatal.map(({ message }) => message).join("; "), after: text });
      return messages.filter((each) => each.fatal !== true);
    } catch (error) {
      violations.push({ kind, detail: firstLine(error), after: text });
      return [];
    }
  }

  async #errorsAfterRewrite(
    program: Program,
    name: string,
    violations: Violation[],
  ): Promise<{ readonly detail: string; readonly after: string } | null> {
    const rewritten = await rewrites[name]?.(program);
    if (rewritten == null) return null;
    const messages = this.#lint(rewritten, rewritten.text, violations, "crash after a rewrite");
    const errors = messages.filter(isError);
    return errors.length === 0 ? null : { detail: describe(errors), after: rewritten.text };
  }

  async #judgeRepairs(
    program: Program,
    verdict: Verdict,
    messages: readonly Linter.LintMessage[],
  ): Promise<readonly Violation[]> {
    const { filename, text } = program;
    const violations: Violation[] = [];
    const mayUncover = program.planted.length > 1;
    violations.push(...judgeEachRepair(this.#project, { filename, text, messages, mayUncover }));

    const { output, messages: left } = this.#project.fix(filename, text);
    if (output === text) return violations;
    const report = (kind: ViolationKind, detail: string): void => {
      violations.push({ kind, detail, after: output });
    };
    const reported = describe(messages);
    const fatal = left.find((each) => each.fatal === true);
    if (fatal !== undefined) {
      report("fix does not parse", `${reported}: ${fatal.message}`);
      return violations;
    }
    // ESLint stops after ten passes; what still has a fix then would change for ever.
    if (left.some(({ fix }) => fix !== undefined)) report("second pass changes", reported);
    const after = await verdictOf(program, output);
    if (!verdict.broken && after.broken) report("fix breaks a sound program", reported);
    const isDone = verdict.broken && messages.some(isError) && !left.some(isError);
    // What was not read is not judged either.
    if (isDone && after.broken && unreadPlaces(read(output)).length === 0) report("fixed and still broken", reported);
    if (missingComments(text, output).length > 0) report("comment lost", reported);
    const added = newErrors(messages, left);
    if (program.planted.length <= 1 && added.length > 0)
      report("new error after a fix", `${reported} → ${describe(added)}`);
    return violations;
  }
}

export function keyOf({ kind, detail }: Violation): string {
  return `${kind}: ${detail}`;
}

/** A counter-example as a person wants to read it: what went wrong, the file, the worlds, what became of it. */
export function render(program: Program, { verdict, messages, violations }: Examination): string {
  const rule = "-".repeat(80);
  const reports = messages.map(({ line, column, ruleId, severity, message }) => {
    const level = severity === errorSeverity ? "error" : "warn";
    return `${String(line)}:${String(column)} ${level} ${shortName(ruleId)} ${message}`;
  });
  const [changed] = violations.flatMap(({ after }) => (after === undefined ? [] : [after]));
  return [
    ...violations.map(keyOf),
    `seed:     ${String(program.seed)}`,
    `planted:  ${program.planted.join(" + ") || "nothing"}`,
    `forms:    ${program.forms.join(" | ") || "plain"}`,
    `executed: ${verdict.broken ? verdict.reasons.join("; ") : "sound"}`,
    `reported: ${reports.join("\n          ") || "nothing"}`,
    `${rule} convex/${program.filename}`,
    visible(program.text),
    ...(changed === undefined ? [] : [`${rule} rewritten or fixed`, visible(changed)]),
    rule,
  ].join("\n");
}
