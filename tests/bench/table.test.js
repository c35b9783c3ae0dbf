import { describe, expect, it } from "vitest";
import { formatRatio, formatTime, renderTable } from "../../bench/table.js";

describe("formatTime", () => {
  it.each([
    [0.0001234, "0.123 µs"],
    [0.5, "500 µs"],
    [0.9994, "999 µs"],
    [0.9996, "1 ms"],
    [12.345, "12.3 ms"],
    [999.4, "999 ms"],
    [999.6, "1 s"],
    [12_345, "12.3 s"],
    [1_234_567, "1235 s"],
    [-12.345, "-12.3 ms"],
  ])("%d ms", (milliseconds, expected) => {
    expect(formatTime(milliseconds)).toBe(expected);
  });
});

describe("formatRatio", () => {
  it.each([
    [0.04321, "4.3 %"],
    [1, "100.0 %"],
  ])("%d", (ratio, expected) => {
    expect(formatRatio(ratio)).toBe(expected);
  });
});

describe("renderTable", () => {
  const row = {
    what: "this",
    time: 1.5,
    beside: "that",
    timeBeside: 30,
    ratio: 0.05,
    middleHalf: [0.04, 0.0612],
    atMost: 0.1,
  };

  function lastCells(changes) {
    return renderTable([{ ...row, ...changes }])
      .split("\n")
      .at(-1)
      ?.split(" | ")
      .slice(-4)
      .join(" | ");
  }

  it("writes a line for each row", () => {
    expect(renderTable([row, { ...row, what: "more", atMost: null }]))
      .toBe(`| what | time | beside | its time | ratio | middle half | target |  |
| --- | --: | --- | --: | --: | --: | --: | --- |
| this | 1.5 ms | that | 30 ms | 5.0 % | 4.0 – 6.1 | at most 10.0 % | met |
| more | 1.5 ms | that | 30 ms | 5.0 % | 4.0 – 6.1 | – | – |`);
  });

  it("says nothing of targets where there are none", () => {
    expect(renderTable([{ ...row, atMost: null }])).toBe(`| what | time | beside | its time | ratio | middle half |
| --- | --: | --- | --: | --: | --: |
| this | 1.5 ms | that | 30 ms | 5.0 % | 4.0 – 6.1 |`);
  });

  it("compares with the target what is shown", () => {
    expect(lastCells({ ratio: 1.0104, atMost: 1.01 })).toBe("101.0 % | 4.0 – 6.1 | at most 101.0 % | met |");
    expect(lastCells({ ratio: 1.0106, atMost: 1.01 })).toBe("101.1 % | 4.0 – 6.1 | at most 101.0 % | missed |");
  });

  it("does not call a target met that was not measured", () => {
    expect(lastCells({ ratio: NaN })).toBe("NaN % | 4.0 – 6.1 | at most 10.0 % | missed |");
  });
});
