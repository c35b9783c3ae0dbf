import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";

const rule = "require-shared-issuer-application-id";

/** A provider with the shared issuer, and the given line where the audience stands. */
function withLine(line: string, issuer = '"https://api.workos.com/"'): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: ${issuer},
      algorithm: "RS256",
${line === "" ? "" : `      ${line}\n`}      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`;
}

const marked = '«"https://api.workos.com/"»';
const repaired = withLine("applicationID: clientId,");

const missing = { messageId: "missing" };
const isNull = { messageId: "empty", data: { value: "null" } };
const isUndefined = { messageId: "empty", data: { value: "undefined" } };
const isEmptyText = { messageId: "empty", data: { value: '""' } };

testRule(rule, "the member is missing, or holds nothing", {
  valid: [
    { name: "the client id", code: repaired },
    { name: "another variable", code: withLine("applicationID: process.env.AUTH_AUDIENCE,") },
    { name: "a literal client id", code: withLine('applicationID: "client_01JABCDEFGHJKMNPQRSTVWXYZ0",') },
    {
      name: "a text that is no client id, which consistent-client-id reports",
      code: withLine('applicationID: "convex",'),
    },
    {
      name: "a value that cannot be read",
      code: `import { audience } from "./audience";\n${withLine("applicationID: audience,")}`,
    },
    {
      name: "a variable with an empty fallback, which never takes effect",
      code: withLine('applicationID: process.env.WORKOS_CLIENT_ID ?? "",'),
    },
    {
      name: "a reader that may come back empty-handed",
      code: `import { optionalEnv } from "./env";\n${withLine('applicationID: optionalEnv("WORKOS_CLIENT_ID"),')}`,
    },
    {
      name: "a member guarded by its own value",
      code: withLine("...(process.env.AUDIENCE ? { applicationID: process.env.AUDIENCE } : {}),"),
    },
    {
      name: "an unseen spread that may hold it",
      code: `import { audience } from "./audience";\n${withLine("...audience,")}`,
    },
    {
      name: "an unseen key that may be it",
      code: `import { key } from "./audience";\n${withLine("[key]: clientId,")}`,
    },
    {
      name: "null, replaced by a later member",
      code: withLine("applicationID: null, applicationID: clientId,"),
      filename: "convex/auth.config.js",
    },
    {
      name: "null in a base, replaced by a later member",
      code: withLine("...{ applicationID: null }, applicationID: clientId,"),
    },
  ],
  invalid: [
    { name: "no member", code: withLine("", marked), errors: [missing], output: repaired },
    { name: "null", code: withLine("applicationID: «null»,"), errors: [isNull], output: repaired },
    { name: "undefined", code: withLine("applicationID: «undefined»,"), errors: [isUndefined], output: repaired },
    { name: "void 0", code: withLine("applicationID: «void 0»,"), errors: [isUndefined], output: repaired },
    { name: "an empty text", code: withLine('applicationID: «""»,'), errors: [isEmptyText], output: repaired },
    { name: "an empty template", code: withLine("applicationID: «``»,"), errors: [isEmptyText], output: repaired },
    {
      name: "null behind a cast",
      code: withLine("applicationID: «null» as unknown as string,"),
      errors: [isNull],
      output: withLine("applicationID: clientId as unknown as string,"),
    },
    {
      name: "null under a quoted key",
      code: withLine('"applicationID": «null»,'),
      errors: [isNull],
      output: withLine('"applicationID": clientId,'),
    },
    {
      name: "null under a computed key",
      code: withLine('["applicationID"]: «null»,'),
      errors: [isNull],
      output: withLine('["applicationID"]: clientId,'),
    },
    {
      name: "null in a base that nothing replaces",
      code: withLine("...{ applicationID: «null» },"),
      errors: [isNull],
      output: withLine("...{ applicationID: clientId },"),
    },
    {
      name: "null in a constant",
      code: `const AUDIENCE = «null»;\n${withLine("applicationID: AUDIENCE,")}`,
      errors: [isNull],
      output: `const AUDIENCE = null;\n${repaired}`,
    },
    {
      name: "a constant in shorthand",
      code: `const applicationID = «undefined»;\n${withLine("applicationID,")}`,
      errors: [isUndefined],
      output: `const applicationID = undefined;\n${repaired}`,
    },
  ],
});

testRule(rule, "an issuer that only the list tells", {
  valid: [
    {
      name: "none, whose repair adds the audience as well",
      code: twoProviders(
        '{ type: "customJwt", algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      ),
    },
    {
      name: "a list, whose repair adds the audience as well",
      code: twoProviders(
        '{ type: "customJwt", issuer: ["https://api.workos.com/"], algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      ),
    },
  ],
  invalid: [],
});

/** A provider, and the user-management one of the template. */
function twoProviders(other: string): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    ${other},
    { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` },
  ],
};
`;
}

testRule(rule, "forms of the issuer that Convex's own check does not see", {
  valid: [
    {
      name: "a damaged issuer, whose repair adds the member as well: another case",
      code: withLine("", '"https://API.workos.com/"'),
    },
    { name: "a damaged issuer: another scheme", code: withLine("", '"http://api.workos.com/"') },
    { name: "an issuer with a path", code: withLine("", "`https://api.workos.com/user_management/${clientId}`") },
    {
      name: "an issuer that WorkOS hands out on request",
      code: withLine("", "`https://api.workos.com/sso/${clientId}`"),
    },
    { name: "an issuer that cannot be read", code: withLine("", "process.env.AUTH_ISSUER") },
    {
      name: "an issuer whose end cannot be read",
      code: withLine("", "`https://api.workos.com/${process.env.AUTH_PATH}`"),
    },
    { name: "another vendor", code: withLine("", '"https://clerk.example.com"') },
  ],
  invalid: [
    {
      name: "null",
      code: withLine("applicationID: «null»,", '"https://api.workos.com"'),
      errors: [isNull],
      output: withLine("applicationID: clientId,", '"https://api.workos.com"'),
    },
    {
      name: "no slash",
      code: withLine("", '«"https://api.workos.com"»'),
      errors: [missing],
      output: withLine("applicationID: clientId,", '"https://api.workos.com"'),
    },
    {
      name: "two slashes",
      code: withLine("", '«"https://api.workos.com//"»'),
      errors: [missing],
      output: withLine("applicationID: clientId,", '"https://api.workos.com//"'),
    },
    {
      name: "no scheme",
      code: withLine("", '«"api.workos.com"»'),
      errors: [missing],
      output: withLine("applicationID: clientId,", '"api.workos.com"'),
    },
    {
      name: "no scheme, and a slash",
      code: withLine("", '«"api.workos.com/"»'),
      errors: [missing],
      output: withLine("applicationID: clientId,", '"api.workos.com/"'),
    },
    {
      name: "a template without parts",
      code: withLine("", "«`https://api.workos.com/`»"),
      errors: [missing],
      output: withLine("applicationID: clientId,", "`https://api.workos.com/`"),
    },
    {
      name: "a concatenation",
      code: withLine("", '«"https://" + "api.workos.com/"»'),
      errors: [missing],
      output: withLine("applicationID: clientId,", '"https://" + "api.workos.com/"'),
    },
  ],
});

