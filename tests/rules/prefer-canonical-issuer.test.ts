import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";

const rule = "prefer-canonical-issuer";

/** The template with other text for the shared issuer. */
function withShared(issuer: string): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: ${issuer},
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
`;
}

/** A user-management provider with other text for its issuer. */
function withSession(issuer: string): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: ${issuer},
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`;
}

const canonical = '"https://api.workos.com/"';
const session = "`https://api.workos.com/user_management/${clientId}`";

/** The report on an issuer as it is shown. */
function notCanonical(issuer: string): { messageId: string; data: Record<string, string> } {
  return { messageId: "notCanonical", data: { issuer } };
}

testRule(rule, "the shared issuer", {
  valid: [
    { name: "as the template writes it", code: withShared(canonical) },
    { name: "in backticks", code: withShared("`https://api.workos.com/`") },
    { name: "in single quotes", code: withShared("'https://api.workos.com/'") },
    { name: "a concatenation", code: withShared('"https://api.workos.com" + "/"') },
    { name: "trimmed to what the template writes", code: withShared('" https://api.workos.com/ ".trim()') },
  ],
  invalid: [
    {
      name: "without the slash",
      code: withShared('«"https://api.workos.com"»'),
      errors: [notCanonical("https://api.workos.com")],
      output: withShared(canonical),
    },
    {
      name: "with two slashes",
      code: withShared('«"https://api.workos.com//"»'),
      errors: [notCanonical("https://api.workos.com//")],
      output: withShared(canonical),
    },
    {
      name: "without the scheme",
      code: withShared('«"api.workos.com/"»'),
      errors: [notCanonical("api.workos.com/")],
      output: withShared(canonical),
    },
    {
      name: "without scheme and slash",
      code: withShared('«"api.workos.com"»'),
      errors: [notCanonical("api.workos.com")],
      output: withShared(canonical),
    },
    {
      name: "without the slash, in backticks",
      code: withShared("«`https://api.workos.com`»"),
      errors: [notCanonical("https://api.workos.com")],
      output: withShared("`https://api.workos.com/`"),
    },
    {
      name: "without the slash, by a base URL",
      code: `const BASE = "https://api.workos.com";\n${withShared("«`${BASE}`»")}`,
      errors: [notCanonical("https://api.workos.com")],
      output: `const BASE = "https://api.workos.com/";\n${withShared("`${BASE}`")}`,
    },
  ],
});

testRule(rule, "the user-management issuer", {
  valid: [
    { name: "as the template writes it", code: withSession(session) },
    {
      name: "of a literal client",
      code: withSession('"https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0"'),
    },
    {
      name: "without the slash that was cut off",
      code: withSession('`https://api.workos.com/user_management/${clientId}/`.replace(/\\/$/, "")'),
    },
  ],
  invalid: [
    {
      name: "with a slash at the end",
      code: withSession("«`https://api.workos.com/user_management/${clientId}/`»"),
      errors: [notCanonical("https://api.workos.com/user_management/…/")],
      output: withSession(session),
    },
    {
      name: "with two slashes at the end",
      code: withSession("«`https://api.workos.com/user_management/${clientId}//`»"),
      errors: [notCanonical("https://api.workos.com/user_management/…//")],
      output: withSession(session),
    },
    {
      name: "without the scheme",
      code: withSession("«`api.workos.com/user_management/${clientId}`»"),
      errors: [notCanonical("api.workos.com/user_management/…")],
      output: withSession(session),
    },
    {
      name: "without the scheme, with a slash",
      code: withSession("«`api.workos.com/user_management/${clientId}/`»"),
      errors: [notCanonical("api.workos.com/user_management/…/")],
      output: withSession(session),
    },
    {
      name: "of a literal client, with a slash",
      code: withSession('«"https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0/"»'),
      errors: [notCanonical("https://api.workos.com/user_management/client_01JABCDEFGHJK…")],
      output: withSession('"https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0"'),
    },
    {
      name: "in a concatenation: only the literal that differs",
      code: withSession('«"api.workos.com/user_management/" + clientId»'),
      errors: [notCanonical("api.workos.com/user_management/…")],
      output: withSession('"https://api.workos.com/user_management/" + clientId'),
    },
    {
      name: "a slash of its own in a concatenation",
      code: withSession('«"https://api.workos.com/user_management/" + clientId + "/"»'),
      errors: [notCanonical("https://api.workos.com/user_management/…/")],
      output: withSession(session),
    },
    {
      name: "without the scheme, the client id over several lines: reported, not edited",
      code: withSession("«`api.workos.com/user_management/${process.env\n        .AUTH_CLIENT_ID}`»"),
      errors: [notCanonical("api.workos.com/user_management/…")],
      output: null,
    },
  ],
});

