/** Reading members of whatever value. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isImportMetaEnv, unwrap } from "../ast.js";
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import { isCertainlyPresent, isHole, isNullish, listingsOf, unionOf, withListings } from "../values.js";
import type {
  ClassValue,
  ConstantValue,
  FunctionValue,
  ListValue,
  Member,
  ObjectValue,
  UnknownValue,
  Value,
} from "../values.js";
import { chainOf, isIndex, isPrivateName, mayInheritAccessor, memberIn, privateName, tableFor } from "./containers.js";
import { environmentOfModule, readVariable } from "./environment.js";
import { LostTrack, ShortCircuit, Thrown } from "./endings.js";
import { footprintOf } from "./footprint.js";
import { convert } from "./forget.js";
import { memberOfNative } from "./globals.js";
import { stringMember } from "./string-methods.js";
import type { Run } from "./run.js";
import { knownPrimitive, readThrough } from "./text.js";

/** A member expression as it is used for reading, calling and assigning. */
export interface Access {
  readonly object: Value;
  /** Null where it cannot be read. */
  readonly name: string | null;
  readonly nameNode: Node;
  /** Lets `super.x` look in one place and act on another. */
  readonly home: Value;
}

/** Evaluates the object and the name of a member expression. */
export function access(node: TSESTree.MemberExpression, scope: Scope, run: Run): Access {
  const isSuper = node.object.type === "Super";
  const object = isSuper ? (scope.receiver?.self ?? run.unknown(node, scope)) : run.evaluate(node.object, scope);
  const home = isSuper ? superOf(scope, node, run) : object;
  if (node.optional) checkPresence(object, node, scope, run);
  if (!node.computed) {
    const { property } = node;
    const name = property.type === "PrivateIdentifier" ? privateName(property.name, scope) : property.name;
    return { object, home, name, nameNode: property };
  }
  const key = decided(run.evaluate(node.property, scope), run);
  return { object, home, name: keyName(key, run), nameNode: key.origin.node };
}

/** `object?.name`: where the object may be nothing, whatever happens in the rest of the chain may not happen. */
export function checkPresence(
  object: Value,
  node: TSESTree.CallExpression | TSESTree.MemberExpression,
  scope: Scope,
  run: Run,
): void {
  if (isNullish(object)) throw new ShortCircuit(listingsOf(object));
  if (isCertainlyPresent(object) || !restOfChain(node).some((each) => footprintOf(each).hasEffects)) return;
  const isNothing = run.identities.operation("==", [run.identityOf(object), run.identities.constant(null)]);
  const answer = run.decide(run.unknown(node, scope, { identity: isNothing, type: "boolean" }));
  if (answer !== false) throw new ShortCircuit(listingsOf(object), answer === true);
}

/** The arguments and the computed names that come after a `?.`. */
function restOfChain(link: TSESTree.CallExpression | TSESTree.MemberExpression): readonly Node[] {
  const rest: Node[] = [];
  for (let node: Node | undefined = link; node != null && node.type !== "ChainExpression"; node = node.parent) {
    if (node.type === "CallExpression") rest.push(...node.arguments);
    if (node.type === "MemberExpression" && node.computed) rest.push(node.property);
  }
  return rest;
}

/** `table[flag === "x"]`: a boolean that is free is one or the other. */
function decided(key: Value, run: Run): Value {
  const answer = key.kind === "unknown" && key.type === "boolean" ? run.decide(key) : null;
  return answer == null ? key : run.constant(answer, key.origin.node, key.origin.scope);
}

function superOf(scope: Scope, node: Node, run: Run): Value {
  const home = scope.receiver?.home;
  // A constructor looks where methods do.
  if (home?.kind === "class") return home.prototype.prototype ?? run.unknown(node, scope);
  return (home?.kind === "object" ? home.prototype : null) ?? run.unknown(node, scope);
}

/** The name that a computed key stands for, or null where it cannot be read. */
export function keyName(key: Value, run: Run): string | null {
  convert(key, run);
  const known = knownPrimitive(key);
  return known == null ? null : String(known.value);
}

export function readMember(
  node: TSESTree.MemberExpression,
  scope: Scope,
  run: Run,
): Access & { readonly value: Value } {
  const accessed = access(node, scope, run);
  const { home, name, nameNode, object } = accessed;
  if (name == null) {
    run.mayThrow();
    return { ...accessed, value: run.unknownFrom([object], node, scope) };
  }
  const value = getMember(home, name, { node, nameNode, scope, self: object }, run);
  const holder = unwrap(node.object);
  return { ...accessed, value: holder.type === "Identifier" ? readThrough(holder, value) : value };
}

/** Where a member is read. */
export interface Reading {
  readonly node: Node;
  readonly nameNode: Node;
  readonly scope: Scope;
  /** What a getter sees as `this`. */
  readonly self: Value;
}

export function getMember(object: Value, name: string, reading: Reading, run: Run): Value {
  const { node, nameNode, scope } = reading;
  switch (object.kind) {
    case "object":
      return memberOfObject(object, name, reading, run);
    case "list":
      return memberOfList(object, name, reading, run);
    case "text":
      return stringMember(object, name, node, scope, run);
    case "environment":
      return readVariable(object, name, nameNode, node, scope, run);
    case "native":
      return memberOfNative(object, name, node, scope, run);
    case "class":
      return memberOfClass(object, name, reading, run);
    case "function":
      return memberOfLocalFunction(object, name, reading, run);
    case "pattern":
      return PATTERN_METHODS.has(name) ? method("RegExp", name, node, scope, run) : run.unknown(node, scope);
    case "constant":
      return memberOfConstant(object, name, reading, run);
    case "unknown":
      return memberOfUnknown(object, name, reading, run);
  }
}

