// Holds the rules against the executable model of Convex, on as many generated files as are asked for.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { installWhatIsMissing, root } from "./install.js";

const help = `Usage: npm run proof -- [options]

  --files=N      How many files to generate; 5000 if left out
  --seed=N       The seed of an earlier run, to have its files again; a new one if left out
  --survey=FILE  Do not stop at the first counter-example: write one small file of each kind
`;

process.exitCode = run();

/** @returns {number} the exit code */
function run() {
  const options = readOptions();
  if (options == null) return 2;
  if (options.help) {
    process.stdout.write(help);
    return 0;
  }
  installWhatIsMissing();
  const environment = { ...process.env, PROOF_FILES: options.files, PROOF_SEED: options.seed };
  if (options.survey != null) Object.assign(environment, { PROOF_SURVEY: resolve(options.survey) });
  const vitest = spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--reporter=verbose", "tests/proof/equivalence.test.ts"],
    {
      cwd: root,
      stdio: "inherit",
      env: environment,
    },
  );
  return vitest.status ?? 1;
}

/** What the command line asks for, or null when it asks for something that cannot be: that has been said then. */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        files: { type: "string", default: "5000" },
        seed: { type: "string", default: String(Date.now() % 2 ** 31) },
        survey: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    for (const name of /** @type {const} */ (["files", "seed"])) {
      if (!/^\d+$/.test(values[name]))
        throw new Error(`--${name} takes a number, not ${JSON.stringify(values[name])}.`);
    }
    return values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    return null;
  }
}
