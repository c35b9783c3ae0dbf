/**
 * Broken files that the autofixes of the recommended rules make sound: every fixing rule several times, in the shapes that people write.
 *
 * The texts are compact; Prettier lays them out in each style.
 */

export interface BrokenFile {
  readonly name: string;
  /** The rules that report on the file as it is, in alphabetical order, each once. */
  readonly rules: readonly string[];
  readonly code: string;
  /** `convex/auth.config.ts` where nothing else is said. */
  readonly filename?: string;
}

/** A typed file with a list of these providers, which reads its client id into a constant. */
function typed(...providers: readonly string[]): string {
  return `import type { AuthConfig } from "convex/server";

const clientId = process.env.WORKOS_CLIENT_ID!;

export default {
  providers: [${providers.join(", ")}],
} satisfies AuthConfig;
`;
}

const shared =
  '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }';
const session =
  '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }';

export const brokenFiles: readonly BrokenFile[] = [
  // ── no-user-management-application-id ───────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "an audience at the end of the user-management provider",
    rules: ["no-user-management-application-id"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}`, applicationID: clientId }',
    ),
  },
  {
    name: "an audience in the middle of the user-management provider",
    rules: ["no-user-management-application-id"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
    ),
  },
  {
    name: "an audience in front of the only provider",
    rules: ["no-user-management-application-id"],
    code: typed(
      '{ applicationID: process.env.WORKOS_CLIENT_ID!, type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
    ),
  },
  {
    name: "an audience that Convex refuses by its name",
    rules: ["no-user-management-application-id"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}`, applicationId: clientId }',
    ),
  },
  {
    name: "an audience in shorthand",
    rules: ["no-user-management-application-id"],
    code: `import type { AuthConfig } from "convex/server";

const applicationID = process.env.WORKOS_CLIENT_ID!;

export default {
  providers: [
    { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID, jwks: \`https://api.workos.com/sso/jwks/\${applicationID}\` },
    { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${applicationID}\`, algorithm: "RS256", applicationID, jwks: \`https://api.workos.com/sso/jwks/\${applicationID}\` },
  ],
} satisfies AuthConfig;
`,
  },
  {
    name: "an audience in a helper that is called once",
    rules: ["no-user-management-application-id"],
    code: `import type { AuthConfig } from "convex/server";

function session(clientId: string) {
  return { type: "customJwt" as const, issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256" as const, applicationID: clientId, jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` };
}

export default {
  providers: [session(process.env.WORKOS_CLIENT_ID!)],
} satisfies AuthConfig;
`,
  },
  {
    name: "an audience in a base that only user-management providers spread",
    rules: ["no-user-management-application-id"],
    code: `import type { AuthConfig } from "convex/server";

const base = { type: "customJwt", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID!, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID!}\` } as const;

export default {
  providers: [
    { ...base, issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID!}\` },
    { ...base, issuer: \`https://api.workos.com/user_management/\${process.env.ENVIRONMENT_CLIENT_ID!}\` },
  ],
} satisfies AuthConfig;
`,
  },
  {
    name: "an audience in a provider that is pushed in a condition",
    rules: ["no-user-management-application-id"],
    code: `import type { AuthConfig } from "convex/server";

const clientId = process.env.WORKOS_CLIENT_ID;
const providers: AuthConfig["providers"] = [];

if (clientId) {
  providers.push({ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", applicationID: clientId, jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` });
}

