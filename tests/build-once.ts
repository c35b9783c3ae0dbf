/**
 * Builds `dist/` once before the tests that run the plugin as it is published. Skipped where nothing changed since the last build, and where only tests
 * run that read the source.
 *
 * Types are checked by a step of their own (`npm test`): code that does not type-check is built all the same, so that its tests can run.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const sources = ["src", "scripts/build.js", "tsconfig.json", "package.json"].map((name) => join(root, name));
const entry = join(root, "dist/index.js");

/** The folders of tests that never look into `dist/`: a single test of these is to start at once. */
export const SOURCE_TESTS = ["app", "auth-config", "convex-json", "edit", "env-file", "platform", "plugin", "rules"];

export default function buildOnce(): void {
  if (readsSourceAlone(process.argv.slice(2))) return;
  if (Math.max(...sources.map(lastChange)) < lastChange(entry)) return;
  spawnSync(process.execPath, [join(root, "scripts/build.js")], { cwd: root, stdio: "inherit" });
  if (lastChange(entry) === 0) throw new Error("The build left no dist/index.js");
}

/** Whether a command line of vitest names tests, and all of them are in `SOURCE_TESTS`. */
export function readsSourceAlone(words: readonly string[]): boolean {
  const named = words.filter((word) => word.includes("/") && !word.startsWith("-"));
  const isPlain = words.every((word) => word.startsWith("-") || word === "run" || named.includes(word));
  return (
    isPlain && named.length > 0 && named.every((name) => SOURCE_TESTS.some((each) => name.startsWith(`tests/${each}/`)))
  );
}

/** When a file, or anything in a folder, was last changed (a removed file changes its folder); 0 where there is none. */
function lastChange(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats == null) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}
