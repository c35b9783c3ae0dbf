import { describe } from "vitest";
import { leavesOpen } from "../programs.js";

describe("symbols: left open", () => {
  leavesOpen([
    ['const s = Symbol("s"); const o = { [s]: 1, a: 2 };', "[o, o[s], Object.keys(o)]"],
    ['const s = Symbol("s"); const l = []; const o = { [s]: l }; o[s].push(1);', "l"],
    ['const s = Symbol("s"); const o = {}; o[s] = 1; o.a = 2;', "[o, o[s]]"],
    ['const s = Symbol("s");', "typeof s"],
    'Symbol("a") === Symbol("a")',
    'Symbol.for("a") === Symbol.for("a")',
    [
      "let n = 0; const it = { [Symbol.iterator]() { return this; }, next() { n++; return { done: true }; } }; for (const x of it);",
      "n",
    ],
    [
      "let n = 0; const it = { [Symbol.iterator]() { return this; }, next() { n++; return { done: true }; } }; const [x] = it;",
      "n",
    ],
    [
      "let n = 0; class It { [Symbol.iterator]() { return this; } next() { n++; return { done: true }; } } const l = [...new It()];",
      "n",
    ],
  ]);
});
