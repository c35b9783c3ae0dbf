/** The project's own lint holds what the architecture promises: imports point one way. */
import { join } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const eslint = new ESLint({ cwd: root });

async function complaintsAbout(path: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: join(root, path) });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId !== "@typescript-eslint/no-unused-vars")
    .map(({ ruleId, message }) => ruleId ?? message);
}

const typed = "@typescript-eslint/no-restricted-imports";

describe("forbidden", () => {
  it.each([
    ["src/rules/valid-issuer.ts", 'import other from "./valid-jwks.js";', "no-restricted-imports"],
    ["src/rules/valid-issuer.ts", 'import { createRule } from "../plugin/create-rule.js";', typed],
    ["src/rules/valid-issuer.ts", 'import { hasFile } from "../project/project.js";', typed],
    ["src/rules/valid-issuer.ts", 'import plugin from "../index.js";', typed],
    ["src/rules/valid-issuer.ts", 'import { readFileSync } from "node:fs";', typed],
    ["src/rules/valid-issuer.ts", 'import { readFileSync } from "fs";', typed],
    ["src/rules/valid-issuer.ts", 'import { TSESTree } from "@typescript-eslint/utils";', typed],
    ["src/rules/valid-issuer.ts", 'import { Linter } from "eslint";\nnew Linter();', typed],
    ["src/rules/valid-issuer.ts", 'export { x } from "../doctor/main.js";', typed],
    ["src/auth-config/config.ts", 'import { Editor } from "../edit/editor.js";', typed],
    ["src/auth-config/config.ts", 'import type { Editor } from "../edit/editor.js";', typed],
    ["src/auth-config/config.ts", 'import { defineRule } from "../rule-definition.js";', typed],
    ["src/auth-config/config.ts", 'import ts from "typescript";', typed],
    ["src/edit/editor.ts", 'import { defineRule } from "../rule-definition.js";', typed],
    ["src/edit/editor.ts", 'import { definitions } from "../rules/index.js";', typed],
    ["src/platform/convex.ts", 'import { walk } from "../auth-config/ast.js";', typed],
    ["src/platform/convex.ts", 'import { createHash } from "node:crypto";', typed],
    ["src/project/project.ts", 'export const fs = import("node:fs");', "no-restricted-syntax"],
    ["src/project/project.ts", 'import { API_HOST } from "../platform/workos.js";', typed],
    ["src/project/project.ts", 'import { readFileSync } from "node:fs";', typed],
    ["src/plugin/create-rule.ts", 'import { definitions } from "../rules/index.js";', typed],
    ["src/plugin/create-rule.ts", 'import { main } from "../doctor/main.js";', typed],
    ["src/plugin/create-rule.ts", 'import * as parser from "@typescript-eslint/parser";', typed],
    ["src/index.ts", 'import { main } from "./doctor/main.js";', "no-restricted-imports"],
    ["src/rules/valid-issuer.ts", "export const x: any = 1;", "@typescript-eslint/no-explicit-any"],
    [
      "src/doctor/main.ts",
      "// @ts-expect-error For a reason.\nexport const x: string = 1;",
      "@typescript-eslint/ban-ts-comment",
    ],
    [
      "tests/any.test.ts",
      "// @ts-ignore\nexport const x: any = 1;",
      "@typescript-eslint/ban-ts-comment",
      "@typescript-eslint/no-explicit-any",
    ],
    ["src/platform/workos.ts", "export const x = /[0-9]/u;", "regexp/prefer-d"],
  ])("%s: %s", async (path, text, ...rules) => {
    expect((await complaintsAbout(path, text)).sort()).toEqual(rules);
  });
});

describe("allowed", () => {
  it.each([
    ["src/rules/valid-issuer.ts", 'import { defineRule } from "../rule-definition.js";\ndefineRule;'],
    ["src/rules/valid-issuer.ts", 'import type { TSESTree } from "@typescript-eslint/utils";'],
    ["src/rules/valid-issuer.ts", 'import { walk } from "../auth-config/ast.js";'],
    ["src/rules/index.ts", 'import validIssuer from "./valid-issuer.js";'],
    [
      "src/auth-config/config.ts",
      'import { Scope } from "./scope.js";\nimport { API_HOST } from "../platform/workos.js";',
    ],
    ["src/edit/editor.ts", 'import { walk } from "../auth-config/ast.js";'],
    ["src/project/project.ts", 'import type * as Fs from "node:fs";'],
    ["src/plugin/create-rule.ts", 'import { hasFile } from "../project/project.js";'],
    ["src/doctor/main.ts", 'import { readFileSync } from "node:fs";\nimport plugin from "../index.js";'],
  ])("%s: %s", async (path, text) => {
    expect(
      (await complaintsAbout(path, text)).filter((rule) => rule !== "@typescript-eslint/no-unused-expressions"),
    ).toEqual([]);
  });
});
