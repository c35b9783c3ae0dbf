/** The command `oxlint`, on a folder that has the built plugin in its `node_modules`. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const command = join(import.meta.dirname, "../../node_modules/oxlint/bin/oxlint");

export interface OxlintReport {
  /** Relative to the folder, with slashes. */
  readonly path: string;
  /** `line:column-endLine:endColumn severity rule`, as the table of cases writes it. */
  readonly report: string;
  readonly message: string;
  /** The place as oxlint itself counts it, in bytes of the line. */
  readonly shown: string;
}

export interface OxlintRun {
  readonly exitCode: number;
  readonly reports: readonly OxlintReport[];
}

interface Output {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code: string;
    readonly severity: string;
    readonly filename: string;
    readonly labels: readonly {
      readonly span: {
        readonly offset: number;
        readonly length: number;
        readonly line: number;
        readonly column: number;
      };
    }[];
  }[];
}

/** Runs oxlint over a folder, by the configuration that lies in it, and reads its JSON. */
export async function lintWithOxlint(folder: string, ...options: string[]): Promise<OxlintRun> {
  const { exitCode, stdout, stderr } = await runOxlint(folder, "--format=json", ...options);
  if (!stdout.startsWith("{")) throw new Error(`oxlint failed:\n${stdout}${stderr}`);
  const { diagnostics } = JSON.parse(stdout) as Output;
  const reports = diagnostics.map(({ message, code, severity, filename, labels }): OxlintReport => {
    const [, rule = code] = /^convex-authkit\((.+)\)$/u.exec(code) ?? [];
    const { offset, length, line, column } = labels[0]?.span ?? { offset: 0, length: 0, line: 0, column: 0 };
    const bytes = readFileSync(join(folder, filename));
    const end = length === 0 ? "" : `-${placeAt(bytes, offset + length)}`;
    return {
      path: filename.replaceAll("\\", "/"),
      report: `${placeAt(bytes, offset)}${end} ${severity} ${rule}`,
      message,
      shown: `${String(line)}:${String(column)}`,
    };
  });
  return { exitCode, reports };
}

/** Line and column from 1, as ESLint counts them: a mark of the byte order is no character of the first line. */
function placeAt(bytes: Buffer, offset: number): string {
  const lines = bytes
    .subarray(0, offset)
    .toString("utf8")
    .replace(/^\uFEFF/u, "")
    .split("\n");
  return `${String(lines.length)}:${String((lines.at(-1) ?? "").length + 1)}`;
}

export function runOxlint(
  folder: string,
  ...options: string[]
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [command, ...options],
      { cwd: folder, timeout: 60_000, maxBuffer: 64 << 20 },
      (error, stdout, stderr) => {
        if (error == null) resolve({ exitCode: 0, stdout, stderr });
        else if (typeof error.code === "number") resolve({ exitCode: error.code, stdout, stderr });
        else reject(error);
      },
    );
  });
}
