import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";

const rule = "require-shared-issuer-provider";

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

const sessionAlone = `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: «\`https://api.workos.com/user_management/\${clientId}\`»,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`;

const session =
  '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${id}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${id}` }';
const markedSession =
  '{ type: "customJwt", issuer: «`https://api.workos.com/user_management/${id}`», algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${id}` }';
const shared =
  '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: `https://api.workos.com/sso/jwks/${id}` }';

/** A list of the given elements. */
function list(...elements: readonly string[]): string {
  return `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [${elements.join(", ")}] };
`;
}

/** The report, with the only thing that is ever offered. */
function missing(output: string): { messageId: string; suggestions: { messageId: string; output: string }[] } {
  return { messageId: "missing", suggestions: [{ messageId: "addProvider", output }] };
}

testRule(rule, "the user-management issuer alone", {
  valid: [
    { name: "the template", code: template },
    { name: "the template the other way round", code: list(session, shared) },
    { name: "the shared issuer alone: require-user-management-provider", code: list(shared) },
    { name: "no provider at all: auth is switched off", code: "export default { providers: [] };\n" },
    { name: "another vendor alone", code: list('{ domain: "https://clerk.example.com", applicationID: "convex" }') },
    {
      name: "an issuer that WorkOS hands out on request",
      code: list(
        '{ type: "customJwt", issuer: `https://api.workos.com/sso/${id}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${id}` }',
      ),
    },
  ],
  invalid: [
    { name: "the template without its first half", code: sessionAlone, errors: [missing(template)], output: null },
    {
      name: "in JavaScript",
      filename: "convex/auth.config.js",
      code: sessionAlone,
      errors: [missing(template)],
      output: null,
    },
    {
      name: "beside another vendor",
      code: list('{ domain: "https://clerk.example.com", applicationID: "convex" }', markedSession),
      errors: [missing(list('{ domain: "https://clerk.example.com", applicationID: "convex" }', shared, session))],
      output: null,
    },
    {
      name: "two of them: one report, at the first",
      code: list(
        markedSession,
        '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${process.env.OTHER_CLIENT_ID}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${process.env.OTHER_CLIENT_ID}` }',
      ),
      errors: [
        missing(
          list(
            shared,
            session,
            '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${process.env.OTHER_CLIENT_ID}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${process.env.OTHER_CLIENT_ID}` }',
          ),
        ),
      ],
      output: null,
    },
    {
      name: "a literal client",
      code: "export default { providers: [{ type: 'customJwt', issuer: «'https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0'», algorithm: 'RS256', jwks: 'https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0' }] };\n",
      errors: [
        missing(
          "export default { providers: [{ type: 'customJwt', issuer: 'https://api.workos.com/', algorithm: 'RS256', applicationID: 'client_01JABCDEFGHJKMNPQRSTVWXYZ0', jwks: 'https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0' }, { type: 'customJwt', issuer: 'https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0', algorithm: 'RS256', jwks: 'https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0' }] };\n",
        ),
      ],
      output: null,
    },
  ],
});

