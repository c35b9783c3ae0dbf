import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";
import {
  customJwt,
  jwks,
  misspelt,
  only,
  other,
  refusedSpelling,
  rs256,
  shared,
  testSoundShapes,
  userManagement,
  withId,
} from "./provider-shapes.js";

const rule = "valid-member-name";

testSoundShapes(rule);

testRule(rule, "members under a name that Convex refuses", {
  valid: [{ name: "the right spelling", code: only('domain: "https://auth.example.com",', 'applicationID: "app",') }],
  invalid: [
    {
      name: "applicationId",
      code: only('domain: "https://auth.example.com",', '«applicationId»: "app",'),
      errors: [refusedSpelling("applicationId")],
      output: only('domain: "https://auth.example.com",', 'applicationID: "app",'),
    },
    {
      name: "applicationid",
      code: only("domain: process.env.AUTH0_DOMAIN,", "«applicationid»: process.env.AUTH0_CLIENT_ID,"),
      errors: [refusedSpelling("applicationid")],
      output: only("domain: process.env.AUTH0_DOMAIN,", "applicationID: process.env.AUTH0_CLIENT_ID,"),
    },
    {
      name: "on a custom JWT of another vendor, where none is needed",
      code: only(customJwt, other.issuer, other.jwks, rs256, '«applicationId»: "app",'),
      errors: [refusedSpelling("applicationId")],
      output: only(customJwt, other.issuer, other.jwks, rs256, 'applicationID: "app",'),
    },
    {
      name: "on the shared issuer",
      code: withId(customJwt, shared, rs256, "«applicationId»: clientId,", jwks),
      errors: [refusedSpelling("applicationId")],
      output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks),
    },
    {
      name: "on the shared issuer with a value that is no client id",
      code: withId(customJwt, shared, rs256, '«applicationId»: "convex",', jwks),
      errors: [refusedSpelling("applicationId")],
      output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks),
    },
    {
      name: "on a gated issuer",
      code: withId(
        customJwt,
        "issuer: `https://api.workos.com/sso/${clientId}`,",
        rs256,
        "«applicationId»: clientId,",
        jwks,
      ),
      errors: [refusedSpelling("applicationId")],
      output: withId(
        customJwt,
        "issuer: `https://api.workos.com/sso/${clientId}`,",
        rs256,
        "applicationID: clientId,",
        jwks,
      ),
    },
    {
      name: "beside the right one",
      code: only('domain: "https://auth.example.com",', 'applicationID: "app",', '«applicationId»: "app",'),
      errors: [refusedSpelling("applicationId")],
      output: only('domain: "https://auth.example.com",', 'applicationID: "app",'),
    },
    {
      name: "before the right one",
      code: only('domain: "https://auth.example.com",', '«applicationId»: "app",', 'applicationID: "app",'),
      errors: [refusedSpelling("applicationId")],
      output: only('domain: "https://auth.example.com",', 'applicationID: "app",'),
    },
    {
      name: "beside the right one, which is undefined",
      code: only('domain: "https://auth.example.com",', "applicationID: undefined,", '«applicationId»: "app",'),
      errors: [refusedSpelling("applicationId")],
      output: null,
    },
    {
      name: "null is refused as well, since Convex looks at the name",
      code: only(customJwt, other.issuer, other.jwks, rs256, "«applicationId»: null,"),
      errors: [refusedSpelling("applicationId")],
      output: only(customJwt, other.issuer, other.jwks, rs256, "applicationID: null,"),
    },
    {
      name: "behind something unseen",
      code: `import { rest } from "./rest";\n${only("...rest,", 'domain: "https://auth.example.com",', '«applicationId»: "app",')}`,
      errors: [refusedSpelling("applicationId")],
      output: `import { rest } from "./rest";\n${only("...rest,", 'domain: "https://auth.example.com",', 'applicationID: "app",')}`,
    },
    {
      name: "in shorthand",
      code: 'const applicationId = "app";\nexport default { providers: [{ domain: "https://auth.example.com", «applicationId» }] };\n',
      errors: [refusedSpelling("applicationId")],
      output:
        'const applicationId = "app";\nexport default { providers: [{ domain: "https://auth.example.com", applicationID: applicationId }] };\n',
    },
    {
      name: "in double quotes",
      code: 'export default { providers: [{ "domain": "https://auth.example.com", «"applicationId"»: "app" }] };\n',
      errors: [refusedSpelling("applicationId")],
      output: 'export default { providers: [{ "domain": "https://auth.example.com", "applicationID": "app" }] };\n',
    },
    {
      name: "in single quotes",
      code: "export default { providers: [{ 'domain': 'https://auth.example.com', «'applicationId'»: 'app' }] };\n",
      errors: [refusedSpelling("applicationId")],
      output: "export default { providers: [{ 'domain': 'https://auth.example.com', 'applicationID': 'app' }] };\n",
    },
    {
      name: "as a computed key",
      code: 'export default { providers: [{ domain: "https://auth.example.com", [«"applicationId"»]: "app" }] };\n',
      errors: [refusedSpelling("applicationId")],
      output: null,
    },
    {
      name: "assigned later",
      code: 'const provider = { domain: "https://auth.example.com" };\n«provider.applicationId = "app"»;\nexport default { providers: [provider] };\n',
      errors: [refusedSpelling("applicationId")],
      output: null,
    },
    {
      name: "in a function that is called twice",
      code: 'const auth0 = (domain) => ({ domain, applicationId: "app" });\nexport default { providers: [«auth0("https://a.example")», «auth0("https://b.example")»] };\n',
      errors: [refusedSpelling("applicationId"), refusedSpelling("applicationId")],
      output: null,
    },
    {
      name: "in one arm",
      code: 'import { flag } from "./flag";\nexport default { providers: [flag ? { domain: "https://auth.example.com", «applicationId»: "a" } : { domain: "https://auth.example.com", applicationID: "b" }] };\n',
      errors: [refusedSpelling("applicationId")],
      output:
        'import { flag } from "./flag";\nexport default { providers: [flag ? { domain: "https://auth.example.com", applicationID: "a" } : { domain: "https://auth.example.com", applicationID: "b" }] };\n',
    },
    {
      name: "with comments, which stay",
      code: only(
        'domain: "https://auth.example.com", // tenant',
        '/* audience */ «applicationId» /* here */: /* the app */ "app", // end',
      ),
      errors: [refusedSpelling("applicationId")],
      output: only(
        'domain: "https://auth.example.com", // tenant',
        '/* audience */ applicationID /* here */: /* the app */ "app", // end',
      ),
    },
    {
      name: "with tabs, Windows line ends and a byte-order mark",
      code: withByteOrderMark(
        crlf(
          'export default {\n\tproviders: [\n\t\t{ domain: "https://auth.example.com", «applicationId»: "app" },\n\t],\n};\n',
        ),
      ),
      errors: [refusedSpelling("applicationId")],
      output: withByteOrderMark(
        crlf(
          'export default {\n\tproviders: [\n\t\t{ domain: "https://auth.example.com", applicationID: "app" },\n\t],\n};\n',
        ),
      ),
    },
  ],
});