testRule(rule, "a gated issuer, which has no form in the template", {
  valid: [
    { name: "without a slash", code: withSession("`https://api.workos.com/sso/${clientId}`") },
    { name: "with a slash", code: withSession("`https://api.workos.com/convex/${clientId}/`") },
  ],
  invalid: [
    {
      name: "without the scheme",
      code: withSession("«`api.workos.com/sso/${clientId}`»"),
      errors: [notCanonical("api.workos.com/sso/…")],
      output: withSession("`https://api.workos.com/sso/${clientId}`"),
    },
  ],
});

testRule(rule, "both forms in one file: twins on purpose", {
  valid: [
    {
      name: "with and without the slash",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
  { type: "customJwt", issuer: "https://api.workos.com", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
] };
`,
    },
    {
      name: "of the user-management issuer",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}/\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
] };
`,
    },
    {
      name: "two forms, none of which is the template's",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [
  { type: "customJwt", issuer: "api.workos.com", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
  { type: "customJwt", issuer: "https://api.workos.com", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
] };
`,
    },
  ],
  invalid: [
    {
      name: "the same form twice is no pair of twins",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [
  { type: "customJwt", issuer: «"https://api.workos.com"», algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
  { type: "customJwt", issuer: «"https://api.workos.com"», algorithm: "RS256", applicationID: process.env.OTHER_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${process.env.OTHER_CLIENT_ID}\` },
] };
`,
      errors: [notCanonical("https://api.workos.com"), notCanonical("https://api.workos.com")],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.OTHER_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${process.env.OTHER_CLIENT_ID}\` },
] };
`,
    },
    {
      name: "of two clients: no twins",
      code: `const [a, b] = [process.env.A_CLIENT_ID, process.env.B_CLIENT_ID];
export default { providers: [
  { type: "customJwt", issuer: «\`https://api.workos.com/user_management/\${a}/\`», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${a}\` },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${b}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${b}\` },
] };
`,
      errors: [notCanonical("https://api.workos.com/user_management/…/")],
      output: `const [a, b] = [process.env.A_CLIENT_ID, process.env.B_CLIENT_ID];
export default { providers: [
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${a}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${a}\` },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${b}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${b}\` },
] };
`,
    },
  ],
});

testRule(rule, "which rule speaks", {
  valid: [
    { name: "a wrong scheme is no matter of form: valid-issuer", code: withShared('"http://api.workos.com"') },
    { name: "a wrong path is no matter of form: valid-issuer", code: withShared('"https://api.workos.com/sso/"') },
    {
      name: "a slash inside is no matter of form: valid-issuer",
      code: withSession("`https://api.workos.com//user_management/${clientId}/`"),
    },
    {
      name: "the OIDC form: no-workos-oidc-provider",
      code: 'export default { providers: [{ domain: "https://api.workos.com", applicationID: process.env.WORKOS_CLIENT_ID }] };\n',
    },
    { name: "another vendor", code: withShared('"https://clerk.example.com"') },
    { name: "a domain of AuthKit", code: withShared('"https://joyful-zebra-42.authkit.app/"') },
    { name: "from the environment", code: withShared("process.env.AUTH_ISSUER") },
    { name: "a host from the environment", code: withShared("`https://${process.env.WORKOS_API_HOSTNAME}`") },
    { name: "an import", code: `import { issuer } from "./issuer";\n${withShared("issuer")}` },
    { name: "a file of Auth.js", code: `import NextAuth from "next-auth";\n${withShared('"api.workos.com"')}` },
    {
      name: "a file outside the functions folder",
      filename: "src/auth.config.ts",
      code: withShared('"api.workos.com"'),
    },
  ],
});

