/**
 * What a file may cost. Each limit is far above what a person writes and far below a noticeable pause; beyond it the answer is "unknown",
 * never a guess.
 */

/** Evaluated nodes over all runs: enough to run every character of a file twice, and for loops and calls in a short one. */
export function maxSteps(text: string): number {
  return 20_000 + 2 * text.length;
}

/** Nested evaluations; deeper code gives the whole run up, so that no statement is skipped. Keeps clear of the host's stack. */
export const MAX_DEPTH = 400;

/** Runs over one file, one for each combination of answers to its free conditions. */
export const MAX_RUNS = 64;

/** What all runs of one file may cost together, in multiples of the first one: keeps a large file near the cost of parsing it. */
export const MAX_COST_OF_RUNS = 8;

/** Evaluated nodes below which the limit above does not apply. */
export const CHEAP_STEPS = 4000;

export const MAX_LIST_LENGTH = 20_000;

/** Parts and characters of one string: longer ones are no URL, and repeated doubling stays linear. */
export const MAX_PARTS = 200;
export const MAX_CHARACTERS = 20_000;

/** The largest BigInt that is calculated with. */
export const MAX_BIGINT = 2n ** 64n;

/** How many ways to write one value are remembered: each further one is a constant that holds a constant. */
export const MAX_SPELLINGS = 16;

/** Longest input of a regular expression. */
export const MAX_PATTERN_INPUT = 200;

/** Imports and variables that one condition, and those it is connected with, may depend on. */
export const MAX_SOURCES = 3;

/** Values that are tried to find out whether a condition can turn out otherwise. */
export const MAX_ATTEMPTS = 600;

/** Operations in one identity: a longer computation is not compared with others. */
export const MAX_IDENTITY_SIZE = 60;
