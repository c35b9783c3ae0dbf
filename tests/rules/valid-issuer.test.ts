import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";

const rule = "valid-issuer";

/** The template with other text for the shared issuer. */
function withShared(issuer: string, audience = "      applicationID: clientId,\n"): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: ${issuer},
      algorithm: "RS256",
${audience}      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
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

/** The template with other text for the user-management issuer. */
function withSession(issuer: string, audience = ""): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;

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
      issuer: ${issuer},
      algorithm: "RS256",
${audience}      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`;
}

/** One provider with the given issuer and nothing beside it. */
function alone(issuer: string, audience = ""): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: ${issuer},
      algorithm: "RS256",
${audience}      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`;
}

const shared = '"https://api.workos.com/"';
const session = "`https://api.workos.com/user_management/${clientId}`";
const audience = "      applicationID: clientId,\n";

testRule(rule, "issuers that WorkOS tokens carry", {
  valid: [
    { name: "the template", code: withShared(shared) },
    { name: "without the slash", code: withShared('"https://api.workos.com"') },
    { name: "two slashes at the end, which Convex trims", code: withShared('"https://api.workos.com//"') },
    { name: "without the scheme, which Convex adds", code: withShared('"api.workos.com"') },
    { name: "without the scheme, with a slash", code: withShared('"api.workos.com/"') },
    { name: "in backticks", code: withShared("`https://api.workos.com/`") },
    { name: "in single quotes", code: withShared("'https://api.workos.com/'") },
    {
      name: "the user-management issuer with a slash at the end",
      code: withSession("`https://api.workos.com/user_management/${clientId}/`"),
    },
    {
      name: "the user-management issuer without the scheme",
      code: withSession("`api.workos.com/user_management/${clientId}`"),
    },
    {
      name: "the user-management issuer of a literal client",
      code: withSession('"https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0"'),
    },
    {
      name: "the user-management issuer of another variable",
      code: withSession("`https://api.workos.com/user_management/${process.env.WORKOS_ENVIRONMENT_CLIENT_ID}`"),
    },
    { name: "a concatenation", code: withSession('"https://api.workos.com" + "/user_management/" + clientId') },
    { name: "a gated issuer under /sso", code: withShared("`https://api.workos.com/sso/${clientId}`") },
    { name: "a gated issuer under /convex", code: withShared("`https://api.workos.com/convex/${clientId}`") },
    {
      name: "a gated issuer of a literal client",
      code: withShared('"https://api.workos.com/sso/client_01JABCDEFGHJKMNPQRSTVWXYZ0"'),
    },
    { name: "a domain of AuthKit, for MCP and Connect", code: withShared('"https://joyful-zebra-42.authkit.app"') },
    { name: "trimmed to what tokens carry", code: withShared('" https://api.workos.com/ ".trim()') },
  ],
});

testRule(rule, "what cannot be decided from the text", {
  valid: [
    { name: "an issuer from the environment", code: withShared("process.env.AUTH_ISSUER") },
    { name: "a host from the environment", code: withShared("`https://${process.env.WORKOS_API_HOSTNAME}/`") },
    {
      name: "a host from the environment, with a path that WorkOS never uses",
      code: withShared("`https://${process.env.WORKOS_API_HOSTNAME}/sso`"),
    },
    { name: "a base URL from the environment", code: withShared("`${process.env.WORKOS_BASE_URL}/user_management`") },
    {
      name: "a path from the environment",
      code: withShared("`https://api.workos.com/${process.env.WORKOS_ISSUER_PATH}`"),
    },
    { name: "an import", code: `import { issuer } from "./issuer";\n${withShared("issuer")}` },
    {
      name: "a call",
      code: `import { issuerFor } from "./issuer";\n${withShared('issuerFor("http://api.workos.com/")')}`,
    },
    {
      name: "a string method that is not evaluated",
      code: withShared('"http://api.workos.com/".replace("http:", "https:")'),
    },
    {
      name: "a fallback behind a reader that may come back empty-handed",
      code: `import { optionalEnv } from "./env";\n${withShared('optionalEnv("AUTH_ISSUER") ?? "http://api.workos.com/"')}`,
    },
    {
      name: "a fallback that never takes effect",
      code: withShared('process.env.AUTH_ISSUER ?? "http://api.workos.com/"'),
    },
    { name: "a list in place of a provider", code: 'export default { providers: [["http://api.workos.com/"]] };' },
  ],
});

