import { describe, expect, it } from "vitest";
import { contradiction, evaluated, executed } from "./executed.js";
import { issuersOf, membersOf, read, readOne, readProvider, valueOf, withIssuer } from "./read.js";

describe("local functions", () => {
  it.each([
    {
      form: "an arrow function",
      before: 'const f = () => "https://a.example";',
      expression: "f()",
      is: "https://a.example",
    },
    {
      form: "an arrow function with a body",
      before: 'const f = () => { return "https://a.example"; };',
      expression: "f()",
      is: "https://a.example",
    },
    {
      form: "a declaration",
      before: 'function f() { return "https://a.example"; }',
      expression: "f()",
      is: "https://a.example",
    },
    {
      form: "a declaration that comes later",
      before: 'const issuer = f(); function f() { return "https://a.example"; }',
      expression: "issuer",
      is: "https://a.example",
    },
    {
      form: "an exported declaration",
      before: 'export function f() { return "https://a.example"; }',
      expression: "f()",
      is: "https://a.example",
    },
    {
      form: "a function expression",
      before: 'const f = function () { return "https://a.example"; };',
      expression: "f()",
      is: "https://a.example",
    },
    {
      form: "a declaration in a block",
      before: 'let issuer; { issuer = f(); function f() { return "https://a.example"; } }',
      expression: "issuer",
      is: "https://a.example",
    },
    {
      form: "an argument",
      before: "const f = (id) => `https://a.example/${id}`;",
      expression: 'f("x")',
      is: "https://a.example/x",
    },
    {
      form: "several arguments",
      before: "const f = (host, id) => `https://${host}/${id}`;",
      expression: 'f("a.example", process.env.ID)',
      is: "https://a.example/${ID}",
    },
    { form: "a missing argument", before: "const f = (id) => id;", expression: "f()", is: "<undefined>" },
    {
      form: "a default parameter that is needed",
      before: 'const f = (id = "x") => `https://a.example/${id}`;',
      expression: "f()",
      is: "https://a.example/x",
    },
    {
      form: "a default parameter that is not needed",
      before: 'const f = (id = "x") => `https://a.example/${id}`;',
      expression: 'f("y")',
      is: "https://a.example/y",
    },
    {
      form: "a default parameter that reads the environment",
      before: "const f = (id = process.env.ID) => `https://a.example/${id}`;",
      expression: "f()",
      is: "https://a.example/${ID}",
    },
    {
      form: "a default parameter that depends on another",
      before: "const f = (host, url = `https://${host}/`) => url;",
      expression: 'f("a.example")',
      is: "https://a.example/",
    },
    {
      form: "a destructured parameter",
      before: "const f = ({ host, id }) => `https://${host}/${id}`;",
      expression: 'f({ host: "a.example", id: "x" })',
      is: "https://a.example/x",
    },
    {
      form: "a destructured parameter with a default",
      before: 'const f = ({ host = "a.example" } = {}) => `https://${host}/`;',
      expression: "f()",
      is: "https://a.example/",
    },
    {
      form: "a list as a parameter",
      before: "const f = ([host]) => `https://${host}/`;",
      expression: 'f(["a.example"])',
      is: "https://a.example/",
    },
    {
      form: "constants inside",
      before: 'function f(id) { const host = "a.example"; const url = `https://${host}/${id}`; return url; }',
      expression: 'f("x")',
      is: "https://a.example/x",
    },
    {
      form: "constants outside",
      before: 'const host = "a.example"; const f = (id) => `https://${host}/${id}`;',
      expression: 'f("x")',
      is: "https://a.example/x",
    },
    {
      form: "a name that hides an outer one",
      before: 'const id = "outer"; const f = (id) => id;',
      expression: 'f("inner")',
      is: "inner",
    },
    {
      form: "a function of a function",
      before: "const f = (id) => `https://a.example/${id}`; const g = (id) => f(`g-${id}`);",
      expression: 'g("x")',
      is: "https://a.example/g-x",
    },
    {
      form: "a function that makes a function",
      before: "const make = (host) => (id) => `https://${host}/${id}`;",
      expression: 'make("a.example")("x")',
      is: "https://a.example/x",
    },
    {
      form: "a method of a constant object",
      before: "const urls = { issuer(id) { return `https://a.example/${id}`; } };",
      expression: 'urls.issuer("x")',
      is: "https://a.example/x",
    },
    { form: "an immediately called function", expression: '(() => "https://a.example")()', is: "https://a.example" },
    {
      form: "an immediately called function with a body",
      expression: '(function (id) { return `https://a.example/${id}`; })("x")',
      is: "https://a.example/x",
    },
    { form: "a function without a return", before: "const f = () => {};", expression: "f()", is: "<undefined>" },
    { form: "a bare return", before: "const f = () => { return; };", expression: "f()", is: "<undefined>" },
    {
      form: "statements after the return",
      before: 'function f() { return "https://a.example"; return "https://b.example"; }',
      expression: "f()",
      is: "https://a.example",
    },
    {
      form: "a return in a block",
      before: 'function f() { { return "https://a.example"; } }',
      expression: "f()",
      is: "https://a.example",
    },
    {
      form: "a return in a try",
      before: 'function f() { try { return "https://a.example"; } finally { console.log(1); } }',
      expression: "f()",
      is: "https://a.example",
    },
    {
      form: "a return in a finally",
      before: 'function f() { try { return "https://a.example"; } finally { return "https://b.example"; } }',
      expression: "f()",
      is: "https://b.example",
    },
    {
      form: "an early return that is certain",
      before: 'function f(id) { if (id === "x") return "https://a.example"; return "https://b.example"; }',
      expression: 'f("x")',
      is: "https://a.example",
    },
    {
      form: "an early return that never happens",
      before: 'function f(id) { if (id === "x") return "https://a.example"; return "https://b.example"; }',
      expression: 'f("y")',
      is: "https://b.example",
    },
    {
      form: "a loop that declares a function with a return",
      before:
        'function f() { for (const x of [1]) { const g = () => { return "https://b.example"; }; } return "https://a.example"; }',
      expression: "f()",
      is: "https://a.example",
    },
    {
      form: "what it assigns outside",
      before: 'let issuer; const set = (value) => { issuer = value; }; set("https://a.example");',
      expression: "issuer",
      is: "https://a.example",
    },
    {
      form: "type parameters",
      before: "const f = <T,>(x: T): T => x;",
      expression: 'f<string>("https://a.example")',
      is: "https://a.example",
    },
    { form: "a spread argument", before: "const f = (id) => id; const ids = ['x'];", expression: "f(...ids)", is: "x" },
    { form: "a rest parameter", before: "const f = (...ids) => ids[0];", expression: 'f("x")', is: "x" },
    {
      form: "a return in a loop",
      before: 'function f(ids) { for (const id of ids) return "https://a.example"; return "https://b.example"; }',
      expression: "f([])",
      is: "https://b.example",
    },
    {
      form: "a return in a while",
      before: 'function f(n) { while (n > 0) { return "https://a.example"; } return "https://b.example"; }',
      expression: "f(1)",
      is: "https://a.example",
    },
    {
      form: "a return in a do",
      before: 'function f(n) { do { if (n) return "https://a.example"; } while (n > 0); return "https://b.example"; }',
      expression: "f(1)",
      is: "https://a.example",
    },
    {
      form: "a return in a switch",
      before:
        'function f(n) { switch (n) { case 1: return "https://a.example"; default: return "https://b.example"; } }',
      expression: "f(1)",
      is: "https://a.example",
    },
    {
      form: "a return in a switch with a statement after it",
      before: 'function f(n) { switch (n) { case 1: return "https://a.example"; } return "https://b.example"; }',
      expression: "f(1)",
      is: "https://a.example",
    },
    {
      form: "a return under a label",
      before:
        'function f(n) { here: { if (n > 1) break here; return "https://a.example"; } return "https://b.example"; }',
      expression: "f(1)",
      is: "https://a.example",
    },
    {
      form: "bind",
      before: 'const f = () => "https://a.example"; const g = f.bind(null);',
      expression: "g()",
      is: "https://a.example",
    },
    {
      form: "call",
      before: 'const f = () => "https://a.example";',
      expression: "f.call(null)",
      is: "https://a.example",
    },
  ])("$form", ({ before = "", expression, is }) => {
    expect(valueOf(expression, before)).toBe(is);
    expect(contradiction(withIssuer(expression, before), { environment: { ID: "id-1" } })).toBeNull();
  });
});

