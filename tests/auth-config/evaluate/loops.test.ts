import { describe } from "vitest";
import { computes, leavesOpen } from "../programs.js";

describe("loops, switches and labels", () => {
  computes([
    ['for (let i = 0, s = ""; i < 3; i++) s += i;', "1"],
    ['let s = ""; for (let i = 0; i < 3; i++) s += i;', "s"],
    ['let s = ""; for (const x of ["a", "b"]) s += x;', "s"],
    ['let s = ""; for (const k in { a: 1, b: 2 }) s += k;', "s"],
    ['let s = ""; for (const k in ["x", "y"]) s += k;', "s"],
    ['let s = ""; for (const c of "héé") s = c + s;', "s"],
    ['let s = ""; let i = 0; while (i < 3) { s += i; i++; }', "s"],
    ['let s = ""; let i = 5; do { s += i; i++; } while (i < 3);', "s"],
    ['let s = ""; for (;;) { s += "x"; if (s.length > 3) break; }', "s"],
    ['let s = ""; for (let i = 0; i < 5; i++) { if (i === 2) continue; s += i; }', "s"],
    [
      'let s = ""; outer: for (const a of [1, 2]) { for (const b of [1, 2]) { if (b === 2) continue outer; s += a + "" + b + ","; } }',
      "s",
    ],
    [
      'let s = ""; outer: for (const a of [1, 2]) { for (const b of [1, 2]) { if (b === 2) break outer; s += a + "" + b + ","; } }',
      "s",
    ],
    ['let s = "a"; here: { s += "b"; if (s) break here; s += "c"; }', "s"],
    ['let s = "a"; here: if (s) { break here; } else { s = "c"; }', "s"],
    ['let s = ""; a: b: for (const x of [1, 2]) { s += x; continue a; }', "s"],
    ['let s = ""; switch (2) { case 1: s += "1"; case 2: s += "2"; case 3: s += "3"; break; default: s += "d"; }', "s"],
    ['let s = ""; switch (9) { case 1: s += "1"; default: s += "d"; case 3: s += "3"; }', "s"],
    ['let s = ""; switch ("1") { case 1: s += "n"; break; case "1": s += "s"; }', "s"],
    ['let s = ""; switch (1) { case 1: let q = "q"; s += q; }', "s"],
    ['let s = ""; for (const x of [1, 2, 3]) { switch (x) { case 2: continue; default: s += x; } }', "s"],
    ['const f = (x) => { switch (x) { case 1: return "a"; default: return "b"; } };', "[f(1), f(2)]"],
    ["const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i);", "fs.map((f) => f())"],
    ["const fs = []; for (var i = 0; i < 3; i++) fs.push(() => i);", "fs.map((f) => f())"],
    ["const fs = []; for (const x of [1, 2]) fs.push(() => x);", "fs.map((f) => f())"],
    ["const fs = []; for (let i = 0; i < 3; i++) { fs.push(() => i); i++; }", "fs.map((f) => f())"],
    ["let f; for (let i = 0, g = () => i; i < 2; i++) { f = g; }", "f()"],
    ["const l = [1]; for (const x of l) if (l.length < 4) l.push(x + 1);", "l"],
    ["const l = [1, 2, 3]; for (const x of l) l.pop();", "l"],
    ["const l = [1, 2, 3]; const m = l.filter((x, i, all) => { if (i === 0) all[1] = 9; return true; });", "[l, m]"],
    ["const l = [1, 2]; const m = l.map((x) => { l.push(x); return x; });", "[l, m]"],
    ["label: for (const x of [1]) { continue label; }", "1"],
    ["if (0) { var hoisted = 1; }", "hoisted === undefined"],
    ['const o = { a: 1, b: 2, c: 3 }; let s = ""; for (const k in o) { s += k; delete o.b; }', "s"],
    ['const o = { a: 1 }; let s = ""; for (const k in o) { s += k; o.z = 1; }', "s"],
    ['const l = [1, 2, 3]; let s = ""; for (const i in l) { s += i; l.pop(); }', "s"],
    ['let s = "a"; for (s of ["b", "c"]) {}', "s"],
    ['let s = "a"; while (s === "a") { s = "b"; }', "s"],
    ["const o = { n: 0 }; let m = 0; for (const x of [1, 2]) { o.n++; m += 2; }", "[o, m]"],
    ['const o = { a: 1 }; for (const name of ["b", "c"]) o[name] = name;', "o"],
    ["const o = { a: 1, b: 2 }; for (const x of [1]) delete o.a;", "o"],
    ['let s = "a"; for (const x of [1, 2]) { try { throw x; } catch (n) { s += n; } }', "s"],
    ['const l = ["a"]; switch (l.length) { default: try { throw 1; } catch { l.push("b"); } }', "l"],
    ['const l = ["a"]; while (l.push("b") < 3) {}', "l"],
    ['const l = ["a"]; switch (l.push("b")) {}', "l"],
    ['const l = ["a"]; for (const x of ["b"]) l.push(x);', "l"],
    ['const l = ["a"]; let x; for (x of ["b"]) l.push(x);', "[l, x]"],
  ]);
});

describe("loops, switches and labels: left open", () => {
  leavesOpen([
    ['let s = ""; for (const k in "ab") s += k;', "s"],
    ["const l = [1, 2]; for (const [i, x] of l.entries()) if (i < 3) l.push(x);", "l"],
    ['const l = [1, 2, 3, 4]; let s = ""; l.forEach((x, i) => { s += x; if (i === 0) l.shift(); });', "s"],
    ["const l = [1, 2, 3]; const m = l.map((x, i, all) => { if (i === 0) all.pop(); return x; });", "[l, m]"],
  ]);
});