const sharedDamages: readonly [name: string, source: string, messageId: string, data: Record<string, string>][] = [
  [
    "another top-level domain beside the keys of WorkOS",
    '"https://api.workos.co/"',
    "wrongHost",
    { issuer: "https://api.workos.co/", host: "api.workos.com" },
  ],
  ["another scheme", '"http://api.workos.com/"', "wrongScheme", { issuer: "http://api.workos.com/" }],
  ["a misspelt scheme", '"htps://api.workos.com/"', "wrongScheme", { issuer: "htps://api.workos.com/" }],
  ["a scheme in upper case", '"HTTPS://api.workos.com/"', "wrongScheme", { issuer: "HTTPS://api.workos.com/" }],
  ["a scheme without a colon", '"https//api.workos.com/"', "wrongScheme", { issuer: "https//api.workos.com/" }],
  ["a scheme with one slash", '"https:/api.workos.com/"', "wrongScheme", { issuer: "https:/api.workos.com/" }],
  ["a scheme with three slashes", '"https:///api.workos.com/"', "wrongScheme", { issuer: "https:///api.workos.com/" }],
  ["slashes without a scheme", '"//api.workos.com/"', "wrongScheme", { issuer: "//api.workos.com/" }],
  ["the domain alone", '"workos.com"', "wrongHost", { issuer: "workos.com", host: "api.workos.com" }],
  [
    "the domain with a scheme",
    '"https://workos.com/"',
    "wrongHost",
    { issuer: "https://workos.com/", host: "api.workos.com" },
  ],
  [
    "another host of WorkOS",
    '"https://auth.workos.com/"',
    "wrongHost",
    { issuer: "https://auth.workos.com/", host: "api.workos.com" },
  ],
  [
    "the dashboard",
    '"https://dashboard.workos.com"',
    "wrongHost",
    { issuer: "https://dashboard.workos.com", host: "api.workos.com" },
  ],
  [
    "a host in upper case",
    '"https://API.WORKOS.COM/"',
    "hostInOtherCase",
    { issuer: "https://API.WORKOS.COM/", host: "api.workos.com" },
  ],
  [
    "a host in mixed case, which evades Convex's check",
    '"https://api.WorkOS.com"',
    "hostInOtherCase",
    { issuer: "https://api.WorkOS.com", host: "api.workos.com" },
  ],
  [
    "a port",
    '"https://api.workos.com:443/"',
    "wrongHost",
    { issuer: "https://api.workos.com:443/", host: "api.workos.com" },
  ],
  [
    "a dot at the end of the host",
    '"https://api.workos.com./"',
    "wrongHost",
    { issuer: "https://api.workos.com./", host: "api.workos.com" },
  ],
  ["the path /sso", '"https://api.workos.com/sso"', "unknownPath", { issuer: "https://api.workos.com/sso" }],
  [
    "the path /sso/oidc",
    '"https://api.workos.com/sso/oidc"',
    "unknownPath",
    { issuer: "https://api.workos.com/sso/oidc" },
  ],
  [
    "the path /sso/token/<id>",
    "`https://api.workos.com/sso/token/${clientId}`",
    "unknownPath",
    { issuer: "https://api.workos.com/sso/token/…" },
  ],
  [
    "the client id alone as a path",
    "`https://api.workos.com/${clientId}`",
    "unknownPath",
    { issuer: "https://api.workos.com/…" },
  ],
  [
    "the path of the keys",
    "`https://api.workos.com/sso/jwks/${clientId}`",
    "unknownPath",
    { issuer: "https://api.workos.com/sso/jwks/…" },
  ],
  [
    "an invented path",
    '"https://api.workos.com/oauth2/token"',
    "unknownPath",
    { issuer: "https://api.workos.com/oauth2/token" },
  ],
  ["a query", '"https://api.workos.com/?v=1"', "queryOrHash", { issuer: "https://api.workos.com/?v=1" }],
  [
    "a query without a slash before it",
    '"https://api.workos.com?v=1"',
    "queryOrHash",
    { issuer: "https://api.workos.com?v=1" },
  ],
  ["a hash", '"https://api.workos.com/#"', "queryOrHash", { issuer: "https://api.workos.com/#" }],
  [
    "a metadata document",
    '"https://api.workos.com/.well-known/openid-configuration"',
    "wellKnownAddress",
    { issuer: "https://api.workos.com/.well-known/openid-configuration" },
  ],
  ["pointed brackets", '"<https://api.workos.com/>"', "strayCharacters", { issuer: "<https://api.workos.com/>" }],
  ["one pointed bracket", '"https://api.workos.com/>"', "strayCharacters", { issuer: "https://api.workos.com/>" }],
  ["stray quotes", "'\"https://api.workos.com/\"'", "strayCharacters", { issuer: '"https://api.workos.com/"' }],
  ["one stray quote", "'https://api.workos.com/\"'", "strayCharacters", { issuer: 'https://api.workos.com/"' }],
  ["a comma", '"https://api.workos.com/,"', "strayCharacters", { issuer: "https://api.workos.com/," }],
  ["a space at the end", '"https://api.workos.com/ "', "strayCharacters", { issuer: "https://api.workos.com/ " }],
  ["a space in front", '" https://api.workos.com/"', "strayCharacters", { issuer: " https://api.workos.com/" }],
  ["a space inside", '"https://api.workos.com /"', "strayCharacters", { issuer: "https://api.workos.com /" }],
  [
    "a line break at the end",
    '"https://api.workos.com/\\n"',
    "strayCharacters",
    { issuer: "https://api.workos.com/ " },
  ],
  [
    "a link of Markdown",
    '"[https://api.workos.com/](https://api.workos.com/)"',
    "strayCharacters",
    { issuer: "[https://api.workos.com/](https://api.workos.com/)" },
  ],
];

