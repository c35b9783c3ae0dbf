/**
 * What an expression of an auth config evaluates to, as far as the text tells.
 *
 * Objects and lists are mutable and keep their identity, as in JavaScript, so that `push` and assignments reach every alias.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode, Node } from "./ast.js";
import type { Scope } from "./scope.js";

/** One call of a local function on the way to a value. */
export interface Frame {
  readonly call: Node;
  readonly callee: FunctionNode;
  /** All calls of the function that were seen, over all variants of the file. */
  readonly calls: ReadonlySet<Node>;
}

/** Which calls of each local function were seen, over all variants of a file. */
export type CallSites = Map<FunctionNode, Set<Node>>;

/** Where a value stands in the text. The place to point at is not always one that may be edited. */
export class Origin {
  readonly node: Node;
  readonly scope: Scope;
  readonly #frames: readonly Frame[];

  constructor(node: Node, scope: Scope, frames: readonly Frame[]) {
    this.node = node;
    this.scope = scope;
    this.#frames = frames;
  }

  /** The outermost call whose function's text serves several calls. */
  get #sharingCall(): Node | undefined {
    return this.#frames.find(({ calls }) => calls.size > 1)?.call;
  }

  /** The smallest node that a person would look at: the text itself, or the call that it was shared with. */
  get at(): Node {
    return this.#sharingCall ?? this.node;
  }

  /** False where the text serves several calls: an edit for one of them would change the others. */
  get isEditable(): boolean {
    return this.#sharingCall == null;
  }
}

/** An expression that a value was written as, and the scope in which it means that. */
export interface Spelling {
  readonly node: Node;
  readonly scope: Scope;
}

/** The names through which something was read on the way to where it is now, the last one first. */
export interface Reads {
  readonly node: Node;
  readonly before: Reads | null;
}

/** Characters that stand in the text. */
export interface LiteralPart {
  readonly kind: "literal";
  readonly text: string;
  readonly origin: Origin;
  /** The `Literal` or `TemplateElement`, or null where the characters were computed. */
  readonly leaf: TSESTree.StringLiteral | TSESTree.TemplateElement | null;
  readonly reads: Reads | null;
}

/** The value of an environment variable, set and not empty in the world that is judged. */
export interface EnvPart {
  readonly kind: "env";
  readonly key: string;
  readonly name: string;
  /** True where the reader may have swallowed Convex's error for an unset variable, so that the value may be missing. */
  readonly isOptional: boolean;
  readonly spellings: readonly Spelling[];
}

/** Text that cannot be evaluated. Equal keys mean equal text. */
export interface UnknownPart {
  readonly kind: "unknown";
  readonly key: string;
  /** True for what `undefined`, `false`, `""` and their like leave in a text: no id and no path. */
  readonly isFalsy: boolean;
  readonly enumerations: ReadonlySet<Node>;
  readonly spellings: readonly Spelling[];
}

export type OpaquePart = EnvPart | UnknownPart;
export type Part = LiteralPart | OpaquePart;

export interface TextValue {
  readonly kind: "text";
  readonly origin: Origin;
  readonly parts: readonly Part[];
  readonly reads: Reads | null;
}

/** `undefined`, `null`, a boolean, a number. */
export interface ConstantValue {
  readonly kind: "constant";
  readonly origin: Origin;
  readonly value: bigint | boolean | number | null | undefined;
}

export interface Member {
  readonly name: string;
  readonly value: Value;
  /** The value as the file leaves it: the same, unless unknown code got hold of the object and may have put another one there. */
  readonly valueInFile: Value;
  readonly origin: Origin;
  /** The member as written, or null where it was assigned later. */
  readonly property: TSESTree.Property | null;
  /** Earlier members of the same name in the same object literal, which this one replaces. */
  readonly replaces: Member | null;
}

export interface ObjectValue {
  readonly kind: "object";
  readonly origin: Origin;
  readonly members: Map<string, Member>;
  /** False when something unseen can add or replace members. */
  isClosed: boolean;
  /** The names in `...(x ? { name: x } : {})`: whoever writes that has thought about it, so no statement is made about them. */
  readonly deliberate: Set<string>;
  /** The objects that are spread into it. */
  readonly spreads: ObjectValue[];
  readonly enumerations: Set<Node>;
}

export interface ListValue {
  readonly kind: "list";
  readonly origin: Origin;
  readonly elements: Value[];
  /** False when something unseen can add or remove elements. */
  isComplete: boolean;
  /** Values that may be elements, or hold some: inside a call or a loop that cannot be evaluated. */
  readonly others: Set<Value>;
}

export interface FunctionValue {
  readonly kind: "function";
  readonly origin: Origin;
  readonly node: FunctionNode;
  readonly scope: Scope;
}

/** `process.env`, the generated `env` and its like. */
export interface EnvironmentValue {
  readonly kind: "environment";
  readonly origin: Origin;
  /** True for an imported object that is named like it: only names in upper case are variables there. */
  readonly isImported: boolean;
}

/** `process` and `globalThis`, known only as the way to the environment; a class, of which nothing more is known. */
export interface HostValue {
  readonly kind: "host";
  readonly origin: Origin;
  readonly name: "class" | "globalThis" | "process";
}

