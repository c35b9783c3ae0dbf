/** Elements of the list of providers: added beside another one, and removed. */
import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../auth-config/ast.js";
import type { Node } from "../auth-config/ast.js";
import { withSpreads } from "../auth-config/values.js";
import type { ListValue, ObjectValue, Origin } from "../auth-config/values.js";
import { commentsIn, endOfTrailingComments, insertAfter, insertBefore, removeItem } from "./items.js";
import type { RepairOptions, TextEdit } from "./repair.js";
import type { SourceText } from "./source-text.js";
import { objectLike, objectOverLines } from "./writing.js";
import type { NewMember } from "./writing.js";

/** A provider to be added. */
export interface NewProvider {
  readonly members: readonly NewMember[];
  /** On which side of another one. */
  readonly side: Side;
}

type Side = "after" | "before";

/** Where a provider that is added beside another one will be. */
export function placeBeside(list: ListValue, neighbour: ObjectValue): Origin {
  const { node, isEditable } = neighbour.origin;
  const isListedThere = enclosingArray(node) != null || node.parent?.type === "CallExpression";
  return isEditable && isListedThere ? neighbour.origin : list.origin;
}

/** Adds a provider beside another one: in the list that holds it, or with a `push` of its own. */
export function addElement(
  list: ListValue,
  neighbour: ObjectValue,
  added: NewProvider,
  source: SourceText,
): RepairOptions {
  const array = arrayWith(list, neighbour);
  if (array?.type !== "ArrayExpression" || !list.origin.isEditable) return [];
  const pushed = addPush(neighbour, added, source);
  if (pushed.length > 0) return pushed;
  const own = elementOf(array, neighbour);
  const element = own ?? array.elements.at(added.side === "after" ? -1 : 0);
  if (element == null) return [];
  const edits = overLines(array, element, added, source) ?? insertBeside(array, element, added, source);
  return [{ edits, places: [{ node: array, owner: list, name: "" }] }];
}

/** Puts an object of its own in the place of an element, such as a call that makes other providers as well. */
export function replaceElement(
  list: ListValue,
  object: ObjectValue,
  members: readonly NewMember[],
  source: SourceText,
): RepairOptions {
  const array = list.origin.node;
  const element = array.type === "ArrayExpression" && list.origin.isEditable ? elementOf(array, object) : null;
  if (array.type !== "ArrayExpression" || element == null || source.hasCommentsInside(element)) return [];
  const edits = overLines(array, element, { members, side: "instead" }, source) ?? [
    { range: element.range, text: objectLike(unwrap(element), members, source) },
  ];
  const { node } = object.origin;
  const own = node === unwrap(element) ? [{ node, owner: object, name: "" }] : [];
  return [{ edits, places: [{ node: array, owner: list, name: "" }, ...own] }];
}

/** The list as written that a provider is in, if what is added there gets into the final list for certain. */
function arrayWith(list: ListValue, neighbour: ObjectValue): Node | null {
  const lists = withSpreads(list);
  if (lists.some(({ isChanged }) => isChanged)) return null;
  const holder = lists.findLast(({ elements }) => elements.includes(neighbour)) ?? list;
  return holder.origin.isEditable ? holder.origin.node : list.origin.node;
}

function insertBeside(
  array: Node,
  element: Node,
  { members, side }: NewProvider,
  source: SourceText,
): readonly TextEdit[] {
  const text = objectLike(unwrap(element), members, source);
  return side === "after" ? insertAfter(element, [text], source) : insertBefore(array, element, [text], source);
}

/** A list of names and calls on one line, with an object added: Prettier gives each of them a line of its own. */
function overLines(
  array: TSESTree.ArrayExpression,
  neighbour: Node,
  { members, side }: Omit<NewProvider, "side"> & { readonly side: Side | "instead" },
  source: SourceText,
): readonly TextEdit[] | null {
  const elements = namesOnOneLine(array, source);
  if (elements == null) return null;
  const { hasTrailingCommas, indent, lineBreak } = source.style;
  const outer = source.indentAt(array.range[0]);
  const text = objectOverLines(members, outer + indent, source);
  const texts = elements.map((element) => source.textOf(element));
  texts.splice(elements.indexOf(neighbour) + (side === "after" ? 1 : 0), side === "instead" ? 1 : 0, text);
  const lines = texts.map((each) => outer + indent + each).join(`,${lineBreak}`);
  return [{ range: array.range, text: `[${lineBreak}${lines}${hasTrailingCommas ? "," : ""}${lineBreak}${outer}]` }];
}

/** The elements of a list without objects, on one line that it does not share with what encloses it; otherwise null. */
function namesOnOneLine(array: TSESTree.ArrayExpression, source: SourceText): readonly Node[] | null {
  const elements = array.elements.filter((element) => element != null && element.type !== "ObjectExpression");
  const isOneLine = array.loc.start.line === array.loc.end.line;
  const isInline = /[[({]/u.test(source.text.slice(source.lineStart(array.range[0]), array.range[0]));
  const isPlain = elements.length === array.elements.length && !source.hasCommentsInside(array);
  return isPlain && isOneLine && !isInline ? elements : null;
}

/** `providers.push({ … });` beside the statement that pushes another provider. */
function addPush(neighbour: ObjectValue, { members, side }: NewProvider, source: SourceText): RepairOptions {
  const { node } = neighbour.origin;
  const push = pushOf(neighbour, source);
  if (push == null) return [];
  const { callee, statement } = push;
  const end = source.textOf(statement).endsWith(";") ? ";" : "";
  const text = `${source.textOf(callee)}(${objectLike(node, members, source)})${end}`;
  const separator = source.style.lineBreak + source.indentAt(statement.range[0]);
  const edit: TextEdit =
    side === "after"
      ? insertion(endOfTrailingComments(statement.range[1], source), separator + text)
      : insertion(statement.range[0], text + separator);
  return [{ edits: [edit], places: [{ node, owner: neighbour, name: "" }] }];
}

function insertion(at: number, text: string): TextEdit {
  return { range: [at, at], text };
}

interface Push {
  readonly callee: Node;
  readonly statement: Node;
}

/** The statement that pushes a provider and does nothing else, where a second one can be written beside it. */
function pushOf({ origin }: ObjectValue, source: SourceText): Push | null {
  const { node } = origin;
  const call = node.parent;
  if (!origin.isEditable || call?.type !== "CallExpression" || call.arguments.length !== 1) return null;
  const { callee, parent: statement } = call;
  const hasComments = commentsIn(callee.range[0], node.range[0], source) !== "";
  if (hasComments || statement.type !== "ExpressionStatement" || !source.startsLine(statement)) return null;
  return { callee, statement };
}

/** Removes a provider from its list. */
export function removeElement(list: ListValue, object: ObjectValue, source: SourceText): RepairOptions {
  const { node, isEditable } = list.origin;
  const element = node.type === "ArrayExpression" && isEditable ? elementOf(node, object) : null;
  if (element == null || source.hasCommentsInside(element)) return [];
  return [{ edits: removeItem(element, source), places: [{ node: element, owner: object, name: "" }] }];
}

/** The element of an array literal that is an object, or the call that makes it, whatever types are around it. */
function elementOf(array: TSESTree.ArrayExpression, { origin }: ObjectValue): Node | null {
  return array.elements.find((element) => element != null && unwrap(element) === origin.at) ?? null;
}

/** The array literal that holds an object. */
function enclosingArray(node: Node): TSESTree.ArrayExpression | null {
  let { parent } = node;
  while (parent != null && unwrap(parent) === node) ({ parent } = parent);
  return parent?.type === "ArrayExpression" ? parent : null;
}
