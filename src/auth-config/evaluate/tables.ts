import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import type { Value } from "../values.js";
import type { Completion } from "./endings.js";
import type { Run } from "./run.js";

export type NodeType = `${Node["type"]}`;
export type NodeOf<T extends NodeType> = Extract<Node, { type: T }>;

/** One evaluator for each type of expression that is run; every other expression is forgotten. */
export type Evaluators = { readonly [T in NodeType]?: (node: NodeOf<T>, scope: Scope, run: Run) => Value };

/** One executor for each type of statement that is run; every other statement is forgotten. */
export type Executors = { readonly [T in NodeType]?: (node: NodeOf<T>, scope: Scope, run: Run) => Completion | null };
