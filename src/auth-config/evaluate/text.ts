/** Strings that consist of parts, some of which cannot be read. */
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import { isFalsy, listingsOf, literalText, unionOf, withListings } from "../values.js";
import type { ObjectValue, Part, TextValue, Value } from "../values.js";
import { Thrown } from "./endings.js";
import { convert } from "./forget.js";
import type { Identity, Primitive } from "./identity.js";
import { MAX_CHARACTERS, MAX_PARTS } from "./limits.js";
import type { Run } from "./run.js";

/** A wholly known primitive value. */
export interface Known {
  readonly value: Primitive;
}

/** The primitive value that a value certainly is, or null. */
export function knownPrimitive(value: Value): Known | null {
  if (value.kind === "constant") return value;
  const text = literalText(value);
  return text == null ? null : { value: text };
}

/** The primitive values that some values certainly are, or null where one of them is not wholly known. */
export function allKnown(values: readonly Value[]): readonly Primitive[] | null {
  const known: Primitive[] = [];
  for (const value of values) {
    const primitive = knownPrimitive(value);
    if (primitive == null) return null;
    known.push(primitive.value);
  }
  return known;
}

/** The concatenation of two sequences of parts, or null where it would grow without bounds. */
export function concatenate(left: readonly Part[], right: readonly Part[]): readonly Part[] | null {
  if (left.length + right.length > MAX_PARTS) return null;
  const parts = [...left, ...right];
  let length = 0;
  for (const part of parts) if (part.kind === "literal") length += part.text.length;
  return length > MAX_CHARACTERS ? null : parts;
}

/** A symbol, which becomes no string by itself. */
export function isSymbol(value: Value): boolean {
  return value.kind === "native" && value.name === "symbol";
}

/** How a value reads inside a longer string. */
export function asParts(value: Value, node: Node, scope: Scope, run: Run): readonly Part[] {
  if (value.kind === "text") return value.parts;
  if (value.kind === "constant") return [run.computedPart(String(value.value), node, scope)];
  if (isSymbol(value)) throw new Thrown(node);
  const written = value.kind === "object" ? primitiveOf(value, node, scope, run) : null;
  if (written != null) return asParts(written, node, scope, run);
  convert(value, run);
  const identity = value.kind === "unknown" ? value.identity : run.identities.fresh();
  return [{ kind: "unknown", identity, isFalsy: isFalsy(value), spellings: [{ node, scope }] }];
}

/** What an object is in a string: what its own `toString` returns. */
function primitiveOf(object: ObjectValue, node: Node, scope: Scope, run: Run): Value | null {
  if (object.primitive != null) return object.primitive;
  const method = object.members.get("toString")?.value;
  if (method?.kind !== "function" || object.members.has("valueOf")) return null;
  const result = run.call(method, { self: object, values: [], isComplete: true, node, scope });
  return result.kind === "text" || result.kind === "constant" ? result : null;
}

/** Strings one after the other; each with the node that it is written as. */
export function joined(pieces: readonly (readonly [Value, Node])[], node: Node, scope: Scope, run: Run): Value {
  const listings = unionOf(pieces.map(([value]) => listingsOf(value)));
  let parts: readonly Part[] | null = [];
  for (const [value, pieceNode] of pieces) {
    parts = concatenate(parts, asParts(value, pieceNode, scope, run));
    if (parts == null) return withListings(unknownText(run.identities.fresh(), node, scope, run), listings);
  }
  return withListings(textOf(parts, node, scope, run), listings);
}

/** A string from parts; an empty one keeps a part, so that there is something to point at. */
export function textOf(parts: readonly Part[], node: Node, scope: Scope, run: Run): TextValue {
  const kept = parts.filter((part) => part.kind !== "literal" || part.text !== "");
  return run.text(kept.length > 0 ? kept : [parts[0] ?? run.computedPart("", node, scope)], node, scope);
}

/** A string of which nothing is known but what it is computed from. */
export function unknownText(identity: Identity, node: Node, scope: Scope, run: Run): TextValue {
  return run.text([{ kind: "unknown", identity, isFalsy: false, spellings: [{ node, scope }] }], node, scope);
}

/** The same string, read by one more name. */
export function readThrough(node: Node, value: Value): Value {
  if (value.kind !== "text") return value;
  const parts = value.parts.map((part) =>
    part.kind === "literal" ? { ...part, reads: { node, before: part.reads } } : part,
  );
  return { ...value, parts, reads: { node, before: value.reads } };
}

/** Whether a value is truthy, as far as the file tells. */
export function truthOf(value: Value): boolean | null {
  switch (value.kind) {
    case "constant":
      return Boolean(value.value);
    case "unknown":
      return value.isFalsy ? false : null;
    case "text": {
      const isCertain = value.parts.some((part) => (part.kind === "literal" ? part.text !== "" : part.kind === "env"));
      if (isCertain) return true;
      return isFalsy(value) ? false : null;
    }
    default:
      return true;
  }
}
