/** The tree of a JSON file, as far as rules look at it: that of `@humanwhocodes/momoa`, which `@eslint/json` parses with. */
import type { Shape } from "../platform/convex-json.js";

interface Located {
  readonly loc: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
}

export interface DocumentNode extends Located {
  readonly type: "Document";
  readonly body: JsonNode;
}

export type JsonNode = ObjectNode | ArrayNode | StringNode | OtherNode;

export interface ObjectNode extends Located {
  readonly type: "Object";
  readonly members: readonly JsonMember[];
}

export interface JsonMember extends Located {
  readonly name: StringNode | IdentifierNode;
  readonly value: JsonNode;
}

/** JSON5 has names without quotes. */
interface IdentifierNode extends Located {
  readonly type: "Identifier";
  readonly name: string;
}

export interface ArrayNode extends Located {
  readonly type: "Array";
  readonly elements: readonly { readonly value: JsonNode }[];
}

export interface StringNode extends Located {
  readonly type: "String";
  readonly value: string;
}

interface OtherNode extends Located {
  readonly type: "Boolean" | "Identifier" | "Infinity" | "NaN" | "Null" | "Number";
  readonly value?: unknown;
}

export function rangeOf({ loc }: Located): readonly [start: number, end: number] {
  return [loc.start.offset, loc.end.offset];
}

export function nameOf({ name }: JsonMember): string {
  return name.type === "String" ? name.value : name.name;
}

/** The members of an object, as a program gets them: of two of one name the last. None for anything else. */
export function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  if (node?.type !== "Object") return [];
  return [...new Map(node.members.map((member) => [nameOf(member), member])).values()];
}

/** The value at a path of names; undefined where there is none. */
export function valueAt(node: JsonNode, ...path: readonly string[]): JsonNode | undefined {
  return path.reduce<JsonNode | undefined>(
    (value, name) => membersOf(value).find((member) => nameOf(member) === name)?.value,
    node,
  );
}

/** The elements of a list that are texts. */
export function stringsOf(node: JsonNode | undefined): readonly StringNode[] {
  return node?.type !== "Array" ? [] : node.elements.flatMap(({ value }) => (value.type === "String" ? [value] : []));
}

/** Whether a value is of the shape that the CLI wants. */
export function fits(value: JsonNode, shape: Shape): boolean {
  switch (shape.kind) {
    case "object":
      return value.type === "Object" || (shape.orFalse && isFalse(value));
    case "record":
      return value.type === "Object" || isFalse(value);
    case "choice":
      return value.type === "String" && shape.values.includes(value.value);
    case "list":
      return value.type === "Array";
    case "template":
      return value.type === "String";
  }
}

/** Whether a value is `false`, as a section is that is not there. */
export function isFalse(node: JsonNode): boolean {
  return "value" in node && node.value === false;
}
