/** Names that are there before their declarations run: functions with their value, `var` as undefined, all others with none yet. */
import { childrenOf, isFunction, namesIn } from "../ast.js";
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import type { Run } from "./run.js";

/**
 * Declares what the statements of a block declare.
 *
 * @param body the function or program whose own statements they are, if any.
 * @param parameters the scope of its parameters where that is another one: a `var` begins with the value of its namesake there.
 */
export function hoist(
  statements: readonly Node[],
  scope: Scope,
  run: Run,
  body: Node | null = null,
  parameters: Scope | null = null,
): void {
  if (body != null) {
    for (const [name, declarator] of varsOf(body)) {
      if (scope.own(name) != null) continue;
      const value = parameters?.own(name)?.value ?? run.constant(undefined, declarator, scope);
      scope.declare(name, declarator, value);
    }
  }
  for (const statement of statements) hoistOne(declarationIn(statement), scope, run);
}

/** The declaration that is exported, or the statement itself. */
export function declarationIn(statement: Node): Node | null {
  return statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration"
    ? statement.declaration
    : statement;
}

function hoistOne(statement: Node | null, scope: Scope, run: Run): void {
  switch (statement?.type) {
    case "FunctionDeclaration":
      if (statement.id != null) scope.declare(statement.id.name, statement, run.functionValue(statement, scope));
      break;
    case "ClassDeclaration":
      if (statement.id != null) scope.declare(statement.id.name, statement, null);
      break;
    case "TSEnumDeclaration":
      if (scope.own(statement.id.name) == null) scope.declare(statement.id.name, statement, null);
      break;
    case "VariableDeclaration":
      if (statement.kind === "var") break;
      for (const declarator of statement.declarations) {
        for (const name of namesIn(declarator.id)) scope.declare(name, declarator, null, statement.kind !== "let");
      }
      break;
    default:
      break;
  }
}

type Var = readonly [name: string, declarator: Node];

const vars = new WeakMap<Node, readonly Var[]>();

/** Every `var` of a function or program. */
function varsOf(body: Node): readonly Var[] {
  const known = vars.get(body);
  if (known != null) return known;
  const found: Var[] = [];
  // From the end, since taking the first element of a long list takes long.
  const pending = childrenOf(body).toReversed();
  for (let node = pending.pop(); node != null; node = pending.pop()) {
    found.push(...varsIn(node));
    if (!mayHoldVars(node)) continue;
    for (const child of childrenOf(node).toReversed()) pending.push(child);
  }
  vars.set(body, found);
  return found;
}

function* varsIn(node: Node): Generator<Var> {
  if (node.type !== "VariableDeclaration" || node.kind !== "var") return;
  for (const declarator of node.declarations) {
    for (const name of namesIn(declarator.id)) yield [name, declarator];
  }
}

/** An expression holds no declarations but those of its functions. */
function mayHoldVars(node: Node): boolean {
  const { type } = node;
  if (isFunction(node) || type === "ClassBody") return false;
  return type.endsWith("Statement") || type.endsWith("Clause") || type.endsWith("Declaration") || type === "SwitchCase";
}
