/** What an identity comes to where its sources have values. */
import { calculate } from "./calculate.js";
import type { Identity, SourceIdentity } from "./identity.js";

/** The value is not known, or its computation throws. */
export const NOT_KNOWN = Symbol("not known");

/** The value of an import or a variable, or `NOT_KNOWN`. */
export type ValueOfSource = (source: SourceIdentity) => unknown;

export function valuate(identity: Identity, valueOf: ValueOfSource): unknown {
  switch (identity.kind) {
    case "constant":
      return identity.value;
    case "operation": {
      const operands: unknown[] = [];
      for (const operand of identity.operands) {
        const value = valuate(operand, valueOf);
        if (value === NOT_KNOWN) return NOT_KNOWN;
        operands.push(value);
      }
      try {
        return isOrdered(identity.operator, operands) ? calculate(identity.operator, operands) : NOT_KNOWN;
      } catch {
        return NOT_KNOWN;
      }
    }
    case "fresh":
      return NOT_KNOWN;
    default:
      return valueOf(identity);
  }
}

const ORDERS: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);

/** Code that asks which of two values is greater has values in mind of which one is, or neither: `a < b` and `a >= b` exclude each other. */
function isOrdered(operator: string, operands: readonly unknown[]): boolean {
  return !ORDERS.has(operator) || Boolean(calculate("<", operands)) !== Boolean(calculate(">=", operands));
}
