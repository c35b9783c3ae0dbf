/** Object and list literals, and what is spread into them. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, nameOfKey, unwrap } from "../ast.js";
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import { isFalsy, isHole, listingsOf, unionOf, withListings } from "../values.js";
import type { Iteration, ListValue, Member, ObjectValue, Value } from "../values.js";
import { accessors, assignedMember, chainOf, isAccessor, newList, newObject, putMember } from "./containers.js";
import { Thrown } from "./endings.js";
import { listed } from "./environment.js";
import { forgetMembers } from "./forget.js";
import { guardedNames } from "./guards.js";
import { MAX_LIST_LENGTH } from "./limits.js";
import { getMember, keyName } from "./members.js";
import type { Run } from "./run.js";
import { isSymbol, knownPrimitive } from "./text.js";

export function objectExpression(node: TSESTree.ObjectExpression, scope: Scope, run: Run): Value {
  const object = newObject(run.origin(node, scope));
  const own = new Map<string, Member>();
  const hidden: Value[] = [];
  for (const property of node.properties) {
    if (property.type === "SpreadElement") spreadInto(object, property, scope, run);
    else hidden.push(...addProperty(object, property, own, scope, run));
  }
  // A method reaches all members, those after it as well.
  if (hidden.length > 0) run.giveAway(hidden);
  return object;
}

/** Adds a property; returns its value if nobody can tell where it is. */
function addProperty(
  object: ObjectValue,
  property: TSESTree.Property,
  own: Map<string, Member>,
  scope: Scope,
  run: Run,
): readonly Value[] {
  const key = property.computed ? run.evaluate(property.key, scope) : null;
  const name = key == null ? nameOfKey(property.key) : keyName(key, run);
  if (name === "__proto__" && key == null && !property.shorthand) {
    setPrototype(object, run.evaluate(property.value, scope), run);
    return [];
  }
  const { value } = property;
  const evaluated =
    isFunction(value) && value.type === "FunctionExpression" && (property.method || property.kind !== "init")
      ? run.functionValue(value, scope, object)
      : run.evaluate(value, scope);
  // JSON does not show what is under a symbol, but code may read it again.
  if (key != null && isSymbol(key)) return [evaluated];
  if (name == null) {
    forgetMembers(object, run);
    return [evaluated];
  }
  const origin = run.origin(property, scope);
  const member: Member = { name, value: evaluated, origin, property, replaces: own.get(name) ?? null };
  const accessor =
    property.kind === "init" || evaluated.kind !== "function"
      ? {}
      : accessors(object.members.get(name), property.kind, evaluated);
  own.set(name, member);
  putMember(object, { ...member, ...accessor });
  return [];
}

/** `{ __proto__: base }` shows the members of the base to code, and hides them from JSON. */
function setPrototype(object: ObjectValue, prototype: Value, run: Run): void {
  if (prototype.kind === "object") object.prototype = prototype;
  else if (prototype.kind !== "constant") forgetMembers(object, run);
}

function spreadInto(object: ObjectValue, spread: TSESTree.SpreadElement, scope: Scope, run: Run): void {
  const argument = unwrap(spread.argument);
  const value = run.evaluate(spread.argument, scope);
  if (value.kind === "environment" && !value.isImported) {
    listed(object, spread);
    return;
  }
  copyMembers(value, object, spread, scope, run);
  if (argument.type === "ConditionalExpression" || argument.type === "LogicalExpression") {
    for (const name of guardedNames(argument, scope, run)) object.selfGuarded.add(name);
  }
}

/** Copies the own members of a value, as spread and `Object.assign` do. */
export function copyMembers(source: Value, target: ObjectValue, node: Node, scope: Scope, run: Run): void {
  withListings(target, listingsOf(source));
  if (source.kind === "list" || source.kind === "text") {
    copyElements(source, target, node, scope, run);
    return;
  }
  if (source.kind !== "object") {
    const hasMembers = source.kind !== "constant" && !isFalsy(source);
    if (hasMembers) forgetMembers(target, run);
    return;
  }
  if (!source.isClosed) forgetMembers(target, run);
  for (const member of source.members.values()) putMember(target, copied(member, source, node, scope, run));
  for (const name of source.selfGuarded) target.selfGuarded.add(name);
  target.spreads.push(source);
}

