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
  for (const key of Object.keys(node)) {
    if (key === "parent" || key === "loc" || key === "range") continue;
    const value: unknown = node[key as keyof Node];
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) children.push(item);
    } else if (isNode(value)) {
      children.push(value);
    }
  }
  return children;
}

/** A node and all nodes below it, parents first. Iterative, since generated files nest deeply. */
export function* walk(root: Node): Generator<Node> {
  const pending = [root];
  for (let node = pending.pop(); node != null; node = pending.pop()) {
    yield node;
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) pending.push(children[index] as Node);
  }
}

export type FunctionNode =
  | TSESTree.ArrowFunctionExpression
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression;

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === "ArrowFunctionExpression" ||
    node.type === "FunctionDeclaration" ||
    node.type === "FunctionExpression"
  );
}

/** The modules that a program names: in imports, re-exports, `require`, `import()` and types. */
export function* importSources(program: Program): Generator<string> {
  for (const node of walk(program)) {
    const source = sourceOf(node);
    if (source?.type === "Literal" && typeof source.value === "string") yield source.value;
  }
}

function sourceOf(node: Node): Node | null | undefined {
  switch (node.type) {
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
    case "ImportDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return node.source;
    case "TSExternalModuleReference":
      return node.expression;
    case "CallExpression":
      return node.callee.type === "Identifier" && node.callee.name === "require" ? node.arguments[0] : null;
    default:
      return null;
  }
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
