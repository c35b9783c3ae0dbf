/**
 * Builds `dist/` once before the tests that run the plugin as it is published. Skipped where nothing changed since the last build.
 *
 * Types are checked by a step of their own (`npm test`): code that does not type-check is built all the same, so that its tests can run.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const sources = ["src", "scripts/build.js", "tsconfig.json", "package.json"].map((name) => join(root, name));
const entry = join(root, "dist/index.js");

export default function buildOnce(): void {
  if (Math.max(...sources.map(lastChange)) < lastChange(entry)) return;
  spawnSync(process.execPath, [join(root, "scripts/build.js")], { cwd: root, stdio: "inherit" });
  if (lastChange(entry) === 0) throw new Error("The build left no dist/index.js");
}

/** When a file, or anything in a folder, was last changed (a removed file changes its folder); 0 where there is none. */
function lastChange(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats == null) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}
