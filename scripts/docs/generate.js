// Writes the parts of the docs that follow from the rules, the doctor and package.json.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { structuredPatch } from "diff";
import { format, resolveConfig } from "prettier";
import plugin from "../../dist/index.js";
import { root } from "../install.js";
import { describe, lint, repairsOf } from "./examples.js";
import { readBlocks } from "./pages.js";

/** @typedef {import("./pages.js").Page} Page */
/** @typedef {import("./pages.js").Block} Block */
/** @typedef {import("../../src/plugin/create-rule.js").AuthKitRule["meta"]} RuleMeta */

const { namespace } = plugin.meta;
const endOfHeader = "<!-- end of generated header -->";

/** The names of all rules, in the order of the docs. */
export const ruleNames = Object.keys(plugin.rules);

/**
 * The text of a page with all of its generated parts as they should be. Equal to the page's own text when none is stale.
 *
 * @param {Page} page
 * @returns {Promise<string>}
 */
export async function generate(page) {
  const steps = [withHeader, withSections, withReports];
  const text = steps.reduce((text, step) => step({ ...page, text }), page.text);
  return format(text, { ...(await resolveConfig(join(root, page.path))), parser: "markdown" });
}

/** @param {Page} page */
function withHeader({ rule, text }) {
  if (rule === null || !ruleNames.includes(rule)) return text;
  const [, body = text] = text.split(endOfHeader, 2);
  return `${headerOf(rule)}\n\n${endOfHeader}\n${body}`;
}

/** @param {Page} page */
function withSections({ path, text }) {
  const sections = sectionsFor(path);
  return text.replaceAll(/^<!-- generated:([\w-]+) -->$[\s\S]*?^<!-- \/generated:\1 -->$/gm, (section, name) => {
    if (name === "report") return section;
    const write = sections[name];
    if (write === undefined) throw new Error(`${path} has a section of an unknown name: ${name}`);
    return mark(name, write());
  });
}

/** @param {Page} page */
function withReports(page) {
  const text = page.text.replaceAll(/^<!-- generated:report -->$[\s\S]*?^<!-- \/generated:report -->$\n*/gm, "");
  const lines = text.split("\n");
  for (const block of readBlocks({ ...page, text }).reverse()) {
    if (block.kind === "incorrect") lines.splice(block.end, 0, "", mark("report", reportOf(block)), "");
  }
  return lines.join("\n");
}

/**
 * @param {string} name
 * @param {string} text
 */
function mark(name, text) {
  return `<!-- generated:${name} -->\n\n${text}\n\n<!-- /generated:${name} -->`;
}

// ── Rules ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * @param {string} rule
 * @returns {RuleMeta}
 */
function metaOf(rule) {
  return /** @type {RuleMeta} */ (plugin.rules[rule]?.meta);
}

/** @param {string} rule */
function headerOf(rule) {
  const { description, repair } = metaOf(rule).docs;
  return `# ${rule}

${description}.

- **Level:** ${presetsOf(rule)}
- **Repair:** ${howRepaired(rule)}. ${repair}`;
}

/**
 * A rule stands in one object of a preset: that of the files which it is for.
 *
 * @param {string} preset
 * @param {string} rule
 * @returns {string | null}
 */
function levelIn(preset, rule) {
  const configs = plugin.configs[/** @type {"recommended"} */ (preset)];
  const level = configs.map(({ rules }) => rules?.[`${namespace}/${rule}`]).find((level) => level !== undefined);
  return level === undefined ? null : level === "warn" ? "warning" : String(level);
}

/** @param {string} rule */
function howRepaired(rule) {
  const { fixable, hasSuggestions = false } = metaOf(rule);
  if (fixable === undefined) return hasSuggestions ? "suggestion" : "report only";
  return hasSuggestions ? "fix or suggestion" : "fix";
}

/** @param {Block} block */
function reportOf(block) {
  const reports = lint(block, { preset: "strict", rule: block.rule }).map(({ suggestions = [], ...message }) =>
    [describe(message), ...suggestions.map(({ desc }) => `      suggestion: ${desc}`)].join("\n"),
  );
  const repairs = repairsOf(block).map(({ suggestion, text }) => {
    const caption = suggestion === null ? "After `--fix`:" : `After the suggestion “${suggestion}”`;
    return `${caption}\n\n${fence("diff", compare(block.code, text))}`;
  });
  return [fence("text", reports.join("\n")), ...repairs].join("\n\n");
}

/**
 * @param {string} before
 * @param {string} after
 */
function compare(before, after) {
  const { hunks } = structuredPatch("", "", before, after, undefined, undefined, { context: 1 });
  return hunks
    .flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...lines])
    .map((line) => line.trimEnd())
    .join("\n");
}

/**
 * @param {string} language
 * @param {string} text
 */
function fence(language, text) {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

// ── Sections ───────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * @param {string} path of the page
 * @returns {Record<string, () => string>}
 */
function sectionsFor(path) {
  /** @param {string} rule */
  const link = (rule) => `[\`${rule}\`](${relative(dirname(path), `docs/rules/${rule}.md`).replaceAll("\\", "/")})`;
  return {
    rules: () =>
      table(
        ["rule", "what it does", ...Object.keys(plugin.configs).map((preset) => `\`${preset}\``), "repair"],
        ruleNames.map((rule) => [
          link(rule),
          metaOf(rule).docs.description,
          ...Object.keys(plugin.configs).map((preset) => levelIn(preset, rule) ?? "–"),
          howRepaired(rule),
        ]),
      ),
    repairs: () =>
      table(
        ["rule", "repair", "why"],
        ruleNames.map((rule) => [link(rule), howRepaired(rule), metaOf(rule).docs.repair]),
      ),
    levels: () =>
      [...new Set(ruleNames.map(presetsOf))]
        .map((presets) => {
          const rules = ruleNames.filter((rule) => presetsOf(rule) === presets);
          return `**${presets}**\n\n${rules.map((rule) => `- ${link(rule)}`).join("\n")}`;
        })
        .join("\n\n"),
    transcript: () => fence("console", `$ npx ${plugin.meta.name} ${example}\n\n${runDoctor([example])}`),
    help: () => fence("text", runDoctor(["--help"])),
    claims: () => fence("sh", /^ {2}(node .*)$/m.exec(runDoctor([example]))?.[1] ?? ""),
    versions: () => {
      const { engines, peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
      return `- Node.js \`${engines.node}\`\n- ESLint \`${peerDependencies.eslint}\``;
    },
  };
}

const example = "examples/next-authkit-broken";

/** @param {string} rule */
function presetsOf(rule) {
  const presets = Object.keys(plugin.configs).filter((preset) => levelIn(preset, rule) !== null);
  return `${levelIn(presets[0] ?? "", rule)} in ${presets.map((preset) => `\`${preset}\``).join(" and ")}`;
}

/** @param {string[]} words */
function runDoctor(words) {
  const bin = join(root, "dist/doctor/bin.js");
  const { stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  return stdout + stderr;
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`).join("\n");
}