testRule(rule, "elements that may be the shared issuer", {
  valid: [
    {
      name: "a damaged shared issuer: valid-issuer",
      code: list(
        '{ type: "customJwt", issuer: "http://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: "data:application/json,{}" }',
        session,
      ),
    },
    {
      name: "the shared issuer in the OIDC form: no-workos-oidc-provider",
      code: list('{ domain: "https://api.workos.com/", applicationID: id }', session),
    },
    {
      name: "an issuer that takes the missing role: valid-issuer",
      code: list(
        '{ type: "customJwt", issuer: "https://api.workos.com/sso", algorithm: "RS256", applicationID: id, jwks: "data:application/json,{}" }',
        session,
      ),
    },
    {
      name: "no issuer, and keys of WorkOS: require-provider-members",
      code: list(
        '{ type: "customJwt", algorithm: "RS256", applicationID: id, jwks: `https://api.workos.com/sso/jwks/${id}` }',
        session,
      ),
    },
    {
      name: "an issuer from the environment",
      code: list(
        '{ type: "customJwt", issuer: process.env.AUTH_ISSUER, algorithm: "RS256", jwks: "data:application/json,{}" }',
        session,
      ),
    },
    {
      name: "a host from the environment",
      code: list(
        '{ type: "customJwt", issuer: `https://${process.env.WORKOS_API_HOSTNAME}/`, algorithm: "RS256", jwks: "data:application/json,{}" }',
        session,
      ),
    },
    { name: "an element that cannot be read", code: `import { legacy } from "./legacy";\n${list("legacy", session)}` },
    { name: "a spread that cannot be read", code: `import { legacy } from "./legacy";\n${list("...legacy", session)}` },
    {
      name: "an element with an unseen spread",
      code: `import { legacy } from "./legacy";\n${list("{ ...legacy }", session)}`,
    },
    {
      name: "a list that is handed to a function that cannot be evaluated",
      code: `import { addLegacy } from "./legacy";
const id = process.env.WORKOS_CLIENT_ID;
const providers = [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }];
addLegacy(providers);
export default { providers };
`,
    },
    { name: "a file of Auth.js", code: `import NextAuth from "next-auth";\n${list(session)}` },
    { name: "a file outside the functions folder", filename: "src/auth.config.ts", code: list(session) },
  ],
  invalid: [
    {
      name: "a domain of AuthKit is another issuer",
      code: list(
        markedSession,
        '{ type: "customJwt", issuer: "https://joyful-zebra-42.authkit.app", algorithm: "RS256", jwks: "https://joyful-zebra-42.authkit.app/oauth2/jwks" }',
      ),
      errors: [
        missing(
          list(
            shared,
            session,
            '{ type: "customJwt", issuer: "https://joyful-zebra-42.authkit.app", algorithm: "RS256", jwks: "https://joyful-zebra-42.authkit.app/oauth2/jwks" }',
          ),
        ),
      ],
      output: null,
    },
  ],
});

testRule(rule, "the settings", {
  valid: [
    {
      name: "both issuers of a custom domain",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: list(
        '{ type: "customJwt", issuer: "https://auth.example.com/", algorithm: "RS256", jwks: `https://auth.example.com/sso/jwks/${id}` }',
        '{ type: "customJwt", issuer: `https://auth.example.com/user_management/${id}`, algorithm: "RS256", jwks: `https://auth.example.com/sso/jwks/${id}` }',
      ),
    },
    {
      name: "a custom domain that the settings do not name",
      code: list(
        '{ type: "customJwt", issuer: `https://auth.example.com/user_management/${id}`, algorithm: "RS256", jwks: `https://auth.example.com/sso/jwks/${id}` }',
      ),
    },
  ],
  invalid: [
    {
      name: "a custom domain of the settings",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: list(
        '{ type: "customJwt", issuer: «`https://auth.example.com/user_management/${id}`», algorithm: "RS256", jwks: `https://auth.example.com/sso/jwks/${id}` }',
      ),
      errors: [
        missing(
          list(
            '{ type: "customJwt", issuer: "https://auth.example.com/", algorithm: "RS256", applicationID: id, jwks: `https://auth.example.com/sso/jwks/${id}` }',
            '{ type: "customJwt", issuer: `https://auth.example.com/user_management/${id}`, algorithm: "RS256", jwks: `https://auth.example.com/sso/jwks/${id}` }',
          ),
        ),
      ],
      output: null,
    },
    {
      name: "where tokens carry an audience",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: sessionAlone,
      errors: [missing(template)],
      output: null,
    },
  ],
});