export default { providers };
`,
  },

  // ── require-shared-issuer-application-id ────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "no audience beside the shared issuer",
    rules: ["require-shared-issuer-application-id"],
    code: typed(
      '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      session,
    ),
  },
  {
    name: "no audience beside the shared issuer, the members sorted by name",
    rules: ["require-shared-issuer-application-id"],
    code: typed(
      '{ algorithm: "RS256", issuer: "https://api.workos.com/", jwks: `https://api.workos.com/sso/jwks/${clientId}`, type: "customJwt" }',
      session,
    ),
  },
  {
    name: "an undefined audience beside the shared issuer",
    rules: ["require-shared-issuer-application-id"],
    code: typed(
      '{ type: "customJwt", issuer: "https://api.workos.com/", applicationID: undefined, jwks: `https://api.workos.com/sso/jwks/${clientId}`, algorithm: "RS256" }',
      session,
    ),
  },
  {
    name: "an empty audience beside the shared issuer",
    rules: ["require-shared-issuer-application-id"],
    code: typed(
      '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: "", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      session,
    ),
  },
  {
    name: "null for an audience, in a JavaScript file",
    rules: ["require-shared-issuer-application-id"],
    filename: "convex/auth.config.js",
    code: `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: null, jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` },
    ${session},
  ],
};
`,
  },
  {
    name: "no audience, and issuers in constants",
    rules: ["require-shared-issuer-application-id"],
    code: `import type { AuthConfig } from "convex/server";
import { env } from "./_generated/server";

const issuer = "https://api.workos.com/";
const jwks = \`https://api.workos.com/sso/jwks/\${env.WORKOS_CLIENT_ID}\`;

export default {
  providers: [
    {
 type: "customJwt", issuer, algorithm: "RS256", jwks },
    { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${env.WORKOS_CLIENT_ID}\`, algorithm: "RS256", jwks },
  ],
} satisfies AuthConfig;
`,
  },

  // ── valid-issuer ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "another scheme",
    rules: ["valid-issuer"],
    code: typed(
      '{ type: "customJwt", issuer: "http://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      session,
    ),
  },
  {
    name: "pointed brackets, and no audience",
    rules: ["valid-issuer"],
    code: typed(
      '{ type: "customJwt", issuer: "<https://api.workos.com/>", algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      session,
    ),
  },
  {
    name: "a path that WorkOS never uses, where the shared issuer is missing",
    rules: ["valid-issuer"],
    code: typed(
      '{ type: "customJwt", issuer: "https://api.workos.com/sso/oidc", algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      session,
    ),
  },
  {
    name: "a path that WorkOS never uses, where the user-management issuer is missing",
    rules: ["valid-issuer"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: "https://api.workos.com/sso", algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
    ),
  },
  {
    name: "no client id in the user-management issuer",
    rules: ["valid-issuer"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: "https://api.workos.com/user_management", algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
    ),
  },
  {
    name: "a hyphen in the user-management issuer, and an audience",
    rules: ["valid-issuer"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: `https://api.workos.com/user-management/${clientId}`, algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
    ),
  },
  {
    name: "a damaged user-management issuer, and an audience that Convex refuses by its name",
    rules: ["valid-issuer"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: `http://api.workos.com/user_management/${clientId}`, algorithm: "RS256", applicationId: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
    ),
  },
  {
    name: "a placeholder in the user-management issuer",
    rules: ["valid-issuer"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: "https://api.workos.com/user_management/client_your_client_id_here", algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
    ),
  },
  {
    name: "a misspelt host in a concatenation",
    rules: ["valid-issuer"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: "https://api.worksos.com/user_management/" + clientId, algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/" + clientId }',
    ),
  },
  {
    name: "a damaged issuer in a constant that two providers share",
    rules: ["valid-issuer"],
    code: `import type { AuthConfig } from "convex/server";

const ISSUER = "https://API.WorkOS.com";

export default {
  providers: [
    { type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID!, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID!}\` },
    { type: "customJwt", issuer: ISSUER, algorithm: "RS256", applicationID: process.env.OTHER_CLIENT_ID!, jwks: \`https://api.workos.com/sso/jwks/\${process.env.OTHER_CLIENT_ID!}\` },
    { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID!}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID!}\` },
  ],
} satisfies AuthConfig;
`,
  },
  {
    name: "another scheme, in the argument of a helper that is called twice",
    rules: ["valid-issuer"],
    code: `import type { AuthConfig } from "convex/server";

const clientId = process.env.WORKOS_CLIENT_ID!;

const workos = (issuer: string, applicationID?: string) => ({ type: "customJwt" as const, issuer, algorithm: "RS256" as const, applicationID, jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` });

