import { describe, expect, it } from "vitest";
import { combine } from "../../src/edit/repair.js";
import type { RepairOptions } from "../../src/edit/repair.js";
import { applied, open } from "./open.js";

const sound = 'export default { providers: [{ issuer: "a" }] };\n';
const editorOf = (text: string, language: "js" | "ts" = "ts") => open(text, language).editor;

describe("the style of a file", () => {
  it.each([
    { what: "double quotes", text: sound, quote: '"' },
    { what: "single quotes", text: "export default { providers: [{ issuer: 'a' }] };\n", quote: "'" },
    {
      what: "backticks, where they are the most",
      text: "export default { providers: [{ issuer: `a`, jwks: `b` }] };\n",
      quote: "`",
    },
    {
      what: "the quotes that are the most",
      text: "const a = 'a', b = 'b', c = \"c\";\nexport default { providers: [] };\n",
      quote: "'",
    },
    {
      what: "double quotes in a tie",
      text: "const a = 'a', c = \"c\";\nexport default { providers: [] };\n",
      quote: '"',
    },
    { what: "double quotes where nothing says", text: "export default { providers: [] };\n", quote: '"' },
    {
      what: "templates with parts say nothing",
      text: "const a = 'a', b = `${a}`, c = `${a}`;\nexport default { providers: [] };\n",
      quote: "'",
    },
  ])("has $what", ({ text, quote }) => {
    expect(editorOf(text).style.quote).toBe(quote);
  });

  it.each([
    { what: "two spaces", text: "export default {\n  providers: [],\n};\n", indent: "  " },
    { what: "four spaces", text: "export default {\n    providers: [],\n};\n", indent: "    " },
    { what: "a tab", text: "export default {\n\tproviders: [],\n};\n", indent: "\t" },
    {
      what: "one tab, where the first indented line has two",
      text: "export default [{\n\t\tproviders: [],\n}];\n",
      indent: "\t",
    },
    { what: "two spaces where nothing says", text: "export default {};\n", indent: "  " },
  ])("is indented by $what", ({ text, indent }) => {
    expect(editorOf(text).style.indent).toBe(indent);
  });

  it("ends its lines as Windows does, or as everybody else", () => {
    expect(editorOf(sound).style.lineBreak).toBe("\n");
    expect(editorOf(sound.replaceAll("\n", "\r\n")).style.lineBreak).toBe("\r\n");
  });

  it("knows its language", () => {
    expect(editorOf(sound).style.isTypeScript).toBe(true);
    expect(editorOf(sound, "js").style.isTypeScript).toBe(false);
  });
});

describe("text", () => {
  it("is written in the quotes of the file", () => {
    expect(editorOf(sound).quote("a")).toBe('"a"');
    expect(editorOf("export default { providers: [{ issuer: 'a' }] };\n").quote("a")).toBe("'a'");
    expect(editorOf("export default { providers: [{ issuer: `a` }] };\n").quote("a")).toBe("`a`");
  });

  it("is escaped where it must be", () => {
    expect(editorOf(sound).quote("a\"b\\c'd")).toBe(String.raw`"a\"b\\c'd"`);
    expect(editorOf("export default { providers: [{ issuer: 'a' }] };\n").quote("a'b")).toBe(String.raw`'a\'b'`);
    expect(editorOf("export default { providers: [{ issuer: `a` }] };\n").quote("a`b\\c${d}")).toBe(
      "`a\\`b\\\\c\\${d}`",
    );
  });

  it("is written with what stands between its pieces", () => {
    const { write } = {
      write: (wanted: Parameters<ReturnType<typeof editorOf>["write"]>[0]) => editorOf(sound).write(wanted),
    };
    expect(write(["https://", { kind: "literal", text: "a" }, "/"])).toBe('"https://a/"');
    expect(write([{ kind: "expression", text: "clientId" }])).toBe("clientId");
    expect(write(["https://", { kind: "expression", text: "clientId" }, "/`${", { kind: "literal", text: "x" }])).toBe(
      "`https://${clientId}/\\`\\${x`",
    );
    expect(write([{ kind: "expression", text: "clientId" }, "/x"])).toBe("`${clientId}/x`");
    expect(write([{ kind: "literal", text: "a" }])).toBe('"a"');
    expect(write([])).toBe('""');
  });
});

