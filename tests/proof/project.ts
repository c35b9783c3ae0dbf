/** Lints texts as a user with the recommended config would, and what is asked of the messages and of the repairs. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Linter } from "eslint";
import ts from "typescript";

export const errorSeverity = 2;

/** A project that is no ES module package, in which every file is the auth config of the `convex` folder. */
export class Project {
  readonly #config: Linter.Config[];
  readonly #linter: Linter;
  readonly #folder: string;

  constructor(config: readonly Linter.Config[]) {
    this.#config = [...config];
    // A real folder, because rules look for package.json and convex.json beside the file.
    this.#folder = mkdtempSync(join(tmpdir(), "convex-authkit-proof-"));
    mkdirSync(join(this.#folder, "convex"));
    writeFileSync(join(this.#folder, "package.json"), '{ "name": "proof" }\n');
    this.#linter = new Linter({ cwd: this.#folder });
  }

  lint(filename: string, text: string): Linter.LintMessage[] {
    return this.#linter.verify(text, this.#config, { filename: join(this.#folder, "convex", filename) });
  }

  fix(filename: string, text: string): Linter.FixReport {
    return this.#linter.verifyAndFix(text, this.#config, { filename: join(this.#folder, "convex", filename) });
  }
}

export function isError({ severity }: Linter.LintMessage): boolean {
  return severity === errorSeverity;
}

export function isRepairable({ fix, suggestions = [] }: Linter.LintMessage): boolean {
  return fix !== undefined || suggestions.length > 0;
}

export function shortName(ruleId: string | null): string {
  return (ruleId ?? "parser").replace(/^convex-authkit\//, "");
}

export function describe(messages: readonly Linter.LintMessage[]): string {
  const names = messages.map(({ ruleId, messageId }) => `${shortName(ruleId)}/${messageId ?? "?"}`);
  return [...new Set(names)].sort().join(", ");
}

export function firstLine(error: unknown): string {
  return (String(error instanceof Error ? error.message : error).split("\n")[0] ?? "").slice(0, 200);
}

/** Applies edits as ESLint does: one that overlaps or touches the one before it waits for the next pass. */
export function applyEdits(
  text: string,
  edits: readonly { readonly range: readonly [number, number]; readonly text: string }[],
): string {
  // ESLint's offsets do not count a byte-order mark.
  const bom = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const body = text.slice(bom.length);
  let result = "";
  let last = -1;
  for (const { range, text: replacement } of [...edits].sort((left, right) => left.range[0] - right.range[0])) {
    if (range[0] <= last) continue;
    result += body.slice(Math.max(last, 0), range[0]) + replacement;
    last = range[1];
  }
  return bom + result + body.slice(Math.max(last, 0));
}

export function syntaxErrors(filename: string, text: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(text, { fileName: filename, reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** Comments of the first text that the second has lost, compared as a multiset and without regard to indentation. */
export function missingComments(before: string, after: string): readonly string[] {
  const kept = commentsOf(after);
  return commentsOf(before).filter((comment) => {
    const index = kept.indexOf(comment);
    if (index !== -1) kept.splice(index, 1);
    return index === -1;
  });
}

function commentsOf(text: string): string[] {
  const comments = new Map<number, string>();
  const source = ts.createSourceFile("auth.config.ts", text, ts.ScriptTarget.Latest, true);
  const collect = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const { pos, end } of ranges ?? []) comments.set(pos, text.slice(pos, end).replaceAll(/\s+/g, " "));
  };
  // Every comment stands before or after some token, and the tokens are the leaves of the tree.
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(source);
    if (children.length === 0) {
      collect(ts.getLeadingCommentRanges(text, node.pos));
      // After `https:` in an open template, `//` begins no comment.
      if (!ts.isTemplateHead(node) && !ts.isTemplateMiddle(node)) collect(ts.getTrailingCommentRanges(text, node.end));
    }
    children.forEach(visit);
  };
  visit(source);
  return [...comments.values()];
}

/** Shows what a terminal hides: a byte-order mark, line ends that are not `\n` alone, spaces at the end of a line. */
export function visible(text: string): string {
  const crlf = text.includes("\r\n") && !/[^\r]\n/.test(text);
  const shown = crlf ? text.replaceAll("\r\n", "\n") : text.replaceAll("\r", "␍");
  const lines = shown.replace("\uFEFF", "<BOM>").replaceAll(/[ \t]+$/gm, (spaces) => "·".repeat(spaces.length));
  return (crlf ? "(CRLF)\n" : "") + lines.trimEnd();
}
