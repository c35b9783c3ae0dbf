import { readFileSync } from "node:fs";
import { arch, cpus, release, type } from "node:os";
import { join } from "node:path";
import { root } from "../scripts/install.js";

const section = /^<!-- measured -->$[\s\S]*?^<!-- \/measured -->$/m;

/**
 * A page with its measured part replaced.
 *
 * @param {string} page
 * @param {string} measured
 */
export function withMeasured(page, measured) {
  if (!section.test(page)) throw new Error("The page has no measured part.");
  return page.replace(section, () => `<!-- measured -->\n\n${measured}\n\n<!-- /measured -->`);
}

/**
 * Where and when something was measured: nothing that tells whose machine it is.
 *
 * @param {number} runs
 * @param {readonly string[]} [more] packages that took part, beside those that always do
 */
export function describeRun(runs, more = []) {
  const [processor] = cpus();
  const [version = ""] = /^[\d.]*\d/.exec(release()) ?? [];
  return [
    `- **Machine:** ${processor?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, ${type()} ${version} (${arch()})`,
    `- **Versions:** Node.js ${process.versions.node}, ${[...packages, ...more].map((name) => `${name} ${versionOf(name)}`).join(", ")}`,
    `- **Date:** ${new Date().toISOString().slice(0, 10)}`,
    `- **Runs:** ${runs}`,
  ].join("\n");
}

const packages = ["eslint", "@typescript-eslint/parser", "typescript", "@convex-dev/eslint-plugin"];

/** @param {string} name */
function versionOf(name) {
  return JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version;
}
