import { describe } from "vitest";
import { computes, leavesOpen } from "../programs.js";

describe("names and other expressions", () => {
  computes([
    ["const x = 1; x = 2;", "x"],
    ["const y = x; const x = 1;", "y"],
    ["const f = () => x; const x = 1;", "f()"],
    ['let x = 1; { const f = () => x; var r; try { r = f(); } catch { r = "tdz"; } let x = 2; }', "r"],
    ["typeof x; let x;", "1"],
    ["const C = class { static a = C.name; };", "1"],
    ["const b = 2; const f = (a = b) => { const b = 3; return a + b; };", "f()"],
    ['let x = "outer"; const f = (g = () => x) => { var x = "inner"; return g(); };', "f()"],
    "`a${1}b${`c${2}`}`",
    "`\\u0041`",
    '"\\x41"',
    "0x10 + 0b11 + 0o7 + 1_000",
    ".5 + 5.",
    "1e3",
    '"\\0".length',
    "({ async f() {}, *g() {}, async *h() {} })",
    "this === undefined",
    "typeof globalThis",
    "typeof process.env",
    "import.meta.env === undefined",
    ["const f = (a = b, b = 1) => a;", "f()"],
    ["const f = (a = a) => a;", "f()"],
  ]);
});

describe("names and other expressions: left open", () => {
  leavesOpen(['new Function("return 1")()', '(0, eval)("1")', ['let x = 1; eval("x = 2");', "x"]]);
});
