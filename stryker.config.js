/**
 * Mutation testing: changes the source in small ways and expects a unit test to fail. Not part of `npm test`: it takes hours.
 *
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  mutate: ["src/{auth-config,edit,platform,rules}/**/*.ts"],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts" },
  coverageAnalysis: "perTest",
  // What runs while a module is loaded, such as a table of messages, would need every test again for each change.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: "coverage/mutation.json",
  htmlReporter: { fileName: "coverage/mutation.html" },
  reporters: ["clear-text", "progress", "html"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: "coverage/stryker",
  thresholds: { high: 95, low: 90, break: 90 },
};
