import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";

const rule = "consistent-client-id";

/** A provider with the shared issuer. */
function shared(audience: string, jwks: string): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://api.workos.com/",
      algorithm: "RS256",
      applicationID: ${audience},
      jwks: ${jwks},
    },
  ],
};
`;
}

/** A user-management provider. */
function session(issuer: string, jwks: string, audience = ""): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: ${issuer},
      algorithm: "RS256",
      jwks: ${jwks},
${audience}    },
  ],
};
`;
}

const idA = '"client_01JAAAAAAAAAAAAAAAAAAAAAAA"';
const issuerA = '"https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA"';
const keysA = '"https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA"';
const keys = "`https://api.workos.com/sso/jwks/${clientId}`";
const issuer = "`https://api.workos.com/user_management/${clientId}`";

testRule(rule, "one client, or several on purpose", {
  valid: [
    { name: "the template's shared provider", code: shared("clientId", keys) },
    { name: "the template's user-management provider", code: session(issuer, keys) },
    { name: "one literal everywhere: no-hardcoded-client-id", code: session(issuerA, keysA) },
    { name: "one literal everywhere, beside the shared issuer", code: shared(idA, keysA) },
    { name: "one variable in two ways of writing", code: shared('process.env["WORKOS_CLIENT_ID"]!', keys) },
    {
      name: "two variables: the environment's client and the app's",
      code: session("`https://api.workos.com/user_management/${process.env.ENVIRONMENT_CLIENT_ID}`", keys),
    },
    { name: "two variables: audience and keys", code: shared("process.env.AUTH_AUDIENCE", keys) },
    {
      name: "an import beside a literal may hold the same text",
      code: `import { id } from "./client";\n${shared("id", keysA)}`,
    },
    { name: "keys from the environment", code: shared(idA, "process.env.WORKOS_JWKS") },
    {
      name: "an audience with a character for private use, as an icon leaves it: nobody reads it",
      code: shared('"client_01JAAAAAAAAAAAAAAAAAAAAAAA\\uE000"', keys),
    },
    { name: "keys inline", code: shared(idA, '"data:application/json,{}"') },
    { name: "a template that begins with the variable", code: shared("`${clientId}`", keys) },
    {
      name: "different literals in different providers are different environments",
      code: `export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA", algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA" },
  { type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JBBBBBBBBBBBBBBBBBBBBBBB", algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB" },
] };
`,
    },
    {
      name: "a literal in one provider, a variable in the other",
      code: `export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA", algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA" },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` },
] };
`,
    },
    {
      name: "another vendor",
      code: 'export default { providers: [{ type: "customJwt", issuer: "https://clerk.example.com", algorithm: "RS256", applicationID: "convex", jwks: "https://clerk.example.com/.well-known/jwks.json" }] };',
    },
    {
      name: "the OIDC form: no-workos-oidc-provider",
      code: 'export default { providers: [{ domain: "https://api.workos.com/", applicationID: "convex" }] };',
    },
    {
      name: "a damaged URL names no client: valid-jwks",
      code: shared(idA, '"https://api.workos.com/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB"'),
    },
    { name: "an empty audience: require-shared-issuer-application-id", code: shared('""', keys) },
    {
      name: "an audience that only begins with known text",
      code: shared("`client_${process.env.WORKOS_CLIENT_SUFFIX}`", keys),
    },
    { name: "a file of Auth.js", code: `import { auth } from "@auth/core";\n${shared('"convex"', keys)}` },
    { name: "a file outside the functions folder", filename: "src/auth.config.ts", code: shared('"convex"', keys) },
  ],
});

const literalKeys = { messageId: "literalBesideVariable", data: { member: "jwks", other: "applicationID" } };

testRule(rule, "a literal beside a variable", {
  invalid: [
    {
      name: "that is read over several lines: reported, not edited",
      code: session(`«${issuerA}»`, "`https://api.workos.com/sso/jwks/${process.env\n        .WORKOS_CLIENT_ID}`"),
      errors: [{ messageId: "literalBesideVariable", data: { member: "issuer", other: "jwks" } }],
      output: null,
    },
    {
      name: "in the keys, beside the audience",
      code: shared("clientId", `«${keysA}»`),
      errors: [literalKeys],
      output: shared("clientId", keys),
    },
    {
      name: "in the audience, beside the keys",
      code: shared(`«${idA}»`, keys),
      errors: [{ messageId: "literalBesideVariable", data: { member: "applicationID", other: "jwks" } }],
      output: shared("clientId", keys),
    },
    {
      name: "in the keys, beside the issuer",
      code: session(issuer, `«${keysA}»`),
      errors: [{ messageId: "literalBesideVariable", data: { member: "jwks", other: "issuer" } }],
      output: session(issuer, keys),
    },
    {
      name: "in the issuer, beside the keys",
      code: session(`«${issuerA}»`, keys),
      errors: [{ messageId: "literalBesideVariable", data: { member: "issuer", other: "jwks" } }],
      output: session(issuer, keys),
    },
    {
      name: "as a template without parts",
      code: session(issuer, "«`https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA`»"),
      errors: [{ messageId: "literalBesideVariable", data: { member: "jwks", other: "issuer" } }],
      output: session(issuer, keys),
    },
    {
      name: "in a concatenation",
      code: session(issuer, '«"https://api.workos.com/sso/jwks/" + "client_01JAAAAAAAAAAAAAAAAAAAAAAA"»'),
      errors: [{ messageId: "literalBesideVariable", data: { member: "jwks", other: "issuer" } }],
      output: session(issuer, keys),
    },
    {
      name: "of a variable with a fallback, which never takes effect",
      code: shared('process.env.WORKOS_CLIENT_ID ?? "client_01JBBBBBBBBBBBBBBBBBBBBBBB"', `«${keysA}»`),
      errors: [literalKeys],
      output: shared(
        'process.env.WORKOS_CLIENT_ID ?? "client_01JBBBBBBBBBBBBBBBBBBBBBBB"',
        "`https://api.workos.com/sso/jwks/${process.env.WORKOS_CLIENT_ID}`",
      ),
    },
    {
      name: "beside a variable written inline",
      code: shared("process.env.WORKOS_CLIENT_ID!", `«${keysA}»`),
      errors: [literalKeys],
      output: shared(
        "process.env.WORKOS_CLIENT_ID!",
        "`https://api.workos.com/sso/jwks/${process.env.WORKOS_CLIENT_ID!}`",
      ),
    },
    {
      name: "beside a local reader",
      code: `const requireEnv = (name: string) => process.env[name]!;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: requireEnv("WORKOS_CLIENT_ID"), jwks: «"https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA"» }] };
`,
      errors: [literalKeys],
      output: `const requireEnv = (name: string) => process.env[name]!;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: requireEnv("WORKOS_CLIENT_ID"), jwks: \`https://api.workos.com/sso/jwks/\${requireEnv("WORKOS_CLIENT_ID")}\` }] };
`,
    },
    {
      name: "beside the env object of Convex",
      code: `import { env } from "./_generated/server";
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: env.WORKOS_CLIENT_ID, jwks: «"https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA"» }] };
`,
      errors: [literalKeys],
      output: `import { env } from "./_generated/server";
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: env.WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${env.WORKOS_CLIENT_ID}\` }] };
`,
    },
  ],
});

