import type { Backend } from "../app/backends.js";
import { isFolder, join, showPath } from "../app/disk.js";
import type { Reading } from "./report.js";

const LIST = new Intl.ListFormat("en");

/** Says which auth.config Convex reads in a backend, and what it passes over. */
export function whatConvexReads(folder: string, backend: Backend): Reading {
  const show = (path: string): string => showPath(folder, path);
  const { functions, problem } = backend;
  const files = backend.reads.map(show);
  const ignored = backend.ignored.map(show);
  const known = { backend: show(backend.root), files, ignored };
  if (functions == null)
    return { ...known, functions, error: true, message: problem, path: show(backend.cause), line: 1 };
  const where = show(functions);
  const said = { ...known, functions: where, message: describe(where, files, ignored, isFolder(functions)) };
  if (files.length > 0) return { ...said, error: false };
  const [misplaced = show(join(functions, "auth.config.ts"))] = ignored;
  return { ...said, error: true, path: misplaced, line: 1 };
}

function describe(functions: string, files: readonly string[], ignored: readonly string[], isThere: boolean): string {
  const passedOver = ignored.length > 0 ? ` It never looks at ${LIST.format(ignored)}` : "";
  if (files.length > 1) return `Convex refuses the push: ${LIST.format(files)} both exist. Keep one of them.`;
  if (files.length === 1) return `Convex reads ${LIST.format(files)}.${passedOver && `${passedOver}.`}`;

  const missing = `No auth.config.ts in ${functions}/: Convex accepts no token at all.`;
  if (passedOver) return `${missing}${passedOver}: move the providers to ${functions}/auth.config.ts.`;
  return isThere ? missing : `${missing} If the functions live in another folder, check that one.`;
}
