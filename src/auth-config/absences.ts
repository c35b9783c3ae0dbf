/**
 * What a file makes of a variable that is not set, where it swallows the error. A member that holds the variable, and nothing in its place
 * without it, asks for the variable: it is judged where the variable is set, and left open where it is not.
 */
import type { Node } from "./ast.js";
import type { Way } from "./evaluate/path.js";
import { leaveOpen } from "./leave-open.js";
import type { ObjectValue, Value } from "./values.js";

/** The members that hold optional variables: for each variable, the places at which they are written. */
export type Demands = ReadonlyMap<string, ReadonlySet<Node>>;

export function demandsOf(objects: Iterable<ObjectValue>): Demands {
  const demands = new Map<string, Set<Node>>();
  for (const { members } of objects) {
    for (const { origin, value } of members.values()) {
      for (const name of optionalVariables(value)) {
        const places = demands.get(name) ?? new Set();
        demands.set(name, places.add(origin.node));
      }
    }
  }
  return demands;
}

function optionalVariables(value: Value): readonly string[] {
  if (value.kind !== "text") return [];
  return value.parts.flatMap((part) => (part.kind === "env" && part.isOptional ? [part.name] : []));
}

/** An object on a way through the file: without the members that ask for a variable which is not set there. */
export function withoutAbsences(object: ObjectValue, { answers }: Way, demands: Demands): ObjectValue {
  if (demands.size === 0) return object;
  const absent = [...answers].flatMap(([condition, answer]) =>
    condition.kind === "presence" && !answer ? [...(demands.get(condition.name) ?? [])] : [],
  );
  const places = new Set(absent);
  return leaveOpen(object, ({ origin }) => places.has(origin.node));
}