testRule(rule, "an id with other characters beside it", {
  valid: [
    {
      name: "at all places alike: what is in the variable decides",
      code: shared(
        "`client_${process.env.WORKOS_SUFFIX}`",
        "`https://api.workos.com/sso/jwks/client_${process.env.WORKOS_SUFFIX}`",
      ),
    },
    { name: "another variable", code: shared("`client_${process.env.WORKOS_SUFFIX}`", keys) },
    {
      name: "something unreadable that may be empty",
      code: `import { suffix } from "./suffix";\n${shared("`${clientId}${suffix}`", keys)}`,
    },
    {
      name: "an audience of the user-management provider: no-user-management-application-id",
      code: session(issuer, keys, "      applicationID: `convex_${clientId}`,\n"),
    },
  ],
  invalid: [
    {
      name: "in the audience",
      code: shared("«`client_${clientId}`»", keys),
      errors: [{ messageId: "moreThanTheId", data: { member: "applicationID", other: "jwks" } }],
      output: shared("clientId", keys),
    },
    {
      name: "in the audience, as a sum",
      code: shared('«"client_" + clientId»', keys),
      errors: [{ messageId: "moreThanTheId", data: { member: "applicationID", other: "jwks" } }],
      output: shared("clientId", keys),
    },
    {
      name: "in the issuer",
      code: session("«`https://api.workos.com/user_management/${clientId}-dev`»", keys),
      errors: [{ messageId: "moreThanTheId", data: { member: "issuer", other: "jwks" } }],
      output: session(issuer, keys),
    },
    {
      name: "in the key set",
      code: session(issuer, "«`https://api.workos.com/sso/jwks/client_${clientId}`»"),
      errors: [{ messageId: "moreThanTheId", data: { member: "jwks", other: "issuer" } }],
      output: session(issuer, keys),
    },
    {
      name: "another variable, which is not empty",
      code: shared("«`${process.env.STAGE}${clientId}`»", keys),
      errors: [{ messageId: "moreThanTheId", data: { member: "applicationID", other: "jwks" } }],
      output: shared("clientId", keys),
    },
  ],
});

