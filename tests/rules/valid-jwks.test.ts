import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";

const rule = "valid-jwks";

/** A user-management provider with other text for its keys. */
function withKeys(jwks: string): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${clientId}\`,
      algorithm: "RS256",
      jwks: ${jwks},
    },
  ],
};
`;
}

/** A provider with the shared issuer, and other text for its keys. */
function shared(jwks: string, issuer = '"https://api.workos.com/"'): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: ${issuer},
      algorithm: "RS256",
      applicationID: clientId,
      jwks: ${jwks},
    },
  ],
};
`;
}

const keys = "`https://api.workos.com/sso/jwks/${clientId}`";

testRule(rule, "where WorkOS publishes keys", {
  valid: [
    { name: "the template", code: withKeys(keys) },
    { name: "the template, beside the shared issuer", code: shared(keys) },
    { name: "a concatenation", code: withKeys('"https://api.workos.com/sso/jwks/" + clientId') },
    { name: "a literal client", code: withKeys('"https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0"') },
    {
      name: "another variable, on purpose",
      code: withKeys("`https://api.workos.com/sso/jwks/${process.env.APP_CLIENT_ID}`"),
    },
    {
      name: "a host in capitals, which is no matter for a request",
      code: withKeys("`https://API.WorkOS.com/sso/jwks/${clientId}`"),
    },
    {
      name: "a base URL in a constant",
      code: `const BASE = "https://api.workos.com";\n${withKeys("`${BASE}/sso/jwks/${clientId}`")}`,
    },
  ],
});

testRule(rule, "what is none of its business", {
  valid: [
    { name: "keys inline", code: withKeys('"data:application/json;base64,eyJrZXlzIjpbXX0="') },
    { name: "keys inline, in capitals", code: withKeys('"DATA:application/json,%7B%22keys%22:[]%7D"') },
    { name: "from the environment", code: withKeys("process.env.WORKOS_JWKS_URL") },
    {
      name: "a host from the environment",
      code: withKeys("`https://${process.env.WORKOS_API_HOSTNAME}/sso/jwks/${clientId}`"),
    },
    {
      name: "a host from the environment, and a path that WorkOS never uses",
      code: withKeys("`https://${process.env.WORKOS_API_HOSTNAME}/jwks`"),
    },
    { name: "a base URL from the environment", code: withKeys("`${process.env.WORKOS_BASE_URL}/jwks`") },
    { name: "a path from the environment", code: withKeys("`https://api.workos.com/${process.env.WORKOS_JWKS_PATH}`") },
    { name: "an import", code: `import { jwks } from "./jwks";\n${withKeys("jwks")}` },
    { name: "a call", code: `import { jwksFor } from "./jwks";\n${withKeys("jwksFor(clientId)")}` },
    { name: "a foreign host", code: withKeys("`https://keys.example.com/${clientId}.json`") },
    { name: "a foreign host without a path", code: withKeys('"https://keys.example.com"') },
    {
      name: "a custom domain that the settings do not name",
      code: withKeys("`https://auth.example.com/sso/jwks/${clientId}`"),
    },
    { name: "no text: require-provider-members", code: withKeys("null") },
    { name: "absent: require-provider-members", code: withKeys("undefined") },
    {
      name: "another vendor with keys of its own",
      code: shared('"https://clerk.example.com/.well-known/jwks.json"', '"https://clerk.example.com"'),
    },
    {
      name: "another vendor with keys at a path that WorkOS never uses",
      code: shared('"https://api.workos.com/jwks"', '"https://clerk.example.com"'),
    },
    {
      name: "a domain of AuthKit with its own keys",
      code: shared('"https://joyful-zebra-42.authkit.app/oauth2/jwks"', '"https://joyful-zebra-42.authkit.app"'),
    },
    {
      name: "an issuer wholly from the environment",
      code: shared('"https://api.workos.com/jwks"', "process.env.AUTH_ISSUER"),
    },
    {
      name: "the OIDC form: no-workos-oidc-provider",
      code: 'export default { providers: [{ domain: "https://api.workos.com/", applicationID: process.env.WORKOS_CLIENT_ID, jwks: "https://api.workos.com/jwks" }] };',
    },
    {
      name: "a file of Auth.js",
      code: `import { GitHub } from "@auth/core/providers/github";\n${withKeys('"https://api.workos.com/jwks"')}`,
    },
    {
      name: "a file outside the functions folder",
      filename: "src/auth.config.ts",
      code: withKeys('"https://api.workos.com/jwks"'),
    },
  ],
});

