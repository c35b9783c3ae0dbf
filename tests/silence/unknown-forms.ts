/** Ways to write a value that the text of one file does not tell, or that the evaluator does not try to compute. */
export interface UnknownForm {
  readonly name: string;
  /** What stands above the config. */
  readonly lines?: string;
  readonly value: string;
  /** `text`: certainly a string, so that it says something where an object or a list belongs. */
  readonly is?: "text";
  /** Certainly neither null nor undefined: an audience, whatever it says. */
  readonly isPresent?: true;
  /** What is known of it nevertheless in some places, and the rules that speak there. */
  readonly known?: Readonly<Record<string, readonly string[]>>;
}

const truthy = { "a guard that throws": ["valid-default-export-value"] };

export const unknownForms: readonly UnknownForm[] = [
  // ── From other modules ────────────────────────────────────────────────────────────────────────────────────────────────────────────
  { name: "imported value", lines: 'import { value } from "./settings";', value: "value" },
  { name: "imported default", lines: 'import value from "./settings";', value: "value" },
  {
    name: "member of an imported object",
    lines: 'import { settings } from "./settings";',
    value: "settings.auth.value",
  },
  {
    name: "optional member of an imported object",
    lines: 'import { settings } from "./settings";',
    value: "settings?.auth?.value",
  },
  {
    name: "computed member of an imported object",
    lines: 'import { settings, name } from "./settings";',
    value: "settings[name]",
  },
  { name: "namespace import", lines: 'import * as settings from "./settings";', value: "settings.value" },
  {
    name: "JSON import",
    lines: 'import settings from "./settings.json" with { type: "json" };',
    value: "settings.value",
  },
  { name: "import of a package", lines: 'import { value } from "@acme/auth";', value: "value" },
  { name: "renamed import", lines: 'import { a as value } from "./settings";', value: "value" },
  {
    name: "type import of the same name as nothing",
    lines: 'import type { Value } from "./settings";',
    value: "(globalThis as unknown as Value).value",
  },
  { name: "require", value: 'require("./settings").value' },
  { name: "awaited import", value: '(await import("./settings")).value' },
  { name: "imported factory", lines: 'import { make } from "./settings";', value: "make()" },
  {
    name: "imported factory with arguments",
    lines: 'import { make } from "./settings";',
    value: 'make("https://api.workos.com/sso", { applicationID: "convex", strict: true })',
  },
  {
    name: "imported factory with `env` in its name",
    lines: 'import { makeForEnvironment } from "./settings";',
    value: 'makeForEnvironment("PRODUCTION")',
  },
  {
    name: "method of an imported object",
    lines: 'import { settings } from "./settings";',
    value: "settings.make().value",
  },
  { name: "awaited call", lines: 'import { load } from "./settings";', value: "await load()" },
  { name: "curried call", lines: 'import { make } from "./settings";', value: "make(1)(2)" },
  {
    name: "pipe of an imported value",
    lines: 'import { pipe, value, trim } from "./settings";',
    value: "pipe(value, trim)",
  },
  {
    name: "default member of an unknown object",
    lines: 'import { settings } from "./settings";\nconst { value = "nonsense" } = settings;',
    value: "value",
  },
  {
    name: "element of an unknown list",
    lines: 'import { settings } from "./settings";\nconst [value] = settings;',
    value: "value",
  },
  {
    name: "rest of an unknown object",
    lines: 'import { settings } from "./settings";\nconst { a, ...rest } = settings;',
    value: "rest.value",
  },

  // ── Not declared, or declared for types only ──────────────────────────────────────────────────────────────────────────────────────
  { name: "undeclared name", value: "VALUE" },
  { name: "declared global", lines: "declare const value: string;", value: "value" },
  { name: "member of globalThis", value: "globalThis.value" },
  { name: "member of process", value: "process.argv[2]" },
  { name: "member of import.meta", value: "import.meta.url" },

  // ── Conditions ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  { name: "either of two imports", lines: 'import { is, a, b } from "./settings";', value: "is ? a : b" },
  { name: "import with a fallback", lines: 'import { value } from "./settings";', value: 'value ?? "nonsense"' },
  {
    name: "import with an or",
    lines: 'import { value } from "./settings";',
    value: 'value || "nonsense"',
    known: truthy,
  },
  {
    name: "either of two imports, by a negation",
    lines: 'import { is, a, b } from "./settings";',
    value: "!is ? a : b",
  },
  {
    name: "either of two imports, by a comparison",
    lines: 'import { stage, a, b } from "./settings";',
    value: 'stage === "production" ? a : b',
  },
  {
    name: "either of two imports, by two conditions",
    lines: 'import { is, was, a, b } from "./settings";',
    value: "is && !was ? a : is || was ? b : a",
  },
  {
    name: "type guard",
    lines: 'import { value, other } from "./settings";',
    value: 'typeof value === "string" ? value : other',
  },
  {
    name: "lookup by an unknown name",
    lines: 'import { stage } from "./settings";\nconst values = { dev: "a", prod: "b" };',
    value: "values[stage]",
  },
  {
    name: "lookup by NODE_ENV in an unknown object",
    lines: 'import { values } from "./settings";',
    value: "values[process.env.NODE_ENV]",
  },
  { name: "sequence", lines: 'import { value } from "./settings";', value: "(0, value)" },

  // ── Types around it ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
  { name: "as", lines: 'import { value } from "./settings";', value: "value as any" },
  { name: "non-null", lines: 'import { value } from "./settings";', value: "value!" },
  { name: "satisfies", lines: 'import { value } from "./settings";', value: "(value satisfies unknown)" },
  { name: "type assertion", lines: 'import { value } from "./settings";', value: "<never>value" },
  { name: "instantiated call", lines: 'import { make } from "./settings";', value: "make<never>()" },

  // ── Local functions and classes ───────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "local function that returns an import",
    lines: 'import { value } from "./settings";\nfunction get() { return value; }',
    value: "get()",
  },
  { name: "async function", lines: 'async function get() { return "nonsense"; }', value: "await get()" },
  { name: "generator", lines: 'function* get() { yield "nonsense"; }', value: "get().next().value" },
  {
    name: "spread arguments",
    lines: 'import { values } from "./settings";\nconst get = (value) => value;',
    value: "get(...values)",
  },
  {
    name: "recursive function",
    lines: 'import { value } from "./settings";\nfunction get(count) { return count > 0 ? get(count - 1) : value; }',
    value: "get(3)",
  },
  { name: "mutually recursive functions", lines: "const a = (n) => b(n);\nconst b = (n) => a(n);", value: "a(1)" },
  {
    name: "returned from a loop",
    lines:
      'import { values } from "./settings";\nfunction get() {\n  for (const value of values) {\n    if (value.ok) return value;\n  }\n  return "nonsense";\n}',
    value: "get()",
  },
  {
    name: "returned from a while loop",
    lines:
      'import { next } from "./settings";\nfunction get() {\n  let value;\n  while ((value = next())) {\n    if (value.ok) return value;\n  }\n  return null;\n}',
    value: "get()",
  },
  {
    name: "returned from a switch",
    lines:
      'import { stage, a, b } from "./settings";\nfunction get() {\n  switch (stage) {\n    case "dev":\n      return a;\n    default:\n      return b;\n  }\n}',
    value: "get()",
  },
  {
    name: "returned from a try",
    lines:
      'import { load, other } from "./settings";\nfunction get() {\n  try {\n    return load();\n  } catch {\n    return other;\n  }\n}',
    value: "get()",
  },
  {
    name: "returned from a catch or after it",
    lines:
      'import { load, value } from "./settings";\nfunction get() {\n  try {\n    load();\n  } catch {\n    return "nonsense";\n  }\n  return value;\n}',
    value: "get()",
  },
  {
    name: "returned from a labelled block",
    lines:
      'import { is, value } from "./settings";\nfunction get() {\n  found: {\n    if (is) break found;\n    return value;\n  }\n  return value.other;\n}',
    value: "get()",
  },
  {
    name: "method of a local object",
    lines: 'import { value } from "./settings";\nconst settings = { get() { return value; } };',
    value: "settings.get()",
  },

  {
    name: "returned from a block behind a label",
    lines:
      'import { value } from "./settings";\nfunction get() {\n  found: {\n    return value;\n  }\n  return "nonsense";\n}',
    value: "get()",
  },
  {
    name: "returned from a do loop",
    lines:
      'import { value } from "./settings";\nfunction get() {\n  do {\n    return value;\n  } while (true);\n  return "nonsense";\n}',
    value: "get()",
  },
  {
    name: "returned from a loop inside a condition",
    lines:
      'import { is, values } from "./settings";\nfunction get() {\n  if (is) {\n    for (const value of values) return value;\n  }\n  return values;\n}',
    value: "get()",
  },
  {
    name: "returned from both arms",
    lines: 'import { is, a, b } from "./settings";\nfunction get() {\n  if (is) return a;\n  return b;\n}',
    value: "get()",
  },
  {
    name: "returned behind a guard",
    lines:
      'import { value } from "./settings";\nfunction get() {\n  if (!value) throw new Error("not set");\n  return value;\n}',
    value: "get()",
    known: { "a guard that throws": ["valid-default-export-value", "valid-default-export-value"] },
  },
  {
    name: "parameter of a callback",
    lines: 'import { use } from "./settings";\nlet kept;\nuse((value) => {\n  kept = value;\n});',
    value: "kept",
  },
  {
    name: "destructured parameter",
    lines: 'import { settings } from "./settings";\nconst get = ({ value = "nonsense" }) => value;',
    value: "get(settings)",
  },
  {
    name: "parameter with a default",
    lines: 'import { settings } from "./settings";\nconst get = (value = "nonsense") => value;',
    value: "get(settings.value)",
  },
  {
    name: "private function of an async one",
    lines: 'import { load } from "./settings";\nconst get = async () => (await load()).value;',
    value: "await get()",
  },

  // ── Variables that change ─────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "let, assigned in a loop over an import",
    lines: 'import { values } from "./settings";\nlet value = "nonsense";\nfor (const each of values) value = each;',
    value: "value",
  },
  {
    name: "let, assigned in a while loop",
    lines: 'import { next } from "./settings";\nlet value = "nonsense";\nwhile (next()) {\n  value = next();\n}',
    value: "value",
  },
  {
    name: "let, assigned in a counting loop",
    lines:
      'import { count, values } from "./settings";\nlet value = "nonsense";\nfor (let index = 0; index < count; index++) value = values[index];',
    value: "value",
  },
  {
    name: "let, assigned in a switch",
    lines:
      'import { stage, a } from "./settings";\nlet value = "nonsense";\nswitch (stage) {\n  case "dev":\n    value = a;\n    break;\n  default:\n    value = a + a;\n}',
    value: "value",
  },
  {
    name: "let, assigned by a callback",
    lines:
      'import { values } from "./settings";\nlet value = "nonsense";\nvalues.forEach((each) => {\n  value = each;\n});',
    value: "value",
  },
  {
    name: "let, assigned by a function that unknown code gets",
    lines: 'import { run } from "./settings";\nlet value = "nonsense";\nrun(function () {\n  value = "other";\n});',
    value: "value",
  },
  {
    name: "let, assigned by destructuring",
    lines: 'import { settings } from "./settings";\nlet value = "nonsense";\n({ value } = settings);',
    value: "value",
  },
  {
    name: "let, assigned by a list of names",
    lines: 'import { settings } from "./settings";\nlet value = "nonsense";\n[value] = settings;',
    value: "value",
  },
  {
    name: "let, assigned in a try",
    lines:
      'import { load } from "./settings";\nlet value = load();\ntry {\n  value = load();\n} catch {\n  value = load();\n}',
    value: "value",
  },
  {
    name: "let, given up to a catch",
    lines:
      'import { load, other } from "./settings";\nlet value = "nonsense";\ntry {\n  load();\n  value = load();\n} catch {\n  value = other;\n}',
    value: "value",
  },
  {
    name: "let, assigned in a loop if",
    lines:
      'import { values } from "./settings";\nlet value = "nonsense";\nfor (const each of values) {\n  if (each.ok) value = each;\n}',
    value: "value",
  },
  {
    name: "let, assigned in a loop unless skipped",
    lines:
      'import { values } from "./settings";\nlet value = "nonsense";\nfor (const each of values) {\n  if (!each.ok) continue;\n  value = each;\n}',
    value: "value",
  },
  {
    name: "let, assigned on the second turn of a loop",
    lines:
      'import { values } from "./settings";\nlet isFirst = true;\nlet value = "nonsense";\nfor (const each of values) {\n  if (isFirst) isFirst = false;\n  else value = each;\n}',
    value: "value",
  },
  {
    name: "let, assigned behind a throw in a loop",
    lines:
      'import { values } from "./settings";\nlet value = "nonsense";\nfor (const each of values) {\n  if (!each.ok) throw new Error("not ok");\n  value = each;\n}',
    value: "value",
  },
  {
    name: "let, assigned behind a case that throws",
    lines:
      'import { stage, a } from "./settings";\nlet value = "nonsense";\nswitch (stage) {\n  case "test":\n    throw new Error("not here");\n  default:\n    value = a;\n}',
    value: "value",
  },
  {
    name: "let, assigned by a callback if",
    lines:
      'import { values } from "./settings";\nlet value = "nonsense";\nvalues.forEach((each) => {\n  if (each.ok) value = each;\n});',
    value: "value",
  },
  {
    name: "let, assigned by a method that unknown code gets",
    lines:
      'import { run } from "./settings";\nlet value = "nonsense";\nrun({\n  onLoad(loaded) {\n    value = loaded;\n  },\n});',
    value: "value",
  },
  {
    name: "let, assigned as the variable of a loop",
    lines:
      'import { values } from "./settings";\nlet value = "nonsense";\nfor (value of values) {\n  // The last one counts.\n}',
    value: "value",
  },
  {
    name: "let, assigned by an async function",
    lines:
      'import { load } from "./settings";\nlet value = "nonsense";\nasync function init() {\n  value = await load();\n}\nawait init();',
    value: "value",
  },
  {
    name: "let, assigned by an async function expression",
    lines:
      'import { load } from "./settings";\nlet value = "nonsense";\nawait (async () => {\n  value = await load();\n})();',
    value: "value",
  },
  {
    name: "let, assigned by a recursive function",
    lines:
      'import { a } from "./settings";\nlet value = "nonsense";\nfunction init(count) {\n  if (count > 0) init(count - 1);\n  value = a;\n}\ninit(2);',
    value: "value",
  },
  {
    name: "let, assigned by a constructor",
    lines:
      'import { a } from "./settings";\nlet value = "nonsense";\nclass Init {\n  constructor() {\n    value = a;\n  }\n}\nnew Init();',
    value: "value",
  },
  {
    name: "var, declared again in a block",
    lines: 'import { a } from "./settings";\nvar value = "nonsense";\n{\n  var value = a;\n}',
    value: "value",
  },
  {
    name: "let, counted up",
    lines: 'import { a } from "./settings";\nconst values = ["nonsense", a];\nlet index = 0;\nindex++;',
    value: "values[index]",
  },
  {
    name: "element of a list that was changed",
    lines: 'import { a } from "./settings";\nconst values = ["nonsense"];\nvalues[0] = a;',
    value: "values[0]",
  },
  {
    name: "element of a list that was shifted",
    lines: 'import { a } from "./settings";\nconst values = ["nonsense", a];\nvalues.shift();',
    value: "values[0]",
  },
  {
    name: "element of a list that was reversed",
    lines: 'import { a } from "./settings";\nconst values = ["nonsense", a];\nvalues.reverse();',
    value: "values[0]",
  },
  { name: "let with ||=", lines: 'import { a, b } from "./settings";\nlet value = a;\nvalue ||= b;', value: "value" },
  { name: "let with ??=", lines: 'import { a, b } from "./settings";\nlet value = a;\nvalue ??= b;', value: "value" },
  { name: "let with +=", lines: 'import { a, b } from "./settings";\nlet value = a;\nvalue += b;', value: "value" },
  {
    name: "member set by a computed name",
    lines:
      'import { name, value } from "./settings";\nconst settings = { value: "nonsense" };\nsettings[name] = value;',
    value: "settings.value",
  },
  {
    name: "member set in a loop",
    lines:
      'import { values } from "./settings";\nconst settings = { value: "nonsense" };\nfor (const each of values) settings.value = each;',
    value: "settings.value",
  },
  {
    name: "object that unknown code got",
    lines: 'import { complete } from "./settings";\nconst settings = { value: "nonsense" };\ncomplete(settings);',
    value: "settings.value",
  },
  {
    name: "object that Object.assign changed",
    lines:
      'import { other } from "./settings";\nconst settings = { value: "nonsense" };\nObject.assign(settings, other);',
    value: "settings.value",
  },
  {
    name: "object with a defined property",
    lines: 'const settings = {};\nObject.defineProperty(settings, "value", { value: "nonsense", enumerable: true });',
    value: "settings.value",
  },
  {
    name: "object with an unknown spread",
    lines: 'import { other } from "./settings";\nconst settings = { value: "nonsense", ...other };',
    value: "settings.value",
  },
  {
    name: "object with an unknown key",
    lines: 'import { name } from "./settings";\nconst settings = { value: "nonsense", [name]: 1 };',
    value: "settings.value",
  },
  {
    name: "proxy",
    lines: 'const settings = new Proxy({ value: "nonsense" }, { get: () => "other" });',
    value: "settings.value",
  },

  // ── Computed from something unknown ───────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "reduce over an import",
    lines: 'import { values } from "./settings";',
    value: 'values.reduce((all, each) => [...all, { type: "customJwt", issuer: each }], [])',
  },
  {
    name: "flatMap over an import",
    lines: 'import { values } from "./settings";',
    value: 'values.flatMap((each) => (each.ok ? [{ type: "customJwt", issuer: each.issuer }] : []))',
  },
  {
    name: "map over an import",
    lines: 'import { values } from "./settings";',
    value: "values.map((each) => ({ domain: each, applicationID: each }))",
  },
  {
    name: "found in an import",
    lines: 'import { values } from "./settings";',
    value: "values.find((each) => each.ok)",
  },
  { name: "Object.fromEntries", lines: 'import { entries } from "./settings";', value: "Object.fromEntries(entries)" },
  { name: "Object.values", lines: 'import { settings } from "./settings";', value: "Object.values(settings)" },
  { name: "Array.from", lines: 'import { values } from "./settings";', value: "Array.from(values)" },
  { name: "JSON.parse", lines: 'import { text } from "./settings";', value: "JSON.parse(text)" },
  { name: "JSON.parse of an environment variable", value: "JSON.parse(process.env.SETTINGS)" },
  { name: "regular expression", lines: 'import { text } from "./settings";', value: "/x/.exec(text)?.[0]" },
  { name: "tagged template", lines: 'import { tag } from "./settings";', value: "tag`nonsense`" },

  // ── Text ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "new URL(…).toString()",
    lines: 'import { base } from "./settings";',
    value: 'new URL("/sso", base).toString()',
  },
  { name: "replace with a text", lines: 'import { value } from "./settings";', value: 'value.replace("a", "b")' },
  { name: "atob", value: 'atob("bm9uc2Vuc2U=")' },
  {
    name: "String(…)",
    lines: 'import { value } from "./settings";',
    value: "String(value)",
    is: "text",
    isPresent: true,
  },
  {
    name: "template with one import",
    lines: 'import { value } from "./settings";',
    value: "`${value}`",
    is: "text",
    isPresent: true,
  },
  {
    name: "template with two imports",
    lines: 'import { a, b } from "./settings";',
    value: "`${a}${b}`",
    is: "text",
    isPresent: true,
  },
  { name: "sum of two imports", lines: 'import { a, b } from "./settings";', value: "a + b" },
  {
    name: "sum with an empty text",
    lines: 'import { a } from "./settings";',
    value: 'a + ""',
    is: "text",
    isPresent: true,
  },
  { name: "upper case of an import", lines: 'import { value } from "./settings";', value: "value.toUpperCase()" },
  { name: "trim of an import", lines: 'import { value } from "./settings";', value: "value.trim()" },

  // ── From the environment alone ────────────────────────────────────────────────────────────────────────────────────────────────────
  { name: "environment variable", value: "process.env.SOME_VALUE", is: "text", isPresent: true },
  { name: "environment variable, asserted", value: "process.env.SOME_VALUE!", is: "text", isPresent: true },
  { name: "environment variable by a computed name", value: 'process.env["SOME_VALUE"]', is: "text", isPresent: true },
  {
    name: "environment variable by an unknown name",
    lines: 'import { name } from "./settings";',
    value: "process.env[name]",
  },
  {
    name: "variable of the generated env",
    lines: 'import { env } from "./_generated/server";',
    value: "env.SOME_VALUE",
    is: "text",
    isPresent: true,
  },
  {
    name: "destructured environment variable",
    lines: "const { SOME_VALUE: value } = process.env;",
    value: "value",
    is: "text",
    isPresent: true,
  },
  { name: "environment variable, trimmed", value: "process.env.SOME_VALUE?.trim()", is: "text", isPresent: true },
  {
    name: "imported reader that throws",
    lines: 'import { requireEnv } from "./env";',
    value: 'requireEnv("SOME_VALUE")',
    is: "text",
    isPresent: true,
  },
  {
    name: "imported reader that may not throw",
    lines: 'import { optionalEnv } from "./env";',
    value: 'optionalEnv("SOME_VALUE")',
    is: "text",
  },
  {
    name: "local reader that swallows the throw",
    lines:
      "function optional(name) {\n  try {\n    return process.env[name];\n  } catch {\n    return undefined;\n  }\n}",
    value: 'optional("SOME_VALUE")',
    is: "text",
    // Without the variable, the name is `undefined`.
    known: { "the name of a member, before the others": ["require-shared-issuer-application-id"] },
  },
];
