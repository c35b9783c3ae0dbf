/**
 * typescript-eslint set up already, before and after our preset.
 *
 * A file of its own: typescript-eslint remembers every folder whose configuration it saw, for as long as the process lives, and wants to be
 * told the right one once there were two.
 */
import { describe, expect, it } from "vitest";
import { lint, ours, report, reportJs } from "./broken-project.js";
import { versions } from "./project.js";
import type { HostResult } from "./project.js";

const packages = ["typescript-eslint", "typescript"];

const imports = `import convexAuthkit from "eslint-plugin-convex-authkit";
import tseslint from "typescript-eslint";
`;

const root = "{ languageOptions: { parserOptions: { tsconfigRootDir: import.meta.dirname } } }";

function expectSquiggles(results: Map<string, HostResult>): void {
  expect(ours(results.get("convex/auth.config.ts"))).toEqual([report]);
  expect(ours(results.get("packages/backend/convex/auth.config.js"))).toEqual([reportJs]);
}

describe.each(versions)("%s", (version) => {
  it.each([
    ["recommended, before ours", "...tseslint.configs.recommended, ...convexAuthkit.configs.recommended"],
    ["recommended, after ours", "...convexAuthkit.configs.recommended, ...tseslint.configs.recommended"],
    [
      "strict and stylistic, before ours",
      "...tseslint.configs.strict, ...tseslint.configs.stylistic, ...convexAuthkit.configs.strict",
    ],
    [
      "strict and stylistic, after ours",
      "...convexAuthkit.configs.strict, ...tseslint.configs.strict, ...tseslint.configs.stylistic",
    ],
  ])("%s", async (_, configs) => {
    const results = await lint({ version, packages }, `${imports}export default [${configs}, ${root}];\n`);
    expectSquiggles(results);
    expect(results.get("convex/users.ts")?.messages.filter(({ fatal }) => fatal)).toEqual([]);
  });

  it.each(["before ours", "after ours"])("type-aware rules for TypeScript, %s", async (where) => {
    const typed = `...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ["**/*.ts"] })),
  { files: ["**/*.ts"], languageOptions: { parserOptions: { projectService: true } } }`;
    const own = "...convexAuthkit.configs.recommended";
    const configs = where === "before ours" ? [typed, own] : [own, typed];
    const promise = "const promise = Promise.resolve(1);\npromise;\nexport default promise;\n";
    const results = await lint(
      { version, packages },
      `${imports}export default [\n  ${[...configs, root].join(",\n  ")},\n];\n`,
      {
        "convex/other.ts": promise,
        "convex/nested/auth.config.ts": promise,
      },
    );
    expectSquiggles(results);
    // The rules of others still know types, also in files of our name.
    for (const path of ["convex/other.ts", "convex/nested/auth.config.ts"]) {
      expect(results.get(path)?.messages.map(({ ruleId }) => ruleId)).toContain(
        "@typescript-eslint/no-floating-promises",
      );
    }
  });

  it("several projects in one process, as in an editor", async () => {
    const config = `${imports}export default [
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ["**/*.ts"] })),
  { files: ["**/*.ts"], languageOptions: { parserOptions: { tsconfigRootDir: import.meta.dirname } } },
  ...convexAuthkit.configs.recommended,
];
`;
    await lint({ version, packages }, config);
    expectSquiggles(await lint({ version, packages }, config));
  });
});

it.each(["eslint9", "eslint"] as const)("%s: extends, beside its presets", async (version) => {
  const config = `import { defineConfig } from "eslint/config";
${imports}export default defineConfig({ extends: [tseslint.configs.recommended, convexAuthkit.configs.recommended] }, ${root});
`;
  expectSquiggles(await lint({ version, packages }, config));
});
