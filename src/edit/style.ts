import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { walk } from "../auth-config/ast.js";
import type { Node } from "../auth-config/ast.js";

/** How a file is written, so that what is added to it looks the same. */
export interface FileStyle {
  readonly quote: '"' | "'" | "`";
  readonly lineBreak: string;
  /** One level of indentation. */
  readonly indent: string;
  readonly isTypeScript: boolean;
}

/** Reads the style of a file; where the file does not say, Prettier's defaults. */
export function readStyle(sourceCode: TSESLint.SourceCode, isTypeScript: boolean): FileStyle {
  return {
    quote: readQuote(sourceCode),
    lineBreak: sourceCode.text.includes("\r\n") ? "\r\n" : "\n",
    indent: readIndent(sourceCode.text),
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

function readIndent(text: string): string {
  return /^(?:\t+| +)(?=\S)/mu.exec(text)?.[0].replace(/^\t+$/u, "\t") ?? "  ";
}
