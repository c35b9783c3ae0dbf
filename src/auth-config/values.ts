/**
 * What an expression of an auth config evaluates to, as far as the file tells.
 *
 * Objects and lists are mutable and keep their identity, as in JavaScript, so that `push` and assignments reach every alias.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode, Node } from "./ast.js";
import type { Identity } from "./evaluate/identity.js";
import type { Scope } from "./scope.js";

/** One evaluation of code that may be evaluated several times: a call of a local function, a round of a loop. */
export interface Frame {
  readonly call: Node;
  readonly callee: Node;
  /** Everything that makes the code run, over all variants of the file; a loop with several rounds stands for itself. */
  readonly calls: ReadonlySet<Node>;
  /** True for a round of a loop, and for a callback of a list method that is called more than once. */
  readonly isRepeated: boolean;
}

/** Which calls of each local function were seen, over all variants of a file. */
export type CallSites = Map<Node, Set<Node>>;

/** Where a value is written. The place to point at is not always one that may be edited. */
export class Origin {
  readonly node: Node;
  readonly scope: Scope;
  readonly #frames: readonly Frame[];

  constructor(node: Node, scope: Scope, frames: readonly Frame[]) {
    this.node = node;
    this.scope = scope;
    this.#frames = frames;
  }

  /** The outermost evaluation whose code serves several. */
  get #sharing(): Frame | undefined {
    return this.#frames.find(({ calls, isRepeated }) => isRepeated || calls.size > 1);
  }

  /** The smallest node that a person would look at: the code itself, or the call that shares it with others. */
  get at(): Node {
    const sharing = this.#sharing;
    return sharing == null || sharing.isRepeated ? this.node : sharing.call;
  }

  /** False where the code serves several evaluations: an edit for one of them would change the others. */
  get isEditable(): boolean {
    return this.#sharing == null;
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

/** The places at which `process.env` is listed. Convex shows it as empty, so nothing that depends on one is what was meant. */
export type Listings = ReadonlySet<Node>;

/** Characters of a string. */
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
  readonly identity: Identity;
  /** What is left of the variable where spaces or slashes at its ends were cut off; otherwise its identity. */
  readonly exact: Identity;
  readonly name: string;
  /** True where the file goes on without it if it is not set: it is read inside `try`, or by a helper that need not throw. */
  readonly isOptional: boolean;
  readonly spellings: readonly Spelling[];
}

/** A piece of a string that cannot be read. */
export interface UnknownPart {
  readonly kind: "unknown";
  readonly identity: Identity;
  /** True for what `undefined`, `false`, `""` and the like leave in a string: no ID and no path. */
  readonly isFalsy: boolean;
  readonly isOptional?: never;
  readonly spellings: readonly Spelling[];
}

export type OpaquePart = EnvPart | UnknownPart;
export type Part = LiteralPart | OpaquePart;

interface Evaluated {
  readonly origin: Origin;
  readonly listings?: Listings;
}

export interface TextValue extends Evaluated {
  readonly kind: "text";
  readonly parts: readonly Part[];
  readonly reads: Reads | null;
}

/** Everything primitive but strings. */
export interface ConstantValue extends Evaluated {
  readonly kind: "constant";
  readonly value: bigint | boolean | number | null | undefined;
  /** True for an element that is left out, as in `[, a]`: JSON has `null` for it, most methods skip it. */
  readonly isHole?: true;
  /** The function, class or symbol that JSON leaves out of an object: `undefined` stands for it. */
  readonly leftOut?: Value;
}

export interface Member {
  readonly name: string;
  readonly value: Value;
  readonly origin: Origin;
  /** The member as written in an object literal, or null where it was assigned or computed. */
  readonly property: TSESTree.Property | null;
  /** Earlier members of the same name in the same object literal, which this one replaces. */
  readonly replaces: Member | null;
  readonly getter?: FunctionValue;
  readonly setter?: FunctionValue;
}

/** What `Object.freeze`, `seal` and `preventExtensions` forbid, in this order. */
export type Lock = "frozen" | "none" | "no-new-members" | "sealed";

