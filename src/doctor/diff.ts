import { basename } from "node:path";
import { createTwoFilesPatch, FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff";
import { isEnvFileName } from "../env-file/content.js";
import { parseEnvFile } from "../env-file/parse.js";

/** What a fix changes in a file, as a unified diff. That of a `.env` file shows names and no values. */
export function diffOf(path: string, before: string, after: string): string {
  if (isEnvFileName(basename(path))) return diffOfEnvFile(path, before, after);
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, options);
}

function diffOfEnvFile(path: string, before: string, after: string): string {
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 0 });
  const names = new Set([before, after].flatMap(namesIn));
  const mask = (line: string): string => {
    // What diff says about a missing line end is not a line of the file.
    if (line.startsWith("\\")) return line;
    const [start = "", name = ""] = /^[+-]\s*(?:export\s+)?([\w.-]+)\s*[=:]/u.exec(line) ?? [];
    return names.has(name) ? `${start}…` : `${line.charAt(0)}…`;
  };
  const hunks = patch.hunks.map((hunk) => ({ ...hunk, lines: hunk.lines.map(mask) }));
  return formatPatch({ ...patch, hunks }, FILE_HEADERS_ONLY);
}

function namesIn(text: string): readonly string[] {
  return parseEnvFile(text).body.flatMap((node) => (node.type === "Assignment" ? [node.name.text] : []));
}
