import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../auth-config/ast.js";
import { readStyle } from "./style.js";
import type { FileStyle } from "./style.js";

export type Token = TSESTree.Comment | TSESTree.Token;

/** The text of a file with its lines, tokens and comments, and the style in which it is written. */
export class SourceText {
  readonly #sourceCode: TSESLint.SourceCode;
  readonly #isTypeScript: boolean;
  #style: FileStyle | null = null;

  constructor(sourceCode: TSESLint.SourceCode, isTypeScript: boolean) {
    this.#sourceCode = sourceCode;
    this.#isTypeScript = isTypeScript;
  }

  get text(): string {
    return this.#sourceCode.text;
  }

  /** Read when something is written for the first time: most files are never edited. */
  get style(): FileStyle {
    this.#style ??= readStyle(this.#sourceCode, this.#isTypeScript);
    return this.#style;
  }

  textOf(node: Node): string {
    return this.text.slice(...node.range);
  }

  tokenBefore(node: Node | Token): Token | null {
    return this.#sourceCode.getTokenBefore(node);
  }

  tokenAfter(node: Node | Token): Token | null {
    return this.#sourceCode.getTokenAfter(node);
  }

  /** The comma after an item of a list or an object. */
  commaAfter(node: Node): Token | null {
    const token = this.tokenAfter(node);
    return token?.value === "," ? token : null;
  }

  /** Whether the last item of a list or an object has a comma. */
  hasTrailingComma(node: Node): boolean {
    return this.#sourceCode.getLastToken(node, { skip: 1 })?.value === ",";
  }

  get comments(): readonly TSESTree.Comment[] {
    return this.#sourceCode.getAllComments();
  }

  hasCommentsInside(node: Node): boolean {
    return this.#sourceCode.getCommentsInside(node).length > 0;
  }

  hasCommentsBetween(left: Token, right: Node | Token): boolean {
    return this.#sourceCode.commentsExistBetween(left, right);
  }

  /** Whether nothing but white space comes before a node on its line. */
  startsLine(node: Node | Token): boolean {
    return this.text.slice(this.lineStart(node.range[0]), node.range[0]).trim() === "";
  }

  /** The white space that a position's line begins with. */
  indentAt(position: number): string {
    const before = this.text.slice(this.lineStart(position), position);
    return before.slice(0, before.search(/[^\t ]|$/u));
  }

  lineStart(position: number): number {
    return this.#sourceCode.getIndexFromLoc({ line: this.#sourceCode.getLocFromIndex(position).line, column: 0 });
  }

  /** The end of a position's line, before its line break. */
  lineEnd(position: number): number {
    const { line } = this.#sourceCode.getLocFromIndex(position);
    return this.#sourceCode.getIndexFromLoc({ line, column: (this.#sourceCode.lines[line - 1] as string).length });
  }

  /** Where the next line starts, given the end of a line. */
  nextLine(lineEnd: number): number {
    if (this.text[lineEnd] === "\r" && this.text[lineEnd + 1] === "\n") return lineEnd + 2;
    return Math.min(lineEnd + 1, this.text.length);
  }
}
