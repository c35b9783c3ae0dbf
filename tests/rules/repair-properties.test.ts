/**
 * What holds for every autofix, whatever the file looks like: broken files × styles × places for comments.
 */
import { parse } from "@typescript-eslint/parser";
import { Linter } from "eslint";
import prettier from "prettier";
import type { Options } from "prettier";
import { describe, expect, it } from "vitest";
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

/** Every two values of two properties meet at least once. */
const styles: readonly Style[] = [
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

const [plainStyle] = styles as [Style];

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
  const laidOut = await prettier.format(style.quotes === "`" ? withBackticks(code) : code, prettierOptions(style));
  return style.mark ? `\uFEFF${laidOut}` : laidOut;
}

/** Every string but those of imports in backticks. */
function withBackticks(code: string): string {
  return code.replaceAll(/"[^"\n]*"(?!;\n)/gu, (literal) => `\`${literal.slice(1, -1)}\``).replaceAll(/from `([^`]*)`/gu, 'from "$1"').replaceAll(/AuthConfig\[`providers`\]/gu, 'AuthConfig["providers"]');
}

async function isFormatted(text: string, style: Style): Promise<boolean> {
  return (await prettier.format(text, prettierOptions(style))) === text;
}

const linter = new Linter();

interface Run {
  readonly before: readonly Linter.LintMessage[];
  readonly fixed: string;
  readonly after: readonly Linter.LintMessage[];
}

/** All recommended rules over a text, again and again until nothing changes, as `eslint --fix` does. */
function fixAll(text: string, { filename = "convex/auth.config.ts" }: BrokenFile): Run {
  const before = linter.verify(text, plugin.configs.recommended, filename);
  const { output, messages } = linter.verifyAndFix(text, plugin.configs.recommended, filename);
  return { before, fixed: output, after: messages };
}

/** One pass over a text, as oxlint makes it: every fix that overlaps no earlier one. */
function fixOnce(text: string, { filename = "convex/auth.config.ts" }: BrokenFile): string {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  let rest = text.slice(mark.length);
  const fixes = linter.verify(text, plugin.configs.recommended, filename).flatMap(({ fix }) => (fix == null ? [] : [fix]));
  let end = Number.POSITIVE_INFINITY;
  for (const { range, text: written } of fixes.toSorted((left, right) => right.range[0] - left.range[0])) {
    if (range[1] > end) continue;
    rest = rest.slice(0, range[0]) + written + rest.slice(range[1]);
    [end] = range;
  }
  return mark + rest;
}

/** What a message says, without its place. */
function textsOf(messages: readonly Linter.LintMessage[]): readonly string[] {
  return messages.map(({ ruleId, message }) => `${ruleId ?? "fatal"}: ${message}`).toSorted();
}

function commentsOf(text: string): readonly string[] {
  const { comments = [] } = parse(text, { comment: true, range: true });
  return comments.map(({ value }) => value.trim()).toSorted();
}

/** What must hold for the fixed text, whatever the original looked like. */
function expectSafe(text: string, { before, fixed, after }: Run, file: BrokenFile): void {
  // It parses.
  expect(after.filter(({ fatal }) => fatal), fixed).toEqual([]);
  // Nothing new is reported.
  const known = textsOf(before);
  expect(textsOf(after).filter((message) => !known.includes(message)), fixed).toEqual([]);
  // A second run changes nothing.
  expect(fixAll(fixed, file).fixed).toBe(fixed);
  // Every comment is still there.
  expect(commentsOf(fixed), fixed).toEqual(commentsOf(text));
  // The line breaks and the byte-order mark are the file's own.
  if (text.includes("\r\n")) expect(fixed.replaceAll("\r\n", "")).not.toMatch(/[\n\r]/u);
  else expect(fixed).not.toContain("\r");
  expect(fixed.startsWith("\uFEFF")).toBe(text.startsWith("\uFEFF"));
}

