/** Gives a value in the text other characters: in the one literal where they differ, or else as a whole. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../auth-config/ast.js";
import type { ProviderMember } from "../auth-config/provider.js";
import type { LiteralPart, Origin, Part, TextValue } from "../auth-config/values.js";
import type { RepairOptions, TextEdit } from "./repair.js";
import type { SourceText } from "./source-text.js";
import { breaksAfterColon } from "./style.js";
import { quote, quoteLike, write } from "./writing.js";
import type { WantedPart } from "./writing.js";

/** What a text is to be at a place, or null where it cannot be written there. */
export type WantedAt = (place: Origin) => readonly WantedPart[] | null;

/** Rewrites the text of a member where it is written: in the one literal that differs, or else as a whole. */
export function rewriteText(
  { value, owner, name }: Pick<ProviderMember, "name" | "owner" | "value">,
  wantedAt: WantedAt,
  source: SourceText,
): RepairOptions {
  if (value.kind !== "text") return [];
  const wanted = wantedAt(value.origin);
  if (wanted == null) return [];
  const edits = [...rewriteLiteral(value, wanted, source), ...rewriteWhole(value, wanted, source)];
  return edits.map(({ node, edit }) => ({ edits: [edit], places: [{ node, owner, name }] }));
}

interface NodeEdit {
  readonly node: Node;
  readonly edit: TextEdit;
}

function rewriteWhole({ origin }: TextValue, wanted: readonly WantedPart[], source: SourceText): readonly NodeEdit[] {
  const { node } = origin;
  const outermost = node.parent?.type === "TSAsExpression" ? node.parent : node;
  if (!origin.isEditable || source.hasCommentsInside(outermost) || !isTextExpression(node)) return [];
  return [{ node, edit: expressionEdit(node, write(wanted, source), source) }];
}

/** Whether a node is nothing but a text, so that another one can replace it. */
function isTextExpression(node: Node): boolean {
  return node.type === "Literal" || node.type === "TemplateLiteral" || node.type === "BinaryExpression";
}

function rewriteLiteral({ parts }: TextValue, wanted: readonly WantedPart[], source: SourceText): readonly NodeEdit[] {
  const wantedRuns = runsOfWanted(parts, wanted, source);
  if (wantedRuns == null) return [];
  const different = runsOf(parts)
    .map((run, index) => ({ run, target: wantedRuns[index] as string }))
    .filter(({ run, target }) => charactersOf(run) !== target);
  const [only] = different;
  return only == null || different.length > 1 ? [] : rewriteRun(only.run, only.target, source);
}

/** The literal parts between the unreadable ones. */
function runsOf(parts: readonly Part[]): readonly (readonly LiteralPart[])[] {
  const runs: LiteralPart[][] = [[]];
  for (const part of parts) {
    if (part.kind === "literal") runs.at(-1)?.push(part);
    else runs.push([]);
  }
  return runs;
}

/** The wanted characters between the unreadable parts, or null where other unreadable parts are wanted. */
function runsOfWanted(
  parts: readonly Part[],
  wanted: readonly WantedPart[],
  source: SourceText,
): readonly string[] | null {
  const opaque = parts.filter((part) => part.kind !== "literal");
  const runs = [""];
  for (const part of wanted) {
    if (typeof part === "string" || part.kind === "literal") {
      runs[runs.length - 1] += typeof part === "string" ? part : part.text;
      continue;
    }
    const there = opaque[runs.length - 1];
    if (there == null || !there.spellings.some(({ node }) => source.textOf(node) === part.text)) return null;
    runs.push("");
  }
  return runs.length === opaque.length + 1 ? runs : null;
}

function charactersOf(run: readonly LiteralPart[]): string {
  return run.map(({ text }) => text).join("");
}

/** Changes one literal of several in a row: the only one that is neither right already nor absent. */
function rewriteRun(run: readonly LiteralPart[], target: string, source: SourceText): readonly NodeEdit[] {
  const wrong = [...run];
  let rest = target;
  for (const { text } of run) {
    if (wrong.length === 1 || !rest.startsWith(text)) break;
    rest = rest.slice(text.length);
    wrong.shift();
  }
  for (const { text } of wrong.toReversed()) {
    if (wrong.length === 1 || !rest.endsWith(text)) break;
    rest = rest.slice(0, rest.length - text.length);
    wrong.pop();
  }
  const [part] = wrong;
  if (part?.leaf == null || wrong.length !== 1 || !part.origin.isEditable) return [];
  const edit = leafEdit(part.leaf, part.text, rest, source);
  return edit == null ? [] : [{ node: part.leaf, edit }];
}

function leafEdit(
  leaf: TSESTree.StringLiteral | TSESTree.TemplateElement,
  text: string,
  target: string,
  source: SourceText,
): TextEdit | null {
  const written = source.textOf(leaf);
  const at = written.indexOf(text);
  // Text with escapes has no exact span.
  const isExact = text !== "" && at >= 0;
  if (isExact && /["'`\\$]/u.test(target)) return null;
  // An empty text in a sum is no way to write anything.
  if (leaf.type === "Literal")
    return target === "" ? null : expressionEdit(leaf, requoted(leaf, target, source), source);
  const start = leaf.range[0] + at;
  return isExact ? { range: [start, start + text.length], text: target } : null;
}

/** A text in the quotes of the literal that it replaces, unless only the old text needed them. */
function requoted(leaf: TSESTree.StringLiteral, text: string, source: SourceText): string {
  return leaf.value.includes(source.style.quote) ? quote(text, source) : quoteLike(leaf, text, source);
}

/** Replaces an expression; where it is the whole value of a member, with the line break that belongs there. */
function expressionEdit(node: Node, written: string, source: SourceText): TextEdit {
  const { parent } = node;
  // `as const` takes literals only.
  const isConst = parent?.type === "TSAsExpression" && source.textOf(parent.typeAnnotation) === "const";
  if (isConst && !/^["'`]/u.test(written)) return expressionEdit(parent, written, source);
  if (parent?.type === "Property") return valueEdit(parent, node, written, source);
  return { range: node.range, text: written };
}

/** Writes a value after its key: on the same line where it fits, and below it where Prettier would put it. */
export function valueEdit(property: TSESTree.Property, replaced: Node, value: string, source: SourceText): TextEdit {
  const colon = source.tokenBefore(property.value);
  if (replaced !== property.value || colon?.value !== ":" || source.hasCommentsBetween(colon, property.value))
    return { range: replaced.range, text: value };
  const gap = source.text.slice(colon.range[1], property.value.range[0]);
  return { range: [colon.range[1], property.value.range[1]], text: gapBefore(value, property, gap, source) + value };
}

/** What comes between the colon of a member and another value. */
function gapBefore(value: string, property: TSESTree.Property, gap: string, source: SourceText): string {
  const { lineBreak, indent: step, tabWidth } = source.style;
  const indent = source.indentAt(property.range[0]);
  const key = source.textOf(property.key);
  const isOneLine = !/[\n\r]/u.test(gap);
  // Where the old text was too long as well, the file shows how it wants such lines.
  const wasTooLong = isOneLine && breaksAfterColon(key, source.textOf(property.value), indent, tabWidth);
  if (source.startsLine(property) && !wasTooLong && breaksAfterColon(key, value, indent, tabWidth))
    return lineBreak + indent + step;
  return isOneLine ? gap : " ";
}
