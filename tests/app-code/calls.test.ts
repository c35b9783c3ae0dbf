import { parse } from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import { findCall } from "../../src/app-code/calls.js";

/** The text of the name by which `handle` of the package `sdk` is called first. */
function calledIn(text: string, name: string | null = "handle"): string | null {
  const call = findCall(parse(text, { range: true }), name, "sdk");
  return call == null ? null : text.slice(...call.range);
}

describe("a function of a package is called", () => {
  it.each([
    { text: 'import { handle } from "sdk"; export const GET = handle();', call: "handle" },
    { text: 'import { handle as h } from "sdk"; export const GET = wrap(() => h({}));', call: "h" },
    { text: 'import { other, handle } from "sdk"; other(handle());', call: "handle" },
  ])("$text", ({ text, call }) => {
    expect(calledIn(text)).toBe(call);
  });
});

describe("it is not called", () => {
  it.each([
    'import { handle } from "sdk"; export { handle };',
    'import { handle } from "other"; handle();',
    'import { other as handle } from "sdk"; handle();',
    'import handle from "sdk"; handle();',
    'import * as sdk from "sdk"; sdk.handle();',
    'import { "handle" as h } from "sdk"; h();',
    "handle();",
  ])("%s", (text) => {
    expect(calledIn(text)).toBeNull();
  });

  it("where the package has no such function", () => {
    expect(calledIn('import { handle } from "sdk"; handle();', null)).toBeNull();
  });
});
