/** Loops, `switch` and labels: run round by round while that can be told, and forgotten otherwise. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../ast.js";
import { Scope } from "../scope.js";
import { isHole, listingsOf } from "../values.js";
import type { Frame, Value } from "../values.js";
import { listedMembers } from "./containers.js";
import { assign, bindNew } from "./assignments.js";
import { LostTrack } from "./endings.js";
import type { Completion } from "./endings.js";
import { mayLeave } from "./footprint.js";
import { forgetCode } from "./forget.js";
import { hoist } from "./hoisting.js";
import { calculated } from "./operations.js";
import { elementsOf } from "./objects-and-lists.js";
import type { Run } from "./run.js";
import { truthOf } from "./text.js";

/** Runs a construct of which it may turn out that nobody can tell how it goes on: it is forgotten as a whole then. */
function followed(node: Node, scope: Scope, run: Run, work: () => Completion | null): Completion | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof LostTrack)) throw error;
    forgetCode([node], scope, run);
    if (mayLeave(node)) throw error;
    return null;
  }
}

/** One round of a loop. */
function round(loop: Node, body: Node, isRepeated: boolean, scope: Scope, run: Run): Completion | null {
  const frame: Frame = { call: loop, callee: loop, calls: new Set([loop]), isRepeated };
  return run.framed(frame, () => run.execute(body, scope));
}

/** Whether a loop ends here, and with what; `continue` and a plain end go on. */
function endOf(completion: Completion | null, loop: Node): { readonly completion: Completion | null } | null {
  if (completion == null) return null;
  if (completion.kind === "return") return { completion };
  const isOwn = completion.label == null || labelsOf(loop).includes(completion.label);
  if (!isOwn) return { completion };
  return completion.kind === "break" ? { completion: null } : null;
}

function labelsOf(loop: Node): readonly string[] {
  const labels: string[] = [];
  for (let { parent } = loop; parent?.type === "LabeledStatement"; { parent } = parent) labels.push(parent.label.name);
  return labels;
}

/** Whether the condition of a loop holds. One that is not computed says nothing about how often the loop runs: no answer stays true. */
function holds(test: Node, scope: Scope, run: Run): boolean {
  const answer = truthOf(run.evaluate(test, scope));
  if (answer == null) throw new LostTrack();
  return answer;
}

export function whileLoop(node: TSESTree.WhileStatement, scope: Scope, run: Run): Completion | null {
  return followed(node, scope, run, () => {
    while (holds(node.test, scope, run)) {
      const end = endOf(round(node, node.body, true, new Scope(scope), run), node);
      if (end != null) return end.completion;
    }
    return null;
  });
}

export function doWhileLoop(node: TSESTree.DoWhileStatement, scope: Scope, run: Run): Completion | null {
  return followed(node, scope, run, () => {
    do {
      const end = endOf(round(node, node.body, true, new Scope(scope), run), node);
      if (end != null) return end.completion;
    } while (holds(node.test, scope, run));
    return null;
  });
}

export function forLoop(node: TSESTree.ForStatement, outer: Scope, run: Run): Completion | null {
  return followed(node, outer, run, () => {
    let scope = new Scope(outer);
    const { init, test, update } = node;
    if (init?.type === "VariableDeclaration") {
      hoist([init], scope, run);
      run.execute(init, scope);
    } else if (init != null) {
      run.evaluate(init, scope);
    }
    while (test == null || holds(test, scope, run)) {
      const end = endOf(round(node, node.body, true, new Scope(scope), run), node);
      if (end != null) return end.completion;
      scope = nextRound(scope, outer);
      if (update != null) run.evaluate(update, scope);
    }
    return null;
  });
}

/** Each round has variables of its own, which functions of that round keep. */
function nextRound(scope: Scope, outer: Scope): Scope {
  const next = new Scope(outer);
  for (const [name, { declaration, isConstant, isForgotten, isShared, value }] of scope.entries()) {
    const binding = next.declare(name, declaration, value, isConstant);
    binding.isForgotten = isForgotten;
    binding.isShared = isShared;
  }
  return next;
}

