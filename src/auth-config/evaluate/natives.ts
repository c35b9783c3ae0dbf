/** What the language and Convex's runtime provide, by the names under which code reads it. */
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import { isHeld, listingsOf, unionOf, withListings } from "../values.js";
import type { NativeValue, Value } from "../values.js";
import { newObject } from "./containers.js";
import { NotCalculable, calculate, isPureFunction, usedArguments } from "./calculate.js";
import type { Call } from "./calls.js";
import { convert } from "./forget.js";
import { elementsOf } from "./objects-and-lists.js";
import { LIST_FUNCTIONS } from "./list-functions.js";
import { callListMethod } from "./list-methods.js";
import { OBJECT_FUNCTIONS } from "./object-functions.js";
import { isUnsupportedCall } from "./native-names.js";
import { operation } from "./operations.js";
import type { Run } from "./run.js";
import { callStringMethod, fromJavaScript } from "./string-methods.js";
import { allKnown, asParts, textOf, truthOf, unknownText } from "./text.js";
import { testPattern } from "./patterns.js";
import { constructUrl, urlText } from "./url.js";
import { callUnknownCode } from "./unknown-code.js";

/** A function of the language or the runtime. */
export type Native = (call: Call, run: Run) => Value;

const FUNCTIONS: ReadonlyMap<string, Native> = new Map<string, Native>([
  ...LIST_FUNCTIONS,
  ...OBJECT_FUNCTIONS,
  ["Boolean", toBoolean],
  ["Object", toObject],
  ["Function.prototype.apply", apply],
  ["Function.prototype.bind", bind],
  ["Function.prototype.call", callWith],
  ["RegExp.prototype.test", testPattern],
  ["String", toText],
  ["Symbol", symbol],
  ["Symbol.for", symbol],
  ["URL.prototype.toString", urlText],
]);

const CONSTRUCTORS: ReadonlyMap<string, Native> = new Map<string, Native>([
  ["Error", makeError],
  ["RangeError", makeError],
  ["SyntaxError", makeError],
  ["TypeError", makeError],
  ["Object", toObject],
  ["URL", constructUrl],
]);

/** What changes the object that it is given. */
const CHANGERS: ReadonlySet<string> = new Set([
  "Object.assign",
  "Object.defineProperties",
  "Object.defineProperty",
  "Object.setPrototypeOf",
  "Reflect.defineProperty",
  "Reflect.deleteProperty",
  "Reflect.set",
  "Reflect.setPrototypeOf",
]);

export function callNative(callee: NativeValue, call: Call, run: Run, isConstruct = false): Value {
  const { name } = callee;
  const { node, scope, values } = call;
  if (callee.bound != null) return callBound(callee.bound, call, run, isConstruct);
  if (name.startsWith("console.")) return run.constant(undefined, node, scope);
  if (CHANGERS.has(name)) noteChange(values[0], run);
  noteUnsupported(name, call, isConstruct, run);
  const constructed = isConstruct ? CONSTRUCTORS.get(name) : null;
  const native = constructed ?? (isConstruct && !isError(name) ? null : FUNCTIONS.get(name));
  if (native != null && call.isComplete) return native(call, run);
  if (isError(name)) return makeError(call, run);
  const method = /^(Array|String)\.prototype\.(.+)$/u.exec(name);
  if (method?.[1] === "String" && call.isComplete) return callStringMethod(method[2] ?? "", call, run);
  if (method?.[1] === "Array" && call.self.kind === "list")
    return callListMethod(method[2] ?? "", call.self, call, run);
  const used = usedArguments(name, values);
  // `new String("a")` is an object.
  if (isPureFunction(name) && !isConstruct && call.isComplete && !used.some(isHeld))
    return callPure(name, { ...call, values: used }, run);
  return callUnknownCode(callee, call, run);
}

function noteChange(target: Value | undefined, run: Run): void {
  // Nothing can be relied on where the language itself is changed.
  if (target?.kind === "native") run.giveUp();
  if (target?.kind === "unknown") run.noteChange(null);
}

