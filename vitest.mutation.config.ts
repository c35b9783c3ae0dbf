import { defineConfig } from "vitest/config";

const folder = process.env["MUTATION_TESTS"];
if (folder === undefined) throw new Error("Run `npm run mutation`: it says which tests belong to which folder.");

/** The tests that mutation testing repeats: those of one folder, without what is generated. */
export default defineConfig({
  test: {
    include: [`${folder}/**/*.test.ts`],
    exclude: ["tests/rules/repair-properties.test.ts"],
    // One worker for all files: to load the parser anew for each takes longer than the tests.
    isolate: false,
    testTimeout: 60_000,
  },
});
