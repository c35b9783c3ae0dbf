/** A broken project, with what is reported in it, for set-ups of all kinds. */
import { onTestFinished } from "vitest";
import { HostProject } from "./project.js";
import type { HostResult, Installed } from "./project.js";

export const sound = `import type { AuthConfig } from "convex/server";

const clientId = process.env.WORKOS_CLIENT_ID!;

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
} satisfies AuthConfig;
`;

const broken = sound.replace("\n    },\n  ]", "\n      applicationID: clientId,\n    },\n  ]");
export const report = "19:7-19:30 error no-user-management-application-id, fix";

export const brokenJs = broken
  .replace(/import type.*\n\n/u, "")
  .replace("!;", ";")
  .replace(" satisfies AuthConfig", "");
export const reportJs = "17:7-17:30 error no-user-management-application-id, fix";

const files = {
  "convex/auth.config.ts": broken,
  "packages/backend/convex/auth.config.js": brokenJs,
  "convex/users.ts": 'export const users = (process.env["X"] as string).length satisfies number;\n',
  "src/app.js": "export const app = 1;\n",
  // For type-aware rules.
  "tsconfig.json":
    '{ "compilerOptions": { "strict": true, "noEmit": true, "module": "esnext", "moduleResolution": "bundler", "types": [] }, "include": ["convex"] }',
};

export async function lint(
  installed: Installed,
  config: string,
  more: Record<string, string> = {},
  fix = false,
): Promise<Map<string, HostResult>> {
  const project = new HostProject(installed, { ...files, "eslint.config.mjs": config, ...more });
  onTestFinished(() => {
    project.remove();
  });
  return new Map((await project.lint({ fix })).map((result) => [result.path, result]));
}

/** Only our reports: what other presets say is theirs. */
export function ours(result: HostResult | undefined): string[] | undefined {
  return result?.reports.filter((_, index) => {
    const { ruleId, fatal } = result.messages[index] ?? {};
    return ruleId?.startsWith("convex-authkit/") === true || fatal === true || ruleId == null;
  });
}
