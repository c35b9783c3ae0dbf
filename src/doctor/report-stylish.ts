import { styleText } from "node:util";
import type { Terminal } from "./formats.js";
import { MANUAL_CHECKS } from "./manual-checks.js";
import type { Group, LintFinding, Note, Report, ShownFile } from "./report.js";

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** For a person at a terminal: what was found, what no file can show, and what to do next. */
export function renderStylish(report: Report, { colour }: Terminal): string {
  const paint: Paint = (style, text) =>
    colour && text !== "" ? styleText(style, text, { validateStream: false }) : text;
  const paragraphs = [
    ...(report.created == null ? [] : [`Wrote ${printable(report.created)}.`]),
    ...report.groups.flatMap((group) => renderGroup(group, paint)),
    ...renderChanges(report, colour, paint),
    ...renderNotChecked(report, paint),
    renderManualChecks(paint),
    `${renderTotals(report, paint)}\n${renderNextSteps(report)}`,
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function renderGroup({ title, notes, files }: Group, paint: Paint): readonly string[] {
  const heading = [paint("bold", title), ...notes.map((note) => renderNote(note, paint))].join("\n");
  return [heading, ...files.filter(({ findings }) => findings.length > 0).map((file) => renderFile(file, paint))];
}

function renderNote({ error, message }: Note, paint: Paint): string {
  return `  ${error ? `${paint("red", "error")}  ` : ""}${printable(message)}`;
}

function renderFile({ path, findings }: ShownFile, paint: Paint): string {
  const widest = (textOf: (finding: LintFinding) => string) =>
    findings.reduce((width, finding) => Math.max(width, textOf(finding).length), 0);
  const lineWidth = widest(({ line }) => String(line));
  const columnWidth = widest(({ column }) => String(column));
  const severityWidth = widest(({ severity }) => severity);
  const messageWidth = widest(({ message }) => printable(message));
  const rows = findings.map(({ line, column, severity, message, ruleId }) =>
    [
      `    ${paint("dim", `${String(line).padStart(lineWidth)}:${String(column).padEnd(columnWidth)}`)}`,
      paint(severity === "error" ? "red" : "yellow", severity.padEnd(severityWidth)),
      printable(message).padEnd(messageWidth),
      paint("dim", ruleId ?? ""),
    ]
      .join("  ")
      .trimEnd(),
  );
  return [`  ${paint("underline", printable(path))}`, ...rows].join("\n");
}

function renderChanges({ fix, files }: Report, colour: boolean, paint: Paint): readonly string[] {
  const repaired = files.filter(({ fixed }) => fixed).map(({ path }) => `Repaired ${printable(path)}.`);
  // What is piped into another program has to stay as it is.
  const diffs = files
    .filter(({ diff }) => diff !== "")
    .map(({ diff }) => diff.replace(/\n$/u, ""))
    .map((diff) => (colour ? paintDiff(diff, paint) : diff));
  return [
    ...(repaired.length > 0 ? [repaired.join("\n")] : []),
    ...(diffs.length > 0 && !fix ? [paint("bold", "What --fix would change")] : []),
    ...diffs,
  ];
}

function paintDiff(diff: string, paint: Paint): string {
  const paintLine = (line: string) => {
    if (line.startsWith("+")) return paint("green", line);
    if (line.startsWith("-")) return paint("red", line);
    return line;
  };
  return diff
    .split("\n")
    .map((line) => paintLine(printable(line.replace(/\r$/u, ""))))
    .join("\n");
}

function renderNotChecked({ notChecked }: Report, paint: Paint): readonly string[] {
  if (notChecked.length === 0) return [];
  const lines = notChecked.map(({ path, line, reason }) => `  ${printable(path)}:${line}  ${reason}`);
  return [[paint("bold", "Not checked"), ...lines].join("\n")];
}

function renderManualChecks(paint: Paint): string {
  const lines = MANUAL_CHECKS.flatMap(({ command, look }) => [`  ${paint("cyan", command)}`, `    ${look}`]);
  return [paint("bold", "What no file can show"), ...lines].join("\n");
}

function renderTotals({ fix, notChecked, summary }: Report, paint: Paint): string {
  const { errors, fixable, warnings } = summary;
  const problems = errors + warnings;
  if (problems === 0 && notChecked.length > 0) {
    const were = notChecked.length === 1 ? "was" : "were";
    return `No problems found in what was checked; ${count(notChecked.length, "place")} ${were} not checked.`;
  }
  if (problems === 0) return paint("green", "No problems found.");
  const totals = `${count(problems, "problem")} (${count(errors, "error")}, ${count(warnings, "warning")}).`;
  const repair = fixable > 0 && !fix ? ` ${fixable} can be repaired with --fix.` : "";
  return paint(errors > 0 ? "red" : "yellow", totals) + repair;
}

function renderNextSteps({ command, created, files, fix, reads, summary }: Report): string {
  const changed = created != null || files.some(({ fixed }) => fixed);
  const lacking = reads.filter((reading) => reading.functions != null && reading.files.length === 0);
  const canInit = lacking.length === 1 && lacking.every(({ ignored }) => ignored.length === 0);
  const steps = [
    summary.fixable > 0 && !fix && `${command} --fix`,
    canInit && `${command} --init`,
    created != null && "npx convex env set WORKOS_CLIENT_ID <client id> --prod",
    changed && "npx convex deploy",
  ].filter((step) => step !== false);
  if (steps.length === 0) return summary.errors > 0 ? "Next: correct the errors above." : "Next: the commands above.";
  return ["Next:", ...steps.map((step) => `  ${step}`)].join("\n");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** A name of a file may hold control characters, which would do things to the terminal. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t]/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
