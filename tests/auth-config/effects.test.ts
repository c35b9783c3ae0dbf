import { describe, expect, it } from "vitest";
import { refusedIn } from "../../src/auth-config/config.js";
import { read, readOne } from "./read.js";

/** What Convex refuses of one kind on any way through a file: the text that each points at. */
function effectsOf(kind: string, text: string): readonly string[] {
  const found = refusedIn(read(text)).filter((effect) => effect.kind === kind);
  return [...new Set(found.map(({ node }) => text.slice(...node.range)))];
}

const frontEndReads = (text: string) => effectsOf("front-end-read", text);
const refused = (text: string) => effectsOf("unsupported-api", text);

const sound = "export default { providers: [] };";

describe("import.meta.env", () => {
  it.each([
    {
      form: "a member",
      text: "export default { providers: [{ issuer: import.meta.env.VITE_ISSUER }] };",
      at: "import.meta.env.VITE_ISSUER",
    },
    {
      form: "a quoted member",
      text: 'export default { providers: [{ issuer: import.meta.env["VITE_ISSUER"] }] };',
      at: 'import.meta.env["VITE_ISSUER"]',
    },
    {
      form: "a member with types around",
      text: "export default { providers: [{ issuer: (import.meta as any).env.VITE_ISSUER! }] };",
      at: "(import.meta as any).env.VITE_ISSUER",
    },
    {
      form: "a member that ends nowhere",
      text: `const id = import.meta.env.VITE_ID; ${sound}`,
      at: "import.meta.env.VITE_ID",
    },
    {
      form: "a member with a fallback",
      text: 'export default { providers: [{ issuer: import.meta.env.VITE_ISSUER ?? "a" }] };',
      at: "import.meta.env.VITE_ISSUER",
    },
    {
      form: "a member of a constant",
      text: "const env = import.meta.env; export default { providers: [{ issuer: env.VITE_ISSUER }] };",
      at: "env.VITE_ISSUER",
    },
    {
      form: "destructuring",
      text: "const { VITE_ISSUER } = import.meta.env; export default { providers: [{ issuer: VITE_ISSUER }] };",
      at: "VITE_ISSUER",
    },
    {
      form: "in a function that is called",
      text: "const f = () => import.meta.env.VITE_ISSUER; export default { providers: [{ issuer: f() }] };",
      at: "import.meta.env.VITE_ISSUER",
    },
    {
      form: "in one arm",
      text: 'import { flag } from "./flag"; export default { providers: [{ issuer: flag ? import.meta.env.VITE_ISSUER : "a" }] };',
      at: "import.meta.env.VITE_ISSUER",
    },
    {
      form: "in a try whose catch throws on",
      text: `let x; try { x = import.meta.env.VITE_X; } catch (error) { throw error; } ${sound}`,
      at: "import.meta.env.VITE_X",
    },
  ])("is noted where a member is read: $form", ({ text, at }) => {
    expect(frontEndReads(text)).toEqual([at]);
  });

  it.each([
    { form: "?. on it", text: "export default { providers: [{ issuer: import.meta.env?.VITE_ISSUER }] };" },
    { form: "itself", text: `const env = import.meta.env; ${sound}` },
    {
      form: "&& before it",
      text: "export default { providers: [{ issuer: import.meta.env && import.meta.env.VITE_ISSUER }] };",
    },
    {
      form: "a conditional on it",
      text: 'export default { providers: [{ issuer: import.meta.env ? import.meta.env.VITE_ISSUER : "a" }] };',
    },
    {
      form: "typeof of it",
      text: 'export default { providers: [{ issuer: typeof import.meta.env === "undefined" ? "a" : import.meta.env.VITE_ISSUER }] };',
    },
    {
      form: "a comparison of it",
      text: 'export default { providers: [{ issuer: import.meta.env !== undefined ? import.meta.env.VITE_ISSUER : "a" }] };',
    },
    {
      form: "|| behind it",
      text: "const env = import.meta.env || process.env; export default { providers: [{ issuer: env.ISSUER }] };",
    },
    {
      form: "?? behind it",
      text: "const env = import.meta.env ?? process.env; export default { providers: [{ issuer: env.ISSUER }] };",
    },
    { form: "a try that swallows it", text: `let x; try { x = import.meta.env.VITE_X; } catch {} ${sound}` },
    { form: "a function that nobody calls", text: `const f = () => import.meta.env.VITE_X; ${sound}` },
    {
      form: "the right side that never runs",
      text: "export default { providers: [{ issuer: process.env.ISSUER ?? import.meta.env.VITE_ISSUER }] };",
    },
    { form: "another member of import.meta", text: `const here = import.meta.url; ${sound}` },
    { form: "another env", text: `import { env } from "./env"; env.VITE_X; ${sound}` },
  ])("is not noted where nothing throws: $form", ({ text }) => {
    expect(frontEndReads(text)).toEqual([]);
  });
});

