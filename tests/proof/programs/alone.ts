/** Programs in which one form is unusual and everything else is plain. */
import { conditions } from "./conditions.js";
import { generate } from "./program.js";
import type { Program, ProgramOptions } from "./program.js";
import { harmless } from "./variations.js";
import type { Variation } from "./variations.js";
import type { FormName, Solo } from "./writer.js";

/** Forms of one kind have a place only in certain forms of another. */
const companions: Readonly<Record<string, FormName>> = {
  "role of an issuer": { kind: "family", name: "helper by issuer, spread" },
  undefined: { kind: "absent member", name: "undefined" },
  "known condition": { kind: "list", name: "known condition" },
};

const seed = 1;

/** A program without an unusual form. */
export function plainly(planting: Variation | null): Program {
  return generate(seed, { solo: { kind: "none", name: "none" }, planting, conditional: false });
}

/** A program with one unusual form, sound or with a planting; null where the planting leaves no place for the form. */
export function alone(form: FormName, planting: Variation | null): Program | null {
  const companion = companions[form.kind];
  const solo: Solo = companion === undefined ? form : { ...form, companions: [companion] };
  const condition = conditions.find(({ spellings }) => spellings.kind === form.kind)?.name ?? "flag";
  const setups: readonly ProgramOptions[] = [
    { conditional: false },
    { conditional: true, condition },
    ...(planting === null ? harmless.map((varied) => ({ varied, condition })) : []),
  ];
  for (const setup of setups) {
    const program = generate(seed, { solo, planting, ...setup });
    if (program.forms.includes(`${form.kind}: ${form.name}`)) return program;
  }
  return null;
}
