/** Writing and deleting members of whatever value. */
import { isConstructor } from "../ast.js";
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import { isNullish } from "../values.js";
import type { FunctionValue, ListValue, ObjectValue, Value } from "../values.js";
import { assignedMember, isIndex, isPrivateName, mayInheritAccessor, memberIn, putMember } from "./containers.js";
import { LostTrack, Thrown } from "./endings.js";
import { convert, forgetElements, forgetMembers } from "./forget.js";
import type { Access } from "./members.js";
import type { Run } from "./run.js";
import { knownPrimitive } from "./text.js";

/** `object.name = value`; a name that cannot be read may be any. */
export function setMember({ object, home, name }: Access, value: Value, node: Node, scope: Scope, run: Run): void {
  switch (object.kind) {
    case "object":
      setOnObject(object, home, name, value, node, scope, run);
      break;
    case "list":
      setOnList(object, name, value, node, run);
      break;
    case "class":
      setOnObject(object.statics, object, name, value, node, scope, run);
      break;
    case "function":
      setOnFunction(object, name, value, node, scope, run);
      break;
    case "environment":
      // Convex's proxy takes the value and shows it to nobody.
      break;
    case "native":
      // Nothing can be relied on where the language itself is changed.
      run.giveUp();
      break;
    case "constant":
    case "text":
      throw new Thrown(node);
    default:
      run.noteChange(name);
      run.giveAway([object, value]);
  }
}

/** `F.prototype = …` says what instances inherit from. */
function setOnFunction(
  function_: FunctionValue,
  name: string | null,
  value: Value,
  node: Node,
  scope: Scope,
  run: Run,
): void {
  if (name === "name" || name === "length") throw new Thrown(node);
  const properties = run.propertiesOf(function_);
  if (name !== "prototype" || !isConstructor(function_.node)) {
    setOnObject(properties.statics, function_, name, value, node, scope, run);
    return;
  }
  if (properties.statics.isForgotten) run.giveAway([value]);
  properties.prototype = value;
}

/** `home` is where setters are looked up: for `super.name`, not the object itself. */
function setOnObject(
  object: ObjectValue,
  home: Value,
  name: string | null,
  value: Value,
  node: Node,
  scope: Scope,
  run: Run,
): void {
  if (object.isForgotten || name == null || name === "__proto__") {
    run.giveAway([value]);
    if (!object.isForgotten && object.lock !== "frozen") forgetMembers(object, run);
    return;
  }
  const known = memberIn(home.kind === "object" && !isPrivateName(name) ? home : object, name);
  if (known?.member.setter != null) {
    if (run.isSpeculative) throw new LostTrack();
    run.call(known.member.setter, { self: object, values: [value], isComplete: true, node, scope });
    return;
  }
  if (known?.member.getter != null) throw new Thrown(node);
  if (mayInheritAccessor(object, name)) run.giveAway([object, value]);
  else if (isPrivateName(name)) setPrivate(object, name, value, node, scope, run);
  else setPublic(object, name, value, known?.holder ?? null, node, scope, run);
}

/** It can only be set where it is; a method cannot be replaced. */
function setPrivate(object: ObjectValue, name: string, value: Value, node: Node, scope: Scope, run: Run): void {
  if (!object.privates.has(name)) throw new Thrown(node);
  object.privates.set(name, assignedMember(name, value, run.origin(node, scope)));
}

function setPublic(
  object: ObjectValue,
  name: string,
  value: Value,
  holder: ObjectValue | null,
  node: Node,
  scope: Scope,
  run: Run,
): void {
  const isNew = !object.members.has(name);
  if (object.lock === "frozen" || (isNew && (object.lock !== "none" || holder?.lock === "frozen"))) {
    throw new Thrown(node);
  }
  if (object.primitive != null) forgetMembers(object, run);
  else putMember(object, assignedMember(name, value, run.origin(node, scope)));
  object.changed.add(name);
}

function setOnList(list: ListValue, name: string | null, value: Value, node: Node, run: Run): void {
  if (list.lock === "frozen") throw new Thrown(node);
  const index = name != null && isIndex(name) ? Number(name) : null;
  const length = name === "length" ? newLength(value, node, run) : null;
  if (list.isComplete && list.lock === "none" && index != null && index <= list.elements.length) {
    list.elements[index] = value;
    list.isChanged = true;
  } else if (list.isComplete && length != null && length <= list.elements.length) {
    list.elements.length = length;
    list.isChanged = true;
  } else {
    run.giveAway([value]);
    forgetElements(list);
  }
}

/** The number that becomes the length of a list; null where it cannot be read. */
function newLength(value: Value, node: Node, run: Run): number | null {
  convert(value, run);
  const known = knownPrimitive(value);
  if (known == null) {
    run.mayThrow();
    return null;
  }
  const length = Number(known.value);
  if (length >>> 0 !== length) throw new Thrown(node);
  return length;
}

function isFixed({ lock }: ListValue | ObjectValue): boolean {
  return lock === "frozen" || lock === "sealed";
}

/** `delete object.name`. */
export function deleteMember({ object, name }: Access, node: Node, run: Run): void {
  switch (object.kind) {
    case "object":
    case "class":
      deleteFromObject(object.kind === "class" ? object.statics : object, name, node, run);
      break;
    case "list":
      deleteFromList(object, name, node, run);
      break;
    case "native":
      run.giveUp();
      break;
    case "environment":
    case "text":
      break;
    case "constant":
      if (isNullish(object)) throw new Thrown(node);
      break;
    default:
      run.noteChange(name);
      run.giveAway([object]);
  }
}

function deleteFromObject(object: ObjectValue, name: string | null, node: Node, run: Run): void {
  if (name != null && object.isClosed && !object.members.has(name)) return;
  if (object.isForgotten) run.mayThrow();
  if (isFixed(object)) {
    if (name != null && object.members.has(name) && !object.isForgotten) throw new Thrown(node);
    run.mayThrow();
  } else if (name == null || object.primitive != null) {
    forgetMembers(object, run);
  } else if (!object.isForgotten) {
    object.members.delete(name);
    object.changed.add(name);
  }
}

function deleteFromList(list: ListValue, name: string | null, node: Node, run: Run): void {
  if (name === "length") throw new Thrown(node);
  const isKnown = name != null && list.isComplete;
  if (isKnown && isIndex(name) && Number(name) >= list.elements.length) return;
  if (!isFixed(list)) forgetElements(list);
  else if (isKnown && isIndex(name)) throw new Thrown(node);
  else run.mayThrow();
}
