/** Edits of code around the providers: expressions and statements of any kind. */
import type { Node } from "../auth-config/ast.js";
import type { RepairOptions } from "./repair.js";
import type { SourceText, Token } from "./source-text.js";
import { fitsOnLine } from "./style.js";

export function replaceNode(node: Node, text: string, source: SourceText): RepairOptions {
  if (source.hasCommentsInside(node)) return [];
  const [start, end] = outerTokens(node, text, source);
  const [from, gap] = isJoined(start, end, text, source) ? gapBefore(start, source) : [start.range[0], ""];
  return [{ edits: [{ range: [from, end.range[1]], text: gap + text }], places: [] }];
}

/** Where parentheses around an expression group, and are no part of anything else. */
const GROUPING: ReadonlySet<string> = new Set([
  "BinaryExpression",
  "MemberExpression",
  "Property",
  "TemplateLiteral",
  "UnaryExpression",
  "VariableDeclarator",
]);

/** What binds as tightly as a name: `process.env.X!`, `requireEnv("X")`. */
const TIGHT = /^(?:[\w$]+|\([^()]*\))(?:\.[\w$]+|\[["'`][\w$]+["'`]\]|\(["'`][\w$]+["'`]\)|!)*$/u;

/** A node, or the parentheses around it where only the old text needed them. */
function outerTokens(node: Node, text: string, source: SourceText): readonly [Node | Token, Node | Token] {
  const [before, after] = [source.tokenBefore(node), source.tokenAfter(node)];
  const isParenthesized = before?.value === "(" && after?.value === ")" && GROUPING.has(node.parent?.type ?? "");
  return isParenthesized && TIGHT.test(text) ? [before, after] : [node, node];
}

/** Whether a value that has a line of its own fits behind the `=` or the `:` now. */
function isJoined(start: Node | Token, end: Node | Token, text: string, source: SourceText): boolean {
  const sign = source.tokenBefore(start);
  if ((sign?.value !== "=" && sign?.value !== ":") || !source.startsLine(start)) return false;
  if (source.hasCommentsBetween(sign, start)) return false;
  const lineEnd = source.lineEnd(end.range[1]);
  const [before, after] = [source.lineStart(sign.range[0]), source.text.slice(end.range[1], lineEnd)];
  const line = `${source.text.slice(before, sign.range[1])} ${text}${after}`;
  return fitsOnLine(line, source.style) && !/^\s*[.?]/u.test(source.text.slice(lineEnd));
}

function gapBefore(start: Node | Token, source: SourceText): readonly [number, string] {
  return [source.tokenBefore(start)?.range[1] ?? start.range[0], " "];
}

/** Adds a statement at the end of the file; its semicolon goes where the file uses none. */
export function append(statement: string, { style, text }: SourceText): RepairOptions {
  const end = text.trimEnd().length;
  const written = /;\s*$/mu.test(text) ? statement : statement.slice(0, -1);
  const lastBreak = end === text.length ? style.lineBreak : "";
  return [{ edits: [{ range: [end, end], text: style.lineBreak.repeat(2) + written + lastBreak }], places: [] }];
}

/** Whether code outside a statement uses CommonJS to export, or also to import. */
export function usesCommonJs(except: Node, orImports: boolean, { text }: SourceText): boolean {
  const others = text.slice(0, except.range[0]) + text.slice(except.range[1]);
  return /\bexports\b/u.test(others) || (orImports && /\brequire\s*\(/u.test(others));
}
