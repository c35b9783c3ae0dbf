import { isAuthJsModule } from "../platform/auth-js.js";
import { basename, dirname, isFile, join, listFolder, readText } from "./disk.js";

/** The two names that Convex reads, in the functions folder only. */
export const READ_NAMES: ReadonlySet<string> = new Set(["auth.config.ts", "auth.config.js"]);

/**
 * The auth.config files directly in a folder, with any extension, whether Convex reads them or not. Those of Auth.js, which have the same name, are
 * left out: nothing is ever said about them.
 */
export function listAuthConfigs(folder: string, files = listFolder(folder).files): readonly string[] {
  return files
    .filter((name) => /^auth\.config\.(?:[cm]?[jt]s|[jt]sx)$/u.test(name))
    .map((name) => join(folder, name))
    .filter((path) => !importsSome(path, isAuthJsModule));
}

/**
 * Whether a file was plainly written for Convex, wherever it is. Asked about files that Convex does not read; a file of Auth.js need not import
 * anything, so the name alone says nothing.
 */
export function isMeantForConvex(path: string): boolean {
  const folder = dirname(path);
  const isInFunctions = basename(folder) === "convex" && !isFile(join(folder, "package.json"));
  return (
    isInFunctions ||
    importsSome(path, (source) => source === "convex/server") ||
    /\b(?:applicationID|customJwt)\b/u.test(readText(path) ?? "")
  );
}

// Text is enough here, and linear: a parser may fail on the file, which has to be reported as ours or not at all.
function importsSome(path: string, isMeant: (source: string) => boolean): boolean {
  const pieces = (readText(path) ?? "").split(/["'`]/u);
  return pieces.some((piece, index) => isMeant(piece) && opensImport(pieces[index - 1] ?? ""));
}

function opensImport(text: string): boolean {
  const line = text.slice(text.lastIndexOf("\n") + 1);
  return /\b(?:from|import|import\(|require\()[ \t]*$/u.test(line) && !/^[ \t]*(?:\/\/|\/?\*)/u.test(line);
}
