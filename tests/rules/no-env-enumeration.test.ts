import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";

const rule = "no-env-enumeration";

const error = { messageId: "findsNothing" };
const sound = 'export default { providers: [{ domain: "https://auth.example.com", applicationID: "app" }] };\n';

/** A user-management provider for a client ID. */
const session = (id: string): string =>
  `export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${${id}}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${${id}}\` }] };\n`;

const readByName = (output: string) => ({ ...error, suggestions: [{ messageId: "readByName", output }] });

testRule(rule, "reads of single names", {
  valid: [
    {
      name: "by name",
      code: "export default { providers: [{ domain: process.env.DOMAIN, applicationID: process.env.APP }] };\n",
    },
    {
      name: "by a quoted name",
      code: 'export default { providers: [{ domain: process.env["DOMAIN"], applicationID: "app" }] };\n',
    },
    {
      name: "by destructuring",
      code: 'const { DOMAIN } = process.env;\nexport default { providers: [{ domain: DOMAIN, applicationID: "app" }] };\n',
    },
    {
      name: "from the generated env",
      code: 'import { env } from "./_generated/server";\nexport default { providers: [{ domain: env.DOMAIN, applicationID: "app" }] };\n',
    },
    {
      name: "from a constant that holds it",
      code: 'const env = process.env;\nexport default { providers: [{ domain: env.DOMAIN, applicationID: "app" }] };\n',
    },
  ],
});

