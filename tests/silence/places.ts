/** Where an unknown value can stand, each in a file that is sound otherwise. */
export interface Place {
  readonly name: string;
  /** What the value is there: a member of a provider, or something with a structure. */
  readonly holds: "structure" | "text";
  /** Without `import`: the file is CommonJS. */
  readonly isCommonJs?: true;
  readonly write: (value: string) => string;
  /** A value that is known and wrong there, and the rules that then speak: the neighbour that proves that somebody looks. */
  readonly known: readonly (readonly [value: string, ...rules: string[]])[];
}

const jwks = "`https://api.workos.com/sso/jwks/${clientId}`";
const issuer = "`https://api.workos.com/user_management/${clientId}`";

/** The members of the provider with the shared issuer, any of them replaced. */
function shared(members: Record<string, string> = {}): string {
  return object({
    type: '"customJwt"',
    issuer: '"https://api.workos.com/"',
    algorithm: '"RS256"',
    applicationID: "clientId",
    jwks,
    ...members,
  });
}

function userManagement(members: Record<string, string> = {}): string {
  return object({ type: '"customJwt"', issuer, algorithm: '"RS256"', jwks, ...members });
}

function object(members: Record<string, string>): string {
  const lines = Object.entries(members).map(([name, value]) =>
    name.startsWith("...") ? `      ...${value},\n` : `      ${name}: ${value},\n`,
  );
  return `    {\n${lines.join("")}    },\n`;
}

function file(...elements: string[]): string {
  return config(`{\n  providers: [\n${elements.join("")}  ],\n}`);
}

function config(text: string): string {
  return `const clientId = process.env.WORKOS_CLIENT_ID;\n\nexport default ${text};\n`;
}

const literalId = '"client_01HXYZABCDEFGHJKMNPQRSTVWX"';

