import { parse } from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import { Interpreter } from "../../src/auth-config/interpreter.js";
import { issuersOf, read, readOne, valueOf, withIssuer } from "./read.js";

describe("things that refer to themselves", () => {
  it.each([
    { form: "a constant in its own value", text: "const a = a; export default { providers: [{ issuer: a }] };" },
    {
      form: "two constants in each other's value",
      text: "const a = b; const b = a; export default { providers: [{ issuer: a }] };",
    },
    { form: "an object in itself", text: "const a = { issuer: 'x' }; a.self = a; export default { providers: [a] };" },
    {
      form: "a config in its own list",
      text: "const config = { providers: [] }; config.providers.push(config); export default config;",
    },
    { form: "a list in itself", text: "const list = []; list.push(list); export default { providers: list };" },
    {
      form: "a list in itself, handed to unknown code",
      text: 'import { f } from "./f"; const list = []; list.push(list); f(list); export default { providers: list };',
    },
    {
      form: "an object in itself, handed to unknown code",
      text: 'import { f } from "./f"; const a = {}; a.self = a; f(a); export default { providers: [a] };',
    },
    {
      form: "a list in itself, in something unknown",
      text: 'import { f } from "./f"; const list = []; list.push(list); export default { providers: f(list) };',
    },
    {
      form: "an object in its own list, in something unknown",
      text: 'import { f } from "./f"; const p = { issuer: "x" }; p.list = [p]; export default { providers: [...f(p)] };',
    },
    { form: "a function that calls itself", text: "const f = () => f(); export default f();" },
    {
      form: "a function that calls itself with a function",
      text: "const f = (g) => f(() => g()); export default f(() => 1);",
    },
    {
      form: "a function that is its own callback",
      text: 'import { f } from "./f"; const g = () => f(g); export default { providers: g() };',
    },
    {
      form: "a function that calls itself twice",
      text: "const f = (n) => [f(n - 1), f(n - 2)]; export default { providers: f(30) };",
    },
    {
      form: "a spread of itself",
      text: "let a = { issuer: 'x' }; a = { ...a, ...a }; export default { providers: [a] };",
    },
    { form: "a default parameter that calls its function", text: "const f = (x = f()) => x; export default f();" },
  ])("are read to an end: $form", ({ text }) => {
    expect(read(text).variants.length).toBeGreaterThan(0);
  });

  it("a list that is pushed onto itself holds its elements twice", () => {
    expect(
      readOne(
        'const list = [{ issuer: "a" }, 5]; list.push(...list); export default { providers: list };',
      ).list?.elements.map(({ kind }) => kind),
    ).toEqual(["object", "constant", "object", "constant"]);
  });

  it("a list that is concatenated with itself holds its elements twice", () => {
    expect(
      readOne("let list = [1]; list = list.concat(list); export default { providers: list };").list?.elements,
    ).toHaveLength(2);
  });
});

describe("deep text", () => {
  it("is unknown beyond what anybody writes", () => {
    expect(valueOf(`${"(".repeat(400)}"a"${")".repeat(400)}`)).toBe("a");
    expect(valueOf(`${"!".repeat(300)}true`)).toBe("<unknown>");
    expect(valueOf(Array.from({ length: 300 }, () => '"a"').join(" + "))).toContain("${?}");
  });

  it("in conditionals, blocks and ifs is read to an end", () => {
    const conditionals = `${'"a" ? '.repeat(300)}"b"${' : "c"'.repeat(300)}`;
    const blocks = `let issuer = "a"; ${"{".repeat(300)}issuer = "b";${"}".repeat(300)}`;
    const ifs = `let issuer = "a"; ${"if (true) ".repeat(300)}issuer = "b";`;
    const tries = `let issuer = "a"; ${"try { ".repeat(300)}issuer = "b";${" } catch {}".repeat(300)}`;
    expect(read(withIssuer(conditionals)).variants.length).toBeGreaterThan(0);
    for (const before of [blocks, ifs, tries])
      expect(read(withIssuer("issuer", before)).variants.length).toBeGreaterThan(0);
  });

  it("in calls is unknown", () => {
    const functions = Array.from(
      { length: 400 },
      (_, index) => `const f${String(index)} = () => f${String(index + 1)}();`,
    ).join("\n");
    expect(valueOf("f0()", `${functions} const f400 = () => "a";`)).toBe("<unknown>");
  });
});

describe("files that are too much to read", () => {
  it("have no variants", () => {
    const doubling = Array.from(
      { length: 40 },
      (_, index) => `const f${String(index)} = () => { f${String(index + 1)}(); f${String(index + 1)}(); };`,
    ).join("\n");
    expect(read(`${doubling} const f40 = () => {}; f0(); export default { providers: [] };`).variants).toEqual([]);
  });

  it("have none where a loop is too much, either", () => {
    const doubling = Array.from(
      { length: 40 },
      (_, index) => `const f${String(index)} = () => { f${String(index + 1)}(); f${String(index + 1)}(); };`,
    ).join("\n");
    expect(
      read(`${doubling} const f40 = () => {}; for (const x of [1]) f0(); export default { providers: [] };`).variants,
    ).toEqual([]);
    expect(
      read(
        `import { run } from "./run"; ${doubling} const f40 = () => {}; run(() => f0()); export default { providers: [] };`,
      ).variants,
    ).toEqual([]);
  });

  it("keep the variants that were read before", () => {
    const doubling = Array.from(
      { length: 40 },
      (_, index) => `const f${String(index)} = () => { f${String(index + 1)}(); f${String(index + 1)}(); };`,
    ).join("\n");
    const { variants } = read(
      `import { flag } from "./flag"; ${doubling} const f40 = () => {}; if (!flag) f0(); export default { providers: [{ issuer: "a" }] };`,
    );
    expect(variants.map((variant) => issuersOf(variant))).toEqual([["a"]]);
  });

  it("with long conditions tell them apart by their places", () => {
    const long = `flag(${Array.from({ length: 100 }, (_, index) => `a${String(index)}`).join(", ")})`;
    const { variants } = read(
      `import { flag } from "./flag"; const x = ${long} ? "a" : "b"; const y = ${long} ? "1" : "2"; export default { providers: [{ issuer: x + y }] };`,
    );
    expect(variants).toHaveLength(4);
  });
});