testRule(rule, "a spread", {
  valid: [
    {
      name: "of another object",
      code: 'const base = { domain: "https://auth.example.com" };\nexport default { providers: [{ ...base, applicationID: "app" }] };\n',
    },
    { name: "whose value ends nowhere", code: `const all = { ...process.env };\nconsole.log(all);\n${sound}` },
    {
      name: "that a URL of another vendor is made of, which Convex accepts",
      code: 'const env = { ...process.env };\nexport default { providers: [{ domain: `https://${env.DOMAIN}`, applicationID: "app" }] };\n',
    },
    { name: "of an import", code: 'import { base } from "./base";\nexport default { providers: [{ ...base }] };\n' },
  ],
  invalid: [
    {
      name: "that a value is read from",
      code: 'const env = { «...process.env» };\nexport default { providers: [{ domain: env.DOMAIN, applicationID: "app" }] };\n',
      errors: [
        readByName(
          'const env = process.env;\nexport default { providers: [{ domain: env.DOMAIN, applicationID: "app" }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "that an issuer is made of",
      code: `const env = { «...process.env» };\n${session("env.ID")}`,
      errors: [readByName(`const env = process.env;\n${session("env.ID")}`)],
      output: null,
    },
    {
      name: "that a value is read from at once",
      code: 'export default { providers: [{ domain: { «...process.env» }.DOMAIN, applicationID: "app" }] };\n',
      errors: [readByName('export default { providers: [{ domain: process.env.DOMAIN, applicationID: "app" }] };\n')],
      output: null,
    },
    {
      name: "that is destructured",
      code: 'const env = { «...process.env» };\nconst { DOMAIN } = env;\nexport default { providers: [{ domain: DOMAIN, applicationID: "app" }] };\n',
      errors: [
        readByName(
          'const env = process.env;\nconst { DOMAIN } = env;\nexport default { providers: [{ domain: DOMAIN, applicationID: "app" }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "that is destructured at once",
      code: 'const { DOMAIN } = { «...process.env» };\nexport default { providers: [{ domain: DOMAIN, applicationID: "app" }] };\n',
      errors: [
        readByName(
          'const { DOMAIN } = process.env;\nexport default { providers: [{ domain: DOMAIN, applicationID: "app" }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "that is destructured with a rest, which lists it again",
      code: "const env = { «...process.env» };\nconst { APP, ...rest } = env;\nexport default { providers: [{ domain: rest.DOMAIN, applicationID: APP }] };\n",
      errors: [error],
      output: null,
    },
    {
      name: "of the generated env",
      code: 'import { env } from "./_generated/server";\nconst all = { «...env» };\nexport default { providers: [{ domain: all.DOMAIN, applicationID: "app" }] };\n',
      errors: [
        readByName(
          'import { env } from "./_generated/server";\nconst all = env;\nexport default { providers: [{ domain: all.DOMAIN, applicationID: "app" }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "with a comment inside, which must not be lost",
      code: 'const env = { /* all */ «...process.env» };\nexport default { providers: [{ domain: env.DOMAIN, applicationID: "app" }] };\n',
      errors: [error],
      output: null,
    },
    {
      name: "beside other members",
      code: 'const env = { A: "a", «...process.env» };\nexport default { providers: [{ domain: env.DOMAIN, applicationID: "app" }] };\n',
      errors: [error],
      output: null,
    },
    {
      name: "that is listed again",
      code: "const env = { «...process.env» };\nexport default { providers: Object.keys(env).map((domain) => ({ domain, applicationID: domain })) };\n",
      errors: [error],
      output: null,
    },
    {
      name: "in a provider",
      code: "export default { providers: [{ «...process.env» }] };\n",
      errors: [error],
      output: null,
    },
    {
      name: "that two values are read from, which is one defect",
      code: "const env = { «...process.env» };\nexport default { providers: [{ domain: env.DOMAIN, applicationID: env.APP }] };\n",
      errors: [
        readByName(
          "const env = process.env;\nexport default { providers: [{ domain: env.DOMAIN, applicationID: env.APP }] };\n",
        ),
      ],
      output: null,
    },
    {
      name: "with tabs, Windows line ends and a byte-order mark",
      code: withByteOrderMark(
        crlf(
          'const env = {\n\t«...process.env»,\n};\nexport default { providers: [{ domain: env.DOMAIN, applicationID: "app" }] };\n',
        ),
      ),
      errors: [
        readByName(
          withByteOrderMark(
            crlf(
              'const env = process.env;\nexport default { providers: [{ domain: env.DOMAIN, applicationID: "app" }] };\n',
            ),
          ),
        ),
      ],
      output: null,
    },
  ],
});

testRule(rule, "the rest of a destructuring", {
  valid: [
    {
      name: "of another object",
      code: 'const { a, ...rest } = { a: 1, domain: "https://auth.example.com" };\nexport default { providers: [{ domain: rest.domain, applicationID: "app" }] };\n',
    },
    { name: "that ends nowhere", code: `const { A, ...rest } = process.env;\nconsole.log(rest);\n${sound}` },
  ],
  invalid: [
    {
      name: "alone",
      code: 'const { «...env» } = process.env;\nexport default { providers: [{ domain: env.DOMAIN, applicationID: "app" }] };\n',
      errors: [
        readByName(
          'const env = process.env;\nexport default { providers: [{ domain: env.DOMAIN, applicationID: "app" }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "beside single names",
      code: "const { APP, «...rest» } = process.env;\nexport default { providers: [{ domain: rest.DOMAIN, applicationID: APP }] };\n",
      errors: [error],
      output: null,
    },
  ],
});

testRule(rule, "in", {
  valid: [
    { name: "of another object", code: `if (!("a" in { a: 1 })) throw new Error("no");\n${sound}` },
    { name: "whose answer ends nowhere", code: `if ("DEBUG" in process.env) console.log("debug");\n${sound}` },
    { name: "a plain read", code: `if (!process.env.DOMAIN) throw new Error("no");\n${sound}` },
  ],
  invalid: [
    {
      name: "before a throw",
      code: `if (!(«"DOMAIN" in process.env»)) throw new Error("no");\n${sound}`,
      errors: [readByName(`if (!process.env.DOMAIN) throw new Error("no");\n${sound}`)],
      output: null,
    },
    {
      name: "in single quotes",
      code: `if (!(«'DOMAIN' in process.env»)) throw new Error('no');\n${sound}`,
      errors: [readByName(`if (!process.env.DOMAIN) throw new Error('no');\n${sound}`)],
      output: null,
    },
    {
      name: "of the generated env",
      code: `import { env } from "./_generated/server";\nif (!(«"DOMAIN" in env»)) throw new Error("no");\n${sound}`,
      errors: [
        readByName(`import { env } from "./_generated/server";\nif (!env.DOMAIN) throw new Error("no");\n${sound}`),
      ],
      output: null,
    },
    {
      name: "in the export",
      code: 'export default { providers: «"DOMAIN" in process.env» ? [{ domain: process.env.DOMAIN, applicationID: "app" }] : [] };\n',
      errors: [
        readByName(
          'export default { providers: process.env.DOMAIN ? [{ domain: process.env.DOMAIN, applicationID: "app" }] : [] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "with a name that is none for a member",
      code: `if (!(«"MY-DOMAIN" in process.env»)) throw new Error("no");\n${sound}`,
      errors: [error],
      output: null,
    },
    {
      name: "with a name that cannot be read",
      code: `import { name } from "./name";\nif (!(«name in process.env»)) throw new Error("no");\n${sound}`,
      errors: [error],
      output: null,
    },
    {
      name: "with a comment inside, which must not be lost",
      code: `if (!(«"DOMAIN" /* tenant */ in process.env»)) throw new Error("no");\n${sound}`,
      errors: [error],
      output: null,
    },
    {
      name: "with types around",
      code: `if (!(«"DOMAIN" in (process.env as Record<string, string>)»)) throw new Error("no");\n${sound}`,
      errors: [readByName(`if (!(process.env as Record<string, string>).DOMAIN) throw new Error("no");\n${sound}`)],
      output: null,
    },
    {
      name: "two of them: the first throws",
      code: `if (!(«"A" in process.env») || !("B" in process.env)) throw new Error("no");\n${sound}`,
      errors: [readByName(`if (!process.env.A || !("B" in process.env)) throw new Error("no");\n${sound}`)],
      output: null,
    },
  ],
});

testRule(rule, "Object.keys and its like", {
  valid: [
    {
      name: "of another object",
      code: "export default { providers: Object.keys({ a: 1 }).map((domain) => ({ domain, applicationID: domain })) };\n",
    },
    { name: "that are printed", code: `console.log(Object.keys(process.env));\n${sound}` },
    {
      name: "of a local Object",
      code: `import { Object } from "./object";\nexport default { providers: Object.keys(process.env) };\n`,
    },
  ],
  invalid: [
    {
      name: "Object.keys in the export",
      code: "export default { providers: «Object.keys(process.env)».map((name) => ({ domain: name, applicationID: name })) };\n",
      errors: [error],
      output: null,
    },
    {
      name: "Object.values in the export",
      code: "export default { providers: «Object.values(process.env)».map((domain) => ({ domain, applicationID: domain })) };\n",
      errors: [error],
      output: null,
    },
    {
      name: "Object.entries in the export",
      code: 'const all = «Object.entries(process.env)»;\nconst domains = all.filter(([name]) => name.startsWith("DOMAIN"));\nexport default { providers: domains.map(([, domain]) => ({ domain, applicationID: "app" })) };\n',
      errors: [error],
      output: null,
    },
    {
      name: "Object.keys before a throw",
      code: `if («Object.keys(process.env)».length === 0) throw new Error("no");\n${sound}`,
      errors: [error],
      output: null,
    },
    {
      name: "Object.keys of the generated env",
      code: 'import { env } from "./_generated/server";\nexport default { providers: «Object.keys(env)» };\n',
      errors: [error],
      output: null,
    },
  ],
});

testRule(rule, "for…in", {
  valid: [
    {
      name: "over another object",
      code: "const providers = [];\nfor (const domain in { a: 1 }) providers.push({ domain, applicationID: domain });\nexport default { providers };\n",
    },
    {
      name: "that never runs, so that nothing is thrown",
      code: `for (const name in process.env) {\n  if (name === "X") throw new Error("no");\n}\n${sound}`,
    },
    { name: "that prints", code: `for (const name in process.env) console.log(name);\n${sound}` },
  ],
  invalid: [
    {
      name: "that pushes",
      code: "const providers = [];\nfor (const name in «process.env») providers.push({ domain: name, applicationID: name });\nexport default { providers };\n",
      errors: [error],
      output: null,
    },
  ],
});

testRule(rule, "files that are not ours", {
  valid: [
    {
      name: "Auth.js",
      code: 'import NextAuth from "next-auth";\nexport default { providers: Object.keys(process.env) };\n',
    },
    {
      name: "another folder",
      filename: "src/auth.config.ts",
      code: "export default { providers: Object.keys(process.env) };\n",
    },
  ],
});

testRule(rule, "a copy that is read in other ways, too", {
  invalid: [
    {
      name: "by a name that is computed",
      code: 'const env = { «...process.env» };\nconst name = "DOMAIN";\nexport default { providers: [{ domain: env[name], applicationID: "app" }] };\n',
      errors: [error],
      output: null,
    },
    {
      name: "by plain names and by one that is computed",
      code: 'const env = { «...process.env» };\nconst name = "DOMAIN";\nexport default { providers: [{ domain: env[name], applicationID: env.APP }] };\n',
      errors: [error],
      output: null,
    },
    {
      name: "under another name",
      code: 'const env = { «...process.env» };\nconst copy = env;\nexport default { providers: [{ domain: copy.DOMAIN, applicationID: "app" }] };\n',
      errors: [error],
      output: null,
    },
  ],
});
