import { describe, expect, it } from "vitest";
import { contradiction } from "./executed.js";
import { read, readProvider, valueOf, withIssuer } from "./read.js";

interface Row {
  readonly form: string;
  readonly before?: string;
  readonly expression: string;
  readonly is: string;
}

/** The variables of all rows, as JavaScript reads them. */
const environment = {
  A: "variable-a",
  B: "variable-b",
  HOST: "host.example",
  ID: "id-1",
  ISSUER: "https://i.example",
};

/** A test for each row. Where nothing is imported, JavaScript says the same. */
function everyRow(rows: readonly Row[]): void {
  it.each(rows)("$form", ({ expression, before = "", is }) => {
    expect(valueOf(expression, before)).toBe(is);
    if (!before.includes("import")) expect(contradiction(withIssuer(expression, before), { environment })).toBeNull();
  });
}

describe("literals", () => {
  everyRow([
    { form: "double quotes", expression: '"https://a.example/"', is: "https://a.example/" },
    { form: "single quotes", expression: "'https://a.example/'", is: "https://a.example/" },
    { form: "a template without parts", expression: "`https://a.example/`", is: "https://a.example/" },
    { form: "the empty string", expression: '""', is: "" },
    { form: "an empty template", expression: "``", is: "" },
    {
      form: "escapes mean what they stand for",
      expression: String.raw`"https:\u002F\u002Fa.example"`,
      is: "https://a.example",
    },
    {
      form: "escapes in a template, too",
      expression: String.raw`${"`"}https:\x2F\x2Fa.example${"`"}`,
      is: "https://a.example",
    },
    {
      form: "plain quotes around ${…} keep it as it is",
      expression: '"https://a.example/${id}"',
      is: "https://a.example/${id}",
    },
    { form: "null", expression: "null", is: "<null>" },
    { form: "undefined", expression: "undefined", is: "<undefined>" },
    { form: "a number", expression: "42", is: "<42>" },
    { form: "a negative number", expression: "-1", is: "<-1>" },
    { form: "a big integer", expression: "10n", is: "<10>" },
    { form: "a boolean", expression: "true", is: "<true>" },
    { form: "void", expression: "void 0", is: "<undefined>" },
  ]);
});

