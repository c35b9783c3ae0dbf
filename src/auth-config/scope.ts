import type { Node } from "./ast.js";
import type { Value } from "./values.js";

export interface Binding {
  value: Value;
  /** The declarator, parameter or import. */
  readonly declaration: Node;
}

/** The names that a module, function or block declares, with their values at this moment of the evaluation. */
export class Scope {
  readonly parent: Scope | null;
  /** True for the body of a function: code in it runs after the module's own declarations. */
  readonly isFunction: boolean;
  readonly #bindings = new Map<string, Binding>();

  constructor(parent: Scope | null, isFunction = false) {
    this.parent = parent;
    this.isFunction = isFunction;
  }

  declare(name: string, binding: Binding): void {
    this.#bindings.set(name, binding);
  }

  /** The innermost binding of a name, or undefined for a global. */
  resolve(name: string): Binding | undefined {
    return this.#bindings.get(name) ?? this.parent?.resolve(name);
  }

  /** The scope of the function or the module that this one lies in: where `var` declares. */
  get function(): Scope {
    return this.isFunction || this.parent == null ? this : this.parent.function;
  }

  /** The names declared here, in order. */
  entries(): IterableIterator<[string, Binding]> {
    return this.#bindings.entries();
  }
}
