/** The ways in which code ends, where it does not simply end. */
import type { Node } from "../ast.js";
import type { Listings, Value } from "../values.js";

/** How a statement ends that leaves what is around it. */
export type Completion =
  | { readonly kind: "break" | "continue"; readonly label: string | null }
  | { readonly kind: "return"; readonly value: Value };

/** The program throws. */
export class Thrown {
  readonly node: Node;
  /** What it throws, where the program says so. */
  readonly value: Value | null;
  /** The listings of `process.env` without which it would not throw. */
  readonly listings: Listings;

  constructor(node: Node, value: Value | null = null, listings: Listings = new Set()) {
    this.node = node;
    this.value = value;
    this.listings = listings;
  }
}

/** The rest of a chain of `?.` is not evaluated. */
export class ShortCircuit {
  /** False where nobody can tell whether it is. */
  readonly isCertain: boolean;
  /** The listings of `process.env` without which it would be. */
  readonly listings: Listings;

  constructor(listings: Listings, isCertain = true) {
    this.listings = listings;
    this.isCertain = isCertain;
  }
}

/** Evaluates a chain of `?.`; what it is worth where the rest of it is not evaluated is for the caller to say. */
export function inChain<T>(work: () => T, onShortCircuit: (ending: ShortCircuit) => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ShortCircuit)) throw error;
    return onShortCircuit(error);
  }
}

/** Where the program goes on cannot be told: whoever can forget the whole construct catches this. */
export class LostTrack {}

/** Something in a `try` may have thrown: what comes after it in there may not run. Ends in the `try`, which forgets it. */
export class Interrupted {}

/** The run is not worth going on with: it costs too much, or nothing can be relied on any more. */
export class GaveUp {}
