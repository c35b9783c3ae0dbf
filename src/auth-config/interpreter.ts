/**
 * Runs the module as Convex would, as far as the text tells: statements in order, local functions called, conditions that the text does
 * not decide answered from outside. Everything that it does not know becomes an unknown value; nothing is reported, nothing is thrown out.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import { childrenOf, isFunction, isImportMetaEnv, namesIn, unwrap, walk } from "./ast.js";
import type { FunctionNode, Node, Program } from "./ast.js";
import { equalityKey } from "./explore.js";
import type { Decide } from "./explore.js";
import { Scope } from "./scope.js";
import type { Binding } from "./scope.js";
import { callStringMethod, concatenate } from "./strings.js";
import {
  Origin,
  assignedMember,
  enumerationsOf,
  heldBy,
  isCertainlyPresent,
  isFalsy,
  isNullish,
  isUndefined,
  literalText,
  newObject,
  opaqueKey,
  reachableFrom,
  soleOpaquePart,
  unionOf,
} from "./values.js";
import type {
  CallSites,
  ConstantValue,
  EnvPart,
  Frame,
  FunctionValue,
  ListValue,
  Member,
  ObjectValue,
  OpaquePart,
  Part,
  Spelling,
  TextValue,
  UnknownValue,
  Value,
} from "./values.js";

/** Something that happens while the module is evaluated, whatever becomes of its value. */
export type Effect =
  | { readonly kind: "enumeration"; readonly node: Node }
  | { readonly kind: "env-fallback"; readonly node: TSESTree.LogicalExpression; readonly fallback: Value }
  | {
      readonly kind: "env-read";
      readonly node: Node;
      readonly name: string;
      readonly nameNode: Node;
      readonly scope: Scope;
    }
  | { readonly kind: "front-end-read"; readonly node: Node; readonly name: string; readonly origin: Origin }
  | { readonly kind: "unsupported-api"; readonly node: Node; readonly api: string };

export interface DefaultExport {
  readonly value: Value;
  readonly node: Node;
}

/** What one run over the module leaves behind. */
export interface Execution {
  /** `export default`, `export { x as default }`, or what `module.exports` holds in a CommonJS file. */
  readonly defaultExport: DefaultExport | null;
  readonly effects: readonly Effect[];
  readonly root: Scope;
}

/** What does not change between the runs over one file. */
export interface Source {
  readonly program: Program;
  readonly text: string;
  readonly hasEsmSyntax: boolean;
  readonly callSites: CallSites;
  /** Every identifier that was read as a given declaration, over all runs. */
  readonly reads: Map<Node, Set<Node>>;
  /** Names that are assigned where the interpreter does not follow: in loops, classes, methods, async functions. */
  readonly volatileNames: ReadonlySet<string>;
}

/** The work that a file may cost over all its variants, in evaluated nodes: far above any real config, far below a noticeable pause. */
export interface Budget {
  steps: number;
}

class BudgetExceeded extends Error {}

/** The module threw: a guard, or a configuration that never loads. */
class ModuleThrew extends Error {}

export type Outcome =
  | { readonly kind: "completed"; readonly execution: Execution }
  | { readonly kind: "gave-up" }
  | { readonly kind: "threw" };

const MAX_DEPTH = 250;
const MAX_LIST_LENGTH = 20_000;
const MAX_KEY_LENGTH = 200;
/** The nearest ones are enough: each further one is a constant that holds a constant. */
const MAX_SPELLINGS = 16;

const ENV_NAME = /^[A-Z][A-Z0-9_]*$/u;
const ENV_READER =
  /^(?:assert|ensure|get|load|must|need|optional|read|require|_)*env(?:ironment)?_?(?:var(?:iable)?)?_?(?:orThrow|strict)?$/iu;
const STRICT_ENV_READER = /require|must|assert|ensure|need|orThrow|strict/iu;

/** List methods that change the list; `push` and `unshift` are followed. */
const MUTATING_LIST_METHODS: ReadonlySet<string> = new Set([
  "copyWithin",
  "fill",
  "pop",
  "reverse",
  "shift",
  "sort",
  "splice",
]);

/** What Convex refuses to run; with arguments, `Date` is a conversion only behind `new`. */
const UNSUPPORTED_CALLS: ReadonlySet<string> = new Set([
  "Date",
  "Date.now",
  "Math.random",
  "crypto.getRandomValues",
  "crypto.randomUUID",
  "crypto.subtle.generateKey",
  "fetch",
  "setImmediate",
  "setInterval",
  "setTimeout",
]);

type Completion =
  /** Some run of it returns one of these: what follows may run or not. */
  | { readonly kind: "may-return"; readonly node: Node; readonly values: readonly Value[] }
  | { readonly kind: "return"; readonly value: Value };

export class Interpreter {
  readonly #source: Source;
  readonly #decide: Decide;
  readonly #budget: Budget;
  readonly #effects: Effect[] = [];
  #frames: readonly Frame[] = [];
  #depth = 0;
  /** Above zero where code may run any number of times, or never. */
  #uncertain = 0;
  /** Above zero inside a `try` whose `catch` goes on. */
  #swallowing = 0;
  /** Above zero in the arguments of `console.log` and its like. */
  #printing = 0;
  /** Above zero where code is read for its value only: the right side of a `??` that never runs, the argument of a `throw`. */
  #quiet = 0;
  /** How often something ran so far that may have thrown. */
  #risks = 0;
  /** Unknown values that unknown code got hold of, with all that they were made from. */
  readonly #givenAway = new Set<Value>();

  constructor(source: Source, decide: Decide, budget: Budget) {
    this.#source = source;
    this.#decide = decide;
    this.#budget = budget;
  }

