import { join } from "node:path";
import { root } from "../scripts/install.js";
import { clocks, runFresh } from "./fresh-process.js";
import { compare, takeTurns } from "./statistics.js";

/** @typedef {import("./table.js").Row} Row */

const example = join(root, "examples/next-authkit-broken");
const eslint = [
  join(root, "node_modules/eslint/bin/eslint.js"),
  ...["--config", join(import.meta.dirname, "recommended.config.js")],
  "convex/auth.config.ts",
];

/**
 * How long one waits for the doctor, beside ESLint with the same rules on the same file. Both report errors: exit code 1.
 *
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
export async function measureCommand(rounds) {
  const runs = await takeTurns(rounds, {
    doctor: () => runFresh([join(root, "dist/doctor/bin.js"), example], { exitCode: 1 }),
    eslint: () => runFresh(eslint, { cwd: example, exitCode: 1 }),
  });
  return clocks.map((clock) => ({
    what: `the doctor on the broken example, ${clock} time`,
    beside: "`eslint` on its auth.config",
    ...compare(
      runs.doctor.map((run) => run[clock]),
      runs.eslint.map((run) => run[clock]),
    ),
    atMost: 1.25,
  }));
}
