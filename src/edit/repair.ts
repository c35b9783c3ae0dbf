/** What a repair is: edits of the text, and the parts of the model that they are meant for. */
import type { Node } from "../auth-config/ast.js";
import type { ListValue, ObjectValue } from "../auth-config/values.js";

export interface TextEdit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** A node that an edit changes, and the part of the model that the edit is meant for. */
export interface EditedPlace {
  readonly node: Node;
  readonly owner: ListValue | ObjectValue;
  /** The name of a member; empty for the owner as a whole. */
  readonly name: string;
}

export interface Repair {
  readonly edits: readonly TextEdit[];
  /** Other providers may share the text of these places. */
  readonly places: readonly EditedPlace[];
}

/** Ways to make one repair, best first; empty where the text cannot be edited. */
export type RepairOptions = readonly Repair[];

/** The repair of what is right already, to be combined with others. */
export const NOTHING_TO_DO: RepairOptions = [{ edits: [], places: [] }];

/** Joins repairs that belong together: with the best option of each, or not at all. */
export function combine(...parts: readonly RepairOptions[]): RepairOptions {
  const [first = [], ...others] = parts;
  const best = others.flatMap(([option]) => option ?? []);
  if (best.length < others.length) return [];
  return first.flatMap((option) => joined([option, ...best]));
}

/** One repair that makes the edits of several, or none where their edits overlap. */
function joined(repairs: readonly Repair[]): RepairOptions {
  const edits = repairs
    .flatMap((repair) => repair.edits)
    .toSorted((left, right) => left.range[0] - right.range[0] || left.range[1] - right.range[1]);
  let end = 0;
  for (const { range } of edits) {
    if (range[0] < end) return [];
    [, end] = range;
  }
  return [{ edits, places: repairs.flatMap((repair) => repair.places) }];
}
