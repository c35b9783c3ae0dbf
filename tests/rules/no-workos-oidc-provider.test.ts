import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";

const rule = "no-workos-oidc-provider";

const error = { messageId: "oidcForm" };

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

/** Only the user-management provider of the template. */
const sessionOnly = `const clientId = process.env.WORKOS_CLIENT_ID;

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
`;

/** A file with one provider: the given lines. */
function provider(...lines: readonly string[]): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
${lines.map((line) => `      ${line}\n`).join("")}    },
  ],
};
`;
}

testRule(rule, "the OIDC form of generated code", {
  valid: [
    { name: "the template", code: template },
    {
      name: "customJwt beside a domain, which Convex refuses: valid-provider-type",
      code: provider('type: "customJwt",', '"domain": "https://api.workos.com/",', "applicationID: clientId,"),
    },
    {
      name: "an issuer without a type, which Convex refuses: valid-provider-type",
      code: provider('issuer: "https://api.workos.com/",', "applicationID: clientId,"),
    },
  ],
  invalid: [
    {
      name: "domain and applicationID",
      code: provider('«domain: "https://api.workos.com/"»,', "applicationID: clientId,"),
      errors: [error],
      output: template,
    },
    {
      name: "applicationID and domain",
      code: provider("applicationID: clientId,", '«domain: "https://api.workos.com/"»,'),
      errors: [error],
      output: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      applicationID: clientId,
      issuer: "https://api.workos.com/",
      algorithm: "RS256",
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
`,
    },
    {
      name: "with the type spelled out",
      code: provider('type: "oidc",', '«domain: "https://api.workos.com/"»,', "applicationID: clientId,"),
      errors: [error],
      output: template,
    },
    {
      name: "with members that Convex ignores there, sound ones",
      code: provider(
        '«domain: "https://api.workos.com/"»,',
        'algorithm: "RS256",',
        "applicationID: clientId,",
        "jwks: `https://api.workos.com/sso/jwks/${clientId}`,",
      ),
      errors: [error],
      output: template,
    },
    {
      name: "with members that Convex ignores there, damaged ones",
      code: provider(
        '«domain: "https://api.workos.com/"»,',
        'algorithm: "ES256",',
        "applicationID: clientId,",
        'jwks: "https://api.workos.com/.well-known/jwks.json",',
      ),
      errors: [error],
      output: template,
    },
    {
      name: "with an issuer that is null, which becomes the issuer",
      code: provider(
        '«domain: "https://api.workos.com/"»,',
        "issuer: null,",
        'algorithm: "RS256",',
        "applicationID: clientId,",
        "jwks: `https://api.workos.com/sso/jwks/${clientId}`,",
      ),
      errors: [error],
      output: template,
    },
    {
      name: "in a JavaScript file",
      filename: "convex/auth.config.js",
      code: provider('«domain: "https://api.workos.com/"»,', "applicationID: clientId,"),
      errors: [error],
      output: template,
    },
  ],
});