export interface UnknownValue {
  readonly kind: "unknown";
  readonly origin: Origin;
  readonly key: string;
  /** True for what is certainly `true` or `false`: a comparison, a negation. */
  readonly isBoolean: boolean;
  /** True where a condition decides that it is one of `undefined`, `null`, `false`, `0`, `""`. */
  readonly isFalsy: boolean;
  /** What it was made from: it may be any of these values, and it may hold them. */
  readonly sources: readonly Value[];
  /** Where this value depends on listing `process.env`, which Convex shows as empty. */
  readonly enumerations: ReadonlySet<Node>;
}

export type Value =
  ConstantValue | EnvironmentValue | FunctionValue | HostValue | ListValue | ObjectValue | TextValue | UnknownValue;

/** The only part of a text that consists of nothing else and cannot be read: a variable, an import. */
export function soleOpaquePart(value: Value): OpaquePart | null {
  if (value.kind !== "text" || value.parts.length !== 1) return null;
  const [part] = value.parts;
  return part == null || part.kind === "literal" ? null : part;
}

/** The characters of a text that holds nothing else, or null. */
export function literalText(value: Value | undefined): string | null {
  if (value?.kind !== "text") return null;
  let text = "";
  for (const part of value.parts) {
    if (part.kind !== "literal") return null;
    text += part.text;
  }
  return text;
}

/** A text as a person may be shown it: what cannot be read is `…`. */
export function readableText({ parts }: TextValue): string {
  return parts.map((part) => (part.kind === "literal" ? part.text : "…")).join("");
}

/** The text of a literal, or of a template without expressions; null for a piece of a longer template. */
export function wholeText(leaf: NonNullable<LiteralPart["leaf"]>): string | null {
  if (leaf.type === "Literal") return leaf.value;
  return leaf.parent.quasis.length === 1 ? leaf.value.cooked : null;
}

export function isNullish(value: Value): boolean {
  return value.kind === "constant" && value.value == null;
}

/** Whether a value is certainly one of `undefined`, `null`, `false`, `0`, `""`. */
export function isFalsy(value: Value): boolean {
  if (value.kind === "constant") return !value.value;
  return value.kind === "unknown" ? value.isFalsy : literalText(value) === "";
}

export function isUndefined(value: Value): boolean {
  return value.kind === "constant" && value.value === undefined;
}

/** What identifies a value that cannot be read, or null for one that can. */
export function opaqueKey(value: Value): string | null {
  if (value.kind === "unknown") return value.key;
  return soleOpaquePart(value)?.key ?? null;
}

/** Whether a value is certainly something else than a text, and something at all. */
export function isCertainlyNoString(value: Value): boolean {
  if (value.kind === "constant") return value.value != null;
  return value.kind !== "text" && value.kind !== "unknown";
}

/** Whether a value is certainly neither `null` nor `undefined`. */
export function isCertainlyPresent(value: Value): boolean {
  switch (value.kind) {
    case "constant":
      return value.value != null;
    case "unknown":
      return false;
    case "text": {
      // A text that was made from something unknown is a text; only a variable may be missing.
      const part = soleOpaquePart(value);
      return part?.kind !== "env" || !part.isOptional;
    }
    default:
      return true;
  }
}

const NOWHERE: ReadonlySet<Node> = new Set();

/** The places at which a value depends on listing `process.env`. */
export function enumerationsOf(value: Value): ReadonlySet<Node> {
  switch (value.kind) {
    case "object":
    case "unknown":
      return value.enumerations;
    case "text":
      return unionOf(value.parts.map((part) => (part.kind === "unknown" ? part.enumerations : NOWHERE)));
    default:
      return NOWHERE;
  }
}

/** All members of some sets; no new set where one of them holds them all. */
export function unionOf(sets: readonly ReadonlySet<Node>[]): ReadonlySet<Node> {
  const [only, ...others] = sets.filter(({ size }) => size > 0);
  return others.length === 0 ? (only ?? NOWHERE) : new Set(sets.flatMap((set) => [...set]));
}

/** Everything that values are, hold or may hold, each once. What a function returns is not followed. */
export function* reachableFrom(values: readonly Value[]): Generator<Value> {
  const seen = new Set<Value>(values);
  for (const value of seen) {
    yield value;
    for (const inner of heldBy(value)) seen.add(inner);
  }
}

/** What a value holds, or is made from. */
export function* heldBy(value: Value): Generator<Value> {
  if (value.kind === "object") {
    for (const member of value.members.values()) yield member.value;
  } else if (value.kind === "list") {
    yield* value.elements;
    yield* value.others;
  } else if (value.kind === "unknown") {
    yield* value.sources;
  }
}

/** A literal or a module object that holds nothing yet. */
export function newObject(origin: Origin): ObjectValue {
  return {
    kind: "object",
    origin,
    members: new Map(),
    isClosed: true,
    deliberate: new Set(),
    spreads: [],
    enumerations: new Set(),
  };
}

/** An object and all that are spread into it, directly or by way of others. */
export function withSpreads(object: ObjectValue): readonly ObjectValue[] {
  const objects = new Set([object]);
  for (const { spreads } of objects) for (const spread of spreads) objects.add(spread);
  return [...objects];
}

/** The object literals that the members of an object come from: its own, and those that are spread into it. */
export function literalsOf(object: ObjectValue): readonly TSESTree.ObjectExpression[] {
  return withSpreads(object)
    .map(({ origin }) => origin.node)
    .filter((node) => node.type === "ObjectExpression");
}

/** A member that is set by an assignment. */
export function assignedMember(name: string, value: Value, origin: Origin): Member {
  return { name, value, valueInFile: value, origin, property: null, replaces: null };
}
