/** Classes: definition, construction, `super`. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isConstructor, isFunction, nameOfKey, walk } from "../ast.js";
import type { Node } from "../ast.js";
import { Scope } from "../scope.js";
import type { ClassValue, FunctionValue, ObjectValue, Origin, Value } from "../values.js";
import { accessors, assignedMember, newObject, privateName, tableFor } from "./containers.js";
import type { Call } from "./calls.js";
import { LostTrack, Thrown } from "./endings.js";
import { footprintOf } from "./footprint.js";
import { forgetMembers } from "./forget.js";
import { callFunction } from "./functions.js";
import { hoist } from "./hoisting.js";
import { keyName } from "./members.js";
import type { Run } from "./run.js";

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** Defines a class. One with decorators, which may make anything of it, is forgotten. */
export function defineClass(node: ClassNode, scope: Scope, run: Run): Value {
  if (isDecorated(node)) return run.skip(node, scope);
  const superclass = node.superClass == null ? null : run.evaluate(node.superClass, scope);
  if (superclass != null && !mayBeExtended(superclass)) throw new Thrown(node);
  if (superclass?.kind === "unknown") run.mayThrow();
  const inner = new Scope(scope);
  const origin = run.origin(node, scope);
  const parent = superclass?.kind === "class" ? superclass : null;
  const prototype = newObject(origin, parent?.prototype);
  // What an unknown or built-in class has is not known.
  if (superclass != null && parent == null) prototype.isClosed = false;
  const statics = newObject(origin, parent?.statics);
  const names = new Map<TSESTree.ClassElement, string | null>();
  const value: ClassValue = { kind: "class", origin, node, scope: inner, superclass, statics, prototype, names };
  prototype.constructedBy = value;
  if (node.id != null) inner.declare(node.id.name, node, value, true);
  for (const member of node.body.body) {
    if (isNamed(member) && member.key.type === "PrivateIdentifier") {
      inner.declare(`#${member.key.name}`, member, run.unknown(member, inner), true);
    }
  }
  const hidden = node.body.body.flatMap((member) => {
    if (isNamed(member)) names.set(member, nameOf(member, inner, run));
    return defineMethod(member, value, inner, run);
  });
  // A method reaches all members, those after it as well.
  if (hidden.length > 0) run.giveAway(hidden);
  for (const member of node.body.body) runStatic(member, value, inner, run);
  return value;
}

function isDecorated(node: ClassNode): boolean {
  const decorated = node.body.body.flatMap((member): Node[] =>
    member.type === "MethodDefinition" ? [member, ...member.value.params] : [member],
  );
  return [node, ...decorated].some((each) => "decorators" in each && (each.decorators?.length ?? 0) > 0);
}

/** Only functions and `null` can be extended. */
function mayBeExtended(value: Value): boolean {
  if (value.kind === "constant") return value.value === null;
  return value.kind !== "list" && value.kind !== "object" && value.kind !== "text";
}

type NamedElement = TSESTree.AccessorProperty | TSESTree.MethodDefinition | TSESTree.PropertyDefinition;

function isNamed(member: TSESTree.ClassElement): member is NamedElement {
  const { type } = member;
  return type === "AccessorProperty" || type === "MethodDefinition" || type === "PropertyDefinition";
}

function nameOf({ computed, key }: NamedElement, scope: Scope, run: Run): string | null {
  if (computed) return keyName(run.evaluate(key, scope), run);
  return key.type === "PrivateIdentifier" ? privateName(key.name, scope) : nameOfKey(key);
}

/** Puts a method where instances or the class itself find it; returns it, and what holds it, if nobody can tell where that is. */
function defineMethod(member: TSESTree.ClassElement, cls: ClassValue, scope: Scope, run: Run): readonly Value[] {
  if (member.type !== "MethodDefinition" || member.kind === "constructor" || !isFunction(member.value)) return [];
  const holder = member.static ? cls.statics : cls.prototype;
  const name = cls.names.get(member);
  const method = run.functionValue(member.value, scope, holder);
  if (name == null) return [method, holder];
  const members = tableFor(name, holder);
  const plain = assignedMember(name, method, run.origin(member, scope));
  members.set(
    name,
    member.kind === "method" ? plain : { ...plain, ...accessors(members.get(name), member.kind, method) },
  );
  return [];
}

/** Runs static fields and blocks, which see the class as `this`. */
function runStatic(member: TSESTree.ClassElement, cls: ClassValue, scope: Scope, run: Run): void {
  const inner = new Scope(scope, true, { self: cls, home: cls.statics });
  if (member.type === "StaticBlock") {
    hoist(member.body, inner, run, member);
    for (const statement of member.body) run.execute(statement, inner);
  } else if (isField(member) && member.static) {
    defineField(member, cls, cls.statics, inner, run);
  }
}

type Field = TSESTree.AccessorProperty | TSESTree.PropertyDefinition;

function isField(member: TSESTree.ClassElement): member is Field {
  return member.type === "AccessorProperty" || member.type === "PropertyDefinition";
}

function defineField(field: Field, cls: ClassValue, holder: ObjectValue, scope: Scope, run: Run): void {
  if (field.declare) return;
  const name = cls.names.get(field);
  const value = field.value == null ? run.constant(undefined, field, scope) : run.evaluate(field.value, scope);
  if (name == null || field.type === "AccessorProperty") {
    run.giveAway([value]);
    forgetMembers(holder, run);
    return;
  }
  const members = tableFor(name, holder);
  if (holder.isForgotten) run.giveAway([value]);
  const known = holder.isForgotten ? run.unknown(field, scope) : value;
  members.set(name, assignedMember(name, known, run.origin(field, scope)));
}

