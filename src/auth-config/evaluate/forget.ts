/**
 * What is not run is forgotten. Code that is skipped, or that something unknown may run at any time, may change whatever it can reach:
 * forgotten objects have unknown members, forgotten lists are incomplete, and nothing is learned about them again.
 */
import type { Node } from "../ast.js";
import type { Binding, Scope } from "../scope.js";
import { isHeld } from "../values.js";
import type { ClassValue, FunctionValue, ListValue, Member, ObjectValue, Value } from "../values.js";
import { footprintOf } from "./footprint.js";
import type { Footprint } from "./footprint.js";
import type { Run } from "./run.js";
import { chainOf } from "./containers.js";

/** Forgets everything that code can reach which is skipped here and now, and what functions in it reach later. It may throw as well. */
export function forgetCode(nodes: readonly (Node | null | undefined)[], scope: Scope, run: Run): void {
  run.mayThrow();
  const reached: Value[] = [];
  for (const node of nodes) {
    if (node == null) continue;
    run.leftOut.add(node);
    const footprint = footprintOf(node);
    for (const name of footprint.assigned) {
      const binding = scope.resolve(name);
      if (binding != null) forgetBinding(binding, footprint.assignedLater.has(name), run);
    }
    for (const name of footprint.namesLater) {
      const binding = scope.resolve(name);
      if (binding != null) binding.isShared = true;
    }
    reached.push(...reachedBy(footprint, scope, false, run));
  }
  forgetReachable(reached, run);
}

/** Forgets everything that can be reached from some values: unknown code has got hold of them. */
export function forgetReachable(values: readonly Value[], run: Run): void {
  const reached = new Set<Value>(values);
  for (const value of reached) {
    run.step();
    for (const inner of forgetOne(value, run)) reached.add(inner);
  }
}

/** Forgets one value; returns what can be reached from it. */
function forgetOne(value: Value, run: Run): Iterable<Value> {
  switch (value.kind) {
    case "object":
      return forgetObject(value, run);
    case "list":
      return forgetList(value);
    case "function":
      return forgetFunction(value, run);
    case "class":
      return forgetClass(value, run);
    case "native":
      // Whoever gets hold of these can change what the language itself does.
      if (value.name === "globalThis" || value.name.endsWith(".prototype")) run.giveUp();
      return value.bound == null ? [] : [value.bound.target, value.bound.self, ...value.bound.values];
    case "unknown":
      if (value.iteration != null) value.iteration.state = "unknown";
      return value.holds;
    default:
      return [];
  }
}

function forgetObject(object: ObjectValue, run: Run): Value[] {
  if (object.isForgotten) return [];
  object.isForgotten = true;
  const held = [...object.members.values(), ...object.privates.values()].flatMap(heldBy);
  if (object.prototype != null) held.push(object.prototype);
  if (object.constructedBy != null) held.push(object.constructedBy);
  if (object.lock !== "frozen") forgetMembers(object, run);
  return held;
}

/** Any member may be another one, and others may be there. */
export function forgetMembers(object: ObjectValue, run: Run): void {
  object.isClosed = false;
  object.primitive = null;
  for (const members of [object.members, object.privates]) {
    for (const [name, { origin, property, value }] of members) {
      const unknown = run.unknown(value.origin.node, value.origin.scope, { holds: isHeld(value) ? [value] : [] });
      members.set(name, { name, value: unknown, origin, property, replaces: null });
    }
  }
}

function heldBy({ value, getter, setter }: Member): Value[] {
  return [value, ...(getter == null ? [] : [getter]), ...(setter == null ? [] : [setter])];
}

function forgetList(list: ListValue): Value[] {
  if (list.isForgotten) return [];
  list.isForgotten = true;
  const held = [...list.elements];
  if (list.lock !== "frozen") forgetElements(list);
  return held;
}

/** Elements may have been added, moved, replaced and removed. */
export function forgetElements(list: ListValue): void {
  list.isComplete = false;
  list.elements.length = 0;
}

