/** Methods of lists whose elements are known, with local callbacks. */
import type { Node } from "../ast.js";
import { isHeld, isHole, isNullish, isUndefined, listingsOf, withListings } from "../values.js";
import type { Iteration, ListValue, Value } from "../values.js";
import { newList } from "./containers.js";
import type { Call } from "./calls.js";
import { LostTrack, Thrown } from "./endings.js";
import { convert, forgetElements } from "./forget.js";
import type { Primitive } from "./identity.js";
import type { Identity } from "./identity.js";
import { MAX_LIST_LENGTH } from "./limits.js";
import { areEqual, calculated } from "./operations.js";
import type { Run } from "./run.js";
import { allKnown, joined, knownPrimitive } from "./text.js";

/** A method, on a list of which all elements are known. */
type ListMethod = (list: ListValue, call: Call, run: Run) => Value;

const methods: Readonly<Record<string, ListMethod>> = {
  at: (list, call, run) => elementAt(list, indexArgument(call, 0), call, run),
  concat,
  entries: (list, call, run) => iterator(list, "entries", call, run),
  every: (list, call, run) => quantified(list, call, run, false),
  fill: (list, call, run) => lost(list, call, run),
  filter,
  find: (list, call, run) => found(list, call, run, list.elements.keys()).value,
  findIndex: (list, call, run) => indexOfFound(list, call, run, list.elements.keys()),
  findLast: (list, call, run) => found(list, call, run, backwards(list)).value,
  findLastIndex: (list, call, run) => indexOfFound(list, call, run, backwards(list)),
  flat,
  flatMap: (list, call, run) => flattened(mapped(list, call, run), 1, call, run),
  forEach: (list, call, run) => {
    mapped(list, call, run);
    return run.constant(undefined, call.node, call.scope);
  },
  includes,
  indexOf: (list, call, run) => run.constant(positionOf(list, call, isIdentical), call.node, call.scope),
  join,
  keys: (list, call, run) => iterator(list, "keys", call, run),
  map: (list, call, run) => made(mapped(list, call, run), call, run),
  pop: (list, call, run) => removed(list.elements.pop(), call, run),
  push: (list, call, run) => added(list, list.elements.length, call, run),
  reduce: (list, call, run) => reduced(list, list.elements.keys(), call, run),
  reduceRight: (list, call, run) => reduced(list, backwards(list), call, run),
  reverse: (list) => {
    list.elements.reverse();
    return list;
  },
  shift: (list, call, run) => removed(list.elements.shift(), call, run),
  slice: (list, call, run) =>
    made(list.elements.slice(indexArgument(call, 0), optionalIndex(call, 1, list.elements.length)), call, run),
  some: (list, call, run) => quantified(list, call, run, true),
  sort: (list, call, run) => {
    const sorted = sortedElements(list, call, run);
    list.elements.splice(0, list.elements.length, ...sorted);
    return list;
  },
  splice: (list, call, run) => {
    const [start, count] = cut(list, call);
    return made(list.elements.splice(start, count, ...call.values.slice(2)), call, run);
  },
  toReversed: (list, call, run) => made(list.elements.toReversed(), call, run),
  toSorted: (list, call, run) => made(sortedElements(list, call, run), call, run),
  toSpliced: (list, call, run) => {
    const [start, count] = cut(list, call);
    return made(list.elements.toSpliced(start, count, ...call.values.slice(2)), call, run);
  },
  unshift: (list, call, run) => added(list, 0, call, run),
  values: (list, call, run) => iterator(list, "values", call, run),
  with: (list, call, run) => {
    const [, value] = call.values;
    const index = indexArgument(call, 0);
    if (list.elements.at(index) == null) throw new Thrown(call.node);
    return made(list.elements.with(index, value ?? run.constant(undefined, call.node, call.scope)), call, run);
  },
};

/** Methods that change the list. */
const CHANGING: ReadonlySet<string> = new Set([
  "copyWithin",
  "fill",
  "pop",
  "push",
  "reverse",
  "shift",
  "sort",
  "splice",
  "unshift",
]);