testRule(rule, "an audience that is no client id", {
  valid: [
    {
      name: "beside the user-management issuer, where it is removed anyway",
      code: session(issuer, keys, '      applicationID: "convex",\n'),
    },
    { name: "null: require-shared-issuer-application-id", code: shared("null", keys) },
  ],
  invalid: [
    {
      name: "a prefix that no client id has",
      code: shared("«`convex_${clientId}`»", keys),
      errors: [{ messageId: "notAClientId", data: { id: "convex_…" } }],
      output: shared("clientId", keys),
    },
    {
      name: "convex",
      code: shared('«"convex"»', keys),
      errors: [{ messageId: "notAClientId", data: { id: "convex" } }],
      output: shared("clientId", keys),
    },
    {
      name: "convex in single quotes, behind a cast",
      code: shared("«'convex'» as string", keys),
      errors: [{ messageId: "notAClientId", data: { id: "convex" } }],
      output: shared("clientId as string", keys),
    },
    {
      name: "a placeholder",
      code: shared('«"client_your_client_id_here"»', keys),
      errors: [{ messageId: "notAClientId", data: { id: "client_your_client_id_here" } }],
      output: shared("clientId", keys),
    },
    {
      name: "the id of an environment",
      code: shared('«"environment_01JAAAAAAAAAAAAAAAAAAAAAAA"»', keys),
      errors: [{ messageId: "notAClientId", data: { id: "…" } }],
      output: shared("clientId", keys),
    },
    {
      name: "a URL",
      code: shared('«"https://api.workos.com/"»', keys),
      errors: [{ messageId: "notAClientId", data: { id: "https://api.workos.com/" } }],
      output: shared("clientId", keys),
    },
    {
      name: "${…} in plain quotes",
      code: shared('«"${clientId}"»', keys),
      errors: [{ messageId: "notAClientId", data: { id: "${clientId}" } }],
      output: shared("clientId", keys),
    },
    {
      name: "beside keys of a literal client, where the file reads no environment",
      code: 'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: «"convex"», jwks: "https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA" }] };',
      errors: [{ messageId: "notAClientId", data: { id: "convex" } }],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: "client_01JAAAAAAAAAAAAAAAAAAAAAAA", jwks: "https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA" }] };',
    },
    {
      name: "beside keys that cannot be read",
      code: 'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: «"convex"», jwks: process.env.WORKOS_JWKS }] };',
      errors: [{ messageId: "notAClientId", data: { id: "convex" } }],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: process.env.WORKOS_JWKS }] };',
    },
    {
      name: "a secret is not shown",
      code: shared('«"sk_test_a2V5XzAxSkFBQUFBQUFBQUFBQUFBQUFBQUE"»', keys),
      errors: [{ messageId: "notAClientId", data: { id: "…" } }],
      output: shared("clientId", keys),
    },
  ],
});