export default {
  providers: [
    workos("http://api.workos.com/", clientId),
    workos(\`https://api.workos.com/user_management/\${clientId}\`),
  ],
} satisfies AuthConfig;
`,
  },
  {
    name: "an issuer of another vendor that Convex refuses",
    rules: ["valid-issuer"],
    code: typed('{ domain: "<https://clerk.example.com>", applicationID: "convex" }', shared, session),
  },
  {
    name: "a long literal in the user-management issuer, which does not fit on its line when it is repaired",
    rules: ["no-hardcoded-client-id", "valid-issuer"],
    code: `import type { AuthConfig } from "convex/server";

export default {
  providers: [
    { type: "customJwt", issuer: "http://api.workos.com/user_management/client_01JABCDEFGHJKMNPQ", algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0" },
  ],
} satisfies AuthConfig;
`,
  },

  // ── valid-jwks ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "no client id in the keys of both providers",
    rules: ["valid-jwks"],
    code: typed(
      '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: "https://api.workos.com/sso/jwks" }',
      '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/" }',
    ),
  },
  {
    name: "keys in a constant that both providers share",
    rules: ["valid-jwks"],
    code: `import type { AuthConfig } from "convex/server";

const clientId = process.env.WORKOS_CLIENT_ID!;
const jwks = "https://api.workos.com/.well-known/jwks.json";

export default {
  providers: [
    { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks },
    { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", jwks },
  ],
} satisfies AuthConfig;
`,
  },
  {
    name: "keys under the user-management path",
    rules: ["valid-jwks"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks: `https://api.workos.com/user_management/jwks/${clientId}` }',
    ),
  },
  {
    name: "keys with another scheme, in a concatenation",
    rules: ["valid-jwks"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks: "http://api.workos.com/sso/jwks/" + clientId }',
    ),
  },
  {
    name: "keys in a factory",
    rules: ["valid-jwks"],
    code: `import type { AuthConfig } from "convex/server";

function createConfig(clientId: string): AuthConfig {
  return { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", jwks: "https://api.workos.com/oauth2/jwks" }] };
}

export default createConfig(process.env.WORKOS_CLIENT_ID!);
`,
  },

  // ── consistent-client-id ────────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "an audience that is no client id",
    rules: ["consistent-client-id"],
    code: typed(
      '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: "convex", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      session,
    ),
  },
  {
    name: "an audience that is no client id, cast as const",
    rules: ["consistent-client-id"],
    code: typed(
      '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: "convex" as const, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      session,
    ),
  },
  {
    name: "an audience that is no client id, in a constant",
    rules: ["consistent-client-id"],
    code: `import type { AuthConfig } from "convex/server";

const clientId = process.env.WORKOS_CLIENT_ID!;
const AUDIENCE = "convex";

export default {
  providers: [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: AUDIENCE, jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }, ${session}],
} satisfies AuthConfig;
`,
  },
  {
    name: "a literal client in the keys",
    rules: ["consistent-client-id"],
    code: typed(
      '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: "https://api.workos.com/sso/jwks/client_01JABCDEFGHJKMNPQRSTVWXYZ0" }',
      session,
    ),
  },
  {
    name: "a literal client in the user-management issuer",
    rules: ["consistent-client-id"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0", algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
    ),
  },
  {
    name: "two literal clients, of which the other provider decides",
    rules: ["consistent-client-id", "no-hardcoded-client-id"],
    code: `import type { AuthConfig } from "convex/server";

export default {
  providers: [
    { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: "client_01JAAAAAAAAAAAAAAAAAAAAAAA", jwks: "https://api.workos.com/sso/jwks/client_01JBBBBBBBBBBBBBBBBBBBBBBB" },
    { type: "customJwt", issuer: "https://api.workos.com/user_management/client_01JAAAAAAAAAAAAAAAAAAAAAAA", algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/client_01JAAAAAAAAAAAAAAAAAAAAAAA" },
  ],
} satisfies AuthConfig;
`,
  },

  // ── no-workos-oidc-provider ─────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "the OIDC form alone",
    rules: ["no-workos-oidc-provider"],
    code: typed('{\n domain: "https://api.workos.com/", applicationID: clientId }'),
  },
  {
    name: "the OIDC form with its type, the audience first",
    rules: ["no-workos-oidc-provider"],
    code: typed('{\n applicationID: clientId, type: "oidc" as const, domain: "https://api.workos.com" }'),
  },
  {
    name: "the OIDC form beside a sound user-management provider",
    rules: ["no-workos-oidc-provider"],
    code: typed(session, '{\n domain: "workos.com", applicationID: "convex" }'),
  },
  {
    name: "the OIDC form of the user-management issuer",
    rules: ["no-workos-oidc-provider"],
    code: typed(shared, "{\n domain: `https://api.workos.com/user_management/${clientId}`, applicationID: clientId }"),
  },
  {
    name: "the OIDC form of both issuers",
    rules: ["no-workos-oidc-provider"],
    code: typed(
      '{\n domain: "https://api.workos.com/", applicationID: clientId }',
      "{\n domain: `https://api.workos.com/user_management/${clientId}`, applicationID: clientId }",
    ),
  },
  {
    name: "the OIDC form without an audience",
    rules: ["no-workos-oidc-provider"],
    code: typed('{\n domain: "https://api.workos.com/" }'),
  },
  {
    name: "the OIDC form in a typed constant",
    rules: ["no-workos-oidc-provider"],
    code: `import type { AuthConfig } from "convex/server";

const workos = {
  domain: "https://api.workos.com/",
  applicationID: process.env.WORKOS_CLIENT_ID!,
};

const session = { type: "customJwt" as const, issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID!}\`, algorithm: "RS256" as const, jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID!}\` };

export default {
  providers: [workos, session],
} satisfies AuthConfig;
`,
  },

  // ── require-user-management-provider ────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "the shared issuer alone",
    rules: ["require-user-management-provider"],
    code: typed(shared),
  },
  {
    name: "the shared issuer alone, before another vendor",
    rules: ["require-user-management-provider"],
    code: typed(shared, '{\n domain: "https://clerk.example.com", applicationID: "convex" }'),
  },
  {
    name: "the shared issuer alone in a conditional list",
    rules: ["require-user-management-provider"],
    code: `import type { AuthConfig } from "convex/server";

const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: clientId ? [${shared}] : [],
} satisfies AuthConfig;
`,
  },
  {
    name: "the shared issuer alone in a conditional spread",
    rules: ["require-user-management-provider"],
    code: `import type { AuthConfig } from "convex/server";

const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [...(clientId ? [${shared.replace('"customJwt"', '"customJwt" as const').replace('"RS256"', '"RS256" as const')}] : [])],
} satisfies AuthConfig;
`,
  },
  {
    name: "the shared issuer alone, pushed",
    rules: ["require-user-management-provider"],
    code: `import type { AuthConfig } from "convex/server";

const clientId = process.env.WORKOS_CLIENT_ID!;
const providers: AuthConfig["providers"] = [];

providers.push(${shared});

export default { providers };
`,
  },
  {
    name: "the shared issuer alone, in a helper",
    rules: ["require-user-management-provider"],
    code: `import type { AuthConfig } from "convex/server";

const workos = (clientId: string) => (${shared.replace('"customJwt"', '"customJwt" as const').replace('"RS256"', '"RS256" as const')});

export default {
  providers: [workos(process.env.WORKOS_CLIENT_ID!)],
} satisfies AuthConfig;
`,
  },
  {
    name: "the shared issuer alone, in a constant",
    rules: ["require-user-management-provider"],
    code: `import type { AuthConfig } from "convex/server";

const clientId = process.env.WORKOS_CLIENT_ID!;

const shared = ${shared.replace('"customJwt"', '"customJwt" as const').replace('"RS256"', '"RS256" as const')};

export default {
  providers: [shared],
} satisfies AuthConfig;
`,
  },
  {
    name: "the shared issuer alone, in a factory",
    rules: ["require-user-management-provider"],
    code: `import type { AuthConfig } from "convex/server";

function createConfig(clientId: string) {
  return { providers: [${shared.replace('"customJwt"', '"customJwt" as const').replace('"RS256"', '"RS256" as const')}] };
}

export default createConfig(process.env.WORKOS_CLIENT_ID!) satisfies AuthConfig;
`,
  },

  // ── prefer-canonical-issuer ─────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "the shared issuer without its slash",
    rules: ["prefer-canonical-issuer"],
    code: typed(
      '{ type: "customJwt", issuer: "https://api.workos.com", algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      session,
    ),
  },
  {
    name: "the user-management issuer with a slash",
    rules: ["prefer-canonical-issuer"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}/`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
    ),
  },
  {
    name: "both issuers without their scheme",
    rules: ["prefer-canonical-issuer"],
    code: typed(
      '{ type: "customJwt", issuer: "api.workos.com", algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      '{ type: "customJwt", issuer: "api.workos.com/user_management/" + clientId, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
    ),
  },

  // ── the shape of a provider ──────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "no type",
    rules: ["valid-provider-type"],
    code: typed(
      '{ issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      session,
    ),
  },
  {
    name: "a misspelt type",
    rules: ["valid-provider-type"],
    code: typed(
      shared,
      '{ type: "customJWT", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
    ),
  },
  {
    name: "an audience that Convex refuses by its name, beside the shared issuer",
    rules: ["valid-member-name"],
    code: typed(
      '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationId: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      session,
    ),
  },
  {
    name: "an audience under another name, beside the shared issuer",
    rules: ["valid-member-name"],
    code: typed(
      '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", audience: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      session,
    ),
  },
  {
    name: "an audience under another name, in shorthand",
    rules: ["valid-member-name"],
    code: typed(
      '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      session,
    ),
  },
  {
    name: "an algorithm that WorkOS does not sign with",
    rules: ["valid-algorithm"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "ES256", jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
    ),
  },
  {
    name: "an algorithm in the plural",
    rules: ["valid-member-name"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithms: ["RS256"], jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
    ),
  },
  {
    name: "no algorithm",
    rules: ["valid-algorithm"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
    ),
  },
  {
    name: "no keys",
    rules: ["require-provider-members"],
    code: typed(
      shared,
      '{\n type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256" }',
    ),
  },
  {
    name: "keys under another name",
    rules: ["valid-member-name"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwksUri: `https://api.workos.com/sso/jwks/${clientId}` }',
    ),
  },
  {
    name: "a domain beside customJwt",
    rules: ["valid-provider-type"],
    code: typed(
      '{ type: "customJwt", domain: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      session,
    ),
  },
  {
    name: "a domain and an issuer beside customJwt",
    rules: ["valid-provider-type"],
    code: typed(
      '{ type: "customJwt", domain: "https://api.workos.com/", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/sso/jwks/${clientId}` }',
      session,
    ),
  },
  {
    name: "keys that are no text",
    rules: ["valid-member-value"],
    code: typed(
      shared,
      '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks: { url: "https://api.workos.com/sso/jwks" } }',
    ),
  },

  // ── require-default-export ──────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "no export",
    rules: ["require-default-export"],
    code: `import type { AuthConfig } from "convex/server";

const clientId = process.env.WORKOS_CLIENT_ID!;

const authConfig = { providers: [${shared}, ${session}] } satisfies AuthConfig;
`,
  },
  {
    name: "a named export only",
    rules: ["require-default-export"],
    code: `import type { AuthConfig } from "convex/server";

const clientId = process.env.WORKOS_CLIENT_ID!;

export const config: AuthConfig = { providers: [${shared}, ${session}] };
`,
  },
  {
    name: "exports.default in a CommonJS file",
    rules: ["require-default-export"],
    filename: "convex/auth.config.js",
    code: `const clientId = process.env.WORKOS_CLIENT_ID;

exports.default = { providers: [${shared}, ${session}] };
`,
  },

  // ── ways to read the client id ──────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "a literal in a damaged issuer, beside a local reader that is called in place",
    rules: ["no-hardcoded-client-id", "valid-issuer"],
    code: `import type { AuthConfig } from "convex/server";

function requireEnv(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(\`\${name} is not set\`);
  return value;
}

export default {
  providers: [
    { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: requireEnv("WORKOS_CLIENT_ID"), jwks: \`https://api.workos.com/sso/jwks/\${requireEnv("WORKOS_CLIENT_ID")}\` },
    { type: "customJwt", issuer: "http://api.workos.com/user_management/client_01JABCDEFGHJKMNPQRSTVWXYZ0", algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${requireEnv("WORKOS_CLIENT_ID")}\` },
  ],
} satisfies AuthConfig;
`,
  },
  {
    name: "no audience, beside a reader that may come back empty-handed",
    rules: ["require-shared-issuer-application-id"],
    code: `import type { AuthConfig } from "convex/server";

function optionalEnv(name: string): string | undefined {
  try {
    return process.env[name];
  } catch {
    return undefined;
  }
}

const clientId = optionalEnv("WORKOS_CLIENT_ID");

export default {
  providers: clientId ? [{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` }, ${session}] : [],
} satisfies AuthConfig;
`,
  },
  {
    name: "keys without the client id, beside a destructured variable",
    rules: ["valid-jwks"],
    code: `import type { AuthConfig } from "convex/server";

