/** Source text of what a repair adds, as the file itself would write it. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, nameOfKey } from "../auth-config/ast.js";
import type { Node } from "../auth-config/ast.js";
import type { ClientIdText } from "./client-id.js";
import type { SourceText } from "./source-text.js";
import { breaksAfterColon } from "./style.js";

/** Text to be written: characters, and client IDs in whatever form the file has them. */
export type WantedPart = ClientIdText | string;

/** A member to be added, its value as source text. */
export interface NewMember {
  readonly name: string;
  readonly value: string;
}

/** A provider that is written with `as const`: its neighbours need it, too. */
const ASSERTED_LITERAL = /\b(?:algorithm|type)["']?: ?["'`]\w+["'`] as const\b/u;

/** An expression for the wanted characters and client IDs. */
export function write(wanted: readonly WantedPart[], source: SourceText): string {
  const [only] = wanted;
  if (wanted.length === 1 && typeof only === "object" && only.kind === "expression") return only.text;
  if (wanted.every((part) => typeof part === "string" || part.kind === "literal")) {
    return quote(wanted.map((part) => (typeof part === "string" ? part : part.text)).join(""), source);
  }
  return `\`${wanted.map(templatePiece).join("")}\``;
}

function templatePiece(part: WantedPart): string {
  if (typeof part === "string") return escapeTemplate(part);
  return part.kind === "literal" ? part.text : `\${${part.text}}`;
}

/** A string literal in the file's quotes. */
export function quote(text: string, { style }: SourceText): string {
  if (style.quote === "`") return `\`${escapeTemplate(text)}\``;
  return style.quote + text.replaceAll("\\", "\\\\").replaceAll(style.quote, `\\${style.quote}`) + style.quote;
}

/** A text in the quotes of another literal. */
export function quoteLike(literal: Node, text: string, source: SourceText): string {
  const mark = source.text.charAt(literal.range[0]);
  return mark + text + mark;
}

function escapeTemplate(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${");
}

/** `"customJwt"` and the like, with ` as const` where TypeScript would widen it first. */
export function typedLiteral(text: string, place: Node, source: SourceText): string {
  return quote(text, source) + (needsConstAssertion(place, source) ? " as const" : "");
}

function needsConstAssertion(place: Node, { style, text }: SourceText): boolean {
  if (!style.isTypeScript) return false;
  if (ASSERTED_LITERAL.test(text)) return true;
  return text.includes("AuthConfig") && isWidenedAt(place);
}

/** Whether TypeScript infers the type of an object before it compares it with the type of the config. */
function isWidenedAt(place: Node): boolean {
  for (let node: Node | undefined = place; node != null; node = node.parent) {
    // The type of the config does not reach through these.
    if (node.type === "SpreadElement" || node.type === "CallExpression") return true;
    if (node.type === "TSSatisfiesExpression" || node.type === "TSAsExpression") return false;
    if (node.type === "VariableDeclarator") return node.id.typeAnnotation == null;
    if (isFunction(node)) return node.returnType == null;
  }
  return false;
}

/** The key of a member, quoted where the object quotes its keys. */
export function keyLike(name: string, object: TSESTree.ObjectExpression, source: SourceText): string {
  const key = object.properties.find((property) => property.type === "Property")?.key;
  return key?.type === "Literal" ? quoteLike(key, name, source) : name;
}

/** A member on a line of its own. */
export function memberOnLine(key: string, value: string, indent: string, { style }: SourceText): string {
  const isBroken = breaksAfterColon(key, value, indent, style.tabWidth);
  return `${key}:${isBroken ? style.lineBreak + indent + style.indent : " "}${value}`;
}

/** An object literal with the layout, the quoting and the order of its neighbour. */
export function objectLike(neighbour: Node, members: readonly NewMember[], source: SourceText): string {
  if (neighbour.type !== "ObjectExpression") {
    if (!source.startsLine(neighbour)) return objectOnLine(members);
    return objectOverLines(members, source.indentAt(neighbour.range[0]), source);
  }
  const ordered = isAlphabetical(memberNames(neighbour))
    ? members.toSorted((left, right) => (left.name < right.name ? -1 : 1))
    : members;
  const spelt = ordered.map(({ name, value }) => ({ name: keyLike(name, neighbour, source), value }));
  const [first] = neighbour.properties;
  if (first == null || neighbour.loc.start.line === first.loc.start.line) return objectOnLine(spelt);
  return overLines(
    spelt,
    {
      outer: source.indentAt(neighbour.range[1] - 1),
      inner: source.indentAt(first.range[0]),
      hasTrailingComma: source.hasTrailingComma(neighbour),
    },
    source,
  );
}

function objectOnLine(members: readonly NewMember[]): string {
  return `{ ${members.map(({ name, value }) => `${name}: ${value}`).join(", ")} }`;
}

/** An object literal with one member on each line, where its own line has this indent. */
export function objectOverLines(members: readonly NewMember[], outer: string, source: SourceText): string {
  const { hasTrailingCommas, indent } = source.style;
  return overLines(members, { outer, inner: outer + indent, hasTrailingComma: hasTrailingCommas }, source);
}

interface Layout {
  readonly outer: string;
  readonly inner: string;
  readonly hasTrailingComma: boolean;
}

function overLines(members: readonly NewMember[], layout: Layout, source: SourceText): string {
  const { outer, inner, hasTrailingComma } = layout;
  const { lineBreak } = source.style;
  const lines = members.map(({ name, value }) => inner + memberOnLine(name, value, inner, source));
  return `{${lineBreak}${lines.join(`,${lineBreak}`)}${hasTrailingComma ? "," : ""}${lineBreak}${outer}}`;
}

/** The names of the members of an object literal, in order. */
function memberNames({ properties }: TSESTree.ObjectExpression): readonly string[] {
  return properties.filter((property) => property.type === "Property").map((property) => nameOf(property));
}

/** The name of a member, where its key says it. */
export function nameOf({ key }: TSESTree.Property): string {
  return nameOfKey(key) ?? "";
}

/** Whether enough names are in alphabetical order to call it intended. */
export function isAlphabetical(names: readonly string[]): boolean {
  let previous: string | null = null;
  for (const name of names) {
    if (previous != null && previous >= name) return false;
    previous = name;
  }
  return names.length >= 4;
}
