import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";

const rule = "no-user-management-application-id";

const template = `const clientId = process.env.WORKOS_CLIENT_ID;

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
`;

const templateWithAudience = `const clientId = process.env.WORKOS_CLIENT_ID;

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
      «applicationID: clientId»,
    },
  ],
};
`;

/** A user-management provider with the given line where the audience would stand. */
function withLine(line: string): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${clientId}\`,
      algorithm: "RS256",
${line === "" ? "" : `      ${line}\n`}      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`;
}

const error = { messageId: "tokenHasNoAudience", data: { name: "applicationID" } };

testRule(rule, "the template, and the same with an audience too many", {
  valid: [{ name: "applicationID on the shared issuer only", code: template }],
  invalid: [
    { name: "applicationID on both", code: templateWithAudience, errors: [error], output: template },
    {
      name: "in a JavaScript file",
      filename: "convex/auth.config.js",
      code: templateWithAudience,
      errors: [error],
      output: template,
    },
    { name: "with Windows line ends", code: crlf(templateWithAudience), errors: [error], output: crlf(template) },
    {
      name: "with a byte-order mark",
      code: withByteOrderMark(templateWithAudience),
      errors: [error],
      output: withByteOrderMark(template),
    },
  ],
});

testRule(rule, "what the member holds", {
  valid: [
    { name: "null, which Convex takes for no audience", code: withLine("applicationID: null,") },
    { name: "undefined, which vanishes when the config is serialized", code: withLine("applicationID: undefined,") },
    { name: "void 0", code: withLine("applicationID: void 0,") },
    {
      name: "a value that cannot be read, and that is not the client id",
      code: `import { audience } from "./audience";\n${withLine("applicationID: audience,")}`,
    },
    {
      name: "a reader that may come back empty-handed",
      code: `import { optionalEnv } from "./env";\n${withLine('applicationID: optionalEnv("AUTH_AUDIENCE"),')}`,
    },
    {
      name: "a member guarded by its own value",
      code: withLine("...(process.env.AUDIENCE ? { applicationID: process.env.AUDIENCE } : {}),"),
    },
    {
      name: "a member guarded by its own value with &&",
      code: withLine("...(process.env.AUDIENCE && { applicationID: process.env.AUDIENCE }),"),
    },
  ],
  invalid: [
    { name: "the client id", code: withLine("«applicationID: clientId»,"), errors: [error], output: withLine("") },
    {
      name: "the variable itself",
      code: withLine("«applicationID: process.env.WORKOS_CLIENT_ID»,"),
      errors: [error],
      output: withLine(""),
    },
    {
      name: "another variable",
      code: withLine("«applicationID: process.env.AUTH_AUDIENCE»,"),
      errors: [error],
      output: withLine(""),
    },
    {
      name: "a variable with an assertion",
      code: withLine("«applicationID: process.env.WORKOS_CLIENT_ID!»,"),
      errors: [error],
      output: withLine(""),
    },
    {
      name: "a variable with a fallback",
      code: withLine('«applicationID: process.env.WORKOS_CLIENT_ID ?? ""»,'),
      errors: [error],
      output: withLine(""),
    },
    {
      name: "a literal client id",
      code: withLine('«applicationID: "client_01JABCDEFGHJKMNPQRSTVWXYZ0"»,'),
      errors: [error],
      output: withLine(""),
    },
    {
      name: "a literal that is no client id",
      code: withLine('«applicationID: "convex"»,'),
      errors: [error],
      output: withLine(""),
    },
    {
      name: "the empty text, which no audience contains",
      code: withLine('«applicationID: ""»,'),
      errors: [error],
      output: withLine(""),
    },
    { name: "a template", code: withLine("«applicationID: `${clientId}`»,"), errors: [error], output: withLine("") },
    {
      name: "a value cast",
      code: withLine("«applicationID: clientId as string»,"),
      errors: [error],
      output: withLine(""),
    },
    {
      name: "an import that stands in the client id's place of the URLs, too",
      code: `import { clientId } from "./client";

export default {
  providers: [
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${clientId}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
      «applicationID: clientId»,
    },
  ],
};
`,
      errors: [error],
      output: `import { clientId } from "./client";

export default {
  providers: [
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
      name: "a reader that may come back empty-handed, where the URLs read the same",
      code: `import { optionalEnv } from "./env";
const clientId = optionalEnv("WORKOS_CLIENT_ID");
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`, «applicationID: clientId» }] };
`,
      errors: [error],
      output: `import { optionalEnv } from "./env";
const clientId = optionalEnv("WORKOS_CLIENT_ID");
export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }] };
`,
    },
  ],
});

