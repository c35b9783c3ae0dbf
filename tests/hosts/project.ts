import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ESLint as LatestESLint, Linter } from "eslint";

const root = join(import.meta.dirname, "../..");

/** The versions of ESLint that are installed side by side. */
export const versions = ["eslint-9-15", "eslint9", "eslint"] as const;

export type Version = (typeof versions)[number];

export async function loadEngine(version: Version): Promise<typeof LatestESLint> {
  const { ESLint } = (await import(version)) as { ESLint: typeof LatestESLint };
  return ESLint;
}

/** What a project of a user has in its `node_modules`: the built plugin among them. */
export interface Installed {
  readonly version: Version;
  readonly packages?: readonly string[];
}

/** A project on disk, as somebody has it who installed the plugin. To be removed with `remove`. */
export class HostProject {
  readonly folder: string;
  readonly #version: Version;

  constructor({ version, packages = [] }: Installed, files: Record<string, string>) {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), "convex-authkit-host-")));
    this.#version = version;
    this.#link("eslint-plugin-convex-authkit", root);
    this.#link("eslint", join(root, "node_modules", version));
    for (const name of packages) this.#link(name, join(root, "node_modules", name));
    for (const [name, text] of Object.entries({
      "package.json": '{ "type": "commonjs" }',
      ".git/HEAD": "",
      ...files,
    })) {
      const path = join(this.folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }

  #link(name: string, target: string): void {
    const path = join(this.folder, "node_modules", name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path, "dir");
  }

  /** Lints the whole folder as the command `eslint .` does, by the project's own configuration. */
  async lint(options: LatestESLint.Options = {}): Promise<HostResult[]> {
    const Engine = await loadEngine(this.#version);
    const eslint = new Engine({ cwd: this.folder, ...options });
    const results = await eslint.lintFiles(["."]);
    return results.map(({ filePath, messages, output }) => ({
      path: filePath.slice(this.folder.length + 1).replaceAll("\\", "/"),
      reports: messages.map(describeReport),
      messages,
      output,
    }));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface HostResult {
  readonly path: string;
  readonly reports: readonly string[];
  readonly messages: readonly Linter.LintMessage[];
  readonly output: string | undefined;
}

function describeReport({
  ruleId,
  severity,
  line,
  column,
  endLine,
  endColumn,
  fix,
  suggestions,
  message,
}: Linter.LintMessage): string {
  const end = endLine == null ? "" : `-${String(endLine)}:${String(endColumn)}`;
  const count = suggestions?.length ?? 0;
  const repair = fix != null ? ", fix" : count > 0 ? `, ${String(count)} suggestion${count > 1 ? "s" : ""}` : "";
  return `${String(line)}:${String(column)}${end} ${severity === 2 ? "error" : "warning"} ${ruleId?.replace("convex-authkit/", "") ?? message}${repair}`;
}
