/**
 * The proof: on generated files, an error is reported if and only if the file is broken when executed, and repairs lead
 * to sound files.
 *
 * `npm run proof` sets these:
 *
 * PROOF_FILES=100000    how many files
 * PROOF_SEED=1          the seed, to run the same files again
 * PROOF_SURVEY=FILE     do not stop at the first counter-example: write one small file for each kind of failure
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, it } from "vitest";
import plugin from "../../src/index.js";
import { Examiner, render } from "./equivalence.js";
import type { Examination, Violation } from "./equivalence.js";
import { sample } from "./generate.js";
import type { Sample } from "./generate.js";
import { typeErrors } from "./typecheck.js";

const files = Number(process.env["PROOF_FILES"] ?? 5000);
const seed = Number(process.env["PROOF_SEED"] ?? 20_260_801);
const survey = process.env["PROOF_SURVEY"];
const repository = fileURLToPath(new URL("../..", import.meta.url));
const examiner = new Examiner(plugin.configs.recommended);
const hours = 3_600_000;

if (survey === undefined) {
  it(`holds on ${String(files)} generated files (PROOF_SEED=${String(seed)})`, holds, 12 * hours);
} else {
  it("survey of the failures", () => writeSurvey(survey), 12 * hours);
}

async function holds(): Promise<void> {
  const typeCheck = new TypeCheck();
  await fc.assert(
    fc.asyncProperty(sample(), async (each) => {
      const examination = await examiner.examine(each);
      typeCheck.add(each, examination);
      if (examination.violations.length > 0) throw new Error(`\n${render(each, examination)}`);
    }),
    { numRuns: files, seed, reporter: reportShrunk },
  );
  expect(typeCheck.filesThatNoLongerCompile()).toEqual([]);
}

async function writeSurvey(path: string): Promise<void> {
  const classes = new Map<string, { count: number; index: number }>();
  const typeCheck = new TypeCheck();
  for (const [index, each] of fc.sample(sample(), { numRuns: files, seed }).entries()) {
    const examination = await examiner.examine(each);
    typeCheck.add(each, examination);
    for (const violation of examination.violations) {
      const known = classes.get(keyOf(violation));
      classes.set(keyOf(violation), { count: (known?.count ?? 0) + 1, index: known?.index ?? index });
    }
  }
  const reports = new Map<string, string>();
  for (const [key, { count, index }] of classes) {
    const shrunk = await shrink(key, index);
    const report = render(shrunk, await examiner.examine(shrunk));
    reports.set(report, `${reports.get(report) ?? ""}${String(count).padStart(6)} × ${key}\n`);
  }
  const uncompilable = typeCheck.filesThatNoLongerCompile();
  const pages = [...reports].map(([report, keys]) => keys + report).sort();
  const head = `${String(files)} files, seed ${String(seed)}: ${String(pages.length)} classes, ${String(uncompilable.length)} no longer compile`;
  writeFileSync(path, [head, ...pages, ...uncompilable].join(`\n\n${"=".repeat(100)}\n`));
}

function keyOf({ kind, detail }: Violation): string {
  return `${kind}: ${detail}`;
}

/** The smallest file that fast-check finds for a failure, starting at the file of that index. */
async function shrink(key: string, index: number): Promise<Sample> {
  const property = fc.asyncProperty(sample(), async (each) => {
    const { violations } = await examiner.examine(each);
    return !violations.some((violation) => keyOf(violation) === key);
  });
  const { counterexample } = await fc.check(property, { seed, path: String(index), interruptAfterTimeLimit: 20_000 });
  if (counterexample === null) throw new Error(`${key} is not to be had again at file ${String(index)}`);
  return counterexample[0];
}

/** Files that name `AuthConfig`, compiled before the repair, and do not after it. */
class TypeCheck {
  /** At a time: a program of all files of a long run would not fit into memory. */
  static readonly #batch = 1000;
  readonly #found: string[] = [];
  #repaired: { readonly before: string; readonly after: string }[] = [];

  add({ typed, text }: Sample, { fixed }: Examination): void {
    if (fixed === null || !typed) return;
    this.#repaired.push({ before: text, after: fixed });
    if (this.#repaired.length === TypeCheck.#batch) this.#check();
  }

  filesThatNoLongerCompile(): readonly string[] {
    this.#check();
    return this.#found;
  }

  #check(): void {
    const errors = typeErrors(
      this.#repaired.flatMap(({ before, after }) => [before, after]),
      repository,
    );
    for (const [index, { before, after }] of this.#repaired.entries()) {
      const [errorsBefore = [], errorsAfter = []] = [errors[2 * index], errors[2 * index + 1]];
      if (errorsBefore.length === 0 && errorsAfter.length > 0)
        this.#found.push(`${errorsAfter.join("\n")}\n${before}--- after repair\n${after}`);
    }
    this.#repaired = [];
  }
}

/** fast-check's own report prints the sample as JSON; a person wants to see the file. */
async function reportShrunk(result: fc.RunDetails<[Sample]>): Promise<void> {
  if (!result.failed || result.counterexample === null) return;
  const [shrunk] = result.counterexample;
  throw new Error(
    `PROOF_SEED=${String(result.seed)}, file ${String(result.numRuns)}, shrunk ${String(result.numShrinks)} times:\n${render(shrunk, await examiner.examine(shrunk))}`,
  );
}
