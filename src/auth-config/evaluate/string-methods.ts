/** Methods of strings. What is wholly known is computed; a string with unreadable parts keeps them where that is certain. */
import { isClientIdVariable } from "../../platform/workos.js";
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import { isHeld, listingsOf, literalText, unionOf, withListings } from "../values.js";
import type { EnvPart, LiteralPart, Part, PatternValue, TextValue, Value } from "../values.js";
import { isIndex, newList } from "./containers.js";
import { STRING_METHODS, calculate, safePattern } from "./calculate.js";
import type { Primitive } from "./identity.js";
import type { Call } from "./calls.js";
import { operation } from "./operations.js";
import type { Run } from "./run.js";
import { asParts, concatenate, joined, knownPrimitive, textOf, unknownText } from "./text.js";

/** A member of a string: its length, a character, a method. */
export function stringMember(text: TextValue, name: string, node: Node, scope: Scope, run: Run): Value {
  const known = literalText(text);
  if (name === "length") {
    if (known != null) return run.constant(known.length, node, scope);
    return operation(".length", [text], node, scope, run);
  }
  if (STRING_METHODS.has(name) || name in String.prototype) {
    return { kind: "native", name: `String.prototype.${name}`, origin: run.origin(node, scope) };
  }
  if (known == null) return run.unknown(node, scope);
  const character = isIndex(name) ? known[Number(name)] : null;
  return character == null ? run.constant(undefined, node, scope) : run.primitive(character, node, scope);
}

/** Methods that give a string. */
const TEXT_METHODS: ReadonlySet<string> = new Set([
  "charAt",
  "concat",
  "normalize",
  "padEnd",
  "padStart",
  "repeat",
  "replace",
  "replaceAll",
  "slice",
  "substr",
  "substring",
  "toLowerCase",
  "toUpperCase",
  "trim",
  "trimEnd",
  "trimStart",
]);

/** Methods that say yes or no. */
const TESTS: ReadonlySet<string> = new Set(["endsWith", "includes", "startsWith"]);

/** Calls a method of strings. */
export function callStringMethod(name: string, call: Call, run: Run): Value {
  const { node, scope, values } = call;
  const text = asText(call.self, node, scope, run);
  if (text == null) {
    run.giveAway([call.self, ...values]);
    return run.unknown(node, scope);
  }
  const listings = unionOf([text, ...values].map((value) => listingsOf(value)));
  const result =
    computed(name, text, values, call, run) ??
    partly(name, text, values, call, run) ??
    opaque(name, text, values, call, run);
  // What is still nothing but a variable is the same one: this is one more way to write it.
  return withListings(run.spelled(result, node, scope), listings);
}

function asText(value: Value, node: Node, scope: Scope, run: Run): TextValue | null {
  if (value.kind === "text") return value;
  const known = knownPrimitive(value);
  return known?.value == null ? null : textOf(asParts(value, node, scope, run), node, scope, run);
}

/** The result where everything is known. */
function computed(
  name: string,
  text: TextValue,
  values: readonly Value[],
  { node, scope }: Call,
  run: Run,
): Value | null {
  const known = literalText(text);
  const operands = values.map(operandOf);
  if (known == null || operands.includes(NOT_KNOWN)) return null;
  try {
    const result = calculate(`.${name}`, [known, ...operands]);
    if (result === known) return text;
    return fromJavaScript(result, node, scope, run);
  } catch {
    return null;
  }
}

const NOT_KNOWN = Symbol("not known");

function operandOf(value: Value): unknown {
  if (value.kind === "pattern") return patternOf(value) ?? NOT_KNOWN;
  const known = knownPrimitive(value);
  return known == null ? NOT_KNOWN : known.value;
}

function patternOf({ source, flags }: PatternValue): RegExp | null {
  return safePattern(source, flags);
}

