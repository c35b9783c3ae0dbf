/** `npm run bump`, on a copy of what it touches: a version is one, wherever it is written. */
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder } from "../doctor/temp-folder.js";

const root = join(import.meta.dirname, "../..");
const touched = ["package.json", "package-lock.json", "CHANGELOG.md", "src/package-meta.ts", "docs/ci.md"];
const name = "eslint-plugin-convex-authkit";

/** What is on the lines that differ. */
function added(before: string, after: string): string[] {
  const known = new Set(before.split("\n"));
  return after
    .split("\n")
    .filter((line) => !known.has(line))
    .map((line) => line.trim());
}

it("writes the next version everywhere, and what it brings into the changelog", () => {
  const folder = makeFolder({ ".changeset/a-change.md": `---\n"${name}": minor\n---\n\nA rule.\n` });
  for (const path of [...touched, "scripts", ".changeset/config.json"])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  const manifest = readFileSync(join(folder, "package.json"), "utf8");
  const current = (JSON.parse(manifest) as { version: string }).version;
  writeFileSync(join(folder, "package.json"), manifest.replace(`"version": "${current}"`, '"version": "7.8.9"'));
  expect(spawnSync("git", ["init", "--quiet"], { cwd: folder }).status).toBe(0);

  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "scripts/bump.js")], {
    cwd: folder,
    encoding: "utf8",
  });
  expect({ status, output: stdout + stderr }).toMatchObject({ status: 0 });
  const changes = Object.fromEntries(
    touched.map((path) => [
      path,
      added(readFileSync(join(root, path), "utf8"), readFileSync(join(folder, path), "utf8")),
    ]),
  );
  expect(changes).toEqual({
    "package.json": ['"version": "7.9.0",'],
    "package-lock.json": ['"version": "7.9.0",', '"version": "7.9.0",'],
    "CHANGELOG.md": ["## 7.9.0", "- A rule."],
    "src/package-meta.ts": ['export const version = "7.9.0";'],
    "docs/ci.md": ["rev: v7.9.0", "rev: v7.9.0"],
  });
  expect(readdirSync(join(folder, ".changeset"))).toEqual(["config.json"]);
});
