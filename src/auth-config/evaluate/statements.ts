/** Statements. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../ast.js";
import { Scope } from "../scope.js";
import { listingsOf, withListings } from "../values.js";
import { bindNew, initialize } from "./assignments.js";
import { defineClass } from "./classes.js";
import { Interrupted, LostTrack, Thrown } from "./endings.js";
import type { Completion } from "./endings.js";
import { isEnvironmentImport, isGenerated } from "./environment.js";
import { mayLeave } from "./footprint.js";
import { forgetCode } from "./forget.js";
import { noteGuardedAssignments } from "./guards.js";
import { hoist } from "./hoisting.js";
import { doWhileLoop, forInLoop, forLoop, forOfLoop, labeled, switchStatement, whileLoop } from "./loops.js";
import { enumDeclaration, importEquals, namespaceDeclaration } from "./namespaces.js";
import type { Run } from "./run.js";
import type { Executors } from "./tables.js";

const nothing = (): null => null;

export const executors: Executors = {
  BlockStatement: (node, scope, run) => executeAll(node.body, new Scope(scope), run),
  BreakStatement: ({ label }) => ({ kind: "break", label: label?.name ?? null }),
  ClassDeclaration: classDeclaration,
  ContinueStatement: ({ label }) => ({ kind: "continue", label: label?.name ?? null }),
  DebuggerStatement: nothing,
  DoWhileStatement: doWhileLoop,
  EmptyStatement: nothing,
  ExpressionStatement: (node, scope, run) => {
    run.evaluate(node.expression, scope);
    return null;
  },
  ForInStatement: forInLoop,
  ForOfStatement: forOfLoop,
  ForStatement: forLoop,
  FunctionDeclaration: nothing,
  IfStatement: ifStatement,
  ImportDeclaration: importDeclaration,
  LabeledStatement: labeled,
  ReturnStatement: (node, scope, run) => {
    const { argument } = node;
    const value = argument == null ? run.constant(undefined, node, scope) : run.evaluate(argument, scope);
    return { kind: "return", value: withListings(value, run.reasons) };
  },
  SwitchStatement: switchStatement,
  TSDeclareFunction: nothing,
  TSEnumDeclaration: enumDeclaration,
  TSImportEqualsDeclaration: importEquals,
  TSInterfaceDeclaration: nothing,
  TSModuleDeclaration: namespaceDeclaration,
  TSTypeAliasDeclaration: nothing,
  ThrowStatement: throwStatement,
  TryStatement: tryStatement,
  VariableDeclaration: variableDeclaration,
  WhileStatement: whileLoop,
};

/** Runs the statements of a block, whose names are declared first. */
function executeAll(statements: readonly Node[], scope: Scope, run: Run): Completion | null {
  hoist(statements, scope, run);
  for (const statement of statements) {
    const completion = run.execute(statement, scope);
    if (completion != null) return completion;
  }
  return null;
}

/** Leaves code out of which nobody can tell whether it runs. Where it may end what is around it, nobody can tell what runs next. */
function leaveOut(nodes: readonly (Node | null)[], scope: Scope, run: Run): void {
  forgetCode(nodes, scope, run);
  if (nodes.some((node) => node != null && mayLeave(node))) throw new LostTrack();
}

function ifStatement(node: TSESTree.IfStatement, scope: Scope, run: Run): Completion | null {
  const { consequent, alternate } = node;
  const test = run.evaluate(node.test, scope);
  const answer = run.decide(test);
  if (answer == null) {
    leaveOut([consequent, alternate], scope, run);
    return null;
  }
  const [taken, other] = answer ? [consequent, alternate] : [alternate, consequent];
  const listings = listingsOf(test);
  run.suspect([other, taken], listings, scope);
  const completion = taken == null ? null : run.because(listings, () => run.execute(taken, scope));
  noteGuardedAssignments(node, scope, run);
  return completion;
}

function throwStatement(node: TSESTree.ThrowStatement, scope: Scope, run: Run): never {
  const value = run.quietly(() => run.evaluate(node.argument, scope));
  throw new Thrown(node, value, run.reasons);
}

