import { shownText } from "../platform/shown-text.js";
import { isLeftOut, literalText } from "./values.js";
import type { Value } from "./values.js";

/** What a value is, for a message about one that Convex cannot use. */
export function described(value: Value): string {
  switch (value.kind) {
    case "constant":
      return value.leftOut == null ? `\`${shownText(String(value.value))}\`` : describedLeftOut(value.leftOut);
    case "text":
      return literalText(value) == null ? "a string from the environment" : "a string";
    case "function":
      return "a function";
    case "list":
      return "a list";
    case "class":
      return "a class";
    case "unknown":
      return "empty if the left side of `&&` is";
    default:
      return "an object";
  }
}

/** What is there in place of a text, as it is written: nothing, or an empty text. Null for anything else. */
export function describedEmptiness(value: Value): string | null {
  if (value.kind === "constant" && value.value == null) return isLeftOut(value) ? null : String(value.value);
  return literalText(value) === "" ? '""' : null;
}

function describedLeftOut(value: Value): string {
  if (value.kind !== "native") return described(value);
  return value.name === "symbol" ? "a symbol" : "a function";
}
