/**
 * The proof: on generated files, an error is reported if and only if the file is broken when executed, and repairs lead
 * to sound files.
 *
 * PROOF_FILES=100000  how many files
 * PROOF_SEED=1        the seed, to run the same files again
 * PROOF_SURVEY=1      do not stop at the first counter-example: print one small file for each kind of failure
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, it } from "vitest";
import plugin from "../../src/index.js";
import { Examiner, render } from "./equivalence.js";
import type { Violation } from "./equivalence.js";
import { sample } from "./generate.js";
import type { Sample } from "./generate.js";
import { typeErrors } from "./typecheck.js";

const files = Number(process.env["PROOF_FILES"] ?? 500);
const seed = Number(process.env["PROOF_SEED"] ?? 20_260_801);
const survey = process.env["PROOF_SURVEY"];
const repository = fileURLToPath(new URL("../..", import.meta.url));
const examiner = new Examiner(plugin.configs.recommended);
const hours = 3_600_000;

it.skipIf(survey !== undefined)(
  `holds on ${String(files)} generated files (PROOF_SEED=${String(seed)})`,
  async () => {
    const repaired: Repaired[] = [];
    await fc.assert(
      fc.asyncProperty(sample(), async (each) => {
        const examination = await examiner.examine(each);
        if (examination.fixed !== null && each.typed) repaired.push({ before: each.text, after: examination.fixed });
        if (examination.violations.length > 0) throw new Error(`\n${render(each, examination)}`);
      }),
      { numRuns: files, seed, reporter: reportShrunk },
    );
    expect(filesThatNoLongerCompile(repaired)).toEqual([]);
  },
  12 * hours,
);

it.runIf(survey !== undefined)(
  "survey of the failures",
  async () => {
    const classes = new Map<string, { count: number; index: number }>();
    const repaired: Repaired[] = [];
    for (const [index, each] of fc.sample(sample(), { numRuns: files, seed }).entries()) {
      const examination = await examiner.examine(each);
      if (examination.fixed !== null && each.typed) repaired.push({ before: each.text, after: examination.fixed });
      for (const violation of examination.violations) {
        const known = classes.get(keyOf(violation));
        classes.set(keyOf(violation), { count: (known?.count ?? 0) + 1, index: known?.index ?? index });
      }
    }
    const reports = new Map<string, string>();
    for (const [key, { count, index }] of classes) {
      const shrunk = await shrink(key, index);
      const examination = await examiner.examine(shrunk);
      const report = render(shrunk, examination);
      reports.set(report, `${reports.get(report) ?? ""}${String(count).padStart(6)} × ${key}\n`);
    }
    const uncompilable = filesThatNoLongerCompile(repaired);
    const pages = [...reports].map(([report, keys]) => keys + report).sort();
    const head = `${String(files)} files, seed ${String(seed)}: ${String(pages.length)} classes, ${String(uncompilable.length)} of ${String(repaired.length)} no longer compile`;
    writeFileSync(survey ?? "", [head, ...pages, ...uncompilable].join(`\n\n${"=".repeat(100)}\n`));
  },
  12 * hours,
);

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

interface Repaired {
  readonly before: string;
  readonly after: string;
}

/** Files that name `AuthConfig`, compiled before the repair, and do not after it. */
function filesThatNoLongerCompile(repaired: readonly Repaired[]): readonly string[] {
  const errors = typeErrors(repaired.flatMap(({ before, after }) => [before, after]), repository);
  return repaired.flatMap(({ before, after }, index) => {
    const [errorsBefore = [], errorsAfter = []] = [errors[2 * index], errors[2 * index + 1]];
    return errorsBefore.length === 0 && errorsAfter.length > 0 ? [`${errorsAfter.join("\n")}\n${before}--- after repair\n${after}`] : [];
  });
}

/** fast-check's own report prints the sample as JSON; a person wants to see the file. */
async function reportShrunk(result: fc.RunDetails<[Sample]>): Promise<void> {
  if (!result.failed || result.counterexample === null) return;
  const [shrunk] = result.counterexample;
  throw new Error(`PROOF_SEED=${String(result.seed)}, file ${String(result.numRuns)}, shrunk ${String(result.numShrinks)} times:\n${render(shrunk, await examiner.examine(shrunk))}`);
}
