import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { walk } from "../auth-config/ast.js";
import type { Node } from "../auth-config/ast.js";

/** How a file is written, so that what is added to it looks the same. */
export interface FileStyle {
  readonly quote: '"' | "'" | "`";
  readonly lineBreak: string;
  /** One level of indentation. */
  readonly indent: string;
  /** Whether the last item of a list or an object over several lines has a comma. */
  readonly hasTrailingCommas: boolean;
  readonly isTypeScript: boolean;
}

/** Reads the style of a file; where the file does not say, Prettier's defaults. */
export function readStyle(sourceCode: TSESLint.SourceCode, isTypeScript: boolean): FileStyle {
  return {
    quote: readQuote(sourceCode),
    lineBreak: sourceCode.text.includes("\r\n") ? "\r\n" : "\n",
    indent: readIndent(sourceCode.text),
    hasTrailingCommas: readTrailingCommas(sourceCode),
    isTypeScript,
  };
}

function readQuote(sourceCode: TSESLint.SourceCode): FileStyle["quote"] {
  const counts = { '"': 0, "'": 0, "`": 0 };
  for (const node of walk(sourceCode.ast)) {
    const first = isPlainText(node) ? sourceCode.text[node.range[0]] : undefined;
    if (first === '"' || first === "'" || first === "`") counts[first] += 1;
  }
  if (counts["`"] > counts['"'] + counts["'"]) return "`";
  return counts["'"] > counts['"'] ? "'" : '"';
}

function isPlainText(node: Node): node is TSESTree.StringLiteral | TSESTree.TemplateLiteral {
  if (node.type === "TemplateLiteral") return node.expressions.length === 0;
  return node.type === "Literal" && typeof node.value === "string";
}

function readTrailingCommas(sourceCode: TSESLint.SourceCode): boolean {
  for (const node of walk(sourceCode.ast)) {
    if (node.type !== "ObjectExpression" && node.type !== "ArrayExpression") continue;
    const last = sourceCode.getLastToken(node, { skip: 1 });
    const isOverLines = last != null && last.range[0] > node.range[0] && last.loc.end.line < node.loc.end.line;
    if (isOverLines) return last.value === ",";
  }
  return true;
}

function readIndent(text: string): string {
  return /^(?:\t+| +)(?=\S)/mu.exec(text)?.[0].replace(/^\t+$/u, "\t") ?? "  ";
}