describe("a literal that TypeScript might widen", () => {
  /** How `customJwt` is written in the first provider. */
  function literal(text: string, language: "js" | "ts" = "ts"): string {
    const { editor, provider } = open(text, language);
    return editor.typedLiteral("customJwt", provider().object.origin.node);
  }

  const imported = 'import type { AuthConfig } from "convex/server";\n';

  it.each([
    { form: "no type is spoken of", text: sound },
    {
      form: "satisfies stands around",
      text: `${imported}export default { providers: [{ issuer: "a" }] } satisfies AuthConfig;\n`,
    },
    { form: "as stands around", text: `${imported}export default { providers: [{ issuer: "a" }] } as AuthConfig;\n` },
    {
      form: "the constant has a type",
      text: `${imported}const config: AuthConfig = { providers: [{ issuer: "a" }] };\nexport default config;\n`,
    },
    {
      form: "the function has a type",
      text: `${imported}const make = (): AuthConfig => ({ providers: [{ issuer: "a" }] });\nexport default make();\n`,
    },
    {
      form: "the constant has no type, but none is spoken of",
      text: 'const provider = { issuer: "a" };\nexport default { providers: [provider] };\n',
    },
    {
      form: "satisfies stands around in a constant",
      text: `${imported}const config = { providers: [{ issuer: "a" }] } satisfies AuthConfig;\nexport default config;\n`,
    },
    {
      form: "as stands around in a constant",
      text: `${imported}const config = { providers: [{ issuer: "a" }] } as AuthConfig;\nexport default config;\n`,
    },
    { form: "it stands in the export itself", text: `${imported}export default { providers: [{ issuer: "a" }] };\n` },
  ])("is plain where $form", ({ text }) => {
    expect(literal(text)).toBe('"customJwt"');
  });

  it.each([
    {
      form: "the constant has no type",
      text: `${imported}const provider = { issuer: "a" };\nexport default { providers: [provider] } satisfies AuthConfig;\n`,
    },
    {
      form: "the function has no type",
      text: `${imported}const make = (issuer: string) => ({ issuer });\nexport default { providers: [make("a")] } satisfies AuthConfig;\n`,
    },
    {
      form: "it is pushed",
      text: `${imported}const list = [];\nlist.push({ issuer: "a" });\nexport default { providers: list } satisfies AuthConfig;\n`,
    },
    {
      form: "it is spread",
      text: `${imported}export default { providers: [...[{ issuer: "a" }]] } satisfies AuthConfig;\n`,
    },
    {
      form: "the file asserts its literals",
      text: 'export default { providers: [{ issuer: "a", algorithm: "RS256" as const }] };\n',
    },
  ])("is asserted where $form", ({ text }) => {
    expect(literal(text)).toBe('"customJwt" as const');
  });

  it("is never asserted in JavaScript", () => {
    expect(
      literal('// AuthConfig\nconst provider = { issuer: "a" };\nexport default { providers: [provider] };\n', "js"),
    ).toBe('"customJwt"');
  });
});

describe("a node", () => {
  function replaced(text: string, source: string): string | null {
    const { editor, sourceCode } = open(text);
    const node = sourceCode.getNodeByRangeIndex(text.indexOf(source) + source.indexOf("+"));
    if (node == null) throw new Error("no node");
    return applied(text, editor.replaceNode(node, "x"));
  }

  it("is replaced as a whole", () => {
    expect(replaced(`const a = 1 + 2;\n${sound}`, "1 + 2")).toBe(`const a = x;\n${sound}`);
  });

  it("goes with the parentheses that it alone needed", () => {
    expect(replaced(`const a = !(1 + 2);\n${sound}`, "1 + 2")).toBe(`const a = !x;\n${sound}`);
    expect(replaced(`const a = f(1 + 2);\n${sound}`, "1 + 2")).toBe(`const a = f(x);\n${sound}`);
  });

  it("stays inside the parentheses of something else", () => {
    const text = `f(!a.b);\n${sound}`;
    const { editor, sourceCode } = open(text);
    const node = sourceCode.getNodeByRangeIndex(text.indexOf("."));
    if (node == null) throw new Error("no node");
    expect(applied(text, editor.replaceNode(node, "x"))).toBe(`f(!x);\n${sound}`);
  });

  it("is not replaced where a comment would be lost", () => {
    expect(replaced(`const a = 1 /* one */ + 2;\n${sound}`, "1 /* one */ + 2")).toBeNull();
  });

  it("has a text", () => {
    const { editor, provider } = open(sound);
    expect(editor.textOf(provider().object.origin.node)).toBe('{ issuer: "a" }');
  });
});

