import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** A folder and the names of the files that lie directly in it, sorted. */
export interface Folder {
  readonly path: string;
  readonly files: string[];
}

const notSource = new Set(["node_modules", "dist", "build", "out", "coverage"]);

/**
 * Reads the folder and all folders beneath it, parents first. Dependencies, build output and folders
 * whose name starts with a dot are left out, but never the folder that was asked for. Linked folders
 * are not entered, so that no loop is possible; folders that cannot be read count as empty.
 */
export function findFolders(start: string): Folder[] {
  const found: Folder[] = [];
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const { files, folders } = readEntries(path);
    found.push({ path, files });
    for (const name of folders.reverse()) {
      if (!name.startsWith(".") && !notSource.has(name)) waiting.push(join(path, name));
    }
  }
  return found;
}

/** The names of the files directly in `path`, sorted; none when it cannot be read. */
export function listFiles(path: string): string[] {
  return readEntries(path).files;
}

function readEntries(path: string): { files: string[]; folders: string[] } {
  const files: string[] = [];
  const folders: string[] = [];
  for (const entry of entriesOf(path)) {
    if (entry.isDirectory()) folders.push(entry.name);
    else if (entry.isFile() || isFile(join(path, entry.name))) files.push(entry.name);
  }
  return { files: files.sort(), folders: folders.sort() };
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Is there a file at `path`, also behind a link? */
export function isFile(path: string): boolean {
  return statusOf(path)?.isFile() ?? false;
}

/** Is there a folder at `path`, also behind a link? */
export function isFolder(path: string): boolean {
  return statusOf(path)?.isDirectory() ?? false;
}

function statusOf(path: string) {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