/** A custom JWT provider, alone. */
function only(...lines: readonly string[]): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", algorithm: "RS256", ${lines.join(" ")} }] };
`;
}

testRule(rule, "damage to the shared issuer", {
  valid: [
    {
      name: "a host near api.workos.com with neither a path nor the keys of WorkOS",
      code: only('issuer: "https://api.worksos.com/",', 'jwks: "https://api.worksos.com/keys",'),
    },
    { name: "a host that is not near", code: withShared('"https://api.example.com/sso"') },
  ],
  invalid: sharedDamages.map(([name, source, messageId, data]) => ({
    name,
    code: withShared(`«${source}»`),
    errors: [{ messageId, data }],
    output: withShared(shared),
  })),
});

const sessionDamages: readonly [name: string, source: string, messageId: string, data: Record<string, string>][] = [
  [
    "no slash before the client id",
    "`https://api.workos.com/user_management${clientId}`",
    "slashMissing",
    { issuer: "https://api.workos.com/user_management…" },
  ],
  [
    "a hyphen in place of the slash",
    "`https://api.workos.com/user_management-${clientId}`",
    "unknownPath",
    { issuer: "https://api.workos.com/user_management-…" },
  ],
  [
    "a path that shows the role behind something else",
    "`https://api.workos.com/v1/user_management/${clientId}`",
    "unknownPath",
    { issuer: "https://api.workos.com/v1/user_management/…" },
  ],
  [
    "such a path without the client id",
    '"https://api.workos.com/sso/user_management"',
    "unknownPath",
    { issuer: "https://api.workos.com/sso/user_management" },
  ],
  [
    "another scheme",
    "`http://api.workos.com/user_management/${clientId}`",
    "wrongScheme",
    { issuer: "http://api.workos.com/user_management/…" },
  ],
  [
    "a misspelt host",
    "`https://api.worksos.com/user_management/${clientId}`",
    "wrongHost",
    { issuer: "https://api.worksos.com/user_management/…", host: "api.workos.com" },
  ],
  [
    "a host with swapped letters",
    "`https://api.wokros.com/user_management/${clientId}`",
    "wrongHost",
    { issuer: "https://api.wokros.com/user_management/…", host: "api.workos.com" },
  ],
  [
    "another top-level domain",
    "`https://api.workos.co/user_management/${clientId}`",
    "wrongHost",
    { issuer: "https://api.workos.co/user_management/…", host: "api.workos.com" },
  ],
  [
    "the domain alone",
    "`https://workos.com/user_management/${clientId}`",
    "wrongHost",
    { issuer: "https://workos.com/user_management/…", host: "api.workos.com" },
  ],
  [
    "a host in upper case",
    "`https://API.workos.com/user_management/${clientId}`",
    "hostInOtherCase",
    { issuer: "https://API.workos.com/user_management/…", host: "api.workos.com" },
  ],
  [
    "no client id",
    '"https://api.workos.com/user_management"',
    "clientIdMissing",
    { issuer: "https://api.workos.com/user_management" },
  ],
  [
    "no client id behind the slash",
    '"https://api.workos.com/user_management/"',
    "clientIdMissing",
    { issuer: "https://api.workos.com/user_management/" },
  ],
  [
    "a doubled slash before the path",
    "`https://api.workos.com//user_management/${clientId}`",
    "doubleSlash",
    { issuer: "https://api.workos.com//user_management/…" },
  ],
  [
    "a doubled slash before the id",
    "`https://api.workos.com/user_management//${clientId}`",
    "doubleSlash",
    { issuer: "https://api.workos.com/user_management//…" },
  ],
  [
    "a hyphen",
    "`https://api.workos.com/user-management/${clientId}`",
    "unknownPath",
    { issuer: "https://api.workos.com/user-management/…" },
  ],
  [
    "one word",
    "`https://api.workos.com/usermanagement/${clientId}`",
    "unknownPath",
    { issuer: "https://api.workos.com/usermanagement/…" },
  ],
  [
    "capital letters",
    "`https://api.workos.com/User_Management/${clientId}`",
    "unknownPath",
    { issuer: "https://api.workos.com/User_Management/…" },
  ],
  [
    "a path behind the id",
    "`https://api.workos.com/user_management/${clientId}/sessions`",
    "unknownPath",
    { issuer: "https://api.workos.com/user_management/…/sessions" },
  ],
  [
    "a query",
    "`https://api.workos.com/user_management/${clientId}?v=1`",
    "queryOrHash",
    { issuer: "https://api.workos.com/user_management/…?v=1" },
  ],
  [
    "a hash",
    "`https://api.workos.com/user_management/${clientId}#`",
    "queryOrHash",
    { issuer: "https://api.workos.com/user_management/…#" },
  ],
  [
    "a metadata document",
    "`https://api.workos.com/user_management/${clientId}/.well-known/jwks.json`",
    "wellKnownAddress",
    { issuer: "https://api.workos.com/user_management/…/.well-known/jwks.j…" },
  ],
  [
    "pointed brackets",
    "`<https://api.workos.com/user_management/${clientId}>`",
    "strayCharacters",
    { issuer: "<https://api.workos.com/user_management/…>" },
  ],
  [
    "stray quotes",
    '`"https://api.workos.com/user_management/${clientId}"`',
    "strayCharacters",
    { issuer: '"https://api.workos.com/user_management/…"' },
  ],
  [
    "a comma",
    "`https://api.workos.com/user_management/${clientId},`",
    "strayCharacters",
    { issuer: "https://api.workos.com/user_management/…," },
  ],
  [
    "a space at the end",
    "`https://api.workos.com/user_management/${clientId} `",
    "strayCharacters",
    { issuer: "https://api.workos.com/user_management/… " },
  ],
  [
    "${…} in double quotes",
    '"https://api.workos.com/user_management/${clientId}"',
    "templateInPlainQuotes",
    { issuer: "https://api.workos.com/user_management/${clientId}" },
  ],
  [
    "${…} in single quotes",
    "'https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}'",
    "templateInPlainQuotes",
    { issuer: "https://api.workos.com/user_management/${process.env.WORKOS…" },
  ],
  [
    "a placeholder of the examples",
    '"https://api.workos.com/user_management/client_your_client_id_here"',
    "clientIdPlaceholder",
    { issuer: "https://api.workos.com/user_management/client_your_client_i…" },
  ],
  [
    "a placeholder in capitals",
    '"https://api.workos.com/user_management/YOUR-WORKOS-CLIENT-ID"',
    "clientIdPlaceholder",
    { issuer: "https://api.workos.com/user_management/YOUR-WORKOS-CLIENT-ID" },
  ],
  [
    "an abbreviated id",
    '"https://api.workos.com/user_management/client_01..."',
    "clientIdPlaceholder",
    { issuer: "https://api.workos.com/user_management/client_01..." },
  ],
  [
    "the id of something else",
    '"https://api.workos.com/user_management/org_01JABCDEFGHJKMNPQRSTVWXYZ0"',
    "clientIdPlaceholder",
    { issuer: "https://api.workos.com/user_management/org_01JABCDEFGHJKMNP…" },
  ],
];

testRule(rule, "damage to the user-management issuer", {
  valid: [
    { name: "a host three letters away", code: withSession("`https://api.workplace.com/user_management/${clientId}`") },
  ],
  invalid: sessionDamages.map(([name, source, messageId, data]) => ({
    name,
    code: withSession(`«${source}»`),
    errors: [{ messageId, data }],
    output: withSession(session),
  })),
});

testRule(rule, "damage to a gated issuer", {
  invalid: [
    {
      name: "another scheme",
      code: alone("«`http://api.workos.com/sso/${clientId}`»"),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/sso/…" } }],
      output: alone("`https://api.workos.com/sso/${clientId}`"),
    },
    {
      name: "another scheme, the client id over several lines: reported, not edited",
      code: alone("«`http://api.workos.com/sso/${process.env\n        .AUTH_CLIENT_ID}`»"),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/sso/…" } }],
      output: null,
    },
    {
      name: "capital letters",
      code: alone("«`https://api.workos.com/Convex/${clientId}`»"),
      errors: [{ messageId: "unknownPath", data: { issuer: "https://api.workos.com/Convex/…" } }],
      output: alone("`https://api.workos.com/convex/${clientId}`"),
    },
  ],
});