testRule(rule, "the settings", {
  valid: [
    { name: "a custom domain that the settings do not name", code: withShared('"https://auth.example.com"') },
    {
      name: "a custom domain as the template would write it",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withShared('"https://auth.example.com/"'),
    },
  ],
  invalid: [
    {
      name: "a custom domain of the settings",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withShared('«"https://auth.example.com"»'),
      errors: [notCanonical("https://auth.example.com")],
      output: withShared('"https://auth.example.com/"'),
    },
    {
      name: "the user-management issuer of a custom domain, without the scheme",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withSession("«`auth.example.com/user_management/${clientId}`»"),
      errors: [notCanonical("auth.example.com/user_management/…")],
      output: withSession("`https://auth.example.com/user_management/${clientId}`"),
    },
    {
      name: "where tokens carry an audience",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: withShared('«"api.workos.com"»'),
      errors: [notCanonical("api.workos.com")],
      output: withShared(canonical),
    },
  ],
});

testRule(rule, "how the file is laid out", {
  invalid: [
    {
      name: "Windows line ends",
      code: crlf(withShared('«"https://api.workos.com"»')),
      errors: [notCanonical("https://api.workos.com")],
      output: crlf(withShared(canonical)),
    },
    {
      name: "a byte-order mark",
      code: withByteOrderMark(withShared('«"https://api.workos.com"»')),
      errors: [notCanonical("https://api.workos.com")],
      output: withByteOrderMark(withShared(canonical)),
    },
    {
      name: "JavaScript",
      filename: "convex/auth.config.js",
      code: withShared('«"https://api.workos.com"»'),
      errors: [notCanonical("https://api.workos.com")],
      output: withShared(canonical),
    },
    {
      name: "single quotes, tabs, no semicolons, no trailing commas, on one line",
      code: "const id = process.env.WORKOS_CLIENT_ID\nexport default {\n\tproviders: [{ type: 'customJwt', issuer: «'https://api.workos.com'», algorithm: 'RS256', applicationID: id, jwks: 'https://api.workos.com/sso/jwks/' + id }]\n}\n",
      errors: [notCanonical("https://api.workos.com")],
      output:
        "const id = process.env.WORKOS_CLIENT_ID\nexport default {\n\tproviders: [{ type: 'customJwt', issuer: 'https://api.workos.com/', algorithm: 'RS256', applicationID: id, jwks: 'https://api.workos.com/sso/jwks/' + id }]\n}\n",
    },
    {
      name: "a quoted key",
      code: withShared('«"https://api.workos.com"»').replaceAll("issuer:", '"issuer":'),
      errors: [notCanonical("https://api.workos.com")],
      output: withShared(canonical).replaceAll("issuer:", '"issuer":'),
    },
    {
      name: "a computed key",
      code: withShared('«"https://api.workos.com"»').replaceAll("issuer:", '["issuer"]:'),
      errors: [notCanonical("https://api.workos.com")],
      output: withShared(canonical).replaceAll("issuer:", '["issuer"]:'),
    },
    {
      name: "cast as const",
      code: withShared('«"https://api.workos.com"» as const'),
      errors: [notCanonical("https://api.workos.com")],
      output: withShared('"https://api.workos.com/" as const'),
    },
    {
      name: "comments around the value",
      code: withShared('/* 1 */ «"https://api.workos.com"» /* 2 */'),
      errors: [notCanonical("https://api.workos.com")],
      output: withShared('/* 1 */ "https://api.workos.com/" /* 2 */'),
    },
    {
      name: "a comment inside the template",
      code: withSession("«`api.workos.com/user_management/${/* ours */ clientId}`»"),
      errors: [notCanonical("api.workos.com/user_management/…")],
      output: withSession("`https://api.workos.com/user_management/${/* ours */ clientId}`"),
    },
  ],
});

