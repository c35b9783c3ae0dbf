import { isHeld, listingsOf, unionOf, withListings } from "../values.js";
import type { UnknownValue, Value } from "../values.js";
import type { Call } from "./calls.js";
import type { Run } from "./run.js";

/**
 * What comes back from code that cannot be seen. It may change whatever it can reach with its arguments, call the functions among it, keep
 * all of it for later, and throw. Asked twice with equal arguments it is taken to answer the same.
 */
export function callUnknownCode(
  callee: Value,
  { self, values, node, scope, isComplete }: Call,
  run: Run,
): UnknownValue {
  const sources = [callee, self, ...values];
  if (sources.some(isHeld)) run.leftOut.add(node);
  // `globalThis.fetch()` does not change what it is a method of.
  run.giveAway(self.kind === "native" ? [callee, ...values] : sources);
  const isComparable = isComplete && callee.kind === "unknown" && !values.some(isHeld);
  const identity = isComparable
    ? run.identities.call(
        callee.identity,
        values.map((value) => run.identityOf(value)),
      )
    : run.identities.fresh();
  return withListings(run.unknown(node, scope, { identity }), unionOf(sources.map((value) => listingsOf(value))));
}