testRule(rule, "a client id that directly follows a name", {
  valid: [
    {
      name: "a variable that may begin with a slash",
      code: only(
        "issuer: `https://api.workos.com/user_management${process.env.WORKOS_PATH}`,",
        'jwks: "data:application/json,{}",',
      ),
    },
    {
      name: "behind another name",
      code: only("issuer: `https://api.workos.com/x${clientId}`,", 'jwks: "data:application/json,{}",'),
    },
  ],
  invalid: [
    {
      name: "a variable with the name of a client id",
      code: only("issuer: «`https://api.workos.com/user_management${clientId}`»,", 'jwks: "data:application/json,{}",'),
      errors: [{ messageId: "slashMissing", data: { issuer: "https://api.workos.com/user_management…" } }],
      output: only(
        "issuer: `https://api.workos.com/user_management/${clientId}`,",
        'jwks: "data:application/json,{}",',
      ),
    },
    {
      name: "an import that is the client id elsewhere",
      code: `import { id } from "./id";\n${only("issuer: «`https://api.workos.com/user_management${id}`»,", "jwks: `https://api.workos.com/sso/jwks/${id}`,")}`,
      errors: [{ messageId: "slashMissing", data: { issuer: "https://api.workos.com/user_management…" } }],
      output: `import { id } from "./id";\n${only("issuer: `https://api.workos.com/user_management/${id}`,", "jwks: `https://api.workos.com/sso/jwks/${id}`,")}`,
    },
    {
      name: "a literal",
      code: only(
        'issuer: «"https://api.workos.com/user_managementclient_01JABCDEFGHJKMNPQRSTVWXYZ0"»,',
        'jwks: "https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0",',
      ),
      errors: [{ messageId: "slashMissing", data: { issuer: "https://api.workos.com/…" } }],
      output: only(
        'issuer: "https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0",',
        'jwks: "https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0",',
      ),
    },
    {
      name: "on a misspelt host",
      code: only(
        "issuer: «`https://api.worksos.com/user_management${clientId}`»,",
        'jwks: "data:application/json,{}",',
      ),
      errors: [
        {
          messageId: "wrongHost",
          data: { issuer: "https://api.worksos.com/user_management…", host: "api.workos.com" },
        },
      ],
      output: only(
        "issuer: `https://api.workos.com/user_management/${clientId}`,",
        'jwks: "data:application/json,{}",',
      ),
    },
    {
      name: "an issuer that WorkOS enables on request",
      code: only(
        "issuer: «`https://api.workos.com/sso${clientId}`»,",
        "jwks: `https://api.workos.com/sso/jwks/${clientId}`,",
      ),
      errors: [{ messageId: "slashMissing", data: { issuer: "https://api.workos.com/sso…" } }],
      output: only(
        "issuer: `https://api.workos.com/sso/${clientId}`,",
        "jwks: `https://api.workos.com/sso/jwks/${clientId}`,",
      ),
    },
    {
      name: "the role behind a path from the environment",
      code: only(
        "issuer: «`https://api.workos.com/${process.env.PATH}/user_management/${clientId}`»,",
        'jwks: "data:application/json,{}",',
      ),
      errors: [{ messageId: "unknownPath", data: { issuer: "https://api.workos.com/…/user_management/…" } }],
      output: only(
        "issuer: `https://api.workos.com/user_management/${clientId}`,",
        'jwks: "data:application/json,{}",',
      ),
    },
    {
      name: "the role without the list",
      code: only(
        "issuer: «`https://api.workos.com/x/user_management/${clientId}`»,",
        'jwks: "data:application/json,{}",',
      ),
      errors: [{ messageId: "unknownPath", data: { issuer: "https://api.workos.com/x/user_management/…" } }],
      output: only(
        "issuer: `https://api.workos.com/user_management/${clientId}`,",
        'jwks: "data:application/json,{}",',
      ),
    },
    {
      name: "a misspelt host in both URLs",
      code: only(
        'issuer: «"https://api.workos.co/"»,',
        "applicationID: clientId,",
        "jwks: `https://api.workos.co/sso/jwks/${clientId}`,",
      ),
      errors: [{ messageId: "wrongHost", data: { issuer: "https://api.workos.co/", host: "api.workos.com" } }],
      output: only(
        'issuer: "https://api.workos.com/",',
        "applicationID: clientId,",
        "jwks: `https://api.workos.co/sso/jwks/${clientId}`,",
      ),
    },
  ],
});

const path = { messageId: "unknownPath", data: { issuer: "https://api.workos.com/sso" } };

testRule(rule, "the role where the text does not say it", {
  invalid: [
    {
      name: "the shared one is what the list lacks: its audience comes with it",
      code: withShared('«"https://api.workos.com/sso"»', ""),
      errors: [path],
      output: withShared(shared),
    },
    {
      name: "the user-management one is what the list lacks: its audience goes",
      code: withSession('«"https://api.workos.com/sso"»', audience),
      errors: [path],
      output: withSession(session),
    },
    {
      name: "alone: one suggestion for each",
      code: alone('«"https://api.workos.com/sso"»'),
      errors: [
        {
          ...path,
          suggestions: [
            { messageId: "useUserManagement", output: alone(session) },
            { messageId: "useShared", output: alone(shared, audience) },
          ],
        },
      ],
      output: null,
    },
    {
      name: "alone, with an audience: one suggestion for each",
      code: alone("«`https://api.workos.com/${clientId}`»", audience),
      errors: [
        {
          messageId: "unknownPath",
          data: { issuer: "https://api.workos.com/…" },
          suggestions: [
            { messageId: "useUserManagement", output: alone(session) },
            { messageId: "useShared", output: alone(shared, audience) },
          ],
        },
      ],
      output: null,
    },
    {
      name: "beside an element that cannot be read, which may have either role: one suggestion for each",
      code: `import { vendor } from "./vendor";
export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/sso/oidc"», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }, vendor] };
`,
      errors: [
        {
          messageId: "unknownPath",
          data: { issuer: "https://api.workos.com/sso/oidc" },
          suggestions: [
            {
              messageId: "useUserManagement",
              output: `import { vendor } from "./vendor";
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }, vendor] };
`,
            },
            {
              messageId: "useShared",
              output: `import { vendor } from "./vendor";
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }, vendor] };
`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});

testRule(rule, "the audience that the role demands", {
  valid: [
    { name: "a sound user-management issuer with an audience is another rule's", code: withSession(session, audience) },
  ],
  invalid: [
    {
      name: "missing beside the shared issuer: added",
      code: withShared('«"http://api.workos.com/"»', ""),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } }],
      output: withShared(shared),
    },
    {
      name: "null beside the shared issuer: replaced",
      code: withShared('«"https://API.workos.com/"»', "      applicationID: null,\n"),
      errors: [{ messageId: "hostInOtherCase", data: { issuer: "https://API.workos.com/", host: "api.workos.com" } }],
      output: withShared(shared),
    },
    {
      name: "misspelt beside the shared issuer: valid-member-name repairs it",
      code: withShared('«"http://api.workos.com/"»', "      applicationId: clientId,\n"),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } }],
      output: withShared(shared, "      applicationId: clientId,\n"),
    },
    {
      name: "beside the user-management issuer: removed",
      code: withSession("«`http://api.workos.com/user_management/${clientId}`»", audience),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } }],
      output: withSession(session),
    },
    {
      name: "misspelt beside the user-management issuer, which Convex refuses: removed",
      code: withSession("«`http://api.workos.com/user_management/${clientId}`»", "      applicationId: clientId,\n"),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } }],
      output: withSession(session),
    },
    {
      name: "null beside the user-management issuer: left as it is",
      code: withSession("«`http://api.workos.com/user_management/${clientId}`»", "      applicationID: null,\n"),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } }],
      output: withSession(session, "      applicationID: null,\n"),
    },
    {
      name: "ignored by Convex beside the user-management issuer: left as it is",
      code: withSession("«`http://api.workos.com/user_management/${clientId}`»", "      audience: clientId,\n"),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } }],
      output: withSession(session, "      audience: clientId,\n"),
    },
    {
      name: "beside the user-management issuer, where tokens carry one: left as it is",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: withSession("«`http://api.workos.com/user_management/${clientId}`»", audience),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } }],
      output: withSession(session, audience),
    },
  ],
});

