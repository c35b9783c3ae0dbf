import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { makeFolder } from "./temp-folder.js";

const root = join(import.meta.dirname, "../..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Runs the built command in a process of its own. */
function run(argv: string[], cwd: string, dist = join(root, "dist")) {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const bin = join(dist, "doctor/bin.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], { cwd, env, encoding: "utf8" });
  return { status, stdout, stderr };
}

const clientId = "${process.env.WORKOS_CLIENT_ID}";
const sound = `export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://api.workos.com/",
      algorithm: "RS256",
      applicationID: process.env.WORKOS_CLIENT_ID,
      jwks: \`https://api.workos.com/sso/jwks/${clientId}\`,
    },
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/${clientId}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/${clientId}\`,
    },
  ],
};
`;
const extraLine = "      applicationID: process.env.WORKOS_CLIENT_ID,\n";
const broken = sound.replace(/(user_management.*\n.*RS256",\n)/, `$1${extraLine}`);

describe("the built command", () => {
  it("can be executed", () => {
    const bin = join(root, "dist/doctor/bin.js");
    expect(readFileSync(bin, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
    if (process.platform !== "win32") expect(statSync(bin).mode & 0o111).toBe(0o111);
  });

  it("says its version", () => {
    expect(run(["--version"], root)).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("finds, shows and repairs the most frequent mistake", () => {
    const cwd = makeFolder({ "convex/auth.config.ts": broken });
    const found = run(["--diff"], cwd);
    expect(found).toMatchObject({ status: 1, stderr: "" });
    expect(found.stdout).toContain("convex-authkit/no-user-management-application-id\n");
    expect(found.stdout).toContain(`\n-${extraLine}`);
    expect(found.stdout).not.toContain("\u001b");

    expect(run(["--fix"], cwd)).toMatchObject({ status: 0, stderr: "" });
    expect(readFileSync(join(cwd, "convex/auth.config.ts"), "utf8")).toBe(sound);
    expect(run([], cwd)).toMatchObject({ status: 0, stderr: "" });
  });

  it("has rules for every extension", () => {
    const extensions = ["cjs", "cts", "js", "jsx", "mjs", "mts", "ts", "tsx"];
    const folder = makeFolder(
      Object.fromEntries(
        extensions.flatMap((extension) => [
          [`${extension}/convex.json`, "{}"],
          [`${extension}/convex/auth.config.${extension}`, broken],
        ]),
      ),
    );
    const { files } = JSON.parse(run(["--format", "json"], folder).stdout) as { files: { path: string }[] };
    const readByConvex = "convex-authkit/no-user-management-application-id";
    expect(files.filter(({ path }) => path.includes("/auth.config."))).toMatchObject(
      extensions.map((extension) => ({
        path: `${extension}/convex/auth.config.${extension}`,
        messages: [{ ruleId: /^[jt]s$/.test(extension) ? readByConvex : "convex-authkit/valid-file-name" }],
      })),
    );
  });

  it("finds nothing wrong with what --init writes", () => {
    for (const manifest of ['{"dependencies":{"convex":"1"}}', '{"dependencies":{"convex":"1","typescript":"6"}}']) {
      const cwd = makeFolder({ "package.json": manifest });
      expect(run(["--init", "--max-warnings=0"], cwd)).toMatchObject({ status: 0, stderr: "" });
    }
  });

  /** A copy that is installed somewhere where only these packages are. */
  function installBeside(packages: string[]): string {
    const folder = makeFolder({
      "convex/auth.config.ts": sound,
      "node_modules/@humanwhocodes/": "",
      "node_modules/@typescript-eslint/": "",
    });
    for (const name of packages) symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
    cpSync(join(root, "package.json"), join(folder, "package.json"));
    cpSync(join(root, "dist"), join(folder, "dist"), { recursive: true });
    return folder;
  }

  it("needs ESLint", () => {
    const folder = installBeside(["diff", "@humanwhocodes/momoa", "@typescript-eslint/parser"]);
    const { status, stdout, stderr } = run([], folder, join(folder, "dist"));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(
      /^ESLint cannot be loaded: Cannot find package 'eslint' .*\. Install it: npm install --save-dev eslint@latest\n$/,
    );
  });

  it("needs the parser", () => {
    const folder = installBeside(["diff", "@humanwhocodes/momoa", "eslint"]);
    const { status, stdout, stderr } = run([], folder, join(folder, "dist"));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(
      /^The parser cannot be loaded: Cannot find module '@typescript-eslint\/parser'\. Install it: npm install --save-dev @typescript-eslint\/parser typescript@6\n$/,
    );
  });
});

describe("bin", () => {
  const { argv, exitCode } = process;

  afterEach(() => {
    process.argv = argv;
    process.exitCode = exitCode;
    vi.restoreAllMocks();
  });

  it("hands the process to main", async () => {
    const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    process.argv = ["node", "bin.js", "--fxi"];
    await import("../../src/doctor/bin.js");
    expect(written).toHaveBeenCalledWith("Unknown option '--fxi'. See --help.\n");
    expect(process.exitCode).toBe(2);
  });
});