testRule(rule, "which rule speaks", {
  valid: [
    { name: "a misspelt member, which Convex refuses: valid-member-name", code: withLine("applicationId: clientId,") },
    { name: "another misspelt member: valid-member-name", code: withLine("application_id: clientId,") },
    { name: "audience: valid-member-name", code: withLine("audience: clientId,") },
    { name: "clientId: valid-member-name", code: withLine("clientId,") },
    {
      name: "the OIDC form: no-workos-oidc-provider",
      code: 'export default { providers: [{ domain: "https://api.workos.com/" }] };',
    },
    {
      name: "the OIDC form with a type",
      code: 'export default { providers: [{ type: "oidc", domain: "https://api.workos.com/", applicationID: null }] };',
    },
    { name: "a file of Auth.js", code: `import { AuthConfig } from "@auth/core";\n${withLine("")}` },
    { name: "a file outside the functions folder", filename: "app/auth.config.ts", code: withLine("") },
  ],
  invalid: [
    {
      name: "a merely unknown member is no audience",
      code: withLine("applicationName: clientId,", marked),
      errors: [missing],
      output: withLine("applicationID: clientId,\n      applicationName: clientId,"),
    },
  ],
});

testRule(rule, "the settings", {
  valid: [
    {
      name: "the root issuer of a custom domain is not shared with strangers",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withLine("", '"https://auth.example.com/"'),
    },
    {
      name: "null beside it is fine, too",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withLine("applicationID: null,", '"https://auth.example.com/"'),
    },
  ],
  invalid: [
    {
      name: "api.workos.com stays shared with a custom domain",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: withLine("", marked),
      errors: [missing],
      output: repaired,
    },
    {
      name: "tokens of strangers carry an audience, too",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: withLine("", marked),
      errors: [missing],
      output: repaired,
    },
  ],
});

