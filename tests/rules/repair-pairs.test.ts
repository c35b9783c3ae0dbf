/**
 * Two defects at a time, one in each provider: no two autofixes contradict each other, and none brings up anything new.
 */
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";

const linter = new Linter();

/** Shared providers, each with a defect of its own. */
const sharedProviders: Readonly<Record<string, string>> = {
  sound:
    '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "no audience":
    '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "an audience of null":
    '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: null, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "an audience that is no client id":
    '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: "convex", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "a misspelt audience that is no client id":
    '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationId: "convex", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "an audience under another name":
    '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", audience: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "a damaged issuer":
    '{ type: "customJwt", issuer: "http://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "a damaged issuer and a misspelt audience":
    '{ type: "customJwt", issuer: "http://api.workos.com/", algorithm: "RS256", applicationId: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "an issuer without slash and no audience":
    '{ type: "customJwt", issuer: "https://api.workos.com", algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "keys without the client id":
    '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: "https://api.workos.com/sso/jwks" }',
  "keys of a literal client at a wrong path":
    '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: "https://api.workos.com/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0" }',
  "the OIDC form": '{ domain: "https://api.workos.com/", applicationID: clientId }',
  "the OIDC form, damaged and misspelt": '{ domain: "workos.com", applicationId: "convex" }',
  "a damaged domain beside customJwt":
    '{ type: "customJwt", domain: "http://api.workos.com", algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "a damaged issuer and no type":
    '{ issuer: "http://api.workos.com", algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "every name misspelt":
    '{ type: "customJwt", iss: "http://api.workos.com/", alg: "RS256", client_id: clientId, jwksUrl: "https://api.workos.com/sso/jwks" }',
};

/** User-management providers, each with a defect of its own. */
const sessionProviders: Readonly<Record<string, string>> = {
  sound:
    '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "an audience":
    '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}`, applicationID: clientId }',
  "two audiences":
    '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", applicationID: clientId, applicationId: "convex", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "no client id, and an audience":
    '{ type: "customJwt", issuer: "https://api.workos.com/user_management", algorithm: "RS256", applicationID: clientId, jwks: "https://api.workos.com/sso/jwks" }',
  "plain quotes, and a misspelt audience":
    '{ type: "customJwt", issuer: "https://api.workos.com/user_management/${clientId}", algorithm: "RS256", applicationid: "convex", jwks: "https://api.workos.com/sso/jwks/${clientId}" }',
  "a literal client in the issuer":
    '{ type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0", algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "a literal client in a damaged issuer":
    '{ type: "customJwt", issuer: "http://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0", algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "a literal client in damaged URLs":
    '{ type: "customJwt", issuer: "http://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0", algorithm: "RS256", jwks: "https://api.workos.com/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0" }',
  "the OIDC form": "{ domain: `https://api.workos.com/user_management/${clientId}`, applicationID: clientId }",
  "the OIDC form without the client id":
    '{ type: "oidc", domain: "https://api.workos.com/user_management", applicationId: clientId }',
  "another algorithm, and another form of the issuer":
    '{ type: "customJwt", issuer: `api.workos.com/user_management/${clientId}/`, algorithm: "ES256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "no issuer, and an audience":
    '{ type: "customJwt", algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "an issuer that only the list explains, and an audience":
    '{ type: "customJwt", issuer: `https://api.workos.com/${clientId}`, algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
  "no type, no algorithm, and an audience":
    "{ issuer: `https://api.workos.com/user_management/${clientId}`, applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }",
};

function saidBy(messages: readonly Linter.LintMessage[]): readonly string[] {
  return messages.map(({ ruleId, message }) => `${ruleId ?? "fatal"}: ${message}`).toSorted();
}

describe.each(Object.entries(sharedProviders))("the shared provider: %s", (_, shared) => {
  it.each(Object.entries(sessionProviders))("the user-management provider: %s", (_name, session) => {
    for (const providers of [`${shared}, ${session}`, `${session}, ${shared}`]) {
      const text = `const clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [${providers}] };\n`;
      const known = saidBy(linter.verify(text, plugin.configs.recommended, "convex/auth.config.ts"));
      const { output, messages } = linter.verifyAndFix(text, plugin.configs.recommended, "convex/auth.config.ts");
      expect(
        saidBy(messages).filter((message) => !known.includes(message)),
        output,
      ).toEqual([]);
      expect(saidBy(messages.filter(({ fix, severity }) => fix != null || severity === 2)), output).toEqual([]);
    }
  });
});