describe("names", () => {
  everyRow([
    { form: "a const", before: 'const issuer = "https://a.example/";', expression: "issuer", is: "https://a.example/" },
    {
      form: "a const of a const",
      before: 'const a = "https://a.example/"; const issuer = a;',
      expression: "issuer",
      is: "https://a.example/",
    },
    {
      form: "an exported const",
      before: 'export const issuer = "https://a.example/";',
      expression: "issuer",
      is: "https://a.example/",
    },
    { form: "a var", before: 'var issuer = "https://a.example/";', expression: "issuer", is: "https://a.example/" },
    {
      form: "a var in a block",
      before: '{ var issuer = "https://a.example/"; }',
      expression: "issuer",
      is: "https://a.example/",
    },
    {
      form: "a var in a block of a function",
      before: 'const f = () => { { { var issuer = "https://a.example/"; } } return issuer; };',
      expression: "f()",
      is: "https://a.example/",
    },
    {
      form: "a let with a value",
      before: 'let issuer = "https://a.example/";',
      expression: "issuer",
      is: "https://a.example/",
    },
    {
      form: "a let that is assigned once",
      before: 'let issuer; issuer = "https://a.example/";',
      expression: "issuer",
      is: "https://a.example/",
    },
    { form: "a let without a value", before: "let issuer;", expression: "issuer", is: "<undefined>" },
    {
      form: "the last of several assignments",
      before: 'let issuer = "https://a.example/"; issuer = "https://b.example/";',
      expression: "issuer",
      is: "https://b.example/",
    },
    {
      form: "an inner name hides an outer one",
      before: 'const a = "https://a.example/"; let issuer; { const a = "https://b.example/"; issuer = a; }',
      expression: "issuer",
      is: "https://b.example/",
    },
    {
      form: "several declarations in one statement",
      before: 'const host = "a.example", issuer = `https://${host}/`;',
      expression: "issuer",
      is: "https://a.example/",
    },
    {
      form: "a member of a constant object",
      before: 'const urls = { a: { issuer: "https://a.example/" } };',
      expression: "urls.a.issuer",
      is: "https://a.example/",
    },
    {
      form: "a member by a constant name",
      before: 'const urls = { a: "https://a.example/" }; const name = "a";',
      expression: "urls[name]",
      is: "https://a.example/",
    },
    {
      form: "an optional member",
      before: 'const urls = { a: "https://a.example/" };',
      expression: "urls?.a",
      is: "https://a.example/",
    },
    { form: "an optional member of undefined", before: "let urls;", expression: "urls?.a", is: "<undefined>" },
    {
      form: "a member that a constant object lacks",
      before: "const urls = {};",
      expression: "urls.issuer",
      is: "<undefined>",
    },
    {
      form: "a member that every object inherits",
      before: "const urls = {};",
      expression: "urls.toString",
      is: "<undefined>",
    },
    {
      form: "an element of a constant list",
      before: 'const urls = ["https://a.example/", "https://b.example/"];',
      expression: "urls[1]",
      is: "https://b.example/",
    },
    { form: "the length of a constant list", before: "const urls = [1, 2, 3];", expression: "urls.length", is: "<3>" },
    { form: "an element beyond the end", before: "const urls = [];", expression: "urls[0]", is: "<undefined>" },
    { form: "a member that lists lack", before: "const urls = [];", expression: "urls.first", is: "<undefined>" },
    {
      form: "destructuring of a constant object",
      before: 'const { issuer } = { issuer: "https://a.example/" };',
      expression: "issuer",
      is: "https://a.example/",
    },
    {
      form: "destructuring under another name",
      before: 'const { a: issuer } = { a: "https://a.example/" };',
      expression: "issuer",
      is: "https://a.example/",
    },
    {
      form: "nested destructuring",
      before: 'const { urls: { a } } = { urls: { a: "https://a.example/" } };',
      expression: "a",
      is: "https://a.example/",
    },
    {
      form: "a default in destructuring that is needed",
      before: 'const { issuer = "https://a.example/" } = {};',
      expression: "issuer",
      is: "https://a.example/",
    },
    {
      form: "a default in destructuring that is not needed",
      before: 'const { issuer = "https://a.example/" } = { issuer: "https://b.example/" };',
      expression: "issuer",
      is: "https://b.example/",
    },
    {
      form: "destructuring by a constant name",
      before: 'const key = "a"; const { [key]: issuer } = { a: "https://a.example/" };',
      expression: "issuer",
      is: "https://a.example/",
    },
    {
      form: "destructuring of a constant list",
      before: 'const [, issuer] = ["https://a.example/", "https://b.example/"];',
      expression: "issuer",
      is: "https://b.example/",
    },
    {
      form: "destructuring by an unknown name",
      before: 'import { key } from "./key"; const { [key]: issuer } = { a: "https://a.example/" };',
      expression: "issuer",
      is: "<unknown>",
    },
    {
      form: "a default in destructuring of something unknown",
      before: 'import { urls } from "./urls"; const { issuer = "https://a.example/" } = urls;',
      expression: "issuer",
      is: "<unknown>",
    },
    {
      form: "the rest of an object",
      before: 'const { a, ...rest } = { a: 1, issuer: "https://a.example/" };',
      expression: "rest.issuer",
      is: "https://a.example/",
    },
    {
      form: "the rest of a list",
      before: 'const [a, ...rest] = ["https://a.example/", "https://b.example/"];',
      expression: "rest[0]",
      is: "https://b.example/",
    },
  ]);
});

