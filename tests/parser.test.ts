/** The parser in an app that has moved to TypeScript 7, which no parser of ESLint can use. */
import { cpSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { loadParser } from "../src/parser.js";
import { makeFolder } from "./doctor/temp-folder.js";

const installed = join(import.meta.dirname, "../node_modules");
const parts = [
  "parser",
  "project-service",
  "scope-manager",
  "tsconfig-utils",
  "types",
  "typescript-estree",
  "visitor-keys",
].map((name) => `@typescript-eslint/${name}`);

/** What the parser shares with others; `ts-api-utils` is the one that loads TypeScript. */
const shared = ["debug", "eslint-visitor-keys", "minimatch", "semver", "tinyglobby"];

/** An app as npm installs it: the plugin with the parser and a TypeScript of its own, and beside it what it shares with others. */
function install(names: readonly string[] = shared): { app: string; plugin: string } {
  const own = "node_modules/eslint-plugin-convex-authkit/node_modules";
  const app = makeFolder({
    ...Object.fromEntries(names.map((name) => [`node_modules/${name}`, { linkTo: join(installed, name) }])),
    [`${own}/typescript`]: { linkTo: join(installed, "typescript") },
    "node_modules/typescript/package.json": '{ "name": "typescript", "version": "7.0.2", "main": "index.js" }',
    "node_modules/typescript/index.js": "module.exports = { version: '7.0.2' };",
  });
  for (const name of parts) cpSync(join(installed, name), join(app, own, name), { recursive: true });
  cpSync(join(installed, "ts-api-utils"), join(app, "node_modules/ts-api-utils"), { recursive: true });
  return { app, plugin: pathToFileURL(join(app, "node_modules/eslint-plugin-convex-authkit/index.js")).href };
}

function requireIn(app: string): NodeJS.Require {
  return createRequire(join(app, "eslint.config.js"));
}

function parse(plugin: string): unknown {
  return loadParser(plugin).parseForESLint("const id: string = process.env.ID!;", { range: true }).ast.body.length;
}

describe("beside TypeScript 7", () => {
  it("the parser uses its own", () => {
    const { app, plugin } = install();
    expect(parse(plugin)).toBe(1);
    expect(requireIn(app)("typescript")).toEqual({ version: "7.0.2" });
  });

  it("the parser uses its own, also where the other is in use", () => {
    const { app, plugin } = install();
    const inUse = requireIn(app)("typescript") as object;
    expect(parse(plugin)).toBe(1);
    expect(requireIn(app)("typescript")).toBe(inUse);
  });

  it("the app's own stays what it is where the parser cannot be loaded", () => {
    const { app, plugin } = install([]);
    expect(() => parse(plugin)).toThrow("Cannot find module");
    expect(requireIn(app)("typescript")).toEqual({ version: "7.0.2" });
  });
});

describe("without it", () => {
  it("the parser is the one that is installed", () => {
    expect(loadParser()).toBe(createRequire(import.meta.url)("@typescript-eslint/parser"));
  });

  it("a parser that shares nothing is loaded as it is", () => {
    const folder = makeFolder({
      "node_modules/@typescript-eslint/parser/index.js": "module.exports = { parseForESLint: () => 'parsed' };",
    });
    expect(loadParser(pathToFileURL(join(folder, "index.js")).href).parseForESLint("")).toBe("parsed");
  });
});
