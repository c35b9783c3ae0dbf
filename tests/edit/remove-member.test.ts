import { describe, expect, it } from "vitest";
import { applied, open } from "./open.js";

/** The text without the member `x` of its first provider. */
function without(text: string, name = "x"): string | null {
  const { editor, member } = open(text);
  return applied(text, editor.removeMember(member(name)));
}

/** A list of one provider with these lines. */
const list = (...lines: readonly string[]): string =>
  `export default {\n  providers: [\n    {\n${lines.map((line) => `${line === "" ? "" : `      ${line}`}\n`).join("")}    },\n  ],\n};\n`;

interface Row {
  readonly layout: string;
  readonly before: string;
  readonly after: string;
}

function everyRow(rows: readonly Row[]): void {
  it.each(rows)("$layout", ({ before, after }) => {
    expect(without(before)).toBe(after);
  });
}

describe("one member a line", () => {
  everyRow([
    {
      layout: "the first",
      before: list("x: 1,", 'issuer: "a",', 'jwks: "b",'),
      after: list('issuer: "a",', 'jwks: "b",'),
    },
    {
      layout: "one in the middle",
      before: list('issuer: "a",', "x: 1,", 'jwks: "b",'),
      after: list('issuer: "a",', 'jwks: "b",'),
    },
    {
      layout: "the last",
      before: list('issuer: "a",', 'jwks: "b",', "x: 1,"),
      after: list('issuer: "a",', 'jwks: "b",'),
    },
    {
      layout: "the last, without a trailing comma",
      before: list('issuer: "a",', 'jwks: "b",', "x: 1"),
      after: list('issuer: "a",', 'jwks: "b"'),
    },
    {
      layout: "one in the middle, without a trailing comma",
      before: list('issuer: "a",', "x: 1,", 'jwks: "b"'),
      after: list('issuer: "a",', 'jwks: "b"'),
    },
    {
      layout: "a value over several lines",
      before: list('issuer: "a",', "x: [", "  1,", "],", 'jwks: "b",'),
      after: list('issuer: "a",', 'jwks: "b",'),
    },
    {
      layout: "blanks behind it",
      before: list('issuer: "a",', "x: 1,  ", 'jwks: "b",'),
      after: list('issuer: "a",', 'jwks: "b",'),
    },
    {
      layout: "a quoted one",
      before: list('"issuer": "a",', '"x": 1,', '"jwks": "b",'),
      after: list('"issuer": "a",', '"jwks": "b",'),
    },
    {
      layout: "one that is written twice",
      before: list("x: 1,", 'issuer: "a",', "x: 2,"),
      after: list('issuer: "a",'),
    },
    {
      layout: "commas that lead the lines",
      before: list('issuer: "a"', ", x: 1", ', jwks: "b"'),
      after: list('issuer: "a"', ', jwks: "b"'),
    },
    {
      layout: "commas that lead the lines, and the last one",
      before: list('issuer: "a"', ', jwks: "b"', ", x: 1"),
      after: list('issuer: "a"', ', jwks: "b"'),
    },
    {
      layout: "Windows line ends",
      before: list('issuer: "a",', "x: 1,", 'jwks: "b",').replaceAll("\n", "\r\n"),
      after: list('issuer: "a",', 'jwks: "b",').replaceAll("\n", "\r\n"),
    },
    {
      layout: "Windows line ends, and the last without a comma",
      before: list('issuer: "a",', "x: 1").replaceAll("\n", "\r\n"),
      after: list('issuer: "a"').replaceAll("\n", "\r\n"),
    },
    {
      layout: "tabs",
      before: list('issuer: "a",', "x: 1,", 'jwks: "b",').replaceAll("  ", "\t"),
      after: list('issuer: "a",', 'jwks: "b",').replaceAll("  ", "\t"),
    },
    {
      layout: "the line ends of old Macs",
      before: list('issuer: "a",', "x: 1,", 'jwks: "b",').replaceAll("\n", "\r"),
      after: list('issuer: "a",', 'jwks: "b",').replaceAll("\n", "\r"),
    },
  ]);
});

