/** The ways in which a run over auth.config can end that are no variant of the model. */
import { walk } from "../../../../src/auth-config/ast.js";
import type { Node, Program } from "../../../../src/auth-config/ast.js";
import type { AuthConfig } from "../../../../src/auth-config/config.js";
import { explore } from "../../../../src/auth-config/explore.js";
import { Interpreter } from "../../../../src/auth-config/interpreter.js";
import { surveyProgram } from "../../../../src/auth-config/survey.js";

export interface OtherRuns {
  /** Under some answers to its conditions the file throws, so that Convex refuses the push. */
  readonly throws: boolean;
  /** There are more ways through the file than were followed. */
  readonly isTooMuch: boolean;
}

/** What the model spends on a file. */
const STEPS = 200_000;
/** As many runs as the model makes at most. */
const MAX_RUNS = 64;

export function readOtherRuns({ program, text, isCommonJs }: AuthConfig): OtherRuns {
  const { volatileNames } = surveyProgram(program);
  const source = { program, text, hasEsmSyntax: !isCommonJs, callSites: new Map(), reads: new Map(), volatileNames };
  const budget = { steps: STEPS };
  const endings: string[] = [];
  explore((decide) => {
    const { kind } = new Interpreter(source, decide, budget).run();
    endings.push(kind);
    return kind !== "gave-up";
  });
  return { throws: endings.includes("threw"), isTooMuch: endings.includes("gave-up") || endings.length >= MAX_RUNS };
}

const UNCERTAIN: ReadonlySet<string> = new Set([
  "ArrowFunctionExpression",
  "ClassBody",
  "DoWhileStatement",
  "ForInStatement",
  "ForOfStatement",
  "ForStatement",
  "FunctionDeclaration",
  "FunctionExpression",
  "LabeledStatement",
  "SwitchStatement",
  "TryStatement",
  "WhileStatement",
]);

/** Tells the code that runs once and whose errors nothing catches from all other code. */
export function certainCode(program: Program): (node: Node) => boolean {
  const regions = [...walk(program)].filter(({ type }) => UNCERTAIN.has(type)).map(({ range }) => range);
  return ({ range: [start, end] }) => !regions.some((region) => region[0] <= start && end <= region[1]);
}
