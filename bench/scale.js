import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import plugin from "../dist/index.js";
import { root } from "../scripts/install.js";
import { runFresh } from "./fresh-process.js";
import { makeFolder } from "./make-folder.js";
import { compare, takeTurns } from "./statistics.js";

/** @typedef {import("./table.js").Row} Row */
/** @typedef {import("./fresh-process.js").Run} Run */

const count = 3000;
const files = `${count.toLocaleString("en")} files`;
const authConfig = "convex/auth.config.ts";

/** What is measured here beside the packages that every run names. */
export const measuredPackages = ["oxlint", "turbo"];

/**
 * What there is to win on large repositories: by parsing less, by more threads, by caches, by other commands.
 *
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
export async function measureScale(rounds) {
  return [...(await measureFolder(rounds)), ...(await measureTurborepo(rounds))];
}

/**
 * One folder with a defect in its auth.config: each of the commands has to find it.
 *
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
async function measureFolder(rounds) {
  const folder = makeFolder(count);
  try {
    const path = join(folder, authConfig);
    writeFileSync(path, readFileSync(path, "utf8").replace('https://api.workos.com/"', '<https://api.workos.com/>"'));
    writeFileSync(join(folder, ".oxlintrc.json"), JSON.stringify(oxlintConfig));
    const parsed = ["--config", join(import.meta.dirname, "all-parsed.config.js")];
    // A run without --cache removes the cache at its default place.
    const cached = [...parsed, "--cache", "--cache-location", join(folder, ".cache-of-eslint")];
    eslint(folder, cached);
    const runs = await takeTurns(rounds, {
      parsed: () => eslint(folder, parsed),
      guarded: () => eslint(folder, ["--config", join(import.meta.dirname, "recommended.config.js")]),
      threads: () => eslint(folder, [...parsed, "--concurrency", "2"]),
      cached: () => eslint(folder, cached),
      oxlint: () => find(folder, [join(root, "node_modules/oxlint/bin/oxlint")]),
      doctor: () => find(folder, [join(root, "dist/doctor/bin.js")]),
    });
    const beside = "`eslint`, all of them parsed";
    return [
      row(`${files}, \`eslint\` with nothing but \`recommended\``, runs.guarded, beside, runs.parsed),
      row(`${files}, \`eslint --concurrency 2\`, all of them parsed`, runs.threads, beside, runs.parsed),
      row(`${files}, \`eslint --cache\`, all of them parsed, nothing changed`, runs.cached, beside, runs.parsed),
      row(`${files}, \`oxlint\` with \`recommended\` and its own rules`, runs.oxlint, beside, runs.parsed),
      row(`${files}, the command of this plugin`, runs.doctor, beside, runs.parsed),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The preset, as docs/oxlint.md writes it. oxlint's own rules run on all files, as they do by default. */
const oxlintConfig = {
  jsPlugins: [join(root, "dist/index.js")],
  overrides: plugin.configs.recommended.map(({ files, rules }) => ({ files, rules })),
};

/**
 * @param {string} folder
 * @param {readonly string[]} options
 */
function eslint(folder, options) {
  return find(folder, [join(root, "node_modules/eslint/bin/eslint.js"), ".", ...options]);
}

/**
 * Runs a command that has to find the defect.
 *
 * @param {string} folder
 * @param {readonly string[]} command
 */
function find(folder, command) {
  const run = runFresh(command, { cwd: folder, exitCode: 1 });
  if (!run.stdout.includes("valid-issuer"))
    throw new Error(`${command.join(" ")} did not find the defect:\n${run.stdout}`);
  return run;
}

/**
 * The monorepo of the examples: with an empty cache, and once more.
 *
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
async function measureTurborepo(rounds) {
  const folder = mkdtempSync(join(tmpdir(), "convex-authkit-bench-"));
  try {
    cpSync(join(root, "examples/monorepo"), folder, {
      recursive: true,
      filter: (path) => !/[/\\](?:node_modules|\.turbo)$/.test(path),
    });
    link(folder);
    for (const words of [
      ["init", "--quiet"],
      ["add", "--all"],
    ])
      spawnSync("git", words, { cwd: folder });
    const runs = await takeTurns(rounds, {
      both: () => [turbo(folder, ["--force"], "0 cached"), turbo(folder, [], "4 cached")],
    });
    const [first, second] = [0, 1].map((place) => runs.both.flatMap((both) => both[place] ?? []));
    return [
      row(
        "the monorepo of the examples, `turbo run lint`, nothing changed",
        second ?? [],
        "with an empty cache",
        first ?? [],
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} folder */
function link(folder) {
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  for (const name of [".bin", "@eslint", "eslint", "typescript-eslint"])
    symlinkSync(join(root, "node_modules", name), join(modules, name), "junction");
  symlinkSync(root, join(modules, "eslint-plugin-convex-authkit"), "junction");
}

/**
 * @param {string} folder
 * @param {readonly string[]} options
 * @param {string} expected what it says about its cache
 */
function turbo(folder, options, expected) {
  const run = runFresh([join(root, "node_modules/turbo/bin/turbo"), "run", "lint", "--no-color", ...options], {
    cwd: folder,
  });
  if (!run.stdout.includes(expected)) throw new Error(`Turborepo did not say ${expected}:\n${run.stdout}`);
  return run;
}

/**
 * @param {string} what
 * @param {readonly Run[]} runs
 * @param {string} beside
 * @param {readonly Run[]} runsBeside
 * @returns {Row}
 */
function row(what, runs, beside, runsBeside) {
  const times = compare(
    runs.map(({ wall }) => wall),
    runsBeside.map(({ wall }) => wall),
  );
  return { what, beside, ...times, atMost: null };
}
