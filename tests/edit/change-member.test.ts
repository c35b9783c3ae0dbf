import { describe, expect, it } from "vitest";
import type { WantedPart } from "../../src/edit/writing.js";
import { applied, open } from "./open.js";

/** A list of one provider with these lines. */
const list = (...lines: readonly string[]): string =>
  `export default {\n  providers: [\n    {\n${lines.map((line) => `      ${line}\n`).join("")}    },\n  ],\n};\n`;
const before = (...lines: readonly string[]): string => `const x = 1;\n${list(...lines)}`;

describe("another value", () => {
  function withValue(text: string, value: string, name = "x"): string | null {
    const { editor, member } = open(text);
    return applied(text, editor.setValue(member(name), value));
  }

  it.each([
    { form: "a literal", text: list('issuer: "a",', 'x: "old",'), after: list('issuer: "a",', "x: new,") },
    { form: "a call", text: list('issuer: "a",', "x: f(1),"), after: list('issuer: "a",', "x: new,") },
    { form: "a quoted key", text: list("'x': 'old',", "issuer: 'a',"), after: list("'x': new,", "issuer: 'a',") },
    { form: "shorthand", text: before("x,", 'issuer: "a",'), after: before("x: new,", 'issuer: "a",') },
    {
      form: "a text with as const, which makes no sense behind a name",
      text: list('x: "old" as const,', 'issuer: "a",'),
      after: list("x: new,", 'issuer: "a",'),
    },
    { form: "! stays", text: list("x: process.env.X!,", 'issuer: "a",'), after: list("x: new!,", 'issuer: "a",') },
    { form: "parentheses stay", text: list('x: ("old"),', 'issuer: "a",'), after: list("x: (new),", 'issuer: "a",') },
    {
      form: "a comment before the value stays",
      text: list('x: /* why */ "old",', 'issuer: "a",'),
      after: list("x: /* why */ new,", 'issuer: "a",'),
    },
    {
      form: "a comment behind the value stays",
      text: list('x: "old", // why', 'issuer: "a",'),
      after: list("x: new, // why", 'issuer: "a",'),
    },
    {
      form: "a value on the next line comes up",
      text: list("x:", '  "old",', 'issuer: "a",'),
      after: list("x: new,", 'issuer: "a",'),
    },
    {
      form: "a value on the next line, with Windows line ends",
      text: list("x:", '  "old",', 'issuer: "a",').replaceAll("\n", "\r\n"),
      after: list("x: new,", 'issuer: "a",').replaceAll("\n", "\r\n"),
    },
    {
      form: "a value in a column of them",
      text: list('issuer: "a",', 'x:      "old",'),
      after: list('issuer: "a",', "x:      new,"),
    },
    {
      form: "without a space",
      text: 'export default {providers:[{issuer:"a",x:"old"}]};\n',
      after: 'export default {providers:[{issuer:"a",x:new}]};\n',
    },
  ])("in the place of $form", ({ text, after }) => {
    expect(withValue(text, "new")).toBe(after);
  });

  it("keeps as const behind a text", () => {
    expect(withValue(list('x: "old" as const,', 'issuer: "a",'), '"new"')).toBe(
      list('x: "new" as const,', 'issuer: "a",'),
    );
  });

  const long = `"https://api.workos.com/user_management/client_01ABCDEFGHJKMNPQRSTVWXYZ00"`;

  it("goes to the next line where Prettier would put it", () => {
    expect(withValue(list('issuer: "a",'), long, "issuer")).toBe(list("issuer:", `  ${long},`));
    expect(withValue(list('issuer: "a",').replaceAll("  ", "\t"), long, "issuer")).toBe(
      list("issuer:", `  ${long},`).replaceAll("  ", "\t"),
    );
  });

  it("takes as const with it where it is no literal, even if a text stands in it", () => {
    expect(withValue(list('x: "old" as const,', 'issuer: "a",'), 'process.env["X"]')).toBe(
      list('x: process.env["X"],', 'issuer: "a",'),
    );
  });

  it("stays in its parentheses, however long it is", () => {
    expect(withValue(list('issuer: ("a"),'), long, "issuer")).toBe(list(`issuer: (${long}),`));
  });

  it("stands where the old one stood, if that was as long", () => {
    const old = `"${"x".repeat(100)}"`;
    expect(withValue(list(`issuer: ${old},`), long, "issuer")).toBe(list(`issuer: ${long},`));
    expect(withValue(list("issuer:", `  ${old},`), long, "issuer")).toBe(list("issuer:", `  ${long},`));
  });

  it("stays on its line where it fits, and where nothing can be broken", () => {
    expect(withValue(list('jwks: "a",'), long.slice(0, 60), "jwks")).toBe(list(`jwks: ${long.slice(0, 60)},`));
    expect(withValue(list('issuer: "a",'), `\`${long}\``, "issuer")).toBe(list(`issuer: \`${long}\`,`));
    expect(withValue('export default { providers: [{ issuer: "a" }] };\n', long, "issuer")).toBe(
      `export default { providers: [{ issuer: ${long} }] };\n`,
    );
  });

  it("is not written over a comment", () => {
    expect(withValue(list("x: f(/* why */),", 'issuer: "a",'), "new")).toBeNull();
  });

  it("is not written where several calls share the text", () => {
    expect(
      withValue(
        'const f = (issuer) => ({ issuer, x: "old" });\nexport default { providers: [f("a"), f("b")] };\n',
        "new",
      ),
    ).toBeNull();
  });

  it("is not written where the member was assigned later", () => {
    expect(
      withValue('const p = { issuer: "a" };\np.x = "old";\nexport default { providers: [p] };\n', "new"),
    ).toBeNull();
  });
});