testRule(rule, "the audience of user management, which no-user-management-application-id removes", {
  valid: [
    { name: "applicationId", code: withId(customJwt, userManagement, rs256, "applicationId: clientId,", jwks) },
    { name: "applicationid", code: withId(customJwt, userManagement, rs256, "applicationid: clientId,", jwks) },
    { name: "no string", code: withId(customJwt, userManagement, rs256, "applicationID: [clientId],", jwks) },
    {
      name: "members that Convex ignores",
      code: withId(
        customJwt,
        userManagement,
        rs256,
        "audience: clientId,",
        "clientId,",
        "appId: clientId,",
        "application_id: clientId,",
        jwks,
      ),
    },
  ],
  invalid: [
    {
      name: "applicationId where the tokens carry an audience",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: withId(customJwt, userManagement, rs256, "«applicationId»: clientId,", jwks),
      errors: [refusedSpelling("applicationId")],
      output: withId(customJwt, userManagement, rs256, "applicationID: clientId,", jwks),
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
      name: "spelled right",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: withId("domain: `https://api.workos.com/user_management/${clientId}`,", "«applicationId»: clientId,"),
      errors: [refusedSpelling("applicationId")],
      output: withId("domain: `https://api.workos.com/user_management/${clientId}`,", "applicationID: clientId,"),
    },
  ],
});