const damages: readonly [name: string, source: string, messageId: string, data: Record<string, string>][] = [
  [
    "no slash before the client id",
    "`https://api.workos.com/sso/jwks${clientId}`",
    "slashMissing",
    { jwks: "https://api.workos.com/sso/jwks…" },
  ],
  [
    "another scheme",
    "`http://api.workos.com/sso/jwks/${clientId}`",
    "wrongScheme",
    { jwks: "http://api.workos.com/sso/jwks/…" },
  ],
  [
    "a misspelt scheme",
    "`htps://api.workos.com/sso/jwks/${clientId}`",
    "wrongScheme",
    { jwks: "htps://api.workos.com/sso/jwks/…" },
  ],
  [
    "a scheme with one slash",
    "`https:/api.workos.com/sso/jwks/${clientId}`",
    "wrongScheme",
    { jwks: "https:/api.workos.com/sso/jwks/…" },
  ],
  [
    "no scheme, which Convex does not add here",
    "`api.workos.com/sso/jwks/${clientId}`",
    "wrongScheme",
    { jwks: "api.workos.com/sso/jwks/…" },
  ],
  ["no client id", '"https://api.workos.com/sso/jwks"', "clientIdMissing", { jwks: "https://api.workos.com/sso/jwks" }],
  [
    "no client id behind the slash",
    '"https://api.workos.com/sso/jwks/"',
    "clientIdMissing",
    { jwks: "https://api.workos.com/sso/jwks/" },
  ],
  [
    "no client id behind the slash, in backticks",
    "`https://api.workos.com/sso/jwks/`",
    "clientIdMissing",
    { jwks: "https://api.workos.com/sso/jwks/" },
  ],
  [
    "under the user-management path",
    "`https://api.workos.com/user_management/jwks/${clientId}`",
    "unknownPath",
    { jwks: "https://api.workos.com/user_management/jwks/…" },
  ],
  [
    "under the issuer",
    "`https://api.workos.com/user_management/${clientId}/jwks`",
    "unknownPath",
    { jwks: "https://api.workos.com/user_management/…/jwks" },
  ],
  [
    "the path of AuthKit's domains",
    '"https://api.workos.com/oauth2/jwks"',
    "unknownPath",
    { jwks: "https://api.workos.com/oauth2/jwks" },
  ],
  [
    "the path /jwks",
    "`https://api.workos.com/jwks/${clientId}`",
    "unknownPath",
    { jwks: "https://api.workos.com/jwks/…" },
  ],
  [
    "the path /sso",
    "`https://api.workos.com/sso/${clientId}`",
    "unknownPath",
    { jwks: "https://api.workos.com/sso/…" },
  ],
  [
    "the issuer itself",
    "`https://api.workos.com/user_management/${clientId}`",
    "unknownPath",
    { jwks: "https://api.workos.com/user_management/…" },
  ],
  ["the host alone", '"https://api.workos.com/"', "unknownPath", { jwks: "https://api.workos.com/" }],
  [
    "capital letters in the path",
    "`https://api.workos.com/SSO/JWKS/${clientId}`",
    "unknownPath",
    { jwks: "https://api.workos.com/SSO/JWKS/…" },
  ],
  [
    "a slash at the end",
    "`https://api.workos.com/sso/jwks/${clientId}/`",
    "unknownPath",
    { jwks: "https://api.workos.com/sso/jwks/…/" },
  ],
  [
    "a path behind the id",
    "`https://api.workos.com/sso/jwks/${clientId}/keys`",
    "unknownPath",
    { jwks: "https://api.workos.com/sso/jwks/…/keys" },
  ],
  [
    "the well-known address",
    '"https://api.workos.com/.well-known/jwks.json"',
    "unknownPath",
    { jwks: "https://api.workos.com/.well-known/jwks.json" },
  ],
  [
    "the well-known address under the issuer",
    "`https://api.workos.com/user_management/${clientId}/.well-known/jwks.json`",
    "unknownPath",
    { jwks: "https://api.workos.com/user_management/…/.well-known/jwks.j…" },
  ],
  [
    "a query",
    "`https://api.workos.com/sso/jwks/${clientId}?format=json`",
    "queryOrHash",
    { jwks: "https://api.workos.com/sso/jwks/…?format=json" },
  ],
  [
    "the client id as a query",
    "`https://api.workos.com/sso/jwks?client_id=${clientId}`",
    "queryOrHash",
    { jwks: "https://api.workos.com/sso/jwks?client_id=…" },
  ],
  [
    "a hash",
    "`https://api.workos.com/sso/jwks/${clientId}#keys`",
    "queryOrHash",
    { jwks: "https://api.workos.com/sso/jwks/…#keys" },
  ],
  [
    "a doubled slash before the path",
    "`https://api.workos.com//sso/jwks/${clientId}`",
    "doubleSlash",
    { jwks: "https://api.workos.com//sso/jwks/…" },
  ],
  [
    "a doubled slash before the id",
    "`https://api.workos.com/sso/jwks//${clientId}`",
    "doubleSlash",
    { jwks: "https://api.workos.com/sso/jwks//…" },
  ],
  [
    "a misspelt host",
    "`https://api.worksos.com/sso/jwks/${clientId}`",
    "wrongHost",
    { jwks: "https://api.worksos.com/sso/jwks/…", host: "api.workos.com" },
  ],
  [
    "another top-level domain",
    "`https://api.workos.co/sso/jwks/${clientId}`",
    "wrongHost",
    { jwks: "https://api.workos.co/sso/jwks/…", host: "api.workos.com" },
  ],
  [
    "the domain alone",
    "`https://workos.com/sso/jwks/${clientId}`",
    "wrongHost",
    { jwks: "https://workos.com/sso/jwks/…", host: "api.workos.com" },
  ],
  [
    "another host of WorkOS",
    "`https://auth.workos.com/sso/jwks/${clientId}`",
    "wrongHost",
    { jwks: "https://auth.workos.com/sso/jwks/…", host: "api.workos.com" },
  ],
  [
    "a domain of AuthKit under an issuer of api.workos.com",
    '"https://joyful-zebra-42.authkit.app/oauth2/jwks"',
    "wrongHost",
    { jwks: "https://joyful-zebra-42.authkit.app/oauth2/jwks", host: "api.workos.com" },
  ],
  [
    "pointed brackets",
    "`<https://api.workos.com/sso/jwks/${clientId}>`",
    "strayCharacters",
    { jwks: "<https://api.workos.com/sso/jwks/…>" },
  ],
  [
    "stray quotes",
    '`"https://api.workos.com/sso/jwks/${clientId}"`',
    "strayCharacters",
    { jwks: '"https://api.workos.com/sso/jwks/…"' },
  ],
  [
    "a comma",
    "`https://api.workos.com/sso/jwks/${clientId},`",
    "strayCharacters",
    { jwks: "https://api.workos.com/sso/jwks/…," },
  ],
  [
    "a space at the end",
    "`https://api.workos.com/sso/jwks/${clientId} `",
    "strayCharacters",
    { jwks: "https://api.workos.com/sso/jwks/… " },
  ],
  [
    "a space in front",
    "` https://api.workos.com/sso/jwks/${clientId}`",
    "strayCharacters",
    { jwks: " https://api.workos.com/sso/jwks/…" },
  ],
  [
    "${…} in double quotes",
    '"https://api.workos.com/sso/jwks/${clientId}"',
    "templateInPlainQuotes",
    { jwks: "https://api.workos.com/sso/jwks/${clientId}" },
  ],
  [
    "${…} in single quotes",
    "'https://api.workos.com/sso/jwks/${clientId}'",
    "templateInPlainQuotes",
    { jwks: "https://api.workos.com/sso/jwks/${clientId}" },
  ],
  [
    "a placeholder of the examples",
    '"https://api.workos.com/sso/jwks/client_your_client_id_here"',
    "clientIdPlaceholder",
    { jwks: "https://api.workos.com/sso/jwks/client_your_client_id_here" },
  ],
  [
    "a placeholder in capitals",
    '"https://api.workos.com/sso/jwks/YOUR-WORKOS-CLIENT-ID"',
    "clientIdPlaceholder",
    { jwks: "https://api.workos.com/sso/jwks/YOUR-WORKOS-CLIENT-ID" },
  ],
  [
    "an abbreviated id",
    '"https://api.workos.com/sso/jwks/client_01..."',
    "clientIdPlaceholder",
    { jwks: "https://api.workos.com/sso/jwks/client_01..." },
  ],
  ["a path alone", "`/sso/jwks/${clientId}`", "wrongHost", { jwks: "/sso/jwks/…", host: "api.workos.com" }],
  ["an empty text", '""', "wrongHost", { jwks: "", host: "api.workos.com" }],
];