testRule(rule, "the domain: sound, damaged, of either role", {
  valid: [
    { name: "another vendor", code: provider('domain: "https://clerk.example.com",', 'applicationID: "convex",') },
    {
      name: "another vendor with the type spelled out",
      code: provider('type: "oidc",', 'domain: "https://clerk.example.com",', 'applicationID: "convex",'),
    },
    { name: "from the environment", code: provider("domain: process.env.AUTH_DOMAIN,", "applicationID: clientId,") },
    {
      name: "a host from the environment",
      code: provider("domain: `https://${process.env.WORKOS_API_HOSTNAME}/`,", "applicationID: clientId,"),
    },
    {
      name: "a path from the environment",
      code: provider("domain: `https://api.workos.com/${process.env.WORKOS_PATH}`,", "applicationID: clientId,"),
    },
    {
      name: "an import",
      code: `import { domain } from "./domain";\n${provider("domain,", "applicationID: clientId,")}`,
    },
    {
      name: "a domain of AuthKit, which publishes a discovery document",
      code: provider('domain: "https://joyful-zebra-42.authkit.app",', "applicationID: clientId,"),
    },
    {
      name: "a host near api.workos.com that carries no path of WorkOS",
      code: provider('domain: "https://api.worksos.com/",', "applicationID: clientId,"),
    },
    {
      name: "a type that cannot be read",
      code: `import { type } from "./type";\n${provider("type,", 'domain: "https://api.workos.com/",', "applicationID: clientId,")}`,
    },
  ],
  invalid: [
    {
      name: "without the slash, which Convex tolerates",
      code: provider('«domain: "https://api.workos.com"»,', "applicationID: clientId,"),
      errors: [error],
      output: template,
    },
    {
      name: "without the scheme, which Convex tolerates",
      code: provider('«domain: "api.workos.com"»,', "applicationID: clientId,"),
      errors: [error],
      output: template,
    },
    {
      name: "the domain alone",
      code: provider('«domain: "workos.com"»,', "applicationID: clientId,"),
      errors: [error],
      output: template,
    },
    {
      name: "another scheme",
      code: provider('«domain: "http://api.workos.com/"»,', "applicationID: clientId,"),
      errors: [error],
      output: template,
    },
    {
      name: "pointed brackets",
      code: provider('«domain: "<https://api.workos.com/>"»,', "applicationID: clientId,"),
      errors: [error],
      output: template,
    },
    {
      name: "capital letters",
      code: provider('«domain: "https://API.WORKOS.COM/"»,', "applicationID: clientId,"),
      errors: [error],
      output: template,
    },
    {
      name: "a path that WorkOS never uses",
      code: provider('«domain: "https://api.workos.com/sso"»,', "applicationID: clientId,"),
      errors: [error],
      output: template,
    },
    {
      name: "a metadata document",
      code: provider(
        '«domain: "https://api.workos.com/.well-known/openid-configuration"»,',
        "applicationID: clientId,",
      ),
      errors: [error],
      output: template,
    },
    {
      name: "the user-management issuer: the audience goes",
      code: provider("«domain: `https://api.workos.com/user_management/${clientId}`»,", "applicationID: clientId,"),
      errors: [error],
      output: sessionOnly,
    },
    {
      name: "the user-management issuer without an audience",
      code: provider("«domain: `https://api.workos.com/user_management/${clientId}`»,"),
      errors: [error],
      output: sessionOnly,
    },
    {
      name: "the user-management issuer without the client id",
      code: provider('«domain: "https://api.workos.com/user_management"»,', "applicationID: clientId,"),
      errors: [error],
      output: sessionOnly,
    },
    {
      name: "the user-management issuer in plain quotes",
      code: provider('«domain: "https://api.workos.com/user_management/${clientId}"»,', "applicationID: clientId,"),
      errors: [error],
      output: sessionOnly,
    },
    {
      name: "the user-management issuer with a misspelt host",
      code: provider("«domain: `https://api.worksos.com/user_management/${clientId}`»,", "applicationID: clientId,"),
      errors: [error],
      output: sessionOnly,
    },
  ],
});