testRule(rule, "custom domains of the settings", {
  valid: [
    {
      name: "its shared issuer",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withShared('"https://auth.example.com/"'),
    },
    {
      name: "its user-management issuer",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withSession("`https://auth.example.com/user_management/${clientId}`"),
    },
    {
      name: "given in capitals",
      settings: { "convex-authkit": { apiHostnames: ["Auth.Example.com"] } },
      code: withShared('"https://auth.example.com/"'),
    },
    { name: "not given: another vendor's", code: withSession("`http://auth.example.com/user_management/${clientId}`") },
    { name: "not given, with a path that WorkOS never uses", code: withShared('"https://auth.example.com/sso"') },
  ],
  invalid: [
    {
      name: "another scheme",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withShared('«"http://auth.example.com/"»'),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://auth.example.com/" } }],
      output: withShared('"https://auth.example.com/"'),
    },
    {
      name: "another scheme, without an audience: it stays optional there",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withShared('«"http://auth.example.com/"»', ""),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://auth.example.com/" } }],
      output: withShared('"https://auth.example.com/"', ""),
    },
    {
      name: "capital letters",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withSession("«`https://Auth.example.com/user_management/${clientId}`»"),
      errors: [
        {
          messageId: "hostInOtherCase",
          data: { issuer: "https://Auth.example.com/user_management/…", host: "auth.example.com" },
        },
      ],
      output: withSession("`https://auth.example.com/user_management/${clientId}`"),
    },
    {
      name: "a misspelt host",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withSession("«`https://auht.example.com/user_management/${clientId}`»"),
      errors: [
        {
          messageId: "wrongHost",
          data: { issuer: "https://auht.example.com/user_management/…", host: "auth.example.com" },
        },
      ],
      output: withSession("`https://auth.example.com/user_management/${clientId}`"),
    },
    {
      name: "no client id",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withSession('«"https://auth.example.com/user_management"»'),
      errors: [{ messageId: "clientIdMissing", data: { issuer: "https://auth.example.com/user_management" } }],
      output: withSession("`https://auth.example.com/user_management/${clientId}`"),
    },
    {
      name: "api.workos.com stays checked",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withShared('«"http://api.workos.com/"»'),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } }],
      output: withShared(shared),
    },
  ],
});

/** A provider of another vendor. */
function vendor(issuer: string): string {
  return `export default {
  providers: [
    {
      type: "customJwt",
      issuer: ${issuer},
      algorithm: "ES256",
      jwks: "https://clerk.example.com/.well-known/jwks.json",
    },
  ],
};
`;
}

/** The OIDC form of another vendor. */
function oidc(domain: string): string {
  return `export default { providers: [{ domain: ${domain}, applicationID: "convex" }] };\n`;
}

testRule(rule, "other vendors: only what Convex refuses", {
  valid: [
    { name: "https", code: vendor('"https://clerk.example.com"') },
    { name: "http", code: vendor('"http://clerk.example.com"') },
    { name: "no scheme", code: vendor('"clerk.example.com"') },
    { name: "localhost without a scheme", code: vendor('"localhost:3000"') },
    { name: "a query", code: vendor('"https://clerk.example.com/?a=1"') },
    { name: "a metadata document", code: vendor('"https://clerk.example.com/.well-known/openid-configuration"') },
    { name: "an OIDC domain", code: oidc('"https://clerk.example.com"') },
    { name: "an OIDC domain from the environment", code: oidc("process.env.CLERK_JWT_ISSUER_DOMAIN") },
    {
      name: "${…} in plain quotes, which Convex accepts as a host",
      code: oidc('"https://${process.env.CLERK_DOMAIN}"'),
    },
    { name: "an OIDC domain with a part from the environment", code: oidc("`https://${process.env.CLERK_DOMAIN}`") },
  ],
  invalid: [
    {
      name: "a leading quote",
      code: vendor("«'\"https://clerk.example.com'»"),
      errors: [{ messageId: "notAUrl", data: { issuer: '"https://clerk.example.com' } }],
      output: vendor('"https://clerk.example.com"'),
    },
    {
      name: "pointed brackets",
      code: vendor('«"<https://clerk.example.com>"»'),
      errors: [{ messageId: "notAUrl", data: { issuer: "<https://clerk.example.com>" } }],
      output: vendor('"https://clerk.example.com"'),
    },
    {
      name: "no top-level domain and no scheme",
      code: vendor('«"clerk"»'),
      errors: [{ messageId: "notAUrl", data: { issuer: "clerk" } }],
      output: null,
    },
    {
      name: "another scheme than http",
      code: vendor('«"ftp://clerk.example.com"»'),
      errors: [{ messageId: "notAUrl", data: { issuer: "ftp://clerk.example.com" } }],
      output: null,
    },
    {
      name: "an empty text",
      code: vendor('«""»'),
      errors: [{ messageId: "notAUrl", data: { issuer: "" } }],
      output: null,
    },
    {
      name: "an OIDC domain in pointed brackets",
      code: oidc('«"<https://clerk.example.com>"»'),
      errors: [{ messageId: "notAUrl", data: { issuer: "<https://clerk.example.com>" } }],
      output: oidc('"https://clerk.example.com"'),
    },
  ],
});

