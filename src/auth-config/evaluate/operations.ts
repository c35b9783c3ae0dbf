/** What operators make of values, known or not. */
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import { isHeld, isNullish, listingsOf, unionOf, withListings } from "../values.js";
import type { Value } from "../values.js";
import { NotCalculable, calculate } from "./calculate.js";
import { convert } from "./forget.js";
import type { Primitive } from "./identity.js";
import type { Run } from "./run.js";
import { allKnown, joined, unknownText } from "./text.js";

/** What an operator makes of values, each with the node that it is written as. */
export function calculated(
  operator: string,
  values: readonly Value[],
  nodes: readonly Node[],
  node: Node,
  scope: Scope,
  run: Run,
): Value {
  const listings = unionOf(values.map((value) => listingsOf(value)));
  const known = allKnown(values);
  const [left, right] = values;
  if (!KEEPS_OBJECTS.has(operator) && !values.some(isNullish)) for (const value of values) convert(value, run);
  const isText = values.some(({ kind }) => kind === "text");
  if (operator === "+" && isText && left != null && right != null) {
    return joined(
      [
        [left, nodes[0] ?? node],
        [right, nodes[1] ?? node],
      ],
      node,
      scope,
      run,
    );
  }
  if (known != null) return withListings(computedValue(operator, known, node, scope, run), listings);
  if (left != null && right != null) {
    const answer = equality(operator, left, right);
    if (answer != null) return withListings(run.constant(answer, node, scope), listings);
  }
  // Arithmetic throws for symbols and for some objects; a comparison hardly ever does.
  if (!COMPARISONS.has(operator) && operator !== "typeof") run.mayThrow();
  return withListings(operation(operator, values, node, scope, run), listings);
}

function computedValue(operator: string, known: readonly Primitive[], node: Node, scope: Scope, run: Run): Value {
  try {
    return run.primitive(calculate(operator, known) as Primitive, node, scope);
  } catch (error) {
    if (!(error instanceof NotCalculable)) throw error;
    run.mayThrow();
    return run.unknown(node, scope);
  }
}

const COMPARISONS: ReadonlySet<string> = new Set(["!", "!=", "!==", "<", "<=", "==", "===", ">", ">=", "in"]);
/** Operators that look at objects as they are; others make strings or numbers of them. */
const KEEPS_OBJECTS: ReadonlySet<string> = new Set(["!", "!==", "===", "in", "typeof"]);
const ARITHMETIC: ReadonlySet<string> = new Set([
  "%",
  "&",
  "*",
  "**",
  "-",
  "/",
  "<<",
  ">>",
  ">>>",
  "^",
  "unary+",
  "unary-",
  "|",
  "~",
]);

/** An operation on values of which one cannot be read. */
export function operation(operator: string, values: readonly Value[], node: Node, scope: Scope, run: Run): Value {
  const identity = values.some(isHeld)
    ? run.identities.fresh()
    : run.identities.operation(
        operator,
        values.map((value) => run.identityOf(value)),
      );
  if (operator === "typeof") return unknownText(identity, node, scope, run);
  const type = COMPARISONS.has(operator) ? "boolean" : ARITHMETIC.has(operator) ? "number" : null;
  return run.unknown(node, scope, { identity, type });
}

/** Whether two values are equal, or unequal, where their kinds tell. */
function equality(operator: string, left: Value, right: Value): boolean | null {
  const isNegative = operator.startsWith("!");
  if (operator !== "===" && operator !== "==" && operator !== "!==" && operator !== "!=") return null;
  const answer = areEqual(left, right, operator.length === 2);
  return answer == null ? null : answer !== isNegative;
}

export function areEqual(left: Value, right: Value, isLoose: boolean): boolean | null {
  if (left.kind === "unknown" || right.kind === "unknown") return null;
  if (isHeld(left) && isHeld(right)) return left === right;
  if (left.kind === "text" && right.kind === "text") return null;
  if (isNullish(left) || isNullish(right)) return false;
  // A string and a number, an object and a string: only the loose operator converts.
  if (left.kind === "native" || right.kind === "native") return null;
  return isLoose || left.kind === right.kind ? null : false;
}
