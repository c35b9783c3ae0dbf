/**
 * From a place in the model to a text edit: minimal, in the file's own style, and never at the cost of a comment.
 *
 * A repair is offered as a list of candidates, best first. Each says which places of the model it touches, so that whoever applies it
 * can see whether another provider shares them.
 */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction, unwrap } from "../auth-config/ast.js";
import type { Node } from "../auth-config/ast.js";
import type { AuthConfig, Variant } from "../auth-config/config.js";
import type { Provider } from "../auth-config/provider.js";
import { literalsOf, withSpreads } from "../auth-config/values.js";
import type { ListValue, LiteralPart, Member, ObjectValue, Origin, Part, TextValue } from "../auth-config/values.js";
import { intendedMember, isAudienceStandIn } from "../platform/provider-members.js";
import { clientIdExpression, clientIdFor, environmentVariable, writtenParts } from "./client-id.js";
import type { ClientIdText } from "./client-id.js";
import { breaksAfterColon, readStyle } from "./style.js";
import type { FileStyle } from "./style.js";

export interface TextEdit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** A node that an edit changes, and the part of the model that the edit was meant for. */
export interface Touch {
  readonly node: Node;
  readonly owner: ListValue | ObjectValue;
  readonly name: string;
}

export interface Repair {
  readonly edits: readonly TextEdit[];
  readonly touches: readonly Touch[];
}

/** Ways to make one repair, best first; empty where the text cannot be edited. */
export type Candidates = readonly Repair[];

/** Text to be written: characters, and client ids in whatever form the file has them. */
export type WantedPart = ClientIdText | string;

/** A member to be added, its value as source text. */
export interface NewMember {
  readonly name: string;
  readonly value: string;
}

/** The order of members in the template. */
const TEMPLATE_ORDER = ["type", "domain", "issuer", "algorithm", "applicationID", "jwks"];

