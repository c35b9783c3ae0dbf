// Rewrites the generated parts of the docs. With --check: changes nothing, and fails when a part is stale or a promise is broken.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { problemsOf } from "./docs/check.js";
import { generate } from "./docs/generate.js";
import { readPages } from "./docs/pages.js";
import { root } from "./install.js";

const check = process.argv.includes("--check");

if (!check) {
  for (const page of readPages()) {
    const text = await generate(page);
    if (text === page.text) continue;
    writeFileSync(join(root, page.path), text);
    process.stdout.write(`${page.path} rewritten\n`);
  }
}
const problems = await problemsOf(readPages());
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (check && problems.length === 0) process.stdout.write("The docs are up to date.\n");
process.exitCode = problems.length > 0 ? 1 : 0;
