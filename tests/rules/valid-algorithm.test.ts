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

const rule = "valid-algorithm";

const absent = (right: string): ExpectedError => ({ messageId: "algorithmMissing", data: { right } });

testSoundShapes(rule);

testRule(rule, "an algorithm that does not fit", {
  valid: [
    { name: "ES256 of another vendor", code: only(customJwt, other.issuer, other.jwks, 'algorithm: "ES256",') },
    {
      name: "from the environment",
      code: only(customJwt, other.issuer, other.jwks, "algorithm: process.env.ALGORITHM,"),
    },
    {
      name: "an import",
      code: `import { algorithm } from "./algorithm";\n${only(customJwt, other.issuer, other.jwks, "algorithm,")}`,
    },
    {
      name: "in the OIDC form, which ignores it",
      code: only('domain: "https://auth.example.com",', 'applicationID: "app",', 'algorithm: "HS256",'),
    },
  ],
  invalid: [
    {
      name: "ES256 on user management",
      code: withId(customJwt, userManagement, 'algorithm: «"ES256"»,', jwks),
      errors: [
        {
          messageId: "algorithmUnsupported",
          data: { algorithm: "`ES256`", reason: "WorkOS signs with RS256, so no token verifies", right: "`RS256`" },
        },
      ],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "ES256 on a gated issuer",
      code: withId(customJwt, "issuer: `https://api.workos.com/convex/${clientId}`,", 'algorithm: «"ES256"»,', jwks),
      errors: [
        {
          messageId: "algorithmUnsupported",
          data: { algorithm: "`ES256`", reason: "WorkOS signs with RS256, so no token verifies", right: "`RS256`" },
        },
      ],
      output: withId(customJwt, "issuer: `https://api.workos.com/convex/${clientId}`,", rs256, jwks),
    },
    {
      name: "ES256 on a custom domain",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withId(customJwt, 'issuer: "https://auth.example.com/",', 'algorithm: «"ES256"»,', jwks),
      errors: [
        {
          messageId: "algorithmUnsupported",
          data: { algorithm: "`ES256`", reason: "WorkOS signs with RS256, so no token verifies", right: "`RS256`" },
        },
      ],
      output: withId(customJwt, 'issuer: "https://auth.example.com/",', rs256, jwks),
    },
    {
      name: "HS256 for WorkOS",
      code: withId(customJwt, userManagement, 'algorithm: «"HS256"»,', jwks),
      errors: [
        {
          messageId: "algorithmUnsupported",
          data: {
            algorithm: "`HS256`",
            reason: "Convex only supports RS256 and ES256 and rejects the push",
            right: "`RS256`",
          },
        },
      ],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "rs256 of another vendor",
      code: only(customJwt, other.issuer, other.jwks, 'algorithm: «"rs256"»,'),
      errors: [
        {
          messageId: "algorithmUnsupported",
          data: {
            algorithm: "`rs256`",
            reason: "Convex only supports RS256 and ES256 and rejects the push",
            right: "`RS256`",
          },
        },
      ],
      output: only(customJwt, other.issuer, other.jwks, rs256),
    },
    {
      name: "es256 with as const",
      code: only(customJwt, other.issuer, other.jwks, 'algorithm: «"es256"» as const,'),
      errors: [
        {
          messageId: "algorithmUnsupported",
          data: {
            algorithm: "`es256`",
            reason: "Convex only supports RS256 and ES256 and rejects the push",
            right: "`ES256`",
          },
        },
      ],
      output: only(customJwt, other.issuer, other.jwks, 'algorithm: "ES256" as const,'),
    },
    {
      name: "a list",
      code: only(customJwt, other.issuer, other.jwks, 'algorithm: «["RS256"]»,'),
      errors: [
        {
          messageId: "algorithmUnsupported",
          data: {
            algorithm: "a list",
            reason: "Convex only supports RS256 and ES256 and rejects the push",
            right: "`RS256`",
          },
        },
      ],
      output: only(customJwt, other.issuer, other.jwks, rs256),
    },
    {
      name: "EdDSA of another vendor",
      code: only(customJwt, other.issuer, other.jwks, 'algorithm: «"EdDSA"»,'),
      errors: [
        {
          messageId: "algorithmUnsupported",
          data: {
            algorithm: "`EdDSA`",
            reason: "Convex only supports RS256 and ES256 and rejects the push",
            right: "`RS256` or `ES256`",
          },
          suggestions: [
            {
              messageId: "useAlgorithm",
              data: { algorithm: "RS256" },
              output: only(customJwt, other.issuer, other.jwks, rs256),
            },
            {
              messageId: "useAlgorithm",
              data: { algorithm: "ES256" },
              output: only(customJwt, other.issuer, other.jwks, 'algorithm: "ES256",'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "a number",
      code: only(customJwt, other.issuer, other.jwks, "algorithm: «256»,"),
      errors: [
        {
          messageId: "algorithmUnsupported",
          data: {
            algorithm: "`256`",
            reason: "Convex only supports RS256 and ES256 and rejects the push",
            right: "`RS256` or `ES256`",
          },
          suggestions: [
            {
              messageId: "useAlgorithm",
              data: { algorithm: "RS256" },
              output: only(customJwt, other.issuer, other.jwks, rs256),
            },
            {
              messageId: "useAlgorithm",
              data: { algorithm: "ES256" },
              output: only(customJwt, other.issuer, other.jwks, 'algorithm: "ES256",'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "an object, for WorkOS",
      code: withId(customJwt, userManagement, "algorithm: «{}»,", jwks),
      errors: [
        {
          messageId: "algorithmUnsupported",
          data: {
            algorithm: "an object",
            reason: "Convex only supports RS256 and ES256 and rejects the push",
            right: "`RS256`",
          },
        },
      ],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "a function, for WorkOS",
      code: withId(customJwt, userManagement, 'algorithm: «() => "RS256"»,', jwks),
      errors: [
        {
          messageId: "algorithmUnsupported",
          data: {
            algorithm: "a function",
            reason: "Convex only supports RS256 and ES256 and rejects the push",
            right: "`RS256`",
          },
        },
      ],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "a list with a comment inside, which must not be lost",
      code: only(customJwt, other.issuer, other.jwks, 'algorithm: «[/* the only one */ "RS256"]»,'),
      errors: [
        {
          messageId: "algorithmUnsupported",
          data: {
            algorithm: "a list",
            reason: "Convex only supports RS256 and ES256 and rejects the push",
            right: "`RS256`",
          },
        },
      ],
      output: null,
    },
    {
      name: "in a constant that two providers share",
      code: 'const algorithm = «"rs256"»;\nexport default {\n  providers: [\n    { type: "customJwt", issuer: "https://a.example", jwks: "https://a.example/jwks", algorithm },\n    { type: "customJwt", issuer: "https://b.example", jwks: "https://b.example/jwks", algorithm },\n  ],\n};\n',
      errors: [
        {
          messageId: "algorithmUnsupported",
          data: {
            algorithm: "`rs256`",
            reason: "Convex only supports RS256 and ES256 and rejects the push",
            right: "`RS256`",
          },
        },
      ],
      output:
        'const algorithm = "RS256";\nexport default {\n  providers: [\n    { type: "customJwt", issuer: "https://a.example", jwks: "https://a.example/jwks", algorithm },\n    { type: "customJwt", issuer: "https://b.example", jwks: "https://b.example/jwks", algorithm },\n  ],\n};\n',
    },
  ],
});

testRule(rule, "an algorithm that is absent", {
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
      name: "with a type that cannot be read",
      code: `import { kind } from "./kind";\n${only("type: kind,", other.issuer)}`,
    },
  ],
  invalid: [
    {
      name: "the algorithm of user management",
      code: withId('«type: "customJwt"»,', userManagement, jwks),
      errors: [absent("`RS256`")],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "the algorithm and the JWKS, which require-provider-members reports",
      code: withId('«type: "customJwt"»,', userManagement),
      errors: [absent("`RS256`")],
      output: withId(customJwt, userManagement, rs256),
    },
    {
      name: "as null, and as undefined",
      code: withId('«type: "customJwt"»,', userManagement, "algorithm: null,", "jwks: undefined,"),
      errors: [absent("`RS256`")],
      output: withId(customJwt, userManagement, rs256, "jwks: undefined,"),
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
      errors: [absent("`RS256`")],
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
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`,
    },
    {
      name: "the algorithm of another vendor",
      code: only('«type: "customJwt"»,', other.issuer, other.jwks),
      errors: [
        {
          ...absent("`RS256` or `ES256`"),
          suggestions: [
            {
              messageId: "useAlgorithm",
              data: { algorithm: "RS256" },
              output: only(customJwt, other.issuer, rs256, other.jwks),
            },
            {
              messageId: "useAlgorithm",
              data: { algorithm: "ES256" },
              output: only(customJwt, other.issuer, 'algorithm: "ES256",', other.jwks),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "the algorithm of another vendor, as null",
      code: only('«type: "customJwt"»,', other.issuer, other.jwks, "algorithm: null,"),
      errors: [
        {
          ...absent("`RS256` or `ES256`"),
          suggestions: [
            {
              messageId: "useAlgorithm",
              data: { algorithm: "RS256" },
              output: only(customJwt, other.issuer, other.jwks, rs256),
            },
            {
              messageId: "useAlgorithm",
              data: { algorithm: "ES256" },
              output: only(customJwt, other.issuer, other.jwks, 'algorithm: "ES256",'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "the JWKS and the algorithm of another vendor",
      code: only('«type: "customJwt"»,', other.issuer),
      errors: [
        {
          ...absent("`RS256` or `ES256`"),
          suggestions: [
            { messageId: "useAlgorithm", data: { algorithm: "RS256" }, output: only(customJwt, other.issuer, rs256) },
            {
              messageId: "useAlgorithm",
              data: { algorithm: "ES256" },
              output: only(customJwt, other.issuer, 'algorithm: "ES256",'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "everything but the type",
      code: only('«type: "customJwt"»,'),
      errors: [
        {
          ...absent("`RS256` or `ES256`"),
          suggestions: [
            { messageId: "useAlgorithm", data: { algorithm: "RS256" }, output: only(customJwt, rs256) },
            { messageId: "useAlgorithm", data: { algorithm: "ES256" }, output: only(customJwt, 'algorithm: "ES256",') },
          ],
        },
      ],
      output: null,
    },
    {
      name: "on one line, in single quotes and without a semicolon",
      code: "export default { providers: [{ «type: 'customJwt'», issuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}` }] }\n",
      errors: [absent("`RS256`")],
      output:
        "export default { providers: [{ type: 'customJwt', issuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`, algorithm: 'RS256' }] }\n",
    },
    {
      name: "with comments, which stay where they are",
      code: withId(
        '«type: "customJwt"», // custom',
        "// per client",
        `${userManagement} // sessions`,
        "/* no algorithm */",
      ),
      errors: [absent("`RS256`")],
      output: withId(
        'type: "customJwt", // custom',
        "// per client",
        `${userManagement} // sessions`,
        rs256,
        "/* no algorithm */",
      ),
    },
    {
      name: "with tabs, Windows line ends and no trailing comma",
      code: crlf(
        'export default {\n\tproviders: [\n\t\t{\n\t\t\t«type: "customJwt"»,\n\t\t\tissuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`\n\t\t}\n\t]\n};\n',
      ),
      errors: [absent("`RS256`")],
      output: crlf(
        'export default {\n\tproviders: [\n\t\t{\n\t\t\ttype: "customJwt",\n\t\t\tissuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`,\n\t\t\talgorithm: "RS256"\n\t\t}\n\t]\n};\n',
      ),
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
    {
      name: "an algorithm where the type is unclear",
      code: only("type: process.env.TYPE,", other.issuer, 'algorithm: "none",'),
    },
  ],
  invalid: [
    {
      name: "a missing algorithm of the shared issuer brings nothing else: require-shared-issuer-application-id",
      code: withId('«type: "customJwt"»,', shared, jwks),
      errors: [absent("`RS256`")],
      output: withId(customJwt, shared, rs256, jwks),
    },
    {
      name: "a missing algorithm of user management takes nothing away: no-user-management-application-id",
      code: withId('«type: "customJwt"»,', userManagement, "applicationID: clientId,", jwks),
      errors: [absent("`RS256`")],
      output: withId(customJwt, userManagement, rs256, "applicationID: clientId,", jwks),
    },
  ],
});

testRule(rule, "several defects of one provider", {
  invalid: [
    {
      name: "are left to their rules",
      code: withId(
        'type: "customJWT",',
        userManagement,
        'algorithm: «"rs256"»,',
        "jwksUri: `https://api.workos.com/sso/jwks/${clientId}`,",
      ),
      errors: [
        {
          messageId: "algorithmUnsupported",
          data: {
            algorithm: "`rs256`",
            reason: "Convex only supports RS256 and ES256 and rejects the push",
            right: "`RS256`",
          },
        },
      ],
      output: withId(
        'type: "customJWT",',
        userManagement,
        rs256,
        "jwksUri: `https://api.workos.com/sso/jwks/${clientId}`,",
      ),
    },
  ],
});
