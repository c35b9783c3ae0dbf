import { describe, expect, it } from "vitest";
import { applied, open } from "./open.js";

const members = [
  { name: "issuer", value: '"new"' },
  { name: "algorithm", value: '"RS256"' },
];

function added(text: string, where: "after" | "before" = "after", index = 0): string | null {
  const { editor, provider } = open(text);
  return applied(
    text,
    editor.addProvider(provider(index), where, () => members),
  );
}

function removed(text: string, index = 0): string | null {
  const { editor, provider } = open(text);
  return applied(text, editor.removeProvider(provider(index)));
}

const one = (...lines: readonly string[]): string =>
  `export default {\n  providers: [\n${lines.map((line) => `    ${line}\n`).join("")}  ],\n};\n`;

describe("a new provider", () => {
  it.each([
    {
      layout: "one member a line",
      before: one("{", '  issuer: "a",', "},"),
      after: one("{", '  issuer: "a",', "},", "{", '  issuer: "new",', '  algorithm: "RS256",', "},"),
    },
    {
      layout: "without trailing commas",
      before: one("{", '  issuer: "a"', "}"),
      after: one("{", '  issuer: "a"', "},", "{", '  issuer: "new",', '  algorithm: "RS256"', "}"),
    },
    {
      layout: "one provider a line",
      before: one('{ issuer: "a" },'),
      after: one('{ issuer: "a" },', '{ issuer: "new", algorithm: "RS256" },'),
    },
    {
      layout: "all in one line",
      before: 'export default { providers: [{ issuer: "a" }] };\n',
      after: 'export default { providers: [{ issuer: "a" }, { issuer: "new", algorithm: "RS256" }] };\n',
    },
    {
      layout: "tabs",
      before: one("{", '  issuer: "a",', "},").replaceAll("  ", "\t"),
      after: one("{", '  issuer: "a",', "},", "{", '  issuer: "new",', '  algorithm: "RS256",', "},").replaceAll(
        "  ",
        "\t",
      ),
    },
    {
      layout: "Windows line ends",
      before: one("{", '  issuer: "a",', "},").replaceAll("\n", "\r\n"),
      after: one("{", '  issuer: "a",', "},", "{", '  issuer: "new",', '  algorithm: "RS256",', "},").replaceAll(
        "\n",
        "\r\n",
      ),
    },
    {
      layout: "quoted keys",
      before: one("{", '  "issuer": "a",', "},"),
      after: one("{", '  "issuer": "a",', "},", "{", '  "issuer": "new",', '  "algorithm": "RS256",', "},"),
    },
    {
      layout: "a comment behind the neighbour",
      before: one('{ issuer: "a" }, // first'),
      after: one('{ issuer: "a" }, // first', '{ issuer: "new", algorithm: "RS256" },'),
    },
    {
      layout: "a comment behind the neighbour, without a comma",
      before: one('{ issuer: "a" } // first'),
      after: one('{ issuer: "a" }, // first', '{ issuer: "new", algorithm: "RS256" }'),
    },
    {
      layout: "alphabetical order",
      before: one("{", '  applicationID: "x",', '  issuer: "a",', '  jwks: "b",', '  type: "t",', "},"),
      after: one(
        "{",
        '  applicationID: "x",',
        '  issuer: "a",',
        '  jwks: "b",',
        '  type: "t",',
        "},",
        "{",
        '  algorithm: "RS256",',
        '  issuer: "new",',
        "},",
      ),
    },
    {
      layout: "types around the neighbour",
      before: one('{ issuer: "a" } as const,'),
      after: one('{ issuer: "a" } as const,', '{ issuer: "new", algorithm: "RS256" },'),
    },
    {
      layout: "four members in no order",
      before: one("{", '  type: "t",', '  issuer: "a",', '  jwks: "b",', '  algorithm: "RS256",', "},"),
      after: one(
        "{",
        '  type: "t",',
        '  issuer: "a",',
        '  jwks: "b",',
        '  algorithm: "RS256",',
        "},",
        "{",
        '  issuer: "new",',
        '  algorithm: "RS256",',
        "},",
      ),
    },
    {
      layout: "a spread",
      before: one("{", "  ...{},", '  "issuer": "a",', "},"),
      after: one("{", "  ...{},", '  "issuer": "a",', "},", "{", '  "issuer": "new",', '  "algorithm": "RS256",', "},"),
    },
    { layout: "no members", before: one("{},"), after: one("{},", '{ issuer: "new", algorithm: "RS256" },') },
  ])("stands behind its neighbour and looks like it: $layout", ({ before, after }) => {
    expect(added(before)).toBe(after);
  });

  it.each([
    {
      layout: "one member a line",
      before: one("{", '  issuer: "a",', "},"),
      after: one("{", '  issuer: "new",', '  algorithm: "RS256",', "},", "{", '  issuer: "a",', "},"),
    },
    {
      layout: "all in one line",
      before: 'export default { providers: [{ issuer: "a" }] };\n',
      after: 'export default { providers: [{ issuer: "new", algorithm: "RS256" }, { issuer: "a" }] };\n',
    },
  ])("may stand before it: $layout", ({ before, after }) => {
    expect(added(before, "before")).toBe(after);
  });

  it("has its members in alphabetical order where its neighbour has, however many they are", () => {
    const text = one("{", '  algorithm: "RS256",', '  issuer: "a",', '  jwks: "b",', '  type: "t",', "},");
    const { editor, provider } = open(text);
    const all = ["type", "issuer", "algorithm", "jwks"].map((name) => ({ name, value: '"new"' }));
    expect(
      applied(
        text,
        editor.addProvider(provider(), "after", () => all),
      ),
    ).toBe(
      one(
        "{",
        '  algorithm: "RS256",',
        '  issuer: "a",',
        '  jwks: "b",',
        '  type: "t",',
        "},",
        "{",
        '  algorithm: "new",',
        '  issuer: "new",',
        '  jwks: "new",',
        '  type: "new",',
        "},",
      ),
    );
  });

  it("stands between two", () => {
    expect(added(one('{ issuer: "a" },', '{ issuer: "b" },'))).toBe(
      one('{ issuer: "a" },', '{ issuer: "new", algorithm: "RS256" },', '{ issuer: "b" },'),
    );
  });

  it("stands at the end, where its neighbour is made elsewhere", () => {
    expect(added('const a = { issuer: "a" };\nexport default { providers: [a] };\n')).toBe(
      'const a = { issuer: "a" };\nexport default { providers: [a, { issuer: "new", algorithm: "RS256" }] };\n',
    );
    expect(added('const a = { issuer: "a" };\nexport default { providers: [a] };\n', "before")).toBe(
      'const a = { issuer: "a" };\nexport default { providers: [{ issuer: "new", algorithm: "RS256" }, a] };\n',
    );
  });

  it("stands in lines of its own, where its neighbour is a name on one", () => {
    expect(added(`const a = { issuer: "a" };\n${one("a,")}`)).toBe(
      `const a = { issuer: "a" };\n${one("a,", "{", '  issuer: "new",', '  algorithm: "RS256",', "},")}`,
    );
  });

  it.each([
    { form: "behind the names", where: "after" as const, after: ["a,", "b,", "NEW"] },
    { form: "before the names", where: "before" as const, after: ["NEW", "a,", "b,"] },
  ])("stands in lines of its own, where all stand on one: $form", ({ where, after }) => {
    const text = (list: string) =>
      `const a = { issuer: "a" };\nconst b = { issuer: "b" };\nconst list = ${list};\nexport default { providers: list };\n`;
    const lines = after.flatMap((line) =>
      line === "NEW" ? ["{", '  issuer: "new",', '  algorithm: "RS256",', "},"] : [line],
    );
    expect(added(text("[a, b]"), where)).toBe(text(`[\n${lines.map((line) => `  ${line}\n`).join("")}]`));
  });

  it("has no comma in lines of its own, where the file has none", () => {
    const text = (list: string) =>
      `const a = {\n  issuer: "a"\n};\nconst list = ${list};\nexport default { providers: list };\n`;
    expect(added(text("[a]"))).toBe(text('[\n  a,\n  {\n    issuer: "new",\n    algorithm: "RS256"\n  }\n]'));
  });

  it("stands on the line of a list of names and objects", () => {
    const text = (list: string) =>
      `const a = { issuer: "a" };\nconst list = ${list};\nexport default { providers: list };\n`;
    expect(added(text('[a, { issuer: "b" }]'))).toBe(
      text('[a, { issuer: "b" }, { issuer: "new", algorithm: "RS256" }]'),
    );
  });

  it("stands on the line of a list that has a hole", () => {
    const text = (list: string) =>
      `const a = { issuer: "a" };\nconst list = ${list};\nexport default { providers: list };\n`;
    expect(added(text("[, a]"))).toBe(text('[, a, { issuer: "new", algorithm: "RS256" }]'));
  });

  it("stands in the list that its neighbour stands in", () => {
    expect(added('const list = [{ issuer: "a" }];\nexport default { providers: [...list] };\n')).toBe(
      'const list = [{ issuer: "a" }, { issuer: "new", algorithm: "RS256" }];\nexport default { providers: [...list] };\n',
    );
  });

  it.each([
    {
      form: "behind it",
      where: "after" as const,
      after:
        'const list = [];\nlist.push({ issuer: "a" });\nlist.push({ issuer: "new", algorithm: "RS256" });\nexport default { providers: list };\n',
    },
    {
      form: "before it",
      where: "before" as const,
      after:
        'const list = [];\nlist.push({ issuer: "new", algorithm: "RS256" });\nlist.push({ issuer: "a" });\nexport default { providers: list };\n',
    },
  ])("is pushed where its neighbour is: $form", ({ where, after }) => {
    expect(added('const list = [];\nlist.push({ issuer: "a" });\nexport default { providers: list };\n', where)).toBe(
      after,
    );
  });

  it("is pushed inside the same block, without a semicolon where there is none, and behind comments", () => {
    const text = (line: string) =>
      `const list = []\nif (process.env.X) {\n  list.push({ issuer: "a" }) // first\n${line}}\nexport default { providers: list }\n`;
    expect(added(text(""))).toBe(text('  list.push({ issuer: "new", algorithm: "RS256" })\n'));
  });

  it("stands at the end of the list, where a push is no statement of its own", () => {
    const text = (list: string) =>
      `const list = ${list};\nconst n = list.push({ issuer: "a" });\nexport default { providers: list };\n`;
    expect(added(text('[{ issuer: "b" }]'), "after", 1)).toBe(
      text('[{ issuer: "b" }, { issuer: "new", algorithm: "RS256" }]'),
    );
  });

  it.each([
    {
      form: "is returned",
      text: (list: string) =>
        `const list = ${list};\nfunction add() {\n  return list.push({ issuer: "a" });\n}\nadd();\nexport default { providers: list };\n`,
    },
    {
      form: "stands behind a condition on one line",
      text: (list: string) =>
        `const list = ${list};\nif (process.env.X) list.push({ issuer: "a" });\nexport default { providers: list };\n`,
    },
    {
      form: "adds several",
      text: (list: string) =>
        `const list = ${list};\nlist.push({ issuer: "a" }, { issuer: "c" });\nexport default { providers: list };\n`,
    },
  ])("stands at the end of the list, where a push $form", ({ text }) => {
    expect(added(text('[{ issuer: "b" }]'), "after", 1)).toBe(
      text('[{ issuer: "b" }, { issuer: "new", algorithm: "RS256" }]'),
    );
  });

  it("stands in the literal that a list was made from", () => {
    expect(added('export default { providers: [{ issuer: "a" }].concat([]) };\n')).toBe(
      'export default { providers: [{ issuer: "a" }, { issuer: "new", algorithm: "RS256" }].concat([]) };\n',
    );
  });

  it.each([
    {
      form: "a list that several calls share",
      text: 'const f = (issuer) => [{ issuer }];\nconst a = f("a"); const b = f("b");\nexport default { providers: a };\n',
    },
    {
      form: "an empty list onto which something with a comment is pushed",
      text: 'const list = [];\nlist.push(/* first */ { issuer: "a" });\nexport default { providers: list };\n',
    },
    {
      form: "an empty list onto which something right behind a comment is pushed",
      text: 'const list = [];\nlist.push(/* first */{ issuer: "a" });\nexport default { providers: list };\n',
    },
    {
      form: "an empty list onto which a name is pushed",
      text: 'const a = { issuer: "a" };\nconst list = [];\nlist.push(a);\nexport default { providers: list };\n',
    },
    {
      form: "a list that is shortened later",
      text: 'const list = [{ issuer: "a" }, { issuer: "b" }];\nlist.pop();\nexport default { providers: list };\n',
    },
    {
      form: "a list that is filtered",
      text: 'const list = [{ issuer: "a" }];\nexport default { providers: [...list.filter((p) => p.issuer)] };\n',
    },
    {
      form: "a list that a call copies",
      text: 'const a = { issuer: "a" };\nconst list = [a];\nexport default { providers: list.slice(0) };\n',
    },
  ])("is not added to $form", ({ text }) => {
    expect(added(text)).toBeNull();
  });
});