testRule(rule, "keys that cannot be fetched", {
  valid: [{ name: "a variable alone, which may hold the whole URL", code: withKeys("clientId") }],
  invalid: damages.map(([name, source, messageId, data]) => ({
    name,
    code: withKeys(`«${source}»`),
    errors: [{ messageId, data }],
    output: withKeys(keys),
  })),
});

testRule(rule, "beside the shared issuer", {
  valid: [{ name: "sound", code: shared(keys) }],
  invalid: [
    {
      name: "no client id",
      code: shared('«"https://api.workos.com/sso/jwks/"»'),
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks/" } }],
      output: shared(keys),
    },
    {
      name: "a damaged issuer is another defect",
      code: shared('«"https://api.workos.com/oauth2/jwks"»', '"http://api.workos.com/"'),
      errors: [{ messageId: "unknownPath", data: { jwks: "https://api.workos.com/oauth2/jwks" } }],
      output: shared(keys, '"http://api.workos.com/"'),
    },
    {
      name: "an issuer whose role the text does not say",
      code: shared('«"https://api.workos.com/oauth2/jwks"»', '"https://api.workos.com/sso"'),
      errors: [{ messageId: "unknownPath", data: { jwks: "https://api.workos.com/oauth2/jwks" } }],
      output: shared(keys, '"https://api.workos.com/sso"'),
    },
    {
      name: "an issuer that WorkOS hands out on request",
      code: shared("«`https://api.workos.com/jwks/${clientId}`»", "`https://api.workos.com/sso/${clientId}`"),
      errors: [{ messageId: "unknownPath", data: { jwks: "https://api.workos.com/jwks/…" } }],
      output: shared(keys, "`https://api.workos.com/sso/${clientId}`"),
    },
  ],
});

