import type { Judgement, Outcome, Verdict } from "../../verdict.js";

/** A judgement with nothing but its headline. */
export function plainJudgement(outcome: Outcome, headline: string): Judgement {
  return { outcome, headline, advice: null, providers: [], convexSays: [] };
}

/** A verdict that holds on all ways through the file. */
export function alone(judgement: Judgement): Omit<Verdict, "isOutOfTime"> {
  return { ...judgement, notes: [], alternatives: [] };
}
