import { describe, expect, it } from "vitest";
import { contradiction } from "./executed.js";
import { issuersOfVariants, read, readOne, readProvider, shown, valueOf, withIssuer } from "./read.js";

interface Row {
  readonly form: string;
  readonly before?: string;
  readonly expression: string;
  /** The value on each way through the file, or on the only one. */
  readonly is: string | readonly string[];
}

/** Modules that do what the names say that they export. */
const modules = {
  "./_generated/server": "export const env = process.env;",
  "./../src/env.mjs": "export const env = process.env;",
  "./../env": "export default process.env; export const ISSUER = process.env.ISSUER;",
  "./node:process": "export default process; export const env = process.env;",
  "./process": "export const env = process.env;",
  "./../config": "export const config = {};",
  "./name": 'export const name = "ISSUER";',
  "./read": 'export const read = (name) => name + "!";',
  "./issuer": "export const issuer = undefined;",
  "./env": `
    const need = (name) => process.env[name];
    export { need as requireEnv, need as mustGetEnv, need as ensureEnvVar, need as needEnv, need as getEnvOrThrow };
    export default need;
    export const getEnv = (name) => { try { return process.env[name]; } catch { return "https://default.example"; } };
    export const optionalEnv = (name) => { try { return process.env[name]; } catch { return undefined; } };
    export const name = "ISSUER";`,
};

const variables = ["AUTH_ISSUER", "CONVEX_ISSUER", "FLAG", "HOST", "ID", "ISSUER", "OTHER", "issuer"];
// In the world that files are judged in, the client ID is always set.
const leastSet = { WORKOS_CLIENT_ID: "client_01234567890123456789012345" };
const allSet = { ...leastSet, ...Object.fromEntries(variables.map((name) => [name, `value of ${name}`])) };

function everyRow(rows: readonly Row[]): void {
  it.each(rows)("$form", ({ expression, before, is }) => {
    const text = withIssuer(expression, before);
    expect(issuersOfVariants(text)).toEqual([is].flat().map((issuer) => [issuer]));
    for (const environment of [leastSet, allSet]) expect(contradiction(text, { environment, modules })).toBeNull();
  });
}

describe("a variable is read", () => {
  everyRow([
    { form: "by its name", expression: "process.env.ISSUER", is: "${ISSUER}" },
    { form: "by a quoted name", expression: 'process.env["ISSUER"]', is: "${ISSUER}" },
    { form: "by a name in a template", expression: "process.env[`ISSUER`]", is: "${ISSUER}" },
    { form: "by a constant name", before: 'const name = "ISSUER";', expression: "process.env[name]", is: "${ISSUER}" },
    {
      form: "by a computed name",
      before: 'const prefix = "AUTH_";',
      expression: "process.env[prefix + 'ISSUER']",
      is: "${AUTH_ISSUER}",
    },
    { form: "by an optional access", expression: "process?.env?.ISSUER", is: "${ISSUER}" },
    { form: "with a quoted env", expression: 'process["env"].ISSUER', is: "${ISSUER}" },
    { form: "with types around", expression: "(process.env as Record<string, string>).ISSUER!", is: "${ISSUER}" },
    { form: "through globalThis", expression: "globalThis.process.env.ISSUER", is: "${ISSUER}" },
    { form: "through a constant", before: "const issuer = process.env.ISSUER;", expression: "issuer", is: "${ISSUER}" },
    {
      form: "through a constant that holds process.env",
      before: "const env = process.env;",
      expression: "env.ISSUER",
      is: "${ISSUER}",
    },
    { form: "by destructuring", before: "const { ISSUER } = process.env;", expression: "ISSUER", is: "${ISSUER}" },
    {
      form: "by destructuring under another name",
      before: "const { ISSUER: issuer } = process.env;",
      expression: "issuer",
      is: "${ISSUER}",
    },
    {
      form: "by destructuring with a default that is never used",
      before: 'const { ISSUER = "https://a.example" } = process.env;',
      expression: "ISSUER",
      is: "${ISSUER}",
    },
    { form: "by destructuring process", before: "const { env } = process;", expression: "env.ISSUER", is: "${ISSUER}" },
    {
      form: "by nested destructuring",
      before: "const { env: { ISSUER } } = process;",
      expression: "ISSUER",
      is: "${ISSUER}",
    },
    {
      form: "from the generated env",
      before: 'import { env } from "./_generated/server";',
      expression: "env.ISSUER",
      is: "${ISSUER}",
    },
    {
      form: "from any imported object named env",
      before: 'import { env } from "../src/env.mjs";',
      expression: "env.ISSUER",
      is: "${ISSUER}",
    },
    {
      form: "from an imported env under another name",
      before: 'import { env as convexEnv } from "./_generated/server";',
      expression: "convexEnv.ISSUER",
      is: "${ISSUER}",
    },
    {
      form: "from a default import named env",
      before: 'import env from "../env";',
      expression: "env.ISSUER",
      is: "${ISSUER}",
    },
    {
      form: "from a namespace named env",
      before: 'import * as env from "../env";',
      expression: "env.ISSUER",
      is: "${ISSUER}",
    },
    {
      form: "from the module node:process",
      before: 'import process from "node:process";',
      expression: "process.env.ISSUER",
      is: "${ISSUER}",
    },
    {
      form: "from the module process",
      before: 'import * as nodeProcess from "process";',
      expression: "nodeProcess.env.ISSUER",
      is: "${ISSUER}",
    },
    { form: "with ! behind", expression: "process.env.ISSUER!", is: "${ISSUER}" },
    { form: "in lower case", expression: "process.env.issuer", is: "${issuer}" },
    { form: "in lower case, of globalThis", expression: "globalThis.process.env.issuer", is: "${issuer}" },
    {
      form: "in lower case, of the module process",
      before: 'import { env } from "node:process";',
      expression: "env.issuer",
      is: "${issuer}",
    },
    {
      form: "with spaces around it that are trimmed",
      expression: "`${process.env.ISSUER} `.trimEnd()",
      is: "${ISSUER}",
    },
    {
      form: "as a part of a text",
      expression: "`https://${process.env.HOST}/${process.env.ID}`",
      is: "https://${HOST}/${ID}",
    },
  ]);
});

