/**
 * One way through a file: the answers to its free conditions, and values of the imports and variables under which they turn out so.
 *
 * A condition is free if nothing but imports and variables decides it. An answer is taken only where such values were found: whatever is
 * then reported happens for them. That also ties conditions together that are spelled in different ways, such as `a === b` and `!(b !== a)`.
 */
import { isClientId, isClientIdVariable } from "../../platform/workos.js";
import type { Identity, Primitive, SourceIdentity } from "./identity.js";
import { MAX_ATTEMPTS, MAX_SOURCES } from "./limits.js";
import { NOT_KNOWN, valuate } from "./valuation.js";

export type Answers = ReadonlyMap<Identity, boolean>;
type Witness = ReadonlyMap<SourceIdentity, unknown>;

/** How the conditions turn out that decide one way through the file. */
export interface Way {
  /** In the order in which the conditions are asked. */
  readonly answers: Answers;
  /** Those whose other answer was not followed although no earlier one rules it out: no values were found that lead to it. */
  readonly unopposed: ReadonlySet<Identity>;
}

/** A way through the file that is yet to be taken: the answers up to the condition that turns out otherwise. */
export interface Detour extends Way {
  readonly witness: Witness;
  /** The condition that is answered anew, and its answer. */
  readonly turn: Identity | null;
  readonly answer: boolean;
}

export const STRAIGHT_ON: Detour = {
  answers: new Map(),
  unopposed: new Set(),
  witness: new Map(),
  turn: null,
  answer: true,
};

/** What came of looking for values under which a condition turns out as wanted. */
interface Search {
  readonly witness: Witness | null;
  /** False where nothing but the choice of values, or a limit, says that there are none. */
  readonly isConclusive: boolean;
}

export class Path {
  readonly #answers: Map<Identity, boolean>;
  readonly #unopposed: Set<Identity>;
  readonly #detours: Detour[] = [];
  #witness: Witness;

  constructor({ answers, unopposed, witness }: Detour) {
    this.#answers = new Map(answers);
    this.#unopposed = new Set(unopposed);
    this.#witness = witness;
  }

  /** The other ways that were seen from this one. */
  get detours(): readonly Detour[] {
    return this.#detours;
  }

