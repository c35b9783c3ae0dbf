import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isFile } from "./find-files.js";

/** Does the package.json in `root` list the package, as a dependency of either kind? */
export function dependsOn(root: string, name: string): boolean {
  const manifest = readObject(join(root, "package.json"));
  return [manifest?.["dependencies"], manifest?.["devDependencies"]].some(
    (list) => isObject(list) && Object.hasOwn(list, name),
  );
}

/**
 * Where `npx convex`, run in `root`, looks for the functions: a path relative to `root`, or the
 * sentence that says why Convex does not get that far.
 *
 * Source: `readProjectConfig` in `src/cli/lib/config.ts` of the `convex` package, 1.48.0.
 */
export function readFunctionsPath(root: string): { path: string } | { problem: string } {
  const path = join(root, "convex.json");
  if (!isFile(path)) {
    // Create React App bans imports from outside of src, so Convex moves there.
    return { path: dependsOn(root, "react-scripts") ? "src/convex" : "convex" };
  }
  const config = readObject(path);
  if (config === null) return { problem: "is not a JSON object" };
  const functions = Object.hasOwn(config, "functions") ? config["functions"] : "convex";
  if (typeof functions !== "string") return { problem: "has `functions` that is not a string" };
  return { path: functions };
}

function readObject(path: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
