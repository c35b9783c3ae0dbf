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
}

/** Which calls of each local function were seen, over all variants of a file. */
export type CallSites = Map<FunctionNode, Set<Node>>;

/** Where a value stands in the text. The place to point at is not always one that may be edited. */
export class Origin {
  readonly node: Node;
  readonly scope: Scope;
  readonly #frames: readonly Frame[];
  readonly #callSites: CallSites;

  constructor(node: Node, scope: Scope, frames: readonly Frame[], callSites: CallSites) {
    this.node = node;
    this.scope = scope;
    this.#frames = frames;
    this.#callSites = callSites;
  }

  /** The outermost call whose function's text serves several calls. */
  get #sharingCall(): Node | undefined {
    return this.#frames.find(({ callee }) => (this.#callSites.get(callee)?.size ?? 0) > 1)?.call;
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

/** Characters that stand in the text. */
export interface LiteralPart {
  readonly kind: "literal";
  readonly text: string;
  readonly origin: Origin;
  /** The `Literal` or `TemplateElement`, or null where the characters were computed. */
  readonly leaf: TSESTree.StringLiteral | TSESTree.TemplateElement | null;
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
  readonly enumerations: readonly Node[];
  readonly spellings: readonly Spelling[];
}

export type OpaquePart = EnvPart | UnknownPart;
export type Part = LiteralPart | OpaquePart;

export interface TextValue {
  readonly kind: "text";
  readonly origin: Origin;
  readonly parts: readonly Part[];
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
  /** The object literals that its members come from: its own, and those that are spread into it. */
  readonly sources: Set<Node>;
  /** For a copy, made when unknown code got hold of the object: what it was copied from. */
  readonly original: ObjectValue | null;
  readonly enumerations: readonly Node[];
}

export interface ListValue {
  readonly kind: "list";
  readonly origin: Origin;
  readonly elements: Value[];
  /** False when something unseen can add or remove elements. */
  isComplete: boolean;
  /** Objects that may be elements: inside a call or a loop that cannot be evaluated. */
  readonly strays: ObjectValue[];
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
  readonly strays: readonly ObjectValue[];
  /** Where this value depends on listing `process.env`, which Convex shows as empty. */
  readonly enumerations: readonly Node[];
}

export type Value =
  | ConstantValue
  | EnvironmentValue
  | FunctionValue
  | HostValue
  | ListValue
  | ObjectValue
  | TextValue
  | UnknownValue;

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

export function isNullish(value: Value): boolean {
  return value.kind === "constant" && value.value == null;
}

export function isUndefined(value: Value): boolean {
  return value.kind === "constant" && value.value === undefined;
}

/** What identifies a value that cannot be read, or null for one that can. */
export function opaqueKey(value: Value): string | null {
  if (value.kind === "unknown") return value.key;
  return soleOpaquePart(value)?.key ?? null;
}

/** Whether a value is certainly neither `null` nor `undefined`. */
export function isCertainlyPresent(value: Value): boolean {
  switch (value.kind) {
    case "constant":
      return value.value != null;
    case "unknown":
      return false;
    case "text": {
      const part = soleOpaquePart(value);
      return part == null || (part.kind === "env" && !part.isOptional);
    }
    default:
      return true;
  }
}

/** The places at which a value depends on listing `process.env`. */
export function enumerationsOf(value: Value): readonly Node[] {
  switch (value.kind) {
    case "object":
    case "unknown":
      return value.enumerations;
    case "text":
      return value.parts.flatMap((part) => (part.kind === "unknown" ? part.enumerations : []));
    default:
      return [];
  }
}
