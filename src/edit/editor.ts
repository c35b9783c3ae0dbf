import type { Node } from "../auth-config/ast.js";
import type { Variant } from "../auth-config/config.js";
import type { NamedClient, Provider, ProviderMember } from "../auth-config/provider.js";
import type { Origin } from "../auth-config/values.js";
import { clientIdExpression, clientIdFor, environmentVariable, writtenParts } from "./client-id.js";
import type { ClientIdText } from "./client-id.js";
import { append, replaceNode, usesCommonJs } from "./code.js";
import { addElement, placeBeside, removeElement, replaceElement } from "./elements.js";
import type { NewProvider } from "./elements.js";
import {
  addMembers,
  removeMember,
  renameMember,
  replaceMember,
  respellMember,
  setText,
  setValue,
  writeMembers,
} from "./members.js";
import type { RepairOptions } from "./repair.js";
import type { SourceText } from "./source-text.js";
import type { FileStyle } from "./style.js";
import { rewriteText } from "./text-rewrite.js";
import type { WantedAt } from "./text-rewrite.js";
import { quote, typedLiteral, write } from "./writing.js";
import type { NewMember, WantedPart } from "./writing.js";

/**
 * All that a rule can do to a file, as one variant of it reads: minimal edits in the file's own style that lose no
 * comment. A repair comes as a list of options, best first.
 */
export class Editor {
  readonly variant: Variant;
  readonly #source: SourceText;

  constructor(source: SourceText, variant: Variant) {
    this.#source = source;
    this.variant = variant;
  }

  get text(): string {
    return this.#source.text;
  }

  get style(): FileStyle {
    return this.#source.style;
  }

  textOf(node: Node): string {
    return this.#source.textOf(node);
  }

  // ── Source text ────────────────────────────────────────────────────────────────────────────────────────────────

  /** A string literal in the file's quotes. */
  quote(text: string): string {
    return quote(text, this.#source);
  }

  /** An expression for characters and client IDs. */
  write(wanted: readonly WantedPart[]): string {
    return write(wanted, this.#source);
  }

  /** `"customJwt"` and the like, with ` as const` where TypeScript needs it. */
  typedLiteral(text: string, place: Node): string {
    return typedLiteral(text, place, this.#source);
  }

  /** The client ID of a provider, as the file writes it. */
  clientId(provider: Provider, place: Origin = provider.object.origin): ClientIdText {
    return clientIdFor(provider, place, this);
  }

  /** The client ID read from the environment. */
  clientIdExpression(place: Origin): string {
    return clientIdExpression(place, this);
  }

  /** A variable, read as the file reads others. */
  environmentVariable(name: string, place: Origin): string {
    return environmentVariable(name, place, this);
  }

  /** A pattern as it is written at a place, or null where one of its stand-ins cannot be written there. */
  writtenParts(pattern: string, place: Origin): readonly WantedPart[] | null {
    return writtenParts(pattern, place, this);
  }

  // ── Members ────────────────────────────────────────────────────────────────────────────────────────────────────

  setValue(member: ProviderMember, value: string): RepairOptions {
    return setValue(member, value, this.#source);
  }

  /** Gives a member another text: where it is written, or, where others share that, in the member. */
  setText(member: ProviderMember, wantedAt: (place: Origin) => readonly WantedPart[]): RepairOptions {
    return setText(member, wantedAt, this.#source);
  }

  /** Gives a member another text where it is written, and nowhere else. */
  rewriteText(member: ProviderMember, wantedAt: WantedAt): RepairOptions {
    return rewriteText(member, wantedAt, this.#source);
  }

  /** Gives a member the text of a pattern where it is written, and nowhere else. */
  rewritePattern(member: ProviderMember, pattern: string): RepairOptions {
    return this.rewriteText(member, (place) => this.writtenParts(pattern, place));
  }

  /** Puts another client in the place of the one that a member names. */
  replaceClient({ member, pattern, whole }: NamedClient, wanted: string): RepairOptions {
    return this.rewritePattern(member, whole.replace(pattern, wanted));
  }

  renameMember(member: ProviderMember, name: string): RepairOptions {
    return renameMember(member, name, this.#source);
  }

  /** Gives a member another name and another value. */
  respellMember(member: ProviderMember, name: string, value: string): RepairOptions {
    return respellMember(member, { name, value }, this.#source);
  }

  /** Puts new members in the place of a member. */
  replaceMember(member: ProviderMember, members: readonly NewMember[]): RepairOptions {
    return replaceMember(member, members, this.#source);
  }

  removeMember(member: ProviderMember): RepairOptions {
    return removeMember(member, this.#source);
  }

  /** Gives a provider members: those that it has get the value, the others are added. */
  writeMembers(provider: Provider, members: readonly NewMember[]): RepairOptions {
    return writeMembers(provider, members, this.#source);
  }

  /** Adds members to a provider; `without` is one that another edit removes. */
  addMembers(provider: Provider, members: readonly NewMember[], without?: ProviderMember): RepairOptions {
    return addMembers(provider.object, members, this.#source, without);
  }

  // ── Providers ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** Adds a provider beside another one; its members are written for the place where it will be. */
  addProvider(
    neighbour: Provider,
    side: NewProvider["side"],
    membersAt: (place: Origin) => readonly NewMember[],
  ): RepairOptions {
    const { list } = this.variant;
    if (list == null) return [];
    const members = membersAt(placeBeside(list, neighbour.object));
    return addElement(list, neighbour.object, { members, side }, this.#source);
  }

  /** Puts an object of its own in the place of a provider; its members are written for the list. */
  replaceProvider({ object }: Provider, membersAt: (place: Origin) => readonly NewMember[]): RepairOptions {
    const { list } = this.variant;
    return list == null ? [] : replaceElement(list, object, membersAt(list.origin), this.#source);
  }

  removeProvider({ object }: Provider): RepairOptions {
    const { list } = this.variant;
    return list == null ? [] : removeElement(list, object, this.#source);
  }

  // ── Any code ───────────────────────────────────────────────────────────────────────────────────────────────────

  replaceNode(node: Node, text: string): RepairOptions {
    return replaceNode(node, text, this.#source);
  }

  /** Adds a statement at the end of the file. */
  append(statement: string): RepairOptions {
    return append(statement, this.#source);
  }

  /** Whether code outside a statement uses CommonJS to export, or also to import. */
  usesCommonJs(except: Node, orImports: boolean): boolean {
    return usesCommonJs(except, orImports, this.#source);
  }
}
