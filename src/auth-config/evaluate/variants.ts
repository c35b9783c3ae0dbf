/** Runs a module once for each way through it that its free conditions allow. */
import type { Identity } from "./identity.js";
import { CHEAP_STEPS, MAX_COST_OF_RUNS, MAX_RUNS, maxSteps } from "./limits.js";
import { runModule } from "./module.js";
import type { Outcome } from "./module.js";
import { Path, STRAIGHT_ON } from "./path.js";
import type { Detour, Way } from "./path.js";
import type { Budget } from "./run.js";
import type { Source } from "./source.js";

export interface Run {
  readonly outcome: Outcome;
  readonly way: Way;
}

export interface Exploration {
  readonly runs: readonly Run[];
  /** False where limits left out some ways. */
  readonly isExhaustive: boolean;
}

/**
 * Takes each way through a module. Those that answer some condition for the first time come first, so that the limits cost combinations
 * before they cost an arm.
 */
export function runVariants(source: Source): Exploration {
  const limit = maxSteps(source.text);
  const budget: Budget = { steps: limit };
  const runs: Run[] = [];
  const pending = new Detours();
  let affordable = limit;
  for (let detour: Detour | undefined = STRAIGHT_ON; detour != null; detour = pending.next()) {
    if (runs.length >= MAX_RUNS || limit - budget.steps > affordable) return { runs, isExhaustive: false };
    const path = new Path(detour);
    const outcome = runModule(source, path, budget);
    runs.push({ outcome, way: path.way });
    if (outcome.kind === "gave-up") return { runs, isExhaustive: false };
    if (runs.length === 1) affordable = Math.max(CHEAP_STEPS, (limit - budget.steps) * MAX_COST_OF_RUNS);
    pending.add(path);
  }
  return { runs, isExhaustive: true };
}

/** The ways that are yet to be taken. */
class Detours {
  readonly #pending: Detour[] = [];
  /** The conditions that were answered with no on some way. */
  readonly #denied = new Set<Identity>();

  add(path: Path): void {
    for (const [condition, answer] of path.way.answers) if (!answer) this.#denied.add(condition);
    this.#pending.push(...path.detours);
  }

  /** The first one that answers a condition anew, otherwise the first of all. */
  next(): Detour | undefined {
    const fresh = this.#pending.findIndex(({ turn }) => turn != null && !this.#denied.has(turn));
    const [detour] = this.#pending.splice(Math.max(fresh, 0), 1);
    return detour;
  }
}
