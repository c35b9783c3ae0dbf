import { describe } from "vitest";
import { computes, leavesOpen } from "../programs.js";

describe("assignments and destructuring", () => {
  computes([
    ["let x = 1; x += 2;", "x"],
    ['let x = "a"; x += 1;', "x"],
    ["let x = 5; const y = x++;", "[x, y]"],
    ["let x = 5; const y = ++x;", "[x, y]"],
    ["let x = null; const y = x++;", "[x, y]"],
    ["let x = true; const y = x--;", "[x, y]"],
    ['let x = "5"; const y = x++;', "[x, y]"],
    ["let x = 2; x **= 3;", "x"],
    ["let x = 1n; x++;", "String(x)"],
    ['let x; x ??= "a";', "x"],
    ['let x = ""; x ||= "a";', "x"],
    ['let x = "a"; x &&= "b";', "x"],
    ["let n = 0; const o = {}; const f = () => { n++; return o; }; f().x ??= 1;", "[n, o.x]"],
    ["let n = 0; const o = { x: 1 }; const f = () => { n++; return o; }; f().x += 1;", "[n, o.x]"],
    ["let n = 0; const o = { x: 1 }; const f = () => { n++; return o; }; f().x++;", "[n, o.x]"],
    ['let n = 0; const o = { x: 1 }; const k = () => { n++; return "x"; }; o[k()] ||= 1;', "[n, o.x]"],
    ["const a = [1, 2]; const [x, y = 3, z = 4] = a;", "[x, y, z]"],
    ["const [, x] = [1, 2];", "x"],
    ["const [x, ...r] = [1, 2, 3];", "[x, r]"],
    ["const { a, ...r } = { a: 1, b: 2, c: 3 };", "[a, r]"],
    ["const { a: { b = 5 } = {} } = {};", "b"],
    ['const { ["a" + 1]: x } = { a1: 3 };', "x"],
    ['const { length } = "abc";', "length"],
    ['const { 0: x } = ["a"];', "x"],
    ['const [x, y] = "ab";', "[x, y]"],
    ["const [x] = [];", "x"],
    ["const { x = 1 } = { x: null };", "x"],
    ["const { x = 1 } = { x: undefined };", "x"],
    ["const { a } = null;", "a"],
    ["const {} = null;", "1"],
    ["const { ...r } = null;", "1"],
    ["const [] = null;", "1"],
    ["const [a] = undefined;", "1"],
    ["const [a] = {};", "1"],
    ["let a = 1, b = 2; [a, b] = [b, a];", "[a, b]"],
    ["let a; ({ a } = { a: 1 });", "a"],
    ["let a, b; ({ a, ...b } = { a: 1, c: 2 });", "[a, b]"],
    ['const o = {}; [o.x, o["y"]] = [1, 2];', "o"],
    ["const o = {}; ({ a: o.x = 3 } = {});", "o"],
    ["let i = 0; const l = [0, 0]; [l[i++], l[i++]] = [7, 8];", "l"],
    [
      'const log = []; const o = { get a() { log.push("a"); return 1; }, get b() { log.push("b"); return 2; } }; const { b, a } = o;',
      "log",
    ],
    ['let r; try { const [a] = {}; r = "ok"; } catch { r = "caught"; }', "r"],
  ]);
});

describe("assignments and destructuring: left open", () => {
  leavesOpen([["const it = [1, 2].values(); const [a] = it;", "[a, [...it]]"]]);
});
