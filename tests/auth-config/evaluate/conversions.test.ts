import { describe } from "vitest";
import { computes, leavesOpen } from "../programs.js";

describe("objects that become strings or numbers", () => {
  computes([
    ['const log = []; const o = { a: { toString() { log.push("s"); return "k"; } } }; const x = `${o}`;', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; switch (o) { case "k": }', "log"],
    [
      'const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = o === "k" || !o || typeof o;',
      "log",
    ],
    ['const log = []; const o = { valueOf() { log.push("v"); return 1; } }; const x = o != null;', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = [3, o].includes("k");', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = `${o}`;', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = String(o);', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = "a".concat(o);', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = ["a", o].join();', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = String.raw`${o}`;', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; console.log(`${o}`);', "log"],
    ['const log = []; enum E { A = `${{ toString() { log.push("s"); return "k"; } }}`.length }', "log"],
  ]);
});

describe("objects that become strings or numbers: left open", () => {
  leavesOpen([
    ["const o = { *[Symbol.iterator]() { yield 1; yield 2; } };", "[...o]"],
    ["const o = { [Symbol.toPrimitive]() { return 5; } };", "o * 2"],
    ["const o = { valueOf() { return 5; } };", "[o * 2, o > 4, o == 5]"],
    ['const o = { toString() { return "k"; } };', "({ k: 1 })[o]"],
    ['const o = { toString() { return "k"; } };', '[`${o}`, o + "", String(o), ["x", o].join()]'],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = o + "";', "log"],
    ['const log = []; const o = { valueOf() { log.push("v"); return 1; } }; const x = o + 1;', "log"],
    ['const log = []; const o = { valueOf() { log.push("v"); return 1; } }; const x = -o;', "log"],
    ['const log = []; const o = { valueOf() { log.push("v"); return 1; } }; const x = o < 2;', "log"],
    ['const log = []; const o = { valueOf() { log.push("v"); return 1; } }; const x = o == 1;', "log"],
    ['const log = []; const o = { valueOf() { log.push("v"); return 1; } }; let x = o; x++;', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = ({})[o];', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = { [o]: 1 };', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = o in {};', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = "ak".replace("k", o);', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "1"; } }; const x = [1, 2].slice(o);', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "1"; } }; const x = [1, 2].at(o);', "log"],
    [
      'const log = []; const o = { toString() { log.push("s"); return "1"; } }; const x = Object.fromEntries([[o, 1]]);',
      "log",
    ],
    ['const log = []; const o = { toString() { log.push("s"); return "1"; } }; const x = Object.hasOwn({}, o);', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "1"; } }; const x = [o, "a"].sort();', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "1"; } }; const { [o]: x } = {};', "log"],
    [
      'const log = []; const o = { toString() { log.push("s"); return "1"; } }; const x = Number(o) + Math.max(o);',
      "log",
    ],
    ['const log = []; const o = { toString() { log.push("s"); return "1"; } }; const x = `a${[o]}`;', "log"],
    ['const log = []; class K { static toString() { log.push("s"); return "k"; } } const x = `${K}`;', "log"],
    [
      'const log = []; const o = { toString() { log.push("s"); return "k"; } }; const p = Object.create(o); const x = `${p}`;',
      "log",
    ],
    ['const log = []; const o = { get toString() { log.push("g"); return () => "k"; } }; const x = `${o}`;', "log"],
    ['const log = []; const o = { get valueOf() { log.push("g"); return () => 1; } }; const x = o > 0;', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = [o] + "";', "log"],
    [
      'const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = new URL("https://a.example/", o);',
      "log",
    ],
    [
      'const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = { k: 1 }; delete x[o];',
      "log",
    ],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = {}; x[o] = 1;', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; class A { [o] = 1; }', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; class A { [o]() {} }', "log"],
    ['const log = []; const o = { valueOf() { log.push("v"); return 1; } }; let n = 1; n += o;', "log"],
    ['const log = []; const o = { valueOf() { log.push("v"); return 1; } }; const x = ["a", "b"].at(o);', "log"],
    ['const log = []; const o = { valueOf() { log.push("v"); return 1; } }; const x = "ab".at(o);', "log"],
    ['const log = []; const o = { valueOf() { log.push("v"); return 1; } }; const l = [1, 2]; l.length = o;', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = Symbol(o);', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = new Error(o);', "log"],
    ['const log = []; const o = { toString() { log.push("s"); return "k"; } }; const x = /k/.test(o);', "log"],
    [
      'const log = []; const o = { toString() { log.push("s"); return "1"; } }; const x = Array.from({ length: o });',
      "log",
    ],
    [
      'const log = []; const o = { toString() { log.push("s"); return "https://a.example/"; } }; const x = new URL(o).href;',
      "log",
    ],
  ]);
});
