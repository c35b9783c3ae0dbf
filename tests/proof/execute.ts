/**
 * Runs an auth config as Convex's push does: bundled to one module, executed in an isolate where only the deployment's
 * variables can be read, and its default export turned into JSON.
 *
 * TypeScript stands in for esbuild and a `node:vm` context for the isolate; both differ from the originals in nothing
 * that an auth config can observe, except for what is listed at {@link Execution}.
 */
import { posix } from "node:path";
import { createContext, Script } from "node:vm";
import ts from "typescript";

/** A deployment's variables by name. */
export type Environment = Readonly<Record<string, string>>;

/**
 * What came out of an execution.
 *
 * - `exported`: the default export after the JSON round trip, `undefined` if there is none.
 * - `threw`: the module threw, or the JSON did; Convex shows the message and refuses the push.
 * - `unparsable`: no bundler takes the text.
 * - `unresolved`: it imports what this stand-in does not have, so nothing is known.
 */
export type Execution =
  | { readonly outcome: "exported"; readonly value: unknown }
  | { readonly outcome: "threw"; readonly message: string }
  | { readonly outcome: "unparsable"; readonly message: string }
  | { readonly outcome: "unresolved"; readonly specifier: string };

export interface ExecutionOptions {
  readonly filename?: string;
  readonly environment: Environment;
  /** Source texts of other modules, by their path relative to the auth config, without extension: `./workos`. */
  readonly modules?: Readonly<Record<string, string>>;
  /** `"type"` of the nearest package.json; with `"module"`, `module.exports` is no export. */
  readonly packageType?: "commonjs" | "module";
}

const timeoutMilliseconds = 1000;

/** Executes the text of an auth config. Does no I/O and never throws. */
export function execute(text: string, options: ExecutionOptions): Execution {
  const isolate = new Isolate(options);
  try {
    const entry = isolate.load(options.filename ?? "auth.config.ts", text);
    return { outcome: "exported", value: isolate.toJson(entry) };
  } catch (thrown) {
    if (thrown instanceof Unparsable) return { outcome: "unparsable", message: thrown.message };
    if (thrown instanceof Unresolved) return { outcome: "unresolved", specifier: thrown.specifier };
    return { outcome: "threw", message: messageOf(thrown) };
  }
}

class Unparsable extends Error {}

class Unresolved extends Error {
  constructor(readonly specifier: string) {
    super(`cannot resolve ${specifier}`);
  }
}

/** One V8 context with Convex's globals, and the modules loaded into it. */
class Isolate {
  readonly #options: ExecutionOptions;
  readonly #context = createContext({}, { microtaskMode: "afterEvaluate" }) as Record<string, unknown>;
  readonly #env: unknown;
  readonly #toJson: (value: unknown) => string | undefined;
  readonly #loaded = new Map<string, unknown>();

