/**
 * A read-only look at the files around a linted one. Without a file system (in a browser) there are no neighbours.
 *
 * Nothing above the root of the project is read: the nearest folder with `.git`, else the nearest with a lock file.
 */
import type * as Fs from "node:fs";
import type * as Path from "node:path";

// `node:` imports would keep the rules from running in a browser.
const fs: typeof Fs | undefined = globalThis.process?.getBuiltinModule?.("node:fs");
const path: typeof Path | undefined = globalThis.process?.getBuiltinModule?.("node:path");

const LOCK_FILES = ["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb"];

interface CachedJson {
  /** When the file last changed, and its size: an editor may save twice within a tick of the clock. */
  readonly state: string;
  readonly value: unknown;
}

/** Editors run for days: an entry is as old as the file that it was read from. */
const jsonCache = new Map<string, CachedJson>();

/** A JSON file and the folder in which it lies; the value is undefined where it cannot be read. */
export interface NearestJson {
  readonly folder: string;
  readonly value: unknown;
}

/** Whether a file lies in a folder. */
export function hasFile(folder: string, name: string): boolean {
  return fs != null && path != null && fs.existsSync(path.join(folder, name));
}

/** The nearest JSON file of a name, in a folder or above it, within the project. */
export function nearestJson(start: string, name: string): NearestJson | null {
  if (path == null || !path.isAbsolute(start)) return null;
  for (const folder of foldersUpToRoot(start)) {
    if (!hasFile(folder, name)) continue;
    return { folder, value: readJson(path.join(folder, name)) };
  }
  return null;
}

function* foldersUpToRoot(start: string): Generator<string> {
  if (path == null) return;
  for (let folder = start; ; folder = path.dirname(folder)) {
    yield folder;
    const isRoot = hasFile(folder, ".git") || LOCK_FILES.some((name) => hasFile(folder, name)) && !hasGitAbove(folder);
    if (isRoot || path.dirname(folder) === folder) return;
  }
}

function hasGitAbove(folder: string): boolean {
  if (path == null) return false;
  for (let above = path.dirname(folder); ; above = path.dirname(above)) {
    if (hasFile(above, ".git")) return true;
    if (path.dirname(above) === above) return false;
  }
}

function readJson(file: string): unknown {
  if (fs == null) return undefined;
  try {
    const { ctimeMs, ino, mtimeMs, size } = fs.statSync(file);
    const state = [ctimeMs, ino, mtimeMs, size].join();
    const cached = jsonCache.get(file);
    if (cached?.state === state) return cached.value;
    const value: unknown = JSON.parse(fs.readFileSync(file, "utf8").replace(/^\uFEFF/u, ""));
    jsonCache.set(file, { state, value });
    return value;
  } catch {
    // Unreadable or malformed: other tools say so; here it is as if there were none.
    return undefined;
  }
}

/** Whether the place of a file in the file system is known: editors also lint text that has none. */
export function isPlaced(folder: string): boolean {
  return path != null && path.isAbsolute(folder);
}

/** Whether a folder is what another folder's setting names, such as `"functions": "src/convex"`. */
export function isSameFolder(base: string, relative: string, folder: string): boolean {
  return path != null && path.resolve(base, relative) === path.resolve(folder);
}
