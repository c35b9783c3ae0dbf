import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** @typedef {"wall" | "processor"} Clock */
/** @typedef {{ wall: number, processor: number, stdout: string }} Run times are milliseconds */

/** What a run is measured by. */
export const clocks = /** @type {readonly Clock[]} */ (["wall", "processor"]);

const preload = pathToFileURL(join(import.meta.dirname, "report-processor-time.js")).href;

/**
 * Runs a script in a Node process of its own. Throws when it does not end as expected: what fails early is fast.
 *
 * @param {readonly string[]} command the script and its arguments
 * @param {{ cwd?: string, exitCode?: number }} [options]
 * @returns {Run}
 */
export function runFresh(command, { cwd = process.cwd(), exitCode = 0 } = {}) {
  const start = performance.now();
  const { status, output } = spawnSync(process.execPath, ["--import", preload, ...command], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const wall = performance.now() - start;
  const [, stdout = "", stderr, processor] = output.map(String);
  if (status !== exitCode) throw new Error(`${command.join(" ")} ended with ${status}\n${stdout}${stderr}`);
  return { wall, processor: Number(processor), stdout };
}
