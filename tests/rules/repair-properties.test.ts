/**
 * What holds for every autofix, whatever the file looks like: broken files × styles × places for comments.
 */
import { parse } from "@typescript-eslint/parser";
import { Linter } from "eslint";
import prettier from "prettier";
import type { Options } from "prettier";
import { beforeAll, describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { typeErrors } from "../proof/typecheck.js";
import { brokenFiles } from "./broken-files.js";
import type { BrokenFile } from "./broken-files.js";

const repository = new URL("../..", import.meta.url).pathname;

interface Style {
  readonly quotes: "'" | '"' | "`";
  readonly indent: "    " | "  " | "\t";
  readonly commas: boolean;
  readonly semicolons: boolean;
  readonly lineBreak: "\n" | "\r\n";
  readonly mark: boolean;
}

/** The first is Prettier's own; in the others, every two values of two properties meet at least once. */
const styles: readonly [Style, ...Style[]] = [
  { quotes: '"', indent: "  ", commas: true, semicolons: true, lineBreak: "\n", mark: false },
  { quotes: "'", indent: "  ", commas: false, semicolons: false, lineBreak: "\r\n", mark: true },
  { quotes: "`", indent: "  ", commas: true, semicolons: false, lineBreak: "\r\n", mark: false },
  { quotes: '"', indent: "    ", commas: false, semicolons: true, lineBreak: "\r\n", mark: true },
  { quotes: "'", indent: "    ", commas: true, semicolons: true, lineBreak: "\n", mark: false },
  { quotes: "`", indent: "    ", commas: false, semicolons: false, lineBreak: "\n", mark: true },
  { quotes: '"', indent: "\t", commas: true, semicolons: false, lineBreak: "\n", mark: true },
  { quotes: "'", indent: "\t", commas: true, semicolons: true, lineBreak: "\r\n", mark: true },
  { quotes: "`", indent: "\t", commas: false, semicolons: true, lineBreak: "\n", mark: false },
  { quotes: '"', indent: "\t", commas: false, semicolons: false, lineBreak: "\r\n", mark: false },
];

const [plainStyle] = styles;

function prettierOptions({ quotes, indent, commas, semicolons, lineBreak }: Style): Options {
  return {
    parser: "typescript",
    singleQuote: quotes === "'",
    useTabs: indent === "\t",
    tabWidth: indent === "\t" ? 2 : indent.length,
    trailingComma: commas ? "all" : "none",
    semi: semicolons,
    endOfLine: lineBreak === "\n" ? "lf" : "crlf",
  };
}

/** A file as somebody with this style would have it. */
async function inStyle(code: string, style: Style): Promise<string> {
  const text = style.quotes === "`" ? withBackticks(code) : code;
  return (style.mark ? "\uFEFF" : "") + (await prettier.format(text, prettierOptions(style)));
}

/** Every string in backticks, but for those of imports and types. */
function withBackticks(code: string): string {
  return code.replaceAll(/(?<!from |AuthConfig\[)"([^"\n]*)"/gu, "`$1`");
}

const linter = new Linter();

interface Run {
  readonly text: string;
  readonly fixed: string;
  /** What is reported on the fixed text. */
  readonly after: readonly Linter.LintMessage[];
}

/** All recommended rules over a text, again and again until nothing changes, as `eslint --fix` does. */
function fixAll(text: string, { filename = "convex/auth.config.ts" }: BrokenFile): Run {
  const { output, messages } = linter.verifyAndFix(text, plugin.configs.recommended, filename);
  return { text, fixed: output, after: messages };
}

const runsByFile = new Map<BrokenFile, ReadonlyMap<Style, Run>>();

/** A file in every style, and what the fixes make of it. */
async function runsOf(file: BrokenFile): Promise<ReadonlyMap<Style, Run>> {
  const known = runsByFile.get(file);
  if (known != null) return known;
  const runs = new Map<Style, Run>();
  for (const style of styles) runs.set(style, fixAll(await inStyle(file.code, style), file));
  runsByFile.set(file, runs);
  return runs;
}

function report(text: string, { filename = "convex/auth.config.ts" }: BrokenFile): readonly Linter.LintMessage[] {
  return linter.verify(text, plugin.configs.recommended, filename);
}

/** One pass over a text, as oxlint makes it: every fix that overlaps no other one. */
function fixOnce(text: string, file: BrokenFile): string {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  let fixed = text.slice(mark.length);
  const fixes = report(text, file).flatMap(({ fix }) => (fix == null ? [] : [fix]));
  let end = Number.POSITIVE_INFINITY;
  for (const { range, text: written } of fixes.toSorted((left, right) => right.range[0] - left.range[0])) {
    if (range[1] > end) continue;
    fixed = fixed.slice(0, range[0]) + written + fixed.slice(range[1]);
    [end] = range;
  }
  return mark + fixed;
}

/** What messages say, without their places. */
function saidBy(messages: readonly Linter.LintMessage[]): readonly string[] {
  return messages.map(({ ruleId, message }) => `${ruleId ?? "fatal"}: ${message}`).toSorted();
}

function commentsOf(text: string): readonly string[] {
  const { comments = [] } = parse(text, { comment: true, range: true });
  return comments.map(({ value }) => value.trim()).toSorted();
}

/** What must hold for the fixed text, whatever the original looked like. */
function expectSafe({ text, fixed, after }: Run, file: BrokenFile): void {
  // It parses, and nothing new is reported.
  const known = after.length === 0 ? [] : saidBy(report(text, file));
  expect(
    saidBy(after).filter((message) => !known.includes(message)),
    fixed,
  ).toEqual([]);
  // A second run changes nothing.
  expect(
    after.filter(({ fix }) => fix != null),
    fixed,
  ).toEqual([]);
  expect(commentsOf(fixed), fixed).toEqual(commentsOf(text));
  // Line breaks and byte-order mark are the file's own.
  if (text.includes("\r\n")) expect(fixed.replaceAll("\r\n", "")).not.toMatch(/[\n\r]/u);
  else expect(fixed).not.toContain("\r");
  expect(fixed.startsWith("\uFEFF")).toBe(text.startsWith("\uFEFF"));
}

function parses(text: string): boolean {
  try {
    parse(text, {});
    return true;
  } catch {
    return false;
  }
}

/** Whether every member of every object stands on a line of its own. */
function hasOneMemberALine(text: string): boolean {
  const pending: unknown[] = [parse(text, { loc: true })];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== "object" || node === null) continue;
    if (isObject(node)) {
      const lines = [node.loc.start.line, ...node.properties.map(({ loc }) => loc.start.line)];
      if (new Set(lines).size < lines.length) return false;
    }
    pending.push(...Object.entries(node).flatMap(([key, child]) => (key === "parent" ? [] : [child as unknown])));
  }
  return true;
}

