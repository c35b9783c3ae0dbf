/**
 * The proof on programs: an error means that the program is broken when it is executed, without exception; repairs hold; no
 * rewrite draws an error on a sound program.
 *
 * `npm run proof -- --programs` sets these:
 *
 * PROOF_PROGRAMS=100000  how many programs
 * PROOF_SEED=1           the seed of the first one; the others follow
 * PROOF_SURVEY=FILE      do not stop at the first counter-example: write one small program for each kind of failure
 */
import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { processorTime } from "../../../bench/processor-time.js";
import plugin from "../../../src/index.js";
import { isError } from "../project.js";
import { bundle } from "./bundle.js";
import { keyOf, ProgramExaminer, render } from "./examine.js";
import type { Examination, ExamineOptions, Violation } from "./examine.js";
import { generate } from "./program.js";
import type { Program } from "./program.js";
import { rewrites } from "./rewrites.js";
import { shrink } from "./shrink.js";

const count = Number(process.env["PROOF_PROGRAMS"] ?? 1000);
const seed = Number(process.env["PROOF_SEED"] ?? 20_260_801);
const survey = process.env["PROOF_SURVEY"];
const examiner = new ProgramExaminer(plugin.configs.recommended);
const hours = 3_600_000;
const rewriteNames = Object.keys(rewrites);
/** Of the broken programs, how many draw an error at least. */
const reportedFloor = 0.5;

if (survey === undefined) {
  it(`holds on ${String(count)} programs (PROOF_SEED=${String(seed)})`, holds, 12 * hours);
} else {
  it("survey of the failures", () => writeSurvey(survey), 12 * hours);
}

/** Each program is rewritten in one way; all ways get their turn. */
function optionsFor(index: number): ExamineOptions {
  return { repairs: true, rewrites: [rewriteNames[index % rewriteNames.length] ?? ""] };
}

/** The programs in turn. esbuild is at work on the next one while the rules look at this one. */
function* programs(): Generator<readonly [number, Program]> {
  let next = generate(seed);
  for (let index = 0; index < count; index++) {
    const program = next;
    next = generate(seed + index + 1);
    void bundle(next.filename, next.text);
    yield [index, program];
  }
}

/** Of the broken programs, and of those in which a form occurs: how many there are, and how many draw an error. */
class Tally {
  readonly byForm = new Map<string, { broken: number; silent: number }>();
  sound = 0;
  broken = 0;
  silent = 0;
  shownByRewrite = 0;

  add({ forms }: Program, { verdict, messages, shownByRewrite }: Examination): void {
    if (!verdict.broken) {
      this.sound++;
      return;
    }
    const isSilent = !messages.some(isError);
    this.broken++;
    if (isSilent) this.silent++;
    if (shownByRewrite) this.shownByRewrite++;
    for (const form of forms) {
      const counted = this.byForm.get(form) ?? { broken: 0, silent: 0 };
      counted.broken++;
      if (isSilent) counted.silent++;
      this.byForm.set(form, counted);
    }
  }

  get reportedShare(): number {
    return this.broken === 0 ? 1 : 1 - this.silent / this.broken;
  }

  get summary(): string {
    return (
      `${String(this.sound)} sound, ${String(this.broken)} broken, of which ${String(this.broken - this.silent)} draw an error ` +
      `(${(this.reportedShare * 100).toFixed(1)} %); in ${String(this.shownByRewrite)} silent ones a rewrite shows it`
    );
  }
}

async function holds(): Promise<void> {
  const tally = new Tally();
  for (const [index, program] of programs()) {
    const examination = await examiner.examine(program, optionsFor(index));
    tally.add(program, examination);
    const [violation] = examination.violations;
    if (violation === undefined) continue;
    const shrunk = await shrinkTo(violation, program);
    throw new Error(
      `PROOF_SEED=${String(program.seed)}, after ${String(index)} programs:\n${render(shrunk, await examiner.examine(shrunk, optionsOf(violation)))}`,
    );
  }
  console.log(tally.summary);
  expect(tally.reportedShare).toBeGreaterThan(reportedFloor);
}

/** What shows a violation again, and no more: shrinking examines a program a hundred times. */
function optionsOf({ kind, detail }: Violation): ExamineOptions {
  const name = kind === "rewrite draws an error" ? detail.slice(0, detail.indexOf(":")) : null;
  return {
    repairs: kind.includes("fix") || kind === "comment lost" || kind === "second pass changes",
    rewrites: name === null ? (kind === "crash after a rewrite" ? rewriteNames : []) : [name],
  };
}

function shrinkTo(violation: Violation, program: Program): Promise<Program> {
  const [key, options] = [keyOf(violation), optionsOf(violation)];
  return shrink(program, async (candidate) => {
    const { violations } = await examiner.examine(candidate, options);
    return violations.some((each) => keyOf(each) === key);
  });
}

interface FailureClass {
  readonly key: string;
  /** The forms that the smallest program still has. */
  readonly forms: readonly string[];
  readonly report: string;
  count: number;
}

/** How many programs are shrunk at most: each takes about a second. */
const maximalClasses = 400;

async function writeSurvey(path: string): Promise<void> {
  const tally = new Tally();
  const classes: FailureClass[] = [];
  const kinds = new Map<string, number>();
  let failed = 0;
  const start = processorTime();
  let shrinking = 0;
  for (const [index, program] of programs()) {
    const examination = await examiner.examine(program, optionsFor(index));
    tally.add(program, examination);
    if (examination.violations.length > 0) failed++;
    for (const kind of new Set(examination.violations.map((each) => each.kind)))
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    for (const violation of distinct(examination.violations)) {
      const key = keyOf(violation);
      const known = classes.find(
        (each) => each.key === key && each.forms.every((form) => program.forms.includes(form)),
      );
      if (known !== undefined) {
        known.count++;
        continue;
      }
      if (classes.length >= maximalClasses) continue;
      const before = processorTime();
      const shrunk = await shrinkTo(violation, program);
      const report = render(shrunk, await examiner.examine(shrunk, optionsOf(violation)));
      shrinking += processorTime() - before;
      classes.push({ key, forms: shrunk.forms, report, count: 1 });
    }
  }
  const seconds = (processorTime() - start - shrinking) / 1000;
  const silent = [...tally.byForm]
    .filter(([, { silent }]) => silent > 0)
    .sort(
      ([, left], [, right]) => right.silent / right.broken - left.silent / left.broken || right.silent - left.silent,
    )
    .map(([form, { broken, silent }]) => `${String(silent).padStart(6)} of ${String(broken).padStart(5)}  ${form}`);
  const head = [
    `${String(count)} programs, seed ${String(seed)}, ${String(Math.round(count / seconds))} a second of this process: ${String(failed)} fail, ${String(classes.length)} classes`,
    tally.summary,
    ...[...kinds].map(([kind, number]) => `${String(number).padStart(6)} × ${kind}`),
  ].join("\n");
  const pages = classes
    .sort((left, right) => right.count - left.count)
    .map(({ report, count: times }) => `${String(times).padStart(6)} ×\n${report}`);
  const forms = `Forms of broken programs that are silent\n${silent.join("\n")}`;
  writeFileSync(path, `${[head, ...pages, forms].join(`\n\n${"=".repeat(100)}\n`)}\n`);
}

function distinct(violations: readonly Violation[]): readonly Violation[] {
  return [...new Map(violations.map((violation) => [keyOf(violation), violation])).values()];
}
