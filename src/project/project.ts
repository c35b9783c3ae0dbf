/**
 * A read-only look at the files around a linted one. Without a file system (in a browser) there are no neighbours.
 *
 * Nothing outside the root of the project is read: the nearest folder with `.git`, else that of the workspaces, else the nearest with a lock file.
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

interface Cached<T> {
  /** When it last changed, and its size: an editor may save twice within a tick of the clock. */
  readonly state: string;
  readonly value: T;
}

/** Editors run for days: an entry is as old as the file or the folder that it was read from. */
const texts = new Map<string, Cached<string>>();
const jsons = new Map<string, Cached<unknown>>();
const listings = new Map<string, Cached<Listing>>();
const answers = new Map<string, Cached<boolean>>();

/** The names in a folder, sorted. Links to files count as files, links to folders as neither: they may lead in circles. */
export interface Listing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

const NOTHING: Listing = { files: [], folders: [] };

/** A JSON file and the folder in which it lies; the value is undefined where it cannot be read. */
export interface NearestJson {
  readonly folder: string;
  readonly value: unknown;
}

/** Whether the place of a file in the file system is known: editors also lint text that has none. */
export function isPlaced(folder: string): boolean {
  return diskOf(folder) != null;
}

function diskOf(folder: string): Disk | null {
  return disk?.path.isAbsolute(folder) === true ? disk : null;
}

/** Whether a file lies in a folder. */
export function hasFile(folder: string, name: string): boolean {
  const disk = diskOf(folder);
  return disk != null && isThere(folder, name, disk);
}

/** The nearest JSON file of a name, in a folder or above it, within the project. */
export function nearestJson(start: string, name: string): NearestJson | null {
  const disk = diskOf(start);
  if (disk == null) return null;
  const root = rootOf(start, disk);
  for (const folder of withAncestors(start, disk)) {
    if (isThere(folder, name, disk)) return { folder, value: readJson(folder, name, root, disk) };
    if (folder === root) break;
  }
  return null;
}

/** The text of a file below a folder, without its byte-order mark; null where it cannot be read, or leads out of the project. */
export function readText(folder: string, name: string): string | null {
  const disk = diskOf(folder);
  if (disk == null) return null;
  const file = disk.path.join(folder, name);
  return isInside(file, rootOf(folder, disk), disk) ? cached(texts, file, file, () => read(file, disk), disk) : null;
}

/** The root of the project that a folder belongs to; the folder itself where there is no file system. */
export function projectRoot(folder: string): string {
  const disk = diskOf(folder);
  return disk == null ? folder : rootOf(folder, disk);
}

/** The folders from one up to the root of its project. */
export function foldersUpToRoot(start: string): readonly string[] {
  const disk = diskOf(start);
  if (disk == null) return [];
  const folders = [...withAncestors(start, disk)];
  return folders.slice(0, folders.indexOf(rootOf(start, disk)) + 1);
}

/** What lies in a folder; nothing where it cannot be read, or leads out of the project. */
export function listFolder(folder: string): Listing {
  const disk = diskOf(folder);
  return disk != null && isInside(folder, rootOf(folder, disk), disk) ? list(folder, disk) : NOTHING;
}

/**
 * The files below a folder, as paths with `/` that begin in it. Dependencies, build output and what is hidden are left out. Null where there are
 * more than `limit`: an editor must not wait.
 */
