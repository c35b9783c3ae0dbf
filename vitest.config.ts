import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,js}"],
    globalSetup: "tests/build-once.ts",
    // All cores: vitest's own choice leaves one idle, which is half of a small machine.
    maxWorkers: "100%",
    // Some tests start ESLint, TypeScript or the built command in a process of its own.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      // The pattern also means its `src`, most of which runs in a browser.
      exclude: ["playground/**"],
      reporter: [["text", { skipFull: true }], "html"],
      thresholds: { statements: 97, branches: 95, functions: 98, lines: 98 },
    },
  },
});