interface Located {
  readonly loc: { readonly start: { readonly line: number } };
}

function isObject(node: object): node is Located & { readonly properties: readonly Located[] } {
  return "type" in node && node.type === "ObjectExpression";
}

/** The offsets between two tokens. */
function placesForComments(text: string): readonly number[] {
  const { tokens = [] } = parse(text, { tokens: true, range: true });
  return tokens.map(({ range }) => range[0]);
}

/** A text with comments at every n-th place. */
function withComments(text: string, step: number, first: number, comment: (place: number) => string): string {
  let commented = text;
  for (const [index, place] of [...placesForComments(text).entries()].toReversed()) {
    if (index % step === first) commented = commented.slice(0, place) + comment(index) + commented.slice(place);
  }
  return commented;
}

describe.each(brokenFiles)("$name", (file) => {
  let runs: ReadonlyMap<Style, Run>;

  beforeAll(async () => {
    runs = await runsOf(file);
  });

  it("is reported by the rules that own its defects", () => {
    const rules = new Set(
      report(file.code, file).map(({ ruleId }) => ruleId?.replace("convex-authkit/", "") ?? "fatal"),
    );
    expect([...rules].toSorted()).toEqual(file.rules);
  });

  it.each(styles)(
    "is sound once it is fixed, with $quotes, $indent, commas: $commas, semicolons: $semicolons, $lineBreak, mark: $mark",
    (style) => {
      const run = runs.get(style) as Run;
      expect(run.fixed).not.toBe(run.text);
      expectSafe(run, file);
      const errors = run.after.filter(({ severity }) => severity === 2);
      expect(saidBy(errors), run.fixed).toEqual([]);
    },
  );

  it("is left alone by Prettier once it is fixed, if it has one member a line", async () => {
    for (const [style, { text, fixed }] of runs) {
      if (hasOneMemberALine(text)) expect(fixed).toBe(await prettier.format(fixed, prettierOptions(style)));
    }
  });

  if (file.rules.length === 1) {
    it("needs one pass for one defect", () => {
      for (const { text, fixed } of runs.values()) expect(fixOnce(text, file)).toBe(fixed);
    });
  }

  it("keeps comments between any two tokens", () => {
    const { text } = runs.get(plainStyle) as Run;
    for (const comment of [(place: number) => `/* ${String(place)} */`, (place: number) => `// ${String(place)}\n`]) {
      for (let first = 0; first < 5; first++) {
        const commented = withComments(text, 5, first, comment);
        if (parses(commented)) expectSafe(fixAll(commented, file), file);
      }
    }
  });

  it("keeps comments above and behind what is edited, and Prettier leaves them where they are", async () => {
    for (const style of [plainStyle, styles[7] as Style]) {
      const { text, fixed } = runs.get(style) as Run;
      const lines = text.split(style.lineBreak);
      for (const index of editedLines(text, fixed, style.lineBreak)) {
        const line = lines[index] ?? "";
        const indent = /^\s*/u.exec(line)?.[0] ?? "";
        const commented = [
          ...lines.slice(0, index),
          `${indent}// above`,
          `${line} // behind`,
          ...lines.slice(index + 1),
        ].join(style.lineBreak);
        if (!parses(commented)) continue;
        const run = fixAll(commented, file);
        expectSafe(run, file);
        const isLaidOut =
          hasOneMemberALine(text) && (await prettier.format(commented, prettierOptions(style))) === commented;
        if (isLaidOut) expect(run.fixed).toBe(await prettier.format(run.fixed, prettierOptions(style)));
      }
    }
  });
});

