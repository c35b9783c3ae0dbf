import type { CheckedFile, Report } from "./report.js";

/** One JSON object on one line: for programs. Holds no text of any file, except for diffs. */
export function renderJson({ version, folder, created, reads, files, summary, fix }: Report): string {
  return `${JSON.stringify({ version, folder, ...(created !== null && { created }), reads, files: files.map((file) => renderFile(file, fix)), summary })}\n`;
}

function renderFile({ path, findings, fixed, diff }: CheckedFile, fix: boolean) {
  return { path, messages: findings, ...(fix && { fixed }), ...(diff !== "" && { diff }) };
}
