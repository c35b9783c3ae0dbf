import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";

const rule = "require-user-management-provider";

const missing = { messageId: "missing" };

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

const sharedAlone = `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: «"https://api.workos.com/"»,
      algorithm: "RS256",
      applicationID: clientId,
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`;

/** The shared provider and another element behind it. */
function beside(element: string, issuer = '"https://api.workos.com/"'): string {
  return `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [
  { type: "customJwt", issuer: ${issuer}, algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` },
${element === "" ? "" : `  ${element},\n`}] };
`;
}

const session =
  '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${id}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${id}` }';

testRule(rule, "the shared issuer alone", {
  valid: [
    { name: "the template", code: template },
    {
      name: "the user-management provider first",
      code: `const id = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [${session}, { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: "data:application/json,{}" }] };\n`,
    },
    {
      name: "the user-management provider alone: require-shared-issuer-provider",
      code: `const id = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [${session}] };\n`,
    },
    { name: "no provider at all: auth is switched off", code: "export default { providers: [] };\n" },
    {
      name: "another vendor alone",
      code: 'export default { providers: [{ domain: "https://clerk.example.com", applicationID: "convex" }] };\n',
    },
  ],
  invalid: [
    { name: "the shared issuer alone", code: sharedAlone, errors: [missing], output: template },
    {
      name: "without the slash",
      code: beside("", '«"https://api.workos.com"»'),
      errors: [missing],
      output: beside(session, '"https://api.workos.com"'),
    },
    {
      name: "without the scheme",
      code: beside("", '«"api.workos.com"»'),
      errors: [missing],
      output: beside(session, '"api.workos.com"'),
    },
    {
      name: "in JavaScript",
      filename: "convex/auth.config.js",
      code: sharedAlone,
      errors: [missing],
      output: template,
    },
  ],
});

testRule(rule, "elements that count as user management", {
  valid: [
    {
      name: "a damaged user-management issuer: valid-issuer",
      code: beside(
        '{ type: "customJwt", issuer: "http://api.workos.com/user_management", algorithm: "RS256", jwks: "data:application/json,{}" }',
      ),
    },
    {
      name: "an issuer under /sso that names its client",
      code: beside(
        '{ type: "customJwt", issuer: `https://api.workos.com/sso/${id}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${id}` }',
      ),
    },
    {
      name: "an issuer under /convex that names its client",
      code: beside(
        '{ type: "customJwt", issuer: `https://api.workos.com/convex/${id}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${id}` }',
      ),
    },
    {
      name: "a user-management path on another host",
      code: beside(
        '{ type: "customJwt", issuer: `https://auth.example.com/user_management/${id}`, algorithm: "RS256", jwks: `https://auth.example.com/sso/jwks/${id}` }',
      ),
    },
    {
      name: "/sso/<id> on another host",
      code: beside(
        '{ type: "customJwt", issuer: `https://auth.example.com/sso/${id}`, algorithm: "RS256", jwks: `https://auth.example.com/sso/jwks/${id}` }',
      ),
    },
    {
      name: "/convex/<id> on another host",
      code: beside(
        '{ type: "customJwt", issuer: `https://auth.example.com/convex/${id}`, algorithm: "RS256", jwks: `https://auth.example.com/sso/jwks/${id}` }',
      ),
    },
    {
      name: "a user-management path on a host from the environment",
      code: beside(
        '{ type: "customJwt", issuer: `https://${process.env.WORKOS_API_HOSTNAME}/user_management/${id}`, algorithm: "RS256", jwks: "data:application/json,{}" }',
      ),
    },
    {
      name: "an issuer from the environment",
      code: beside(
        '{ type: "customJwt", issuer: process.env.AUTH_ISSUER, algorithm: "RS256", jwks: "data:application/json,{}" }',
      ),
    },
    {
      name: "a path from the environment",
      code: beside(
        '{ type: "customJwt", issuer: `https://api.workos.com/${process.env.AUTH_PATH}`, algorithm: "RS256", jwks: "data:application/json,{}" }',
      ),
    },
    {
      name: "an issuer that cannot be read",
      code: `import { issuer } from "./issuer";\n${beside('{ type: "customJwt", issuer, algorithm: "RS256", jwks: "data:application/json,{}" }')}`,
    },
    {
      name: "the user-management issuer in the OIDC form: no-workos-oidc-provider",
      code: beside("{ domain: `https://api.workos.com/user_management/${id}`, applicationID: id }"),
    },
    {
      name: "an issuer that takes the missing role: valid-issuer",
      code: beside(
        '{ type: "customJwt", issuer: "https://api.workos.com/sso", algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${id}` }',
      ),
    },
    {
      name: "no issuer, and keys of WorkOS: require-provider-members",
      code: beside('{ type: "customJwt", algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${id}` }'),
    },
    {
      name: "the shared issuer in the OIDC form, whose repair adds the provider",
      code: 'export default { providers: [{ domain: "https://api.workos.com/", applicationID: process.env.WORKOS_CLIENT_ID }] };\n',
    },
  ],
  invalid: [
    {
      name: "another vendor",
      code: beside('{ domain: "https://clerk.example.com", applicationID: "convex" }', '«"https://api.workos.com/"»'),
      errors: [missing],
      output: beside(`${session},\n  { domain: "https://clerk.example.com", applicationID: "convex" }`),
    },
    {
      name: "a second shared issuer",
      code: beside(
        '{ type: "customJwt", issuer: "https://api.workos.com", algorithm: "RS256", applicationID: id, jwks: "data:application/json,{}" }',
        '«"https://api.workos.com/"»',
      ),
      errors: [missing],
      output: beside(
        `${session},\n  { type: "customJwt", issuer: "https://api.workos.com", algorithm: "RS256", applicationID: id, jwks: "data:application/json,{}" }`,
      ),
    },
    {
      name: "a domain of AuthKit",
      code: beside(
        '{ type: "customJwt", issuer: "https://joyful-zebra-42.authkit.app", algorithm: "RS256", jwks: "https://joyful-zebra-42.authkit.app/oauth2/jwks" }',
        '«"https://api.workos.com/"»',
      ),
      errors: [missing],
      output: beside(
        `${session},\n  { type: "customJwt", issuer: "https://joyful-zebra-42.authkit.app", algorithm: "RS256", jwks: "https://joyful-zebra-42.authkit.app/oauth2/jwks" }`,
      ),
    },
    {
      name: "a damaged shared issuer: one more defect",
      code: beside("", '«"http://api.workos.com/"»'),
      errors: [missing],
      output: beside(session, '"http://api.workos.com/"'),
    },
  ],
});

