import { errorNotesOf } from "./report.js";
import type { Report } from "./report.js";

/**
 * Workflow commands that GitHub shows beside the lines of a pull request.
 *
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function renderGithub({ base, files, groups, notChecked }: Report): string {
  const notes = errorNotesOf(groups).map(({ path, line, title, message }) =>
    command("error", { file: base + path, line, title }, message),
  );
  const findings = files.flatMap(({ path, findings }) =>
    findings.map(({ severity, line, column, endLine, endColumn, ruleId, message }) =>
      command(severity, { file: base + path, line, endLine, col: column, endColumn, title: ruleId }, message),
    ),
  );
  const unread = notChecked.map(({ path, line, reason }) =>
    command("notice", { file: base + path, line, title: "Not checked" }, reason),
  );
  return [...notes, ...findings, ...unread].map((line) => `${line}\n`).join("");
}

function command(name: string, properties: Record<string, number | string | null>, message: string): string {
  const list = Object.entries(properties)
    .filter(([, value]) => value != null)
    .map(([key, value]) => `${key}=${escape(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`)
    .join(",");
  return `::${name} ${list}::${escape(message)}`;
}

function escape(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
