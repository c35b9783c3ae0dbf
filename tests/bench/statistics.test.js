import { describe, expect, it } from "vitest";
import { compare, median, quantile, takeTurns } from "../../bench/statistics.js";

describe("median", () => {
  it.each([
    [[3], 3],
    [[9, 1, 2], 2],
    [[10, 9, 1, 2], 5.5],
    [[1, 1, 1, 1000], 1],
    [[], NaN],
  ])("of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it("leaves the values as they are", () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("quantile", () => {
  it.each([
    [0, 10],
    [0.25, 15],
    [0.5, 20],
    [1, 30],
  ])("%d", (share, expected) => {
    expect(quantile([30, 10, 20], share)).toBe(expected);
  });
});

describe("compare", () => {
  it("takes the ratio of each round, which noise that hits both leaves alone", () => {
    expect(compare([1, 50, 3], [2, 100, 12])).toEqual({
      time: 3,
      timeBeside: 12,
      ratio: 0.5,
      middleHalf: [0.375, 0.5],
    });
  });
});

describe("takeTurns", () => {
  it("changes the order with each round", async () => {
    const turns = [];
    const values = await takeTurns(3, {
      a: (round) => turns.push(`a${round}`),
      b: async (round) => turns.push(`b${round}`),
    });
    expect(turns).toEqual(["a0", "b0", "b1", "a1", "a2", "b2"]);
    expect(values).toEqual({ a: [1, 4, 5], b: [2, 3, 6] });
  });
});