export interface ObjectValue {
  readonly kind: "object";
  readonly origin: Origin;
  /** Own members that JSON shows. */
  readonly members: Map<string, Member>;
  /** `#names`. */
  readonly privates: Map<string, Member>;
  /** False where something unseen may have added or replaced members. */
  isClosed: boolean;
  lock: Lock;
  /** True once code that is not run could reach it: nothing is known about it any more. */
  isForgotten: boolean;
  prototype: ObjectValue | null;
  /** For the prototype of a class or a function: the class or the function. */
  constructedBy: ClassValue | FunctionValue | null;
  /** What it is in a string, for those that are known for it: the `href` of a URL. */
  primitive: Value | null;
  /** The names in `...(x ? { name: x } : {})`: whoever writes that has thought about it, so nothing is said about them. */
  readonly selfGuarded: Set<string>;
  /** The objects that are spread into it. */
  readonly spreads: ObjectValue[];
  /** The names that were assigned or deleted after it was made: what its literal says of them is not what counts. */
  readonly changed: Set<string>;
  listings?: Listings;
}

export interface ListValue {
  readonly kind: "list";
  readonly origin: Origin;
  /** Those that are certainly there; in an incomplete list, others may be before, between and after them. */
  readonly elements: Value[];
  /** False where something unseen may have added or removed elements. */
  isComplete: boolean;
  /** True for `arguments`, which can be iterated, but has none of the methods and is an object in JSON. */
  readonly isArguments: boolean;
  lock: Lock;
  isForgotten: boolean;
  /** The lists that are spread into it. */
  readonly spreads: ListValue[];
  /** True once elements were moved, replaced or removed: what is added to its literal may be, too. */
  isChanged: boolean;
  listings?: Listings;
}

export interface FunctionValue extends Evaluated {
  readonly kind: "function";
  readonly node: FunctionNode;
  readonly scope: Scope;
  /** Where `super` looks, for a method. */
  readonly home: Value | null;
}

export interface ClassValue extends Evaluated {
  readonly kind: "class";
  readonly node: TSESTree.ClassDeclaration | TSESTree.ClassExpression;
  readonly scope: Scope;
  readonly superclass: Value | null;
  readonly statics: ObjectValue;
  readonly prototype: ObjectValue;
  /** The names of its members, which are computed once; null for one that cannot be read. */
  readonly names: ReadonlyMap<TSESTree.ClassElement, string | null>;
}

/** Something that the language or the runtime provides, by the name under which code reads it: `Object.keys`, `Array.prototype.push`. */
export interface NativeValue extends Evaluated {
  readonly kind: "native";
  readonly name: string;
  /** What `bind` fixed. */
  readonly bound?: { readonly target: Value; readonly self: Value; readonly values: readonly Value[] };
}

/** A regular expression. */
export interface PatternValue extends Evaluated {
  readonly kind: "pattern";
  readonly source: string;
  readonly flags: string;
}

/** `process.env`, the generated `env` and the like. */
export interface EnvironmentValue extends Evaluated {
  readonly kind: "environment";
  /** True for an imported object that is named like it: only names in upper case are variables there. */
  readonly isImported: boolean;
}

/** What `entries()`, `keys()` and `values()` of a list return, which can be read only once. */
export interface Iteration {
  readonly list: ListValue;
  readonly of: "entries" | "keys" | "values";
  state: "new" | "over" | "unknown";
}

export interface UnknownValue extends Evaluated {
  readonly kind: "unknown";
  readonly identity: Identity;
  /** The type that it certainly has. */
  readonly type: "boolean" | "number" | null;
  /** True where a condition decides that it is one of `undefined`, `null`, `false`, `0`, `""`. */
  readonly isFalsy: boolean;
  /** What it may be, or hold: what happens to it may happen to these. */
  readonly holds: readonly Value[];
  /** The value that `JSON.stringify` wrote, which `JSON.parse` reads again. */
  readonly serialized?: Value;
  readonly iteration?: Iteration;
}

