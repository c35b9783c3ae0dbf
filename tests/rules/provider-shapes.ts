/** Providers of every shape, as the tests of the rules on shapes write them. */
import { testRule } from "./rule-tester.js";
import type { ExpectedError } from "./rule-tester.js";

/** A file whose only provider has these lines. */
export function only(...lines: readonly string[]): string {
  return `export default {
  providers: [
    {
${lines.map((line) => `      ${line}\n`).join("")}    },
  ],
};
`;
}

/** The same, with the client id in a constant. */
export const withId = (...lines: readonly string[]): string =>
  `const clientId = process.env.WORKOS_CLIENT_ID;\n\n${only(...lines)}`;

export const jwks = "jwks: `https://api.workos.com/sso/jwks/${clientId}`,";
export const shared = 'issuer: "https://api.workos.com/",';
export const userManagement = "issuer: `https://api.workos.com/user_management/${clientId}`,";
export const customJwt = 'type: "customJwt",';
export const rs256 = 'algorithm: "RS256",';

/** Another vendor's custom JWT provider, member by member. */
export const other = {
  issuer: 'issuer: "https://auth.example.com",',
  jwks: 'jwks: "https://auth.example.com/jwks.json",',
};

export const misspelt = (name: string, right: string, effect = "ignores it"): ExpectedError => ({
  messageId: "memberMisspelt",
  data: { name, right, effect },
});
export const refusedSpelling = (name: string): ExpectedError => misspelt(name, "applicationID", "rejects the push");

/** What every rule on the shape of a provider leaves alone. */
export function testSoundShapes(rule: string): void {
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
      {
        name: "a custom JWT of another vendor",
        code: only(customJwt, other.issuer, other.jwks, 'algorithm: "ES256",'),
      },
      {
        name: "the same with an audience",
        code: only(customJwt, other.issuer, other.jwks, rs256, 'applicationID: "app",'),
      },
      {
        name: "a data: URL",
        code: only(
          customJwt,
          other.issuer,
          'jwks: "data:text/plain;charset=utf-8;base64,e30=",',
          'algorithm: "ES256",',
        ),
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
}
