/** Type-checks many auth configs at once, as `npx convex dev` does before a push. */
import { join } from "node:path";
import ts from "typescript";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  allowJs: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
  types: ["node"],
};

const generatedServer = "export declare const env: { readonly [name: string]: string };\n";

/**
 * Gives the type errors of each text, in their order. `repository` is where `convex` and `@types/node` are installed.
 *
 * One program holds all files, because setting one up takes longer than checking a thousand of them.
 */
export function typeErrors(texts: readonly string[], repository: string): readonly (readonly string[])[] {
  const folder = join(repository, "virtual", "convex");
  const names = texts.map((_, index) => join(folder, `${String(index)}.config.ts`));
  const sources = new Map(names.map((name, index) => [name, texts[index] ?? ""]));
  sources.set(join(folder, "_generated", "server.ts"), generatedServer);

  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  host.getCurrentDirectory = () => repository;
  host.fileExists = (name) => sources.has(name) || fileExists(name);
  host.readFile = (name) => sources.get(name) ?? readFile(name);
  host.directoryExists = (name) => name.startsWith(join(repository, "virtual")) || (directoryExists?.(name) ?? false);
  host.getSourceFile = (name, ...rest) => {
    const text = sources.get(name);
    return text === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
  };

  const program = ts.createProgram(names, options, host);
  return names.map((name) => {
    const file = program.getSourceFile(name);
    const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
  });
}
