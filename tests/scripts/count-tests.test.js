import { describe, expect, it } from "vitest";
import { countTests } from "../../scripts/count-tests.js";

function report(changes) {
  return { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...changes };
}

describe("countTests", () => {
  it("counts what passed", () => {
    expect(countTests(report({}), true)).toEqual({ passed: 5, failed: 0, skipped: 0 });
  });

  it("counts what was left out", () => {
    expect(countTests(report({ numPendingTests: 2, numTodoTests: 1 }), true)).toEqual({
      passed: 5,
      failed: 0,
      skipped: 3,
    });
  });

  it("counts a failed test once, not its file as well", () => {
    const testResults = [{ status: "failed", assertionResults: [{ status: "passed" }, { status: "failed" }] }];
    expect(countTests(report({ numFailedTests: 1, testResults }), false)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it("counts a file that could not be loaded", () => {
    const testResults = [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{ status: "passed" }] },
      { status: "passed", assertionResults: [{ status: "passed" }] },
    ];
    expect(countTests(report({ testResults }), false)).toEqual({ passed: 5, failed: 2, skipped: 0 });
  });

  it("counts a failure that no test stands for", () => {
    expect(countTests(report({}), false)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it("counts a crash", () => {
    expect(countTests(null, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