describe("functions whose result cannot be told", () => {
  it.each([
    { form: "an async one", before: 'const f = async () => "https://a.example";', expression: "f()" },
    { form: "a generator", before: 'function* f() { return "https://a.example"; }', expression: "f()" },
    { form: "an import", before: 'import { f } from "./f";', expression: "f()" },
    { form: "a method of an import", before: 'import { f } from "./f";', expression: "f.g()" },
    {
      form: "a method under an unknown name",
      before: 'import { name } from "./f"; const o = { f: () => "x" };',
      expression: "o[name]()",
    },
  ])("$form", ({ before, expression }) => {
    expect(valueOf(expression, before)).toBe("<unknown>");
  });
});

describe("functions that call themselves without end", () => {
  it.each([
    { form: "one that calls itself", before: "const f = (n) => f(n);", expression: "f(1)" },
    { form: "two that call each other", before: "const f = () => g(); const g = () => f();", expression: "f()" },
    { form: "in a default parameter", before: "const f = (x = f()) => x;", expression: "f()" },
  ])("are not followed to their end: $form", ({ before, expression }) => {
    const { endings, variants } = read(withIssuer(expression, before));
    expect(variants).toEqual([]);
    expect(endings).toEqual({ threw: [], isExhaustive: false });
  });
});

