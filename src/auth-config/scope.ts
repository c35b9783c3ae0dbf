import type { Node } from "./ast.js";
import type { Value } from "./values.js";

export interface Binding {
  /** Null before the declaration has run. */
  value: Value | null;
  /** The declarator, parameter or import. */
  readonly declaration: Node;
  readonly isConstant: boolean;
  /** Code that may run at any time reads it: whatever it holds may change. */
  isShared: boolean;
  /** Code that may run at any time writes it: nothing is known about it any more. */
  isForgotten: boolean;
}

/** What `this` is in the body of a function, and what `super` looks methods up in. */
export interface Receiver {
  readonly self: Value;
  readonly home: Value | null;
}

/** The names that a module, function or block declares, with their values at this moment of the evaluation. */
export class Scope {
  readonly parent: Scope | null;
  /** True for the body of a function: code in it runs after the module's own declarations. */
  readonly isFunction: boolean;
  #receiver: Receiver | null;
  readonly #bindings = new Map<string, Binding>();

  constructor(parent: Scope | null, isFunction = false, receiver: Receiver | null = null) {
    this.parent = parent;
    this.isFunction = isFunction;
    this.#receiver = receiver;
  }

  /** Declares a name; one that is there already, such as a second `var`, keeps its value. */
  declare(name: string, declaration: Node, value: Value | null, isConstant = false): Binding {
    const known = this.#bindings.get(name);
    if (known != null) {
      if (value != null) known.value = value;
      return known;
    }
    const binding: Binding = { value, declaration, isConstant, isShared: false, isForgotten: false };
    this.#bindings.set(name, binding);
    return binding;
  }

  /** The innermost binding of a name, or undefined for a global. */
  resolve(name: string): Binding | undefined {
    return this.#bindings.get(name) ?? this.parent?.resolve(name);
  }

  own(name: string): Binding | undefined {
    return this.#bindings.get(name);
  }

  /** The scope of the function or the module that this one is in: where `var` declares. */
  get function(): Scope {
    return this.isFunction || this.parent == null ? this : this.parent.function;
  }

  /** Says what `this` is at the top of a CommonJS file. */
  receive(receiver: Receiver): void {
    this.#receiver = receiver;
  }

  /** What `this` and `super` mean here; null at the top of an ES module, where `this` is undefined. */
  get receiver(): Receiver | null {
    return this.#receiver ?? this.parent?.receiver ?? null;
  }

  /** The names declared here, in order. */
  entries(): IterableIterator<[string, Binding]> {
    return this.#bindings.entries();
  }
}