testRule(rule, "near misses of a member that is needed", {
  valid: [
    {
      name: "beside the right member",
      code: only(
        customJwt,
        other.issuer,
        other.jwks,
        rs256,
        'jwksUri: "x",',
        'jwksUrl: "x",',
        'algorithms: ["ES256"],',
        'iss: "x",',
        'applicationID: "x",',
        'application_id: "x",',
      ),
    },
    {
      name: "behind something unseen",
      code: `import { rest } from "./rest";\n${only("...rest,", customJwt, other.issuer, rs256, 'jwksUri: "https://auth.example.com/jwks",')}`,
    },
    {
      name: "in an argument of an unknown call",
      code: `import { wrap } from "./wrap";\nexport default wrap({ providers: [{ type: "customJwt", issuer: "https://a.example", algorithm: "RS256", jwksUri: "x" }] });\n`,
    },
  ],
  invalid: [
    {
      name: "jwksUri",
      code: withId(customJwt, userManagement, rs256, "«jwksUri»: `https://api.workos.com/sso/jwks/${clientId}`,"),
      errors: [misspelt("jwksUri", "jwks")],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "jwksUrl",
      code: only(customJwt, other.issuer, rs256, '«jwksUrl»: "https://auth.example.com/jwks.json",'),
      errors: [misspelt("jwksUrl", "jwks")],
      output: only(customJwt, other.issuer, rs256, other.jwks),
    },
    {
      name: "jwks_uri",
      code: only(customJwt, other.issuer, rs256, '«jwks_uri»: "https://auth.example.com/jwks.json",'),
      errors: [misspelt("jwks_uri", "jwks")],
      output: only(customJwt, other.issuer, rs256, other.jwks),
    },
    {
      name: "algorithms with a list, for WorkOS",
      code: withId(customJwt, userManagement, '«algorithms»: ["RS256"],', jwks),
      errors: [misspelt("algorithms", "algorithm")],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "algorithms with anything, for WorkOS",
      code: withId(customJwt, userManagement, '«algorithms»: ["ES256", "RS256"],', jwks),
      errors: [misspelt("algorithms", "algorithm")],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "algorithms with a list",
      code: only(customJwt, other.issuer, other.jwks, '«algorithms»: ["ES256"],'),
      errors: [misspelt("algorithms", "algorithm")],
      output: only(customJwt, other.issuer, other.jwks, 'algorithm: "ES256",'),
    },
    {
      name: "algorithms with a text",
      code: only(customJwt, other.issuer, other.jwks, '«algorithms»: "rs256",'),
      errors: [misspelt("algorithms", "algorithm")],
      output: only(customJwt, other.issuer, other.jwks, rs256),
    },
    {
      name: "algorithms with one that Convex does not know",
      code: only(customJwt, other.issuer, other.jwks, '«algorithms»: ["HS256"],'),
      errors: [misspelt("algorithms", "algorithm")],
      output: null,
    },
    {
      name: "algorithms with an empty list",
      code: only(customJwt, other.issuer, other.jwks, "«algorithms»: [],"),
      errors: [misspelt("algorithms", "algorithm")],
      output: null,
    },
    {
      name: "alg, with a comment inside, which must not be lost",
      code: only(customJwt, other.issuer, other.jwks, '«alg»: [/* the only one */ "RS256"],'),
      errors: [misspelt("alg", "algorithm")],
      output: null,
    },
    {
      name: "iss",
      code: only(customJwt, '«iss»: "https://auth.example.com",', other.jwks, rs256),
      errors: [misspelt("iss", "issuer")],
      output: only(customJwt, other.issuer, other.jwks, rs256),
    },
    {
      name: "issuerUrl",
      code: withId(customJwt, "«issuerUrl»: `https://api.workos.com/user_management/${clientId}`,", rs256, jwks),
      errors: [misspelt("issuerUrl", "issuer")],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "Type",
      code: withId('«Type»: "customJwt",', userManagement, rs256, jwks),
      errors: [misspelt("Type", "type")],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "domains, in the OIDC form",
      code: only('«domains»: "https://auth.example.com",', 'applicationID: "app",'),
      errors: [misspelt("domains", "domain")],
      output: only('domain: "https://auth.example.com",', 'applicationID: "app",'),
    },
    {
      name: "application_id, in the OIDC form",
      code: only('domain: "https://auth.example.com",', '«application_id»: "app",'),
      errors: [misspelt("application_id", "applicationID")],
      output: only('domain: "https://auth.example.com",', 'applicationID: "app",'),
    },
    {
      name: "application_id, on a custom JWT of another vendor, whose audience is then not checked",
      code: only(customJwt, other.issuer, other.jwks, rs256, '«application_id»: "app",'),
      errors: [misspelt("application_id", "applicationID")],
      output: only(customJwt, other.issuer, other.jwks, rs256, 'applicationID: "app",'),
    },
    {
      name: "application_id, on the shared issuer",
      code: withId(customJwt, shared, rs256, "«application_id»: clientId,", jwks),
      errors: [misspelt("application_id", "applicationID")],
      output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks),
    },
    {
      name: "beside the right member, which is null",
      code: only(customJwt, other.issuer, rs256, '«jwksUri»: "https://auth.example.com/jwks.json",', "jwks: null,"),
      errors: [misspelt("jwksUri", "jwks")],
      output: null,
    },
    {
      name: "iss without a type, which valid-provider-type adds",
      code: only('«iss»: "https://auth.example.com",', other.jwks, rs256),
      errors: [misspelt("iss", "issuer")],
      output: only(other.issuer, other.jwks, rs256),
    },
    {
      name: "jwksUri without a type and an issuer",
      code: 'export default { providers: [{ «jwksUri»: "https://auth.example.com/jwks.json", algorithm: "RS256" }] };\n',
      errors: [misspelt("jwksUri", "jwks")],
      output: 'export default { providers: [{ jwks: "https://auth.example.com/jwks.json", algorithm: "RS256" }] };\n',
    },
    {
      name: "iss alone, of an unknown vendor, which may be meant as either form",
      code: only('«iss»: "https://auth.example.com",', 'applicationID: "app",'),
      errors: [misspelt("iss", "issuer")],
      output: only(other.issuer, 'applicationID: "app",'),
    },
    {
      name: "two at once",
      code: only(customJwt, other.issuer, '«alg»: "RS256",', '«jwksUri»: "https://auth.example.com/jwks.json",'),
      errors: [misspelt("alg", "algorithm"), misspelt("jwksUri", "jwks")],
      output: only(customJwt, other.issuer, rs256, other.jwks),
    },
  ],
});

