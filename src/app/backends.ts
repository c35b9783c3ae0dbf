import { isMeantForConvex, listAuthConfigs, READ_NAMES } from "./auth-config-files.js";
import { findBackendRoots, findFutureRoot } from "./backend-roots.js";
import { basename, followLinks, isFile, isInside, join, showPath } from "./disk.js";
import type { Folder } from "./disk.js";
import { readFunctionsPath } from "./manifests.js";

const OUTSIDE = "outside of the folder that is checked. Check a folder that holds both.";

/** One Convex app: a folder in which `npx convex deploy` is run. All paths are absolute. */
export type Backend = {
  /** The folder with package.json and, if there is one, convex.json. */
  readonly root: string;
  /** What Convex reads: one file; none, and no token is accepted; or two, and the push is refused. */
  readonly reads: readonly string[];
  /** Files that were written for Convex and that it never looks at. */
  readonly ignored: readonly string[];
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
 * Finds the Convex apps in a folder, given by its real path, and says what each of them reads. Empty when nothing in the folder has to do with Convex.
 */
export function findBackends(folder: string, folders: readonly Folder[]): readonly Backend[] {
  const meant = folders
    .flatMap(({ path, files }) => listAuthConfigs(path, files))
    .filter((path) => isMeantForConvex(path) && isInside(folder, followLinks(path)));
  const found = findBackendRoots(folder, folders);
  const roots = found.length > 0 ? found : rootsToBe(folder, folders, meant);
  return withPassedOver(withoutTwins(roots.map((root) => openBackend(folder, root))), meant);
}

function rootsToBe(folder: string, folders: readonly Folder[], meant: readonly string[]): readonly string[] {
  const future = findFutureRoot(folder, folders) ?? (meant.length > 0 ? folder : null);
  return future == null ? [] : [future];
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
  if ("problem" in named)
    return stuck(convexJson, `${showPath(folder, convexJson)} ${named.problem}: Convex does not start.`);

  const path = join(root, named.path);
  const functions = followLinks(path);
  if (!isInside(folder, functions)) {
    return stuck(
      isFile(convexJson) ? convexJson : path,
      `The functions folder ${showPath(folder, path)} lies ${OUTSIDE}`,
    );
  }
  const present = listAuthConfigs(functions);
  const linked = present.find((path) => !isInside(folder, followLinks(path)));
  if (linked != null) return stuck(linked, `${showPath(folder, linked)} is a link that leads ${OUTSIDE}`);
  const isRead = (path: string): boolean => READ_NAMES.has(basename(path));
  return {
    root,
    functions,
    reads: present.filter(isRead),
    ignored: present.filter((path) => !isRead(path)),
    problem: null,
  };
}

// Two packages of a monorepo may share one functions folder, through convex.json or a link.
function withoutTwins(backends: readonly Backend[]): readonly Backend[] {
  return backends.filter(
    ({ functions }, index) =>
      functions == null || index === backends.findIndex((other) => other.functions === functions),
  );
}

/** Adds the files that no backend knows of, each to the backend that it is closest to. */
function withPassedOver(backends: readonly Backend[], meant: readonly string[]): readonly Backend[] {
  const known = new Set(backends.flatMap(({ reads, ignored }) => [...reads, ...ignored]));
  const others = meant.filter((path) => !known.has(path));
  return backends.map((backend) => ({
    ...backend,
    ignored: [...backend.ignored, ...others.filter((path) => closestTo(path, backends) === backend)],
  }));
}

function closestTo(path: string, backends: readonly Backend[]): Backend | undefined {
  const deepestFirst = backends.toSorted((a, b) => b.root.length - a.root.length);
  return deepestFirst.find(({ root }) => isInside(root, path)) ?? backends[0];
}
