import { describe } from "vitest";
import { computes, leavesOpen } from "../programs.js";

describe("functions of Object and JSON", () => {
  computes([
    "Object.keys({ b: 1, a: 2, 1: 3, 0: 4 })",
    "Object.values({ b: 1, a: 2, 1: 3 })",
    "Object.entries({ a: 1 })",
    'Object.fromEntries([["a", 1], ["b", 2]])',
    'Object.fromEntries([["__proto__", 1]])',
    "Object.assign({ a: 1 }, { b: 2 }, null)",
    "Object.assign({ a: 1, b: 2 }, { a: 3 })",
    "Object.keys(Object.assign({ a: 1, b: 2 }, { a: 3 }))",
    "Object.keys({ ...{ a: 1, b: 2 }, a: 3 })",
    "Object.keys({ a: 1, b: 2, a: 3 })",
    'Object.hasOwn({ a: 1 }, "a")',
    '({ a: 1 }).hasOwnProperty("b")',
    '"a" in { a: 1 }',
    '"toString" in {}',
    'Object.hasOwn({}, "toString")',
    "({}).toString === undefined",
    "JSON.parse(JSON.stringify({ a: undefined, b: [undefined], c: 1 }))",
    "JSON.parse(JSON.stringify({ a: NaN }))",
    'JSON.parse(JSON.stringify({ a: 1, b: 2 }, ["a"]))',
    'JSON.parse(JSON.stringify({ b: 1, a: 2 }), (k, v) => (k === "a" ? 3 : v))',
    "structuredClone({ a: { b: 1 } })",
    "JSON.parse(JSON.stringify({ a: -0 }))",
    ["const s = {}; const c = JSON.parse(JSON.stringify({ a: s, b: s })); c.a.x = 1;", "c"],
    ['const s = {}; s.s = s; let r; try { JSON.stringify(s); r = "ok"; } catch { r = "caught"; }', "r"],
    ['let r; try { JSON.stringify({ a: 1n }); r = "ok"; } catch { r = "caught"; }', "r"],
    ["const o = { a: 1 }; const j = JSON.stringify(o); o.a = 2;", "JSON.parse(j)"],
    ["const o = { a: 1, b: { a: 2, c: 3 } };", 'JSON.parse(JSON.stringify(o, ["a", "b"]))'],
    "JSON.parse(JSON.stringify({ a: NaN })).a === null",
    "1 / JSON.parse(JSON.stringify({ a: -0 })).a > 0",
    ["const s = { n: 1 }; const c = structuredClone({ a: s, b: s }); c.a.n = 2;", "c.b.n"],
    ["const s = { n: 1 }; s.s = s; const c = structuredClone(s); c.n = 2;", "[c.s.n, s.n]"],
    "Object.assign({ a: 1 }, { get b() { return 2; } })",
    ["const o = Object.assign({}, { get b() { return 2; } }); o.b = 3;", "o.b"],
    "Object.freeze(class { static x = 1; }).x",
    [
      'let r; try { const C = Object.freeze(class { static x = 1; }); C.x = 2; r = "ok"; } catch { r = "caught"; }',
      "r",
    ],
    "Object.create(5)",
    'Object.create("a")',
    "Object.create(undefined)",
    ['let r; try { r = JSON.stringify(1n); } catch { r = "caught"; }', "r"],
  ]);
});

describe("functions of Object and JSON: left open", () => {
  leavesOpen([
    "JSON.parse(JSON.stringify([1, () => 1]))",
    "JSON.stringify({ a: 1 })",
    "JSON.parse('{\"a\":1}').a",
    ['const log = []; const o = { get a() { log.push("g"); return 1; } }; JSON.stringify(o);', "log"],
    ['const log = []; const o = { toJSON() { log.push("j"); return 1; } }; JSON.stringify(o);', "log"],
    ['const log = []; const o = { toJSON() { log.push("j"); return 1; } }; JSON.stringify([{ o }]);', "log"],
    'JSON.parse(JSON.stringify("a"))',
    "JSON.parse(JSON.stringify(null))",
    'JSON.stringify(undefined) ?? "none"',
    'JSON.parse(JSON.stringify({ a: 1 }, (k, v) => (k === "a" ? 2 : v)))',
    ['const o = Object.defineProperty({}, "p", { get() { throw 1; } }); let r = 0; try { o.p; } catch { r = 1; }', "r"],
    ['const o = {}; Object.defineProperty(o, "p", { value: 1 }); try { o.p = 2; } catch {}', "o.p"],
    [
      'const o = { p: 1 }; Object.defineProperty(o, "p", { value: 1 }); let r = 0; try { delete o.p; } catch { r = 1; }',
      "r",
    ],
  ]);
});
