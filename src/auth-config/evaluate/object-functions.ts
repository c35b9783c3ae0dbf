/** `Object.*`, `JSON.*` and `structuredClone`, for objects that are known. */
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import { isHeld, isHole, isNullish, isUndefined, listingsOf, literalText, withListings } from "../values.js";
import type { ConstantValue, ListValue, Lock, ObjectValue, Value } from "../values.js";
import { assignedMember, chainOf, isAccessor, listedMembers, newList, newObject, putMember } from "./containers.js";
import type { Call } from "./calls.js";
import { Thrown } from "./endings.js";
import { listed } from "./environment.js";
import { forgetMembers } from "./forget.js";
import { setMember } from "./changes.js";
import { keyName } from "./members.js";
import type { Native } from "./natives.js";
import { copyMembers, elementsOf } from "./objects-and-lists.js";
import type { Run } from "./run.js";
import { callUnknownCode } from "./unknown-code.js";

export const OBJECT_FUNCTIONS: readonly (readonly [string, Native])[] = [
  ["JSON.parse", parse],
  ["JSON.stringify", stringify],
  ["Object.assign", assignAll],
  ["Object.create", create],
  ["Object.defineProperty", defineProperty],
  ["Object.entries", (call, run) => lists(call, run, "entries")],
  ["Object.freeze", locked("frozen")],
  ["Object.getPrototypeOf", prototypeOf],
  ["Reflect.getPrototypeOf", prototypeOf],
  ["Object.fromEntries", fromEntries],
  ["Object.hasOwn", (call, run) => hasOwn(call.values[0], call.values[1], call, run)],
  ["Object.keys", (call, run) => lists(call, run, "keys")],
  ["Object.preventExtensions", locked("no-new-members")],
  ["Object.prototype.hasOwnProperty", (call, run) => hasOwn(call.self, call.values[0], call, run)],
  ["Object.seal", locked("sealed")],
  ["Object.values", (call, run) => lists(call, run, "values")],
  ["structuredClone", (call, run) => copyOf(call, run, false)],
];

function unknown(call: Call, run: Run): Value {
  return callUnknownCode(run.unknown(call.node, call.scope), call, run);
}

const LOCKS: readonly Lock[] = ["none", "no-new-members", "sealed", "frozen"];

/** Locks a value; nothing unlocks it again. */
function locked(lock: Lock): Native {
  return ({ node, scope, values: [value] }, run) => {
    const lockable = value?.kind === "class" ? value.statics : value;
    if (lockable?.kind === "object" || lockable?.kind === "list") {
      if (LOCKS.indexOf(lock) > LOCKS.indexOf(lockable.lock)) lockable.lock = lock;
    }
    return value ?? run.constant(undefined, node, scope);
  };
}

/** The names, values or both of the own members. */
function lists(call: Call, run: Run, what: "entries" | "keys" | "values"): Value {
  const { node, scope, values } = call;
  const [value] = values;
  const origin = run.origin(node, scope);
  if (value?.kind === "environment" && !value.isImported) return listed(newList(origin), node);
  if (value?.kind === "list" && value.isComplete && !value.elements.some(isHole)) {
    const indices = value.elements.map((_, index) => run.primitive(String(index), node, scope));
    return newList(origin, pick(what, indices, value.elements, node, scope, run));
  }
  if (value?.kind !== "object" || !value.isClosed || hasAccessors(value)) return unknown(call, run);
  const members = listedMembers(value);
  const names = members.map(({ name }) => run.primitive(name, node, scope));
  const list = newList(
    origin,
    pick(
      what,
      names,
      members.map((member) => member.value),
      node,
      scope,
      run,
    ),
  );
  return withListings(list, listingsOf(value));
}

function pick(
  what: "entries" | "keys" | "values",
  names: readonly Value[],
  values: readonly Value[],
  node: Node,
  scope: Scope,
  run: Run,
): readonly Value[] {
  if (what === "keys") return names;
  if (what === "values") return values;
  return names.map((name, index) => {
    const value = values[index] ?? run.constant(undefined, node, scope);
    return newList(run.origin(node, scope), [name, value]);
  });
}

function hasAccessors({ members }: ObjectValue): boolean {
  return [...members.values()].some(isAccessor);
}

function assignAll(call: Call, run: Run): Value {
  const [target, ...sources] = call.values;
  const { node, scope } = call;
  if (target?.kind !== "object" || target.isForgotten) return unknown(call, run);
  if (isPlain(target)) {
    const before = new Map(target.members);
    for (const source of sources) copyMembers(source, target, node, scope, run);
    for (const [name, member] of target.members) if (before.get(name) !== member) target.changed.add(name);
    return target;
  }
  // Unlike a spread, it calls setters, and throws where an assignment does.
  for (const source of sources) {
    const copy = newObject(run.origin(node, scope));
    copyMembers(source, copy, node, scope, run);
    if (!copy.isClosed) return unknown(call, run);
    for (const { name, value } of copy.members.values()) {
      setMember({ object: target, home: target, name, nameNode: node }, value, node, scope, run);
    }
  }
  return target;
}

