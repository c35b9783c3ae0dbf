/** Finds a smaller program that still fails: one decision after the other is made plain. */
import { generate } from "./program.js";
import type { Program } from "./program.js";

/** The smallest program of the same seed that still fails, as far as single decisions lead. */
export async function shrink(program: Program, fails: (program: Program) => Promise<boolean>): Promise<Program> {
  let plain: ReadonlySet<string> = new Set();
  let smallest = program;
  for (let size = Math.ceil(program.taken.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    let changed = true;
    while (changed) {
      changed = false;
      for (let start = 0; start < smallest.taken.length; start += size) {
        const chunk = smallest.taken.slice(start, start + size);
        const tried = new Set([...plain, ...chunk]);
        const candidate = generate(program.seed, { plain: tried });
        if (candidate.text === smallest.text && candidate.filename === smallest.filename) {
          plain = tried;
          smallest = candidate;
          continue;
        }
        if (!(await fails(candidate))) continue;
        plain = tried;
        smallest = candidate;
        changed = true;
        start -= size;
      }
    }
  }
  return smallest;
}