testRule(rule, "the audience", {
  invalid: [
    {
      name: "missing: added",
      code: provider('«domain: "https://api.workos.com/"»,'),
      errors: [error],
      output: template,
    },
    {
      name: "null: replaced",
      code: provider('«domain: "https://api.workos.com/"»,', "applicationID: null,"),
      errors: [error],
      output: template,
    },
    {
      name: "empty: replaced",
      code: provider('«domain: "https://api.workos.com/"»,', 'applicationID: "",'),
      errors: [error],
      output: template,
    },
    {
      name: "no client id: replaced",
      code: provider('«domain: "https://api.workos.com/"»,', 'applicationID: "convex",'),
      errors: [error],
      output: template,
    },
    {
      name: "more than the client id: replaced",
      code: provider('«domain: "https://api.workos.com/"»,', "applicationID: `convex_${clientId}`,"),
      errors: [error],
      output: template,
    },
    {
      name: "misspelt: renamed",
      code: provider('«domain: "https://api.workos.com/"»,', "applicationId: clientId,"),
      errors: [error],
      output: template,
    },
    {
      name: "under another name: renamed",
      code: provider('«domain: "https://api.workos.com/"»,', "clientID: clientId,"),
      errors: [error],
      output: template,
    },
    {
      name: "under another name, and no client id: replaced",
      code: provider('«domain: "https://api.workos.com/"»,', 'audience: "convex",'),
      errors: [error],
      output: template,
    },
    {
      name: "another variable stays",
      code: provider('«domain: "https://api.workos.com/"»,', "applicationID: process.env.AUTH_AUDIENCE,"),
      errors: [error],
      output: template.replace("applicationID: clientId", "applicationID: process.env.AUTH_AUDIENCE"),
    },
    {
      name: "null beside the user-management issuer",
      code: provider("«domain: `https://api.workos.com/user_management/${clientId}`»,", "applicationID: null,"),
      errors: [error],
      output: sessionOnly,
    },
    {
      name: "misspelt beside the user-management issuer, which Convex refuses",
      code: provider("«domain: `https://api.workos.com/user_management/${clientId}`»,", "applicationId: clientId,"),
      errors: [error],
      output: sessionOnly,
    },
  ],
});

testRule(rule, "the members of a custom JWT beside a domain", {
  invalid: [
    {
      name: "all of them: only the domain and the type are wrong",
      code: provider(
        'type: "oidc",',
        '«domain: "https://api.workos.com/"»,',
        'algorithm: "RS256",',
        "applicationID: clientId,",
        "jwks: `https://api.workos.com/sso/jwks/${clientId}`,",
      ),
      errors: [error],
      output: template,
    },
    {
      name: "all of them, for user management: the audience goes",
      code: provider(
        'type: "oidc",',
        "«domain: `https://api.workos.com/user_management/${clientId}`»,",
        'algorithm: "RS256",',
        "applicationID: clientId,",
        "jwks: `https://api.workos.com/sso/jwks/${clientId}`,",
      ),
      errors: [error],
      output: sessionOnly,
    },
  ],
});

testRule(rule, "the second provider: only where no element has its role", {
  valid: [{ name: "the template", code: template }],
  invalid: [
    {
      name: "it is there",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ «domain: "https://api.workos.com/"», applicationID: id }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "it is there in the OIDC form, too",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ «domain: "https://api.workos.com/"», applicationID: id }, { «domain: \`https://api.workos.com/user_management/\${id}\`», applicationID: id }] };
`,
      errors: [error, error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "it may be among elements that cannot be read",
      code: `import { others } from "./others";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ «domain: "https://api.workos.com/"», applicationID: id }, ...others] };
`,
      errors: [error],
      output: `import { others } from "./others";
const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, ...others] };
`,
    },
    {
      name: "it may be an element with an issuer from the environment",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ «domain: "https://api.workos.com/"», applicationID: id }, { type: "customJwt", issuer: process.env.AUTH_ISSUER, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: process.env.AUTH_ISSUER, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "beside another vendor it is missing",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ «domain: "https://api.workos.com/"», applicationID: id }, { domain: "https://clerk.example.com", applicationID: "convex" }] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { domain: "https://clerk.example.com", applicationID: "convex" }] };
`,
    },
    {
      name: "beside Convex Auth it is missing, whose issuer WorkOS never has",
      code: `export default {
  providers: [
    {
      domain: process.env.CONVEX_SITE_URL as string,
      applicationID: "convex",
    },
    {
      «domain: "https://api.workos.com/"»,
      applicationID: "workos",
    },
  ],
};
`,
      errors: [error],
      output: `export default {
  providers: [
    {
      domain: process.env.CONVEX_SITE_URL as string,
      applicationID: "convex",
    },
    {
      type: "customJwt",
      issuer: "https://api.workos.com/",
      algorithm: "RS256",
      applicationID: process.env.WORKOS_CLIENT_ID,
      jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
    },
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
    },
  ],
};
`,
    },
    {
      name: "a path that says nothing takes the role that is missing",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { «domain: "https://api.workos.com/sso"», applicationID: id }] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "two of one client: the second one becomes it",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ «domain: "https://api.workos.com/"», applicationID: id }, { «domain: "workos.com"», applicationID: id }] };
`,
      errors: [error, error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "the shared issuer is there already: it becomes the other one",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { «domain: "https://api.workos.com/"», applicationID: id }] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "two shared ones of two clients: the first one adds it",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const other = process.env.OTHER_CLIENT_ID;