describe("strings made of strings", () => {
  everyRow([
    {
      form: "a template with a part",
      before: 'const host = "a.example";',
      expression: "`https://${host}/`",
      is: "https://a.example/",
    },
    {
      form: "a template that is nothing but a part",
      before: 'const issuer = "https://a.example/";',
      expression: "`${issuer}`",
      is: "https://a.example/",
    },
    {
      form: "a template in a template",
      before: 'const id = "x";',
      expression: "`https://${`a.example/${id}`}`",
      is: "https://a.example/x",
    },
    {
      form: "a number in a template",
      before: "const port = 8080;",
      expression: "`https://a.example:${port}/`",
      is: "https://a.example:8080/",
    },
    {
      form: "undefined in a template",
      before: "let id;",
      expression: "`https://a.example/${id}`",
      is: "https://a.example/undefined",
    },
    { form: "plus", expression: '"https://" + "a.example/"', is: "https://a.example/" },
    { form: "plus with a number", expression: '"https://a.example:" + 8080', is: "https://a.example:8080" },
    {
      form: "plus with a variable",
      expression: '"https://a.example/" + process.env.ID',
      is: "https://a.example/${ID}",
    },
    {
      form: "a template with a variable",
      expression: "`https://a.example/${process.env.ID}`",
      is: "https://a.example/${ID}",
    },
    {
      form: "plus-assign",
      before: 'let issuer = "https://"; issuer += "a.example/";',
      expression: "issuer",
      is: "https://a.example/",
    },
    {
      form: "an unknown part",
      before: 'import { id } from "./id";',
      expression: "`https://a.example/${id}`",
      is: "https://a.example/${?}",
    },
    { form: "an object in a template", expression: "`https://a.example/${{}}`", is: "https://a.example/${?}" },
    { form: "a sum", expression: "1 + 2", is: "<3>" },
    {
      form: "a template tagged with String.raw",
      before: "const tag = String.raw;",
      expression: "tag`https://a.example/`",
      is: "https://a.example/",
    },
  ]);
});

describe("what TypeScript erases", () => {
  everyRow([
    { form: "as", expression: '"https://a.example/" as string', is: "https://a.example/" },
    { form: "as const", expression: '"https://a.example/" as const', is: "https://a.example/" },
    { form: "satisfies", expression: '"https://a.example/" satisfies string', is: "https://a.example/" },
    { form: "angle brackets", expression: '<string>"https://a.example/"', is: "https://a.example/" },
    { form: "!", expression: '"https://a.example/"!', is: "https://a.example/" },
    {
      form: "all at once",
      expression: '(("https://a.example/" as const)! satisfies string) as unknown as string',
      is: "https://a.example/",
    },
    { form: "parentheses", expression: '("https://a.example/")', is: "https://a.example/" },
    {
      form: "type arguments",
      before: "function same<T>(x: T) { return x; }",
      expression: '(same<string>)("https://a.example/")',
      is: "https://a.example/",
    },
  ]);
});