/** A result of JavaScript as a value of the file. */
export function fromJavaScript(result: unknown, node: Node, scope: Scope, run: Run): Value {
  if (Array.isArray(result)) {
    return newList(
      run.origin(node, scope),
      result.map((item: unknown) => fromJavaScript(item, node, scope, run)),
    );
  }
  if (typeof result === "object" && result !== null) return run.unknown(node, scope);
  return run.primitive(result as Primitive, node, scope);
}

// ── Strings with unreadable parts ─────────────────────────────────────────────────────────────────────────────────

function partly(
  name: string,
  text: TextValue,
  values: readonly Value[],
  { node, scope }: Call,
  run: Run,
): Value | null {
  const [first, second] = values;
  const ends = (parts: readonly Part[]): Value => textOf(parts, node, scope, run);
  switch (name) {
    case "toString":
    case "valueOf":
      return text;
    case "trim":
      return ends(cutEnd(trimStart(text.parts, run), ".trimEnd", run));
    case "trimStart":
      return ends(trimStart(text.parts, run));
    case "trimEnd":
      return ends(cutEnd(text.parts, ".trimEnd", run));
    case "concat":
      return joined(
        [text, ...values].map((value): [Value, Node] => [value, node]),
        node,
        scope,
        run,
      );
    case "startsWith":
    case "endsWith":
    case "includes":
      return values.length === 1 ? tested(name, text, literalText(first), node, scope, run) : null;
    case "replace":
    case "replaceAll":
      return first == null || second == null ? null : replaced(name, text, first, second, { node, scope }, run);
    case "split":
      return values.length === 1 ? split(text, literalText(first), node, scope, run) : null;
    default:
      return null;
  }
}

/** A literal part whose characters were computed: it may be pointed at, not edited. */
function changed(part: LiteralPart, text: string): LiteralPart {
  return part.text === text ? part : { ...part, text, leaf: null };
}

function trimStart(parts: readonly Part[], run: Run): readonly Part[] {
  const [first, ...others] = parts;
  if (first?.kind === "env") return [cut(first, ".trimStart", run), ...others];
  if (first?.kind !== "literal") return parts;
  const text = first.text.trimStart();
  return text === "" && others.length > 0 ? trimStart(others, run) : [changed(first, text), ...others];
}

/** What may be cut off the end of a string. */
type EndCut = ".trimEnd" | "withoutSlash" | "withoutSlashes";

/** Cuts something off the end; where nothing is left of it, the part before it is the end. */
function cutEnd(parts: readonly Part[], operator: EndCut, run: Run): readonly Part[] {
  const last = parts.at(-1);
  const others = parts.slice(0, -1);
  if (last?.kind === "env") return [...others, cut(last, operator, run)];
  if (last?.kind !== "literal") return parts;
  const text = calculate(operator, [last.text]) as string;
  const isDone = text !== "" || others.length === 0 || (operator === "withoutSlash" && last.text !== "");
  return isDone ? [...others, changed(last, text)] : cutEnd(others, operator, run);
}

function cut(part: EnvPart, operator: EndCut | ".trimStart", run: Run): EnvPart {
  return { ...part, exact: run.identities.operation(operator, [part.exact]) };
}

/** Whether a string begins with, ends in or holds another one, where its readable parts tell. */
function tested(
  name: string,
  { parts }: TextValue,
  wanted: string | null,
  node: Node,
  scope: Scope,
  run: Run,
): Value | null {
  if (wanted == null) return null;
  const literals = parts.map((part) => (part.kind === "literal" ? part.text : null));
  if (name === "includes") {
    return literals.some((text) => text?.includes(wanted)) ? run.constant(true, node, scope) : null;
  }
  const edge = (name === "startsWith" ? literals[0] : literals.at(-1)) ?? null;
  if (edge == null) return null;
  if (edge.length >= wanted.length) {
    return run.constant(name === "startsWith" ? edge.startsWith(wanted) : edge.endsWith(wanted), node, scope);
  }
  const isPossible = name === "startsWith" ? wanted.startsWith(edge) : wanted.endsWith(edge);
  return isPossible ? null : run.constant(false, node, scope);
}