/** The domains of OIDC providers, of which no part may be readable. */
const domains: readonly (readonly [name: string, domain: string, lines?: string])[] = [
  ["Convex Auth", "process.env.CONVEX_SITE_URL"],
  ["Clerk", "process.env.CLERK_JWT_ISSUER_DOMAIN!"],
  ["an import", "domain", 'import { domain } from "./domain";\n'],
  ["a host from the environment", "`https://${process.env.AUTH_HOST}/`"],
  ["a user-management path on another host", "`https://auth.example.com/user_management/${id}`"],
];

testRule(rule, "the OIDC form, which takes no token without an audience", {
  valid: [
    {
      name: "a type that cannot be read",
      code: beside("{ type: process.env.TYPE, issuer: process.env.ISSUER, domain: process.env.ISSUER }"),
    },
    {
      name: "an issuer of another vendor's custom JWT",
      code: `import { issuer } from "./auth";\n${beside('{ type: "customJwt", issuer, algorithm: "RS256", jwks: "data:application/json,{}" }')}`,
    },
    ...domains.slice(1).map(([name, domain, lines = ""]) => ({
      name: `where tokens carry an audience: ${name}`,
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: lines + beside(`{ domain: ${domain}, applicationID: "convex" }`),
    })),
  ],
  invalid: [
    ...domains.map(([name, domain, lines = ""]) => ({
      name,
      code: lines + beside(`{ domain: ${domain}, applicationID: "convex" }`, '«"https://api.workos.com/"»'),
      errors: [missing],
      output: lines + beside(`${session},\n  { domain: ${domain}, applicationID: "convex" }`),
    })),
    {
      name: "Convex as the issuer of a custom JWT",
      code: beside(
        '{ type: "customJwt", issuer: process.env.CONVEX_CLOUD_URL, algorithm: "ES256", jwks: `${process.env.CONVEX_CLOUD_URL}/.well-known/jwks.json` }',
        '«"https://api.workos.com/"»',
      ),
      errors: [missing],
      output: beside(
        `${session},\n  { type: "customJwt", issuer: process.env.CONVEX_CLOUD_URL, algorithm: "ES256", jwks: \`\${process.env.CONVEX_CLOUD_URL}/.well-known/jwks.json\` }`,
      ),
    },
  ],
});

