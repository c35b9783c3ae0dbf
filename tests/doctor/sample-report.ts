import type { CheckedFile, Group, LintFinding, Reading, Report } from "../../src/doctor/report.js";

export type SampleChanges = Partial<Omit<Report, "groups">> & { groups?: (Group & { files: CheckedFile[] })[] };

export const error: LintFinding = {
  ruleId: "convex-authkit/valid-jwks",
  severity: "error",
  message: "The JWKS URL names no client.",
  line: 9,
  column: 13,
  endLine: 9,
  endColumn: 40,
  fixable: true,
  suggestions: [],
};

export const warning: LintFinding = {
  ruleId: "convex-authkit/no-hardcoded-client-id",
  severity: "warning",
  message: "This client ID is fixed.",
  line: 12,
  column: 7,
  endLine: 12,
  endColumn: 9,
  fixable: false,
  suggestions: ["Read `WORKOS_CLIENT_ID`."],
};

/** A report of one auth.config, with changes. The files are those of the groups, unless the changes say something else. */
export function sampleReport({ groups, ...changes }: SampleChanges = {}): Report {
  const reading: Reading = {
    backend: ".",
    functions: "convex",
    files: ["convex/auth.config.ts"],
    ignored: [],
    error: false,
    message: "Convex reads convex/auth.config.ts.",
  };
  const file = { path: "convex/auth.config.ts", findings: [error, warning], fixed: false, diff: "" };
  const shown = groups ?? [{ title: "auth.config", notes: [reading], files: [file] }];
  return {
    version: "1.2.3",
    folder: "/app",
    base: "",
    command: "npx eslint-plugin-convex-authkit",
    fix: false,
    created: null,
    reads: [reading],
    groups: shown,
    files: shown.flatMap(({ files }) => files),
    notChecked: [],
    summary: { errors: 1, warnings: 1, fixable: 1 },
    ...changes,
  };
}
