import { parse } from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import { hasEsmSyntax, importsOf } from "../../../src/auth-config/evaluate/scan.js";
import type { Program } from "../../../src/auth-config/ast.js";

const programOf = (text: string): Program => parse(text, { range: true, loc: true, sourceType: "module" });

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
    { form: "strings", text: 'const a = "b"; f(`c`);', names: [] },
    { form: "after a hole in a list", text: 'const [, b] = c; const a = require("a");', names: ["a"] },
  ])("$form", ({ text, names }) => {
    expect([...importsOf(programOf(text))]).toEqual(names);
  });
});

describe("a module at run time", () => {
  it.each([
    'import "a";',
    'import { a } from "a";',
    "export {};",
    "export const a = 1;",
    'export * from "a";',
    "export default 1;",
  ])("is %s", (text) => {
    expect(hasEsmSyntax(programOf(text))).toBe(true);
  });

  it.each([
    "",
    "module.exports = {};",
    'import type { A } from "a";',
    "export type A = 1;",
    'const a = require("a");',
    "export = {};",
  ])("is not %s", (text) => {
    expect(hasEsmSyntax(programOf(text))).toBe(false);
  });
});
