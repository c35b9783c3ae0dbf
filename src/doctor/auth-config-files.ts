import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isFile, listFiles } from "./find-files.js";

/** The two names that Convex reads, in the functions folder only. */
export const readNames: ReadonlySet<string> = new Set(["auth.config.ts", "auth.config.js"]);

/**
 * The auth.config files directly in a folder, with any extension, whether Convex reads them or not.
 * Those of Auth.js (NextAuth), which bear the same name, are left out: never a word about them.
 */
export function listAuthConfigs(folder: string, files = listFiles(folder)): string[] {
  return files
    .filter((name) => /^auth\.config\.(?:[cm]?[jt]s|[jt]sx)$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => !importsFrom(path, /^(?:next-auth(?:\/|$)|@auth\/)/));
}

/**
 * Was the file plainly written for Convex, wherever it lies? Asked about files that Convex does not
 * read; an Auth.js file need not import anything, so that the name alone is no sign.
 */
export function isMeantForConvex(path: string): boolean {
  const folder = dirname(path);
  const inFunctions = basename(folder) === "convex" && !isFile(join(folder, "package.json"));
  return inFunctions || importsFrom(path, /^convex\/server$/) || /\b(?:applicationID|customJwt)\b/.test(readText(path));
}

// Text is enough here, and linear: a parser may fail on the file, which has to be reported as ours or not at all.
function importsFrom(path: string, source: RegExp): boolean {
  const pieces = readText(path).split(/["'`]/);
  return pieces.some((piece, index) => source.test(piece) && opensImport(pieces[index - 1] ?? ""));
}

function opensImport(text: string): boolean {
  const line = text.slice(text.lastIndexOf("\n") + 1);
  return /\b(?:from|import|import\(|require\()[ \t]*$/.test(line) && !/^[ \t]*(?:\/\/|\/?\*)/.test(line);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