describe("methods of strings", () => {
  everyRow([
    { form: "trim", expression: '" https://a.example/ ".trim()', is: "https://a.example/" },
    { form: "trimStart", expression: '" https://a.example/ ".trimStart()', is: "https://a.example/ " },
    { form: "trimEnd", expression: '" https://a.example/ ".trimEnd()', is: " https://a.example/" },
    { form: "trim of a string without spaces", expression: '"https://a.example/".trim()', is: "https://a.example/" },
    { form: "trim of a variable", expression: "process.env.ISSUER.trim()", is: "${ISSUER}" },
    { form: "?.trim of a variable", expression: "process.env.ISSUER?.trim()", is: "${ISSUER}" },
    { form: "?.trim of undefined", before: "let issuer;", expression: "issuer?.trim()", is: "<undefined>" },
    { form: "trim touches both ends", expression: "` https://${process.env.HOST}/ `.trim()", is: "https://${HOST}/" },
    {
      form: "trim of a string with a variable at either end",
      expression: "`${process.env.A}/${process.env.B}`.trim()",
      is: "${A}/${B}",
    },
    {
      form: "a replaced slash at the end",
      expression: String.raw`"https://a.example//".replace(/\/$/, "")`,
      is: "https://a.example/",
    },
    {
      form: "replaced slashes at the end",
      expression: String.raw`"https://a.example//".replace(/\/+$/, "")`,
      is: "https://a.example",
    },
    {
      form: "a replaced slash after a variable",
      expression: String.raw`process.env.ISSUER.replace(/\/$/, "")`,
      is: "${ISSUER}",
    },
    { form: "another pattern", expression: '"https://a.example/".replace(/a/, "b")', is: "https://b.example/" },
    {
      form: "a string instead of a pattern",
      expression: '"https://a.example/".replace("a", "b")',
      is: "https://b.example/",
    },
    {
      form: "another replacement",
      expression: String.raw`"https://a.example/".replace(/\/$/, "/x")`,
      is: "https://a.example/x",
    },
    { form: "toLowerCase", expression: '"https://A.example/".toLowerCase()', is: "https://a.example/" },
    { form: "toUpperCase", expression: '"a".toUpperCase()', is: "A" },
    {
      form: "toLowerCase of a string with a variable",
      expression: "`A/${process.env.ISSUER}`.toLowerCase()",
      is: "${?}",
    },
    { form: "toLowerCase of a variable", expression: "process.env.ISSUER.toLowerCase()", is: "${?}" },
    { form: "toString", expression: '"https://a.example/".toString()', is: "https://a.example/" },
    { form: "valueOf", expression: '"https://a.example/".valueOf()', is: "https://a.example/" },
    { form: "concat", expression: '"https://".concat("a.example/", process.env.ID)', is: "https://a.example/${ID}" },
    { form: "concat with a number", expression: '"https://a.example/".concat(1)', is: "https://a.example/1" },
    { form: "slice", expression: '"https://a.example/".slice(1)', is: "ttps://a.example/" },
    {
      form: "a method by an unknown name",
      before: 'import { name } from "./name";',
      expression: '"https://a.example/"[name]()',
      is: "<unknown>",
    },
    { form: "String()", expression: 'String("https://a.example/")', is: "https://a.example/" },
    { form: "String() of a variable", expression: "String(process.env.ISSUER)", is: "${ISSUER}" },
    { form: "String() of an object", expression: "String({})", is: "${?}" },
    { form: "String() without an argument", expression: "String()", is: "" },
    { form: "a local String()", before: "function String(x) { return 5; }", expression: 'String("a")', is: "<5>" },
  ]);
});

