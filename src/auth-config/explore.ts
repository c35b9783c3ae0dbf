/** Enough for every combination that a person writes; each further condition costs one more run over the file. */
const MAX_VARIANTS = 64;

/** Answers a condition that the text does not decide. The same key gets the same answer throughout a variant. */
export type Decide = (key: string) => boolean;

/** Keys of the form `subject === value`: a subject equals at most one value at a time. */
const EQUALITY = " === ";

function excludedByEquality(key: string, taken: ReadonlyMap<string, boolean>): boolean {
  const split = key.lastIndexOf(EQUALITY);
  if (split < 0) return false;
  const subject = key.slice(0, split + EQUALITY.length);
  for (const [other, answer] of taken) if (answer && other.startsWith(subject)) return true;
  return false;
}

/** The key of a comparison of something unknown with a constant. */
export function equalityKey(subject: string, constant: string): string {
  return subject + EQUALITY + constant;
}

/**
 * Runs a deterministic function once for each way in which undecided conditions can turn out, each arm at least once.
 * Values that depend on one condition stay together, since each run is a whole of its own.
 *
 * Conditions are flipped one at a time before they are combined, so the limit costs combinations, never an arm.
 */
export function explore(run: (decide: Decide) => boolean): void {
  const pending: ReadonlyMap<string, boolean>[] = [new Map()];
  let planned = 1;
  for (let assumed = pending.shift(); assumed != null; assumed = pending.shift()) {
    const taken = new Map(assumed);
    const decide: Decide = (key) => {
      const known = taken.get(key);
      if (known !== undefined) return known;
      if (excludedByEquality(key, taken)) {
        taken.set(key, false);
        return false;
      }
      if (planned < MAX_VARIANTS) {
        planned += 1;
        pending.push(new Map(taken).set(key, false));
      }
      taken.set(key, true);
      return true;
    };
    if (!run(decide)) return;
  }
}
