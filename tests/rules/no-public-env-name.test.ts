import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";

const rule = "no-public-env-name";

/** A report with its suggestion. */
const frontEnd = (name: string, plain: string, output: string) => ({
  messageId: "frontEndName",
  data: { name, plain },
  suggestions: [{ messageId: "readPlainName", data: { plain }, output }],
});
const only = (name: string, plain: string) => ({ messageId: "frontEndName", data: { name, plain } });

const file = (value: string): string =>
  `export default { providers: [{ domain: "https://auth.example.com", applicationID: ${value} }] };\n`;

/** A generated file that reads a variable so many times. */
const reads = (count: number, name: string): string =>
  `export default { providers: [\n${Array.from({ length: count }, (_, index) => `  { domain: "https://auth${String(index)}.example.com", applicationID: process.env.${name} },\n`).join("")}] };\n`;

testRule(rule, "names for front-end builds", {
  valid: [
    { name: "a name of the deployment", code: file("process.env.WORKOS_CLIENT_ID") },
    { name: "a name that only contains a prefix", code: file("process.env.MY_VITE_APP") },
    { name: "a prefix alone", code: file("process.env.VITE_") },
    { name: "in lower case", code: file("process.env.vite_app") },
    { name: "a member of another object", code: `import { config } from "./config";\n${file("config.VITE_APP")}` },
    {
      name: "in a function that nobody calls",
      code: `export const app = () => process.env.VITE_APP;\n${file('"app"')}`,
    },
    { name: "in a fallback that never runs", code: file("process.env.APP ?? process.env.VITE_APP") },
    { name: "of Vite's own, which has a rule of its own", code: file("import.meta.env?.VITE_APP") },
  ],
  invalid: [
    {
      name: "NEXT_PUBLIC_",
      code: file("process.env.«NEXT_PUBLIC_WORKOS_CLIENT_ID»"),
      errors: [frontEnd("NEXT_PUBLIC_WORKOS_CLIENT_ID", "WORKOS_CLIENT_ID", file("process.env.WORKOS_CLIENT_ID"))],
      output: null,
    },
    {
      name: "VITE_",
      code: file("process.env.«VITE_WORKOS_CLIENT_ID»!"),
      errors: [frontEnd("VITE_WORKOS_CLIENT_ID", "WORKOS_CLIENT_ID", file("process.env.WORKOS_CLIENT_ID!"))],
      output: null,
    },
    {
      name: "EXPO_PUBLIC_",
      code: file("process.env.«EXPO_PUBLIC_WORKOS_CLIENT_ID»"),
      errors: [frontEnd("EXPO_PUBLIC_WORKOS_CLIENT_ID", "WORKOS_CLIENT_ID", file("process.env.WORKOS_CLIENT_ID"))],
      output: null,
    },
    {
      name: "in double quotes",
      code: file('process.env[«"VITE_APP"»]'),
      errors: [frontEnd("VITE_APP", "APP", file('process.env["APP"]'))],
      output: null,
    },
    {
      name: "in single quotes",
      code: file("process.env[«'VITE_APP'»]"),
      errors: [frontEnd("VITE_APP", "APP", file("process.env['APP']"))],
      output: null,
    },
    {
      name: "of the generated env",
      code: `import { env } from "./_generated/server";\n${file("env.«VITE_APP»")}`,
      errors: [frontEnd("VITE_APP", "APP", `import { env } from "./_generated/server";\n${file("env.APP")}`)],
      output: null,
    },
    {
      name: "by destructuring",
      code: `const { «VITE_APP» } = process.env;\n${file("VITE_APP")}`,
      errors: [frontEnd("VITE_APP", "APP", `const { APP: VITE_APP } = process.env;\n${file("VITE_APP")}`)],
      output: null,
    },
    {
      name: "by destructuring with a default",
      code: `const { «VITE_APP» = "app" } = process.env;\n${file("VITE_APP")}`,
      errors: [frontEnd("VITE_APP", "APP", `const { APP: VITE_APP = "app" } = process.env;\n${file("VITE_APP")}`)],
      output: null,
    },
    {
      name: "by destructuring under another name",
      code: `const { «VITE_APP»: app } = process.env;\n${file("app")}`,
      errors: [frontEnd("VITE_APP", "APP", `const { APP: app } = process.env;\n${file("app")}`)],
      output: null,
    },
    {
      name: "by destructuring in quotes",
      code: `const { «"VITE_APP"»: app } = process.env;\n${file("app")}`,
      errors: [frontEnd("VITE_APP", "APP", `const { "APP": app } = process.env;\n${file("app")}`)],
      output: null,
    },
    {
      name: "by destructuring under a name that a constant holds: reported, nothing offered",
      code: `const NAME = "VITE_APP";\nconst { [«NAME»]: app } = process.env;\n${file("app")}`,
      errors: [only("VITE_APP", "APP")],
      output: null,
    },
    {
      name: "through an imported helper",
      code: `import { requireEnv } from "./env";\n${file('requireEnv(«"VITE_APP"»)')}`,
      errors: [frontEnd("VITE_APP", "APP", `import { requireEnv } from "./env";\n${file('requireEnv("APP")')}`)],
      output: null,
    },
    {
      name: "through a local helper",
      code: `const read = (name: string) => process.env[name];\n${file('read(«"VITE_APP"»)')}`,
      errors: [
        frontEnd("VITE_APP", "APP", `const read = (name: string) => process.env[name];\n${file('read("APP")')}`),
      ],
      output: null,
    },
    {
      name: "through a local helper that is called twice",
      code: 'const read = (name: string) => process.env[name];\nexport default { providers: [{ domain: read(«"VITE_DOMAIN"»), applicationID: read(«"VITE_APP"») }] };\n',
      errors: [
        frontEnd(
          "VITE_DOMAIN",
          "DOMAIN",
          'const read = (name: string) => process.env[name];\nexport default { providers: [{ domain: read("DOMAIN"), applicationID: read("VITE_APP") }] };\n',
        ),
        frontEnd(
          "VITE_APP",
          "APP",
          'const read = (name: string) => process.env[name];\nexport default { providers: [{ domain: read("VITE_DOMAIN"), applicationID: read("APP") }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "by a computed name",
      code: file('process.env[«"VITE_" + "APP"»]'),
      errors: [only("VITE_APP", "APP")],
      output: null,
    },
    {
      name: "at several places, which are renamed together",
      code: 'export default { providers: [{ domain: `https://${process.env.«VITE_TENANT»}/`, applicationID: process.env[«"VITE_TENANT"»] }] };\n',
      errors: [
        frontEnd(
          "VITE_TENANT",
          "TENANT",
          'export default { providers: [{ domain: `https://${process.env.TENANT}/`, applicationID: process.env["TENANT"] }] };\n',
        ),
        frontEnd(
          "VITE_TENANT",
          "TENANT",
          'export default { providers: [{ domain: `https://${process.env.TENANT}/`, applicationID: process.env["TENANT"] }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "at several places, one of which cannot be edited",
      code: 'export default { providers: [{ domain: process.env.«VITE_APP», applicationID: process.env[«"VITE_" + "APP"»] }] };\n',
      errors: [only("VITE_APP", "APP"), only("VITE_APP", "APP")],
      output: null,
    },
    {
      name: "at a hundred places: all of them at once",
      code: reads(100, "«VITE_APP»"),
      errors: Array.from({ length: 100 }, () => frontEnd("VITE_APP", "APP", reads(100, "APP"))),
      output: null,
    },
    {
      name: "at more places than anybody edits at once: reported, nothing offered",
      code: reads(101, "«VITE_APP»"),
      errors: Array.from({ length: 101 }, () => only("VITE_APP", "APP")),
      output: null,
    },
    {
      name: "two different names",
      code: "export default { providers: [{ domain: process.env.«VITE_DOMAIN», applicationID: process.env.«VITE_APP» }] };\n",
      errors: [
        frontEnd(
          "VITE_DOMAIN",
          "DOMAIN",
          "export default { providers: [{ domain: process.env.DOMAIN, applicationID: process.env.VITE_APP }] };\n",
        ),
        frontEnd(
          "VITE_APP",
          "APP",
          "export default { providers: [{ domain: process.env.VITE_DOMAIN, applicationID: process.env.APP }] };\n",
        ),
      ],
      output: null,
    },
    {
      name: "where the value ends nowhere: it must be set all the same",
      code: `process.env.«VITE_APP»;\n${file('"app"')}`,
      errors: [frontEnd("VITE_APP", "APP", `process.env.APP;\n${file('"app"')}`)],
      output: null,
    },
    {
      name: "with a comment inside, which stays",
      code: file("process.env. /* app */ «VITE_APP»"),
      errors: [frontEnd("VITE_APP", "APP", file("process.env. /* app */ APP"))],
      output: null,
    },
    {
      name: "with tabs, Windows line ends and a byte-order mark",
      code: withByteOrderMark(
        crlf(
          "export default {\n\tproviders: [\n\t\t{ domain: process.env.«VITE_DOMAIN», applicationID: 'app' },\n\t],\n};\n",
        ),
      ),
      errors: [
        frontEnd(
          "VITE_DOMAIN",
          "DOMAIN",
          withByteOrderMark(
            crlf(
              "export default {\n\tproviders: [\n\t\t{ domain: process.env.DOMAIN, applicationID: 'app' },\n\t],\n};\n",
            ),
          ),
        ),
      ],
      output: null,
    },
  ],
});

testRule(rule, "files that are not ours", {
  valid: [
    { name: "Auth.js", code: `import NextAuth from "next-auth";\n${file("process.env.NEXT_PUBLIC_APP")}` },
    { name: "another folder", filename: "src/auth.config.ts", code: file("process.env.NEXT_PUBLIC_APP") },
  ],
});

testRule(rule, "a name that is computed", {
  invalid: [
    {
      name: "by a constant, which is renamed",
      code: `const name = «"VITE_APP"»;\n${file("process.env[name]")}`,
      errors: [frontEnd("VITE_APP", "APP", `const name = "APP";\n${file("process.env[name]")}`)],
      output: null,
    },
  ],
});
