import { describe, expect, it } from "vitest";
import { unreadPlaces } from "../../src/auth-config/unread.js";
import { read } from "./read.js";

const id = "client_01ABCDEFGHJKMNPQRSTVWXYZ00";
const a = `{ type: "customJwt", issuer: "https://a.example", jwks: "https://a.example/jwks", algorithm: "RS256" }`;

/** The places of a file that were not read. */
function unreadIn(text: string): readonly string[] {
  return unreadPlaces(read(text)).map(({ range }) => text.slice(...range));
}

describe("a file of which all is read", () => {
  it.each([
    { form: "a list of objects", text: `export default { providers: [${a}] };` },
    { form: "an import as a value", text: `import { x } from "./x"; export default { providers: [{ issuer: x }] };` },
    {
      form: "a variable as a value",
      text: "export default { providers: [{ issuer: process.env.X, jwks: `https://${process.env.Y}/jwks` }] };",
    },
    {
      form: "a value computed from an import",
      text: 'import { x } from "./x"; export default { providers: [{ issuer: x.toLowerCase() }] };',
    },
    {
      form: "a condition on an import",
      text: `import { x } from "./x"; export default { providers: x ? [${a}] : [] };`,
    },
    {
      form: "a provider that may be left out",
      text: `import { x } from "./x"; export default { providers: [${a}, x && ${a}].filter(Boolean) };`,
    },
    { form: "a table", text: `const table = { a: ${a}, b: ${a} }; export default { providers: [table.a] };` },
    { form: "an object that is not used", text: `const unused = ${a}; export default { providers: [] };` },
    { form: "no default export", text: `const config = { providers: [${a}] };` },
    { form: "a member that Convex does not read", text: "export default { providers: [{ issuer: 'a', x: f() }] };" },
    { form: "a file that throws", text: "throw new Error();" },
  ])("has no such place: $form", ({ text }) => {
    expect(unreadIn(text)).toEqual([]);
  });
});

describe("the places that are not read", () => {
  it.each([
    {
      form: "an export that is imported",
      text: 'import config from "./config"; export default config;',
      places: ["config"],
    },
    {
      form: "a call that makes the export",
      text: `import { f } from "./f"; export default f({ providers: [${a}] });`,
      places: [`f({ providers: [${a}] })`],
    },
    {
      form: "an import that is the list",
      text: 'import { list } from "./list"; export default { providers: list };',
      places: ["list"],
    },
    {
      form: "a list that may hold more",
      text: `import { more } from "./more"; export default { providers: [${a}, ...more] };`,
      places: [`[${a}, ...more]`],
    },
    {
      form: "an element that is imported",
      text: `import { x } from "./x"; export default { providers: [${a}, x] };`,
      places: ["x"],
    },
    {
      form: "a config that holds more",
      text: 'import { more } from "./more"; export default { ...more };',
      places: ["{ ...more }"],
    },
    {
      form: "a provider that holds more",
      text: 'import { more } from "./more"; export default { providers: [{ issuer: "a", ...more }] };',
      places: ['{ issuer: "a", ...more }'],
    },
    {
      form: "a value that is not computed",
      text: "export default { providers: [{ issuer: String([1, [2]]) }] };",
      places: ["String([1, [2]])"],
    },
    {
      form: "code that is not run, and what it may change",
      text: `import { f } from "./f"; const p = ${a}; f(p); export default { providers: [p] };`,
      places: [a, "f(p)"],
    },
    {
      form: "objects that look like providers, next to another place",
      text: `import { f } from "./f"; const p = { issuer: "a" }, q = { name: "b" }; export default { providers: f() };`,
      places: ['{ issuer: "a" }', "f()"],
    },
    {
      form: "a place on one way through the file",
      text: `import { flag, x } from "./x"; export default { providers: flag ? [x] : [] };`,
      places: ["x"],
    },
  ])("are in the order of the file: $form", ({ text, places }) => {
    expect(unreadIn(text)).toEqual(places);
  });

  it("are not told apart inside of each other", () => {
    const text = `import { f } from "./f"; export default { providers: f([f(${a}), { issuer: f(1) }]) };`;
    expect(unreadIn(text)).toEqual([`f([f(${a}), { issuer: f(1) }])`]);
  });

  it("are those that a loop of unknown length leaves out", () => {
    const loop = `for (const x of ids) list.push({ issuer: x, applicationID: "${id}" });`;
    const text = `import { ids } from "./ids"; const list = []; ${loop} export default { providers: list };`;
    expect(unreadIn(text)).toEqual(["[]", loop]);
  });

  it("are the whole file where it is not followed to its end", () => {
    const text = "for (;;) {} export default { providers: [] };";
    expect(unreadIn(text)).toEqual([text]);
  });
});