export function filesBelow(folder: string, limit: number): readonly string[] | null {
  const disk = diskOf(folder);
  if (disk == null || !isInside(folder, rootOf(folder, disk), disk)) return [];
  const found: string[] = [];
  const waiting = [""];
  for (let below = waiting.pop(); below != null; below = waiting.pop()) {
    const { files, folders } = list(disk.path.join(folder, below), disk);
    for (const name of files) found.push(below + name);
    for (const name of folders) if (isSourceFolder(name, below)) waiting.push(`${below}${name}/`);
    if (found.length + waiting.length > limit) return null;
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

/** Whether a text stands in one of the files below a folder: also said where there are more than `limit`, and where one of them cannot be read. */
export function mayHold(folder: string, { names, text, limit, except = [] }: Look): boolean {
  const disk = diskOf(folder);
  if (disk == null) return false;
  const root = rootOf(folder, disk);
  const holds = (name: string): boolean => {
    const file = disk.path.join(folder, name);
    // The answer, not the text: there may be thousands.
    return (
      cached(
        answers,
        `${text.source}\0${root}\0${file}`,
        file,
        () => !isInside(file, root, disk) || text.test(read(file, disk)),
        disk,
      ) ?? true
    );
  };
  return (
    filesBelow(folder, limit)?.some(
      (name) => names.test(name) && !except.some((other) => name.startsWith(other)) && holds(name),
    ) ?? true
  );
}

/** Below these, such a name is one of the app's own: that of a route, say. */
const SOURCE = /(?:^|\/)(?:app|pages|src)\//u;

const NOT_SOURCE = new Set(["dist", "build", "out", "coverage"]);

function isSourceFolder(name: string, below: string): boolean {
  return !name.startsWith(".") && name !== "node_modules" && (!NOT_SOURCE.has(name) || SOURCE.test(below));
}

function list(folder: string, disk: Disk): Listing {
  const { fs, path } = disk;
  const read = (): Listing => {
    const entries = fs.readdirSync(folder, { withFileTypes: true });
    const isFile = (entry: Fs.Dirent): boolean =>
      entry.isFile() || (entry.isSymbolicLink() && isFileAt(path.join(folder, entry.name), disk));
    const namesOf = (kind: readonly Fs.Dirent[]): readonly string[] => kind.map(({ name }) => name).sort();
    return { files: namesOf(entries.filter(isFile)), folders: namesOf(entries.filter((entry) => entry.isDirectory())) };
  };
  return cached(listings, folder, folder, read, disk) ?? NOTHING;
}

function isFileAt(path: string, { fs }: Disk): boolean {
  try {
    return fs.statSync(path).isFile();
  } catch {
    // A link to nothing, or in a circle.
    return false;
  }
}

function isThere(folder: string, name: string, { fs, path }: Disk): boolean {
  return fs.existsSync(path.join(folder, name));
}

function* withAncestors(start: string, { path }: Disk): Generator<string> {
  for (let folder = start; ; folder = path.dirname(folder)) {
    yield folder;
    if (path.dirname(folder) === folder) return;
  }
}

/** The root of the project that a folder belongs to: by version control, by workspaces, by a lock file, by whatever configuration is nearest. */
function rootOf(start: string, disk: Disk): string {
  const folders = [...withAncestors(start, disk)];
  const holds =
    (...names: readonly string[]) =>
    (folder: string): boolean =>
      names.some((name) => isThere(folder, name, disk));
  const signs = [
    holds(".git"),
    (folder: string) => isWorkspaceRoot(folder, disk),
    holds(...LOCK_FILES),
    holds("package.json", "convex.json"),
  ];
  for (const isRoot of signs) {
    const root = folders.find(isRoot);
    if (root != null) return root;
  }
  return start;
}

function isWorkspaceRoot(folder: string, disk: Disk): boolean {
  if (isThere(folder, "pnpm-workspace.yaml", disk)) return true;
  const manifest = isThere(folder, "package.json", disk) ? readJson(folder, "package.json", folder, disk) : null;
  return typeof manifest === "object" && manifest !== null && "workspaces" in manifest;
}

function readJson(folder: string, name: string, root: string, disk: Disk): unknown {
  const file = disk.path.join(folder, name);
  // Malformed: other tools say so; here it is as if there were none.
  return isInside(file, root, disk)
    ? (cached(jsons, file, file, () => JSON.parse(read(file, disk)) as unknown, disk) ?? undefined)
    : undefined;
}

function read(file: string, disk: Disk): string {
  // Reading a pipe would wait for somebody to write into it.
  if (!isFileAt(file, disk)) throw new Error("This is no file");
  return disk.fs.readFileSync(file, "utf8").replace(/^\uFEFF/u, "");
}

/** Whether a path leads to something within a folder, also behind links. */
function isInside(file: string, root: string, { fs, path }: Disk): boolean {
  try {
    const relative = path.relative(fs.realpathSync.native(root), fs.realpathSync.native(file));
    return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
  } catch {
    return false;
  }
}

/** How long a file that has changed may change again without a sign: the clocks of file systems tick that slowly. */
const TICK = 2_000;

/** What was read before, as long as nothing has changed; null where reading throws. */
function cached<T>(cache: Map<string, Cached<T>>, key: string, place: string, read: () => T, { fs }: Disk): T | null {
  try {
    const { ctimeMs, ino, mtimeMs, size } = fs.statSync(place);
    const state = [ctimeMs, ino, mtimeMs, size].join();
    const known = cache.get(key);
    if (known?.state === state) return known.value;
    const isSettled = Date.now() - Math.max(ctimeMs, mtimeMs) > TICK;
    const value = read();
    if (isSettled) cache.set(key, { state, value });
    return value;
  } catch {
    return null;
  }
}

/** Whether a folder is what another folder's setting names, such as `"functions": "src/convex"`. */
export function isSameFolder(base: string, relative: string, folder: string): boolean {
  return disk != null && disk.path.resolve(base, relative) === disk.path.resolve(folder);
}
