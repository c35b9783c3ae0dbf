import { isAmbiguousText, standInAt, standInIndex } from "../platform/patterns.js";
import { isClientIdVariable } from "../platform/workos.js";
import type { Identity } from "./evaluate/identity.js";
import { opaqueIdentity } from "./values.js";
import type { OpaquePart, TextValue, Value } from "./values.js";

/** What most falsy values leave in a text: something, and no client ID. */
const FALSY_TEXT = "undefined";

/** Enough ways to write the same value: each place of a file may have its own. */
const MAX_PARTS_OF_STAND_IN = 16;

interface KnownValue {
  readonly standIn: string;
  /** What it was written for. */
  readonly parts: OpaquePart[];
}

/** Writes texts as patterns: the same unreadable value becomes the same character in all of them. */
export class PatternWriter {
  /** By what identifies the value. */
  readonly #known = new Map<Identity, KnownValue>();
  /** By the index of a stand-in. */
  readonly #parts: (readonly OpaquePart[])[] = [];

  /** The pattern of a text, or null where it cannot be told apart from one. */
  patternOf(text: TextValue): string | null {
    let pattern = "";
    for (const part of text.parts) {
      const written = part.kind === "literal" ? (isAmbiguousText(part.text) ? null : part.text) : this.#write(part);
      if (written == null) return null;
      pattern += written;
    }
    return pattern;
  }

  /** The first part that a stand-in was written for. */
  partOf(standIn: string): OpaquePart | null {
    return this.partsOf(standIn)[0] ?? null;
  }

  /** The parts that a stand-in was written for: one value, read at several places. */
  partsOf(standIn: string): readonly OpaquePart[] {
    const index = standInIndex(standIn);
    return index == null ? [] : (this.#parts[index] ?? []);
  }

  /** Whether a part is what a stand-in is for. */
  isSame(part: OpaquePart, standIn: string): boolean {
    return this.#known.get(part.identity)?.standIn === standIn;
  }

  /** The stand-in for a value that is one unreadable thing, or null for any other value. */
  standInFor(value: Value): string | null {
    const identity = opaqueIdentity(value);
    return identity == null ? null : (this.#know(identity)?.standIn ?? null);
  }

  /** Whether a pattern is one variable. It certainly differs from every literal in the file; an import may hold the very same text. */
  isVariable(pattern: string): boolean {
    return pattern.length === 1 && this.partOf(pattern)?.kind === "env";
  }

  /** Whether a pattern is another one with something around it that is certainly not empty. */
  holdsMoreThan(inner: string, pattern: string): boolean {
    if (!pattern.includes(inner)) return false;
    return [...pattern.replace(inner, "")].some((character) => {
      const part = this.partOf(character);
      return part == null || part.kind === "env";
    });
  }

  /** Whether a pattern is one variable whose name says that it holds a client ID. */
  isClientIdByName(pattern: string): boolean {
    const part = pattern.length === 1 ? this.partOf(pattern) : null;
    return part?.kind === "env" && isClientIdVariable(part.name);
  }

  #write(part: OpaquePart): string | null {
    if (part.kind === "unknown" && part.isFalsy) return FALSY_TEXT;
    const known = this.#know(part.identity);
    if (known == null) return null;
    const { parts, standIn } = known;
    if (parts.length < MAX_PARTS_OF_STAND_IN && !parts.includes(part)) parts.push(part);
    return standIn;
  }

  /** Gives a value its stand-in; null where there are no more. */
  #know(identity: Identity): KnownValue | null {
    const known = this.#known.get(identity);
    if (known != null) return known;
    const standIn = standInAt(this.#parts.length);
    if (standIn == null) return null;
    const added: KnownValue = { standIn, parts: [] };
    this.#known.set(identity, added);
    this.#parts.push(added.parts);
    return added;
  }
}
