/** Calls of whatever value. */
import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap, unwrapTypes } from "../ast.js";
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import { listingsOf, unionOf, withListings } from "../values.js";
import type { Value } from "../values.js";
import { construct, constructByFunction, superCall } from "./classes.js";
import { Thrown, inChain } from "./endings.js";
import { callEnvReader } from "./environment.js";
import { callFunction } from "./functions.js";
import { callNative } from "./natives.js";
import { elementsOf } from "./objects-and-lists.js";
import { checkPresence, readMember } from "./members.js";
import type { Run } from "./run.js";
import { joined } from "./text.js";
import { callUnknownCode } from "./unknown-code.js";

/** One call, its arguments evaluated. */
export interface Call {
  readonly self: Value;
  readonly values: readonly Value[];
  /** False where arguments that cannot be seen are among them: a spread of something unknown. */
  readonly isComplete: boolean;
  readonly node: Node;
  readonly scope: Scope;
  /** True for a callback that is called several times for one call in the file. */
  readonly isRepeated?: boolean;
}

export function callExpression(node: TSESTree.CallExpression, scope: Scope, run: Run): Value {
  const calleeNode = unwrap(node.callee);
  if (calleeNode.type === "Super") return superCall(call(node, run.constant(undefined, node, scope), scope, run), run);
  const { self, callee } = calleeOf(node.callee, node, scope, run);
  if (node.optional) checkPresence(callee, node, scope, run);
  const described = call(node, self, scope, run);
  if (calleeNode.type === "Identifier" && callee.kind === "unknown" && described.isComplete) {
    const variable = callEnvReader(calleeNode.name, described.values, node, scope, run);
    if (variable != null) return variable;
  }
  return run.call(callee, described);
}

function calleeOf(node: Node, call: Node, scope: Scope, run: Run): { readonly self: Value; readonly callee: Value } {
  const callee = unwrapTypes(node);
  if (callee.type === "ChainExpression") {
    // `(a?.b)()` keeps `a` as `this`, and calls nothing where there is no `a`.
    return inChain(
      () => calleeOf(callee.expression, call, scope, run),
      ({ isCertain, listings }) => {
        const self = withListings(run.constant(undefined, call, scope), listings);
        return { self, callee: isCertain ? self : run.skip(callee, scope) };
      },
    );
  }
  if (callee.type !== "MemberExpression") {
    return { self: run.constant(undefined, call, scope), callee: run.evaluate(callee, scope) };
  }
  const { object, value } = readMember(callee, scope, run);
  return { self: object, callee: value };
}

/** Evaluates the arguments of a call. */
function call(node: TSESTree.CallExpression | TSESTree.NewExpression, self: Value, scope: Scope, run: Run): Call {
  const values: Value[] = [];
  let isComplete = true;
  for (const argument of node.arguments) {
    const isSpread = argument.type === "SpreadElement";
    const value = run.evaluate(isSpread ? argument.argument : argument, scope);
    const elements = isSpread ? elementsOf(value, argument, scope, run) : [value];
    if (elements == null) isComplete = false;
    values.push(...(elements ?? [value]));
  }
  return { self, values, isComplete, node, scope };
}

export function newExpression(node: TSESTree.NewExpression, scope: Scope, run: Run): Value {
  const callee = run.evaluate(node.callee, scope);
  return run.construct(callee, call(node, run.constant(undefined, node, scope), scope, run));
}

/** Calls a value of whatever kind. */
export function callValue(callee: Value, call: Call, run: Run): Value {
  run.step();
  switch (callee.kind) {
    case "function":
      return callFunction(callee, call, run);
    case "native":
      return callNative(callee, call, run);
    case "environment":
    case "unknown":
      return callUnknownCode(callee, call, run);
    default:
      // Only functions can be called.
      throw new Thrown(call.node, null, unionOf([run.reasons, listingsOf(callee)]));
  }
}

/** `new` with a value of whatever kind. */
export function constructValue(callee: Value, call: Call, run: Run): Value {
  run.step();
  switch (callee.kind) {
    case "class":
      return construct(callee, call, run);
    case "function":
      return constructByFunction(callee, call, run);
    case "native":
      return callNative(callee, call, run, true);
    case "constant":
    case "text":
    case "object":
    case "list":
      throw new Thrown(call.node);
    default:
      return callUnknownCode(callee, call, run);
  }
}

export function taggedTemplate(node: TSESTree.TaggedTemplateExpression, scope: Scope, run: Run): Value {
  const { self, callee } = calleeOf(node.tag, node, scope, run);
  const { quasis, expressions } = node.quasi;
  const values = expressions.map((expression) => run.evaluate(expression, scope));
  if (callee.kind === "native" && callee.name === "String.raw") {
    const pieces = quasis.flatMap((quasi, index): readonly [Value, Node][] => {
      const raw: [Value, Node] = [run.primitive(quasi.value.raw, quasi, scope), quasi];
      const value = values[index];
      return value == null ? [raw] : [raw, [value, expressions[index] ?? node]];
    });
    return joined(pieces, node, scope, run);
  }
  run.giveAway([callee, self, ...values]);
  return run.unknown(node, scope);
}
