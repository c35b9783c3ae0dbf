import { parse } from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import { footprintOf } from "../../../src/auth-config/evaluate/footprint.js";
import type { Footprint } from "../../../src/auth-config/evaluate/footprint.js";

/** What statements in a block do. */
function footprint(statements: string): Footprint {
  const [block] = parse(`{ ${statements} }`, { range: true, sourceType: "module" }).body;
  if (block == null) throw new Error("no block");
  return footprintOf(block);
}

const sorted = (names: ReadonlySet<string | null>): readonly (string | null)[] => [...names].toSorted();

describe("the names that code assigns", () => {
  it.each([
    { form: "an assignment", text: "a = 1;", names: ["a"] },
    { form: "an operator", text: "a += 1;", names: ["a"] },
    { form: "++", text: "a++;", names: ["a"] },
    { form: "++ of a member", text: "a.b++;", names: [] },
    { form: "a member", text: "a.b = 1;", names: [] },
    { form: "destructuring", text: "({ a, b: [c], d: e.f, ...g } = y);", names: ["a", "c", "g"] },
    { form: "through a type", text: "(a as any) = 1;", names: ["a"] },
    { form: "the name of a for…of", text: "for (a of xs) {}", names: ["a"] },
    { form: "the name of a for…in", text: "for (a in xs) {}", names: ["a"] },
    { form: "a member of a for…of", text: "for (a.b of xs) {}", names: [] },
    { form: "a new name of a for…of", text: "for (const a of xs) {}", names: [] },
    { form: "a var", text: "{ var a = 1, { b } = c; }", names: ["a", "b"] },
    { form: "a const", text: "const a = 1;", names: [] },
    { form: "the update of a for", text: "for (; ; a = 1) {}", names: ["a"] },
    { form: "a switch", text: "switch (x) { case (a = 1): b = 2; }", names: ["a", "b"] },
    { form: "a try", text: "try { a = 1; } catch { b = 2; } finally { c = 3; }", names: ["a", "b", "c"] },
    { form: "a class", text: "class A { static { a = 1; } b = (c = 2); }", names: ["a", "c"] },
    { form: "a computed name", text: "({ [(a = 1)]: b });", names: ["a"] },
    { form: "a default parameter", text: "(b = (a = 1)) => b;", names: ["a"] },
    { form: "an enum", text: "enum E { A = (a = 1) }", names: ["a"] },
    { form: "a hole in a list", text: "const [, b] = c; a = 1;", names: ["a"] },
    { form: "a type", text: "let b: typeof a;", names: [] },
  ])("in $form", ({ text, names }) => {
    expect(sorted(footprint(text).assigned)).toEqual(names);
    expect(sorted(footprint(text).assignedLater).filter((name) => !names.includes(name ?? ""))).toEqual([]);
  });

  it.each([
    "() => { a = 1; };",
    "function f() { a = 1; }",
    "async function f() { a = 1; }",
    "function* f() { a = 1; }",
    "({ f() { a = 1; } });",
    "({ get f() { a = 1; return 1; } });",
    "class A { f() { a = 1; } }",
    "class A { b = (a = 1); }",
  ])("at whatever time: %s", (text) => {
    expect(sorted(footprint(text).assignedLater)).toEqual(["a"]);
  });

  it("at once, where no function does it", () => {
    expect(footprint("a = 1; () => a;").assignedLater.size).toBe(0);
  });
});

describe("the names that code reads", () => {
  it.each([
    { form: "a name", text: "a;", names: ["a"] },
    { form: "a member", text: "a.b[c];", names: ["a", "c"] },
    { form: "an object", text: "({ a, b: c, [d]: 1 });", names: ["a", "c", "d"] },
    { form: "a label", text: "here: { break here; }", names: [] },
    { form: "a method", text: "class A { f() { return a; } [b]() {} }", names: ["A", "a", "b"] },
    { form: "what a type only names", text: "a as B; let c: D;", names: ["a", "c"] },
    { form: "a type argument", text: "f<A>(b);", names: ["b", "f"] },
  ])("in $form", ({ text, names }) => {
    expect(sorted(footprint(text).names)).toEqual(names);
  });

  it("later are those in functions", () => {
    expect(sorted(footprint("a; () => b;").namesLater)).toEqual(["b"]);
  });
});

describe("the ways in which code may end what is around it", () => {
  it.each([
    { form: "a return", text: "if (x) { return; }", mayReturn: true, leaves: [] },
    { form: "a return of a function in it", text: "() => { return; };", mayReturn: false, leaves: [] },
    { form: "a break", text: "if (x) break;", mayReturn: false, leaves: [null] },
    { form: "a continue in a switch", text: "switch (x) { case 1: continue; }", mayReturn: false, leaves: [null] },
    { form: "a break in its own switch", text: "switch (x) { case 1: break; }", mayReturn: false, leaves: [] },
    { form: "a break in its own loop", text: "while (x) break;", mayReturn: false, leaves: [] },
    { form: "a break out of two loops", text: "while (x) break here;", mayReturn: false, leaves: ["here"] },
    { form: "a break under its own label", text: "here: while (x) break here;", mayReturn: false, leaves: [] },
    { form: "a break of a function in it", text: "() => { while (x) break; };", mayReturn: false, leaves: [] },
  ])("$form", ({ text, mayReturn, leaves }) => {
    const program = parse(`function f() { here: while (y) { ${text} } }`, { range: true, sourceType: "module" });
    const [declaration] = program.body;
    const label = declaration?.type === "FunctionDeclaration" ? declaration.body.body[0] : null;
    const loop = label?.type === "LabeledStatement" ? label.body : null;
    if (loop?.type !== "WhileStatement") throw new Error("no loop");
    const found = footprintOf(loop.body);
    expect(found.mayReturn).toBe(mayReturn);
    expect(sorted(found.leaves)).toEqual(leaves);
  });
});

describe("what makes code count", () => {
  it.each(["f();", "new F();", "a = 1;", "a++;", "delete a.b;", "f`a`;", "import(a);", "throw a;", "(class {});"])(
    "is an effect: %s",
    (text) => {
      expect(footprint(text).hasEffects).toBe(true);
    },
  );

  it.each(["a.b;", "!a;", "`${a}`;", "({ a });", "a ? b : c;"])("is not: %s", (text) => {
    expect(footprint(text).hasEffects).toBe(false);
  });

  it.each([
    { text: "this.a;", usesThis: true, usesEval: false },
    { text: "({ f() { super.f(); } });", usesThis: true, usesEval: false },
    { text: "eval(a);", usesThis: false, usesEval: true },
    { text: "a.eval;", usesThis: false, usesEval: false },
  ])("is `this` and eval: $text", ({ text, usesThis, usesEval }) => {
    expect(footprint(text)).toMatchObject({ usesThis, usesEval });
  });
});
