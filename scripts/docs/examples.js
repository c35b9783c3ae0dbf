// Runs the examples of the docs as ESLint runs a user's file.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Linter } from "eslint";
import { format, getFileInfo, resolveConfig } from "prettier";
import plugin from "../../dist/index.js";
import { root } from "../install.js";

/** @typedef {import("./pages.js").Block} Block */
/** @typedef {import("eslint").Linter.LintMessage} Message */

/**
 * A changed file, and what changed it: the rule's fix, or one of its suggestions.
 *
 * @typedef {object} Repair
 * @property {string | null} suggestion null for the fix
 * @property {string} text
 */

const prefix = `${plugin.meta.namespace}/`;

/**
 * What is reported in an example: with `rule`, by that rule alone, else by all rules of the preset.
 *
 * @param {Block} block
 * @param {{ code?: string, preset: "recommended" | "strict", rule?: string | null }} options
 * @returns {Message[]}
 */
export function lint(block, { code = block.code, preset, rule = null }) {
  return inProject({ ...block, code }, (linter, filename) => linter.verify(code, configFor(block, preset, rule), { filename }));
}

/**
 * What the block's rule makes of the example: by its fixes, else by each of its suggestions.
 *
 * @param {Block} block
 * @returns {Repair[]}
 */
export function repairsOf(block) {
  const config = configFor(block, "strict", block.rule);
  return inProject(block, (linter, filename) => {
    const { fixed, output } = linter.verifyAndFix(block.code, config, { filename });
    if (fixed) return [{ suggestion: null, text: output }];
    const repairs = linter
      .verify(block.code, config, { filename })
      .flatMap(({ suggestions = [] }) => suggestions)
      .map(({ desc, fix }) => ({ suggestion: desc, text: block.code.slice(0, fix.range[0]) + fix.text + block.code.slice(fix.range[1]) }));
    return repairs.filter(({ text }, index) => index === repairs.findIndex((other) => other.text === text));
  });
}

/**
 * Every promise of the docs that an example breaks, one sentence each.
 *
 * @param {Block} block
 * @returns {Promise<string[]>}
 */
export async function brokenPromises(block) {
  if (block.kind === "correct") return brokenCorrect(block);
  return block.kind === "incorrect" ? brokenIncorrect(block) : [];
}

/** @param {Block} block */
function brokenCorrect(block) {
  const messages = [...lint(block, { preset: "recommended" }), ...(block.rule === null ? [] : lint(block, { preset: "strict", rule: block.rule }))];
  return messages.map((message) => `a correct example draws a report: ${describe(message)}`);
}

/** @param {Block} block */
async function brokenIncorrect(block) {
  const { rule, also } = block;
  if (rule === null) return ["an incorrect example does not name its rule"];
  const messages = lint(block, { preset: "strict" });
  const allowed = [rule, ...also].map((name) => prefix + name);
  const broken = [
    ...allowed.filter((name) => !messages.some(({ ruleId }) => ruleId === name)).map((name) => `${name} does not report`),
    ...messages.filter(({ ruleId }) => !allowed.includes(ruleId ?? "")).map((message) => `another rule reports: ${describe(message)}`),
  ];
  for (const repair of repairsOf(block)) broken.push(...(await brokenRepair(block, repair)));
  return broken;
}

/**
 * @param {Block} block
 * @param {Repair} repair
 */
async function brokenRepair(block, { suggestion, text }) {
  const { rule, also, file } = block;
  const own = lint(block, { code: text, preset: "strict", rule });
  if (suggestion !== null) return own.map((message) => `after the suggestion "${suggestion}" there is a report: ${describe(message)}`);
  const others = lint(block, { code: text, preset: "recommended" }).filter(({ ruleId }) => ![rule, ...also].some((name) => prefix + name === ruleId));
  const broken = [...own, ...others].map((message) => `after the fix there is a report: ${describe(message)}`);
  // The page is formatted, and the examples in it, but for `.env` files.
  if ((await getFileInfo(file)).inferredParser === null) return broken;
  const formatted = await format(text, { ...(await resolveConfig(join(root, "README.md"))), filepath: file });
  return formatted === text ? broken : [...broken, "Prettier would write what the fix makes of it in another way"];
}

/**
 * A report in one line, as the doctor prints it.
 *
 * @param {Message} message
 */
export function describe({ line, column, severity, message, ruleId }) {
  return [`${line}:${column}`, severity === 2 ? "error" : "warning", message, ruleId ?? "parse error"].join("  ");
}

/**
 * The preset, and that of the files around `auth.config`: each of their objects says which files it is for.
 *
 * @param {Block} block
 * @param {"recommended" | "strict"} preset
 * @param {string | null} rule
 * @returns {import("eslint").Linter.Config[]}
 */
function configFor({ settings }, preset, rule) {
  return [...plugin.configs[preset], ...plugin.configs.env].map((config) => ({
    ...config,
    settings: { [plugin.meta.namespace]: settings },
    rules: Object.fromEntries(Object.entries(config.rules ?? {}).filter(([name]) => rule === null || name === prefix + rule)),
  }));
}

/**
 * Rules look at the files around the linted one, so that each example gets a project of its own.
 *
 * @template T
 * @param {Block} block
 * @param {(linter: Linter, filename: string) => T} use
 * @returns {T}
 */
function inProject({ file, code, beside }, use) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "convex-authkit-docs-")));
  try {
    for (const [path, text] of Object.entries({ "package.json": "{}", ...beside, [file]: code })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return use(new Linter({ cwd: folder }), join(folder, file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
