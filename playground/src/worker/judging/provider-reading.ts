/** The providers of auth.config with the deployment's variables put in, as far as they can be read. */
import type { Variant } from "../../../../src/auth-config/config.js";
import type { Member, ObjectValue, Value } from "../../../../src/auth-config/values.js";
import { isFalsy } from "../../../../src/auth-config/values.js";
import type { Range } from "../../app.js";
import { TextReading } from "./text-reading.js";
import type { Variables } from "./variables.js";

/** The members that Convex looks at, misspelt ones included; it ignores all others. */
const MEMBERS = [
  "type",
  "issuer",
  "domain",
  "jwks",
  "algorithm",
  "applicationID",
  "applicationId",
  "applicationid",
] as const;

export type MemberName = (typeof MEMBERS)[number];

/** A text, another JSON value, or null for what cannot be read. */
export type MemberReading = { readonly range: Range } & (
  | { readonly kind: "json"; readonly json: unknown }
  | { readonly kind: "text"; readonly text: TextReading }
  | { readonly kind: "unknown" }
);

export interface ProviderReading {
  readonly index: number;
  readonly range: Range;
  /** Null for an element that is no object. */
  readonly members: ReadonlyMap<MemberName, MemberReading> | null;
  /** The element as JSON, where it is no object and certainly so; `undefined` where it cannot be read. */
  readonly json: unknown;
  /** False where unseen code may add members. */
  readonly isClosed: boolean;
}

export interface ReadContext {
  readonly variables: Variables;
  readonly mayBeTrimmed: boolean;
}

/** What the file exports: something that is no list of providers, or one, or nobody knows. */
export type ExportReading =
  | {
      readonly kind: "list";
      readonly providers: readonly ProviderReading[];
      readonly isComplete: boolean;
      readonly range: Range;
    }
  | { readonly kind: "other"; readonly json: unknown; readonly range: Range | null }
  | { readonly kind: "unknown" };

export function readExport({ defaultExport }: Variant, context: ReadContext): ExportReading {
  if (defaultExport == null) return { kind: "other", json: undefined, range: null };
  const { value } = defaultExport;
  const range = rangeOf(value);
  if (value.kind !== "object") {
    const json = jsonOf(value);
    return json === UNREADABLE ? { kind: "unknown" } : { kind: "other", json, range };
  }
  const list = value.members.get("providers")?.value;
  if (list == null) return value.isClosed ? { kind: "other", json: {}, range } : { kind: "unknown" };
  if (list.kind !== "list") {
    const providers = jsonOf(list);
    return providers === UNREADABLE
      ? { kind: "unknown" }
      : { kind: "other", json: { providers }, range: rangeOf(list) };
  }
  const providers = list.elements.map((element, index) => readProvider(element, index, context));
  return { kind: "list", providers, isComplete: list.isComplete, range: rangeOf(list) };
}

function readProvider(element: Value, index: number, context: ReadContext): ProviderReading {
  const range = rangeOf(element);
  if (element.kind === "object")
    return { index, range, members: readMembers(element, context), json: undefined, isClosed: element.isClosed };
  // In a list, JSON has `null` for what it cannot write.
  const json = element.kind === "unknown" && isFalsy(element) ? null : jsonOf(element);
  return { index, range, members: null, json: json === UNREADABLE ? undefined : (json ?? null), isClosed: true };
}

function readMembers({ members }: ObjectValue, context: ReadContext): ReadonlyMap<MemberName, MemberReading> {
  const read = new Map<MemberName, MemberReading>();
  for (const name of MEMBERS) {
    const member = members.get(name);
    const reading = member == null ? null : readMember(member, context);
    if (reading != null) read.set(name, reading);
  }
  return read;
}

/** A member as Convex gets it; null for one that JSON leaves out. */
function readMember(member: Member, { variables, mayBeTrimmed }: ReadContext): MemberReading | null {
  const { value, origin, property } = member;
  const range: Range = property == null || !origin.isEditable ? origin.at.range : property.value.range;
  if (value.kind === "text") return { kind: "text", text: TextReading.of(value, variables, mayBeTrimmed), range };
  const json = jsonOf(value);
  if (json === undefined) return null;
  return json === UNREADABLE ? { kind: "unknown", range } : { kind: "json", json, range };
}

const UNREADABLE = Symbol("what cannot be read");

/** What JSON makes of a value, with nothing in lists and objects: no member of a provider may be one. */
function jsonOf(value: Value): unknown {
  switch (value.kind) {
    case "constant":
      return value.value;
    case "function":
      return undefined;
    case "host":
      return value.name === "class" ? undefined : {};
    case "list":
      return [];
    case "environment":
    case "object":
      return {};
    case "text":
      // Wherever a list or an object belongs, one text is as wrong as another.
      return "";
    case "unknown":
      return UNREADABLE;
  }
}

function rangeOf({ origin }: Value): Range {
  return origin.at.range;
}
