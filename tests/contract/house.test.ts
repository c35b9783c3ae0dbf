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
    ["src/rules/valid-issuer.ts", 'import { hasFile } from "../app/project.js";', typed],
    ["src/rules/valid-issuer.ts", 'import plugin from "../index.js";', typed],
    ["src/rules/valid-issuer.ts", 'import { readFileSync } from "node:fs";', typed],
    ["src/rules/valid-issuer.ts", 'import { readFileSync } from "fs";', typed],
    ["src/rules/valid-issuer.ts", 'import { TSESTree } from "@typescript-eslint/utils";', typed],
    ["src/rules/valid-issuer.ts", 'import { Linter } from "eslint";\nnew Linter();', typed],
    ["src/rules/valid-issuer.ts", 'export { x } from "../doctor/main.js";', typed],
    ["src/auth-config/config.ts", 'import { Editor } from "../edit/editor.js";', typed],
    ["src/auth-config/config.ts", 'import type { Editor } from "../edit/editor.js";', typed],
    ["src/auth-config/config.ts", 'import { defineRule } from "../rule/rule.js";', typed],
    ["src/auth-config/config.ts", 'import ts from "typescript";', typed],
    ["src/edit/editor.ts", 'import { defineRule } from "../rule/rule.js";', typed],
    ["src/edit/editor.ts", 'import { definitions } from "../rules/index.js";', typed],
    ["src/platform/convex.ts", 'import { walk } from "../auth-config/ast.js";', typed],
    ["src/platform/convex.ts", 'import { createHash } from "node:crypto";', typed],
    ["src/app/disk.ts", 'export const fs = import("node:fs");', "no-restricted-syntax"],
    ["src/app/project.ts", 'import { API_HOST } from "../platform/workos.js";', typed],
    ["src/app/project.ts", 'import { openApp } from "./app.js";', typed],
    ["src/app/app.ts", 'import { createRule } from "../plugin/create-rule.js";', typed],
    ["src/app/app.ts", 'import plugin from "../index.js";', typed],
    ["src/app/disk.ts", 'import { readFileSync } from "node:fs";', typed],
    ["src/env-file/content.ts", 'import type { EnvInput } from "../rule/rule.js";', typed],
    ["src/rule/rule.ts", 'import { createRule } from "../plugin/create-rule.js";', typed],
    ["src/rule/rule.ts", 'import { definitions } from "../rules/index.js";', typed],
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
    ["src/rules/valid-issuer.ts", 'import { defineRule } from "../rule/rule.js";\ndefineRule;'],
    ["src/rules/valid-issuer.ts", 'import type { TSESTree } from "@typescript-eslint/utils";'],
    ["src/rules/valid-issuer.ts", 'import { walk } from "../auth-config/ast.js";'],
    ["src/rules/index.ts", 'import validIssuer from "./valid-issuer.js";'],
    [
      "src/auth-config/config.ts",
      'import { Scope } from "./scope.js";\nimport { API_HOST } from "../platform/workos.js";',
    ],
    ["src/edit/editor.ts", 'import { walk } from "../auth-config/ast.js";'],
    ["src/app/disk.ts", 'import type * as Fs from "node:fs";'],
    ["src/app/project.ts", 'import { exists } from "./disk.js";'],
    ["src/app/app.ts", 'import { API_HOST } from "../platform/workos.js";'],
    ["src/plugin/create-rule.ts", 'import { hasFile } from "../app/project.js";'],
    ["src/doctor/main.ts", 'import { readFileSync } from "node:fs";\nimport plugin from "../index.js";'],
  ])("%s: %s", async (path, text) => {
    expect(
      (await complaintsAbout(path, text)).filter((rule) => rule !== "@typescript-eslint/no-unused-expressions"),
    ).toEqual([]);
  });
});

describe("a file and its functions are small", () => {
  const withLines = (ofFunction: number, ofFile: number): string =>
    `export function x(): void {${"\n".repeat(ofFunction - 1)}}${"\n//".repeat(ofFile - ofFunction)}`;

  it.each([
    { ofFunction: 50, ofFile: 400, rules: [] },
    { ofFunction: 51, ofFile: 51, rules: ["max-lines-per-function"] },
    { ofFunction: 1, ofFile: 401, rules: ["max-lines"] },
  ])("$ofFunction lines of $ofFile", async ({ ofFunction, ofFile, rules }) => {
    for (const folder of ["app", "convex-json", "doctor", "env-file", "platform"])
      expect(await complaintsAbout(`src/${folder}/x.ts`, withLines(ofFunction, ofFile))).toEqual(rules);
  });
});