testRule(rule, "spellings of the member", {
  valid: [
    { name: "audience, which Convex ignores", code: withLine("audience: clientId,") },
    { name: "clientId, which Convex ignores", code: withLine("clientId,") },
    { name: "application_id, which Convex ignores", code: withLine("application_id: clientId,") },
  ],
  invalid: [
    {
      name: "applicationId, which Convex refuses",
      code: withLine("«applicationId: clientId»,"),
      errors: [{ messageId: "tokenHasNoAudience", data: { name: "applicationId" } }],
      output: withLine(""),
    },
    {
      name: "applicationid, which Convex refuses",
      code: withLine("«applicationid: clientId»,"),
      errors: [{ messageId: "tokenHasNoAudience", data: { name: "applicationid" } }],
      output: withLine(""),
    },
    { name: "in double quotes", code: withLine('«"applicationID": clientId»,'), errors: [error], output: withLine("") },
    { name: "in single quotes", code: withLine("«'applicationID': clientId»,"), errors: [error], output: withLine("") },
    {
      name: "computed from a literal",
      code: withLine('«["applicationID"]: clientId»,'),
      errors: [error],
      output: withLine(""),
    },
    {
      name: "computed from a template",
      code: withLine("«[`applicationID`]: clientId»,"),
      errors: [error],
      output: withLine(""),
    },
    {
      name: "computed from a constant",
      code: `const AUDIENCE = "applicationID";\n${withLine("«[AUDIENCE]: clientId»,")}`,
      errors: [error],
      output: `const AUDIENCE = "applicationID";\n${withLine("")}`,
    },
    {
      name: "in shorthand",
      code: `const applicationID = process.env.WORKOS_CLIENT_ID;\n${withLine("«applicationID»,")}`,
      errors: [error],
      output: `const applicationID = process.env.WORKOS_CLIENT_ID;\n${withLine("")}`,
    },
    {
      name: "twice in one object: none of the two may stay",
      filename: "convex/auth.config.js",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      applicationID: "convex",
      issuer: \`https://api.workos.com/user_management/\${clientId}\`,
      algorithm: "RS256",
      «applicationID: clientId»,
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`,
      errors: [error],
      output: withLine(""),
    },
  ],
});

