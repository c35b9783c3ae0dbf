import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";
import type { ExpectedError } from "./rule-tester.js";

const rule = "valid-provider";

/** A file whose only provider has these lines. */
function only(...lines: readonly string[]): string {
  return `export default {
  providers: [
    {
${lines.map((line) => `      ${line}\n`).join("")}    },
  ],
};
`;
}

/** The same, with the client id in a constant. */
const withId = (...lines: readonly string[]): string =>
  `const clientId = process.env.WORKOS_CLIENT_ID;\n\n${only(...lines)}`;

const jwks = "jwks: `https://api.workos.com/sso/jwks/${clientId}`,";
const shared = 'issuer: "https://api.workos.com/",';
const userManagement = "issuer: `https://api.workos.com/user_management/${clientId}`,";
const customJwt = 'type: "customJwt",';
const rs256 = 'algorithm: "RS256",';

/** Another vendor's custom JWT provider, member by member. */
const other = { issuer: 'issuer: "https://auth.example.com",', jwks: 'jwks: "https://auth.example.com/jwks.json",' };

const misspelt = (name: string, right: string, effect = "ignores it"): ExpectedError => ({
  messageId: "memberMisspelt",
  data: { name, right, effect },
});
const refusedSpelling = (name: string): ExpectedError => misspelt(name, "applicationID", "refuses the push");
const missing = (names: string): ExpectedError => ({ messageId: "memberMissing", data: { names } });