describe("other expressions", () => {
  everyRow([
    { form: "the last of a sequence", expression: '(0, "https://a.example/")', is: "https://a.example/" },
    { form: "await of a string", expression: 'await "https://a.example/"', is: "https://a.example/" },
    {
      form: "await of something unknown",
      before: 'import { issuer } from "./issuer";',
      expression: "await issuer()",
      is: "<unknown>",
    },
    {
      form: "the value of an assignment",
      before: "let issuer;",
      expression: '(issuer = "https://a.example/")',
      is: "https://a.example/",
    },
    { form: "typeof a string", expression: 'typeof "a"', is: "string" },
    { form: "typeof a variable", expression: "typeof process.env.X", is: "string" },
    { form: "typeof a function", expression: "typeof (() => {})", is: "function" },
    { form: "typeof an object", expression: "typeof {}", is: "object" },
    { form: "typeof process", expression: "typeof process", is: "object" },
    { form: "typeof a class", expression: "typeof class {}", is: "function" },
    { form: "typeof null", expression: "typeof null", is: "object" },
    { form: "typeof undefined", expression: "typeof undefined", is: "undefined" },
    { form: "typeof something unknown", before: 'import { x } from "./x";', expression: "typeof x", is: "${?}" },
    { form: "not", expression: "!true", is: "<false>" },
    { form: "not, of an object", expression: "!{}", is: "<false>" },
    { form: "not, of something unknown", before: 'import { x } from "./x";', expression: "!x", is: "<unknown>" },
    { form: "an update", before: "let n = 0; n++;", expression: "n", is: "<1>" },
    {
      form: "an update of a member",
      before: "const o = { n: 0 }; o.n++;",
      expression: "o.n",
      is: "<1>",
    },
    { form: "other arithmetic", expression: "2 * 3", is: "<6>" },
    { form: "a regular expression", expression: "/a/", is: "<pattern>" },
    { form: "a class, which JSON leaves out", expression: "class {}", is: "<undefined>" },
    { form: "this", expression: "this", is: "<undefined>" },
    { form: "a URL, which is a string in JSON", expression: 'new URL("https://a.example/")', is: "https://a.example/" },
    { form: "import.meta", expression: "import.meta.url", is: "<unknown>" },
    { form: "an import", before: 'import { issuer } from "./issuer";', expression: "issuer", is: "<unknown>" },
    { form: "a default import", before: 'import issuer from "./issuer";', expression: "issuer", is: "<unknown>" },
    { form: "a global that nobody declares", expression: "ISSUER", is: "<unknown>" },
    { form: "a declared constant", before: "declare const ISSUER: string;", expression: "ISSUER", is: "<unknown>" },
    {
      form: "an enum",
      before: 'enum Issuer { A = "https://a.example/" }',
      expression: "Issuer.A",
      is: "https://a.example/",
    },
    {
      form: "a namespace",
      before: 'namespace Issuers { export const a = "https://a.example/"; }',
      expression: "Issuers.a",
      is: "https://a.example/",
    },
    {
      form: "a static member of a class",
      before: "class Issuers { static a = 1; }",
      expression: "Issuers.a",
      is: "<1>",
    },
    { form: "a dynamic import", expression: 'import("./issuer")', is: "<unknown>" },
  ]);
});

describe("assignments", () => {
  everyRow([
    {
      form: "??= of nothing",
      before: 'let issuer; issuer ??= "https://a.example/";',
      expression: "issuer",
      is: "https://a.example/",
    },
    {
      form: "??= of a string",
      before: 'let issuer = "https://a.example/"; issuer ??= "https://b.example/";',
      expression: "issuer",
      is: "https://a.example/",
    },
    {
      form: "??= of something unknown",
      before: 'import { a } from "./a"; let issuer = a; issuer ??= "https://b.example/";',
      expression: "issuer",
      is: "<unknown>",
    },
    {
      form: "||= of a string",
      before: 'let issuer = "https://a.example/"; issuer ||= "https://b.example/";',
      expression: "issuer",
      is: "https://a.example/",
    },
    {
      form: "+= to something unknown",
      before: 'import { a } from "./a"; let issuer = a; issuer += "/";',
      expression: "issuer",
      is: "${?}/",
    },
    {
      form: "by destructuring a list",
      before: 'import { urls } from "./urls"; let issuer = "https://a.example/"; [issuer] = urls;',
      expression: "issuer",
      is: "<unknown>",
    },
    {
      form: "to a member",
      before: 'const urls = {}; urls.issuer = "https://a.example/";',
      expression: "urls.issuer",
      is: "https://a.example/",
    },
    {
      form: "to a member by a constant name",
      before: 'const urls = {}; urls["issuer"] = "https://a.example/";',
      expression: "urls.issuer",
      is: "https://a.example/",
    },
    {
      form: "to a member by an unknown name",
      before:
        'import { name } from "./name"; const urls = { issuer: "https://a.example/" }; urls[name] = "https://b.example/";',
      expression: "urls.issuer",
      is: "<unknown>",
    },
    {
      form: "to a member through an alias",
      before: 'const urls = { issuer: "https://a.example/" }; const same = urls; same.issuer = "https://b.example/";',
      expression: "urls.issuer",
      is: "https://b.example/",
    },
    {
      form: "to an element of a list",
      before: 'const urls = ["https://a.example/"]; urls[0] = "https://b.example/";',
      expression: "urls[0]",
      is: "https://b.example/",
    },
    {
      form: "delete",
      before: 'const urls = { issuer: "https://a.example/" }; delete urls.issuer;',
      expression: "urls.issuer",
      is: "<undefined>",
    },
    {
      form: "delete by an unknown name",
      before: 'import { name } from "./name"; const urls = { issuer: "https://a.example/" }; delete urls[name];',
      expression: "urls.issuer",
      is: "<unknown>",
    },
    {
      form: "by destructuring an object",
      before: 'let issuer = "https://a.example/"; ({ a: issuer } = { a: "https://b.example/" });',
      expression: "issuer",
      is: "https://b.example/",
    },
    {
      form: "delete of something else",
      before: 'import { urls } from "./urls"; delete urls.a;',
      expression: "delete urls",
      is: "<true>",
    },
  ]);
});

