/** Every kind of code is run, or what it may change is forgotten: nothing is skipped silently. */
import { parse } from "@typescript-eslint/parser";
import { AST_NODE_TYPES } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";
import { walk } from "../../../src/auth-config/ast.js";
import { THROWS, UNKNOWN, contradiction, evaluated } from "../executed.js";
import type { Circumstances } from "../executed.js";
import { execute } from "../../proof/execute.js";

const circumstances: Circumstances = {
  environment: {},
  modules: {
    "./change": "export default (list) => list.push(1); export const change = (list) => list.push(1);",
    "./data": "export default 1;",
    "./run": "export const run = (work) => work();",
  },
};

/** For each type of node, statements with a node of the type that, once run, add something to `log`. */
const STATEMENTS: Readonly<Partial<Record<AST_NODE_TYPES, string>>> = {
  AccessorProperty: "class A { static accessor x = log.push(1); }",
  ArrayExpression: "[log.push(1)];",
  ArrayPattern: "const [x = log.push(1)] = [];",
  ArrowFunctionExpression: "(() => log.push(1))();",
  AssignmentExpression: "log[0] = 1;",
  AssignmentPattern: "const f = (x = log.push(1)) => x; f();",
  AwaitExpression: "(async () => { await log.push(1); })();",
  BinaryExpression: "1 + log.push(1);",
  BlockStatement: "{ log.push(1); }",
  BreakStatement: "for (;;) { log.push(1); break; }",
  CallExpression: "log.push(1);",
  CatchClause: "try { throw 1; } catch (error) { log.push(error); }",
  ChainExpression: "log?.push(1);",
  ClassBody: "class A { static { log.push(1); } }",
  ClassDeclaration: "class A extends (log.push(1), Object) {}",
  ClassExpression: "(class { static x = log.push(1); });",
  ConditionalExpression: "log.length === 0 ? log.push(1) : 0;",
  ContinueStatement: "for (const x of [0, 1]) { if (x === 0) continue; log.push(x); }",
  DebuggerStatement: "debugger; log.push(1);",
  Decorator: "const change = (target) => { log.push(1); return target; }; @change class A {}",
  DoWhileStatement: "do log.push(1); while (false);",
  EmptyStatement: "; log.push(1);",
  ExpressionStatement: "log.push(1);",
  ForInStatement: "for (const x in { a: 1 }) log.push(x);",
  ForOfStatement: "for (const x of [1]) log.push(x);",
  ForStatement: "for (let i = 0; i < 1; i++) log.push(i);",
  FunctionDeclaration: "function f() { log.push(1); } f();",
  FunctionExpression: "(function () { log.push(1); })();",
  Identifier: "const other = log; other.push(1);",
  IfStatement: "if (log.length === 0) log.push(1);",
  ImportExpression: 'try { import((log.push(1), "./run")); } catch {}',
  LabeledStatement: "here: { log.push(1); break here; }",
  Literal: 'log["push"](1);',
  LogicalExpression: "true && log.push(1);",
  MemberExpression: "const o = { get x() { return log.push(1); } }; o.x;",
  MetaProperty: "function F() { log.push(new.target === F ? 1 : 2); } new F();",
  MethodDefinition: "class A { static f() { log.push(1); } } A.f();",
  NewExpression: "class A { constructor() { log.push(1); } } new A();",
  ObjectExpression: "({ x: log.push(1) });",
  ObjectPattern: "const { x = log.push(1) } = {};",
  PrivateIdentifier: "class A { static #x = log.push(1); static y = #x in A && log.push(A.#x); }",
  Property: "({ [log.push(1)]: 1 });",
  PropertyDefinition: "class A { static x = log.push(1); }",
  RestElement: "const [...other] = [log]; other[0].push(1);",
  ReturnStatement: "const f = () => { return log.push(1); }; f();",
  SequenceExpression: "0, log.push(1);",
  SpreadElement: "const f = (list) => list.push(1); f(...[log]);",
  StaticBlock: "class A { static { log.push(1); } }",
  Super: "class A { static f() { log.push(1); } } class B extends A { static f() { super.f(); } } B.f();",
  SwitchCase: "switch (1) { case log.push(1): }",
  SwitchStatement: "switch (log.push(1)) { default: }",
  TaggedTemplateExpression: "const tag = (texts, list) => list.push(1); tag`a${log}`;",
  TemplateElement: "`a${log.push(1)}`;",
  TemplateLiteral: "`${log.push(1)}`;",
  ThisExpression: "const o = { log, f() { this.log.push(1); } }; o.f();",
  ThrowStatement: "try { throw log.push(1); } catch {}",
  TryStatement: "try {} finally { log.push(1); }",
  TSAbstractAccessorProperty: "abstract class A { abstract accessor x; static y = log.push(1); }",
  TSAbstractMethodDefinition: "abstract class A { abstract f(); static y = log.push(1); }",
  TSAbstractPropertyDefinition: "abstract class A { abstract x; static y = log.push(1); }",
  TSAsExpression: "(log as any).push(1);",
  TSClassImplements: "interface I {} class A implements I { static y = log.push(1); }",
  TSDeclareFunction: "function f(x: 1): void; function f() { log.push(1); } f();",
  TSEmptyBodyFunctionExpression: "class A { f(x: 1): void; f() { log.push(1); } } new A().f();",
  TSEnumBody: 'enum E { A = log.push("a") }',
  TSEnumDeclaration: "enum E { A = log.push(1) }",
  TSEnumMember: "enum E { A = log.push(1) }",
  TSInstantiationExpression: "const f = <T,>(x: T) => log.push(x); (f<number>)(1);",
  TSNonNullExpression: "log!.push(1);",
  TSParameterProperty: "class A { constructor(public x = log.push(1)) {} } new A();",
  TSSatisfiesExpression: "(log satisfies any).push(1);",
  TSTypeAssertion: "(<any>log).push(1);",
  UnaryExpression: "void log.push(1);",
  UpdateExpression: "log[0] = 1; log[0]++;",
  VariableDeclaration: "const x = log.push(1);",
  VariableDeclarator: "var x = log.push(1);",
  WhileStatement: "while (log.length === 0) log.push(1);",
  YieldExpression: "function* f() { log.push(1); yield log.push(2); } [...f()];",
};

