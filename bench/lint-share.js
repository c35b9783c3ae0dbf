// Lints a folder, `node lint-share.js <folder>`, and adds up what the plugin has to do with it: its import, what its config costs ESLint
// for each file, and its rules. Prints that and the rest of the lint, in milliseconds of processor time, as JSON.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ESLint } from "eslint";
import { alone } from "./folder-configs.js";
import { processorTime } from "./processor-time.js";
import { median, takeTurns } from "./statistics.js";
import { Stopwatch } from "./stopwatch.js";
import { timedPreset } from "./timed-rules.js";

const [folder = ""] = process.argv.slice(2);

const importing = await timeOf(() => import("../dist/index.js"));
const { default: plugin } = await import("../dist/index.js");
const rules = new Stopwatch(processorTime);
const ours = [...alone, ...timedPreset(plugin, "recommended", rules)];

const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const configuring = [];
// New engines for each pass: ESLint remembers which config a file has.
for (let pass = 0; pass < 5; pass++) {
  const turns = await takeTurns(files.length, { alone: configReader(alone), ours: configReader(ours) });
  configuring.push(sum(turns.ours) - sum(turns.alone));
}

const lint = await timeOf(() => engine(ours).lintFiles(["."]));
const own = importing + median(configuring) + rules.take();
process.stdout.write(JSON.stringify({ plugin: own, rest: lint + importing - own }));

/** @param {import("eslint").Linter.Config[]} overrideConfig */
function engine(overrideConfig) {
  return new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig });
}

/** @param {import("eslint").Linter.Config[]} config */
function configReader(config) {
  const eslint = engine(config);
  return (/** @type {number} */ index) => timeOf(() => eslint.calculateConfigForFile(join(folder, files[index] ?? "")));
}

/** @param {() => Promise<unknown>} work */
async function timeOf(work) {
  const start = processorTime();
  await work();
  return processorTime() - start;
}

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
