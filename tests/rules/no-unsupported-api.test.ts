import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";
import type { InvalidCase } from "./rule-tester.js";

const rule = "no-unsupported-api";

const sound = 'export default { providers: [{ domain: "https://auth.example.com", applicationID: "app" }] };\n';

/** A call that is made while the file is evaluated. */
const call = (code: string, api: string): InvalidCase => ({
  name: code,
  code: `import { name } from "./name";\nconst value = «${code}»;\n${sound}`,
  errors: [{ messageId: "refused", data: { api } }],
  output: null,
});

const valid = (code: string) => ({
  name: code,
  code: `import { clock, name } from "./clock";\nconst value = ${code};\n${sound}`,
});

testRule(rule, "the clock", {
  valid: [
    "new Date(0)",
    'new Date("2026-01-01")',
    "new Date(2026, 1, 1)",
    "Date.UTC(2026, 1)",
    'Date.parse("2026-01-01")',
    "Date.name",
    "clock.now()",
    "new clock.Date()",
  ].map(valid),
  invalid: [
    call("Date()", "Date()"),
    call("Date.now()", "Date.now()"),
    call("new Date()", "new Date()"),
    call("new Date", "new Date()"),
    call("performance.now()", "performance.now()"),
    call("globalThis.Date.now()", "Date.now()"),
    call("new globalThis.Date()", "new Date()"),
    call("globalThis.performance.now()", "performance.now()"),
  ],
});

testRule(rule, "randomness", {
  valid: [
    "Math.max(1, 2)",
    "Math.PI",
    "clock.random()",
    "crypto.subtle",
    'await crypto.subtle.digest("SHA-256", new Uint8Array(1))',
  ].map(valid),
  invalid: [
    call("Math.random()", "Math.random()"),
    call("crypto.randomUUID()", "crypto.randomUUID()"),
    call("crypto.getRandomValues(new Uint8Array(1))", "crypto.getRandomValues()"),
    call('crypto.subtle.generateKey("Ed25519", true, ["sign"])', "crypto.subtle.generateKey()"),
    call("globalThis.crypto.randomUUID()", "crypto.randomUUID()"),
    call("globalThis.Math.random()", "Math.random()"),
  ],
});

testRule(rule, "the network, timers and dynamic imports", {
  valid: [
    'import("./x")',
    "import(`./x`)",
    "clearTimeout(1)",
    "fetch",
    "clock.fetch()",
    "new URL('https://auth.example.com')",
  ].map(valid),
  invalid: [
    call('fetch("https://auth.example.com")', "fetch()"),
    call('globalThis.fetch("https://auth.example.com")', "fetch()"),
    call("setTimeout(() => {}, 1)", "setTimeout()"),
    call("setInterval(() => {}, 1)", "setInterval()"),
    call("import(name)", "import()"),
    call("import(`./${name}`)", "import()"),
    {
      name: "an awaited request",
      code: `const keys = await «fetch("https://auth.example.com/jwks")»;\n${sound}`,
      errors: [{ messageId: "refused", data: { api: "fetch()" } }],
      output: null,
    },
  ],
});

testRule(rule, "names that mean something else", {
  valid: [
    { name: "a local function", code: `const fetch = () => 1;\nfetch();\n${sound}` },
    {
      name: "an import",
      code: `import { Date, Math, performance, crypto, setTimeout } from "./stubs";\nnew Date();\nDate.now();\nMath.random();\nperformance.now();\ncrypto.randomUUID();\nsetTimeout();\n${sound}`,
    },
    { name: "a parameter", code: `const read = (Date) => Date.now();\nread({ now: () => 1 });\n${sound}` },
  ],
});

testRule(rule, "where it is called", {
  valid: [
    {
      name: "in a function that nobody calls",
      code: `export const now = () => Date.now();\nexport function later() {\n  return fetch("https://auth.example.com");\n}\n${sound}`,
    },
    { name: "in a throw that never comes", code: `if (!process.env.X) throw new Error(String(Date.now()));\n${sound}` },
    {
      name: "in a throw that may come",
      code: `import { flag } from "./flag";\nif (flag) throw new Error(\`\${new Date().toISOString()}: no\`);\n${sound}`,
    },
    { name: "in a try that swallows it", code: `let now = 0;\ntry {\n  now = Date.now();\n} catch {}\n${sound}` },
    {
      name: "in a branch that never runs",
      code: `if (process.env.NODE_ENV === "development") console.log(Date.now());\n${sound}`,
    },
    { name: "behind ??, which never runs", code: `const now = process.env.NOW ?? String(Date.now());\n${sound}` },
  ],
  invalid: [
    {
      name: "in a function that is called",
      code: `const now = () => «Date.now()»;\nconsole.log(now());\n${sound}`,
      errors: [{ messageId: "refused", data: { api: "Date.now()" } }],
      output: null,
    },
    {
      name: "in a function that is called twice, which is one defect",
      code: `const now = () => «Date.now()»;\nconsole.log(now(), now());\n${sound}`,
      errors: [{ messageId: "refused", data: { api: "Date.now()" } }],
      output: null,
    },
    {
      name: "in one arm",
      code: `import { flag } from "./flag";\nconst now = flag ? «Date.now()» : 0;\n${sound}`,
      errors: [{ messageId: "refused", data: { api: "Date.now()" } }],
      output: null,
    },
    {
      name: "in the export",
      code: 'export default { providers: [{ domain: `https://${«crypto.randomUUID()»}.example.com`, applicationID: "app" }] };\n',
      errors: [{ messageId: "refused", data: { api: "crypto.randomUUID()" } }],
      output: null,
    },
    {
      name: "in a condition",
      code: `if («Date.now()» > 0) console.log("now");\n${sound}`,
      errors: [{ messageId: "refused", data: { api: "Date.now()" } }],
      output: null,
    },
    {
      name: "in a try that throws on",
      code: `try {\n  «Date.now()»;\n} catch (error) {\n  throw error;\n}\n${sound}`,
      errors: [{ messageId: "refused", data: { api: "Date.now()" } }],
      output: null,
    },
    {
      name: "twice",
      code: `const a = «Date.now()»;\nconst b = «Math.random()»;\n${sound}`,
      errors: [
        { messageId: "refused", data: { api: "Date.now()" } },
        { messageId: "refused", data: { api: "Math.random()" } },
      ],
      output: null,
    },
    {
      name: "with Windows line ends and a byte-order mark",
      code: withByteOrderMark(crlf(`const now = «Date.now()»;\n${sound}`)),
      errors: [{ messageId: "refused", data: { api: "Date.now()" } }],
      output: null,
    },
  ],
});

testRule(rule, "files that are not ours", {
  valid: [
    { name: "Auth.js", code: `import NextAuth from "next-auth";\nexport const now = Date.now();\n` },
    { name: "another folder", filename: "src/auth.config.ts", code: `export const now = Date.now();\n${sound}` },
  ],
});