export function forOfLoop(node: TSESTree.ForOfStatement, scope: Scope, run: Run): Completion | null {
  return followed(node, scope, run, () => {
    const subject = run.evaluate(node.right, scope);
    const elements = node.await ? null : elementsOf(subject, node.right, scope, run);
    if (elements == null) {
      run.giveAway([subject]);
      throw new LostTrack();
    }
    run.suspect(elements.length === 0 ? [node.body] : [], listingsOf(subject), scope);
    // A list may grow while it is iterated.
    const live = subject.kind === "list" && !subject.elements.some(isHole) ? subject : null;
    const iterated = subject.kind === "unknown" ? (subject.iteration?.list.elements ?? null) : null;
    const before = iterated == null ? null : [...iterated];
    for (let index = 0; index < (live?.elements ?? elements).length; index++) {
      const element = (live?.elements ?? elements)[index];
      if (element == null || live?.isComplete === false) throw new LostTrack();
      if (iterated?.length !== before?.length || iterated?.[index] !== before?.[index]) throw new LostTrack();
      const end = endOf(iteration(node, element, elements.length > 1, scope, run), node);
      if (end != null) return end.completion;
    }
    if (live?.isComplete === false) throw new LostTrack();
    return null;
  });
}

export function forInLoop(node: TSESTree.ForInStatement, scope: Scope, run: Run): Completion | null {
  return followed(node, scope, run, () => {
    const subject = run.evaluate(node.right, scope);
    if (subject.kind === "environment" && !subject.isImported) {
      run.suspect([node.body], new Set([node.right]), scope);
      return null;
    }
    const names = namesOf(subject);
    for (const name of names) {
      if (!isStillThere(subject, name)) continue;
      const end = endOf(iteration(node, run.primitive(name, node.right, scope), names.length > 1, scope, run), node);
      if (end != null) return end.completion;
    }
    run.suspect(names.length === 0 ? [node.body] : [], listingsOf(subject), scope);
    return null;
  });
}

function namesOf(subject: Value): readonly string[] {
  if (subject.kind === "list" && subject.isComplete && !subject.elements.some(isHole))
    return subject.elements.map((_, index) => String(index));
  if (subject.kind === "constant") return [];
  if (subject.kind !== "object" || !subject.isClosed || subject.prototype != null) throw new LostTrack();
  return listedMembers(subject).map(({ name }) => name);
}

/** What is removed in between is not visited any more. */
function isStillThere(subject: Value, name: string): boolean {
  if (subject.kind === "list") return subject.isComplete && Number(name) < subject.elements.length;
  if (subject.kind !== "object") return true;
  if (!subject.isClosed) throw new LostTrack();
  return subject.members.has(name);
}

function iteration(
  node: TSESTree.ForInStatement | TSESTree.ForOfStatement,
  value: Value,
  isRepeated: boolean,
  scope: Scope,
  run: Run,
): Completion | null {
  const inner = new Scope(scope);
  const { left } = node;
  const [declarator] = left.type === "VariableDeclaration" ? left.declarations : [];
  if (left.type === "VariableDeclaration" && left.kind !== "var" && declarator != null) {
    bindNew(declarator.id, value, declarator, inner, run);
  } else {
    assign(declarator?.id ?? left, value, node, scope, run);
  }
  return round(node, node.body, isRepeated, inner, run);
}

export function switchStatement(node: TSESTree.SwitchStatement, outer: Scope, run: Run): Completion | null {
  return followed(node, outer, run, () => {
    const subject = run.evaluate(node.discriminant, outer);
    const scope = new Scope(outer);
    const statements = node.cases.flatMap(({ consequent }) => consequent);
    hoist(statements, scope, run);
    const { index, listings } = chosenCase(node, subject, scope, run);
    run.suspect(statements, listings, scope);
    return run.because(listings, () => {
      for (const { consequent } of index < 0 ? [] : node.cases.slice(index)) {
        for (const statement of consequent) {
          const completion = run.execute(statement, scope);
          if (completion?.kind === "break" && completion.label == null) return null;
          if (completion != null) return completion;
        }
      }
      return null;
    });
  });
}

/** The case from which on the statements run. */
function chosenCase(node: TSESTree.SwitchStatement, subject: Value, scope: Scope, run: Run) {
  let listings = listingsOf(subject);
  for (const [index, { test }] of node.cases.entries()) {
    if (test == null) continue;
    const value = run.evaluate(test, scope);
    const isEqual = calculated("===", [subject, value], [node.discriminant, test], test, scope, run);
    if (listings.size === 0) listings = listingsOf(isEqual);
    const answer = run.decide(isEqual);
    if (answer == null) throw new LostTrack();
    if (answer) return { index, listings };
  }
  return { index: node.cases.findIndex(({ test }) => test == null), listings };
}

/** `name: { … break name; … }`; the labels of loops are the loops' own business. */
export function labeled(node: TSESTree.LabeledStatement, scope: Scope, run: Run): Completion | null {
  return followed(node, scope, run, () => {
    const completion = run.execute(node.body, scope);
    const isOwnBreak = completion?.kind === "break" && completion.label === node.label.name;
    return isOwnBreak ? null : completion;
  });
}
