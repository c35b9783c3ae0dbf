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
import type { Project } from "./project.js";
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
  const files = new Map<string, CheckedFile>();
  const steps: { readonly check: Check; readonly shown: readonly ShownFile[] }[] = [];
  for (const check of CHECKS) {
    const shown: ShownFile[] = [];
    for (const path of check.files(project)) {
      const file = files.get(path) ?? (await checkFile(lint, folder, path, options));
      files.set(path, file);
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
    files: [...files.values()],
    notChecked: await findNotChecked(lint, folder, remaining),
    summary: summarise(groups),
  };
}

async function findNotChecked(lint: Lint, folder: string, { backends }: Project): Promise<readonly NotChecked[]> {
  const found: NotChecked[] = [];
  for (const path of new Set(backends.flatMap(({ reads }) => reads))) {
    const text = readSource(path);
    const lines = text == null ? [] : await lint.findUnread(path, text);
    const reason = "The code there is not followed.";
    found.push(...lines.map((line) => ({ path: showPath(folder, path), line, reason })));
  }
  return found;
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

async function checkFile(lint: Lint, folder: string, path: string, { fix, diff }: Options): Promise<CheckedFile> {
  const shown = showPath(folder, path);
  const text = readSource(path);
  if (text == null) return { path: shown, findings: [UNREADABLE], fixed: false, diff: "" };

  const before = { text, findings: await lint.find(path, text) };
  const after = fix || diff ? await lint.fix(path, text) : before;
  const changes = after.text !== before.text;
  if (fix && changes) writeSource(path, after.text);
  return {
    path: shown,
    findings: (fix ? after : before).findings,
    fixed: fix && changes,
    diff: diff && changes ? diffOf(shown, before.text, after.text) : "",
  };
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
