import { describe, expect, it } from "vitest";
import { readArguments } from "../../src/doctor/arguments.js";
import { CouldNotRun } from "../../src/doctor/could-not-run.js";

const defaults = { folder: null, fix: false, diff: false, init: false, format: "stylish", maxWarnings: Infinity };

describe("readArguments", () => {
  it.each([
    [[], {}],
    [["apps/web"], { folder: "apps/web" }],
    [["--fix"], { fix: true }],
    [["--diff"], { diff: true }],
    [["--fix", "--diff", "web"], { fix: true, diff: true, folder: "web" }],
    [["--init"], { init: true }],
    [["--init", "--fix"], { init: true, fix: true }],
    [["--format", "json"], { format: "json" }],
    [["--format=stylish"], { format: "stylish" }],
    [["--max-warnings", "0"], { maxWarnings: 0 }],
    [["--max-warnings=12"], { maxWarnings: 12 }],
    [["--max-warnings=-1"], {}],
    [["--", "--fix"], { folder: "--fix" }],
  ])("%j", (argv, options) => {
    expect(readArguments(argv)).toEqual({ task: "check", options: { ...defaults, ...options } });
  });

  it("puts --help and --version before everything else", () => {
    expect(readArguments(["--help", "a", "b"])).toEqual({ task: "help" });
    expect(readArguments(["--version", "--format=x"])).toEqual({ task: "version" });
  });

  it.each([
    [["--fxi"], "Unknown option '--fxi'. See --help."],
    [["-f"], "Unknown option '-f'. See --help."],
    [["--fix=yes"], "Option '--fix' does not take an argument. See --help."],
    [["--format"], "Option '--format <value>' argument missing. See --help."],
    [["--format", "--fix"], "Option '--format' argument is ambiguous. See --help."],
    [["--format=html"], "Unknown format 'html'. See --help."],
    [["--format=toString"], "Unknown format 'toString'. See --help."],
    [["--max-warnings=-2"], "--max-warnings takes a whole number, not '-2'. See --help."],
    [["--max-warnings=1.5"], "--max-warnings takes a whole number, not '1.5'. See --help."],
    [["--max-warnings="], "--max-warnings takes a whole number, not ''. See --help."],
    [["a", "b"], "One folder at a time, not 2. See --help."],
    [["--init", "--diff"], "--init writes a file and --diff only shows changes: use one of them. See --help."],
  ])("%j: %s", (argv, message) => {
    expect(() => readArguments(argv)).toThrow(new CouldNotRun(message));
  });
});