testRule(rule, "an audience under the name that it has elsewhere", {
  valid: [
    {
      name: "beside applicationID",
      code: withId(customJwt, shared, rs256, "applicationID: clientId,", "audience: clientId,", "clientId,", jwks),
    },
    {
      name: "on a custom JWT of another vendor, which needs none",
      code: only(customJwt, other.issuer, other.jwks, rs256, 'audience: "app",'),
    },
    {
      name: "on user management, where nothing is needed",
      code: withId(customJwt, userManagement, rs256, "audience: clientId,", jwks),
    },
    {
      name: "on a custom domain, which is not shared with strangers",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withId(customJwt, 'issuer: "https://auth.example.com/",', rs256, "audience: clientId,", jwks),
    },
    {
      name: "where an applicationID may be unseen",
      code: `import { rest } from "./rest";\n${withId("...rest,", customJwt, shared, rs256, "audience: clientId,", jwks)}`,
    },
    {
      name: "where it is undefined",
      code: only("domain: process.env.AUTH0_DOMAIN,", "audience: undefined,", 'applicationID: "x",'),
    },
  ],
  invalid: [
    {
      name: "audience, on the shared issuer",
      code: withId(customJwt, shared, rs256, "«audience»: clientId,", jwks),
      errors: [{ messageId: "audienceElsewhere", data: { name: "audience" } }],
      output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks),
    },
    {
      name: "clientId in shorthand, on the shared issuer",
      code: withId(customJwt, shared, rs256, "«clientId»,", jwks),
      errors: [{ messageId: "audienceElsewhere", data: { name: "clientId" } }],
      output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks),
    },
    {
      name: "appId, on the shared issuer",
      code: withId(customJwt, shared, rs256, "«appId»: clientId,", jwks),
      errors: [{ messageId: "audienceElsewhere", data: { name: "appId" } }],
      output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks),
    },
    {
      name: "a value that is no client id, on the shared issuer",
      code: withId(customJwt, shared, rs256, '«audience»: "convex",', jwks),
      errors: [{ messageId: "audienceElsewhere", data: { name: "audience" } }],
      output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks),
    },
    {
      name: "a list, on the shared issuer",
      code: withId(customJwt, shared, rs256, "«audience»: [clientId],", jwks),
      errors: [{ messageId: "audienceElsewhere", data: { name: "audience" } }],
      output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks),
    },
    {
      name: "an unknown value, which may be the client id",
      code: `import { id } from "./id";\n${withId(customJwt, shared, rs256, "«audience»: id,", jwks)}`,
      errors: [{ messageId: "audienceElsewhere", data: { name: "audience" } }],
      output: `import { id } from "./id";\n${withId(customJwt, shared, rs256, "applicationID: id,", jwks)}`,
    },
    {
      name: "clientId, in the OIDC form of another vendor",
      code: only("domain: process.env.AUTH0_DOMAIN,", "«clientId»: process.env.AUTH0_CLIENT_ID,"),
      errors: [{ messageId: "audienceElsewhere", data: { name: "clientId" } }],
      output: only("domain: process.env.AUTH0_DOMAIN,", "applicationID: process.env.AUTH0_CLIENT_ID,"),
    },
    {
      name: "audience, in the OIDC form by name",
      code: only('type: "oidc",', 'domain: "https://auth.example.com",', '«audience»: "app",'),
      errors: [{ messageId: "audienceElsewhere", data: { name: "audience" } }],
      output: only('type: "oidc",', 'domain: "https://auth.example.com",', 'applicationID: "app",'),
    },
    {
      name: "two of them",
      code: only('domain: "https://auth.example.com",', '«audience»: "app",', 'clientId: "app",'),
      errors: [{ messageId: "audienceElsewhere", data: { name: "audience" } }],
      output: only('domain: "https://auth.example.com",', 'applicationID: "app",', 'clientId: "app",'),
    },
    {
      name: "beside an applicationID that is undefined",
      code: only('domain: "https://auth.example.com",', '«audience»: "app",', "applicationID: undefined,"),
      errors: [{ messageId: "audienceElsewhere", data: { name: "audience" } }],
      output: null,
    },
    {
      name: "in single quotes, without trailing commas",
      code: "export default {\n  providers: [\n    {\n      'domain': 'https://auth.example.com',\n      «'audience'»: 'app'\n    }\n  ]\n}\n",
      errors: [{ messageId: "audienceElsewhere", data: { name: "audience" } }],
      output:
        "export default {\n  providers: [\n    {\n      'domain': 'https://auth.example.com',\n      'applicationID': 'app'\n    }\n  ]\n}\n",
    },
  ],
});