testRule(rule, "two literals", {
  invalid: [
    {
      name: "nothing else decides: one suggestion for each",
      code: 'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA", algorithm: "RS256", jwks: «"https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB"» }] };',
      errors: [
        {
          messageId: "twoLiterals",
          data: { member: "jwks", id: "client_01JBBBBBBBBBBBBBBBBBBBBBBB", other: "issuer" },
          suggestions: [
            {
              messageId: "useThisId",
              data: { id: "client_01JAAAAAAAAAAAAAAAAAAAAAAA" },
              output:
                'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA", algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA" }] };',
            },
            {
              messageId: "useThisId",
              data: { id: "client_01JBBBBBBBBBBBBBBBBBBBBBBB" },
              output:
                'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JBBBBBBBBBBBBBBBBBBBBBBB", algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB" }] };',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "audience and keys",
      code: "export default { providers: [{ type: 'customJwt', issuer: 'https://api.workos.com/', algorithm: 'RS256', applicationID: «'client_01JAAAAAAAAAAAAAAAAAAAAAAA'», jwks: 'https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB' }] };",
      errors: [
        {
          messageId: "twoLiterals",
          data: { member: "applicationID", id: "client_01JAAAAAAAAAAAAAAAAAAAAAAA", other: "jwks" },
          suggestions: [
            {
              messageId: "useThisId",
              data: { id: "client_01JBBBBBBBBBBBBBBBBBBBBBBB" },
              output:
                "export default { providers: [{ type: 'customJwt', issuer: 'https://api.workos.com/', algorithm: 'RS256', applicationID: 'client_01JBBBBBBBBBBBBBBBBBBBBBBB', jwks: 'https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB' }] };",
            },
            {
              messageId: "useThisId",
              data: { id: "client_01JAAAAAAAAAAAAAAAAAAAAAAA" },
              output:
                "export default { providers: [{ type: 'customJwt', issuer: 'https://api.workos.com/', algorithm: 'RS256', applicationID: 'client_01JAAAAAAAAAAAAAAAAAAAAAAA', jwks: 'https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA' }] };",
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "the other provider decides",
      code: `export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://api.workos.com/",
      algorithm: "RS256",
      applicationID: "client_01JAAAAAAAAAAAAAAAAAAAAAAA",
      jwks: «"https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB"»,
    },
    {
      type: "customJwt",
      issuer: "https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA",
      algorithm: "RS256",
      jwks: "https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA",
    },
  ],
};
`,
      errors: [
        {
          messageId: "twoLiterals",
          data: { member: "jwks", id: "client_01JBBBBBBBBBBBBBBBBBBBBBBB", other: "applicationID" },
        },
      ],
      output: `export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://api.workos.com/",
      algorithm: "RS256",
      applicationID: "client_01JAAAAAAAAAAAAAAAAAAAAAAA",
      jwks: "https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA",
    },
    {
      type: "customJwt",
      issuer: "https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA",
      algorithm: "RS256",
      jwks: "https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA",
    },
  ],
};
`,
    },
    {
      name: "the other provider decides for the keys",
      code: `export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://api.workos.com/",
      algorithm: "RS256",
      applicationID: «"client_01JAAAAAAAAAAAAAAAAAAAAAAA"»,
      jwks: "https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB",
    },
    {
      type: "customJwt",
      issuer: "https://api.workos.com/user_management/client_01JBBBBBBBBBBBBBBBBBBBBBBB",
      algorithm: "RS256",
      jwks: "https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB",
    },
  ],
};
`,
      errors: [
        {
          messageId: "twoLiterals",
          data: { member: "applicationID", id: "client_01JAAAAAAAAAAAAAAAAAAAAAAA", other: "jwks" },
        },
      ],
      output: `export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://api.workos.com/",
      algorithm: "RS256",
      applicationID: "client_01JBBBBBBBBBBBBBBBBBBBBBBB",
      jwks: "https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB",
    },
    {
      type: "customJwt",
      issuer: "https://api.workos.com/user_management/client_01JBBBBBBBBBBBBBBBBBBBBBBB",
      algorithm: "RS256",
      jwks: "https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB",
    },
  ],
};
`,
    },
    {
      name: "in three members, two of which agree",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: 'export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA"», algorithm: "RS256", applicationID: "client_01JBBBBBBBBBBBBBBBBBBBBBBB", jwks: "https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB" }] };',
      errors: [
        {
          messageId: "twoLiterals",
          data: { member: "issuer", id: "client_01JAAAAAAAAAAAAAAAAAAAAAAA", other: "jwks" },
        },
      ],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JBBBBBBBBBBBBBBBBBBBBBBB", algorithm: "RS256", applicationID: "client_01JBBBBBBBBBBBBBBBBBBBBBBB", jwks: "https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB" }] };',
    },
  ],
});

testRule(rule, "the settings", {
  valid: [
    {
      name: "an audience in a variable, where tokens carry one",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: session(issuer, keys, "      applicationID: clientId,\n"),
    },
    {
      name: "the literal audience of a user-management provider is not compared where tokens carry none",
      code: session(issuer, keys, `      applicationID: ${idA},\n`),
    },
    {
      name: "a custom domain that the settings do not name",
      code: session('"https://auth.example.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA"', keys),
    },
  ],
  invalid: [
    {
      name: "a literal audience, where tokens carry one",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: session(issuer, keys, `      applicationID: «${idA}»,\n`),
      errors: [{ messageId: "literalBesideVariable", data: { member: "applicationID", other: "issuer" } }],
      output: session(issuer, keys, "      applicationID: clientId,\n"),
    },
    {
      name: "an audience that is no client id, where tokens carry one",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: session(issuer, keys, '      applicationID: «"convex"»,\n'),
      errors: [{ messageId: "notAClientId", data: { id: "convex" } }],
      output: session(issuer, keys, "      applicationID: clientId,\n"),
    },
    {
      name: "a custom domain of the settings",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: session('«"https://auth.example.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA"»', keys),
      errors: [{ messageId: "literalBesideVariable", data: { member: "issuer", other: "jwks" } }],
      output: session("`https://auth.example.com/user_management/${clientId}`", keys),
    },
  ],
});

testRule(rule, "how the file is laid out", {
  invalid: [
    {
      name: "Windows line ends",
      code: crlf(session(issuer, `«${keysA}»`)),
      errors: [{ messageId: "literalBesideVariable", data: { member: "jwks", other: "issuer" } }],
      output: crlf(session(issuer, keys)),
    },
    {
      name: "a byte-order mark",
      code: withByteOrderMark(shared('«"convex"»', keys)),
      errors: [{ messageId: "notAClientId", data: { id: "convex" } }],
      output: withByteOrderMark(shared("clientId", keys)),
    },
    {
      name: "JavaScript",
      filename: "convex/auth.config.js",
      code: shared('«"convex"»', keys),
      errors: [{ messageId: "notAClientId", data: { id: "convex" } }],
      output: shared("clientId", keys),
    },
    {
      name: "single quotes, tabs, no semicolons, no trailing commas, sorted and quoted keys",
      code: `const clientId = process.env.WORKOS_CLIENT_ID

export default {
	providers: [
		{
			'algorithm': 'RS256',
			'applicationID': clientId,
			'issuer': 'https://api.workos.com/',
			'jwks': «'https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA'»,
			'type': 'customJwt'
		}
	]
}
`,
      errors: [literalKeys],
      output: `const clientId = process.env.WORKOS_CLIENT_ID

export default {
	providers: [
		{
			'algorithm': 'RS256',
			'applicationID': clientId,
			'issuer': 'https://api.workos.com/',
			'jwks': \`https://api.workos.com/sso/jwks/\${clientId}\`,
			'type': 'customJwt'
		}
	]
}
`,
    },
    {
      name: "a computed key",
      code: shared('«"convex"»', keys).replace("applicationID:", '["applicationID"]:'),
      errors: [{ messageId: "notAClientId", data: { id: "convex" } }],
      output: shared("clientId", keys).replace("applicationID:", '["applicationID"]:'),
    },
    {
      name: "cast as const, which TypeScript takes for literals only",
      code: shared('«"convex"» as const', keys),
      errors: [{ messageId: "notAClientId", data: { id: "convex" } }],
      output: shared("clientId", keys),
    },
    {
      name: "a value on a line of its own: what becomes short enough goes up",
      code: session('\n        «"https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA"»', keys),
      errors: [{ messageId: "literalBesideVariable", data: { member: "issuer", other: "jwks" } }],
      output: session(issuer, keys),
    },
  ],
});

testRule(rule, "comments stay", {
  invalid: [
    {
      name: "around the value",
      code: shared('/* 1 */ «"convex"» /* 2 */', keys),
      errors: [{ messageId: "notAClientId", data: { id: "convex" } }],
      output: shared("/* 1 */ clientId /* 2 */", keys),
    },
    {
      name: "inside a concatenation that would have to go: reported, not edited",
      code: session(issuer, '«"https://api.workos.com/sso/jwks/" + /* ours */ "client_01JAAAAAAAAAAAAAAAAAAAAAAA"»'),
      errors: [{ messageId: "literalBesideVariable", data: { member: "jwks", other: "issuer" } }],
      output: null,
    },
  ],
});

testRule(rule, "text that several providers share", {
  invalid: [
    {
      name: "keys in a constant that both want to be the same: one report, edited at its definition",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const jwks = «"https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA"»;
export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks },
] };
`,
      errors: [literalKeys],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const jwks = \`https://api.workos.com/sso/jwks/\${id}\`;
export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks },
] };
`,
    },
    {
      name: "keys in a constant that another provider needs as they are: reported, not edited",
      code: `const jwks = «"https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA"»;
export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks },
  { type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA", algorithm: "RS256", jwks },
] };
`,
      errors: [literalKeys],
      output: null,
    },
    {
      name: "keys in a constant that two providers want to be different things: reported, not edited",
      code: `const jwks = «"https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA"»;
export default { providers: [
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.STAGING_CLIENT_ID}\`, algorithm: "RS256", jwks },
] };
`,
      errors: [{ messageId: "literalBesideVariable", data: { member: "jwks", other: "issuer" } }],
      output: null,
    },
    {
      name: "an id in a constant that another provider needs as it is: only the expression that reads it is edited",
      code: `const CLIENT = "client_01JAAAAAAAAAAAAAAAAAAAAAAA";
export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: «\`https://api.workos.com/sso/jwks/\${CLIENT}\`» },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${CLIENT}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${CLIENT}\` },
] };
`,
      errors: [literalKeys],
      output: `const CLIENT = "client_01JAAAAAAAAAAAAAAAAAAAAAAA";
export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${CLIENT}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${CLIENT}\` },
] };
`,
    },
    {
      name: "an audience in a constant: edited at its definition",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const AUDIENCE = «"convex"»;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: AUDIENCE, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
      errors: [{ messageId: "notAClientId", data: { id: "convex" } }],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const AUDIENCE = id;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: AUDIENCE, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "an audience in a constant that another vendor needs as it is: the file is repaired all the same",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const AUDIENCE = «"convex"»;
export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: AUDIENCE, jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
  { domain: "https://clerk.example.com", applicationID: AUDIENCE },
] };
`,
      errors: [{ messageId: "notAClientId", data: { id: "convex" } }],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const AUDIENCE = "convex";
export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
  { domain: "https://clerk.example.com", applicationID: AUDIENCE },
] };
`,
    },
    {
      name: "a shorthand audience",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const applicationID = «"convex"»;
export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID, jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
  { domain: "https://clerk.example.com", applicationID },
] };
`,
      errors: [{ messageId: "notAClientId", data: { id: "convex" } }],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const applicationID = "convex";
export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
  { domain: "https://clerk.example.com", applicationID },
] };
`,
    },
    {
      name: "a base object that a user-management provider spreads, too: reported, not edited",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", algorithm: "RS256", jwks: «"https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA"» };
export default { providers: [
  { ...base, issuer: "https://api.workos.com/", applicationID: id },
  { ...base, issuer: "https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA" },
] };
`,
      errors: [literalKeys],
      output: null,
    },
    {
      name: "a helper that is called twice: reported at each call, not edited",
      code: `const session = (id: string | undefined) => ({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA" });
export default { providers: [«session(process.env.WORKOS_CLIENT_ID)», «session(process.env.STAGING_CLIENT_ID)»] };
`,
      errors: [
        { messageId: "literalBesideVariable", data: { member: "jwks", other: "issuer" } },
        { messageId: "literalBesideVariable", data: { member: "jwks", other: "issuer" } },
      ],
      output: null,
    },
    {
      name: "a helper that is called once: edited",
      code: `const session = (id: string | undefined) => ({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: «"https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA"» });
export default { providers: [session(process.env.WORKOS_CLIENT_ID)] };
`,
      errors: [{ messageId: "literalBesideVariable", data: { member: "jwks", other: "issuer" } }],
      output: `const session = (id: string | undefined) => ({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [session(process.env.WORKOS_CLIENT_ID)] };
`,
    },
  ],
});

testRule(rule, "ways to build the list", {
  valid: [
    {
      name: "values that depend on one condition stay together",
      code: `import { isPreview } from "./stage";
const id = isPreview ? "client_01JAAAAAAAAAAAAAAAAAAAAAAA" : "client_01JBBBBBBBBBBBBBBBBBBBBBBB";
const jwks = isPreview ? "https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA" : "https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB";
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks }] };
`,
    },
  ],
  invalid: [
    {
      name: "one arm of a condition",
      code: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: isPreview ? «"https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA"» : \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
      errors: [{ messageId: "literalBesideVariable", data: { member: "jwks", other: "issuer" } }],
      output: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: isPreview ? \`https://api.workos.com/sso/jwks/\${id}\` : \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "pushed",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [];
if (id) {
  providers.push({ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: «"convex"», jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
}
export default { providers };
`,
      errors: [{ messageId: "notAClientId", data: { id: "convex" } }],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [];
if (id) {
  providers.push({ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
}
export default { providers };
`,
    },
    {
      name: "a factory: its parameter is the variable",
      code: `const createConfig = (id: string) => ({ providers: [{ type: "customJwt" as const, issuer: «"https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA"», algorithm: "RS256" as const, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] });
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
      errors: [{ messageId: "literalBesideVariable", data: { member: "issuer", other: "jwks" } }],
      output: `const createConfig = (id: string) => ({ providers: [{ type: "customJwt" as const, issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256" as const, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] });
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
    },
  ],
});

const keysB = '"https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB"';
const issuerB = '"https://api.workos.com/user_management/client_01JBBBBBBBBBBBBBBBBBBBBBBB"';

/** A user-management provider, and one of another vendor for the first client. */
const besideVendor = (issuer: string, jwks: string): string => `export default {
  providers: [
    { type: "customJwt", issuer: ${issuer}, algorithm: "RS256", jwks: ${jwks} },
    { domain: "https://auth.example.com", applicationID: ${idA} },
  ],
};
`;

testRule(rule, "ids that are not alone", {
  valid: [
    {
      name: "an id that goes on behind the variable may be the literal",
      code: session("`https://api.workos.com/user_management/${process.env.PREFIX}_a`", keysA),
    },
    {
      name: "an import may be the literal",
      code: `import { id } from "./client";\n${session("`https://api.workos.com/user_management/${id}`", keysA)}`,
    },
  ],
  invalid: [
    {
      name: "an audience that is no client id, with the client id in it, is one defect",
      code: shared("«`convex-${clientId}`»", keys),
      errors: [{ messageId: "notAClientId", data: { id: "convex-…" } }],
      output: shared("clientId", keys),
    },
    {
      name: "another vendor's audience decides nothing",
      code: besideVendor(issuerA, `«${keysB}»`),
      errors: [
        {
          messageId: "twoLiterals",
          data: { member: "jwks", id: "client_01JBBBBBBBBBBBBBBBBBBBBBBB", other: "issuer" },
          suggestions: [
            {
              messageId: "useThisId",
              data: { id: "client_01JAAAAAAAAAAAAAAAAAAAAAAA" },
              output: besideVendor(issuerA, keysA),
            },
            {
              messageId: "useThisId",
              data: { id: "client_01JBBBBBBBBBBBBBBBBBBBBBBB" },
              output: besideVendor(issuerB, keysB),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
