import { crlf, testRule } from "./rule-tester.js";
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

const rule = "valid-provider-type";

testSoundShapes(rule);

testRule(rule, "a type that Convex does not know", {
  valid: [
    {
      name: "an imported type",
      code: `import { kind } from "./kind";\n${only("type: kind,", other.issuer, other.jwks, rs256)}`,
    },
    { name: "a type from the environment", code: only("type: process.env.KIND,", other.issuer, other.jwks, rs256) },
  ],
  invalid: [
    {
      name: "customJWT",
      code: withId('type: «"customJWT"»,', userManagement, rs256, jwks),
      errors: [{ messageId: "typeUnknown", data: { type: "customJWT" } }],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "custom-jwt, with as const",
      code: withId('type: «"custom-jwt"» as const,', userManagement, rs256, jwks),
      errors: [{ messageId: "typeUnknown", data: { type: "custom-jwt" } }],
      output: withId('type: "customJwt" as const,', userManagement, rs256, jwks),
    },
    {
      name: "anything on a provider with an issuer",
      code: only('type: «"workos"»,', other.issuer, other.jwks, rs256),
      errors: [{ messageId: "typeUnknown", data: { type: "workos" } }],
      output: only(customJwt, other.issuer, other.jwks, rs256),
    },
    {
      name: "the empty text",
      code: only('type: «""»,', other.issuer, other.jwks, rs256),
      errors: [{ messageId: "typeUnknown", data: { type: "" } }],
      output: only(customJwt, other.issuer, other.jwks, rs256),
    },
    {
      name: "OIDC, with a domain",
      code: only('type: «"OIDC"»,', 'domain: "https://auth.example.com",', 'applicationID: "app",'),
      errors: [{ messageId: "typeUnknown", data: { type: "OIDC" } }],
      output: only('type: "oidc",', 'domain: "https://auth.example.com",', 'applicationID: "app",'),
    },
    {
      name: "anything on a provider with a domain",
      code: only('type: «"auth0"»,', 'domain: "https://auth.example.com",', 'applicationID: "app",'),
      errors: [{ messageId: "typeUnknown", data: { type: "auth0" } }],
      output: only('type: "oidc",', 'domain: "https://auth.example.com",', 'applicationID: "app",'),
    },
    {
      name: "in single quotes",
      code: "export default { providers: [{ type: «'customjwt'», issuer: 'https://auth.example.com', jwks: 'https://auth.example.com/jwks', algorithm: 'RS256' }] };\n",
      errors: [{ messageId: "typeUnknown", data: { type: "customjwt" } }],
      output:
        "export default { providers: [{ type: 'customJwt', issuer: 'https://auth.example.com', jwks: 'https://auth.example.com/jwks', algorithm: 'RS256' }] };\n",
    },
    {
      name: "in backticks",
      code: "export default { providers: [{ type: «`customjwt`», issuer: `https://auth.example.com`, jwks: `https://auth.example.com/jwks`, algorithm: `RS256` }] };\n",
      errors: [{ messageId: "typeUnknown", data: { type: "customjwt" } }],
      output:
        "export default { providers: [{ type: `customJwt`, issuer: `https://auth.example.com`, jwks: `https://auth.example.com/jwks`, algorithm: `RS256` }] };\n",
    },
    {
      name: "in a constant of its own",
      code: `const kind = «"customJWT"»;\n${only("type: kind,", other.issuer, other.jwks, rs256)}`,
      errors: [{ messageId: "typeUnknown", data: { type: "customJWT" } }],
      output: `const kind = "customJwt";\n${only("type: kind,", other.issuer, other.jwks, rs256)}`,
    },
    {
      name: "with text that must not be shown",
      code: only('type: «"sk_test_abcdef"»,', other.issuer, other.jwks, rs256),
      errors: [{ messageId: "typeUnknown", data: { type: "…" } }],
      output: only(customJwt, other.issuer, other.jwks, rs256),
    },
    {
      name: "behind something unseen",
      code: `import { rest } from "./rest";\n${only("...rest,", 'type: «"customJWT"»,')}`,
      errors: [{ messageId: "typeUnknown", data: { type: "customJWT" } }],
      output: `import { rest } from "./rest";\n${only("...rest,", customJwt)}`,
    },
    {
      name: "behind something unseen, and nothing to tell what is meant",
      code: `import { rest } from "./rest";\n${only("...rest,", 'type: «"workos"»,')}`,
      errors: [{ messageId: "typeUnknown", data: { type: "workos" } }],
      output: null,
    },
  ],
});