it("an error of whoever answers the conditions is none of the file's", () => {
  const text = 'import { flag } from "./flag"; export default { providers: flag ? [] : [1] };';
  const program = parse(text, { range: true, loc: true, sourceType: "module" });
  const source = {
    program,
    text,
    hasEsmSyntax: true,
    callSites: new Map(),
    reads: new Map(),
    volatileNames: new Set<string>(),
  };
  const decide = (): boolean => {
    throw new RangeError("no answer");
  };
  expect(() => new Interpreter(source, decide, { steps: 1000 }).run()).toThrow("no answer");
});

describe("any program", () => {
  it.each([
    "",
    ";",
    "export {};",
    "export default undefined;",
    "export default { providers };",
    "export default { ...x };",
    "const { } = {}; export default {};",
    "const [] = []; export default {};",
    "label: for (;;) { break label; }",
    "switch (1) {}",
    "if (x) ; else ;",
    "try {} finally {}",
    "debugger;",
    "class A { static { throw 1; } }",
    "abstract class A {}",
    "export abstract class A {}",
    "export class A {}",
    "declare module 'x' { export const y: string; }",
    "declare global { interface X {} }",
    "namespace A.B { export const c = 1; }",
    "declare function f(): void;",
    "declare const x: string, y: string;",
    "import x = require('x');",
    "import type X from 'x';",
    "export import a = b.c;",
    "export as namespace X;",
    "enum A { B }",
    "const enum A { B }",
    "type A = string;",
    "interface A {}",
    "let a = 1, b; [a, b] = [b, a];",
    "({ a: [x.y] } = {});",
    "[...x] = y;",
    "new.target;",
    "function f() { new.target; }",
    "yield_: 1;",
    "async function f() { for await (const x of y) {} }",
    "for (var x in y) ;",
    "for (x.y of z) ;",
    "for (const [a, b] of c) ;",
    "for (const { a } of b) ;",
    "for (let i; ;) break;",
    "with_: {}",
    "a?.b?.[c]?.(d);",
    "a`b${c}d`;",
    "x = y = z;",
    "x ||= y; x &&= z; x **= 2;",
    "delete x; delete x.y; delete x?.y;",
    "void x; typeof x; ~x; +x; -x;",
    "-'a';",
    "-1n;",
    "1n + 1n;",
    "'a' + 1n;",
    "`${Symbol()}`;",
    "(class { #a; b = this.#a; });",
    "super_;",
    "import('x');",
    "import.meta;",
    "x satisfies y;",
    "<T>x;",
    "let x!: string;",
    "export let x;",
    "export const { a, ...b } = c;",
    "export const [d] = e;",
    "function f(this: X, a) {}",
    "function* g() { yield* x; }",
    "(async () => { await x; })();",
    "process;",
    "process.env;",
    "process.env = {};",
    "process.env.X = 'y';",
    "delete process.env.X;",
    "process.env.X++;",
    "process[x];",
    "globalThis[x];",
    "Object.keys();",
    "Object.keys(...process.env);",
    "Object['keys'](process.env);",
    "Boolean();",
    "Boolean(x, y);",
    "String(...x);",
    "requireEnv(...x);",
    "[].push();",
    "[].filter();",
    "[].concat(...x);",
    "[].push(...x, ...y);",
    "''.concat(...x);",
    "''.replace();",
    "''.trim(1);",
    "({}).x();",
    "({ f() {} }).f();",
    "(() => {})(...x);",
    "(function f() { f(); })();",
    "undefined.x;",
    "null.x;",
    "(5).x;",
    "undefined?.x.y;",
    "function undefined_() {}",
    "({ __proto__: x });",
    "({ ['__proto__']: 1 }).x;",
    "({ async f() {}, *g() {}, get h() {}, set i(x) {} });",
    "exports;",
    "module.exports = module;",
    "module = 5; module.exports = 1;",
    "exports = {};",
    "module.exports.x.y = 1;",
    "export = undefined;",
    "delete module.exports;",
    "import 'x'; export = {};",
    "x`\\u`;",
    "import { x, y } from 'x'; if (x) y.z = x;",
    "if (x) [y] = x;",
    "if (x) { y; } else { z(); }",
    "class A { #b = 1; static has(x) { return #b in x && x.#b; } }",
    "using_: 1;",
    "x.#a;",
    "#a in x;",
    "export default class {}",
  ])("is read without a throw: %s", (text) => {
    expect(read(text).variants.length).toBeLessThanOrEqual(64);
  });
});
