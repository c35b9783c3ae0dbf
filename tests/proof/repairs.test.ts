/** Every fix and every suggestion on generated layouts, by itself. Those on programs are tried by programs/equivalence.test.ts. */
import fc from "fast-check";
import { it } from "vitest";
import plugin from "../../src/index.js";
import { sample } from "./generate.js";
import { Project, visible } from "./project.js";
import { judgeEachRepair } from "./repairs.js";

const files = Number(process.env["PROOF_FILES"] ?? 1000);
const seed = Number(process.env["PROOF_SEED"] ?? 20_260_801);
const project = new Project(plugin.configs.recommended);

it(`parses, mends its problem and causes no other on ${String(files)} files (PROOF_SEED=${String(seed)})`, () => {
  fc.assert(
    fc.property(sample(), ({ filename, text, defects }) => {
      const messages = project.lint(filename, text);
      const [violation] = judgeEachRepair(project, { filename, text, messages, mayUncover: defects.length > 1 });
      if (violation === undefined) return;
      const { kind, detail, after } = violation;
      throw new Error(`${kind}: ${detail}\n${visible(text)}\n--- repaired\n${visible(after)}`);
    }),
    {
      numRuns: files,
      seed,
      // The file itself, which the error holds, in place of the sample as JSON.
      reporter: ({ failed, errorInstance }) => {
        if (failed) throw errorInstance;
      },
    },
  );
}, 3_600_000);
