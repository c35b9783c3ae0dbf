import { describe, expect, it } from "vitest";
import { harmfulListings } from "../../src/auth-config/listings.js";
import { contradiction } from "./executed.js";
import { membersOf, read, readProvider } from "./read.js";

/** The listings of a file that do harm: the text that each points at. */
function harmfulIn(text: string): readonly string[] {
  return [...harmfulListings(read(text))].map(({ range }) => text.slice(...range));
}

const empty = "export default { providers: [] };";
const session = `{
  type: "customJwt",
  issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`,
  algorithm: "RS256",
  jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
}`;
const sound = `export default { providers: [${session}] };`;
const environment = { WORKOS_CLIENT_ID: "client_01234567890123456789012345", A: "a" };

describe("a listing of process.env", () => {
  it.each([
    {
      form: "whose names become the providers",
      text: "export default { providers: Object.keys(process.env).map((name) => ({ issuer: name })) };",
      at: "Object.keys(process.env)",
    },
    {
      form: "whose first value is an element",
      text: "export default { providers: [Object.values(process.env)[0]] };",
      at: "Object.values(process.env)",
    },
    {
      form: "whose first entry is a value",
      text: "export default { providers: [{ issuer: Object.entries(process.env)[0] }] };",
      at: "Object.entries(process.env)",
    },
    {
      form: "that a value is read from",
      text: "const env = { ...process.env }; export default { providers: [{ issuer: env.ISSUER }] };",
      at: "...process.env",
    },
    {
      form: "that decides which config is exported",
      text: `const env = { ...process.env }; const config = env.A ? { providers: [${session}] } : { providers: [] }; export default config;`,
      at: "...process.env",
    },
    {
      form: "whose value is part of a string",
      text: "const env = { ...process.env }; export default { providers: [{ issuer: `${env.ISSUER}/` }] };",
      at: "...process.env",
    },
    {
      form: "whose value is the client ID",
      text: `const env = { ...process.env }; ${sound.replaceAll("process.env", "env")}`,
      at: "...process.env",
    },
    {
      form: "whose names are the members of a provider",
      text: "export default { providers: [{ ...process.env }] };",
      at: "...process.env",
    },
    {
      form: "that is copied",
      text: "const env = { ...process.env }; const all = { ...env }; export default { providers: [{ issuer: all.ISSUER }] };",
      at: "...process.env",
    },
    {
      form: "that chooses the list",
      text: `export default { providers: "ISSUER" in process.env ? [${session}] : [] };`,
      at: '"ISSUER" in process.env',
    },
    {
      form: "that chooses a part of the list",
      text: `export default { providers: [..."ISSUER" in process.env && [${session}] || []] };`,
      at: '"ISSUER" in process.env',
    },
    {
      form: "that decides whether to push",
      text: `const list = []; if ("ISSUER" in process.env) list.push(${session}); export default { providers: list };`,
      at: '"ISSUER" in process.env',
    },
    {
      form: "that decides whether to throw",
      text: `if (!("ISSUER" in process.env)) throw new Error("no"); ${sound}`,
      at: '"ISSUER" in process.env',
    },
    {
      form: "whose length decides whether to throw",
      text: `if (Object.keys(process.env).length === 0) throw new Error("no"); ${sound}`,
      at: "Object.keys(process.env)",
    },
    {
      form: "in which a constant searches, to throw",
      text: `const names = Object.keys(process.env); const has = Boolean(names.includes("ISSUER")); if (!has) throw new Error("no"); ${sound}`,
      at: "Object.keys(process.env)",
    },
    {
      form: "whose loop pushes",
      text: "const providers = []; for (const name in process.env) providers.push({ issuer: name }); export default { providers };",
      at: "process.env",
    },
    {
      form: "that is the rest of it",
      text: "const { A, ...rest } = process.env; export default { providers: [{ issuer: rest.ISSUER }] };",
      at: "...rest",
    },
    {
      form: "of the imported env",
      text: 'import { env } from "./_generated/server"; export default { providers: Object.keys(env) };',
      at: "Object.keys(env)",
    },
    {
      form: "in a CommonJS file",
      text: "module.exports = { providers: Object.keys(process.env) };",
      at: "Object.keys(process.env)",
    },
    {
      form: "in a config that refers to itself",
      text: "const config = {}; config.self = config; config.providers = Object.keys(process.env); export default config;",
      at: "Object.keys(process.env)",
    },
  ])("does harm $form", ({ text, at }) => {
    expect(harmfulIn(text)).toEqual([at]);
    expect(contradiction(text, { environment })).toBeNull();
  });

  it.each([
    { form: "that is printed", text: `console.log(Object.keys(process.env)); ${empty}` },
    { form: "that decides what is printed", text: `if ("DEBUG" in process.env) console.log("debug"); ${empty}` },
    { form: "in what is printed", text: `console.log("DEBUG" in process.env ? "debug" : "live"); ${empty}` },
    { form: "whose loop prints", text: `for (const name in process.env) console.log(name); ${empty}` },
    { form: "whose loop throws", text: `for (const name in process.env) { throw new Error(name); } ${empty}` },
    { form: "that nobody uses", text: `const all = { ...process.env }; ${empty}` },
    { form: "under another export", text: `export const all = Object.keys(process.env); ${empty}` },
    { form: "beside the providers", text: `export default { all: Object.keys(process.env), providers: [] };` },
    { form: "in a function that nobody calls", text: `const all = () => Object.keys(process.env); ${empty}` },
    { form: "that decides what nobody reads", text: `let n = 0; if ("ISSUER" in process.env) n = 1; ${empty}` },
    {
      form: "whose throw is for a variable that is set",
      text: `if ("A" in process.env) throw new Error("no"); ${sound}`,
    },
    {
      form: "that adds to a list that takes sessions without it",
      text: `const list = [${session}]; if ("ISSUER" in process.env) list.push({ issuer: "a" }); export default { providers: list };`,
    },
    {
      form: "that chooses among lists of which both are sound",
      text: `export default { providers: "ISSUER" in process.env ? [] : [${session}] };`,
    },
    {
      form: "in a string that is truthy without it",
      text: `const all = \`all: \${Object.keys(process.env)}\`; export default { providers: all ? [${session}] : [] };`,
    },
    { form: "of another object", text: "export default { providers: Object.keys({ a: 1 }) };" },
    { form: "of another object, by in", text: 'export default { providers: "a" in { a: 1 } ? [] : [] };' },
    {
      form: "of another object, by a loop",
      text: "const providers = []; for (const name in { a: 1 }) providers.push({ issuer: name }); export default { providers };",
    },
    {
      form: "of another object, by the rest",
      text: 'const { a, ...rest } = { a: 1, issuer: "b" }; export default { providers: [rest] };',
    },
    { form: "that is a plain read", text: "export default { providers: [{ issuer: process.env.A }] };" },
  ])("does no harm $form", ({ text }) => {
    expect(harmfulIn(text)).toEqual([]);
    expect(contradiction(text, { environment })).toBeNull();
  });

  it("is one place, however often unknown code passes it on", () => {
    const text = `import { f } from "./f"; let x = Object.keys(process.env);\n${"x = f(x, x);\n".repeat(20)}export default { providers: x };`;
    expect(harmfulIn(text)).toEqual(["Object.keys(process.env)"]);
  });

  it("is found on each way through the file", () => {
    const text = `import { flag } from "./flag"; export default { providers: flag ? Object.keys(process.env) : Object.values(process.env) };`;
    expect(harmfulIn(text)).toEqual(["Object.keys(process.env)", "Object.values(process.env)"]);
  });
});

describe("what depends on a listing", () => {
  it("is unknown to all other rules", () => {
    const provider = readProvider(
      'const env = { ...process.env }; export default { providers: [{ issuer: env.ISSUER, jwks: "k" }] };',
    );
    expect(membersOf(provider)).toEqual({ issuer: "<unknown>", jwks: "k" });
    expect(provider.isClosed).toBe(true);
  });

  it("may have any members if it is an object", () => {
    const provider = readProvider('export default { providers: [{ issuer: "a", ...process.env }] };');
    expect(membersOf(provider)).toEqual({ issuer: "a" });
    expect(provider.isClosed).toBe(false);
  });

  it("may have any elements if it is a list", () => {
    const { variants } = read(
      'const list = []; if ("ISSUER" in process.env) list.push(1); export default { providers: list };',
    );
    expect(variants.map(({ isComplete }) => isComplete)).toEqual([false]);
  });
});
