import { basename, join } from "node:path";
import { findBackends } from "../app/backends.js";
import type { Backend } from "../app/backends.js";
import { followLinks, isFile, isInside, walk } from "../app/disk.js";
import type { Folder } from "../app/disk.js";
import { isEnvFileName, readEnvFile } from "../env-file/content.js";
import { parseEnvFile } from "../env-file/parse.js";
import { EnvSourceCode } from "../env-file/source-code.js";
import { FRAMEWORKS, mayHandleCallback } from "../platform/frameworks.js";
import type { EnvFileContent, Part } from "../env-file/content.js";
import { CouldNotRun } from "./could-not-run.js";
import { readSource } from "./source-file.js";

/** What is known about a folder before any file is linted. All paths are absolute. */
export interface Project {
  /** Its real path. */
  readonly folder: string;
  readonly folders: readonly Folder[];
  readonly backends: readonly [Backend, ...Backend[]];
  /** The `.env` files that have to do with WorkOS. */
  readonly envFiles: readonly EnvFileAt[];
  /** The `convex.json` of each backend that has one. */
  readonly convexJsons: readonly string[];
  /** Files of Next.js routes that call AuthKit's handler. */
  readonly callbackRoutes: readonly string[];
}

export interface EnvFileAt {
  readonly path: string;
  readonly content: EnvFileContent;
  /** The line on which a part of it begins, from 1. */
  lineOf(part: Part): number;
}

/** Looks at a folder, given by its real path. Throws `CouldNotRun` where nothing in it has to do with Convex. */
export function openProject(folder: string): Project {
  const folders = [...walk(folder)];
  const [first, ...others] = findBackends(folder, folders);
  if (first == null) {
    throw new CouldNotRun(
      `Nothing in ${folder} has to do with Convex: no convex.json, no convex folder, no package.json that depends on convex.`,
    );
  }
  const backends: Project["backends"] = [first, ...others];
  const named = (isNamed: (name: string) => boolean): readonly string[] =>
    folders
      .flatMap(({ path, files }) => files.filter(isNamed).map((name) => join(path, name)))
      .filter((path) => isInside(folder, followLinks(path)));
  return {
    folder,
    folders,
    backends,
    envFiles: named(isEnvFileName).flatMap(openEnvFile),
    convexJsons: backends
      .map(({ root }) => join(root, "convex.json"))
      .filter((path) => isFile(path) && isInside(folder, followLinks(path))),
    callbackRoutes: named((name) => /^route\.[jt]sx?$/u.test(name)).filter((path) =>
      callsHandler(readSource(path) ?? ""),
    ),
  };
}

// An unreadable file may be one of ours: it is reported like any other that cannot be read.
function openEnvFile(path: string): readonly EnvFileAt[] {
  const text = readSource(path);
  if (text != null && !text.includes("WORKOS")) return [];
  const ast = parseEnvFile(text ?? "");
  const source = new EnvSourceCode(text ?? "", ast, false);
  return [
    { path, content: readEnvFile(basename(path), ast), lineOf: ({ range }) => source.getLocFromIndex(range[0]).line },
  ];
}

// `handleAuth` alone is also a function of Auth0.
function callsHandler(text: string): boolean {
  return text.includes(FRAMEWORKS.next.package) && mayHandleCallback(text, "next");
}
