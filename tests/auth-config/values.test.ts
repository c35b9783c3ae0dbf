import { describe, expect, it } from "vitest";
import {
  isCertainlyNoString,
  isCertainlyPresent,
  isFalsy,
  listingsOf,
  literalsOf,
  readableText,
  wholeText,
} from "../../src/auth-config/values.js";
import type { Value } from "../../src/auth-config/values.js";
import { read, readOne, readProvider, shown } from "./read.js";

/** Whether the value of a member is certainly there, in JSON. */
function isPresent(expression: string): boolean | undefined {
  const found = readProvider(
    `import { x } from "./x"; const issuer = ${expression}; export default { providers: [{ issuer, jwks: "k" }] };`,
  );
  const value = found.object.members.get("issuer")?.value;
  return value == null ? undefined : isCertainlyPresent(value);
}

describe("a value that is certainly neither null nor undefined", () => {
  it.each([
    '"a"',
    '""',
    "5",
    "false",
    "process.env.X",
    "`a${x}`",
    "`${x}`",
    "{}",
    "[]",
    "process.env",
    "!x",
    "x.y > 5",
  ])("%s", (expression) => {
    expect(isPresent(expression)).toBe(true);
  });

  it.each(["null", "undefined", "x", "x()", "() => {}", "x + x"])("not %s", (expression) => {
    expect(isPresent(expression)).toBe(false);
  });
});

/** The value of an expression, as an unknown name, a text and a constant would be. */
function valueIn(expression: string, before = ""): Value {
  const value = readProvider(
    `import { x } from "./x"; ${before} const issuer = ${expression}; export default { providers: [{ issuer, jwks: "k" }] };`,
  ).object.members.get("issuer")?.value;
  if (value == null) throw new Error("no value");
  return value;
}

describe("a value that is certainly falsy", () => {
  it.each(["undefined", "null", "false", "0", "0n", '""', "``", "() => {}"])("%s", (expression) => {
    expect(isFalsy(valueIn(expression))).toBe(true);
  });

  it.each(["true", "5", '"a"', "process.env.X", "`${x}`", "x", "x()", "{}", "[]"])("not %s", (expression) => {
    expect(isFalsy(valueIn(expression))).toBe(false);
  });

  it("is what && leaves of a condition", () => {
    const { variants } = read('import { x } from "./x"; export default { providers: [{ issuer: x && "a" }] };');
    expect(
      variants.map(({ providers }) => isFalsy(providers[0]?.object.members.get("issuer")?.value as Value)),
    ).toEqual([false, true]);
  });
});

describe("a value that is certainly not a string, and something", () => {
  it.each(["5", "true", "{}", "[]", "process.env"])("%s", (expression) => {
    expect(isCertainlyNoString(valueIn(expression))).toBe(true);
  });

  it.each(["undefined", "null", "() => {}", '"a"', "process.env.X", "`${x}`", "x"])("not %s", (expression) => {
    expect(isCertainlyNoString(valueIn(expression))).toBe(false);
  });
});

describe("a text as a person is shown it", () => {
  it.each([
    { expression: '"https://a.example/"', shown: "https://a.example/" },
    { expression: "`https://a.example/${x}`", shown: "https://a.example/…" },
    { expression: '"https://" + process.env.HOST + "/" + x + "/"', shown: "https://…/…/" },
  ])("is $shown for $expression", ({ expression, shown }) => {
    const text = valueIn(expression);
    expect(text.kind === "text" && readableText(text)).toBe(shown);
  });
});

describe("the whole text of a piece that is written down", () => {
  it.each([
    { expression: '"a"', whole: ["a"] },
    { expression: "`a`", whole: ["a"] },
    { expression: "`a${x}b`", whole: [null, null] },
    { expression: '"a" + `b` + `c${x}`', whole: ["a", "b", null] },
  ])("is $whole for $expression", ({ expression, whole }) => {
    const text = valueIn(expression);
    const leaves =
      text.kind === "text"
        ? text.parts.flatMap((part) => (part.kind === "literal" && part.leaf != null ? [part.leaf] : []))
        : [];
    expect(leaves.map((leaf) => wholeText(leaf))).toEqual(whole);
  });
});

describe("the object literals that members come from", () => {
  const literals = (provider: string, before = "") => {
    const text = `import { x } from "./x"; ${before} export default { providers: [${provider}] };`;
    return literalsOf(readProvider(text).object).map(({ range }) => text.slice(...range));
  };

  it.each([
    { form: "its own", provider: '{ issuer: "a" }', are: ['{ issuer: "a" }'] },
    {
      form: "a spread constant's",
      provider: "{ ...rest }",
      before: 'const rest = { issuer: "a" };',
      are: ["{ ...rest }", '{ issuer: "a" }'],
    },
    {
      form: "those of a spread of a spread",
      provider: "{ ...rest }",
      before: 'const base = { issuer: "a" }; const rest = { ...base };',
      are: ["{ ...rest }", "{ ...base }", '{ issuer: "a" }'],
    },
    {
      form: "one, however often it is spread",
      provider: "{ ...rest, ...rest }",
      before: 'const rest = { issuer: "a" };',
      are: ["{ ...rest, ...rest }", '{ issuer: "a" }'],
    },
    { form: "none of what cannot be read", provider: '{ ...x, issuer: "a" }', are: ['{ ...x, issuer: "a" }'] },
  ])("are $form", ({ provider, before, are }) => {
    expect(literals(provider, before)).toEqual(are);
  });

  it("are none of the module object of a CommonJS file", () => {
    const exported = readOne('exports.providers = [{ issuer: "a" }];').defaultExport?.value;
    expect(exported?.kind === "object" && literalsOf(exported)).toEqual([]);
  });
});

it("a value knows all places at which the environment is listed for it", () => {
  const listing =
    "`${Object.keys(process.env)[0]}/${Object.values(process.env)[0]}/${Object.keys(process.env).length}`";
  const elements = readOne(`export default { providers: [${listing}, process.env.A] };`).list?.elements ?? [];
  expect(elements.map((element) => shown(element))).toEqual(["undefined/undefined/0", "${A}"]);
  expect(elements.map((element) => listingsOf(element).size)).toEqual([3, 0]);
});
