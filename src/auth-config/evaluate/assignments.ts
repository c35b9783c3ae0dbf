/** Declarations, assignments and destructuring: how names and members get their values. */
import type { TSESTree } from "@typescript-eslint/utils";
import { nameOfKey, unwrap } from "../ast.js";
import type { Node } from "../ast.js";
import type { Binding, Scope } from "../scope.js";
import { isNullish, isUndefined, listingsOf, unionOf, withListings } from "../values.js";
import type { ObjectValue, Value } from "../values.js";
import { newList, newObject, putMember } from "./containers.js";
import { Thrown } from "./endings.js";
import { listed } from "./environment.js";
import { footprintOf } from "./footprint.js";
import { forgetCode, forgetReachable } from "./forget.js";
import { setMember } from "./changes.js";
import { access, getMember, keyName, readMember } from "./members.js";
import { copied, elementsOf } from "./objects-and-lists.js";
import { calculated } from "./operations.js";
import { logicalAssignment } from "./operators.js";
import type { Run } from "./run.js";

/** Puts a value where a target of a pattern says. */
type Assign = (target: Node, value: Value) => void;

/** `const a = 1`: gives a declared name its first value. */
export function initialize(
  pattern: Node,
  value: Value,
  declaration: Node,
  isVar: boolean,
  scope: Scope,
  run: Run,
): void {
  const own = isVar ? scope.function : scope;
  destructure(pattern, value, scope, run, (target, part) => {
    if (target.type !== "Identifier") return;
    const binding = own.own(target.name) ?? own.declare(target.name, declaration, null);
    put(binding, part, run);
  });
}

/** A parameter, which gets the argument of its place; a rest parameter gets all that follow. */
export function bindParameter(parameter: Node, values: readonly Value[], index: number, inner: Scope, run: Run): void {
  const isRest = parameter.type === "RestElement";
  const pattern = isRest
    ? parameter.argument
    : parameter.type === "TSParameterProperty"
      ? parameter.parameter
      : parameter;
  const value = isRest
    ? newList(run.origin(parameter, inner), values.slice(index))
    : (values[index] ?? run.constant(undefined, parameter, inner));
  destructure(pattern, value, inner, run, (target, part) => {
    if (target.type === "Identifier") inner.declare(target.name, parameter, null).value = part;
  });
}

/** The name of a caught error, or of a round of a loop. */
export function bindNew(pattern: Node, value: Value, declaration: Node, inner: Scope, run: Run): void {
  destructure(pattern, value, inner, run, (target, part) => {
    if (target.type === "Identifier") inner.declare(target.name, declaration, part);
  });
}

export function assignment(node: TSESTree.AssignmentExpression, scope: Scope, run: Run): Value {
  const target = unwrap(node.left);
  const { operator } = node;
  if (operator === "=") {
    if (target.type === "MemberExpression") {
      const accessed = access(target, scope, run);
      const value = run.evaluate(node.right, scope);
      setMember(accessed, value, node, scope, run);
      return value;
    }
    const value = run.evaluate(node.right, scope);
    assign(target, value, node, scope, run);
    return value;
  }
  const { before, write } = place(target, node, scope, run);
  if (operator === "&&=" || operator === "||=" || operator === "??=") {
    return logicalAssignment(operator, before, node, scope, run, write);
  }
  const right = run.evaluate(node.right, scope);
  const value = calculated(operator.slice(0, -1), [before, right], [target, node.right], node, scope, run);
  write(value);
  return value;
}

export function update(node: TSESTree.UpdateExpression, scope: Scope, run: Run): Value {
  const { before, write } = place(unwrap(node.argument), node, scope, run);
  const isBig = before.kind === "constant" && typeof before.value === "bigint";
  const number = isBig ? before : calculated("unary+", [before], [node.argument], node, scope, run);
  const one = run.constant(isBig ? 1n : 1, node, scope);
  const after = calculated(node.operator === "++" ? "+" : "-", [number, one], [node.argument, node], node, scope, run);
  write(after);
  return node.prefix ? after : number;
}

/** A name or member that is read and then written. */
function place(
  target: Node,
  node: Node,
  scope: Scope,
  run: Run,
): { readonly before: Value; readonly write: (value: Value) => void } {
  if (target.type === "MemberExpression") {
    const { value: before, ...accessed } = readMember(target, scope, run);
    return { before, write: (value) => setMember(accessed, value, node, scope, run) };
  }
  return { before: run.evaluate(target, scope), write: (value) => assign(target, value, node, scope, run) };
}

/** Assigns to a name, a member, or whatever a pattern names. */
export function assign(pattern: Node, value: Value, node: Node, scope: Scope, run: Run): void {
  destructure(pattern, value, scope, run, (target, part) => {
    if (target.type === "MemberExpression") setMember(access(target, scope, run), part, node, scope, run);
    else if (target.type === "Identifier") assignName(target, part, scope, run);
    else forgetCode([target], scope, run);
  });
}

