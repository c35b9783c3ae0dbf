import type { ExpectedError } from "./rule-tester.js";
import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";

const rule = "no-hardcoded-client-id";

const id = "client_01JABCDEFGHJKMNPQRSTVWXYZ0";

/** The report on a literal, and what the suggestion makes of the file. */
function literal(output: string, expression = "process.env.WORKOS_CLIENT_ID", client = id): ExpectedError {
  return {
    messageId: "literal",
    data: { id: client },
    suggestions: [{ messageId: "readEnvironment", data: { expression }, output }],
  };
}

/** The report on a fallback, and what the suggestion makes of the file. */
function fallback(output: string): ExpectedError {
  return { messageId: "literalFallback", data: { id }, suggestions: [{ messageId: "dropFallback", output }] };
}

/** The same report at several places, each of which repairs all of them. */
function times<T>(count: number, error: T): readonly T[] {
  return Array.from({ length: count }, () => error);
}

/** The template, reading its client id from the given expression. */
function template(clientId: string): string {
  return `const clientId = ${clientId};

export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://api.workos.com/",
      algorithm: "RS256",
      applicationID: clientId,
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${clientId}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`;
}

testRule(rule, "a literal in a constant: one report, and all places at once", {
  valid: [
    { name: "the variable", code: template("process.env.WORKOS_CLIENT_ID") },
    { name: "the variable with an assertion", code: template("process.env.WORKOS_CLIENT_ID!") },
    { name: "a placeholder is no client id", code: template('"client_your_client_id_here"') },
    { name: "too short for a client id", code: template('"client_01JABCDEF"') },
    {
      name: "an import, whatever it holds",
      code: `import { clientId } from "./client";\nexport default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }] };\n`,
    },
    {
      name: "a constant that no provider reads",
      code: `const OLD = "${id}";\n${template("process.env.WORKOS_CLIENT_ID")}`,
    },
    { name: "in a comment", code: `// ${id}\n${template("process.env.WORKOS_CLIENT_ID")}` },
  ],
  invalid: [
    {
      name: "in TypeScript: with an assertion, since a constant may be used where a string is needed",
      code: template(`«"${id}"»`),
      errors: [literal(template("process.env.WORKOS_CLIENT_ID!"))],
      output: null,
    },
    {
      name: "in JavaScript",
      filename: "convex/auth.config.js",
      code: template(`«"${id}"»`),
      errors: [literal(template("process.env.WORKOS_CLIENT_ID"))],
      output: null,
    },
    {
      name: "in single quotes",
      filename: "convex/auth.config.js",
      code: template(`«'${id}'»`),
      errors: [literal(template("process.env.WORKOS_CLIENT_ID"))],
      output: null,
    },
    {
      name: "in backticks",
      filename: "convex/auth.config.js",
      code: template(`«\`${id}\`»`),
      errors: [literal(template("process.env.WORKOS_CLIENT_ID"))],
      output: null,
    },
    {
      name: "cast as const, which TypeScript takes for literals only",
      code: template(`«"${id}"» as const`),
      errors: [literal(template("process.env.WORKOS_CLIENT_ID!"))],
      output: null,
    },
    {
      name: "with a comment beside it",
      code: template(`/* ours */ «"${id}"» /* not theirs */`),
      errors: [literal(template("/* ours */ process.env.WORKOS_CLIENT_ID! /* not theirs */"))],
      output: null,
    },
    {
      name: "Windows line ends",
      code: crlf(template(`«"${id}"»`)),
      errors: [literal(crlf(template("process.env.WORKOS_CLIENT_ID!")))],
      output: null,
    },
    {
      name: "a byte-order mark",
      code: withByteOrderMark(template(`«"${id}"»`)),
      errors: [literal(withByteOrderMark(template("process.env.WORKOS_CLIENT_ID!")))],
      output: null,
    },
  ],
});

