import { describe, expect, it } from "vitest";
import { breaksAfterColon } from "../../src/edit/style.js";
import { open } from "./open.js";

const styleOf = (text: string) => open(`${text}\nexport default { providers: [] };\n`).editor.style;

/** A text of so many characters, with its quotes. */
const quoted = (length: number): string => `"${"x".repeat(length - 2)}"`;

describe("a value stands below its key, as Prettier has it", () => {
  it.each([
    { form: "where the line would be too long", key: "issuer", length: 73, breaks: true },
    { form: "not where it just fits", key: "issuer", length: 71, breaks: false },
    { form: "where it just does not fit", key: "issuer", length: 72, breaks: true },
    { form: "not behind a key that is hardly longer than an indent", key: "type", length: 100, breaks: false },
    { form: "behind a key that is a little longer", key: "types", length: 100, breaks: true },
    { form: "not behind the same key where indents are wider", key: "issuer", tabWidth: 4, length: 100, breaks: false },
    { form: "where an indent makes it too long", key: "issuer", indent: "  ", length: 70, breaks: true },
    { form: "not where it just fits behind an indent", key: "issuer", indent: "  ", length: 69, breaks: false },
    { form: "where a tab makes it too long", key: "issuer", indent: "\t", length: 70, breaks: true },
    { form: "not where it just fits behind a tab", key: "issuer", indent: "\t", length: 69, breaks: false },
    {
      form: "where a wide tab makes it too long",
      key: "applicationID",
      indent: "\t",
      tabWidth: 4,
      length: 61,
      breaks: true,
    },
    {
      form: "not where it just fits behind a wide tab",
      key: "applicationID",
      indent: "\t",
      tabWidth: 4,
      length: 60,
      breaks: false,
    },
  ])("$form", ({ key, length, breaks, indent = "", tabWidth = 2 }) => {
    expect(breaksAfterColon(key, quoted(length), indent, tabWidth)).toBe(breaks);
  });

  it("only where it is a plain text", () => {
    expect(breaksAfterColon("issuer", `'${"x".repeat(100)}'`, "", 2)).toBe(true);
    expect(breaksAfterColon("issuer", `\`${"x".repeat(100)}\``, "", 2)).toBe(false);
    expect(breaksAfterColon("issuer", `f("${"x".repeat(100)}")`, "", 2)).toBe(false);
  });
});

describe("one level of indentation", () => {
  it.each([
    { form: "two spaces", text: "const a = {\n  b: 1,\n};", width: 2 },
    { form: "four spaces", text: "const a = {\n    b: 1,\n};", width: 4 },
    {
      form: "four spaces, below a comment whose lines have one",
      text: "/**\n * b\n */\nconst a = {\n    b: 1,\n};",
      width: 4,
    },
    { form: "a tab, of which nothing tells more", text: "const a = {\n\tb: 1,\n};", width: 2 },
    {
      form: "a tab that must be wide, or a line would have been broken",
      text: `const a = {\n\tissuer: ${quoted(100)},\n};`,
      width: 4,
    },
    { form: "a tab, where that line is broken", text: `const a = {\n\tissuer:\n\t\t${quoted(100)},\n};`, width: 2 },
    {
      form: "a tab, where that line is short",
      text: `const a = {\n\tissuer: "a",\n\tjwks: ${quoted(100)},\n};`,
      width: 2,
    },
    {
      form: "a tab, where that line holds several members",
      text: `const a = {\n\tb: { c: 1, issuer: ${quoted(100)} },\n};`,
      width: 2,
    },
  ])("counts as $width columns: $form", ({ text, width }) => {
    expect(styleOf(text).tabWidth).toBe(width);
  });
});

describe("a comma behind the last of several lines", () => {
  it.each([
    { form: "an object has one", text: "const a = {\n  b: 1,\n};", is: true },
    { form: "an object has none", text: "const a = {\n  b: 1\n};", is: false },
    { form: "a list has none", text: "const a = [\n  1\n];", is: false },
    { form: "the first of them has none", text: "const a = {\n  b: 1\n};\nconst c = [\n  1,\n];", is: false },
    { form: "the first of them has one", text: "const a = {\n  b: 1,\n};\nconst c = [\n  1\n];", is: true },
    { form: "nothing is said by one line", text: "const a = { b: 1 };", is: true },
    { form: "nothing is said by what is empty", text: "const a = {\n};", is: true },
    { form: "nothing is said by an end on the line of the last", text: "const a = {\n  b: 1 };", is: true },
    { form: "nothing is said by a block", text: "function f() {\n  return 1;\n}", is: true },
  ])("is wanted or not: $form", ({ text, is }) => {
    expect(styleOf(text).hasTrailingCommas).toBe(is);
  });
});
