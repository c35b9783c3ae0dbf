// Blocks of code as HTML: coloured when the page is built, since the pages run no script.
import { javascriptLanguage, typescriptLanguage } from "@codemirror/lang-javascript";
import { jsonLanguage } from "@codemirror/lang-json";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { escapeHtml } from "./html.js";

/** @typedef {import("./examples.js").Example} Example */

const parsers = { ts: typescriptLanguage.parser, js: javascriptLanguage.parser, json: jsonLanguage.parser };

/** @type {Readonly<Record<string, string>>} */
const labels = { sh: "Commands", console: "Transcript", diff: "Changes", text: "Output", dotenv: "Variables" };

/**
 * A fenced block. It scrolls by itself, so it can be focused and has a name.
 *
 * @param {object} block
 * @param {string} block.code
 * @param {string} block.language
 * @param {string} block.file path that the page gives it, empty for none
 * @param {boolean} block.isReport whether it holds what is reported in the example before it
 * @param {Example | undefined} block.example
 * @param {string} block.playground address of the playground, relative to the page
 */
export function renderCode({ code, language, file, isReport, example, playground }) {
  const { kind = null } = example?.block ?? {};
  const isExample = kind === "incorrect" || kind === "correct";
  const path = example?.block.file ?? file;
  const label = [
    isReport ? "Report" : (labels[language] ?? "Code"),
    ...(isExample ? [`${kind} example`] : []),
    ...(path === "" ? [] : [path]),
  ].join(", ");
  const [look, text] = isReport
    ? ["report", colourReport(code)]
    : language === "diff"
      ? ["changes", colourDiff(code)]
      : ["plain", colour(code, language)];
  const pre = `<pre class="${look}" tabindex="0" role="group" aria-label="${escapeHtml(label)}"><code>${text}</code></pre>`;
  if (path === "") return `<div class="code">${pre}</div>\n`;
  const link = example?.fragment == null ? "" : playgroundLink(example, playground + example.fragment);
  return `<figure class="code${isExample ? ` ${kind}` : ""}"><figcaption><span class="path">${escapeHtml(path)}</span>${link}</figcaption>${pre}</figure>\n`;
}

/**
 * @param {Example} example
 * @param {string} address
 */
function playgroundLink({ isWhole }, address) {
  return `<a href="${escapeHtml(address)}">Open in the playground${isWhole ? "" : ", without its variables"}</a>`;
}

/**
 * @param {string} code
 * @param {string} language
 */
function colour(code, language) {
  const parser = parsers[language];
  if (parser === undefined) return escapeHtml(code);
  let html = "";
  highlightCode(
    code,
    parser.parse(code),
    classHighlighter,
    (text, classes) => (html += classes === "" ? escapeHtml(text) : span(classes, text)),
    () => (html += "\n"),
  );
  return html;
}

/** @param {string} code */
function colourDiff(code) {
  /** @type {Readonly<Record<string, string>>} */
  const classes = { "+": "added", "-": "removed", "@": "hunk" };
  // A line is a block with its line end inside, so that its colour fills the width and a copy of the text keeps its lines.
  return linesOf(code)
    .map((line) => span(classes[line.charAt(0)] ?? "kept", line))
    .join("");
}

/** @param {string} code */
function colourReport(code) {
  return linesOf(code)
    .map((line) => {
      const [, position = "", severity = "", message = "", rule = ""] =
        /^(\d+:\d+)  (error|warning)  (.*)  (\S+\n)$/.exec(line) ?? [];
      if (position === "") return escapeHtml(line);
      return [span("position", position), span(severity, severity), escapeHtml(message), span("position", rule)].join(
        "  ",
      );
    })
    .join("");
}

/**
 * @param {string} code
 * @returns {readonly string[]} with their line ends
 */
function linesOf(code) {
  return code.match(/.*\n/g) ?? [];
}

/**
 * @param {string} classes
 * @param {string} text
 */
function span(classes, text) {
  return `<span class="${classes}">${escapeHtml(text)}</span>`;
}
