/**
 * Builds `dist/` once before the tests that run the plugin as it is published. Skipped where nothing changed since the last build.
 *
 * Types are checked by a step of their own (`npm test`): code that does not type-check is built all the same, so that its tests can run.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const sources = ["src", "tsconfig.json", "tsconfig.build.json", "package.json"].map((name) => join(root, name));
const entry = join(root, "dist/index.js");
const command = join(root, "dist/doctor/bin.js");

export default function buildOnce(): void {
  if (Math.max(...sources.map(lastChange)) < lastChange(entry)) return;
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
  // A build that changes nothing in a file may leave its date alone.
  if (lastChange(entry) === 0) throw new Error("The build left no dist/index.js");
  chmodSync(command, 0o755);
}

/** When a file, or anything in a folder, was last changed (a removed file changes its folder); 0 where there is none. */
function lastChange(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats == null) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}
