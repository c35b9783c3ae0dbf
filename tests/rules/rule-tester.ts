/**
 * One rule of the plugin under the `RuleTester` of typescript-eslint, as it meets `convex/auth.config.ts`.
 *
 * The place that a report must point at is marked in the code itself: `applicationID: «clientId»`. The marks are taken out before the rule
 * runs, and the four positions are asserted: line, column, endLine and endColumn.
 */
import { RuleTester } from "@typescript-eslint/rule-tester";
import type { InvalidTestCase, SuggestionOutput, TestCaseError, ValidTestCase } from "@typescript-eslint/rule-tester";
import { afterAll, describe, it } from "vitest";
import plugin from "../../src/index.js";
import { collect } from "./collected.js";

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

const ruleTester = new RuleTester();

/** The two packages describe the same object, each with types of its own. */
type TestedRule = Parameters<typeof ruleTester.run<string, []>>[1];

export interface ValidCase {
  readonly name: string;
  readonly code: string;
  /** `convex/auth.config.ts` where nothing else is said. */
  readonly filename?: string;
  readonly settings?: Settings;
}

/** Settings of a user, right or wrong, in the only form of a type that ESLint's open-ended one takes. */
export type Settings = Record<string, unknown>;

export interface InvalidCase extends ValidCase {
  /** The reports in the order of the marks in `code`; a report on the file as a whole has no mark and states its position itself. */
  readonly errors: readonly ExpectedError[];
  /** The text after the fix, one for each pass where there are several, or null where nothing is edited. */
  readonly output: string | readonly string[] | null;
}

export interface ExpectedError {
  readonly messageId: string;
  /** Required where the message has placeholders. */
  readonly data?: Readonly<Record<string, string>>;
  /** Without it, there must be no suggestion. */
  readonly suggestions?: readonly SuggestionOutput<string>[];
  /** For a report without a mark. */
  readonly line?: number;
  readonly column?: number;
}

/** Runs cases that belong together: what is reported, beside what is not. */
export function testRule(
  rule: string,
  about: string,
  cases: { valid?: readonly ValidCase[]; invalid?: readonly InvalidCase[] },
): void {
  if (collect("authConfigs", rule, cases.invalid ?? [])) return;
  const tested = plugin.rules[rule];
  if (tested == null) throw new Error(`there is no rule ${rule}`);
  describe(about, () => {
    ruleTester.run(rule, tested as unknown as TestedRule, {
      assertionOptions: { requireData: true, requireLocation: true },
      valid: (cases.valid ?? []).map(toValid),
      invalid: (cases.invalid ?? []).map(toInvalid),
    });
  });
}

/** A text with Windows line ends. */
export function crlf(text: string): string {
  return text.replaceAll("\n", "\r\n");
}

/** A text that starts with a byte-order mark. */
export function withByteOrderMark(text: string): string {
  return `\uFEFF${text}`;
}

function toValid({ filename = "convex/auth.config.ts", ...rest }: ValidCase): ValidTestCase<[]> {
  if (/[«»]/u.test(rest.code)) throw new Error(`a valid case has no marks: ${rest.name}`);
  return { ...rest, filename };
}

function toInvalid({ code: markedCode, errors, output, ...rest }: InvalidCase): InvalidTestCase<string, []> {
  const { code, positions } = readMarks(markedCode);
  if (positions.length > 0 && positions.length !== errors.length) {
    throw new Error(`${rest.name}: ${String(positions.length)} marks, but ${String(errors.length)} errors`);
  }
  return {
    ...toValid({ ...rest, code }),
    errors: errors.map(({ suggestions, ...error }, index): TestCaseError<string> => ({
      ...error,
      ...positions[index],
      suggestions: suggestions ?? [],
    })),
    output: output == null || typeof output === "string" ? output : [...output],
  };
}

interface Position {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Takes the marks out of a code, and tells where they were, in the order of their starts. */
export function readMarks(marked: string): { code: string; positions: readonly Position[] } {
  let code = "";
  const starts: number[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const character of marked) {
    if (character === "«") {
      starts.push(code.length);
    } else if (character === "»") {
      const start = starts.pop();
      if (start == null) throw new Error("a mark is closed that was not opened");
      spans.push({ start, end: code.length });
    } else {
      code += character;
    }
  }
  if (starts.length > 0) throw new Error("a mark is not closed");
  spans.sort((a, b) => a.start - b.start);
  const locate = (offset: number): { line: number; column: number } => {
    const lines = code
      .slice(0, offset)
      .replace(/^\uFEFF/u, "")
      .split("\n");
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  };
  const positions = spans.map(({ start, end }) => {
    const { line: endLine, column: endColumn } = locate(end);
    return { ...locate(start), endLine, endColumn };
  });
  return { code, positions };
}