export default { providers: [{ «domain: "https://api.workos.com/"», applicationID: id }, { «domain: "https://api.workos.com/"», applicationID: other }] };
`,
      errors: [error, error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const other = process.env.OTHER_CLIENT_ID;
export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: other, jwks: \`https://api.workos.com/sso/jwks/\${other}\` }] };
`,
    },
  ],
});

testRule(rule, "the settings", {
  valid: [
    {
      name: "the user-management issuer, where tokens carry an audience",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: provider("domain: `https://api.workos.com/user_management/${clientId}`,", "applicationID: clientId,"),
    },
    {
      name: "a custom domain that the settings do not name",
      code: provider('domain: "https://auth.example.com/",', "applicationID: clientId,"),
    },
    {
      name: "a custom domain with the path of WorkOS that the settings do not name",
      code: provider("domain: `https://auth.example.com/user_management/${clientId}`,", "applicationID: clientId,"),
    },
  ],
  invalid: [
    {
      name: "the shared issuer, where tokens carry an audience",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: provider('«domain: "https://api.workos.com/"»,', "applicationID: clientId,"),
      errors: [error],
      output: template,
    },
    {
      name: "a damaged user-management issuer, where tokens carry an audience",
      settings: { "convex-authkit": { tokensCarryAudience: true } },
      code: provider("«domain: `http://api.workos.com/user_management/${clientId}`»,"),
      errors: [error],
      output: sessionOnly,
    },
    {
      name: "a custom domain of the settings: everything stays on its host",
      settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } },
      code: provider('«domain: "https://auth.example.com/"»,', "applicationID: clientId,"),
      errors: [error],
      output: template.replaceAll("api.workos.com", "auth.example.com"),
    },
  ],
});

