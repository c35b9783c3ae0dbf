import type { Value } from "../values.js";
import { assignedMember, newObject } from "./containers.js";
import type { Call } from "./calls.js";
import { Thrown } from "./endings.js";
import type { Run } from "./run.js";
import { allKnown } from "./text.js";
import { callUnknownCode } from "./unknown-code.js";

const URL_MEMBERS = [
  "hash",
  "host",
  "hostname",
  "href",
  "origin",
  "password",
  "pathname",
  "port",
  "protocol",
  "search",
  "username",
] as const;

/** `new URL("https://…")`, with all that can be read from it. */
export function constructUrl(call: Call, run: Run): Value {
  const { node, scope, values } = call;
  const known = allKnown(values);
  const callee = run.unknown(node, scope);
  if (known == null || known.length === 0 || known.length > 2) return callUnknownCode(callee, call, run);
  const [url, base] = known.map((value, index) => (index > 0 && value === undefined ? undefined : String(value)));
  if (!URL.canParse(url ?? "", base)) throw new Thrown(node);
  const parsed = new URL(url ?? "", base);
  const origin = run.origin(node, scope);
  const members = newObject(origin);
  for (const name of URL_MEMBERS) {
    members.members.set(name, assignedMember(name, run.primitive(parsed[name], node, scope), origin));
  }
  for (const name of ["toJSON", "toString"]) {
    members.members.set(name, assignedMember(name, { kind: "native", name: "URL.prototype.toString", origin }, origin));
  }
  // `searchParams` and the like.
  members.isClosed = false;
  const object = newObject(origin, members);
  object.primitive = run.primitive(parsed.href, node, scope);
  return object;
}

export function urlText({ self, node, scope }: Call, run: Run): Value {
  return (self.kind === "object" ? self.primitive : null) ?? run.unknown(node, scope);
}
