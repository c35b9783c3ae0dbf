import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import type { Origin, Value } from "../values.js";

/** `process.env.X ?? fallback`. */
export interface EnvFallback {
  readonly kind: "env-fallback";
  readonly node: TSESTree.LogicalExpression;
  /** Null where it would have to be run to be known. */
  readonly fallback: Value | null;
}

/** `process.env.X`. */
export interface EnvRead {
  readonly kind: "env-read";
  readonly node: Node;
  readonly name: string;
  readonly nameNode: Node;
  readonly scope: Scope;
  /** False where the file throws, and nothing catches it, if the variable is not set. */
  readonly isOptional: boolean;
}

/** `import.meta.env.X`. */
export interface FrontEndRead {
  readonly kind: "front-end-read";
  readonly node: Node;
  readonly name: string;
  readonly origin: Origin;
}

/** Something that happens while the module is evaluated, whatever becomes of its value. */
export type Effect =
  | EnvFallback
  | EnvRead
  | FrontEndRead
  | { readonly kind: "unsupported-api"; readonly node: Node; readonly api: string };
