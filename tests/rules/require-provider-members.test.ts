import { crlf, testRule } from "./rule-tester.js";
import type { ExpectedError } from "./rule-tester.js";
import {
  customJwt,
  jwks,
  only,
  other,
  rs256,
  shared,
  testSoundShapes,
  userManagement,
  withId,
} from "./provider-shapes.js";

const rule = "require-provider-members";

const missing = (names: string): ExpectedError => ({ messageId: "membersMissing", data: { names } });

testSoundShapes(rule);

testRule(rule, "a required member that is absent", {
  valid: [
    {
      name: "where it may be unseen",
      code: `import { rest } from "./rest";\n${withId("...rest,", customJwt, userManagement)}`,
    },
    {
      name: "in an argument of an unknown call",
      code: 'import { wrap } from "./wrap";\nexport default wrap({ providers: [{ type: "customJwt", issuer: "https://a.example" }] });\n',
    },
    {
      name: "guarded by its own value",
      code: 'const jwks = process.env.JWKS;\nexport default { providers: [{ type: "customJwt", issuer: "https://a.example", algorithm: "RS256", ...(jwks ? { jwks } : {}) }] };\n',
    },
    {
      name: "with a type that cannot be read",
      code: `import { kind } from "./kind";\n${only("type: kind,", other.issuer)}`,
    },
  ],
  invalid: [
    {
      name: "the JWKS of user management",
      code: withId('«type: "customJwt"»,', userManagement, rs256),
      errors: [missing("`jwks` is")],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "the JWKS and the algorithm, which valid-algorithm reports",
      code: withId('«type: "customJwt"»,', userManagement),
      errors: [missing("`jwks` is")],
      output: withId(customJwt, userManagement, jwks),
    },
    {
      name: "as null, and as undefined",
      code: withId('«type: "customJwt"»,', userManagement, "algorithm: null,", "jwks: undefined,"),
      errors: [missing("`jwks` is")],
      output: withId(customJwt, userManagement, "algorithm: null,", jwks),
    },
    {
      name: "the JWKS of a custom domain",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withId('«type: "customJwt"»,', "issuer: `https://auth.example.com/user_management/${clientId}`,", rs256),
      errors: [missing("`jwks` is")],
      output: withId(
        customJwt,
        "issuer: `https://auth.example.com/user_management/${clientId}`,",
        rs256,
        "jwks: `https://auth.example.com/sso/jwks/${clientId}`,",
      ),
    },
    {
      name: "the JWKS of a gated issuer",
      code: withId('«type: "customJwt"»,', "issuer: `https://api.workos.com/sso/${clientId}`,", rs256),
      errors: [missing("`jwks` is")],
      output: withId(customJwt, "issuer: `https://api.workos.com/sso/${clientId}`,", rs256, jwks),
    },
    {
      name: "the issuer, where WorkOS's JWKS stands alone",
      code: withId('«type: "customJwt"»,', rs256, jwks),
      errors: [
        {
          ...missing("`issuer` is"),
          suggestions: [
            { messageId: "useUserManagement", output: withId(customJwt, userManagement, rs256, jwks) },
            { messageId: "useShared", output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks) },
          ],
        },
      ],
      output: null,
    },
    {
      name: "the issuer, where an audience says nothing either",
      code: withId('«type: "customJwt"»,', "issuer: null,", rs256, "applicationID: clientId,", jwks),
      errors: [
        {
          ...missing("`issuer` is"),
          suggestions: [
            { messageId: "useUserManagement", output: withId(customJwt, userManagement, rs256, jwks) },
            { messageId: "useShared", output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks) },
          ],
        },
      ],
      output: null,
    },
    {
      name: "the issuer, where an empty audience has to be set for the shared one",
      code: withId('«type: "customJwt"»,', rs256, "applicationID: null,", jwks),
      errors: [
        {
          ...missing("`issuer` is"),
          suggestions: [
            {
              messageId: "useUserManagement",
              output: withId(customJwt, userManagement, rs256, "applicationID: null,", jwks),
            },
            { messageId: "useShared", output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks) },
          ],
        },
      ],
      output: null,
    },
    {
      name: "the issuer and the algorithm, beside the shared provider",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;

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
      «type: "customJwt"»,
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`,
      errors: [missing("`issuer` is")],
      output: `const clientId = process.env.WORKOS_CLIENT_ID;

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
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`,
    },
    {
      name: "the issuer, beside the user-management provider",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      «type: "customJwt"»,
      algorithm: "RS256",
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
`,
      errors: [missing("`issuer` is")],
      output: `const clientId = process.env.WORKOS_CLIENT_ID;

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
`,
    },
    {
      name: "the JWKS of another vendor",
      code: only('«type: "customJwt"»,', other.issuer, rs256),
      errors: [missing("`jwks` is")],
      output: null,
    },
    {
      name: "the JWKS and the algorithm of another vendor",
      code: only('«type: "customJwt"»,', other.issuer),
      errors: [missing("`jwks` is")],
      output: null,
    },
    {
      name: "everything but the type",
      code: only('«type: "customJwt"»,'),
      errors: [missing("`issuer` and `jwks` are")],
      output: null,
    },
    {
      name: "the audience in the OIDC form",
      code: only("«domain: process.env.AUTH0_DOMAIN»,"),
      errors: [missing("`applicationID` is")],
      output: null,
    },
    {
      name: "the audience in the OIDC form, as undefined",
      code: only("«domain: process.env.AUTH0_DOMAIN»,", "applicationID: undefined,"),
      errors: [missing("`applicationID` is")],
      output: null,
    },
    {
      name: "the domain in the OIDC form",
      code: only('«type: "oidc"»,', 'applicationID: "app",'),
      errors: [missing("`domain` is")],
      output: null,
    },
    {
      name: "everything",
      code: "export default { providers: [«{}»] };\n",
      errors: [missing("`domain` and `applicationID` are")],
      output: null,
    },
    {
      name: "in a function that is called twice",
      code: 'const make = (issuer) => ({ type: "customJwt", issuer, algorithm: "RS256" });\nexport default { providers: [«make("https://a.example")», «make("https://b.example")»] };\n',
      errors: [missing("`jwks` is"), missing("`jwks` is")],
      output: null,
    },
    {
      name: "on one line, in single quotes and without a semicolon",
      code: "export default { providers: [{ «type: 'customJwt'», issuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}` }] }\n",
      errors: [missing("`jwks` is")],
      output:
        "export default { providers: [{ type: 'customJwt', issuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`, jwks: `https://api.workos.com/sso/jwks/${process.env.WORKOS_CLIENT_ID}` }] }\n",
    },
    {
      name: "with comments, which stay where they are",
      code: withId(
        '«type: "customJwt"», // custom',
        "// per client",
        `${userManagement} // sessions`,
        "/* no algorithm */",
      ),
      errors: [missing("`jwks` is")],
      output: withId(
        'type: "customJwt", // custom',
        "// per client",
        `${userManagement} // sessions`,
        jwks,
        "/* no algorithm */",
      ),
    },
    {
      name: "with tabs, Windows line ends and no trailing comma",
      code: crlf(
        'export default {\n\tproviders: [\n\t\t{\n\t\t\t«type: "customJwt"»,\n\t\t\tissuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`\n\t\t}\n\t]\n};\n',
      ),
      errors: [missing("`jwks` is")],
      output: crlf(
        'export default {\n\tproviders: [\n\t\t{\n\t\t\ttype: "customJwt",\n\t\t\tissuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`,\n\t\t\tjwks: `https://api.workos.com/sso/jwks/${process.env.WORKOS_CLIENT_ID}`\n\t\t}\n\t]\n};\n',
      ),
    },
  ],
});

