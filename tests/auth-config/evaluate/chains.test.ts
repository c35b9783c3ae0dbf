import { describe } from "vitest";
import { computes, leavesOpen } from "../programs.js";

describe("chains of ?.", () => {
  computes([
    "null?.x",
    "undefined?.x.y.z",
    "undefined?.x()",
    "({}).x?.y.z",
    '({ a: null }).a?.b.c.d ?? "none"',
    "({}).f?.()",
    "({}).f?.(1).g",
    ["let n = 0; undefined?.x(n++);", "n"],
    ["let n = 0; null?.[n++];", "n"],
    ["let n = 0; ({}).f?.(n++);", "n"],
    ["let n = 0; ({}).a?.b.c(n++).d[n++];", "n"],
    "(undefined?.x).y",
    ["const o = { a: { b: 1 } };", '[o?.a?.b, o?.["a"]["b"], delete o?.a?.b, o]'],
    ["const o = undefined;", "delete o?.a"],
    "(undefined?.x)()",
    ['let r; try { (undefined?.x)(); } catch { r = "caught"; }', "r"],
    ["const o = { f() { return this === o; } };", "(o?.f)()"],
    "delete undefined?.a",
    "delete [].x",
  ]);
});

describe("chains of ?.: left open", () => {
  leavesOpen(["(undefined?.x)`a`"]);
});