testRule(rule, "how the file is laid out", {
  invalid: [
    { name: "Windows line ends", code: crlf(sessionAlone), errors: [missing(crlf(template))], output: null },
    {
      name: "a byte-order mark",
      code: withByteOrderMark(sessionAlone),
      errors: [missing(withByteOrderMark(template))],
      output: null,
    },
    {
      name: "single quotes, tabs, no trailing commas, sorted and quoted keys, comments",
      code: `export default {
	providers: [
		// AuthKit
		{
			'algorithm': 'RS256',
			'issuer': «\`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`», // sessions
			'jwks': \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
			'type': 'customJwt'
		} // end
	]
}
`,
      errors: [
        missing(`export default {
	providers: [
		// AuthKit
		{
			'algorithm': 'RS256',
			'applicationID': process.env.WORKOS_CLIENT_ID,
			'issuer': 'https://api.workos.com/',
			'jwks': \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
			'type': 'customJwt'
		},
		{
			'algorithm': 'RS256',
			'issuer': \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`, // sessions
			'jwks': \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
			'type': 'customJwt'
		} // end
	]
}
`),
      ],
      output: null,
    },
    {
      name: "a typed constant: TypeScript must not widen what is added",
      code: `import type { AuthConfig } from "convex/server";
const id = process.env.WORKOS_CLIENT_ID!;
const config = {
  providers: [
    {
      type: "customJwt" as const,
      issuer: «\`https://api.workos.com/user_management/\${id}\`»,
      algorithm: "RS256" as const,
      jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
    },
  ],
};
export default config satisfies AuthConfig;
`,
      errors: [
        missing(`import type { AuthConfig } from "convex/server";
const id = process.env.WORKOS_CLIENT_ID!;
const config = {
  providers: [
    {
      type: "customJwt" as const,
      issuer: "https://api.workos.com/",
      algorithm: "RS256" as const,
      applicationID: id,
      jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
    },
    {
      type: "customJwt" as const,
      issuer: \`https://api.workos.com/user_management/\${id}\`,
      algorithm: "RS256" as const,
      jwks: \`https://api.workos.com/sso/jwks/\${id}\`,
    },
  ],
};
export default config satisfies AuthConfig;
`),
      ],
      output: null,
    },
  ],
});

testRule(rule, "ways to build the list", {
  valid: [
    {
      name: "the shared issuer pushed in a condition: fine where it is",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", applicationID: undefined, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }];
if (id) providers.push({ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
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
  ],
  invalid: [
    {
      name: "a conditional list",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: id ? [${markedSession}] : [] };
`,
      errors: [
        missing(`const id = process.env.WORKOS_CLIENT_ID;
export default { providers: id ? [${shared}, ${session}] : [] };
`),
      ],
      output: null,
    },
    {
      name: "a conditional spread: it goes into the same arm",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [...(id ? [${markedSession}] : [])] };
`,
      errors: [
        missing(`const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [...(id ? [${shared}, ${session}] : [])] };
`),
      ],
      output: null,
    },
    {
      name: "a helper that is called once: the element goes beside the call",
      code: `const session = (id: string | undefined) => (${markedSession});
export default { providers: [session(process.env.WORKOS_CLIENT_ID)] };
`,
      errors: [
        missing(`const session = (id: string | undefined) => (${session});
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\` }, session(process.env.WORKOS_CLIENT_ID)] };
`),
      ],
      output: null,
    },
    {
      name: "an issuer in a constant",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const issuer = «\`https://api.workos.com/user_management/\${id}\`»;
export default { providers: [{ type: "customJwt", issuer, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
      errors: [
        missing(`const id = process.env.WORKOS_CLIENT_ID;
const issuer = \`https://api.workos.com/user_management/\${id}\`;
export default { providers: [${shared}, { type: "customJwt", issuer, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`),
      ],
      output: null,
    },
    {
      name: "a factory",
      code: `const createConfig = (id: string) => ({ providers: [${markedSession}] });
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
      errors: [
        missing(`const createConfig = (id: string) => ({ providers: [${shared}, ${session}] });
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`),
      ],
      output: null,
    },
  ],
});
