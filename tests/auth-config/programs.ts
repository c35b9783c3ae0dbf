/**
 * Short programs without anything unknown, run twice: by the evaluator, and by JavaScript. Whatever the evaluator claims to know must be
 * what JavaScript makes of it.
 */
import { expect, it } from "vitest";
import { UNKNOWN, contradiction, evaluated, executed } from "./executed.js";

/** An expression, or statements and an expression after them. */
export type Program = string | readonly [statements: string, expression: string];

/** A test for each program: the evaluator computes the value that JavaScript does, or foresees that it throws. */
export function computes(programs: readonly Program[]): void {
  it.each(rowsOf(programs))("%s", (_, text) => {
    expect(evaluated(text)).toEqual(executed(text));
  });
}

/** A test for each program: the evaluator leaves at least a part of the value open, and is right about the rest. */
export function leavesOpen(programs: readonly Program[]): void {
  it.each(rowsOf(programs))("%s", (_, text) => {
    expect(JSON.stringify(evaluated(text))).toContain(UNKNOWN);
    expect(contradiction(text)).toBeNull();
  });
}

function rowsOf(programs: readonly Program[]): readonly (readonly [name: string, text: string])[] {
  return programs.map((program) => {
    const [statements, expression] = typeof program === "string" ? ["", program] : program;
    return [`${statements} ${expression}`.trim(), programOf(expression, statements)];
  });
}

/** The default export is a list that holds the value: `undefined` shows as well then, as `null`. */
function programOf(expression: string, statements = ""): string {
  return `${statements}\nexport default [${expression}];`;
}
