/**
 * The value below which a share of the values lies, between two of them where need be. NaN where there are none.
 *
 * @param {readonly number[]} values
 * @param {number} share from 0 to 1
 */
export function quantile(values, share) {
  const sorted = values.toSorted((left, right) => left - right);
  const place = (sorted.length - 1) * share;
  const [below = NaN, above = NaN] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place % 1);
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/**
 * Two things that took turns. The ratio is the median of the ratios of each round and not the ratio of the medians: both times of a
 * round met the same noise. The middle half of these ratios tells how much noise is left.
 *
 * @param {readonly number[]} times
 * @param {readonly number[]} timesBeside one for each of the times
 */
export function compare(times, timesBeside) {
  const ratios = times.map((time, round) => time / (timesBeside[round] ?? NaN));
  return {
    time: median(times),
    timeBeside: median(timesBeside),
    ratio: median(ratios),
    middleHalf: /** @type {[number, number]} */ ([quantile(ratios, 0.25), quantile(ratios, 0.75)]),
  };
}

/**
 * Takes turns (A B C, C B A, A B C …), so that whatever else the machine does hits all subjects alike.
 *
 * @template {string} Name
 * @template Value
 * @param {number} rounds
 * @param {Record<Name, (round: number) => Value | Promise<Value>>} subjects
 * @returns {Promise<Record<Name, Value[]>>} what each of them gave, by round
 */
export async function takeTurns(rounds, subjects) {
  const names = /** @type {Name[]} */ (Object.keys(subjects));
  /** @type {[Name, Value[]][]} */
  const lists = names.map((name) => [name, []]);
  const values = /** @type {Record<Name, Value[]>} */ (Object.fromEntries(lists));
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) values[name].push(await subjects[name](round));
  }
  return values;
}
