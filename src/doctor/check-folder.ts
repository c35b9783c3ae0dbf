import { resolve } from "node:path";
import { followLinks, isFile, isFolder, showPath } from "../app/disk.js";
import plugin from "../index.js";
import type { Options } from "./arguments.js";
import { CHECKS } from "./checks.js";
import type { Check } from "./checks.js";
import { CouldNotRun } from "./could-not-run.js";
import { diffOf } from "./diff.js";
import { writeAuthConfig } from "./init.js";
import { createLint } from "./lint.js";
import type { Lint } from "./lint.js";
import { openProject } from "./project.js";
import { errorNotesOf } from "./report.js";
import type { CheckedFile, Group, LintFinding, NotChecked, Report, ShownFile, Summary } from "./report.js";
import { readSource, writeSource } from "./source-file.js";
import { whatConvexReads } from "./what-convex-reads.js";

const COMMAND = "npx eslint-plugin-convex-authkit";

/**
 * Does what the options ask for and reports it. Writes nothing but what `--fix` and `--init` are for. Throws `CouldNotRun` when there is no verdict.
 */
export async function checkFolder(options: Options, cwd: string): Promise<Report> {
  const folder = openFolder(options.folder ?? ".", cwd);
  const lint = await createLint(folder);
  const created = options.init ? showPath(folder, writeAuthConfig(openProject(folder))) : null;
  const project = openProject(folder);
  const checked = new Map<string, Checked>();
  const steps: { readonly check: Check; readonly shown: readonly ShownFile[] }[] = [];
  for (const check of CHECKS) {
    const shown: ShownFile[] = [];
    for (const path of check.files(project)) {
      const known = checked.get(path) ?? (await checkFile(lint, folder, path, options));
      checked.set(path, known);
      const { file } = known;
      shown.push({ path: file.path, findings: file.findings.filter((finding) => check.takes(finding, path)) });
    }
    steps.push({ check, shown });
  }
  // A value that could not be compared before may be one that can now.
  const remaining = options.fix ? openProject(folder) : project;
  const groups = steps.map(({ check, shown }): Group => ({
    title: check.title,
    notes: check.notes(remaining),
    files: shown,
  }));
  return {
    version: plugin.meta.version,
    folder,
    base: baseOf(folder, cwd),
    command: options.folder == null ? COMMAND : `${COMMAND} ${quote(options.folder)}`,
    fix: options.fix,
    created,
    reads: remaining.backends.map((backend) => whatConvexReads(folder, backend)),
    groups,
    files: [...checked.values()].map(({ file }) => file),
    notChecked: [...new Set(remaining.backends.flatMap(({ reads }) => reads))].flatMap((path) =>
      notCheckedIn(checked.get(path)),
    ),
    summary: summarise(groups),
  };
}

/** A file, and the lines of it that the rules cannot read. */
interface Checked {
  readonly file: CheckedFile;
  readonly unread: readonly number[];
}

function notCheckedIn(checked: Checked | undefined): readonly NotChecked[] {
  if (checked == null) return [];
  const { file, unread } = checked;
  return unread.map((line) => ({ path: file.path, line, reason: "The code there is not followed." }));
}

function baseOf(folder: string, cwd: string): string {
  const shown = showPath(followLinks(cwd), folder);
  return shown === "." ? "" : `${shown}/`;
}

function openFolder(typed: string, cwd: string): string {
  const path = resolve(cwd, typed);
  if (isFile(path)) throw new CouldNotRun(`${path} is a file. Name the folder of the app instead.`);
  if (!isFolder(path)) throw new CouldNotRun(`There is no folder ${path}.`);
  return followLinks(path);
}

async function checkFile(lint: Lint, folder: string, path: string, { fix, diff }: Options): Promise<Checked> {
  const shown = showPath(folder, path);
  const text = readSource(path);
  if (text == null) return { file: { path: shown, findings: [UNREADABLE], fixed: false, diff: "" }, unread: [] };

  const before = await lint.find(path, text);
  const after = fix || diff ? await lint.fix(path, before) : before;
  const changes = after.text !== before.text;
  if (fix && changes) writeSource(path, after.text);
  const { findings, unread } = fix ? after : before;
  const changed = diff && changes ? diffOf(shown, before.text, after.text) : "";
  return { file: { path: shown, findings, fixed: fix && changes, diff: changed }, unread };
}

const UNREADABLE: LintFinding = {
  ruleId: null,
  severity: "error",
  message: "This file cannot be read as UTF-8 text.",
  line: 1,
  column: 1,
  endLine: null,
  endColumn: null,
  fixable: false,
  suggestions: [],
};

// Double quotes are the ones that every shell knows, that of Windows included.
function quote(text: string): string {
  return /^[\w@%+=:,./\\-]+$/u.test(text) ? text : `"${text.replaceAll(/["$`]/gu, "\\$&")}"`;
}

function summarise(groups: readonly Group[]): Summary {
  const findings = groups.flatMap(({ files }) => files).flatMap((file) => file.findings);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return {
    errors: errors + errorNotesOf(groups).length,
    warnings: findings.length - errors,
    fixable: findings.filter(({ fixable }) => fixable).length,
  };
}
