// Holds the rules against the executable model of Convex, on as many generated files as are asked for.
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { installWhatIsMissing, root } from "./install.js";

const help = `Usage: npm run proof -- [options]

  --files=N      How many files to generate; defaults to 5000
  --seed=N       The seed of an earlier run, to repeat it; defaults to a new one, which is printed
  --programs     Programs: files that are sound or broken by what their code does
  --layouts      Layouts: files as people write them (the default)
  --full         Both, 100,000 files each, on all cores
  --survey=FILE  Do not stop at the first counter-example: write one small file for each kind of failure
  --help         Show this text
`;

const fullRun = 100_000;

process.exitCode = await run();

/** @returns {Promise<number>} the exit code */
async function run() {
  const options = readOptions();
  if (options == null) return 2;
  if (options.help) {
    process.stdout.write(help);
    return 0;
  }
  installWhatIsMissing();
  process.stdout.write(`seed ${options.seed}\n`);
  const generators = options.full
    ? ["layouts", "programs"]
    : [...(options.programs ? ["programs"] : []), ...(options.layouts || !options.programs ? ["layouts"] : [])];
  let worst = 0;
  for (const generator of generators) worst = Math.max(worst, await runGenerator(generator, options));
  return worst;
}

/**
 * @param {string} generator
 * @param {Options} options
 */
async function runGenerator(generator, { full, files, seed, survey }) {
  const count = full ? fullRun : Number(files);
  const test = generator === "programs" ? "programs/equivalence.test.ts" : "equivalence.test.ts";
  const variable = generator === "programs" ? "PROOF_PROGRAMS" : "PROOF_FILES";
  // A survey compares each failure with the ones before it.
  const shares = full && survey == null ? availableParallelism() : 1;
  const runs = Array.from({ length: shares }, (_, index) => {
    const own = Math.ceil(count / shares);
    const environment = { ...process.env, [variable]: String(own), PROOF_SEED: String(Number(seed) + index * own) };
    if (survey != null) Object.assign(environment, { PROOF_SURVEY: resolve(full ? `${survey}.${generator}` : survey) });
    return runTest(`tests/proof/${test}`, environment);
  });
  return Math.max(...(await Promise.all(runs)));
}

/**
 * @param {string} file
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} the exit code
 */
function runTest(file, environment) {
  const vitest = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--reporter=verbose", file], {
    cwd: root,
    stdio: "inherit",
    env: environment,
  });
  return new Promise((settle) => vitest.on("close", (code) => settle(code ?? 1)));
}

/** @typedef {{ files: string, seed: string, programs: boolean, layouts: boolean, full: boolean, survey?: string, help: boolean }} Options */

/**
 * What the command line asks for, or null when it asks for something that cannot be: that has been said then.
 *
 * @returns {Options | null}
 */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        files: { type: "string", default: "5000" },
        seed: { type: "string", default: String(Date.now() % 2 ** 31) },
        programs: { type: "boolean", default: false },
        layouts: { type: "boolean", default: false },
        full: { type: "boolean", default: false },
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
