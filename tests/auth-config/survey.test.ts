import { parse } from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import { childrenOf, unwrap } from "../../src/auth-config/ast.js";
import type { Node } from "../../src/auth-config/ast.js";
import { surveyProgram } from "../../src/auth-config/survey.js";
import type { Survey } from "../../src/auth-config/survey.js";

const survey = (text: string): Survey => surveyProgram(parse(text, { range: true, loc: true, sourceType: "module" }));

describe("the modules that a program names", () => {
  it.each([
    { form: "an import", text: 'import a from "a";', names: ["a"] },
    { form: "an import for its effects", text: 'import "a";', names: ["a"] },
    { form: "a re-export", text: 'export { a } from "a";', names: ["a"] },
    { form: "a star", text: 'export * from "a";', names: ["a"] },
    { form: "import()", text: 'const a = await import("a");', names: ["a"] },
    { form: "import() in a function", text: 'const f = () => { if (x) return import("a"); };', names: ["a"] },
    { form: "import() of what cannot be read", text: "import(name);", names: [] },
    { form: "a type", text: 'let a: import("a").A;', names: ["a"] },
    { form: "import =", text: 'import a = require("a");', names: ["a"] },
    { form: "require", text: 'const a = require("a");', names: ["a"] },
    { form: "require of what cannot be read", text: "require(name);", names: [] },
    { form: "require of a number", text: "require(5);", names: [] },
    { form: "require of nothing", text: "require();", names: [] },
    { form: "another call", text: 'load("a");', names: [] },
    { form: "a method", text: 'x.require("a");', names: [] },
    { form: "an export of its own", text: 'export const a = "b";', names: [] },
    { form: "texts", text: 'const a = "b"; f(`c`);', names: [] },
    { form: "behind a hole in a list", text: 'const [, b] = c; const a = require("a");', names: ["a"] },
  ])("$form", ({ text, names }) => {
    expect([...survey(text).imports]).toEqual(names);
  });
});

describe("the names that are assigned where statements are not run one by one", () => {
  it.each([
    { form: "a for", text: "for (;;) { a = 1; }", names: ["a"] },
    { form: "the update of a for", text: "for (; ; a = 1) {}", names: ["a"] },
    { form: "a for…of", text: "for (const x of xs) { a = 1; }", names: ["a"] },
    { form: "a for…in", text: "for (const x in xs) { a = 1; }", names: ["a"] },
    { form: "the name of a for…of", text: "for (a of xs) {}", names: ["a"] },
    { form: "the name of a for…in", text: "for (a in xs) {}", names: ["a"] },
    { form: "a member of a for…of", text: "for (a.b of xs) {}", names: [] },
    { form: "a while", text: "while (x) { a = 1; }", names: ["a"] },
    { form: "a do", text: "do { a = 1; } while (x);", names: ["a"] },
    { form: "a switch", text: "switch (x) { case 1: a = 1; }", names: ["a"] },
    { form: "a label", text: "here: { a = 1; }", names: ["a"] },
    { form: "a class", text: "class A { static { a = 1; } }", names: ["a"] },
    { form: "a class that is a value", text: "const A = class { b = (a = 1); };", names: ["a"] },
    { form: "a method", text: "const o = { f() { a = 1; } };", names: ["a"] },
    { form: "a function in an object", text: "const o = { f: () => { a = 1; } };", names: ["a"] },
    { form: "a getter", text: "const o = { get f() { a = 1; return 1; } };", names: ["a"] },
    { form: "an async function", text: "async function f() { a = 1; }", names: ["a"] },
    { form: "an async arrow function", text: "const f = async () => { a = 1; };", names: ["a"] },
    { form: "a generator", text: "function* f() { a = 1; }", names: ["a"] },
    { form: "a function in a loop", text: "while (x) { f(() => { a = 1; }); }", names: ["a"] },
    { form: "an operator", text: "while (x) a += 1;", names: ["a"] },
    { form: "++", text: "while (x) a++;", names: ["a"] },
    { form: "++ of a member", text: "while (x) a.b++;", names: [] },
    { form: "a member", text: "while (x) a.b = 1;", names: [] },
    { form: "destructuring", text: "while (x) ({ a, b: [c] } = y);", names: ["a", "b", "c"] },
    { form: "several", text: "while (x) { a = 1; b = 2; a = 3; }", names: ["a", "b"] },
  ])("are those in $form", ({ text, names }) => {
    expect([...survey(text).volatileNames].toSorted()).toEqual(names);
  });

  it.each([
    { form: "a statement", text: "a = 1; a++;" },
    { form: "an if", text: "if (x) { a = 1; } else a = 2;" },
    { form: "a try", text: "try { a = 1; } catch { a = 2; }" },
    { form: "a function", text: "function f() { a = 1; }" },
    { form: "an arrow function", text: "const f = () => { a = 1; };" },
    { form: "a value of an object", text: "const o = { f: (a = 1) };" },
    { form: "what stands behind a loop", text: "while (x) {} a = 1;" },
    { form: "what stands right behind a loop", text: "while (x) {}a = 1;" },
    { form: "what stands behind an inner loop of a longer one", text: "for (;;) { while (x) {} } a = 1;" },
    { form: "a loop that assigns nothing", text: "for (const x of [1]) f(x);" },
  ])("are not those in $form", ({ text }) => {
    expect([...survey(text).volatileNames]).toEqual([]);
  });

  it("are all of a loop, also behind an inner one", () => {
    expect([...survey("while (x) { while (y) {} a = 1; }").volatileNames]).toEqual(["a"]);
  });

  it("are found behind a hole in a list", () => {
    expect([...survey("const [, b] = c; while (x) a = 1;").volatileNames]).toEqual(["a"]);
  });
});

describe("the trees of other parsers", () => {
  const name = { type: "Identifier", name: "a" };

  /** A node with fields that the types of this parser do not know. */
  const node = (fields: Record<string, unknown>): Node => fields as unknown as Node;

  it("may have a node for parentheses", () => {
    expect(unwrap(node({ type: "ParenthesizedExpression", expression: name }))).toBe(name);
  });

  it("may have a way back to the parent", () => {
    const parent = { type: "ExpressionStatement" };
    expect(childrenOf(node({ type: "AwaitExpression", argument: name, parent }))).toEqual([name]);
  });

  it("may have tokens whose type is no name", () => {
    expect(childrenOf(node({ type: "File", program: name, tokens: [{ type: { label: "name" } }] }))).toEqual([name]);
  });
});