testRule(rule, "literals at several places: a report at each, and all places at once", {
  invalid: [
    {
      name: "in the URLs of a user-management provider",
      code: `export default {
  providers: [
    {
      type: "customJwt",
      issuer: «"https://api.workos.com/user_management/${id}"»,
      algorithm: "RS256",
      jwks: «"https://api.workos.com/sso/jwks/${id}"»,
    },
  ],
};
`,
      errors: times(
        2,
        literal(`export default {
  providers: [
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
    },
  ],
};
`),
      ),
      output: null,
    },
    {
      name: "in the audience and the keys beside the shared issuer, on one line, sorted and quoted",
      code: `export default { providers: [{ 'algorithm': 'RS256', 'applicationID': «'${id}'», 'issuer': 'https://api.workos.com/', 'jwks': «'https://api.workos.com/sso/jwks/${id}'», 'type': 'customJwt' }] }\n`,
      errors: times(
        2,
        literal(
          "export default { providers: [{ 'algorithm': 'RS256', 'applicationID': process.env.WORKOS_CLIENT_ID, 'issuer': 'https://api.workos.com/', 'jwks': `https://api.workos.com/sso/jwks/${process.env.WORKOS_CLIENT_ID}`, 'type': 'customJwt' }] }\n",
        ),
      ),
      output: null,
    },
    {
      name: "in templates and concatenations",
      code: `export default { providers: [{ type: "customJwt", issuer: «\`https://api.workos.com/user_management/${id}\`», algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/" + «"${id}"» }] };\n`,
      errors: times(
        2,
        literal(
          'export default { providers: [{ type: "customJwt", issuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`, algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/" + process.env.WORKOS_CLIENT_ID }] };\n',
        ),
      ),
      output: null,
    },
    {
      name: "two clients: each report repairs the places of its own",
      code: `export default { providers: [
  { type: "customJwt", issuer: «"https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA"», algorithm: "RS256", jwks: "data:application/json,{}" },
  { type: "customJwt", issuer: «"https://api.workos.com/user_management/client_01JBBBBBBBBBBBBBBBBBBBBBBB"», algorithm: "RS256", jwks: "data:application/json,{}" },
] };
`,
      errors: [
        literal(
          `export default { providers: [
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks: "data:application/json,{}" },
  { type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JBBBBBBBBBBBBBBBBBBBBBBB", algorithm: "RS256", jwks: "data:application/json,{}" },
] };
`,
          "process.env.WORKOS_CLIENT_ID",
          "client_01JAAAAAAAAAAAAAAAAAAAAAAA",
        ),
        literal(
          `export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA", algorithm: "RS256", jwks: "data:application/json,{}" },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks: "data:application/json,{}" },
] };
`,
          "process.env.WORKOS_CLIENT_ID",
          "client_01JBBBBBBBBBBBBBBBBBBBBBBB",
        ),
      ],
      output: null,
    },
    {
      name: "a gated issuer",
      code: `export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/sso/${id}"», algorithm: "RS256", jwks: "data:application/json,{}" }] };\n`,
      errors: [
        literal(
          'export default { providers: [{ type: "customJwt", issuer: `https://api.workos.com/sso/${process.env.WORKOS_CLIENT_ID}`, algorithm: "RS256", jwks: "data:application/json,{}" }] };\n',
        ),
      ],
      output: null,
    },
  ],
});

testRule(rule, "literals at more places than anybody edits at once", {
  invalid: [
    {
      name: "a hundred: all of them at once",
      code: sessions(
        50,
        `«"https://api.workos.com/user_management/${id}"»`,
        `«"https://api.workos.com/sso/jwks/${id}"»`,
      ),
      errors: times(
        100,
        literal(
          sessions(
            50,
            "`https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`",
            "`https://api.workos.com/sso/jwks/${process.env.WORKOS_CLIENT_ID}`",
          ),
        ),
      ),
      output: null,
    },
    {
      name: "more than a hundred: reported, nothing offered",
      code: sessions(
        51,
        `«"https://api.workos.com/user_management/${id}"»`,
        `«"https://api.workos.com/sso/jwks/${id}"»`,
      ),
      errors: times(102, { messageId: "literal", data: { id } }),
      output: null,
    },
  ],
});

