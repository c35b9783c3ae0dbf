/** What users have besides: other presets before and after ours, other parsers, other ways to write the configuration. */
import { describe, expect, it } from "vitest";
import { brokenJs, lint, ours, report, reportJs, sound } from "./broken-project.js";
import { versions } from "./project.js";

describe.each(versions)("%s", (version) => {
  describe("nothing else set up", () => {
    it("squiggles in TypeScript and JavaScript", async () => {
      const results = await lint(
        { version },
        `import convexAuthkit from "eslint-plugin-convex-authkit";\nexport default [...convexAuthkit.configs.recommended];\n`,
      );
      expect(results.get("convex/auth.config.ts")?.reports).toEqual([report]);
      expect(results.get("packages/backend/convex/auth.config.js")?.reports).toEqual([reportJs]);
      expect(results.get("src/app.js")?.reports).toEqual([]);
    });

    // ESLint 9.15 has no `defineConfig` yet.
    it.runIf(version !== "eslint-9-15")("in an array of arrays", async () => {
      const results = await lint(
        { version },
        `import { defineConfig } from "eslint/config";\nimport convexAuthkit from "eslint-plugin-convex-authkit";\nexport default defineConfig([convexAuthkit.configs.recommended]);\n`,
      );
      expect(results.get("convex/auth.config.ts")?.reports).toEqual([report]);
    });

    it("repairs", async () => {
      const results = await lint(
        { version },
        `import convexAuthkit from "eslint-plugin-convex-authkit";\nexport default [...convexAuthkit.configs.strict];\n`,
        {},
        true,
      );
      expect(results.get("convex/auth.config.ts")).toMatchObject({ reports: [], output: sound });
    });

    it("obeys a user who changes the level of a rule", async () => {
      const results = await lint(
        { version },
        `import convexAuthkit from "eslint-plugin-convex-authkit";
export default [
  ...convexAuthkit.configs.recommended,
  { files: ["convex/**"], rules: { "convex-authkit/no-user-management-application-id": "warn" } },
  { files: ["packages/**"], rules: { "convex-authkit/no-user-management-application-id": "off" } },
];
`,
      );
      expect(results.get("convex/auth.config.ts")?.reports).toEqual([report.replace("error", "warning")]);
      expect(results.get("packages/backend/convex/auth.config.js")?.reports).toEqual([]);
    });

    it.each(["before", "after"])("shares the plugin with a user who names it %s the preset", async (where) => {
      const named = `{ plugins: { "convex-authkit": convexAuthkit }, rules: { "convex-authkit/no-env-fallback": "off" } }`;
      const spread = "...convexAuthkit.configs.recommended";
      const configs = where === "before" ? [named, spread] : [spread, named];
      const results = await lint(
        { version },
        `import convexAuthkit from "eslint-plugin-convex-authkit";\nexport default [${configs.join(", ")}];\n`,
      );
      expect(results.get("convex/auth.config.ts")?.reports).toEqual([report]);
    });

    it("hears settings", async () => {
      const customDomain = sound
        .replaceAll("https://api.workos.com/", "https://auth.example.com/")
        .replace("      applicationID: clientId,\n", "");
      const results = await lint(
        { version },
        `import convexAuthkit from "eslint-plugin-convex-authkit";
export default [
  ...convexAuthkit.configs.strict,
  { files: ["convex/**"], settings: { "convex-authkit": { tokensCarryAudience: true } } },
  { files: ["a/**"], settings: { "convex-authkit": { apiHostnames: ["auth.example.com"] } } },
];
`,
        {
          "a/convex/auth.config.ts": customDomain.replace("/sso/jwks/${clientId}", "/sso/jwks"),
          "b/convex/auth.config.ts": customDomain.replace("/sso/jwks/${clientId}", "/sso/jwks"),
        },
      );
      expect(results.get("convex/auth.config.ts")?.reports).toEqual([]);
      expect(results.get("packages/backend/convex/auth.config.js")?.reports).toEqual([reportJs]);
      expect(results.get("a/convex/auth.config.ts")?.reports).toEqual(["11:13-11:48 error valid-jwks, fix"]);
      expect(results.get("b/convex/auth.config.ts")?.reports).toEqual([]);
    });
  });

  describe("ESLint's own presets for every file", () => {
    it.each([
      ["before ours", "js.configs.recommended, ...convexAuthkit.configs.recommended"],
      ["after ours", "...convexAuthkit.configs.recommended, js.configs.recommended"],
    ])("%s", async (_, configs) => {
      const results = await lint(
        { version, packages: ["@eslint/js"] },
        `import js from "@eslint/js";\nimport convexAuthkit from "eslint-plugin-convex-authkit";\nexport default [${configs}];\n`,
      );
      expect(ours(results.get("convex/auth.config.ts"))).toEqual([report]);
    });
  });

  describe("a parser of the user's own", () => {
    it.each([
      [
        "espree, after ours",
        `...convexAuthkit.configs.recommended, { files: ["**/*.js"], languageOptions: { parser: espree } }`,
      ],
      [
        "espree, before ours",
        `{ files: ["**/*.js"], languageOptions: { parser: espree } }, ...convexAuthkit.configs.recommended`,
      ],
      [
        "espree for scripts",
        `...convexAuthkit.configs.recommended, { files: ["**/*.cjs", "**/legacy/**"], languageOptions: { parser: espree, sourceType: "commonjs" } }`,
      ],
    ])("%s", async (_, configs) => {
      const results = await lint(
        { version, packages: ["espree"] },
        `import * as espree from "espree";\nimport convexAuthkit from "eslint-plugin-convex-authkit";\nexport default [${configs}];\n`,
        { "legacy/convex/auth.config.js": brokenJs.replace("export default", "module.exports =") },
      );
      expect(results.get("packages/backend/convex/auth.config.js")?.reports).toEqual([reportJs]);
      expect(results.get("legacy/convex/auth.config.js")?.reports).toEqual([reportJs]);
      expect(results.get("convex/auth.config.ts")?.reports).toEqual([report]);
    });

    it("that repairs, too", async () => {
      const config = `import * as espree from "espree";\nimport convexAuthkit from "eslint-plugin-convex-authkit";\nexport default [...convexAuthkit.configs.strict, { files: ["**/*.js"], languageOptions: { parser: espree } }];\n`;
      const results = await lint({ version, packages: ["espree"] }, config, {}, true);
      expect(results.get("packages/backend/convex/auth.config.js")?.reports).toEqual([]);
    });
  });
});

