import { describe, expect, it } from "vitest";
import { unreadVariant } from "../../src/auth-config/config.js";
import { DEFAULT_WORLD } from "../../src/platform/workos.js";
import { issuersOf, read, readOne } from "./read.js";

const config =
  '{ providers: [{ type: "customJwt", issuer: "https://a.example", algorithm: "RS256", jwks: "https://a.example/jwks" }] }';

describe("the default export", () => {
  it.each([
    { form: "an object", text: `export default ${config};` },
    {
      form: "with satisfies",
      text: `import type { AuthConfig } from "convex/server"; export default ${config} satisfies AuthConfig;`,
    },
    { form: "with as", text: `export default ${config} as const;` },
    { form: "a constant", text: `const config = ${config}; export default config;` },
    {
      form: "a typed constant",
      text: `import type { AuthConfig } from "convex/server"; const config: AuthConfig = ${config}; export default config;`,
    },
    { form: "under its name", text: `const config = ${config}; export { config as default };` },
    { form: "under its quoted name", text: `const config = ${config}; export { config as "default" };` },
    { form: "named before it is declared", text: `export { config as default }; const config = ${config};` },
    { form: "a factory that is called", text: `const make = () => (${config}); export default make();` },
    { form: "a factory declared below", text: `export default make(); function make() { return ${config}; }` },
    {
      form: "an immediately called function",
      text: `export default (() => { const config = ${config}; return config; })();`,
    },
    { form: "a frozen object", text: `export default Object.freeze(${config});` },
    {
      form: "the last of a sequence that adds to it",
      text: `const config = { providers: [] }; export default (config.providers.push(${config}.providers[0]), config);`,
    },
    {
      form: "put together in steps",
      text: `const config = { providers: [] }; config.providers.push(...${config}.providers); export default config;`,
    },
    {
      form: "changed after it was exported",
      text: `const config = { providers: [] }; export default config; config.providers = ${config}.providers;`,
    },
    { form: "module.exports", text: `module.exports = ${config};` },
    { form: "a member of module.exports", text: `module.exports.providers = ${config}.providers;` },
    { form: "a member of exports", text: `exports.providers = ${config}.providers;` },
    { form: "module.exports of a constant", text: `const config = ${config}; module.exports = config;` },
    { form: "export =", text: `export = ${config};` },
    {
      form: "module.exports next to an import of types",
      text: `import type { AuthConfig } from "convex/server"; module.exports = ${config} satisfies AuthConfig;`,
    },
    {
      form: "module.exports next to an export of types",
      text: `export type { AuthConfig } from "convex/server"; module.exports = ${config};`,
    },
    { form: "module.exports next to require", text: `const path = require("path"); module.exports = ${config};` },
    {
      form: "next to other exports",
      text: `export const a = 1; export * from "./b"; export default ${config}; export function c() {} export class D {}`,
    },
  ])("$form", ({ text }) => {
    const variant = readOne(text);
    expect(issuersOf(variant)).toEqual(["https://a.example"]);
    expect(variant.isComplete).toBe(true);
    expect(variant.list?.isComplete).toBe(true);
    expect(variant.candidate?.declaration.type).toBeUndefined();
    expect(variant.defaultExport?.value.kind).toBe("object");
  });

  it.each([
    { form: "of another module", text: 'export { default } from "./config";' },
    {
      form: "of another module under the name of a constant",
      text: `const config = ${config}; export { config as default } from "./config";`,
    },
    { form: "of another module under another name", text: 'export { config as default } from "./config";' },
    { form: "that is imported", text: 'import config from "./config"; export default config;' },
    { form: "of an unknown factory", text: 'import { make } from "./make"; export default make();' },
    { form: "of a library's factory", text: 'import { defineAuth } from "x"; export default defineAuth();' },
    { form: "that is awaited", text: 'export default await import("./config");' },
  ])("$form is there, but cannot be read", ({ text }) => {
    const variant = readOne(text);
    expect(variant.defaultExport?.value.kind).toBe("unknown");
    expect(variant.providers).toEqual([]);
    expect(variant.isComplete).toBe(false);
    expect(variant.candidate?.declaration.type).toBeUndefined();
  });

  it.each([
    { form: "a function", text: "export default function () { return {}; }", kind: "function" },
    { form: "a named function", text: "export default function make() { return {}; }", kind: "function" },
    { form: "an arrow function", text: "export default () => ({});", kind: "function" },
    { form: "a class", text: "export default class {}", kind: "class" },
    { form: "a list", text: "export default [];", kind: "list" },
    { form: "null", text: "export default null;", kind: "constant" },
    { form: "an empty object that a CommonJS file puts there", text: "module.exports = {};", kind: "object" },
  ])("may be $form", ({ text, kind }) => {
    const variant = readOne(text);
    expect(variant.defaultExport?.value.kind).toBe(kind);
    expect(variant.list).toBeNull();
    expect(variant.isComplete).toBe(false);
  });

  it.each([
    { form: "in an empty file", text: "" },
    { form: "among named ones", text: `export const config = { a: 1 };` },
    { form: "in a star", text: 'export * from "./config";' },
    { form: "next to module.exports that is never used", text: "module.exports;" },
    { form: "where a module assigns module.exports", text: `import "./x"; module.exports = ${config};` },
    { form: "where a module assigns exports", text: `export const a = 1; exports.default = ${config};` },
  ])("is missing $form", ({ text }) => {
    const variant = readOne(text);
    expect(variant.defaultExport).toBeNull();
    expect(variant.candidate?.declaration.type).toBeUndefined();
    expect(variant.providers).toEqual([]);
  });
});