testRule(rule, "which rule speaks", {
  valid: [
    {
      name: "a constant that is no client id, which the keys read as well: valid-jwks",
      code: alone(session).replace("process.env.WORKOS_CLIENT_ID", '"client_your_client_id_here"'),
    },
    {
      name: "the OIDC form on a damaged WorkOS domain: no-workos-oidc-provider",
      code: 'export default { providers: [{ domain: "http://api.workos.com/", applicationID: process.env.WORKOS_CLIENT_ID }] };',
    },
    {
      name: "slashes and schemes that Convex tolerates: prefer-canonical-issuer",
      code: withShared('"api.workos.com//"'),
    },
    { name: "an issuer that is no text: require-provider-members", code: withShared("null") },
    { name: "a file of Auth.js", code: `import NextAuth from "next-auth";\n${withShared('"http://api.workos.com/"')}` },
    {
      name: "a file outside the functions folder",
      filename: "src/auth.config.ts",
      code: withShared('"http://api.workos.com/"'),
    },
  ],
  invalid: [
    {
      name: "a domain beside customJwt is still read as the issuer",
      code: 'export default { providers: [{ type: "customJwt", domain: «"http://api.workos.com/"», algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: `https://api.workos.com/sso/jwks/${process.env.WORKOS_CLIENT_ID}` }] };',
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } }],
      output:
        'export default { providers: [{ type: "customJwt", domain: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: `https://api.workos.com/sso/jwks/${process.env.WORKOS_CLIENT_ID}` }] };',
    },
  ],
});

testRule(rule, "the client id as the file writes it", {
  invalid: [
    {
      name: "the provider's own expression",
      code: 'export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/user_management"», algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${process.env.MY_WORKOS_CLIENT!}` }] };',
      errors: [{ messageId: "clientIdMissing", data: { issuer: "https://api.workos.com/user_management" } }],
      output:
        'export default { providers: [{ type: "customJwt", issuer: `https://api.workos.com/user_management/${process.env.MY_WORKOS_CLIENT!}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${process.env.MY_WORKOS_CLIENT!}` }] };',
    },
    {
      name: "the env object of Convex",
      code: `import { env } from "./_generated/server";
export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/user_management/"», algorithm: "RS256", jwks: env.WORKOS_JWKS }] };
`,
      errors: [{ messageId: "clientIdMissing", data: { issuer: "https://api.workos.com/user_management/" } }],
      output: `import { env } from "./_generated/server";
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks: env.WORKOS_JWKS }] };
`,
    },
    {
      name: "a literal where the file reads no environment",
      code: 'export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/user_management"», algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0" }] };',
      errors: [{ messageId: "clientIdMissing", data: { issuer: "https://api.workos.com/user_management" } }],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0", algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0" }] };',
    },
    {
      name: "a literal in the damaged issuer stays, where nothing else is read",
      code: 'export default { providers: [{ type: "customJwt", issuer: «"http://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0"», algorithm: "RS256", jwks: "data:application/json,{}" }] };',
      errors: [
        { messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/client_01JABCDEFGHJKM…" } },
      ],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0", algorithm: "RS256", jwks: "data:application/json,{}" }] };',
    },
    {
      name: "the id of the issuer itself, where it differs from that of the keys on purpose",
      code: alone("«`http://api.workos.com/user_management/${process.env.ENVIRONMENT_CLIENT_ID}`»"),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } }],
      output: alone("`https://api.workos.com/user_management/${process.env.ENVIRONMENT_CLIENT_ID}`"),
    },
  ],
});

testRule(rule, "how the file is laid out", {
  invalid: [
    {
      name: "Windows line ends",
      code: crlf(withSession('«"https://api.workos.com/user_management"»', audience)),
      errors: [{ messageId: "clientIdMissing", data: { issuer: "https://api.workos.com/user_management" } }],
      output: crlf(withSession(session)),
    },
    {
      name: "a byte-order mark",
      code: withByteOrderMark(withShared('«"http://api.workos.com/"»')),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } }],
      output: withByteOrderMark(withShared(shared)),
    },
    {
      name: "JavaScript",
      filename: "convex/auth.config.js",
      code: withShared('«"http://api.workos.com/"»'),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } }],
      output: withShared(shared),
    },
    {
      name: "single quotes, tabs, no semicolons, no trailing commas",
      code: `const clientId = process.env.WORKOS_CLIENT_ID

export default {
	providers: [
		{
			type: 'customJwt',
			issuer: «'https://api.workos.com/.well-known/openid-configuration'»,
			jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
			algorithm: 'RS256'
		}
	]
}
`,
      errors: [
        { messageId: "wellKnownAddress", data: { issuer: "https://api.workos.com/.well-known/openid-configuration" } },
      ],
      output: `const clientId = process.env.WORKOS_CLIENT_ID

export default {
	providers: [
		{
			type: 'customJwt',
			issuer: 'https://api.workos.com/',
			jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
			algorithm: 'RS256',
			applicationID: clientId
		}
	]
}
`,
    },
    {
      name: "backticks for every text, the members sorted by name",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
    providers: [
        {
            algorithm: \`RS256\`,
            issuer: «\`<https://api.workos.com/>\`»,
            jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
            type: \`customJwt\`,
        },
    ],
};
`,
      errors: [{ messageId: "strayCharacters", data: { issuer: "<https://api.workos.com/>" } }],
      output: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
    providers: [
        {
            algorithm: \`RS256\`,
            applicationID: clientId,
            issuer: \`https://api.workos.com/\`,
            jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
            type: \`customJwt\`,
        },
    ],
};
`,
    },
    {
      name: "on one line",
      code: 'export default { providers: [{ type: "customJwt", issuer: «"http://api.workos.com/"», algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/" + process.env.WORKOS_CLIENT_ID }] };',
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } }],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: "https://api.workos.com/sso/jwks/" + process.env.WORKOS_CLIENT_ID }] };',
    },
    {
      name: "quoted keys, and a value cast as const",
      code: withShared('«"http://api.workos.com/"» as const').replaceAll("issuer:", '"issuer":'),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } }],
      output: withShared('"https://api.workos.com/" as const').replaceAll("issuer:", '"issuer":'),
    },
    {
      name: "a computed key",
      code: `const ISSUER = "issuer";\n${alone('«"https://api.workos.com/user_management"»').replace("issuer:", "[ISSUER]:")}`,
      errors: [{ messageId: "clientIdMissing", data: { issuer: "https://api.workos.com/user_management" } }],
      output: `const ISSUER = "issuer";\n${alone(session).replace("issuer:", "[ISSUER]:")}`,
    },
    {
      name: "only the literal that differs, in a concatenation",
      code: withSession('«"https://api.workos.com" + "/user-management/" + clientId»'),
      errors: [{ messageId: "unknownPath", data: { issuer: "https://api.workos.com/user-management/…" } }],
      output: withSession('"https://api.workos.com" + "/user_management/" + clientId'),
    },
    {
      name: "only the characters that differ, in a template",
      code: withSession("«`https://api.workos.com/usermanagement/${ clientId }`»"),
      errors: [{ messageId: "unknownPath", data: { issuer: "https://api.workos.com/usermanagement/…" } }],
      output: withSession("`https://api.workos.com/user_management/${ clientId }`"),
    },
    {
      name: "the literal inside a method call",
      code: withSession('«"https://api.workos.com/usermanagement/".concat(clientId)»'),
      errors: [{ messageId: "unknownPath", data: { issuer: "https://api.workos.com/usermanagement/…" } }],
      output: withSession('"https://api.workos.com/user_management/".concat(clientId)'),
    },
  ],
});

