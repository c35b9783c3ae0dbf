import { isHeld } from "../values.js";
import type { Value } from "../values.js";
import { safePattern } from "./calculate.js";
import type { Call } from "./calls.js";
import { MAX_PATTERN_INPUT } from "./limits.js";
import type { Run } from "./run.js";
import { knownPrimitive } from "./text.js";

/** `/x/.test(text)`. One with the flag `g` or `y` remembers where it stopped, so that it is not run. */
export function testPattern({ self, values, node, scope }: Call, run: Run): Value {
  const [value] = values;
  const unknown = (): Value => run.unknown(node, scope, { type: "boolean" });
  if (self.kind !== "pattern" || value == null) return unknown();
  if (isHeld(value)) run.giveAway([value]);
  const known = knownPrimitive(value);
  const pattern = /[gy]/u.test(self.flags) ? null : safePattern(self.source, self.flags);
  const text = known == null ? null : String(known.value);
  if (pattern == null || text == null || text.length > MAX_PATTERN_INPUT) return unknown();
  return run.constant(pattern.test(text), node, scope);
}
