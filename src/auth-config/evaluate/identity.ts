/**
 * What a value is that cannot be read: an import, a variable, or what is computed from them. Two expressions with one identity have one
 * value, however they are spelled. Identities are compared by reference; they are built from what was evaluated, never from source text.
 */
import { MAX_IDENTITY_SIZE } from "./limits.js";

export type Primitive = bigint | boolean | number | string | null | undefined;

interface Shared {
  /** Position in the order of creation. */
  readonly id: number;
  /** How many operations it consists of. */
  readonly size: number;
  /** The imports and variables that decide it, or null where something else does: then no condition on it can be decided. */
  readonly sources: readonly SourceIdentity[] | null;
}

/** What comes from outside the file and may be anything that its kind allows. */
export type SourceIdentity = Shared &
  (
    | { readonly kind: "call"; readonly callee: Identity; readonly operands: readonly Identity[] }
    /** A name that another module exports; null for the module as a whole. */
    | { readonly kind: "imported"; readonly module: string; readonly name: string | null }
    | { readonly kind: "env"; readonly name: string }
    | { readonly kind: "member"; readonly of: Identity; readonly name: string }
    /** Whether a variable is set, which only code that catches Convex's error can find out. */
    | { readonly kind: "presence"; readonly name: string }
  );

export type Identity =
  | SourceIdentity
  | (Shared & { readonly kind: "constant"; readonly value: Primitive })
  | (Shared & { readonly kind: "fresh" })
  | (Shared & { readonly kind: "operation"; readonly operator: string; readonly operands: readonly Identity[] });

/** What identifies a value of which nothing is known, for a reader that compares it with nothing. */
export const NOTHING_KNOWN: Identity = { kind: "fresh", id: -1, size: 1, sources: null };

/** The identities of one file, each of which exists once. */
export class Identities {
  readonly #known = new Map<string, Identity>();
  #count = 0;

  constant(value: Primitive): Identity {
    const key = Object.is(value, -0) ? "-0" : `${typeof value} ${String(value)}`;
    return this.#intern(key, (shared) => ({ ...shared, kind: "constant", value, sources: [] }));
  }

  imported(module: string, name: string | null): Identity {
    const key = `import ${JSON.stringify([module, name])}`;
    return this.#intern(key, (shared) => ownSource({ ...shared, kind: "imported", module, name }));
  }

  env(name: string): Identity {
    return this.#intern(`env ${name}`, (shared) => ownSource({ ...shared, kind: "env", name }));
  }

  presence(name: string): Identity {
    return this.#intern(`presence ${name}`, (shared) => ownSource({ ...shared, kind: "presence", name }));
  }

  /** A member of something that cannot be read. It has an identity of its own only where that can be compared. */
  member(of: Identity, name: string): Identity {
    if (!isComparable([of])) return this.fresh();
    if (of.kind === "imported" && of.name == null) return this.imported(of.module, name);
    return this.#intern(`member ${String(of.id)} ${name}`, (shared) =>
      ownSource({ ...shared, kind: "member", of, name, size: of.size + 1 }),
    );
  }

  /** What a function from elsewhere returns: the same for the same arguments. */
  call(callee: Identity, operands: readonly Identity[]): Identity {
    if (!isComparable([callee, ...operands])) return this.fresh();
    return this.#intern(`call ${[callee, ...operands].map(({ id }) => id).join(" ")}`, (shared) =>
      ownSource({ ...shared, kind: "call", callee, operands, size: sizeOf(operands) }),
    );
  }

  /** What an operator, a string method or a pure function makes of values of which one cannot be read. */
  operation(operator: string, operands: readonly Identity[]): Identity {
    if (!isComparable(operands)) return this.fresh();
    return this.#intern(`${operator} ${operands.map(({ id }) => id).join(" ")}`, (shared) => ({
      ...shared,
      kind: "operation",
      operator,
      operands,
      size: sizeOf(operands),
      sources: [...new Set(operands.flatMap(({ sources }) => sources ?? []))],
    }));
  }

  /** Something that equals nothing else and about which no condition can be decided. */
  fresh(): Identity {
    return { kind: "fresh", id: this.#count++, size: 1, sources: null };
  }

  #intern(key: string, make: (shared: Shared) => Identity): Identity {
    const known = this.#known.get(key);
    if (known != null) return known;
    const identity = make({ id: this.#count++, size: 1, sources: null });
    this.#known.set(key, identity);
    return identity;
  }
}

function ownSource(identity: SourceIdentity): Identity {
  return Object.assign(identity, { sources: [identity] });
}

function sizeOf(operands: readonly Identity[]): number {
  return operands.reduce((total, { size }) => total + size, 1);
}

function isComparable(operands: readonly Identity[]): boolean {
  return operands.every(({ sources }) => sources != null) && sizeOf(operands) <= MAX_IDENTITY_SIZE;
}