const keys = "jwks: `https://api.workos.com/sso/jwks/${clientId}`";
const sharedProvider = `{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, ${keys} }`;
const session = `{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", ${keys} }`;

/** A file whose list depends on a condition. */
const inVariants = (...elements: readonly string[]): string =>
  `import { flag } from "./flag";\nconst clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [${elements.join(", ")}] };\n`;

testRule(rule, "what the variants of a file agree on", {
  invalid: [
    {
      name: "the role that the list lacks under a condition",
      code: inVariants(
        sharedProvider,
        `{ «type: "customJwt"», algorithm: "RS256", ${keys} }`,
        `...(flag ? [] : [${sharedProvider}, ${session}])`,
      ),
      errors: [
        {
          ...missing("`issuer` is"),
          suggestions: [
            {
              messageId: "useUserManagement",
              output: inVariants(sharedProvider, session, `...(flag ? [] : [${sharedProvider}, ${session}])`),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "either role, the more needed one first",
      code: inVariants(
        `{ «type: "customJwt"», algorithm: "RS256", ${keys} }`,
        `...(flag ? [${sharedProvider}, ${session}] : [])`,
      ),
      errors: [
        {
          ...missing("`issuer` is"),
          suggestions: [
            {
              messageId: "useUserManagement",
              output: inVariants(session, `...(flag ? [${sharedProvider}, ${session}] : [])`),
            },
            {
              messageId: "useShared",
              output: inVariants(sharedProvider, `...(flag ? [${sharedProvider}, ${session}] : [])`),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});

testRule(rule, "the OIDC form on user management where the tokens carry an audience", {
  valid: [
    {
      name: "is right there",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: withId("domain: `https://api.workos.com/user_management/${clientId}`,", "applicationID: clientId,"),
    },
  ],
  invalid: [
    {
      name: "needs its applicationID",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: withId("«domain: `https://api.workos.com/user_management/${clientId}`»,"),
      errors: [missing("`applicationID` is")],
      output: withId("domain: `https://api.workos.com/user_management/${clientId}`,", "applicationID: clientId,"),
    },
  ],
});

testRule(rule, "what the form decides", {
  valid: [
    {
      name: "the OIDC form of WorkOS: no-workos-oidc-provider, also where tokens carry an audience",
      code: only('domain: "https://api.workos.com/",'),
      settings: { "convex-authkit": { tokensCarryAudience: true } },
    },
  ],
  invalid: [
    {
      name: "a custom JWT with a domain beside its issuer lacks what a custom JWT has",
      code: only('«type: "customJwt"»,', other.issuer, 'domain: "https://auth.example.com",'),
      errors: [missing("`jwks` is")],
      output: null,
    },
    {
      name: "an issuer and a domain of WorkOS without a type: the template is a custom JWT",
      code: withId(
        "«issuer: `https://api.workos.com/user_management/${clientId}`», // sessions",
        'domain: "https://api.workos.com/",',
        rs256,
      ),
      errors: [missing("`jwks` is")],
      output: withId(
        "issuer: `https://api.workos.com/user_management/${clientId}`, // sessions",
        'domain: "https://api.workos.com/",',
        rs256,
        jwks,
      ),
    },
    {
      name: "a stand-in for the audience alone lacks a domain",
      code: 'export default { providers: [«{ audience: "app" }»] };\n',
      errors: [missing("`domain` is")],
      output: null,
    },
    {
      name: "a missing issuer beside an audience that is left out on purpose",
      code: `import { flag } from "./flag";\n${withId('«type: "customJwt"»,', rs256, jwks, "...(flag ? { applicationID: flag } : {}),")}`,
      errors: [
        {
          ...missing("`issuer` is"),
          suggestions: [
            {
              messageId: "useUserManagement",
              output: `import { flag } from "./flag";\n${withId(customJwt, userManagement, rs256, jwks, "...(flag ? { applicationID: flag } : {}),")}`,
            },
            {
              messageId: "useShared",
              output: `import { flag } from "./flag";\n${withId(customJwt, shared, rs256, "applicationID: clientId,", jwks, "...(flag ? { applicationID: flag } : {}),")}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "a missing issuer where the list lacks user management, which has no audience",
      code: withId(
        customJwt,
        shared,
        rs256,
        "applicationID: clientId,",
        jwks,
        "},",
        "{",
        '«type: "customJwt"»,',
        rs256,
        "applicationID: clientId,",
        jwks,
      ),
      errors: [missing("`issuer` is")],
      output: withId(
        customJwt,
        shared,
        rs256,
        "applicationID: clientId,",
        jwks,
        "},",
        "{",
        customJwt,
        userManagement,
        rs256,
        jwks,
      ),
    },
    {
      name: "a missing issuer beside an audience that is there",
      code: withId('«type: "customJwt"»,', rs256, "applicationID: process.env.OTHER_CLIENT_ID,", jwks),
      errors: [
        {
          ...missing("`issuer` is"),
          suggestions: [
            { messageId: "useUserManagement", output: withId(customJwt, userManagement, rs256, jwks) },
            {
              messageId: "useShared",
              output: withId(customJwt, shared, rs256, "applicationID: process.env.OTHER_CLIENT_ID,", jwks),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});

testRule(rule, "several defects of one provider", {
  invalid: [
    {
      name: "a JWKS alone lacks its issuer and its type",
      code: 'export default { providers: [«{ jwks: "https://auth.example.com/jwks.json", algorithm: "RS256" }»] };\n',
      errors: [missing("`issuer` is")],
      output: null,
    },
    {
      name: "jwksUri without a type and an issuer",
      code: 'export default { providers: [«{ jwksUri: "https://auth.example.com/jwks.json", algorithm: "RS256" }»] };\n',
      errors: [missing("`issuer` is")],
      output: null,
    },
    {
      name: "a list as the audience, where only the list tells that the shared issuer is meant",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      «type: "customJwt"»,
      algorithm: "RS256",
      applicationID: [clientId],
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
`,
      errors: [missing("`issuer` is")],
      output: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://api.workos.com/",
      algorithm: "RS256",
      applicationID: [clientId],
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
`,
    },
  ],
});