function assignName(target: TSESTree.Identifier, value: Value, scope: Scope, run: Run): void {
  const binding = scope.resolve(target.name);
  if (binding == null) {
    // Convex runs modules, in which a name that nobody declares cannot be assigned.
    throw new Thrown(target);
  }
  if (binding.value == null || binding.isConstant) throw new Thrown(target);
  run.noteRead(binding.declaration, target);
  put(binding, value, run);
}

function put(binding: Binding, value: Value, run: Run): void {
  if (binding.isShared) forgetReachable([value], run);
  if (binding.isForgotten) binding.value ??= run.unknownFrom([value], binding.declaration, value.origin.scope);
  else binding.value = withListings(value, run.reasons);
}

/** Takes a value apart as a pattern says. */
function destructure(pattern: Node, value: Value, scope: Scope, run: Run, assignTo: Assign): void {
  switch (pattern.type) {
    case "AssignmentPattern":
      destructure(pattern.left, withDefault(value, pattern.right, scope, run), scope, run, assignTo);
      break;
    case "ObjectPattern":
      takeMembers(pattern, value, scope, run, assignTo);
      break;
    case "ArrayPattern":
      takeElements(pattern, value, scope, run, assignTo);
      break;
    default:
      assignTo(unwrap(pattern), value);
  }
}

function takeMembers(pattern: TSESTree.ObjectPattern, value: Value, scope: Scope, run: Run, assignTo: Assign): void {
  // Otherwise reading the first member throws.
  const [first] = pattern.properties;
  if (isNullish(value) && first?.type !== "Property") {
    throw new Thrown(pattern, null, unionOf([run.reasons, listingsOf(value)]));
  }
  const taken = new Set<string | null>();
  for (const property of pattern.properties) {
    if (property.type === "RestElement") {
      destructure(property.argument, restOfMembers(value, taken, property, scope, run), scope, run, assignTo);
      continue;
    }
    const { key } = property;
    const name = property.computed ? keyName(run.evaluate(key, scope), run) : nameOfKey(key);
    taken.add(name);
    const part =
      name == null
        ? run.unknownFrom([value], property, scope)
        : getMember(value, name, { node: property, nameNode: key, scope, self: value }, run);
    destructure(property.value, part, scope, run, assignTo);
  }
}

function restOfMembers(
  value: Value,
  taken: ReadonlySet<string | null>,
  rest: TSESTree.RestElement,
  scope: Scope,
  run: Run,
): Value {
  if (value.kind === "environment" && !value.isImported) return listed(newObject(run.origin(rest, scope)), rest);
  if (value.kind !== "object" || taken.has(null)) return run.unknownFrom([value], rest, scope);
  return restOf(value, taken, rest, scope, run);
}

function restOf(value: ObjectValue, taken: ReadonlySet<string | null>, rest: Node, scope: Scope, run: Run): Value {
  const object = newObject(run.origin(rest, scope));
  for (const member of value.members.values()) {
    if (!taken.has(member.name)) putMember(object, copied(member, value, rest, scope, run));
  }
  if (!value.isClosed) object.isClosed = false;
  object.spreads.push(value);
  return withListings(object, listingsOf(value));
}

function takeElements(pattern: TSESTree.ArrayPattern, value: Value, scope: Scope, run: Run, assignTo: Assign): void {
  const elements = elementsOf(value, pattern, scope, run);
  if (elements == null) run.mayThrow();
  // What is not taken stays in an iterator.
  if (value.kind === "unknown" && value.iteration != null) value.iteration.state = "unknown";
  for (const [index, element] of pattern.elements.entries()) {
    if (element == null) continue;
    if (elements == null) {
      const target = element.type === "RestElement" ? element.argument : element;
      destructure(target, run.unknownFrom([value], element, scope), scope, run, assignTo);
    } else if (element.type === "RestElement") {
      const rest = newList(run.origin(element, scope), elements.slice(index));
      destructure(element.argument, rest, scope, run, assignTo);
    } else {
      const part = elements[index] ?? withListings(run.constant(undefined, element, scope), listingsOf(value));
      destructure(element, part, scope, run, assignTo);
    }
  }
}

/** `{ a = fallback }`: the fallback is evaluated only where the value is undefined. */
function withDefault(value: Value, fallback: Node, scope: Scope, run: Run): Value {
  if (isUndefined(value)) return withListings(run.evaluate(fallback, scope), listingsOf(value));
  if (value.kind !== "unknown") return value;
  const other = footprintOf(fallback).hasEffects ? null : run.speculate(() => run.evaluate(fallback, scope));
  if (other == null) {
    forgetCode([fallback], scope, run);
    return run.unknownFrom([value], fallback, scope);
  }
  const identity = run.identities.operation("default", [value.identity, run.identityOf(other)]);
  const either = { ...run.unknownFrom([value, other], fallback, scope), identity };
  return withListings(either, unionOf([listingsOf(value), listingsOf(other)]));
}
