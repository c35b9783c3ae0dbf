/** Code that the model does not run, since nothing says whether Convex does. */
import { unwrap, walk } from "../../../../src/auth-config/ast.js";
import type { Node } from "../../../../src/auth-config/ast.js";
import type { Variables } from "./variables.js";

/** Whether the file may throw in code that is not run: of what it may change, the model knows nothing already. */
export function mayThrowIn(leftOut: ReadonlySet<Node>, variables: Variables): boolean {
  return [...leftOut].some((code) =>
    [...walk(code)].some((node) => node.type === "ThrowStatement" || isUnsetRead(node, variables)),
  );
}

/** `process.env.X` or `env.X`, for a variable that is not set. */
function isUnsetRead(node: Node, variables: Variables): boolean {
  if (node.type !== "MemberExpression" || node.property.type !== "Identifier" || node.computed) return false;
  const holder = unwrap(node.object);
  const name = holder.type === "MemberExpression" && !holder.computed ? holder.property : holder;
  return name.type === "Identifier" && name.name === "env" && variables.isSet(node.property.name) === false;
}