  constructor(options: ExecutionOptions) {
    this.#options = options;
    const install = prelude.runInContext(this.#context) as (read: (name: string) => string) => Installed;
    const installed = install((name) => readVariable(options.environment, name));
    this.#env = installed.env;
    this.#toJson = installed.stringify;
  }

  /** The default export of the entry. */
  load(path: string, text: string): unknown {
    return this.#evaluate(path, text).default;
  }

  toJson(value: unknown): unknown {
    if (value === undefined) return undefined;
    const json = this.#toJson(value);
    // A function has no JSON text: Convex then parses the word `undefined`, and gets no config either.
    return json === undefined ? "undefined" : (JSON.parse(json) as unknown);
  }

  #evaluate(path: string, text: string): ModuleExports {
    const { code, kind } = transpile(path, text, this.#options.packageType ?? "commonjs");
    const module: { exports: object } = { exports: {} };
    const untouched = module.exports;
    const scope = {
      exports: module.exports,
      module: kind === "module" ? undefined : module,
      require: (specifier: string): unknown => this.#require(path, specifier),
      importMeta: {},
      importDynamically: refuseDynamicImport,
    };
    this.#context["__scope"] = Object.values(scope);
    const script = new Script(`(function (${Object.keys(scope).join(", ")}) {${code}\n})(...__scope)`, {
      filename: path,
    });
    script.runInContext(this.#context, { timeout: timeoutMilliseconds });
    if (kind === "module") return module.exports;
    if (module.exports === untouched && Object.keys(untouched).length === 0) return {};
    return { ...module.exports, default: module.exports };
  }

  #require(from: string, specifier: string): unknown {
    if (/(^|\/)_generated\/server(\.js)?$/.test(specifier)) return { env: this.#env };
    const path = `./${posix.join(posix.dirname(from), specifier)}`.replace(/\.[jt]s$/, "");
    const text = this.#options.modules?.[path];
    if (text === undefined) throw new Unresolved(specifier);
    if (!this.#loaded.has(path)) this.#loaded.set(path, this.#evaluate(`${path}.ts`, text));
    return this.#loaded.get(path);
  }
}

interface Installed {
  readonly env: unknown;
  readonly stringify: (value: unknown) => string | undefined;
}

interface ModuleExports {
  readonly default?: unknown;
}

function refuseDynamicImport(): never {
  throw new Error("Dynamic import unsupported while evaluating auth config file");
}

function readVariable(environment: Environment, name: string): string {
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
  if (value !== undefined) return value;
  throw new Error(`Environment variable ${name} is used in auth config file but its value was not set`);
}

function messageOf(thrown: unknown): string {
  // Errors of the context are no instances of this realm's `Error`.
  const { message } = Object(thrown) as { message?: unknown };
  return typeof message === "string" ? message : String(thrown);
}

/**
 * Installs Convex's globals into a fresh context. What its auth-config isolate refuses throws with Convex's words.
 *
 * @see https://github.com/get-convex/convex-backend/blob/main/crates/isolate/src/environment/auth_config.rs
 */
const prelude = new Script(`(function (read) {
  "use strict";
  const refuse = (message) => () => { throw new Error(message); };
  const noClock = refuse("Date unsupported when evaluating auth config file");
  const noPerformance = refuse("The Performance API is not supported when evaluating auth config file");
  const noCrypto = refuse("Cannot use cryptographic randomness when evaluating auth config file");

  const RealDate = Date;
  function ConvexDate(...parts) {
    if (new.target === undefined || parts.length === 0) noClock();
    return Reflect.construct(RealDate, parts, new.target);
  }
  Object.setPrototypeOf(ConvexDate, RealDate);
  ConvexDate.prototype = RealDate.prototype;
  ConvexDate.prototype.constructor = ConvexDate;
  ConvexDate.now = noClock;

  Math.random = refuse("Math.random unsupported when evaluating auth config file");
  const env = new Proxy({}, {
    get: (target, name) => {
      if (typeof name === "symbol") return undefined;
      try { return read(name); } catch (error) { throw new Error(error.message); }
    },
  });
  const unsupported = (what) => refuse(what + " unsupported while evaluating auth config file");
  const silent = () => undefined;
  Object.assign(globalThis, {
    Date: ConvexDate,
    process: { env },
    performance: Object.defineProperty({ now: noPerformance }, "timeOrigin", { get: noPerformance }),
    crypto: { randomUUID: noCrypto, getRandomValues: noCrypto },
    fetch: unsupported("Fetch"),
    setTimeout: unsupported("Sleep"),
    setInterval: unsupported("Sleep"),
    clearTimeout: silent,
    clearInterval: silent,
    console: { log: silent, info: silent, warn: silent, error: silent, debug: silent },
  });
  return { env, stringify: JSON.stringify };
})`);

interface Transpiled {
  readonly code: string;
  readonly kind: "module" | "script";
}

/**
 * Turns a module into a function body, keeping esbuild's distinctions: a file with import or export syntax is a module, in
 * which `module` and `exports` are unknown names; any other one is CommonJS.
 */
function transpile(path: string, text: string, packageType: "commonjs" | "module"): Transpiled {
  const key = JSON.stringify([path, packageType, text]);
  // The same text is run once for each environment, one after the other.
  if (lastTranspiled?.key !== key) lastTranspiled = { key, ...transpileAnew(path, text, packageType) };
  return lastTranspiled;
}

let lastTranspiled: (Transpiled & { readonly key: string }) | undefined;

function transpileAnew(path: string, text: string, packageType: "commonjs" | "module"): Transpiled {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, false);
  const kind = packageType === "module" || hasModuleSyntax(source) ? "module" : "script";
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      moduleDetection: kind === "module" ? ts.ModuleDetectionKind.Force : ts.ModuleDetectionKind.Legacy,
      esModuleInterop: true,
      allowJs: true,
    },
    transformers: { before: kind === "module" ? [replaceBundledSyntax, hideExports] : [replaceBundledSyntax] },
  });
  const [error] = diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error);
  if (error !== undefined) throw new Unparsable(ts.flattenDiagnosticMessageText(error.messageText, "\n"));
  return { code: outputText, kind };
}

// Like esbuild, which forgets imports and exports that hold nothing but types.
function hasModuleSyntax(source: ts.SourceFile): boolean {
  return source.statements.some((statement) => {
    if (ts.isImportDeclaration(statement)) return statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword;
    if (ts.isExportDeclaration(statement)) return !statement.isTypeOnly;
    if (ts.isExportAssignment(statement)) return statement.isExportEquals !== true;
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return false;
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  });
}

/**
 * What a bundler replaces before V8 sees the module: `process.env.NODE_ENV` is a constant, `import.meta` an object without
 * `env`, and `import()` of a literal is inlined.
 */
const replaceBundledSyntax: ts.TransformerFactory<ts.SourceFile> = (context) => {
  const { factory } = context;
  const visit = (node: ts.Node): ts.Node => {
    if (isNodeEnv(node)) return factory.createStringLiteral("production");
    if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
      return factory.createIdentifier("importMeta");
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument !== undefined && ts.isStringLiteralLike(argument)) {
        const promise = factory.createPropertyAccessExpression(factory.createIdentifier("Promise"), "resolve");
        return factory.createCallExpression(promise, undefined, [factory.createObjectLiteralExpression()]);
      }
      const specifiers = node.arguments.map((each) => ts.visitNode(each, visit, ts.isExpression));
      return factory.createCallExpression(factory.createIdentifier("importDynamically"), undefined, specifiers);
    }
    return ts.visitEachChild(node, visit, context);
  };
  return (file) => ts.visitNode(file, visit, ts.isSourceFile);
};

/** In a module `exports` is an undeclared name, which TypeScript's own output would otherwise declare. */
const hideExports: ts.TransformerFactory<ts.SourceFile> = (context) => {
  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isPropertyAccessExpression(visited) || !ts.isIdentifier(visited.expression)) return visited;
    if (visited.expression.text !== "exports") return visited;
    const undeclared = context.factory.createIdentifier("undeclaredExports");
    return context.factory.updatePropertyAccessExpression(visited, undeclared, visited.name);
  };
  return (file) => ts.visitNode(file, visit, ts.isSourceFile);
};

function isNodeEnv(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === "NODE_ENV" && isProcessEnv(node.expression);
  return (
    ts.isElementAccessExpression(node) &&
    ts.isStringLiteralLike(node.argumentExpression) &&
    node.argumentExpression.text === "NODE_ENV" &&
    isProcessEnv(node.expression)
  );
}

function isProcessEnv(node: ts.Node): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === "env" &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === "process"
  );
}
