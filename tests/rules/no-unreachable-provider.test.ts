import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";

const rule = "no-unreachable-provider";

/** A file with these providers, one a line, from line 3 on. */
function file(...providers: readonly string[]): string {
  return `export default {
  providers: [
${providers.map((provider) => `    ${provider},\n`).join("")}  ],
};
`;
}

const a = '{ type: "customJwt", issuer: "https://a.example", jwks: "https://a.example/jwks", algorithm: "RS256" }';
const markedA = a.replace('"https://a.example"', '«"https://a.example"»');
const withAudience = a.replace(" }", ', applicationID: "app" }');
const markedWithAudience = markedA.replace(" }", ', applicationID: "app" }');

const neverReached = (line: string, output?: string) => ({
  messageId: "neverReached",
  data: { line },
  ...(output == null ? {} : { suggestions: [{ messageId: "removeProvider", output }] }),
});

testRule(rule, "providers that take different tokens", {
  valid: [
    { name: "one provider", code: file(a) },
    { name: "different issuers", code: file(a, a.replaceAll("a.example", "b.example")) },
    {
      name: "the template",
      code: file(
        '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: "x" }',
        '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`, algorithm: "RS256", jwks: "x" }',
      ),
    },
    { name: "slash twins", code: file(a, a.replace('"https://a.example"', '"https://a.example/"')) },
    {
      name: "slash twins the other way round",
      code: file(a.replace('"https://a.example"', '"https://a.example/"'), a),
    },
    { name: "different audiences", code: file(withAudience, withAudience.replace('"app"', '"other"')) },
    { name: "an audience first, none behind it", code: file(withAudience, a) },
    {
      name: "different variables",
      code: file('{ domain: process.env.A, applicationID: "app" }', '{ domain: process.env.B, applicationID: "app" }'),
    },
    { name: "different paths", code: file(a, a.replace('"https://a.example"', '"https://a.example/x"')) },
    { name: "a different scheme", code: file(a, a.replace('"https://a.example"', '"http://a.example"')) },
    {
      name: "an audience that cannot be read, and another one",
      code: `import { x, y } from "./ids";\n${file(withAudience.replace('"app"', "x"), withAudience.replace('"app"', "y"))}`,
    },
    {
      name: "an audience that may be unseen",
      code: `import { rest } from "./rest";\n${file(a.replace("{ ", "{ ...rest, "), a)}`,
    },
    {
      name: "an audience that may be unseen, behind",
      code: `import { rest } from "./rest";\n${file(a, a.replace(" }", ", ...rest }"))}`,
    },
    {
      name: "an audience that depends on its own value",
      code: `const app = process.env.APP;\n${file(a.replace(" }", ", ...(app ? { applicationID: app } : {}) }"), withAudience)}`,
    },
    {
      name: "an audience that is no text",
      code: file(withAudience.replace('"app"', "5"), withAudience.replace('"app"', "5")),
    },
    {
      name: "issuers that cannot be read",
      code: `import { x } from "./x";\n${file('{ domain: x(), applicationID: "a" }', '{ domain: x(), applicationID: "b" }')}`,
    },
    {
      name: "two arms of one condition",
      code: `import { flag } from "./flag";\n${file(`flag ? ${a} : ${withAudience}`)}`,
    },
    {
      name: "in an argument of an unknown call",
      code: `import { wrap } from "./wrap";\nexport default wrap({ providers: [${a}, ${a}] });\n`,
    },
    { name: "no issuer at all", code: file("{}", "{}") },
  ],
});

