import { rmSync } from "node:fs";
import { join } from "node:path";
import { clocks, runFresh } from "./fresh-process.js";
import { makeFolder } from "./make-folder.js";
import { compare, takeTurns } from "./statistics.js";

/** @typedef {import("./table.js").Row} Row */

const count = 3000;

/**
 * What a plugin adds to the lint of an app: mostly files that are none of its business.
 *
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
export async function measureManyFiles(rounds) {
  const folder = makeFolder(count);
  try {
    const { alone, ours, theirs } = await takeTurns(rounds, {
      alone: () => lint(folder, "alone"),
      ours: () => lint(folder, "ours"),
      theirs: () => lint(folder, "theirs"),
    });
    const { share } = await takeTurns(rounds, { share: () => readShare(folder) });
    return [
      ...clocks.map((clock) => ({ ...besideParser("`recommended`", clock, ours, alone), atMost: 1.01 })),
      {
        what: "the plugin's own part of that, processor time",
        beside: "all the rest",
        ...compare(
          share.map(({ plugin }) => plugin),
          share.map(({ rest }) => rest),
        ),
        atMost: 0.01,
      },
      ...clocks.map((clock) => ({
        ...besideParser("`@convex-dev/eslint-plugin`", clock, theirs, alone),
        atMost: null,
      })),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} folder
 * @param {import("./folder-configs.js").ConfigName} name
 */
function lint(folder, name) {
  const run = runFresh([join(import.meta.dirname, "lint-folder.js"), folder, name]);
  if (run.stdout !== String(count)) throw new Error(`${run.stdout} files could be linted, not ${count}`);
  return run;
}

/**
 * @param {string} folder
 * @returns {{ plugin: number, rest: number }}
 */
function readShare(folder) {
  return JSON.parse(runFresh([join(import.meta.dirname, "lint-share.js"), folder]).stdout);
}

/**
 * @param {string} name
 * @param {import("./fresh-process.js").Clock} clock
 * @param {readonly import("./fresh-process.js").Run[]} runs
 * @param {readonly import("./fresh-process.js").Run[]} alone
 */
function besideParser(name, clock, runs, alone) {
  return {
    what: `${count.toLocaleString("en")} files with ${name}, ${clock} time`,
    beside: "the parser alone",
    ...compare(
      runs.map((run) => run[clock]),
      alone.map((run) => run[clock]),
    ),
  };
}
