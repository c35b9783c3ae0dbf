import { describe } from "vitest";
import { computes, leavesOpen } from "../programs.js";

describe("names before their declaration", () => {
  computes([
    ["var x = 1; var x;", "x"],
    ["var x = 1; var x = 2;", "x"],
    ["function f(x) { var x; return x; }", "f(1)"],
    ["function f(x) { var x = 2; return x; }", "f(1)"],
    ["var f = 1; function f() {}", "typeof f"],
    ["function f() { return 1; } function f() { return 2; }", "f()"],
    ["function f() { return g(); function g() { return 1; } }", "f()"],
    ["x = 1; var x;", "x"],
  ]);
});

describe("names before their declaration: left open", () => {
  leavesOpen([["{ function f() { return 1; } }", "typeof f"]]);
});