testRule(rule, "providers that an earlier one leaves nothing to", {
  invalid: [
    { name: "the same twice", code: file(a, markedA), errors: [neverReached("3", file(a))], output: null },
    {
      name: "no audience first, one behind it",
      code: file(a, markedWithAudience),
      errors: [neverReached("3", file(a))],
      output: null,
    },
    {
      name: "the same audience",
      code: file(withAudience, markedWithAudience),
      errors: [neverReached("3", file(withAudience))],
      output: null,
    },
    {
      name: "an audience that is null first",
      code: file(withAudience.replace('"app"', "null"), markedWithAudience),
      errors: [neverReached("3", file(withAudience.replace('"app"', "null")))],
      output: null,
    },
    {
      name: "with another one between them",
      code: file(a, a.replaceAll("a.example", "b.example"), markedWithAudience),
      errors: [neverReached("3", file(a, a.replaceAll("a.example", "b.example")))],
      output: null,
    },
    {
      name: "three times: each later one is never reached",
      code: file(a, markedA, markedA),
      errors: [neverReached("3", file(a, a)), neverReached("3", file(a, a))],
      output: null,
    },
    {
      name: "the same variable",
      code: file(
        '{ domain: process.env.DOMAIN, applicationID: "app" }',
        '{ domain: «process.env.DOMAIN», applicationID: "app" }',
      ),
      errors: [neverReached("3", file('{ domain: process.env.DOMAIN, applicationID: "app" }'))],
      output: null,
    },
    {
      name: "the same import as audience",
      code: `import { app } from "./app";\n${file(withAudience.replace('"app"', "app"), markedWithAudience.replace('"app"', "app"))}`,
      errors: [neverReached("4", `import { app } from "./app";\n${file(withAudience.replace('"app"', "app"))}`)],
      output: null,
    },
    {
      name: "the same call as audience",
      code: `import { app } from "./app";\n${file(withAudience.replace('"app"', "app()"), markedWithAudience.replace('"app"', "app()"))}`,
      errors: [neverReached("4", `import { app } from "./app";\n${file(withAudience.replace('"app"', "app()"))}`)],
      output: null,
    },
    {
      name: "a domain and an issuer",
      code: file('{ domain: "https://a.example", applicationID: "app" }', markedWithAudience),
      errors: [neverReached("3", file('{ domain: "https://a.example", applicationID: "app" }'))],
      output: null,
    },
    {
      name: "one without a scheme, to which Convex adds it",
      code: file(a.replace('"https://a.example"', '"a.example"'), markedWithAudience),
      errors: [neverReached("3", file(a.replace('"https://a.example"', '"a.example"')))],
      output: null,
    },
    {
      name: "user management twice",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;\n${file('{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks: "x" }', '{ type: "customJwt", issuer: «`https://api.workos.com/user_management/${clientId}`», algorithm: "RS256", jwks: "y" }')}`,
      errors: [
        neverReached(
          "4",
          `const clientId = process.env.WORKOS_CLIENT_ID;\n${file('{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks: "x" }')}`,
        ),
      ],
      output: null,
    },
    {
      name: "in one arm",
      code: `import { flag } from "./flag";\n${file(a, `flag ? ${markedWithAudience} : ${a.replaceAll("a.example", "b.example")}`)}`,
      errors: [neverReached("4")],
      output: null,
    },
    {
      name: "in a list that may hold more",
      code: `import { more } from "./more";\n${file(a, markedA, "...more")}`,
      errors: [neverReached("4", `import { more } from "./more";\n${file(a, "...more")}`)],
      output: null,
    },
    {
      name: "made by a function that is called twice",
      code: `const make = (issuer) => ({ type: "customJwt", issuer, jwks: "https://a.example/jwks", algorithm: "RS256" });\n${file('make("https://a.example")', 'make(«"https://a.example"»)')}`,
      errors: [
        neverReached(
          "4",
          `const make = (issuer) => ({ type: "customJwt", issuer, jwks: "https://a.example/jwks", algorithm: "RS256" });\n${file('make("https://a.example")')}`,
        ),
      ],
      output: null,
    },
    {
      name: "pushed",
      code: `const providers = [${a}];\nproviders.push(${markedA});\nexport default { providers };\n`,
      errors: [neverReached("1")],
      output: null,
    },
    {
      name: "with a comment inside, which must not be lost",
      code: file(a, markedA.replace("{ ", "{ /* the second */ ")),
      errors: [neverReached("3")],
      output: null,
    },
    {
      name: "on one line, without a trailing comma",
      code: `export default { providers: [${a}, ${markedA}] };\n`,
      errors: [neverReached("1", `export default { providers: [${a}] };\n`)],
      output: null,
    },
    {
      name: "with tabs, Windows line ends, a byte-order mark and no trailing commas",
      code: withByteOrderMark(
        crlf(
          "export default {\n\tproviders: [\n\t\t{\n\t\t\tdomain: 'https://a.example',\n\t\t\tapplicationID: 'app'\n\t\t},\n\t\t{\n\t\t\tdomain: «'https://a.example'»,\n\t\t\tapplicationID: 'app'\n\t\t}\n\t]\n};\n",
        ),
      ),
      errors: [
        neverReached(
          "3",
          withByteOrderMark(
            crlf(
              "export default {\n\tproviders: [\n\t\t{\n\t\t\tdomain: 'https://a.example',\n\t\t\tapplicationID: 'app'\n\t\t}\n\t]\n};\n",
            ),
          ),
        ),
      ],
      output: null,
    },
    {
      name: "with a comment before it, which stays",
      code: file(a, `// again\n    ${markedA}`),
      errors: [neverReached("3", `export default {\n  providers: [\n    ${a},\n    // again\n  ],\n};\n`)],
      output: null,
    },
  ],
});

testRule(rule, "many providers", {
  invalid: [
    {
      name: "that differ in their audience do not hide the one that repeats the first",
      code: file(
        ...Array.from({ length: 12 }, (_, index) => withAudience.replace('"app"', `"app${String(index)}"`)),
        markedWithAudience.replace('"app"', '"app0"'),
      ),
      errors: [
        neverReached(
          "3",
          file(...Array.from({ length: 12 }, (_, index) => withAudience.replace('"app"', `"app${String(index)}"`))),
        ),
      ],
      output: null,
    },
    {
      name: "that differ in their audience do not hide the one that repeats the last",
      code: file(
        ...Array.from({ length: 12 }, (_, index) => withAudience.replace('"app"', `"app${String(index)}"`)),
        markedWithAudience.replace('"app"', '"app11"'),
      ),
      errors: [
        neverReached(
          "14",
          file(...Array.from({ length: 12 }, (_, index) => withAudience.replace('"app"', `"app${String(index)}"`))),
        ),
      ],
      output: null,
    },
  ],
});

testRule(rule, "files that are not ours", {
  valid: [
    { name: "Auth.js", code: `import NextAuth from "next-auth";\n${file(a, a)}` },
    { name: "another folder", filename: "src/auth.config.ts", code: file(a, a) },
  ],
});

testRule(rule, "issuers with characters for private use, as an icon leaves them", {
  valid: [
    {
      name: "are not read",
      code: `export default {
  providers: [
    { type: "customJwt", issuer: "https://a\\uE000.example.com", algorithm: "RS256", jwks: "https://a.example.com/jwks" },
    { type: "customJwt", issuer: "https://b\\uE000.example.com", algorithm: "RS256", jwks: "https://b.example.com/jwks" },
  ],
};
`,
    },
  ],
});