/** Those that change nothing in a list that is too short. */
const UNNEEDED: ReadonlySet<string> = new Set(["copyWithin", "fill", "reverse", "sort"]);

/** Calls a method of a list. One that cannot be followed leaves the list, where it changes it, and the result unknown. */
export function callListMethod(name: string, list: ListValue, call: Call, run: Run): Value {
  const isChange = CHANGING.has(name);
  const isAddition = name === "push" || name === "unshift";
  if (isChange && !isAddition) list.isChanged = true;
  if (isChange && list.lock !== "none") return changeLocked(name, list, call, run);
  if (isAddition && !list.isForgotten && !(call.isComplete && list.isComplete))
    return addedToSome(name, list, call, run);
  const method = Object.hasOwn(methods, name) ? methods[name] : null;
  const isKnown = list.isComplete && !list.elements.some(isHole);
  if (method == null || !call.isComplete || !isKnown) return unfollowed(list, isChange, call, run);
  try {
    return withListings(method(list, call, run), listingsOf(list));
  } catch (error) {
    if (!(error instanceof LostTrack)) throw error;
    return unfollowed(list, isChange, call, run);
  }
}

function changeLocked(name: string, list: ListValue, call: Call, run: Run): Value {
  if (list.lock !== "frozen") return unfollowed(list, true, call, run);
  // Where there is nothing to sort or to reverse, nothing throws.
  if (list.elements.length > 1 || !UNNEEDED.has(name)) throw new Thrown(call.node);
  return unfollowed(list, false, call, run);
}

function unfollowed(list: ListValue, isChange: boolean, call: Call, run: Run): Value {
  run.leftOut.add(call.node);
  // A callback gets hold of the list, too.
  run.giveAway([...call.values, ...(call.values.some(isHeld) ? [list, ...list.elements] : [])]);
  if (isChange) forgetElements(list);
  return run.unknownFrom([list, ...call.values], call.node, call.scope);
}

/** Adds what is not wholly seen, or to a list that is not: the elements that are seen already stay. */
function addedToSome(name: string, list: ListValue, call: Call, run: Run): Value {
  const { node, scope, values } = call;
  if (call.isComplete) return added(list, name === "push" ? list.elements.length : 0, call, run);
  run.leftOut.add(node);
  // What `push(...more)` iterates over may reach the list.
  run.giveAway(values);
  list.isComplete = false;
  return run.unknown(node, scope, { type: "number" });
}

function lost(list: ListValue, call: Call, run: Run): Value {
  return unfollowed(list, true, call, run);
}

export function made(elements: readonly Value[], { node, scope }: Call, run: Run): ListValue {
  if (elements.length > MAX_LIST_LENGTH) throw new LostTrack();
  return newList(run.origin(node, scope), elements);
}

// ── Callbacks ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Calls the callback for one element. */
function callBack(list: ListValue, index: number, call: Call, run: Run, before: readonly Value[] = []): Value {
  const [callback, self] = call.values;
  const element = list.elements[index];
  if (callback == null || element == null) throw new LostTrack();
  const { node, scope } = call;
  return run.call(callback, {
    self: self != null && before.length === 0 ? self : run.constant(undefined, node, scope),
    values: [...before, element, run.constant(index, node, scope), list],
    isComplete: true,
    node,
    scope,
    isRepeated: list.elements.length > 1,
  });
}

function mapped(list: ListValue, call: Call, run: Run): Value[] {
  return [...list.elements.keys()].map((index) => callBack(list, index, call, run));
}

/** Whether the callback says yes to an element. */
function isAccepted(list: ListValue, index: number, call: Call, run: Run): boolean {
  const answer = run.decide(callBack(list, index, call, run));
  if (answer == null) throw new LostTrack();
  return answer;
}

function filter(list: ListValue, call: Call, run: Run): Value {
  const accepted: Value[] = [];
  for (const index of [...list.elements.keys()]) {
    // The callback may change the list.
    const element = list.elements[index];
    if (element != null && isAccepted(list, index, call, run)) accepted.push(element);
  }
  return made(accepted, call, run);
}

