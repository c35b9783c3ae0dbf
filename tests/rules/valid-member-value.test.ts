import { testRule } from "./rule-tester.js";
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

const rule = "valid-member-value";

testSoundShapes(rule);

testRule(rule, "a member that is certainly no string", {
  valid: [
    { name: "texts", code: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks) },
    {
      name: "calls and imports",
      code: `import { url } from "./url";\n${only(customJwt, "issuer: url(),", "jwks: url.jwks,", rs256, "applicationID: await url,")}`,
    },
    {
      name: "a variable that may be missing",
      code: `import { getEnv } from "./env";\n${only(customJwt, 'issuer: getEnv("ISSUER"),', 'jwks: getEnv("JWKS"),', rs256)}`,
    },
    {
      name: "what && may leave out, which may be undefined",
      code: `import { flag } from "./flag";\n${only(customJwt, other.issuer, other.jwks, rs256, 'applicationID: flag && "app",')}`,
    },
    {
      name: "a new URL, whose JSON is a text",
      code: only(customJwt, other.issuer, 'jwks: new URL("/jwks", "https://auth.example.com"),', rs256),
    },
    {
      name: "members that the form ignores",
      code: only('domain: "https://auth.example.com",', 'applicationID: "app",', "jwks: [],"),
    },
  ],
  invalid: [
    {
      name: "what && may leave out, where Convex needs it",
      code: `import { flag } from "./flag";\n${only(customJwt, other.issuer, 'jwks: «flag && "https://auth.example.com/jwks"»,', rs256)}`,
      errors: [{ messageId: "emptyArm", data: { name: "jwks" } }],
      output: null,
    },
    {
      name: "what && may leave out, where Convex needs the algorithm",
      code: `import { flag } from "./flag";\n${withId(customJwt, userManagement, 'algorithm: «flag && "RS256"»,', jwks)}`,
      errors: [{ messageId: "emptyArm", data: { name: "algorithm" } }],
      output: null,
    },
    {
      name: "a list as the audience of the shared issuer",
      code: withId(customJwt, shared, rs256, "applicationID: «[clientId]»,", jwks),
      errors: [{ messageId: "notAString", data: { name: "applicationID", what: "a list" } }],
      output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks),
    },
    {
      name: "a number as the JWKS of user management",
      code: withId(customJwt, userManagement, rs256, "jwks: «5»,"),
      errors: [{ messageId: "notAString", data: { name: "jwks", what: "`5`" } }],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "a list as the audience, where only the list tells that the shared issuer is meant",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      algorithm: "RS256",
      applicationID: «[clientId]»,
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
      errors: [{ messageId: "notAString", data: { name: "applicationID", what: "a list" } }],
      output: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
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
      name: "a list as the issuer, where only the list of providers tells which one is meant",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: «["https://api.workos.com/"]»,
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
      errors: [{ messageId: "notAString", data: { name: "issuer", what: "a list" } }],
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
      name: "an object as the JWKS of another vendor",
      code: only(customJwt, other.issuer, "jwks: «{ keys: [] }»,", rs256),
      errors: [{ messageId: "notAString", data: { name: "jwks", what: "an object" } }],
      output: null,
    },
    {
      name: "a boolean as the issuer",
      code: only(customJwt, "issuer: «true»,", other.jwks, rs256),
      errors: [{ messageId: "notAString", data: { name: "issuer", what: "`true`" } }],
      output: null,
    },
    {
      name: "a number as the domain, and a function as the audience",
      code: only("domain: «5»,", 'applicationID: «() => "app"»,'),
      errors: [
        { messageId: "notAString", data: { name: "domain", what: "`5`" } },
        { messageId: "notAString", data: { name: "applicationID", what: "a function" } },
      ],
      output: null,
    },
    {
      name: "the environment as a whole",
      code: only(customJwt, other.issuer, "jwks: «process.env»,", rs256),
      errors: [{ messageId: "notAString", data: { name: "jwks", what: "an object" } }],
      output: null,
    },
    {
      name: "an audience of another vendor",
      code: only(customJwt, other.issuer, other.jwks, rs256, "applicationID: «5»,"),
      errors: [{ messageId: "notAString", data: { name: "applicationID", what: "`5`" } }],
      output: null,
    },
  ],
});