// ── Construction ──────────────────────────────────────────────────────────────────────────────────────────────────

/** `new C(…)`. */
export function construct(cls: ClassValue, call: Call, run: Run): Value {
  const instance = newObject(run.origin(call.node, call.scope), cls.prototype);
  try {
    return constructInto(cls, instance, call, run) ?? instance;
  } catch (error) {
    if (!(error instanceof LostTrack)) throw error;
    run.giveAway([cls, instance, ...call.values]);
    return run.unknown(call.node, call.scope);
  }
}

/** `new F(…)`, for a plain function. */
export function constructByFunction(function_: FunctionValue, call: Call, run: Run): Value {
  if (!isConstructor(function_.node)) throw new Thrown(call.node);
  const origin = run.origin(call.node, call.scope);
  const instance = newObject(origin, prototypeFrom(run.propertiesOf(function_).prototype, origin));
  const result = callFunction(function_, { ...call, self: instance }, run);
  return isReturnedInstead(result) ? result : instance;
}

/** What instances inherit from: nothing of their own where that is no object. */
function prototypeFrom(value: Value, origin: Origin): ObjectValue | null {
  if (value.kind === "object") return value;
  if (value.kind === "constant" || value.kind === "text") return null;
  const prototype = newObject(origin);
  prototype.isClosed = false;
  prototype.isForgotten = true;
  return prototype;
}

function isReturnedInstead({ kind }: Value): boolean {
  return kind !== "constant" && kind !== "text";
}

/** Runs the constructors of a class and its ancestors; returns the object that they return in place of the instance, if any. */
function constructInto(cls: ClassValue, instance: ObjectValue, call: Call, run: Run): Value | null {
  const node = constructorOf(cls);
  if (cls.superclass == null) defineFields(cls, instance, run);
  if (node == null) {
    if (cls.superclass == null) return null;
    constructParent(cls.superclass, instance, call, run);
    defineFields(cls, instance, run);
    return null;
  }
  if (cls.superclass != null && !callsParentFirst(node)) throw new LostTrack();
  const result = callFunction(run.functionValue(node, cls.scope, cls), { ...call, self: instance }, run, (scope) => {
    // Fields are defined before `this.issuer` of `constructor(public issuer)` is set.
    if (cls.superclass == null) setParameterProperties(node, instance, scope, run);
  });
  return isReturnedInstead(result) ? result : null;
}

function constructorOf(cls: ClassValue): TSESTree.FunctionExpression | null {
  for (const member of cls.node.body.body) {
    if (member.type !== "MethodDefinition" || member.kind !== "constructor") continue;
    if (member.value.type === "FunctionExpression") return member.value;
  }
  return null;
}

/** Whether a constructor calls the one of its parent once, and needs no instance before. */
function callsParentFirst(node: TSESTree.FunctionExpression): boolean {
  const { body } = node.body;
  const at = body.findIndex(isSuperCall);
  const calls = [...walk(node)].filter(({ type }) => type === "Super").filter(({ parent }) => isCallOf(parent));
  return at >= 0 && calls.length === 1 && body.slice(0, at).every((statement) => !footprintOf(statement).usesThis);
}

function isSuperCall(statement: Node): boolean {
  if (statement.type !== "ExpressionStatement") return false;
  return statement.expression.type === "CallExpression" && statement.expression.callee.type === "Super";
}

function isCallOf(parent: Node | undefined): boolean {
  return parent?.type === "CallExpression" && parent.callee.type === "Super";
}

/** Sets what `constructor(public issuer)` declares. */
function setParameterProperties(
  { params }: TSESTree.FunctionExpression,
  instance: ObjectValue,
  scope: Scope,
  run: Run,
): void {
  for (const parameter of params) {
    if (parameter.type !== "TSParameterProperty") continue;
    const { parameter: inner } = parameter;
    const target: Node = inner.type === "AssignmentPattern" ? inner.left : inner;
    if (target.type !== "Identifier") continue;
    const value = scope.resolve(target.name)?.value;
    if (value == null) throw new LostTrack();
    instance.members.set(target.name, assignedMember(target.name, value, run.origin(parameter, scope)));
  }
}

/** Gives an instance its fields. */
function defineFields(cls: ClassValue, instance: ObjectValue, run: Run): void {
  const scope = new Scope(cls.scope, true, { self: instance, home: cls.prototype });
  for (const member of cls.node.body.body) {
    if (isField(member) && !member.static) defineField(member, cls, instance, scope, run);
  }
}

function constructParent(parent: Value, instance: ObjectValue, call: Call, run: Run): void {
  if (parent.kind === "class") {
    // An ancestor that returns another object makes that one `this`.
    if (constructInto(parent, instance, call, run) != null) throw new LostTrack();
  } else if (parent.kind === "constant") {
    throw new Thrown(call.node);
  } else {
    run.giveAway([parent, instance, ...call.values]);
  }
}

/** `super(…)` in a constructor. */
export function superCall(call: Call, run: Run): Value {
  const receiver = call.scope.receiver;
  if (receiver?.home?.kind !== "class" || receiver.self.kind !== "object") throw new LostTrack();
  const { home, self } = receiver;
  const node = constructorOf(home);
  if (home.superclass == null || node == null) throw new LostTrack();
  constructParent(home.superclass, self, call, run);
  defineFields(home, self, run);
  setParameterProperties(node, self, call.scope, run);
  return self;
}
