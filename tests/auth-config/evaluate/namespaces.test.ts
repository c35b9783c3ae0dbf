import { describe } from "vitest";
import { computes, leavesOpen } from "../programs.js";

describe("enums and namespaces", () => {
  computes([
    ["enum E { A, B, C }", "[E.A, E.C, E[1]]"],
    ["enum E { A = 5, B }", "[E.B, E[6]]"],
    ['enum E { A = "a", B = "b" }', '[E.A, E["B"], Object.keys(E)]'],
    ["enum E { A, B }", "Object.keys(E)"],
    ["enum E { A = 1, B = A << 2 }", "E.B"],
    ["enum E { A = 1, B = E.A << 2 }", "E.B"],
    ['enum E { A = "x".length, B = 3 }', "E.A"],
    ['const enum E { A = "a" }', "E.A"],
    ['enum E { "q-r" = "z" }', 'E["q-r"]'],
    ["enum E { A = -1 }", "[E.A, E[-1]]"],
    ["enum E { A = 1, B = 1 }", "[E[1], Object.keys(E)]"],
    ["namespace N { export const a = 1; export function f() { return a + 1; } }", "[N.a, N.f()]"],
    ["namespace N { const a = 1; export const b = a + 1; }", "[N.b, Object.keys(N)]"],
    ["namespace N { export const l = []; } N.l.push(1);", "N.l"],
    ["namespace N { export namespace M { export const x = 1; } }", "N.M.x"],
    ["namespace N { export class A { x = 1; } export enum E { B = 2 } }", "[new N.A(), N.E.B]"],
    ["namespace N { export const { a, b: [c] } = { a: 1, b: [2] }; }", "[N.a, N.c]"],
    ["namespace N { export type T = string; }", "1"],
    ["namespace N { export const p = { x: 1 }; } import q = N.p; q.x = 2;", "N.p.x"],
  ]);
});

describe("enums and namespaces: left open", () => {
  leavesOpen([
    ["enum E { A = 1 } enum E { B = 2 }", "[E.A, E.B]"],
    ['namespace N { export let a = "x"; export function set(v) { a = v; } } N.set("y");', "N.a"],
    ['namespace N { export let a = "x"; export function get() { return a; } } N.a = "z";', "N.get()"],
    ["namespace N { export var a = 1; a = 2; }", "N.a"],
    ["namespace A.B { export const c = 1; }", "A.B.c"],
    ["const log = []; namespace A.B { log.push(1); }", "log"],
    ["const log = []; namespace A.B.C { log.push(1); }", "log"],
    ["namespace N { export const a = 1; } namespace N { export const b = 2; }", "[N.a, N.b]"],
    ["function F() { return 1; } namespace F { export const a = 2; }", "[F(), F.a]"],
    ["class C { x = 1; } namespace C { export const a = 2; }", "[new C(), C.a]"],
    ["declare namespace N { const a: number; }", "typeof N"],
  ]);
});
