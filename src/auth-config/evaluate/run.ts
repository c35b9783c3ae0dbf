/**
 * One run over a module, as Convex would make it: symbolic execution along one path.
 *
 * Four principles keep it from guessing (docs/decisions/0001):
 * 1. JavaScript computes what is known. For known values the real operators and methods are called.
 * 2. Only a free condition forks: one that nothing but imports and variables decides. Any other condition that cannot be computed makes
 *    everything that depends on it unknown.
 * 3. What is not run is forgotten, with all that it can reach.
 * 4. Nothing is said about an object that the export does not visibly hold.
 */
import { unwrapTypes } from "../ast.js";
import type { FunctionNode, Node } from "../ast.js";
import { Scope } from "../scope.js";
import { Origin, isHeld, listingsOf, unionOf, withListings } from "../values.js";
import type {
  ConstantValue,
  Frame,
  FunctionValue,
  LiteralPart,
  Listings,
  Part,
  TextValue,
  UnknownValue,
  Value,
} from "../values.js";
import { newProperties } from "./functions.js";
import type { FunctionProperties } from "./functions.js";
import { callValue, constructValue } from "./calls.js";
import type { Call } from "./calls.js";
import type { Effect } from "./effects.js";
import { GaveUp, Interrupted, LostTrack, ShortCircuit, Thrown } from "./endings.js";
import type { Completion } from "./endings.js";
import { evaluators } from "./expressions.js";
import type { Identities, Identity, Primitive } from "./identity.js";
import { MAX_DEPTH, MAX_SPELLINGS } from "./limits.js";
import type { Path } from "./path.js";
import type { Source } from "./source.js";
import { executors } from "./statements.js";
import { assignedBy, forgetCode, forgetReachable, reachableBy } from "./forget.js";
import { truthOf } from "./text.js";

/** The work that a file may cost over all its runs, in evaluated nodes. */
export interface Budget {
  steps: number;
}

export class Run {
  readonly source: Source;
  readonly root: Scope;
  readonly effects: Effect[] = [];
  /** Code that was not run, so that what it changes is forgotten. */
  readonly leftOut = new Set<Node>();
  /** What was refused inside of `try`. */
  readonly caught: Effect[] = [];
  readonly #path: Path;
  readonly #budget: Budget;
  readonly #properties = new Map<FunctionValue, FunctionProperties>();
  #frames: readonly Frame[] = [];
  #depth = 0;
  #throwsBeforeTry: number | null = null;
  #isQuiet = false;
  #isSpeculative = false;
  #possibleThrows = 0;
  #listings: Listings = new Set();
  /** The names of the members that were changed of something that cannot be read; null stands for any. */
  readonly #changed = new Set<string | null>();

  constructor(source: Source, path: Path, budget: Budget) {
    this.source = source;
    this.#path = path;
    this.#budget = budget;
    this.root = new Scope(null);
  }

  // ── Running ─────────────────────────────────────────────────────────────────────────────────────────────────────

  evaluate(expression: Node, scope: Scope): Value {
    this.#goOn();
    const node = unwrapTypes(expression);
    const evaluator = evaluators[node.type] as ((node: Node, scope: Scope, run: Run) => Value) | undefined;
    const value = this.nested(() => (evaluator == null ? this.skip(node, scope) : evaluator(node, scope, this)));
    return expression.type === "TSNonNullExpression" ? this.spelled(value, expression, scope) : value;
  }

  execute(statement: Node, scope: Scope): Completion | null {
    this.#goOn();
    const executor = executors[statement.type] as
      ((statement: Node, scope: Scope, run: Run) => Completion | null) | undefined;
    return this.nested(() => {
      if (executor != null) return executor(statement, scope, this);
      this.skip(statement, scope);
      return null;
    });
  }

  call(callee: Value, call: Call): Value {
    return callValue(callee, call, this);
  }

  construct(callee: Value, call: Call): Value {
    return constructValue(callee, call, this);
  }

  /** Code of a kind that is not run: forgets what it can reach. */
  skip(node: Node, scope: Scope): UnknownValue {
    forgetCode([node], scope, this);
    return this.unknown(node, scope);
  }

  /** Runs code that may be run several times, under a frame that says so. */
  framed<T>(frame: Frame, work: () => T): T {
    const frames = this.#frames;
    this.#frames = [...frames, frame];
    try {
      return work();
    } finally {
      this.#frames = frames;
    }
  }

