/**
 * Compares what the rules say about a file with what happens when it is executed, before and after their repairs.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Linter } from "eslint";
import { diffLines } from "diff";
import { check as isPrettierClean, format } from "prettier";
import type { Options } from "prettier";
import ts from "typescript";
import { execute } from "./execute.js";
import type { Sample } from "./generate.js";
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
const errorSeverity = 2;

/** Lints as a user with the recommended config would, in a project that is no ES module package. */
export class Examiner {
  readonly #config: Linter.Config[];
  readonly #linter: Linter;
  readonly #folder: string;

  constructor(recommended: readonly Linter.Config[]) {
    this.#config = [...recommended];
    // A real folder, because rules look for package.json and convex.json beside the file.
    this.#folder = mkdtempSync(join(tmpdir(), "convex-authkit-proof-"));
    mkdirSync(join(this.#folder, "convex"));
    writeFileSync(join(this.#folder, "package.json"), '{ "name": "proof" }\n');
    this.#linter = new Linter({ cwd: this.#folder });
  }

  async examine(sample: Sample): Promise<Examination> {
    const verdict = await verdictOf(sample, sample.text);
    let messages: readonly Linter.LintMessage[];
    try {
      messages = this.#lint(sample, sample.text);
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

  #lint(sample: Sample, text: string): Linter.LintMessage[] {
    return this.#linter.verify(text, this.#config, { filename: join(this.#folder, "convex", sample.filename) });
  }

  #fix(sample: Sample, text: string): Linter.FixReport {
    const filename = join(this.#folder, "convex", sample.filename);
    return this.#linter.verifyAndFix(text, this.#config, { filename });
  }

  /** Fixes; where errors are left that only have suggestions, takes the first of each and fixes again. */
  #repair(sample: Sample): Repair {
    const first = this.#fix(sample, sample.text);
    let last = first;
    for (let pass = 0; pass < maximalPasses; pass++) {
      const suggestions = last.messages
        .filter(isError)
        .flatMap(({ suggestions: [each] = [] }) => (each === undefined ? [] : [each.fix]));
      if (suggestions.length === 0) break;
      last = this.#fix(sample, applyEdits(last.output, suggestions));
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

function isError({ severity }: Linter.LintMessage): boolean {
  return severity === errorSeverity;
}

function isRepairable({ fix, suggestions = [] }: Linter.LintMessage): boolean {
  return fix !== undefined || suggestions.length > 0;
}

function shortName(ruleId: string | null): string {
  return (ruleId ?? "parser").replace(/^convex-authkit\//, "");
}

function describe(messages: readonly Linter.LintMessage[]): string {
  const names = messages.map(({ ruleId, messageId }) => `${shortName(ruleId)}/${messageId ?? "?"}`);
  return [...new Set(names)].sort().join(", ");
}

function planted({ defects }: Sample): string {
  return defects.map(({ rule, name }) => `${rule} (${name})`).join(" + ") || "nothing planted";
}

function withoutIds(reason: string): string {
  return reason.replaceAll(/client_[A-Za-z0-9]{20,}/g, "<id>");
}

function firstLine(error: unknown): string {
  return (String(error instanceof Error ? error.message : error).split("\n")[0] ?? "").slice(0, 200);
}

/** Applies edits as ESLint does: one that overlaps or touches the one before it waits for the next pass. */
function applyEdits(
  text: string,
  edits: readonly { readonly range: readonly [number, number]; readonly text: string }[],
): string {
  // ESLint's offsets do not count a byte-order mark.
  const bom = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const body = text.slice(bom.length);
  let result = "";
  let last = -1;
  for (const { range, text: replacement } of [...edits].sort((left, right) => left.range[0] - right.range[0])) {
    if (range[0] <= last) continue;
    result += body.slice(Math.max(last, 0), range[0]) + replacement;
    last = range[1];
  }
  return bom + result + body.slice(Math.max(last, 0));
}

function syntaxErrors(filename: string, text: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(text, { fileName: filename, reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** Comments of the first text that the second has lost, compared as a multiset and without regard to indentation. */
function missingComments(before: string, after: string): readonly string[] {
  const kept = commentsOf(after);
  return commentsOf(before).filter((comment) => {
    const index = kept.indexOf(comment);
    if (index !== -1) kept.splice(index, 1);
    return index === -1;
  });
}

function commentsOf(text: string): string[] {
  const comments = new Map<number, string>();
  const source = ts.createSourceFile("auth.config.ts", text, ts.ScriptTarget.Latest, true);
  const collect = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const { pos, end } of ranges ?? []) comments.set(pos, text.slice(pos, end).replaceAll(/\s+/g, " "));
  };
  // Every comment stands before or after some token, and the tokens are the leaves of the tree.
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(source);
    if (children.length === 0) {
      collect(ts.getLeadingCommentRanges(text, node.pos));
      // After `https:` in an open template, `//` begins no comment.
      if (!ts.isTemplateHead(node) && !ts.isTemplateMiddle(node)) collect(ts.getTrailingCommentRanges(text, node.end));
    }
    children.forEach(visit);
  };
  visit(source);
  return [...comments.values()];
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

/** Shows what a terminal hides: a byte-order mark, line ends that are not `\n` alone, spaces at the end of a line. */
function visible(text: string): string {
  const crlf = text.includes("\r\n") && !/[^\r]\n/.test(text);
  const shown = crlf ? text.replaceAll("\r\n", "\n") : text.replaceAll("\r", "␍");
  const lines = shown.replace("\uFEFF", "<BOM>").replaceAll(/[ \t]+$/gm, (spaces) => "·".repeat(spaces.length));
  return (crlf ? "(CRLF)\n" : "") + lines.trimEnd();
}