/** `replace(/\/$/, "")`, and a literal place for something that cannot be read. */
function replaced(
  name: string,
  text: TextValue,
  pattern: Value,
  replacement: Value,
  { node, scope }: Pick<Call, "node" | "scope">,
  run: Run,
): Value | null {
  if (pattern.kind === "pattern") {
    const isTrailingSlash =
      /^(?:\\\/\+?|\[\/\]\+?)\$$/u.test(pattern.source) && pattern.flags.replace(/[gu]/gu, "") === "";
    if (!isTrailingSlash || literalText(replacement) !== "") return null;
    const operator = pattern.source.includes("+") ? "withoutSlashes" : "withoutSlash";
    return textOf(cutEnd(text.parts, operator, run), node, scope, run);
  }
  const wanted = literalText(pattern);
  const known = literalText(text);
  if (wanted == null || wanted === "" || known == null || replacement.kind !== "text") return null;
  const pieces = name === "replaceAll" ? known.split(wanted) : splitOnce(known, wanted);
  const parts = pieces.flatMap((piece, index): readonly [Value, Node][] => {
    const own: [Value, Node] = [run.primitive(piece, node, scope), node];
    return index === 0 ? [own] : [[replacement, node], own];
  });
  // `$&` and the like have a meaning in a replacement.
  const hasDollar = replacement.parts.some((part) => part.kind === "literal" && part.text.includes("$"));
  return hasDollar ? null : joined(parts, node, scope, run);
}

function splitOnce(text: string, wanted: string): readonly string[] {
  const at = text.indexOf(wanted);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + wanted.length)];
}

/** The pieces of a string, of which the unreadable parts are no more than one each: they may hold the separator as well. */
function split(text: TextValue, separator: string | null, node: Node, scope: Scope, run: Run): Value | null {
  const isClientId = text.parts.every(
    (part) => part.kind === "literal" || (part.kind === "env" && isClientIdVariable(part.name)),
  );
  if (separator == null || separator === "" || /^\w/u.test(separator) || !isClientId) return null;
  let pieces: (readonly Part[])[] = [[]];
  for (const part of text.parts) {
    const last = pieces.at(-1) ?? [];
    if (part.kind !== "literal") {
      pieces = [...pieces.slice(0, -1), [...last, part]];
      continue;
    }
    const [first = "", ...others] = part.text.split(separator);
    const own = (piece: string): LiteralPart => changed(part, piece);
    pieces = [...pieces.slice(0, -1), concatenate(last, [own(first)]) ?? last, ...others.map((other) => [own(other)])];
  }
  return newList(
    run.origin(node, scope),
    pieces.map((parts) => textOf(parts, node, scope, run)),
  );
}

/** Methods that do not take every argument. */
const MAY_THROW: ReadonlySet<string> = new Set(["normalize", "padEnd", "padStart", "repeat"]);

/** What is computed from parts that cannot be read. */
function opaque(name: string, text: TextValue, values: readonly Value[], { node, scope }: Call, run: Run): Value {
  if (MAY_THROW.has(name)) run.mayThrow();
  if (!STRING_METHODS.has(name) || values.some((value) => isHeld(value) || value.kind === "pattern")) {
    run.giveAway(values);
    return TEXT_METHODS.has(name)
      ? unknownText(run.identities.fresh(), node, scope, run)
      : run.unknown(node, scope, TESTS.has(name) ? { type: "boolean" } : {});
  }
  const identity = run.identities.operation(
    `.${name}`,
    [text, ...values].map((value) => run.identityOf(value)),
  );
  if (TEXT_METHODS.has(name)) return unknownText(identity, node, scope, run);
  return run.unknown(node, scope, { identity, type: TESTS.has(name) ? "boolean" : null });
}