testRule(rule, "text that several providers share", {
  invalid: [
    {
      name: "a constant that two providers want to be the same: one report, edited at its definition",
      code: `const ISSUER = «"https://api.workos.com"»;
const [a, b] = [process.env.A_CLIENT_ID, process.env.B_CLIENT_ID];
export default { providers: [
  { type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: a, jwks: \`https://api.workos.com/sso/jwks/\${a}\` },
  { type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: b, jwks: \`https://api.workos.com/sso/jwks/\${b}\` },
] };
`,
      errors: [notCanonical("https://api.workos.com")],
      output: `const ISSUER = "https://api.workos.com/";
const [a, b] = [process.env.A_CLIENT_ID, process.env.B_CLIENT_ID];
export default { providers: [
  { type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: a, jwks: \`https://api.workos.com/sso/jwks/\${a}\` },
  { type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: b, jwks: \`https://api.workos.com/sso/jwks/\${b}\` },
] };
`,
    },
    {
      name: "a base URL that the other URLs need as it is: reported, not edited",
      code: `const WORKOS = «"https://api.workos.com"»;
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [
  { type: "customJwt", issuer: WORKOS, algorithm: "RS256", applicationID: id, jwks: \`\${WORKOS}/sso/jwks/\${id}\` },
  { type: "customJwt", issuer: \`\${WORKOS}/user_management/\${id}\`, algorithm: "RS256", jwks: \`\${WORKOS}/sso/jwks/\${id}\` },
] };
`,
      errors: [notCanonical("https://api.workos.com")],
      output: null,
    },
    {
      name: "a constant that other code reads: reported, not edited",
      code: `import { log } from "./log";
const ISSUER = «"https://api.workos.com"»;
export const check = () => log(ISSUER);
export default { providers: [{ type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };
`,
      errors: [notCanonical("https://api.workos.com")],
      output: null,
    },
    {
      name: "a helper that is called twice: reported at each call, not edited",
      code: `const session = (id: string | undefined) => ({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}/\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [«session(process.env.A_CLIENT_ID)», «session(process.env.B_CLIENT_ID)»] };
`,
      errors: [
        notCanonical("https://api.workos.com/user_management/…/"),
        notCanonical("https://api.workos.com/user_management/…/"),
      ],
      output: null,
    },
    {
      name: "the argument of a helper that is called twice: edited at the call",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const workos = (issuer: string, applicationID?: string) => ({ type: "customJwt", issuer, algorithm: "RS256", applicationID, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [workos(«"api.workos.com"», id), workos(\`https://api.workos.com/user_management/\${id}\`)] };
`,
      errors: [notCanonical("api.workos.com")],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const workos = (issuer: string, applicationID?: string) => ({ type: "customJwt", issuer, algorithm: "RS256", applicationID, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [workos("https://api.workos.com/", id), workos(\`https://api.workos.com/user_management/\${id}\`)] };
`,
    },
    {
      name: "a helper that is called once: edited",
      code: `const session = (id: string | undefined) => ({ type: "customJwt", issuer: «\`https://api.workos.com/user_management/\${id}/\`», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [session(process.env.A_CLIENT_ID)] };
`,
      errors: [notCanonical("https://api.workos.com/user_management/…/")],
      output: `const session = (id: string | undefined) => ({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [session(process.env.A_CLIENT_ID)] };
`,
    },
    {
      name: "a base object that two providers spread: one report, edited once",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", issuer: «"api.workos.com"», algorithm: "RS256", applicationID: id };
export default { providers: [{ ...base, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { ...base, jwks: "data:application/json,{}" }] };
`,
      errors: [notCanonical("api.workos.com")],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id };
export default { providers: [{ ...base, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { ...base, jwks: "data:application/json,{}" }] };
`,
    },
  ],
});

testRule(rule, "ways to build the list", {
  invalid: [
    {
      name: "one arm of a condition",
      code: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: isPreview ? «"https://api.workos.com"» : "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
      errors: [notCanonical("https://api.workos.com")],
      output: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: isPreview ? "https://api.workos.com/" : "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "pushed, in shorthand",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const issuer = «"https://api.workos.com"»;
const providers = [];
if (id) providers.push({ type: "customJwt", issuer, algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers };
`,
      errors: [notCanonical("https://api.workos.com")],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const issuer = "https://api.workos.com/";
const providers = [];
if (id) providers.push({ type: "customJwt", issuer, algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers };
`,
    },
    {
      name: "a factory",
      code: `const createConfig = (id: string) => ({ providers: [{ type: "customJwt" as const, issuer: «\`api.workos.com/user_management/\${id}\`», algorithm: "RS256" as const, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] });
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
      errors: [notCanonical("api.workos.com/user_management/…")],
      output: `const createConfig = (id: string) => ({ providers: [{ type: "customJwt" as const, issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256" as const, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] });
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
    },
    {
      name: "inside flatMap",
      code: `const ids = [process.env.A_CLIENT_ID, process.env.B_CLIENT_ID];
export default { providers: ids.flatMap((id) => [{ type: "customJwt", issuer: «\`https://api.workos.com/user_management/\${id}/\`», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }]) };
`,
      errors: [notCanonical("https://api.workos.com/user_management/…/")],
      // The callback makes all of them: an edit for one changes the others.
      output: null,
    },
  ],
});
