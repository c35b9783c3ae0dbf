/** The providers of auth.config with the deployment's variables put in, as far as they can be read. */
import type { Variant } from "../../../../src/auth-config/config.js";
import { NOT_KNOWN } from "../../../../src/auth-config/evaluate/valuation.js";
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

export function readExport({ defaultExport }: Variant, variables: Variables): ExportReading {
  if (defaultExport == null) return { kind: "other", json: undefined, range: null };
  const { value } = defaultExport;
  const range = rangeOf(value);
  if (value.kind !== "object") {
    const json = jsonOf(value, variables);
    return json === NOT_KNOWN ? { kind: "unknown" } : { kind: "other", json, range };
  }
  const list = value.members.get("providers")?.value;
  if (list == null) return value.isClosed ? { kind: "other", json: {}, range } : { kind: "unknown" };
  if (list.kind !== "list") {
    const providers = jsonOf(list, variables);
    return providers === NOT_KNOWN ? { kind: "unknown" } : { kind: "other", json: { providers }, range: rangeOf(list) };
  }
  const providers = list.elements.map((element, index) => readProvider(element, index, variables));
  return { kind: "list", providers, isComplete: list.isComplete, range: rangeOf(list) };
}

function readProvider(element: Value, index: number, variables: Variables): ProviderReading {
  const range = rangeOf(element);
  if (element.kind === "object")
    return { index, range, members: readMembers(element, variables), json: undefined, isClosed: element.isClosed };
  const json = element.kind === "unknown" && isFalsy(element) ? null : jsonOf(element, variables);
  // In a list, JSON has `null` for what it cannot write.
  return { index, range, members: null, json: json === NOT_KNOWN ? undefined : (json ?? null), isClosed: true };
}

function readMembers({ members }: ObjectValue, variables: Variables): ReadonlyMap<MemberName, MemberReading> {
  const read = new Map<MemberName, MemberReading>();
  for (const name of MEMBERS) {
    const member = members.get(name);
    const reading = member == null ? null : readMember(member, variables);
    if (reading != null) read.set(name, reading);
  }
  return read;
}

/** A member as Convex gets it; null for one that JSON leaves out. */
function readMember({ value, origin, property }: Member, variables: Variables): MemberReading | null {
  const range: Range = property == null || !origin.isEditable ? origin.at.range : property.value.range;
  if (value.kind === "text") return { kind: "text", text: new TextReading(value.parts, variables), range };
  const json = jsonOf(value, variables);
  if (json === undefined) return null;
  if (value.kind === "unknown" && typeof json === "string") {
    const text = new TextReading([{ kind: "computed", identity: value.identity }], variables);
    return { kind: "text", text, range };
  }
  return json === NOT_KNOWN ? { kind: "unknown", range } : { kind: "json", json, range };
}

/** What JSON makes of a value, with nothing in lists and objects: no member of a provider may be one. */
function jsonOf(value: Value, variables: Variables): unknown {
  switch (value.kind) {
    case "constant":
      return value.value;
    case "class":
    case "function":
    case "native":
      return undefined;
    case "list":
      return [];
    case "environment":
      return value.isImported ? NOT_KNOWN : {};
    case "object":
    case "pattern":
      return {};
    case "text":
      // Wherever a list or an object belongs, one text is as wrong as another.
      return "";
    case "unknown":
      return variables.valuate(value.identity);
  }
}

function rangeOf({ origin }: Value): Range {
  return origin.at.range;
}