  /** Runs the block of a `try`: what it throws is caught, so that a variable may turn out to be unset. */
  guarded<T>(work: () => T): T {
    const before = this.#throwsBeforeTry;
    this.#throwsBeforeTry = this.#possibleThrows;
    try {
      return work();
    } finally {
      this.#throwsBeforeTry = before;
    }
  }

  /** Evaluates what may not be evaluated at all: null where that makes a difference. */
  speculate(work: () => Value): Value | null {
    const before = this.#isSpeculative;
    this.#isSpeculative = true;
    try {
      return work();
    } catch (error) {
      if (error instanceof Thrown || error instanceof LostTrack || error instanceof ShortCircuit) return null;
      throw error;
    } finally {
      this.#isSpeculative = before;
    }
  }

  get isSpeculative(): boolean {
    return this.#isSpeculative;
  }

  /** Runs code whose effects are nobody's business: the argument of a `throw`. */
  quietly<T>(work: () => T): T {
    const before = this.#isQuiet;
    this.#isQuiet = true;
    try {
      return work();
    } finally {
      this.#isQuiet = before;
    }
  }

  /** Runs code that is reached, or not, because of what listing `process.env` found. */
  because<T>(listings: Listings, work: () => T): T {
    if (listings.size === 0) return work();
    const before = this.#listings;
    this.#listings = unionOf([before, listings]);
    try {
      return work();
    } finally {
      this.#listings = before;
    }
  }

  /** Code is not reached because of what listing `process.env` found: so depends everything that it would have changed. */
  suspect(nodes: readonly (Node | null)[], listings: Listings, scope: Scope): void {
    if (listings.size === 0) return;
    for (const value of reachableBy(nodes, scope)) withListings(value, listings);
    for (const binding of assignedBy(nodes, scope)) {
      if (binding.value != null) binding.value = withListings(binding.value, listings);
    }
  }

  /** The listings that decide whether the current code is reached. */
  get reasons(): Listings {
    return this.#listings;
  }

  get isGuarded(): boolean {
    return this.#throwsBeforeTry != null;
  }

  /** How often something ran so far that may have thrown. */
  get possibleThrows(): number {
    return this.#possibleThrows;
  }

  mayThrow(): void {
    this.#possibleThrows += 1;
  }

  giveUp(): never {
    throw new GaveUp();
  }

  #goOn(): void {
    if (this.isGuarded && this.#possibleThrows !== this.#throwsBeforeTry) throw new Interrupted();
    this.step();
  }

