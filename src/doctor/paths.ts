import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";

/** Is `path` the folder itself or something beneath it? Both are absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** `path` as a person reads it: relative to the folder, with forward slashes. */
export function showPath(folder: string, path: string): string {
  return relative(folder, path).replaceAll(sep, "/") || ".";
}

/** Where `path` really lies once its links are followed, also for a path that does not exist yet. */
export function followLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return join(followLinks(dirname(path)), basename(path));
  }
}
