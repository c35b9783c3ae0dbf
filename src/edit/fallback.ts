import type { TSESTree } from "@typescript-eslint/utils";
import type { Candidates, Editor } from "./editor.js";

/** `process.env.X ?? y` → `process.env.X`, with `!` where TypeScript needs it and no type is stated already. */
export function dropFallback(node: TSESTree.LogicalExpression, editor: Editor): Candidates {
  const { left } = node;
  const assertion = editor.style.isTypeScript && !left.type.startsWith("TS") ? "!" : "";
  const repair = editor.replaceNode(node, editor.textOf(left) + assertion);
  return repair == null ? [] : [repair];
}
