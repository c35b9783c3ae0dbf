/** Members of a provider: added, removed, renamed, and given other values. */
import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../auth-config/ast.js";
import type { Node } from "../auth-config/ast.js";
import type { Provider, ProviderMember } from "../auth-config/provider.js";
import { literalsOf, withSpreads } from "../auth-config/values.js";
import type { ObjectValue, Origin } from "../auth-config/values.js";
import { intendedMember, isAudienceStandIn } from "../platform/provider-members.js";
import { commentsIn, insertAfter, insertBefore, removeItem } from "./items.js";
import { NOTHING_TO_DO, combine } from "./repair.js";
import type { EditedPlace, RepairOptions } from "./repair.js";
import type { SourceText } from "./source-text.js";
import { rewriteText, valueEdit } from "./text-rewrite.js";
import { isAlphabetical, keyLike, memberOnLine, nameOf, quoteLike, write } from "./writing.js";
import type { NewMember, WantedPart } from "./writing.js";

/** Gives a provider members: those that it has get the value, the others are added. */
export function writeMembers(provider: Provider, members: readonly NewMember[], source: SourceText): RepairOptions {
  const added = members.filter(({ name }) => provider.written(name) == null);
  const set = members.flatMap(({ name, value }) => {
    const member = provider.written(name);
    // What is around the old value stays.
    return member == null ? [] : [setValue(member, value.replace(/ as const$/u, ""), source)];
  });
  return combine(...set, addMembers(provider.object, added, source));
}

/** The order of members in the template. */
const TEMPLATE_ORDER = ["type", "domain", "issuer", "algorithm", "applicationID", "jwks"];