testRule(rule, "whose provider it is", {
  valid: [
    {
      name: "the shared issuer",
      code: `export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };`,
    },
    {
      name: "another vendor",
      code: `export default { providers: [{ type: "customJwt", issuer: "https://clerk.example.com", algorithm: "RS256", applicationID: "convex", jwks: "https://clerk.example.com/.well-known/jwks.json" }] };`,
    },
    {
      name: "the same path on a host that is no API host",
      code: `export default { providers: [{ type: "customJwt", issuer: \`https://auth.example.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: \`https://auth.example.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };`,
    },
    {
      name: "an issuer wholly from the environment",
      code: `export default { providers: [{ type: "customJwt", issuer: process.env.AUTH_ISSUER, algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };`,
    },
    {
      name: "an issuer that WorkOS hands out on request",
      code: `export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/sso/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };`,
    },
    {
      name: "the OIDC form, which is a defect of its own",
      code: `export default { providers: [{ domain: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, applicationID: process.env.WORKOS_CLIENT_ID }] };`,
    },
    {
      name: "a damaged issuer, whose repair removes the member as well",
      code: `export default { providers: [{ type: "customJwt", issuer: \`http://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };`,
    },
    {
      name: "a custom domain that is no API host by the settings",
      settings: { "convex-authkit": { apiHostnames: ["login.example.com"] } },
      code: `export default { providers: [{ type: "customJwt", issuer: \`https://auth.example.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: \`https://auth.example.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };`,
    },
    {
      name: "tokens that carry an audience",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: withLine("applicationID: clientId,"),
    },
    {
      name: "a file of Auth.js",
      code: `import { NextAuthConfig } from "next-auth";\n${withLine("applicationID: clientId,")}`,
    },
    {
      name: "a file outside the functions folder",
      filename: "src/auth.config.ts",
      code: withLine("applicationID: clientId,"),
    },
  ],
  invalid: [
    {
      name: "a custom domain of the settings",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: `export default { providers: [{ type: "customJwt", issuer: \`https://auth.example.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", «applicationID: process.env.WORKOS_CLIENT_ID», jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };`,
      errors: [error],
      output: `export default { providers: [{ type: "customJwt", issuer: \`https://auth.example.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };`,
    },
    {
      name: "a setting that says that tokens carry no audience",
      settings: { "convex-authkit": { tokensCarryAudience: false } },
      code: withLine("«applicationID: clientId»,"),
      errors: [error],
      output: withLine(""),
    },
    {
      name: "an issuer with a slash too many, which Convex tolerates",
      code: `export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}/\`, algorithm: "RS256", «applicationID: process.env.WORKOS_CLIENT_ID», jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };`,
      errors: [error],
      output: `export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}/\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };`,
    },
    {
      name: "a literal client id in the issuer",
      code: `export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0", algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0", «applicationID: "client_01JABCDEFGHJKMNPQRSTVWXYZ0"» }] };`,
      errors: [error],
      output: `export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0", algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0" }] };`,
    },
    {
      name: "two user-management providers with two variables",
      code: `export default {
  providers: [
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
      «applicationID: process.env.WORKOS_CLIENT_ID»,
    },
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${process.env.STAGING_WORKOS_CLIENT_ID}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${process.env.STAGING_WORKOS_CLIENT_ID}\`,
      «applicationID: process.env.STAGING_WORKOS_CLIENT_ID»,
    },
  ],
};
`,
      errors: [error, error],
      output: `export default {
  providers: [
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
    },
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${process.env.STAGING_WORKOS_CLIENT_ID}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${process.env.STAGING_WORKOS_CLIENT_ID}\`,
    },
  ],
};
`,
    },
  ],
});