/** A function that may run at any time, with arguments that cannot be seen. */
function forgetFunction(value: FunctionValue, run: Run): Value[] {
  const { node, scope, home } = value;
  const { statics, prototype } = run.propertiesOf(value);
  const reached: Value[] = [statics, prototype, ...reachedBy(footprintOf(node), scope, true, run)];
  return home == null ? reached : [...reached, home];
}

function forgetClass({ node, scope, superclass, statics, prototype }: ClassValue, run: Run): Value[] {
  const held: Value[] = [statics, prototype, ...reachedBy(footprintOf(node), scope, true, run)];
  return superclass == null ? held : [...held, superclass];
}

/** The values that code can reach by its names. Code that runs later also finds there what is put there in between. */
function reachedBy(footprint: Footprint, scope: Scope, runsLater: boolean, run: Run): Value[] {
  if (footprint.usesEval && scope.resolve("eval") == null) run.giveUp();
  const reached: Value[] = [];
  for (const [name, binding] of bindingsOf(footprint, scope)) {
    if (runsLater) binding.isShared = true;
    if (runsLater && footprint.assigned.has(name)) forgetBinding(binding, true, run);
    if (binding.value != null) reached.push(binding.value);
  }
  const { receiver } = scope;
  if (footprint.usesThis && receiver != null) reached.push(receiver.self);
  if (footprint.usesThis && receiver?.home != null) reached.push(receiver.home);
  return reached;
}

function* bindingsOf({ names }: Footprint, scope: Scope): Generator<readonly [string, Binding]> {
  for (const name of names) {
    const binding = scope.resolve(name);
    if (binding != null) yield [name, binding];
  }
}

/** The objects and lists that code can reach by its names, directly or through others. */
export function reachableBy(nodes: readonly (Node | null)[], scope: Scope): Iterable<ListValue | ObjectValue> {
  const bindings = nodes.flatMap((node) => (node == null ? [] : [...bindingsOf(footprintOf(node), scope)]));
  const reached = new Set(bindings.flatMap(([, { value }]) => (value == null ? [] : [value])));
  for (const value of reached) for (const inner of partsOf(value)) reached.add(inner);
  return [...reached].filter((value) => value.kind === "list" || value.kind === "object");
}

/** The names that code assigns. */
export function assignedBy(nodes: readonly (Node | null)[], scope: Scope): readonly Binding[] {
  const names = nodes.flatMap((node) => (node == null ? [] : [...footprintOf(node).assigned]));
  return names.flatMap((name) => scope.resolve(name) ?? []);
}

function partsOf(value: Value): readonly Value[] {
  if (value.kind === "list") return value.elements;
  return value.kind === "object" ? [...value.members.values()].map((member) => member.value) : [];
}

function forgetBinding(binding: Binding, isForever: boolean, run: Run): void {
  if (binding.isConstant) return;
  const { value, declaration } = binding;
  const holds = value != null && isHeld(value) ? [value] : [];
  binding.value = run.unknown(declaration, value?.origin.scope ?? run.root, { holds });
  if (isForever) binding.isForgotten = true;
}

// ── Conversions ───────────────────────────────────────────────────────────────────────────────────────────────────

/** A value becomes a primitive one: `toString` and the like of local objects are run, at a time and in an order that is not followed. */
export function convert(value: Value, run: Run): void {
  for (const converted of codeOfConversion(value)) run.giveAway([converted]);
}

/** The values whose own code runs when a value is converted. */
function codeOfConversion(value: Value): ReadonlySet<Value> {
  const found = new Set<Value>();
  const seen = new Set([value]);
  for (const each of seen) {
    if (each.kind === "list") for (const element of each.elements) seen.add(element);
    else if (each.kind === "unknown") for (const held of each.holds) seen.add(held);
    else if (each.kind === "object" && each.primitive == null && hasConversion(each)) found.add(each);
    else if (each.kind === "class" && hasConversion(each.statics)) found.add(each);
  }
  return found;
}

function hasConversion(object: ObjectValue): boolean {
  for (const holder of chainOf(object)) {
    if (!holder.isClosed || holder.members.has("toString") || holder.members.has("valueOf")) return !object.isForgotten;
  }
  return false;
}
