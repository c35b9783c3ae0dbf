/** Local functions: as values, and their calls. */
import { isConstructor, namesIn } from "../ast.js";
import type { FunctionNode, Node } from "../ast.js";
import { Scope } from "../scope.js";
import type { Frame, FunctionValue, ObjectValue, Value } from "../values.js";
import { newList, newObject } from "./containers.js";
import { bindParameter } from "./assignments.js";
import type { Call } from "./calls.js";
import { LostTrack } from "./endings.js";
import { footprintOf } from "./footprint.js";
import { forgetCode, forgetReachable } from "./forget.js";
import { hoist } from "./hoisting.js";
import type { Run } from "./run.js";

export function functionExpression(node: FunctionNode, scope: Scope, run: Run): FunctionValue {
  if (node.type !== "FunctionExpression" || node.id == null) return run.functionValue(node, scope);
  // The function knows its own name.
  const inner = new Scope(scope);
  const value = run.functionValue(node, inner);
  inner.declare(node.id.name, node, value, true);
  return value;
}

export interface FunctionProperties {
  readonly statics: ObjectValue;
  /** What `F.prototype` is; undefined for a function that cannot construct. */
  prototype: Value;
}

export function newProperties(function_: FunctionValue, run: Run): FunctionProperties {
  const { node, origin } = function_;
  const statics = newObject(origin);
  if (!isConstructor(node)) return { statics, prototype: run.constant(undefined, node, origin.scope) };
  const prototype = newObject(origin);
  prototype.constructedBy = function_;
  return { statics, prototype };
}

/** Runs a function; one that waits or yields is forgotten instead, since what it does happens at some other time. */
export function callFunction(
  callee: FunctionValue,
  call: Call,
  run: Run,
  /** What happens once the parameters have their values. */
  beforeBody: (scope: Scope) => void = () => {},
): Value {
  const { node } = callee;
  const { self, scope, values } = call;
  if (node.async || node.generator || !call.isComplete) {
    run.leftOut.add(call.node);
    run.giveAway([callee, self, ...values]);
    return run.unknown(call.node, scope);
  }
  const frame: Frame = {
    call: call.node,
    callee: node,
    calls: noteCall(node, call.node, run),
    isRepeated: call.isRepeated === true,
  };
  return run.framed(frame, () => {
    const inner = new Scope(
      callee.scope,
      true,
      node.type === "ArrowFunctionExpression" ? null : { self, home: callee.home },
    );
    try {
      const result = invoke(node, values, call, inner, run, beforeBody);
      return call.node.type === "CallExpression" ? run.spelled(result, call.node, scope) : result;
    } catch (error) {
      if (!(error instanceof LostTrack)) throw error;
      forgetCode([node.body], inner, run);
      forgetReachable([self, ...values], run);
      return run.unknown(call.node, scope);
    }
  });
}

function invoke(
  node: FunctionNode,
  values: readonly Value[],
  call: Call,
  inner: Scope,
  run: Run,
  beforeBody: (scope: Scope) => void,
): Value {
  if (node.type !== "ArrowFunctionExpression" && footprintOf(node).names.has("arguments")) {
    inner.declare("arguments", node, newList(run.origin(node, inner), values, true));
  }
  // Their defaults see none of those that come later.
  const parameters = node.params.filter((each) => !isReceiverType(each));
  for (const parameter of parameters) {
    for (const name of namesIn(parameter)) inner.declare(name, parameter, null);
  }
  for (const [index, parameter] of parameters.entries()) bindParameter(parameter, values, index, inner, run);
  beforeBody(inner);
  const { body } = node;
  if (body.type !== "BlockStatement") return run.evaluate(body, inner);
  // Functions among the parameters do not see what the body declares.
  const isApart = node.params.some(({ type }) => type !== "Identifier" && type !== "RestElement");
  const scope = isApart ? new Scope(inner, true) : inner;
  hoist(body.body, scope, run, body, isApart ? inner : null);
  for (const statement of body.body) {
    const completion = run.execute(statement, scope);
    if (completion?.kind === "return") return completion.value;
  }
  return run.constant(undefined, call.node, call.scope);
}

/** `function f(this: Builder)`: no parameter, only a type. */
function isReceiverType(parameter: Node): boolean {
  return parameter.type === "Identifier" && parameter.name === "this";
}

/** Returns all calls of the function that were seen and will be. */
function noteCall(callee: FunctionNode, call: Node, run: Run): ReadonlySet<Node> {
  const { callSites } = run.source;
  const calls = callSites.get(callee) ?? new Set();
  callSites.set(callee, calls.add(call));
  return calls;
}
