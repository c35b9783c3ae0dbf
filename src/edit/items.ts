/** Items of a list or an object: added and removed with their commas and lines, and never at the cost of a comment. */
import type { Node } from "../auth-config/ast.js";
import type { TextEdit } from "./repair.js";
import type { SourceText, Token } from "./source-text.js";

/** Adds items after another one. */
export function insertAfter(anchor: Node, texts: readonly string[], source: SourceText): readonly TextEdit[] {
  const comma = source.commaAfter(anchor);
  const isOwnLine = source.startsLine(anchor);
  const lead = isOwnLine ? source.style.lineBreak + source.indentAt(anchor.range[0]) : " ";
  const end = (comma ?? anchor).range[1];
  const at = isOwnLine ? endOfTrailingComments(end, source) : end;
  if (comma != null) return [{ range: [at, at], text: texts.map((text) => `${lead}${text},`).join("") }];
  const inserted = texts.map((text) => lead + text).join(",");
  if (at === end || source.text.slice(end, at).endsWith("*/")) return [{ range: [at, at], text: `,${inserted}` }];
  return [
    { range: [end, end], text: "," },
    { range: [at, at], text: inserted },
  ];
}

/** Adds items before another one. */
export function insertBefore(
  container: Node,
  anchor: Node,
  texts: readonly string[],
  source: SourceText,
): readonly TextEdit[] {
  const isMultiLine = container.loc.start.line !== anchor.loc.start.line;
  const separator = isMultiLine ? source.style.lineBreak + source.indentAt(anchor.range[0]) : " ";
  return [{ range: [anchor.range[0], anchor.range[0]], text: texts.map((text) => `${text},${separator}`).join("") }];
}

/** Removes an item and its comma; its comments stay. */
export function removeItem(item: Node, source: SourceText): readonly TextEdit[] {
  const comma = source.commaAfter(item);
  const [start, end] = item.range;
  if (comma != null) return [removal(start, comma.range[1], source)];
  const before = source.tokenBefore(item);
  if (before?.value !== ",") return [removal(start, end, source)];
  // The last item takes the comma before it along.
  if (leadsItem(before, item, source) && commentsIn(start, end, source) === "")
    return [removal(before.range[0], end, source)];
  return [{ range: before.range, text: "" }, removal(start, end, source)];
}

/** Whether a comma starts the line of the item after it. */
function leadsItem(comma: Token, item: Node, source: SourceText): boolean {
  return source.startsLine(comma) && source.text.slice(comma.range[1], item.range[0]).trim() === "";
}

/** Removes a stretch except its comments, and its lines if it is alone on them. */
function removal(start: number, end: number, source: SourceText): TextEdit {
  const kept = commentsIn(start, end, source);
  if (kept !== "") return { range: [start, end], text: kept };
  const lineStart = source.lineStart(start);
  const lineEnd = source.lineEnd(end);
  const before = source.text.slice(lineStart, start);
  const after = source.text.slice(end, lineEnd);
  if (before.trim() !== "") return { range: [lineStart + before.trimEnd().length, end], text: "" };
  if (after.trim() === "") return lineRemoval(lineStart, lineEnd, source);
  return { range: [start, end + (after.length - after.trimStart().length)], text: "" };
}

/** Removes whole lines, and with them a blank line that would be left doubled or at an edge. */
function lineRemoval(start: number, end: number, source: SourceText): TextEdit {
  const { text } = source;
  const next = source.nextLine(end);
  // There is a line before: what holds the item starts there, or further up.
  const previousStart = source.lineStart(start - 1);
  const previous = text.slice(previousStart, start);
  const following = text.slice(next, source.lineEnd(next));
  const isBlankBefore = previous.trim() === "";
  if (following.trim() === "" && (isBlankBefore || /[[{(]\s*$/u.test(previous)))
    return { range: [start, source.nextLine(source.lineEnd(next))], text: "" };
  if (isBlankBefore && /^\s*[\]})]/u.test(following)) return { range: [previousStart, next], text: "" };
  return { range: [start, next], text: "" };
}

/** The comments of a stretch that is removed or replaced, to be left in its place. */
export function commentsIn(start: number, end: number, source: SourceText): string {
  const comments = source.comments.filter(({ range }) => range[0] >= start && range[1] <= end);
  const newLine = source.style.lineBreak + source.indentAt(start);
  const last = comments.at(-1);
  const followsCode = source.text.slice(end, source.lineEnd(end)).trim() !== "";
  const texts = comments.map((comment) => {
    const text = source.text.slice(...comment.range);
    if (comment === last) return comment.type === "Line" && followsCode ? text + newLine : text;
    return text + (comment.type === "Line" ? newLine : " ");
  });
  return texts.join("");
}

/** The end of the comments that follow a position on its line, where they end the line. */
export function endOfTrailingComments(position: number, source: SourceText): number {
  const lineEnd = source.lineEnd(position);
  let end = position;
  for (const { range } of source.comments) {
    const [start, stop] = range;
    if (start < end) continue;
    if (stop > lineEnd || source.text.slice(end, start).trim() !== "") break;
    end = stop;
  }
  // Only what ends the line belongs to the item before it.
  return source.text.slice(end, lineEnd).trim() === "" ? end : position;
}