describe("a variable is not read", () => {
  everyRow([
    {
      form: "from an imported object of another name",
      before: 'import { config } from "../config";',
      expression: "config.ISSUER",
      is: "<unknown>",
    },
    {
      form: "in lower case, from an imported object named env",
      before: 'import { env } from "../src/env.mjs";',
      expression: "env.issuer",
      is: "<unknown>",
    },
    {
      form: "by an unknown name",
      before: 'import { name } from "./name";',
      expression: "process.env[name]",
      is: "<unknown>",
    },
    { form: "from another member of process", expression: "process.argv[2]", is: "<unknown>" },
    { form: "from another member of globalThis", expression: "globalThis.env.ISSUER", is: "<unknown>" },
    {
      form: "from a local process",
      before: 'const process = { env: { ISSUER: "https://a.example" } };',
      expression: "process.env.ISSUER",
      is: "https://a.example",
    },
    { form: "from a global env that nobody imports", expression: "env.ISSUER", is: "<unknown>" },
  ]);

  it("where esbuild puts a constant", () => {
    expect(valueOf("process.env.NODE_ENV")).toBe("production");
    expect(valueOf('process.env["NODE_ENV"]')).toBe("production");
    expect(readOne(withIssuer("process.env.NODE_ENV")).effects).toEqual([]);
  });
});

describe("local helpers", () => {
  everyRow([
    {
      form: "an arrow function",
      before: "const read = (name: string) => process.env[name];",
      expression: 'read("ISSUER")',
      is: "${ISSUER}",
    },
    {
      form: "a function that throws for a missing variable",
      before:
        "function requireEnv(name: string) { const value = process.env[name]; if (!value) throw new Error(name); return value; }",
      expression: 'requireEnv("ISSUER")',
      is: "${ISSUER}",
    },
    {
      form: "a function that compares with undefined",
      before:
        "function requireEnv(name: string) { const value = process.env[name]; if (value === undefined) throw new Error(name); return value; }",
      expression: 'requireEnv("ISSUER")',
      is: "${ISSUER}",
    },
    {
      form: "a function that compares with nothing, loosely",
      before:
        "function requireEnv(name: string) { const value = process.env[name]; if (value == null) { throw new Error(name); } return value; }",
      expression: 'requireEnv("ISSUER")',
      is: "${ISSUER}",
    },
    {
      form: "a function that refuses the empty text",
      before:
        'function requireEnv(name: string) { const value = process.env[name]; if (value === "") throw new Error(name); return value; }',
      expression: 'requireEnv("ISSUER")',
      is: "${ISSUER}",
    },
    {
      form: "a function that trims",
      before: "const read = (name: string) => process.env[name]?.trim();",
      expression: 'read("ISSUER")',
      is: "${ISSUER}",
    },
    {
      form: "a function of a function",
      before: 'const read = (name: string) => process.env[name]; const auth = (name: string) => read("AUTH_" + name);',
      expression: 'auth("ISSUER")',
      is: "${AUTH_ISSUER}",
    },
    {
      form: "a function that is declared below",
      expression: 'read("ISSUER")',
      before: 'const unused = read("OTHER"); function read(name: string) { return process.env[name]; }',
      is: "${ISSUER}",
    },
    {
      form: "a function with a fallback that never runs",
      before: "const read = (name: string, fallback: string) => process.env[name] ?? fallback;",
      expression: 'read("ISSUER", "https://a.example")',
      is: "${ISSUER}",
    },
    {
      form: "a function whose catch throws again",
      before: "function read(name: string) { try { return process.env[name]; } catch { throw new Error(name); } }",
      expression: 'read("ISSUER")',
      is: "${ISSUER}",
    },
  ]);
});

