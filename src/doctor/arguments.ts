import { parseArgs } from "node:util";
import { CouldNotRun, messageOf } from "./could-not-run.js";
import { FORMATS, isFormatName } from "./formats.js";
import type { FormatName } from "./formats.js";

/** What the person asked for. */
export type Request = { readonly task: "help" | "version" } | { readonly task: "check"; readonly options: Options };

export interface Options {
  /** As it was typed; null for the current folder. */
  readonly folder: string | null;
  readonly fix: boolean;
  readonly diff: boolean;
  readonly init: boolean;
  readonly format: FormatName;
  /** More warnings than this are a failure. */
  readonly maxWarnings: number;
}

/** The text of `--help`. */
export const HELP = `Finds out why a Convex app with WorkOS AuthKit stays unauthenticated, and repairs it.

Usage: npx eslint-plugin-convex-authkit [folder] [options]

  folder            The app or monorepo to check; the current folder if left out

  --fix             Repair what can be repaired, and report what remains
  --diff            Show what --fix changes; without --fix nothing is written
  --init            Write an auth.config with the known-good providers where there is none
  --format=NAME     ${new Intl.ListFormat("en", { type: "disjunction" }).format(Object.keys(FORMATS))}; stylish if left out
  --max-warnings=N  Fail when there are more than N warnings; -1, the default, allows any number
  --help            Show this text
  --version         Show the version

Exit code: 0 no errors, 1 errors or more warnings than allowed, 2 it could not run.
Nothing is sent anywhere, and no secret of a .env file is shown.
`;

/** Reads the command line. Throws `CouldNotRun` with one sentence about the first thing wrong with it. */
export function readArguments(argv: readonly string[]): Request {
  const { values, positionals } = parse(argv);
  if (values.help) return { task: "help" };
  if (values.version) return { task: "version" };
  if (positionals.length > 1) throw misuse(`One folder at a time, not ${positionals.length}`);
  if (values.init && values.diff) throw misuse("--init writes a file and --diff only shows changes: use one of them");
  const [folder = null] = positionals;
  return {
    task: "check",
    options: {
      folder,
      fix: values.fix,
      diff: values.diff,
      init: values.init,
      format: readFormat(values.format),
      maxWarnings: readMaxWarnings(values["max-warnings"]),
    },
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        fix: { type: "boolean", default: false },
        diff: { type: "boolean", default: false },
        init: { type: "boolean", default: false },
        format: { type: "string", default: "stylish" },
        "max-warnings": { type: "string", default: "-1" },
        help: { type: "boolean", default: false },
        version: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    // The first sentence says what is wrong, the others how to write it in a way that makes no sense here.
    throw misuse(
      messageOf(error)
        .split(/\.?\s(?=[A-Z])/u, 1)
        .join(),
    );
  }
}

function readFormat(name: string): FormatName {
  if (isFormatName(name)) return name;
  throw misuse(`Unknown format '${name}'`);
}

function readMaxWarnings(text: string): number {
  if (text === "-1") return Infinity;
  if (/^\d+$/u.test(text)) return Number(text);
  throw misuse(`--max-warnings takes a whole number, not '${text}'`);
}

function misuse(what: string): CouldNotRun {
  return new CouldNotRun(`${what}. See --help.`);
}
