import { literalText } from "./values.js";
import type { Node } from "./ast.js";
import type { LiteralPart, Part, TextValue, Value } from "./values.js";

/** Longer texts are no URL that anybody wrote; the limit keeps repeated doubling linear. */
const MAX_PARTS = 200;
const MAX_LITERAL_LENGTH = 20_000;

/** The concatenation of two sequences of parts, or null where it would grow without bounds. */
export function concatenate(left: readonly Part[], right: readonly Part[]): readonly Part[] | null {
  if (left.length + right.length > MAX_PARTS) return null;
  const parts = [...left, ...right];
  let length = 0;
  for (const part of parts) if (part.kind === "literal") length += part.text.length;
  return length > MAX_LITERAL_LENGTH ? null : parts;
}

/** A literal part whose characters were computed: it may be pointed at, not edited. */
function computed(part: LiteralPart, text: string): Part {
  return part.text !== text ? { ...part, text, leaf: null } : part;
}

function mapEnds(value: TextValue, trimStart: (text: string) => string, trimEnd: (text: string) => string): Part[] {
  const parts = [...value.parts];
  const [first] = parts;
  if (first?.kind === "literal") parts[0] = computed(first, trimStart(first.text));
  const last = parts.at(-1);
  if (last?.kind === "literal") parts[parts.length - 1] = computed(last, trimEnd(last.text));
  return parts;
}

const same = (text: string): string => text;

/** `replace(/\/$/, "")` and `replace(/\/+$/, "")`: the only patterns that people use here, and safe to run. */
function trailingSlashPattern(node: Node | undefined): RegExp | null {
  if (node?.type !== "Literal" || !("regex" in node)) return null;
  const { pattern } = node.regex;
  if (pattern === String.raw`\/$`) return /\/$/u;
  if (pattern === String.raw`\/+$`) return /\/+$/u;
  return null;
}

/**
 * The result of a string method, or null where it cannot be told.
 * A method that only touches the ends of a text leaves an environment variable in it what it is: the client id.
 */
export function callStringMethod(
  value: TextValue,
  method: string,
  argumentValues: readonly Value[],
  argumentNodes: readonly Node[],
): readonly Part[] | null {
  switch (method) {
    case "toString":
    case "valueOf":
      return value.parts;
    case "trim":
      return mapEnds(
        value,
        (text) => text.trimStart(),
        (text) => text.trimEnd(),
      );
    case "trimStart":
      return mapEnds(value, (text) => text.trimStart(), same);
    case "trimEnd":
      return mapEnds(value, same, (text) => text.trimEnd());
    case "toLowerCase":
    case "toUpperCase": {
      const text = literalText(value);
      const [part] = value.parts;
      return text == null || part?.kind !== "literal" ? null : [computed({ ...part, text: "" }, text[method]())];
    }
    case "replace": {
      const pattern = trailingSlashPattern(argumentNodes[0]);
      if (pattern == null || literalText(argumentValues[1]) !== "") return null;
      return mapEnds(value, same, (text) => text.replace(pattern, ""));
    }
    case "concat": {
      let parts: readonly Part[] | null = value.parts;
      for (const argument of argumentValues) {
        if (argument.kind !== "text" || parts == null) return null;
        parts = concatenate(parts, argument.parts);
      }
      return parts;
    }
    default:
      return null;
  }
}