describe("helpers that may swallow the error for an unset variable", () => {
  const optionalEnv =
    "function optionalEnv(name: string) { try { return process.env[name]; } catch { return undefined; } }";

  everyRow([
    {
      form: "the variable may be missing",
      before: optionalEnv,
      expression: 'optionalEnv("ISSUER")',
      is: ["${ISSUER}", "<undefined>"],
    },
    {
      form: "a catch without a return",
      before: "function optionalEnv(name: string) { try { return process.env[name]; } catch {} }",
      expression: 'optionalEnv("ISSUER")',
      is: ["${ISSUER}", "<undefined>"],
    },
    {
      form: "?? takes its right side where it is",
      before: optionalEnv,
      expression: 'optionalEnv("ISSUER") ?? "https://a.example"',
      is: ["${ISSUER}", "https://a.example"],
    },
    {
      form: "|| takes its right side where it is",
      before: optionalEnv,
      expression: 'optionalEnv("ISSUER") || "https://a.example"',
      is: ["${ISSUER}", "https://a.example"],
    },
    {
      form: "a try around the whole",
      before: "let issuer; try { issuer = process.env.ISSUER; } catch {}",
      expression: "issuer",
      is: ["${ISSUER}", "<undefined>"],
    },
    {
      form: "?? behind a try around the whole",
      before: "let issuer; try { issuer = process.env.ISSUER; } catch {}",
      expression: 'issuer ?? "https://a.example"',
      is: ["${ISSUER}", "https://a.example"],
    },
    {
      form: "typeof tells",
      before: optionalEnv,
      expression: 'typeof optionalEnv("ISSUER")',
      is: ["string", "undefined"],
    },
    {
      form: "outside the try another variable is certain",
      before: "try { process.env.OTHER; } catch {}",
      expression: "process.env.ISSUER",
      is: ["${ISSUER}", "${ISSUER}"],
    },
    {
      form: "outside the try the same variable throws where it is missing",
      before: "try { process.env.ISSUER; } catch {}",
      expression: "process.env.ISSUER",
      is: "${ISSUER}",
    },
    {
      form: "a client ID is taken to be set",
      before: "let id; try { id = process.env.WORKOS_CLIENT_ID; } catch {}",
      expression: "id",
      is: "${WORKOS_CLIENT_ID}",
    },
    {
      form: "a helper that calls a swallowing one",
      before: `${optionalEnv} const read = (name: string) => optionalEnv(name);`,
      expression: 'read("ISSUER")',
      is: ["${ISSUER}", "<undefined>"],
    },
    {
      form: "a finally alone swallows nothing",
      before: "let issuer; try { issuer = process.env.ISSUER; } finally { issuer += '/'; }",
      expression: "issuer",
      is: "${ISSUER}/",
    },
  ]);
});

