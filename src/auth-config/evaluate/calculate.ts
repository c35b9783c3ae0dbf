/**
 * What JavaScript's operators and string methods make of known values. JavaScript itself computes; nothing is restated here except the
 * limits that keep a result small and a regular expression fast.
 */
import { MAX_BIGINT, MAX_CHARACTERS, MAX_PATTERN_INPUT } from "./limits.js";

/** The result cannot be had, or not within the limits. */
export class NotCalculable {}

/** Methods of strings that depend on nothing but their arguments. */
export const STRING_METHODS: ReadonlySet<string> = new Set([
  "at",
  "charAt",
  "charCodeAt",
  "codePointAt",
  "concat",
  "endsWith",
  "includes",
  "indexOf",
  "lastIndexOf",
  "match",
  "normalize",
  "padEnd",
  "padStart",
  "repeat",
  "replace",
  "replaceAll",
  "search",
  "slice",
  "split",
  "startsWith",
  "substr",
  "substring",
  "toLowerCase",
  "toString",
  "toUpperCase",
  "trim",
  "trimEnd",
  "trimStart",
  "valueOf",
]);

/** Functions of the language that depend on nothing but their arguments, by the names under which code reads them. */
const FUNCTIONS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["Boolean", Boolean],
  ["Number", Number],
  ["String", String],
  ["decodeURI", decodeURI],
  ["decodeURIComponent", decodeURIComponent],
  ["encodeURI", encodeURI],
  ["encodeURIComponent", encodeURIComponent],
  ["isFinite", isFinite],
  ["isNaN", isNaN],
  ["parseFloat", parseFloat],
  ["parseInt", parseInt],
  ...["isFinite", "isInteger", "isNaN", "isSafeInteger", "parseFloat", "parseInt"].map((name): [string, unknown] => [
    `Number.${name}`,
    Number[name as "isNaN"],
  ]),
  ...["abs", "ceil", "floor", "max", "min", "pow", "round", "sign", "trunc"].map((name): [string, unknown] => [
    `Math.${name}`,
    Math[name as "abs"],
  ]),
  ["Object.is", Object.is],
  ["String.fromCharCode", String.fromCharCode],
  ["String.fromCodePoint", String.fromCodePoint],
]);

export function isPureFunction(name: string): boolean {
  return FUNCTIONS.has(name);
}

/** Those that take any number of arguments. */
const VARIADIC: ReadonlySet<string> = new Set(["Math.max", "Math.min", "String.fromCharCode", "String.fromCodePoint"]);

/** The arguments that a pure function looks at: `map(Number)` passes more. */
export function usedArguments<T>(name: string, values: readonly T[]): readonly T[] {
  const pure = FUNCTIONS.get(name);
  return VARIADIC.has(name) || typeof pure !== "function" ? values : values.slice(0, pure.length);
}

/**
 * Applies an operator to known values.
 *
 * @param operator a binary or unary operator, `template`, `default`, `withoutSlash`, `.length`, a string method as `.slice`, or a function's name.
 * @throws {NotCalculable} where the result would be too large or take too long, or where the language throws.
 */
export function calculate(operator: string, operands: readonly unknown[]): unknown {
  const [left, right] = operands;
  if (operands.some(isHuge)) throw new NotCalculable();
  try {
    if (operator.startsWith(".")) return limited(callMethod(operator.slice(1), left, operands.slice(1)));
    const pure = FUNCTIONS.get(operator);
    if (pure != null) return limited((pure as (...values: unknown[]) => unknown)(...operands));
    return limited(applyOperator(operator, left, right, operands));
  } catch {
    throw new NotCalculable();
  }
}

/** A BigInt that would make the next one twice as long, and so on. */
function isHuge(value: unknown): boolean {
  return typeof value === "bigint" && (value > MAX_BIGINT || value < -MAX_BIGINT);
}

function limited(result: unknown): unknown {
  if (typeof result === "string" && result.length > MAX_CHARACTERS) throw new NotCalculable();
  return result;
}

function applyOperator(operator: string, left: unknown, right: unknown, operands: readonly unknown[]): unknown {
  const operation = OPERATIONS[operator];
  if (operation == null) throw new NotCalculable();
  return operation(left as never, right as never, operands);
}

