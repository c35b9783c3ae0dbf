/** The types of check.js for the tests, which are TypeScript. */
export interface Page {
  path: string;
  rule: string | null;
  text: string;
}

export interface Block {
  kind: "incorrect" | "correct" | "config";
  rule: string | null;
  file: string;
  settings: Record<string, unknown>;
  beside: Record<string, string>;
  also: readonly string[];
  code: string;
  line: number;
  end: number;
}

export function readPages(): Page[];
export function readBlocks(page: Pick<Page, "rule" | "text">): Block[];
export function problemsOf(pages: readonly Page[]): Promise<string[]>;
export function isStale(page: Page): Promise<boolean>;
export function missingPages(pages: readonly Page[]): string[];
export function brokenPromises(block: Block): Promise<string[]>;
export function brokenLinks(page: Page): string[];