testRule(rule, "an issuer or a JWKS without type customJwt", {
  valid: [
    { name: "with the type", code: withId(customJwt, userManagement, rs256, jwks) },
    {
      name: "with a type that may be unseen",
      code: `import { rest } from "./rest";\n${withId("...rest,", userManagement, rs256, jwks)}`,
    },
    {
      name: "a JWKS beside the domain, which Convex ignores",
      code: only(
        'type: "oidc",',
        'domain: "https://auth.example.com",',
        'applicationID: "app",',
        'jwks: "https://auth.example.com/jwks",',
      ),
    },
  ],
  invalid: [
    {
      name: "user management without a type",
      code: withId("«issuer»: `https://api.workos.com/user_management/${clientId}`,", rs256, jwks),
      errors: [{ messageId: "issuerWithoutType", data: { member: "issuer" } }],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "the shared issuer without a type",
      code: withId('«issuer»: "https://api.workos.com/",', rs256, "applicationID: clientId,", jwks),
      errors: [{ messageId: "issuerWithoutType", data: { member: "issuer" } }],
      output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks),
    },
    {
      name: "another vendor's custom JWT without a type",
      code: only('«issuer»: "https://auth.example.com",', other.jwks, rs256),
      errors: [{ messageId: "issuerWithoutType", data: { member: "issuer" } }],
      output: only(customJwt, other.issuer, other.jwks, rs256),
    },
    {
      name: "oidc, with an issuer",
      code: withId('type: «"oidc"»,', userManagement, rs256, jwks),
      errors: [{ messageId: "issuerWithoutType", data: { member: "issuer" } }],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "a type that is undefined",
      code: withId("type: undefined,", "«issuer»: `https://api.workos.com/user_management/${clientId}`,", rs256, jwks),
      errors: [{ messageId: "issuerWithoutType", data: { member: "issuer" } }],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "a type that is null",
      code: withId("type: «null»,", userManagement, rs256, jwks),
      errors: [{ messageId: "issuerWithoutType", data: { member: "issuer" } }],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "in alphabetical order, where the type is the last",
      code: withId(rs256, "«issuer»: `https://api.workos.com/user_management/${clientId}`,", jwks, 'name: "x",'),
      errors: [{ messageId: "issuerWithoutType", data: { member: "issuer" } }],
      output: withId(rs256, userManagement, jwks, 'name: "x",', customJwt),
    },
    {
      name: "on one line",
      code: 'export default { providers: [{ «issuer»: "https://auth.example.com", jwks: "https://auth.example.com/jwks", algorithm: "RS256" }] };\n',
      errors: [{ messageId: "issuerWithoutType", data: { member: "issuer" } }],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://auth.example.com", jwks: "https://auth.example.com/jwks", algorithm: "RS256" }] };\n',
    },
    {
      name: "in quotes, with tabs and Windows line ends",
      code: crlf(
        "export default {\n\tproviders: [\n\t\t{\n\t\t\t«'issuer'»: 'https://auth.example.com',\n\t\t\t'jwks': 'https://auth.example.com/jwks',\n\t\t\t'algorithm': 'RS256'\n\t\t}\n\t]\n};\n",
      ),
      errors: [{ messageId: "issuerWithoutType", data: { member: "issuer" } }],
      output: crlf(
        "export default {\n\tproviders: [\n\t\t{\n\t\t\t'type': 'customJwt',\n\t\t\t'issuer': 'https://auth.example.com',\n\t\t\t'jwks': 'https://auth.example.com/jwks',\n\t\t\t'algorithm': 'RS256'\n\t\t}\n\t]\n};\n",
      ),
    },
    {
      name: "with comments, which stay where they are",
      code: withId(
        "// the tokens of sessions",
        "«issuer»: `https://api.workos.com/user_management/${clientId}`, // per client",
        rs256,
        "/* keys */ jwks: `https://api.workos.com/sso/jwks/${clientId}`,",
      ),
      errors: [{ messageId: "issuerWithoutType", data: { member: "issuer" } }],
      output: withId(
        "// the tokens of sessions",
        customJwt,
        "issuer: `https://api.workos.com/user_management/${clientId}`, // per client",
        rs256,
        "/* keys */ jwks: `https://api.workos.com/sso/jwks/${clientId}`,",
      ),
    },
    {
      name: "in a constant that TypeScript would widen",
      code: 'import type { AuthConfig } from "convex/server";\nconst provider = {\n  «issuer»: "https://auth.example.com",\n  jwks: "https://auth.example.com/jwks",\n  algorithm: "RS256" as const,\n};\nexport default { providers: [provider] } satisfies AuthConfig;\n',
      errors: [{ messageId: "issuerWithoutType", data: { member: "issuer" } }],
      output:
        'import type { AuthConfig } from "convex/server";\nconst provider = {\n  type: "customJwt" as const,\n  issuer: "https://auth.example.com",\n  jwks: "https://auth.example.com/jwks",\n  algorithm: "RS256" as const,\n};\nexport default { providers: [provider] } satisfies AuthConfig;\n',
    },
    {
      name: "in a function that is called twice",
      code: 'const make = (issuer) => ({ issuer, jwks: `${issuer}/jwks`, algorithm: "RS256" });\nexport default { providers: [«make("https://a.example")», «make("https://b.example")»] };\n',
      errors: [
        { messageId: "issuerWithoutType", data: { member: "issuer" } },
        { messageId: "issuerWithoutType", data: { member: "issuer" } },
      ],
      output: null,
    },
    {
      name: "with a domain as well, for WorkOS: the template has no domain",
      code: withId(
        "«issuer»: `https://api.workos.com/user_management/${clientId}`,",
        'domain: "https://api.workos.com/",',
        rs256,
        jwks,
      ),
      errors: [{ messageId: "issuerWithoutType", data: { member: "issuer" } }],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "oidc, with a domain as well, for WorkOS",
      code: withId(
        'type: «"oidc"»,',
        'domain: "https://api.workos.com/",',
        shared,
        rs256,
        "applicationID: clientId,",
        jwks,
      ),
      errors: [{ messageId: "issuerWithoutType", data: { member: "issuer" } }],
      output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks),
    },
    {
      name: "with a domain as well, of another vendor: either may be meant",
      code: only(
        '«issuer»: "https://auth.example.com",',
        'domain: "https://auth.example.com",',
        'applicationID: "app",',
      ),
      errors: [{ messageId: "issuerWithoutType", data: { member: "issuer" } }],
      output: null,
    },
  ],
});