testRule(rule, "how the file is laid out", {
  invalid: [
    {
      name: "single quotes, tabs, no semicolons, no trailing commas",
      code: `const clientId = process.env.WORKOS_CLIENT_ID

export default {
	providers: [
		{
			type: 'customJwt',
			issuer: \`https://api.workos.com/user_management/\${clientId}\`,
			algorithm: 'RS256',
			jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
			«applicationID: clientId»
		}
	]
}
`,
      errors: [error],
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
      name: "backticks, four spaces, the members sorted by name",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
    providers: [
        {
            algorithm: \`RS256\`,
            «applicationID: clientId»,
            issuer: \`https://api.workos.com/user_management/\${clientId}\`,
            jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
            type: \`customJwt\`,
        },
    ],
};
`,
      errors: [error],
      output: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
    providers: [
        {
            algorithm: \`RS256\`,
            issuer: \`https://api.workos.com/user_management/\${clientId}\`,
            jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
            type: \`customJwt\`,
        },
    ],
};
`,
    },
    {
      name: "on one line, in front",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ «applicationID: id», type: "customJwt", issuer: "https://api.workos.com/user_management/" + id, algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/" + id }] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/" + id, algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/" + id }] };
`,
    },
    {
      name: "on one line, at the end, with a trailing comma",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/" + id, algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/" + id, «applicationID: id», }] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/" + id, algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/" + id, }] };
`,
    },
    {
      name: "on one line without any space",
      code: `const id=process.env.WORKOS_CLIENT_ID
export default {providers:[{type:"customJwt",issuer:"https://api.workos.com/user_management/"+id,«applicationID:id»,algorithm:"RS256",jwks:"https://api.workos.com/sso/jwks/"+id}]}
`,
      errors: [error],
      output: `const id=process.env.WORKOS_CLIENT_ID
export default {providers:[{type:"customJwt",issuer:"https://api.workos.com/user_management/"+id,algorithm:"RS256",jwks:"https://api.workos.com/sso/jwks/"+id}]}
`,
    },
    {
      name: "between blank lines",
      code: withLine("\n      «applicationID: clientId»,\n").replace("      \n", "\n"),
      errors: [error],
      output: withLine("").replace("      jwks", "\n      jwks"),
    },
    {
      name: "over several lines",
      code: withLine("«applicationID:\n        clientId»,"),
      errors: [error],
      output: withLine(""),
    },
    {
      name: "commas in front",
      code: `const clientId = process.env.WORKOS_CLIENT_ID
export default {
  providers: [
    { type: "customJwt"
    , issuer: \`https://api.workos.com/user_management/\${clientId}\`
    , algorithm: "RS256"
    , jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`
    , «applicationID: clientId»
    }
  ]
}
`,
      errors: [error],
      output: `const clientId = process.env.WORKOS_CLIENT_ID
export default {
  providers: [
    { type: "customJwt"
    , issuer: \`https://api.workos.com/user_management/\${clientId}\`
    , algorithm: "RS256"
    , jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`
    }
  ]
}
`,
    },
  ],
});

testRule(rule, "comments stay", {
  invalid: [
    {
      name: "above",
      code: withLine("// The audience.\n      «applicationID: clientId»,"),
      errors: [error],
      output: withLine("// The audience."),
    },
    {
      name: "behind",
      code: withLine("«applicationID: clientId», // the audience"),
      errors: [error],
      output: withLine("// the audience"),
    },
    {
      name: "in front of it on its line",
      code: withLine("/* the audience */ «applicationID: clientId»,"),
      errors: [error],
      output: withLine("/* the audience */"),
    },
    {
      name: "between value and comma",
      code: withLine("«applicationID: clientId» /* the audience */,"),
      errors: [error],
      output: withLine("/* the audience */"),
    },
    {
      name: "between colon and value",
      code: withLine("«applicationID: /* the audience */ clientId»,"),
      errors: [error],
      output: withLine("/* the audience */"),
    },
    {
      name: "between key and colon",
      code: withLine("«applicationID /* the audience */: clientId»,"),
      errors: [error],
      output: withLine("/* the audience */"),
    },
    {
      name: "at each of these places",
      code: withLine("// 1\n      /* 2 */ «applicationID /* 3 */ : /* 4 */ clientId» /* 5 */, // 6"),
      errors: [error],
      output: withLine("// 1\n      /* 2 */ /* 3 */ /* 4 */ /* 5 */ // 6"),
    },
    {
      name: "a line comment inside",
      code: withLine("«applicationID: // the audience\n        clientId»,"),
      errors: [error],
      output: withLine("// the audience"),
    },
    {
      name: "behind the member before it, where there is no comma at the end",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default {
  providers: [
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${id}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${id}\`, // the keys
      // the audience
      «applicationID: id» // of the app
    }
  ]
};
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default {
  providers: [
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${id}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${id}\` // the keys
      // the audience
      // of the app
    }
  ]
};
`,
    },
    {
      name: "on one line",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/" + id, /* a */ «applicationID: /* b */ id» /* c */, /* d */ algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/" + id }] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/" + id, /* a */ /* b */ /* c */ /* d */ algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/" + id }] };
`,
    },
  ],
});

testRule(rule, "text that several providers share", {
  valid: [
    {
      name: "a base without an audience",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` } as const;