function* backwards(list: ListValue): Generator<number> {
  for (let index = list.elements.length - 1; index >= 0; index--) yield index;
}

function found(
  list: ListValue,
  call: Call,
  run: Run,
  indices: Iterable<number>,
): { readonly index: number; readonly value: Value } {
  for (const index of [...indices]) {
    const element = list.elements[index];
    // The callback has made the list shorter.
    if (element == null) throw new LostTrack();
    if (isAccepted(list, index, call, run)) return { index, value: element };
  }
  return { index: -1, value: run.constant(undefined, call.node, call.scope) };
}

function indexOfFound(list: ListValue, call: Call, run: Run, indices: Iterable<number>): Value {
  return run.constant(found(list, call, run, indices).index, call.node, call.scope);
}

/** `some`, which looks for a yes, and `every`, which looks for a no. */
function quantified(list: ListValue, call: Call, run: Run, wanted: boolean): Value {
  const isFound = [...list.elements.keys()].some((index) => isAccepted(list, index, call, run) === wanted);
  return run.constant(isFound === wanted, call.node, call.scope);
}

function reduced(list: ListValue, indices: Iterable<number>, call: Call, run: Run): Value {
  const rest = [...indices];
  const [, initial] = call.values;
  let result = initial ?? list.elements[rest.shift() ?? -1];
  if (result == null) throw new Thrown(call.node);
  for (const index of rest) result = callBack(list, index, call, run, [result]);
  return result;
}

/** `undefined` comes last, and is not compared. */
function sortedElements(list: ListValue, call: Call, run: Run): readonly Value[] {
  const [compare] = call.values;
  const { node, scope } = call;
  const defined = list.elements.filter((element) => !isUndefined(element));
  const others = list.elements.filter((element) => isUndefined(element));
  if (compare == null || isUndefined(compare)) {
    if (allKnown(defined) == null) {
      for (const element of defined) convert(element, run);
      throw new LostTrack();
    }
    return [...defined.toSorted((left, right) => order(textOfKnown(left), textOfKnown(right))), ...others];
  }
  const nothing = run.constant(undefined, node, scope);
  const sorted = defined.toSorted((left, right) => {
    const result = run.call(compare, {
      self: nothing,
      values: [left, right],
      isComplete: true,
      node,
      scope,
      isRepeated: true,
    });
    const known = knownPrimitive(result);
    if (known == null) throw new LostTrack();
    return Number(known.value);
  });
  return [...sorted, ...others];
}

function textOfKnown(value: Value): string {
  return String(knownPrimitive(value)?.value);
}

function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

// ── Elements ──────────────────────────────────────────────────────────────────────────────────────────────────────

function added(list: ListValue, at: number, { node, scope, values }: Call, run: Run): Value {
  if (list.elements.length + values.length > MAX_LIST_LENGTH) throw new LostTrack();
  list.elements.splice(at, 0, ...values);
  withListings(list, run.reasons);
  return list.isComplete
    ? run.constant(list.elements.length, node, scope)
    : run.unknown(node, scope, { type: "number" });
}

function iterator(list: ListValue, of: Iteration["of"], { node, scope }: Call, run: Run): Value {
  return run.unknown(node, scope, { holds: [list], iteration: { list, of, state: "new" } });
}

function removed(element: Value | undefined, { node, scope }: Call, run: Run): Value {
  return element ?? run.constant(undefined, node, scope);
}

/** A list, or an element that is none. */
function concat(list: ListValue, call: Call, run: Run): Value {
  const result = made(list.elements, call, run);
  result.spreads.push(list);
  for (const value of call.values) {
    if (value.kind === "list" && !value.isArguments) {
      result.spreads.push(value);
      result.elements.push(...value.elements);
      if (!value.isComplete) result.isComplete = false;
    } else if (value.kind === "unknown") {
      run.giveAway([value]);
      result.isComplete = false;
    } else {
      result.elements.push(value);
    }
  }
  if (result.elements.length > MAX_LIST_LENGTH) throw new LostTrack();
  return result;
}

