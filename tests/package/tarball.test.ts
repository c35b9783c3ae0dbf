/** The tarball: what publint and attw say of it, how much it brings, and that it works where nothing else of this repository is. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, it } from "vitest";
import { describeSizes, findPackage, installedBesideEslint } from "../../scripts/installed.js";
import { makeFolder } from "../doctor/temp-folder.js";
import { copyExample } from "../hosts/example.js";
import { pack } from "./pack.js";

const root = join(import.meta.dirname, "../..");

function dependenciesOf(folder: string): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    dependencies?: Record<string, string>;
  };
  return Object.keys(dependencies);
}

it("publint has nothing to say", async () => {
  const { path } = pack(makeFolder({}));
  const { messages, pkg } = await publint({
    pack: { tarball: new Uint8Array(readFileSync(path)).buffer },
    strict: true,
  });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

it("attw finds the types from ES modules and for bundlers", () => {
  const { path } = pack(makeFolder({}));
  const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [attw, path, "--profile=esm-only", "--format=json"], {
    cwd: root,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const { analysis } = JSON.parse(stdout) as {
    analysis: { types: { kind: string }; problems: { kind: string; resolutionKind?: string }[] };
  };
  expect(analysis.types.kind).toBe("included");
  // Whoever uses `require` needs Node 20.19, as this package does.
  expect(analysis.problems.map(({ kind, resolutionKind }) => [kind, resolutionKind])).toEqual([
    ["CJSResolvesToESM", "node16-cjs"],
  ]);
});

it("stays as small as it is", () => {
  const { size, unpackedSize } = pack(makeFolder({}));
  const installed = installedBesideEslint();
  process.stdout.write(describeSizes({ size, unpackedSize }));
  expect(size).toBeLessThan(130_000);
  expect(unpackedSize).toBeLessThan(450_000);
  expect(installed.packages).toBeLessThan(25);
  // Most of it is TypeScript, which most projects have.
  expect(installed.size - installed.typescript).toBeLessThan(5_000_000);
});

describe("installed with its dependencies and nothing else", () => {
  /** The broken example with the unpacked tarball: what it imports must be among its dependencies. */
  function install(peers: readonly string[]): string {
    const folder = copyExample("next-authkit-broken");
    const own = join(folder, "node_modules/eslint-plugin-convex-authkit");
    mkdirSync(own, { recursive: true });
    const { status } = spawnSync("tar", ["-xzf", pack(makeFolder({})).path, "--strip-components=1", "-C", own]);
    expect(status).toBe(0);
    for (const name of [...dependenciesOf(own), ...peers]) {
      const path = join(folder, "node_modules", name);
      mkdirSync(dirname(path), { recursive: true });
      symlinkSync(findPackage(name, root), path, "junction");
    }
    return folder;
  }

  const rule = "convex-authkit/no-user-management-application-id";

  function run(
    folder: string,
    script: string,
    ...words: string[]
  ): { status: number | null; stderr: string; stdout: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "node_modules", script), ...words], {
      cwd: folder,
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  }

  it("is what ESLint needs", () => {
    const { status, stdout, stderr } = run(install(["eslint", "@eslint/json"]), "eslint/bin/eslint.js", ".");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain(rule);
    expect(stdout).toContain("convex-authkit/env-cookie-password");
    expect(stdout).toContain("6 problems (6 errors, 0 warnings)");
  });

  it("is what the command needs, and it needs no @eslint/json", () => {
    const { status, stdout, stderr } = run(install(["eslint"]), "eslint-plugin-convex-authkit/dist/doctor/bin.js");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain(rule);
    expect(stdout).toContain("6 problems (6 errors, 0 warnings)");
  });
});
