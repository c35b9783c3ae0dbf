import type { TSESTree } from "@typescript-eslint/utils";
import { walk } from "../auth-config/ast.js";

/** Where a function that a package exports is called first: the name by which it is called. Null where it is not, or there is no such function. */
export function findCall(program: TSESTree.Program, name: string | null, from: string): TSESTree.Node | null {
  const local = program.body
    .flatMap((statement) =>
      statement.type === "ImportDeclaration" && statement.source.value === from ? statement.specifiers : [],
    )
    .find(
      (specifier) =>
        specifier.type === "ImportSpecifier" &&
        specifier.imported.type === "Identifier" &&
        specifier.imported.name === name,
    )?.local.name;
  if (local == null) return null;
  for (const node of walk(program)) {
    if (node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === local)
      return node.callee;
  }
  return null;
}
