import type { TSESTree } from "@typescript-eslint/utils";
import type { Editor } from "./editor.js";
import type { RepairOptions } from "./repair.js";

/** `process.env.X ?? y` → `process.env.X`, with `!` where TypeScript needs it: neither in a template nor where a type is stated already. */
export function dropFallback(node: TSESTree.LogicalExpression, editor: Editor): RepairOptions {
  const read = firstRead(node);
  const isTyped = read.type.startsWith("TS") || node.parent.type === "TemplateLiteral";
  return editor.replaceNode(node, editor.textOf(read) + (editor.style.isTypeScript && !isTyped ? "!" : ""));
}

/** What a chain of fallbacks reads first: an unset variable throws there. */
function firstRead({ left }: TSESTree.LogicalExpression): TSESTree.Expression {
  return left.type === "LogicalExpression" && left.operator !== "&&" ? firstRead(left) : left;
}
