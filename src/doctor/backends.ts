import { basename, join } from "node:path";
import { isMeantForConvex, listAuthConfigs, readNames } from "./auth-config-files.js";
import { findBackendRoots, findFutureRoot } from "./backend-roots.js";
import { type Folder, isFile } from "./find-files.js";
import { readFunctionsPath } from "./manifests.js";
import { followLinks, isInside, showPath } from "./paths.js";

const outside = "outside of the folder that is checked. Check a folder that holds both.";

/** One Convex app: a folder in which `npx convex deploy` is run. All paths are absolute. */
export type Backend = {
  /** The folder with package.json and, if there is one, convex.json. */
  readonly root: string;
  /** What Convex reads: one file; none, and no token is accepted; or two, and the push is refused. */
  readonly reads: string[];
  /** Files that were written for Convex and that it never looks at. */
  readonly ignored: string[];
} & (
  | {
      /** The functions folder, which need not exist. */
      readonly functions: string;
      readonly problem: null;
    }
  | {
      readonly functions: null;
      /** The sentence that says why it is not known what Convex reads. */
      readonly problem: string;
      /** What makes it so: a convex.json, or a link. */
      readonly cause: string;
    }
);

/**
 * Finds the Convex apps in a folder, given by its real path, and says what each of them reads.
 * Empty when nothing in the folder has to do with Convex.
 */
export function findBackends(folder: string, folders: readonly Folder[]): Backend[] {
  const meant = folders
    .flatMap(({ path, files }) => listAuthConfigs(path, files))
    .filter((path) => isMeantForConvex(path) && isInside(folder, followLinks(path)));
  const roots = findBackendRoots(folder, folders);
  if (roots.length === 0) {
    const future = findFutureRoot(folder, folders) ?? (meant.length > 0 ? folder : null);
    if (future !== null) roots.push(future);
  }
  const backends = withoutTwins(roots.map((root) => openBackend(folder, root)));
  const known = new Set(backends.flatMap(({ reads, ignored }) => [...reads, ...ignored]));
  for (const path of meant) {
    if (!known.has(path)) closestTo(path, backends)?.ignored.push(path);
  }
  return backends;
}

function openBackend(folder: string, root: string): Backend {
  const stuck = (cause: string, problem: string): Backend => ({
    root,
    functions: null,
    reads: [],
    ignored: [],
    problem,
    cause,
  });
  const convexJson = join(root, "convex.json");
  const named = readFunctionsPath(root);
  if ("problem" in named) {
    return stuck(convexJson, `${showPath(folder, convexJson)} ${named.problem}: Convex does not start.`);
  }

  const path = join(root, named.path);
  const functions = followLinks(path);
  if (!isInside(folder, functions)) {
    return stuck(
      isFile(convexJson) ? convexJson : path,
      `The functions folder ${showPath(folder, path)} lies ${outside}`,
    );
  }
  const present = listAuthConfigs(functions);
  const linked = present.find((path) => !isInside(folder, followLinks(path)));
  if (linked !== undefined) {
    return stuck(linked, `${showPath(folder, linked)} is a link that leads ${outside}`);
  }
  const isRead = (path: string) => readNames.has(basename(path));
  return {
    root,
    functions,
    reads: present.filter(isRead),
    ignored: present.filter((path) => !isRead(path)),
    problem: null,
  };
}

// Two packages of a monorepo may share one functions folder, through convex.json or a link.
function withoutTwins(backends: readonly Backend[]): Backend[] {
  return backends.filter(
    ({ functions }, index) =>
      functions === null || index === backends.findIndex((other) => other.functions === functions),
  );
}

function closestTo(path: string, backends: readonly Backend[]): Backend | undefined {
  const deepestFirst = backends.toSorted((a, b) => b.root.length - a.root.length);
  return deepestFirst.find(({ root }) => isInside(root, path)) ?? backends[0];
}
