import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readNames } from "./auth-config-files.js";
import { CouldNotRun, messageOf } from "./could-not-run.js";
import { isFile } from "./find-files.js";
import { dependsOn } from "./manifests.js";
import { showPath } from "./paths.js";
import type { Project } from "./project.js";

// The providers of the official guide: https://docs.convex.dev/auth/authkit/
const body = `const clientId = process.env.WORKOS_CLIENT_ID;

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
      // No applicationID here: these tokens carry no \`aud\`, so Convex would reject every one of them.
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${clientId}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
}`;
const plainTemplate = `${body};\n`;
const typedTemplate = `import type { AuthConfig } from "convex/server";\n\n${body} satisfies AuthConfig;\n`;

/**
 * Writes the known-good auth.config of the one backend that has none, as TypeScript where the project
 * uses it, and returns its path. Throws `CouldNotRun` rather than touch a file that is there.
 */
export function writeAuthConfig({ folder, backends }: Project): string {
  const { root, functions } = chooseBackend(folder, backends);
  for (const name of readNames) {
    const path = join(functions, name);
    if (existsSync(path)) {
      throw new CouldNotRun(`${showPath(folder, path)} is there already. --init never overwrites it.`);
    }
  }
  const typed = usesTypeScript(root, functions);
  const path = join(functions, typed ? "auth.config.ts" : "auth.config.js");
  try {
    mkdirSync(functions, { recursive: true });
    writeFileSync(path, typed ? typedTemplate : plainTemplate, { flag: "wx" });
  } catch (error) {
    throw new CouldNotRun(`${showPath(folder, path)} cannot be written: ${messageOf(error)}`);
  }
  return path;
}

function chooseBackend(folder: string, backends: Project["backends"]): { root: string; functions: string } {
  const lacking = backends.filter(({ reads }) => reads.length === 0);
  const [chosen = backends[0], another] = lacking;
  if (another !== undefined) {
    const roots = lacking.map(({ root }) => showPath(folder, root)).join(", ");
    throw new CouldNotRun(`Several backends have no auth.config: ${roots}. Name the folder of one of them.`);
  }
  if (chosen.functions === null) throw new CouldNotRun(chosen.problem);
  return chosen;
}

function usesTypeScript(root: string, functions: string): boolean {
  return [root, functions].some((folder) => isFile(join(folder, "tsconfig.json"))) || dependsOn(root, "typescript");
}