testRule(rule, "a member that JSON leaves out", {
  valid: [
    {
      name: "an audience that is not needed",
      code: only(customJwt, other.issuer, other.jwks, rs256, 'applicationID() { return "app"; },'),
    },
    {
      name: "an audience of user management",
      code: withId(customJwt, userManagement, rs256, jwks, "applicationID: class {},"),
    },
    { name: "a domain beside customJwt", code: only(customJwt, "domain: Symbol(),", other.issuer, other.jwks, rs256) },
    {
      name: "an algorithm, which valid-algorithm reports",
      code: only(customJwt, other.issuer, other.jwks, "algorithm() {},"),
    },
  ],
  invalid: [
    {
      name: "a method",
      code: withId(
        customJwt,
        "issuer«() { return `https://api.workos.com/user_management/${clientId}`; }»,",
        rs256,
        jwks,
      ),
      errors: [{ messageId: "notAString", data: { name: "issuer", what: "a function" } }],
      output: null,
    },
    {
      name: "a symbol, and a native function",
      code: only(customJwt, "issuer: «Symbol()»,", "jwks: «String.raw»,", rs256),
      errors: [
        { messageId: "notAString", data: { name: "issuer", what: "a symbol" } },
        { messageId: "notAString", data: { name: "jwks", what: "a function" } },
      ],
      output: null,
    },
    {
      name: "the audience of the shared issuer",
      code: withId(customJwt, shared, rs256, "applicationID: «() => clientId»,", jwks),
      errors: [{ messageId: "notAString", data: { name: "applicationID", what: "a function" } }],
      output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks),
    },
    {
      name: "a getter of the keys that forgets to call",
      code: withId(customJwt, userManagement, rs256, "get jwks() { return «() => clientId»; },"),
      errors: [{ messageId: "notAString", data: { name: "jwks", what: "a function" } }],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
  ],
});

testRule(rule, "the audience of user management", {
  valid: [{ name: "no string", code: withId(customJwt, userManagement, rs256, "applicationID: [clientId],", jwks) }],
  invalid: [
    {
      name: "no string where the tokens carry an audience",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: withId(customJwt, userManagement, rs256, "applicationID: «[clientId]»,", jwks),
      errors: [{ messageId: "notAString", data: { name: "applicationID", what: "a list" } }],
      output: withId(customJwt, userManagement, rs256, "applicationID: clientId,", jwks),
    },
  ],
});

testRule(rule, "what the form decides", {
  invalid: [
    {
      name: "an audience that is left out by &&, where the OIDC form needs it",
      code: `import { flag } from "./flag";\n${only('domain: "https://auth.example.com",', 'applicationID: «flag && "app"»,')}`,
      errors: [{ messageId: "emptyArm", data: { name: "applicationID" } }],
      output: null,
    },
    {
      name: "an audience that is left out by &&, where the shared issuer needs it",
      code: `import { flag } from "./flag";\n${withId(customJwt, shared, rs256, "applicationID: «flag && clientId»,", jwks)}`,
      errors: [{ messageId: "emptyArm", data: { name: "applicationID" } }],
      output: null,
    },
  ],
});

const ofKind = (...members: readonly string[]): string =>
  `import { kind } from "./kind";\n${only("type: kind,", ...members)}`;

testRule(rule, "a type that cannot be read", {
  valid: [
    {
      name: "a domain that JSON leaves out: right for a custom JWT",
      code: ofKind(other.issuer, other.jwks, rs256, "domain: () => {},"),
    },
    {
      name: "an audience that JSON leaves out: right for a custom JWT",
      code: ofKind(other.issuer, other.jwks, rs256, "applicationID: () => {},"),
    },
    {
      name: "keys that are no string: ignored in the OIDC form",
      code: ofKind('domain: "https://auth.example.com",', 'applicationID: "app",', "jwks: 5,"),
    },
  ],
  invalid: [
    {
      name: "an issuer, which the OIDC form must not have and a custom JWT needs as a string",
      code: ofKind('domain: "https://auth.example.com",', 'applicationID: "app",', "issuer: «5»,"),
      errors: [{ messageId: "notAString", data: { name: "issuer", what: "`5`" } }],
      output: null,
    },
    {
      name: "a domain, which a custom JWT must not have and the OIDC form needs as a string",
      code: ofKind(other.issuer, other.jwks, rs256, "domain: «5»,"),
      errors: [{ messageId: "notAString", data: { name: "domain", what: "`5`" } }],
      output: null,
    },
    {
      name: "an issuer beside a domain that cannot be read",
      code: only("domain: process.env.DOMAIN,", 'applicationID: "app",', "issuer: «5»,"),
      errors: [{ messageId: "notAString", data: { name: "issuer", what: "`5`" } }],
      output: null,
    },
  ],
});