describe("another name", () => {
  function renamed(text: string, name: string, to: string): string | null {
    const { editor, member } = open(text);
    return applied(text, editor.renameMember(member(name), to));
  }

  it.each([
    { form: "a plain key", text: list('domain: "a",'), after: list('issuer: "a",') },
    { form: "a key in double quotes", text: list('"domain": "a",'), after: list('"issuer": "a",') },
    { form: "a key in single quotes", text: list("'domain': 'a',"), after: list("'issuer': 'a',") },
    {
      form: "shorthand",
      text: `const domain = "a";\n${list("domain,")}`,
      after: `const domain = "a";\n${list("issuer: domain,")}`,
    },
    {
      form: "a key with comments around",
      text: list('/* a */ domain /* b */: "a", // c'),
      after: list('/* a */ issuer /* b */: "a", // c'),
    },
    {
      form: "a member that is written twice: the first one would count again",
      text: list('domain: "b",', 'jwks: "c",', 'domain: "a",'),
      after: list('jwks: "c",', 'issuer: "a",'),
    },
  ])("for $form", ({ text, after }) => {
    expect(renamed(text, "domain", "issuer")).toBe(after);
  });

  it.each([
    { form: "a computed key", text: 'export default { providers: [{ ["domain"]: "a" }] };\n' },
    {
      form: "a member that was assigned later",
      text: 'const p = { jwks: "b" };\np.domain = "a";\nexport default { providers: [p] };\n',
    },
    {
      form: "a member that hides one of a spread object",
      text: 'export default { providers: [{ domain: "b", ...{ domain: "a" } }] };\n',
    },
    {
      form: "a member that hides one of a base",
      text: 'const base = { domain: "b" };\nexport default { providers: [{ ...base, domain: "a" }] };\n',
    },
    {
      form: "text that several calls share",
      text: 'const f = (jwks) => ({ domain: "a", jwks });\nexport default { providers: [f("b"), f("c")] };\n',
    },
  ])("not for $form", ({ text }) => {
    expect(renamed(text, "domain", "issuer")).toBeNull();
  });
});