testRule(rule, "custom domains of the settings", {
  valid: [
    {
      name: "keys on the own host",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: shared("`https://auth.example.com/sso/jwks/${clientId}`", '"https://auth.example.com/"'),
    },
    {
      name: "keys on api.workos.com",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: shared(keys, '"https://auth.example.com/"'),
    },
    {
      name: "keys of the custom domain under an issuer of api.workos.com",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: shared("`https://auth.example.com/sso/jwks/${clientId}`"),
    },
    {
      name: "a domain that the settings do not name",
      settings: { "convex-authkit": { apiHostnames: ["login.example.com"] } },
      code: shared('"https://auth.example.com/jwks"', '"https://auth.example.com/"'),
    },
  ],
  invalid: [
    {
      name: "a path that WorkOS never uses, on the own host",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: shared('«"https://auth.example.com/oauth2/jwks"»', '"https://auth.example.com/"'),
      errors: [{ messageId: "unknownPath", data: { jwks: "https://auth.example.com/oauth2/jwks" } }],
      output: shared("`https://auth.example.com/sso/jwks/${clientId}`", '"https://auth.example.com/"'),
    },
    {
      name: "no client id, on api.workos.com",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: shared('«"https://api.workos.com/sso/jwks/"»', '"https://auth.example.com/"'),
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks/" } }],
      output: shared(keys, '"https://auth.example.com/"'),
    },
    {
      name: "another scheme, on the own host",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: shared(
        "«`http://auth.example.com/sso/jwks/${clientId}`»",
        "`https://auth.example.com/user_management/${clientId}`",
      ).replace("      applicationID: clientId,\n", ""),
      errors: [{ messageId: "wrongScheme", data: { jwks: "http://auth.example.com/sso/jwks/…" } }],
      output: shared(
        "`https://auth.example.com/sso/jwks/${clientId}`",
        "`https://auth.example.com/user_management/${clientId}`",
      ).replace("      applicationID: clientId,\n", ""),
    },
  ],
});

testRule(rule, "the other setting changes nothing", {
  valid: [
    { name: "the template", settings: { "convex-authkit": { tokensCarryAudience: true } }, code: withKeys(keys) },
  ],
  invalid: [
    {
      name: "no client id",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: withKeys('«"https://api.workos.com/sso/jwks/"»'),
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks/" } }],
      output: withKeys(keys),
    },
  ],
});