testRule(rule, "lists that are not complete", {
  valid: [
    { name: "an element that cannot be read", code: `import { session } from "./session";\n${beside("session")}` },
    { name: "a call that cannot be evaluated", code: `import { session } from "./session";\n${beside("session(id)")}` },
    { name: "a spread that cannot be read", code: `import { others } from "./others";\n${beside("...others")}` },
    {
      name: "a spread of a library's list",
      code: `import { getAuthConfigProviders } from "@convex-dev/better-auth";\n${beside("...getAuthConfigProviders()")}`,
    },
    {
      name: "an element with an unseen spread",
      code: `import { session } from "./session";\n${beside("{ ...session }")}`,
    },
    {
      name: "pushed to in a loop",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }];
for (const path of ["user_management"]) providers.push({ type: "customJwt", issuer: \`https://api.workos.com/\${path}/\${id}\`, algorithm: "RS256", applicationID: id, jwks: "" });
export default { providers };
`,
    },
    {
      name: "handed to a function that cannot be evaluated",
      code: `import { addSession } from "./session";
const id = process.env.WORKOS_CLIENT_ID;
const providers = [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }];
addSession(providers);
export default { providers };
`,
    },
    {
      name: "inside a call that cannot be evaluated",
      code: `import { withDefaults } from "./defaults";
export default { providers: withDefaults([{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID }]) };
`,
    },
    { name: "re-exported", code: 'export { default } from "./workos";\n' },
    { name: "a file of Auth.js", code: `import type { NextAuthConfig } from "next-auth";\n${beside("")}` },
    { name: "a file outside the functions folder", filename: "src/auth.config.ts", code: beside("") },
  ],
});

testRule(rule, "the settings", {
  valid: [
    {
      name: "the user-management issuer of a custom domain",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: beside(
        '{ type: "customJwt", issuer: `https://auth.example.com/user_management/${id}`, algorithm: "RS256", jwks: `https://auth.example.com/sso/jwks/${id}` }',
        '"https://auth.example.com/"',
      ),
    },
    { name: "the root of a host that the settings do not name", code: beside("", '"https://auth.example.com/"') },
  ],
  invalid: [
    {
      name: "the shared issuer of a custom domain alone",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: beside("", '«"https://auth.example.com/"»'),
      errors: [missing],
      output: beside(
        '{ type: "customJwt", issuer: `https://auth.example.com/user_management/${id}`, algorithm: "RS256", jwks: `https://auth.example.com/sso/jwks/${id}` }',
        '"https://auth.example.com/"',
      ),
    },
    {
      name: "where tokens carry an audience",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: sharedAlone,
      errors: [missing],
      output: template,
    },
  ],
});

testRule(rule, "the client id as the file writes it", {
  invalid: [
    {
      name: "the provider's own expression",
      code: 'export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", applicationID: process.env["MY_WORKOS_CLIENT"], jwks: `https://api.workos.com/sso/jwks/${process.env["MY_WORKOS_CLIENT"]}` }] };\n',
      errors: [missing],
      output:
        'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env["MY_WORKOS_CLIENT"], jwks: `https://api.workos.com/sso/jwks/${process.env["MY_WORKOS_CLIENT"]}` }, { type: "customJwt", issuer: `https://api.workos.com/user_management/${process.env["MY_WORKOS_CLIENT"]}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${process.env["MY_WORKOS_CLIENT"]}` }] };\n',
    },
    {
      name: "the env object of Convex",
      code: 'import { env } from "./_generated/server";\nexport default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", applicationID: env.WORKOS_CLIENT_ID, jwks: env.WORKOS_JWKS }] };\n',
      errors: [missing],
      output:
        'import { env } from "./_generated/server";\nexport default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: env.WORKOS_CLIENT_ID, jwks: env.WORKOS_JWKS }, { type: "customJwt", issuer: `https://api.workos.com/user_management/${env.WORKOS_CLIENT_ID}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${env.WORKOS_CLIENT_ID}` }] };\n',
    },
    {
      name: "a literal where the file reads no environment",
      code: "export default { providers: [{ type: 'customJwt', issuer: «'https://api.workos.com/'», algorithm: 'RS256', applicationID: 'client_01JABCDEFGHJKMNPQRSTVWXYZ0', jwks: 'https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0' }] };\n",
      errors: [missing],
      output:
        "export default { providers: [{ type: 'customJwt', issuer: 'https://api.workos.com/', algorithm: 'RS256', applicationID: 'client_01JABCDEFGHJKMNPQRSTVWXYZ0', jwks: 'https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0' }, { type: 'customJwt', issuer: 'https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0', algorithm: 'RS256', jwks: 'https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0' }] };\n",
    },
  ],
});