describe("another name and another value", () => {
  function respelled(text: string): string | null {
    const { editor, member } = open(text);
    return applied(text, editor.respellMember(member("audience"), "applicationID", "clientId"));
  }

  it.each([
    { form: "a plain member", text: list('audience: "x", // why'), after: list("applicationID: clientId, // why") },
    { form: "a quoted member", text: list("'audience': 'x',"), after: list("'applicationID': clientId,") },
    {
      form: "shorthand",
      text: `const audience = "x";\n${list("audience,")}`,
      after: `const audience = "x";\n${list("applicationID: clientId,")}`,
    },
    {
      form: "comments around the value",
      text: list('audience /* a */: /* b */ "x",'),
      after: list("applicationID /* a */: /* b */ clientId,"),
    },
  ])("for $form", ({ text, after }) => {
    expect(respelled(text)).toBe(after);
  });

  it("not for a computed key, nor over a comment", () => {
    expect(respelled('export default { providers: [{ ["audience"]: "x" }] };\n')).toBeNull();
    expect(respelled(list("audience: f(/* why */),"))).toBeNull();
    expect(respelled('const p = { issuer: "a" };\np.audience = "x";\nexport default { providers: [p] };\n')).toBeNull();
  });
});

describe("other members in the place of one", () => {
  const members = [
    { name: "algorithm", value: '"RS256"' },
    { name: "jwks", value: "`k`" },
  ];

  function replaced(text: string): string | null {
    const { editor, member } = open(text);
    return applied(text, editor.replaceMember(member("x"), members));
  }

  it.each([
    {
      layout: "a line of its own",
      text: list('issuer: "a",', "x: 1,"),
      after: list('issuer: "a",', 'algorithm: "RS256",', "jwks: `k`,"),
    },
    {
      layout: "without a trailing comma",
      text: list('issuer: "a",', "x: 1"),
      after: list('issuer: "a",', 'algorithm: "RS256",', "jwks: `k`"),
    },
    {
      layout: "one line for all",
      text: 'export default { providers: [{ issuer: "a", x: 1 }] };\n',
      after: 'export default { providers: [{ issuer: "a", algorithm: "RS256", jwks: `k` }] };\n',
    },
    {
      layout: "a line with others",
      text: list('issuer: "a",', "x: 1, y: 2,"),
      after: list('issuer: "a",', 'algorithm: "RS256", jwks: `k`, y: 2,'),
    },
    {
      layout: "quoted keys",
      text: list("'issuer': 'a',", "'x': 1,"),
      after: list("'issuer': 'a',", "'algorithm': \"RS256\",", "'jwks': `k`,"),
    },
    {
      layout: "shorthand",
      text: before('issuer: "a",', "x,"),
      after: before('issuer: "a",', 'algorithm: "RS256",', "jwks: `k`,"),
    },
    {
      layout: "a comment behind it",
      text: list('issuer: "a",', "x: 1, // why"),
      after: list('issuer: "a",', 'algorithm: "RS256",', "jwks: `k`, // why"),
    },
    {
      layout: "a comment inside it",
      text: list('issuer: "a",', "x: /* why */ 1,"),
      after: list('issuer: "a",', '/* why */ algorithm: "RS256",', "jwks: `k`,"),
    },
    {
      layout: "a line comment inside it",
      text: list('issuer: "a",', "x: // why", "  1,"),
      after: list('issuer: "a",', "// why", 'algorithm: "RS256",', "jwks: `k`,"),
    },
    {
      layout: "Windows line ends and tabs",
      text: list('issuer: "a",', "x: 1,").replaceAll("  ", "\t").replaceAll("\n", "\r\n"),
      after: list('issuer: "a",', 'algorithm: "RS256",', "jwks: `k`,").replaceAll("  ", "\t").replaceAll("\n", "\r\n"),
    },
  ])("$layout", ({ text, after }) => {
    expect(replaced(text)).toBe(after);
  });

  it.each([
    { form: "a member that is written twice", text: list("x: 0,", 'issuer: "a",', "x: 1,") },
    {
      form: "a member that was assigned later",
      text: 'const p = { issuer: "a" };\np.x = 1;\nexport default { providers: [p] };\n',
    },
    {
      form: "text that several calls share",
      text: 'const f = (issuer) => ({ issuer, x: 1 });\nexport default { providers: [f("a"), f("b")] };\n',
    },
  ])("not for $form", ({ text }) => {
    expect(replaced(text)).toBeNull();
  });
});

