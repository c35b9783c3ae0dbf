/**
 * A read-only look at the files around a linted one. Without a file system (in a browser) there are no neighbours.
 *
 * Nothing above the root of the project is read: the nearest folder with `.git`, else the nearest with a lock file.
 */
import type * as Fs from "node:fs";
import type * as Path from "node:path";

interface Disk {
  readonly fs: typeof Fs;
  readonly path: typeof Path;
}

const disk = openDisk();

function openDisk(): Disk | null {
  // `node:` imports would keep the rules from running in a browser.
  const fs = globalThis.process?.getBuiltinModule?.("node:fs");
  const path = globalThis.process?.getBuiltinModule?.("node:path");
  return fs == null || path == null ? null : { fs, path };
}

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
  return disk != null && isThere(folder, name, disk);
}

/** The nearest JSON file of a name, in a folder or above it, within the project. */
export function nearestJson(start: string, name: string): NearestJson | null {
  if (disk == null || !disk.path.isAbsolute(start)) return null;
  for (const folder of foldersUpToRoot(start, disk)) {
    if (!isThere(folder, name, disk)) continue;
    return { folder, value: readJson(disk.path.join(folder, name), disk) };
  }
  return null;
}

function isThere(folder: string, name: string, { fs, path }: Disk): boolean {
  return fs.existsSync(path.join(folder, name));
}

function* foldersUpToRoot(start: string, disk: Disk): Generator<string> {
  const { path } = disk;
  for (let folder = start; ; folder = path.dirname(folder)) {
    yield folder;
    const isRoot = isThere(folder, ".git", disk) || LOCK_FILES.some((name) => isThere(folder, name, disk)) && !hasGitAbove(folder, disk);
    if (isRoot || path.dirname(folder) === folder) return;
  }
}

function hasGitAbove(folder: string, disk: Disk): boolean {
  const { path } = disk;
  for (let above = path.dirname(folder); ; above = path.dirname(above)) {
    if (isThere(above, ".git", disk)) return true;
    if (path.dirname(above) === above) return false;
  }
}

function readJson(file: string, { fs }: Disk): unknown {
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
  return disk != null && disk.path.isAbsolute(folder);
}

/** Whether a folder is what another folder's setting names, such as `"functions": "src/convex"`. */
export function isSameFolder(base: string, relative: string, folder: string): boolean {
  return disk != null && disk.path.resolve(base, relative) === disk.path.resolve(folder);
}
