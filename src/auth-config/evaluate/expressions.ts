/** Literals, names, templates and everything else that is not an operator, a call or a container. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isImportMetaEnv } from "../ast.js";
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import { literalText, withListings } from "../values.js";
import type { LiteralPart, ObjectValue, Value } from "../values.js";
import { assignment, update } from "./assignments.js";
import { callExpression, newExpression, taggedTemplate } from "./calls.js";
import { defineClass } from "./classes.js";
import { Thrown, inChain } from "./endings.js";
import { forgetCode } from "./forget.js";
import { functionExpression } from "./functions.js";
import { globalValue } from "./globals.js";
import { arrayExpression, objectExpression } from "./objects-and-lists.js";
import { readMember } from "./members.js";
import { binary, conditional, logical, unary } from "./operators.js";
import type { Run } from "./run.js";
import type { Evaluators } from "./tables.js";
import { joined, readThrough } from "./text.js";
import { chainOf } from "./containers.js";

export const evaluators: Evaluators = {
  ArrayExpression: arrayExpression,
  ArrowFunctionExpression: functionExpression,
  AssignmentExpression: assignment,
  AwaitExpression: awaited,
  BinaryExpression: binary,
  CallExpression: callExpression,
  ChainExpression: chain,
  ClassExpression: defineClass,
  ConditionalExpression: conditional,
  FunctionExpression: functionExpression,
  Identifier: identifier,
  ImportExpression: importExpression,
  Literal: literal,
  LogicalExpression: logical,
  MemberExpression: member,
  MetaProperty: (node, scope, run) => run.unknown(node, scope),
  NewExpression: newExpression,
  ObjectExpression: objectExpression,
  SequenceExpression: (node, scope, run) => {
    const values = node.expressions.map((expression) => run.evaluate(expression, scope));
    return values.at(-1) ?? run.unknown(node, scope);
  },
  TaggedTemplateExpression: taggedTemplate,
  TemplateLiteral: template,
  ThisExpression: (node, scope, run) => scope.receiver?.self ?? run.constant(undefined, node, scope),
  UnaryExpression: unary,
  UpdateExpression: update,
};

function literal(node: TSESTree.Literal, scope: Scope, run: Run): Value {
  if (typeof node.value === "string") {
    return run.text([literalPart(node as TSESTree.StringLiteral, node.value, scope, run)], node, scope);
  }
  if ("regex" in node) {
    const { pattern, flags } = node.regex;
    return { kind: "pattern", origin: run.origin(node, scope), source: pattern, flags };
  }
  return run.constant(node.value as bigint | boolean | number | null, node, scope);
}

function literalPart(
  leaf: TSESTree.StringLiteral | TSESTree.TemplateElement,
  text: string,
  scope: Scope,
  run: Run,
): LiteralPart {
  return { kind: "literal", text, origin: run.origin(leaf, scope), leaf, reads: null };
}

function template(node: TSESTree.TemplateLiteral, scope: Scope, run: Run): Value {
  const pieces: (readonly [Value, Node])[] = [];
  for (const [index, quasi] of node.quasis.entries()) {
    const cooked = quasi.value.cooked ?? quasi.value.raw;
    // An empty template is a string all the same, with something to point at.
    const isNeeded = cooked !== "" || node.quasis.length === 1;
    if (isNeeded) pieces.push([run.text([literalPart(quasi, cooked, scope, run)], node, scope), quasi]);
    const expression = node.expressions[index];
    if (expression != null) pieces.push([run.evaluate(expression, scope), expression]);
  }
  return joined(pieces, node, scope, run);
}

function identifier(node: TSESTree.Identifier, scope: Scope, run: Run): Value {
  const binding = scope.resolve(node.name);
  if (binding == null) return globalValue(node, node, scope, run);
  if (binding.value == null) throw new Thrown(node);
  run.noteRead(binding.declaration, node);
  return readThrough(node, run.spelled(binding.value, node, scope));
}

function member(node: TSESTree.MemberExpression, scope: Scope, run: Run): Value {
  // It does not exist in Convex.
  if (isImportMetaEnv(node)) return run.constant(undefined, node, scope);
  return readMember(node, scope, run).value;
}

/** `a?.b.c`: where `a` is nothing, so is the whole. */
function chain(node: TSESTree.ChainExpression, scope: Scope, run: Run): Value {
  return inChain(
    () => run.evaluate(node.expression, scope),
    ({ isCertain, listings }) =>
      isCertain ? withListings(run.constant(undefined, node, scope), listings) : run.skip(node, scope),
  );
}

/** What is awaited is there at once, unless it is a promise; other code that waits may run before it goes on. */
function awaited(node: TSESTree.AwaitExpression, scope: Scope, run: Run): Value {
  const value = run.evaluate(node.argument, scope);
  if (value.kind === "unknown") return { ...value, origin: run.origin(node, scope) };
  if (value.kind !== "object" || !mayBePromise(value)) return value;
  // Its `then` is called later, by code from elsewhere.
  run.giveAway([value]);
  return run.unknown(node, scope);
}

function mayBePromise(object: ObjectValue): boolean {
  for (const holder of chainOf(object)) {
    if (!holder.isClosed || holder.members.has("then")) return true;
  }
  return false;
}

function importExpression(node: TSESTree.ImportExpression, scope: Scope, run: Run): Value {
  if (literalText(run.evaluate(node.source, scope)) == null) run.unsupported("import()", node);
  if (node.options != null) forgetCode([node.options], scope, run);
  return run.unknown(node, scope);
}
