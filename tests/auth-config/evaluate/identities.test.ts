/** Values and conditions that cannot be read are told apart by what they are, never by how they are spelled. */
import { describe, expect, it } from "vitest";
import { opaqueIdentity } from "../../../src/auth-config/values.js";
import type { Value } from "../../../src/auth-config/values.js";
import { issuersOfVariants, readOne, readProvider } from "../read.js";

const imports =
  'import * as flags from "./flags"; import { a, b, c, idOf, isOn, legacy } from "./flags"; const isLive = (f) => f.x; const { x } = flags;';

/** How two conditions turn out together: `x` or `y` for the first one, `1` or `2` for the second. */
function waysOf(first: string, second: string): readonly string[] {
  const issuer = `((${first}) ? "x" : "y") + ((${second}) ? "1" : "2")`;
  const text = `${imports} export default { providers: [{ issuer: ${issuer} }] };`;
  return [...new Set(issuersOfVariants(text).flat())].toSorted();
}

describe("one condition, spelled twice", () => {
  it.each([
    ["flags.x", "x"],
    ["flags.x", 'flags["x"]'],
    ["flags.x", "flags?.x"],
    ["flags.x", "(flags as any).x"],
    ["flags.x", "flags\n  .x"],
    ["flags.x", "isLive(flags)"],
    ["a.x", "isLive(a)"],
    ["legacy", "legacy === true"],
    ["legacy", "!!legacy"],
    ["legacy", "Boolean(legacy)"],
    ["legacy", "legacy ? true : false"],
    ['isOn("x")', "isOn('x')"],
    ['isOn("x")', "isOn(`x`)"],
    ["a === b", "b === a"],
    ["process.env.A === process.env.B", "process.env.B === process.env.A"],
    ['process.env.A === "x"', '"x" === process.env["A"]'],
    ["a > b", "b < a"],
    ["a >= b", "b <= a"],
    ["!(a && b)", "!a || !b"],
    ["!(a || b)", "!a && !b"],
    ["a == null", "a === null || a === undefined"],
    ['typeof a === "string"', '"string" === typeof a'],
    ["a.length > 5", "5 < a.length"],
  ])("turns out the same: %s and %s", (first, second) => {
    expect(waysOf(first, second)).toEqual(["x1", "y2"]);
  });

  it.each([
    ["flags.x", "!x"],
    ["a === b", "a !== b"],
    ["a === b", "b !== a"],
    ["process.env.A === process.env.B", "process.env.B !== process.env.A"],
    ["a > b", "a <= b"],
    ["a < b", "b <= a"],
    ["legacy === true", "!legacy"],
    ["a && b", "!a || !b"],
  ])("turns out otherwise where it is negated: %s and %s", (first, second) => {
    expect(waysOf(first, second)).toEqual(["x2", "y1"]);
  });
});

describe("different conditions", () => {
  it.each([
    ["a", "b"],
    ["flags.x", "flags.y"],
    ["flags.x", "a.x"],
    ["isLive(a)", "isLive(b)"],
    ["idOf(a)", "idOf(b)"],
    ['isOn("x")', 'isOn("y")'],
    ["a === b", "a === c"],
    ["process.env.A === process.env.B", "process.env.A === process.env.C"],
    ["a > b", "a > c"],
  ])("are combined: %s and %s", (first, second) => {
    expect(waysOf(first, second)).toEqual(["x1", "x2", "y1", "y2"]);
  });

  it.each([
    ['a === "x"', 'a === "y"', ["x2", "y1", "y2"]],
    ['process.env.A === "x"', 'process.env.A === "y"', ["x2", "y1", "y2"]],
    ["a > b", "a < b", ["x2", "y1", "y2"]],
    ["a && b", "a", ["x1", "y1", "y2"]],
    ["a || b", "a", ["x1", "x2", "y2"]],
    ["a", "a?.x", ["x1", "x2", "y2"]],
  ])("are combined as far as one does not rule out the other: %s and %s", (first, second, ways) => {
    expect(waysOf(first, second)).toEqual(ways);
  });
});

/** Whether two expressions are one value, as far as the file tells. */
function areSame(first: string, second: string): boolean {
  const { list } = readOne(
    `${imports} const idOfLocal = (x) => x.id; export default { providers: [${first}, ${second}] };`,
  );
  const [left, right] = (list?.elements ?? []).map((value) => opaqueIdentity(value));
  if (left == null || right == null) throw new Error("a value that can be read");
  return left === right;
}

describe("a value that cannot be read", () => {
  it.each([
    ["a", "a!"],
    ["flags.x", "x"],
    ["flags.x", 'flags["x"]'],
    ["a.id", "idOfLocal(a)"],
    ["idOf(a)", "idOf(a)"],
    ["process.env.A", 'process.env["A"]'],
    ["`${process.env.A}`", "String(process.env.A)"],
  ])("is the same however it is spelled: %s and %s", (first, second) => {
    expect(areSame(first, second)).toBe(true);
  });

  it.each([
    ["a", "b"],
    ["idOf(a)", "idOf(b)"],
    ["idOfLocal(a)", "idOfLocal(b)"],
    ["a.id", "b.id"],
    ["a.id", "a.ID"],
    ['isOn("x")', "isOn(`y`)"],
    ["process.env.A", "process.env.B"],
    ["a[flags.x]", "a[flags.y]"],
  ])("is another one even where it is spelled alike: %s and %s", (first, second) => {
    expect(areSame(first, second)).toBe(false);
  });

  it("is not the client ID of a provider where a helper reads it from something else", () => {
    const isOwn = (audience: string): boolean => {
      const found = readProvider(
        `${imports} const idOfLocal = (x) => x.id; export default { providers: [{ issuer: \`https://api.workos.com/user_management/\${idOfLocal(a)}\`, applicationID: ${audience} }] };`,
      );
      return found.isOwnClientId(found.object.members.get("applicationID")?.value as Value);
    };
    expect(isOwn("idOfLocal(a)")).toBe(true);
    expect(isOwn("a.id")).toBe(true);
    expect(isOwn("idOfLocal(b)")).toBe(false);
  });
});
