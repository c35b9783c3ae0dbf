/** Ways to write a file anew without changing what it exports: what a bundler, a compiler, a formatter or a careful hand makes of it. */
import { build, transform } from "esbuild";
import type { BuildFailure } from "esbuild";
import { format } from "prettier";
import ts from "typescript";
import { convexOptions } from "./bundle.js";

export interface Rewritten {
  readonly filename: "auth.config.js" | "auth.config.ts";
  readonly text: string;
}

/** Null where the file has something that the rewrite cannot deal with. */
export type Rewrite = (original: Rewritten) => Promise<Rewritten | null> | Rewritten | null;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type TransformOptions = NonNullable<Parameters<typeof transform>[1]>;

function byEsbuild(options: TransformOptions): Rewrite {
  return async ({ filename, text }) => {
    const { code } = await transform(text, {
      loader: filename.endsWith(".ts") ? "ts" : "js",
      format: "esm",
      logLevel: "silent",
      ...options,
    });
    return { filename: "auth.config.js", text: code };
  };
}

/** What `npx convex deploy` sends, except that imports stay imports. */
async function bundled({ filename, text }: Rewritten): Promise<Rewritten | null> {
  try {
    const { outputFiles } = await build({
      ...convexOptions,
      stdin: { contents: text, loader: filename.endsWith(".ts") ? "ts" : "js", sourcefile: filename },
      external: ["./*", "convex/*"],
    });
    return { filename: "auth.config.js", text: outputFiles[0]?.text ?? "" };
  } catch (error) {
    if ((error as Partial<BuildFailure>).errors === undefined) throw error;
    return null;
  }
}

function byTypeScript(target: ts.ScriptTarget): Rewrite {
  return ({ filename, text }) => {
    // TypeScript drops `export =` from ES modules.
    if (parse(filename, text).statements.some((each) => ts.isExportAssignment(each) && each.isExportEquals === true))
      return null;
    return { filename: "auth.config.js", text: transpiled(filename, text, target) };
  };
}

function transpiled(filename: string, text: string, target: ts.ScriptTarget): string {
  return ts.transpileModule(text, {
    fileName: filename,
    compilerOptions: {
      target,
      module: ts.ModuleKind.ESNext,
      downlevelIteration: true,
      useDefineForClassFields: true,
      allowJs: true,
      // A file without import and export is CommonJS and must remain that.
      moduleDetection: ts.ModuleDetectionKind.Auto,
    },
  }).outputText;
}

function byPrettier(printWidth: number): Rewrite {
  return async ({ filename, text }) => ({
    filename,
    text: await format(text, { printWidth, parser: filename.endsWith(".ts") ? "typescript" : "babel" }),
  });
}

/** Rewrites single nodes. */
function byNodes(edit: (node: ts.Node, source: ts.SourceFile) => Edit | null): Rewrite {
  return ({ filename, text }) => {
    const source = parse(filename, text);
    const edits: Edit[] = [];
    const visit = (node: ts.Node): void => {
      const found = edit(node, source);
      if (found !== null) edits.push(found);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return edits.length === 0 ? null : { filename, text: applied(text, edits) };
  };
}

function parse(filename: string, text: string): ts.SourceFile {
  return ts.createSourceFile(filename, text, ts.ScriptTarget.Latest, true);
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { start, end, text: replacement } of [...edits].sort((left, right) => right.start - left.start))
    result = result.slice(0, start) + replacement + result.slice(end);
  return result;
}

function replaced(node: ts.Node, source: ts.SourceFile, text: string): Edit {
  return { start: node.getStart(source), end: node.getEnd(), text };
}

/** Names of members in object literals. */
function ofKeys(spell: (name: string) => string): Rewrite {
  return byNodes((node, source) => {
    if (
      ts.isShorthandPropertyAssignment(node) &&
      node.objectAssignmentInitializer === undefined &&
      !isTarget(node.parent)
    )
      return replaced(node, source, `${spell(node.name.text)}: ${node.name.text}`);
    const isMember =
      ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node) || ts.isGetAccessor(node) || ts.isSetAccessor(node);
    if (!isMember || !ts.isIdentifier(node.name) || !ts.isObjectLiteralExpression(node.parent)) return null;
    // Computed and quoted in other ways, this one is an ordinary member.
    return node.name.text === "__proto__" ? null : replaced(node.name, source, spell(node.name.text));
  });
}

/** Whether an object literal is the left side of an assignment. */
function isTarget(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isTarget(parent);
  return (
    ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.left === node
  );
}

/** String literals that are expressions, and no part of the syntax around them. */
function isFreeString(node: ts.Node): node is ts.StringLiteral {
  if (!ts.isStringLiteral(node)) return false;
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isExportSpecifier(parent)) return false;
  if (ts.isExpressionStatement(parent) || ts.isLiteralTypeNode(parent) || ts.isEnumMember(parent)) return false;
  return !("name" in parent && parent.name === node);
}

function escapedLetters(characters: string): string {
  return [...characters]
    .map((letter, index) => {
      const code = letter.charCodeAt(0);
      if (index % 2 === 0 && code < 128) return index % 4 === 0 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
      return JSON.stringify(letter).slice(1, -1);
    })
    .join("");
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}

