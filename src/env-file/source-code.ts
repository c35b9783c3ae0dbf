import type { Assignment, Comment, EnvFile, EnvName, EnvValue, InvalidLine, TextRange } from "./parse.js";

export type EnvNode = Assignment | Comment | EnvFile | InvalidLine | EnvName | EnvValue;

/** Line from 1, column from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Location {
  readonly start: Position;
  readonly end: Position;
}

/** The children of each kind of node, by the names of the members that hold them. */
const visitorKeys = {
  EnvFile: ["body"],
  Assignment: ["name", "value"],
  InvalidLine: [],
  Name: [],
  Value: [],
};

/**
 * What ESLint and its rules ask about a file.
 *
 * ESLint's own rules run on every file that a configuration does not keep from them. Those that look at comments, tokens or scopes before they know
 * what kind of file it is find none here, in place of an error that would end the whole run.
 */
export class EnvSourceCode {
  readonly text: string;
  readonly lines: readonly string[];
  readonly ast: EnvFile;
  readonly hasBOM: boolean;
  readonly visitorKeys = visitorKeys;
  readonly parserServices = {};
  readonly tokensAndComments = [];
  readonly #lineStarts: readonly number[];
  readonly #parents = new Map<EnvNode, EnvNode>();

  constructor(text: string, ast: EnvFile, hasBOM: boolean) {
    this.text = text;
    this.lines = text.split(LINE_END);
    this.ast = ast;
    this.hasBOM = hasBOM;
    this.#lineStarts = [0, ...[...text.matchAll(LINE_END)].map((end) => end.index + end[0].length)];
    for (const { node, parent } of nodesOf(ast)) if (parent != null) this.#parents.set(node, parent);
  }

  getText(node?: EnvNode, before = 0, after = 0): string {
    if (node == null) return this.text;
    const [start, end] = node.range;
    return this.text.slice(Math.max(0, start - before), end + after);
  }

  getRange({ range }: EnvNode): TextRange {
    return range;
  }

  getLoc({ range: [start, end] }: EnvNode): Location {
    return { start: this.getLocFromIndex(start), end: this.getLocFromIndex(end) };
  }

  getLocFromIndex(index: number): Position {
    let line = 0;
    for (let above = this.#lineStarts.length; above - line > 1;) {
      const middle = (line + above) >> 1;
      if (this.#startOf(middle) <= index) line = middle;
      else above = middle;
    }
    return { line: line + 1, column: index - this.#startOf(line) };
  }

  getIndexFromLoc({ line, column }: Position): number {
    return this.#startOf(line - 1) + column;
  }

  #startOf(line: number): number {
    return this.#lineStarts[line] ?? this.text.length;
  }

  getParent(node: EnvNode): EnvNode | undefined {
    return this.#parents.get(node);
  }

  getAncestors(node: EnvNode): EnvNode[] {
    const parent = this.getParent(node);
    return parent == null ? [] : [...this.getAncestors(parent), parent];
  }

  /** ESLint's way of walking the tree: what to call, in order. */
  traverse(): Iterable<Step> {
    return stepsOf(this.ast, null);
  }

  /** The comments that switch rules off and on: `# eslint-disable-next-line rule -- why`. */
  getDisableDirectives(): { directives: Directive[]; problems: never[] } {
    return { directives: this.ast.comments.flatMap((comment) => directiveOf(comment) ?? []), problems: [] };
  }

  /** The comments that say something to ESLint: those that it may report as unused. */
  getInlineConfigNodes(): Comment[] {
    return this.ast.comments.filter((comment) => directiveOf(comment) != null);
  }

  /** The comments as ESLint's own rules know them. */
  getAllComments(): object[] {
    return this.ast.comments.map((comment) => ({
      ...comment,
      type: "Line",
      value: comment.text,
      loc: this.getLoc(comment),
    }));
  }

  getScope(): object {
    return { type: "global", variables: [], references: [], through: [], childScopes: [], set: new Map(), upper: null };
  }

  getFirstToken(): null {
    return null;
  }
}

const LINE_END = /\r\n|[\r\n\u2028\u2029]/gu;

const ENTER = 1;
const EXIT = 2;

/** A step of kind 1 visits a node. */
interface Step {
  readonly kind: 1;
  readonly target: EnvNode;
  readonly phase: typeof ENTER | typeof EXIT;
  readonly args: readonly [EnvNode, EnvNode | null];
}

function* stepsOf(node: EnvNode, parent: EnvNode | null): Generator<Step> {
  yield { kind: 1, target: node, phase: ENTER, args: [node, parent] };
  for (const child of childrenOf(node)) yield* stepsOf(child, node);
  yield { kind: 1, target: node, phase: EXIT, args: [node, parent] };
}

function* nodesOf(root: EnvNode): Generator<{ node: EnvNode; parent: EnvNode | null }> {
  for (const {
    phase,
    args: [node, parent],
  } of stepsOf(root, null))
    if (phase === ENTER) yield { node, parent };
}

function childrenOf(node: EnvNode): readonly EnvNode[] {
  if (node.type === "EnvFile") return node.body;
  return node.type === "Assignment" ? [node.name, node.value] : [];
}

interface Directive {
  readonly type: string;
  readonly node: Comment;
  readonly value: string;
  readonly justification: string;
}

function directiveOf(comment: Comment): Directive | null {
  const [text = "", ...justification] = comment.text.split(/\s-{2,}\s/u);
  const [, type, value = ""] = /^\s*eslint-(disable(?:-next-line|-line)?|enable)(?:\s(.*))?$/su.exec(text) ?? [];
  return type == null
    ? null
    : { type, node: comment, value: value.trim(), justification: justification.join(" -- ").trim() };
}
