import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";

const rule = "no-front-end-env";

const sound = 'export default { providers: [{ domain: "https://auth.example.com", applicationID: "app" }] };\n';

/** A report with its suggestion. */
const read = (name: string, variable: string, output: string) => ({
  messageId: "doesNotExist",
  data: { name },
  suggestions: [{ messageId: "readDeployment", data: { variable }, output }],
});
const plain = (name: string) => ({ messageId: "doesNotExist", data: { name } });

testRule(rule, "import.meta.env", {
  valid: [
    {
      name: "process.env",
      code: 'export default { providers: [{ domain: process.env.DOMAIN, applicationID: "app" }] };\n',
    },
    {
      name: "guarded by ?.",
      code: 'export default { providers: [{ domain: import.meta.env?.VITE_DOMAIN ?? process.env.DOMAIN, applicationID: "app" }] };\n',
    },
    {
      name: "guarded by &&",
      code: 'export default { providers: [{ domain: (import.meta.env && import.meta.env.VITE_DOMAIN) || process.env.DOMAIN, applicationID: "app" }] };\n',
    },
    {
      name: "guarded by a conditional",
      code: 'export default { providers: [{ domain: import.meta.env ? import.meta.env.VITE_DOMAIN : process.env.DOMAIN, applicationID: "app" }] };\n',
    },
    {
      name: "guarded by typeof",
      code: 'const domain = typeof import.meta.env === "undefined" ? process.env.DOMAIN : import.meta.env.VITE_DOMAIN;\nexport default { providers: [{ domain, applicationID: "app" }] };\n',
    },
    {
      name: "guarded by a try",
      code: `let domain;\ntry {\n  domain = import.meta.env.VITE_DOMAIN;\n} catch {\n  domain = process.env.DOMAIN;\n}\n${sound}`,
    },
    {
      name: "replaced by process.env",
      code: 'const env = import.meta.env ?? process.env;\nexport default { providers: [{ domain: env.DOMAIN, applicationID: "app" }] };\n',
    },
    { name: "itself, which is only undefined", code: `console.log(import.meta.env);\n${sound}` },
    {
      name: "in a function that nobody calls",
      code: `export const domain = () => import.meta.env.VITE_DOMAIN;\n${sound}`,
    },
    { name: "another member of import.meta", code: `console.log(import.meta.url);\n${sound}` },
  ],
  invalid: [
    {
      name: "in the export",
      code: 'export default { providers: [{ domain: «import.meta.env.VITE_DOMAIN», applicationID: "app" }] };\n',
      errors: [
        read(
          "VITE_DOMAIN",
          "DOMAIN",
          'export default { providers: [{ domain: process.env.DOMAIN, applicationID: "app" }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "in a constant",
      code: "const clientId = «import.meta.env.VITE_WORKOS_CLIENT_ID»;\nexport default { providers: [{ domain: clientId, applicationID: clientId }] };\n",
      errors: [
        read(
          "VITE_WORKOS_CLIENT_ID",
          "WORKOS_CLIENT_ID",
          "const clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [{ domain: clientId, applicationID: clientId }] };\n",
        ),
      ],
      output: null,
    },
    {
      name: "in a template",
      code: 'export default { providers: [{ domain: `https://${«import.meta.env.VITE_DOMAIN»}/`, applicationID: "app" }] };\n',
      errors: [
        read(
          "VITE_DOMAIN",
          "DOMAIN",
          'export default { providers: [{ domain: `https://${process.env.DOMAIN}/`, applicationID: "app" }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "without a public prefix",
      code: 'export default { providers: [{ domain: «import.meta.env.DOMAIN», applicationID: "app" }] };\n',
      errors: [
        read(
          "DOMAIN",
          "DOMAIN",
          'export default { providers: [{ domain: process.env.DOMAIN, applicationID: "app" }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "in quotes",
      code: 'export default { providers: [{ domain: «import.meta.env["VITE_DOMAIN"]», applicationID: "app" }] };\n',
      errors: [
        read(
          "VITE_DOMAIN",
          "DOMAIN",
          'export default { providers: [{ domain: process.env.DOMAIN, applicationID: "app" }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "with ! and types around",
      code: 'export default { providers: [{ domain: «(import.meta as any).env.VITE_DOMAIN»! as string, applicationID: "app" }] };\n',
      errors: [
        read(
          "VITE_DOMAIN",
          "DOMAIN",
          'export default { providers: [{ domain: process.env.DOMAIN! as string, applicationID: "app" }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "with a fallback, which comes too late",
      code: 'export default { providers: [{ domain: «import.meta.env.VITE_DOMAIN» ?? process.env.DOMAIN, applicationID: "app" }] };\n',
      errors: [
        read(
          "VITE_DOMAIN",
          "DOMAIN",
          'export default { providers: [{ domain: process.env.DOMAIN ?? process.env.DOMAIN, applicationID: "app" }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "where the value ends nowhere: reading it throws all the same",
      code: `const domain = «import.meta.env.VITE_DOMAIN»;\n${sound}`,
      errors: [read("VITE_DOMAIN", "DOMAIN", `const domain = process.env.DOMAIN;\n${sound}`)],
      output: null,
    },
    {
      name: "beside reads of the generated env, written like them",
      code: 'import { env } from "./_generated/server";\nexport default { providers: [{ domain: «import.meta.env.VITE_DOMAIN», applicationID: env.APP }] };\n',
      errors: [
        read(
          "VITE_DOMAIN",
          "DOMAIN",
          'import { env } from "./_generated/server";\nexport default { providers: [{ domain: env.DOMAIN, applicationID: env.APP }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "beside quoted reads, written like them",
      code: "export default { providers: [{ domain: «import.meta.env.VITE_DOMAIN», applicationID: process.env['APP'] }] };\n",
      errors: [
        read(
          "VITE_DOMAIN",
          "DOMAIN",
          "export default { providers: [{ domain: process.env['DOMAIN'], applicationID: process.env['APP'] }] };\n",
        ),
      ],
      output: null,
    },
    {
      name: "with a comment inside, which must not be lost",
      code: 'export default { providers: [{ domain: «import.meta.env /* Vite */.VITE_DOMAIN», applicationID: "app" }] };\n',
      errors: [plain("VITE_DOMAIN")],
      output: null,
    },
    {
      name: "twice",
      code: "export default { providers: [{ domain: «import.meta.env.VITE_DOMAIN», applicationID: «import.meta.env.VITE_APP» }] };\n",
      errors: [
        read(
          "VITE_DOMAIN",
          "DOMAIN",
          "export default { providers: [{ domain: process.env.DOMAIN, applicationID: import.meta.env.VITE_APP }] };\n",
        ),
        read(
          "VITE_APP",
          "APP",
          "export default { providers: [{ domain: import.meta.env.VITE_DOMAIN, applicationID: process.env.APP }] };\n",
        ),
      ],
      output: null,
    },
    {
      name: "in a function that is called once",
      code: 'const domain = () => «import.meta.env.VITE_DOMAIN»;\nexport default { providers: [{ domain: domain(), applicationID: "app" }] };\n',
      errors: [
        read(
          "VITE_DOMAIN",
          "DOMAIN",
          'const domain = () => process.env.DOMAIN;\nexport default { providers: [{ domain: domain(), applicationID: "app" }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "in a function that is called twice",
      code: "const read = () => import.meta.env.VITE_DOMAIN;\nexport default { providers: [{ domain: «read()», applicationID: «read()» }] };\n",
      errors: [plain("VITE_DOMAIN"), plain("VITE_DOMAIN")],
      output: null,
    },
    {
      name: "by way of a constant",
      code: 'const env = import.meta.env;\nexport default { providers: [{ domain: «env.VITE_DOMAIN», applicationID: "app" }] };\n',
      errors: [
        read(
          "VITE_DOMAIN",
          "DOMAIN",
          'const env = import.meta.env;\nexport default { providers: [{ domain: process.env.DOMAIN, applicationID: "app" }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "by destructuring",
      code: 'const { «VITE_DOMAIN» } = import.meta.env;\nexport default { providers: [{ domain: VITE_DOMAIN, applicationID: "app" }] };\n',
      errors: [plain("VITE_DOMAIN")],
      output: null,
    },
    {
      name: "in one arm",
      code: 'import { flag } from "./flag";\nexport default { providers: [{ domain: flag ? «import.meta.env.VITE_DOMAIN» : process.env.DOMAIN, applicationID: "app" }] };\n',
      errors: [
        read(
          "VITE_DOMAIN",
          "DOMAIN",
          'import { flag } from "./flag";\nexport default { providers: [{ domain: flag ? process.env.DOMAIN : process.env.DOMAIN, applicationID: "app" }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "with tabs, Windows line ends and a byte-order mark",
      code: withByteOrderMark(
        crlf(
          "export default {\n\tproviders: [\n\t\t{ domain: «import.meta.env.VITE_DOMAIN», applicationID: 'app' },\n\t],\n};\n",
        ),
      ),
      errors: [
        read(
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
    {
      name: "in a JavaScript file",
      filename: "convex/auth.config.js",
      code: 'export default { providers: [{ domain: «import.meta.env.VITE_DOMAIN», applicationID: "app" }] };\n',
      errors: [
        read(
          "VITE_DOMAIN",
          "DOMAIN",
          'export default { providers: [{ domain: process.env.DOMAIN, applicationID: "app" }] };\n',
        ),
      ],
      output: null,
    },
  ],
});

testRule(rule, "files that are not ours", {
  valid: [
    {
      name: "Auth.js",
      code: 'import NextAuth from "next-auth";\nexport default { providers: [import.meta.env.VITE_DOMAIN] };\n',
    },
    {
      name: "a file of the front end",
      filename: "src/auth.config.ts",
      code: "export const domain = import.meta.env.VITE_DOMAIN;\n",
    },
  ],
});