testRule(rule, "the client id as the file writes it", {
  invalid: [
    {
      name: "that of the issuer",
      code: 'export default { providers: [{ type: "customJwt", issuer: `https://api.workos.com/user_management/${process.env["MY_WORKOS_CLIENT"]}`, algorithm: "RS256", jwks: «"https://api.workos.com/sso/jwks"» }] };',
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output:
        'export default { providers: [{ type: "customJwt", issuer: `https://api.workos.com/user_management/${process.env["MY_WORKOS_CLIENT"]}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${process.env["MY_WORKOS_CLIENT"]}` }] };',
    },
    {
      name: "that of the audience, where its name says what it is",
      code: 'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.AUTHKIT_CLIENT_ID, jwks: «"https://api.workos.com/sso/jwks"» }] };',
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.AUTHKIT_CLIENT_ID, jwks: `https://api.workos.com/sso/jwks/${process.env.AUTHKIT_CLIENT_ID}` }] };',
    },
    {
      name: "the env object of Convex",
      code: `import { env } from "./_generated/server";
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks: «"https://api.workos.com/.well-known/jwks.json"» }] };
`,
      errors: [{ messageId: "unknownPath", data: { jwks: "https://api.workos.com/.well-known/jwks.json" } }],
      output: `import { env } from "./_generated/server";
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${env.WORKOS_CLIENT_ID}\` }] };
`,
    },
    {
      name: "a literal where the file reads no environment",
      code: "export default { providers: [{ type: 'customJwt', issuer: 'https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0', algorithm: 'RS256', jwks: «'https://api.workos.com/sso/jwks/'» }] };",
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks/" } }],
      output:
        "export default { providers: [{ type: 'customJwt', issuer: 'https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0', algorithm: 'RS256', jwks: 'https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0' }] };",
    },
    {
      name: "the own variable stays, where it differs from that of the issuer on purpose",
      code: withKeys("«`https://api.workos.com/jwks/${process.env.APP_CLIENT_ID}`»"),
      errors: [{ messageId: "unknownPath", data: { jwks: "https://api.workos.com/jwks/…" } }],
      output: withKeys("`https://api.workos.com/sso/jwks/${process.env.APP_CLIENT_ID}`"),
    },
    {
      name: "a literal in the damaged URL stays, where nothing else is read",
      code: 'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0", algorithm: "RS256", jwks: «"https://api.workos.com/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0"» }] };',
      errors: [
        { messageId: "unknownPath", data: { jwks: "https://api.workos.com/jwks/client_01JABCDEFGHJKMNPQRSTVWXY…" } },
      ],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0", algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0" }] };',
    },
    {
      name: "process.env.WORKOS_CLIENT_ID where the file names no client",
      code: 'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.AUTH_AUDIENCE, jwks: «"https://api.workos.com/sso/jwks"» }] };',
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.AUTH_AUDIENCE, jwks: `https://api.workos.com/sso/jwks/${process.env.WORKOS_CLIENT_ID}` }] };',
    },
  ],
});