testRule(rule, "how the file is laid out", {
  invalid: [
    {
      name: "Windows line ends",
      code: crlf(provider('«domain: "https://api.workos.com/"»,', "applicationID: clientId,")),
      errors: [error],
      output: crlf(template),
    },
    {
      name: "Windows line ends, and an audience that goes",
      code: crlf(
        provider("«domain: `https://api.workos.com/user_management/${clientId}`»,", "applicationID: clientId,"),
      ),
      errors: [error],
      output: crlf(sessionOnly),
    },
    {
      name: "a byte-order mark",
      code: withByteOrderMark(provider('«domain: "https://api.workos.com/"»,', "applicationID: clientId,")),
      errors: [error],
      output: withByteOrderMark(template),
    },
    {
      name: "single quotes, tabs, no semicolons, no trailing commas",
      code: `export default {
	providers: [
		{
			domain: 'https://clerk.example.com',
			applicationID: 'convex'
		},
		{
			«domain: 'https://api.workos.com/'»,
			applicationID: process.env.WORKOS_CLIENT_ID
		}
	]
}
`,
      errors: [error],
      output: `export default {
	providers: [
		{
			domain: 'https://clerk.example.com',
			applicationID: 'convex'
		},
		{
			type: 'customJwt',
			issuer: 'https://api.workos.com/',
			algorithm: 'RS256',
			applicationID: process.env.WORKOS_CLIENT_ID,
			jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`
		},
		{
			type: 'customJwt',
			issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`,
			algorithm: 'RS256',
			jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`
		}
	]
}
`,
    },
    {
      name: "backticks for every text",
      code: "const id = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [{ «domain: `https://api.workos.com/`», applicationID: id }] };\n",
      errors: [error],
      output:
        "const id = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [{ type: `customJwt`, issuer: `https://api.workos.com/`, algorithm: `RS256`, applicationID: id, jwks: `https://api.workos.com/sso/jwks/${id}` }, { type: `customJwt`, issuer: `https://api.workos.com/user_management/${id}`, algorithm: `RS256`, jwks: `https://api.workos.com/sso/jwks/${id}` }] };\n",
    },
    {
      name: "quoted keys",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { "providers": [{ «"domain": "https://api.workos.com/"», "applicationID": id }] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { "providers": [{ "type": "customJwt", "issuer": "https://api.workos.com/", "algorithm": "RS256", "applicationID": id, "jwks": \`https://api.workos.com/sso/jwks/\${id}\` }, { "type": "customJwt", "issuer": \`https://api.workos.com/user_management/\${id}\`, "algorithm": "RS256", "jwks": \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "a typed constant: TypeScript must not widen what is added",
      code: `import type { AuthConfig } from "convex/server";

const clientId = process.env.WORKOS_CLIENT_ID!;

const workos = {
  «domain: "https://api.workos.com/"»,
  applicationID: clientId,
};

const session = {
  type: "customJwt" as const,
  issuer: \`https://api.workos.com/user_management/\${clientId}\`,
  algorithm: "RS256" as const,
  jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
};

export default { providers: [workos, session] } satisfies AuthConfig;
`,
      errors: [error],
      output: `import type { AuthConfig } from "convex/server";

const clientId = process.env.WORKOS_CLIENT_ID!;

const workos = {
  type: "customJwt" as const,
  issuer: "https://api.workos.com/",
  algorithm: "RS256" as const,
  applicationID: clientId,
  jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
};

const session = {
  type: "customJwt" as const,
  issuer: \`https://api.workos.com/user_management/\${clientId}\`,
  algorithm: "RS256" as const,
  jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
};

export default { providers: [workos, session] } satisfies AuthConfig;
`,
    },
    {
      name: "a domain in a constant",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const DOMAIN = "https://api.workos.com/";
export default { providers: [{ «domain: DOMAIN», applicationID: id }] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const DOMAIN = "https://api.workos.com/";
export default { providers: [{ type: "customJwt", issuer: DOMAIN, algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "a domain in shorthand",
      code: `const applicationID = process.env.WORKOS_CLIENT_ID;
const domain = "https://api.workos.com/";
export default { providers: [{ «domain», applicationID }] };
`,
      errors: [error],
      output: `const applicationID = process.env.WORKOS_CLIENT_ID;
const domain = "https://api.workos.com/";
export default { providers: [{ type: "customJwt", issuer: domain, algorithm: "RS256", applicationID, jwks: \`https://api.workos.com/sso/jwks/\${applicationID}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${applicationID}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${applicationID}\` }] };
`,
    },
  ],
});

testRule(rule, "comments stay", {
  invalid: [
    {
      name: "above and behind",
      code: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    // WorkOS
    {
      // the issuer
      «domain: "https://api.workos.com/"», // shared
      // the client
      applicationID: clientId, // ours
    }, // end
  ],
};
`,
      errors: [error],
      output: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    // WorkOS
    {
      // the issuer
      type: "customJwt",
      issuer: "https://api.workos.com/", // shared
      algorithm: "RS256",
      // the client
      applicationID: clientId, // ours
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    }, // end
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
      name: "between key and value of a sound domain",
      code: provider('«domain: /* shared */ "https://api.workos.com/"»,', "applicationID: clientId,"),
      errors: [error],
      output: template.replace('issuer: "https', 'issuer: /* shared */ "https'),
    },
    {
      name: "behind an audience that goes",
      code: provider(
        "«domain: `https://api.workos.com/user_management/${clientId}`»,",
        "applicationID: clientId, // ours",
      ),
      errors: [error],
      output: sessionOnly.replace("jwks/${clientId}`,", "jwks/${clientId}`, // ours"),
    },
  ],
});

testRule(rule, "text that several providers share", {
  invalid: [
    {
      name: "a helper that is called once: edited",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const workos = (domain: string) => ({ «domain», applicationID: id });
export default { providers: [workos("https://api.workos.com/"), { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const workos = (domain: string) => ({ type: "customJwt", issuer: domain, algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
export default { providers: [workos("https://api.workos.com/"), { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "a helper that another vendor uses, too: reported at the call, not edited",
      code: `const oidc = (domain: string, applicationID: string) => ({ domain, applicationID });
export default { providers: [oidc("https://clerk.example.com", "convex"), «oidc("https://api.workos.com/", process.env.WORKOS_CLIENT_ID!)»] };
`,
      errors: [error],
      output: null,
    },
    {
      name: "a base object that only holds the audience",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const base = { applicationID: id };
export default { providers: [{ ...base, «domain: "https://api.workos.com/"» }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const base = { applicationID: id };
export default { providers: [{ type: "customJwt", ...base, issuer: "https://api.workos.com/", algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] };
`,
    },
    {
      name: "a base object that another vendor spreads, too: reported, not edited",
      code: `const base = { «domain: "https://api.workos.com/"», applicationID: "convex" };
export default { providers: [{ ...base, applicationID: process.env.WORKOS_CLIENT_ID }, { ...base, domain: "https://clerk.example.com" }] };
`,
      errors: [error],
      output: null,
    },
    {
      name: "an unseen spread may hold what would be added: reported, not edited",
      code: `import { rest } from "./rest";
export default { providers: [{ ...rest, type: "oidc", «domain: "https://api.workos.com/"», applicationID: process.env.WORKOS_CLIENT_ID }] };
`,
      errors: [error],
      output: null,
    },
  ],
});

testRule(rule, "ways to build the list", {
  valid: [
    {
      name: "switched off",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: false ? [{ domain: "https://api.workos.com/", applicationID: id }] : [] };
`,
    },
  ],
  invalid: [
    {
      name: "a conditional list",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: id ? [{ «domain: "https://api.workos.com/"», applicationID: id }] : [] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: id ? [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] : [] };
`,
    },
    {
      name: "a conditional spread",
      code: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [...(id ? [{ «domain: "https://api.workos.com/"», applicationID: id }] : [])] };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
export default { providers: [...(id ? [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` }] : [])] };
`,
    },
    {
      name: "pushed",
      code: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [];
if (id) {
  providers.push({ «domain: "https://api.workos.com/"», applicationID: id });
}
export default { providers };
`,
      errors: [error],
      output: `const id = process.env.WORKOS_CLIENT_ID;
const providers = [];
if (id) {
  providers.push({ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
  providers.push({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` });
}
export default { providers };
`,
    },
    {
      name: "one arm of a conditional config",
      code: `import { isLegacy } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
const session = { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` };
export default isLegacy ? { providers: [{ «domain: "https://api.workos.com/"», applicationID: id }, session] } : { providers: [session] };
`,
      errors: [error],
      output: `import { isLegacy } from "./stage";
const id = process.env.WORKOS_CLIENT_ID;
const session = { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${id}\` };
export default isLegacy ? { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: \`https://api.workos.com/sso/jwks/\${id}\` }, session] } : { providers: [session] };
`,
    },
    {
      name: "a factory",
      code: `const createConfig = (clientId: string) => ({ providers: [{ «domain: "https://api.workos.com/"», applicationID: clientId }] });
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
      errors: [error],
      output: `const createConfig = (clientId: string) => ({ providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }] });
export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
    },
  ],
});

/** What the provider of `provider` becomes, with the user-management one that is added. */
const both = (audience: string, keys: string, id = "clientId"): string =>
  provider(
    'type: "customJwt",',
    'issuer: "https://api.workos.com/",',
    'algorithm: "RS256",',
    `applicationID: ${audience},`,
    `jwks: ${keys},`,
    "},",
    "{",
    'type: "customJwt",',
    `issuer: \`https://api.workos.com/user_management/\${${id}}\`,`,
    'algorithm: "RS256",',
    `jwks: \`https://api.workos.com/sso/jwks/\${${id}}\`,`,
  ).replace("      },\n      {\n", "    },\n    {\n");

const domain = '«domain: "https://api.workos.com/"»,';
const keys = "`https://api.workos.com/sso/jwks/${clientId}`";
const custom = (issuer: string, audience = ""): string =>
  `{ type: "customJwt", issuer: ${issuer}, algorithm: "RS256",${audience} jwks: ${keys} }`;
const session = custom("`https://api.workos.com/user_management/${clientId}`");
const two = (first: string, second: string): string =>
  `const clientId = process.env.WORKOS_CLIENT_ID;\n\nexport default {\n  providers: [\n    ${first},\n    ${second},\n  ],\n};\n`;

testRule(rule, "what is right already, and what is beside it", {
  invalid: [
    {
      name: "a constant with the issuer stays",
      code: `const url = \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`;\n${provider("«domain: url»,", "applicationID: clientId,")}`,
      errors: [error],
      output: `const url = \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`;\n${provider('type: "customJwt",', "issuer: url,", 'algorithm: "RS256",', "jwks: `https://api.workos.com/sso/jwks/${process.env.WORKOS_CLIENT_ID}`,")}`,
    },
    {
      name: "a constant with the keys stays",
      code: `const keys = \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`;\n${provider(domain, "applicationID: clientId,", "jwks: keys,")}`,
      errors: [error],
      output: `const keys = \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`;\n${both("clientId", "keys", "process.env.WORKOS_CLIENT_ID")}`,
    },
    {
      name: "the keys of another vendor go",
      code: provider(domain, "applicationID: clientId,", 'jwks: "https://auth.example.com/jwks",'),
      errors: [error],
      output: both("clientId", keys),
    },
    {
      name: "keys that are no text go",
      code: provider(domain, "applicationID: clientId,", "jwks: null,"),
      errors: [error],
      output: both("clientId", keys),
    },
    {
      name: "a stand-in for the audience stays beside user management",
      code: provider("«domain: `https://api.workos.com/user_management/${clientId}`»,", "audience: clientId,"),
      errors: [error],
      output: provider(
        'type: "customJwt",',
        "issuer: `https://api.workos.com/user_management/${clientId}`,",
        'algorithm: "RS256",',
        "audience: clientId,",
        `jwks: ${keys},`,
      ),
    },
    {
      name: "an audience that a call returns stays",
      code: `import { getId } from "./id";\n${provider(domain, "applicationID: getId(),")}`,
      errors: [error],
      output: `import { getId } from "./id";\n${both("getId()", keys)}`,
    },
    {
      name: "a literal client id stays as it is written",
      code: two(
        "{ «domain: \"https://api.workos.com/\"», applicationID: 'client_01JAAAAAAAAAAAAAAAAAAAAAAA' }",
        session,
      ),
      errors: [error],
      output: two(
        `{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: 'client_01JAAAAAAAAAAAAAAAAAAAAAAA', jwks: "https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA" }`,
        session,
      ),
    },
    {
      name: "of one in each form for one client, the OIDC one becomes user management",
      code: two(
        '{ «domain: "https://api.workos.com/"», applicationID: clientId }',
        custom('"https://api.workos.com/"', " applicationID: clientId,"),
      ),
      errors: [error],
      output: two(session, custom('"https://api.workos.com/"', " applicationID: clientId,")),
    },
    {
      name: "of two without an audience, both keep the shared issuer",
      code: two('{ «domain: "https://api.workos.com/"» }', '{ «domain: "https://api.workos.com"» }'),
      errors: [error, error],
      output: two(
        `${custom('"https://api.workos.com/"', " applicationID: clientId,")},\n    ${session}`,
        custom('"https://api.workos.com/"', " applicationID: clientId,"),
      ),
    },
  ],
});