testRule(rule, "a near miss in shorthand whose value gives way", {
  valid: [{ name: "the right one", code: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks) }],
  invalid: [
    {
      name: "audience that is no client id",
      code: `const audience = "convex";\n${withId(customJwt, shared, rs256, "«audience»,", jwks)}`,
      errors: [{ messageId: "audienceElsewhere", data: { name: "audience" } }],
      output: `const audience = "convex";\n${withId(customJwt, shared, rs256, "applicationID: clientId,", jwks)}`,
    },
  ],
});

testRule(rule, "what the form decides", {
  valid: [
    {
      name: "a misspelt domain of a custom JWT, which has none",
      code: only(customJwt, other.issuer, rs256, other.jwks, 'Domain: "https://auth.example.com",'),
    },
    {
      name: "a stand-in for the audience where the type is unclear",
      code: only("type: process.env.TYPE,", 'domain: "https://auth.example.com",', 'audience: "app",'),
    },
  ],
  invalid: [
    {
      name: "a misspelt type of the OIDC form",
      code: only('«Type»: "oidc",', 'domain: "https://auth.example.com",', 'applicationID: "app",'),
      errors: [misspelt("Type", "type")],
      output: only('type: "oidc",', 'domain: "https://auth.example.com",', 'applicationID: "app",'),
    },
    {
      name: "misspelt keys beside the shared issuer keep their value",
      code: withId(
        customJwt,
        shared,
        rs256,
        "applicationID: clientId,",
        "«jwksUrl»: `https://api.workos.com/sso/jwks/${clientId}`,",
      ),
      errors: [misspelt("jwksUrl", "jwks")],
      output: withId(customJwt, shared, rs256, "applicationID: clientId,", jwks),
    },
    {
      name: "a misspelt audience that may be a client id keeps its value",
      code: withId(customJwt, shared, rs256, "«applicationId»: process.env.OTHER_CLIENT_ID,", jwks),
      errors: [refusedSpelling("applicationId")],
      output: withId(customJwt, shared, rs256, "applicationID: process.env.OTHER_CLIENT_ID,", jwks),
    },
    {
      name: "a misspelt issuer of an unknown vendor",
      code: only('«issuers»: "https://auth.example.com",', 'type: "oidc",'),
      errors: [misspelt("issuers", "issuer")],
      output: only('issuer: "https://auth.example.com",', 'type: "oidc",'),
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
        'algorithm: "rs256",',
        "«jwksUri»: `https://api.workos.com/sso/jwks/${clientId}`,",
      ),
      errors: [misspelt("jwksUri", "jwks")],
      output: withId('type: "customJWT",', userManagement, 'algorithm: "rs256",', jwks),
    },
  ],
});