  run(): Outcome {
    try {
      return { kind: "completed", execution: this.#runModule() };
    } catch (error) {
      if (error instanceof ModuleThrew) return { kind: "threw" };
      if (error instanceof BudgetExceeded) return { kind: "gave-up" };
      throw error;
    }
  }

  // ── Module ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  #runModule(): Execution {
    const { program, hasEsmSyntax } = this.#source;
    const root = new Scope(null);
    const commonJs = hasEsmSyntax ? null : this.#declareCommonJs(program, root);
    let defaultExport: DefaultExport | null = null;
    let defaultName: Node | null = null;
    this.#hoist(program.body, root);
    for (const statement of program.body) {
      if (statement.type === "ExportDefaultDeclaration") {
        // The name of a class, if it has one, is known in the file as well.
        if (statement.declaration.type === "ClassDeclaration") this.#execute(statement.declaration, root);
        defaultExport = { value: this.#evaluateDefault(statement.declaration, root), node: statement.declaration };
      } else if (statement.type === "ExportNamedDeclaration") {
        for (const { local, exported } of statement.specifiers) {
          const name = exported.type === "Identifier" ? exported.name : exported.value;
          if (name !== "default") continue;
          if (statement.source == null) defaultName = local;
          else defaultExport = { value: this.#unknown(local, root), node: local };
        }
        const { declaration } = statement;
        if (declaration != null) this.#execute(declaration, root);
      } else {
        this.#execute(statement, root);
      }
    }
    if (defaultName != null) defaultExport = { value: this.#evaluate(defaultName, root), node: defaultName };
    if (commonJs != null) defaultExport = moduleExports(commonJs);
    return { defaultExport, effects: this.#effects, root };
  }

  #evaluateDefault(declaration: Node, root: Scope): Value {
    if (declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration") {
      return this.#functionOrClass(declaration, root);
    }
    return this.#evaluate(declaration, root);
  }

  #declareCommonJs(program: Program, root: Scope): ObjectValue {
    const origin = this.#origin(program, root);
    const exports = newObject(origin);
    const module = newObject(origin);
    module.members.set("exports", assignedMember("exports", exports, origin));
    root.declare("module", { value: module, declaration: program });
    root.declare("exports", { value: exports, declaration: program });
    return module;
  }

  // ── Statements ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  #hoist(statements: readonly Node[], scope: Scope): void {
    for (const statement of statements) {
      const declaration =
        statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration"
          ? statement.declaration
          : statement;
      if (declaration?.type === "FunctionDeclaration" && declaration.id != null) {
        const value = this.#functionOrClass(declaration, scope);
        scope.declare(declaration.id.name, { value, declaration });
      }
    }
  }

  #executeAll(statements: readonly Node[], scope: Scope): Completion | null {
    this.#hoist(statements, scope);
    if (this.#uncertain > 0) return this.#executeAllMaybe(statements, scope);
    for (const [index, statement] of statements.entries()) {
      const completion = this.#execute(statement, scope);
      if (completion?.kind === "may-return")
        return followedBy(completion, this.#executeMaybe(statements.slice(index + 1), scope));
      if (completion != null) return completion;
    }
    return null;
  }

  /** Runs statements that may not be reached. */
  #executeMaybe(statements: readonly Node[], scope: Scope): Completion | null {
    this.#uncertain += 1;
    const completion = this.#executeAllMaybe(statements, scope);
    this.#uncertain -= 1;
    return completion;
  }

  /** Runs statements of which any may end the run: each of them counts, for what it may change. */
  #executeAllMaybe(statements: readonly Node[], scope: Scope): Completion | null {
    let completion: Completion | null = null;
    for (const statement of statements) {
      this.#tolerating(() => {
        completion = followedBy(completion, this.#execute(statement, scope));
      });
    }
    return completion;
  }

  #execute(statement: Node, scope: Scope): Completion | null {
    this.#step();
    switch (statement.type) {
      case "VariableDeclaration":
        this.#declareVariables(statement, scope);
        return null;
      case "ExpressionStatement":
        this.#evaluate(statement.expression, scope);
        return null;
      case "BlockStatement":
        return this.#nested(() => this.#executeAll(statement.body, new Scope(scope)), null);
      case "IfStatement":
        return this.#nested(() => this.#executeIf(statement, scope), null);
      case "ReturnStatement": {
        const { argument } = statement;
        return {
          kind: "return",
          value: argument == null ? this.#constant(undefined, statement, scope) : this.#evaluate(argument, scope),
        };
      }
      case "ThrowStatement":
        this.#quietly(() => this.#evaluate(statement.argument, scope));
        throw new ModuleThrew();
      case "TryStatement":
        return this.#nested(() => this.#executeTry(statement, scope), null);
      case "ImportDeclaration":
        this.#declareImports(statement, scope);
        return null;
      case "ClassDeclaration":
        if (statement.id != null)
          this.#declare(statement.id.name, this.#functionOrClass(statement, scope), statement, scope);
        return null;
      case "TSExportAssignment":
        this.#assignModuleExports(this.#evaluate(statement.expression, scope), statement.expression, scope);
        return null;
      case "TSEnumDeclaration":
      case "TSModuleDeclaration":
        if (statement.id.type === "Identifier")
          this.#declare(statement.id.name, this.#unknown(statement.id, scope), statement, scope);
        return null;
      case "BreakStatement":
      case "ContinueStatement":
      // Only in code that may run or not: so may what stands behind them.
      case "FunctionDeclaration":
      case "EmptyStatement":
      case "TSTypeAliasDeclaration":
      case "TSInterfaceDeclaration":
      case "TSDeclareFunction":
        return null;
      default:
        return this.#executeLoop(statement, scope);
    }
  }

  /** Marks the members that `if (x) provider.name = x` sets: in neither case is anything said about them. */
  #noteGuardedAssignments(statement: TSESTree.IfStatement, scope: Scope): void {
    const guard = guardOf(statement);
    if (guard == null) return;
    const body = guard.guarded.type === "BlockStatement" ? guard.guarded.body : [guard.guarded];
    for (const { target, value } of body.flatMap((inner) => assignmentOf(inner))) {
      this.#quietly(() => {
        const key = opaqueKey(this.#evaluate(guard.subject, scope));
        if (key == null || key !== opaqueKey(this.#evaluate(value, scope))) return;
        const object = this.#evaluate(target.object, scope);
        const name = this.#memberName(target, scope);
        if (object.kind === "object" && name != null) object.deliberate.add(name);
      });
    }
  }

  #executeIf(statement: TSESTree.IfStatement, scope: Scope): Completion | null {
    this.#noteGuardedAssignments(statement, scope);
    const test = this.#evaluate(statement.test, scope);
    const truth = this.#truth(test);
    if (truth == null && hasConsequences(statement, scope)) this.#noteEnumerations(test);
    const answer = truth ?? this.#decideOn(test);
    const [branch, other] = answer
      ? [statement.consequent, statement.alternate]
      : [statement.alternate, statement.consequent];
    // Where code may run several times, so may both branches; and what a search in known objects finds is not guessed at.
    const isOpen = truth == null && other != null && (this.#uncertain > 0 || isDerived(test));
    const before = isOpen ? maybe(other, this.#executeMaybe([other], scope)) : null;
    return followedBy(before, branch == null ? null : this.#execute(branch, scope));
  }

  /** Runs code that may not run at all: what it throws does not count. */
  #tolerating(work: () => unknown): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof ModuleThrew)) throw error;
      this.#risks += 1;
    }
  }

  #executeTry(statement: TSESTree.TryStatement, scope: Scope): Completion | null {
    const { block, handler, finalizer } = statement;
    const swallows = handler != null && handler.body.body.at(-1)?.type !== "ThrowStatement";
    let completion: Completion | null;
    if (swallows) this.#swallowing += 1;
    try {
      completion = this.#executeGuarded(block.body, handler, scope);
    } catch (error) {
      if (!(error instanceof ModuleThrew) || handler == null) throw error;
      completion = this.#executeAll(handler.body.body, this.#scopeOfHandler(handler, scope));
    } finally {
      if (swallows) this.#swallowing -= 1;
    }
    return (finalizer == null ? null : this.#execute(finalizer, scope)) ?? completion;
  }

  /** The block of a `try`. Behind the first statement that may throw, the rest of it may run, and so may the `catch`. */
  #executeGuarded(statements: readonly Node[], handler: TSESTree.CatchClause | null, outer: Scope): Completion | null {
    const scope = new Scope(outer);
    if (handler == null) return this.#executeAll(statements, scope);
    this.#hoist(statements, scope);
    const before = this.#risks;
    for (const [index, statement] of statements.entries()) {
      const completion = this.#execute(statement, scope);
      if (this.#risks !== before) {
        const caught = this.#executeMaybe(handler.body.body, this.#scopeOfHandler(handler, outer));
        const rest = completion ?? this.#executeMaybe(statements.slice(index + 1), scope);
        return followedBy(maybe(handler, caught), maybe(statement, rest));
      }
      if (completion != null) return completion;
    }
    return null;
  }

  #scopeOfHandler(handler: TSESTree.CatchClause, outer: Scope): Scope {
    const scope = new Scope(outer);
    if (handler.param != null) this.#bind(handler.param, this.#unknown(handler.param, scope), scope, handler);
    return scope;
  }

  /** A loop or a `switch`: its body may run any number of times, so that what it changes is unknown afterwards. */
  #executeLoop(statement: Node, scope: Scope): Completion | null {
    return this.#nested<Completion | null>(() => {
      const inner = new Scope(scope);
      this.#uncertain += 1;
      if (statement.type === "ForOfStatement" || statement.type === "ForInStatement")
        this.#bindLoopVariable(statement, inner);
      let completion: Completion | null = null;
      for (const child of childrenOf(statement)) {
        this.#tolerating(() => {
          completion = followedBy(completion, maybe(statement, this.#executeUncertain(child, inner)));
        });
      }
      this.#uncertain -= 1;
      return completion;
    }, null);
  }

  #bindLoopVariable(statement: TSESTree.ForInStatement | TSESTree.ForOfStatement, scope: Scope): void {
    const subject = this.#evaluate(statement.right, scope);
    const changes = hasConsequences(statement.body, scope);
    const enumerates = statement.type === "ForInStatement" && subject.kind === "environment";
    if (enumerates && changes) this.#effect({ kind: "enumeration", node: statement.right });
    const { left } = statement;
    const targets = left.type === "VariableDeclaration" ? left.declarations.map(({ id }) => id) : [left];
    for (const target of targets) this.#bind(target, this.#unknownFrom(target, [subject], scope), scope, statement);
  }

  #executeUncertain(node: Node, scope: Scope): Completion | null {
    if (node.type === "SwitchCase") return this.#executeAllMaybe(node.consequent, scope);
    if (node.type.endsWith("Statement") || node.type.endsWith("Declaration")) {
      const isLoopVariable = node.type === "VariableDeclaration" && node.declarations.some(({ init }) => init == null);
      return isLoopVariable ? null : this.#execute(node, scope);
    }
    if (node.type.endsWith("Expression")) this.#evaluate(node, scope);
    return null;
  }

  #declareVariables(statement: TSESTree.VariableDeclaration, scope: Scope): void {
    for (const declarator of statement.declarations) {
      const { id, init } = declarator;
      const value = init == null ? this.#constant(undefined, declarator, scope) : this.#evaluate(init, scope);
      const isVar = statement.kind === "var";
      const isUnknown = statement.declare || (isVar && this.#uncertain > 0);
      this.#bind(
        id,
        isUnknown ? this.#unknownFrom(id, [value], scope) : value,
        isVar ? scope.function : scope,
        declarator,
      );
    }
  }

  #declareImports(statement: TSESTree.ImportDeclaration, scope: Scope): void {
    const source = statement.source.value;
    for (const specifier of statement.specifiers) {
      const { local } = specifier;
      const imported =
        specifier.type === "ImportSpecifier" && specifier.imported.type === "Identifier"
          ? specifier.imported.name
          : specifier.type;
      const isProcessModule = source === "process" || source === "node:process";
      const origin = this.#origin(local, scope);
      let value: Value = this.#unknown(local, scope);
      if (imported === "env" || local.name === "env")
        value = { kind: "environment", origin, isImported: !isProcessModule };
      else if (isProcessModule) value = { kind: "host", name: "process", origin };
      this.#declare(local.name, value, specifier, scope);
    }
  }

  #declare(name: string, value: Value, declaration: Node, scope: Scope): void {
    scope.declare(name, { value, declaration });
  }

  /** Binds a pattern (a name, `{ a }`, `[a]`, `a = b`) to a value. */
  #bind(pattern: Node, value: Value, scope: Scope, declaration: Node): void {
    switch (pattern.type) {
      case "Identifier": {
        const isVolatile = this.#source.volatileNames.has(pattern.name);
        scope.declare(pattern.name, {
          value: isVolatile ? this.#unknownFrom(pattern, [value], scope) : value,
          declaration,
        });
        break;
      }
      case "AssignmentPattern":
        this.#bind(pattern.left, this.#withDefault(value, pattern.right, scope), scope, declaration);
        break;
      case "ObjectPattern":
        for (const property of pattern.properties) {
          if (property.type === "RestElement") {
            const rest = this.#unknownFrom(property.argument, [value], scope);
            const listed = value.kind === "environment" ? { ...rest, enumerations: new Set<Node>([property]) } : rest;
            this.#bind(property.argument, listed, scope, declaration);
          } else {
            const name = this.#propertyName(property, scope);
            const member =
              name == null ? this.#unknown(property, scope) : this.#read(value, name, property.key, property, scope);
            this.#bind(property.value, member, scope, declaration);
          }
        }
        break;
      case "ArrayPattern":
        for (const [index, element] of pattern.elements.entries()) {
          if (element == null) continue;
          const item = value.kind === "list" && value.isComplete ? value.elements[index] : undefined;
          this.#bind(element, item ?? this.#unknownFrom(element, [value], scope), scope, declaration);
        }
        break;
      case "RestElement":
        this.#bind(pattern.argument, this.#unknown(pattern.argument, scope), scope, declaration);
        break;
      default:
        break;
    }
  }

  #withDefault(value: Value, fallback: Node, scope: Scope): Value {
    if (isUndefined(value)) return this.#evaluate(fallback, scope);
    if (value.kind !== "unknown") return value;
    const either = this.#unknownFrom(fallback, [value, this.#evaluate(fallback, scope)], scope);
    return { ...either, key: `${value.key} = ${this.#keyOf(fallback)}` };
  }

  // ── Expressions ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  #evaluate(expression: Node, scope: Scope): Value {
    this.#step();
    const node = unwrap(expression);
    const value = this.#nested(
      () => this.#evaluateUnwrapped(node, scope),
      () => this.#unknown(node, scope),
    );
    return expression.type === "TSNonNullExpression" ? spelledAs(value, { node: expression, scope }) : value;
  }

  #evaluateUnwrapped(node: Node, scope: Scope): Value {
    switch (node.type) {
      case "Literal":
        return this.#literal(node, scope);
      case "TemplateLiteral":
        return this.#template(node, scope);
      case "Identifier":
        return this.#identifier(node, scope);
      case "ObjectExpression":
        return this.#object(node, scope);
      case "ArrayExpression":
        return this.#list(node, scope);
      case "MemberExpression":
        return this.#member(node, scope);
      case "CallExpression":
        return this.#call(node, scope);
      case "ConditionalExpression":
        return this.#conditional(node, scope);
      case "LogicalExpression":
        return this.#logical(node, scope);
      case "UnaryExpression":
        return this.#unary(node, scope);
      case "BinaryExpression":
        return this.#binary(node, scope);
      case "AssignmentExpression":
        return this.#assignment(node, scope);
      case "UpdateExpression":
        return this.#update(node, scope);
      case "SequenceExpression":
        return node.expressions.reduce<Value>(
          (_, item) => this.#evaluate(item, scope),
          this.#constant(undefined, node, scope),
        );
      case "AwaitExpression": {
        const value = this.#evaluate(node.argument, scope);
        return value.kind === "unknown" ? { ...value, origin: this.#origin(node, scope) } : value;
      }
      case "ArrowFunctionExpression":
      case "FunctionExpression":
      case "ClassExpression":
        return this.#functionOrClass(node, scope);
      case "MetaProperty":
        return this.#unknown(node, scope);
      case "ImportExpression":
        if (literalText(this.#evaluate(node.source, scope)) == null) this.#noteUnsupported(node, "import()");
        return this.#unknown(node, scope);
      case "NewExpression":
        return this.#new(node, scope);
      case "TaggedTemplateExpression":
        return this.#handOver(node, this.#argumentValues(node.quasi.expressions, scope), scope, [
          this.#evaluate(node.tag, scope),
        ]);
      default:
        // A `yield`, an element of JSX: whatever it is, it gets what stands in it.
        return this.#handOver(
          node,
          childrenOf(node).map((child) => this.#evaluate(child, scope)),
          scope,
        );
    }
  }

  #literal(node: TSESTree.Literal, scope: Scope): Value {
    if (typeof node.value === "string")
      return this.#text([this.#literalPart(node as TSESTree.StringLiteral, node.value, scope)], node, scope);
    if ("regex" in node) return this.#unknown(node, scope);
    return this.#constant(node.value as ConstantValue["value"], node, scope);
  }

  #template(node: TSESTree.TemplateLiteral, scope: Scope): Value {
    let parts: readonly Part[] | null = [];
    for (const [index, quasi] of node.quasis.entries()) {
      const { cooked } = quasi.value;
      if (cooked && parts != null) parts = concatenate(parts, [this.#literalPart(quasi, cooked, scope)]);
      const expression = node.expressions[index];
      if (expression == null) continue;
      const inner = this.#asParts(this.#evaluate(expression, scope), expression, scope);
      if (parts != null) parts = concatenate(parts, inner);
    }
    if (parts == null) return this.#unknown(node, scope);
    // `${x}` alone is x, and an empty template is a text all the same.
    return this.#text(
      parts.length === 0 && node.quasis[0] != null ? [this.#literalPart(node.quasis[0], "", scope)] : parts,
      node,
      scope,
    );
  }

  #literalPart(leaf: TSESTree.StringLiteral | TSESTree.TemplateElement, text: string, scope: Scope): Part {
    return { kind: "literal", text, origin: this.#origin(leaf, scope), leaf, reads: null };
  }

  /** Characters that stand nowhere in the file. */
  #computedText(text: string, node: Node, scope: Scope): TextValue {
    return this.#text([this.#computedPart(text, node, scope)], node, scope);
  }

  #computedPart(text: string, node: Node, scope: Scope): Part {
    return { kind: "literal", text, origin: this.#origin(node, scope), leaf: null, reads: null };
  }

  /** How a value reads inside a longer text. */
  #asParts(value: Value, expression: Node, scope: Scope): readonly Part[] {
    const node = unwrap(expression);
    if (value.kind === "text") return value.parts;
    if (value.kind === "constant") return [this.#computedPart(String(value.value), node, scope)];
    return [
      {
        kind: "unknown",
        key: value.kind === "unknown" ? value.key : this.#keyOf(node),
        isFalsy: isFalsy(value),
        enumerations: enumerationsOf(value),
        spellings: [{ node, scope }],
      },
    ];
  }

  #identifier(node: TSESTree.Identifier, scope: Scope): Value {
    const { name } = node;
    if (name === "undefined") return this.#constant(undefined, node, scope);
    const binding = scope.resolve(name);
    if (binding == null) {
      if (name === "process" || name === "globalThis") return { kind: "host", name, origin: this.#origin(node, scope) };
      return this.#unknown(node, scope);
    }
    this.#noteRead(binding, node);
    return readThrough(node, spelledAs(binding.value, { node, scope }));
  }

  #object(node: TSESTree.ObjectExpression, scope: Scope): Value {
    const object = newObject(this.#origin(node, scope));
    const { members } = object;
    const own = new Map<string, Member>();
    for (const property of node.properties) {
      if (property.type === "SpreadElement") {
        for (const place of this.#spreadInto(object, property, scope)) object.enumerations.add(place);
        continue;
      }
      const name = this.#propertyName(property, scope);
      const value =
        property.kind === "init" ? this.#evaluate(property.value, scope) : this.#unknown(property.value, scope);
      if (name == null) {
        this.#obscure(object);
        continue;
      }
      const member: Member = {
        name,
        value,
        valueInFile: value,
        origin: this.#origin(property, scope),
        property,
        replaces: own.get(name) ?? null,
      };
      own.set(name, member);
      // A later member stands where it was written, not where the name first appeared.
      members.delete(name);
      object.deliberate.delete(name);
      members.set(name, member);
    }
    // Convex serializes the config, and this method says what as.
    if (members.has("toJSON")) this.#obscure(object);
    return object;
  }

  /** Copies what is spread into an object; returns where that listed `process.env`. */
  #spreadInto(object: ObjectValue, spread: TSESTree.SpreadElement, scope: Scope): Iterable<Node> {
    const value = this.#evaluate(spread.argument, scope);
    const guarded = this.#guardedNames(unwrap(spread.argument), scope);
    for (const name of guarded) object.deliberate.add(name);
    if (value.kind === "environment") {
      this.#obscure(object);
      return [spread];
    }
    if (value.kind !== "object") {
      if (!isFalsy(value) && (value.kind === "unknown" || value.kind === "text")) this.#obscure(object);
      return enumerationsOf(value);
    }
    if (!value.isClosed) this.#obscure(object);
    for (const member of value.members.values()) {
      if (!guarded.includes(member.name)) object.deliberate.delete(member.name);
      object.members.delete(member.name);
      object.members.set(member.name, member);
    }
    for (const name of value.deliberate) object.deliberate.add(name);
    object.spreads.push(value);
    return value.enumerations;
  }

  /** The members of `x ? { name: x } : {}` and `x && { name: x }` that hold the very value that guards them. */
  #guardedNames(expression: Node, scope: Scope): readonly string[] {
    const guard = guardOf(expression);
    const guarded = guard == null ? null : unwrap(guard.guarded);
    if (guard == null || guarded?.type !== "ObjectExpression") return [];
    return this.#quietly(() => {
      const key = opaqueKey(this.#evaluate(guard.subject, scope));
      if (key == null) return [];
      return guarded.properties.flatMap((property) => {
        if (property.type !== "Property" || opaqueKey(this.#evaluate(property.value, scope)) !== key) return [];
        const name = this.#propertyName(property, scope);
        return name == null ? [] : [name];
      });
    });
  }

  /** Something unseen is added: it may also replace any member that is there already. */
  #obscure(object: ObjectValue): void {
    this.#open(object, (_, unseen) => unseen);
  }

  /** Members that cannot be seen may be there now, and any known one may be another; `inFile` says what is left of its value in the file. */
  #open(object: ObjectValue, inFile: (member: Member, unseen: Value) => Value): void {
    object.isClosed = false;
    for (const [name, member] of object.members) {
      const { node, scope } = member.value.origin;
      const unseen = this.#unknown(node, scope, { key: `${this.#keyOf(node)} or another`, sources: [member.value] });
      object.members.set(name, { ...member, value: unseen, valueInFile: inFile(member, unseen) });
    }
  }

  /** Elements may have been moved, replaced and removed. */
  #scramble(list: ListValue): void {
    list.isComplete = false;
    for (const element of list.elements) list.others.add(element);
    list.elements.length = 0;
  }

  /** The file itself changes something that may be any of what a value was made from. */
  #disturb(value: Value): void {
    for (const reached of reachableFrom([value])) {
      this.#step();
      if (reached.kind === "object") this.#obscure(reached);
      else if (reached.kind === "list") this.#scramble(reached);
    }
  }

  #list(node: TSESTree.ArrayExpression, scope: Scope): Value {
    const list = this.#newList(node, scope);
    for (const element of node.elements) {
      if (element == null) list.elements.push(this.#constant(undefined, node, scope));
      else if (element.type !== "SpreadElement") list.elements.push(this.#evaluate(element, scope));
      else this.#appendAll(list, this.#evaluate(element.argument, scope));
    }
    return list;
  }

  #newList(node: Node, scope: Scope): ListValue {
    return { kind: "list", origin: this.#origin(node, scope), elements: [], isComplete: true, others: new Set() };
  }

  #appendAll(list: ListValue, value: Value): void {
    if (value.kind !== "list" || list.elements.length + value.elements.length > MAX_LIST_LENGTH) {
      this.#mayHold(list, [value]);
      return;
    }
    // Copies first: a list may be appended to itself.
    list.elements.push(...[...value.elements]);
    if (!value.isComplete) this.#mayHold(list, [...value.others]);
  }

  /** Something that cannot be evaluated may add values to a list, or what they hold. */
  #mayHold(list: ListValue, values: readonly Value[]): void {
    list.isComplete = false;
    for (const value of values) list.others.add(value.kind === "function" ? this.#callBack(value) : value);
  }

  #propertyName(property: TSESTree.Property, scope: Scope): string | null {
    if (property.computed) return literalText(this.#evaluate(property.key, scope));
    return property.key.type === "Identifier" ? property.key.name : String(property.key.value);
  }

  #member(node: TSESTree.MemberExpression, scope: Scope): Value {
    // It does not exist in Convex.
    if (isImportMetaEnv(node)) return this.#constant(undefined, node, scope);
    if (isGlobal(unwrap(node.object), "performance", scope)) this.#noteUnsupported(node, this.#keyOf(node));
    const object = this.#evaluate(node.object, scope);
    if (isUndefined(object) && node.optional) return object;
    const key: Value | null = node.computed ? this.#evaluate(node.property, scope) : null;
    const name = key == null ? this.#memberName(node, scope) : memberNameIn(key);
    if (name == null) return this.#unknownFrom(node, [object], scope);
    const value = this.#read(object, name, key?.origin.node ?? node.property, node, scope);
    const holder = unwrap(node.object);
    return holder.type === "Identifier" ? readThrough(holder, value) : value;
  }

  #memberName(node: TSESTree.MemberExpression, scope: Scope): string | null {
    if (!node.computed) return node.property.type === "Identifier" ? node.property.name : null;
    return memberNameIn(this.#evaluate(node.property, scope));
  }

  #read(object: Value, name: string, nameNode: Node, node: Node, scope: Scope): Value {
    switch (object.kind) {
      case "environment":
        if (object.isImported && !ENV_NAME.test(name)) return this.#unknown(node, scope);
        return this.#env(name, nameNode, node, scope);
      case "host":
        if (name === "env" && object.name === "process")
          return { kind: "environment", origin: this.#origin(node, scope), isImported: false };
        if (name === "process" && object.name === "globalThis")
          return { kind: "host", name, origin: this.#origin(node, scope) };
        return this.#unknown(node, scope);
      case "object": {
        const member = object.members.get(name);
        if (member != null) return member.value;
        return object.isClosed && !(name in Object.prototype)
          ? this.#constant(undefined, node, scope)
          : this.#unknown(node, scope, { enumerations: object.enumerations });
      }
      case "constant":
        // A member of `undefined`: the push ends here, unless something catches it.
        if (isImportMetaEnv(object.origin.node) && this.#swallowing === 0) {
          this.#effect({ kind: "front-end-read", node, name, origin: this.#origin(node, scope) });
        }
        return this.#unknown(node, scope);
      case "list": {
        const element = object.isComplete ? object.elements[Number(name)] : undefined;
        if (element != null) return element;
        if (name === "length" && object.isComplete) return this.#constant(object.elements.length, node, scope);
        return this.#unknownFrom(node, [object], scope);
      }
      default:
        return this.#unknownFrom(node, [object], scope);
    }
  }

  #env(name: string, nameNode: Node, node: Node, scope: Scope, isOptional = this.#swallowing > 0): Value {
    // esbuild replaces this one by a constant before the module is evaluated.
    if (name === "NODE_ENV") return this.#computedText("production", node, scope);
    this.#effect({ kind: "env-read", node, name, nameNode, scope });
    const spellings = node.type === "Property" ? [] : [{ node, scope }];
    const part: EnvPart = { kind: "env", key: `process.env.${name}`, name, isOptional, spellings };
    return this.#text([part], node, scope);
  }

  #conditional(node: TSESTree.ConditionalExpression, scope: Scope): Value {
    const test = this.#evaluate(node.test, scope);
    const truth = this.#truth(test);
    if (truth == null) this.#noteEnumerations(test);
    return this.#evaluate((truth ?? this.#decideOn(test)) ? node.consequent : node.alternate, scope);
  }

  #logical(node: TSESTree.LogicalExpression, scope: Scope): Value {
    const left = this.#evaluate(node.left, scope);
    if (node.operator === "&&") {
      const truth = this.#truth(left);
      if (truth == null) this.#noteEnumerations(left);
      if (truth ?? this.#decideOn(left)) return this.#evaluate(node.right, scope);
      if (truth === false) return left;
      if (left.kind === "unknown" && left.isBoolean) return this.#constant(false, node, scope);
      return this.#unknown(node, scope, {
        key: this.#conditionKey(left),
        isFalsy: true,
        enumerations: enumerationsOf(left),
      });
    }
    const env = soleOpaquePart(left);
    if (env?.kind === "env" && !env.isOptional) {
      const fallback = this.#quietly(() => this.#evaluate(node.right, scope));
      this.#effect({ kind: "env-fallback", node, fallback });
      return left;
    }
    if (node.operator === "??") {
      if (isNullish(left)) return this.#evaluate(node.right, scope);
      if (left.kind !== "unknown" && env == null) return left;
    } else {
      const truth = this.#truth(left);
      if (truth != null) return truth ? left : this.#evaluate(node.right, scope);
    }
    // Either side may be the value. The right one is still looked at for what it contains.
    return this.#unknownFrom(node, [left, this.#evaluate(node.right, scope)], scope);
  }

  #unary(node: TSESTree.UnaryExpression, scope: Scope): Value {
    const { argument, operator } = node;
    if (operator === "delete") return this.#delete(argument, scope);
    const value = this.#evaluate(argument, scope);
    if (operator === "void") return this.#constant(undefined, node, scope);
    if (operator === "!") {
      const truth = this.#truth(value);
      if (truth != null) return this.#constant(!truth, node, scope);
      return { ...this.#unknownFrom(node, [value], scope), key: negated(this.#conditionKey(value)), isBoolean: true };
    }
    if (operator === "typeof") {
      const type = typeOf(value);
      if (type != null) return this.#computedText(type, node, scope);
    }
    if (operator === "-" && value.kind === "constant" && typeof value.value === "number")
      return this.#constant(-value.value, node, scope);
    return this.#unknownFrom(node, [value], scope);
  }

  #delete(argument: Node, scope: Scope): Value {
    const target = unwrap(argument);
    if (target.type === "MemberExpression") {
      const object = this.#evaluate(target.object, scope);
      const name = this.#memberName(target, scope);
      if (object.kind === "object" && name != null && this.#uncertain === 0) object.members.delete(name);
      else this.#disturb(object);
    }
    return this.#constant(true, argument, scope);
  }

  #binary(node: TSESTree.BinaryExpression, scope: Scope): Value {
    const left = this.#evaluate(node.left, scope);
    const right = this.#evaluate(node.right, scope);
    switch (node.operator) {
      case "+":
        return this.#plus(node, left, right, scope);
      case "===":
      case "==":
      case "!==":
      case "!=":
        return this.#equality(node, left, right, scope);
      case "in":
        if (right.kind === "environment")
          return this.#unknown(node, scope, { isBoolean: true, enumerations: new Set([node]) });
        if (right.kind === "object") return this.#isIn(right, literalText(left), node, scope);
        break;
      case "<":
      case ">":
      case "<=":
      case ">=":
      case "instanceof":
        return { ...this.#unknownFrom(node, [left, right], scope), isBoolean: true };
      default:
        break;
    }
    return this.#unknownFrom(node, [left, right], scope);
  }

  /** `name in object`, where the object tells. */
  #isIn(object: ObjectValue, name: string | null, node: Node, scope: Scope): Value {
    if (name != null && object.members.has(name) && object.isClosed) return this.#constant(true, node, scope);
    if (name != null && object.isClosed && !(name in Object.prototype)) return this.#constant(false, node, scope);
    return { ...this.#unknownFrom(node, [object], scope), isBoolean: true };
  }

  #plus(node: TSESTree.BinaryExpression, left: Value, right: Value, scope: Scope): Value {
    if (left.kind !== "text" && right.kind !== "text") return this.#unknownFrom(node, [left, right], scope);
    const parts = concatenate(this.#asParts(left, node.left, scope), this.#asParts(right, node.right, scope));
    return parts == null ? this.#unknown(node, scope) : this.#text(parts, node, scope);
  }

  #equality(node: TSESTree.BinaryExpression, left: Value, right: Value, scope: Scope): Value {
    const isNegative = node.operator.startsWith("!");
    const isLoose = node.operator.length === 2;
    const answer = equal(left, right, isLoose);
    if (answer != null) return this.#constant(answer !== isNegative, node, scope);
    const [subject, constant] = constantText(right) == null ? [right, constantText(left)] : [left, constantText(right)];
    const key = constant == null ? this.#keyOf(node) : equalityKey(this.#conditionKey(subject), constant);
    return {
      ...this.#unknownFrom(node, [left, right], scope),
      key: isNegative && constant != null ? negated(key) : key,
      isBoolean: true,
    };
  }

  #assignment(node: TSESTree.AssignmentExpression, scope: Scope): Value {
    const target = unwrap(node.left);
    const value = this.#assignedValue(node, target, scope);
    this.#assign(target, value, node, scope);
    return value;
  }

  #update(node: TSESTree.UpdateExpression, scope: Scope): Value {
    const value = this.#unknown(node, scope);
    this.#assign(unwrap(node.argument), value, node, scope);
    return value;
  }

  /** Puts a value into a variable, a member, or whatever a pattern names. */
  #assign(target: Node, value: Value, node: Node, scope: Scope): void {
    if (target.type === "Identifier") {
      this.#assignName(target, value, scope);
    } else if (target.type === "MemberExpression") {
      this.#assignMember(target, value, node, scope);
    } else {
      for (const name of namesIn(target)) {
        const binding = scope.resolve(name);
        if (binding != null) binding.value = this.#unknownFrom(target, [binding.value, value], scope);
      }
    }
  }

  #assignName(target: TSESTree.Identifier, value: Value, scope: Scope): void {
    const binding = scope.resolve(target.name);
    if (binding == null) return;
    const isCertain = this.#uncertain === 0 && !this.#source.volatileNames.has(target.name);
    binding.value = isCertain ? value : this.#unknownFrom(target, [binding.value, value], scope);
    this.#noteRead(binding, target);
  }

  #assignedValue(node: TSESTree.AssignmentExpression, target: Node, scope: Scope): Value {
    if (node.operator === "=") return this.#evaluate(node.right, scope);
    const before = this.#evaluate(target, scope);
    const right = this.#evaluate(node.right, scope);
    if (node.operator === "+=" && before.kind === "text") {
      const parts = concatenate(before.parts, this.#asParts(right, node.right, scope));
      if (parts != null) return this.#text(parts, node, scope);
    }
    if (node.operator === "??=") {
      if (isNullish(before)) return right;
      if (before.kind !== "unknown" && soleOpaquePart(before) == null) return before;
    }
    return this.#unknownFrom(node, [before, right], scope);
  }

  #assignMember(target: TSESTree.MemberExpression, value: Value, node: Node, scope: Scope): void {
    const object = this.#evaluate(target.object, scope);
    const name = this.#memberName(target, scope);
    if (object.kind === "object") {
      if (name == null || this.#uncertain > 0) this.#obscure(object);
      else object.members.set(name, assignedMember(name, value, this.#origin(node, scope)));
    } else if (object.kind === "list") {
      this.#scramble(object);
      this.#mayHold(object, [value]);
    } else {
      this.#disturb(object);
    }
  }

  #assignModuleExports(value: Value, node: Node, scope: Scope): void {
    const module = scope.resolve("module")?.value;
    if (module?.kind === "object")
      module.members.set("exports", assignedMember("exports", value, this.#origin(node, scope)));
  }

  // ── Calls ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  #functionOrClass(node: Node, scope: Scope): Value {
    if (!isFunction(node)) return { kind: "host", name: "class", origin: this.#origin(node, scope) };
    return { kind: "function", origin: this.#origin(node, scope), node, scope };
  }

  #new(node: TSESTree.NewExpression, scope: Scope): Value {
    const callee = unwrap(node.callee);
    if (node.arguments.length === 0 && globalPath(callee, scope) === "Date") this.#noteUnsupported(node, "new Date()");
    return this.#handOver(node, this.#argumentValues(node.arguments, scope), scope, [this.#evaluate(callee, scope)]);
  }

  #call(node: TSESTree.CallExpression, scope: Scope): Value {
    const callee = unwrap(node.callee);
    this.#noteUnsupportedCall(node, callee, scope);
    if (callee.type === "MemberExpression") return this.#callMember(node, callee, scope);
    if (callee.type === "Identifier") {
      const binding = scope.resolve(callee.name);
      if (binding == null) {
        const converted = this.#convert(callee.name, node, scope);
        if (converted != null) return converted;
      }
      if (binding == null || binding.value.kind === "unknown") {
        const env = this.#callEnvReader(callee.name, node, scope);
        if (env != null) return env;
      }
    }
    const target = this.#evaluate(callee, scope);
    const values = this.#argumentValues(node.arguments, scope);
    const hasSpread = node.arguments.some(({ type }) => type === "SpreadElement");
    if (target.kind === "function" && !hasSpread) return this.#callFunction(target, values, node, scope);
    return this.#handOver(node, values, scope, [target]);
  }

  /** `String(x)` and `Boolean(x)`. */
  #convert(name: string, node: TSESTree.CallExpression, scope: Scope): Value | null {
    const [argument] = node.arguments;
    if (argument == null || argument.type === "SpreadElement" || node.arguments.length !== 1) return null;
    if (name !== "String" && name !== "Boolean") return null;
    const value = this.#evaluate(argument, scope);
    if (name === "String") return value.kind === "text" ? value : this.#unknownFrom(node, [value], scope);
    const truth = this.#truth(value);
    if (truth != null) return this.#constant(truth, node, scope);
    return { ...this.#unknownFrom(node, [value], scope), key: this.#conditionKey(value), isBoolean: true };
  }

  /** `requireEnv("X")` from another module: the name says what it does. Only one that says so cannot come back empty-handed. */
  #callEnvReader(name: string, node: TSESTree.CallExpression, scope: Scope): Value | null {
    const [argument] = node.arguments;
    if (!ENV_READER.test(name) || argument == null || node.arguments.length !== 1) return null;
    const key = this.#evaluate(argument, scope);
    const variable = literalText(key);
    if (variable == null || !ENV_NAME.test(variable)) return null;
    return this.#env(variable, key.origin.node, node, scope, this.#swallowing > 0 || !STRICT_ENV_READER.test(name));
  }

  #callMember(node: TSESTree.CallExpression, callee: TSESTree.MemberExpression, scope: Scope): Value {
    const object = this.#evaluate(callee.object, scope);
    if (isUndefined(object) && callee.optional) return object;
    const method = this.#memberName(callee, scope);
    const onObject = method == null ? null : this.#callObjectStatic(callee, method, node, scope);
    if (onObject != null) return onObject;
    const isPrinted = isGlobal(unwrap(callee.object), "console", scope);
    if (isPrinted) this.#printing += 1;
    const values = this.#argumentValues(node.arguments, scope);
    if (isPrinted) {
      this.#printing -= 1;
      return this.#unknown(node, scope);
    }
    if (object.kind === "text" && method != null) {
      const parts = callStringMethod(object, method, values, node.arguments);
      if (parts == null) return this.#unknownFrom(node, [object, ...values], scope);
      // What is still nothing but a variable is the same one: this is one more way to write it.
      return spelledAs(this.#text(parts, node, scope), { node, scope });
    }
    if (object.kind === "list") return this.#callListMethod(object, method, values, node, scope);
    if (object.kind === "object" && method != null) {
      const member = object.members.get(method)?.value;
      if (member?.kind === "function") return this.#callFunction(member, values, node, scope);
    }
    return this.#handOver(node, values, scope, [object]);
  }

  /** `Object.freeze(x)` is x; `Object.keys(process.env)` is empty in Convex, whatever is set. */
  #callObjectStatic(
    callee: TSESTree.MemberExpression,
    method: string,
    node: TSESTree.CallExpression,
    scope: Scope,
  ): Value | null {
    const [argument] = node.arguments;
    if (argument == null || argument.type === "SpreadElement" || !isGlobal(unwrap(callee.object), "Object", scope))
      return null;
    if (method === "freeze" || method === "seal" || method === "preventExtensions")
      return this.#evaluate(argument, scope);
    if (method === "keys" || method === "values" || method === "entries") {
      const value = this.#evaluate(argument, scope);
      if (value.kind === "environment") return this.#unknown(node, scope, { enumerations: new Set([node]) });
    }
    return null;
  }

  #callListMethod(
    list: ListValue,
    method: string | null,
    values: readonly Value[],
    node: TSESTree.CallExpression,
    scope: Scope,
  ): Value {
    const hasSpread = node.arguments.some(({ type }) => type === "SpreadElement");
    if (method === "push" || method === "unshift") {
      if (this.#uncertain > 0 || hasSpread) {
        this.#pushUncertain(list, node, values, scope);
      } else {
        list.elements[method](...values);
      }
      return this.#unknown(node, scope);
    }
    if (method === "concat" && !hasSpread) return this.#concat(list, values, node, scope);
    const [callback] = node.arguments;
    if (method === "filter" && callback != null && isGlobal(callback, "Boolean", scope) && list.isComplete) {
      const kept = list.elements.map((element) => this.#truth(element));
      if (kept.every((truth) => truth != null))
        return { ...list, elements: list.elements.filter((_, index) => kept[index] === true) };
    }
    if (method == null || MUTATING_LIST_METHODS.has(method)) {
      this.#scramble(list);
      this.#mayHold(list, values);
    }
    const results = values.map((value) => (value.kind === "function" ? this.#callBack(value, [list]) : value));
    return this.#unknownFrom(node, [list, ...results], scope);
  }

  #pushUncertain(list: ListValue, node: TSESTree.CallExpression, values: readonly Value[], scope: Scope): void {
    const spreads = node.arguments.flatMap((argument) =>
      argument.type === "SpreadElement" ? [this.#evaluate(argument.argument, scope)] : [],
    );
    const isPlainPush = this.#uncertain === 0 && spreads.length === node.arguments.length;
    if (isPlainPush) {
      for (const spread of spreads) this.#appendAll(list, spread);
      return;
    }
    this.#mayHold(list, [...values, ...spreads]);
  }

  #concat(list: ListValue, values: readonly Value[], node: Node, scope: Scope): Value {
    const result = this.#newList(node, scope);
    for (const value of [list, ...values]) {
      if (value.kind === "object") result.elements.push(value);
      else this.#appendAll(result, value);
    }
    return result;
  }

  #argumentValues(argumentNodes: readonly Node[], scope: Scope): Value[] {
    return argumentNodes.flatMap((argument) =>
      argument.type === "SpreadElement" ? [] : [this.#evaluate(argument, scope)],
    );
  }

  #callFunction(target: FunctionValue, values: readonly Value[], call: Node, scope: Scope): Value {
    const { node } = target;
    const isRecursive = this.#frames.some(({ callee }) => callee === node);
    if (isRecursive) return this.#handOver(call, values, scope);
    const calls = this.#noteCall(node, call);
    if (!node.async && !node.generator) {
      const result = this.#invoke(target, values, call, calls, scope);
      return call.type === "CallExpression" ? spelledAs(result, { node: call, scope }) : result;
    }
    // It runs later, or in pieces: what it changes may be changed or not.
    const returned: Value[] = [];
    this.#uncertain += 1;
    this.#tolerating(() => returned.push(this.#invoke(target, values, call, calls, scope)));
    this.#uncertain -= 1;
    return this.#handOver(call, [...returned, ...values], scope);
  }

  #invoke(target: FunctionValue, values: readonly Value[], call: Node, calls: ReadonlySet<Node>, scope: Scope): Value {
    const { node } = target;
    const { body } = node;
    const inner = new Scope(target.scope, true);
    const frames = this.#frames;
    this.#frames = [...frames, { call, callee: node, calls }];
    try {
      for (const [index, parameter] of node.params.entries()) {
        this.#bind(parameter, values[index] ?? this.#constant(undefined, parameter, inner), inner, parameter);
      }
      if (body.type !== "BlockStatement") return this.#evaluate(body, inner);
      const completion = this.#nested(() => this.#executeAll(body.body, inner), null);
      if (completion?.kind === "may-return") return this.#unknownFrom(completion.node, completion.values, inner);
      return completion?.kind === "return" ? completion.value : this.#constant(undefined, call, scope);
    } finally {
      this.#frames = frames;
    }
  }

  /** Runs a function that something unknown will call: any number of times, with unknown arguments (which may be made from known values). */
  #callBack(value: FunctionValue, from: readonly Value[] = []): Value {
    const values = value.node.params.map((parameter) => this.#unknownFrom(parameter, from, value.scope));
    // What it throws does not get out: nothing does where code may not run at all.
    this.#uncertain += 1;
    const result = this.#callFunction(value, values, value.node, value.scope);
    this.#uncertain -= 1;
    return result;
  }

  /**
   * What comes back from unknown code that was given values. It may change whatever it can reach with them, call the functions among it,
   * and throw.
   */
  #handOver(node: Node, values: readonly Value[], scope: Scope, receiver: readonly Value[] = []): Value {
    this.#risks += 1;
    const sources = [...receiver, ...values];
    const isAllGiven = !receiver.some(isSource);
    const called = new Set<FunctionNode>();
    const reached = new Set(values);
    for (const value of reached) {
      this.#step();
      if (this.#givenAway.has(value)) continue;
      for (const inner of heldBy(value)) reached.add(inner);
      if (value.kind === "object") {
        if (value.isClosed) this.#open(value, ({ valueInFile }) => valueInFile);
      } else if (value.kind === "list") {
        value.isComplete = false;
      } else if (value.kind === "unknown") {
        this.#givenAway.add(value);
      } else if (value.kind === "function" && !called.has(value.node)) {
        // A function that returns functions makes new ones at each call.
        called.add(value.node);
        const result = this.#callBack(value);
        reached.add(result);
        sources.push(result);
      }
    }
    const result = this.#unknownFrom(node, sources, scope);
    if (isAllGiven) this.#givenAway.add(result);
    return result;
  }

  // ── Conditions ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Whether a value is truthy, or null where the text does not tell. */
  #truth(value: Value): boolean | null {
    switch (value.kind) {
      case "constant":
        return Boolean(value.value);
      case "unknown":
        return value.isFalsy ? false : null;
      case "text": {
        const isCertain = value.parts.some((part) =>
          part.kind === "literal" ? part.text !== "" : part.kind === "env" && !part.isOptional,
        );
        if (isCertain) return true;
        return value.parts.every((part) => part.kind === "literal") ? false : null;
      }
      default:
        return true;
    }
  }

  #conditionKey(value: Value): string {
    return opaqueKey(value) ?? this.#keyOf(value.origin.node);
  }

  #decideOn(value: Value): boolean {
    const key = this.#conditionKey(value);
    return isNegated(key) ? !this.#decide(negated(key)) : this.#decide(key);
  }

  // ── Notes ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  #effect(effect: Effect): void {
    if (this.#quiet === 0) this.#effects.push(effect);
  }

  #noteEnumerations(value: Value): void {
    if (this.#printing > 0) return;
    for (const node of enumerationsOf(value)) this.#effect({ kind: "enumeration", node });
  }

  #noteUnsupported(node: Node, api: string): void {
    if (this.#uncertain === 0 && this.#swallowing === 0) this.#effect({ kind: "unsupported-api", node, api });
  }

  #noteUnsupportedCall(node: TSESTree.CallExpression, callee: Node, scope: Scope): void {
    const path = globalPath(callee, scope);
    if (path != null && (UNSUPPORTED_CALLS.has(path) || path.startsWith("performance.")))
      this.#noteUnsupported(node, `${path}()`);
  }

  #noteRead(binding: Binding, node: Node): void {
    const { reads } = this.#source;
    const known = reads.get(binding.declaration);
    if (known == null) reads.set(binding.declaration, new Set([node]));
    else known.add(node);
  }

  /** Returns all calls of the function that were seen and will be. */
  #noteCall(callee: FunctionNode, call: Node): ReadonlySet<Node> {
    const { callSites } = this.#source;
    const calls = callSites.get(callee) ?? new Set();
    callSites.set(callee, calls.add(call));
    return calls;
  }

  #quietly<T>(work: () => T): T {
    this.#quiet += 1;
    try {
      return work();
    } finally {
      this.#quiet -= 1;
    }
  }

  #step(): void {
    this.#budget.steps -= 1;
    if (this.#budget.steps < 0) throw new BudgetExceeded();
  }

  /** Generated code nests deeper than the stack: past a depth that nobody writes, the answer is "unknown". */
  #nested<T>(work: () => T, tooDeep: T | (() => T)): T {
    if (this.#depth >= MAX_DEPTH) return typeof tooDeep === "function" ? (tooDeep as () => T)() : tooDeep;
    this.#depth += 1;
    try {
      return work();
    } finally {
      this.#depth -= 1;
    }
  }

  // ── Values ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  #origin(node: Node, scope: Scope): Origin {
    return new Origin(node, scope, this.#frames);
  }

  #text(parts: readonly Part[], node: Node, scope: Scope): TextValue {
    return { kind: "text", origin: this.#origin(node, scope), parts, reads: null };
  }

  #constant(value: ConstantValue["value"], node: Node, scope: Scope): ConstantValue {
    return { kind: "constant", origin: this.#origin(node, scope), value };
  }

  #keyOf(node: Node): string {
    const [start, end] = node.range;
    return end - start > MAX_KEY_LENGTH ? `source ${start}` : this.#source.text.slice(start, end);
  }

  #unknown(node: Node, scope: Scope, known: Partial<Omit<UnknownValue, "kind" | "origin">> = {}): UnknownValue {
    const nothingKnown = {
      key: this.#keyOf(node),
      isBoolean: false,
      isFalsy: false,
      sources: [],
      enumerations: unionOf([]),
    };
    return { kind: "unknown", origin: this.#origin(node, scope), ...nothingKnown, ...known };
  }

  /** An unknown value that may be any of some values, or hold them. */
  #unknownFrom(node: Node, values: readonly Value[], scope: Scope): UnknownValue {
    const enumerations = unionOf(values.map((value) => enumerationsOf(value)));
    return this.#unknown(node, scope, { sources: [...new Set(values)].filter(isSource), enumerations });
  }
}

