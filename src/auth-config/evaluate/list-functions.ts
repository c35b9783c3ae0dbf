/** `Array.from`, `Array.isArray` and `Array.of`. */
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import type { ObjectValue, Value } from "../values.js";
import type { Call } from "./calls.js";
import { newList } from "./containers.js";
import { MAX_LIST_LENGTH } from "./limits.js";
import { callListMethod, made } from "./list-methods.js";
import type { Native } from "./natives.js";
import { elementsOf } from "./objects-and-lists.js";
import type { Run } from "./run.js";
import { knownPrimitive } from "./text.js";

export const LIST_FUNCTIONS: readonly (readonly [string, Native])[] = [
  ["Array.from", from],
  ["Array.isArray", isArray],
  ["Array.of", (call, run) => made(call.values, call, run)],
];

function from(call: Call, run: Run): Value {
  const { node, scope, values } = call;
  const [source, callback] = values;
  const elements = source == null ? null : elementsOfAny(source, node, scope, run);
  if (elements == null) {
    run.giveAway(values);
    return run.unknown(node, scope);
  }
  const list = newList(run.origin(node, scope), elements);
  if (callback == null) return list;
  return callListMethod("map", list, { ...call, values: values.slice(1) }, run);
}

/** `Array.from` takes objects with a length, and finds nothing in other values that nothing can iterate over. */
function elementsOfAny(source: Value, node: Node, scope: Scope, run: Run): readonly Value[] | null {
  if (source.kind === "object") return arrayLike(source, node, scope, run);
  return source.kind === "constant" && source.value != null ? [] : elementsOf(source, node, scope, run);
}

/** `{ length: 2 }`. */
function arrayLike(source: ObjectValue, node: Node, scope: Scope, run: Run): readonly Value[] | null {
  if (!source.isClosed) return null;
  const length = source.members.get("length")?.value;
  const known = length == null ? null : knownPrimitive(length);
  const count = Number(known?.value);
  if (known == null || source.members.size > 1 || !(count <= MAX_LIST_LENGTH)) return null;
  return Array.from({ length: count }, () => run.constant(undefined, node, scope));
}

function isArray({ values, node, scope }: Call, run: Run): Value {
  const [value] = values;
  if (value?.kind === "list") return run.constant(!value.isArguments, node, scope);
  if (value?.kind !== "unknown") return run.constant(false, node, scope);
  return run.unknown(node, scope, { type: "boolean" });
}
