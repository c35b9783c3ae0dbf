/**
 * One defect draws one report: all rules together over files with a single defect each.
 *
 * Which rule owns what is said in docs/severity.md, "One defect, one report".
 */
import { join } from "node:path";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import type { Settings } from "./rule-tester.js";

const linter = new Linter();

/** The rules that report on a file, once for each report, in the order of the reports. */
function reportsOn(
  code: string,
  filename = "convex/auth.config.ts",
  settings: Settings | null = null,
): readonly string[] {
  const messages = linter.verify(code, [...plugin.configs.strict, { settings: settings ?? {} }], filename);
  return messages.map(({ ruleId, message }) => ruleId?.replace("convex-authkit/", "") ?? message);
}

/** A file with these providers that reads its client id into a constant. */
function list(...providers: readonly string[]): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    ${providers.join(",\n    ")},
  ],
};
`;
}

const keys = "`https://api.workos.com/sso/jwks/${clientId}`";
const shared = `{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: ${keys} }`;
const session = `{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", jwks: ${keys} }`;

/** The template with another shared provider. */
function withShared(provider: string): string {
  return list(provider, session);
}

/** The template with another user-management provider. */
function withSession(provider: string): string {
  return list(shared, provider);
}

/** The template with other text for the shared issuer. */
function sharedIssuer(issuer: string, audience = "applicationID: clientId, "): string {
  return withShared(`{ type: "customJwt", issuer: ${issuer}, algorithm: "RS256", ${audience}jwks: ${keys} }`);
}

/** The template with other text for the user-management issuer. */
function sessionIssuer(issuer: string, audience = ""): string {
  return withSession(`{ type: "customJwt", issuer: ${issuer}, algorithm: "RS256", ${audience}jwks: ${keys} }`);
}

/** The template with another member where the audience of the shared provider stands. */
function sharedAudience(audience: string): string {
  return sharedIssuer('"https://api.workos.com/"', audience);
}

/** The template with a member where the user-management provider has none. */
function sessionAudience(audience: string): string {
  return sessionIssuer("`https://api.workos.com/user_management/${clientId}`", audience);
}

/** The template with other keys in the user-management provider. */
function sessionKeys(jwks: string): string {
  return withSession(
    `{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", jwks: ${jwks} }`,
  );
}

/** The template, reading its client id from another expression. */
function clientIdFrom(expression: string): string {
  return list(shared, session).replace("process.env.WORKOS_CLIENT_ID", expression);
}

interface Defect {
  readonly defect: string;
  readonly code: string;
  readonly filename?: string;
  readonly settings?: Settings;
}