/** The member that a computed name names, or null where it cannot be read. */
function memberNameIn(key: Value): string | null {
  return key.kind === "constant" && typeof key.value === "number" ? String(key.value) : literalText(key);
}

/** Whether anything can be changed, called or found by way of a value. */
function isSource(value: Value): boolean {
  switch (value.kind) {
    case "function":
    case "list":
    case "object":
      return true;
    case "unknown":
      return value.sources.length > 0;
    default:
      return false;
  }
}

/** What may happen, for what happens in code that may not run. */
function maybe(node: Node, completion: Completion | null): Completion | null {
  return completion?.kind === "return" ? { kind: "may-return", node, values: [completion.value] } : completion;
}

/** How two pieces of code end that run one after the other, the second one wherever the first one lets it. */
function followedBy(first: Completion | null, second: Completion | null): Completion | null {
  if (first == null) return second;
  if (first.kind === "return" || second == null) return first;
  return { ...first, values: [...first.values, ...(second.kind === "return" ? [second.value] : second.values)] };
}

const NEGATION = "! ";

function isNegated(key: string): boolean {
  return key.startsWith(NEGATION);
}

function negated(key: string): string {
  return isNegated(key) ? key.slice(NEGATION.length) : NEGATION + key;
}

/** The same text, read by one more name. */
function readThrough(node: Node, value: Value): Value {
  if (value.kind !== "text") return value;
  const parts = value.parts.map((part) =>
    part.kind === "literal" ? { ...part, reads: { node, before: part.reads } } : part,
  );
  return { ...value, parts, reads: { node, before: value.reads } };
}