/** The lines from the first that a fix changes to the last, and one more on each side. */
function editedLines(text: string, fixed: string, lineBreak: string): readonly number[] {
  const before = text.split(lineBreak);
  const after = fixed.split(lineBreak);
  const first = before.findIndex((line, index) => line !== after[index]);
  const fromEnd = before.toReversed().findIndex((line, index) => line !== after.at(-1 - index));
  const last = Math.max(first, before.length - 1 - fromEnd);
  return [...before.keys()].filter((index) => index >= first - 1 && index <= last + 1 && before[index]?.trim() !== "");
}

describe("files with types", () => {
  it("compile after the fix where they compiled before", async () => {
    const runs: Run[] = [];
    for (const file of brokenFiles) {
      if (!file.filename?.endsWith(".js")) runs.push(...(await runsOf(file)).values());
    }
    const errorsBefore = typeErrors(
      runs.map(({ text }) => text),
      repository,
    );
    const errorsAfter = typeErrors(
      runs.map(({ fixed }) => fixed),
      repository,
    );
    const compiling = [...runs.keys()].filter((index) => errorsBefore[index]?.length === 0);
    expect(compiling.length).toBeGreaterThan(runs.length / 2);
    const broken = compiling.filter((index) => errorsAfter[index]?.length !== 0);
    expect(broken.map((index) => ({ errors: errorsAfter[index], fixed: runs[index]?.fixed }))).toEqual([]);
  });
});
