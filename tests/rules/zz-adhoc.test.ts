import { it } from "vitest";
import { Linter } from "eslint";
import plugin from "../../src/index.js";
const files: Record<string, string> = {
 localReaderMissingAudience: `function requireEnv(name) { const value = process.env[name]; if (!value) throw new Error(name); return value; }
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${requireEnv("WORKOS_CLIENT_ID")}\` }] };`,
 importedReader: `import { requireEnv } from "./env";
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${requireEnv("WORKOS_CLIENT_ID")}\` }] };`,
 spreadOverride: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` };
export default { providers: [{ ...base, issuer: "https://api.workos.com/" }, { ...base, issuer: \`https://api.workos.com/user_management/\${id}\`, applicationID: id }] };`,
 condMember: `import { x } from "./x"; const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\`, applicationID: x ? id : undefined }] };`,
 renameInBase: `const base = { domain: "https://api.workos.com/", applicationID: "convex" };
export default { providers: [{ ...base, applicationID: process.env.WORKOS_CLIENT_ID }, { ...base, domain: "https://clerk.example.com" }] };`,
 placeholderConst: `const clientId = "client_your_client_id_here";
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` },{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }] };`,
 baseConstAll: `const clientId = process.env.WORKOS_CLIENT_ID;
const BASE = "http://api.workos.com";
export default { providers: [{ type: "customJwt", issuer: \`\${BASE}/\`, algorithm: "RS256", applicationID: clientId, jwks: \`\${BASE}/sso/jwks/\${clientId}\` },{ type: "customJwt", issuer: \`\${BASE}/user_management/\${clientId}\`, algorithm: "RS256", jwks: \`\${BASE}/sso/jwks/\${clientId}\` }] };`,
 placeholderFallback: `const clientId = process.env.WORKOS_CLIENT_ID || "client_your_client_id_here";
export default { providers: [{ domain: "https://api.workos.com/", applicationID: clientId }] };`,
 gatedOidc: `const clientId = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ domain: \`https://api.workos.com/sso/\${clientId}\`, applicationID: clientId }] };`,
 twoLitOtherEnv: `const clientId = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: "client_01JAAAAAAAAAAAAAAAAAAAAAAA", jwks: "https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB" },{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }] };`,
 twoLitConsts: `const A = "client_01JAAAAAAAAAAAAAAAAAAAAAAA", B = "client_01JBBBBBBBBBBBBBBBBBBBBBBB";
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${A}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${B}\` }, { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: A, jwks: \`https://api.workos.com/sso/jwks/\${A}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${B}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${B}\` }] };`,
 sharedUnion: `const id = process.env.WORKOS_CLIENT_ID;
const issuers = ["https://api.workos.com/", \`https://api.workos.com/user_management/\${id}\`];
export default { providers: issuers.map((issuer) => ({ type: "customJwt", issuer, algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` })) };`,
 escapes: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "http:\\u002F\\u002Fapi.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`http://api.workos.com/sso\\u002Fjwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };`,
 optional: `const id = process.env?.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\`, applicationID: id }] };`,
 emptyObj: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\`, applicationID: id, }, ], };`,
 ternaryInside: `import { x } from "./x"; const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${x ? id : process.env.OTHER}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${x ? id : process.env.OTHER}\`, applicationID: x ? id : process.env.OTHER }] };`,
 staging: `import { x } from "./x"; const id = process.env.WORKOS_CLIENT_ID;
const providers = [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }];
if (x) providers.push({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks", applicationID: id });
export default { providers };`,
};
it("x", () => {
  const linter = new Linter();
  for (const [k, text] of Object.entries(files)) {
    const before = linter.verify(text, plugin.configs.strict, "convex/auth.config.ts").map((m) => `  ${m.line}:${m.column} ${m.ruleId} ${m.messageId}${m.fix ? " FIX" : ""} sugg ${(m.suggestions ?? []).map((s) => s.messageId)}`);
    const { output, messages } = linter.verifyAndFix(text, plugin.configs.recommended, "convex/auth.config.ts");
    console.log(`### ${k}\n${before.join("\n")}\n${output}\n AFTER ${messages.map((m) => m.ruleId + " " + m.messageId + (m.fix ? " FIX" : ""))}`);
  }
});
