import { isAmbiguousText, isClientIdVariable, pieceIndex, pieceOf } from "../platform/workos.js";
import type { OpaquePart, TextValue } from "./values.js";

/** What most falsy values leave in a text: something, and no client id. */
const FALSY_TEXT = "undefined";

/** Enough ways to write the same value: each place of a file may have its own. */
const MAX_PARTS_OF_PIECE = 16;

interface KnownPiece {
  readonly piece: string;
  /** What it was written for. */
  readonly parts: OpaquePart[];
}

/** Writes texts as patterns: the same unreadable value becomes the same character in all of them. */
export class PatternTable {
  /** By the key of what cannot be read. */
  readonly #pieces = new Map<string, KnownPiece>();
  /** By the index of a piece. */
  readonly #parts: (readonly OpaquePart[])[] = [];

  /** The pattern of a text, or null where it cannot be told apart from one. */
  patternOf(text: TextValue): string | null {
    let pattern = "";
    for (const part of text.parts) {
      if (part.kind === "literal") {
        if (isAmbiguousText(part.text)) return null;
        pattern += part.text;
      } else if (part.kind === "unknown" && part.isFalsy) {
        pattern += FALSY_TEXT;
      } else {
        const piece = this.#pieceFor(part);
        if (piece == null) return null;
        pattern += piece;
      }
    }
    return pattern;
  }

  /** The first part that a piece of a pattern was written for. */
  partOf(piece: string): OpaquePart | null {
    return this.partsOf(piece)[0] ?? null;
  }

  /** The parts that a piece of a pattern was written for: one value, read at several places. */
  partsOf(piece: string): readonly OpaquePart[] {
    const index = pieceIndex(piece);
    return index == null ? [] : (this.#parts[index] ?? []);
  }

  /** Whether a pattern is one variable whose name says that it holds a client id. */
  isClientIdByName(pattern: string): boolean {
    const part = pattern.length === 1 ? this.partOf(pattern) : null;
    return part?.kind === "env" && isClientIdVariable(part.name);
  }

  #pieceFor(part: OpaquePart): string | null {
    const known = this.#pieces.get(part.key);
    if (known != null) {
      const { parts } = known;
      if (parts.length < MAX_PARTS_OF_PIECE && !parts.includes(part)) parts.push(part);
      return known.piece;
    }
    const piece = pieceOf(this.#parts.length);
    if (piece == null) return null;
    const parts = [part];
    this.#pieces.set(part.key, { piece, parts });
    this.#parts.push(parts);
    return piece;
  }
}
