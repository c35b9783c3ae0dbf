// Finds the pages, and the blocks in them that are more than text.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../install.js";

/**
 * A fenced block with a comment before it that says what it is for: `<!-- incorrect -->`, `<!-- correct -->`,
 * `<!-- config -->`. A word after that names the rule, on pages that are not a rule's own, or the config. A block behind
 * `<!-- beside -->` is no example: its file lies in the projects of all examples further down.
 *
 * @typedef {object} Block
 * @property {"incorrect" | "correct" | "config"} kind
 * @property {string | null} rule the rule, or the name of the config
 * @property {string} file path in the project, such as `convex/auth.config.ts`
 * @property {Record<string, unknown>} settings `settings["convex-authkit"]`
 * @property {Record<string, string>} beside the texts of the other files of the project, by their paths
 * @property {readonly string[]} also rules that cannot but report the same block
 * @property {string} code
 * @property {number} line of the opening fence, from 1
 * @property {number} end index of the line after the closing fence
 */

/**
 * @typedef {object} Page
 * @property {string} path relative to the root of the repository
 * @property {string | null} rule the rule that the page is about
 * @property {string} text
 */

/** @returns {Page[]} */
export function readPages() {
  return ["README.md", ...listPages("docs")].map(readPage);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function listPages(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return listPages(path);
      return path.endsWith(".md") ? [path] : [];
    });
}

/**
 * @param {string} path
 * @returns {Page}
 */
function readPage(path) {
  const rule = /^docs\/rules\/(.+)\.md$/.exec(path)?.[1] ?? null;
  return { path, rule, text: readFileSync(join(root, path), "utf8") };
}

/**
 * The blocks of a page, in order.
 *
 * @param {Pick<Page, "rule" | "text">} page
 * @returns {Block[]}
 */
export function readBlocks({ rule, text }) {
  const lines = text.split("\n");
  const blocks = [];
  /** @type {Record<string, string>} */
  const beside = {};
  for (let index = 0; index < lines.length; index++) {
    const [, fence, info = ""] = /^(`{3,})(.*)$/.exec(lines[index] ?? "") ?? [];
    if (fence === undefined) continue;
    const close = lines.indexOf(fence, index + 1);
    if (close === -1) throw new Error(`The block in line ${index + 1} is never closed.`);
    const marker = /^<!-- (incorrect|correct|config|beside)(?: ([\w-]+))? -->$/.exec(lastLineOf(lines.slice(0, index)));
    if (marker !== null) {
      const code = lines.slice(index + 1, close).join("\n") + "\n";
      const block = readInfo(info);
      if (marker[1] === "beside") beside[block.file] = code;
      else {
        const files = { ...beside, ...block.beside };
        blocks.push({ ...block, beside: files, kind: marker[1], rule: marker[2] ?? rule, code, line: index + 1, end: close + 1 });
      }
    }
    index = close;
  }
  return /** @type {Block[]} */ (blocks);
}

/** @param {readonly string[]} lines */
function lastLineOf(lines) {
  return lines.findLast((line) => line.trim() !== "") ?? "";
}

const defaultFiles = { ts: "convex/auth.config.ts", js: "convex/auth.config.js", json: "convex.json", dotenv: ".env.local" };

/**
 * Reads what stands behind the fence: the language, then `name=value` without spaces. `beside` names an empty file.
 *
 * @param {string} info
 */
function readInfo(info) {
  const [language = "", ...words] = info.trim().split(/\s+/);
  const meta = Object.fromEntries(words.map((word) => word.split(/=(.*)/s, 2)));
  return {
    file: meta.file ?? defaultFiles[/** @type {keyof typeof defaultFiles} */ (language)] ?? "",
    settings: JSON.parse(meta.settings ?? "{}"),
    beside: { ...(meta.package && { "package.json": meta.package }), ...(meta.beside && { [meta.beside]: "" }) },
    also: meta.also?.split(",") ?? [],
  };
}

/**
 * The links of a page that lead to another file of the repository, or to a heading.
 *
 * @param {Pick<Page, "text">} page
 */
export function readLinks({ text }) {
  const prose = text.replaceAll(/^(`{3,}).*\n[\s\S]*?^\1$/gm, "").replaceAll(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target).filter((target) => !/^https?:/.test(target));
}

/**
 * The anchors of a page's headings, as GitHub makes them.
 *
 * @param {string} text
 */
export function readAnchors(text) {
  const prose = text.replaceAll(/^(`{3,}).*\n[\s\S]*?^\1$/gm, "");
  return [...prose.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
