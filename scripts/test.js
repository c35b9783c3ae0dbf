// Runs everything that has to hold, all of it even when something fails, and counts it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countTests } from "./count-tests.js";
import { installWhatIsMissing, root } from "./install.js";

installWhatIsMissing();
const results = mkdtempSync(join(tmpdir(), "convex-authkit-"));

const checks = [
  run("build", ["scripts/build.js"]),
  run("types", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json"]),
  run("types of the playground", ["node_modules/typescript/bin/tsc", "-p", "playground/tsconfig.json"]),
  run("lint", ["node_modules/eslint/bin/eslint.js", "."]),
  run("format", ["node_modules/prettier/bin/prettier.cjs", "--check", "."]),
  run("docs", ["scripts/docs.js", "--check"]),
];
// Measuring what the tests cover makes everything slower, and what is generated must not hide what no test of a rule covers.
const generated = ["tests/proof/", "tests/robustness/"];
const suites = [
  runTests("tests", ["--coverage", ...generated.map((folder) => `--exclude=${folder}**`)]),
  runTests("proof and robustness", generated),
];
rmSync(results, { recursive: true });

const passed = sum(suites.map((suite) => suite.passed)) + checks.filter((succeeded) => succeeded).length;
const failed = sum(suites.map((suite) => suite.failed)) + checks.filter((succeeded) => !succeeded).length;
const skipped = sum(suites.map((suite) => suite.skipped));
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @param {string} title
 * @param {string[]} command the script and its arguments
 */
function run(title, command) {
  process.stdout.write(`\n# ${title}\n`);
  return spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" }).status === 0;
}

/**
 * @param {string} title
 * @param {string[]} options of vitest
 */
function runTests(title, options) {
  const report = join(results, `${title}.json`);
  const succeeded = run(title, [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...options,
  ]);
  return countTests(readReport(report), succeeded);
}

/**
 * What vitest's JSON reporter wrote, or null when it did not get that far.
 *
 * @param {string} path
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
