import { describe, expect, it } from "vitest";
import { described, describedEmptiness } from "../../src/auth-config/described.js";
import type { Value } from "../../src/auth-config/values.js";
import { read, withIssuer } from "./read.js";

/** How an expression is described, in each variant. */
function describedIn(expression: string): readonly string[] {
  const { variants } = read(withIssuer(expression, 'import { flag } from "./flag"; class C {}'));
  return variants.map(({ providers }) => described(providers[0]?.object.members.get("issuer")?.value as Value));
}

describe("a value, for a message,", () => {
  it.each([
    { expression: "5", is: "`5`" },
    { expression: "null", is: "`null`" },
    { expression: '"a"', is: "a string" },
    { expression: "process.env.A", is: "a string from the environment" },
    { expression: "() => 1", is: "a function" },
    { expression: "[]", is: "a list" },
    { expression: "{}", is: "an object" },
    { expression: "process.env", is: "an object" },
    { expression: "process", is: "an object" },
    { expression: "C", is: "a class" },
    { expression: "Object.keys", is: "a function" },
    { expression: "Symbol()", is: "a symbol" },
  ])("is $is: $expression", ({ expression, is }) => {
    expect(describedIn(expression)).toEqual([is]);
  });

  it("is what a condition leaves", () => {
    expect(describedIn('flag && "a"')).toEqual(["a string", "empty if the left side of `&&` is"]);
  });
});

describe("what is there in place of a text", () => {
  it.each([
    { expression: "null", is: "null" },
    { expression: "undefined", is: "undefined" },
    { expression: '""', is: '""' },
    { expression: '"a"', is: null },
    { expression: "0", is: null },
    { expression: "process.env.A", is: null },
    // JSON leaves these out, but they are values.
    { expression: "() => 1", is: null },
    { expression: "Symbol()", is: null },
  ])("is $is: $expression", ({ expression, is }) => {
    const [variant] = read(withIssuer(expression)).variants;
    expect(describedEmptiness(variant?.providers[0]?.object.members.get("issuer")?.value as Value)).toBe(is);
  });
});
