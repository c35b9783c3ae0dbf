import type { TSESLint } from "@typescript-eslint/utils";
import { walk } from "../auth-config/ast.js";
import type { Node } from "../auth-config/ast.js";

/** How a file is written, so that what is added to it looks the same. */
export interface FileStyle {
  readonly quote: '"' | "'" | "`";
  readonly lineBreak: string;
  /** One level of indentation. */
  readonly indent: string;
  /** How many columns Prettier counts for one level. */
  readonly tabWidth: number;
  /** Whether the last item of a list or an object over several lines has a comma. */
  readonly hasTrailingCommas: boolean;
  readonly isTypeScript: boolean;
}

/** Prettier's defaults: the width of a line, and by how much a key must exceed an indent before a break pays. */
const MAX_LINE_LENGTH = 80;
const SHORT_KEY_MARGIN = 3;

/** Whether Prettier puts a value below its key: a string too long for the line, after a key that is not short. */
export function breaksAfterColon(key: string, value: string, indent: string, tabWidth: number): boolean {
  if (!/^["']/u.test(value) || key.length < tabWidth + SHORT_KEY_MARGIN) return false;
  return !fitsOnLine(`${indent}${key}: ${value},`, { tabWidth });
}

export function fitsOnLine(line: string, { tabWidth }: Pick<FileStyle, "tabWidth">): boolean {
  return line.replaceAll("\t", " ".repeat(tabWidth)).length <= MAX_LINE_LENGTH;
}

/** Reads the style of a file; where the file does not say, Prettier's defaults. */
export function readStyle(sourceCode: TSESLint.SourceCode, isTypeScript: boolean): FileStyle {
  const indent = readIndent(sourceCode.text);
  return {
    quote: readQuote(sourceCode),
    lineBreak: sourceCode.text.includes("\r\n") ? "\r\n" : "\n",
    indent,
    tabWidth: indent === "\t" ? readTabWidth(sourceCode) : indent.length,
    hasTrailingCommas: readTrailingCommas(sourceCode),
    isTypeScript,
  };
}

function readQuote(sourceCode: TSESLint.SourceCode): FileStyle["quote"] {
  const counts = { '"': 0, "'": 0, "`": 0 };
  for (const node of walk(sourceCode.ast)) {
    const first = isPlainText(node) ? sourceCode.text[node.range[0]] : undefined;
    if (first === '"' || first === "'" || first === "`") counts[first] += 1;
  }
  if (counts["`"] > counts['"'] + counts["'"]) return "`";
  return counts["'"] > counts['"'] ? "'" : '"';
}

/** Other literals than texts count as well: they begin with no quote. */
function isPlainText(node: Node): boolean {
  return node.type === "Literal" || (node.type === "TemplateLiteral" && node.expressions.length === 0);
}

/** The width of a tab, which stands nowhere: the default, unless a line that is not broken tells of the other one. */
function readTabWidth(sourceCode: TSESLint.SourceCode): number {
  const [usual, other] = [2, 4];
  for (const node of walk(sourceCode.ast)) {
    if (node.type !== "Property" || node.shorthand || node.key.loc.end.line !== node.value.loc.start.line) continue;
    const lineStart = sourceCode.getIndexFromLoc({ line: node.loc.start.line, column: 0 });
    const before = sourceCode.text.slice(lineStart, node.range[0]);
    const key = sourceCode.text.slice(...node.key.range);
    const value = sourceCode.text.slice(...node.value.range);
    if (before.trim() === "" && breaksAfterColon(key, value, before, usual)) return other;
  }
  return usual;
}

function readTrailingCommas(sourceCode: TSESLint.SourceCode): boolean {
  for (const node of walk(sourceCode.ast)) {
    if (node.type !== "ObjectExpression" && node.type !== "ArrayExpression") continue;
    const last = sourceCode.getLastToken(node, { skip: 1 });
    const isOverLines = last != null && last.range[0] > node.range[0] && last.loc.end.line < node.loc.end.line;
    if (isOverLines) return last.value === ",";
  }
  return true;
}

/** The first indent of a line that is no line of a block comment: those have a space before their asterisk. */
function readIndent(text: string): string {
  return /^(?:\t+| +)(?=[^\s*])/mu.exec(text)?.[0].replace(/\t+/u, "\t") ?? "  ";
}
