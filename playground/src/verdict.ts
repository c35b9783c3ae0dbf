/** What the page says about a token: plain data, because a worker sends it. No text in it holds a secret or says whose the token is. */
import type { Range } from "./app.js";

/**
 * What Convex does with the token, as far as the files tell.
 *
 * - `accepted-if`: under an assumption about a variable whose value is not given here.
 * - `refused-push`: the file never gets into the deployment, which goes on with what it had before.
 * - `cannot-say`: what decides cannot be read here.
 */
export type Outcome = "accepted" | "accepted-if" | "cannot-say" | "refused-push" | "rejected";

/**
 * What one provider does with the token.
 *
 * - `not-reached`: an earlier one matched, and Convex tries no later one.
 * - `keys-missing`: it matches, and the keys at its `jwks` do not verify the token's signature.
 * - `refused`: Convex refuses the push because of this provider.
 */
export type ProviderOutcome =
  | "algorithm-differs"
  | "audience-differs"
  | "audience-missing"
  | "issuer-differs"
  | "keys-missing"
  | "not-reached"
  | "refused"
  | "takes"
  | "takes-if"
  | "unreadable";

/** What to change, and where. */
export interface Advice {
  readonly text: string;
  /** The rule whose page explains it. */
  readonly rule: string | null;
  /** A command for the terminal, to copy. */
  readonly command: string | null;
  /** The smallest span of auth.config to edit. */
  readonly range: Range | null;
}

export interface ProviderVerdict {
  /** From 0, as Convex counts. */
  readonly index: number;
  readonly issuer: string;
  readonly outcome: ProviderOutcome;
  /** What – why. */
  readonly why: string;
  /** Null where there is nothing to change. */
  readonly advice: Advice | null;
  /** The smallest span of auth.config that decides. */
  readonly range: Range | null;
}

/** Convex's own words, to compare with a log. */
export interface ConvexWords {
  readonly where: "development" | "production" | "push";
  readonly text: string;
}

export interface Judgement {
  readonly outcome: Outcome;
  readonly headline: string;
  /** The one thing to change first. */
  readonly advice: Advice | null;
  readonly providers: readonly ProviderVerdict[];
  readonly convexSays: readonly ConvexWords[];
}

export interface Verdict extends Judgement {
  /** Whether Convex rejects the token at this time, whatever the files say. */
  readonly isOutOfTime: boolean;
  /** What holds whatever the providers say: an expired token, what is not checked here. */
  readonly notes: readonly string[];
  /** Where a condition decides that this page cannot decide: one for each outcome, or for each manner in which they all come to the same. */
  readonly alternatives: readonly Judgement[];
}
