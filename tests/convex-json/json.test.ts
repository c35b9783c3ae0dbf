import { parse } from "@humanwhocodes/momoa";
import { describe, expect, it } from "vitest";
import { membersOf, nameOf, rangeOf, stringsOf, valueAt } from "../../src/convex-json/json.js";
import type { DocumentNode, JsonNode } from "../../src/convex-json/json.js";

/** The tree as `@eslint/json` makes it. */
function read(text: string, mode: "json" | "json5" | "jsonc" = "json"): JsonNode {
  return (parse(text, { mode, ranges: true }) as unknown as DocumentNode).body;
}

function textOf(text: string, node: JsonNode | undefined): string | null {
  return node == null ? null : text.slice(...rangeOf(node));
}

describe("the members of an object", () => {
  it.each([
    ["{}", []],
    ['{ "a": 1, "b": 2 }', ["a", "b"]],
    ['{ "a": 1, "b": 2, "a": 3 }', ["a", "b"]],
    ['{ "": 1, "__proto__": 2, "\\u0061": 3 }', ["", "__proto__", "a"]],
    ["[]", []],
    ['["a"]', []],
    ["null", []],
    ['"a"', []],
    ["1", []],
    ["true", []],
  ])("%s: %j", (text, names) => {
    expect(membersOf(read(text)).map(nameOf)).toEqual(names);
  });

  it("of one name are one: the last", () => {
    const text = '{ "a": 1, "a": 2 }';
    expect(membersOf(read(text)).map(({ value }) => textOf(text, value))).toEqual(["2"]);
  });

  it("may have names without quotes, and comments between them", () => {
    expect(membersOf(read("{ a: 1, 'b': 2, Infinity: 3 }", "json5")).map(nameOf)).toEqual(["a", "b", "Infinity"]);
    expect(membersOf(read('{ /* a */ "b": 2 // c\n }', "jsonc")).map(nameOf)).toEqual(["b"]);
  });

  it("are none of nothing", () => {
    expect(membersOf(undefined)).toEqual([]);
  });
});

describe("a value at a path", () => {
  const text =
    '{ "authKit": { "dev": { "configure": { "redirectUris": ["a"] }, "localEnvVars": false } }, "list": [{ "0": 1 }], "twice": 1, "twice": { "a": 2 } }';

  it.each([
    [[], text],
    [["authKit", "dev", "configure", "redirectUris"], '["a"]'],
    [["authKit", "dev", "localEnvVars"], "false"],
    [["twice", "a"], "2"],
    [["authKit", "prod", "configure"], null],
    [["authKit", "dev", "localEnvVars", "a"], null],
    [["list", "0"], null],
    [["toString"], null],
    [["__proto__"], null],
  ])("%j: %s", (path, value) => {
    expect(textOf(text, valueAt(read(text), ...path))).toBe(value);
  });
});

describe("the texts of a list", () => {
  it.each([
    ['["a", "b"]', ["a", "b"]],
    ['["a", 1, null, ["b"], { "c": "d" }, "\\n"]', ["a", "\n"]],
    ["[]", []],
    ['{ "0": "a" }', []],
    ['"a"', []],
  ])("%s: %j", (text, values) => {
    expect(stringsOf(read(text)).map(({ value }) => value)).toEqual(values);
  });

  it("are none of nothing", () => {
    expect(stringsOf(undefined)).toEqual([]);
  });
});

it("knows the place of each part", () => {
  const text = '\n{ "a": "b" }';
  const [member] = membersOf(read(text));
  if (member == null) throw new Error("There is no member");
  expect([member.name, member.value, member].map((part) => text.slice(...rangeOf(part)))).toEqual([
    '"a"',
    '"b"',
    '"a": "b"',
  ]);
});