const isLooselyEqual = (left: unknown, right: unknown): boolean => left == right;

type Operation = (left: never, right: never, operands: readonly unknown[]) => unknown;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  "+": (left: string, right: string) => left + right,
  "-": (left: number, right: number) => left - right,
  "*": (left: number, right: number) => left * right,
  "/": (left: number, right: number) => left / right,
  "%": (left: number, right: number) => left % right,
  "**": (left: number, right: number) => power(left, right),
  "&": (left: number, right: number) => left & right,
  "|": (left: number, right: number) => left | right,
  "^": (left: number, right: number) => left ^ right,
  "<<": (left: number, right: number) => shifted(left, right),
  ">>": (left: number, right: number) => left >> right,
  ">>>": (left: number, right: number) => left >>> right,
  "<": (left: number, right: number) => left < right,
  "<=": (left: number, right: number) => left <= right,
  ">": (left: number, right: number) => left > right,
  ">=": (left: number, right: number) => left >= right,
  "===": (left: unknown, right: unknown) => left === right,
  "!==": (left: unknown, right: unknown) => left !== right,
  "==": isLooselyEqual,
  "!=": (left: unknown, right: unknown) => !isLooselyEqual(left, right),
  "&&": (left: unknown, right: unknown) => left && right,
  "||": (left: unknown, right: unknown) => left || right,
  "??": (left: unknown, right: unknown) => left ?? right,
  default: (left: unknown, right: unknown) => (left === undefined ? right : left),
  in: (left: string, right: object) => left in right,
  "!": (value: unknown) => !value,
  "unary-": (value: number) => -value,
  "unary+": (value: number) => +value,
  "~": (value: number) => ~value,
  typeof: (value: unknown) => typeof value,
  template: (_left: unknown, _right: unknown, operands) => operands.map(String).join(""),
  withoutSlash: (text: string) => (text.endsWith("/") ? text.slice(0, -1) : text),
  withoutSlashes: (text: string) => withoutSlashes(text),
};

// A loop, because `/\/+$/` takes quadratic time on text with many inner slashes.
function withoutSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === "/") end--;
  return text.slice(0, end);
}

/** BigInts grow without bounds; numbers do not. */
function power(base: number, exponent: number): number {
  if (typeof base !== "number" || typeof exponent !== "number") throw new NotCalculable();
  return base ** exponent;
}

function shifted(base: number, count: number): number {
  if (typeof base !== "number" || typeof count !== "number") throw new NotCalculable();
  return base << count;
}

function callMethod(name: string, text: unknown, values: readonly unknown[]): unknown {
  if (typeof text !== "string") throw new NotCalculable();
  if (name === "length") return text.length;
  if (!STRING_METHODS.has(name)) throw new NotCalculable();
  if (!isSmall(name, text, values)) throw new NotCalculable();
  const method = text[name as "slice"] as (this: string, ...values: unknown[]) => unknown;
  return method.apply(text, [...values]);
}

function isSmall(name: string, text: string, values: readonly unknown[]): boolean {
  const [first, second] = values;
  if (name === "repeat") return text.length * Number(first) <= MAX_CHARACTERS;
  if (name === "padStart" || name === "padEnd") return !(Number(first) > MAX_CHARACTERS);
  if (values.some((value) => value instanceof RegExp)) return text.length <= MAX_PATTERN_INPUT;
  // Each place may be replaced by as many characters.
  if (name === "replaceAll") return (text.length + 1) * String(second).length <= MAX_CHARACTERS;
  return true;
}

/** A group that repeats, a backreference or a lookaround can make a match take exponential time. */
const SLOW_PATTERN = /\)[*+?{]|\\[1-9k]|\(\?[=!<]/u;

/** Each of these multiplies the time of a failing match by the length of the input. */
const UNBOUNDED = /[*+]|\{\d+,/gu;
const MAX_UNBOUNDED = 3;

/** A regular expression that is safe to run, or null. */
export function safePattern(source: string, flags: string): RegExp | null {
  if (source.length > MAX_PATTERN_INPUT || SLOW_PATTERN.test(source)) return null;
  if ((source.match(UNBOUNDED)?.length ?? 0) > MAX_UNBOUNDED) return null;
  try {
    return new RegExp(source, flags);
  } catch {
    return null;
  }
}
