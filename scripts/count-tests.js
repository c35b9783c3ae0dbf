/**
 * Counts what vitest ran, from the report of its JSON reporter. A file that could not be loaded, or
 * whose set-up failed, counts as one failure; so does a run that failed with no test to show for it
 * (coverage, an error outside of a test) or that left no report at all.
 *
 * @param {{
 *   numPassedTests: number,
 *   numFailedTests: number,
 *   numPendingTests: number,
 *   numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[],
 * } | null} report
 * @param {boolean} succeeded whether vitest exited with 0
 */
export function countTests(report, succeeded) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
