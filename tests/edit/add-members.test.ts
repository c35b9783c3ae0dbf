import { describe, expect, it } from "vitest";
import { applied, open } from "./open.js";

const value = (name: string) => ({ name, value: `"new ${name}"` });

/** The text with new members in its first provider. */
function added(text: string, ...names: readonly string[]): string | null {
  const { editor, provider } = open(text);
  return applied(
    text,
    editor.addMembers(
      provider(),
      names.map((name) => value(name)),
    ),
  );
}

/** A list of one provider with these lines. */
const list = (...lines: readonly string[]): string =>
  `export default {\n  providers: [\n    {\n${lines.map((line) => `      ${line}\n`).join("")}    },\n  ],\n};\n`;

describe("the place of a new member", () => {
  it.each([
    {
      name: "type",
      before: list('issuer: "a",', 'jwks: "b",'),
      after: list('type: "new type",', 'issuer: "a",', 'jwks: "b",'),
    },
    {
      name: "issuer",
      before: list('type: "t",', 'jwks: "b",'),
      after: list('type: "t",', 'issuer: "new issuer",', 'jwks: "b",'),
    },
    {
      name: "algorithm",
      before: list('type: "t",', 'issuer: "a",', 'jwks: "b",'),
      after: list('type: "t",', 'issuer: "a",', 'algorithm: "new algorithm",', 'jwks: "b",'),
    },
    {
      name: "applicationID",
      before: list('type: "t",', 'issuer: "a",', 'algorithm: "RS256",', 'jwks: "b",'),
      after: list(
        'type: "t",',
        'issuer: "a",',
        'algorithm: "RS256",',
        'applicationID: "new applicationID",',
        'jwks: "b",',
      ),
    },
    {
      name: "jwks",
      before: list('type: "t",', 'issuer: "a",', 'algorithm: "RS256",'),
      after: list('type: "t",', 'issuer: "a",', 'algorithm: "RS256",', 'jwks: "new jwks",'),
    },
    {
      name: "jwks",
      before: list('type: "t",', 'algorithm: "RS256",', 'issuer: "a",'),
      after: list('type: "t",', 'algorithm: "RS256",', 'issuer: "a",', 'jwks: "new jwks",'),
    },
    {
      name: "jwks",
      before: list('issuer: "a",', 'name: "n",'),
      after: list('issuer: "a",', 'jwks: "new jwks",', 'name: "n",'),
    },
    { name: "jwks", before: list('name: "n",'), after: list('name: "n",', 'jwks: "new jwks",') },
    { name: "type", before: list('name: "n",'), after: list('type: "new type",', 'name: "n",') },
    {
      name: "algorithm",
      before: list('issuer: "a",', 'jwks: "b",', 'type: "t",'),
      after: list('issuer: "a",', 'algorithm: "new algorithm",', 'jwks: "b",', 'type: "t",'),
    },
    {
      name: "applicationID",
      before: list('issuer: "a",', 'audience: "x",', 'jwks: "b",'),
      after: list('issuer: "a",', 'applicationID: "new applicationID",', 'audience: "x",', 'jwks: "b",'),
    },
    {
      name: "algorithm",
      before: list('"issuer": "a",', '"jwks": "b",', '"type": "t",'),
      after: list('"issuer": "a",', '"algorithm": "new algorithm",', '"jwks": "b",', '"type": "t",'),
    },
    {
      name: "algorithm",
      before: list('type: "t",', 'applicationID: "x",', 'issuer: "a",', 'name: "n",'),
      after: list('type: "t",', 'applicationID: "x",', 'issuer: "a",', 'algorithm: "new algorithm",', 'name: "n",'),
    },
  ])("follows the template: $name", ({ name, before, after }) => {
    expect(added(before, name)).toBe(after);
  });

  it.each([
    {
      name: "applicationID",
      before: list('algorithm: "RS256",', 'issuer: "a",', 'jwks: "b",', 'type: "t",'),
      after: list(
        'algorithm: "RS256",',
        'applicationID: "new applicationID",',
        'issuer: "a",',
        'jwks: "b",',
        'type: "t",',
      ),
    },
    {
      name: "type",
      before: list('algorithm: "RS256",', 'issuer: "a",', 'jwks: "b",', 'name: "n",'),
      after: list('algorithm: "RS256",', 'issuer: "a",', 'jwks: "b",', 'name: "n",', 'type: "new type",'),
    },
    {
      name: "algorithm",
      before: list('applicationID: "x",', 'issuer: "a",', 'jwks: "b",', 'type: "t",'),
      after: list('algorithm: "new algorithm",', 'applicationID: "x",', 'issuer: "a",', 'jwks: "b",', 'type: "t",'),
    },
  ])("follows the alphabet where the file does: $name", ({ name, before, after }) => {
    expect(added(before, name)).toBe(after);
  });

  it("follows the template where three members may be in alphabetical order by chance", () => {
    expect(added(list('algorithm: "RS256",', 'issuer: "a",', 'jwks: "b",'), "applicationID")).toBe(
      list('algorithm: "RS256",', 'issuer: "a",', 'applicationID: "new applicationID",', 'jwks: "b",'),
    );
  });

  it("is told by misspelt and replaced members as by those that they stand for", () => {
    expect(added(list('issuer: "a",', 'audience: "x",', 'name: "n",'), "jwks")).toBe(
      list('issuer: "a",', 'audience: "x",', 'jwks: "new jwks",', 'name: "n",'),
    );
    expect(added(list('issuer: "a",', 'jwksUri: "x",'), "algorithm")).toBe(
      list('issuer: "a",', 'algorithm: "new algorithm",', 'jwksUri: "x",'),
    );
  });

  it("is told beside computed keys, too", () => {
    expect(added(list('[`name`]: "n",', 'issuer: "a",', 'type: "t",'), "jwks")).toBe(
      list('[`name`]: "n",', 'issuer: "a",', 'jwks: "new jwks",', 'type: "t",'),
    );
  });

  it("is at the end behind a spread that stands alone", () => {
    expect(added("const base = {};\nexport default { providers: [{ ...base }] };\n", "issuer")).toBe(
      'const base = {};\nexport default { providers: [{ ...base, issuer: "new issuer" }] };\n',
    );
  });

  it("is told apart for several members at once", () => {
    expect(added(list('issuer: "a",'), "type", "algorithm", "jwks")).toBe(
      list('type: "new type",', 'issuer: "a",', 'algorithm: "new algorithm",', 'jwks: "new jwks",'),
    );
  });

  it("is the front for several of them, where the alphabet says so", () => {
    const four = ['issuer: "a",', 'jwks: "b",', 'name: "n",', 'type: "t",'];
    expect(added(list(...four), "applicationID", "algorithm")).toBe(
      list('algorithm: "new algorithm",', 'applicationID: "new applicationID",', ...four),
    );
  });

  it("is that of the template, in whatever order they are given", () => {
    expect(added(list('issuer: "a",'), "jwks", "algorithm", "type")).toBe(
      list('type: "new type",', 'issuer: "a",', 'algorithm: "new algorithm",', 'jwks: "new jwks",'),
    );
  });
});

