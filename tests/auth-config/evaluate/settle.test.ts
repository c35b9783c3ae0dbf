import { describe } from "vitest";
import { computes, leavesOpen } from "../programs.js";

describe("what JSON makes of the export", () => {
  computes([
    "({ toJSON: 5, a: 1 })",
    ["const o = { get a() { return { get b() { return 2; } }; } };", "o"],
    "({ toJSON() { return undefined; } })",
    "({ toJSON() { return { b: 1 }; }, a: 1 })",
    ['const base = { toJSON() { return "b"; } };', "Object.create(base)"],
    "({ a: [NaN, Infinity, -0], b: undefined, c: () => 1, d: Symbol() })",
  ]);
});

describe("what JSON makes of the export: left open", () => {
  leavesOpen([
    ['const log = []; const o = { toJSON() { log.push("j"); return 1; } };', "[o, log]"],
    ["const log = [];", '[{ toJSON() { log.push("j"); return 1; } }, log]'],
    ["const log = [];", '[{ get a() { log.push("g"); return 1; } }, log]'],
    ["const log = [];", '[log, { get a() { log.push("g"); return 1; } }]'],
    ["const p = { x: 1 };", "[{ toJSON() { p.x = 2; return 0; } }, p]"],
    ["const o = { get a() { throw new Error(); } };", "o"],
    ["const f = () => 1; f.toJSON = () => 2;", "f"],
    ["class A { static toJSON() { return 3; } }", "A"],
    ["class A { static toJSON() { return 3; } } class B extends A {}", "B"],
  ]);
});
