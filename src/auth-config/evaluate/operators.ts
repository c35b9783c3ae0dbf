/** Operators and conditionals. */
import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../ast.js";
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import {
  isCertainlyPresent,
  isNullish,
  listingsOf,
  literalText,
  soleOpaquePart,
  unionOf,
  withListings,
} from "../values.js";
import type { ClassValue, ObjectValue, Value } from "../values.js";
import { Thrown, inChain } from "./endings.js";
import { listed } from "./environment.js";
import { footprintOf } from "./footprint.js";
import { forgetCode } from "./forget.js";
import { noteGuardedMembers } from "./guards.js";
import { deleteMember } from "./changes.js";
import { access, keyName } from "./members.js";
import type { Run } from "./run.js";
import { calculated, operation } from "./operations.js";
import { chainOf, privateName, tableFor } from "./containers.js";
import { truthOf } from "./text.js";

// ── Conditions ────────────────────────────────────────────────────────────────────────────────────────────────────

export function conditional(node: TSESTree.ConditionalExpression, scope: Scope, run: Run): Value {
  const test = run.evaluate(node.test, scope);
  const answer = run.decide(test);
  if (answer == null) {
    forgetCode([node.consequent, node.alternate], scope, run);
    return withListings(run.unknown(node, scope), listingsOf(test));
  }
  const value = chosen(
    test,
    answer ? node.consequent : node.alternate,
    answer ? node.alternate : node.consequent,
    scope,
    run,
  );
  noteGuardedMembers(node, test, answer, value, run);
  return value;
}

/** Evaluates the arm that a condition chooses. Where listing `process.env` decides it, so does what the other arm would have changed. */
function chosen(test: Value, taken: Node, other: Node, scope: Scope, run: Run): Value {
  const listings = listingsOf(test);
  if (listings.size === 0) return run.evaluate(taken, scope);
  run.suspect([other], listings, scope);
  return withListings(
    run.because(listings, () => run.evaluate(taken, scope)),
    listings,
  );
}

export function logical(node: TSESTree.LogicalExpression, scope: Scope, run: Run): Value {
  const left = run.evaluate(node.left, scope);
  if (node.operator === "&&") return and(node, left, scope, run);
  const env = soleOpaquePart(left);
  if (env?.kind === "env" && !env.isOptional) {
    const fallback = isReadOnly(node.right)
      ? run.quietly(() => run.speculate(() => run.evaluate(node.right, scope)))
      : null;
    run.effect({ kind: "env-fallback", node, fallback });
    return left;
  }
  const usesRight = needsRight(node.operator, left, run);
  if (usesRight == null) return either(node.operator, left, node.right, node, scope, run);
  if (!usesRight) return left.kind === "unknown" && left.type === "boolean" ? run.constant(true, node, scope) : left;
  return chosen(left, node.right, node.left, scope, run);
}

function and(node: TSESTree.LogicalExpression, left: Value, scope: Scope, run: Run): Value {
  const answer = run.decide(left);
  if (answer == null) {
    forgetCode([node.right], scope, run);
    return run.unknownFrom([left], node, scope);
  }
  if (answer) {
    const value = chosen(left, node.right, node.left, scope, run);
    noteGuardedMembers(node, left, true, value, run);
    return value;
  }
  if ((left.kind !== "unknown" && left.kind !== "text") || literalText(left) != null) return left;
  if (left.kind === "unknown" && left.type === "boolean") return run.constant(false, node, scope);
  return withListings(run.unknown(node, scope, { identity: run.identityOf(left), isFalsy: true }), listingsOf(left));
}

/**
 * Whether `||` or `??` takes its right side, or null where neither can be told. An import that may be nothing is no condition: only what
 * certainly is a boolean asks a question.
 */
function needsRight(operator: string, left: Value, run: Run): boolean | null {
  if (operator === "??") {
    if (isNullish(left)) return true;
    return isCertainlyPresent(left) ? false : null;
  }
  const isQuestion = left.kind === "unknown" && left.type === "boolean";
  const answer = isQuestion ? run.decide(left) : truthOf(left);
  return answer == null ? null : !answer;
}

/** Either side may be the value. The right one is evaluated where that changes nothing. */
function either(operator: string, left: Value, rightNode: Node, node: Node, scope: Scope, run: Run): Value {
  const right = isReadOnly(rightNode) ? run.speculate(() => run.evaluate(rightNode, scope)) : null;
  if (right == null) {
    forgetCode([rightNode], scope, run);
    return run.unknownFrom([left], node, scope);
  }
  const identity = run.identities.operation(operator, [run.identityOf(left), run.identityOf(right)]);
  return { ...run.unknownFrom([left, right], node, scope), identity };
}

function isReadOnly(node: Node): boolean {
  return !footprintOf(node).hasEffects;
}

