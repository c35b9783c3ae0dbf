/** Tries every fix and every suggestion by itself, without executing anything. */
import type { Linter } from "eslint";
import { applyEdits, describe, firstLine, isError, missingComments } from "./project.js";
import type { Project } from "./project.js";

export type RepairViolationKind =
  | "crash while fixing"
  | "comment lost"
  | "fix does not parse"
  /** The problem is reported as often as before. */
  | "fix mends nothing"
  | "new error after a fix";

export interface RepairViolation {
  readonly kind: RepairViolationKind;
  readonly detail: string;
  readonly after: string;
}

interface Linted {
  readonly filename: string;
  readonly text: string;
  readonly messages: readonly Linter.LintMessage[];
  /** Several things are wrong, and one may hide another. */
  readonly mayUncover: boolean;
}

/** What is wrong with single repairs of a file. */
export function judgeEachRepair(project: Project, linted: Linted): readonly RepairViolation[] {
  return linted.messages.flatMap((message) => {
    const repairs = [message.fix, ...(message.suggestions ?? []).map(({ fix }) => fix)];
    return repairs.flatMap((repair) => (repair === undefined ? [] : judge(project, linted, message, repair)));
  });
}

type Edit = NonNullable<Linter.LintMessage["fix"]>;

function judge(
  project: Project,
  linted: Linted,
  message: Linter.LintMessage,
  repair: Edit,
): readonly RepairViolation[] {
  const { filename, text, messages, mayUncover } = linted;
  const after = applyEdits(text, [repair]);
  const reported = describe([message]);
  let left: readonly Linter.LintMessage[];
  try {
    left = project.lint(filename, after);
  } catch (error) {
    return [{ kind: "crash while fixing", detail: `${reported}: ${firstLine(error)}`, after }];
  }
  const fatal = left.find((each) => each.fatal === true);
  if (fatal !== undefined) return [{ kind: "fix does not parse", detail: `${reported}: ${fatal.message}`, after }];
  const violations: RepairViolation[] = [];
  if (count(left, message) >= count(messages, message))
    violations.push({ kind: "fix mends nothing", detail: reported, after });
  if (missingComments(text, after).length > 0) violations.push({ kind: "comment lost", detail: reported, after });
  const added = newErrors(messages, left);
  if (!mayUncover && added.length > 0)
    violations.push({ kind: "new error after a fix", detail: `${reported} → ${describe(added)}`, after });
  return violations;
}

/** How often a message is given. */
function count(messages: readonly Linter.LintMessage[], { ruleId, messageId }: Linter.LintMessage): number {
  return messages.filter((each) => each.ruleId === ruleId && each.messageId === messageId).length;
}

/** Errors of rules that gave none before. */
export function newErrors(
  before: readonly Linter.LintMessage[],
  after: readonly Linter.LintMessage[],
): readonly Linter.LintMessage[] {
  const known = new Set(before.map(({ ruleId }) => ruleId));
  return after.filter((each) => isError(each) && !known.has(each.ruleId));
}