  step(): void {
    this.#budget.steps -= 1;
    if (this.#budget.steps < 0) this.giveUp();
  }

  /** Runs code that is nested in other code; the run gives up where that is too deep. */
  nested<T>(work: () => T): T {
    if (this.#depth >= MAX_DEPTH) this.giveUp();
    this.#depth += 1;
    try {
      return work();
    } finally {
      this.#depth -= 1;
    }
  }

  // ── Conditions ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** Whether a value is truthy: as the file tells, or as this path has it; null where neither can be told. */
  decide(value: Value): boolean | null {
    return (
      truthOf(value) ??
      (value.kind === "unknown" || value.kind === "text" ? this.#path.decide(this.identityOf(value)) : null)
    );
  }

  /** Whether a variable is set on this path. */
  isSet(name: string, mayBeUnset: boolean): boolean {
    const presence = this.identities.presence(name);
    return mayBeUnset ? this.#path.decide(presence) !== false : this.#path.assume(presence, true);
  }

  get identities(): Identities {
    return this.source.identities;
  }

  /** What identifies a value among all that the file computes. */
  identityOf(value: Value): Identity {
    switch (value.kind) {
      case "constant":
        return this.identities.constant(value.value);
      case "unknown":
        return value.identity;
      case "text": {
        const operands = value.parts.map((part) => {
          if (part.kind === "literal") return this.identities.constant(part.text);
          return part.kind === "env" ? part.exact : part.identity;
        });
        const [only] = value.parts;
        if (value.parts.length === 1 && only?.kind === "env") return only.exact;
        const isKnown = operands.every(({ kind }) => kind === "constant");
        if (isKnown)
          return this.identities.constant(
            operands.map((each) => (each.kind === "constant" ? each.value : "")).join(""),
          );
        return this.identities.operation("template", operands);
      }
      default:
        return this.identities.fresh();
    }
  }

  /** The members of a function, and what `new` gives its instances. */
  propertiesOf(function_: FunctionValue): FunctionProperties {
    const known = this.#properties.get(function_);
    if (known != null) return known;
    const properties = newProperties(function_, this);
    this.#properties.set(function_, properties);
    return properties;
  }

  // ── Forgetting ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** Code from elsewhere gets hold of values: it may change, call and keep all that it can reach, and throw. */
  giveAway(values: readonly Value[]): void {
    this.mayThrow();
    forgetReachable(values, this);
  }

  /** The program changes a member, or any, of something that cannot be read: what is read from now on is something else. */
  noteChange(name: string | null): void {
    this.#changed.add(name);
  }

  hasChanged(name: string): boolean {
    return this.#changed.has(name) || this.#changed.has(null);
  }

  /** Notes that a declaration was read, and where. */
  noteRead(declaration: Node, node: Node): void {
    const { reads } = this.source;
    const known = reads.get(declaration);
    if (known == null) reads.set(declaration, new Set([node]));
    else known.add(node);
  }

  /** Something runs that Convex refuses while it evaluates the file: it throws. */
  unsupported(api: string, node: Node): void {
    this.refuse({ kind: "unsupported-api", node, api });
  }

  /** Something throws that Convex does not have. Outside of `try`, the run goes on as if it did not, to see what else is wrong. */
  refuse(effect: Effect): void {
    if (!this.isGuarded) {
      this.effect(effect);
      return;
    }
    if (!this.#isQuiet) this.caught.push(effect);
    throw new Thrown(effect.node);
  }

  // ── Making values ───────────────────────────────────────────────────────────────────────────────────────────────

  effect(effect: Effect): void {
    if (!this.#isQuiet) this.effects.push(effect);
  }

  origin(node: Node, scope: Scope): Origin {
    return new Origin(node, scope, this.#frames);
  }

  constant(value: ConstantValue["value"], node: Node, scope: Scope): ConstantValue {
    return { kind: "constant", origin: this.origin(node, scope), value };
  }

  text(parts: readonly Part[], node: Node, scope: Scope): TextValue {
    return { kind: "text", origin: this.origin(node, scope), parts, reads: null };
  }

  functionValue(node: FunctionNode, scope: Scope, home: Value | null = null): FunctionValue {
    return { kind: "function", origin: this.origin(node, scope), node, scope, home };
  }

  /** Characters that are written nowhere in the file. */
  computedPart(text: string, node: Node, scope: Scope): LiteralPart {
    return { kind: "literal", text, origin: this.origin(node, scope), leaf: null, reads: null };
  }

  /** A primitive value that JavaScript computed. */
  primitive(value: Primitive, node: Node, scope: Scope): ConstantValue | TextValue {
    if (typeof value === "string") return this.text([this.computedPart(value, node, scope)], node, scope);
    return this.constant(value, node, scope);
  }

  unknown(node: Node, scope: Scope, known: Partial<Omit<UnknownValue, "kind" | "origin">> = {}): UnknownValue {
    const { identity = this.identities.fresh(), type = null, isFalsy = false, holds = [], ...others } = known;
    return { kind: "unknown", origin: this.origin(node, scope), identity, type, isFalsy, holds, ...others };
  }

  /** An unknown value that may be, or hold, any of some values. */
  unknownFrom(values: readonly Value[], node: Node, scope: Scope): UnknownValue {
    const unknown = this.unknown(node, scope, {
      holds: values.filter((value) => isHeld(value) || value.kind === "unknown"),
    });
    return withListings(unknown, unionOf(values.map((value) => listingsOf(value))));
  }

  /** The same value, with one more way to write it where it cannot be read. */
  spelled(value: Value, node: Node, scope: Scope): Value {
    if (value.kind !== "text" || value.parts.length !== 1) return value;
    const [part] = value.parts;
    if (part == null || part.kind === "literal") return value;
    const spellings = [{ node, scope }, ...part.spellings.slice(0, MAX_SPELLINGS - 1)];
    return { ...value, parts: [{ ...part, spellings }] };
  }
}
