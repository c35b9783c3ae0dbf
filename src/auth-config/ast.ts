import type { TSESTree } from "@typescript-eslint/utils";

export type Node = TSESTree.Node;
export type Program = TSESTree.Program;

/** An expression with everything around it that has no effect at run time: types, `!`, parentheses, `?.` chains. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    switch (inner.type as string) {
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
      case "TSTypeAssertion":
      case "TSInstantiationExpression":
      case "ChainExpression":
      case "ParenthesizedExpression":
        inner = (inner as TSESTree.TSAsExpression).expression;
        break;
      default:
        return inner;
    }
  }
}

/** Whether a value is an AST node of any parser. */
function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The direct children of a node in source order of its fields. Needs no visitor keys, so it works on the AST of any parser. */
export function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  addChildren(node, children);
  return children;
}

function addChildren(node: Node, children: Node[]): void {
  for (const key in node) {
    if (key === "parent" || key === "loc" || key === "range") continue;
    const value: unknown = node[key as keyof Node];
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) children.push(item);
    } else if (isNode(value)) {
      children.push(value);
    }
  }
}

/** A node and all nodes below it, parents first. Iterative, since generated files nest deeply. */
export function* walk(root: Node): Generator<Node> {
  const pending = [root];
  for (let node = pending.pop(); node != null; node = pending.pop()) {
    yield node;
    const count = pending.length;
    addChildren(node, pending);
    // The first child is the next to be taken.
    for (let left = count, right = pending.length - 1; left < right; left++, right--) {
      [pending[left], pending[right]] = [pending[right] as Node, pending[left] as Node];
    }
  }
}

export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === "ArrowFunctionExpression" || node.type === "FunctionDeclaration" || node.type === "FunctionExpression"
  );
}

/** The names that the target of an assignment writes. */
export function* namesIn(pattern: Node): Generator<string> {
  if (pattern.type === "Identifier") yield pattern.name;
  else for (const child of childrenOf(pattern)) yield* namesIn(child);
}

/** Vite's `import.meta.env`. */
export function isImportMetaEnv(node: Node): boolean {
  return (
    node.type === "MemberExpression" &&
    !node.computed &&
    node.property.type === "Identifier" &&
    node.property.name === "env" &&
    unwrap(node.object).type === "MetaProperty"
  );
}
