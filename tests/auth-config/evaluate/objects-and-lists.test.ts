import { describe } from "vitest";
import { computes, leavesOpen } from "../programs.js";

describe("object literals and spreads", () => {
  computes([
    '({ ["a" + 1]: 2 })',
    "({ ...[1, 2] })",
    '({ ..."ab" })',
    "({ ...null, ...undefined, ...5, ...true })",
    "({ get a() { return 1; } }).a",
    "({ ...{ get a() { return 1; } } })",
    "({ get a() { return 1; } })",
    "({ set a(v) {} })",
    "({ set a(v) {} }).a",
    "({ __proto__: { a: 1 } }).a",
    "({ __proto__: { a: 1 } })",
    '({ "__proto__": { a: 1 } }).a',
    '({ ["__proto__"]: { a: 1 } }).a ?? "none"',
    'Object.keys({ ["__proto__"]: 1 })',
    "Object.create({ a: 1 }).a",
    "({ ...{ set a(v) {} } })",
    ["const o = { ...{ set a(v) { this.b = v; } } }; o.a = 1;", "o"],
    "Object.assign({ a: 1 }, { set a(v) {} })",
  ]);
});

describe("object literals and spreads: left open", () => {
  leavesOpen(['({ __proto__: null }).toString ?? "none"', 'Object.create(null).toString ?? "none"']);
});
