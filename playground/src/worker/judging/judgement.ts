import type { Judgement, Outcome } from "../../verdict.js";

/** A judgement with nothing but its headline. */
export function plainJudgement(outcome: Outcome, headline: string): Judgement {
  return { outcome, headline, advice: null, providers: [], convexSays: [] };
}
