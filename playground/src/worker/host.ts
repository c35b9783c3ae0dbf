/**
 * What the plugin asks of Node, for a page: a disk that is kept in memory, paths, and modules that are loaded already.
 *
 * Imported first: the plugin looks for its disk while it is loaded.
 */
import path from "path-browserify";

interface File {
  readonly text: string;
  /** Grows with each change of any file, in place of a date. */
  readonly version: number;
}

const files = new Map<string, File>();
let version = 0;

/** Puts a file on the disk, by its absolute path. */
export function writeFile(file: string, text: string): void {
  if (files.get(file)?.text === text) return;
  version += 1;
  files.set(file, { text, version });
}

/** Leaves nothing on the disk but the files that are named. */
export function removeAllBut(kept: ReadonlySet<string>): void {
  for (const file of files.keys()) {
    if (kept.has(file)) continue;
    version += 1;
    files.delete(file);
  }
}

const modules = new Map<string, unknown>();

/** Lets the plugin `require` a module that has been imported. */
export function provideModule(name: string, module: unknown): void {
  modules.set(name, module);
}

/** What the paths of all files in a folder begin with. */
function startOf(folder: string): string {
  return folder.endsWith("/") ? folder : `${folder}/`;
}

function isFolder(name: string): boolean {
  return [...files.keys()].some((file) => file.startsWith(startOf(name)));
}

function missing(name: string): Error {
  return new Error(`There is no ${name}`);
}

function statSync(name: string) {
  const file = files.get(name);
  if (file == null && !isFolder(name)) throw missing(name);
  const changed = file?.version ?? version;
  return { ctimeMs: changed, mtimeMs: changed, ino: 0, size: file?.text.length ?? 0, isFile: () => file != null };
}

function readFileSync(name: string): string {
  const file = files.get(name);
  if (file == null) throw missing(name);
  return file.text;
}

function readdirSync(folder: string) {
  if (!isFolder(folder)) throw missing(folder);
  const start = startOf(folder);
  const below = [...files.keys()].filter((file) => file.startsWith(start)).map((file) => file.slice(start.length));
  return [...new Set(below.map((file) => file.replace(/\/.*/su, "")))].map((name) => ({
    name,
    isFile: () => files.has(start + name),
    isDirectory: () => !files.has(start + name),
    isSymbolicLink: () => false,
  }));
}

function realpath(name: string): string {
  if (!files.has(name) && !isFolder(name)) throw missing(name);
  return name;
}

const fs = {
  existsSync: (name: string) => files.has(name) || isFolder(name),
  readFileSync,
  readdirSync,
  realpathSync: { native: realpath },
  statSync,
};

function createRequire() {
  const require = (name: string): unknown => {
    if (!modules.has(name)) throw missing(name);
    return modules.get(name);
  };
  // Everything is there once, under its own name.
  return Object.assign(require, { resolve: (name: string) => name, cache: {} });
}

const builtins: Readonly<Record<string, unknown>> = {
  "node:fs": fs,
  "node:path": path,
  "node:module": { createRequire },
};

Object.assign(globalThis, {
  process: {
    env: {},
    argv: [],
    platform: "browser",
    cwd: () => "/",
    getBuiltinModule: (name: string) => builtins[name],
  },
});