/** Files for the types that are not in every function: the export is a list with `log`. */
const FILES: Readonly<Partial<Record<AST_NODE_TYPES, string>>> = {
  ExportAllDeclaration: 'const log = []; log.push(1); export * from "./run"; export default [log];',
  ExportDefaultDeclaration: "const log = []; export default [(log.push(1), log)];",
  ExportNamedDeclaration: "const log = []; export const x = log.push(1); export default [log];",
  ExportSpecifier: "const log = []; log.push(1); const config = [log]; export { config as default };",
  ImportAttribute: 'import x from "./data" with { type: "json" }; const log = []; log.push(x); export default [log];',
  ImportDeclaration: 'import { change } from "./change"; const log = []; change(log); export default [log];',
  ImportDefaultSpecifier: 'import change from "./change"; const log = []; change(log); export default [log];',
  ImportNamespaceSpecifier: 'import * as m from "./change"; const log = []; m.change(log); export default [log];',
  ImportSpecifier: 'import { change as f } from "./change"; const log = []; f(log); export default [log];',
  Program: "const log = []; log.push(1); export default [log];",
  TSExportAssignment: "const log = []; export = [(log.push(1), log)];",
  TSExternalModuleReference: 'import m = require("./change"); const log = []; m.change(log); export = [log];',
  TSImportEqualsDeclaration:
    "const log = []; namespace N { export const f = () => log.push(1); } import f = N.f; f(); export default [log];",
  TSModuleBlock: "const log = []; namespace N { log.push(1); export const x = 1; } export default [log];",
  TSModuleDeclaration: "const log = []; namespace N { export const x = log.push(1); } export default [log];",
  TSNamespaceExportDeclaration: "export as namespace N; const log = []; log.push(1); export default [log];",
};

