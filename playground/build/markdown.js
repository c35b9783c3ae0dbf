// Markdown as GitHub shows it, without what the pages' policy forbids: inline styles.
import MarkdownIt from "markdown-it";
import { renderCode } from "./code.js";
import { escapeHtml } from "./html.js";

/** @typedef {import("./examples.js").Example} Example */
/** @typedef {import("markdown-it").Token} Token */

/**
 * What rendering a page needs from the site, and what it leaves there.
 *
 * @typedef {object} Context
 * @property {ReadonlyMap<number, Example>} examples by the line of their opening fence, from 1
 * @property {string} playground address of the playground, relative to the page
 * @property {(target: string) => string} link the address that stands for a link of the text
 * @property {(target: string) => { address: string, width?: number, height?: number }} image the same for an image, and its size
 * @property {Heading[]} headings left behind
 */

/**
 * @typedef {object} Heading
 * @property {number} level
 * @property {string} id
 * @property {string} title
 */

/**
 * @typedef {object} Rendered
 * @property {string} html
 * @property {string} title of the page, from its first heading
 * @property {string} description the first sentence of its first paragraph
 * @property {readonly Heading[]} headings below the title
 */

const markdown = new MarkdownIt({ html: false });
markdown.block.ruler.at("html_block", readMarker, { alt: ["paragraph", "reference", "blockquote"] });
markdown.core.ruler.push("pages", adaptTokens);
Object.assign(markdown.renderer.rules, {
  fence: renderFence,
  marker: () => "",
  table_open: openTable,
  table_close: () => "</table></div>\n",
});

/**
 * @param {string} text
 * @param {Omit<Context, "headings">} context
 * @returns {Rendered}
 */
export function renderMarkdown(text, context) {
  /** @type {Context} */
  const env = { ...context, headings: [] };
  const tokens = markdown.parse(text, env);
  const html = markdown.renderer.render(tokens, markdown.options, env);
  const [title, ...headings] = env.headings;
  if (title?.level !== 1) throw new Error("A page begins with its title.");
  return { html, title: title.title, description: firstSentence(tokens), headings };
}

/** @param {readonly Token[]} tokens */
function firstSentence(tokens) {
  const start = tokens.findIndex(({ type, level }) => type === "paragraph_open" && level === 0);
  return textOf(tokens[start + 1])
    .split(/(?<=[.!?:])\s/u, 1)
    .join();
}

/**
 * A comment in the text says what a block is for. It is nothing to see.
 *
 * @param {import("markdown-it").StateBlock} state
 * @param {number} startLine
 * @param {number} endLine
 * @param {boolean} silent whether to say only if there is one
 */
function readMarker(state, startLine, endLine, silent) {
  const lineAt = (/** @type {number} */ line) => state.getLines(line, line + 1, state.blkIndent, false);
  if (!lineAt(startLine).startsWith("<!--")) return false;
  if (silent) return true;
  let last = startLine;
  while (last < endLine && !lineAt(last).includes("-->")) last += 1;
  state.line = last + 1;
  const token = state.push("marker", "", 0);
  token.content = state.getLines(startLine, state.line, 0, false).trim();
  return true;
}

/**
 * @param {import("markdown-it").Token} image
 * @param {Context} context
 */
function showImage(image, context) {
  const { address, width, height } = context.image(String(image.attrGet("src")));
  image.attrSet("src", address);
  if (width != null) image.attrSet("width", String(width));
  if (height != null) image.attrSet("height", String(height));
}

/** @param {import("markdown-it").StateCore} state */
function adaptTokens({ tokens, env }) {
  const context = /** @type {Context} */ (env);
  for (const [index, token] of tokens.entries()) {
    if (token.type === "heading_open") addAnchor(token, tokens[index + 1], context);
    if (token.type === "th_open" || token.type === "td_open") alignByClass(token);
    for (const child of token.children ?? []) {
      if (child.type === "link_open") child.attrSet("href", context.link(String(child.attrGet("href"))));
      if (child.type === "image") showImage(child, context);
    }
  }
}

/**
 * Headings have the anchors that GitHub gives them, so that links work here and there.
 *
 * @param {Token} token
 * @param {Token | undefined} inline
 * @param {Context} context
 */
function addAnchor(token, inline, { headings }) {
  const title = textOf(inline);
  const slug = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
  let id = slug;
  for (let count = 1; headings.some((heading) => heading.id === id); count++) id = `${slug}-${count}`;
  headings.push({ level: Number(token.tag.slice(1)), id, title });
  token.attrSet("id", id);
}

/** @param {Token} token */
function alignByClass(token) {
  const [, side] = /^text-align:(\w+)$/.exec(String(token.attrGet("style"))) ?? [];
  if (side === undefined) return;
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style");
  token.attrJoin("class", `align-${side}`);
}

/**
 * What a reader sees of inline tokens.
 *
 * @param {Token | undefined} inline
 */
function textOf(inline) {
  return (inline?.children ?? []).map(({ type, content }) => (type === "softbreak" ? " " : content)).join("");
}

/** @type {import("markdown-it").RendererRule} */
function renderFence(tokens, index, _options, env) {
  const { examples, playground } = /** @type {Context} */ (env);
  const { info = "", content = "", map = null } = tokens[index] ?? {};
  const [language = ""] = info.trim().split(/\s/, 1);
  return renderCode({
    code: content,
    language,
    file: / file=(\S+)/.exec(info)?.[1] ?? "",
    isReport: tokens[index - 1]?.content === "<!-- generated:report -->",
    example: examples.get((map?.[0] ?? 0) + 1),
    playground,
  });
}

/** @type {import("markdown-it").RendererRule} */
function openTable(tokens, index) {
  const columns = tokens.slice(
    index,
    tokens.findIndex(({ type }, at) => at > index && type === "thead_close"),
  );
  const label = columns
    .filter(({ type }) => type === "inline")
    .map(textOf)
    .filter((title) => title !== "")
    .join(", ");
  return `<div class="table" tabindex="0" role="group" aria-label="${escapeHtml(`Table: ${label}`)}"><table>\n`;
}