testRule(rule, "sound providers", {
  valid: [
    {
      name: "the template",
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
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${clientId}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`,
    },
    { name: "Clerk", code: only("domain: process.env.CLERK_JWT_ISSUER_DOMAIN!,", 'applicationID: "convex",') },
    {
      name: "Clerk with a literal domain",
      code: only('domain: "https://example.clerk.accounts.dev",', 'applicationID: "convex",'),
    },
    { name: "Auth0", code: only("domain: process.env.AUTH0_DOMAIN,", "applicationID: process.env.AUTH0_CLIENT_ID,") },
    { name: "Convex Auth", code: only("domain: process.env.CONVEX_SITE_URL,", 'applicationID: "convex",') },
    {
      name: "OIDC by name",
      code: only('type: "oidc",', 'domain: "https://tenant.eu.auth0.com",', 'applicationID: "abc",'),
    },
    { name: "a custom JWT of another vendor", code: only(customJwt, other.issuer, other.jwks, 'algorithm: "ES256",') },
    {
      name: "the same with an audience",
      code: only(customJwt, other.issuer, other.jwks, rs256, 'applicationID: "app",'),
    },
    {
      name: "a data: URL",
      code: only(customJwt, other.issuer, 'jwks: "data:text/plain;charset=utf-8;base64,e30=",', 'algorithm: "ES256",'),
    },
    {
      name: "a library's list",
      code: 'import { getAuthConfigProviders } from "x";\nexport default { providers: [...getAuthConfigProviders()] };\n',
    },
    { name: "no provider at all", code: "export default { providers: [] };\n" },
    {
      name: "members that nobody knows",
      code: only(customJwt, other.issuer, other.jwks, rs256, 'name: "example",', "cache: true,"),
    },
    {
      name: "members that nobody knows, in the OIDC form",
      code: only(
        'domain: "https://auth.example.com",',
        'applicationID: "app",',
        'jwksUri: "https://auth.example.com/jwks",',
        'algorithms: ["RS256"],',
        'jwks: "x",',
      ),
    },
    {
      name: "an applicationID that is null, which Convex takes for absent",
      code: only(customJwt, other.issuer, other.jwks, rs256, "applicationID: null,"),
    },
    { name: "an empty applicationID", code: only('domain: "https://auth.example.com",', 'applicationID: "",') },
    {
      name: "another type that is no text, in a sound OIDC provider",
      code: only("type: null,", 'domain: "https://auth.example.com",', 'applicationID: "app",'),
    },
    {
      name: "members that are undefined, and vanish",
      code: only(
        customJwt,
        other.issuer,
        other.jwks,
        rs256,
        "domain: undefined,",
        "applicationId: undefined,",
        "jwksUri: undefined,",
      ),
    },
  ],
});

testRule(rule, "what no-workos-oidc-provider reports and repairs as a whole", {
  valid: [
    { name: "a WorkOS domain", code: withId('domain: "https://api.workos.com/",', "applicationID: clientId,") },
    { name: "without an applicationID", code: withId('domain: "https://api.workos.com/",') },
    {
      name: "with a misspelt one",
      code: withId('type: "oidc",', 'domain: "https://api.workos.com/",', "applicationId: clientId,"),
    },
    {
      name: "with members of a custom JWT",
      code: withId('domain: "https://api.workos.com/",', "applicationID: clientId,", jwks, 'algorithm: "ES256",'),
    },
    { name: "with a near miss of the host", code: withId('domain: "workos.com",', "clientId,") },
    { name: "of user management", code: withId("domain: `https://api.workos.com/user_management/${clientId}`,") },
  ],
});

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
      name: "in an argument of an unknown call",
      code: 'import { wrap } from "./wrap";\nexport default wrap({ providers: [{ domain: "https://auth.example.com", «applicationId»: "app" }] });\n',
      errors: [refusedSpelling("applicationId")],
      output:
        'import { wrap } from "./wrap";\nexport default wrap({ providers: [{ domain: "https://auth.example.com", applicationID: "app" }] });\n',
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
    {
      name: "no string where the tokens carry an audience",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: withId(customJwt, userManagement, rs256, "applicationID: «[clientId]»,", jwks),
      errors: [{ messageId: "notAString", data: { name: "applicationID", what: "a list" } }],
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
      name: "needs its applicationID",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: withId("«domain: `https://api.workos.com/user_management/${clientId}`»,"),
      errors: [missing("`applicationID` is")],
      output: withId("domain: `https://api.workos.com/user_management/${clientId}`,", "applicationID: clientId,"),
    },
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
      name: "iss without a type, which is repaired together",
      code: only('«iss»: "https://auth.example.com",', other.jwks, rs256),
      errors: [misspelt("iss", "issuer")],
      output: only(customJwt, other.issuer, other.jwks, rs256),
    },
    {
      name: "jwksUri without a type and an issuer",
      code: 'export default { providers: [«{ «jwksUri»: "https://auth.example.com/jwks.json", algorithm: "RS256" }»] };\n',
      errors: [missing("`issuer` is"), misspelt("jwksUri", "jwks")],
      output:
        'export default { providers: [{ type: "customJwt", jwks: "https://auth.example.com/jwks.json", algorithm: "RS256" }] };\n',
    },
    {
      name: "iss alone, of an unknown vendor, which may be meant as either form",
      code: only('«iss»: "https://auth.example.com",', 'applicationID: "app",'),
      errors: [misspelt("iss", "issuer")],
      output: null,
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
      name: "with a domain as well",
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
  valid: [{ name: "an issuer alone", code: only(customJwt, other.issuer, other.jwks, rs256) }],
  invalid: [
    {
      name: "in the place of the issuer",
      code: only(customJwt, '«domain»: "https://auth.example.com",', other.jwks, rs256),
      errors: [{ messageId: "domainBesideCustomJwt" }],
      output: only(customJwt, other.issuer, other.jwks, rs256),
    },
    {
      name: "in the place of the issuer, for WorkOS",
      code: withId(customJwt, "«domain»: `https://api.workos.com/user_management/${clientId}`,", rs256, jwks),
      errors: [{ messageId: "domainBesideCustomJwt" }],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "beside the issuer",
      code: only(customJwt, other.issuer, '«domain»: "https://auth.example.com",', other.jwks, rs256),
      errors: [{ messageId: "domainBesideCustomJwt" }],
      output: only(customJwt, other.issuer, other.jwks, rs256),
    },
    {
      name: "null counts, since Convex looks at the name",
      code: only(customJwt, other.issuer, "«domain»: null,", other.jwks, rs256),
      errors: [{ messageId: "domainBesideCustomJwt" }],
      output: only(customJwt, other.issuer, other.jwks, rs256),
    },
    {
      name: "with a comment, which stays",
      code: only(customJwt, other.issuer, '«domain»: /* tenant */ "https://auth.example.com",', other.jwks, rs256),
      errors: [{ messageId: "domainBesideCustomJwt" }],
      output: only(customJwt, other.issuer, "/* tenant */", other.jwks, rs256),
    },
    {
      name: "the last one, without a trailing comma",
      code: 'export default { providers: [{ type: "customJwt", issuer: "https://a.example", jwks: "https://a.example/jwks", algorithm: "RS256", «domain»: "https://a.example" }] };\n',
      errors: [{ messageId: "domainBesideCustomJwt" }],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://a.example", jwks: "https://a.example/jwks", algorithm: "RS256" }] };\n',
    },
    {
      name: "where an issuer may be unseen",
      code: `import { rest } from "./rest";\n${only("...rest,", customJwt, '«domain»: "https://auth.example.com",')}`,
      errors: [{ messageId: "domainBesideCustomJwt" }],
      output: null,
    },
  ],
});

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
          data: { algorithm: "`ES256`", reason: "WorkOS signs with RS256, so no token verifies", right: "RS256" },
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
          data: { algorithm: "`ES256`", reason: "WorkOS signs with RS256, so no token verifies", right: "RS256" },
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
          data: { algorithm: "`ES256`", reason: "WorkOS signs with RS256, so no token verifies", right: "RS256" },
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
            reason: "Convex knows only RS256 and ES256 and refuses the push",
            right: "RS256",
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
            reason: "Convex knows only RS256 and ES256 and refuses the push",
            right: "RS256",
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
            reason: "Convex knows only RS256 and ES256 and refuses the push",
            right: "ES256",
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
            reason: "Convex knows only RS256 and ES256 and refuses the push",
            right: "RS256",
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
            reason: "Convex knows only RS256 and ES256 and refuses the push",
            right: "RS256",
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
            reason: "Convex knows only RS256 and ES256 and refuses the push",
            right: "RS256",
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
            reason: "Convex knows only RS256 and ES256 and refuses the push",
            right: "RS256",
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
            reason: "Convex knows only RS256 and ES256 and refuses the push",
            right: "RS256",
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
            reason: "Convex knows only RS256 and ES256 and refuses the push",
            right: "RS256",
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
            reason: "Convex knows only RS256 and ES256 and refuses the push",
            right: "RS256",
          },
        },
      ],
      output:
        'const algorithm = "RS256";\nexport default {\n  providers: [\n    { type: "customJwt", issuer: "https://a.example", jwks: "https://a.example/jwks", algorithm },\n    { type: "customJwt", issuer: "https://b.example", jwks: "https://b.example/jwks", algorithm },\n  ],\n};\n',
    },
  ],
});

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
      «type: "customJwt"»,
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
      errors: [missing("`issuer` is"), { messageId: "notAString", data: { name: "applicationID", what: "a list" } }],
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
      name: "the algorithm of user management",
      code: withId('«type: "customJwt"»,', userManagement, jwks),
      errors: [missing("`algorithm` is")],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "both",
      code: withId('«type: "customJwt"»,', userManagement),
      errors: [missing("`algorithm` and `jwks` are")],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "as null, and as undefined",
      code: withId('«type: "customJwt"»,', userManagement, "algorithm: null,", "jwks: undefined,"),
      errors: [missing("`algorithm` and `jwks` are")],
      output: withId(customJwt, userManagement, rs256, jwks),
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
      errors: [missing("`issuer` and `algorithm` are")],
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
      name: "the algorithm of another vendor",
      code: only('«type: "customJwt"»,', other.issuer, other.jwks),
      errors: [
        {
          ...missing("`algorithm` is"),
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
          ...missing("`algorithm` is"),
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
      name: "the JWKS of another vendor",
      code: only('«type: "customJwt"»,', other.issuer, rs256),
      errors: [missing("`jwks` is")],
      output: null,
    },
    {
      name: "the JWKS and the algorithm of another vendor",
      code: only('«type: "customJwt"»,', other.issuer),
      errors: [missing("`algorithm` and `jwks` are")],
      output: null,
    },
    {
      name: "everything but the type",
      code: only('«type: "customJwt"»,'),
      errors: [missing("`issuer` and `algorithm` and `jwks` are")],
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
      errors: [missing("`algorithm` and `jwks` are")],
      output:
        "export default { providers: [{ type: 'customJwt', issuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`, algorithm: 'RS256', jwks: `https://api.workos.com/sso/jwks/${process.env.WORKOS_CLIENT_ID}` }] }\n",
    },
    {
      name: "with comments, which stay where they are",
      code: withId(
        '«type: "customJwt"», // custom',
        "// per client",
        `${userManagement} // sessions`,
        "/* no algorithm */",
      ),
      errors: [missing("`algorithm` and `jwks` are")],
      output: withId(
        'type: "customJwt", // custom',
        "// per client",
        `${userManagement} // sessions`,
        rs256,
        jwks,
        "/* no algorithm */",
      ),
    },
    {
      name: "with tabs, Windows line ends and no trailing comma",
      code: crlf(
        'export default {\n\tproviders: [\n\t\t{\n\t\t\t«type: "customJwt"»,\n\t\t\tissuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`\n\t\t}\n\t]\n};\n',
      ),
      errors: [missing("`algorithm` and `jwks` are")],
      output: crlf(
        'export default {\n\tproviders: [\n\t\t{\n\t\t\ttype: "customJwt",\n\t\t\tissuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`,\n\t\t\talgorithm: "RS256",\n\t\t\tjwks: `https://api.workos.com/sso/jwks/${process.env.WORKOS_CLIENT_ID}`\n\t\t}\n\t]\n};\n',
      ),
    },
  ],
});