describe("a statement at the end", () => {
  const appended = (text: string) => applied(text, editorOf(text).append("export default config;"));

  it.each([
    { form: "a line break", text: "const a = 1;\n", after: "const a = 1;\n\nexport default config;\n" },
    { form: "no line break", text: "const a = 1;", after: "const a = 1;\n\nexport default config;\n" },
    { form: "Windows line ends", text: "const a = 1;\r\n", after: "const a = 1;\r\n\r\nexport default config;\r\n" },
    { form: "no semicolons", text: "const a = 1\n", after: "const a = 1\n\nexport default config\n" },
    {
      form: "no semicolons but those that part two statements",
      text: "const a = 1; const b = 2;f()\n",
      after: "const a = 1; const b = 2;f()\n\nexport default config\n",
    },
    { form: "blank lines", text: "const a = 1;\n\n\n", after: "const a = 1;\n\nexport default config;\n\n\n" },
    { form: "a comment", text: "const a = 1;\n// end", after: "const a = 1;\n// end\n\nexport default config;\n" },
  ])("follows $form", ({ text, after }) => {
    expect(appended(text)).toBe(after);
  });
});

it("has variables that are read as it reads others", () => {
  const { editor, provider } = open(`import { env } from "./_generated/server";\n${sound}`);
  expect(editor.environmentVariable("ID", provider().object.origin)).toBe("env.ID");
});

describe("repairs that belong together", () => {
  const { provider } = open(sound);
  const owner = provider().object;
  const place = (name: string) => ({ node: owner.origin.node, owner, name });
  const at = (start: number, end: number, text: string, name = "x"): RepairOptions => [
    { edits: [{ range: [start, end], text }], places: [place(name)] },
  ];

  it("are made together, in the order of the text", () => {
    const [joined, ...others] = combine(at(5, 6, "b", "second"), at(1, 2, "a", "first"));
    expect(joined?.edits).toEqual([
      { range: [1, 2], text: "a" },
      { range: [5, 6], text: "b" },
    ]);
    expect(joined?.places.map(({ name }) => name)).toEqual(["second", "first"]);
    expect(others).toEqual([]);
  });

  it("are made with the best of each", () => {
    const two = [...at(1, 2, "best"), ...at(1, 2, "second")];
    expect(combine(two, at(3, 4, "x")).map(({ edits }) => edits[0]?.text)).toEqual(["best", "second"]);
    expect(combine(at(3, 4, "x"), two).map(({ edits }) => edits[0]?.text)).toEqual(["best"]);
  });

  it("are made all or not at all", () => {
    expect(combine(at(1, 2, "a"), [])).toEqual([]);
    expect(combine([], at(1, 2, "a"))).toEqual([]);
    expect(combine()).toEqual([]);
  });

  it("are not made where they overlap", () => {
    expect(combine(at(1, 5, "a"), at(4, 6, "b"))).toEqual([]);
    expect(combine(at(1, 5, "a"), at(5, 6, "b"))).toHaveLength(1);
    expect(combine(at(1, 5, "a"), at(1, 1, "b"))).toHaveLength(1);
  });
});

describe("CommonJS in a file", () => {
  const uses = (text: string, orImports: boolean) => {
    const { editor, sourceCode } = open(text);
    const statement = sourceCode.ast.body.at(-1);
    if (statement == null) throw new Error("no statement");
    return editor.usesCommonJs(statement, orImports);
  };

  it("is found beside a statement", () => {
    expect(uses("exports.a = 1;\nmodule.exports = {};\n", false)).toBe(true);
    expect(uses('const fs = require("fs");\nmodule.exports = {};\n', true)).toBe(true);
    expect(uses('const fs = require ("fs");\nmodule.exports = {};\n', true)).toBe(true);
  });

  it("is not looked for in the statement itself, and requires do not always count", () => {
    expect(uses('const id = requireEnv("ID");\nmodule.exports = {};\n', true)).toBe(false);
    expect(uses("const a = 1;\nmodule.exports = {};\n", true)).toBe(false);
    expect(uses('const fs = require("fs");\nmodule.exports = {};\n', false)).toBe(false);
  });
});
