/**
 * Reads the text of a `.env` file as the `dotenv` package does, and keeps where everything stands.
 *
 * Source: the regular expression of `dotenv`'s `parse`, https://github.com/motdotla/dotenv. Some of what follows from it surprises: white space may
 * run over line ends, an unquoted value ends at the first `#`, and a quote counts as closing only when nothing but a comment follows it on its line.
 */

/** Offsets into the text: start and end. */
export type TextRange = readonly [start: number, end: number];

/** A name with a value: `export NAME="value"`. */
export interface Assignment {
  readonly type: "Assignment";
  readonly range: TextRange;
  /** Whether `export` stands before the name. */
  readonly isExported: boolean;
  readonly name: EnvName;
  readonly value: EnvValue;
}

export interface EnvName {
  readonly type: "Name";
  readonly range: TextRange;
  readonly text: string;
}

export interface EnvValue {
  readonly type: "Value";
  /** The value with its quotes; of no length, behind the `=`, where there is none. */
  readonly range: TextRange;
  /** The value without its quotes: what an edit may replace. */
  readonly contentRange: TextRange;
  readonly quote: Quote | null;
  /** What a program gets to see. */
  readonly text: string;
}

export type Quote = "'" | '"' | "`";

export interface Comment {
  readonly type: "Comment";
  /** With the `#`. */
  readonly range: TextRange;
  /** Without the `#`. */
  readonly text: string;
}

/** A line that is neither an assignment nor a comment: `dotenv` skips it without a word. */
export interface InvalidLine {
  readonly type: "InvalidLine";
  readonly range: TextRange;
}

export interface EnvFile {
  readonly type: "EnvFile";
  readonly range: TextRange;
  readonly body: readonly (Assignment | InvalidLine)[];
  readonly comments: readonly Comment[];
}

/** Reads a file. Every text is one: what cannot be read as an assignment becomes an `InvalidLine`. Line ends may be those of any system. */
export function parseEnvFile(text: string): EnvFile {
  const body: (Assignment | InvalidLine)[] = [];
  const comments: Comment[] = [];
  for (let at = endOfSpace(text, 0); at < text.length; at = endOfSpace(text, at)) {
    if (text[at] === "#") {
      const end = endOf(/[^\r\n\u2028\u2029]*/uy, text, at);
      comments.push({ type: "Comment", range: [at, end], text: text.slice(at + 1, end) });
      at = end;
      continue;
    }
    const node = readAssignment(text, at) ?? readInvalidLine(text, at);
    body.push(node);
    at = node.range[1];
  }
  return { type: "EnvFile", range: [0, text.length], body, comments };
}

/** A comment behind it is one, though nothing else is: `# eslint-disable-line` has to work there. */
function readInvalidLine(text: string, start: number): InvalidLine {
  return { type: "InvalidLine", range: trimmed(text, start, endOf(/[^#\r\n\u2028\u2029]*/uy, text, start)) };
}

function readAssignment(text: string, start: number): Assignment | null {
  const [, exported = "", name] = match(/(export\s+)?([\w.-]+)/uy, text, start) ?? [];
  if (name == null) return null;
  const nameRange: TextRange = [start + exported.length, start + exported.length + name.length];
  const separator = match(/\s*=|:(?:\r\n|\s)/uy, text, nameRange[1])?.[0];
  if (separator == null) return null;
  const valueStart = nameRange[1] + separator.length;
  const value = readQuoted(text, valueStart) ?? readUnquoted(text, valueStart);
  return {
    type: "Assignment",
    range: [start, value.range[1]],
    isExported: exported !== "",
    name: { type: "Name", range: nameRange, text: name },
    value,
  };
}

/** A value in quotes, which may stand on a later line than its name and run over several. */
function readQuoted(text: string, valueStart: number): EnvValue | null {
  const open = endOfSpace(text, valueStart);
  const quote = text[open];
  if (quote !== '"' && quote !== "'" && quote !== "`") return null;
  const close = closingQuote(text, open, quote);
  if (close == null) return null;
  const contentRange: TextRange = [open + 1, close];
  return {
    type: "Value",
    range: [open, close + 1],
    contentRange,
    quote,
    text: unescaped(text.slice(...contentRange).replaceAll(/\r\n?/gu, "\n"), quote),
  };
}

/** The last quote that may close: those behind a backslash only do where no other can. */
function closingQuote(text: string, open: number, quote: Quote): number | null {
  let last: number | null = null;
  for (let close = text.indexOf(quote, open + 1); close !== -1; close = text.indexOf(quote, close + 1)) {
    if (endsItsLine(text, close + 1)) last = close;
    if (text[close - 1] !== "\\") break;
  }
  return last;
}

/** Whether nothing but a comment follows on the line. */
function endsItsLine(text: string, start: number): boolean {
  return match(/#|$/muy, text, endOf(/[^\S\r\n\u2028\u2029]*/uy, text, start)) != null;
}

function readUnquoted(text: string, valueStart: number): EnvValue {
  const range = trimmed(text, valueStart, endOf(/[^#\r\n]*/uy, text, valueStart));
  const raw = text.slice(...range);
  const isWrapped = raw.length > 1 && /^["'`]/u.test(raw) && raw.endsWith(raw.charAt(0));
  const contentRange: TextRange = isWrapped ? [range[0] + 1, range[1] - 1] : range;
  return { type: "Value", range, contentRange, quote: null, text: unescaped(withoutQuotes(raw), raw.charAt(0)) };
}

/** Takes quotes off each line of its own, should the text hold the separators that only some programs take for line ends. */
function withoutQuotes(raw: string): string {
  const closing = new Map<string, number>();
  for (const { 0: quote, index } of raw.matchAll(/["'`]$/gmu)) closing.set(quote, index);
  let text = "";
  let done = 0;
  for (const { 0: quote, index } of raw.matchAll(/^["'`]/gmu)) {
    const close = closing.get(quote) ?? -1;
    if (index < done || close <= index) continue;
    text += raw.slice(done, index) + raw.slice(index + 1, close);
    done = close + 1;
  }
  return text + raw.slice(done);
}

function unescaped(content: string, quote: string): string {
  return quote === '"' ? content.replaceAll("\\n", "\n").replaceAll("\\r", "\r") : content;
}

function trimmed(text: string, start: number, end: number): TextRange {
  const raw = text.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  return raw.trim() === "" ? [start, start] : [from, from + raw.trim().length];
}

function endOfSpace(text: string, start: number): number {
  return endOf(/\s*/uy, text, start);
}

/** Where a run of characters ends that begins at one place; the expression has to be sticky, and to match an empty run as well. */
function endOf(run: RegExp, text: string, start: number): number {
  run.lastIndex = start;
  run.test(text);
  return run.lastIndex;
}

/** Matches at one place; the expression has to be sticky. */
function match(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}