  get way(): Way {
    return { answers: this.#answers, unopposed: this.#unopposed };
  }

  /** Whether a value is truthy on this path, or null where it depends on more than imports and variables. */
  decide(condition: Identity): boolean | null {
    const known = this.#answers.get(condition);
    if (known !== undefined) return known;
    if (condition.sources == null) return null;
    const yes = this.#search(condition, true);
    const no = this.#search(condition, false);
    const witness = yes.witness ?? no.witness;
    if (witness == null) return null;
    if (yes.witness != null && no.witness != null) {
      const answers = new Map(this.#answers).set(condition, false);
      const unopposed = new Set(this.#unopposed);
      this.#detours.push({ answers, unopposed, witness: no.witness, turn: condition, answer: false });
    } else if (!yes.isConclusive || !no.isConclusive) {
      this.#unopposed.add(condition);
    }
    this.#witness = witness;
    this.#answers.set(condition, yes.witness != null);
    return yes.witness != null;
  }

  /** Takes an answer for granted unless it was given already; returns the one that holds. */
  assume(condition: Identity, answer: boolean): boolean {
    const known = this.#answers.get(condition);
    if (known === undefined) this.#answers.set(condition, answer);
    return known ?? answer;
  }

  /** Looks for values under which a condition turns out as wanted and all earlier ones as they did. */
  #search(condition: Identity, wanted: boolean): Search {
    const here = valuateFor(this.#witness, condition);
    if (here !== NOT_KNOWN && Boolean(here) === wanted) return { witness: this.#witness, isConclusive: true };
    const connected = this.#connectedWith(condition);
    const sources = new Set(connected.flatMap(({ sources }) => sources ?? []));
    if (sources.size > MAX_SOURCES) return { witness: null, isConclusive: false };
    const isAsWanted = (witness: Witness): boolean =>
      connected.every((each) => {
        const value = valuateFor(witness, each);
        return value !== NOT_KNOWN && Boolean(value) === (each === condition ? wanted : this.#answers.get(each));
      });
    let attempts = 0;
    for (const witness of combinations(condition.sources ?? [], connected, this.#witness)) {
      if (++attempts > MAX_ATTEMPTS) return { witness: null, isConclusive: false };
      if (isAsWanted(witness)) return { witness, isConclusive: true };
    }
    return { witness: null, isConclusive: connected.length > 1 };
  }

  /** The condition and all decided ones that it shares imports or variables with, directly or by way of others. */
  #connectedWith(condition: Identity): readonly Identity[] {
    const connected = new Set([condition]);
    for (const { sources } of connected) {
      for (const other of this.#answers.keys())
        if (other.sources?.some((source) => sources?.includes(source))) connected.add(other);
    }
    return [...connected];
  }
}

/** All combinations of candidates for some sources; the others stay as they are. */
function* combinations(
  sources: readonly SourceIdentity[],
  conditions: readonly Identity[],
  witness: Witness,
): Generator<Witness> {
  const [first, ...others] = sources;
  if (first == null) {
    yield witness;
    return;
  }
  for (const candidate of candidatesFor(first, conditions)) {
    yield* combinations(others, conditions, new Map(witness).set(first, candidate));
  }
}

function valuateFor(witness: Witness, identity: Identity): unknown {
  return valuate(identity, (source) => valueOfSource(source, witness));
}

function isDecided({ sources }: Identity, witness: Witness): boolean {
  return sources?.some((source) => witness.has(source)) === true;
}

function valueOfSource(source: SourceIdentity, witness: Witness): unknown {
  // Nothing has no members.
  if (source.kind === "member" && isDecided(source.of, witness)) {
    const holder = valuateFor(witness, source.of);
    if (holder === NOT_KNOWN || !holder) return undefined;
  }
  return witness.has(source) ? witness.get(source) : usualValue(source);
}

function usualValue(source: SourceIdentity): unknown {
  if (source.kind === "presence") return true;
  if (isClientIdSource(source)) return clientIdOf(source);
  return source.kind === "env" ? otherText(source) : true;
}

/** Whether a variable, an import or a member of one holds a client ID, by its name: it is always set then. */
function isClientIdSource(source: SourceIdentity): boolean {
  return "name" in source && source.name != null && source.kind !== "presence" && isClientIdVariable(source.name);
}

/** Something that is neither a string nor anything else that code compares with. */
const ANYTHING = Object.freeze(Object.create(null) as object);

function otherText({ id }: SourceIdentity): string {
  return `value-${String(id)}`;
}

function clientIdOf({ id }: SourceIdentity): string {
  return `client_${String(id).padStart(26, "0")}`;
}

const SAME_TEXT = "same";
const SAME_CLIENT_ID = `client_${"1".repeat(26)}`;

/** Values that a source may have, chosen by what it is compared with. */
function candidatesFor(source: SourceIdentity, conditions: readonly Identity[]): readonly unknown[] {
  if (source.kind === "presence") return [true, false];
  const constants = new Set(conditions.flatMap((condition) => [...constantsBeside(source, condition)]));
  const isClient = isClientIdSource(source);
  if (source.kind === "env" || isClient) {
    const own = isClient ? [clientIdOf(source), SAME_CLIENT_ID] : [otherText(source), SAME_TEXT];
    const compared = [...constants].flatMap((constant) => (isClient ? [String(constant)] : textsNear(constant)));
    // In the world that files are judged in, variables are not empty, and none equals a client ID that is written out.
    return [...own, ...compared.filter((text) => text !== "" && !isClientId(text))];
  }
  // Code that compares with `true` or `false` has a boolean in mind: nothing else is truthy and not true.
  if ([...constants].some((constant) => typeof constant === "boolean")) return [true, false];
  const near = [...constants].flatMap((constant) => [constant, ...numbersNear(constant), ...textsNear(constant)]);
  const holders = objectsWith([...new Set(conditions.flatMap((condition) => [...namesSoughtIn(source, condition)]))]);
  return [
    true,
    false,
    ANYTHING,
    ...holders,
    undefined,
    ...near,
    null,
    SAME_TEXT,
    "",
    0,
    1,
    otherText(source),
    isSource,
  ];
}

/** Objects that have all of some names, and only one of them. */
function objectsWith(names: readonly string[]): readonly object[] {
  if (names.length === 0) return [];
  return [names, ...names.map((name) => [name])].map((held) =>
    Object.assign(Object.create(null) as object, Object.fromEntries(held.map((name) => [name, true]))),
  );
}

/** The names that code looks for in a source: `"x" in source`. */
function* namesSoughtIn(source: SourceIdentity, condition: Identity): Generator<string> {
  if (condition.kind !== "operation") return;
  const [name, holder] = condition.operands;
  if (condition.operator === "in" && holder === source && name?.kind === "constant") yield String(name.value);
  for (const operand of condition.operands) yield* namesSoughtIn(source, operand);
}

/** Stands for any function. */
function isSource(): boolean {
  return true;
}

function textsNear(constant: Primitive): readonly string[] {
  if (typeof constant === "number") return numbersNear(constant).map(String);
  const text = String(constant);
  return [text, `${text}x`, `x${text}`, text.toLowerCase(), text.toUpperCase()];
}

function numbersNear(constant: Primitive): readonly number[] {
  const number = typeof constant === "boolean" ? Number(constant) : constant;
  return typeof number === "number" ? [number, number - 1, number + 1] : [];
}

/** The constants that a source, or what is computed from it alone, is an operand beside. */
function* constantsBeside(source: SourceIdentity, condition: Identity): Generator<Primitive> {
  // What is beside a piece of a longer string says nothing about the piece.
  if (condition.kind !== "operation" || condition.operator === "template") return;
  const { operands } = condition;
  const isBeside = operands.some((operand) => isMadeFrom(operand, source));
  for (const operand of operands) {
    if (operand.kind === "operation") yield* constantsBeside(source, operand);
    else if (operand.kind === "constant" && isBeside) yield operand.value;
  }
}

/** Whether a value is a source as it is, or by way of operations that take nothing else, such as `trim` and `Number`. */
function isMadeFrom(identity: Identity, source: SourceIdentity): boolean {
  if (identity === source) return true;
  if (identity.kind !== "operation") return false;
  const [first, ...others] = identity.operands;
  return first != null && isMadeFrom(first, source) && others.every(({ kind }) => kind === "constant");
}