testRule(rule, "comments stay", {
  invalid: [
    {
      name: "around the value",
      code: withShared('/* 1 */ «"http://api.workos.com/"» /* 2 */'),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } }],
      output: withShared('/* 1 */ "https://api.workos.com/" /* 2 */'),
    },
    {
      name: "inside the template, when only its characters change",
      code: withSession("«`http://api.workos.com/user_management/${/* ours */ clientId}`»"),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } }],
      output: withSession("`https://api.workos.com/user_management/${/* ours */ clientId}`"),
    },
    {
      name: "inside a template that would have to go: reported, not edited",
      code: withShared("«`https://api.workos.com/${/* ours */ clientId}`»"),
      errors: [{ messageId: "unknownPath", data: { issuer: "https://api.workos.com/…" } }],
      output: null,
    },
    {
      name: "inside the audience that goes",
      code: withSession(
        "«`http://api.workos.com/user_management/${clientId}`»",
        "      applicationID: /* ours */ clientId,\n",
      ),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } }],
      output: withSession(session, "      /* ours */\n"),
    },
  ],
});

/** The template, its issuers from an object that writes the host once. */
function issuersOf(host: string, shared: string, userManagement: string): string {
  return `const HOST = "${host}";
const id = process.env.WORKOS_CLIENT_ID;
const issuers = { shared: ${shared}, userManagement: ${userManagement} };
export default { providers: [
  { type: "customJwt", issuer: issuers.shared, algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
  { type: "customJwt", issuer: issuers.userManagement, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
] };
`;
}

/** A provider whose issuer a function of the file writes. */
function written(issuerOf: string): string {
  return `${issuerOf}
const clientId = process.env.WORKOS_CLIENT_ID!;
export default { providers: [{ type: "customJwt", issuer: issuerOf(clientId), algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }] };
`;
}

