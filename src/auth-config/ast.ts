import type { TSESTree } from "@typescript-eslint/utils";

export type Node = TSESTree.Node;
export type Program = TSESTree.Program;

/** An expression without everything around it that has no effect at run time: types, `!`, parentheses. */
export function unwrapTypes(node: Node): Node {
  let inner = node;
  for (;;) {
    switch (inner.type as string) {
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
      case "TSTypeAssertion":
      case "TSInstantiationExpression":
      case "ParenthesizedExpression":
        inner = (inner as TSESTree.TSAsExpression).expression;
        break;
      default:
        return inner;
    }
  }
}

/** The same, without the node around a chain of `?.` as well. */
export function unwrap(node: Node): Node {
  let inner = unwrapTypes(node);
  while (inner.type === "ChainExpression") inner = unwrapTypes(inner.expression);
  return inner;
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

const NO_CHILDREN: ReadonlySet<string> = new Set(["comments", "loc", "parent", "range", "tokens"]);

function addChildren(node: Node, children: Node[]): void {
  for (const key in node) {
    if (NO_CHILDREN.has(key)) continue;
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

/** Whether `new` takes a function: no arrow function, no method, and none that waits or yields. */
export function isConstructor(node: FunctionNode): boolean {
  if (node.type === "ArrowFunctionExpression" || node.async || node.generator) return false;
  const { parent } = node;
  if (parent?.type === "MethodDefinition") return parent.kind === "constructor";
  return parent?.type !== "Property" || !(parent.method || parent.kind !== "init");
}

/** The name that a key stands for which is not computed; null for a private one. */
export function nameOfKey(key: Node): string | null {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : null;
}

/** The names that a pattern binds or assigns. */
export function* namesIn(pattern: Node): Generator<string> {
  switch (pattern.type) {
    case "Identifier":
      yield pattern.name;
      break;
    case "ObjectPattern":
      for (const property of pattern.properties)
        yield* namesIn(property.type === "Property" ? property.value : property);
      break;
    case "ArrayPattern":
      for (const element of pattern.elements) if (element != null) yield* namesIn(element);
      break;
    case "AssignmentPattern":
      yield* namesIn(pattern.left);
      break;
    case "RestElement":
      yield* namesIn(pattern.argument);
      break;
    case "TSParameterProperty":
      yield* namesIn(pattern.parameter);
      break;
    default:
      yield* assignedThroughTypes(pattern);
  }
}

/** `(x as any) = 1` assigns x; a member is no name. */
function* assignedThroughTypes(pattern: Node): Generator<string> {
  const target = unwrap(pattern);
  if (target !== pattern) yield* namesIn(target);
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

/** Those of some nodes that are part of no other one, each once, in the order of the text. */
export function outermost<N extends Node>(nodes: Iterable<N>): readonly N[] {
  const sorted = [...new Set(nodes)].toSorted(
    (left, right) => left.range[0] - right.range[0] || right.range[1] - left.range[1],
  );
  let end = -1;
  return sorted.filter(({ range }) => {
    const isInside = range[1] <= end;
    end = Math.max(end, range[1]);
    return !isInside;
  });
}