function flat(list: ListValue, call: Call, run: Run): Value {
  const depth = call.values.length === 0 ? 1 : indexArgument(call, 0);
  return flattened(list.elements, depth, call, run);
}

function flattened(elements: readonly Value[], depth: number, call: Call, run: Run): ListValue {
  const result = made([], call, run);
  for (const element of elements) {
    if (isHole(element)) continue;
    if (element.kind === "unknown") {
      // It may be a list.
      result.isComplete = false;
    } else if (element.kind !== "list" || element.isArguments || depth < 1) {
      result.elements.push(element);
    } else {
      const inner = flattened(element.elements, depth - 1, call, run);
      result.elements.push(...inner.elements);
      if (!inner.isComplete || !element.isComplete) result.isComplete = false;
    }
  }
  if (result.elements.length > MAX_LIST_LENGTH) throw new LostTrack();
  return result;
}

function elementAt(list: ListValue, index: number, call: Call, run: Run): Value {
  return removed(list.elements.at(index), call, run);
}

type Comparison = (left: Primitive, right: Primitive) => boolean;

const isIdentical: Comparison = (left, right) => left === right;

/** `includes` finds `NaN`, `indexOf` does not. */
const isSameOrZero: Comparison = (left, right) => [left].includes(right);

/** Whether an element equals the argument; for one that cannot be read, that is a condition like any other. */
function includes(list: ListValue, call: Call, run: Run): Value {
  const { node, scope, values } = call;
  const [wanted] = values;
  if (wanted == null || values.length > 1) throw new LostTrack();
  let identity: Identity | null = null;
  for (const element of list.elements) {
    const isEqual = isEqualTo(element, wanted, isSameOrZero);
    if (isEqual === true) return run.constant(true, node, scope);
    if (isEqual === false) continue;
    const test = run.identityOf(calculated("===", [element, wanted], [node, node], node, scope, run));
    identity = identity == null ? test : run.identities.operation("||", [identity, test]);
  }
  if (identity == null) return run.constant(false, node, scope);
  return run.unknown(node, scope, { identity, type: "boolean" });
}

function isEqualTo(element: Value, wanted: Value, areSame: Comparison): boolean | null {
  const [one, other] = [knownPrimitive(element), knownPrimitive(wanted)];
  return one != null && other != null ? areSame(one.value, other.value) : areEqual(element, wanted, false);
}

/** Where an element is that equals the argument. */
function positionOf(list: ListValue, { values }: Call, areSame: Comparison): number {
  const [wanted] = values;
  if (wanted == null || values.length > 1) throw new LostTrack();
  for (const [index, element] of list.elements.entries()) {
    const isEqual = isEqualTo(element, wanted, areSame);
    if (isEqual == null) throw new LostTrack();
    if (isEqual) return index;
  }
  return -1;
}

function join(list: ListValue, { node, scope, values }: Call, run: Run): Value {
  const [given] = values;
  const separator = given == null || isUndefined(given) ? run.primitive(",", node, scope) : given;
  const pieces = list.elements.flatMap((element, index): readonly [Value, Node][] => {
    const own: [Value, Node] = [isNullish(element) ? run.primitive("", node, scope) : element, node];
    return index === 0 ? [own] : [[separator, node], own];
  });
  return joined(pieces, node, scope, run);
}

/** A number among the arguments, or 0 where there is none. */
function indexArgument({ values }: Call, position: number): number {
  const value = values[position];
  const known = value == null ? { value: 0 } : knownPrimitive(value);
  if (known == null) throw new LostTrack();
  return Math.trunc(Number(known.value)) || 0;
}

/** A number among the arguments, or a default where it is undefined. */
function optionalIndex(call: Call, position: number, fallback: number): number {
  const value = call.values[position];
  return value == null || isUndefined(value) ? fallback : indexArgument(call, position);
}

/** Where `splice` begins to remove elements, and how many. */
function cut(list: ListValue, call: Call): readonly [start: number, count: number] {
  if (call.values.length === 0) return [0, 0];
  return [indexArgument(call, 0), call.values.length === 1 ? list.elements.length : indexArgument(call, 1)];
}