describe("the place of a new provider", () => {
  const placeOf = (text: string) => {
    const { editor, provider } = open(text);
    let type: string | null = null;
    editor.addProvider(provider(), "after", ({ node }) => {
      ({ type } = node);
      return members;
    });
    return type;
  };

  it.each([
    { form: "in the list", text: 'export default { providers: [{ issuer: "a" }] };\n' },
    { form: "in the list, with types around", text: 'export default { providers: [{ issuer: "a" } as const] };\n' },
    { form: "in a push", text: 'const list = [];\nlist.push({ issuer: "a" });\nexport default { providers: list };\n' },
  ])("is that of its neighbour, where that stands $form", ({ text }) => {
    expect(placeOf(text)).toBe("ObjectExpression");
  });

  it.each([
    { form: "made elsewhere", text: 'const a = { issuer: "a" };\nexport default { providers: [a] };\n' },
    {
      form: "made by a function that several calls share",
      text: 'const f = (issuer) => ({ issuer });\nconst b = f("b");\nexport default { providers: [f("a")] };\n',
    },
  ])("is that of the list, where its neighbour is $form", ({ text }) => {
    expect(placeOf(text)).toBe("ArrayExpression");
  });
});

describe("a provider that goes", () => {
  it.each([
    { layout: "the first", before: one('{ issuer: "a" },', '{ issuer: "b" },'), after: one('{ issuer: "b" },') },
    {
      layout: "the last",
      index: 1,
      before: one('{ issuer: "a" },', '{ issuer: "b" },'),
      after: one('{ issuer: "a" },'),
    },
    {
      layout: "the last, without a trailing comma",
      index: 1,
      before: one('{ issuer: "a" },', '{ issuer: "b" }'),
      after: one('{ issuer: "a" }'),
    },
    {
      layout: "over several lines",
      index: 1,
      before: one('{ issuer: "a" },', "{", '  issuer: "b",', "},"),
      after: one('{ issuer: "a" },'),
    },
    {
      layout: "in one line",
      index: 1,
      before: 'export default { providers: [{ issuer: "a" }, { issuer: "b" }] };\n',
      after: 'export default { providers: [{ issuer: "a" }] };\n',
    },
    {
      layout: "the only one",
      before: 'export default { providers: [{ issuer: "a" }] };\n',
      after: "export default { providers: [] };\n",
    },
    {
      layout: "one beside a hole",
      before: 'export default { providers: [, { issuer: "a" }, { issuer: "b" }] };\n',
      after: 'export default { providers: [, { issuer: "b" }] };\n',
    },
    {
      layout: "with types around",
      index: 1,
      before: one('{ issuer: "a" },', '{ issuer: "b" } as const,'),
      after: one('{ issuer: "a" },'),
    },
    {
      layout: "with comments around",
      index: 1,
      before: one('{ issuer: "a" }, // first', "// second", '{ issuer: "b" }, // behind'),
      after: one('{ issuer: "a" }, // first', "// second", "// behind"),
    },
    {
      layout: "with Windows line ends",
      index: 1,
      before: one('{ issuer: "a" },', '{ issuer: "b" },').replaceAll("\n", "\r\n"),
      after: one('{ issuer: "a" },').replaceAll("\n", "\r\n"),
    },
  ])("$layout", ({ before, after, index = 0 }) => {
    expect(removed(before, index)).toBe(after);
  });

  it.each([
    { form: "with a comment inside", text: one('{ /* why */ issuer: "a" },') },
    { form: "made elsewhere", text: 'const a = { issuer: "a" };\nexport default { providers: [a] };\n' },
    { form: "made by a call", text: 'const f = () => ({ issuer: "a" });\nexport default { providers: [f()] };\n' },
    { form: "in a list that is no literal", text: 'export default { providers: [].concat({ issuer: "a" }) };\n' },
  ])("not $form", ({ text }) => {
    expect(removed(text)).toBeNull();
  });
});