/** The same value, with one more way to write it where it cannot be read. */
function spelledAs(value: Value, spelling: Spelling): Value {
  const part = soleOpaquePart(value);
  if (part == null || value.kind !== "text") return value;
  const spelled: OpaquePart = { ...part, spellings: [spelling, ...part.spellings.slice(0, MAX_SPELLINGS - 1)] };
  return { ...value, parts: [spelled] };
}

interface Guard {
  /** What must be there. */
  readonly subject: Node;
  /** What is evaluated only then. */
  readonly guarded: Node;
}

/** What guards a part of `x && y`, `x ? y : z` and `if (x) y`: the value that is asked for, in whatever words. */
function guardOf(node: Node): Guard | null {
  if (node.type === "LogicalExpression" && node.operator === "&&") return readGuard(node.left, node.right, null);
  if (node.type === "ConditionalExpression" || node.type === "IfStatement")
    return readGuard(node.test, node.consequent, node.alternate);
  return null;
}

function readGuard(test: Node, whenTrue: Node, whenFalse: Node | null): Guard | null {
  const condition = unwrap(test);
  if (condition.type === "UnaryExpression" && condition.operator === "!")
    return whenFalse && readGuard(condition.argument, whenFalse, whenTrue);
  if (condition.type !== "BinaryExpression") return { subject: condition, guarded: whenTrue };
  if (!isNothing(condition.right)) return null;
  if (condition.operator.startsWith("!=")) return { subject: condition.left, guarded: whenTrue };
  return condition.operator.startsWith("==") && whenFalse != null
    ? { subject: condition.left, guarded: whenFalse }
    : null;
}

