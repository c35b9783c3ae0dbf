import { describe } from "vitest";
import { computes, leavesOpen } from "../programs.js";

describe("changed built-ins", () => {
  computes([
    ["class A {}", "Object.getPrototypeOf(new A()) === A.prototype"],
    ["class A { f() { return 1; } } const P = Object.getPrototypeOf(new A()); P.f = () => 2;", "new A().f()"],
    ["class A { f() { return 1; } } new A().__proto__.f = () => 2;", "new A().f()"],
    "Array.prototype.push.call([], 1)",
  ]);
});

describe("changed built-ins: left open", () => {
  leavesOpen([
    ["globalThis.foo = 1;", "typeof foo"],
    ["Array.prototype.foo = 1;", "[].foo"],
    ["Object.prototype.foo = 1;", "({}).foo"],
    ["Object.assign(Array.prototype, { foo: 1 });", '[].foo ?? "none"'],
    ['Object.defineProperty(Object.prototype, "foo", { value: 1 });', '({}).foo ?? "none"'],
    ['Reflect.set(Object.prototype, "foo", 1);', '({}).foo ?? "none"'],
    ["({}).__proto__.foo = 1;", '({}).foo ?? "none"'],
    ["({}).constructor.prototype.foo = 1;", '({}).foo ?? "none"'],
    ["Object.getPrototypeOf([]).foo = 1;", '[].foo ?? "none"'],
    ['const P = Array.prototype; P.map = () => "hi";', "[1].map((x) => x)"],
    ['Array.prototype.map = function () { return "hi"; };', "[1].map((x) => x)"],
    ["const { prototype } = Array; prototype.foo = 1;", '[].foo ?? "none"'],
    ['String.prototype.trim = () => "hi";', '"a".trim()'],
    ["class A {} A.prototype.__proto__.foo = 1;", '({}).foo ?? "none"'],
    ["Object.assign(Math, { max: () => 5 });", "Math.max(1)"],
    ["Object.assign(globalThis, { x: 1 });", "typeof x"],
    ["Object.assign(Object, { keys: () => 5 });", "Object.keys({})"],
    ["Object.setPrototypeOf(Array.prototype, { foo: 1 });", '[].foo ?? "none"'],
    "({}).constructor === Object",
    "Object.getPrototypeOf({}) === Object.prototype",
    ["const f = (p) => { p.foo = 1; }; f(Array.prototype);", '[].foo ?? "none"'],
    ["const o = { P: Array.prototype }; o.P.foo = 1;", '[].foo ?? "none"'],
    ["const o = { P: Array.prototype }; Object.assign(o.P, { foo: 1 });", '[].foo ?? "none"'],
    ['let s = ""; try { globalThis.undefinedFunction(); s = "ok"; } catch { s = "caught"; }', "s"],
  ]);
});
