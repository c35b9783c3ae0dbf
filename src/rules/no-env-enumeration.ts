import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../auth-config/ast.js";
import type { Node } from "../auth-config/ast.js";
import type { Candidates, Editor, Repair } from "../edit/editor.js";
import { defineRule } from "../rule-definition.js";

// Convex's `process.env` answers reads of single names only: listing it finds nothing, whatever is set.
export default defineRule({
  name: "no-env-enumeration",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow listing `process.env` in the auth config",
      preset: "recommended",
      level: "error",
      repair: "Reading single names is offered where the names are plain; what else was meant is not in the text.",
    },
    hasSuggestions: true,
  },
  messages: {
    findsNothing:
      "`process.env` is listed – Convex answers reads of single names only, so nothing is found. Read each variable by its name.",
    readByName: "Read the variable by its name.",
  },
  *check({ effects }) {
    for (const effect of effects) {
      if (effect.kind !== "enumeration") continue;
      const { node } = effect;
      yield {
        at: node,
        messageId: "findsNothing",
        suggest: [{ messageId: "readByName", fix: (editor) => readByName(node, editor) }],
      };
    }
  },
});

function readByName(node: Node, editor: Editor): Candidates {
  let repair: Repair | null = null;
  if (node.type === "BinaryExpression") repair = readOne(node, editor);
  else if (node.type === "SpreadElement" || node.type === "RestElement") repair = readAll(node, editor);
  return repair == null ? [] : [repair];
}

/** `"X" in process.env` → `process.env.X`. */
function readOne(node: TSESTree.BinaryExpression, editor: Editor): Repair | null {
  const { left, right } = node;
  if (left.type !== "Literal" || typeof left.value !== "string" || !/^[A-Za-z_]\w*$/u.test(left.value)) return null;
  const environment = unwrap(right) === right ? editor.textOf(right) : `(${editor.textOf(right)})`;
  return editor.replaceNode(node, `${environment}.${left.value}`);
}

/** `{ ...process.env }` → `process.env`, and `const { ...all } = process.env` → `const all = process.env`. */
function readAll(node: TSESTree.RestElement | TSESTree.SpreadElement, editor: Editor): Repair | null {
  const { parent } = node;
  const isAlone =
    (parent.type === "ObjectExpression" || parent.type === "ObjectPattern") && parent.properties.length === 1;
  return isAlone && isReadByName(parent, editor)
    ? editor.replaceNode(parent, editor.textOf(unwrap(node.argument)))
    : null;
}

/** Whether a copy of the environment serves nothing but reads of plain names. */
function isReadByName(copy: Node, editor: Editor): boolean {
  const { parent } = copy;
  if (parent?.type === "MemberExpression") return isPlainRead(copy);
  if (parent?.type !== "VariableDeclarator") return false;
  if (parent.init === copy && parent.id.type === "ObjectPattern") return isPlainRead(copy);
  const reads = editor.config.reads.get(parent);
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