/** A generated file with so many user-management providers. */
function sessions(count: number, issuer: string, jwks: string): string {
  return `export default { providers: [\n${`  { type: "customJwt", issuer: ${issuer}, algorithm: "RS256", jwks: ${jwks} },\n`.repeat(count)}] };\n`;
}

testRule(rule, "as the file reads its environment", {
  invalid: [
    {
      name: "the env object of Convex",
      code: `import { env } from "./_generated/server";\nexport default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/user_management/${id}"», algorithm: "RS256", jwks: env.WORKOS_JWKS }] };\n`,
      errors: [
        literal(
          'import { env } from "./_generated/server";\nexport default { providers: [{ type: "customJwt", issuer: `https://api.workos.com/user_management/${env.WORKOS_CLIENT_ID}`, algorithm: "RS256", jwks: env.WORKOS_JWKS }] };\n',
          "env.WORKOS_CLIENT_ID",
        ),
      ],
      output: null,
    },
    {
      name: "process.env[…]",
      code: `export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/user_management/${id}"», algorithm: "RS256", jwks: process.env["WORKOS_JWKS"] }] };\n`,
      errors: [
        literal(
          'export default { providers: [{ type: "customJwt", issuer: `https://api.workos.com/user_management/${process.env["WORKOS_CLIENT_ID"]}`, algorithm: "RS256", jwks: process.env["WORKOS_JWKS"] }] };\n',
          'process.env["WORKOS_CLIENT_ID"]',
        ),
      ],
      output: null,
    },
    {
      name: "a constant that reads it already",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/user_management/${id}"», algorithm: "RS256", jwks: "data:application/json,{}" }] };\n`,
      errors: [
        literal(
          'const clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks: "data:application/json,{}" }] };\n',
          "clientId",
        ),
      ],
      output: null,
    },
    {
      name: "not the variable of another environment",
      code: `const staging = process.env.STAGING_WORKOS_CLIENT_ID;
export default { providers: [
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${staging}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${staging}\` },
  { type: "customJwt", issuer: «"https://api.workos.com/user_management/${id}"», algorithm: "RS256", jwks: "data:application/json,{}" },
] };
`,
      errors: [
        literal(`const staging = process.env.STAGING_WORKOS_CLIENT_ID;
export default { providers: [
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${staging}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${staging}\` },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks: "data:application/json,{}" },
] };
`),
      ],
      output: null,
    },
  ],
});