describe("a provider that a local function makes", () => {
  const workos =
    'const workos = (issuer: string, jwks = `https://api.workos.com/sso/jwks/${process.env.WORKOS_CLIENT_ID}`) => ({ type: "customJwt" as const, issuer, algorithm: "RS256" as const, jwks });';

  it("is read like a literal one", () => {
    const provider = readProvider(
      `${workos}\nexport default { providers: [workos("https://api.workos.com/user_management/" + process.env.WORKOS_CLIENT_ID)] };`,
    );
    expect(membersOf(provider)).toEqual({
      type: "customJwt",
      issuer: "https://api.workos.com/user_management/${WORKOS_CLIENT_ID}",
      algorithm: "RS256",
      jwks: "https://api.workos.com/sso/jwks/${WORKOS_CLIENT_ID}",
    });
    expect(provider.role).toBe("user-management");
    expect(provider.isClosed).toBe(true);
  });

  it("called once is edited where it stands", () => {
    const { origin } = readProvider(
      `${workos}\nexport default { providers: [workos("https://api.workos.com/")] };`,
    ).object;
    expect(origin.isEditable).toBe(true);
    expect(origin.at.type).toBe("ObjectExpression");
  });

  it("called twice is pointed at where it is called, and not edited", () => {
    const { providers } = readOne(
      `${workos}\nexport default { providers: [workos("https://api.workos.com/"), workos("https://b.example")] };`,
    );
    expect(providers.map(({ at }) => at.type)).toEqual(["CallExpression", "CallExpression"]);
    expect(providers.map(({ object }) => object.origin.isEditable)).toEqual([false, false]);
    const [first] = providers;
    expect(first?.issuer?.text.origin.isEditable).toBe(true);
    expect(first?.issuer?.text.origin.at.type).toBe("Literal");
    expect(first?.jwks?.text.origin.isEditable).toBe(false);
  });

  it("called twice by way of another function is pointed at where that one is called", () => {
    const { listedObjects, providers } = readOne(`
      const inner = (issuer) => ({ issuer });
      const outer = (host) => inner("https://" + host);
      export default { providers: [outer("a.example"), outer("b.example")] };
    `);
    expect(providers.map(({ at }) => at.loc.start.column)).toEqual([35, 55]);
    expect(issuersOf({ listedObjects })).toEqual(["https://a.example", "https://b.example"]);
  });

  it("may take its members from an argument", () => {
    const provider = readProvider(
      'const f = (rest) => ({ type: "customJwt", ...rest });\nexport default { providers: [f({ issuer: "https://a.example" })] };',
    );
    expect(membersOf(provider)).toEqual({ type: "customJwt", issuer: "https://a.example" });
    expect(provider.isClosed).toBe(true);
  });

  it("stays apart from the next one", () => {
    const { providers } = readOne(
      'const f = () => ({ issuer: "a" }); const x = f(); const y = f(); x.issuer = "b";\nexport default { providers: [x, y] };',
    );
    expect(providers.map((provider) => membersOf(provider)["issuer"])).toEqual(["b", "a"]);
  });
});

describe("functions that unknown code calls", () => {
  it("may return what it likes, so that nothing is said of objects in them", () => {
    const { list, providers } = readOne(
      'import { f } from "./f";\nexport default { providers: f(() => [{ issuer: "https://a.example" }]) };',
    );
    expect(list).toBeNull();
    expect(providers).toEqual([]);
  });

  it("may be called any number of times, so that nothing is said of what they push", () => {
    const { isComplete, list, providers } = readOne(
      'import { ids } from "./ids"; const list = [{ issuer: "b" }]; ids.forEach((id) => { list.push({ issuer: "a" }); });\nexport default { providers: list };',
    );
    expect(isComplete).toBe(false);
    expect(list?.isComplete).toBe(false);
    expect(providers).toEqual([]);
  });

  it("leave what they assign unknown", () => {
    expect(
      valueOf(
        "issuer",
        'import { ids } from "./ids"; let issuer = "https://a.example"; ids.forEach((id) => { issuer = id; });',
      ),
    ).toBe("<unknown>");
  });

  it("leave what they throw to the code that calls them", () => {
    expect(
      valueOf('"https://a.example"', 'import { ids } from "./ids"; ids.forEach((id) => { throw new Error(id); });'),
    ).toBe("https://a.example");
  });
});

it("a callback of a known list that throws ends the file", () => {
  const text = withIssuer('"https://a.example"', "[1].forEach((id) => { throw new Error(id); });");
  expect(read(text).endings.threw).toHaveLength(1);
  expect(evaluated(text)).toBe(executed(text));
});
