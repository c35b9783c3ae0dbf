/**
 * Forms in which a broken program draws no error, with the reason. The list is what docs/proof.md says about them, and
 * silent.test.ts holds it against the rules: exactly these are silent.
 */

export interface SilentForms {
  readonly reason: string;
  /** Names of forms, as `kind: name`. */
  readonly forms: readonly string[];
}

export const silentForms: readonly SilentForms[] = [
  {
    reason: "A `Map` or a `Set` is unknown once it is made",
    forms: [
      "choice: Map.get()",
      "content of a variable: Set.has()",
      "export: Map.get()",
      "family: Map by kind",
      "known condition: Map.size",
      "known condition: Set.has()",
      "list: Array.from() of a Set",
      "list: Map.set() and values()",
      "list: Set.delete()",
      "list: spread of a Set",
      "list: values() of a Map",
      "provider: Object.fromEntries() of a Map",
      "role of an issuer: Set of shared issuers",
      "string: Map.get()",
      "string: Map.set()",
      "string: a Set, spread",
    ],
  },
  {
    reason: "A generator, or an iterator of the file's own, is not run",
    forms: [
      "choice: generator",
      "conditional element: spread of a generator",
      "export: generator",
      "family: generator over a table",
      "list: generator, spread",
      "list: generator, yield*",
      "list: iterator of its own",
      "list: push by a generator",
      "provider: generator",
      "string: generator",
    ],
  },
  {
    reason: "What an async function or a promise callback changes is forgotten, whenever it may run",
    forms: [
      "export: async-looking factory",
      "list: push in a queued promise callback",
      "list: push in an async IIFE, after await",
      "list: push in an async IIFE, before await",
      "list: push in an async function",
      "provider: async function that breaks it after await",
      "provider: queued promise callback that breaks it",
      "provider: queued promise callback that changes it",
    ],
  },
  {
    reason: "What a free condition or the content of a variable selects from a table is unknown",
    forms: [
      "choice: list element",
      "choice: lookup by the condition",
      "content of a variable: indexOf() of a list",
      "content of a variable: lookup table",
    ],
  },
  {
    reason:
      "A free condition does not fork a loop, the right side of an assignment in `||`, or what is copied from an unknown object",
    forms: ["choice: a default, then ||", "choice: while and break", "flag: copy of the object"],
  },
  {
    reason: "A list that is made by its length, or that JSON sees through `toJSON`, is unknown",
    forms: [
      "list: array of the right length, filled",
      "list: fill() of one",
      "list: list with toJSON()",
      "list: new Array()",
    ],
  },
  {
    reason: "A global that is not computed",
    forms: [
      "known condition: JSON",
      "known condition: instanceof",
      "known condition: new Date(0)",
      "known condition: typeof of an unknown name",
      "list: eval of nothing",
      "provider: Object.defineProperty()",
      "provider: prototype set later",
      "string: exec()",
      "string: named group",
      "string: new URL().toString()",
      "string: tag of its own",
    ],
  },
];

/** The list as docs/proof.md has it. */
export function describeSilentForms(): string {
  return silentForms
    .map(({ reason, forms }) => `- ${reason}: ${forms.map((form) => `\`${form}\``).join(", ")}`)
    .join("\n");
}