export default { providers: [{ ...base, issuer: "https://api.workos.com/", applicationID: id }, { ...base, issuer: \`https://api.workos.com/user_management/\${id}\` }] };
`,
    },
  ],
  invalid: [
    {
      name: "a member that hides the same one of a base: without it, that of the base counts, so it is not edited",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` };
export default { providers: [{ ...base, issuer: "https://api.workos.com/" }, { ...base, issuer: \`https://api.workos.com/user_management/\${id}\`, «applicationID: id» }] };
`,
      errors: [error],
      output: null,
    },
    {
      name: "a base that only user-management providers use: edited once",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", algorithm: "RS256", «applicationID: id», jwks: \`https://api.workos.com/sso/jwks/\${id}\` } as const;
export default { providers: [{ ...base, issuer: \`https://api.workos.com/user_management/\${id}\` }, { ...base, issuer: \`https://api.workos.com/user_management/\${process.env.STAGING_CLIENT_ID}\` }] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` } as const;
export default { providers: [{ ...base, issuer: \`https://api.workos.com/user_management/\${id}\` }, { ...base, issuer: \`https://api.workos.com/user_management/\${process.env.STAGING_CLIENT_ID}\` }] };
`,
    },
    {
      name: "a helper that is called once: edited",
      code: `const id = process.env.WORKOS_CLIENT_ID;
function workos(issuer: string) {
  return {
    type: "customJwt" as const,
    issuer,
    algorithm: "RS256" as const,
    «applicationID: id»,
    jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
  };
}
export default { providers: [workos(\`https://api.workos.com/user_management/\${id}\`)] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
function workos(issuer: string) {
  return {
    type: "customJwt" as const,
    issuer,
    algorithm: "RS256" as const,
    jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
  };
}
export default { providers: [workos(\`https://api.workos.com/user_management/\${id}\`)] };
`,
    },
    {
      name: "one object that stands twice in the list",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const session = { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\`, «applicationID: id» };
export default { providers: [session, session] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const session = { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` };
export default { providers: [session, session] };
`,
    },
    {
      name: "a member that is assigned later: reported, not edited",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const session: Record<string, unknown> = { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` };
«session.applicationID = id»;
export default { providers: [session] };
`,
      errors: [error],
      output: null,
    },
  ],
});

testRule(rule, "ways to build the list", {
  valid: [
    {
      name: "an object inside a call that cannot be evaluated, which may be anything",
      code: `import { withDefaults } from "./defaults";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: withDefaults([{ issuer: \`https://api.workos.com/user_management/\${id}\`, applicationID: id }]) };
`,
    },
    {
      name: "switched off where the variable is not set",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: id ? [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] : [] };
`,
    },
    {
      name: "an element that cannot be evaluated",
      code: `import { workos } from "./workos";
export default { providers: [workos({ applicationID: process.env.WORKOS_CLIENT_ID })] };
`,
    },
  ],
  invalid: [
    {
      name: "a conditional list",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: id ? [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\`, «applicationID: id» }] : [] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: id ? [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] : [] };
`,
    },
    {
      name: "one arm of an undecided condition",
      code: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
const jwks = \`https://api.workos.com/sso/jwks/\${id}\`;
export default isPreview
  ? { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks }] }
  : { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks, «applicationID: id» }] };
`,
      errors: [error],
      output: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
const jwks = \`https://api.workos.com/sso/jwks/\${id}\`;
export default isPreview
  ? { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks }] }
  : { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks }] };
`,
    },
    {
      name: "a conditional spread",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [...(id ? [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\`, «applicationID: id» }] : [])] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [...(id ? [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] : [])] };
`,
    },
    {
      name: "pushed, also inside an if",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [];
if (id) {
  providers.push({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\`, «applicationID: id» });
}
export default { providers };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [];
if (id) {
  providers.push({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
}
export default { providers };
`,
    },
    {
      name: "a factory",
      code: `function createConfig(id: string) {
  return {
    providers: [
      {
        type: "customJwt" as const,
        issuer: \`https://api.workos.com/user_management/\${id}\`,
        algorithm: "RS256" as const,
        jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
        «applicationID: id»,
      },
    ],
  };
}

export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
      errors: [error],
      output: `function createConfig(id: string) {
  return {
    providers: [
      {
        type: "customJwt" as const,
        issuer: \`https://api.workos.com/user_management/\${id}\`,
        algorithm: "RS256" as const,
        jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
      },
    ],
  };
}

export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
    },
    {
      name: "a typed constant, frozen and exported later",
      code: `import type { AuthConfig } from "convex/server";
const id = process.env["WORKOS_CLIENT_ID"]!;
const config = Object.freeze({
  providers: [
    { type: "customJwt", issuer: "https://api.workos.com/user_management/".concat(id), algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/" + id.trim(), «applicationID: id» },
  ],
} satisfies AuthConfig);
export { config as default };
`,
      errors: [error],
      output: `import type { AuthConfig } from "convex/server";
const id = process.env["WORKOS_CLIENT_ID"]!;
const config = Object.freeze({
  providers: [
    { type: "customJwt", issuer: "https://api.workos.com/user_management/".concat(id), algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/" + id.trim() },
  ],
} satisfies AuthConfig);
export { config as default };
`,
    },
  ],
});

const sharedCode = { messageId: "sharedCode", data: { name: "applicationID" } };
const userManagementIssuer = "`https://api.workos.com/user_management/${id}`";
const ownObject = `{ type: "customJwt", issuer: ${userManagementIssuer}, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }`;

/** A file with a base object, and a list. */
const withBase = (list: string, applicationID = "applicationID: id"): string =>
  `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", algorithm: "RS256", ${applicationID}, jwks: \`https://api.workos.com/sso/jwks/\${id}\` };
export default { providers: [{ ...base, issuer: "https://api.workos.com/" }, ${list}] };
`;

/** A file with a helper that makes providers, and a list. */
const withHelper = (list: string): string => `import type { AuthConfig } from "convex/server";

const id = process.env.WORKOS_CLIENT_ID;

const provider = (issuer: string): AuthConfig["providers"][number] => ({
  type: "customJwt",
  issuer,
  algorithm: "RS256",
  jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
  applicationID: id,
});

const authConfig: AuthConfig = {
  providers: ${list},
};

export default authConfig;
`;

testRule(rule, "code that makes the shared provider as well", {
  valid: [
    {
      name: "a base without an audience",
      code: withBase(`{ ...base, applicationID: null, issuer: ${userManagementIssuer} }`),
    },
  ],
  invalid: [
    {
      name: "a base object",
      code: withBase(`{ ...base, issuer: ${userManagementIssuer} }`, "«applicationID: id»"),
      errors: [{ ...sharedCode, suggestions: [{ messageId: "useOwnObject", output: withBase(ownObject) }] }],
      output: null,
    },
    {
      name: "a base object, of a provider with other keys: what they need cannot be seen",
      code: withBase(
        `{ ...base, issuer: ${userManagementIssuer}, jwks: "https://keys.example.com/jwks.json" }`,
        "«applicationID: id»",
      ),
      errors: [sharedCode],
      output: null,
    },
    {
      name: "a base object, of a provider with members of its own",
      code: withBase(`{ ...base, issuer: ${userManagementIssuer}, name: "session" }`, "«applicationID: id»"),
      errors: [sharedCode],
      output: null,
    },
    {
      name: "a comment that would be lost",
      code: withBase(`{ ...base, /* sessions */ issuer: ${userManagementIssuer} }`, "«applicationID: id»"),
      errors: [sharedCode],
      output: null,
    },
    {
      name: "a helper",
      code: withHelper(`[provider("https://api.workos.com/"), «provider(${userManagementIssuer})»]`),
      errors: [
        {
          ...sharedCode,
          suggestions: [
            {
              messageId: "useOwnObject",
              output: withHelper(`[
    provider("https://api.workos.com/"),
    {
      type: "customJwt",
      issuer: ${userManagementIssuer},
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
    },
  ]`),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "a callback, which the list does not show",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default {
  providers: ["https://api.workos.com/", ${userManagementIssuer}].map((issuer) => ({
    type: "customJwt",
    issuer,
    algorithm: "RS256",
    jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
    «applicationID: id»,
  })),
};
`,
      errors: [sharedCode],
      output: null,
    },
    {
      name: "an object that is the shared provider under a condition",
      code: `import { flag } from "./flag";
const id = process.env.WORKOS_CLIENT_ID;
export default {
  providers: [
    {
      type: "customJwt",
      issuer: flag ? "https://api.workos.com/" : ${userManagementIssuer},
      algorithm: "RS256",
      «applicationID: id»,
      jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
    },
  ],
};
`,
      errors: [sharedCode],
      output: null,
    },
  ],
});
