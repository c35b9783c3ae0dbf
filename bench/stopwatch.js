/** Adds up the time that some work takes, each time that it is done. */
export class Stopwatch {
  #now;
  #total = 0;

  /** @param {() => number} now milliseconds */
  constructor(now) {
    this.#now = now;
  }

  /**
   * The same work, timed. An exception ends the measurement with it.
   *
   * @template {unknown[]} Values
   * @template Result
   * @param {(...values: Values) => Result} work
   * @returns {(...values: Values) => Result}
   */
  around(work) {
    return (...values) => {
      const start = this.#now();
      const result = work(...values);
      this.#total += this.#now() - start;
      return result;
    };
  }

  /** The milliseconds since the last time that this was asked for. */
  take() {
    const total = this.#total;
    this.#total = 0;
    return total;
  }
}
