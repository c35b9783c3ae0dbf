import { expect, it } from "vitest";
import { Stopwatch } from "../../bench/stopwatch.js";

it("adds up the time of some work, hands its values through, and starts anew when asked", () => {
  let now = 0;
  const stopwatch = new Stopwatch(() => now);
  const work = stopwatch.around((left, right) => {
    now += left * right;
    return left + right;
  });
  expect(work(2, 3)).toBe(5);
  now += 100;
  expect(work(1, 4)).toBe(5);
  expect(stopwatch.take()).toBe(10);
  expect(stopwatch.take()).toBe(0);
});
