import { join } from "node:path";
import type { Backend } from "./backends.js";
import { isFolder } from "./find-files.js";
import { showPath } from "./paths.js";
import type { Reading } from "./report.js";

const list = new Intl.ListFormat("en");

/** Says which auth.config Convex reads in a backend, and what it passes over. */
export function describeReads(folder: string, backend: Backend): Reading {
  const show = (path: string) => showPath(folder, path);
  const { functions, problem } = backend;
  const files = backend.reads.map(show);
  const ignored = backend.ignored.map(show);
  const known = { backend: show(backend.root), files, ignored };
  if (functions === null)
    return { ...known, functions, error: true, message: problem, path: show(backend.cause), line: 1 };
  const where = show(functions);
  const said = { ...known, functions: where, message: describe(where, files, ignored, isFolder(functions)) };
  if (files.length > 0) return { ...said, error: false };
  const [misplaced = show(join(functions, "auth.config.ts"))] = ignored;
  return { ...said, error: true, path: misplaced, line: 1 };
}

function describe(functions: string, files: string[], ignored: string[], exists: boolean): string {
  const passedOver = ignored.length > 0 ? ` It never looks at ${list.format(ignored)}` : "";
  if (files.length > 1) return `Convex refuses the push: ${list.format(files)} both exist. Keep one of them.`;
  if (files.length === 1) return `Convex reads ${list.format(files)}.${passedOver && `${passedOver}.`}`;

  const missing = `No auth.config.ts in ${functions}/: Convex accepts no token at all.`;
  if (passedOver) return `${missing}${passedOver}: move the providers to ${functions}/auth.config.ts.`;
  return exists ? missing : `${missing} If the functions live in another folder, check that one.`;
}
