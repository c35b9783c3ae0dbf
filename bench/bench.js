// Measures what the project promises about speed, prints one table, and writes it to docs/performance.md. With --scale: what is to be
// won on large repositories, for docs/scale.md.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { installWhatIsMissing, root } from "../scripts/install.js";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "2" }, scale: { type: "boolean", default: false } },
});
const runs = Number(values.runs);
if (!Number.isSafeInteger(runs) || runs < 1) {
  process.stderr.write("--runs takes a whole number from 1.\n");
  process.exit(2);
}

installWhatIsMissing();
const { status } = spawnSync(process.execPath, [join(root, "scripts/build.js")], { stdio: "inherit" });
if (status !== 0) process.exit(1);

// Only now: they import what has just been installed and built.
const { measureAll } = await import("./measure-all.js");
const { measureScale, measuredPackages } = await import("./scale.js");
const { format } = await import("prettier");
const { renderTable } = await import("./table.js");
const { describeRun, withMeasured } = await import("./page.js");

const rows = values.scale
  ? await measureScale(runs)
  : await measureAll(runs, (title) => process.stderr.write(`${title} …\n`));
const table = renderTable(rows);
process.stdout.write(`\n${await format(table, { parser: "markdown" })}`);

const page = join(root, values.scale ? "docs/scale.md" : "docs/performance.md");
const text = withMeasured(
  readFileSync(page, "utf8"),
  `${table}\n\n${describeRun(runs, values.scale ? measuredPackages : [])}`,
);
writeFileSync(page, await format(text, { parser: "markdown" }));