/** `object.name = value` as a statement. */
function assignmentOf(
  statement: Node,
): readonly { readonly target: TSESTree.MemberExpression; readonly value: Node }[] {
  if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression") return [];
  const { left, right } = statement.expression;
  return left.type === "MemberExpression" ? [{ target: left, value: right }] : [];
}

function isNothing(node: Node): boolean {
  return (
    (node.type === "Literal" && (node.value === null || node.value === "")) ||
    (node.type === "Identifier" && node.name === "undefined")
  );
}

/** What esbuild makes the default export of a CommonJS file: `module.exports`, once something was put there. */
function moduleExports(module: ObjectValue): DefaultExport | null {
  const exports = module.members.get("exports");
  if (exports == null) return null;
  const { value, origin } = exports;
  const isUntouched = value.kind === "object" && value.origin === origin && value.members.size === 0 && value.isClosed;
  return isUntouched ? null : { value, node: origin.node };
}

function isGlobal(node: Node, name: string, scope: Scope): boolean {
  return node.type === "Identifier" && node.name === name && scope.resolve(name) == null;
}

/** `Date.now` for `Date.now` and for `globalThis.Date.now`; null for what is not reached from a global by plain names. */
function globalPath(node: Node, scope: Scope): string | null {
  if (node.type === "Identifier") return scope.resolve(node.name) == null ? node.name : null;
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier") return null;
  const object = globalPath(unwrap(node.object), scope);
  if (object == null) return null;
  return object === "globalThis" ? node.property.name : `${object}.${node.property.name}`;
}