testRule(rule, "an issuer alone, of an unknown vendor, which may be meant as either form", {
  valid: [
    { name: "as a domain it is right", code: only('domain: "https://auth.example.com",', 'applicationID: "app",') },
  ],
  invalid: [
    {
      name: "without a type",
      code: only('«issuer»: "https://auth.example.com",', 'applicationID: "app",'),
      errors: [
        {
          messageId: "issuerWithoutType",
          data: { member: "issuer" },
          suggestions: [
            { messageId: "addType", output: only(customJwt, other.issuer, 'applicationID: "app",') },
            { messageId: "useDomain", output: only('domain: "https://auth.example.com",', 'applicationID: "app",') },
          ],
        },
      ],
      output: null,
    },
    {
      name: "oidc",
      code: only('type: «"oidc"»,', other.issuer, 'applicationID: "app",'),
      errors: [
        {
          messageId: "issuerWithoutType",
          data: { member: "issuer" },
          suggestions: [
            { messageId: "addType", output: only(customJwt, other.issuer, 'applicationID: "app",') },
            {
              messageId: "useDomain",
              output: only('type: "oidc",', 'domain: "https://auth.example.com",', 'applicationID: "app",'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "from the environment",
      code: only("«issuer»: process.env.ISSUER,", "applicationID: process.env.AUDIENCE,"),
      errors: [
        {
          messageId: "issuerWithoutType",
          data: { member: "issuer" },
          suggestions: [
            {
              messageId: "addType",
              output: only(customJwt, "issuer: process.env.ISSUER,", "applicationID: process.env.AUDIENCE,"),
            },
            {
              messageId: "useDomain",
              output: only("domain: process.env.ISSUER,", "applicationID: process.env.AUDIENCE,"),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "in shorthand",
      code: 'const issuer = "https://auth.example.com";\nexport default { providers: [{ «issuer», applicationID: "app" }] };\n',
      errors: [
        {
          messageId: "issuerWithoutType",
          data: { member: "issuer" },
          suggestions: [
            {
              messageId: "addType",
              output:
                'const issuer = "https://auth.example.com";\nexport default { providers: [{ type: "customJwt", issuer, applicationID: "app" }] };\n',
            },
            {
              messageId: "useDomain",
              output:
                'const issuer = "https://auth.example.com";\nexport default { providers: [{ domain: issuer, applicationID: "app" }] };\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});

testRule(rule, "a domain beside customJwt", {
  valid: [
    {
      name: "a domain that may be undefined, beside an issuer",
      code: `import { domain } from "./domain";\n${only(customJwt, "domain,", other.issuer, other.jwks, rs256)}`,
    },
    { name: "an issuer alone", code: only(customJwt, other.issuer, other.jwks, rs256) },
  ],
  invalid: [
    {
      name: "a domain that cannot be read, in the place of the issuer",
      code: `import { domain } from "./domain";\n${only(customJwt, "«domain»,", other.jwks, rs256)}`,
      errors: [{ messageId: "domainWithCustomJwt" }],
      output: `import { domain } from "./domain";\n${only(customJwt, "issuer: domain,", other.jwks, rs256)}`,
    },
    {
      name: "in the place of the issuer",
      code: only(customJwt, '«domain»: "https://auth.example.com",', other.jwks, rs256),
      errors: [{ messageId: "domainWithCustomJwt" }],
      output: only(customJwt, other.issuer, other.jwks, rs256),
    },
    {
      name: "in the place of the issuer, for WorkOS",
      code: withId(customJwt, "«domain»: `https://api.workos.com/user_management/${clientId}`,", rs256, jwks),
      errors: [{ messageId: "domainWithCustomJwt" }],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "beside the issuer",
      code: only(customJwt, other.issuer, '«domain»: "https://auth.example.com",', other.jwks, rs256),
      errors: [{ messageId: "domainWithCustomJwt" }],
      output: only(customJwt, other.issuer, other.jwks, rs256),
    },
    {
      name: "null counts, since Convex looks at the name",
      code: only(customJwt, other.issuer, "«domain»: null,", other.jwks, rs256),
      errors: [{ messageId: "domainWithCustomJwt" }],
      output: only(customJwt, other.issuer, other.jwks, rs256),
    },
    {
      name: "with a comment, which stays",
      code: only(customJwt, other.issuer, '«domain»: /* tenant */ "https://auth.example.com",', other.jwks, rs256),
      errors: [{ messageId: "domainWithCustomJwt" }],
      output: only(customJwt, other.issuer, "/* tenant */", other.jwks, rs256),
    },
    {
      name: "the last one, without a trailing comma",
      code: 'export default { providers: [{ type: "customJwt", issuer: "https://a.example", jwks: "https://a.example/jwks", algorithm: "RS256", «domain»: "https://a.example" }] };\n',
      errors: [{ messageId: "domainWithCustomJwt" }],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://a.example", jwks: "https://a.example/jwks", algorithm: "RS256" }] };\n',
    },
    {
      name: "where an issuer may be unseen",
      code: `import { rest } from "./rest";\n${only("...rest,", customJwt, '«domain»: "https://auth.example.com",')}`,
      errors: [{ messageId: "domainWithCustomJwt" }],
      output: null,
    },
  ],
});

testRule(rule, "several defects of one provider", {
  invalid: [
    {
      name: "are left to their rules",
      code: withId(
        'type: «"customJWT"»,',
        userManagement,
        'algorithm: "rs256",',
        "jwksUri: `https://api.workos.com/sso/jwks/${clientId}`,",
      ),
      errors: [{ messageId: "typeUnknown", data: { type: "customJWT" } }],
      output: withId(
        customJwt,
        userManagement,
        'algorithm: "rs256",',
        "jwksUri: `https://api.workos.com/sso/jwks/${clientId}`,",
      ),
    },
    {
      name: "a JWKS alone lacks its issuer and its type",
      code: 'export default { providers: [{ «jwks»: "https://auth.example.com/jwks.json", algorithm: "RS256" }] };\n',
      errors: [{ messageId: "issuerWithoutType", data: { member: "jwks" } }],
      output:
        'export default { providers: [{ type: "customJwt", jwks: "https://auth.example.com/jwks.json", algorithm: "RS256" }] };\n',
    },
    {
      name: "a custom JWT with a domain beside its issuer, and nothing else",
      code: only('type: "customJwt",', other.issuer, '«domain»: "https://auth.example.com",'),
      errors: [{ messageId: "domainWithCustomJwt" }],
      output: only('type: "customJwt",', other.issuer),
    },
    {
      name: "a misspelt issuer of an unknown vendor",
      code: only('issuers: "https://auth.example.com",', 'type: «"oidc"»,'),
      errors: [{ messageId: "issuerWithoutType", data: { member: "issuers" } }],
      output: null,
    },
  ],
});
