import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../scripts/install.js";
import { clocks, runFresh } from "./fresh-process.js";
import { compare, takeTurns } from "./statistics.js";

/** @typedef {import("./table.js").Row} Row */

const other = "@convex-dev/eslint-plugin";

/**
 * What importing the plugin costs, beside importing another plugin for Convex: a process that does nothing else, less one that
 * does nothing.
 *
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
export async function measureImport(rounds) {
  const { nothing, ours, theirs } = await takeTurns(rounds, {
    nothing: () => runFresh([join(import.meta.dirname, "empty.js")]),
    ours: () => runFresh([join(root, "dist/index.js")]),
    theirs: () => runFresh([fileURLToPath(import.meta.resolve(other))]),
  });
  return clocks.map((clock) => {
    const own = (/** @type {typeof ours} */ runs) =>
      runs.map((run, round) => run[clock] - (nothing[round]?.[clock] ?? NaN));
    return {
      what: `importing the plugin, ${clock} time`,
      beside: `importing \`${other}\``,
      ...compare(own(ours), own(theirs)),
      atMost: 0.1,
    };
  });
}
