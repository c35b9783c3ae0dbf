import type { Node } from "../auth-config/ast.js";
import { wholeText } from "../auth-config/values.js";
import type { LiteralPart } from "../auth-config/values.js";
import type { Editor, TextEdit, WantedPart } from "./editor.js";

/** More places than anybody edits at once: each report carries the edits of all of them. */
export const MAX_PLACES_AT_ONCE = 100;

/** Puts an expression that reads a variable where a text stands: in place of the literal, or inside a template. */
export function writeVariable(
  expression: string,
  text: string,
  leaf: NonNullable<LiteralPart["leaf"]>,
  editor: Editor,
): TextEdit {
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
  const pieces = leaf.value.split(text);
  const wanted = pieces.flatMap((piece, index): readonly WantedPart[] =>
    index === 0 ? [piece] : [{ kind: "expression", text: expression }, piece],
  );
  return { range: leaf.range, text: editor.write(wanted) };
}

/** `!` where TypeScript would not take `string | undefined`: in an argument, in a constant that becomes one. */
function assertionFor({ parent }: Node, editor: Editor): string {
  const isTyped = parent?.type === "VariableDeclarator" || parent?.type === "CallExpression";
  return editor.style.isTypeScript && isTyped ? "!" : "";
}
