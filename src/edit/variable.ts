import type { Node } from "../auth-config/ast.js";
import { wholeText } from "../auth-config/values.js";
import type { LiteralPart } from "../auth-config/values.js";
import type { Editor, TextEdit } from "./editor.js";

/** More places than anybody edits at once: each report carries the edits of all of them. */
export const MAX_PLACES_AT_ONCE = 100;

/** Puts an expression that reads a variable where a text stands: in place of the literal, or inside a template. */
export function writeVariable(expression: string, text: string, leaf: NonNullable<LiteralPart["leaf"]>, editor: Editor): TextEdit {
  const literal = leaf.type === "Literal" ? leaf : leaf.parent;
  if (wholeText(leaf) === text) {
    // `as const` takes literals only.
    const { parent } = literal;
    const replaced = parent?.type === "TSAsExpression" ? parent : literal;
    return { range: replaced.range, text: expression + assertionFor(replaced, editor) };
  }
  if (leaf.type === "TemplateElement") {
    const start = leaf.range[0] + editor.textOf(leaf).indexOf(text);
    return { range: [start, start + text.length], text: `\${${expression}}` };
  }
  const [before = "", after = ""] = leaf.value.split(text);
  return { range: leaf.range, text: editor.write([before, { kind: "expression", text: expression }, after]) };
}

/** `!` where TypeScript would not take `string | undefined`: in an argument, in a constant that becomes one. */
function assertionFor({ parent }: Node, editor: Editor): string {
  const isTyped = parent?.type === "VariableDeclarator" || parent?.type === "CallExpression";
  return editor.style.isTypeScript && isTyped ? "!" : "";
}