const { WORKOS_CLIENT_ID: clientId } = process.env;

export default {
  providers: [${shared}, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks" }],
} satisfies AuthConfig;
`,
  },

  // ── several defects in one file ─────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: "an audience too many, an issuer pasted from a chat, keys without the client id",
    rules: ["no-user-management-application-id", "valid-issuer", "valid-jwks"],
    code: typed(
      '{ type: "customJwt", issuer: "<https://api.workos.com/>", algorithm: "RS256", applicationID: clientId, jwks: "https://api.workos.com/sso/jwks" }',
      '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${clientId}`, algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks", applicationID: clientId }',
    ),
  },
  {
    name: "the shared issuer alone, without slash, audience, algorithm and sound keys",
    rules: [
      "prefer-canonical-issuer",
      "require-shared-issuer-application-id",
      "require-user-management-provider",
      "valid-algorithm",
      "valid-jwks",
    ],
    code: typed(
      '{ type: "customJwt", issuer: "https://api.workos.com", jwks: "https://api.workos.com/.well-known/jwks.json" }',
    ),
  },
  {
    name: "a damaged domain in the OIDC form, and a damaged user-management issuer with an audience",
    rules: ["no-workos-oidc-provider", "valid-issuer", "valid-jwks"],
    code: typed(
      '{\n domain: "http://api.workos.com", applicationID: "convex" }',
      '{ type: "customJwt", issuer: "https://api.workos.com/user_management", algorithm: "RS256", applicationID: clientId, jwks: `https://api.workos.com/jwks/${clientId}` }',
    ),
  },
  {
    name: "no export, a misspelt type, another audience and no algorithm",
    rules: [
      "consistent-client-id",
      "no-user-management-application-id",
      "require-default-export",
      "valid-algorithm",
      "valid-provider-type",
    ],
    code: `const clientId = process.env.WORKOS_CLIENT_ID!;

const authConfig = {
  providers: [
    { type: "jwt", issuer: "https://api.workos.com/", applicationID: "convex", jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` },
    { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "HS256", applicationID: "convex", jwks: \`https://api.workos.com/sso/jwks/\${clientId}\` },
  ],
};
`,
  },
];