testRule(rule, "how the file is laid out", {
  invalid: [
    {
      name: "Windows line ends",
      code: crlf(withKeys('«"https://api.workos.com/sso/jwks"»')),
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: crlf(withKeys(keys)),
    },
    {
      name: "a byte-order mark",
      code: withByteOrderMark(withKeys('«"https://api.workos.com/sso/jwks"»')),
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: withByteOrderMark(withKeys(keys)),
    },
    {
      name: "JavaScript",
      filename: "convex/auth.config.js",
      code: withKeys('«"https://api.workos.com/sso/jwks"»'),
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: withKeys(keys),
    },
    {
      name: "the value on a line of its own: what becomes short enough goes up",
      code: withKeys('\n        «"https://api.workos.com/sso/jwks/user_management/keys/of/our/own/environment.json"»'),
      errors: [
        { messageId: "unknownPath", data: { jwks: "https://api.workos.com/sso/jwks/user_management/keys/of/our…" } },
      ],
      output: withKeys(keys),
    },
    {
      name: "tabs, no semicolons, no trailing commas",
      code: `const clientId = process.env.WORKOS_CLIENT_ID

export default {
	providers: [
		{
			type: 'customJwt',
			issuer: \`https://api.workos.com/user_management/\${clientId}\`,
			algorithm: 'RS256',
			jwks: «'https://api.workos.com/sso/jwks'»
		}
	]
}
`,
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: `const clientId = process.env.WORKOS_CLIENT_ID

export default {
	providers: [
		{
			type: 'customJwt',
			issuer: \`https://api.workos.com/user_management/\${clientId}\`,
			algorithm: 'RS256',
			jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`
		}
	]
}
`,
    },
    {
      name: "a quoted key",
      code: withKeys('«"https://api.workos.com/sso/jwks"»').replace("jwks:", '"jwks":'),
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: withKeys(keys).replace("jwks:", '"jwks":'),
    },
    {
      name: "a computed key",
      code: withKeys('«"https://api.workos.com/sso/jwks"»').replace("jwks:", '["jwks"]:'),
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: withKeys(keys).replace("jwks:", '["jwks"]:'),
    },
    {
      name: "a value cast as const",
      code: withKeys('«"https://api.workos.com/sso/jwks"» as const'),
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: withKeys(`${keys} as const`),
    },
    {
      name: "only the literal that differs, in a concatenation",
      code: withKeys('«"https://api.workos.com" + "/jwks/" + clientId»'),
      errors: [{ messageId: "unknownPath", data: { jwks: "https://api.workos.com/jwks/…" } }],
      output: withKeys('"https://api.workos.com" + "/sso/jwks/" + clientId'),
    },
    {
      name: "only the characters that differ, in a template",
      code: withKeys("«`https://api.workos.com/jwks/${ clientId }`»"),
      errors: [{ messageId: "unknownPath", data: { jwks: "https://api.workos.com/jwks/…" } }],
      output: withKeys("`https://api.workos.com/sso/jwks/${ clientId }`"),
    },
    {
      name: "a base URL in a constant stays, where only the path is wrong",
      code: `const BASE = "https://api.workos.com";\n${withKeys("«`${BASE}/jwks/${clientId}`»")}`,
      errors: [{ messageId: "unknownPath", data: { jwks: "https://api.workos.com/jwks/…" } }],
      output: `const BASE = "https://api.workos.com";\n${withKeys("`${BASE}/sso/jwks/${clientId}`")}`,
    },
  ],
});

testRule(rule, "comments stay", {
  invalid: [
    {
      name: "around the value",
      code: withKeys('/* 1 */ «"https://api.workos.com/sso/jwks"» /* 2 */'),
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: withKeys(`/* 1 */ ${keys} /* 2 */`),
    },
    {
      name: "above a value on a line of its own",
      code: withKeys('\n        // the keys\n        «"https://api.workos.com/sso/jwks"»'),
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: withKeys(`\n        // the keys\n        ${keys}`),
    },
    {
      name: "inside the template, when only its characters change",
      code: withKeys("«`http://api.workos.com/sso/jwks/${/* ours */ clientId}`»"),
      errors: [{ messageId: "wrongScheme", data: { jwks: "http://api.workos.com/sso/jwks/…" } }],
      output: withKeys("`https://api.workos.com/sso/jwks/${/* ours */ clientId}`"),
    },
    {
      name: "inside a concatenation that would have to go: reported, not edited",
      code: withKeys('«"https://api.workos.com/sso/" + /* ours */ "keys"»'),
      errors: [{ messageId: "unknownPath", data: { jwks: "https://api.workos.com/sso/keys" } }],
      output: null,
    },
  ],
});

testRule(rule, "text that several providers share", {
  invalid: [
    {
      name: "a constant that both want to be the same: one report, edited at its definition",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const jwks = «"https://api.workos.com/sso/jwks"»;
export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks },
] };
`,
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const jwks = \`https://api.workos.com/sso/jwks/\${id}\`;
export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks },
] };
`,
    },
    {
      name: "a constant that two providers want to be different things: reported, not edited",
      code: `const jwks = «"https://api.workos.com/sso/jwks"»;
export default { providers: [
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.STAGING_CLIENT_ID}\`, algorithm: "RS256", jwks },
] };
`,
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: null,
    },
    {
      name: "a constant above the client id: written as it can be read there",
      code: `const jwks = «"https://api.workos.com/sso/jwks/"»;
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks }] };
`,
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks/" } }],
      output: `const jwks = \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`;
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks }] };
`,
    },
    {
      name: "a constant that the issuer needs as it is: the expression that reads it is edited",
      code: `const BASE = "https://api.workos.com/user_management/";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: BASE + id, algorithm: "RS256", jwks: «BASE + id» }] };