describe("what can be meant as the default export", () => {
  it.each([
    { form: "a constant that nobody exports", text: `const config = ${config};`, name: "config" },
    { form: "a named export", text: `export const authConfig = ${config};`, name: "authConfig" },
    { form: "a name in a list of exports", text: `const config = ${config}; export { config };`, name: "config" },
    {
      form: "the only one with a list",
      text: `const a = { providers: 5 }; const b = [1]; const config = ${config}; export { a, b, config };`,
      name: "config",
    },
    { form: "exports.default", text: `exports.default = ${config};`, name: null },
    { form: "module.exports.default", text: `module.exports.default = ${config};`, name: null },
    { form: "default in module.exports", text: `module.exports = { default: ${config} };`, name: null },
  ])("$form", ({ text, name }) => {
    const variant = readOne(text);
    expect(variant.candidate?.name).toBe(name);
    expect(variant.candidate?.value.kind).toBe("object");
    expect(issuersOf(variant)).toEqual(["https://a.example"]);
  });

  it.each([
    { form: "two constants", text: `export const a = ${config}; export const b = ${config};` },
    { form: "a constant without a list", text: "export const config = { providers: 5 };" },
    { form: "a function", text: `export function config() { return ${config}; }` },
    { form: "exports.default without a list", text: "exports.default = { a: 1 };" },
    { form: "the module itself", text: `module.providers = ${config}.providers;` },
    { form: "exports.default that is not an object", text: "exports.default = 5;" },
  ])("not $form", ({ text }) => {
    expect(readOne(text).candidate?.declaration.type).toBeUndefined();
  });

  it("nothing, where the default export is sound", () => {
    expect(readOne(`const other = ${config}; export default ${config};`).candidate?.declaration.type).toBeUndefined();
    expect(
      readOne(`module.exports = ${config}; module.exports.default = ${config};`).candidate?.declaration.type,
    ).toBeUndefined();
  });
});

describe("a file as a whole", () => {
  it.each([
    { form: "no import and no export", text: "module.exports = {};", isCommonJs: true },
    {
      form: "an import of types alone",
      text: 'import type { AuthConfig } from "convex/server"; module.exports = {};',
      isCommonJs: true,
    },
    { form: "an export of types alone", text: "export type A = string; module.exports = {};", isCommonJs: true },
    { form: "an import", text: 'import "./x";', isCommonJs: false },
    { form: "a named export", text: "export const a = 1;", isCommonJs: false },
    { form: "an empty list of exports", text: "export {};", isCommonJs: false },
    { form: "a star", text: 'export * from "./x";', isCommonJs: false },
    { form: "a default export", text: "export default {};", isCommonJs: false },
  ])("with $form", ({ text, isCommonJs }) => {
    expect(read(text).isCommonJs).toBe(isCommonJs);
  });

  it("knows what it imports", () => {
    const text =
      'import "a"; import type { B } from "b"; export * from "c"; export { d } from "d"; export const e = 1; export { f };';
    expect([...read(text).imports]).toEqual(["a", "b", "c", "d"]);
  });

  it("keeps its program and its text", () => {
    const text = "export default {};";
    expect(read(text).text).toBe(text);
    expect(read(text).program.type).toBe("Program");
  });

  it("has an unread form in which nothing is known", () => {
    const { context, root, way, ...others } = unreadVariant(DEFAULT_WORLD);
    expect([...root.entries()]).toEqual([]);
    expect(way.answers.size).toBe(0);
    expect(others).toEqual({
      candidate: null,
      defaultExport: null,
      effects: [],
      exported: null,
      isComplete: false,
      leftOut: new Set(),
      list: null,
      listedObjects: [],
      listings: new Set(),
      patterns: context.patterns,
      placeholders: new Set(),
      providers: [],
      unserializable: null,
      world: DEFAULT_WORLD,
    });
  });

  it("knows which identifiers read a constant", () => {
    const text = "const id = process.env.ID; export default { providers: [{ issuer: id, jwks: `k/${id}` }] };";
    const { program, reads } = read(text);
    const [declaration] = program.body;
    if (declaration?.type !== "VariableDeclaration") throw new Error("no declaration");
    expect([...(reads.get(declaration.declarations[0]) ?? [])].map(({ range }) => range[0])).toEqual([
      text.indexOf("id,"),
      text.indexOf("id}"),
    ]);
  });
});