/** A provider that is written with `as const`: its neighbours need it, too. */
const ASSERTED_LITERAL = /\b(?:algorithm|type)["']?: ?["'`]\w+["'`] as const\b/u;

type Token = TSESTree.Comment | TSESTree.Token;

export class Editor {
  readonly config: AuthConfig;
  readonly #sourceCode: TSESLint.SourceCode;
  readonly #isTypeScript: boolean;
  #style: FileStyle | null = null;

  constructor(sourceCode: TSESLint.SourceCode, config: AuthConfig, isTypeScript: boolean) {
    this.#sourceCode = sourceCode;
    this.config = config;
    this.#isTypeScript = isTypeScript;
  }

  get style(): FileStyle {
    this.#style ??= readStyle(this.#sourceCode, this.#isTypeScript);
    return this.#style;
  }

  textOf(node: Node): string {
    return this.#sourceCode.text.slice(...node.range);
  }

  hasCommentsInside(node: Node): boolean {
    return this.#sourceCode.getCommentsInside(node).length > 0;
  }

  clientId(provider: Provider, variant: Variant, place: Origin): ClientIdText {
    return clientIdFor(provider, variant, this.config, place);
  }

  clientIdExpression(variant: Variant, place: Origin): string {
    return clientIdExpression(variant, this.config, place);
  }

  /** A pattern as it is written at a place, or null where one of its pieces cannot be written there. */
  writtenParts(pattern: string, variant: Variant, place: Origin): readonly WantedPart[] | null {
    return writtenParts(pattern, variant, this.config, place);
  }

  environmentVariable(name: string, variant: Variant, place: Origin): string {
    return environmentVariable(name, variant, this.config, place);
  }

  // ── Writing ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Source text of an expression for the wanted characters and client ids. */
  write(wanted: readonly WantedPart[]): string {
    const [only] = wanted;
    if (wanted.length === 1 && typeof only === "object" && only.kind === "expression") return only.text;
    if (wanted.every((part) => typeof part === "string" || part.kind === "literal")) {
      return this.quote(wanted.map((part) => (typeof part === "string" ? part : part.text)).join(""));
    }
    const inner = wanted.map((part) =>
      typeof part === "string" ? escapeTemplate(part) : part.kind === "literal" ? part.text : `\${${part.text}}`,
    );
    return `\`${inner.join("")}\``;
  }

  /** `"customJwt"` and its like, with ` as const` where TypeScript would widen it before it meets the type of the config. */
  literal(text: string, place: Node): string {
    return this.quote(text) + (this.#needsConstAssertion(place) ? " as const" : "");
  }

  #needsConstAssertion(place: Node): boolean {
    if (!this.#isTypeScript) return false;
    if (ASSERTED_LITERAL.test(this.#sourceCode.text)) return true;
    if (!this.#sourceCode.text.includes("AuthConfig")) return false;
    for (let node: Node | undefined = place; node != null; node = node.parent) {
      // The type of the config does not reach through these.
      if (node.type === "SpreadElement" || node.type === "CallExpression") return true;
      if (node.type === "TSSatisfiesExpression" || node.type === "TSAsExpression") return false;
      if (node.type === "VariableDeclarator") return node.id.typeAnnotation == null;
      if (isFunction(node)) return node.returnType == null;
    }
    return false;
  }

  /** A string literal in the file's quotes. */
  quote(text: string): string {
    const { quote } = this.style;
    if (quote === "`") return `\`${escapeTemplate(text)}\``;
    return quote + text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`) + quote;
  }

  // ── Replacing ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  replaceNode(node: Node, text: string): Repair | null {
    if (this.hasCommentsInside(node)) return null;
    return { edits: [{ range: this.#rangeWithParentheses(node), text }], touches: [] };
  }

  /** The parentheses of `!(a in b)` go with what needed them. */
  #rangeWithParentheses(node: Node): readonly [number, number] {
    const [before, after] = [this.#sourceCode.getTokenBefore(node), this.#sourceCode.getTokenAfter(node)];
    const isParenthesized = node.parent?.type === "UnaryExpression" && before?.value === "(" && after?.value === ")";
    return isParenthesized ? [before.range[0], after.range[1]] : node.range;
  }

  /** Adds a statement at the end of the file. */
  append(statement: string): Candidates {
    const { text } = this.#sourceCode;
    const { lineBreak } = this.style;
    const end = text.trimEnd().length;
    const semicolon = /;\s*$/mu.test(text) ? "" : ";";
    const written = semicolon === "" ? statement : statement.slice(0, -1);
    return [
      {
        edits: [
          { range: [end, end], text: `${lineBreak}${lineBreak}${written}${end === text.length ? lineBreak : ""}` },
        ],
        touches: [],
      },
    ];
  }

  /** Whether code other than a given statement's exports, or also imports, as CommonJS does. */
  usesCommonJs(except: Node, orImports: boolean): boolean {
    const { text } = this.#sourceCode;
    const others = text.slice(0, except.range[0]) + text.slice(except.range[1]);
    return /\bexports\b/u.test(others) || (orImports && /\brequire\s*\(/u.test(others));
  }

  /** Gives a member another value; what surrounds it (`as const`, `!`) stays. */
  setValue(member: Member, owner: ObjectValue, value: string): Candidates {
    const { property, origin } = member;
    if (property == null || !origin.isEditable) return [];
    const touches: Touch[] = [{ node: property, owner, name: member.name }];
    if (property.shorthand) return [{ edits: [{ range: property.range, text: `${member.name}: ${value}` }], touches }];
    const inner = unwrap(property.value);
    const keepsAssertion = /^["'`]/u.test(value) || !this.textOf(property.value).endsWith("const");
    const written = keepsAssertion ? inner : property.value;
    if (this.hasCommentsInside(written)) return [];
    return [{ edits: [this.#valueEdit(property, written, value)], touches }];
  }

  /** Writes a value behind its key, on the same line where it fits and below it where Prettier would put it. */
  #valueEdit(property: TSESTree.Property, written: Node, value: string): TextEdit {
    const colon = this.#sourceCode.getTokenBefore(property.value);
    const isWhole = written === property.value && colon?.value === ":";
    if (!isWhole || this.#sourceCode.commentsExistBetween(colon, property.value))
      return { range: written.range, text: value };
    const gap = this.#sourceCode.text.slice(colon.range[1], property.value.range[0]);
    const indent = this.#indentAt(property.range[0]);
    const key = this.textOf(property.key);
    // Where the old text was too long as well, the file shows how it wants such lines.
    const wasTooLong =
      !/[\n\r]/u.test(gap) && breaksAfterColon(key, this.textOf(property.value), indent, this.style.tabWidth);
    if (this.#startsLine(property) && !wasTooLong && breaksAfterColon(key, value, indent, this.style.tabWidth)) {
      return {
        range: [colon.range[1], property.value.range[1]],
        text: this.style.lineBreak + indent + this.style.indent + value,
      };
    }
    return { range: [colon.range[1], property.value.range[1]], text: (/[\n\r]/u.test(gap) ? " " : gap) + value };
  }

  /** A member on a line of its own. */
  #memberText(key: string, value: string, indent: string): string {
    const gap = breaksAfterColon(key, value, indent, this.style.tabWidth)
      ? this.style.lineBreak + indent + this.style.indent
      : " ";
    return `${key}:${gap}${value}`;
  }

  renameMember(member: Member, owner: ObjectValue, name: string): Candidates {
    const { property, origin } = member;
    if (property == null || !origin.isEditable || property.computed) return [];
    const touches = namingTouches(property, owner, member.name);
    if (property.shorthand)
      return [{ edits: [{ range: property.range, text: `${name}: ${this.textOf(property)}` }], touches }];
    const text = property.key.type === "Literal" ? this.#quoteLike(property.key, name) : name;
    return [{ edits: [{ range: property.key.range, text }], touches }];
  }

  /** A text in the quotes of the literal that it replaces, unless only the old text needed them. */
  #requoted(leaf: TSESTree.StringLiteral, text: string): string {
    return leaf.value.includes(this.style.quote) ? this.quote(text) : this.#quoteLike(leaf, text);
  }

  /** Gives a member another name and another value. */
  respellMember(member: Member, owner: ObjectValue, name: string, value: string): Candidates {
    if (member.property?.shorthand === true) return this.replaceMember(member, owner, [{ name, value }]);
    return combine(this.renameMember(member, owner, name), this.setValue(member, owner, value));
  }

  #quoteLike(node: Node, text: string): string {
    const quote = this.#sourceCode.text.charAt(node.range[0]);
    return quote + text + quote;
  }

  /**
   * Rewrites a text: in the one literal where it differs, if there is only one; else as a whole.
   * `place` is where the text is a value: the member that holds it.
   */
  rewriteText(text: TextValue, place: Touch, wanted: readonly WantedPart[]): Candidates {
    const candidates: Repair[] = [];
    const inPlace = this.#rewriteLeaf(text, place, wanted);
    if (inPlace != null) candidates.push(inPlace);
    const { origin } = text;
    const { node } = origin;
    const outermost = node.parent?.type === "TSAsExpression" ? node.parent : node;
    if (origin.isEditable && !this.hasCommentsInside(outermost) && isTextExpression(node)) {
      const written = this.write(wanted);
      candidates.push({ edits: [this.#expressionEdit(node, written)], touches: [{ ...place, node }] });
    }
    return candidates;
  }

  /** Replaces an expression; where it is the whole value of a property, with the line break that belongs there. */
  #expressionEdit(node: Node, written: string): TextEdit {
    const { parent } = node;
    // `as const` takes literals only.
    const isConst = parent?.type === "TSAsExpression" && this.textOf(parent.typeAnnotation) === "const";
    if (isConst && !/^["'`]/u.test(written)) return this.#expressionEdit(parent, written);
    if (parent?.type === "Property") return this.#valueEdit(parent, node, written);
    return { range: node.range, text: written };
  }

  /** Gives a member another text: where it is written, or, where others share that, in the member. */
  setText(member: Member, owner: ObjectValue, write: (place: Origin) => readonly WantedPart[]): Candidates {
    const { value } = member;
    const inPlace = this.setValue(member, owner, this.write(write(owner.origin)));
    if (value.kind !== "text") return inPlace;
    return [
      ...this.rewriteText(value, { node: value.origin.node, owner, name: member.name }, write(value.origin)),
      ...inPlace,
    ];
  }

  #rewriteLeaf(text: TextValue, place: Touch, wanted: readonly WantedPart[]): Repair | null {
    const wantedRuns = this.#wantedRuns(text.parts, wanted);
    let edit: Repair | null = null;
    for (const [index, run] of runsOf(text.parts).entries()) {
      const target = wantedRuns?.[index];
      // Pieces are wanted that are not there, or some that are there are not wanted.
      if (target == null) return null;
      if (run.map((part) => part.text).join("") === target) continue;
      if (edit != null) return null;
      edit = this.#editRun(run, target, place);
      if (edit == null) return null;
    }
    return edit;
  }

  /** The wanted characters between the unreadable pieces of a text, or null where other pieces are wanted than are there. */
  #wantedRuns(parts: readonly Part[], wanted: readonly WantedPart[]): readonly string[] | null {
    const opaque = parts.filter((part) => part.kind !== "literal");
    const runs = [""];
    let next = 0;
    for (const part of wanted) {
      if (typeof part === "string" || part.kind === "literal") {
        runs[runs.length - 1] += typeof part === "string" ? part : part.text;
        continue;
      }
      const there = opaque[next++];
      if (there == null || !there.spellings.some(({ node }) => this.textOf(node) === part.text)) return null;
      runs.push("");
    }
    return runs;
  }

  /** Changes one literal of several that stand beside each other: the only one that is neither right already nor absent. */
  #editRun(run: readonly LiteralPart[], target: string, place: Touch): Repair | null {
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
    if (part?.leaf == null || wrong.length !== 1 || !part.origin.isEditable) return null;
    const edit = this.#leafEdit(part.leaf, part.text, rest);
    return edit == null ? null : { edits: [edit], touches: [{ ...place, node: part.leaf }] };
  }

  #leafEdit(leaf: TSESTree.StringLiteral | TSESTree.TemplateElement, text: string, target: string): TextEdit | null {
    const source = this.textOf(leaf);
    const at = source.indexOf(text);
    // An empty text in a sum is no way to write anything.
    if (target === "" && leaf.type === "Literal") return null;
    // Text with escapes has no exact span.
    if (text === "" || at < 0)
      return leaf.type === "Literal" ? this.#expressionEdit(leaf, this.#requoted(leaf, target)) : null;
    if (/["'`\\$]/u.test(target)) return null;
    if (leaf.type === "Literal") return this.#expressionEdit(leaf, this.#requoted(leaf, target));
    const start = leaf.range[0] + at;
    return { range: [start, start + text.length], text: target };
  }

  // ── Members ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Removes a member with its comma; its comments stay. */
  removeMember(member: Member, owner: ObjectValue): Candidates {
    const removed = membersToRemove(member);
    if (removed == null || hasMemberBehind(member, owner)) return [];
    const touches = removed.map((property) => ({ node: property, owner, name: member.name }));
    const edits = removed.flatMap((property) => this.#removeItem(property));
    return [{ edits, touches }];
  }

  /** Adds members to a provider where the template, or the alphabet where the file follows it, puts them. */
  addMembers(object: ObjectValue, members: readonly NewMember[], without: Member | null = null): Candidates {
    const { node, isEditable } = object.origin;
    if (node.type !== "ObjectExpression" || !isEditable) return [];
    const touches: Touch[] = [{ node, owner: object, name: "" }];
    const [first] = node.properties;
    const written = node.properties.filter((property) => property !== without?.property);
    const isMultiLine = written[0] != null && this.#startsLine(written[0]);
    const indent = written[0] == null ? "" : this.#indentAt(written[0].range[0]);
    const texts = members.map((member) => {
      const key = this.#key(member.name, node);
      return { ...member, text: isMultiLine ? this.#memberText(key, member.value, indent) : `${key}: ${member.value}` };
    });
    if (first == null) {
      const inside = node.range[0] + "{".length;
      return [{ edits: [{ range: [inside, inside], text: ` ${texts.map(({ text }) => text).join(", ")} ` }], touches }];
    }
    if (written.length === 0) return [];
    const groups = new Map<Node | undefined, string[]>();
    const ordered = texts.toSorted(
      (left, right) => TEMPLATE_ORDER.indexOf(left.name) - TEMPLATE_ORDER.indexOf(right.name),
    );
    for (const { name, text } of ordered) {
      const anchor = anchorFor(name, written);
      groups.set(anchor, [...(groups.get(anchor) ?? []), text]);
    }
    const edits = [...groups].flatMap(([anchor, group]) =>
      anchor == null ? this.#insertBefore(node, first, group) : this.#insertAfter(anchor, group),
    );
    return [{ edits, touches }];
  }

  /** Puts new members where a member stood. */
  replaceMember(member: Member, owner: ObjectValue, members: readonly NewMember[]): Candidates {
    const { property, origin } = member;
    if (property == null || !origin.isEditable || member.replaces != null) return [];
    const separator = this.#isAloneOnLine(property) ? this.style.lineBreak + this.#indentAt(property.range[0]) : " ";
    const texts = members.map(({ name, value }) => `${this.#key(name, property.parent)}: ${value}`);
    const comments = this.#commentsIn(property.range[0], property.range[1]);
    const lead = comments === "" || /\s$/u.test(comments) ? comments : `${comments} `;
    const edits = [{ range: property.range, text: lead + texts.join(`,${separator}`) }];
    return [{ edits, touches: namingTouches(property, owner, member.name) }];
  }

  #key(name: string, object: { readonly properties: readonly Node[] }): string {
    const key = object.properties.find((property) => property.type === "Property")?.key;
    return key?.type === "Literal" ? this.#quoteLike(key, name) : name;
  }

  // ── Elements ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Where a provider that is added beside another one will stand. */
  placeBeside(list: ListValue, beside: ObjectValue): Origin {
    const { node, isEditable } = beside.origin;
    const standsThere = isEditable && (enclosingArray(node) != null || node.parent?.type === "CallExpression");
    return standsThere ? beside.origin : list.origin;
  }

  /** Adds a provider behind or before another one: in the list where it stands, or with a `push` of its own. */
  addElement(
    list: ListValue,
    beside: ObjectValue,
    members: readonly NewMember[],
    where: "after" | "before",
  ): Candidates {
    const node = (beside.origin.isEditable ? enclosingArray(beside.origin.node) : null) ?? list.origin.node;
    if (node.type !== "ArrayExpression" || !list.origin.isEditable) return [];
    const touches: Touch[] = [{ node, owner: list, name: "" }];
    const own = node.elements.find((item) => item != null && unwrap(item) === beside.origin.node);
    const pushed = this.#addPush(beside, members, where);
    if (pushed.length > 0) return pushed;
    const element = own ?? node.elements.at(where === "after" ? -1 : 0);
    if (element == null) return [];
    const spread = this.#overLines(node, element, members, where);
    if (spread != null) return [{ edits: spread, touches }];
    const text = this.#objectText(unwrap(element), members);
    const edits = where === "after" ? this.#insertAfter(element, [text]) : this.#insertBefore(node, element, [text]);
    return [{ edits, touches }];
  }

  /** A list of names and calls on one line, with an object added: Prettier gives each of them a line of its own. */
  #overLines(
    list: TSESTree.ArrayExpression,
    beside: Node,
    members: readonly NewMember[],
    where: "after" | "before",
  ): TextEdit[] | null {
    const elements = list.elements.filter((element) => element != null);
    const isSimple =
      elements.length === list.elements.length && elements.every(({ type }) => type !== "ObjectExpression");
    const isInline = /[[({]/u.test(this.#sourceCode.text.slice(this.#lineStart(list.range[0]), list.range[0]));
    if (list.loc.start.line !== list.loc.end.line || isInline || !isSimple || this.hasCommentsInside(list)) return null;
    const { hasTrailingCommas, indent, lineBreak } = this.style;
    const outer = this.#indentAt(list.range[0]);
    const added = this.#objectOverLines(members, outer + indent);
    const texts = elements.flatMap((element) => {
      const text = this.textOf(element);
      if (element !== beside) return [text];
      return where === "after" ? [text, added] : [added, text];
    });
    const lines = texts.map((text) => outer + indent + text).join(`,${lineBreak}`);
    return [{ range: list.range, text: `[${lineBreak}${lines}${hasTrailingCommas ? "," : ""}${lineBreak}${outer}]` }];
  }

  /** `providers.push({ … });` beside the statement that pushes another provider. */
  #addPush(beside: ObjectValue, members: readonly NewMember[], where: "after" | "before"): Candidates {
    const { node, isEditable } = beside.origin;
    const call = node.parent;
    if (
      !isEditable ||
      call?.type !== "CallExpression" ||
      call.arguments.length !== 1 ||
      this.hasCommentsInside(call.callee)
    )
      return [];
    const statement = call.parent;
    if (statement.type !== "ExpressionStatement" || !this.#startsLine(statement)) return [];
    if (this.#commentsIn(call.callee.range[0], node.range[0]) !== "") return [];
    const end = this.textOf(statement).endsWith(";") ? ";" : "";
    const text = `${this.textOf(call.callee)}(${this.#objectText(node, members)})${end}`;
    const separator = this.style.lineBreak + this.#indentAt(statement.range[0]);
    const isAfter = where === "after";
    const at = isAfter ? this.#endOfTrailingComments(statement.range[1]) : statement.range[0];
    const touches = [{ node, owner: beside, name: "" }];
    return [{ edits: [{ range: [at, at], text: isAfter ? separator + text : text + separator }], touches }];
  }

  removeElement(list: ListValue, object: ObjectValue): Candidates {
    const { node, isEditable } = list.origin;
    if (node.type !== "ArrayExpression" || !isEditable) return [];
    const element = node.elements.find((item) => item != null && unwrap(item) === object.origin.node);
    if (element == null || this.hasCommentsInside(element)) return [];
    return [{ edits: this.#removeItem(element), touches: [{ node: element, owner: object, name: "" }] }];
  }

  /** An object literal with the layout, the quoting and the order of the one that it stands beside. */
  #objectText(beside: Node, members: readonly NewMember[]): string {
    if (beside.type !== "ObjectExpression") return this.#plainObjectText(beside, members);
    const properties = beside.properties.filter((property) => property.type === "Property");
    const names = properties.map((property) => nameOf(property));
    const ordered = isAlphabetical(names)
      ? members.toSorted((left, right) => (left.name < right.name ? -1 : 1))
      : members;
    const first = beside.properties[0];
    const isMultiLine = first != null && beside.loc.start.line !== first.loc.start.line;
    if (!isMultiLine)
      return `{ ${ordered.map(({ name, value }) => `${this.#key(name, beside)}: ${value}`).join(", ")} }`;
    const { lineBreak } = this.style;
    const inner = this.#indentAt(first.range[0]);
    const texts = ordered.map(({ name, value }) => this.#memberText(this.#key(name, beside), value, inner));
    const outer = this.#indentAt(beside.range[1] - 1);
    const last = this.#sourceCode.getLastToken(beside, { skip: 1 });
    const comma = last?.value === "," ? "," : "";
    return `{${lineBreak}${texts.map((text) => inner + text).join(`,${lineBreak}`)}${comma}${lineBreak}${outer}}`;
  }

  /** An object literal beside something else: one member a line, where its neighbour has a line of its own. */
  #plainObjectText(beside: Node, members: readonly NewMember[]): string {
    if (!this.#startsLine(beside)) return `{ ${members.map(({ name, value }) => `${name}: ${value}`).join(", ")} }`;
    return this.#objectOverLines(members, this.#indentAt(beside.range[0]));
  }

  /** An object literal with one member a line, whose own line is indented so far. */
  #objectOverLines(members: readonly NewMember[], outer: string): string {
    const { hasTrailingCommas, indent, lineBreak } = this.style;
    const inner = outer + indent;
    const texts = members.map(({ name, value }) => inner + this.#memberText(name, value, inner));
    return `{${lineBreak}${texts.join(`,${lineBreak}`)}${hasTrailingCommas ? "," : ""}${lineBreak}${outer}}`;
  }

  // ── Items of an object or a list ──────────────────────────────────────────────────────────────────────────────────────────────────

  #insertAfter(anchor: Node, texts: readonly string[]): TextEdit[] {
    const comma = this.#commaAfter(anchor);
    const isOwnLine = this.#startsLine(anchor);
    const lead = isOwnLine ? this.style.lineBreak + this.#indentAt(anchor.range[0]) : " ";
    const end = (comma ?? anchor).range[1];
    const at = isOwnLine ? this.#endOfTrailingComments(end) : end;
    if (comma != null) return [{ range: [at, at], text: texts.map((text) => `${lead}${text},`).join("") }];
    const inserted = texts.map((text) => lead + text).join(",");
    if (at === end || this.#sourceCode.text.slice(end, at).endsWith("*/"))
      return [{ range: [at, at], text: `,${inserted}` }];
    return [
      { range: [end, end], text: "," },
      { range: [at, at], text: inserted },
    ];
  }

  #insertBefore(container: Node, first: Node, texts: readonly string[]): TextEdit[] {
    const isMultiLine = container.loc.start.line !== first.loc.start.line;
    const separator = isMultiLine ? this.style.lineBreak + this.#indentAt(first.range[0]) : " ";
    return [{ range: [first.range[0], first.range[0]], text: texts.map((text) => `${text},${separator}`).join("") }];
  }

  #removeItem(item: Node): TextEdit[] {
    const comma = this.#commaAfter(item);
    const before = comma == null ? this.#sourceCode.getTokenBefore(item) : null;
    const edits: TextEdit[] = [];
    const { text } = this.#sourceCode;
    const hasLeadingComma =
      before?.value === "," && this.#startsLine(before) && text.slice(before.range[1], item.range[0]).trim() === "";
    if (hasLeadingComma && this.#commentsIn(item.range[0], item.range[1]) === "")
      return [this.#removalOf(before.range[0], item.range[1], null)];
    // Without a comma behind it the item was the last one: the comma before it goes, too.
    if (before?.value === ",") edits.push({ range: before.range, text: "" });
    const end = (comma ?? item).range[1];
    const kept = this.#commentsIn(item.range[0], end);
    if (kept !== "") {
      edits.push({ range: [item.range[0], end], text: kept });
    } else {
      edits.push(this.#removalOf(item.range[0], end, before));
    }
    return edits;
  }

  /** The comments of a removed stretch, to be left in its place. */
  #commentsIn(start: number, end: number): string {
    const comments = this.#sourceCode
      .getAllComments()
      .filter((comment) => comment.range[0] >= start && comment.range[1] <= end);
    const indent = this.#indentAt(start);
    let text = "";
    for (const [index, comment] of comments.entries()) {
      const isLast = index === comments.length - 1;
      text += this.#sourceCode.text.slice(...comment.range);
      if (!isLast) text += comment.type === "Line" ? this.style.lineBreak + indent : " ";
    }
    const last = comments.at(-1);
    const followsCode = this.#sourceCode.text.slice(end, this.#lineEnd(end)).trim() !== "";
    return last?.type === "Line" && followsCode ? text + this.style.lineBreak + indent : text;
  }

  #removalOf(start: number, end: number, commaBefore: Token | null): TextEdit {
    const { text } = this.#sourceCode;
    const lineStart = this.#lineStart(start);
    const lineEnd = this.#lineEnd(end);
    const before = text.slice(lineStart, start);
    const after = text.slice(end, lineEnd);
    if (before.trim() === "" && after.trim() === "") return this.#lineRemoval(lineStart, lineEnd);
    if (before.trim() === "") return { range: [start, end + (after.length - after.trimStart().length)], text: "" };
    const floor = commaBefore?.range[1] ?? lineStart;
    const from = Math.max(floor, start - (before.length - before.trimEnd().length));
    return { range: [from, end], text: "" };
  }

  /** Removes whole lines, and with them a blank line that would be left doubled or at an edge. */
  #lineRemoval(start: number, end: number): TextEdit {
    const { text } = this.#sourceCode;
    const next = this.#nextLine(end);
    // There is a line before: what holds the item begins there, or further up.
    const previousStart = this.#lineStart(start - 1);
    const previous = text.slice(previousStart, start);
    const following = text.slice(next, this.#lineEnd(next));
    const isBlankBefore = previous.trim() === "";
    if (following.trim() === "" && (isBlankBefore || /[[{(]\s*$/u.test(previous)))
      return { range: [start, this.#nextLine(this.#lineEnd(next))], text: "" };
    if (isBlankBefore && /^\s*[\]})]/u.test(following)) return { range: [previousStart, next], text: "" };
    return { range: [start, next], text: "" };
  }

  // ── Text and tokens ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

  #commaAfter(node: Node): Token | null {
    const token = this.#sourceCode.getTokenAfter(node);
    return token?.value === "," ? token : null;
  }

  /** The end of the comments that stand behind a position on its line. */
  #endOfTrailingComments(position: number): number {
    const lineEnd = this.#lineEnd(position);
    let end = position;
    for (const comment of this.#sourceCode.getAllComments()) {
      const [start, stop] = comment.range;
      if (start < end) continue;
      if (stop > lineEnd || this.#sourceCode.text.slice(end, start).trim() !== "") break;
      end = stop;
    }
    // Only what ends the line belongs to the item before it.
    return this.#sourceCode.text.slice(end, lineEnd).trim() === "" ? end : position;
  }

  #startsLine(node: Node | Token): boolean {
    return this.#sourceCode.text.slice(this.#lineStart(node.range[0]), node.range[0]).trim() === "";
  }

  #isAloneOnLine(node: Node): boolean {
    const last = this.#commaAfter(node) ?? node;
    const next = this.#sourceCode.getTokenAfter(last as TSESTree.Token);
    return this.#startsLine(node) && (next == null || next.loc.start.line > last.loc.end.line);
  }

  #indentAt(position: number): string {
    const before = this.#sourceCode.text.slice(this.#lineStart(position), position);
    return before.slice(0, before.search(/[^\t ]|$/u));
  }

  #lineStart(position: number): number {
    return this.#sourceCode.getIndexFromLoc({ line: this.#sourceCode.getLocFromIndex(position).line, column: 0 });
  }

  #lineEnd(position: number): number {
    const { line } = this.#sourceCode.getLocFromIndex(position);
    return this.#sourceCode.getIndexFromLoc({ line, column: (this.#sourceCode.lines[line - 1] as string).length });
  }

  #nextLine(lineEnd: number): number {
    const { text } = this.#sourceCode;
    if (text[lineEnd] === "\r" && text[lineEnd + 1] === "\n") return lineEnd + 2;
    return Math.min(lineEnd + 1, text.length);
  }
}

/** Joins repairs that belong together: with the best candidate of each, or not at all. */
export function combine(...parts: readonly Candidates[]): Candidates {
  const [first, ...others] = parts;
  if (first == null) return [];
  return first.flatMap((candidate) => {
    const joined = [candidate];
    for (const other of others) {
      const [best] = other;
      if (best == null) return [];
      joined.push(best);
    }
    const edits = joined
      .flatMap((repair) => repair.edits)
      .toSorted((left, right) => left.range[0] - right.range[0] || left.range[1] - right.range[1]);
    let end = 0;
    for (const { range } of edits) {
      if (range[0] < end) return [];
      [, end] = range;
    }
    return [{ edits, touches: joined.flatMap((repair) => repair.touches) }];
  });
}

/** What an edit touches that brings a new name into an object literal: whatever else that literal is spread into has it, too. */
function namingTouches(property: TSESTree.Property, owner: ObjectValue, name: string): readonly Touch[] {
  return [
    { node: property, owner, name },
    { node: property.parent, owner, name: "" },
  ];
}

/** The array literal that an object stands in. */
function enclosingArray(node: Node): TSESTree.ArrayExpression | null {
  let { parent } = node;
  while (parent != null && unwrap(parent) === node) ({ parent } = parent);
  return parent?.type === "ArrayExpression" ? parent : null;
}

function escapeTemplate(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${");
}

/** Whether a node is nothing but a text, so that it may be replaced by another one. */
function isTextExpression(node: Node): boolean {
  return node.type === "Literal" || node.type === "TemplateLiteral" || node.type === "BinaryExpression";
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

/** The properties that must go for a member to be gone, or null where one of them may not be edited. */
function membersToRemove(member: Member): readonly TSESTree.Property[] | null {
  const properties: TSESTree.Property[] = [];
  for (let current: Member | null = member; current != null; current = current.replaces) {
    if (current.property == null || !current.origin.isEditable) return null;
    properties.push(current.property);
  }
  return properties;
}

/** Whether a spread object holds a member of the same name, which would come to light. */
function hasMemberBehind({ name, property }: Member, object: ObjectValue): boolean {
  const others = literalsOf(object).filter((literal) => literal !== property?.parent);
  const isWritten = others.some((literal) =>
    literal.properties.some((other) => other.type === "Property" && nameOf(other) === name),
  );
  // What is assigned to an object stands in no literal.
  return isWritten || withSpreads(object).some(({ members }) => members.get(name)?.property === null);
}

function nameOf(property: TSESTree.Property): string {
  const { key } = property;
  return key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "";
}

/** The item behind which a new member belongs; none for the front. */
function anchorFor(name: string, written: readonly TSESTree.ObjectLiteralElement[]): Node | undefined {
  const named = written.filter((property) => property.type === "Property");
  const names = named.map((property) => nameOf(property));
  const follows = isAlphabetical(names)
    ? (other: string): boolean => other < name
    : (other: string): boolean => templateIndex(other) >= 0 && templateIndex(other) < templateIndex(name);
  const before = named.filter((property) => follows(nameOf(property)));
  // `type` often stands at the end: it tells the place of another member only where nothing else does.
  if (isAlphabetical(names)) return before.at(-1);
  const nearest = before.findLast((property) => nameOf(property) !== "type") ?? before.at(-1);
  if (nearest != null) return nearest;
  // `type` leads; anything else without a neighbour goes to the end.
  return name === "type" ? undefined : written.at(-1);
}

/** The place of a member in the template; a misspelt one has the place of what it was meant for. */
function templateIndex(name: string): number {
  return TEMPLATE_ORDER.indexOf(isAudienceStandIn(name) ? "applicationID" : (intendedMember(name) ?? name));
}

/** Whether enough names stand in alphabetical order to call it intended. */
function isAlphabetical(names: readonly string[]): boolean {
  let previous: string | null = null;
  for (const name of names) {
    if (previous != null && previous >= name) return false;
    previous = name;
  }
  return names.length >= 4;
}