`,
      errors: [{ messageId: "unknownPath", data: { jwks: "https://api.workos.com/user_management/…" } }],
      output: `const BASE = "https://api.workos.com/user_management/";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: BASE + id, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "an exported constant: reported, not edited",
      code: `export const jwks = «"https://api.workos.com/sso/jwks/"»;
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks }] };
`,
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks/" } }],
      output: null,
    },
    {
      name: "a base object that both spread: one report, edited once",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", algorithm: "RS256", jwks: «"https://api.workos.com/oauth2/jwks"» } as const;
export default { providers: [{ ...base, issuer: "https://api.workos.com/", applicationID: id }, { ...base, issuer: \`https://api.workos.com/user_management/\${id}\` }] };
`,
      errors: [{ messageId: "unknownPath", data: { jwks: "https://api.workos.com/oauth2/jwks" } }],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` } as const;
export default { providers: [{ ...base, issuer: "https://api.workos.com/", applicationID: id }, { ...base, issuer: \`https://api.workos.com/user_management/\${id}\` }] };
`,
    },
    {
      name: "a helper that is called twice: reported at each call, not edited",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const workos = (issuer: string, applicationID?: string) => ({ type: "customJwt", issuer, algorithm: "RS256", applicationID, jwks: "https://api.workos.com/sso/jwks" });
export default { providers: [«workos("https://api.workos.com/", id)», «workos(\`https://api.workos.com/user_management/\${id}\`)»] };
`,
      errors: [
        { messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } },
        { messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } },
      ],
      output: null,
    },
    {
      name: "a helper that is called once: edited",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const workos = (issuer: string) => ({ type: "customJwt", issuer, algorithm: "RS256", jwks: «"https://api.workos.com/sso/jwks"» });
export default { providers: [workos(\`https://api.workos.com/user_management/\${id}\`)] };
`,
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const workos = (issuer: string) => ({ type: "customJwt", issuer, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [workos(\`https://api.workos.com/user_management/\${id}\`)] };
`,
    },
    {
      name: "a helper for the URL alone, called once for each of two providers: reported at each call, not edited",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const keysOf = (client: string | undefined) => \`https://api.workos.com/jwks/\${client}\`;
export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: «keysOf(id)» },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: «keysOf(id)» },
] };
`,
      errors: [
        { messageId: "unknownPath", data: { jwks: "https://api.workos.com/jwks/…" } },
        { messageId: "unknownPath", data: { jwks: "https://api.workos.com/jwks/…" } },
      ],
      output: null,
    },
  ],
});

testRule(rule, "ways to build the list", {
  valid: [
    {
      name: "inside a call that cannot be evaluated",
      code: `import { withDefaults } from "./defaults";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [withDefaults({ issuer: \`https://api.workos.com/user_management/\${id}\`, jwks: "https://api.workos.com/sso/jwks" })] };
`,
    },
  ],
  invalid: [
    {
      name: "a conditional list",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: id ? [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: «"https://api.workos.com/sso/jwks"» }] : [] };
`,
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: id ? [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] : [] };
`,
    },
    {
      name: "one arm of a conditional value",
      code: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: isPreview ? \`https://api.workos.com/sso/jwks/\${id}\` : «"https://api.workos.com/sso/jwks"» }] };
`,
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: isPreview ? \`https://api.workos.com/sso/jwks/\${id}\` : \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "values that depend on one condition stay together",
      code: `import { isPreview } from "./stage";
const id = isPreview ? process.env.PREVIEW_CLIENT_ID : process.env.WORKOS_CLIENT_ID;
const jwks = isPreview ? "data:application/json,{}" : «"https://api.workos.com/sso/jwks"»;
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks }] };
`,
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: `import { isPreview } from "./stage";
const id = isPreview ? process.env.PREVIEW_CLIENT_ID : process.env.WORKOS_CLIENT_ID;
const jwks = isPreview ? "data:application/json,{}" : \`https://api.workos.com/sso/jwks/\${id}\`;
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks }] };
`,
    },
    {
      name: "pushed",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [];
providers.push({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: «"https://api.workos.com/sso/jwks"» });
export default { providers };
`,
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [];
providers.push({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers };
`,
    },
    {
      name: "a factory: its parameter is the client id",
      code: `const createConfig = (id: string) => ({ providers: [{ type: "customJwt" as const, issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256" as const, jwks: «"https://api.workos.com/sso/jwks"» }] });
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      output: `const createConfig = (id: string) => ({ providers: [{ type: "customJwt" as const, issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256" as const, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] });
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
    },
    {
      name: "inside flatMap: the parameter of the callback is the client id",
      code: `const ids = [process.env.WORKOS_CLIENT_ID, process.env.OTHER_CLIENT_ID];
export default { providers: ids.flatMap((id) => [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: «"https://api.workos.com/sso/jwks"» }]) };
`,
      errors: [{ messageId: "clientIdMissing", data: { jwks: "https://api.workos.com/sso/jwks" } }],
      // The callback makes all of them: an edit for one changes the others.
      output: null,
    },
  ],
});

testRule(rule, "a constant that is no client id", {
  valid: [
    {
      name: "for another vendor",
      code: 'const id = "my-app";\nexport default { providers: [{ type: "customJwt", issuer: "https://auth.example.com", algorithm: "RS256", jwks: `https://auth.example.com/sso/jwks/${id}` }] };\n',
    },
  ],
  invalid: [
    {
      name: "is one defect, repaired where it is written",
      code: `const clientId = «"client_your_client_id_here"»;\n${template()}`,
      errors: [
        {
          messageId: "clientIdPlaceholder",
          data: { jwks: "https://api.workos.com/sso/jwks/client_your_client_id_here" },
        },
      ],
      output: `const clientId = process.env.WORKOS_CLIENT_ID!;\n${template()}`,
    },
    {
      name: "in backticks",
      code: `const clientId = «\`YOUR-WORKOS-CLIENT-ID\`»;\n${template()}`,
      errors: [
        { messageId: "clientIdPlaceholder", data: { jwks: "https://api.workos.com/sso/jwks/YOUR-WORKOS-CLIENT-ID" } },
      ],
      output: `const clientId = process.env.WORKOS_CLIENT_ID!;\n${template()}`,
    },
    {
      name: "that a guard asks for as well",
      code: `const clientId = «"client_your_client_id_here"»;\nif (!clientId) throw new Error("No client id");\n${template()}`,
      errors: [
        {
          messageId: "clientIdPlaceholder",
          data: { jwks: "https://api.workos.com/sso/jwks/client_your_client_id_here" },
        },
      ],
      output: `const clientId = process.env.WORKOS_CLIENT_ID!;\nif (!clientId) throw new Error("No client id");\n${template()}`,
    },
    {
      name: "that is also used elsewhere is reported, not edited",
      code: `export const clientId = «"client_your_client_id_here"»;\n${template()}`,
      errors: [
        {
          messageId: "clientIdPlaceholder",
          data: { jwks: "https://api.workos.com/sso/jwks/client_your_client_id_here" },
        },
      ],
      output: null,
    },
    {
      name: "in a function that makes both providers is reported at the first call, not edited",
      code: `const provider = (issuer: string) => {
  const clientId = "client_your_client_id_here";
  return { type: "customJwt" as const, issuer, algorithm: "RS256" as const, jwks: ${keys} };
};
export default { providers: [«provider("https://api.workos.com/")», provider("https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0")] };
`,
      errors: [
        {
          messageId: "clientIdPlaceholder",
          data: { jwks: "https://api.workos.com/sso/jwks/client_your_client_id_here" },
        },
      ],
      output: null,
    },
    {
      name: "that another vendor has as well is reported, not edited",
      code: `const clientId = «"my-app-id"»;\n${template(', { domain: "https://auth.example.com", applicationID: clientId }')}`,
      errors: [{ messageId: "clientIdPlaceholder", data: { jwks: "https://api.workos.com/sso/jwks/my-app-id" } }],
      output: null,
    },
  ],
});

/** Both providers of the template, one member that Convex ignores, and what else the list holds. */
function template(others = ""): string {
  const shared = `{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: ${keys} }`;
  const session = `{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", jwks: ${keys}, audience: clientId }`;
  return `export default { providers: [${shared}, ${session}${others}] };\n`;
}

testRule(rule, "a client id that is only in part a variable", {
  invalid: [
    {
      name: "is kept as it is",
      code: 'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", jwks: «`http://api.workos.com/sso/jwks/client_${process.env.ID}`» }] };\n',
      errors: [
        { messageId: "wrongScheme", data: { jwks: "http://api.workos.com/sso/jwks/client_…", host: "api.workos.com" } },
      ],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/client_${process.env.ID}` }] };\n',
    },
  ],
});
