/** Which forms hide what is broken: each is tried as the only unusual form of programs that are broken in several ways. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import plugin from "../../../src/index.js";
import { isError, Project } from "../project.js";
import { alone } from "./alone.js";
import { describeSilentForms, silentForms } from "./silent.js";
import { unusualForms } from "./tables.js";
import { plantings } from "./variations.js";
import { verdictOf } from "./verdict.js";
import type { FormName } from "./writer.js";

const project = new Project(plugin.configs.recommended);
const tried = [
  "audience of the session provider",
  "no audience of the shared provider",
  "JWKS of another path",
  "issuer of an invented path",
  "shared provider only",
  "algorithm of no WorkOS key",
  "JWKS of another path, everywhere",
];

/** Whether a form hides what is broken: no program that is broken with it draws an error. Null where no such program is broken. */
async function hides(form: FormName): Promise<boolean | null> {
  let isBroken = false;
  for (const planting of plantings.filter(({ name }) => tried.includes(name))) {
    const program = alone(form, planting);
    if (program === null || !(await verdictOf(program, program.text)).broken) continue;
    if (project.lint(program.filename, program.text).some(isError)) return false;
    isBroken = true;
  }
  return isBroken ? true : null;
}

it("lists the forms that hide what is broken, and no others", { timeout: 600_000 }, async () => {
  const hiding: string[] = [];
  const untried: string[] = [];
  for (const form of unusualForms) {
    const hidden = await hides(form);
    if (hidden === null) untried.push(`${form.kind}: ${form.name}`);
    if (hidden === true) hiding.push(`${form.kind}: ${form.name}`);
  }
  expect(untried, "in no broken program").toEqual([]);
  expect(hiding.sort()).toEqual(silentForms.flatMap(({ forms }) => forms).sort());
});

it("lists them in docs/proof.md", () => {
  expect(readFileSync(new URL("../../../docs/proof.md", import.meta.url), "utf8")).toContain(describeSilentForms());
});