testRule(rule, "text that several providers share", {
  invalid: [
    {
      name: "a constant that two providers want to be the same: one report, edited at its definition",
      code: `const ISSUER = «"http://api.workos.com/"»;
const [first, second] = [process.env.WORKOS_CLIENT_ID, process.env.OTHER_CLIENT_ID];
export default { providers: [
  { type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: first, jwks: \`https://api.workos.com/sso/jwks/\${first}\` },
  { type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: second, jwks: \`https://api.workos.com/sso/jwks/\${second}\` },
] };
`,
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } }],
      output: `const ISSUER = "https://api.workos.com/";
const [first, second] = [process.env.WORKOS_CLIENT_ID, process.env.OTHER_CLIENT_ID];
export default { providers: [
  { type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: first, jwks: \`https://api.workos.com/sso/jwks/\${first}\` },
  { type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: second, jwks: \`https://api.workos.com/sso/jwks/\${second}\` },
] };
`,
    },
    {
      name: "a host that both issuers have from one object: edited once, at its definition",
      code: issuersOf("http://api.workos.com", "«`${HOST}/`»", "«`${HOST}/user_management/${id}`»"),
      errors: [
        { messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } },
        { messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } },
      ],
      output: issuersOf("https://api.workos.com", "`${HOST}/`", "`${HOST}/user_management/${id}`"),
    },
    {
      name: "a function that writes the issuer: edited in it",
      code: written("const issuerOf = (id: string) => «`http://api.workos.com/user_management/${id}`»;"),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } }],
      output: written("const issuerOf = (id: string) => `https://api.workos.com/user_management/${id}`;"),
    },
    {
      name: "a function with a body that writes the issuer: edited in it",
      code: written("function issuerOf(id: string) {\n  return «`http://api.workos.com/user_management/${id}`»;\n}"),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } }],
      output: written("function issuerOf(id: string) {\n  return `https://api.workos.com/user_management/${id}`;\n}"),
    },
    {
      name: "a function that other files may call: reported, not edited",
      code: written(
        "export function issuerOf(id: string) {\n  return «`http://api.workos.com/user_management/${id}`»;\n}",
      ),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } }],
      output: null,
    },
    {
      name: "a function that serves another one, which other files may call: reported, not edited",
      code: written(
        "const issuerOf = (id: string) => «`http://api.workos.com/user_management/${id}`»;\nexport const issuerOfTenant = (tenant: { id: string }) => issuerOf(tenant.id);",
      ),
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } }],
      output: null,
    },
    {
      name: "a constant that the keys need as it is: reported, not edited",
      code: `const SSO = «"https://api.workos.com/sso"»;
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [
  { type: "customJwt", issuer: SSO, algorithm: "RS256", applicationID: id, jwks: \`\${SSO}/jwks/\${id}\` },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`\${SSO}/jwks/\${id}\` },
] };
`,
      errors: [path],
      output: null,
    },
    {
      name: "a constant that other code reads: reported, not edited",
      code: `import { log } from "./log";
const ISSUER = «"http://api.workos.com/"»;
const later = () => log(ISSUER);
export default { providers: [{ type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };
`,
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } }],
      output: null,
    },
    {
      name: "an exported constant: reported, not edited",
      code: `export const ISSUER = «"http://api.workos.com/"»;
export default { providers: [{ type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };
`,
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } }],
      output: null,
    },
    {
      name: "the base URL of both issuers: each is repaired",
      code: `const BASE = "http://api.workos.com";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [
  { type: "customJwt", issuer: «\`\${BASE}/\`», algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
  { type: "customJwt", issuer: «\`\${BASE}/user_management/\${id}\`», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
] };
`,
      errors: [
        { messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } },
        { messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } },
      ],
      output: `const BASE = "https://api.workos.com";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [
  { type: "customJwt", issuer: \`\${BASE}/\`, algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
  { type: "customJwt", issuer: \`\${BASE}/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
] };
`,
    },
    {
      name: "a helper that is called twice: reported at each call, not edited",
      code: `const session = (id: string | undefined) => ({ type: "customJwt", issuer: \`https://api.workos.com/usermanagement/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [«session(process.env.WORKOS_CLIENT_ID)», «session(process.env.OTHER_CLIENT_ID)»] };
`,
      errors: [
        { messageId: "unknownPath", data: { issuer: "https://api.workos.com/usermanagement/…" } },
        { messageId: "unknownPath", data: { issuer: "https://api.workos.com/usermanagement/…" } },
      ],
      output: null,
    },
    {
      name: "the argument of a helper that is called twice: edited at the call",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const workos = (issuer: string, applicationID?: string) => ({ type: "customJwt", issuer, algorithm: "RS256", applicationID, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [workos(«"http://api.workos.com/"», id), workos(\`https://api.workos.com/user_management/\${id}\`)] };
`,
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } }],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const workos = (issuer: string, applicationID?: string) => ({ type: "customJwt", issuer, algorithm: "RS256", applicationID, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [workos("https://api.workos.com/", id), workos(\`https://api.workos.com/user_management/\${id}\`)] };
`,
    },
    {
      name: "a helper that is called once: edited",
      code: `const session = (id: string | undefined) => ({ type: "customJwt", issuer: «\`https://api.workos.com/usermanagement/\${id}\`», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [session(process.env.WORKOS_CLIENT_ID)] };
`,
      errors: [{ messageId: "unknownPath", data: { issuer: "https://api.workos.com/usermanagement/…" } }],
      output: `const session = (id: string | undefined) => ({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [session(process.env.WORKOS_CLIENT_ID)] };
`,
    },
    {
      name: "a base object that two providers spread: one report, edited once",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", issuer: «"http://api.workos.com/"», algorithm: "RS256", applicationID: id } as const;
export default { providers: [{ ...base, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { ...base, jwks: "data:application/json,{}" }] };
`,
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } }],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id } as const;
export default { providers: [{ ...base, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { ...base, jwks: "data:application/json,{}" }] };
`,
    },
    {
      name: "shorthand",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const issuer = «\`https://api.workos.com/user_management//\${id}\`»;
const jwks = \`https://api.workos.com/sso/jwks/\${id}\`;
export default { providers: [{ type: "customJwt", issuer, algorithm: "RS256", jwks }] };
`,
      errors: [{ messageId: "doubleSlash", data: { issuer: "https://api.workos.com/user_management//…" } }],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const issuer = \`https://api.workos.com/user_management/\${id}\`;
const jwks = \`https://api.workos.com/sso/jwks/\${id}\`;
export default { providers: [{ type: "customJwt", issuer, algorithm: "RS256", jwks }] };
`,
    },
  ],
});

testRule(rule, "ways to build the list", {
  invalid: [
    {
      name: "one arm of a conditional value",
      code: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: isPreview ? «"http://api.workos.com/"» : "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } }],
      output: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: isPreview ? "https://api.workos.com/" : "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "both arms of a conditional config",
      code: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
const jwks = \`https://api.workos.com/sso/jwks/\${id}\`;
export default isPreview
  ? { providers: [{ type: "customJwt", issuer: «"http://api.workos.com/"», algorithm: "RS256", applicationID: id, jwks }] }
  : { providers: [{ type: "customJwt", issuer: «\`http://api.workos.com/user_management/\${id}\`», algorithm: "RS256", jwks }] };
`,
      errors: [
        { messageId: "wrongScheme", data: { issuer: "http://api.workos.com/" } },
        { messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } },
      ],
      output: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
const jwks = \`https://api.workos.com/sso/jwks/\${id}\`;
export default isPreview
  ? { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks }] }
  : { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks }] };
`,
    },
    {
      name: "pushed",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [];
if (id) providers.push({ type: "customJwt", issuer: «"https://api.workos.com/user_management"», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers };
`,
      errors: [{ messageId: "clientIdMissing", data: { issuer: "https://api.workos.com/user_management" } }],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [];
if (id) providers.push({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers };
`,
    },
    {
      name: "a factory",
      code: `const createConfig = (id: string) => ({ providers: [{ type: "customJwt" as const, issuer: «"https://api.workos.com/user_management/${"$"}{id}"», algorithm: "RS256" as const, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] });
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
      errors: [
        { messageId: "templateInPlainQuotes", data: { issuer: "https://api.workos.com/user_management/${id}" } },
      ],
      output: `const createConfig = (id: string) => ({ providers: [{ type: "customJwt" as const, issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256" as const, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] });
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
    },
    {
      name: "inside flatMap",
      code: `const ids = [process.env.WORKOS_CLIENT_ID, process.env.OTHER_CLIENT_ID];
export default { providers: ids.flatMap((id) => [{ type: "customJwt", issuer: «\`http://api.workos.com/user_management/\${id}\`», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }]) };
`,
      errors: [{ messageId: "wrongScheme", data: { issuer: "http://api.workos.com/user_management/…" } }],
      // The callback makes all of them: an edit for one changes the others.
      output: null,
    },
  ],
});

testRule(rule, "a literal client id beside a variable", {
  invalid: [
    {
      name: "gives way to it",
      code: 'export default { providers: [{ type: "customJwt", issuer: «"http://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA"», algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${process.env.ID}` }] };\n',
      errors: [
        {
          messageId: "wrongScheme",
          data: { issuer: "http://api.workos.com/user_management/client_01JAAAAAAAAAAA…", host: "api.workos.com" },
        },
      ],
      output:
        'export default { providers: [{ type: "customJwt", issuer: `https://api.workos.com/user_management/${process.env.ID}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${process.env.ID}` }] };\n',
    },
  ],
});