testRule(rule, "how the file is laid out", {
  invalid: [
    { name: "Windows line ends", code: crlf(sharedAlone), errors: [missing], output: crlf(template) },
    {
      name: "a byte-order mark",
      code: withByteOrderMark(sharedAlone),
      errors: [missing],
      output: withByteOrderMark(template),
    },
    {
      name: "single quotes, tabs, no semicolons, no trailing commas, sorted and quoted keys",
      code: `export default {
	providers: [
		{
			'algorithm': 'RS256',
			'applicationID': process.env.WORKOS_CLIENT_ID,
			'issuer': «'https://api.workos.com/'»,
			'jwks': \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
			'type': 'customJwt'
		}
	]
}
`,
      errors: [missing],
      output: `export default {
	providers: [
		{
			'algorithm': 'RS256',
			'applicationID': process.env.WORKOS_CLIENT_ID,
			'issuer': 'https://api.workos.com/',
			'jwks': \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
			'type': 'customJwt'
		},
		{
			'algorithm': 'RS256',
			'issuer': \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`,
			'jwks': \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
			'type': 'customJwt'
		}
	]
}
`,
    },
    {
      name: "backticks for every text",
      code: "const id = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [{ type: `customJwt`, issuer: «`https://api.workos.com/`», algorithm: `RS256`, applicationID: id, jwks: `https://api.workos.com/sso/jwks/${id}` }] };\n",
      errors: [missing],
      output:
        "const id = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [{ type: `customJwt`, issuer: `https://api.workos.com/`, algorithm: `RS256`, applicationID: id, jwks: `https://api.workos.com/sso/jwks/${id}` }, { type: `customJwt`, issuer: `https://api.workos.com/user_management/${id}`, algorithm: `RS256`, jwks: `https://api.workos.com/sso/jwks/${id}` }] };\n",
    },
    {
      name: "a list that opens on the line of its element",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default {
  providers: [{
    type: "customJwt",
    issuer: «"https://api.workos.com/"»,
    algorithm: "RS256",
    applicationID: id,
    jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
  }],
};
`,
      errors: [missing],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default {
  providers: [{
    type: "customJwt",
    issuer: "https://api.workos.com/",
    algorithm: "RS256",
    applicationID: id,
    jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
  }, {
    type: "customJwt",
    issuer: \`https://api.workos.com/user_management/\${id}\`,
    algorithm: "RS256",
    jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
  }],
};
`,
    },
    {
      name: "an element in a typed constant: TypeScript must not widen what is added",
      code: `import type { AuthConfig } from "convex/server";

const config = {
  providers: [
    {
      type: "customJwt" as const,
      issuer: «"https://api.workos.com/"»,
      algorithm: "RS256" as const,
      applicationID: process.env.WORKOS_CLIENT_ID!,
      jwks: process.env.WORKOS_JWKS!,
    },
  ],
};

export default config satisfies AuthConfig;
`,
      errors: [missing],
      output: `import type { AuthConfig } from "convex/server";

const config = {
  providers: [
    {
      type: "customJwt" as const,
      issuer: "https://api.workos.com/",
      algorithm: "RS256" as const,
      applicationID: process.env.WORKOS_CLIENT_ID!,
      jwks: process.env.WORKOS_JWKS!,
    },
    {
      type: "customJwt" as const,
      issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID!}\`,
      algorithm: "RS256" as const,
      jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID!}\`,
    },
  ],
};

export default config satisfies AuthConfig;
`,
    },
  ],
});

