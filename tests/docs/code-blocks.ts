/** Blocks of a page that a user copies: what they are, and the file that they are for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

export interface CodeBlock {
  readonly language: string;
  /** What stands behind `file=`; empty for commands of a terminal. */
  readonly file: string;
  readonly code: string;
}

export function readCodeBlocks(page: string): CodeBlock[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gmu)].map(([, language = "", file = "", code = ""]) => ({ language, file, code }));
}

/** The only block for a file. */
export function blockFor(page: string, file: string): string {
  const [block, ...others] = readCodeBlocks(page).filter((each) => each.file === file);
  if (block == null || others.length > 0) throw new Error(`${page} has not one block for ${file}`);
  return block.code;
}