/** Gives a member another value; what surrounds it (`as const`, `!`) stays. */
export function setValue(member: ProviderMember, value: string, source: SourceText): RepairOptions {
  const { property, origin, owner, name } = member;
  if (property == null || !origin.isEditable) return [];
  const places: EditedPlace[] = [{ node: property, owner, name }];
  if (property.shorthand) return [{ edits: [{ range: property.range, text: `${name}: ${value}` }], places }];
  if (property.method || property.kind !== "init") {
    // A method or a getter: its parentheses and its body go as well.
    const text = `${source.textOf(property.key)}: ${value}`;
    const isPlain = !property.computed && !source.hasCommentsInside(property);
    return isPlain ? [{ edits: [{ range: property.range, text }], places }] : [];
  }
  const inner = unwrap(property.value);
  const keepsAssertion = /^["'`]/u.test(value) || !source.textOf(property.value).endsWith("const");
  const replaced = keepsAssertion ? inner : property.value;
  if (source.hasCommentsInside(replaced)) return [];
  return [{ edits: [valueEdit(property, replaced, value, source)], places }];
}

/** Gives a member another text: where it is written, or, where others share that, in the member. */
export function setText(
  member: ProviderMember,
  wantedAt: (place: Origin) => readonly WantedPart[],
  source: SourceText,
): RepairOptions {
  const inMember = setValue(member, write(wantedAt(member.owner.origin), source), source);
  return [...rewriteText(member, wantedAt, source), ...inMember];
}

/** Gives a member another name. */
export function renameMember(member: ProviderMember, name: string, source: SourceText): RepairOptions {
  const { property } = member;
  const written = propertiesOf(member);
  if (property == null || written == null || property.computed || member.owner.changed.has(name)) return [];
  if (hasMemberBehind(member)) return [];
  const renamed = property.shorthand
    ? { range: property.range, text: `${name}: ${source.textOf(property)}` }
    : {
        range: property.key.range,
        text: property.key.type === "Literal" ? quoteLike(property.key, name, source) : name,
      };
  // What it replaces would count again under the old name.
  const hidden = written.filter((other) => other !== property);
  return [
    {
      edits: [...hidden.flatMap((other) => removeItem(other, source)), renamed],
      places: written.flatMap((each) => placesOfName(member, each)),
    },
  ];
}

/** Gives a member another name and another value. */
export function respellMember(member: ProviderMember, wanted: NewMember, source: SourceText): RepairOptions {
  if (member.property?.shorthand === true) return replaceMember(member, [wanted], source);
  return combine(renameMember(member, wanted.name, source), setValue(member, wanted.value, source));
}

/** Puts new members in the place of a member. */
export function replaceMember(
  member: ProviderMember,
  members: readonly NewMember[],
  source: SourceText,
): RepairOptions {
  const { property, origin, replaces } = member;
  if (property?.parent.type !== "ObjectExpression" || !origin.isEditable || replaces != null) return [];
  const object = property.parent;
  const separator = isAloneOnLine(property, source) ? source.style.lineBreak + source.indentAt(property.range[0]) : " ";
  const texts = members.map(({ name, value }) => `${keyLike(name, object, source)}: ${value}`);
  const comments = commentsIn(...property.range, source);
  const lead = comments === "" || /\s$/u.test(comments) ? comments : `${comments} `;
  const edits = [{ range: property.range, text: lead + texts.join(`,${separator}`) }];
  return [{ edits, places: placesOfName(member, property) }];
}

function isAloneOnLine(node: Node, source: SourceText): boolean {
  const last = source.commaAfter(node) ?? node;
  const next = source.tokenAfter(last);
  return source.startsLine(node) && (next == null || next.loc.start.line > last.loc.end.line);
}

/** What an edit of a name reaches: whatever else the object literal is spread into has the new name, too. */
function placesOfName({ owner, name }: ProviderMember, property: TSESTree.Property): readonly EditedPlace[] {
  return [
    { node: property, owner, name },
    { node: property.parent, owner, name: "" },
  ];
}

/** Removes a member with its comma; its comments stay. */
export function removeMember(member: ProviderMember, source: SourceText): RepairOptions {
  const { owner, name } = member;
  const removed = propertiesOf(member);
  if (removed == null || hasMemberBehind(member)) return [];
  const places = removed.map((node) => ({ node, owner, name }));
  return [{ edits: removed.flatMap((property) => removeItem(property, source)), places }];
}

/** The properties that must go for a member to be gone, or null where one of them may not be edited. */
function propertiesOf(member: ProviderMember): readonly TSESTree.Property[] | null {
  const properties: TSESTree.Property[] = [];
  for (let written: ProviderMember["replaces"] = member; written != null; written = written.replaces) {
    if (written.property == null || !written.origin.isEditable) return null;
    properties.push(written.property);
  }
  return properties;
}

/** Whether a spread object holds a member of the same name, which would come to light. */
function hasMemberBehind({ name, property, owner }: ProviderMember): boolean {
  const others = literalsOf(owner).filter((literal) => literal !== property?.parent);
  const isWritten = others.some((literal) =>
    literal.properties.some((other) => other.type === "Property" && nameOf(other) === name),
  );
  // What is assigned to an object is in no literal.
  return isWritten || withSpreads(owner).some(({ members }) => members.get(name)?.property === null);
}

/** Adds members to an object where the template, or the alphabet where the file follows it, puts them. */
export function addMembers(
  object: ObjectValue,
  members: readonly NewMember[],
  source: SourceText,
  /** A member that another edit removes. */
  without?: ProviderMember,
): RepairOptions {
  const { node, isEditable } = object.origin;
  if (members.length === 0) return NOTHING_TO_DO;
  // What is assigned later, or is there already, is what counts.
  const isInVain = ({ name }: NewMember): boolean =>
    object.changed.has(name) || object.members.get(name)?.property?.parent === node;
  if (members.some(isInVain)) return [];
  if (node.type !== "ObjectExpression" || !isEditable) return [];
  const places: EditedPlace[] = [{ node, owner: object, name: "" }];
  const [first] = node.properties;
  if (first == null) {
    const inside = node.range[0] + "{".length;
    return [
      {
        edits: [{ range: [inside, inside], text: ` ${memberTexts(members, node, null, source).join(", ")} ` }],
        places,
      },
    ];
  }
  const written = node.properties.filter((property) => property !== without?.property);
  const [neighbour] = written;
  if (neighbour == null) return [];
  const edits = [...byAnchor(members, written)].flatMap(([anchor, group]) => {
    const texts = memberTexts(group, node, neighbour, source);
    return anchor == null ? insertBefore(node, first, texts, source) : insertAfter(anchor, texts, source);
  });
  return [{ edits, places }];
}

/** New members as they look beside another one. */
function memberTexts(
  members: readonly NewMember[],
  object: TSESTree.ObjectExpression,
  neighbour: Node | null,
  source: SourceText,
): readonly string[] {
  const isMultiLine = neighbour != null && source.startsLine(neighbour);
  const indent = isMultiLine ? source.indentAt(neighbour.range[0]) : "";
  return members.map(({ name, value }) => {
    const key = keyLike(name, object, source);
    return isMultiLine ? memberOnLine(key, value, indent, source) : `${key}: ${value}`;
  });
}

/** New members in the order of the template, by the item after which they belong; undefined for the front. */
function byAnchor(
  members: readonly NewMember[],
  written: readonly TSESTree.ObjectLiteralElement[],
): ReadonlyMap<Node | undefined, readonly NewMember[]> {
  const groups = new Map<Node | undefined, NewMember[]>();
  const ordered = members.toSorted(
    (left, right) => TEMPLATE_ORDER.indexOf(left.name) - TEMPLATE_ORDER.indexOf(right.name),
  );
  for (const member of ordered) {
    const anchor = anchorFor(member.name, written);
    const group = groups.get(anchor);
    if (group == null) groups.set(anchor, [member]);
    else group.push(member);
  }
  return groups;
}

function anchorFor(name: string, written: readonly TSESTree.ObjectLiteralElement[]): Node | undefined {
  const named = written.filter((property) => property.type === "Property");
  const names = named.map((property) => nameOf(property));
  if (isAlphabetical(names)) return named.findLast((property) => nameOf(property) < name);
  const before = named.filter((property) => isBeforeInTemplate(nameOf(property), name));
  // `type` is often at the end: it tells the place of another member only where nothing else does.
  const nearest = before.findLast((property) => nameOf(property) !== "type") ?? before.at(-1);
  if (nearest != null) return nearest;
  // `type` leads; anything else without a neighbour goes to the end.
  return name === "type" ? undefined : written.at(-1);
}

function isBeforeInTemplate(other: string, name: string): boolean {
  return templateIndex(other) >= 0 && templateIndex(other) < templateIndex(name);
}

/** The place of a member in the template; a misspelt one has the place of what it was meant for. */
function templateIndex(name: string): number {
  return TEMPLATE_ORDER.indexOf(isAudienceStandIn(name) ? "applicationID" : (intendedMember(name) ?? name));
}
