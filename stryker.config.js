/**
 * Mutation testing, run by `npm run mutation`. Not part of `npm test`: it takes hours.
 *
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts" },
  coverageAnalysis: "perTest",
  // Which test reaches which of thousands of changes is a table of millions.
  testRunnerNodeArgs: ["--max-old-space-size=8192"],
  // What runs while a module is loaded, such as a table of messages, would need every test again for each change.
  ignoreStatic: true,
  incremental: true,
  reporters: ["clear-text", "progress-append-only", "html"],
  htmlReporter: { fileName: "coverage/mutation.html" },
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  tempDirName: "coverage/stryker",
  thresholds: { high: 95, low: 90, break: 90 },
};