/** `a ||= b` and its like. */
export function logicalAssignment(
  operator: "&&=" | "??=" | "||=",
  before: Value,
  node: TSESTree.AssignmentExpression,
  scope: Scope,
  run: Run,
  write: (value: Value) => void,
): Value {
  const usesRight = operator === "&&=" ? run.decide(before) : needsRight(operator.slice(0, -1), before, run);
  if (usesRight === false) return before;
  if (usesRight) {
    const value = run.evaluate(node.right, scope);
    write(value);
    return value;
  }
  const value =
    operator === "&&="
      ? run.skip(node.right, scope)
      : either(operator.slice(0, -1), before, node.right, node, scope, run);
  // Perhaps nothing is assigned, so that nothing throws and no setter runs.
  const written = run.speculate(() => {
    write(value);
    return value;
  });
  if (written == null) forgetCode([node.left], scope, run);
  return value;
}

// ── Operators ─────────────────────────────────────────────────────────────────────────────────────────────────────

export function unary(node: TSESTree.UnaryExpression, scope: Scope, run: Run): Value {
  const { operator } = node;
  const argument = unwrap(node.argument);
  if (operator === "delete") {
    return inChain<Value>(
      () => {
        if (argument.type === "MemberExpression") deleteMember(access(argument, scope, run), node, run);
        else run.evaluate(argument, scope);
        return run.constant(true, node, scope);
      },
      ({ isCertain }) => (isCertain ? run.constant(true, node, scope) : run.skip(argument, scope)),
    );
  }
  const value = run.evaluate(node.argument, scope);
  if (operator === "void") return run.constant(undefined, node, scope);
  if (operator === "!") return negation(value, node, scope, run);
  if (operator === "typeof") {
    const type = typeOf(value);
    if (type != null) return withListings(run.primitive(type, node, scope), listingsOf(value));
  }
  const name = operator === "-" || operator === "+" ? `unary${operator}` : operator;
  return calculated(name, [value], [node.argument], node, scope, run);
}

function negation(value: Value, node: Node, scope: Scope, run: Run): Value {
  const isOpaque = value.kind === "unknown" ? !value.isFalsy : value.kind === "text" && truthOf(value) == null;
  if (isOpaque) return calculated("!", [value], [node], node, scope, run);
  return withListings(run.constant(truthOf(value) === false, node, scope), listingsOf(value));
}

export function binary(node: TSESTree.BinaryExpression, scope: Scope, run: Run): Value {
  const isPrivateName = node.left.type === "PrivateIdentifier";
  const left = isPrivateName
    ? run.primitive(privateName((node.left as TSESTree.PrivateIdentifier).name, scope), node, scope)
    : run.evaluate(node.left, scope);
  const right = run.evaluate(node.right, scope);
  if (node.operator === "in") return isIn(left, right, node, scope, run);
  if (node.operator === "instanceof") return isInstance(left, right, node, scope, run);
  return calculated(node.operator, [left, right], [node.left, node.right], node, scope, run);
}

function typeOf(value: Value): string | null {
  switch (value.kind) {
    case "constant":
      return typeof value.value;
    case "text":
      return "string";
    case "class":
    case "function":
      return "function";
    case "native":
      return value.name === "process" || value.name === "globalThis" ? "object" : null;
    case "unknown":
      return value.type;
    default:
      return "object";
  }
}

/** `name in object`. */
function isIn(left: Value, right: Value, node: TSESTree.BinaryExpression, scope: Scope, run: Run): Value {
  if (right.kind === "environment" && !right.isImported) return listed(run.constant(false, node, scope), node);
  if (right.kind === "constant" || right.kind === "text") throw new Thrown(node);
  const name = keyName(left, run);
  const answer = name == null ? null : right.kind === "object" ? holds(right, name) : null;
  const listings = unionOf([listingsOf(left), listingsOf(right)]);
  if (answer != null) return withListings(run.constant(answer, node, scope), listings);
  run.mayThrow();
  return withListings(operation("in", [left, right], node, scope, run), listings);
}

function holds(object: ObjectValue, name: string): boolean | null {
  for (const holder of chainOf(object)) {
    // A forgotten object may have lost any of its members.
    if (holder.isForgotten) return null;
    if (tableFor(name, holder).has(name)) return true;
    if (!holder.isClosed) return null;
  }
  return name in Object.prototype;
}

function isInstance(left: Value, right: Value, node: Node, scope: Scope, run: Run): Value {
  const answer = right.kind === "class" && isPlain(right) ? isInstanceOf(left, right) : null;
  if (answer != null) return run.constant(answer, node, scope);
  run.mayThrow();
  return run.unknown(node, scope, { type: "boolean" });
}

/** Whether nothing unseen, such as `Symbol.hasInstance`, is in a class. */
function isPlain({ statics, superclass }: ClassValue): boolean {
  if (!statics.isClosed) return false;
  return superclass == null || (superclass.kind === "class" && isPlain(superclass));
}

function isInstanceOf(value: Value, { prototype }: ClassValue): boolean | null {
  if (value.kind === "constant" || value.kind === "text") return false;
  if (value.kind !== "object") return null;
  for (const holder of chainOf(value.prototype)) if (holder === prototype) return true;
  return value.isForgotten ? null : false;
}
