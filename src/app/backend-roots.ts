import { isMeantForConvex, listAuthConfigs } from "./auth-config-files.js";
import { basename, dirname, exists, followLinks, foldersUp, isFolder, isInside, join } from "./disk.js";
import type { Folder } from "./disk.js";
import { dependsOn, readFunctionsPath } from "./manifests.js";

/**
 * The folders in which `npx convex deploy` is run: those with a convex.json, and those with a package.json and a functions folder. `folder` itself
 * need not have either.
 *
 * Where `folder` is inside of such a root and has its functions folder, the root outside of it is found too. Empty when there are no Convex functions.
 */
export function findBackendRoots(folder: string, folders: readonly Folder[]): readonly string[] {
  const below = folders.filter(({ path, files }) => {
    if (files.includes("convex.json")) return true;
    if (path === folder) return hasFunctions(path, true);
    return files.includes("package.json") && hasFunctions(path, dependsOn(path, "convex"));
  });
  return [...findRootAbove(folder), ...below.map(({ path }) => path)];
}

/**
 * Where the first Convex function would go in a project that has none: the one package that depends on `convex`, otherwise the folder itself. Null when
 * no package does.
 */
export function findFutureRoot(folder: string, folders: readonly Folder[]): string | null {
  const [first, second] = folders.filter(
    ({ path, files }) => files.includes("package.json") && dependsOn(path, "convex"),
  );
  if (first == null) return null;
  return second == null ? first.path : folder;
}

function findRootAbove(folder: string): readonly string[] {
  const parent = dirname(folder);
  const named = [...foldersUp(parent)].find((root) => exists(join(root, "convex.json")));
  if (named != null) {
    const functions = readFunctionsPath(named);
    const isHere = "path" in functions && isInside(folder, followLinks(join(named, functions.path)));
    if (isHere) return [named];
  }
  const isHere = named !== parent && basename(folder) === "convex";
  return isHere && isFunctionsFolder(folder, dependsOn(parent, "convex")) ? [parent] : [];
}

function hasFunctions(root: string, isConvexApp: boolean): boolean {
  const functions = readFunctionsPath(root);
  return "path" in functions && isFunctionsFolder(join(root, functions.path), isConvexApp);
}

// A repository or a workspace package may be called `convex` too, and have the functions further down.
function isFunctionsFolder(path: string, isConvexApp: boolean): boolean {
  if (!isFolder(path)) return false;
  if (exists(join(path, "_generated")) || listAuthConfigs(path).some(isMeantForConvex)) return true;
  return isConvexApp && !exists(join(path, "package.json")) && !exists(join(path, "convex.json"));
}