testRule(rule, "the client id as the file writes it", {
  invalid: [
    {
      name: "the provider's own expression",
      code: `export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };`,
      errors: [missing],
      output: `export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };`,
    },
    {
      name: "process.env[…], in a concatenation",
      code: `export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/" + process.env["WORKOS_CLIENT_ID"] }] };`,
      errors: [missing],
      output: `export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env["WORKOS_CLIENT_ID"], jwks: "https://api.workos.com/sso/jwks/" + process.env["WORKOS_CLIENT_ID"] }] };`,
    },
    {
      name: "a variable of another name",
      code: `const workosId = process.env.MY_WORKOS_CLIENT;
export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${workosId}\` }] };`,
      errors: [missing],
      output: `const workosId = process.env.MY_WORKOS_CLIENT;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: workosId, jwks: \`https://api.workos.com/sso/jwks/\${workosId}\` }] };`,
    },
    {
      name: "the env object of Convex",
      code: `import { env } from "./_generated/server";
export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${env.WORKOS_CLIENT_ID}\` }] };`,
      errors: [missing],
      output: `import { env } from "./_generated/server";
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: env.WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${env.WORKOS_CLIENT_ID}\` }] };`,
    },
    {
      name: "a destructured variable",
      code: `const { WORKOS_CLIENT_ID } = process.env;
export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${WORKOS_CLIENT_ID}\` }] };`,
      errors: [missing],
      output: `const { WORKOS_CLIENT_ID } = process.env;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${WORKOS_CLIENT_ID}\` }] };`,
    },
    {
      name: "a reader",
      code: `import { requireEnv } from "./env";
export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${requireEnv("WORKOS_CLIENT_ID")}\` }] };`,
      errors: [missing],
      output: `import { requireEnv } from "./env";
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: requireEnv("WORKOS_CLIENT_ID"), jwks: \`https://api.workos.com/sso/jwks/\${requireEnv("WORKOS_CLIENT_ID")}\` }] };`,
    },
    {
      name: "a local reader",
      code: `const requireEnv = (name: string) => process.env[name]!;
export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${requireEnv("WORKOS_CLIENT_ID")}\` }] };`,
      errors: [missing],
      output: `const requireEnv = (name: string) => process.env[name]!;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: requireEnv("WORKOS_CLIENT_ID"), jwks: \`https://api.workos.com/sso/jwks/\${requireEnv("WORKOS_CLIENT_ID")}\` }] };`,
    },
    {
      name: "an import that stands where only a client id can stand",
      code: `import { clientId } from "./client";
export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }] };`,
      errors: [missing],
      output: `import { clientId } from "./client";
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }] };`,
    },
    {
      name: "that of the other provider, where the own keys are inline",
      code: `const workosId = process.env.MY_WORKOS_CLIENT;
export default { providers: [
  { type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: "data:application/json,{}" },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${workosId}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${workosId}\` },
] };`,
      errors: [missing],
      output: `const workosId = process.env.MY_WORKOS_CLIENT;
export default { providers: [
  { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: workosId, jwks: "data:application/json,{}" },
  { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${workosId}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${workosId}\` },
] };`,
    },
    {
      name: "process.env.WORKOS_CLIENT_ID where the file names no client",
      code: 'export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: process.env.WORKOS_JWKS }] };',
      errors: [missing],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: process.env.WORKOS_JWKS }] };',
    },
    {
      name: "process.env[…] where the file reads others like that",
      code: "export default { providers: [{ type: 'customJwt', issuer: «'https://api.workos.com/'», algorithm: 'RS256', jwks: process.env['WORKOS_JWKS'] }] };",
      errors: [missing],
      output:
        "export default { providers: [{ type: 'customJwt', issuer: 'https://api.workos.com/', algorithm: 'RS256', applicationID: process.env['WORKOS_CLIENT_ID'], jwks: process.env['WORKOS_JWKS'] }] };",
    },
    {
      name: "env.WORKOS_CLIENT_ID where the file imports env",
      code: `import { env } from "./_generated/server";
export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: env.WORKOS_JWKS }] };`,
      errors: [missing],
      output: `import { env } from "./_generated/server";
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: env.WORKOS_CLIENT_ID, jwks: env.WORKOS_JWKS }] };`,
    },
    {
      name: "a constant that no provider uses yet",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: "data:application/json,{}" }] };`,
      errors: [missing],
      output: `const clientId = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: "data:application/json,{}" }] };`,
    },
    {
      name: "a literal where the file reads no environment",
      code: 'export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0" }] };',
      errors: [missing],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: "client_01JABCDEFGHJKMNPQRSTVWXYZ0", jwks: "https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0" }] };',
    },
    {
      name: "the name of a constant that holds the literal",
      code: `const CLIENT_ID = 'client_01JABCDEFGHJKMNPQRSTVWXYZ0';