/** A member in a copy of an object: what a getter returns is copied, the getter is not. */
export function copied(member: Member, source: ObjectValue, node: Node, scope: Scope, run: Run): Member {
  if (!isAccessor(member)) return member;
  const value = getMember(source, member.name, { node, nameNode: node, scope, self: source }, run);
  return assignedMember(member.name, value, run.origin(node, scope));
}

function copyElements(source: Value, target: ObjectValue, node: Node, scope: Scope, run: Run): void {
  const elements = elementsOf(source, node, scope, run);
  if (elements == null) forgetMembers(target, run);
  for (const [index, element] of (elements ?? []).entries()) {
    if (source.kind === "list" && isHole(source.elements[index] ?? element)) continue;
    putMember(target, assignedMember(String(index), element, run.origin(node, scope)));
  }
}

export function arrayExpression(node: TSESTree.ArrayExpression, scope: Scope, run: Run): Value {
  const list = newList(run.origin(node, scope));
  for (const element of node.elements) {
    if (element == null) list.elements.push({ ...run.constant(undefined, node, scope), isHole: true });
    else if (element.type !== "SpreadElement") list.elements.push(run.evaluate(element, scope));
    else append(list, run.evaluate(element.argument, scope), element, scope, run);
  }
  return list;
}

/** What is read where nothing is. */
function withoutHoles(elements: readonly Value[], node: Node, scope: Scope, run: Run): readonly Value[] {
  if (!elements.some(isHole)) return elements;
  return elements.map((element) => (isHole(element) ? run.constant(undefined, node, scope) : element));
}

/** Adds what iterating over a value gives. */
function append(list: ListValue, value: Value, node: Node, scope: Scope, run: Run): void {
  withListings(list, listingsOf(value));
  if (value.kind === "list") list.spreads.push(value);
  const elements = elementsOf(value, node, scope, run);
  if (elements == null || list.elements.length + elements.length > MAX_LIST_LENGTH) {
    run.giveAway(value.kind === "list" ? [] : [value]);
    list.isComplete = false;
    if (value.kind !== "list") return;
  }
  // An incomplete list still shows some of its elements.
  const visible = elements ?? (value.kind === "list" ? value.elements : []);
  if (list.elements.length + visible.length <= MAX_LIST_LENGTH) list.elements.push(...[...visible]);
}

/** The elements that iterating over a value gives, or null where they cannot be told. */
export function elementsOf(value: Value, node: Node, scope: Scope, run: Run): readonly Value[] | null {
  if (value.kind === "list") return value.isComplete ? withoutHoles(value.elements, node, scope, run) : null;
  if (value.kind === "unknown" && value.iteration != null) return takenFrom(value.iteration, node, scope, run);
  const known = knownPrimitive(value);
  if (typeof known?.value === "string")
    return [...known.value].map((character) => run.primitive(character, node, scope));
  // One of unknown symbols may be the iterator's; without one, nothing can iterate over an object.
  const isIterable = value.kind === "object" ? !isWhollyKnown(value) : known == null;
  if (isIterable) return null;
  throw new Thrown(node, null, unionOf([run.reasons, listingsOf(value)]));
}

/** What is left in an iterator; nothing is after that. */
function takenFrom(iteration: Iteration, node: Node, scope: Scope, run: Run): readonly Value[] | null {
  const { list, of, state } = iteration;
  if (state === "unknown" || !list.isComplete) return null;
  iteration.state = "over";
  if (state === "over") return [];
  if (of === "values") return withoutHoles([...list.elements], node, scope, run);
  const indices = list.elements.map((_, index) => run.constant(index, node, scope));
  if (of === "keys") return indices;
  return withoutHoles(list.elements, node, scope, run).map((element, index) =>
    newList(run.origin(node, scope), [indices[index] ?? run.constant(index, node, scope), element]),
  );
}

/** Whether all members are seen, inherited ones included. */
function isWhollyKnown(object: ObjectValue): boolean {
  for (const holder of chainOf(object)) {
    if (!holder.isClosed) return false;
  }
  return true;
}