describe("other text", () => {
  const expression = (text: string) => ({ kind: "expression" as const, text });
  const issuer = ["https://api.workos.com/user_management/", expression("clientId")];

  function rewritten(text: string, wanted: readonly WantedPart[]): readonly (string | null)[] {
    const { editor, member } = open(text);
    return editor.rewriteText(member("issuer"), () => wanted).map((option) => applied(text, [option]));
  }

  const file = (value: string): string =>
    `const clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [{ issuer: ${value} }] };\n`;

  it.each([
    {
      form: "a literal, in its quotes",
      value: '"https://api.workos.com"',
      wanted: ["https://api.workos.com/"],
      after: '"https://api.workos.com/"',
    },
    {
      form: "a literal in single quotes",
      value: "'https://api.workos.com'",
      wanted: ["https://api.workos.com/"],
      after: "'https://api.workos.com/'",
    },
    {
      form: "a template without parts",
      value: "`https://api.workos.com`",
      wanted: ["https://api.workos.com/"],
      after: "`https://api.workos.com/`",
    },
    {
      form: "the wrong characters of a template",
      value: "`http://api.workos.com/user_management/${clientId}`",
      wanted: issuer,
      after: "`https://api.workos.com/user_management/${clientId}`",
    },
    {
      form: "the wrong characters behind a variable",
      value: "`https://api.workos.com/user_management/${clientId}//x`",
      wanted: issuer,
      after: "`https://api.workos.com/user_management/${clientId}`",
    },
    {
      form: "the wrong literal of a sum",
      value: '"http://api.workos.com/user_management/" + clientId',
      wanted: issuer,
      after: '"https://api.workos.com/user_management/" + clientId',
    },
    {
      form: "one literal of several",
      value: '"https://api.workos.com" + "/user-management/" + clientId',
      wanted: issuer,
      after: '"https://api.workos.com" + "/user_management/" + clientId',
    },
    {
      form: "the first of several",
      value: '"http://api.workos.com" + "/user_management/" + clientId',
      wanted: issuer,
      after: '"https://api.workos.com" + "/user_management/" + clientId',
    },
    {
      form: "a literal with escapes, as a whole",
      value: String.raw`"http:\u002F\u002Fapi.workos.com"`,
      wanted: ["https://api.workos.com/"],
      after: '"https://api.workos.com/"',
    },
    {
      form: "one of two literals, as a part of which the id is written",
      value: '"http://api.workos.com/user_management/" + "x"',
      wanted: ["http://api.workos.com/user_management/", { kind: "literal" as const, text: "y" }],
      after: '"http://api.workos.com/user_management/" + "y"',
    },
    {
      form: "a literal with escapes in a sum",
      value: String.raw`"http:\u002F\u002Fapi.workos.com/user_management/" + clientId`,
      wanted: issuer,
      after: '"https://api.workos.com/user_management/" + clientId',
    },
    {
      form: "a literal behind two that are right",
      value: '"https://api.workos.com" + "/user_management/" + clientId + "/x"',
      wanted: [...issuer, "/y"],
      after: '"https://api.workos.com" + "/user_management/" + clientId + "/y"',
    },
    {
      form: "a literal that the new text begins with",
      value: '"https://api.workos.com/user_management/" + clientId + "/x"',
      wanted: [...issuer, "/x/y"],
      after: '"https://api.workos.com/user_management/" + clientId + "/x/y"',
    },
    {
      form: "a literal that the new text ends with",
      value: '"https://api.workos.com/user_management/" + clientId + "/x"',
      wanted: [...issuer, "/y/x"],
      after: '"https://api.workos.com/user_management/" + clientId + "/y/x"',
    },
    {
      form: "a literal between two variables",
      value: '"https://" + process.env.HOST + "/user-management/" + clientId',
      wanted: ["https://", expression("process.env.HOST"), "/user_management/", expression("clientId")],
      after: '"https://" + process.env.HOST + "/user_management/" + clientId',
    },
    {
      form: "nothing but what is too much in a template",
      value: "`https://api.workos.com/user_management/${ clientId }/x`",
      wanted: issuer,
      after: "`https://api.workos.com/user_management/${ clientId }`",
    },
    {
      form: "a text behind a comment",
      value: '/* why */ "http://api.workos.com"',
      wanted: ["https://api.workos.com/"],
      after: '/* why */ "https://api.workos.com/"',
    },
    { form: "an empty text", value: '""', wanted: ["https://api.workos.com/"], after: '"https://api.workos.com/"' },
  ])("changes $form", ({ value, wanted, after }) => {
    expect(rewritten(file(value), wanted)[0]).toBe(file(after));
  });

  it.each([
    {
      form: "the pieces differ",
      value: '"https://api.workos.com/user_management/x"',
      wanted: issuer,
      after: "`https://api.workos.com/user_management/${clientId}`",
    },
    {
      form: "several literals are wrong",
      value: '"http://api.workos.com" + "/user-management/" + clientId',
      wanted: issuer,
      after: "`https://api.workos.com/user_management/${clientId}`",
    },
    {
      form: "characters on both sides of a variable are wrong",
      value: "`http://api.workos.com/user_management/${clientId}/x`",
      wanted: issuer,
      after: "`https://api.workos.com/user_management/${clientId}`",
    },
    {
      form: "the variable is another one",
      value: "`https://api.workos.com/user_management/${process.env.OTHER}`",
      wanted: issuer,
      after: "`https://api.workos.com/user_management/${clientId}`",
    },
    {
      form: "there is a variable too many",
      value: "`https://api.workos.com/${process.env.OTHER}${clientId}`",
      wanted: issuer,
      after: "`https://api.workos.com/user_management/${clientId}`",
    },
    {
      form: "a variable that is there is not wanted",
      value: "`https://api.workos.com/${clientId}`",
      wanted: ["https://api.workos.com/"],
      after: '"https://api.workos.com/"',
    },
    {
      form: "a literal would be left empty",
      value: '"https://api.workos.com/user_management/" + clientId + "/"',
      wanted: issuer,
      after: "`https://api.workos.com/user_management/${clientId}`",
    },
    {
      form: "the new characters would have to be escaped",
      value: "`https://api.workos.com/user_management/${clientId}/x`",
      wanted: [...issuer, "`"],
      after: "`https://api.workos.com/user_management/${clientId}\\``",
    },
    {
      form: "as const stands behind, which takes literals only",
      value: '"https://api.workos.com/user_management/x" as const',
      wanted: [expression("clientId")],
      after: "clientId",
    },
    {
      form: "as const stands behind, which takes literals only, though a text stands in the new value",
      value: '"https://api.workos.com/user_management/x" as const',
      wanted: [expression('process.env["ID"]')],
      after: 'process.env["ID"]',
    },
    {
      form: "as string stands behind, which takes anything",
      value: '"https://api.workos.com/user_management/x" as string',
      wanted: [expression("clientId")],
      after: "clientId as string",
    },
    {
      form: "a template is empty",
      value: "``",
      wanted: ["https://api.workos.com/"],
      after: "`https://api.workos.com/`",
    },
    {
      form: "a template lacks characters before a variable",
      value: "`${clientId}`",
      wanted: issuer,
      after: "`https://api.workos.com/user_management/${clientId}`",
    },
    {
      form: "characters before another variable are wrong",
      value: "`http://api.workos.com/user_management/${process.env.OTHER}`",
      wanted: issuer,
      after: "`https://api.workos.com/user_management/${clientId}`",
    },
    {
      form: "several literals are wrong, and one behind the variable",
      value: '"http://api.workos.com" + "/user-management/" + clientId + "/x"',
      wanted: [...issuer, "/y"],
      after: "`https://api.workos.com/user_management/${clientId}/y`",
    },
    {
      form: "a template has escapes",
      value: `\`http:\\u002F\\u002Fapi.workos.com/user_management/\${clientId}\``,
      wanted: issuer,
      after: "`https://api.workos.com/user_management/${clientId}`",
    },
  ])("writes the whole where $form", ({ value, wanted, after }) => {
    expect(rewritten(file(value), wanted)).toEqual([file(after)]);
  });

  it("offers the whole as well, where a part would do", () => {
    expect(rewritten(file('/* why */ "http://api.workos.com"'), ["https://api.workos.com/"])).toHaveLength(2);
    expect(rewritten(file("`http://api.workos.com/user_management/${clientId}`"), issuer)).toHaveLength(2);
  });

  it("changes a const at its definition", () => {
    expect(
      rewritten('const issuer = "http://api.workos.com";\nexport default { providers: [{ issuer }] };\n', [
        "https://api.workos.com/",
      ])[0],
    ).toBe('const issuer = "https://api.workos.com/";\nexport default { providers: [{ issuer }] };\n');
  });

  it("changes a const that is only a part", () => {
    const text = (host: string) =>
      `const base = "${host}";\nconst clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [{ issuer: \`\${base}/user_management/\${clientId}\` }] };\n`;
    expect(rewritten(text("http://api.workos.com"), issuer)[0]).toBe(text("https://api.workos.com"));
  });

  it("leaves what was computed alone", () => {
    expect(rewritten(file('" http://api.workos.com".trim()'), ["https://api.workos.com/"])).toEqual([]);
    expect(rewritten(file("process.env.ISSUER"), ["https://api.workos.com/"])).toEqual([]);
  });

  it("leaves a comment alone", () => {
    expect(rewritten(file('"http://api.workos.com" /* why */ + "/user-management/" + clientId'), issuer)).toEqual([]);
    expect(rewritten(file('"http://api.workos.com" /* why */ as const'), [expression("clientId")])).toEqual([]);
  });

  it("leaves text that several calls share alone", () => {
    expect(
      rewritten(
        'const f = (jwks) => ({ issuer: "http://api.workos.com", jwks });\nexport default { providers: [f("a"), f("b")] };\n',
        ["https://api.workos.com/"],
      ),
    ).toEqual([]);
  });

  it("drops the quotes that only the old text needed", () => {
    const text = (value: string) =>
      `export default { providers: [{ type: "customJwt", algorithm: "RS256", issuer: ${value} }] };\n`;
    expect(rewritten(text("'\"https://api.workos.com\"'"), ["https://api.workos.com/"])[0]).toBe(
      text('"https://api.workos.com/"'),
    );
    expect(rewritten(text("'https://api.workos.com'"), ["https://api.workos.com/"])[0]).toBe(
      text("'https://api.workos.com/'"),
    );
  });

  it("breaks the line where Prettier would", () => {
    const text = (...lines: readonly string[]) => list(...lines);
    const long = "https://api.workos.com/user_management/client_01ABCDEFGHJKMNPQRSTVWXYZ00";
    expect(rewritten(text('issuer: "https://api.workos.com/",'), [long])[0]).toBe(text("issuer:", `  "${long}",`));
  });
});

describe("another text of a member", () => {
  function withText(text: string, to = "new"): readonly (string | null)[] {
    const { editor, member } = open(text);
    return editor.setText(member("x"), () => [to]).map((option) => applied(text, [option]));
  }

  it("is written where the old one stands", () => {
    expect(withText(before('issuer: "a",', "x: 'old',"))[0]).toBe(before('issuer: "a",', "x: 'new',"));
  });

  it("is written in a constant, or in the member where others share that", () => {
    const text = (constant: string, member: string) =>
      `const value = ${constant};\n${list('issuer: "a",', `x: ${member},`)}`;
    expect(withText(text('"old"', "value"))).toEqual([
      text('"new"', "value"),
      text('"new"', "value"),
      text('"old"', '"new"'),
    ]);
  });

  it("is written in the member alone where that is no text", () => {
    expect(withText(list('issuer: "a",', "x: 5,"))).toEqual([list('issuer: "a",', 'x: "new",')]);
  });
});
