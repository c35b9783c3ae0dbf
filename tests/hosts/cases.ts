/**
 * One table for all hosts: a file, what is reported about it, and what `--fix` makes of it.
 *
 * A report reads `line:column-endLine:endColumn severity rule`, then `fix`, or how many suggestions an editor offers.
 */
export interface HostCase {
  readonly name: string;
  /** `convex/auth.config.ts` where nothing else is said. */
  readonly path?: string;
  readonly text: string;
  readonly recommended: readonly string[];
  /** What only the strict preset adds. */
  readonly strict?: readonly string[];
  /** The text after all fixes; as it was where nothing is said. */
  readonly fixed?: string;
}

/** The template of the official guide, with changed lines. */
function template(...changes: readonly (readonly [from: string, to: string])[]): string {
  const text = `const clientId = process.env.WORKOS_CLIENT_ID;

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
  return changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`The template has no ${from}`);
    return changed.replace(from, () => to);
  }, text);
}

const literalId = "client_01HXYZABCDEFGHJKMNPQRSTVWX";
const otherId = "client_01JABCDEFGHJKMNPQRSTVWXYZ0";
const secondProvider = `    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${clientId}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
`;

export const hostCases: readonly HostCase[] = [
  // ── Broken ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "an audience on the user-management provider",
    text: template([
      `\${clientId}\`,\n      algorithm: "RS256",\n      jwks`,
      `\${clientId}\`,\n      algorithm: "RS256",\n      applicationID: clientId,\n      jwks`,
    ]),
    recommended: ["16:7-16:30 error no-user-management-application-id, fix"],
    fixed: template(),
  },
  {
    name: "the defects of the thread",
    text: template(
      ['"https://api.workos.com/"', '"<https://api.workos.com/>"'],
      ["`https://api.workos.com/sso/jwks/${clientId}`", '"https://api.workos.com/sso/jwks"'],
      [
        `\${clientId}\`,\n      algorithm: "RS256",\n      jwks`,
        `\${clientId}\`,\n      applicationID: clientId,\n      algorithm: "RS256",\n      jwks`,
      ],
    ),
    recommended: [
      "7:15-7:42 error valid-issuer, fix",
      "10:13-10:46 error valid-jwks, fix",
      "15:7-15:30 error no-user-management-application-id, fix",
    ],
    fixed: template(),
  },
  {
    name: "the shared issuer without an audience",
    text: template(["      applicationID: clientId,\n", ""]),
    recommended: ["7:15-7:40 error require-shared-issuer-application-id, fix"],
    fixed: template(),
  },
  {
    name: "the shared issuer with an empty audience",
    text: template(["applicationID: clientId", "applicationID: null"]),
    recommended: ["9:22-9:26 error require-shared-issuer-application-id, fix"],
    fixed: template(),
  },
  {
    name: "an issuer with a path that WorkOS never uses",
    text: template(["`https://api.workos.com/user_management/${clientId}`", '"https://api.workos.com/sso"']),
    recommended: ["14:15-14:43 error valid-issuer, fix"],
    fixed: template(),
  },
  {
    name: "an issuer that leaves two ways",
    text: `export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://api.workos.com/sso",
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
    },
  ],
};
`,
    recommended: ["5:15-5:43 error valid-issuer, 2 suggestions"],
  },
  {
    name: "a JWKS URL without the client id",
    text: template(["jwks: `https://api.workos.com/sso/jwks/${clientId}`", 'jwks: "https://api.workos.com/sso/jwks/"']),
    recommended: ["10:13-10:47 error valid-jwks, fix"],
    fixed: template(),
  },
  {
    name: "a literal client id beside a variable",
    text: template(["applicationID: clientId", `applicationID: "${literalId}"`]),
    recommended: ["9:22-9:57 error consistent-client-id, fix"],
    fixed: template(),
  },
  {
    name: "two literal client ids",
    text: `export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://api.workos.com/user_management/${literalId}",
      algorithm: "RS256",
      jwks: "https://api.workos.com/sso/jwks/${otherId}",
    },
  ],
};
`,
    recommended: [
      "5:15-5:89 warning no-hardcoded-client-id, 1 suggestion",
      "7:13-7:80 error consistent-client-id, 2 suggestions",
      "7:13-7:80 warning no-hardcoded-client-id, 1 suggestion",
    ],
    strict: ["5:15-5:89 warning require-shared-issuer-provider, 1 suggestion"],
  },
  {
    name: "an audience that is no client id",
    text: template(["applicationID: clientId", 'applicationID: "convex"']),
    recommended: ["9:22-9:30 error consistent-client-id, fix"],
    fixed: template(),
  },
  {
    name: "the OIDC form",
    text: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      domain: "https://api.workos.com/",
      applicationID: clientId,
    },
  ],
};
`,
    recommended: ["6:7-6:40 error no-workos-oidc-provider, fix"],
    fixed: template(),
  },
  {
    name: "the shared issuer alone",
    text: template([secondProvider, ""]),
    recommended: ["7:15-7:40 error require-user-management-provider, fix"],
    fixed: template(),
  },
  {
    name: "the user-management issuer alone",
    text: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
${secondProvider}  ],
};
`,
    recommended: [],
    strict: ["7:15-7:67 warning require-shared-issuer-provider, 1 suggestion"],
  },
  {
    name: "an issuer without its slash",
    text: template(['"https://api.workos.com/"', '"https://api.workos.com"']),
    recommended: ["7:15-7:39 warning prefer-canonical-issuer, fix"],
    fixed: template(),
  },
  {
    name: "a literal client id",
    text: template(["process.env.WORKOS_CLIENT_ID", `"${literalId}"`]),
    recommended: ["1:18-1:53 warning no-hardcoded-client-id, 1 suggestion"],
  },
  {
    name: "misspelt members",
    text: template(
      ['type: "customJwt"', 'type: "customJWT"'],
      ['algorithm: "RS256"', 'algorithm: "rs256"'],
      ["applicationID", "applicationId"],
    ),
    recommended: [
      "6:13-6:24 error valid-provider-type, fix",
      "8:18-8:25 error valid-algorithm, fix",
      "9:7-9:20 error valid-member-name, fix",
    ],
    fixed: template(),
  },
  {
    name: "an audience that is a list, and no keys",
    text: template(
      ["applicationID: clientId", "applicationID: [clientId]"],
      ["      jwks: `https://api.workos.com/sso/jwks/${clientId}`,\n    },\n  ],", "    },\n  ],"],
    ),
    recommended: ["9:22-9:32 error valid-member-value, fix", "13:7-13:24 error require-provider-members, fix"],
    fixed: template(),
  },
  {
    name: "an issuer of another vendor, alone",
    text: `export default {
  providers: [{ issuer: "https://auth.example.com" }],
};
`,
    recommended: ["2:17-2:23 error valid-provider-type, 2 suggestions"],
  },
  {
    name: "a named export",
    text: template(["export default {", "export const config = {"]),
    recommended: ["3:14-3:20 error require-default-export, fix"],
    fixed: `${template(["export default {", "export const config = {"])}
export default config;
`,
  },
  {
    name: "the listed environment",
    text: `const env = { ...process.env };\n\n${template(["process.env.WORKOS_CLIENT_ID", "env.WORKOS_CLIENT_ID"])}`,
    recommended: ["1:15-1:29 error no-env-enumeration, 1 suggestion"],
  },
  {
    name: "the environment of the front end",
    text: template(["process.env.WORKOS_CLIENT_ID", "import.meta.env.VITE_WORKOS_CLIENT_ID"]),
    recommended: ["1:18-1:55 error no-front-end-env, 1 suggestion"],
  },
  {
    name: "a front-end name",
    text: template(["process.env.WORKOS_CLIENT_ID", "process.env.NEXT_PUBLIC_WORKOS_CLIENT_ID"]),
    recommended: [],
    strict: ["1:30-1:58 warning no-public-env-name, 1 suggestion"],
  },
  {
    name: "the clock",
    text: `console.log(Date.now());\n${template()}`,
    recommended: ["1:13-1:23 error no-unsupported-api"],
  },
  {
    name: "an extension that Convex does not read",
    path: "convex/auth.config.mts",
    text: template(),
    recommended: ["1:1 error valid-file-name"],
  },
  {
    name: "a folder where Convex does not look",
    path: "src/auth.config.ts",
    text: `import type { AuthConfig } from "convex/server";\n\n${template(["};", "} satisfies AuthConfig;"])}`,
    recommended: ["1:1 error valid-file-name"],
  },
  {
    name: "a provider that is never reached",
    text: template([secondProvider, secondProvider + secondProvider]),
    recommended: [],
    strict: ["20:15-20:67 warning no-unreachable-provider, 1 suggestion"],
  },
  {
    name: "a fallback that never runs",
    text: template(["process.env.WORKOS_CLIENT_ID", 'process.env.WORKOS_CLIENT_ID ?? ""']),
    recommended: [],
    strict: ["1:18-1:52 warning no-env-fallback, 1 suggestion"],
  },
  {
    name: "an audience on the user-management provider, in JavaScript",
    path: "convex/auth.config.js",
    text: template([
      `\${clientId}\`,\n      algorithm: "RS256",\n      jwks`,
      `\${clientId}\`,\n      algorithm: "RS256",\n      applicationID: clientId,\n      jwks`,
    ]),
    recommended: ["16:7-16:30 error no-user-management-application-id, fix"],
    fixed: template(),
  },
  {
    name: "a helper that makes both providers",
    text: `const clientId = process.env.WORKOS_CLIENT_ID;

const provider = (issuer) => ({
  type: "customJwt",
  issuer,
  algorithm: "RS256",
  applicationID: clientId,
  jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
});

export default {
  providers: [provider("https://api.workos.com/"), provider(\`https://api.workos.com/user_management/\${clientId}\`)],
};
`,
    recommended: ["12:52-12:114 error no-user-management-application-id, 1 suggestion"],
  },
  {
    name: "a file that always throws",
    text: `throw new Error("Not yet");\n\n${template()}`,
    recommended: ["1:1-1:28 error valid-default-export-value"],
  },
  {
    name: "the shared issuer alone, in CommonJS",
    path: "packages/backend/convex/auth.config.js",
    text: template([secondProvider, ""], ["export default {", "module.exports = {"]),
    recommended: ["7:15-7:40 error require-user-management-provider, fix"],
    fixed: template(["export default {", "module.exports = {"]),
  },

  // ── Sound ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  { name: "the template", text: template(), recommended: [] },
  {
    name: "the template, typed",
    text: `import type { AuthConfig } from "convex/server";\n\n${template(["};", "} satisfies AuthConfig;"])}`,
    recommended: [],
  },
  {
    name: "the template in JavaScript",
    path: "packages/backend/convex/auth.config.js",
    text: template(),
    recommended: [],
  },
  {
    name: "a defect that a comment permits",
    text: template([
      `\${clientId}\`,\n      algorithm: "RS256",\n      jwks`,
      `\${clientId}\`,\n      algorithm: "RS256",\n      // eslint-disable-next-line convex-authkit/no-user-management-application-id\n      applicationID: clientId,\n      jwks`,
    ]),
    recommended: [],
  },
  {
    name: "another vendor",
    text: 'export default { providers: [{ domain: process.env.CLERK_ISSUER_URL, applicationID: "convex" }] };\n',
    recommended: [],
  },
  { name: "auth switched off", text: "export default { providers: [] };\n", recommended: [] },
  {
    name: "a file of Auth.js",
    path: "src/auth.config.ts",
    text: 'import type { NextAuthConfig } from "next-auth";\n\nexport const authConfig = { providers: [] } satisfies NextAuthConfig;\n',
    recommended: [],
  },
];
