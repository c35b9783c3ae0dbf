/** Which ways through the file the deployment's variables leave open. */
import type { Effect } from "../../../../src/auth-config/evaluate/effects.js";
import type { Identity } from "../../../../src/auth-config/evaluate/identity.js";
import type { Way } from "../../../../src/auth-config/evaluate/path.js";
import { NOT_KNOWN } from "../../../../src/auth-config/evaluate/valuation.js";
import { isClientIdVariable } from "../../../../src/platform/workos.js";
import type { Variables } from "./variables.js";

/** A run over the file, as far as it decides whether Convex's own run takes the same way. */
export interface Run {
  readonly way: Way;
  readonly effects: readonly Effect[];
}

/**
 * Whether Convex takes a way through the file, or throws on it.
 *
 * - `certain`: the variables that are given answer all of its conditions.
 * - `excluded`: they answer one of them otherwise.
 */
export type Standing = "certain" | "excluded" | "possible";

export function standingOf(run: Run, variables: Variables): Standing {
  const turns = turnsOf(run, variables);
  if (turns.includes("otherwise")) return "excluded";
  return turns.includes("unknown") ? "possible" : "certain";
}

/** Whether a condition turns out under these variables as it did on a way. */
type Turn = "otherwise" | "same" | "unknown";

function turnsOf({ way, effects }: Run, variables: Variables): readonly Turn[] {
  const reads = firstReads(effects);
  return [...way.answers].map(([condition, answer]) => {
    // The file throws for a variable that it needs and that is not set: that is judged on this way.
    if (condition.kind === "presence" && answer && reads.get(condition.name) !== "optional") return "same";
    const result = variables.valuate(condition);
    if (result === NOT_KNOWN) return "unknown";
    return Boolean(result) === answer ? "same" : "otherwise";
  });
}

/** Whether Convex may leave a way where it was not followed. */
export function mayLeave(run: Run, runs: readonly Run[], variables: Variables): boolean {
  const turns = turnsOf(run, variables);
  const end = turns.indexOf("otherwise");
  if (end >= 0 && !runs.some((other) => branchesOff(other, run, end))) return true;
  const conditions = [...run.way.answers.keys()].slice(0, end < 0 ? turns.length : end);
  return conditions.some(
    (condition, index) => turns[index] === "unknown" && isUnopposed(condition, run) && mayBeAsked(condition, variables),
  );
}

/** Whether a way is the same as another one up to a condition, which turns out otherwise. */
function branchesOff(other: Run, { way }: Run, index: number): boolean {
  const answers = [...other.way.answers];
  return [...way.answers].slice(0, index + 1).every(([condition, answer], position) => {
    const [otherCondition, otherAnswer] = answers[position] ?? [];
    return otherCondition === condition && (otherAnswer === answer) === position < index;
  });
}

function isUnopposed(condition: Identity, { way }: Run): boolean {
  // The model takes for granted that a client ID is set, even where the file catches that it is not.
  return way.unopposed.has(condition) || (condition.kind === "presence" && isClientIdVariable(condition.name));
}

/** Whether the file gets as far as a condition: reading a variable that is not set throws. */
function mayBeAsked({ sources }: Identity, variables: Variables): boolean {
  return sources?.every((source) => source.kind !== "env" || variables.isSet(source.name) !== false) !== false;
}

/** The first variable without which the file throws, and that is not set. */
export function unsetVariable(effects: readonly Effect[], variables: Variables): string | null {
  const reads = [...firstReads(effects)];
  const [name] = reads.find(([each, need]) => need === "required" && variables.isSet(each) === false) ?? [];
  return name ?? null;
}

/** How each variable is read for the first time: what comes after that depends on the outcome. */
function firstReads(effects: readonly Effect[]): ReadonlyMap<string, "optional" | "required"> {
  const reads = new Map<string, "optional" | "required">();
  for (const effect of effects) {
    if (effect.kind !== "env-read" || reads.has(effect.name)) continue;
    reads.set(effect.name, effect.isOptional ? "optional" : "required");
  }
  return reads;
}

/** A variable that the file reads and that is empty: the model knows no such variables, and has taken the way of one with a value. */
export function emptyVariable(runs: readonly Run[], variables: Variables): string | null {
  const names = runs.flatMap(({ effects }) => [...firstReads(effects).keys()]);
  return names.find((name) => variables.isEmpty(name)) ?? null;
}
