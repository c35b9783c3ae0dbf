/**
 * Members that are there only if their own value is: `...(aud ? { applicationID: aud } : {})`. Whoever writes that has thought about both
 * cases, so nothing is said about such a member.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap, unwrapTypes } from "../ast.js";
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import { opaqueIdentity } from "../values.js";
import type { ObjectValue, Value } from "../values.js";
import { footprintOf } from "./footprint.js";
import type { Identity } from "./identity.js";
import type { Run } from "./run.js";

/** The value whose presence a condition asks for, and whether it does so by its truth. */
interface Guard {
  readonly subject: Node;
  readonly whenPresent: boolean;
}

/** `x`, `!x`, `x != null`, `x !== undefined`, `x === ""` and the like. */
function guardIn(test: Node, whenPresent = true): Guard | null {
  const condition = unwrap(test);
  if (condition.type === "UnaryExpression" && condition.operator === "!")
    return guardIn(condition.argument, !whenPresent);
  if (condition.type !== "BinaryExpression") return { subject: condition, whenPresent };
  if (!isNothing(condition.right) || !/^[!=]==?$/u.test(condition.operator)) return null;
  return { subject: condition.left, whenPresent: condition.operator.startsWith("!") === whenPresent };
}

function isNothing(node: Node): boolean {
  if (node.type === "Literal") return node.value === null || node.value === "";
  return node.type === "Identifier" && node.name === "undefined";
}

/** Marks the members of an arm's object that hold the very value that the condition asks for. */
export function noteGuardedMembers(
  node: TSESTree.ConditionalExpression | TSESTree.LogicalExpression,
  test: Value,
  answer: boolean,
  arm: Value,
  run: Run,
): void {
  if (arm.kind !== "object") return;
  const guard = guardIn(node.type === "LogicalExpression" ? node.left : node.test);
  if (guard == null || guard.whenPresent !== answer) return;
  const identity = subjectOf(guard, test, arm.origin.scope, run);
  if (identity == null) return;
  for (const { name, value } of arm.members.values()) if (opaqueIdentity(value) === identity) arm.selfGuarded.add(name);
}

/** The names that the other arm would have set, were the value there. */
export function guardedNames(
  node: TSESTree.ConditionalExpression | TSESTree.LogicalExpression,
  scope: Scope,
  run: Run,
): readonly string[] {
  const guard = guardIn(node.type === "LogicalExpression" ? node.left : node.test);
  const arm = guard == null ? null : armWithValue(node, guard);
  const object = arm == null ? null : unwrap(arm);
  if (guard == null || object?.type !== "ObjectExpression") return [];
  const identity = subjectOf(guard, null, scope, run);
  if (identity == null) return [];
  return object.properties.flatMap((property) => {
    if (property.type !== "Property" || property.computed || property.key.type !== "Identifier") return [];
    return identityIn(property.value, scope, run) === identity ? [property.key.name] : [];
  });
}

/** What is evaluated where the value is there, or null. */
function armWithValue(
  node: TSESTree.ConditionalExpression | TSESTree.LogicalExpression,
  { whenPresent }: Guard,
): Node | null {
  if (node.type === "ConditionalExpression") return whenPresent ? node.consequent : node.alternate;
  return whenPresent === (node.operator === "&&") ? node.right : null;
}

function subjectOf({ subject }: Guard, test: Value | null, scope: Scope, run: Run): Identity | null {
  if (test != null && opaqueIdentity(test) != null && test.kind !== "unknown") return opaqueIdentity(test);
  return identityIn(subject, scope, run);
}

/** What identifies the value of an expression that may be evaluated again without harm. */
function identityIn(node: Node, scope: Scope, run: Run): Identity | null {
  const inner = unwrap(node);
  const isPlain = inner.type === "Identifier" || inner.type === "MemberExpression";
  if (!isPlain || footprintOf(inner).hasEffects) return null;
  // The arm that would read it may not be taken.
  const value = run.quietly(() => run.speculate(() => run.evaluate(unwrapTypes(node), scope)));
  return value == null ? null : opaqueIdentity(value);
}

/** `if (aud) provider.applicationID = aud`: marks the member in either case. */
export function noteGuardedAssignments(statement: TSESTree.IfStatement, scope: Scope, run: Run): void {
  const guard = guardIn(statement.test);
  const arm = guard == null ? null : guard.whenPresent ? statement.consequent : statement.alternate;
  if (guard == null || arm == null) return;
  const body = arm.type === "BlockStatement" ? arm.body : [arm];
  for (const inner of body) {
    if (inner.type !== "ExpressionStatement" || inner.expression.type !== "AssignmentExpression") continue;
    const { left, right } = inner.expression;
    if (left.type !== "MemberExpression" || left.computed || left.property.type !== "Identifier") continue;
    const identity = identityIn(guard.subject, scope, run);
    if (identity == null || identityIn(right, scope, run) !== identity) continue;
    const object = ownerOf(left.object, scope, run);
    if (object != null) object.selfGuarded.add(left.property.name);
  }
}

function ownerOf(node: Node, scope: Scope, run: Run): ObjectValue | null {
  const inner = unwrap(node);
  if (inner.type !== "Identifier" || scope.resolve(inner.name)?.value == null) return null;
  const value = run.quietly(() => run.evaluate(inner, scope));
  return value.kind === "object" ? value : null;
}
