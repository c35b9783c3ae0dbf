/**
 * Runs an auth config as Convex's push does: bundled to one module, executed in an isolate, and its default export turned
 * into JSON.
 *
 * TypeScript stands in for esbuild; it differs from the original in nothing that an auth config can observe. Where every
 * detail of the bundle matters, programs/bundle.ts uses esbuild itself.
 */
import { posix } from "node:path";
import ts from "typescript";
import { evaluateModule, Unparsable, Unresolved } from "./isolate.js";
import type { Environment, Execution, FunctionBody } from "./isolate.js";

export type { Environment, Execution } from "./isolate.js";

export interface ExecutionOptions {
  readonly filename?: string;
  readonly environment: Environment;
  /** Source texts of other modules, by their path relative to the auth config, without extension: `./workos`. */
  readonly modules?: Readonly<Record<string, string>>;
  /** `"type"` of the nearest package.json; with `"module"`, `module.exports` is no export. */
  readonly packageType?: "commonjs" | "module";
}

/** Executes the text of an auth config. Does no I/O and never throws. */
export function execute(text: string, options: ExecutionOptions): Execution {
  const { filename = "auth.config.ts", environment, modules = {}, packageType = "commonjs" } = options;
  return evaluateModule(() => transpile(filename, text, packageType), {
    environment,
    load: (from, specifier) => {
      const path = `./${posix.join(posix.dirname(from), specifier)}`.replace(/\.[jt]s$/, "");
      const imported = modules[path];
      if (imported === undefined) throw new Unresolved(specifier);
      return transpile(`${path}.ts`, imported, packageType);
    },
  });
}

/**
 * Turns a module into a function body, keeping esbuild's distinctions: a file with import or export syntax is a module, in
 * which `module` and `exports` are unknown names; any other one is CommonJS.
 */
function transpile(path: string, text: string, packageType: "commonjs" | "module"): FunctionBody {
  const key = JSON.stringify([path, packageType, text]);
  const known = transpiled.get(key);
  if (known !== undefined) return known;
  const body = transpileAnew(path, text, packageType);
  if (transpiled.size >= MAX_TRANSPILED) transpiled.clear();
  transpiled.set(key, body);
  return body;
}

/** The same text is run in several environments and with several imported modules, one after the other. */
const transpiled = new Map<string, FunctionBody>();
const MAX_TRANSPILED = 50;

function transpileAnew(path: string, text: string, packageType: "commonjs" | "module"): FunctionBody {
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
  return { path, code: outputText, kind };
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
