/** Compares what the evaluator says of a program with what the program does when it is run. */
import type { Part, Value } from "../../src/auth-config/values.js";
import { execute } from "../proof/execute.js";
import type { Environment } from "../proof/execute.js";
import { read } from "./read.js";

/** What stands for a value that the evaluator leaves open. */
export const UNKNOWN = "<unknown>";

/** What stands for the value of a program that throws. */
export const THROWS = "<throws>";

/** What the evaluator says that the only element of the default export is, as JSON with {@link UNKNOWN} in it. */
export function evaluated(text: string): unknown {
  const { endings, variants } = read(text);
  const [variant] = variants;
  if (variant == null) return endings.isExhaustive && endings.threw.length === 1 ? THROWS : UNKNOWN;
  if (variants.length > 1 || endings.threw.length > 0) throw new Error(`forks: ${text}`);
  const value = variant.defaultExport?.value;
  if (value?.kind !== "list" || !value.isComplete || value.elements.length !== 1) return UNKNOWN;
  return inJson(value.elements[0], new Set()) ?? null;
}

/** What JavaScript makes of the only element of the default export, as JSON. */
export function executed(text: string): unknown {
  const execution = execute(text, { environment: {} });
  if (execution.outcome === "threw") return THROWS;
  if (execution.outcome !== "exported") throw new Error(`${execution.outcome}: ${text}`);
  return (execution.value as readonly unknown[])[0];
}

/** A value as JSON shows it; undefined where JSON shows nothing. */
function inJson(value: Value | undefined, holders: Set<Value>): unknown {
  if (value == null || holders.has(value)) return UNKNOWN;
  switch (value.kind) {
    case "constant":
      if (typeof value.value === "bigint") return UNKNOWN;
      if (typeof value.value !== "number") return value.value;
      // JSON has neither a negative zero nor what is not finite.
      return Number.isFinite(value.value) ? value.value + 0 : null;
    case "text":
      return value.parts.map((part) => (part.kind === "literal" ? part.text : UNKNOWN)).join("");
    case "function":
    case "class":
      return undefined;
    case "list":
      if (!value.isComplete) return UNKNOWN;
      return value.elements.map((element) => inJson(element, new Set([...holders, value])) ?? null);
    case "object": {
      if (!value.isClosed) return UNKNOWN;
      const members = [...value.members.values()].map((member) => [
        member.name,
        inJson(member.value, new Set([...holders, value])),
      ]);
      return Object.fromEntries(members.filter(([, member]) => member !== undefined));
    }
    default:
      return UNKNOWN;
  }
}

export interface Circumstances {
  readonly environment?: Environment;
  readonly modules?: Readonly<Record<string, string>>;
}

/** Why what the evaluator says cannot be true of a program, as JavaScript runs it; null where it can. What is left open is always true. */
export function contradiction(text: string, { environment = {}, modules = {} }: Circumstances = {}): string | null {
  const { endings, variants } = read(text);
  const execution = execute(text, { environment, modules });
  // What is left out may throw, whatever is known besides.
  if (execution.outcome === "threw") return null;
  if (execution.outcome !== "exported") throw new Error(`${execution.outcome}: ${text}`);
  if (!endings.isExhaustive) return null;
  const reasons = variants.map((variant) =>
    differenceIn(variant.defaultExport?.value, execution.value, environment, "default"),
  );
  if (reasons.includes(null)) return null;
  return reasons.length === 0 ? "does not throw" : reasons.join(" | ");
}

function differenceIn(value: Value | undefined, real: unknown, environment: Environment, path: string): string | null {
  const differs = (says: string): string => `${path} is ${JSON.stringify(real)}, not ${says}`;
  switch (value?.kind) {
    case undefined:
      return real === undefined ? null : differs("left out");
    case "constant": {
      const constant = value.value;
      if (typeof constant === "bigint") return differs("a bigint");
      const shown = typeof constant === "number" && !Number.isFinite(constant) ? null : constant;
      return Object.is(shown ?? null, real ?? null) || (shown === 0 && real === 0) ? null : differs(String(constant));
    }
    case "text":
      return typeof real === "string" && patternOf(value.parts, environment).test(real)
        ? null
        : differs(String(patternOf(value.parts, environment)));
    case "function":
    case "class":
      return real == null ? null : differs(`a ${value.kind}`);
    case "list":
      return differenceInList(value.elements, value.isComplete, real, environment, path);
    case "object": {
      if (typeof real !== "object" || real === null || Array.isArray(real)) return differs("an object");
      const realMembers = new Map(Object.entries(real));
      for (const member of value.members.values()) {
        const place = `${path}.${member.name}`;
        const difference = differenceIn(member.value, realMembers.get(member.name), environment, place);
        if (difference != null) return difference;
      }
      const unseen = [...realMembers.keys()].filter((name) => !value.members.has(name));
      return value.isClosed && unseen.length > 0 ? differs(`without ${unseen.join()}`) : null;
    }
    case "unknown":
      if (value.isFalsy && real) return differs("falsy");
      if (value.type === "boolean" && typeof real !== "boolean") return differs("a boolean");
      return value.type === "number" && typeof real !== "number" && real !== null ? differs("a number") : null;
    default:
      return null;
  }
}

function differenceInList(
  elements: readonly Value[],
  isComplete: boolean,
  real: unknown,
  environment: Environment,
  path: string,
): string | null {
  if (!Array.isArray(real)) return `${path} is ${JSON.stringify(real)}, not a list`;
  if (isComplete) {
    if (elements.length !== real.length) {
      return `${path} has ${String(real.length)} elements, not ${String(elements.length)}`;
    }
    for (const [index, element] of elements.entries()) {
      const difference = differenceIn(element, real[index], environment, `${path}[${String(index)}]`);
      if (difference != null) return difference;
    }
    return null;
  }
  // Others may be before, between and after.
  let from = 0;
  for (const [index, element] of elements.entries()) {
    while (from < real.length && differenceIn(element, real[from], environment, path) != null) from += 1;
    if (from++ >= real.length) return `${path} ${JSON.stringify(real)} lacks element ${String(index)}`;
  }
  return null;
}

function patternOf(parts: readonly Part[], environment: Environment): RegExp {
  const source = parts.map((part) => {
    if (part.kind === "unknown") return part.isFalsy ? "(?:undefined|null|false|0|NaN|)" : "[^]*";
    return (part.kind === "literal" ? part.text : (environment[part.name] ?? "")).replace(
      /[\\^$.*+?()[\]{}|]/g,
      String.raw`\$&`,
    );
  });
  return new RegExp(`^${source.join("")}$`);
}