describe("blank lines", () => {
  everyRow([
    {
      layout: "between members stay single",
      before: list('issuer: "a",', "", "x: 1,", "", 'jwks: "b",'),
      after: list('issuer: "a",', "", 'jwks: "b",'),
    },
    {
      layout: "before it stay",
      before: list('issuer: "a",', "", "x: 1,", 'jwks: "b",'),
      after: list('issuer: "a",', "", 'jwks: "b",'),
    },
    {
      layout: "behind it stay",
      before: list('issuer: "a",', "x: 1,", "", 'jwks: "b",'),
      after: list('issuer: "a",', "", 'jwks: "b",'),
    },
    { layout: "are not left at the beginning", before: list("x: 1,", "", 'issuer: "a",'), after: list('issuer: "a",') },
    { layout: "are not left at the end", before: list('issuer: "a",', "", "x: 1,"), after: list('issuer: "a",') },
    {
      layout: "are not left at the end, without a trailing comma",
      before: list('issuer: "a",', "", "x: 1"),
      after: list('issuer: "a"'),
    },
    {
      layout: "with Windows line ends are not left at the end",
      before: list('issuer: "a",', "", "x: 1,").replaceAll("\n", "\r\n"),
      after: list('issuer: "a",').replaceAll("\n", "\r\n"),
    },
    {
      layout: "that hold blanks stay single",
      before: list('issuer: "a",', " ", "x: 1,", " ", 'jwks: "b",'),
      after: list('issuer: "a",', " ", 'jwks: "b",'),
    },
    {
      layout: "behind it stay, whatever brackets stand before it",
      before: list('issuer: f("a"),', "x: 1,", "", 'jwks: "b",'),
      after: list('issuer: f("a"),', "", 'jwks: "b",'),
    },
    {
      layout: "before it stay, whatever brackets stand behind it",
      before: list('issuer: "a",', "", "x: 1,", 'jwks: f("b"),'),
      after: list('issuer: "a",', "", 'jwks: f("b"),'),
    },
    {
      layout: "with Windows line ends are not left at the beginning",
      before: list("x: 1,", "", 'issuer: "a",').replaceAll("\n", "\r\n"),
      after: list('issuer: "a",').replaceAll("\n", "\r\n"),
    },
    {
      layout: "with Windows line ends stay single",
      before: list('issuer: "a",', "", "x: 1,", "", 'jwks: "b",').replaceAll("\n", "\r\n"),
      after: list('issuer: "a",', "", 'jwks: "b",').replaceAll("\n", "\r\n"),
    },
  ]);
});

describe("comments stay", () => {
  everyRow([
    {
      layout: "above it",
      before: list('issuer: "a",', "// why", "x: 1,", 'jwks: "b",'),
      after: list('issuer: "a",', "// why", 'jwks: "b",'),
    },
    {
      layout: "below it",
      before: list('issuer: "a",', "x: 1,", "// keys", 'jwks: "b",'),
      after: list('issuer: "a",', "// keys", 'jwks: "b",'),
    },
    {
      layout: "behind it on its line",
      before: list('issuer: "a",', "x: 1, // why", 'jwks: "b",'),
      after: list('issuer: "a",', "// why", 'jwks: "b",'),
    },
    {
      layout: "behind it as a block",
      before: list('issuer: "a",', "x: 1, /* why */", 'jwks: "b",'),
      after: list('issuer: "a",', "/* why */", 'jwks: "b",'),
    },
    {
      layout: "before it on its line",
      before: list('issuer: "a",', "/* why */ x: 1,", 'jwks: "b",'),
      after: list('issuer: "a",', "/* why */", 'jwks: "b",'),
    },
    {
      layout: "before its comma",
      before: list('issuer: "a",', "x: 1 /* why */,", 'jwks: "b",'),
      after: list('issuer: "a",', "/* why */", 'jwks: "b",'),
    },
    {
      layout: "inside it",
      before: list('issuer: "a",', "x: /* why */ 1,", 'jwks: "b",'),
      after: list('issuer: "a",', "/* why */", 'jwks: "b",'),
    },
    {
      layout: "several inside it",
      before: list('issuer: "a",', "x /* a */: /* b */ 1 /* c */,", 'jwks: "b",'),
      after: list('issuer: "a",', "/* a */ /* b */ /* c */", 'jwks: "b",'),
    },
    {
      layout: "inside it on lines of their own",
      before: list('issuer: "a",', "x: // a", "  // b", "  1,", 'jwks: "b",'),
      after: list('issuer: "a",', "// a", "// b", 'jwks: "b",'),
    },
    {
      layout: "inside it, with blanks behind it",
      before: list('issuer: "a",', "x: // a", "  1,  ", 'jwks: "b",'),
      after: list('issuer: "a",', "// a  ", 'jwks: "b",'),
    },
    {
      layout: "behind the last, without a trailing comma",
      before: list('issuer: "a",', "x: 1 // why"),
      after: list('issuer: "a"', "// why"),
    },
    {
      layout: "between the last and the comma before it",
      before: list('issuer: "a", // the issuer', "x: 1"),
      after: list('issuer: "a" // the issuer'),
    },
    {
      layout: "between a leading comma and it",
      before: list('issuer: "a"', ", /* why */ x: 1"),
      after: list('issuer: "a"', " /* why */"),
    },
    {
      layout: "inside it, behind a leading comma",
      before: list('issuer: "a"', ", x: /* why */ 1"),
      after: list('issuer: "a"', " /* why */"),
    },
    {
      layout: "that look like members",
      before: list("// x: 0,", "x: 1,", 'issuer: "a",'),
      after: list("// x: 0,", 'issuer: "a",'),
    },
  ]);

  it("and end their line where code follows them", () => {
    expect(without('export default { providers: [{ x: // why\n 1, issuer: "a" }] };\n')).toMatch(
      /\/\/ why\n\s*issuer: "a"/u,
    );
  });
});

