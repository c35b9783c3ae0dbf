/** The tarball: what publint and attw say of it, how much it brings, and that it works where nothing else of this repository is. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../doctor/temp-folder.js";
import { copyExample } from "../hosts/example.js";
import { pack } from "./pack.js";

const root = join(import.meta.dirname, "../..");

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

/** Where Node finds a package that another one asks for. */
function findPackage(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, "node_modules", name);
    if (existsSync(path)) return realpathSync(path);
    if (folder === dirname(folder)) throw new Error(`${name} is not installed for ${from}`);
  }
}

/** A package's folder and those of all that npm installs for it. */
function installedFor(folder: string, names: readonly string[], found = new Set<string>()): Set<string> {
  for (const path of names.map((name) => findPackage(name, folder))) {
    if (found.has(path)) continue;
    found.add(path);
    const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifestOf(path);
    const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
    installedFor(path, [...Object.keys(dependencies), ...peers], found);
  }
  return found;
}

/** The size of all files of a package, without what is installed inside of it. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .map((entry) => (entry.isDirectory() ? sizeOf(join(folder, entry.name)) : statSync(join(folder, entry.name)).size))
    .reduce((total, size) => total + size, 0);
}

const kilobytes = (bytes: number): string => `${String(Math.round(bytes / 1000))} kB`;

it("publint has nothing to say", async () => {
  const { path } = pack(makeFolder({}));
  const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(readFileSync(path)).buffer }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

it("attw finds the types from ES modules and for bundlers", () => {
  const { path } = pack(makeFolder({}));
  const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [attw, path, "--profile=esm-only", "--format=json"], { cwd: root, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const { analysis } = JSON.parse(stdout) as { analysis: { types: { kind: string }; problems: { kind: string; resolutionKind?: string }[] } };
  expect(analysis.types.kind).toBe("included");
  // Whoever uses `require` needs Node 20.19, as this package does.
  expect(analysis.problems.map(({ kind, resolutionKind }) => [kind, resolutionKind])).toEqual([["CJSResolvesToESM", "node16-cjs"]]);
});

it("stays as small as it is", () => {
  const { size, unpackedSize } = pack(makeFolder({}));
  const others = [...installedFor(root, Object.keys(manifestOf(root).dependencies ?? {}))];
  const eslint = installedFor(root, ["eslint"]);
  const added = others.filter((path) => !eslint.has(path));
  const total = added.map(sizeOf).reduce((sum, each) => sum + each, unpackedSize);
  process.stdout.write(
    `Tarball ${kilobytes(size)}, unpacked ${kilobytes(unpackedSize)}; beside ESLint ${kilobytes(total)} in ${String(added.length + 1)} packages, TypeScript's ${kilobytes(sizeOf(findPackage("typescript", root)))} among them.\n`,
  );
  expect(size).toBeLessThan(120_000);
  expect(unpackedSize).toBeLessThan(400_000);
  expect(added.length).toBeLessThan(25);
  expect(total).toBeLessThan(35_000_000);
});

describe("installed with its dependencies and nothing else", () => {
  /** The broken example with the unpacked tarball: what it imports must be among its dependencies. */
  function install(peers: readonly string[]): string {
    const folder = copyExample("next-authkit-broken");
    const own = join(folder, "node_modules/eslint-plugin-convex-authkit");
    mkdirSync(own, { recursive: true });
    const { status } = spawnSync("tar", ["-xzf", pack(makeFolder({})).path, "--strip-components=1", "-C", own]);
    expect(status).toBe(0);
    for (const name of [...Object.keys(manifestOf(own).dependencies ?? {}), ...peers]) {
      const path = join(folder, "node_modules", name);
      mkdirSync(dirname(path), { recursive: true });
      symlinkSync(findPackage(name, root), path, "junction");
    }
    return folder;
  }

  const rule = "convex-authkit/no-user-management-application-id";

  function run(folder: string, script: string, ...words: string[]): { status: number | null; stderr: string; stdout: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "node_modules", script), ...words], { cwd: folder, encoding: "utf8" });
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
