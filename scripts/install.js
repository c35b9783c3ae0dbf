import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The root of the repository. */
export const root = join(import.meta.dirname, "..");

/**
 * Installs the dependencies unless they are there. Says nothing when it succeeds; when it fails,
 * shows what npm said and ends the process.
 */
export function installWhatIsMissing() {
  if (isInstalled()) return;
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    encoding: "utf8",
    // On Windows npm is a script of the shell.
    shell: process.platform === "win32",
  });
  if (npm.status === 0) return;
  process.stderr.write(`npm ci failed\n${npm.stdout ?? ""}${npm.stderr ?? ""}${npm.error ?? ""}\n`);
  process.exit(1);
}

// By content rather than by date: a checkout renews the date of the lock file, and an older branch
// may need other versions.
function isInstalled() {
  try {
    const wanted = readPackages("package-lock.json");
    const present = readPackages("node_modules/.package-lock.json");
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => path === "" || optional === true || present[path]?.version === version,
    );
  } catch {
    return false;
  }
}

/**
 * @param {string} name
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function readPackages(name) {
  return JSON.parse(readFileSync(join(root, name), "utf8")).packages;
}
