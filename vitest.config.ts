import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,js}"],
    globalSetup: "tests/build-once.ts",
    // Some tests start ESLint, TypeScript or the built command in a process of its own.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      // Two lines that only a process of its own can run: tests/doctor/bin.test.ts does.
      exclude: ["src/doctor/bin.ts"],
      reporter: ["text", "html"],
    },
  },
});