describe("what Convex refuses while it evaluates", () => {
  it.each([
    "Date()",
    "Date.now()",
    "new Date()",
    "new Date",
    "performance.now()",
    "performance.timeOrigin",
    "Math.random()",
    "crypto.randomUUID()",
    "crypto.getRandomValues(new Uint8Array(1))",
    'crypto.subtle.generateKey("x", true, [])',
    "globalThis.crypto.randomUUID()",
    "globalThis.crypto.subtle.generateKey()",
    'fetch("https://a.example")',
    'globalThis.fetch("https://a.example")',
    "globalThis.Date()",
    "globalThis.Date.now()",
    "new globalThis.Date()",
    "globalThis.Math.random()",
    "globalThis.performance.now()",
    "setTimeout(() => {}, 1)",
    "setInterval(() => {}, 1)",
    "setImmediate(() => {})",
    "globalThis.setTimeout(() => {}, 1)",
    "import(name)",
    "import(`./${name}`)",
    "Date?.now()",
    "(Date as any).now()",
  ])("is noted: %s", (code) => {
    expect(refused(`import { name } from "./name"; const x = ${code}; ${sound}`)).toEqual([code]);
  });

  it.each([
    "new Date(0)",
    'new Date("2026-01-01")',
    "new Date(2026, 1)",
    "Date.UTC(2026, 1)",
    'Date.parse("2026-01-01")',
    "Math.max(1, 2)",
    'crypto.subtle.digest("SHA-256", new Uint8Array(1))',
    "crypto.subtle",
    'import("./x")',
    "import(`./x`)",
    "clearTimeout(1)",
    "Date",
    "fetch",
    "Math.random",
    "clock.now()",
    "clock.random()",
    "clock.randomUUID()",
    "globalThis.other()",
    "Date[name]()",
  ])("is not noted: %s", (code) => {
    expect(refused(`import { clock, name } from "./clock"; const x = ${code}; ${sound}`)).toEqual([]);
  });

  it.each([
    { form: "a local function of the same name", text: `const fetch = () => 1; fetch(); ${sound}` },
    {
      form: "an imported class of the same name",
      text: `import { Date } from "./date"; new Date(); Date.now(); ${sound}`,
    },
    {
      form: "a local object of the same name",
      text: `const Math = { random: () => 4 }; Math.random(); const performance = { now: () => 1 }; performance.now(); ${sound}`,
    },
    { form: "an enum of the same name", text: `enum Date { now } Date.now(); ${sound}` },
    {
      form: "a namespace of the same name",
      text: `namespace Math { export const random = () => 4; } Math.random(); ${sound}`,
    },
    { form: "an exported class of the same name", text: `export class Date {} new Date(); ${sound}` },
    { form: "a callback", text: `import { xs } from "./xs"; xs.forEach(() => Date.now()); ${sound}` },
    { form: "a loop", text: `import { xs } from "./xs"; for (const x of xs) Date.now(); ${sound}` },
    {
      form: "a class of the same name that is exported by default",
      text: "export default class Date { static now() {} }\nconst x = Date.now();",
    },
    { form: "a local crypto", text: `const crypto = { randomUUID: () => "a" }; crypto.randomUUID(); ${sound}` },
    {
      form: "a function that nobody calls",
      text: `const now = () => Date.now(); export function later() { return fetch("x"); } ${sound}`,
    },
    { form: "a throw", text: `if (!process.env.X) throw new Error(String(Date.now())); ${sound}` },
    {
      form: "a throw that may happen",
      text: `import { flag } from "./flag"; if (flag) throw new Error(\`\${new Date()}\`); ${sound}`,
    },
    { form: "a try that swallows it", text: `try { Date.now(); } catch {} ${sound}` },
    { form: "a branch that never runs", text: `if (process.env.NODE_ENV !== "production") Date.now(); ${sound}` },
    { form: "the right side that never runs", text: `const x = process.env.X ?? String(Date.now()); ${sound}` },
  ])("is not noted in $form", ({ text }) => {
    expect(refused(text)).toEqual([]);
  });

  it.each([
    { form: "a function that is called", text: `const now = () => Date.now(); now(); ${sound}`, at: "Date.now()" },
    {
      form: "a function that is exported by default below",
      text: "make(); export default function make() { Date.now(); }",
      at: "Date.now()",
    },
    {
      form: "a constructor's argument",
      text: `const x = new URL(String(Math.random())); ${sound}`,
      at: "Math.random()",
    },
    {
      form: "an await",
      text: `const keys = await fetch("https://a.example"); ${sound}`,
      at: 'fetch("https://a.example")',
    },
    { form: "a condition", text: `if (Date.now() > 0) console.log(1); ${sound}`, at: "Date.now()" },
    {
      form: "the export",
      text: "export default { providers: [{ issuer: `https://a.example/${crypto.randomUUID()}` }] };",
      at: "crypto.randomUUID()",
    },
    {
      form: "one arm",
      text: `import { flag } from "./flag"; const x = flag ? Date.now() : 0; ${sound}`,
      at: "Date.now()",
    },
    {
      form: "a try whose catch throws on",
      text: `try { Date.now(); } catch (error) { throw error; } ${sound}`,
      at: "Date.now()",
    },
  ])("is noted in $form", ({ text, at }) => {
    expect(refused(text)).toEqual([at]);
  });
});

it.each([
  { code: "Date.now()", api: "Date.now()" },
  { code: "new Date()", api: "new Date()" },
  { code: "globalThis.crypto.randomUUID()", api: "crypto.randomUUID()" },
  { code: "performance.timeOrigin", api: "performance.timeOrigin" },
  { code: "import(name)", api: "import()" },
])("what Convex refuses has a name: $api", ({ code, api }) => {
  const { effects } = readOne(`import { name } from "./name"; const x = ${code}; ${sound}`);
  expect(effects.flatMap((effect) => (effect.kind === "unsupported-api" ? [effect.api] : []))).toEqual([api]);
});
