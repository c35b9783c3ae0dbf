/**
 * One rule of the plugin on a file around `auth.config`: `.env` files, `convex.json`, the callback route. The file lies in a folder of its own with
 * others beside it, and the rule is switched on as the presets do it: for its files, in their language.
 *
 * The place that a report must point at is marked in the text itself, as for the other rules: `WORKOS_CLIENT_ID=«client»`.
 */
import { join } from "node:path";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { makeFolder } from "../doctor/temp-folder.js";
import { collect } from "./collected.js";
import { readMarks } from "./rule-tester.js";

export type Files = Readonly<Record<string, string>>;

export interface ValidFile {
  readonly name: string;
  /** `.env.local` where nothing else is said. */
  readonly path?: string;
  readonly text: string;
  /** Other files of the project, by their paths. */
  readonly beside?: Files;
}

export interface InvalidFile extends ValidFile {
  /** The reports in the order of the marks. */
  readonly errors: readonly ExpectedReport[];
  /** The text after the fix; as it was where nothing is said. */
  readonly output?: string;
}

export interface ExpectedReport {
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string>>;
  /** The message and the text after it; none where nothing is said. */
  readonly suggestions?: readonly { readonly desc: string; readonly output: string }[];
}

/** Runs cases that belong together: what is reported, beside what is not. */
export function testFileRule(
  rule: string,
  about: string,
  cases: { valid?: readonly ValidFile[]; invalid?: readonly InvalidFile[] },
): void {
  if (collect("files", rule, cases.invalid ?? [])) return;
  describe(about, () => {
    for (const each of cases.valid ?? []) {
      it(each.name, () => {
        if (/[«»]/u.test(each.text)) throw new Error("a valid case has no marks");
        expect(new Project(each.beside ?? {}).lint(each.path ?? ".env.local", each.text, rule)).toEqual([]);
      });
    }
    for (const each of cases.invalid ?? []) it(each.name, () => expectReports(rule, each));
  });
}

function expectReports(
  rule: string,
  { path = ".env.local", text: marked, beside = {}, errors, output }: InvalidFile,
): void {
  const { code: text, positions } = readMarks(marked);
  expect(positions, "as many marks as errors").toHaveLength(errors.length);
  const project = new Project(beside);
  const found = project.lint(path, text, rule);
  const reported = found.map(({ messageId, message, line, column, endLine, endColumn, suggestions = [] }) => ({
    messageId,
    message,
    position: { line, column, endLine, endColumn },
    suggestions: suggestions.map(({ desc, fix }) => ({ desc, output: applied(text, fix) })),
  }));
  expect(reported).toEqual(
    errors.map(({ messageId, data = {}, suggestions = [] }, index) => ({
      messageId,
      message: messageOf(rule, messageId, data),
      position: positions[index],
      suggestions,
    })),
  );
  const fixed = project.fix(path, text, rule);
  expect(fixed).toBe(output ?? text);
  expect(project.fix(path, fixed, rule), "a second run changes nothing").toBe(fixed);
  // A fix settles what it was made for, so that the report is gone.
  if (output != null) expect(project.lint(path, fixed, rule).filter(({ fix }) => fix != null)).toEqual([]);
}

/** A message with its data, none of which may be missing. */
function messageOf(rule: string, messageId: string, data: Readonly<Record<string, string>>): string {
  const message = plugin.rules[rule]?.meta?.messages?.[messageId];
  if (message == null) throw new Error(`${rule} has no message ${messageId}`);
  return message.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => {
    if (data[name] == null) throw new Error(`the data of ${messageId} lacks ${name}`);
    return data[name];
  });
}

/** A text after an edit. Offsets are those of the text without its byte-order mark. */
export function applied(
  text: string,
  { range: [start, end], text: replacement }: { readonly range: readonly [number, number]; readonly text: string },
): string {
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  return text.slice(0, start + mark) + replacement + text.slice(end + mark);
}

const presets: Linter.Config[] = [...plugin.configs.recommended, ...plugin.configs.env];

/** The presets with no rule but these. */
function presetsFor(rules: readonly string[] | null): Linter.Config[] {
  if (rules == null) return presets;
  const wanted = new Set(rules.map((rule) => `convex-authkit/${rule}`));
  return presets.map((config) => ({
    ...config,
    rules: Object.fromEntries(Object.entries(config.rules ?? {}).filter(([rule]) => wanted.has(rule))),
  }));
}

/** A folder with files. Only within a test, after which it is removed. */
export class Project {
  readonly folder: string;
  readonly #linter: Linter;

  constructor(files: Files) {
    // The folder is the root: nothing above it is looked at.
    this.folder = makeFolder({ ".git/": "", ...files });
    this.#linter = new Linter({ cwd: this.folder });
  }

  /** What one rule of the presets says about a text under a path of the folder; or all of them, where none is named. */
  lint(path: string, text: string, rule: string | null = null): Linter.LintMessage[] {
    const messages = this.#linter.verify(text, presetsFor(rule == null ? null : [rule]), {
      filename: join(this.folder, path),
    });
    expect(messages.filter(({ fatal, ruleId }) => fatal === true || ruleId == null)).toEqual([]);
    return messages;
  }

  /** The text after all fixes. */
  fix(path: string, text: string, rule: string | null = null): string {
    return this.#linter.verifyAndFix(text, presetsFor(rule == null ? null : [rule]), {
      filename: join(this.folder, path),
    }).output;
  }
}

export const clientId = "client_01HQ3V7Z8K9M2N4P5R6S7T8V9W";
export const otherClientId = "client_01JABCDEFGHJKMNPQRSTVWXYZ0";
export const testKey = "sk_test_a2V5XzAxSFEzVjdaOEs5TTJONFA1UjZTN1Q4VjlX";
export const liveKey = "sk_live_a2V5XzAxSkFCQ0RFRkdISktNTlBRUlNUVldYWVow";
export const cookiePassword = "Zk3vJq8Xw2Lr7Tb5Nc9Hs4Gd6Fm1Pa0Yu+eRiKoBxQ=";

/** The `package.json` of an app with these dependencies. */
export function manifest(...dependencies: readonly string[]): string {
  return JSON.stringify({ dependencies: Object.fromEntries(dependencies.map((name) => [name, "^2.0.0"])) });
}

export const callbackRoute =
  'import { handleAuth } from "@workos-inc/authkit-nextjs";\n\nexport const GET = handleAuth();\n';

/** A Next.js app that answers `/callback`. */
export const nextApp: Files = {
  "package.json": manifest("next", "@workos-inc/authkit-nextjs"),
  "app/callback/route.ts": callbackRoute,
  "app/page.tsx": "export default () => null;\n",
};
