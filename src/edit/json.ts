/** Edits of `convex.json`. */
import { rangeOf } from "../convex-json/json.js";
import type { ArrayNode, JsonMember, StringNode } from "../convex-json/json.js";
import type { Shape } from "../platform/convex-json.js";
import { isPlainUrl } from "../platform/env-variables.js";
import type { TextEdit } from "./repair.js";

/** Gives a member another name. */
export function renameKey(member: JsonMember, name: string): TextEdit {
  return { range: rangeOf(member.name), text: JSON.stringify(name) };
}

/** Gives a member the name of another key; a single text under the name of a list becomes a list of one. */
export function renameForShape(
  member: JsonMember,
  name: string,
  shape: Shape | undefined,
  text: string,
): TextEdit | null {
  if (shape?.kind !== "list" || member.value.type !== "String") return renameKey(member, name);
  if (!isPlainUrl(member.value.value)) return null;
  const [start, nameEnd] = rangeOf(member.name);
  const [valueStart, end] = rangeOf(member.value);
  return {
    range: [start, end],
    text: `${JSON.stringify(name)}${text.slice(nameEnd, valueStart)}[${text.slice(valueStart, end)}]`,
  };
}

/** Gives a template another name; null where it is not written as it is read. */
export function renameTemplate(value: StringNode, template: string, name: string, text: string): TextEdit | null {
  const [start, end] = rangeOf(value);
  const index = text.slice(start, end).indexOf(`{${template}}`);
  if (index === -1) return null;
  const at = start + index + 1;
  return { range: [at, at + template.length], text: name };
}

/** Gives a URL another path; null where it has none, or is not written as it is read. */
export function replacePath(url: StringNode, old: string, path: string, text: string): TextEdit | null {
  const [start, end] = rangeOf(url);
  if (old === "/" || text.slice(start + 1, end - 1) !== url.value) return null;
  const at = start + 1 + url.value.indexOf(old, url.value.indexOf("//") + 2);
  return { range: [at, at + old.length], text: path };
}

/** Adds a text to a list, as it is written elsewhere. */
export function appendString(list: ArrayNode, value: StringNode, text: string): TextEdit {
  const added = text.slice(...rangeOf(value));
  const last = list.elements.at(-1);
  if (last == null) return { range: rangeOf(list), text: `[${added}]` };
  const end = rangeOf(last.value)[1];
  // As the last one is separated from the comma or the bracket before it.
  const before = text.slice(0, rangeOf(last.value)[0]);
  const gap = before.slice(before.trimEnd().length);
  return { range: [end, end], text: `,${gap === "" ? " " : gap}${added}` };
}