describe("the layout of a new member", () => {
  it.each([
    { layout: "no trailing comma", before: list('issuer: "a"'), after: list('issuer: "a",', 'jwks: "new jwks"') },
    {
      layout: "no trailing comma, at the front",
      name: "type",
      before: list('issuer: "a"'),
      after: list('type: "new type",', 'issuer: "a"'),
    },
    {
      layout: "tabs",
      before: list('issuer: "a",').replaceAll("  ", "\t"),
      after: list('issuer: "a",', 'jwks: "new jwks",').replaceAll("  ", "\t"),
    },
    {
      layout: "Windows line ends",
      before: list('issuer: "a",').replaceAll("\n", "\r\n"),
      after: list('issuer: "a",', 'jwks: "new jwks",').replaceAll("\n", "\r\n"),
    },
    {
      layout: "Windows line ends, at the front",
      name: "type",
      before: list('issuer: "a",').replaceAll("\n", "\r\n"),
      after: list('type: "new type",', 'issuer: "a",').replaceAll("\n", "\r\n"),
    },
    { layout: "quoted keys", before: list('"issuer": "a",'), after: list('"issuer": "a",', '"jwks": "new jwks",') },
    {
      layout: "keys in single quotes",
      before: list("'issuer': 'a',"),
      after: list("'issuer': 'a',", "'jwks': \"new jwks\","),
    },
    {
      layout: "one line",
      before: 'export default { providers: [{ issuer: "a" }] };\n',
      after: 'export default { providers: [{ issuer: "a", jwks: "new jwks" }] };\n',
    },
    {
      layout: "one line, with a trailing comma",
      before: 'export default { providers: [{ issuer: "a", }] };\n',
      after: 'export default { providers: [{ issuer: "a", jwks: "new jwks", }] };\n',
    },
    {
      layout: "quoted keys behind a spread",
      before: `const base = {};\n${list("...base,", '"issuer": "a",')}`,
      after: `const base = {};\n${list("...base,", '"issuer": "a",', '"jwks": "new jwks",')}`,
    },
    {
      layout: "a comment right behind the comma",
      before: list('issuer: "a",// the issuer'),
      after: list('issuer: "a",// the issuer', 'jwks: "new jwks",'),
    },
    {
      layout: "a comment with blanks behind it",
      before: list('issuer: "a", /* the issuer */  '),
      after: list('issuer: "a", /* the issuer */', 'jwks: "new jwks",  '),
    },
    {
      layout: "a comment further up",
      before: list("// the issuer", 'issuer: "a", // why'),
      after: list("// the issuer", 'issuer: "a", // why', 'jwks: "new jwks",'),
    },
    {
      layout: "a comment behind another member of the line",
      name: "algorithm",
      before: list('issuer: "a", jwks: "b", // both'),
      after: list('issuer: "a",', 'algorithm: "new algorithm", jwks: "b", // both'),
    },
    {
      layout: "a comment before another member of the line",
      name: "algorithm",
      before: list('issuer: "a", /* keys */ jwks: "b",'),
      after: list('issuer: "a",', 'algorithm: "new algorithm", /* keys */ jwks: "b",'),
    },
    {
      layout: "one line, at the front",
      name: "type",
      before: 'export default { providers: [{ issuer: "a" }] };\n',
      after: 'export default { providers: [{ type: "new type", issuer: "a" }] };\n',
    },
    {
      layout: "an empty object",
      before: "const p = {};\nexport default { providers: [p] };\n",
      after: 'const p = { jwks: "new jwks" };\nexport default { providers: [p] };\n',
    },
    {
      layout: "a comment behind the neighbour stays with it",
      before: list('issuer: "a", // the issuer'),
      after: list('issuer: "a", // the issuer', 'jwks: "new jwks",'),
    },
    {
      layout: "a comment behind the last, without a comma",
      before: list('issuer: "a" // the issuer'),
      after: list('issuer: "a", // the issuer', 'jwks: "new jwks"'),
    },
    {
      layout: "a block behind the last, without a comma",
      before: list('issuer: "a" /* the issuer */'),
      after: list('issuer: "a" /* the issuer */,', 'jwks: "new jwks"'),
    },
    {
      layout: "several comments behind the neighbour",
      before: list('issuer: "a", /* one */ // two'),
      after: list('issuer: "a", /* one */ // two', 'jwks: "new jwks",'),
    },
    {
      layout: "a comment that belongs to the next member",
      before: list('issuer: "a", /* keys */ algorithm: "RS256",'),
      after: list('issuer: "a", /* keys */ algorithm: "RS256", jwks: "new jwks",'),
    },
    {
      layout: "a block that ends further down",
      before: list('issuer: "a", /* one', "two */"),
      after: list('issuer: "a",', 'jwks: "new jwks", /* one', "two */"),
    },
    {
      layout: "a comment above the first",
      name: "type",
      before: list("// the issuer", 'issuer: "a",'),
      after: list("// the issuer", 'type: "new type",', 'issuer: "a",'),
    },
    {
      layout: "comments at the end",
      before: list('issuer: "a",', "// nothing else"),
      after: list('issuer: "a",', 'jwks: "new jwks",', "// nothing else"),
    },
  ])("follows the object: $layout", ({ before, after, name = "jwks" }) => {
    expect(added(before, name)).toBe(after);
  });

  it("keeps the comments of an object that holds nothing else", () => {
    expect(added("const p = { /* nothing */ };\nexport default { providers: [p] };\n", "jwks")).toBe(
      'const p = { jwks: "new jwks"  /* nothing */ };\nexport default { providers: [p] };\n',
    );
  });
});

