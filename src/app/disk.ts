/**
 * The file system as the rules and the command see it: read-only, and nothing throws. Where there is none (in a browser), and for paths that are not
 * absolute, nothing is found.
 */
import type * as Fs from "node:fs";
import type * as Path from "node:path";

interface Disk {
  readonly fs: typeof Fs;
  readonly path: typeof Path;
}

const DISK = openDisk();

function openDisk(): Disk | null {
  // `node:` imports would keep the rules from running in a browser.
  const fs = globalThis.process?.getBuiltinModule?.("node:fs");
  const path = globalThis.process?.getBuiltinModule?.("node:path");
  return fs == null || path == null ? null : { fs, path };
}

function diskOf(path: string): Disk | null {
  return DISK?.path.isAbsolute(path) === true ? DISK : null;
}

/** Whether the place of a file or folder is known: editors also lint text that has none. */
export function isPlaced(path: string): boolean {
  return diskOf(path) != null;
}

/** As in `node:path`. */
export function join(folder: string, ...names: readonly string[]): string {
  return DISK?.path.join(folder, ...names) ?? [folder, ...names].join("/");
}

/** As in `node:path`. */
export function dirname(path: string): string {
  return DISK?.path.dirname(path) ?? path;
}

/** As in `node:path`. */
export function basename(path: string): string {
  return DISK?.path.basename(path) ?? path;
}

/** Whether a path is a folder or leads to something below it. Links are not followed. */
export function isInside(folder: string, path: string): boolean {
  if (DISK == null) return false;
  const way = DISK.path.relative(folder, path);
  return way !== ".." && !way.startsWith(`..${DISK.path.sep}`) && !DISK.path.isAbsolute(way);
}

/** Whether a folder is what another folder's setting names, such as `"functions": "src/convex"`. */
export function isSameFolder(base: string, relative: string, folder: string): boolean {
  return DISK != null && DISK.path.resolve(base, relative) === DISK.path.resolve(folder);
}

/** A path as people read it: relative to a folder, with forward slashes. */
export function showPath(folder: string, path: string): string {
  if (DISK == null) return path;
  return DISK.path.relative(folder, path).replaceAll(DISK.path.sep, "/") || ".";
}

/** A folder and all folders above it. */
export function* foldersUp(start: string): Generator<string> {
  const disk = diskOf(start);
  if (disk == null) return;
  for (let folder = start; ; folder = disk.path.dirname(folder)) {
    yield folder;
    if (disk.path.dirname(folder) === folder) return;
  }
}

/** Where a path leads once its links are followed; null where there is nothing. */
export function realPath(path: string): string | null {
  try {
    return diskOf(path)?.fs.realpathSync.native(path) ?? null;
  } catch {
    return null;
  }
}

/** The same for a path that may not exist yet: links are followed as far as it does. */
export function followLinks(path: string): string {
  const parent = dirname(path);
  return realPath(path) ?? (parent === path ? path : join(followLinks(parent), basename(path)));
}

/** Whether there is a file, a folder or anything else at a path. Links are followed. */
export function exists(path: string): boolean {
  return statusOf(path) != null;
}

/** Whether there is a file at a path. Links are followed. */
export function isFile(path: string): boolean {
  return statusOf(path)?.isFile() === true;
}

/** Whether there is a folder at a path. Links are followed. */
export function isFolder(path: string): boolean {
  return statusOf(path)?.isDirectory() === true;
}

function statusOf(path: string): Fs.Stats | null {
  try {
    return diskOf(path)?.fs.statSync(path) ?? null;
  } catch {
    // Nothing, a link to nothing, or a link in a circle.
    return null;
  }
}

/** The text of a file as it is, with its byte-order mark; null where it cannot be read. */
export function readText(file: string): string | null {
  return cached(texts, file, file, () => readFile(file));
}

/** The value of a JSON file; undefined where it cannot be read. Most programs skip a byte-order mark, and some take it for an error. */
export function readJson(file: string, mark: "an error" | "skipped" = "skipped"): unknown {
  const read = (text: string): unknown => parseJson(mark === "skipped" ? withoutMark(text) : text);
  return cached(values, `${mark}\0${file}`, file, () => read(readFile(file))) ?? undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A text without the byte-order mark at its start. */
export function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/u, "");
}