testRule(rule, "comments stay", {
  invalid: [
    {
      name: "around the element",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default {
  providers: [
    // WorkOS
    {
      type: "customJwt",
      issuer: «"https://api.workos.com/"», // shared
      algorithm: "RS256",
      applicationID: id,
      jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
    } /* one */, // two
    // three
  ],
};
`,
      errors: [missing],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default {
  providers: [
    // WorkOS
    {
      type: "customJwt",
      issuer: "https://api.workos.com/", // shared
      algorithm: "RS256",
      applicationID: id,
      jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
    } /* one */, // two
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${id}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
    },
    // three
  ],
};
`,
    },
    {
      name: "behind the element, where there is no comma",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default {
  providers: [
    { type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", applicationID: id, jwks: "data:application/json,{}" } // the only one
  ]
};
`,
      errors: [missing],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default {
  providers: [
    { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: "data:application/json,{}" }, // the only one
    { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }
  ]
};
`,
    },
  ],
});

testRule(rule, "ways to build the list", {
  valid: [
    {
      name: "pushed later",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }];
if (id) providers.push({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", applicationID: undefined, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers };
`,
    },
    {
      name: "two calls of one helper",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const workos = (issuer: string, applicationID?: string) => ({ type: "customJwt", issuer, algorithm: "RS256", applicationID, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [workos("https://api.workos.com/", id), workos("https://api.workos.com/user_management/" + id)] };
`,
    },
    {
      name: "two spreads of one base",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const base = { type: "customJwt", algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` };
export default { providers: [{ ...base, issuer: "https://api.workos.com/", applicationID: id }, { ...base, issuer: \`https://api.workos.com/user_management/\${id}\` }] };
`,
    },
    {
      name: "an arm that switches auth off",
      code: `import { isEnabled } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
const providers = [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }];
export default { providers: isEnabled ? providers : [] };
`,
    },
    {
      name: "values that depend on one condition stay together",
      code: `import { isLegacy } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
const issuer = isLegacy ? "https://clerk.example.com" : "https://api.workos.com/";
export default { providers: [{ type: "customJwt", issuer, algorithm: "RS256", applicationID: id, jwks: "data:application/json,{}" }, ...(isLegacy ? [] : [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }])] };
`,
    },
  ],
  invalid: [
    {
      name: "a conditional list",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: id ? [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] : [] };
`,
      errors: [missing],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: id ? [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] : [] };
`,
    },
    {
      name: "a conditional spread: it goes into the same arm",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [...(id ? [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] : [])] };
`,
      errors: [missing],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [...(id ? [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] : [])] };
`,
    },
    {
      name: "one arm of an undecided condition",
      code: `import { isLegacy } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
const jwks = \`https://api.workos.com/sso/jwks/\${id}\`;
export default isLegacy
  ? { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", applicationID: id, jwks }] }
  : { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks }] };
`,
      errors: [missing],
      output: `import { isLegacy } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
const jwks = \`https://api.workos.com/sso/jwks/\${id}\`;
export default isLegacy
  ? { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] }
  : { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks }] };
`,
    },
    {
      name: "the session provider only in one arm: missing in the other",
      code: `import { isNew } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
const jwks = \`https://api.workos.com/sso/jwks/\${id}\`;
const providers = [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", applicationID: id, jwks }];
if (isNew) providers.push({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", applicationID: undefined, jwks });
export default { providers };
`,
      errors: [missing],
      output: null,
    },
    {
      name: "pushed",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [];
providers.push({ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers };
`,
      errors: [missing],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [];
providers.push({ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
providers.push({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers };
`,
    },
    {
      name: "a list in a constant that is spread",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const workos = [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }];
export default { providers: [...workos] };
`,
      errors: [missing],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const workos = [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }];
export default { providers: [...workos] };
`,
    },
    {
      name: "a factory: its parameter is the client id",
      code: `const createConfig = (clientId: string) => ({ providers: [{ type: "customJwt" as const, issuer: «"https://api.workos.com/"», algorithm: "RS256" as const, applicationID: clientId, jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }] });
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
      errors: [missing],
      output: `const createConfig = (clientId: string) => ({ providers: [{ type: "customJwt" as const, issuer: "https://api.workos.com/", algorithm: "RS256" as const, applicationID: clientId, jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }, { type: "customJwt" as const, issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256" as const, jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }] });
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
    },
    {
      name: "a helper that is called once: the element goes beside the call",
      code: `const workos = (id: string | undefined) => ({ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [workos(process.env.WORKOS_CLIENT_ID)] };
`,
      errors: [missing],
      output: `const workos = (id: string | undefined) => ({ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [workos(process.env.WORKOS_CLIENT_ID), { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }] };
`,
    },
    {
      name: "module.exports",
      filename: "convex/auth.config.js",
      code: `const id = process.env.WORKOS_CLIENT_ID;
module.exports = { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
      errors: [missing],
      output: `const id = process.env.WORKOS_CLIENT_ID;
module.exports = { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "a list that two arms share, both of which lack it: one report, one edit",
      code: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
const jwks = isPreview ? "data:application/json,{}" : \`https://api.workos.com/sso/jwks/\${id}\`;
export default { providers: [{ type: "customJwt", issuer: «"https://api.workos.com/"», algorithm: "RS256", applicationID: id, jwks }] };
`,
      errors: [missing],
      output: `import { isPreview } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
const jwks = isPreview ? "data:application/json,{}" : \`https://api.workos.com/sso/jwks/\${id}\`;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
  ],
});