describe("imported helpers", () => {
  everyRow([
    {
      form: "requireEnv",
      before: 'import { requireEnv } from "./env";',
      expression: 'requireEnv("ISSUER")',
      is: "${ISSUER}",
    },
    {
      form: "mustGetEnv",
      before: 'import { mustGetEnv } from "./env";',
      expression: 'mustGetEnv("ISSUER")',
      is: "${ISSUER}",
    },
    { form: "assertEnv", before: 'import assertEnv from "./env";', expression: 'assertEnv("ISSUER")', is: "${ISSUER}" },
    {
      form: "ensureEnvVar",
      before: 'import { ensureEnvVar } from "./env";',
      expression: 'ensureEnvVar("ISSUER")',
      is: "${ISSUER}",
    },
    { form: "needEnv", before: 'import { needEnv } from "./env";', expression: 'needEnv("ISSUER")', is: "${ISSUER}" },
    {
      form: "getEnvOrThrow",
      before: 'import { getEnvOrThrow } from "./env";',
      expression: 'getEnvOrThrow("ISSUER")',
      is: "${ISSUER}",
    },
    {
      form: "a constant name",
      before: 'import { requireEnv } from "./env"; const name = "ISSUER";',
      expression: "requireEnv(name)",
      is: "${ISSUER}",
    },
    { form: "one that nobody declares", expression: 'requireEnv("ISSUER")', is: "${ISSUER}" },
    {
      form: "getEnv may return something else",
      before: 'import { getEnv } from "./env";',
      expression: 'getEnv("ISSUER")',
      is: ["${ISSUER}", "<unknown>"],
    },
    {
      form: "so may optionalEnv",
      before: 'import { optionalEnv } from "./env";',
      expression: 'optionalEnv("ISSUER")',
      is: ["${ISSUER}", "<unknown>"],
    },
    {
      form: "?? behind getEnv",
      before: 'import { getEnv } from "./env";',
      expression: 'getEnv("ISSUER") ?? "https://a.example"',
      is: ["${ISSUER}", "<unknown>"],
    },
    {
      form: "?? behind requireEnv",
      before: 'import { requireEnv } from "./env";',
      expression: 'requireEnv("ISSUER") ?? "https://a.example"',
      is: "${ISSUER}",
    },
    {
      form: "requireEnv in a try",
      before: 'import { requireEnv } from "./env"; let issuer; try { issuer = requireEnv("ISSUER"); } catch {}',
      expression: "issuer",
      is: ["${ISSUER}", "<undefined>"],
    },
    {
      form: "a name that does not look like one",
      before: 'import { requireEnv } from "./env";',
      expression: 'requireEnv("issuer")',
      is: "<unknown>",
    },
    {
      form: "two arguments",
      before: 'import { requireEnv } from "./env";',
      expression: 'requireEnv("ISSUER", "https://a.example")',
      is: "<unknown>",
    },
    { form: "no argument", before: 'import { requireEnv } from "./env";', expression: "requireEnv()", is: "<unknown>" },
    {
      form: "an unknown argument",
      before: 'import { requireEnv, name } from "./env";',
      expression: "requireEnv(name)",
      is: "<unknown>",
    },
    {
      form: "a function of another name",
      before: 'import { read } from "./read";',
      expression: 'read("ISSUER")',
      is: "<unknown>",
    },
    {
      form: "a local function keeps its own meaning",
      before: 'const requireEnv = (name: string) => "https://a.example/" + name;',
      expression: 'requireEnv("ISSUER")',
      is: "https://a.example/ISSUER",
    },
  ]);
});

