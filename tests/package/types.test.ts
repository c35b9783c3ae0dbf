/** The types as users meet them, under the versions of TypeScript that they have. Skipped where the registry cannot be reached. */
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../doctor/temp-folder.js";
import { canReachRegistry } from "./registry.js";

const root = join(import.meta.dirname, "../..");

const config = `import convexAuthkit from "eslint-plugin-convex-authkit";
import type { Linter, Rule } from "eslint";

const configs: Linter.Config[] = [...convexAuthkit.configs.recommended, ...convexAuthkit.configs.strict, ...convexAuthkit.configs.env];
const rule: Rule.RuleModule | undefined = convexAuthkit.rules["valid-issuer"];
const version: string = convexAuthkit.meta.version;

// @ts-expect-error There is no such preset.
convexAuthkit.configs.everything.length;
// @ts-expect-error The types of ESLint are known here: a rule needs a function create.
const noRule: NonNullable<typeof rule> = { meta: {} };

export default configs.concat({ name: version, rules: { "convex-authkit/valid-issuer": rule === noRule ? "off" : "error" } });
`;

const canInstall = canReachRegistry();

describe.runIf(canInstall).each(["5.0", "5.9", "6.0", "7.0"])("TypeScript %s", (version) => {
  it("takes a typed configuration, by both ways of resolving modules", () => {
    const options = (module: string, moduleResolution: string) =>
      JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          skipLibCheck: true,
          target: "es2022",
          module,
          moduleResolution,
          types: [],
        },
        include: ["eslint.config.ts"],
      });
    const folder = makeFolder({
      "package.json": '{ "type": "module" }',
      "eslint.config.ts": config,
      "nodenext.json": options("nodenext", "nodenext"),
      "bundler.json": options("esnext", "bundler"),
    });
    const npm = spawnSync("npm", ["install", "--no-audit", "--no-fund", `typescript@${version}`], {
      cwd: folder,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    expect(npm.status).toBe(0);
    mkdirSync(join(folder, "node_modules"), { recursive: true });
    for (const [link, target] of [
      ["eslint", "node_modules/eslint"],
      ["eslint-plugin-convex-authkit", "."],
    ] as const)
      symlinkSync(join(root, target), join(folder, "node_modules", link), "junction");
    for (const project of ["nodenext.json", "bundler.json"]) {
      const { status, stdout } = spawnSync(
        process.execPath,
        [join(folder, "node_modules/typescript/bin/tsc"), "-p", project],
        { cwd: folder, encoding: "utf8" },
      );
      expect({ project, status, stdout }).toEqual({ project, status: 0, stdout: "" });
    }
  });
});