export type Value =
  | ClassValue
  | ConstantValue
  | EnvironmentValue
  | FunctionValue
  | ListValue
  | NativeValue
  | ObjectValue
  | PatternValue
  | TextValue
  | UnknownValue;

/** The only part of a string that consists of nothing else and cannot be read: a variable, an import. */
export function soleOpaquePart(value: Value): OpaquePart | null {
  if (value.kind !== "text" || value.parts.length !== 1) return null;
  const [part] = value.parts;
  return part == null || part.kind === "literal" ? null : part;
}

/** The characters of a string that consists of nothing else, or null. */
export function literalText(value: Value | undefined): string | null {
  if (value?.kind !== "text") return null;
  let text = "";
  for (const part of value.parts) {
    if (part.kind !== "literal") return null;
    text += part.text;
  }
  return text;
}

/** A string as a person may be shown it: what cannot be read is `…`. */
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

export function isHole(value: Value): boolean {
  return value.kind === "constant" && value.isHole === true;
}

export function isUndefined(value: Value): boolean {
  return value.kind === "constant" && value.value === undefined;
}

/** Whether a value is a function, a class or a symbol that JSON leaves out of an object. */
export function isLeftOut(value: Value): boolean {
  return value.kind === "constant" && value.leftOut != null;
}

/** What identifies a value that cannot be read, or null for one that can. */
export function opaqueIdentity(value: Value): Identity | null {
  if (value.kind === "unknown") return value.identity;
  return soleOpaquePart(value)?.identity ?? null;
}

/** Whether a value is certainly something else than a string, and something at all. */
export function isCertainlyNoString(value: Value): boolean {
  if (value.kind === "constant") return value.value != null;
  return value.kind !== "text" && value.kind !== "unknown";
}

/** Whether a value cannot be read as an object, whatever the environment holds. */
export function isCertainlyNoObject(value: Value): boolean {
  if (value.kind === "class") return true;
  if (value.kind === "constant" || value.kind === "function" || value.kind === "list") return true;
  return value.kind === "text" || isFalsy(value);
}

/** Whether a value is certainly neither `null` nor `undefined`. */
export function isCertainlyPresent(value: Value): boolean {
  return value.kind === "constant" ? value.value != null : value.kind !== "unknown" || value.type != null;
}

/** Whether a value is an object, a list or a function: something that can be changed by way of any of its names. */
export function isHeld(value: Value): value is ClassValue | FunctionValue | ListValue | NativeValue | ObjectValue {
  switch (value.kind) {
    case "class":
    case "function":
    case "list":
    case "object":
      return true;
    case "native":
      return value.bound != null;
    default:
      return false;
  }
}

const NO_LISTINGS: Listings = new Set();

/** The listings of `process.env` that a value depends on. */
export function listingsOf(value: Value): Listings {
  return value.listings ?? NO_LISTINGS;
}

/** All members of some sets; no new set where one of them holds them all. */
export function unionOf(sets: readonly Listings[]): Listings {
  const [only, ...others] = sets.filter(({ size }) => size > 0);
  return others.length === 0 ? (only ?? NO_LISTINGS) : new Set(sets.flatMap((set) => [...set]));
}

/** The same value, which also depends on some listings. */
export function withListings<T extends Value>(value: T, listings: Listings): T {
  if (listings.size === 0) return value;
  const all = unionOf([listingsOf(value), listings]);
  if (value.kind === "object" || value.kind === "list") {
    value.listings = all;
    return value;
  }
  return { ...value, listings: all };
}

/** An object or a list, and all that are spread into it, directly or by way of others. */
export function withSpreads<T extends ListValue | ObjectValue>(value: T): readonly T[] {
  const values = new Set([value]);
  for (const { spreads } of values) for (const spread of spreads) values.add(spread as T);
  return [...values];
}

/** The object literals that the members of an object come from: its own, and those that are spread into it. */
export function literalsOf(object: ObjectValue): readonly TSESTree.ObjectExpression[] {
  return withSpreads(object)
    .map(({ origin }) => origin.node)
    .filter((node) => node.type === "ObjectExpression");
}
