/** Reads variables by their names where the environment is listed. */
import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../auth-config/ast.js";
import type { Node } from "../auth-config/ast.js";
import type { AuthConfig } from "../auth-config/config.js";
import type { Editor } from "./editor.js";
import type { RepairOptions } from "./repair.js";

/** Replaces a listing, where all that it serves are names that can be seen. */
export function readByName(node: Node, config: AuthConfig, editor: Editor): RepairOptions {
  if (node.type === "BinaryExpression") return readOne(node, editor);
  return node.type === "SpreadElement" || node.type === "RestElement" ? readAll(node, config, editor) : [];
}

/** `"X" in process.env` → `process.env.X`. */
function readOne(node: TSESTree.BinaryExpression, editor: Editor): RepairOptions {
  const { left, right } = node;
  if (left.type !== "Literal" || typeof left.value !== "string" || !/^[A-Za-z_]\w*$/u.test(left.value)) return [];
  const environment = unwrap(right) === right ? editor.textOf(right) : `(${editor.textOf(right)})`;
  return editor.replaceNode(node, `${environment}.${left.value}`);
}

/** `{ ...process.env }` → `process.env`, and `const { ...all } = process.env` → `const all = process.env`. */
function readAll(
  node: TSESTree.RestElement | TSESTree.SpreadElement,
  config: AuthConfig,
  editor: Editor,
): RepairOptions {
  const { parent } = node;
  const isAlone =
    (parent.type === "ObjectExpression" || parent.type === "ObjectPattern") && parent.properties.length === 1;
  return isAlone && isReadByName(parent, config)
    ? editor.replaceNode(parent, editor.textOf(unwrap(node.argument)))
    : [];
}

/** Whether a copy of the environment serves nothing but reads of plain names. */
function isReadByName(copy: Node, config: AuthConfig): boolean {
  const { parent } = copy;
  if (parent?.type === "MemberExpression") return isPlainRead(copy);
  if (parent?.type !== "VariableDeclarator") return false;
  if (parent.init === copy && parent.id.type === "ObjectPattern") return isPlainRead(copy);
  const reads = config.reads.get(parent);
  return reads != null && [...reads].every((read) => isPlainRead(read));
}

function isPlainRead(node: Node): boolean {
  const { parent } = node;
  if (parent?.type === "MemberExpression") return parent.object === node && !parent.computed;
  return (
    parent?.type === "VariableDeclarator" &&
    parent.id.type === "ObjectPattern" &&
    parent.id.properties.every(({ type }) => type === "Property")
  );
}
