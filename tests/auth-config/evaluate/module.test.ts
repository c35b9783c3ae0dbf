/** What a file is to esbuild: an ES module where it imports or exports something, and CommonJS otherwise. */
import { describe, expect, it } from "vitest";
import { evaluated, executed } from "../executed.js";

describe("`this` at the top of a file", () => {
  it.each([
    ["in an ES module", "export default [this === undefined];"],
    ["in an arrow function of an ES module", "const get = () => this; export default [typeof get()];"],
    ["in CommonJS", 'exports.x = "a"; module.exports = [this.x];'],
    ["written to, in CommonJS", 'this.x = "a"; module.exports = [exports.x];'],
    ["in an arrow function of CommonJS", "const get = () => this; module.exports = [typeof get()];"],
    ["in a function of CommonJS", "function get() { return this; } module.exports = [typeof get()];"],
    ["in a helper of TypeScript", 'const f = (this && this.f) || ((x) => x); module.exports = [f("a")];'],
  ])("%s", (_, text) => {
    expect(evaluated(text)).toEqual(executed(text));
  });
});
