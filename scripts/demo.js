// Shows what a person with a broken app sees: the doctor's findings, then what it would repair.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { installWhatIsMissing, root } from "./install.js";

const example = "examples/next-authkit-broken";

installWhatIsMissing();
const build = spawnSync(process.execPath, [join(root, "scripts/build.js")], { stdio: "inherit" });
// The app is broken, and the doctor has to say so: with exit code 1.
const succeeded = build.status === 0 && runDoctor([]) === 1 && runDoctor(["--diff"]) === 1;
if (!succeeded) process.stderr.write("\nThe demo failed: see above.\n");
process.exitCode = succeeded ? 0 : 1;

/**
 * @param {string[]} options
 * @returns {number | null} the exit code: 1 when the doctor found errors
 */
function runDoctor(options) {
  const words = [example, ...options];
  process.stdout.write(`\n$ npx eslint-plugin-convex-authkit ${words.join(" ")}\n\n`);
  return spawnSync(process.execPath, [join(root, "dist/doctor/bin.js"), ...words], { cwd: root, stdio: "inherit" })
    .status;
}
