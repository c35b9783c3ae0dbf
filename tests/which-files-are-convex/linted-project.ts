import { join } from "node:path";
import { ESLint } from "eslint";
import type { Linter } from "eslint";
import plugin from "../../src/index.js";
import { makeFolder } from "../doctor/temp-folder.js";

/** What is reported about each file: `rule/message`, without the prefix. Files with nothing to report are left out. */
export type Reports = Record<string, string[]>;

/** Real files in a real folder, and ESLint with the plugin's strict preset and nothing else. */
export class LintedProject {
  readonly folder: string;
  readonly #eslint: ESLint;

  constructor(files: Record<string, string>, config: Linter.Config[] = plugin.configs.strict) {
    // The search for `convex.json` ends here, whatever lies above the folder for temporary files.
    this.folder = makeFolder({ ".git/": "", ...files });
    this.#eslint = new ESLint({
      cwd: this.folder,
      overrideConfigFile: true,
      overrideConfig: config,
      warnIgnored: false,
    });
  }

  /** Lints the whole folder. */
  async lint(): Promise<Reports> {
    const results = await this.#eslint.lintFiles(["."]);
    return Object.fromEntries(
      results
        .filter(({ messages }) => messages.length > 0)
        .map(({ filePath, messages }): [string, string[]] => [
          filePath.slice(this.folder.length + 1).replaceAll("\\", "/"),
          messages.map(({ ruleId, messageId, message }) =>
            ruleId == null ? message : `${ruleId.replace("convex-authkit/", "")}/${String(messageId)}`,
          ),
        ])
        .sort(([left], [right]) => (left < right ? -1 : 1)),
    );
  }

  path(name: string): string {
    return join(this.folder, name);
  }
}

export function lintProject(files: Record<string, string>, config?: Linter.Config[]): Promise<Reports> {
  return new LintedProject(files, config).lint();
}

/** An auth config with one defect, which draws exactly `defect` wherever the file counts as Convex's. */
export const broken = `const clientId = process.env.WORKOS_CLIENT_ID;

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
      applicationID: clientId,
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`;

export const defect = "no-user-management-application-id/tokenHasNoAudience";

/** The same file, sound. */
export const sound = broken.replace(/(user_management.*\n.*\n).*\n/u, "$1");

/** The same file for a CommonJS project. */
export const brokenCommonJs = broken.replace("export default", "module.exports =");
