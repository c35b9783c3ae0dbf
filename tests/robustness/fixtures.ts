/** Files with as many forms and defects as fit, to be cut and mutated. */
export const fixtures: readonly string[] = [
  // Everything at once, in TypeScript.
  `import type { AuthConfig } from "convex/server";
import { env } from "./_generated/server";
import { settings, requireEnv } from "./settings";

const clientId = process.env.WORKOS_CLIENT_ID!;
const base = "https://api.workos.com" as const;
const { NEXT_PUBLIC_WORKOS_CLIENT_ID: publicId = "client_01HXYZABCDEFGHJKMNPQRSTVWX" } = process.env;
let domain: string | undefined;
domain = import.meta.env.VITE_DOMAIN;
if (!clientId) throw new Error(\`not set: \${Date.now()}\`);

/* A factory. */
function workos(issuer: string, ...rest: string[]) {
  return { type: "customJwt", issuer, algorithm: "RS256", jwks: \`\${base}/sso/jwks/\${clientId}\` } as const;
}

const shared = {
  ...workos(base + "/"), // the shared issuer
  applicationID: clientId ?? "fallback",
};

const providers = [
  shared,
  { ...workos(\`\${base}/user_management/\${clientId}\`), applicationID: clientId },
  { "type": 'jwt', issuer: "<https://api.workos.com/sso>", algorithm: \`HS256\`, jwks: "https://api.workos.com/sso/jwks", applicationId: "convex", },
  ...(settings.legacy ? [{ domain: "api.workos.com", applicationID: env.WORKOS_CLIENT_ID }] : []),
  ...Object.keys(process.env).map((name) => ({ domain: requireEnv(name), applicationID: "convex" })),
];

for (const each of settings.others) {
  if (each.ok) providers.push({ domain: each.domain?.trim().replace(/\\/$/, ""), applicationID: each["id"] || publicId });
}

try {
  providers.push(settings.extra());
} catch {
  // none
}

switch (settings.stage) {
  case "dev":
    providers.pop();
    break;
  default:
    domain ||= "https://example.com";
}

export default { providers: settings.on && domain ? Object.freeze(providers) : [] } satisfies AuthConfig;
`,
  // The shape of the template, with one defect after the other.
  `export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://api.workos.com",
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
    },
    {
      type: "customJwt",
      // from the chat
      issuer: "https://api.workos.com/user_management/client_01HXYZABCDEFGHJKMNPQRSTVWX",
      algorithm: "RS256",
      jwks: "https://api.workos.com/sso/jwks/client_01HXYZABCDEFGHJKMNPQRSTVWX",
      applicationID: "client_01HXYZABCDEFGHJKMNPQRSTVWX", /* why? */
      applicationID: "convex",
    },
    { domain: "https://api.workos.com/", applicationID: process.env["WORKOS_CLIENT_ID"] },
    { type: "oidc", issuer: "https://auth.example.com", audience: "x" },
    { type: "customJwt", domain: "https://example.com", issuer: null, algorithms: ["RS256"], jwksUri: 42 },
    { issuer: "https://api.workos.com/oauth2/token?x#y", jwks: "https://x.authkit.app/oauth2/jwks", ...process.env },
  ],
};
`,
  // CommonJS, on few lines, with CRLF, tabs and single quotes.
  "const id = process.env.WORKOS_CLIENT_ID || '', url = x => `https://api.workos.com/${x}`;\r\n" +
    "\tmodule.exports = { providers: [{ type: 'customJwt', issuer: url(''), algorithm: 'RS256', jwks: url('sso/jwks/' + id), applicationID: undefined },\r\n" +
    "\t\t{ type: 'customJwt', issuer: url('user_management/' + id), 'algorithm': 'RS256', jwks: url(`user_management/jwks/${id}`), applicationID: id, audience: id }, // last\r\n" +
    "\t\t...[null, { domain: 'workos.com', applicationID: id }].filter(Boolean)].concat(require('./more')) };\r\n" +
    "exports.default = { providers: [] }; Math.random(); fetch('https://api.workos.com');\r\n",
];
