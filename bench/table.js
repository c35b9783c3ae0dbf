/**
 * What was measured beside what. Times are milliseconds.
 *
 * @typedef {object} Row
 * @property {string} what
 * @property {number} time median
 * @property {string} beside
 * @property {number} timeBeside median
 * @property {number} ratio median
 * @property {readonly [number, number]} middleHalf of the ratios
 * @property {number | null} atMost the target for the ratio, null where there is none
 */

/**
 * Says nothing of targets where no row has one.
 *
 * @param {readonly Row[]} rows
 * @returns {string} a Markdown table
 */
export function renderTable(rows) {
  const lines = rows.map(({ what, time, beside, timeBeside, ratio, middleHalf, atMost }) => [
    what,
    formatTime(time),
    beside,
    formatTime(timeBeside),
    formatRatio(ratio),
    middleHalf.map((end) => rounded(end).toFixed(1)).join(" – "),
    atMost === null ? "–" : `at most ${formatRatio(atMost)}`,
    // As shown: a ratio that reads 101.0 % does not miss a target of 101.0 %.
    atMost === null ? "–" : rounded(ratio) <= rounded(atMost) ? "met" : "missed",
  ]);
  const head = ["what", "time", "beside", "its time", "ratio", "middle half", "target", ""];
  const alignment = ["---", "--:", "---", "--:", "--:", "--:", "--:", "---"];
  const columns = rows.every(({ atMost }) => atMost === null) ? head.indexOf("target") : head.length;
  return [head, alignment, ...lines].map((cells) => `| ${cells.slice(0, columns).join(" | ")} |`).join("\n");
}

/**
 * Three digits, and the unit that goes with them.
 *
 * @param {number} milliseconds
 */
export function formatTime(milliseconds) {
  const size = Math.abs(milliseconds);
  if (size >= 999.5) return `${digits(milliseconds / 1000)} s`;
  if (size >= 0.9995) return `${digits(milliseconds)} ms`;
  return `${digits(milliseconds * 1000)} µs`;
}

/** @param {number} value */
function digits(value) {
  return Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** @param {number} ratio */
export function formatRatio(ratio) {
  return `${rounded(ratio).toFixed(1)} %`;
}

/** @param {number} ratio */
function rounded(ratio) {
  return Math.round(ratio * 1000) / 10;
}
