/** What the command found, ready to print: no absolute path except `folder`, no text of any file except diffs, and no secret of a `.env` file. */
export interface Report {
  readonly version: string;
  /** The folder that was checked: absolute. */
  readonly folder: string;
  /** What leads from the current folder to `folder`: empty, or with a slash at its end. */
  readonly base: string;
  /** The command that made this report, without options, for "what to do next". */
  readonly command: string;
  readonly fix: boolean;
  /** The file that `--init` wrote. */
  readonly created: string | null;
  readonly reads: readonly Reading[];
  readonly groups: readonly Group[];
  /** Each file once, however many groups show a part of its findings. */
  readonly files: readonly CheckedFile[];
  readonly notChecked: readonly NotChecked[];
  readonly summary: Summary;
}

/** One step of a person who debugs this, in the order of the steps. */
export interface Group {
  readonly title: string;
  readonly notes: readonly Note[];
  readonly files: readonly ShownFile[];
}

/** A file with the part of its findings that belongs to a group. */
export type ShownFile = Pick<CheckedFile, "findings" | "path">;

/** A sentence about the group as a whole. */
export type Note = ErrorNote | { readonly error: false; readonly message: string };

/** A note that counts: no rule reports the same thing. */
export interface ErrorNote {
  readonly error: true;
  readonly message: string;
  /** The file to look at, which is not there yet where it is what is missing. Code scanning refuses a log with a result that has no place. */
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
}

/** What Convex reads in one backend: see `Backend`. Paths are relative to the folder. */
export type Reading = Note & {
  readonly backend: string;
  readonly functions: string | null;
  readonly files: readonly string[];
  readonly ignored: readonly string[];
};

/** One file that was linted. */
export interface CheckedFile {
  readonly path: string;
  /** What was found; after `--fix`, what remains. */
  readonly findings: readonly LintFinding[];
  /** True when `--fix` changed the file. */
  readonly fixed: boolean;
  /** With `--diff`: what `--fix` changes, as a unified diff. Empty when it changes nothing. */
  readonly diff: string;
}

/** A place about which nothing is said, broken or not. */
export interface NotChecked {
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  readonly reason: string;
}

/** One report of a rule, or of the parser when `ruleId` is null. Lines and columns count from 1. */
export interface LintFinding {
  readonly ruleId: string | null;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  readonly fixable: boolean;
  readonly suggestions: readonly string[];
}

/** The notes that count, each with the title of its group. */
export function errorNotesOf(groups: readonly Group[]): readonly (ErrorNote & Pick<Group, "title">)[] {
  return groups.flatMap(({ title, notes }) => notes.filter((note) => note.error).map((note) => ({ ...note, title })));
}

/** The numbers that decide about the exit code. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly fixable: number;
}
