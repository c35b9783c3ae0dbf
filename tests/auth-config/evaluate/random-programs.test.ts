/** Whatever the evaluator claims to know of a random program is what JavaScript makes of it. */
import { describe, expect, it } from "vitest";
import { contradiction } from "../executed.js";
import { Random, randomModule, randomProgram } from "../random-program.js";
import { read } from "../read.js";

const PROGRAMS = 150;

const seeds = Array.from({ length: PROGRAMS }, (_, seed) => seed);

describe("a random program", () => {
  it.each(seeds)("without imports is as JavaScript runs it: seed %i", (seed) => {
    const random = new Random(seed);
    const text = randomProgram(random, { hasImports: false, statements: 3 + random.below(7) });
    expect({ text, contradiction: contradiction(text) }).toEqual({ text, contradiction: null });
  });

  it.each(seeds)("with imports is in one variant as JavaScript runs it, whatever it imports: seed %i", (seed) => {
    const random = new Random(seed);
    const text = randomProgram(random, { hasImports: true, statements: 3 + random.below(7) });
    for (let world = 0; world < 3; world++) {
      const module = randomModule(random);
      const found = contradiction(text, { modules: { "./x": module } });
      expect({ text, module, contradiction: found }).toEqual({ text, module, contradiction: null });
    }
  });

  it("is mostly known", () => {
    const kinds = seeds.flatMap((seed) => {
      const random = new Random(seed);
      const [variant] = read(randomProgram(random, { hasImports: false, statements: 3 + random.below(7) })).variants;
      const exported = variant?.defaultExport?.value;
      return exported?.kind === "list" ? exported.elements.map(({ kind }) => kind) : [];
    });
    expect(kinds.length).toBeGreaterThan(PROGRAMS * 3);
    expect(kinds.filter((kind) => kind === "unknown").length).toBeLessThan(kinds.length / 5);
  });
});