testRule(rule, "a literal as a fallback", {
  valid: [
    { name: "another fallback: no-env-fallback", code: template('process.env.WORKOS_CLIENT_ID ?? ""') },
    {
      name: "another variable as a fallback: no-env-fallback",
      code: template("process.env.WORKOS_CLIENT_ID ?? process.env.AUTH_CLIENT_ID"),
    },
    {
      name: "a placeholder as a fallback: no-env-fallback",
      code: template('process.env.WORKOS_CLIENT_ID || "client_your_client_id_here"'),
    },
    {
      name: "behind a reader that may come back empty-handed, where it takes effect unseen",
      code: `import { optionalEnv } from "./env";\n${template(`optionalEnv("WORKOS_CLIENT_ID") ?? "${id}"`)}`,
    },
  ],
  invalid: [
    {
      name: "behind ??",
      code: template(`process.env.WORKOS_CLIENT_ID ?? «"${id}"»`),
      errors: [fallback(template("process.env.WORKOS_CLIENT_ID!"))],
      output: null,
    },
    {
      name: "behind ||",
      code: template(`process.env.WORKOS_CLIENT_ID || «'${id}'»`),
      errors: [fallback(template("process.env.WORKOS_CLIENT_ID!"))],
      output: null,
    },
    {
      name: "in JavaScript",
      filename: "convex/auth.config.js",
      code: template(`process.env.WORKOS_CLIENT_ID ?? «"${id}"»`),
      errors: [fallback(template("process.env.WORKOS_CLIENT_ID"))],
      output: null,
    },
    {
      name: "behind an assertion that is there already",
      code: template(`process.env.WORKOS_CLIENT_ID! || «"${id}"»`),
      errors: [fallback(template("process.env.WORKOS_CLIENT_ID!"))],
      output: null,
    },
    {
      name: "in parentheses",
      code: template(`(process.env.WORKOS_CLIENT_ID ?? «"${id}"»)`),
      errors: [fallback(template("process.env.WORKOS_CLIENT_ID!"))],
      output: null,
    },
    {
      name: "below its name, which becomes one line",
      code: `const clientId =\n  process.env.WORKOS_CLIENT_ID || «"${id}"»;\n${template("clientId")}`,
      errors: [fallback(`const clientId = process.env.WORKOS_CLIENT_ID!;\n${template("clientId")}`)],
      output: null,
    },
    {
      name: "behind a reader that throws",
      code: `import { requireEnv } from "./env";\n${template(`requireEnv("WORKOS_CLIENT_ID") ?? «"${id}"»`)}`,
      errors: [fallback(`import { requireEnv } from "./env";\n${template('requireEnv("WORKOS_CLIENT_ID")!')}`)],
      output: null,
    },
    {
      name: "a constant as a fallback",
      code: `const DEFAULT = "${id}";\n${template("process.env.WORKOS_CLIENT_ID ?? «DEFAULT»")}`,
      errors: [fallback(`const DEFAULT = "${id}";\n${template("process.env.WORKOS_CLIENT_ID!")}`)],
      output: null,
    },
    {
      name: "inside a template",
      code: `export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID ?? «"${id}"»}\`, algorithm: "RS256", jwks: "data:application/json,{}" }] };\n`,
      errors: [
        fallback(
          'export default { providers: [{ type: "customJwt", issuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`, algorithm: "RS256", jwks: "data:application/json,{}" }] };\n',
        ),
      ],
      output: null,
    },
    {
      name: "with a comment inside: reported, nothing offered",
      code: template(`process.env.WORKOS_CLIENT_ID ?? /* ours */ «"${id}"»`),
      errors: [{ messageId: "literalFallback", data: { id } }],
      output: null,
    },
  ],
});

testRule(rule, "which rule speaks", {
  valid: [
    {
      name: "a literal beside a variable in one provider: consistent-client-id",
      code: `export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/${id}" }] };\n`,
    },
    {
      name: "the audience of a user-management provider, which goes: no-user-management-application-id",
      code: `export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", applicationID: "${id}", jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };\n`,
    },
    {
      name: "another vendor",
      code: `export default { providers: [{ type: "customJwt", issuer: "https://clerk.example.com/${id}", algorithm: "RS256", applicationID: "${id}", jwks: "https://clerk.example.com/keys" }] };\n`,
    },
    { name: "a file of Auth.js", code: `import NextAuth from "next-auth";\n${template(`"${id}"`)}` },
    { name: "a file outside the functions folder", filename: "src/auth.config.ts", code: template(`"${id}"`) },
  ],
  invalid: [
    {
      name: "a variable in the other provider decides nothing",
      code: `export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` },
  { type: "customJwt", issuer: «"https://api.workos.com/user_management/${id}"», algorithm: "RS256", jwks: "data:application/json,{}" },
] };
`,
      errors: [
        literal(`export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks: "data:application/json,{}" },
] };
`),
      ],
      output: null,
    },
  ],
});

testRule(rule, "the settings", {
  valid: [
    {
      name: "a custom domain that the settings do not name",
      code: `export default { providers: [{ type: "customJwt", issuer: "https://auth.example.com/user_management/${id}", algorithm: "RS256", jwks: "https://auth.example.com/sso/jwks/${id}" }] };\n`,
    },
  ],
  invalid: [
    {
      name: "a custom domain of the settings",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: `export default { providers: [{ type: "customJwt", issuer: «"https://auth.example.com/user_management/${id}"», algorithm: "RS256", jwks: «"https://auth.example.com/sso/jwks/${id}"» }] };\n`,
      errors: times(
        2,
        literal(
          'export default { providers: [{ type: "customJwt", issuer: `https://auth.example.com/user_management/${process.env.WORKOS_CLIENT_ID}`, algorithm: "RS256", jwks: `https://auth.example.com/sso/jwks/${process.env.WORKOS_CLIENT_ID}` }] };\n',
        ),
      ),
      output: null,
    },
    {
      name: "the audience of a user-management provider, where tokens carry one",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: `export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/user_management/${id}"», algorithm: "RS256", applicationID: «"${id}"», jwks: «"https://api.workos.com/sso/jwks/${id}"» }] };\n`,
      errors: times(
        3,
        literal(
          'export default { providers: [{ type: "customJwt", issuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`, algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: `https://api.workos.com/sso/jwks/${process.env.WORKOS_CLIENT_ID}` }] };\n',
        ),
      ),
      output: null,
    },
    {
      name: "the OIDC form, where tokens carry an audience",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      filename: "convex/auth.config.js",
      code: `export default { providers: [{ domain: «"https://api.workos.com/user_management/${id}"», applicationID: «"${id}"» }] };\n`,
      errors: times(
        2,
        literal(
          "export default { providers: [{ domain: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`, applicationID: process.env.WORKOS_CLIENT_ID }] };\n",
        ),
      ),
      output: null,
    },
  ],
});