function isError(name: string): boolean {
  return /^(?:Range|Syntax|Type)?Error$/u.test(name);
}

function noteUnsupported(name: string, { node, values }: Call, isConstruct: boolean, run: Run): void {
  if (isConstruct) {
    if (name === "Date" && values.length === 0) run.unsupported("new Date()", node);
  } else if (isUnsupportedCall(name)) {
    run.unsupported(`${name}()`, node);
  }
}

/** A function that depends on nothing but its arguments. */
function callPure(name: string, { node, scope, values }: Call, run: Run): Value {
  const listings = unionOf(values.map((value) => listingsOf(value)));
  const known = allKnown(values);
  if (/URI|fromCodePoint/u.test(name) && known == null) run.mayThrow();
  if (known == null) return withListings(operation(name, values, node, scope, run), listings);
  try {
    return withListings(fromJavaScript(calculate(name, known), node, scope, run), listings);
  } catch (error) {
    if (!(error instanceof NotCalculable)) throw error;
    run.mayThrow();
    return run.unknown(node, scope);
  }
}

function toBoolean({ values, node, scope }: Call, run: Run): Value {
  const [value] = values;
  if (value == null) return run.constant(false, node, scope);
  const truth = truthOf(value);
  if (truth != null) return withListings(run.constant(truth, node, scope), listingsOf(value));
  const identity = run.identities.operation("Boolean", [run.identityOf(value)]);
  return run.unknown(node, scope, { identity, type: "boolean" });
}

/** `Object(value)`, with or without `new`: an object stays the one that it is. */
function toObject(call: Call, run: Run): Value {
  const { node, scope, values } = call;
  const [value] = values;
  if (value == null || isNothing(value)) return newObject(run.origin(node, scope));
  return isHeld(value) ? value : callUnknownCode(run.unknown(node, scope), call, run);
}

function toText({ values, node, scope }: Call, run: Run): Value {
  const [value] = values;
  if (value == null) return run.primitive("", node, scope);
  if (value.kind === "text") return value;
  if (value.kind === "native") return unknownText(run.identities.fresh(), node, scope, run);
  return withListings(textOf(asParts(value, node, scope, run), node, scope, run), listingsOf(value));
}

function symbol({ node, scope, values }: Call, run: Run): Value {
  for (const value of values) convert(value, run);
  return { kind: "native", name: "symbol", origin: run.origin(node, scope) };
}

function makeError({ node, scope, values }: Call, run: Run): Value {
  // It keeps its cause.
  if (values.some(isHeld)) run.giveAway(values);
  const error = newObject(run.origin(node, scope));
  error.isClosed = false;
  return error;
}

// ── Functions ─────────────────────────────────────────────────────────────────────────────────────────────────────

function callWith(call: Call, run: Run): Value {
  const [self, ...values] = call.values;
  return run.call(call.self, { ...call, self: self ?? nothing(call.node, call.scope, run), values });
}

function apply(call: Call, run: Run): Value {
  const [self, list] = call.values;
  const elements = list == null || isNothing(list) ? [] : elementsOf(list, call.node, call.scope, run);
  return run.call(call.self, {
    ...call,
    self: self ?? nothing(call.node, call.scope, run),
    values: elements ?? (list == null ? [] : [list]),
    isComplete: elements != null,
  });
}

function bind({ self: target, values, node, scope }: Call, run: Run): Value {
  const [self, ...bound] = values;
  const origin = run.origin(node, scope);
  return {
    kind: "native",
    name: "bound",
    origin,
    bound: { target, self: self ?? nothing(node, scope, run), values: bound },
  };
}

function callBound(
  { target, self, values }: NonNullable<NativeValue["bound"]>,
  call: Call,
  run: Run,
  isConstruct: boolean,
): Value {
  const bound = { ...call, self, values: [...values, ...call.values] };
  return isConstruct ? run.construct(target, bound) : run.call(target, bound);
}

function nothing(node: Node, scope: Scope, run: Run): Value {
  return run.constant(undefined, node, scope);
}

function isNothing(value: Value): boolean {
  return value.kind === "constant" && value.value == null;
}