/** The name of a function is nobody's business; what becomes of an object is not worked out. */
function defineProperty(call: Call, run: Run): Value {
  const [target, key, descriptor] = call.values;
  if (target == null || key == null || descriptor == null) return unknown(call, run);
  if ((target.kind === "function" || target.kind === "class") && keyName(key, run) === "name") return target;
  if (target.kind !== "object") return unknown(call, run);
  if (isPlainDescriptor(descriptor) || keyName(key, run) === "__esModule") {
    run.giveAway([descriptor]);
    forgetMembers(target, run);
  } else {
    // Reading the member may run a function, and writing it may throw.
    run.giveAway([descriptor, target]);
  }
  return target;
}

/** Whether a descriptor describes a value that can be changed and deleted, as if it was assigned. */
function isPlainDescriptor(descriptor: Value): boolean {
  if (descriptor.kind !== "object" || !descriptor.isClosed || descriptor.prototype != null) return false;
  const { members } = descriptor;
  if (members.has("get") || members.has("set")) return false;
  return ["configurable", "writable"].every((name) => {
    const value = members.get(name)?.value;
    return value?.kind === "constant" && Boolean(value.value);
  });
}

/** Whether assigning a member does nothing else. */
function isPlain(object: ObjectValue): boolean {
  if (object.lock !== "none") return false;
  for (const holder of chainOf(object)) {
    if (hasAccessors(holder) || holder.lock === "frozen") return false;
  }
  return true;
}

function create(call: Call, run: Run): Value {
  const [prototype, ...others] = call.values;
  if (prototype?.kind === "text" || (prototype?.kind === "constant" && prototype.value !== null)) {
    throw new Thrown(call.node);
  }
  if (others.length > 0 || prototype == null) return unknown(call, run);
  if (prototype.kind === "object") return newObject(run.origin(call.node, call.scope), prototype);
  return prototype.kind === "constant" ? newObject(run.origin(call.node, call.scope)) : unknown(call, run);
}

function prototypeOf(call: Call, run: Run): Value {
  const [value] = call.values;
  const { node, scope } = call;
  const name = value?.kind === "list" ? "Array.prototype" : "Object.prototype";
  if (value?.kind === "object" && value.prototype != null) return value.prototype;
  if (value?.kind !== "object" && value?.kind !== "list") return unknown(call, run);
  return { kind: "native", name, origin: run.origin(node, scope) };
}

function fromEntries(call: Call, run: Run): Value {
  const { node, scope, values } = call;
  const [entries] = values;
  const elements = entries == null ? null : elementsOf(entries, node, scope, run);
  const object = newObject(run.origin(node, scope));
  for (const element of elements ?? []) {
    const [key, value] = element.kind === "list" && element.isComplete ? element.elements : [];
    const name = key == null ? null : keyName(key, run);
    if (name == null) return unknown(call, run);
    putMember(object, assignedMember(name, value ?? run.constant(undefined, node, scope), run.origin(node, scope)));
  }
  return elements == null || entries == null ? unknown(call, run) : withListings(object, listingsOf(entries));
}

function hasOwn(object: Value | undefined, key: Value | undefined, { node, scope }: Call, run: Run): Value {
  if (object?.kind === "environment" && !object.isImported) return listed(run.constant(false, node, scope), node);
  const name = key == null ? null : keyName(key, run);
  if (object?.kind !== "object" || name == null || object.isForgotten)
    return run.unknown(node, scope, { type: "boolean" });
  if (object.members.has(name)) return run.constant(true, node, scope);
  if (object.isClosed) return withListings(run.constant(false, node, scope), listingsOf(object));
  return run.unknown(node, scope, { type: "boolean" });
}

// ── Copies ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The text is not worked out: it is known what `JSON.parse` makes of it. */
function stringify(call: Call, run: Run): Value {
  const { node, scope, values } = call;
  const [value, replacer] = values;
  if (value?.kind === "constant" && typeof value.value === "bigint") throw new Thrown(node);
  if (value == null || !isHeld(value)) return run.unknown(node, scope);
  const names = replacer == null || isNullish(replacer) ? null : namesIn(replacer);
  if (names === "not known") return unknown(call, run);
  const copy = copyValue(value, { node, scope, names, asJson: true }, new Map(), run);
  return copy == null ? unknown(call, run) : { ...run.unknown(node, scope), serialized: copy };
}

