import { describe, expect, it } from "vitest";
import { MAX_LIST_LENGTH, MAX_RUNS } from "../../src/auth-config/evaluate/limits.js";
import { unreadPlaces } from "../../src/auth-config/unread.js";
import { readableText } from "../../src/auth-config/values.js";
import { THROWS, executed } from "./executed.js";
import { issuersOf, issuersOfVariants, read, readOne, valueOf, withIssuer } from "./read.js";

describe("a number without end", () => {
  it.each([
    "let n = 3n; for (let i = 0; i < 60; i++) n *= n;",
    "let n = 0n; for (let i = 0; i < 300; i++) n = 1n << 900000000n;",
  ])("is not calculated: %s", (statements) => {
    const start = process.cpuUsage().user;
    expect(valueOf('"a"', statements)).toBe("a");
    expect(process.cpuUsage().user - start).toBeLessThan(1_000_000);
  });
});

describe("a file with many statements", () => {
  it("is read in a time that grows with its length", () => {
    const start = process.cpuUsage().user;
    expect(valueOf('"a"', `{ ${";".repeat(200_000)} }`)).toBe("a");
    expect(process.cpuUsage().user - start).toBeLessThan(8_000_000);
  });
});

describe("things that refer to themselves", () => {
  it.each([
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
    {
      form: "a function that is its own callback",
      text: 'import { f } from "./f"; const g = () => f(g); export default { providers: g() };',
    },
    {
      form: "a spread of itself",
      text: "let a = { issuer: 'x' }; a = { ...a, ...a }; export default { providers: [a] };",
    },
  ])("are read to an end: $form", ({ text }) => {
    const { endings, variants } = read(text);
    expect(endings).toEqual({ threw: [], isExhaustive: true });
    expect(variants).toHaveLength(1);
  });

  it.each([
    { form: "a constant in its own value", text: "const a = a; export default [a];" },
    { form: "two constants in each other's value", text: "const a = b; const b = a; export default [a];" },
  ])("throw: $form", ({ text }) => {
    expect(read(text).endings).toMatchObject({ isExhaustive: true, threw: [{ kind: "threw" }] });
    expect(executed(text)).toBe(THROWS);
  });

  it.each([
    { form: "a function that calls itself", text: "const f = () => f(); export default [f()];" },
    {
      form: "a function that calls itself with a function",
      text: "const f = (g) => f(() => g()); export default [f(() => 1)];",
    },
    {
      form: "a function that calls itself twice",
      text: "const f = (n) => [f(n - 1), f(n - 2)]; export default [f(30)];",
    },
  ])("are not followed to their end: $form", ({ text }) => {
    const config = read(text);
    expect(config.variants).toEqual([]);
    expect(config.endings).toEqual({ threw: [], isExhaustive: false });
    expect(unreadPlaces(config)).toEqual([config.program]);
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

/** Local functions, each of which calls the next one; the last one returns `"a"`. */
function chainOfFunctions(length: number): string {
  const functions = Array.from({ length }, (_, index) => `const f${String(index)} = () => f${String(index + 1)}();`);
  return `${functions.join("\n")} const f${String(length)} = () => "a";`;
}

describe("deep code", () => {
  it.each([
    { form: "parentheses", before: "", expression: `${"(".repeat(400)}"b"${")".repeat(400)}` },
    { form: "operators", before: "", expression: `${"!".repeat(300)}true ? "b" : "a"` },
    { form: "conditionals", before: "", expression: `${'"a" ? '.repeat(300)}"b"${' : "c"'.repeat(300)}` },
    {
      form: "blocks",
      before: `let issuer = "a"; ${"{".repeat(300)}issuer = "b";${"}".repeat(300)}`,
      expression: "issuer",
    },
    { form: "ifs", before: `let issuer = "a"; ${"if (true) ".repeat(300)}issuer = "b";`, expression: "issuer" },
    {
      form: "tries",
      before: `let issuer = "a"; ${"try { ".repeat(300)}issuer = "b";${" } catch {}".repeat(300)}`,
      expression: "issuer",
    },
  ])("is run to its end: $form", ({ before, expression }) => {
    expect(valueOf(expression, before)).toBe("b");
  });

  it("of calls is run to its end, or not at all", () => {
    expect(valueOf("f0()", chainOfFunctions(100))).toBe("a");
    const { endings, variants } = read(withIssuer("f0()", chainOfFunctions(400)));
    expect(variants).toEqual([]);
    expect(endings.isExhaustive).toBe(false);
  });

  it.each([
    { form: "blocks", statement: `${"{".repeat(450)}issuer = "b";${"}".repeat(450)}` },
    { form: "ifs", statement: `${"if (true) ".repeat(450)}issuer = "b";` },
  ])("is not skipped where it is too deep: $form", ({ statement }) => {
    expect(read(withIssuer("issuer", `let issuer = "a"; ${statement}`)).variants).toEqual([]);
  });

  it("of a string is unknown beyond two hundred parts", () => {
    const sum = (parts: number) => Array.from({ length: parts }, () => '"a"').join(" + ");
    expect(valueOf(sum(100))).toBe("a".repeat(100));
    expect(valueOf(sum(300))).toContain("${?}");
  });
});

/** Local functions of which the first one costs more than any file may. */
const costly = `${Array.from(
  { length: 40 },
  (_, index) => `const f${String(index)} = () => { f${String(index + 1)}(); f${String(index + 1)}(); };`,
).join("\n")} const f40 = () => {};`;

describe("files that are too much to read", () => {
  it.each([
    { form: "calls", run: "f0();" },
    { form: "a loop", run: "for (const x of [1]) f0();" },
    { form: "a loop without end", run: "for (;;) {}" },
    { form: "a callback", run: "[1].forEach(() => f0());" },
    { form: "a list that grows while it is iterated", run: "const l = [1]; for (const x of l) l.push(x);" },
  ])("have no variants: $form", ({ run }) => {
    const config = read(`${costly} ${run} export default { providers: [] };`);
    expect(config.variants).toEqual([]);
    expect(config.endings).toEqual({ threw: [], isExhaustive: false });
    expect(unreadPlaces(config)).toEqual([config.program]);
  });

  it("are not those in which only unknown code could run it", () => {
    const { endings, variants } = read(
      `import { run } from "./run"; ${costly} run(() => f0()); export default { providers: [] };`,
    );
    expect(variants).toHaveLength(1);
    expect(endings.isExhaustive).toBe(true);
  });

  it("keep the variants that were read before", () => {
    const { endings, variants } = read(
      `import { flag } from "./flag"; ${costly} if (flag) {} else f0(); export default { providers: [{ issuer: "a" }] };`,
    );
    expect(variants.map((variant) => issuersOf(variant))).toEqual([["a"]]);
    expect(endings.isExhaustive).toBe(false);
  });

  it("hold no list that is longer than anybody writes", () => {
    const doubled = `let list = [1];\n${"list = list.concat(list);\n".repeat(20)}`;
    const { list } = readOne(`${doubled}export default { providers: list };`);
    expect(list?.elements.length ?? 0).toBeLessThanOrEqual(MAX_LIST_LENGTH);
    expect(list?.isComplete ?? false).toBe(false);
  });
});

describe("files that change what the runtime provides", () => {
  it.each(["process.env = {};", "f(Array.prototype);", "f(globalThis);"])("are not followed: %s", (statement) => {
    const config = read(`import { f } from "./f"; ${statement} export default { providers: [{ issuer: "a" }] };`);
    expect(config.variants).toEqual([]);
    expect(config.endings).toEqual({ threw: [], isExhaustive: false });
  });
});

describe("many conditions", () => {
  /** A file with one member for each of several flags. */
  const withFlags = (count: number): string => {
    const names = Array.from({ length: count }, (_, index) => `flag${String(index)}`);
    const members = names.map((name) => `${name}: ${name} ? "yes" : "no"`).join(", ");
    return `import { ${names.join(", ")} } from "./flags"; export default { providers: [{ ${members} }] };`;
  };

  it("are combined as far as the limit allows", () => {
    expect(read(withFlags(6)).variants).toHaveLength(64);
    expect(read(withFlags(6)).endings.isExhaustive).toBe(true);
  });

  it("are seen both ways beyond that, though not in all combinations", () => {
    const { endings, variants } = read(withFlags(12));
    expect(variants.length).toBeLessThanOrEqual(MAX_RUNS);
    expect(endings.isExhaustive).toBe(false);
    const seen = variants.flatMap(({ providers }) =>
      providers.flatMap(({ members }) =>
        members.map(({ name, value }) => `${name} ${value.kind === "text" ? readableText(value) : ""}`),
      ),
    );
    expect(new Set(seen).size).toBe(24);
  });

  it("of long calls are told apart by their arguments", () => {
    const call = (last: string) =>
      `flag(${Array.from({ length: 20 }, (_, index) => `a.b${String(index)}`).join(", ")}, ${last})`;
    const text = (last: string) =>
      `import { a, flag } from "./flag"; const x = ${call("1")} ? "a" : "b"; const y = ${call(last)} ? "1" : "2"; export default { providers: [{ issuer: x + y }] };`;
    expect(issuersOfVariants(text("1")).flat().toSorted()).toEqual(["a1", "b2"]);
    expect(issuersOfVariants(text("2")).flat().toSorted()).toEqual(["a1", "a2", "b1", "b2"]);
  });

  it("are not decided where they are too long to compare", () => {
    const long = `flag(${Array.from({ length: 100 }, (_, index) => `a.b${String(index)}`).join(", ")})`;
    const text = `import { a, flag } from "./flag"; export default { providers: [{ issuer: ${long} ? "a" : "b" }] };`;
    expect(issuersOfVariants(text)).toEqual([["<unknown>"]]);
  });
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
  ])("is run to its end: %s", (text) => {
    const { endings, variants } = read(text);
    expect(variants.length + endings.threw.length).toBeGreaterThan(0);
    expect(endings.isExhaustive).toBe(true);
  });
});