/** Types, which are erased: a file that holds them all does what it does without them. */
const TYPES = `
  interface A<T> extends Base.B<T> { (x: any): void; new (x: bigint): boolean; f(): null; readonly x: number; [key: string]: object }
  type C<T> = T extends infer U ? never : undefined;
  type D = (x: string) => x is symbol; type E = new () => unknown; type F = A<1>["x"] & (2 | 3);
  type G = { readonly [K in keyof A<1>]?: \`a\${string}\` }; type H = [name: string, second?: 1, ...rest: 1[]];
  type I = [1?, ...2[]]; type J = typeof log; type K = import("./run").X; type L = { x: this }; type M = intrinsic;
  const f = <T,>(x: T): void => { log.push(x); };
  f<number>(1);
`;

/** What no auth config consists of. */
const NEVER: readonly RegExp[] = [
  // Convex reads `auth.config.ts` and `auth.config.js`, in which JSX does not parse.
  /^JSX/,
  // Modules are in strict mode.
  /^WithStatement$/,
  // The parser has flags in place of these.
  /^TS(?:Abstract|Async|Declare|Export|Private|Protected|Public|Readonly|Static)Keyword$/,
];

function typesIn(text: string): ReadonlySet<string> {
  const program = parse(text, { range: true, loc: true, sourceType: "module" });
  return new Set([...walk(program)].map(({ type }) => type));
}

/** What is in the log of a file in the end. */
function logOf(text: string): unknown {
  const execution = execute(text, { environment: {}, modules: circumstances.modules ?? {} });
  return execution.outcome === "exported" ? (execution.value as readonly unknown[])[0] : THROWS;
}

const here = (statements: string): string => `const log = [];\n${statements}\nexport default [log];`;
const elsewhere = (statements: string): string =>
  `import { run } from "./run";\nconst log = [];\nrun(() => { ${statements} });\nexport default [log];`;

describe("each type of code", () => {
  it.each(Object.entries(STATEMENTS))("is run, or what it changes is forgotten: %s", (type, statements) => {
    const text = here(statements);
    expect(typesIn(text)).toContain(type);
    expect(logOf(text)).not.toEqual([]);
    expect(logOf(text)).not.toBe(THROWS);
    expect(contradiction(text, circumstances)).toBeNull();
  });

  it.each(Object.entries(STATEMENTS))("may be run by code from elsewhere: %s", (_, statements) => {
    const text = elsewhere(statements);
    expect(logOf(text)).not.toEqual([]);
    expect(logOf(text)).not.toBe(THROWS);
    expect(contradiction(text, circumstances)).toBeNull();
    expect(evaluated(text)).toBe(UNKNOWN);
  });

  it.each(Object.entries(FILES))("is run at the top of a file, or what it changes is forgotten: %s", (type, text) => {
    expect(typesIn(text)).toContain(type);
    expect(logOf(text)).not.toEqual([]);
    expect(logOf(text)).not.toBe(THROWS);
    expect(contradiction(text, circumstances)).toBeNull();
  });

  it("is run, unless it is erased: types", () => {
    const text = here(TYPES);
    expect(logOf(text)).toEqual([1]);
    expect(evaluated(text)).toEqual([1]);
  });

  it("is among these", () => {
    const samples = [...Object.values(STATEMENTS).map(here), ...Object.values(FILES), here(TYPES)];
    const seen = new Set(samples.flatMap((text) => [...typesIn(text)]));
    const unseen = Object.values(AST_NODE_TYPES).filter(
      (type) => !seen.has(type) && !NEVER.some((pattern) => pattern.test(type)),
    );
    expect(unseen).toEqual([]);
    const erased = Object.values(AST_NODE_TYPES).filter(
      (type) => !(type in STATEMENTS) && !(type in FILES) && !NEVER.some((pattern) => pattern.test(type)),
    );
    expect(erased.filter((type) => !type.startsWith("TS"))).toEqual([]);
  });
});
