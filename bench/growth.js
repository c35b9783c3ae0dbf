import plugin from "../dist/index.js";
import { processorTime } from "./processor-time.js";
import { brokenConfig, soundConfig } from "./sources.js";
import { compare, takeTurns } from "./statistics.js";
import { createTimedLint } from "./timed-lint.js";

/** @typedef {import("./table.js").Row} Row */

/** How many providers, and how often a round lints them: a small file takes too little time to be measured once. */
const repetitions = { 10: 100, 100: 10, 1000: 1, 5000: 1 };
const standard = 100;
const largest = 5000;

/**
 * What all rules cost for each provider of a list: as much in a long one as in a short one.
 *
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
export async function measureGrowth(rounds) {
  return [...(await measure("sound", soundConfig, rounds)), ...(await measure("broken", brokenConfig, rounds))];
}

/**
 * @param {string} kind
 * @param {(count: number) => string} write
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
async function measure(kind, write, rounds) {
  const lint = createTimedLint(plugin, processorTime);
  const subjects = Object.entries(repetitions).map(([count, repeat]) => {
    const text = write(Number(count));
    return [count, () => meanOf(() => lint("/app/convex/auth.config.ts", text).rules, repeat) / Number(count)];
  });
  // One round more, which warms the engine up.
  const runs = /** @type {Record<string, number[]>} */ (await takeTurns(rounds + 1, Object.fromEntries(subjects)));
  const timesOf = (/** @type {string | number} */ count) => runs[count]?.slice(1) ?? [];
  return Object.keys(runs)
    .filter((count) => Number(count) !== standard)
    .map((count) => ({
      what: `all rules on each of ${Number(count).toLocaleString("en")} ${kind} providers`,
      beside: `each of ${standard}`,
      ...compare(timesOf(count), timesOf(standard)),
      atMost: Number(count) === largest ? 1.5 : null,
    }));
}

/**
 * @param {() => number} lint
 * @param {number} repeat
 */
function meanOf(lint, repeat) {
  let total = 0;
  for (let count = 0; count < repeat; count++) total += lint();
  return total / repeat;
}