function tryStatement(node: TSESTree.TryStatement, scope: Scope, run: Run): Completion | null {
  const { block, finalizer, handler } = node;
  let completion: Completion | null;
  try {
    completion = handler == null ? run.execute(block, scope) : guardedBlock(block, handler, scope, run);
  } catch (error) {
    if (error instanceof Thrown && finalizer != null) {
      // What ends in the `finally` block forgets the error.
      const ended = run.execute(finalizer, scope);
      if (ended != null) return ended;
    } else if (error instanceof LostTrack && finalizer != null) {
      forgetCode([finalizer], scope, run);
    }
    throw error;
  }
  const ended = finalizer == null ? null : run.execute(finalizer, scope);
  return ended ?? completion;
}

/**
 * Runs a block, and its `catch` where it throws. From the first statement on that may have thrown, neither what is left of the block nor
 * the `catch` is certain.
 */
function guardedBlock(
  block: TSESTree.BlockStatement,
  handler: TSESTree.CatchClause,
  outer: Scope,
  run: Run,
): Completion | null {
  const scope = new Scope(outer);
  const before = run.possibleThrows;
  let left: readonly Node[] = block.body;
  try {
    return run.guarded(() => {
      hoist(block.body, scope, run);
      for (const [index, statement] of block.body.entries()) {
        left = block.body.slice(index);
        const completion = run.execute(statement, scope);
        if (run.possibleThrows !== before) throw new Interrupted();
        if (completion != null) return completion;
      }
      return null;
    });
  } catch (error) {
    if (error instanceof LostTrack || error instanceof Interrupted) {
      forgetCode(left, scope, run);
      forgetCode([handler.param, handler.body], outer, run);
      const mayEnd = error instanceof LostTrack || [block, handler.body].some(mayLeave);
      if (mayEnd) throw new LostTrack();
      return null;
    }
    if (!(error instanceof Thrown)) throw error;
    if (run.possibleThrows !== before) {
      // It throws for certain, but perhaps earlier.
      forgetCode(left, scope, run);
    }
    return runHandler(handler, error, outer, run);
  }
}

function runHandler(handler: TSESTree.CatchClause, error: Thrown, outer: Scope, run: Run): Completion | null {
  const scope = new Scope(outer);
  if (handler.param != null) {
    // An error that the language makes has members that are not known.
    bindNew(handler.param, error.value ?? run.unknown(handler.param, scope), handler, scope, run);
  }
  return executeAll(handler.body.body, scope, run);
}

function variableDeclaration(node: TSESTree.VariableDeclaration, scope: Scope, run: Run): null {
  const isVar = node.kind === "var";
  for (const declarator of node.declarations) {
    const { id, init } = declarator;
    if (node.declare) {
      initialize(id, run.unknown(id, scope), declarator, isVar, scope, run);
    } else if (init != null) {
      initialize(id, run.evaluate(init, scope), declarator, isVar, scope, run);
    } else if (!isVar) {
      initialize(id, run.constant(undefined, declarator, scope), declarator, isVar, scope, run);
    }
    // `using x = …` calls what the value brings along.
    if (node.kind === "using" || node.kind === "await using") forgetCode([id], scope, run);
  }
  return null;
}

function classDeclaration(node: TSESTree.ClassDeclaration, scope: Scope, run: Run): null {
  const value = defineClass(node, scope, run);
  if (node.id != null) scope.declare(node.id.name, node, value);
  return null;
}

function importDeclaration(node: TSESTree.ImportDeclaration, scope: Scope, run: Run): null {
  const module = node.source.value;
  const isProcess = module === "process" || module === "node:process";
  for (const specifier of node.specifiers) {
    const { local } = specifier;
    const imported = importedName(specifier);
    const origin = run.origin(local, scope);
    const value = isEnvironmentImport(imported, local.name)
      ? ({ kind: "environment", origin, isImported: !isProcess && !isGenerated(module) } as const)
      : isProcess
        ? ({ kind: "native", name: "process", origin } as const)
        : run.unknown(local, scope, { identity: run.identities.imported(module, imported) });
    scope.declare(local.name, specifier, value, true);
  }
  return null;
}

/** The name under which the other module exports something, or null for the module as a whole. */
function importedName(specifier: TSESTree.ImportClause): string | null {
  if (specifier.type === "ImportNamespaceSpecifier") return null;
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  return specifier.imported.type === "Identifier" ? specifier.imported.name : specifier.imported.value;
}
