import { type CheckedFile, errorNotesOf, type Report } from "./report.js";

/** One JSON object on one line: for programs. Holds no text of any file, except for diffs. */
export function renderJson({ version, folder, created, reads, groups, files, summary, fix }: Report): string {
  const notes = errorNotesOf(groups).map(({ message, path, line }) => ({ severity: "error", message, path, line }));
  const rendered = files.map((file) => renderFile(file, fix));
  return `${JSON.stringify({ version, folder, ...(created !== null && { created }), reads, notes, files: rendered, summary })}\n`;
}

function renderFile({ path, findings, fixed, diff }: CheckedFile, fix: boolean) {
  return { path, messages: findings, ...(fix && { fixed }), ...(diff !== "" && { diff }) };
}
