/** The package as it is published: what it holds, and that all that it points to is there. */
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

interface Manifest {
  readonly [member: string]: unknown;
  readonly main: string;
  readonly types: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;

function isFile(path: string): boolean {
  return statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true;
}

describe("package.json", () => {
  it("names what is supported", () => {
    expect(manifest).toMatchObject({
      name: "eslint-plugin-convex-authkit",
      type: "module",
      license: "MIT",
      engines: { node: "^20.19.0 || ^22.13.0 || >=24" },
      peerDependencies: { "@eslint/json": "^0.14.0 || ^1.0.0 || ^2.0.0", eslint: "^9.15.0 || ^10.0.0" },
      peerDependenciesMeta: { "@eslint/json": { optional: true } },
    });
    expect(manifest["keywords"]).toEqual(
      expect.arrayContaining(["eslint", "eslintplugin", "eslint-plugin", "convex", "workos", "authkit"]),
    );
  });

  it("depends on the parser, as a dependency and not as a peer", () => {
    expect(manifest.dependencies["@typescript-eslint/parser"]).toMatch(/^\^8\./u);
    expect(Object.keys(manifest.dependencies).sort()).toEqual([
      "@humanwhocodes/momoa",
      "@typescript-eslint/parser",
      "diff",
      "typescript",
    ]);
  });

  it("depends on a TypeScript that the parser takes, since Yarn installs no peers of dependencies", () => {
    const parser = JSON.parse(
      readFileSync(join(root, "node_modules/@typescript-eslint/parser/package.json"), "utf8"),
    ) as { peerDependencies: Record<string, string> };
    expect(manifest.dependencies["typescript"]).toBe(parser.peerDependencies["typescript"]);
  });

  it("points to files that the build leaves", () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === "string" ? [target] : Object.values(target),
    );
    const paths = [manifest.main, manifest.types, ...targets, ...Object.values(manifest.bin)];
    expect(paths.filter((path) => !isFile(path))).toEqual([]);
    expect(manifest.exports["."]).toEqual({ types: manifest.types, default: manifest.main });
  });

  it("runs nothing when it is installed", () => {
    const { scripts } = manifest;
    expect(
      Object.keys(scripts).filter((name) => /^(?:(?:pre|post)?install|(?:pre|post)?prepare)$/u.test(name)),
    ).toEqual([]);
  });

  it("has one command, which can be executed", () => {
    expect(manifest.bin).toEqual({ "eslint-plugin-convex-authkit": "./dist/doctor/bin.js" });
    expect(readFileSync(join(root, "dist/doctor/bin.js"), "utf8").split("\n")[0]).toBe("#!/usr/bin/env node");
  });

  it("can be imported by its name, and so can package.json", () => {
    const script = `
const { default: plugin } = await import("eslint-plugin-convex-authkit");
const { default: manifest } = await import("eslint-plugin-convex-authkit/package.json", { with: { type: "json" } });
console.log(plugin.meta.name, plugin.meta.version === manifest.version);
await import("eslint-plugin-convex-authkit/dist/index.js").catch(({ code }) => console.log(code));
`;
    const { stdout } = spawnSync(process.execPath, ["--no-warnings", "--input-type=module", "--eval", script], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stdout).toBe("eslint-plugin-convex-authkit true\nERR_PACKAGE_PATH_NOT_EXPORTED\n");
  });
});

describe("the tarball", () => {
  const { stdout } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const [packed] = JSON.parse(stdout) as [{ files: { path: string }[] }];

  it("holds the plugin, its types and the command, a file each, and nothing else", () => {
    expect(packed.files.map(({ path }) => path).sort()).toEqual([
      "LICENSE",
      "README.md",
      "dist/doctor/bin.js",
      "dist/index.d.ts",
      "dist/index.js",
      "package.json",
    ]);
  });
});