const escapes = byNodes((node, source) => {
  if (isFreeString(node)) return replaced(node, source, `"${escapedLetters(node.text)}"`);
  return null;
});

const otherQuotes = byNodes((node, source) => {
  if (!isFreeString(node) || /['"\\`$\n]/.test(node.text)) return null;
  return replaced(node, source, `'${node.text}'`);
});

const templates = byNodes((node, source) => {
  if (!isFreeString(node) || /[\\`$\n]/.test(node.text)) return null;
  return replaced(node, source, `\`${node.text}\``);
});

const concatenations = byNodes((node, source) => {
  if (!isFreeString(node) || node.text.length < 2) return null;
  const middle = Math.floor(node.text.length / 2);
  return replaced(
    node,
    source,
    `(${JSON.stringify(node.text.slice(0, middle))} + ${JSON.stringify(node.text.slice(middle))})`,
  );
});

const brackets = byNodes((node, source) => {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.name)) return null;
  const start = node.questionDotToken === undefined ? node.expression.getEnd() : node.name.getStart(source);
  // Nothing may be written between a number and its member, and `super` and `new.target` are left alone.
  if (ts.isNumericLiteral(node.expression)) return null;
  return { start, end: node.name.getEnd(), text: `["${node.name.text}"]` };
});

const comments = byNodes((node, source) =>
  ts.isPropertyAssignment(node) || ts.isSpreadAssignment(node) || ts.isVariableStatement(node)
    ? { start: node.getStart(source), end: node.getStart(source), text: "/* see the docs */ " }
    : null,
);

/** Strings as constants at the beginning of the file. */
const constants: Rewrite = ({ filename, text }) => {
  const source = parse(filename, text);
  const names = new Map<string, string>();
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (isFreeString(node) && node.text.length > 3) {
      const name = names.get(node.text) ?? `text$${String(names.size)}`;
      names.set(node.text, name);
      edits.push(replaced(node, source, name));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (edits.length === 0) return null;
  const start = afterImports(source);
  const declared = [...names].map(([value, name]) => `const ${name} = ${JSON.stringify(value)};\n`).join("");
  return { filename, text: applied(text, [...edits, { start, end: start, text: `\n${declared}` }]) };
};

function afterImports({ statements }: ts.SourceFile): number {
  return Math.max(0, ...statements.filter((each) => ts.isImportDeclaration(each)).map((each) => each.getEnd()));
}

/** Puts the whole module into a function whose result is exported. */
function wrapped(before: string, after: string): Rewrite {
  return ({ filename, text }) => {
    const source = parse(filename, text);
    const edits: Edit[] = [];
    let result: string | null = null;
    for (const statement of source.statements) {
      if (ts.isModuleDeclaration(statement)) return null;
      if (ts.isExportAssignment(statement)) {
        if (statement.isExportEquals === true) return null;
        result = "$exported";
        edits.push({
          start: statement.getStart(source),
          end: statement.expression.getStart(source),
          text: "const $exported = ",
        });
      } else if (ts.isExportDeclaration(statement)) {
        result = exportedName(statement) ?? result;
        edits.push(replaced(statement, source, ""));
      } else if (ts.canHaveModifiers(statement)) {
        for (const modifier of ts.getModifiers(statement) ?? [])
          if (modifier.kind === ts.SyntaxKind.ExportKeyword) edits.push(replaced(modifier, source, ""));
      }
    }
    if (result === null) return null;
    const start = afterImports(source);
    const end = text.length;
    const all = [
      ...edits,
      { start, end: start, text: `\n${before}` },
      { start: end, end, text: `return ${result};\n${after}` },
    ];
    return { filename, text: applied(text, all) };
  };
}

/** The local name of the default export, if a list of exports has one. */
function exportedName({ exportClause }: ts.ExportDeclaration): string | null {
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return null;
  const found = exportClause.elements.find(({ name }) => name.text === "default");
  return found === undefined ? null : (found.propertyName ?? found.name).text;
}

export const rewrites: Readonly<Record<string, Rewrite>> = {
  "minified by esbuild": byEsbuild({ minify: true }),
  "syntax minified by esbuild": byEsbuild({ minifySyntax: true, keepNames: true }),
  "bundled as Convex does": bundled,
  "ES2015 by esbuild": byEsbuild({ target: "es2015" }),
  "ES2022 by esbuild": byEsbuild({ target: "es2022" }),
  "ES5 by TypeScript": byTypeScript(ts.ScriptTarget.ES5),
  "ES2015 by TypeScript": byTypeScript(ts.ScriptTarget.ES2015),
  "types removed by TypeScript": byTypeScript(ts.ScriptTarget.ESNext),
  "in an arrow function": wrapped("export default (() => {\n", "})();\n"),
  "in a function": wrapped("function $config() {\n", "}\nexport default $config();\n"),
  "formatted at width 40": byPrettier(40),
  "formatted at width 200": byPrettier(200),
  "keys quoted": ofKeys((name) => `"${name}"`),
  "keys computed": ofKeys((name) => `["${name}"]`),
  "members in brackets": brackets,
  "strings escaped": escapes,
  "single quotes": otherQuotes,
  "strings as templates": templates,
  "strings concatenated": concatenations,
  "strings as constants": constants,
  comments,
};