describe("assignments that throw", () => {
  it.each([
    { form: "to a name that nobody declares", before: 'issuer = "https://a.example/";' },
    { form: "by destructuring to such a name", before: 'import { urls } from "./urls"; ({ a: issuer } = urls);' },
    { form: "by destructuring undefined", before: "let issuer; ({ issuer } = urls); var urls;" },
  ])("$form", ({ before }) => {
    const { endings, variants } = read(withIssuer("issuer", before));
    expect(variants).toEqual([]);
    expect(endings).toMatchObject({ isExhaustive: true, threw: [{ kind: "threw" }] });
  });
});

/** At most as many parts as a string may have, none of which is readable. */
const UNREAD = /^(?:\$\{\?\}){1,200}$/;

describe("where a string is written", () => {
  const issuerOrigin = (file: string) => readProvider(file).issuer?.text.origin;

  it("is the literal itself", () => {
    expect(issuerOrigin(withIssuer('"https://a.example/"'))?.node.type).toBe("Literal");
  });

  it("is the definition of a const", () => {
    const origin = issuerOrigin(withIssuer("issuer", 'const issuer = "https://a.example/";'));
    expect(origin?.at).toBe(origin?.node);
    expect(origin?.node.loc.start.line).toBe(1);
    expect(origin?.isEditable).toBe(true);
  });

  it("knows the leaf of each literal part, and none for computed characters", () => {
    const leavesOf = (expression: string) =>
      readProvider(withIssuer(expression)).issuer?.text.parts.map((part) =>
        part.kind === "literal" ? (part.leaf?.type ?? null) : "opaque",
      );
    expect(leavesOf('"https://a.example/"')).toEqual(["Literal"]);
    expect(leavesOf("`https://a.example/${process.env.ID}/x`")).toEqual([
      "TemplateElement",
      "opaque",
      "TemplateElement",
    ]);
    expect(leavesOf('"https://a.example/".trim()')).toEqual(["Literal"]);
    expect(leavesOf('" https://a.example/".trim()')).toEqual([null]);
    expect(leavesOf('"https://A.example/".toLowerCase()')).toEqual([null]);
    expect(leavesOf("`https://a.example:${8080}`")).toEqual(["TemplateElement", null]);
  });

  it("no string grows without bounds", () => {
    const doubled = 'let issuer = "https://a.example/";\n' + "issuer += issuer;\n".repeat(40);
    expect(valueOf("issuer", doubled)).toMatch(UNREAD);
    const inTemplate = 'let issuer = "https://a.example/";\n' + "issuer = `${issuer}${issuer}`;\n".repeat(40);
    expect(valueOf("issuer", inTemplate)).toMatch(UNREAD);
    const added = 'let issuer = "https://a.example/";\n' + "issuer = issuer + issuer;\n".repeat(40);
    expect(valueOf("issuer", added)).toMatch(UNREAD);
    const spliced = 'const big = "' + "x".repeat(15_000) + '";';
    expect(valueOf("`${big}${big}${process.env.A}`", spliced)).toMatch(UNREAD);
    const joined = 'let issuer = "https://a.example/";\n' + "issuer = issuer.concat(issuer);\n".repeat(40);
    expect(valueOf("issuer", joined)).toMatch(UNREAD);
  });
});