describe("several members a line", () => {
  everyRow([
    {
      layout: "the first",
      before: 'export default { providers: [{ x: 1, issuer: "a" }] };\n',
      after: 'export default { providers: [{ issuer: "a" }] };\n',
    },
    {
      layout: "one in the middle",
      before: 'export default { providers: [{ issuer: "a", x: 1, jwks: "b" }] };\n',
      after: 'export default { providers: [{ issuer: "a", jwks: "b" }] };\n',
    },
    {
      layout: "the last",
      before: 'export default { providers: [{ issuer: "a", x: 1 }] };\n',
      after: 'export default { providers: [{ issuer: "a" }] };\n',
    },
    {
      layout: "the last, with a trailing comma",
      before: 'export default { providers: [{ issuer: "a", x: 1, }] };\n',
      after: 'export default { providers: [{ issuer: "a", }] };\n',
    },
    {
      layout: "the last, with a comment before it",
      before: 'export default { providers: [{ issuer: "a", /* why */ x: 1 }] };\n',
      after: 'export default { providers: [{ issuer: "a" /* why */ }] };\n',
    },
    {
      layout: "the only one",
      before: "export default { providers: [{ x: 1 }] };\n",
      after: "export default { providers: [{ }] };\n",
    },
    {
      layout: "without spaces",
      before: 'export default {providers:[{issuer:"a",x:1,jwks:"b"}]};\n',
      after: 'export default {providers:[{issuer:"a",jwks:"b"}]};\n',
    },
    {
      layout: "the first of a line of several",
      before: list('x: 1, issuer: "a",', 'jwks: "b",'),
      after: list('issuer: "a",', 'jwks: "b",'),
    },
    {
      layout: "the last of a line of several",
      before: list('issuer: "a", x: 1,', 'jwks: "b",'),
      after: list('issuer: "a",', 'jwks: "b",'),
    },
    {
      layout: "the last of all, on a line of several",
      before: list('jwks: "b",', 'issuer: "a", x: 1'),
      after: list('jwks: "b",', 'issuer: "a"'),
    },
    {
      layout: "behind a brace",
      before: 'export default { providers: [{ x: 1,\n  issuer: "a",\n}] };\n',
      after: 'export default { providers: [{\n  issuer: "a",\n}] };\n',
    },
  ]);
});

describe("what may not be removed", () => {
  it("is text that several calls share", () => {
    expect(
      without('const f = (issuer) => ({ issuer, x: 1 });\nexport default { providers: [f("a"), f("b")] };\n'),
    ).toBeNull();
  });

  it("is a member that was assigned later", () => {
    expect(without('const p = { issuer: "a" };\np.x = 1;\nexport default { providers: [p] };\n')).toBeNull();
  });

  it("is a member that hides the same one of a spread object, which would come to light", () => {
    expect(
      without('const base = { x: 0, jwks: "b" };\nexport default { providers: [{ ...base, x: 1 }] };\n'),
    ).toBeNull();
    expect(without('const base = { jwks: "b" };\nexport default { providers: [{ ...base, x: 1 }] };\n')).toBe(
      'const base = { jwks: "b" };\nexport default { providers: [{ ...base }] };\n',
    );
  });

  it("is a member that hides one that was assigned to a spread object", () => {
    expect(
      without('const base = { jwks: "b" };\nbase.x = 0;\nexport default { providers: [{ ...base, x: 1 }] };\n'),
    ).toBeNull();
    expect(
      without('exports.x = 0;\nmodule.exports = { providers: [{ ...exports, issuer: "a", x: 1 }] };\n'),
    ).toBeNull();
    expect(without('exports.y = 0;\nmodule.exports = { providers: [{ ...exports, issuer: "a", x: 1 }] };\n')).toBe(
      'exports.y = 0;\nmodule.exports = { providers: [{ ...exports, issuer: "a" }] };\n',
    );
  });

  it("but text of a function that is called once may be", () => {
    expect(without('const f = (issuer) => ({ issuer, x: 1 });\nexport default { providers: [f("a")] };\n')).toBe(
      'const f = (issuer) => ({ issuer });\nexport default { providers: [f("a")] };\n',
    );
  });

  it("and text that was spread", () => {
    expect(
      without('const base = { x: 1, jwks: "b" };\nexport default { providers: [{ ...base, issuer: "a" }] };\n'),
    ).toBe('const base = { jwks: "b" };\nexport default { providers: [{ ...base, issuer: "a" }] };\n');
  });
});

it("names each property that it removes", () => {
  const { editor, member } = open('export default { providers: [{ x: 1, issuer: "a", x: 2 }] };\n');
  const [repair] = editor.removeMember(member("x"));
  expect(repair?.places.map(({ node, name }) => [node.type, node.range[0], name])).toEqual([
    ["Property", 50, "x"],
    ["Property", 31, "x"],
  ]);
});
