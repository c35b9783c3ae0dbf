/** Names that no declaration binds, and the members of what they stand for. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import type { NativeValue, Value } from "../values.js";
import { isNative } from "./native-names.js";
import type { Run } from "./run.js";

export function globalValue({ name }: TSESTree.Identifier, node: Node, scope: Scope, run: Run): Value {
  if (name === "undefined") return run.constant(undefined, node, scope);
  if (name === "NaN" || name === "Infinity") return run.constant(Number(name), node, scope);
  // It reaches every name.
  if (name === "eval") run.giveUp();
  if (isNative(name)) return { kind: "native", name, origin: run.origin(node, scope) };
  run.mayThrow();
  return run.unknown(node, scope);
}

export function memberOfNative(native: NativeValue, name: string, node: Node, scope: Scope, run: Run): Value {
  const origin = run.origin(node, scope);
  if (native.name === "process" && name === "env") return { kind: "environment", origin, isImported: false };
  if (name === "call" || name === "apply" || name === "bind") {
    return { kind: "native", name: `Function.prototype.${name}`, origin };
  }
  const path = native.name === "globalThis" ? name : `${native.name}.${name}`;
  // Its members are refused as well as its methods.
  if (native.name === "performance" && !isCalled(node)) run.unsupported(path, node);
  if (native.bound == null && isNative(path)) return { kind: "native", name: path, origin };
  return run.unknown(node, scope);
}

function isCalled(node: Node): boolean {
  return node.parent?.type === "CallExpression" && node.parent.callee === node;
}
