/** A text of auth.config with the deployment's variables put in, and how a hole in it could be filled so that it equals a given text. */
import type { Identity } from "../../../../src/auth-config/evaluate/identity.js";
import { NOT_KNOWN } from "../../../../src/auth-config/evaluate/valuation.js";
import type { Part } from "../../../../src/auth-config/values.js";
import { standInAt, standInIndex } from "../../../../src/platform/patterns.js";
import { isClientIdVariable } from "../../../../src/platform/workos.js";
import type { Assumption, Variables } from "./variables.js";

/** A place whose text is not known: a variable by its name, or null for what was computed. */
export interface Hole {
  readonly name: string | null;
  readonly identity: Identity;
}

interface Known {
  readonly text: string;
  readonly shown: string;
  /** The variable that the text comes from, if any. */
  readonly name: string | null;
}

type Piece = Hole | Known;

/** Something in a text that the file does not write out. */
export interface ComputedPart {
  readonly kind: "computed";
  readonly identity: Identity;
}

type ReadPart = ComputedPart | Part;

/** Fills holes whose text decides nothing. */
const ANY_TEXT = "x";

export class TextReading {
  readonly #parts: readonly ReadPart[];
  readonly #pieces: readonly Piece[];
  readonly #variables: Variables;

  constructor(parts: readonly ReadPart[], variables: Variables) {
    this.#parts = parts;
    this.#variables = variables;
    this.#pieces = parts.map((part) => readPart(part, variables));
  }

  get holes(): readonly Hole[] {
    return this.#pieces.filter((piece): piece is Hole => !isKnown(piece));
  }

  get startsWithHole(): boolean {
    const [first] = this.#pieces;
    return first != null && !isKnown(first);
  }

  /** The text, if nothing in it is unknown. */
  get text(): string | null {
    return this.holes.length === 0 ? this.textWith(ANY_TEXT) : null;
  }

  /** As a message may show it: what is not known or not public is the name of its variable, or `…`. */
  get shown(): string {
    return this.#pieces
      .map((piece) => (isKnown(piece) ? piece.shown : piece.name == null ? "…" : `$${piece.name}`))
      .join("");
  }

  /** The text as a pattern of the platform, which has one character for each hole. */
  get pattern(): string {
    return this.#pieces.map((piece, index) => (isKnown(piece) ? piece.text : (standInAt(index) ?? ""))).join("");
  }

  /** Whether a character of the pattern stands for a variable that holds a client id, by its name. */
  isClientIdVariable(character: string): boolean {
    const index = character.length === 1 ? standInIndex(character) : null;
    const piece = index == null ? undefined : this.#pieces[index];
    return piece != null && piece.name != null && isClientIdVariable(piece.name);
  }

  textWith(filling: string): string {
    return this.#pieces.map((piece) => (isKnown(piece) ? piece.text : filling)).join("");
  }

  /** The variable whose value ends the text with these characters, or null where the file itself has them. */
  variableOf(value: string): string | null {
    return this.#pieces.find((piece): piece is Known => isKnown(piece) && piece.text === value)?.name ?? null;
  }

  /** The same text under assumptions about variables. */
  assuming(values: ReadonlyMap<string, string>): TextReading {
    return new TextReading(this.#parts, this.#variables.assuming(values));
  }

  /** The one way to fill the holes so that the text is one of those that are wanted; null where there is none. */
  solve(wanted: readonly string[]): Solution | null {
    const first = this.#pieces.findIndex((piece) => !isKnown(piece));
    const last = this.#pieces.findLastIndex((piece) => !isKnown(piece));
    const [prefix, suffix] = [textOf(this.#pieces.slice(0, first)), textOf(this.#pieces.slice(last + 1))];
    for (const text of wanted) {
      if (text.length < prefix.length + suffix.length || !text.startsWith(prefix) || !text.endsWith(suffix)) continue;
      const value = text.slice(prefix.length, text.length - suffix.length);
      const hole = this.#pieces[first];
      if (first !== last || hole == null || isKnown(hole) || hole.name == null) return { text, assumption: null };
      const assumption = [hole.name, value] as const;
      if (this.#variables.allows(assumption) && this.#comesTo(hole, assumption)) return { text, assumption };
    }
    return null;
  }

  /** Whether a hole has the value of its variable: a file may cut off what the value ends in. */
  #comesTo({ identity }: Hole, assumption: Assumption): boolean {
    return this.#variables.assuming([assumption]).valuate(identity) === assumption[1];
  }
}

export interface Solution {
  readonly text: string;
  /** The variable and the value that it would need; null where more than one thing is unknown, or something without a name. */
  readonly assumption: Assumption | null;
}

function readPart(part: ReadPart, variables: Variables): Piece {
  if (part.kind === "literal") return { text: part.text, shown: part.text, name: null };
  const identity = part.kind === "env" ? part.exact : part.identity;
  const value = variables.valuate(identity);
  if (value === NOT_KNOWN) return { name: part.kind === "env" ? part.name : null, identity };
  const text = String(value);
  return { text, shown: variables.shown(text, identity), name: soleVariable(identity) };
}

function soleVariable({ sources }: Identity): string | null {
  const [source] = sources ?? [];
  return sources?.length === 1 && source?.kind === "env" ? source.name : null;
}

function isKnown(piece: Piece): piece is Known {
  return "text" in piece;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (isKnown(piece) ? piece.text : "")).join("");
}
