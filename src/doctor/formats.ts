import { renderGithub } from "./report-github.js";
import { renderJson } from "./report-json.js";
import { renderSarif } from "./report-sarif.js";
import { renderStylish } from "./report-stylish.js";
import type { Report } from "./report.js";

/** Turns a report into all that is written to stdout. */
export type Format = (report: Report, terminal: Terminal) => string;

/** What is known about the reader's screen. */
export interface Terminal {
  readonly colour: boolean;
}

/** Every value of `--format`. */
export const FORMATS = {
  stylish: renderStylish,
  json: renderJson,
  sarif: renderSarif,
  github: renderGithub,
} satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}
