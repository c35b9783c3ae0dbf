/** A text of auth.config with the deployment's variables put in, and how a hole in it could be filled so that it equals a given text. */
import type { TextValue } from "../../../../src/auth-config/values.js";
import { isClientIdVariable, isClientId, pieceIndex, pieceOf } from "../../../../src/platform/workos.js";
import type { Variables } from "./variables.js";

/** A place whose text is not known: a variable by its name, or null for what was computed. */
export interface Hole {
  readonly name: string | null;
  /** Whether Convex refuses the push where the variable is unset. */
  readonly isRequired: boolean;
  /** Whether the variable is certainly unset, so that there may be no text at all. */
  readonly isUnset: boolean;
}

interface Known {
  readonly text: string;
  readonly shown: string;
  /** The variable that the text comes from, if any. */
  readonly name: string | null;
}

type Piece = Hole | Known;

const UNKNOWN: Hole = { name: null, isRequired: false, isUnset: false };

/** Fills holes whose text decides nothing. */
const ANY_TEXT = "x";

export class TextReading {
  readonly #pieces: readonly Piece[];

  private constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** Reads a text; `mayBeTrimmed` says that the file cuts white space or slashes off some text. */
  static of({ parts }: TextValue, variables: Variables, mayBeTrimmed: boolean): TextReading {
    return new TextReading(
      parts.map((part): Piece => {
        if (part.kind === "literal") return { text: part.text, shown: part.text, name: null };
        if (part.kind === "unknown") return UNKNOWN;
        const value = variables.valueOf(part.name);
        if (value == null)
          return { name: part.name, isRequired: !part.isOptional, isUnset: variables.isUnset(part.name) };
        // The model does not tell a variable from one that was trimmed.
        if (mayBeTrimmed && /^\s|[\s/]$/u.test(value)) return UNKNOWN;
        return { text: value, shown: variables.shown(part.name), name: part.name };
      }),
    );
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
    return this.#pieces.map((piece, index) => (isKnown(piece) ? piece.text : (pieceOf(index) ?? ""))).join("");
  }

  /** Whether a character of the pattern stands for a variable that holds a client id, by its name. */
  isClientIdVariable(character: string): boolean {
    const index = character.length === 1 ? pieceIndex(character) : null;
    const piece = index == null ? undefined : this.#pieces[index];
    return piece != null && piece.name != null && isClientIdVariable(piece.name);
  }

  textWith(filling: string): string {
    return this.#pieces.map((piece) => (isKnown(piece) ? piece.text : filling)).join("");
  }

  /** The variable whose value ends the text with these characters, or null where they stand in the file. */
  variableOf(value: string): string | null {
    return this.#pieces.find((piece): piece is Known => isKnown(piece) && piece.text === value)?.name ?? null;
  }

  /** The same text under assumptions about variables. */
  assuming(values: ReadonlyMap<string, string>): TextReading {
    return new TextReading(
      this.#pieces.map((piece) => {
        const text = isKnown(piece) || piece.name == null ? null : values.get(piece.name);
        return text == null ? piece : { text, shown: text, name: piece.name };
      }),
    );
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
      if (canHold(hole.name, value)) return { text, assumption: [hole.name, value] };
    }
    return null;
  }
}

export interface Solution {
  readonly text: string;
  /** The variable and the value that it would need; null where more than one thing is unknown, or something without a name. */
  readonly assumption: readonly [name: string, value: string] | null;
}

function isKnown(piece: Piece): piece is Known {
  return "text" in piece;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (isKnown(piece) ? piece.text : "")).join("");
}

/** Whether anybody would set a variable to a value; of one for a client id its name says what it holds. */
function canHold(name: string, value: string): boolean {
  return isClientIdVariable(name) ? isClientId(value) : value !== "";
}