/**
 * An answer about a file, kept as long as the file does not change; null where it cannot be read. There may be thousands of files: the answer is
 * kept, not the text. `question` tells the answers about one file apart.
 */
export function ask(file: string, question: string, answer: (read: () => string) => boolean): boolean | null {
  return cached(answers, `${question}\0${file}`, file, () => answer(() => withoutMark(readFile(file))));
}

function readFile(file: string): string {
  // Reading a pipe would wait for somebody to write into it.
  if (DISK == null || !isFile(file)) throw new Error("This is not a file");
  return DISK.fs.readFileSync(file, "utf8");
}

/** The names in a folder, sorted. Links to files count as files, links to folders as neither: they may lead in circles. */
export interface Listing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

const NOTHING: Listing = { files: [], folders: [] };

/** What is in a folder; nothing where it cannot be read. */
export function listFolder(folder: string): Listing {
  return cached(listings, folder, folder, (disk) => list(folder, disk)) ?? NOTHING;
}

function list(folder: string, { fs }: Disk): Listing {
  const files: string[] = [];
  const folders: string[] = [];
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) folders.push(entry.name);
    else if (entry.isFile() || (entry.isSymbolicLink() && isFile(join(folder, entry.name)))) files.push(entry.name);
  }
  return { files: files.sort(), folders: folders.sort() };
}

/** A folder that a walk comes by. */
export interface Folder {
  readonly path: string;
  /** The way from the folder where the walk began, with `/` between names and at the end; empty for that folder itself. */
  readonly below: string;
  /** The names of its files, sorted. */
  readonly files: readonly string[];
  /** The names of the folders in it that the walk enters, sorted. */
  readonly folders: readonly string[];
}

/**
 * A folder and all folders below it, parents first, and in the order of their names or against it. Dependencies, build output and what is hidden are left out, except the folder itself. Links to
 * folders are not followed, so a walk cannot go in circles.
 */
export function* walk(start: string, order: "ascending" | "descending" = "ascending"): Generator<Folder> {
  const waiting = [{ path: start, below: "" }];
  for (let next = waiting.pop(); next != null; next = waiting.pop()) {
    const { path, below } = next;
    const { files, folders } = listFolder(path);
    const entered = folders.filter((name) => isSourceFolder(name, below));
    yield { path, below, files, folders: entered };
    const inner = entered.map((name) => ({ path: join(path, name), below: `${below}${name}/` }));
    waiting.push(...(order === "ascending" ? inner.reverse() : inner));
  }
}

/** Below these, a folder with a name from `NOT_SOURCE` belongs to the app: it may be part of a route. */
const SOURCE = /(?:^|\/)(?:app|pages|src)\//u;

const NOT_SOURCE = new Set(["dist", "build", "out", "coverage"]);

function isSourceFolder(name: string, below: string): boolean {
  return !name.startsWith(".") && name !== "node_modules" && (!NOT_SOURCE.has(name) || SOURCE.test(below));
}

interface Cached<T> {
  /** When it last changed, and its size: an editor may save twice within a tick of the clock. */
  readonly state: string;
  readonly value: T;
}

/** Editors run for days: an entry is as old as the file or the folder that it was read from. */
const texts = new Map<string, Cached<string>>();
const values = new Map<string, Cached<unknown>>();
const listings = new Map<string, Cached<Listing>>();
const answers = new Map<string, Cached<boolean>>();

/** How long a file that has changed may change again without a sign: the clocks of file systems tick that slowly. */
const TICK = 2_000;

/** What was read before, as long as nothing has changed; null where reading throws. */
function cached<T>(cache: Map<string, Cached<T>>, key: string, place: string, read: (disk: Disk) => T): T | null {
  const disk = diskOf(place);
  if (disk == null) return null;
  try {
    const { ctimeMs, ino, mtimeMs, size } = disk.fs.statSync(place);
    const state = [ctimeMs, ino, mtimeMs, size].join();
    const known = cache.get(key);
    if (known?.state === state) return known.value;
    const isSettled = Date.now() - Math.max(ctimeMs, mtimeMs) > TICK;
    const value = read(disk);
    if (isSettled) cache.set(key, { state, value });
    return value;
  } catch {
    return null;
  }
}