function namesIn(value: Value): ReadonlySet<string> | "not known" {
  if (value.kind !== "list" || !value.isComplete) return "not known";
  const names = value.elements.map((element) => literalText(element));
  return names.includes(null) ? "not known" : new Set(names.filter((name) => name != null));
}

function parse(call: Call, run: Run): Value {
  const { node, scope, values } = call;
  const [text, reviver] = values;
  if (text?.kind !== "unknown" || text.serialized == null) return unknown(call, run);
  const copy = copyValue(text.serialized, { node, scope, names: null, asJson: true }, new Map(), run);
  if (copy == null) return unknown(call, run);
  if (reviver == null) return copy;
  const holder = newObject(run.origin(node, scope));
  return revived(holder, "", copy, reviver, call, run);
}

/** What the second argument of `JSON.parse` makes of a value: from the inside to the outside. */
function revived(holder: Value, name: string, value: Value, reviver: Value, call: Call, run: Run): Value {
  const { node, scope } = call;
  if (value.kind === "object") {
    for (const member of listedMembers(value)) {
      const result = revived(value, member.name, member.value, reviver, call, run);
      if (isUndefined(result)) value.members.delete(member.name);
      else value.members.set(member.name, { ...member, value: result });
    }
  } else if (value.kind === "list") {
    for (const [index, element] of value.elements.entries()) {
      value.elements[index] = revived(value, String(index), element, reviver, call, run);
    }
  }
  return run.call(reviver, {
    self: holder,
    values: [run.primitive(name, node, scope), value],
    isComplete: true,
    node,
    scope,
    isRepeated: true,
  });
}

function copyOf(call: Call, run: Run, asJson: boolean): Value {
  const [value] = call.values;
  const { node, scope } = call;
  const copy = value == null ? null : copyValue(value, { node, scope, names: null, asJson }, new Map(), run);
  return copy ?? unknown(call, run);
}

interface Copying {
  readonly node: Node;
  readonly scope: Scope;
  /** The only members that are copied, or null for all. */
  readonly names: ReadonlySet<string> | null;
  /** JSON leaves out what has no text; a clone takes no functions at all. */
  readonly asJson: boolean;
}

/** A deep copy, or null where it cannot be told. */
function copyValue(value: Value, copying: Copying, copies: Map<Value, Value>, run: Run): Value | null {
  const { asJson, node, scope } = copying;
  const known = copies.get(value);
  // A clone is of the same shape; JSON has no way to write what holds itself.
  if (known != null && asJson) throw new Thrown(node);
  if (known != null) return known;
  run.step();
  switch (value.kind) {
    case "object":
    case "list": {
      const copy =
        value.kind === "object" ? copyObject(value, copying, copies, run) : copyList(value, copying, copies, run);
      if (asJson) copies.delete(value);
      return copy;
    }
    case "constant":
      return asJson ? constantInJson(value, node, scope, run) : value;
    case "text":
      return value;
    default:
      return null;
  }
}

/** JSON has no BigInt, no negative zero, and `null` for what is not finite. */
function constantInJson(constant: ConstantValue, node: Node, scope: Scope, run: Run): Value {
  const { value } = constant;
  if (typeof value === "bigint") throw new Thrown(node);
  if (typeof value !== "number") return constant;
  if (value === 0) return run.constant(0, node, scope);
  return Number.isFinite(value) ? constant : run.constant(null, node, scope);
}

function copyList(list: ListValue, copying: Copying, copies: Map<Value, Value>, run: Run): Value | null {
  if (!list.isComplete || list.isArguments) return null;
  const { asJson, node, scope } = copying;
  const copied = newList(run.origin(node, scope));
  copies.set(list, copied);
  for (const element of list.elements) {
    const copy = copyValue(element, copying, copies, run);
    if (copy == null) return null;
    copied.elements.push(asJson && isUndefined(copy) ? run.constant(null, node, scope) : copy);
  }
  return withListings(copied, listingsOf(list));
}

function copyObject(object: ObjectValue, copying: Copying, copies: Map<Value, Value>, run: Run): Value | null {
  if (object.primitive != null) return copying.asJson ? object.primitive : null;
  const hasToJson = object.members.has("toJSON") || object.prototype?.members.has("toJSON") === true;
  if (!object.isClosed || hasAccessors(object) || (copying.asJson && hasToJson)) return null;
  const copy = newObject(run.origin(copying.node, copying.scope));
  copies.set(object, copy);
  for (const member of object.members.values()) {
    if (copying.names != null && !copying.names.has(member.name)) continue;
    if (copying.asJson && (isUndefined(member.value) || member.value.kind === "function")) continue;
    const value = copyValue(member.value, copying, copies, run);
    if (value == null) return null;
    // JSON leaves out what is undefined; under a listing it may be there for a reason.
    putMember(copy, { ...member, value });
  }
  copy.spreads.push(object);
  return withListings(copy, listingsOf(object));
}
