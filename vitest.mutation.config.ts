import { defineConfig } from "vitest/config";

/** The tests that mutation testing repeats: those that are quick and start no process. */
export default defineConfig({
  test: {
    include: ["tests/{auth-config,edit,platform,plugin,rules}/**/*.test.ts"],
    exclude: ["tests/rules/repair-properties.test.ts"],
    testTimeout: 60_000,
  },
});
