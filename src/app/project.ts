/**
 * A read-only look at the project around a linted file. Without a file system (in a browser) there are no neighbours.
 *
 * Nothing outside the root of the project is read: the nearest folder with `.git`, else that of the workspaces, else the nearest with a lock file.
 */
import {
  ask,
  exists,
  foldersUp,
  isInside,
  join,
  listFolder as listAnyFolder,
  readJson,
  readText as readAnyText,
  realPath,
  walk,
  withoutMark,
} from "./disk.js";
import type { Listing } from "./disk.js";

const LOCK_FILES = ["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb"];

/** A JSON file and the folder that it is in; the value is undefined where it cannot be read. */
export interface NearestJson {
  readonly folder: string;
  readonly value: unknown;
}

/** The nearest JSON file of a name, in a folder or above it, within the project. */
export function nearestJson(start: string, name: string): NearestJson | null {
  const root = projectRoot(start);
  for (const folder of foldersUp(start)) {
    const file = join(folder, name);
    // Malformed: other tools say so; here it is as if it were empty.
    if (exists(file)) return { folder, value: isWithin(root, file) ? readJson(file) : undefined };
    if (folder === root) break;
  }
  return null;
}

/** The text of a file below a folder, without its byte-order mark; null where it cannot be read, or leads out of the project. */
export function readText(folder: string, name: string): string | null {
  const file = join(folder, name);
  const text = isWithin(projectRoot(folder), file) ? readAnyText(file) : null;
  return text == null ? null : withoutMark(text);
}

/** The folders from one up to the root of its project. */
export function foldersUpToRoot(start: string): readonly string[] {
  const folders = [...foldersUp(start)];
  return folders.slice(0, folders.indexOf(projectRoot(start)) + 1);
}

/** What is in a folder; nothing where it cannot be read, or leads out of the project. */
export function listFolder(folder: string): Listing {
  return isWithin(projectRoot(folder), folder) ? listAnyFolder(folder) : { files: [], folders: [] };
}

/**
 * The files below a folder, as paths with `/` that begin in it: those of a walk that takes the last folder first. Null where there are more than `limit`: an editor must not wait.
 */
export function filesBelow(start: string, limit: number): readonly string[] | null {
  if (!isWithin(projectRoot(start), start)) return [];
  const found: string[] = [];
  let waiting = 1;
  for (const { below, files, folders } of walk(start, "descending")) {
    for (const name of files) found.push(below + name);
    waiting += folders.length - 1;
    if (found.length + waiting > limit) return null;
  }
  return found;
}

interface Look {
  readonly names: RegExp;
  readonly text: RegExp;
  readonly limit: number;
  /** The folders to leave out, as paths that begin in the folder and end with `/`. */
  readonly except?: readonly string[];
}

/** Whether a text is in one of the files below a folder: also true where there are more than `limit`, and where one of them cannot be read. */
export function mayHold(folder: string, { names, text, limit, except = [] }: Look): boolean {
  const root = projectRoot(folder);
  const holds = (name: string): boolean => {
    const file = join(folder, name);
    return ask(file, `${text.source}\0${root}`, (read) => !isWithin(root, file) || text.test(read())) ?? true;
  };
  return (
    filesBelow(folder, limit)?.some(
      (name) => names.test(name) && !except.some((other) => name.startsWith(other)) && holds(name),
    ) ?? true
  );
}

/**
 * The root of the project that a folder belongs to: by version control, by workspaces, by a lock file, by whatever configuration is nearest; the
 * folder itself where nothing says more.
 */
export function projectRoot(start: string): string {
  const folders = [...foldersUp(start)];
  const holds =
    (...names: readonly string[]) =>
    (folder: string): boolean =>
      names.some((name) => exists(join(folder, name)));
  for (const isRoot of [holds(".git"), isWorkspaceRoot, holds(...LOCK_FILES), holds("package.json", "convex.json")]) {
    const root = folders.find(isRoot);
    if (root != null) return root;
  }
  return start;
}

function isWorkspaceRoot(folder: string): boolean {
  if (exists(join(folder, "pnpm-workspace.yaml"))) return true;
  const file = join(folder, "package.json");
  const manifest = isWithin(folder, file) ? readJson(file) : null;
  return typeof manifest === "object" && manifest !== null && "workspaces" in manifest;
}

/** Whether a path leads to something within a folder, links followed. */
function isWithin(folder: string, path: string): boolean {
  const [real, target] = [realPath(folder), realPath(path)];
  return real != null && target != null && isInside(real, target);
}