export default { providers: [{ type: 'customJwt', issuer: «'https://api.workos.com/'», algorithm: 'RS256', jwks: \`https://api.workos.com/sso/jwks/\${CLIENT_ID}\` }] };`,
      errors: [missing],
      output: `const CLIENT_ID = 'client_01JABCDEFGHJKMNPQRSTVWXYZ0';
export default { providers: [{ type: 'customJwt', issuer: 'https://api.workos.com/', algorithm: 'RS256', applicationID: CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${CLIENT_ID}\` }] };`,
    },
    {
      name: "a name that is out of reach where it is needed is not written there",
      code: `function session() {
  const id = process.env.WORKOS_CLIENT_ID;
  return { type: "customJwt" as const, issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256" as const, jwks: \`https://api.workos.com/sso/jwks/\${id}\` };
}
export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: "data:application/json,{}" }, session()] };`,
      errors: [missing],
      output: `function session() {
  const id = process.env.WORKOS_CLIENT_ID;
  return { type: "customJwt" as const, issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256" as const, jwks: \`https://api.workos.com/sso/jwks/\${id}\` };
}
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: "data:application/json,{}" }, session()] };`,
    },
    {
      name: "a name that is declared further down is not written there",
      code: `const shared = { type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: "data:application/json,{}" };
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [shared, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };`,
      errors: [missing],
      output: `const shared = { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: "data:application/json,{}" };
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [shared, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };`,
    },
  ],
});

