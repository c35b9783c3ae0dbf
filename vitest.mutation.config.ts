import { defineConfig } from "vitest/config";

const folders = process.env["MUTATION_TESTS"]?.split(" ");
if (folders === undefined)
  throw new Error(
    "Run `npm run mutation`: it says which tests belong to which folder.",
  );

/** The tests that mutation testing repeats: those of some folders, without what is generated. */
export default defineConfig({
  test: {
    include: folders.map((folder) => `${folder}/**/*.test.ts`),
    exclude: ["tests/rules/repair-properties.test.ts"],
    // One worker for all files: to load the parser anew for each takes longer than the tests.
    isolate: false,
    testTimeout: 60_000,
  },
});