it("has a value that does not fit on the next line, but behind a short key as Prettier has it", () => {
  const { editor, provider } = open(list('type: "t",'));
  const long = '"https://api.workos.com/user_management/client_01ABCDEFGHJKMNPQRSTVWXYZ00"';
  expect(applied(list('type: "t",'), editor.addMembers(provider(), [{ name: "issuer", value: long }]))).toBe(
    list('type: "t",', "issuer:", `  ${long},`),
  );
  expect(applied(list('type: "t",'), editor.addMembers(provider(), [{ name: "jwks", value: long }]))).toBe(
    list('type: "t",', `jwks: ${long},`),
  );
});

it("has a value that does not fit on the same line, where the whole object stands on one", () => {
  const text = 'export default { providers: [{ type: "t" }] };\n';
  const long = `"https://api.workos.com/${"x".repeat(80)}"`;
  const { editor, provider } = open(text);
  expect(applied(text, editor.addMembers(provider(), [{ name: "issuer", value: long }]))).toBe(
    `export default { providers: [{ type: "t", issuer: ${long} }] };\n`,
  );
});

it("has a comma before each of several", () => {
  expect(added(list('issuer: "a"'), "algorithm", "jwks")).toBe(
    list('issuer: "a",', 'algorithm: "new algorithm",', 'jwks: "new jwks"'),
  );
  expect(added("const p = {};\nexport default { providers: [p] };\n", "issuer", "jwks")).toBe(
    'const p = { issuer: "new issuer", jwks: "new jwks" };\nexport default { providers: [p] };\n',
  );
});

describe("what may not be added to", () => {
  it("is text that several calls share", () => {
    expect(
      added('const f = (issuer) => ({ issuer });\nexport default { providers: [f("a"), f("b")] };\n', "jwks"),
    ).toBeNull();
  });

  it("is an object that is no literal", () => {
    expect(added('exports.issuer = "a";\nmodule.exports = { providers: [exports] };\n', "jwks")).toBeNull();
  });
});

it("leaves out a member that is about to go, when it looks for a place", () => {
  const text = list('issuer: "a",', "applicationID: x,");
  const { editor, member, provider } = open(text);
  expect(applied(text, editor.addMembers(provider(), [value("jwks")], member("applicationID")))).toBe(
    list('issuer: "a",', 'jwks: "new jwks",', "applicationID: x,"),
  );
});

it("adds nothing where the only member is about to go", () => {
  const { editor, member, provider } = open('export default { providers: [{ jwks: "k" }] };\n');
  expect(editor.addMembers(provider(), [value("issuer")], member("jwks"))).toEqual([]);
});