describe.each(["eslint9", "eslint"] as const)("%s: extends", (version) => {
  it.each([
    ["an array", `{ files: ["**/*.{ts,js}"], extends: [convexAuthkit.configs.recommended] }`],
    ["a spread array", `{ extends: [...convexAuthkit.configs.recommended] }`],
    [
      "the name of a preset",
      `{ files: ["**/*.{ts,js}"], plugins: { "convex-authkit": convexAuthkit }, extends: ["convex-authkit/recommended"] }`,
    ],
  ])("%s", async (_, config) => {
    const results = await lint(
      { version },
      `import { defineConfig } from "eslint/config";\nimport convexAuthkit from "eslint-plugin-convex-authkit";\nexport default defineConfig(${config});\n`,
    );
    expect(ours(results.get("convex/auth.config.ts"))).toEqual([report]);
    expect(ours(results.get("packages/backend/convex/auth.config.js"))).toEqual([reportJs]);
    expect(ours(results.get("src/app.js"))).toEqual([]);
  });

  it("is confined to the files of who extends", async () => {
    const results = await lint(
      { version },
      `import { defineConfig } from "eslint/config";\nimport convexAuthkit from "eslint-plugin-convex-authkit";\nexport default defineConfig({ files: ["convex/**"], extends: [convexAuthkit.configs.recommended] });\n`,
    );
    expect(results.get("convex/auth.config.ts")?.reports).toEqual([report]);
    expect(results.get("packages/backend/convex/auth.config.js")?.reports).toEqual([]);
  });
});
