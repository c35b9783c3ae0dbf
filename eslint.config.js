import { defineConfig } from "eslint/config";
import regexp from "eslint-plugin-regexp";
import sonarjs from "eslint-plugin-sonarjs";
import tseslint from "typescript-eslint";

/**
 * Imports point one way: which folders of src each folder may import from. What is not named here is forbidden. `rule` is
 * the language that rules and the adapter have in common. A test of this file: tests/contract/house.test.ts.
 */
const mayImport = {
  platform: [],
  "auth-config": ["platform"],
  "auth-config/evaluate": ["../platform", "ast", "scope", "values"],
  "app-code": ["auth-config"],
  "convex-json": ["platform"],
  edit: ["auth-config", "convex-json", "platform"],
  "env-file": ["platform"],
  app: ["env-file", "platform"],
  rule: ["app", "auth-config", "convex-json", "edit", "env-file", "platform"],
  rules: ["app-code", "auth-config", "convex-json", "edit", "env-file", "platform", "rule"],
  plugin: ["app", "auth-config", "convex-json", "edit", "env-file", "platform", "rule"],
};

const packagesAsTypesOnly = {
  regex: "^[^.]",
  allowTypeImports: true,
  message:
    "The rules run wherever ESLint's rules run, the browser included: of packages and of Node, import types only.",
};

export default defineConfig(
  { ignores: ["dist/", "coverage/", "examples/", "playground/dist/"] },
  {
    name: "all",
    files: ["**/*.{js,ts}"],
    extends: [tseslint.configs.recommended],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-check": true, "ts-expect-error": true, "ts-ignore": true, "ts-nocheck": true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_+$", destructuredArrayIgnorePattern: "^_+$", varsIgnorePattern: "^_+$" },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "prefer-const": "error",
    },
  },
  {
    name: "the operators of the language, which are called and not judged",
    files: ["src/auth-config/evaluate/calculate.ts"],
    rules: { eqeqeq: "off" },
  },
  {
    name: "regular expressions",
    files: ["src/**/*.ts"],
    extends: [regexp.configs["flat/recommended"]],
  },
  ...Object.entries(mayImport).map(([folder, others]) => ({
    name: `imports of src/${folder}`,
    files: [`src/${folder}/**/*.ts`],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            packagesAsTypesOnly,
            {
              regex: `^\\.\\./(?!(?:${others.join("|")})(?:/|\\.js$))`,
              message: `src/${folder} may import from ${others.length === 0 ? "no other folder" : others.join(", ")}.`,
            },
          ],
        },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ImportExpression", message: "Import at the top, where the direction is checked." },
      ],
    },
  })),
  {
    name: "the file system knows nothing of Convex and WorkOS",
    files: ["src/app/disk.ts", "src/app/project.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            packagesAsTypesOnly,
            { regex: "^(?!\\./disk\\.js$)\\.", message: "Files are read here, and not understood." },
          ],
        },
      ],
    },
  },
  {
    name: "no rule imports a rule",
    files: ["src/rules/*.ts"],
    ignores: ["src/rules/index.ts"],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ regex: "^\\./", message: "A rule imports no other rule." }] }],
    },
  },
  {
    name: "small files and functions",
    files: ["src/**/*.ts"],
    plugins: { sonarjs },
    rules: {
      "sonarjs/cognitive-complexity": ["error", 15],
      "max-lines": ["error", { max: 400, skipBlankLines: false, skipComments: false }],
      "max-lines-per-function": ["error", { max: 50, skipBlankLines: false, skipComments: false }],
    },
  },
  {
    name: "the command is no part of the plugin",
    files: ["src/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "/doctor/", message: "Importing the plugin must not load the command." }] },
      ],
    },
  },
);
