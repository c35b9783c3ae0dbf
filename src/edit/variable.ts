import type { Node } from "../auth-config/ast.js";
import type { LiteralClientId } from "../auth-config/client-ids.js";
import type { EnvRead, FrontEndRead } from "../auth-config/evaluate/effects.js";
import { wholeText } from "../auth-config/values.js";
import type { LiteralPart } from "../auth-config/values.js";
import type { Editor } from "./editor.js";
import type { RepairOptions, TextEdit } from "./repair.js";
import type { WantedPart } from "./writing.js";

/** More places than anybody edits at once: each report carries the edits of all of them. */
const MAX_PLACES_AT_ONCE = 100;

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

/** Reads the variable at all places where a client ID is written out. */
export function readEverywhere(id: string, places: readonly LiteralClientId[], editor: Editor): RepairOptions {
  if (places.length > MAX_PLACES_AT_ONCE) return [];
  const edits = new Map<Node, TextEdit>();
  for (const { leaf, origin } of places) {
    if (edits.has(leaf)) continue;
    if (!origin.isEditable) return [];
    edits.set(leaf, writeVariable(editor.clientIdExpression(origin), id, leaf, editor));
  }
  const sorted = [...edits.values()].toSorted((left, right) => left.range[0] - right.range[0]);
  return [{ edits: sorted, places: [] }];
}

/** Gives all reads of a variable another name. */
export function renameReads(reads: readonly EnvRead[], name: string, editor: Editor): RepairOptions {
  if (reads.length > MAX_PLACES_AT_ONCE) return [];
  const edits = reads.map((read) => renamed(read, name, editor.textOf(read.nameNode)));
  return edits.includes(null) ? [] : [{ edits: edits.filter((edit) => edit != null), places: [] }];
}

function renamed({ node, nameNode }: EnvRead, name: string, text: string): TextEdit | null {
  if (nameNode.type === "Literal") return { range: nameNode.range, text: `${text[0]}${name}${text[0]}` };
  if (nameNode.type !== "Identifier") return null;
  if (node.type === "Property" && node.shorthand) return { range: nameNode.range, text: `${name}: ${text}` };
  const isName = node.type === "Property" ? !node.computed : node.type === "MemberExpression" && !node.computed;
  return isName ? { range: nameNode.range, text: name } : null;
}

/** `import.meta.env.X` → the variable of the deployment, as the file reads others. */
export function readDeployment({ node, origin }: FrontEndRead, name: string, editor: Editor): RepairOptions {
  if (!origin.isEditable || node.type !== "MemberExpression") return [];
  return editor.replaceNode(node, editor.environmentVariable(name, origin));
}
