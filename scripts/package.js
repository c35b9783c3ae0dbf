// Looks at the package as users get it: its entry points, its types, and what nobody uses.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installWhatIsMissing, root } from "./install.js";
import { describeSizes } from "./installed.js";

installWhatIsMissing();
const folder = mkdtempSync(join(tmpdir(), "convex-authkit-package-"));
const isBuilt = run("build", "scripts/build.js");
const tarball = pack();
const checks = [
  isBuilt,
  run("publint", "node_modules/publint/src/cli.js", "run", tarball, "--strict"),
  run("attw", "node_modules/@arethetypeswrong/cli/dist/index.js", tarball, "--profile=esm-only"),
  run("knip", "node_modules/knip/bin/knip.js"),
];
rmSync(folder, { recursive: true });
process.exitCode = checks.every(Boolean) ? 0 : 1;

/**
 * @param {string} title
 * @param {string[]} command the script and its arguments
 */
function run(title, ...command) {
  process.stdout.write(`\n# ${title}\n`);
  return spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" }).status === 0;
}

/** Packs what has just been built. @returns {string} the path of the tarball */
function pack() {
  const npm = spawnSync("npm", ["pack", "--ignore-scripts", "--json", `--pack-destination=${folder}`], {
    cwd: root,
    encoding: "utf8",
    // On Windows npm is a script of the shell.
    shell: process.platform === "win32",
  });
  const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(npm.stdout);
  process.stdout.write(`\n${filename}: ${entryCount} files\n${describeSizes({ size, unpackedSize })}`);
  return join(folder, filename);
}