testRule(rule, "how the file is laid out", {
  invalid: [
    { name: "Windows line ends", code: crlf(withLine("", marked)), errors: [missing], output: crlf(repaired) },
    {
      name: "a byte-order mark",
      code: withByteOrderMark(withLine("", marked)),
      errors: [missing],
      output: withByteOrderMark(repaired),
    },
    {
      name: "JavaScript",
      filename: "convex/auth.config.js",
      code: withLine("", marked),
      errors: [missing],
      output: repaired,
    },
    {
      name: "single quotes, tabs, no semicolons, no trailing commas, the algorithm last",
      code: `const clientId = process.env.WORKOS_CLIENT_ID

export default {
	providers: [
		{
			type: 'customJwt',
			issuer: «'https://api.workos.com/'»,
			jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
			algorithm: 'RS256'
		}
	]
}
`,
      errors: [missing],
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
      name: "the members sorted by name",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
    providers: [
        {
            algorithm: \`RS256\`,
            issuer: «\`https://api.workos.com/\`»,
            jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
            type: \`customJwt\`,
        },
    ],
};
`,
      errors: [missing],
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
      name: "quoted keys",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;
export default {
  "providers": [
    {
      "type": "customJwt",
      "issuer": «"https://api.workos.com/"»,
      "algorithm": "RS256",
      "jwks": \`https://api.workos.com/sso/jwks/\${clientId}\`
    }
  ]
};
`,
      errors: [missing],
      output: `const clientId = process.env.WORKOS_CLIENT_ID;
export default {
  "providers": [
    {
      "type": "customJwt",
      "issuer": "https://api.workos.com/",
      "algorithm": "RS256",
      "applicationID": clientId,
      "jwks": \`https://api.workos.com/sso/jwks/\${clientId}\`
    }
  ]
};
`,
    },
    {
      name: "shorthand members",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;
const issuer = «"https://api.workos.com/"»;
const jwks = \`https://api.workos.com/sso/jwks/\${clientId}\`;
export default { providers: [{ type: "customJwt", issuer, jwks, algorithm: "RS256" }] };
`,
      errors: [missing],
      output: `const clientId = process.env.WORKOS_CLIENT_ID;
const issuer = "https://api.workos.com/";
const jwks = \`https://api.workos.com/sso/jwks/\${clientId}\`;
export default { providers: [{ type: "customJwt", issuer, jwks, algorithm: "RS256", applicationID: clientId }] };
`,
    },
    {
      name: "members cast as const",
      code: `import type { AuthConfig } from "convex/server";
const clientId = process.env.WORKOS_CLIENT_ID!;
const shared = {
  type: "customJwt" as const,
  issuer: «"https://api.workos.com/"»,
  algorithm: "RS256" as const,
  jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
};
export default { providers: [shared] } satisfies AuthConfig;
`,
      errors: [missing],
      output: `import type { AuthConfig } from "convex/server";
const clientId = process.env.WORKOS_CLIENT_ID!;
const shared = {
  type: "customJwt" as const,
  issuer: "https://api.workos.com/",
  algorithm: "RS256" as const,
  applicationID: clientId,
  jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
};
export default { providers: [shared] } satisfies AuthConfig;
`,
    },
  ],
});

testRule(rule, "comments stay", {
  invalid: [
    {
      name: "behind the member after which the new one goes",
      code: withLine("", marked).replace('"RS256",', '"RS256", // the only one'),
      errors: [missing],
      output: withLine("", '"https://api.workos.com/"').replace(
        '"RS256",',
        '"RS256", // the only one\n      applicationID: clientId,',
      ),
    },
    {
      name: "between the member and its comma",
      code: withLine("", marked).replace('"RS256",', '"RS256" /* the only one */,'),
      errors: [missing],
      output: withLine("", '"https://api.workos.com/"').replace(
        '"RS256",',
        '"RS256" /* the only one */,\n      applicationID: clientId,',
      ),
    },
    {
      name: "above the member before which the new one goes",
      code: withLine("// The keys.", marked),
      errors: [missing],
      output: withLine("applicationID: clientId,\n      // The keys."),
    },
    {
      name: "behind the last member, where there is no comma",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;
export default {
  providers: [
    {
      type: "customJwt",
      issuer: «"https://api.workos.com/"»,
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
      algorithm: "RS256" // the only one
    }
  ]
};
`,
      errors: [missing],
      output: `const clientId = process.env.WORKOS_CLIENT_ID;
export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://api.workos.com/",
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
      algorithm: "RS256", // the only one
      applicationID: clientId
    }
  ]
};
`,
    },
    {
      name: "around a value that is replaced",
      code: withLine("applicationID /* 1 */ : /* 2 */ «null» /* 3 */, // 4"),
      errors: [isNull],
      output: withLine("applicationID /* 1 */ : /* 2 */ clientId /* 3 */, // 4"),
    },
    {
      name: "inside a value that would be replaced: reported, not edited",
      code: withLine("applicationID: «void /* nothing */ 0»,"),
      errors: [isUndefined],
      output: null,
    },
  ],
});

testRule(rule, "text that several providers share", {
  valid: [
    {
      name: "a base that holds the audience",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", algorithm: "RS256", applicationID: id };
export default { providers: [{ ...base, issuer: "https://api.workos.com/", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
  ],
  invalid: [
    {
      name: "a base that lacks it: it goes where the issuer stands",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` };
export default { providers: [{ ...base, issuer: «"https://api.workos.com/"» }, { ...base, issuer: \`https://api.workos.com/user_management/\${id}\` }] };
`,
      errors: [missing],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` };
export default { providers: [{ ...base, issuer: "https://api.workos.com/", applicationID: id }, { ...base, issuer: \`https://api.workos.com/user_management/\${id}\` }] };
`,
    },
    {
      name: "null in a base that user-management providers need as it is: reported, not edited",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", algorithm: "RS256", applicationID: «null», jwks: \`https://api.workos.com/sso/jwks/\${id}\` };
export default { providers: [{ ...base, issuer: "https://api.workos.com/" }, { ...base, issuer: \`https://api.workos.com/user_management/\${id}\` }] };
`,
      errors: [isNull],
      output: null,
    },
    {
      name: "a helper that is called twice: reported at the call's argument, not edited",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const workos = (issuer: string) => ({ type: "customJwt", issuer, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [workos(«"https://api.workos.com/"»), workos(\`https://api.workos.com/user_management/\${id}\`)] };
`,
      errors: [missing],
      output: null,
    },
    {
      name: "a helper that is called once: edited",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const workos = (issuer: string) => ({ type: "customJwt", issuer, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [workos(«"https://api.workos.com/"»)] };
`,
      errors: [missing],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const workos = (issuer: string) => ({ type: "customJwt", issuer, algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [workos("https://api.workos.com/")] };
`,
    },
    {
      name: "an issuer in a constant, shared with a provider that has the member",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const ISSUER = «"https://api.workos.com/"»;
export default { providers: [{ type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: ISSUER, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
      errors: [missing],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const ISSUER = "https://api.workos.com/";
export default { providers: [{ type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "an issuer in a constant, in both arms of a condition",
      code: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
const other = process.env.PREVIEW_CLIENT_ID;
const ISSUER = «"https://api.workos.com/"»;
export default isPreview
  ? { providers: [{ type: "customJwt", issuer: ISSUER, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${other}\` }] }
  : { providers: [{ type: "customJwt", issuer: ISSUER, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
      errors: [missing],
      output: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
const other = process.env.PREVIEW_CLIENT_ID;
const ISSUER = "https://api.workos.com/";
export default isPreview
  ? { providers: [{ type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: other, jwks: \`https://api.workos.com/sso/jwks/\${other}\` }] }
  : { providers: [{ type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
  ],
});

testRule(rule, "ways to build the list", {
  valid: [
    {
      name: "an object inside a call that cannot be evaluated is not judged by what it lacks",
      code: `import { withDefaults } from "./defaults";
export default { providers: withDefaults([{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256" }]) };
`,
    },
    {
      name: "nor by what it contains",
      code: `import { withDefaults } from "./defaults";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: withDefaults([{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: null, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }]) };
`,
    },
    {
      name: "an object handed to a function that cannot be evaluated may get the member there",
      code: `import { addAudience } from "./defaults";
const shared = { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` };
addAudience(shared);
export default { providers: [shared] };
`,
    },
    {
      name: "assigned later",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const shared = { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\`, applicationID: null };
shared.applicationID = id;
export default { providers: [shared] };
`,
    },
  ],
  invalid: [
    {
      name: "a conditional list",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const shared = { type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` };
export default { providers: id ? [shared] : [] };
`,
      errors: [missing],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const shared = { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` };
export default { providers: id ? [shared] : [] };
`,
    },
    {
      name: "a spread list",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const workos = [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }];
export default { providers: [...workos] };
`,
      errors: [missing],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const workos = [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }];
export default { providers: [...workos] };
`,
    },
    {
      name: "pushed",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [];
providers.push({ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers };
`,
      errors: [missing],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [];
providers.push({ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers };
`,
    },
    {
      name: "a factory: its parameter is the client id",
      code: `function createConfig(clientId: string) {
  return { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }] };
}
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
      errors: [missing],
      output: `function createConfig(clientId: string) {
  return { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }] };
}
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
    },
  ],
});
