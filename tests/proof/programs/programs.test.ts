/** The generator of programs is right: what it says that a program means is what executing the program gives. */
import { describe, expect, it, test } from "vitest";
import type { Execution } from "../isolate.js";
import { alone, plainly } from "./alone.js";
import { generate } from "./program.js";
import type { Program } from "./program.js";
import { rewrites } from "./rewrites.js";
import { allForms, unusualForms } from "./tables.js";
import { plantings, wrongExports } from "./variations.js";
import { executionsOf, verdictOf } from "./verdict.js";

const count = Number(process.env["PROOF_PROGRAMS"] ?? 500);
const seed = Number(process.env["PROOF_SEED"] ?? 20_260_801);

/** The providers in an order of their own, because none of them takes another's tokens. */
function sorted(providers: unknown): readonly string[] {
  const asText = (value: unknown): string =>
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === "object" && each !== null && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each).sort(([left], [right]) => (left < right ? -1 : 1)))
        : each,
    );
  return Array.isArray(providers) ? providers.map(asText).sort() : [asText(providers)];
}

/** Members that forms add and Convex ignores. */
const additions = ["off", "order", "unused"];

function withoutAdditions(provider: unknown): unknown {
  const entries = Object.entries(Object(provider) as object);
  return Object.fromEntries(entries.filter(([name, value]) => !additions.includes(name) && value !== "later"));
}

async function expectMeaning(program: Program): Promise<void> {
  if (program.expected === null) return;
  const executions = await executionsOf(program, program.text);
  for (const [index, execution] of executions.entries()) {
    const shown = `${program.forms.join(" | ")}\n${program.text}`;
    if (execution.outcome !== "exported") throw new Error(`${JSON.stringify(execution)}\n${shown}`);
    const { providers } = Object(execution.value) as { providers?: unknown };
    const own: unknown = Array.isArray(providers) ? providers.map(withoutAdditions) : providers;
    expect(sorted(own), shown).toEqual(sorted(program.expected[index]));
  }
}

it("has at least 300 forms, each under one name", () => {
  const names = allForms.map(({ kind, name }) => `${kind}: ${name}`);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(300);
});

describe("a form alone", () => {
  test.each(unusualForms)("$kind: $name", async (form) => {
    const program = alone(form, null);
    expect(program?.forms).toContain(`${form.kind}: ${form.name}`);
    if (program === null) return;
    await expectMeaning(program);
    expect(await verdictOf(program, program.text), program.text).toEqual({ broken: false, reasons: [] });
  });
});

describe("a plain program with a planting", () => {
  test.each([...plantings, ...wrongExports])("$name is broken", async (planting) => {
    const program = plainly(planting);
    await expectMeaning(program);
    expect(await verdictOf(program, program.text), program.text).toMatchObject({ broken: true });
  });
});

it(`means what it says (PROOF_PROGRAMS=${String(count)} PROOF_SEED=${String(seed)})`, async () => {
  for (let index = 0; index < count; index++) await expectMeaning(generate(seed + index));
});

describe("a rewrite", () => {
  test.each(Object.entries(rewrites))("%s changes nothing that JSON shows", async (_, rewrite) => {
    let rewritten = 0;
    for (let index = 0; index < count / 5; index++) {
      const program = generate(seed + index);
      const after = await rewrite(program);
      if (after === null) continue;
      rewritten++;
      const before = await executionsOf(program, program.text);
      const shown = `${program.text}--- rewritten\n${after.text}`;
      for (const [position, execution] of (await executionsOf({ ...program, ...after }, after.text)).entries())
        expect(comparable(execution), shown).toEqual(comparable(before[position]));
    }
    expect(rewritten).toBeGreaterThan(count / 20);
  });
});

/** An execution without the words of the engine, which name what a rewrite renames. */
function comparable(execution: Execution | undefined): readonly string[] {
  return execution?.outcome === "exported" ? sorted(execution.value) : [execution?.outcome ?? "none"];
}
