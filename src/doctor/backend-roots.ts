import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isMeantForConvex, listAuthConfigs } from "./auth-config-files.js";
import { type Folder, isFolder } from "./find-files.js";
import { dependsOn, readFunctionsPath } from "./manifests.js";
import { followLinks, isInside } from "./paths.js";

/**
 * The folders in which `npx convex deploy` is run: those with a convex.json, and those with a
 * package.json and a functions folder. `folder` itself need not have either.
 *
 * Where `folder` lies inside of such a root and holds its functions folder, the root outside of it
 * is found too. Empty when there are no Convex functions.
 */
export function findBackendRoots(folder: string, folders: readonly Folder[]): string[] {
  const below = folders.filter(({ path, files }) => {
    if (files.includes("convex.json")) return true;
    if (path === folder) return hasFunctions(path, true);
    return files.includes("package.json") && hasFunctions(path, dependsOn(path, "convex"));
  });
  return [...findRootAbove(folder), ...below.map(({ path }) => path)];
}

/**
 * Where the first Convex function would go in a project that has none: the one package that depends
 * on `convex`, else the folder itself. Null when no package does.
 */
export function findFutureRoot(folder: string, folders: readonly Folder[]): string | null {
  const [first, second] = folders.filter(
    ({ path, files }) => files.includes("package.json") && dependsOn(path, "convex"),
  );
  if (first === undefined) return null;
  return second === undefined ? first.path : folder;
}

function findRootAbove(folder: string): string[] {
  const parent = dirname(folder);
  const named = ancestorsOf(folder).find((root) => existsSync(join(root, "convex.json")));
  if (named !== undefined) {
    const functions = readFunctionsPath(named);
    const isHere = "path" in functions && isInside(folder, followLinks(join(named, functions.path)));
    if (isHere) return [named];
  }
  const isHere = named !== parent && basename(folder) === "convex";
  return isHere && isFunctionsFolder(folder, dependsOn(parent, "convex")) ? [parent] : [];
}

function ancestorsOf(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [] : [parent, ...ancestorsOf(parent)];
}

function hasFunctions(root: string, isConvexApp: boolean): boolean {
  const functions = readFunctionsPath(root);
  return "path" in functions && isFunctionsFolder(join(root, functions.path), isConvexApp);
}

// A repository or a workspace package may be called `convex` too, and hold the functions further down.
function isFunctionsFolder(path: string, isConvexApp: boolean): boolean {
  if (!isFolder(path)) return false;
  if (existsSync(join(path, "_generated")) || listAuthConfigs(path).some(isMeantForConvex)) return true;
  return isConvexApp && !existsSync(join(path, "package.json")) && !existsSync(join(path, "convex.json"));
}
