// Runs everything that has to hold, all of it even when something fails, and counts it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countTests } from "./count-tests.js";
import { installWhatIsMissing, root } from "./install.js";

installWhatIsMissing();
const results = mkdtempSync(join(tmpdir(), "convex-authkit-"));
const report = join(results, "vitest.json");

const checks = [
  run("build", ["scripts/build.js"]),
  run("types", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json"]),
  run("lint", ["node_modules/eslint/bin/eslint.js", "."]),
  run("docs", ["scripts/docs.js", "--check"]),
];
const vitest = run("tests", [
  "node_modules/vitest/vitest.mjs",
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
]);
const tests = countTests(readReport(), vitest);
rmSync(results, { recursive: true });

const passed = tests.passed + checks.filter((succeeded) => succeeded).length;
const failed = tests.failed + checks.filter((succeeded) => !succeeded).length;
process.stdout.write(`\n${passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ""}\n`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @param {string} title
 * @param {string[]} command the script and its arguments
 */
function run(title, command) {
  process.stdout.write(`\n# ${title}\n`);
  return spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" }).status === 0;
}

/** What vitest's JSON reporter wrote, or null when it did not get that far. */
function readReport() {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return null;
  }
}