export const places: readonly Place[] = [
  {
    name: "issuer of the first provider",
    holds: "text",
    write: (value) => file(shared({ issuer: value }), userManagement()),
    known: [
      ['"https://api.workos.com/sso"', "valid-issuer"],
      ['"https://api.workos.com"', "prefer-canonical-issuer"],
      ["null", "require-provider-members"],
    ],
  },
  {
    name: "issuer of the second provider",
    holds: "text",
    write: (value) => file(shared(), userManagement({ issuer: value })),
    known: [
      ['"https://api.workos.com/user_management"', "valid-issuer"],
      ["`https://api.workos.com/user_management/${process.env.VITE_WORKOS_CLIENT_ID}`", "no-public-env-name"],
      ['"https://api.workos.com/"', "require-shared-issuer-application-id", "require-user-management-provider"],
    ],
  },
  {
    name: "issuer of the only provider",
    holds: "text",
    write: (value) => file(userManagement({ issuer: value })),
    known: [
      ["`https://api.workos.com/user_management/${clientId}`", "require-shared-issuer-provider"],
      ["null", "require-provider-members"],
    ],
  },
  {
    name: "issuer of the only provider, with an audience",
    holds: "text",
    write: (value) => file(userManagement({ issuer: value, applicationID: '"convex"' })),
    known: [
      [
        "`https://api.workos.com/user_management/${clientId}`",
        "no-user-management-application-id",
        "require-shared-issuer-provider",
      ],
    ],
  },
  {
    name: "issuer of two providers",
    holds: "text",
    write: (value) => file(shared(), userManagement({ issuer: value }), userManagement()),
    known: [["`https://api.workos.com/user_management/${clientId}`", "no-unreachable-provider"]],
  },
  {
    name: "jwks of the first provider",
    holds: "text",
    write: (value) => file(shared({ jwks: value }), userManagement()),
    known: [['"https://api.workos.com/sso/jwks"', "valid-jwks"]],
  },
  {
    name: "jwks of the second provider",
    holds: "text",
    write: (value) => file(shared(), userManagement({ jwks: value })),
    known: [
      ["`https://api.workos.com/user_management/jwks/${clientId}`", "valid-jwks"],
      ["42", "valid-member-value"],
    ],
  },
  {
    name: "jwks of another vendor",
    holds: "text",
    write: (value) =>
      file(object({ type: '"customJwt"', issuer: '"https://auth.acme.com/"', algorithm: '"ES256"', jwks: value })),
    known: [["42", "valid-member-value"]],
  },
  {
    name: "applicationID of the shared issuer",
    holds: "text",
    write: (value) => file(shared({ applicationID: value }), userManagement()),
    known: [
      ['"convex"', "consistent-client-id"],
      [literalId, "consistent-client-id"],
      ["undefined", "require-shared-issuer-application-id"],
      ['process.env.OTHER_CLIENT_ID ?? "x"', "no-env-fallback"],
    ],
  },
  {
    name: "applicationID of the user-management provider",
    holds: "text",
    write: (value) => file(shared(), userManagement({ applicationID: value })),
    known: [["clientId", "no-user-management-application-id"]],
  },
  {
    name: "the client id everywhere",
    holds: "text",
    write: (value) => file(shared(), userManagement()).replace("process.env.WORKOS_CLIENT_ID", value),
    known: [[literalId, "no-hardcoded-client-id"]],
  },
  {
    name: "the client id in one URL",
    holds: "text",
    write: (value) => file(shared({ jwks: `\`https://api.workos.com/sso/jwks/\${${value}}\`` }), userManagement()),
    known: [[literalId, "consistent-client-id"]],
  },
  {
    name: "the path of an issuer",
    holds: "text",
    write: (value) => file(shared(), userManagement({ issuer: `\`https://api.workos.com/\${${value}}\`` })),
    known: [['"callback"', "valid-issuer"]],
  },
  {
    name: "the host of an issuer",
    holds: "text",
    write: (value) =>
      file(shared(), userManagement({ issuer: `\`https://\${${value}}/user_management/\${clientId}\`` })),
    known: [['"api.workos.co"', "valid-issuer"]],
  },
  {
    name: "the beginning of an issuer",
    holds: "text",
    write: (value) => file(shared(), userManagement({ issuer: `\`\${${value}}/user_management/\${clientId}\`` })),
    known: [['"http://api.workos.com"', "valid-issuer"]],
  },
  {
    name: "the beginning of a JWKS URL",
    holds: "text",
    write: (value) => file(shared({ jwks: `\`\${${value}}/sso/jwks/\${clientId}\`` }), userManagement()),
    known: [['"https://workos.com"', "valid-jwks"]],
  },
  {
    name: "type of the first provider",
    holds: "text",
    write: (value) => file(shared({ type: value }), userManagement()),
    known: [['"customJWT"', "valid-provider-type"]],
  },
  {
    name: "type of the second provider",
    holds: "text",
    write: (value) => file(shared(), userManagement({ type: value })),
    known: [['"jwt"', "valid-provider-type"]],
  },
  {
    name: "algorithm",
    holds: "text",
    write: (value) => file(shared({ algorithm: value }), userManagement()),
    known: [['"HS256"', "valid-algorithm"]],
  },
  {
    name: "algorithm of another vendor",
    holds: "text",
    write: (value) =>
      file(
        object({
          type: '"customJwt"',
          issuer: '"https://auth.acme.com/"',
          algorithm: value,
          jwks: '"https://auth.acme.com/jwks"',
        }),
      ),
    known: [['"HS256"', "valid-algorithm"]],
  },
  {
    name: "domain",
    holds: "text",
    write: (value) => file(shared(), userManagement(), object({ domain: value, applicationID: '"convex"' })),
    known: [['"https://api.workos.com/"', "no-workos-oidc-provider"]],
  },
  {
    name: "domain, alone",
    holds: "text",
    write: (value) => file(object({ domain: value, applicationID: "clientId" })),
    known: [['"api.workos.com"', "no-workos-oidc-provider"]],
  },
  {
    name: "applicationID of another vendor",
    holds: "text",
    write: (value) => file(object({ domain: '"https://acme.clerk.accounts.dev"', applicationID: value })),
    known: [["null", "require-provider-members"]],
  },
  {
    name: "a member that Convex does not know",
    holds: "text",
    write: (value) => file(shared({ name: value }), userManagement({ name: value })),
    known: [
      ["Date.now()", "no-unsupported-api"],
      ["1n", "valid-default-export-value"],
    ],
  },
  {
    name: "the name of a member",
    holds: "text",
    write: (value) => file(shared(), userManagement({ [`[${value}]`]: '"convex"' })),
    known: [['"applicationID"', "no-user-management-application-id"]],
  },
  {
    name: "the name of a member, before the others",
    holds: "text",
    write: (value) =>
      file(
        object({
          [`[${value}]`]: '"convex"',
          type: '"customJwt"',
          issuer: '"https://api.workos.com/"',
          algorithm: '"RS256"',
          jwks,
        }),
        userManagement(),
      ),
    known: [
      ['"applicationID"', "consistent-client-id"],
      ['"audience"', "valid-member-name"],
    ],
  },
  {
    name: "a spread inside a provider",
    holds: "structure",
    write: (value) =>
      file(
        object({ "...": value, type: '"customJwt"', issuer: '"https://api.workos.com/"', algorithm: '"RS256"', jwks }),
        userManagement(),
      ),
    known: [["{}", "require-shared-issuer-application-id"]],
  },
  {
    name: "a spread at the end of a provider",
    holds: "structure",
    write: (value) => file(shared(), userManagement({ applicationID: "clientId", "...": value })),
    known: [
      ["{}", "no-user-management-application-id"],
      ["process.env", "no-env-enumeration", "no-user-management-application-id"],
    ],
  },
  {
    name: "a provider with nothing else",
    holds: "structure",
    write: (value) => file(shared(), userManagement(), object({ "...": value })),
    known: [["{}", "require-provider-members"]],
  },
  {
    name: "a third provider",
    holds: "structure",
    write: (value) => file(shared(), userManagement(), `    ${value},\n`),
    known: [["42", "require-default-export"]],
  },
  {
    name: "the only provider",
    holds: "structure",
    write: (value) => file(`    ${value},\n`),
    known: [['"https://api.workos.com/"', "require-default-export"]],
  },
  {
    name: "a provider beside the shared issuer",
    holds: "structure",
    write: (value) => file(shared(), `    ${value},\n`),
    known: [
      ['{ domain: "https://acme.clerk.accounts.dev", applicationID: "convex" }', "require-user-management-provider"],
    ],
  },
  {
    name: "a provider beside the user-management issuer",
    holds: "structure",
    write: (value) => file(`    ${value},\n`, userManagement()),
    known: [
      ['{ domain: "https://acme.clerk.accounts.dev", applicationID: "convex" }', "require-shared-issuer-provider"],
    ],
  },
  {
    name: "a spread beside the shared issuer",
    holds: "structure",
    write: (value) => file(shared(), `    ...${parenthesized(value)},\n`),
    known: [["[]", "require-user-management-provider"]],
  },
  {
    name: "a spread beside the user-management issuer",
    holds: "structure",
    write: (value) => file(`    ...${parenthesized(value)},\n`, userManagement()),
    known: [["[]", "require-shared-issuer-provider"]],
  },
  {
    name: "a provider that is pushed",
    holds: "structure",
    write: (value) =>
      `const clientId = process.env.WORKOS_CLIENT_ID;\nconst providers = [\n${shared()}];\nproviders.push(${value});\nexport default { providers };\n`,
    known: [["42", "require-default-export", "require-user-management-provider"]],
  },
  {
    name: "providers that are pushed",
    holds: "structure",
    write: (value) =>
      `const clientId = process.env.WORKOS_CLIENT_ID;\nconst providers = [\n${shared()}];\nproviders.push(...${parenthesized(value)});\nexport default { providers };\n`,
    known: [["[]", "require-user-management-provider"]],
  },
  {
    name: "the list",
    holds: "structure",
    write: (value) => config(`{ providers: ${value} }`),
    known: [["null", "require-default-export"]],
  },
  {
    name: "a spread inside the config",
    holds: "structure",
    write: (value) => config(`{ ...${parenthesized(value)} }`),
    known: [["{}", "require-default-export"]],
  },
  {
    name: "a spread behind the list",
    holds: "structure",
    write: (value) => config(`{\n  providers: [\n${shared()}  ],\n  ...${parenthesized(value)},\n}`),
    known: [["{}", "require-user-management-provider"]],
  },
  {
    name: "the whole config",
    holds: "structure",
    write: (value) => config(value),
    known: [["42", "require-default-export"]],
  },
  {
    name: "the whole config in a constant",
    holds: "structure",
    write: (value) => `const config = ${value};\n\nexport default config;\n`,
    known: [["{ provider: [] }", "require-default-export"]],
  },
  {
    name: "the whole config of a CommonJS file",
    holds: "structure",
    isCommonJs: true,
    write: (value) => `module.exports = ${value};\n`,
    known: [["null", "require-default-export"]],
  },
  {
    name: "the argument of a factory of the whole config",
    holds: "structure",
    write: (value) =>
      `const build = (first, ...rest) => ({ providers: [first, ...rest] });\n\nexport default build(${value});\n`,
    known: [],
  },
  {
    name: "a guard that throws",
    holds: "structure",
    write: (value) => `if (${value}) {\n  throw new Error("not configured");\n}\n${file(shared(), userManagement())}`,
    known: [["Date.now() > 5", "no-unsupported-api"]],
  },
  {
    name: "a condition of the list",
    holds: "structure",
    write: (value) => config(`{ providers: ${parenthesized(value)} ? [\n${shared()}${userManagement()}] : [] }`),
    known: [["import.meta.env.PROD", "no-front-end-env"]],
  },
];

function parenthesized(value: string): string {
  return `(${value})`;
}
