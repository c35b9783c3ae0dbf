import { type Backend, findBackends } from "./backends.js";
import { CouldNotRun } from "./could-not-run.js";
import { findFolders, type Folder } from "./find-files.js";

/** What is known about a folder before any file is linted. */
export interface Project {
  /** Its real path. */
  readonly folder: string;
  readonly folders: Folder[];
  readonly backends: [Backend, ...Backend[]];
}

/** Looks at a folder, given by its real path. Throws `CouldNotRun` where nothing in it has to do with Convex. */
export function openProject(folder: string): Project {
  const folders = findFolders(folder);
  const [first, ...others] = findBackends(folder, folders);
  if (first === undefined) {
    throw new CouldNotRun(
      `Nothing in ${folder} has to do with Convex: no convex.json, no convex folder, no package.json that depends on convex.`,
    );
  }
  return { folder, folders, backends: [first, ...others] };
}