describe.each(brokenFiles)("$name", (file) => {
  it("is reported by the rules that own its defects", () => {
    const { before } = fixAll(file.code, file);
    const rules = new Set(before.map(({ ruleId }) => ruleId?.replace("convex-authkit/", "") ?? "fatal"));
    expect([...rules].toSorted()).toEqual(file.rules);
  });

  it("has no error once it is fixed, in any style", async () => {
    for (const style of styles) {
      const text = await inStyle(file.code, style);
      const run = fixAll(text, file);
      expect(run.fixed).not.toBe(text);
      expectSafe(text, run, file);
      const errors = run.after.filter(({ severity }) => severity === 2);
      expect(textsOf(errors), run.fixed).toEqual([]);
    }
  });

  it("is left alone by Prettier once it is fixed, in any style", async () => {
    for (const style of styles) {
      const text = await inStyle(file.code, style);
      if (!(await isFormatted(text, style))) throw new Error("not a file that Prettier leaves alone");
      const { fixed } = fixAll(text, file);
      expect(fixed).toBe(await prettier.format(fixed, prettierOptions(style)));
    }
  });

  it("needs one pass for one defect", async () => {
    if (file.rules.length > 1) return;
    for (const style of styles) {
      const text = await inStyle(file.code, style);
      expect(fixOnce(text, file)).toBe(fixAll(text, file).fixed);
    }
  });

  it("keeps a comment at every place between two tokens", async () => {
    const text = await inStyle(file.code, plainStyle);
    for (const place of placesForComments(text)) {
      for (const comment of ["/* kept */", "// kept\n"]) {
        const commented = text.slice(0, place) + comment + text.slice(place);
        if (!parses(commented)) continue;
        expectSafe(commented, fixAll(commented, file), file);
      }
    }
  });

  it("keeps a comment above and behind every line, and Prettier leaves them where they are", async () => {
    for (const style of [plainStyle, styles[7] as Style]) {
      const lines = (await inStyle(file.code, style)).split(style.lineBreak);
      for (const [index, line] of lines.entries()) {
        if (line.trim() === "") continue;
        const indent = /^\s*/u.exec(line)?.[0] ?? "";
        const above = [...lines.slice(0, index), `${indent}// above`, ...lines.slice(index)].join(style.lineBreak);
        const behind = [...lines.slice(0, index), `${line} // behind`, ...lines.slice(index + 1)].join(style.lineBreak);
        for (const text of [above, behind]) {
          if (!parses(text)) continue;
          const run = fixAll(text, file);
          expectSafe(text, run, file);
          if (await isFormatted(text, style)) expect(run.fixed).toBe(await prettier.format(run.fixed, prettierOptions(style)));
        }
      }
    }
  });
});

describe("files with types", () => {
  it("compile after the fix where they compiled before", async () => {
    const texts: string[] = [];
    const fixedTexts: string[] = [];
    for (const file of brokenFiles) {
      if (file.filename?.endsWith(".js")) continue;
      for (const style of styles) {
        const text = await inStyle(file.code, style);
        texts.push(text);
        fixedTexts.push(fixAll(text, file).fixed);
      }
    }
    const errors = typeErrors([...texts, ...fixedTexts], repository);
    const compiledBefore = texts.flatMap((_, index) => (errors[index]?.length === 0 ? [index] : []));
    expect(compiledBefore.length).toBeGreaterThan(texts.length / 2);
    const broken = compiledBefore.flatMap((index) => {
      const [error] = errors[texts.length + index] ?? [];
      return error == null ? [] : [{ error, fixed: fixedTexts[index] }];
    });
    expect(broken).toEqual([]);
  });
});

function parses(text: string): boolean {
  try {
    parse(text, {});
    return true;
  } catch {
    return false;
  }
}

/** The offsets between two tokens. */
function placesForComments(text: string): readonly number[] {
  const { tokens = [] } = parse(text, { tokens: true, range: true });
  return tokens.map(({ range }) => range[0]);
}