testRule(rule, "several defects of one provider", {
  invalid: [
    {
      name: "are reported each, and repaired together",
      code: withId(
        'type: «"customJWT"»,',
        userManagement,
        'algorithm: «"rs256"»,',
        "«jwksUri»: `https://api.workos.com/sso/jwks/${clientId}`,",
      ),
      errors: [
        { messageId: "typeUnknown", data: { type: "customJWT" } },
        {
          messageId: "algorithmUnsupported",
          data: {
            algorithm: "`rs256`",
            reason: "Convex knows only RS256 and ES256 and refuses the push",
            right: "RS256",
          },
        },
        misspelt("jwksUri", "jwks"),
      ],
      output: withId(customJwt, userManagement, rs256, jwks),
    },
    {
      name: "a JWKS alone lacks its issuer and its type",
      code: 'export default { providers: [«{ «jwks»: "https://auth.example.com/jwks.json", algorithm: "RS256" }»] };\n',
      errors: [missing("`issuer` is"), { messageId: "issuerWithoutType", data: { member: "jwks" } }],
      output:
        'export default { providers: [{ type: "customJwt", jwks: "https://auth.example.com/jwks.json", algorithm: "RS256" }] };\n',
    },
  ],
});

testRule(rule, "files that are not ours", {
  valid: [
    {
      name: "Auth.js",
      code: 'import GitHub from "next-auth/providers/github";\nexport default { providers: [GitHub, { type: "oauth" }] };\n',
    },
    { name: "another folder", filename: "src/auth.config.ts", code: only('type: "customJWT",') },
    { name: "another name", filename: "convex/auth.ts", code: only('type: "customJWT",') },
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
      name: "a custom JWT with a domain beside its issuer lacks what a custom JWT has",
      code: only('«type: "customJwt"»,', other.issuer, '«domain»: "https://auth.example.com",'),
      errors: [missing("`algorithm` and `jwks` are"), { messageId: "domainBesideCustomJwt" }],
      output: only('type: "customJwt",', other.issuer),
    },
    {
      name: "a misspelt type of the OIDC form",
      code: only('«Type»: "oidc",', 'domain: "https://auth.example.com",', 'applicationID: "app",'),
      errors: [misspelt("Type", "type")],
      output: only('type: "oidc",', 'domain: "https://auth.example.com",', 'applicationID: "app",'),
    },
    {
      name: "a stand-in for the audience alone lacks a domain",
      code: 'export default { providers: [«{ audience: "app" }»] };\n',
      errors: [missing("`domain` is")],
      output: null,
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
      code: only('«issuers»: "https://auth.example.com",', 'type: «"oidc"»,'),
      errors: [misspelt("issuers", "issuer"), { messageId: "issuerWithoutType", data: { member: "issuers" } }],
      output: only('issuer: "https://auth.example.com",', 'type: "oidc",'),
    },
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
    {
      name: "a missing algorithm of the shared issuer brings nothing else: require-shared-issuer-application-id",
      code: withId('«type: "customJwt"»,', shared, jwks),
      errors: [missing("`algorithm` is")],
      output: withId(customJwt, shared, rs256, jwks),
    },
    {
      name: "a missing algorithm of user management takes nothing away: no-user-management-application-id",
      code: withId('«type: "customJwt"»,', userManagement, "applicationID: clientId,", jwks),
      errors: [missing("`algorithm` is")],
      output: withId(customJwt, userManagement, rs256, "applicationID: clientId,", jwks),
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
