/**
 * What `JSON.stringify` makes of the default export: getters and `toJSON` are called, and a URL is a string. The objects themselves are
 * adapted, since nothing of the file runs after that.
 */
import type { Node } from "../ast.js";
import { listingsOf, withListings } from "../values.js";
import type { FunctionValue, ListValue, Member, ObjectValue, Value } from "../values.js";
import { footprintOf } from "./footprint.js";
import { getMember } from "./members.js";
import type { Run } from "./run.js";
import { chainOf, isAccessor } from "./containers.js";

/** Something that JSON has no text for, so that Convex rejects the push. */
export interface Unserializable {
  readonly node: Node;
  readonly reason: "bigint" | "cycle";
}

export interface Settled {
  readonly value: Value;
  readonly unserializable: Unserializable | null;
}

export function settle(exported: Value, run: Run): Settled {
  const settling = new Settling(run);
  return { value: settling.settle(exported, ""), unserializable: settling.unserializable };
}

class Settling {
  readonly #run: Run;
  readonly #done = new Set<Value>();
  /** The objects and lists that the current one is in. */
  readonly #around = new Set<Value>();
  #unserializable: Unserializable | null = null;

  constructor(run: Run) {
    this.#run = run;
  }

  get unserializable(): Unserializable | null {
    return this.#unserializable;
  }

  settle(value: Value, key: string): Value {
    const run = this.#run;
    run.step();
    const shown = inJson(value, key, run);
    if (shown.kind === "constant" && typeof shown.value === "bigint") {
      this.#unserializable ??= { node: shown.origin.at, reason: "bigint" };
    }
    if (shown.kind !== "object" && shown.kind !== "list") return shown;
    if (this.#around.has(shown)) this.#unserializable ??= { node: shown.origin.at, reason: "cycle" };
    if (this.#done.has(shown)) return shown;
    this.#done.add(shown);
    this.#around.add(shown);
    run.nested(() => (shown.kind === "object" ? this.#settleMembers(shown) : this.#settleElements(shown)));
    this.#around.delete(shown);
    return shown;
  }

  #settleElements(list: ListValue): void {
    for (const [index, element] of list.elements.entries()) list.elements[index] = this.settle(element, String(index));
  }

  #settleMembers(object: ObjectValue): void {
    for (const member of [...object.members.values()]) {
      object.members.set(member.name, this.#settled(member, object));
    }
  }

  #settled(member: Member, object: ObjectValue): Member {
    const { name, origin, property, replaces, getter, value } = member;
    const { node, scope } = origin;
    if (!isAccessor(member)) return { ...member, value: this.#inMember(value, name) };
    const result = getter == null ? this.#run.constant(undefined, node, scope) : called(getter, object, [], this.#run);
    const shown = withListings(this.#inMember(result, name), listingsOf(object));
    return { name, origin, property, replaces, value: shown };
  }

  /** JSON leaves out members that hold a function or a symbol. */
  #inMember(value: Value, name: string): Value {
    const shown = this.settle(value, name);
    const isLeftOut = shown.kind === "function" || shown.kind === "class" || isSymbolOrFunction(shown);
    return isLeftOut ? { kind: "constant", value: undefined, origin: shown.origin, leftOut: shown } : shown;
  }
}

function isSymbolOrFunction(value: Value): boolean {
  return value.kind === "native" && value.name !== "process" && value.name !== "globalThis";
}

/** What a getter or a `toJSON` returns. One that does more may change what JSON has shown already. */
function called(method: FunctionValue, self: ObjectValue, values: readonly Value[], run: Run): Value {
  const { node, scope } = self.origin;
  if (!footprintOf(method.node.body).hasEffects)
    return run.call(method, { self, values, isComplete: true, node, scope });
  run.giveAway([method, self]);
  return run.unknown(node, scope);
}

/** What JSON shows in place of a value: what its `toJSON` returns. */
function inJson(value: Value, key: string, run: Run): Value {
  if (value.kind === "list" && value.isArguments) return run.unknown(value.origin.node, value.origin.scope);
  if (value.kind === "class" || value.kind === "function") {
    const { node, scope } = value.origin;
    const statics = value.kind === "class" ? value.statics : run.propertiesOf(value).statics;
    return mayHaveToJson(statics) ? run.unknown(node, scope) : value;
  }
  if (value.kind !== "object") return value;
  if (value.primitive != null) return value.primitive;
  if (!mayHaveToJson(value)) return value;
  const { node, scope } = value.origin;
  const method = getMember(value, "toJSON", { node, nameNode: node, scope, self: value }, run);
  if (method.kind === "function") return called(method, value, [run.primitive(key, node, scope)], run);
  return method.kind === "constant" || method.kind === "text" ? value : run.unknown(node, scope);
}

function mayHaveToJson(object: ObjectValue): boolean {
  for (const holder of chainOf(object)) {
    // What unknown code may have put there, or what an unknown class has.
    if (holder.members.has("toJSON") || (!holder.isClosed && holder !== object)) return true;
  }
  return object.isForgotten;
}