testRule(rule, "text that several providers share", {
  invalid: [
    {
      name: "keys in a constant: one report",
      code: `const jwks = «"https://api.workos.com/sso/jwks/${id}"»;
export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/user_management/${id}"», algorithm: "RS256", jwks }, { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: «"${id}"», jwks }] };
`,
      errors: times(
        3,
        literal(`const jwks = \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`;
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks }, { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks }] };
`),
      ),
      output: null,
    },
    {
      name: "a base object",
      code: `const base = { type: "customJwt", algorithm: "RS256", jwks: «"https://api.workos.com/sso/jwks/${id}"» };
export default { providers: [{ ...base, issuer: process.env.AUTH_ISSUER }, { ...base, issuer: «"https://api.workos.com/user_management/${id}"» }] };
`,
      errors: times(
        2,
        literal(`const base = { type: "customJwt", algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` };
export default { providers: [{ ...base, issuer: process.env.AUTH_ISSUER }, { ...base, issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\` }] };
`),
      ),
      output: null,
    },
    {
      name: "the argument of a helper that is called twice",
      code: `const session = (client: string) => ({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${client}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${client}\` });
export default { providers: [session(«"${id}"»), session(process.env.STAGING_CLIENT_ID!)] };
`,
      errors: [
        literal(`const session = (client: string) => ({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${client}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${client}\` });
export default { providers: [session(process.env.WORKOS_CLIENT_ID!), session(process.env.STAGING_CLIENT_ID!)] };
`),
      ],
      output: null,
    },
    {
      name: "inside a helper that is called twice: one report, nothing offered",
      code: `const session = (jwks: string) => ({ type: "customJwt", issuer: «"https://api.workos.com/user_management/${id}"», algorithm: "RS256", jwks });
export default { providers: [session("data:application/json,{}"), session("data:application/json,{\\"keys\\":[]}")] };
`,
      errors: [{ messageId: "literal", data: { id } }],
      output: null,
    },
    {
      name: "in a template inside a helper that is called twice: one report",
      code: `const session = (jwks: string) => ({ type: "customJwt", issuer: «\`https://api.workos.com/user_management/${id}\`», algorithm: "RS256", jwks });
export default { providers: [session("data:application/json,{}"), session("data:application/json,{\\"keys\\":[]}")] };
`,
      errors: [{ messageId: "literal", data: { id } }],
      output: null,
    },
    {
      name: "inside a helper that is called once",
      code: `const session = () => ({ type: "customJwt", issuer: «"https://api.workos.com/user_management/${id}"», algorithm: "RS256", jwks: «"https://api.workos.com/sso/jwks/${id}"» });
export default { providers: [session()] };
`,
      errors: times(
        2,
        literal(`const session = () => ({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` });
export default { providers: [session()] };
`),
      ),
      output: null,
    },
  ],
});

testRule(rule, "ways to build the list", {
  valid: [
    {
      name: "an arm that production never takes",
      code: template(`process.env.NODE_ENV === "production" ? process.env.WORKOS_CLIENT_ID : "${id}"`),
    },
  ],
  invalid: [
    {
      name: "the arm that production takes",
      code: template(`process.env.NODE_ENV === "production" ? «"${id}"» : process.env.WORKOS_CLIENT_ID`),
      errors: [
        literal(
          template(
            'process.env.NODE_ENV === "production" ? process.env.WORKOS_CLIENT_ID : process.env.WORKOS_CLIENT_ID',
          ),
        ),
      ],
      output: null,
    },
    {
      name: "one arm of an undecided condition",
      code: `import { isPreview } from "./stage";\n${template(`isPreview ? «"${id}"» : process.env.WORKOS_CLIENT_ID`)}`,
      errors: [
        literal(
          `import { isPreview } from "./stage";\n${template("isPreview ? process.env.WORKOS_CLIENT_ID : process.env.WORKOS_CLIENT_ID")}`,
        ),
      ],
      output: null,
    },
    {
      name: "pushed, in shorthand",
      code: `const applicationID = «"${id}"»;
const jwks = \`https://api.workos.com/sso/jwks/\${applicationID}\`;
const providers = [];
providers.push({ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID, jwks });
export default { providers };
`,
      errors: [
        literal(`const applicationID = process.env.WORKOS_CLIENT_ID!;
const jwks = \`https://api.workos.com/sso/jwks/\${applicationID}\`;
const providers = [];
providers.push({ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID, jwks });
export default { providers };
`),
      ],
      output: null,
    },
    {
      name: "a factory",
      code: `const createConfig = (client: string) => ({ providers: [{ type: "customJwt" as const, issuer: \`https://api.workos.com/user_management/\${client}\`, algorithm: "RS256" as const, jwks: \`https://api.workos.com/sso/jwks/\${client}\` }] });
export default createConfig(«"${id}"»);
`,
      errors: [
        literal(`const createConfig = (client: string) => ({ providers: [{ type: "customJwt" as const, issuer: \`https://api.workos.com/user_management/\${client}\`, algorithm: "RS256" as const, jwks: \`https://api.workos.com/sso/jwks/\${client}\` }] });
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`),
      ],
      output: null,
    },
    {
      name: "inside flatMap",
      code: `const hosts = ["api.workos.com"];
export default { providers: hosts.flatMap(() => [{ type: "customJwt", issuer: «"https://api.workos.com/user_management/${id}"», algorithm: "RS256", jwks: «"https://api.workos.com/sso/jwks/${id}"» }]) };
`,
      errors: times(
        2,
        literal(`const hosts = ["api.workos.com"];
export default { providers: hosts.flatMap(() => [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }]) };
`),
      ),
      output: null,
    },
  ],
});

testRule(rule, "ids that are not a matter of this rule", {
  valid: [
    {
      name: "one that was computed",
      code: 'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: " client_01JAAAAAAAAAAAAAAAAAAAAAAA".trim() }] };\n',
    },
  ],
  invalid: [
    {
      name: "an audience that user management does not have: no-user-management-application-id",
      code: 'export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA"», algorithm: "RS256", applicationID: "client_01JAAAAAAAAAAAAAAAAAAAAAAA" }] };\n',
      errors: [
        {
          messageId: "literal",
          data: { id: "client_01JAAAAAAAAAAAAAAAAAAAAAAA" },
          suggestions: [
            {
              messageId: "readEnvironment",
              data: { expression: "process.env.WORKOS_CLIENT_ID" },
              output:
                'export default { providers: [{ type: "customJwt", issuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`, algorithm: "RS256", applicationID: "client_01JAAAAAAAAAAAAAAAAAAAAAAA" }] };\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
