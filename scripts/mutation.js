// Changes the source in small ways and expects a test to fail: folder by folder, each against its own tests.
import { spawnSync } from "node:child_process";
import { installWhatIsMissing, root } from "./install.js";

/**
 * The tests of each folder. Nearly every test reaches nearly every folder, but a folder has to be held by the tests that are
 * about it, and these take minutes where all take a day.
 *
 * @type {Record<string, string>}
 */
const testsOf = {
  platform: "tests/platform",
  "auth-config": "tests/auth-config",
  edit: "tests/edit",
  rules: "tests/rules",
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((folder) => !(folder in testsOf));
if (unknown.length > 0) {
  process.stderr.write(
    `Usage: npm run mutation -- [folder …]\n\nFolders of src: ${Object.keys(testsOf).join(", ")}; all of them if none is named.\n`,
  );
  process.exit(2);
}
installWhatIsMissing();
const folders = chosen.length > 0 ? chosen : Object.keys(testsOf);
const succeeded = folders.map((folder) => {
  process.stdout.write(`\n# src/${folder}, by ${testsOf[folder]}\n`);
  const options = ["--mutate", `src/${folder}/**/*.ts`, "--incrementalFile", `coverage/mutation-${folder}.json`];
  const stryker = spawnSync(
    process.execPath,
    ["node_modules/@stryker-mutator/core/bin/stryker.js", "run", ...options],
    {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, MUTATION_TESTS: testsOf[folder] },
    },
  );
  return stryker.status === 0;
});
process.exitCode = succeeded.every(Boolean) ? 0 : 1;
