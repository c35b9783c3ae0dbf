import { readFileSync } from "node:fs";
import { join } from "node:path";
import plugin from "../dist/index.js";
import { root } from "../scripts/install.js";
import { conditionalConfig } from "./sources.js";
import { compare, takeTurns } from "./statistics.js";
import { createTimedLint } from "./timed-lint.js";

/** @typedef {import("./table.js").Row} Row */

const app = join(root, "examples/next-authkit/convex/auth.config.ts");
const brokenApp = join(root, "examples/next-authkit-broken/convex/auth.config.ts");

const files = [
  { name: "the template", path: app, text: readFileSync(app, "utf8"), atMost: 0.25 },
  { name: "the broken example", path: brokenApp, text: readFileSync(brokenApp, "utf8"), atMost: 0.5 },
  { name: "50 conditions", path: app, text: conditionalConfig(50, 50), atMost: 2 },
  { name: "6 conditions and 100 providers", path: app, text: conditionalConfig(6, 100), atMost: 2 },
];

/**
 * What all rules cost where they have something to do, beside parsing the same file. An editor does both at each key.
 *
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
export async function measureOneFile(rounds) {
  // A single lint takes less than the other processes' turns on the processor: the median leaves those out.
  const lint = createTimedLint(plugin, () => performance.now());
  const subjects = files.map(({ name, path, text }) => [name, () => lint(path, text)]);
  const runs = /** @type {Record<string, ReturnType<typeof lint>[]>} */ (
    await takeTurns(2 * rounds, Object.fromEntries(subjects))
  );
  return files.map(({ name, atMost }) => {
    // The first half warms the engine up.
    const warm = runs[name]?.slice(rounds) ?? [];
    return {
      what: `all rules on ${name}`,
      beside: "parsing it",
      ...compare(
        warm.map(({ rules }) => rules),
        warm.map(({ parsing }) => parsing),
      ),
      atMost,
    };
  });
}
