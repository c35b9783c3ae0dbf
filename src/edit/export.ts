import type { Node, Program } from "../auth-config/ast.js";
import type { Editor } from "./editor.js";
import type { RepairOptions } from "./repair.js";

/** Replaces what an assignment assigns to: `exports.default = x` → `export default x`. */
export function assignInstead(node: Node, instead: string, program: Program, editor: Editor): RepairOptions {
  const statement = program.body.find(
    (candidate) => candidate.type === "ExpressionStatement" && candidate.expression === node,
  );
  if (statement == null || node.type !== "AssignmentExpression") return [];
  const target = editor.textOf(node).slice(0, node.right.range[0] - node.range[0]);
  if (/\/\*|\/\//u.test(target) || editor.usesCommonJs(node, instead.startsWith("export"))) return [];
  return [{ edits: [{ range: [node.range[0], node.right.range[0]], text: instead }], places: [] }];
}
