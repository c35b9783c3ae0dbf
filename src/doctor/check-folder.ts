import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import plugin from "../index.js";
import type { Options } from "./arguments.js";
import { type Check, checks } from "./checks.js";
import { compare } from "./compare.js";
import { CouldNotRun } from "./could-not-run.js";
import { describeReads } from "./describe-reads.js";
import { isFile, isFolder } from "./find-files.js";
import { writeAuthConfig } from "./init.js";
import { createLint, type Lint } from "./lint.js";
import { followLinks, showPath } from "./paths.js";
import { openProject } from "./project.js";
import { type CheckedFile, errorNotesOf, type Finding, type Group, type Report, type Summary } from "./report.js";
import { readSource, writeSource } from "./source-file.js";

const name = "npx eslint-plugin-convex-authkit";

/**
 * Does what the options ask for and reports it. Writes nothing but what `--fix` and `--init` are for.
 * Throws `CouldNotRun` when there is no verdict.
 */
export async function checkFolder(options: Options, cwd: string): Promise<Report> {
  const folder = openFolder(options.folder ?? ".", cwd);
  const lint = await createLint(folder);
  const created = options.init ? showPath(folder, writeAuthConfig(openProject(folder))) : null;
  const project = openProject(folder);
  const files = new Map<string, CheckedFile>();
  const steps: { readonly check: Check; readonly shown: Group["files"] }[] = [];
  for (const check of checks) {
    const shown: Group["files"] = [];
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
    command: options.folder === null ? name : `${name} ${quote(options.folder)}`,
    fix: options.fix,
    created,
    reads: remaining.backends.map((backend) => describeReads(folder, backend)),
    groups,
    files: [...files.values()],
    summary: summarise(groups),
  };
}

function baseOf(folder: string, cwd: string): string {
  const shown = showPath(followLinks(cwd), folder);
  return shown === "." ? "" : `${shown}/`;
}

function openFolder(typed: string, cwd: string): string {
  const path = resolve(cwd, typed);
  if (isFile(path)) throw new CouldNotRun(`${path} is a file. Name the folder of the app instead.`);
  if (!isFolder(path)) throw new CouldNotRun(`There is no folder ${path}.`);
  return realpathSync(path);
}

async function checkFile(lint: Lint, folder: string, path: string, { fix, diff }: Options): Promise<CheckedFile> {
  const shown = showPath(folder, path);
  const text = readSource(path);
  if (text === null) return { path: shown, findings: [unreadable], fixed: false, diff: "" };

  const before = { text, findings: await lint.find(path, text) };
  const after = fix || diff ? await lint.fix(path, text) : before;
  const changes = after.text !== before.text;
  if (fix && changes) writeSource(path, after.text);
  return {
    path: shown,
    findings: (fix ? after : before).findings,
    fixed: fix && changes,
    diff: diff && changes ? compare(shown, before.text, after.text) : "",
  };
}

const unreadable: Finding = {
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

// Double quotes are the ones that every shell knows, the one of Windows included.
function quote(text: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(text) ? text : `"${text.replaceAll(/["$`]/g, "\\$&")}"`;
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
