/** What has to be known of a program before it is run, found in one walk. */
import { walk } from "../ast.js";
import type { Node, Program } from "../ast.js";

/** The modules that a program names: in imports, re-exports, `require`, `import()` and types. */
export function importsOf(program: Program): ReadonlySet<string> {
  const imports = new Set<string>();
  for (const node of walk(program)) {
    const source = sourceOf(node);
    if (source?.type === "Literal" && typeof source.value === "string") imports.add(source.value);
  }
  return imports;
}

function sourceOf(node: Node): Node | null | undefined {
  switch (node.type) {
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
    case "ImportDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return node.source;
    case "TSExternalModuleReference":
      return node.expression;
    case "CallExpression":
      return node.callee.type === "Identifier" && node.callee.name === "require" ? node.arguments[0] : null;
    default:
      return null;
  }
}

/** Whether a program is a module at run time; imports of types are erased before. */
export function hasEsmSyntax({ body }: Program): boolean {
  return body.some((statement) => {
    switch (statement.type) {
      case "ImportDeclaration":
        return statement.importKind !== "type";
      case "ExportNamedDeclaration":
        return statement.exportKind !== "type";
      case "ExportAllDeclaration":
      case "ExportDefaultDeclaration":
        return true;
      default:
        return false;
    }
  });
}