describe("?? and ||", () => {
  everyRow([
    { form: "?? behind a variable", expression: 'process.env.ISSUER ?? "https://a.example"', is: "${ISSUER}" },
    { form: "|| behind a variable", expression: 'process.env.ISSUER || "https://a.example"', is: "${ISSUER}" },
    { form: "?? behind a trimmed variable", expression: 'process.env.ISSUER?.trim() ?? ""', is: "${ISSUER}" },
    { form: "two variables", expression: "process.env.CONVEX_ISSUER ?? process.env.ISSUER", is: "${CONVEX_ISSUER}" },
    {
      form: "behind a constant that holds a variable",
      before: "const issuer = process.env.ISSUER;",
      expression: 'issuer || "https://a.example"',
      is: "${ISSUER}",
    },
    {
      form: "behind an imported env",
      before: 'import { env } from "./_generated/server";',
      expression: 'env.ISSUER ?? "https://a.example"',
      is: "${ISSUER}",
    },
    { form: "?? behind undefined", expression: 'undefined ?? "https://a.example"', is: "https://a.example" },
    { form: "?? behind null", expression: 'null ?? "https://a.example"', is: "https://a.example" },
    { form: "?? behind a text", expression: '"https://a.example" ?? process.env.ISSUER', is: "https://a.example" },
    { form: "?? behind the empty text", expression: '"" ?? "https://a.example"', is: "" },
    { form: "|| behind the empty text", expression: '"" || "https://a.example"', is: "https://a.example" },
    { form: "|| behind a text", expression: '"https://a.example" || "https://b.example"', is: "https://a.example" },
    {
      form: "|| behind a text that holds a variable",
      expression: '`https://${process.env.HOST}` || "https://b.example"',
      is: "https://${HOST}",
    },
    {
      form: "?? behind something unknown",
      before: 'import { issuer } from "./issuer";',
      expression: 'issuer ?? "https://a.example"',
      is: "<unknown>",
    },
    {
      form: "|| behind something unknown",
      before: 'import { issuer } from "./issuer";',
      expression: 'issuer || "https://a.example"',
      is: "<unknown>",
    },
    { form: "&& behind a variable", expression: 'process.env.FLAG && "https://a.example"', is: "https://a.example" },
    { form: "&& behind a falsy constant", expression: '"" && "https://a.example"', is: "" },
    {
      form: "a variable is never the empty text",
      expression: 'process.env.ISSUER === "" ? "https://a.example" : "https://b.example"',
      is: "https://b.example",
    },
    {
      form: "nor undefined",
      expression: 'process.env.ISSUER !== undefined ? "https://a.example" : "https://b.example"',
      is: "https://a.example",
    },
    {
      form: "Boolean() of a variable is true",
      expression: 'Boolean(process.env.ISSUER) ? "https://a.example" : "https://b.example"',
      is: "https://a.example",
    },
    {
      form: "!! of a variable is true",
      expression: '!!process.env.ISSUER ? "https://a.example" : "https://b.example"',
      is: "https://a.example",
    },
    {
      form: "typeof a variable is string",
      expression: 'typeof process.env.ISSUER === "string" ? "https://a.example" : "https://b.example"',
      is: "https://a.example",
    },
  ]);
});

describe("what is noted of a read", () => {
  it("is its name and every way to write it, nearest first", () => {
    const text = withIssuer("issuer.trim()", "const issuer = process.env.ISSUER;");
    const [part] = readProvider(text).issuer?.text.parts ?? [];
    if (part?.kind !== "env") throw new Error("no variable");
    expect(part.name).toBe("ISSUER");
    expect(part.spellings.map(({ node }) => text.slice(...node.range))).toEqual([
      "issuer.trim()",
      "issuer",
      "process.env.ISSUER",
    ]);
  });

  it("is an effect for each read, also of those that end nowhere", () => {
    const { effects } = readOne(
      'const a = process.env.A; process.env.B; const { C } = process.env; export default { providers: [], b: requireEnv("D") };',
    );
    expect(effects.map((effect) => (effect.kind === "env-read" ? effect.name : effect.kind))).toEqual([
      "A",
      "B",
      "C",
      "D",
    ]);
  });

  it("is where the name stands", () => {
    const text =
      'const name = "A"; process.env[name]; process.env.B; process.env["C"]; export default { providers: [] };';
    const names = readOne(text).effects.map((effect) =>
      effect.kind === "env-read" ? text.slice(...effect.nameNode.range) : null,
    );
    expect(names).toEqual(['"A"', "B", '"C"']);
  });

  it("is the fallback that never runs, but not what that would have read", () => {
    const { effects } = readOne(withIssuer('process.env.A ?? (process.env.B || "https://a.example")'));
    expect(effects.map(({ kind }) => kind)).toEqual(["env-read", "env-fallback"]);
    const [, fallback] = effects;
    if (fallback?.kind !== "env-fallback") throw new Error("no fallback");
    expect(shown(fallback.fallback ?? undefined)).toBe("${B}");
  });

  it("is a fallback of which nothing is known if it would have to be run", () => {
    const text = withIssuer("process.env.A ?? list.pop()", 'const list = ["a"];');
    const [, fallback] = readOne(text).effects;
    if (fallback?.kind !== "env-fallback") throw new Error("no fallback");
    expect(fallback.fallback).toBeNull();
    expect(text.slice(...fallback.node.range)).toBe("process.env.A ?? list.pop()");
  });

  it("is no fallback where the variable may be missing", () => {
    const { variants } = read(
      'let issuer; try { issuer = process.env.ISSUER ?? "x"; } catch {} export default { providers: [] };',
    );
    expect(variants.map(({ effects }) => effects.map(({ kind }) => kind))).toEqual([["env-read"], ["env-read"]]);
  });
});
