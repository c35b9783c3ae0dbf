import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/{docs,doctor,platform,scripts}/**/*.test.{ts,js}", "tests/proof/equivalence.test.ts", "tests/rules/{ownership,valid-jwks,no-workos-oidc-provider,require-default-export}.test.ts"],
    globalSetup: "tests/build-once.ts",
    // Some tests start ESLint, TypeScript or the built command in a process of its own.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: ["text", "html"],
    },
  },
});
