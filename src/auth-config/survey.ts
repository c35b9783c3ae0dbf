/** What has to be known of a program before it is evaluated, found in one walk. */
import { isFunction, namesIn, walk } from "./ast.js";
import type { Node, Program } from "./ast.js";

export interface Survey {
  /** The modules that the program names: in imports, re-exports, `require`, `import()` and types. */
  readonly imports: ReadonlySet<string>;
  /** The names that are assigned somewhere that is not run statement by statement. */
  readonly volatileNames: ReadonlySet<string>;
}

export function surveyProgram(program: Program): Survey {
  const imports = new Set<string>();
  const volatileNames = new Set<string>();
  let regionEnd = 0;
  for (const node of walk(program)) {
    const source = sourceOf(node);
    if (source?.type === "Literal" && typeof source.value === "string") imports.add(source.value);
    if (isOpaqueRegion(node)) regionEnd = Math.max(regionEnd, node.range[1]);
    if (node.range[0] < regionEnd) for (const name of assignedNames(node)) volatileNames.add(name);
  }
  return { imports, volatileNames };
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

function isOpaqueRegion(node: Node): boolean {
  switch (node.type) {
    case "ClassDeclaration":
    case "ClassExpression":
    case "DoWhileStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "ForStatement":
    case "LabeledStatement":
    case "SwitchStatement":
    case "WhileStatement":
      return true;
    case "Property":
      return isFunction(node.value);
    default:
      return isFunction(node) && (node.async || node.generator);
  }
}

function assignedNames(node: Node): Iterable<string> {
  if (node.type === "AssignmentExpression") return node.left.type === "MemberExpression" ? [] : namesIn(node.left);
  if (node.type === "UpdateExpression") return node.argument.type === "Identifier" ? [node.argument.name] : [];
  if (node.type === "ForInStatement" || node.type === "ForOfStatement")
    return node.left.type === "Identifier" ? [node.left.name] : [];
  return [];
}