const owned: Readonly<Record<string, readonly Defect[]>> = {
  "no-workos-oidc-provider": [
    {
      defect: "the shared issuer, alone",
      code: list('{ domain: "https://api.workos.com/", applicationID: clientId }'),
    },
    {
      defect: "the shared issuer, beside another vendor",
      code: list(
        '{ domain: "https://api.workos.com/", applicationID: clientId }',
        '{ domain: "https://clerk.example.com", applicationID: "convex" }',
      ),
    },
    {
      defect: "the shared issuer, beside the user-management provider",
      code: withShared('{ domain: "https://api.workos.com/", applicationID: clientId }'),
    },
    {
      defect: "with its type",
      code: withShared('{ type: "oidc", domain: "https://api.workos.com/", applicationID: clientId }'),
    },
    { defect: "without the slash", code: withShared('{ domain: "https://api.workos.com", applicationID: clientId }') },
    { defect: "with a damaged domain", code: withShared('{ domain: "http://workos.com", applicationID: clientId }') },
    {
      defect: "with a path that WorkOS never uses",
      code: withShared('{ domain: "https://api.workos.com/sso", applicationID: clientId }'),
    },
    { defect: "without an audience", code: withShared('{ domain: "https://api.workos.com/" }') },
    {
      defect: "with null for an audience",
      code: withShared('{ domain: "https://api.workos.com/", applicationID: null }'),
    },
    {
      defect: "with an audience that is no client id",
      code: withShared('{ domain: "https://api.workos.com/", applicationID: "convex" }'),
    },
    {
      defect: "with a misspelt audience",
      code: withShared('{ domain: "https://api.workos.com/", applicationId: clientId }'),
    },
    {
      defect: "with the audience under another name",
      code: withShared('{ domain: "https://api.workos.com/", clientId }'),
    },
    {
      defect: "with keys that Convex ignores there",
      code: withShared(
        '{ domain: "https://api.workos.com/", applicationID: clientId, jwks: "https://api.workos.com/sso/jwks" }',
      ),
    },
    {
      defect: "the user-management issuer",
      code: withSession("{ domain: `https://api.workos.com/user_management/${clientId}`, applicationID: clientId }"),
    },
    {
      defect: "the user-management issuer without an audience",
      code: withSession("{ domain: `https://api.workos.com/user_management/${clientId}` }"),
    },
    {
      defect: "the user-management issuer without the client id",
      code: withSession('{ domain: "https://api.workos.com/user_management", applicationID: clientId }'),
    },
    {
      defect: "the issuer of a custom domain",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withShared('{ domain: "https://auth.example.com/", applicationID: clientId }'),
    },
  ],
  "valid-issuer": [
    { defect: "another scheme", code: sharedIssuer('"http://api.workos.com/"') },
    { defect: "another host of WorkOS", code: sharedIssuer('"https://auth.workos.com/"') },
    { defect: "a host in capitals", code: sharedIssuer('"https://API.workos.com/"') },
    { defect: "pointed brackets", code: sharedIssuer('"<https://api.workos.com/>"') },
    { defect: "a query", code: sharedIssuer('"https://api.workos.com/?client=convex"') },
    { defect: "a metadata document", code: sharedIssuer('"https://api.workos.com/.well-known/openid-configuration"') },
    {
      defect: "a path that WorkOS never uses, in place of the shared issuer",
      code: sharedIssuer('"https://api.workos.com/sso"'),
    },
    {
      defect: "a path that WorkOS never uses, in place of the user-management issuer",
      code: sessionIssuer('"https://api.workos.com/sso/oidc"'),
    },
    {
      defect: "a path that WorkOS never uses, alone",
      code: list(
        `{ type: "customJwt", issuer: "https://api.workos.com/sso", algorithm: "RS256", applicationID: clientId, jwks: ${keys} }`,
      ),
    },
    { defect: "the shared issuer damaged, without an audience", code: sharedIssuer('"http://api.workos.com/"', "") },
    {
      defect: "the shared issuer damaged, with null for an audience",
      code: sharedIssuer('"http://api.workos.com/"', "applicationID: null, "),
    },
    { defect: "the shared issuer damaged and without slash", code: sharedIssuer('"http://api.workos.com"') },
    {
      defect: "no client id in the user-management issuer",
      code: sessionIssuer('"https://api.workos.com/user_management"'),
    },
    {
      defect: "a placeholder in the user-management issuer",
      code: sessionIssuer('"https://api.workos.com/user_management/client_your_client_id_here"'),
    },
    { defect: "${…} in plain quotes", code: sessionIssuer('"https://api.workos.com/user_management/${clientId}"') },
    { defect: "a misspelt host", code: sessionIssuer("`https://api.worksos.com/user_management/${clientId}`") },
    { defect: "a doubled slash inside", code: sessionIssuer("`https://api.workos.com//user_management/${clientId}`") },
    {
      defect: "the user-management issuer damaged, with an audience",
      code: sessionIssuer("`http://api.workos.com/user_management/${clientId}`", "applicationID: clientId, "),
    },
    {
      defect: "the user-management issuer damaged, with an audience that Convex refuses by its name",
      code: sessionIssuer("`http://api.workos.com/user_management/${clientId}`", "applicationId: clientId, "),
    },
    {
      defect: "a domain of another vendor that Convex refuses",
      code: list(shared, session, '{ domain: "<https://clerk.example.com>", applicationID: "convex" }'),
    },
    {
      defect: "an issuer of another vendor that Convex refuses",
      code: list(
        shared,
        session,
        '{ type: "customJwt", issuer: "clerk", algorithm: "RS256", jwks: "https://clerk.example.com/keys" }',
      ),
    },
    {
      defect: "a constant that two providers share",
      code: `const ISSUER = "http://api.workos.com/";\n${list(`{ type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: clientId, jwks: ${keys} }`, '{ type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: process.env.OTHER_CLIENT_ID, jwks: `https://api.workos.com/sso/jwks/${process.env.OTHER_CLIENT_ID}` }', session)}`,
    },
  ],
  "valid-jwks": [
    { defect: "no client id", code: sessionKeys('"https://api.workos.com/sso/jwks/"') },
    { defect: "another scheme", code: sessionKeys("`http://api.workos.com/sso/jwks/${clientId}`") },
    {
      defect: "a path that WorkOS never uses",
      code: sessionKeys("`https://api.workos.com/user_management/jwks/${clientId}`"),
    },
    { defect: "the well-known address", code: sessionKeys('"https://api.workos.com/.well-known/jwks.json"') },
    { defect: "the path of AuthKit's domains", code: sessionKeys('"https://api.workos.com/oauth2/jwks"') },
    { defect: "a domain of AuthKit", code: sessionKeys('"https://joyful-zebra-42.authkit.app/oauth2/jwks"') },
    { defect: "a misspelt host", code: sessionKeys("`https://api.worksos.com/sso/jwks/${clientId}`") },
    { defect: "pointed brackets", code: sessionKeys("`<https://api.workos.com/sso/jwks/${clientId}>`") },
    { defect: "${…} in plain quotes", code: sessionKeys('"https://api.workos.com/sso/jwks/${clientId}"') },
    { defect: "a constant that is no client id", code: clientIdFrom('"client_your_client_id_here"') },
    { defect: "a placeholder", code: sessionKeys('"https://api.workos.com/sso/jwks/client_your_client_id_here"') },
    { defect: "a query", code: sessionKeys("`https://api.workos.com/sso/jwks/${clientId}?format=json`") },
    { defect: "the issuer in its place", code: sessionKeys("`https://api.workos.com/user_management/${clientId}`") },
    {
      defect: "a constant that both providers share",
      code: `const jwks = "https://api.workos.com/sso/jwks";\n${list('{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks }', '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks }')}`,
    },
    {
      defect: "a base that both providers spread",
      code: `const base = { type: "customJwt", algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks" };\n${list('{ ...base, issuer: "https://api.workos.com/", applicationID: clientId }', "{ ...base, issuer: `https://api.workos.com/user_management/${clientId}` }")}`,
    },
  ],
  "no-user-management-application-id": [
    { defect: "the client id", code: sessionAudience("applicationID: clientId, ") },
    { defect: "another variable", code: sessionAudience("applicationID: process.env.AUTH_AUDIENCE, ") },
    { defect: "a literal client id", code: sessionAudience('applicationID: "client_01JABCDEFGHJKMNPQRSTVWXYZ0", ') },
    { defect: "a text that is no client id", code: sessionAudience('applicationID: "convex", ') },
    { defect: "an empty text", code: sessionAudience('applicationID: "", ') },
    { defect: "${…} in plain quotes", code: sessionAudience('applicationID: "${clientId}", ') },
    { defect: "a number", code: sessionAudience("applicationID: 42, ") },
    { defect: "a list", code: sessionAudience("applicationID: [clientId], ") },
    { defect: "a name that Convex refuses", code: sessionAudience("applicationId: clientId, ") },
    { defect: "another name that Convex refuses", code: sessionAudience("applicationid: clientId, ") },
    {
      defect: "a provider that is alone but for the shared one of another client",
      code: list(
        shared,
        '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${process.env.ENVIRONMENT_CLIENT_ID}`, algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      ),
    },
  ],
  "require-shared-issuer-application-id": [
    { defect: "missing", code: sharedAudience("") },
    { defect: "null", code: sharedAudience("applicationID: null, ") },
    { defect: "undefined", code: sharedAudience("applicationID: undefined, ") },
    { defect: "empty", code: sharedAudience('applicationID: "", ') },
    { defect: "missing beside an unknown member", code: sharedAudience('label: "WorkOS", ') },
  ],
  "consistent-client-id": [
    { defect: "an audience that is no client id", code: sharedAudience('applicationID: "convex", ') },
    { defect: "a placeholder for an audience", code: sharedAudience('applicationID: "client_your_client_id_here", ') },
    { defect: "${…} in plain quotes for an audience", code: sharedAudience('applicationID: "${clientId}", ') },
    {
      defect: "a literal audience beside a variable",
      code: sharedAudience('applicationID: "client_01JABCDEFGHJKMNPQRSTVWXYZ0", '),
    },
    {
      defect: "literal keys beside a variable",
      code: sessionKeys('"https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0"'),
    },
    {
      defect: "a literal issuer beside a variable",
      code: sessionIssuer('"https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0"'),
    },
    {
      defect: "a literal audience where tokens carry one",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: sessionAudience('applicationID: "client_01JABCDEFGHJKMNPQRSTVWXYZ0", '),
    },
  ],
  "require-user-management-provider": [
    { defect: "the shared issuer alone", code: list(shared) },
    {
      defect: "the shared issuer beside another vendor",
      code: list(shared, '{ domain: "https://clerk.example.com", applicationID: "convex" }'),
    },
    {
      defect: "the shared issuer beside a domain of AuthKit",
      code: list(
        shared,
        '{ type: "customJwt", issuer: "https://joyful-zebra-42.authkit.app", algorithm: "RS256", jwks: "https://joyful-zebra-42.authkit.app/oauth2/jwks" }',
      ),
    },
  ],
  "require-shared-issuer-provider": [
    { defect: "the user-management issuer alone", code: list(session) },
    {
      defect: "the user-management issuer beside another vendor",
      code: list(session, '{ domain: "https://clerk.example.com", applicationID: "convex" }'),
    },
  ],
  "prefer-canonical-issuer": [
    { defect: "no slash", code: sharedIssuer('"https://api.workos.com"') },
    { defect: "two slashes", code: sharedIssuer('"https://api.workos.com//"') },
    { defect: "no scheme", code: sharedIssuer('"api.workos.com/"') },
    {
      defect: "a slash behind the client id",
      code: sessionIssuer("`https://api.workos.com/user_management/${clientId}/`"),
    },
    {
      defect: "no scheme before the user-management path",
      code: sessionIssuer("`api.workos.com/user_management/${clientId}`"),
    },
  ],
  "no-hardcoded-client-id": [
    { defect: "a literal in a constant", code: clientIdFrom('"client_01JABCDEFGHJKMNPQRSTVWXYZ0"') },
    {
      defect: "a literal behind ??",
      code: clientIdFrom('process.env.WORKOS_CLIENT_ID ?? "client_01JABCDEFGHJKMNPQRSTVWXYZ0"'),
    },
    {
      defect: "a literal behind ||",
      code: clientIdFrom('process.env.WORKOS_CLIENT_ID || "client_01JABCDEFGHJKMNPQRSTVWXYZ0"'),
    },
  ],
  "valid-provider-type": [
    { defect: "a misspelt type", code: withSession(session.replace("customJwt", "customJWT")) },
    { defect: "no type", code: withSession(session.replace('type: "customJwt", ', "")) },
    { defect: "no type on the shared provider", code: withShared(shared.replace('type: "customJwt", ', "")) },
    { defect: "oidc beside an issuer", code: withSession(session.replace("customJwt", "oidc")) },
    { defect: "a domain in place of the issuer", code: withShared(shared.replace("issuer:", "domain:")) },
    {
      defect: "a domain beside the issuer",
      code: withShared(shared.replace("issuer:", 'domain: "https://api.workos.com/", issuer:')),
    },
    {
      defect: "an issuer alone, of another vendor",
      code: list(shared, session, '{ issuer: "https://clerk.example.com", applicationID: "convex" }'),
    },
  ],
  "valid-algorithm": [
    { defect: "an algorithm that WorkOS does not sign with", code: withSession(session.replace("RS256", "ES256")) },
    { defect: "an algorithm that Convex does not know", code: withSession(session.replace("RS256", "HS256")) },
    { defect: "no algorithm", code: withSession(session.replace('algorithm: "RS256", ', "")) },
  ],
  "valid-member-name": [
    { defect: "a misspelt audience on the shared provider", code: sharedAudience("applicationId: clientId, ") },
    { defect: "an audience in snake case on the shared provider", code: sharedAudience("application_id: clientId, ") },
    { defect: "audience on the shared provider", code: sharedAudience("audience: clientId, ") },
    { defect: "clientId on the shared provider", code: sharedAudience("clientId, ") },
    { defect: "appId on the shared provider", code: sharedAudience("appId: clientId, ") },
    { defect: "a misspelt audience that holds no client id", code: sharedAudience('applicationId: "convex", ') },
    {
      defect: "an algorithm in the plural",
      code: withSession(session.replace('algorithm: "RS256"', 'algorithms: ["RS256"]')),
    },
    { defect: "keys under another name", code: withSession(session.replace("jwks:", "jwksUri:")) },
    { defect: "a misspelt issuer", code: withSession(session.replace("issuer:", "iss:")) },
    {
      defect: "a misspelt audience in the OIDC form of another vendor",
      code: list(shared, session, '{ domain: "https://clerk.example.com", applicationId: "convex" }'),
    },
  ],
  "require-provider-members": [
    {
      defect: "no keys",
      code: withSession(
        '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256" }',
      ),
    },
    { defect: "null for keys", code: sessionKeys("null") },
    {
      defect: "no issuer, where the user-management one is missing, and an audience",
      code: withSession(`{ type: "customJwt", algorithm: "RS256", applicationID: clientId, jwks: ${keys} }`),
    },
    {
      defect: "no issuer, where the shared one is missing, and no audience",
      code: withShared(`{ type: "customJwt", algorithm: "RS256", jwks: ${keys} }`),
    },
    {
      defect: "no issuer, where the user-management one is missing",
      code: withSession(`{ type: "customJwt", algorithm: "RS256", jwks: ${keys} }`),
    },
    {
      defect: "no issuer, where the shared one is missing",
      code: withShared(`{ type: "customJwt", algorithm: "RS256", applicationID: clientId, jwks: ${keys} }`),
    },
    {
      defect: "no issuer, alone",
      code: list(`{ type: "customJwt", algorithm: "RS256", applicationID: clientId, jwks: ${keys} }`),
    },
    { defect: "null for an issuer", code: sessionIssuer("null") },
    {
      defect: "no audience in the OIDC form of another vendor",
      code: list(shared, session, '{ domain: "https://clerk.example.com" }'),
    },
    {
      defect: "no keys of another vendor",
      code: list(shared, session, '{ type: "customJwt", issuer: "https://clerk.example.com", algorithm: "RS256" }'),
    },
    { defect: "an element without any member", code: list(shared, session, "{}") },
  ],
  "valid-member-value": [
    { defect: "a number for an audience", code: sharedAudience("applicationID: 42, ") },
    { defect: "a function for an audience", code: sharedAudience("applicationID: () => clientId, ") },
    { defect: "a function for keys", code: sessionKeys("() => clientId") },
    { defect: "keys that are no text", code: sessionKeys('["https://api.workos.com/sso/jwks/"]') },
  ],
  "require-default-export": [
    { defect: "no export", code: list(shared, session).replace("export default", "const config =") },
    { defect: "a named export only", code: list(shared, session).replace("export default", "export const config =") },
    {
      defect: "exports.default",
      filename: "convex/auth.config.js",
      code: list(shared, session).replace("export default", "exports.default ="),
    },
    {
      defect: "module.exports where package.json says that files are modules",
      filename: join(process.cwd(), "convex/auth.config.js"),
      code: list(shared, session).replace("export default", "module.exports ="),
    },
    { defect: "no list", code: "export default {};\n" },
    { defect: "null for a list", code: "export default { providers: null };\n" },
    {
      defect: "an object for a list",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: { workos: ${session} } };\n`,
    },
    { defect: "null for an element", code: list(shared, session, "null") },
    { defect: "a text for an element", code: list(shared, session, '"https://api.workos.com/"') },
    { defect: "a factory that is not called", code: `export default () => ({ providers: [] });\n` },
    { defect: "an empty file", code: "" },
  ],
  "valid-default-export-value": [
    { defect: "a module that always throws", code: `throw new Error("not configured");\n${list(shared, session)}` },
    { defect: "a BigInt", code: list(shared, session).replace("providers:", "version: 1n, providers:") },
  ],
  "valid-settings": [
    {
      defect: "a misspelt setting",
      code: list(shared, session),
      settings: { "convex-authkit": { tokenCarriesAudience: true } },
    },
  ],
  "no-env-enumeration": [
    { defect: "a spread", code: clientIdFrom("{ ...process.env }.WORKOS_CLIENT_ID") },
    {
      defect: "in",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: "WORKOS_CLIENT_ID" in process.env ? [${shared}, ${session}] : [] };\n`,
    },
    {
      defect: "Object.keys",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;\nif (!Object.keys(process.env).includes("WORKOS_CLIENT_ID")) throw new Error("WORKOS_CLIENT_ID is not set");\nexport default { providers: [${shared}, ${session}] };\n`,
    },
  ],
  "no-front-end-env": [
    { defect: "a front-end variable", code: clientIdFrom("import.meta.env.VITE_WORKOS_CLIENT_ID") },
    { defect: "a variable with the deployment's name", code: clientIdFrom("import.meta.env.WORKOS_CLIENT_ID") },
  ],
  "no-public-env-name": [
    { defect: "Next.js", code: clientIdFrom("process.env.NEXT_PUBLIC_WORKOS_CLIENT_ID") },
    { defect: "Vite", code: clientIdFrom("process.env.VITE_WORKOS_CLIENT_ID") },
    { defect: "Expo", code: clientIdFrom("process.env.EXPO_PUBLIC_WORKOS_CLIENT_ID") },
  ],
  "no-unsupported-api": [
    { defect: "the clock", code: `const now = Date.now();\n${list(shared, session)}` },
    { defect: "a random value", code: `const nonce = Math.random();\n${list(shared, session)}` },
    { defect: "the network", code: `fetch("https://api.workos.com/");\n${list(shared, session)}` },
  ],
  "valid-file-name": [
    { defect: "a module of TypeScript", filename: "convex/auth.config.mts", code: list(shared, session) },
    {
      defect: "a module of TypeScript with a defect of its own, which Convex never reads",
      filename: "convex/auth.config.mts",
      code: list(shared),
    },
    { defect: "JSX", filename: "convex/auth.config.tsx", code: list(shared, session) },
    { defect: "a CommonJS module without an export", filename: "convex/auth.config.cjs", code: "" },
    {
      defect: "outside the functions folder",
      filename: join(process.cwd(), "src/auth.config.ts"),
      code: `import type { AuthConfig } from "convex/server";\n${list(shared)}`,
    },
  ],
  "no-unreachable-provider": [
    { defect: "the same provider twice", code: list(shared, session, session) },
    { defect: "the shared provider twice", code: list(shared, shared, session) },
  ],
  "no-env-fallback": [
    { defect: "an empty text behind ??", code: clientIdFrom('process.env.WORKOS_CLIENT_ID ?? ""') },
    { defect: "another text behind ||", code: clientIdFrom('process.env.WORKOS_CLIENT_ID || "missing"') },
    {
      defect: "a placeholder behind ??",
      code: clientIdFrom('process.env.WORKOS_CLIENT_ID ?? "client_your_client_id_here"'),
    },
  ],
};

describe.each(Object.entries(owned))("%s owns", (rule, defects) => {
  it.each(defects)("$defect", ({ code, filename, settings }) => {
    expect(reportsOn(code, filename, settings ?? null)).toEqual([rule]);
  });
});

it("covers every rule", () => {
  const rules = Object.keys(plugin.configs.strict[0]?.rules ?? {}).map((rule) => rule.replace("convex-authkit/", ""));
  expect(Object.keys(owned).toSorted()).toEqual(rules.toSorted());
});

const silent: readonly Defect[] = [
  { defect: "the template", code: list(shared, session) },
  { defect: "the template the other way round", code: list(session, shared) },
  { defect: "the template in JavaScript", filename: "convex/auth.config.js", code: list(shared, session) },
  { defect: "null for the audience of the user-management provider", code: sessionAudience("applicationID: null, ") },
  {
    defect: "members that Convex ignores on the user-management provider",
    code: sessionAudience("audience: clientId, clientId, "),
  },
  {
    defect: "an audience in snake case on the user-management provider",
    code: sessionAudience("application_id: clientId, "),
  },
  {
    defect: "a misspelt member beside the right one",
    code: sharedAudience("applicationID: clientId, application_id: clientId, "),
  },
  { defect: "an unknown member", code: sharedAudience('applicationID: clientId, label: "WorkOS", ') },
  {
    defect: "slash twins of the shared issuer",
    code: list(shared, shared.replace("workos.com/", "workos.com"), session),
  },
  {
    defect: "two variables on purpose",
    code: sessionIssuer("`https://api.workos.com/user_management/${process.env.ENVIRONMENT_CLIENT_ID}`"),
  },
  {
    defect: "a domain of AuthKit",
    code: list(
      shared,
      session,
      '{ type: "customJwt", issuer: "https://joyful-zebra-42.authkit.app", algorithm: "RS256", jwks: "https://joyful-zebra-42.authkit.app/oauth2/jwks" }',
    ),
  },
  {
    defect: "another vendor",
    code: list(shared, session, '{ domain: "https://clerk.example.com", applicationID: "convex" }'),
  },
  {
    defect: "issuers that WorkOS hands out on request",
    code: list(
      shared,
      session,
      `{ type: "customJwt", issuer: \`https://api.workos.com/sso/\${clientId}\`, algorithm: "RS256", jwks: ${keys} }`,
    ),
  },
  { defect: "switched off", code: "export default { providers: [] };\n" },
  {
    defect: "switched off where the variable is not set",
    code: `const clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: clientId ? [${shared}, ${session}] : [] };\n`,
  },
  {
    defect: "a guard that throws",
    code: `if (!process.env.WORKOS_CLIENT_ID) throw new Error("WORKOS_CLIENT_ID is not set");\n${list(shared, session)}`,
  },
  {
    defect: "a custom domain of the settings",
    settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
    code: list(shared, session).replaceAll("api.workos.com", "auth.example.com"),
  },
  {
    defect: "a custom domain of the settings without an audience, with the keys of api.workos.com",
    settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
    code: list(
      `{ type: "customJwt", issuer: "https://auth.example.com/", algorithm: "RS256", jwks: ${keys} }`,
      session,
    ),
  },
  {
    defect: "an audience where tokens carry one",
    settings: { "convex-authkit": { tokensCarryAudience: true } },
    code: sessionAudience("applicationID: clientId, "),
  },
  {
    defect: "no audience where tokens carry one",
    settings: { "convex-authkit": { tokensCarryAudience: true } },
    code: list(shared, session),
  },
  {
    defect: "the OIDC form of the user-management issuer where tokens carry an audience",
    settings: { "convex-authkit": { tokensCarryAudience: true } },
    code: withSession("{ domain: `https://api.workos.com/user_management/${clientId}`, applicationID: clientId }"),
  },
  {
    defect: "a file of Auth.js",
    code: 'import GitHub from "next-auth/providers/github";\nexport default { providers: [GitHub] };\n',
  },
  {
    defect: "module.exports in a CommonJS package",
    filename: "convex/auth.config.js",
    code: list(shared, session).replace("export default", "module.exports ="),
  },
];

describe("nobody reports on", () => {
  it.each(silent)("$defect", ({ code, filename, settings }) => {
    expect(reportsOn(code, filename, settings ?? null)).toEqual([]);
  });
});