/** Whether an unknown value was made from objects that are known. */
function isDerived(value: Value): boolean {
  return value.kind === "unknown" && value.sources.length > 0;
}

/** Whether a statement does more than print: whether anything depends on its running. */
function hasConsequences(statement: Node, scope: Scope): boolean {
  for (const node of walk(statement)) {
    switch (node.type) {
      case "AssignmentExpression":
      case "ReturnStatement":
      case "ThrowStatement":
      case "UpdateExpression":
        return true;
      case "CallExpression":
        if (globalPath(unwrap(node.callee), scope)?.startsWith("console.") !== true) return true;
        break;
      default:
        break;
    }
  }
  return false;
}

function typeOf(value: Value): string | null {
  switch (value.kind) {
    case "constant":
      return typeof value.value;
    case "function":
      return "function";
    case "host":
      return value.name === "class" ? "function" : "object";
    case "text":
      return isCertainlyPresent(value) ? "string" : null;
    case "unknown":
      return null;
    default:
      return "object";
  }
}

/** Whether two values are equal, or null where the text does not tell. */
function equal(left: Value, right: Value, isLoose: boolean): boolean | null {
  if (left.kind === "unknown" || right.kind === "unknown") return null;
  if (left.kind === "constant" && right.kind === "constant") {
    return left.value === right.value || (isLoose && left.value == null && right.value == null);
  }
  const [leftText, rightText] = [literalText(left), literalText(right)];
  if (leftText != null && rightText != null) return leftText === rightText;
  const isText = left.kind === "text" && right.kind === "text";
  if (isText) {
    // A variable that is set and not empty is not the empty text; anything else it may be.
    return (leftText ?? rightText) === "" && isNonEmpty(leftText == null ? left : right) ? false : null;
  }
  const other = left.kind === "constant" ? right : left;
  if (left.kind !== "constant" && right.kind !== "constant") return null;
  if (other.kind === "text")
    return typeOf(other) === "string" && (left.kind === "constant" ? left : (right as ConstantValue)).value == null
      ? false
      : null;
  return false;
}

function isNonEmpty(value: TextValue): boolean {
  return value.parts.some((part) =>
    part.kind === "literal" ? part.text !== "" : part.kind === "env" && !part.isOptional,
  );
}

/** A constant as it appears in the key of a comparison. */
function constantText(value: Value): string | null {
  if (value.kind === "constant") return String(value.value);
  const text = literalText(value);
  return text == null ? null : JSON.stringify(text);
}
