/** Broken files from the tests of the rules: every message of every rule appears, and every kind of repair. */
import { join, resolve } from "node:path";
import { Linter } from "eslint";
import plugin from "../../src/index.js";
import { collectCases } from "../rules/collected.js";
import type { Files } from "../rules/file-rule-tester.js";
import { readMarks } from "../rules/rule-tester.js";
import type { InvalidCase } from "../rules/rule-tester.js";
import { temporaryFolder } from "../rules/temporary-folder.js";

const cases = await collectCases(Object.keys(plugin.rules));

/** A file around `auth.config` with one defect. */
export interface BrokenFile {
  readonly path: string;
  readonly text: string;
  readonly beside: Files;
  /** The rule and its message. */
  readonly defect: string;
}

/** For each message the first case that is about nothing else. */
function brokenFiles(): readonly BrokenFile[] {
  const files = new Map<string, BrokenFile>();
  for (const { rule, invalid } of cases.files) {
    const [only, ...others] = invalid.errors;
    const defect = `${rule} ${String(only?.messageId)}`;
    if (others.length > 0 || files.has(defect)) continue;
    const { path = ".env.local", text, beside = {} } = invalid;
    files.set(defect, { path, text: readMarks(text).code, beside, defect });
  }
  return [...files.values()];
}

/** What all rules of the presets say about each of these files. Called while tests are collected: the folders live as long as they do. */
export function lintBrokenApp(): readonly {
  readonly file: BrokenFile;
  readonly messages: readonly Linter.LintMessage[];
}[] {
  return brokenFiles().map((file) => {
    const folder = temporaryFolder(file.beside);
    const linter = new Linter({ cwd: folder });
    return {
      file,
      messages: linter.verify(file.text, [...plugin.configs.strict, ...plugin.configs.env], {
        filename: join(folder, file.path),
      }),
    };
  });
}

/** The messages of a case, its suggestions included, and whether it is fixed. */
function shownBy(rule: string, { errors, output }: InvalidCase): readonly string[] {
  const ids = errors.flatMap(({ messageId, suggestions = [] }) => [
    messageId,
    ...suggestions.map((suggestion) => suggestion.messageId),
  ]);
  return [...ids, ...(output == null ? [] : ["fixed"])].map((shown) => `${rule} ${shown}`);
}

/** What the strict preset says about the cases on `auth.config` that show something which none before them shows. */
export function lintBrokenConfigs(): readonly Linter.LintMessage[] {
  const linter = new Linter({ cwd: "/" });
  const seen = new Set<string>();
  return cases.authConfigs.flatMap(({ rule, invalid }) => {
    const shown = shownBy(rule, invalid);
    if (shown.every((each) => seen.has(each))) return [];
    for (const each of shown) seen.add(each);
    const { filename = "convex/auth.config.ts", settings = {} } = invalid;
    return linter.verify(readMarks(invalid.code).code, [...plugin.configs.strict, { settings }], {
      filename: resolve("/app", filename),
    });
  });
}
