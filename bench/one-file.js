import { readFileSync } from "node:fs";
import { join } from "node:path";
import plugin from "../dist/index.js";
import { root } from "../scripts/install.js";
import { compare, takeTurns } from "./statistics.js";
import { createTimedLint } from "./timed-lint.js";

/** @typedef {import("./table.js").Row} Row */

const files = {
  "the template": "examples/next-authkit/convex/auth.config.ts",
  "the broken example": "examples/next-authkit-broken/convex/auth.config.ts",
};

/**
 * What all rules cost where they have something to do, beside parsing the same file. An editor does both at each key.
 *
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
export async function measureOneFile(rounds) {
  // A single lint takes less than the other processes' turns on the processor: the median leaves those out.
  const lint = createTimedLint(plugin, () => performance.now());
  const subjects = Object.entries(files).map(([name, file]) => {
    const path = join(root, file);
    const text = readFileSync(path, "utf8");
    return [name, () => lint(path, text)];
  });
  const runs = /** @type {Record<string, ReturnType<typeof lint>[]>} */ (
    await takeTurns(2 * rounds, Object.fromEntries(subjects))
  );
  return Object.entries(runs).map(([name, all]) => {
    // The first half warms the engine up.
    const warm = all.slice(rounds);
    return {
      what: `all rules on ${name}`,
      beside: "parsing it",
      ...compare(
        warm.map(({ rules }) => rules),
        warm.map(({ parsing }) => parsing),
      ),
      atMost: 0.25,
    };
  });
}
