import type { Invocation, Location, Log, Notification, Region, ReportingDescriptor, Result } from "sarif";
import plugin from "../index.js";
import { errorNotesOf } from "./report.js";
import type { LintFinding, NotChecked, Report } from "./report.js";

/**
 * The Static Analysis Results Interchange Format, for code scanning. Holds no text of any file, fixes included.
 *
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif({ base, files, groups, notChecked, version }: Report): string {
  const notes = errorNotesOf(groups).map(({ message, path, line }): Result => ({
    level: "error",
    message: { text: message },
    locations: [locationOf(base + path, { startLine: line })],
  }));
  const findings = files.flatMap(({ path, findings }) => findings.map((finding) => resultOf(finding, base + path)));
  const rules = [...new Set(findings.flatMap(({ ruleId }) => ruleId ?? []))].sort().map(descriptorOf);
  const driver = {
    name: plugin.meta.name,
    version,
    informationUri: "https://github.com/convex-authkit/eslint-plugin-convex-authkit",
    rules,
  };
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver },
        results: [...notes, ...findings],
        columnKind: "utf16CodeUnits",
        ...(notChecked.length > 0 && { invocations: [invocationOf(notChecked, base)] }),
      },
    ],
  };
  return `${JSON.stringify(log)}\n`;
}

function invocationOf(notChecked: readonly NotChecked[], base: string): Invocation {
  const toolExecutionNotifications = notChecked.map(({ path, line, reason }): Notification => ({
    level: "note",
    message: { text: reason },
    locations: [locationOf(base + path, { startLine: line })],
  }));
  return { executionSuccessful: true, toolExecutionNotifications };
}

function resultOf({ ruleId, severity, message, line, column, endLine, endColumn }: LintFinding, path: string): Result {
  const region: Region = {
    startLine: line,
    startColumn: column,
    ...(endLine != null && { endLine }),
    ...(endColumn != null && { endColumn }),
  };
  return {
    ...(ruleId != null && { ruleId }),
    level: severity,
    message: { text: message },
    locations: [locationOf(path, region)],
  };
}

function locationOf(path: string, region: Region): Location {
  return { physicalLocation: { artifactLocation: { uri: uriOf(path) }, region } };
}

/** A name may hold what means something else in a URI: `#`, `?`, or a colon that would end a scheme. */
function uriOf(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function descriptorOf(id: string): ReportingDescriptor {
  const docs = plugin.rules[id.slice(plugin.meta.namespace.length + 1)]?.meta?.docs;
  return {
    id,
    ...(docs?.description != null && { shortDescription: { text: `${docs.description}.` } }),
    ...(docs?.url != null && { helpUri: docs.url }),
  };
}
