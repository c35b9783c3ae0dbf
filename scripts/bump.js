// Makes the next version of what the changesets say, and writes it wherever it is repeated. Run by the release workflow.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installWhatIsMissing, root } from "./install.js";

installWhatIsMissing();
const changesets = join(root, "node_modules/@changesets/cli/bin.js");
const { status } = spawnSync(process.execPath, [changesets, "version"], { cwd: root, stdio: "inherit" });
if (status === 0) repeatVersion(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version);
process.exitCode = status ?? 1;

/** @param {string} version */
function repeatVersion(version) {
  change("package-lock.json", (text) => {
    const lock = JSON.parse(text);
    lock.version = version;
    lock.packages[""].version = version;
    return `${JSON.stringify(lock, null, 2)}\n`;
  });
  change("src/package-meta.ts", (text) => text.replace(/(?<=version = ")[^"]+/, version));
  change("docs/ci.md", (text) => text.replaceAll(/(?<=rev: v)\S+/g, version));
}

/**
 * @param {string} path
 * @param {(text: string) => string} edit
 */
function change(path, edit) {
  writeFileSync(join(root, path), edit(readFileSync(join(root, path), "utf8")));
}