const PATTERN_METHODS: ReadonlySet<string> = new Set(["exec", "test", "toString"]);

function native(name: string, node: Node, scope: Scope, run: Run): Value {
  return { kind: "native", name, origin: run.origin(node, scope) };
}

/** A member of the prototype of a built-in type. */
function method(type: string, name: string, node: Node, scope: Scope, run: Run): Value {
  return native(`${type}.prototype.${name}`, node, scope, run);
}

function memberOfObject(object: ObjectValue, name: string, reading: Reading, run: Run): Value {
  const { node, scope } = reading;
  if (isPrivateName(name)) {
    const found = memberIn(object, name);
    if (found != null) return valueOfMember(found.member, reading, run);
    if (!object.isForgotten) throw new Thrown(node);
    return run.unknownFrom([object], node, scope);
  }
  // It may have a getter by now.
  if (object.isForgotten) run.mayThrow();
  else if (mayInheritAccessor(object, name)) run.giveAway([object]);
  for (const holder of chainOf(object)) {
    const member = holder.members.get(name);
    if (member != null) return valueOfMember(member, reading, run);
    if (!holder.isClosed) return run.unknownFrom([object], node, scope);
  }
  if (name === "constructor") return constructorOf(object) ?? native("Object", node, scope, run);
  if (name === "__proto__") return object.prototype ?? native("Object.prototype", node, scope, run);
  if (name in Object.prototype) return method("Object", name, node, scope, run);
  return withListings(run.constant(undefined, node, scope), listingsOf(object));
}

/** The class or the function that made an instance. */
function constructorOf(object: ObjectValue): ClassValue | FunctionValue | null {
  for (const holder of chainOf(object)) {
    if (holder.constructedBy != null) return holder.constructedBy;
  }
  return null;
}

function valueOfMember({ value, getter, setter }: Member, { self, node, scope }: Reading, run: Run): Value {
  if (getter != null && run.isSpeculative) throw new LostTrack();
  if (getter != null) return run.call(getter, { self, values: [], isComplete: true, node, scope });
  return setter == null ? value : run.constant(undefined, node, scope);
}

function memberOfClass(cls: ClassValue, name: string, reading: Reading, run: Run): Value {
  const { node, scope } = reading;
  const member = tableFor(name, cls.statics).get(name);
  if (member != null) return valueOfMember(member, reading, run);
  if (isPrivateName(name)) throw new Thrown(node);
  if (name === "prototype") return cls.prototype;
  if (cls.superclass != null) return getMember(cls.superclass, name, reading, run);
  if (!cls.statics.isClosed) return run.unknownFrom([cls], node, scope);
  return name in Function.prototype ? memberOfFunction(name, node, scope, run) : run.constant(undefined, node, scope);
}

function memberOfLocalFunction(function_: FunctionValue, name: string, reading: Reading, run: Run): Value {
  const { statics, prototype } = run.propertiesOf(function_);
  if (name === "prototype") return prototype;
  const member = statics.members.get(name);
  if (member != null) return valueOfMember(member, reading, run);
  const { node, scope } = reading;
  return statics.isClosed ? memberOfFunction(name, node, scope, run) : run.unknownFrom([function_], node, scope);
}

function memberOfFunction(name: string, node: Node, scope: Scope, run: Run): Value {
  if (name === "apply" || name === "bind" || name === "call") return method("Function", name, node, scope, run);
  return run.unknown(node, scope);
}

function memberOfList(list: ListValue, name: string, { node, scope }: Reading, run: Run): Value {
  if (name in Array.prototype && name !== "length") {
    return list.isArguments ? run.unknown(node, scope) : method("Array", name, node, scope, run);
  }
  if (!list.isComplete) return run.unknownFrom([list], node, scope);
  if (name === "length") return withListings(run.constant(list.elements.length, node, scope), listingsOf(list));
  // What `match` returns has these two besides its elements.
  if (name === "index" || name === "input") return run.unknown(node, scope);
  const element = isIndex(name) ? list.elements[Number(name)] : null;
  if (element != null && !isHole(element)) return element;
  return withListings(run.constant(undefined, node, scope), listingsOf(list));
}

function memberOfConstant(constant: ConstantValue, name: string, { node, scope }: Reading, run: Run): Value {
  if (constant.value != null) {
    const type = constant.value.constructor.name;
    if (name in Object(constant.value)) return method(type, name, node, scope, run);
    return run.constant(undefined, node, scope);
  }
  if (!isImportMetaEnv(constant.origin.node)) {
    throw new Thrown(node, null, unionOf([run.reasons, listingsOf(constant)]));
  }
  run.refuse({ kind: "front-end-read", node, name, origin: run.origin(node, scope) });
  return run.unknown(node, scope);
}

function memberOfUnknown(object: UnknownValue, name: string, { node, scope }: Reading, run: Run): Value {
  const environment = environmentOfModule(object, name, node, scope, run);
  if (environment != null) return environment;
  // Other modules export what the file reads of them.
  if (object.identity.sources == null) run.mayThrow();
  const identity = run.hasChanged(name) ? run.identities.fresh() : run.identities.member(object.identity, name);
  return withListings(run.unknown(node, scope, { identity, holds: object.holds }), listingsOf(object));
}
