import { errorNotesOf } from "./report.js";
import type { CheckedFile, Report } from "./report.js";

/** One JSON object on one line: for programs. Holds no text of any file, except for diffs. */
export function renderJson(report: Report): string {
  const { version, folder, created, reads, groups, files, notChecked, summary, fix } = report;
  const notes = errorNotesOf(groups).map(({ message, path, line }) => ({ severity: "error", message, path, line }));
  const rendered = files.map((file) => renderFile(file, fix));
  return `${JSON.stringify({ version, folder, ...(created != null && { created }), reads, notes, files: rendered, notChecked, summary })}\n`;
}

function renderFile({ path, findings, fixed, diff }: CheckedFile, fix: boolean) {
  return { path, messages: findings, ...(fix && { fixed }), ...(diff !== "" && { diff }) };
}
