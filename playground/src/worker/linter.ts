/** ESLint and the plugin, unchanged, over the app that the page holds. */
import { provideModule, removeAllBut, writeFile } from "./host.js";
import json from "@eslint/json";
import type * as TypeScriptParser from "@typescript-eslint/parser";
import type { ESLint } from "eslint";
import { Linter } from "eslint/universal";
import plugin from "../../../src/index.js";
import { FRAMEWORKS } from "../../../src/platform/frameworks.js";
import { FILE_IDS, isThere, pathsOf } from "../app.js";
import type { App, Edit, FileId, Problem, Problems, Texts } from "../app.js";

const ROOT = "/app";

// The presets look for it when they are asked for.
provideModule("@eslint/json", { default: json });

/** The plugin without schemas of options: ESLint compiles them to code, which the page's policy forbids. */
const withoutSchemas: ESLint.Plugin = {
  ...plugin,
  rules: Object.fromEntries(
    Object.entries(plugin.rules).map(([name, rule]) => [name, { ...rule, meta: { ...rule.meta, schema: false } }]),
  ),
};

function configOf({ isStrict }: App): Linter.Config[] {
  const parts = [...plugin.configs[isStrict ? "strict" : "recommended"], ...plugin.configs.env];
  return parts.map((part) => ({ ...part, plugins: { ...part.plugins, "convex-authkit": withoutSchemas } }));
}

const linter = new Linter({ configType: "flat", cwd: ROOT });

/** Files whose rules look at code: the parser is a megabyte, and loaded with the first of them. */
const CODE: ReadonlySet<FileId> = new Set(["authConfig", "route"]);

type Parser = typeof TypeScriptParser;

let parser: Promise<Parser> | null = null;

/** Loads the parser once, and tries again where that failed. */
export function loadParser(): Promise<Parser> {
  parser ??= importParser();
  return parser;
}

async function importParser(): Promise<Parser> {
  try {
    const module = await import("@typescript-eslint/parser");
    provideModule("@typescript-eslint/parser", module);
    return module;
  } catch {
    parser = null;
    throw new Error("The parser could not be loaded. Change something to try again.");
  }
}

/** What the rules say about each file; nothing about a file without text, which is not there. */
export async function lint(app: App): Promise<Problems> {
  writeApp(app);
  const paths = pathsOf(app);
  const entries: [FileId, readonly Problem[]][] = [];
  const config = configOf(app);
  for (const id of FILE_IDS) {
    const text = app.texts[id];
    if (CODE.has(id) && isThere(app.texts, id)) await loadParser();
    const messages = isThere(app.texts, id) ? linter.verify(text, config, { filename: `${ROOT}/${paths[id]}` }) : [];
    const offsets = lineOffsets(text);
    entries.push([id, messages.map((message) => readProblem(message, text, offsets))]);
  }
  return Object.fromEntries(entries) as unknown as Problems;
}

/** The texts after all fixes, as `eslint --fix` leaves them. */
export async function fixAll(app: App): Promise<Texts> {
  await loadParser();
  writeApp(app);
  const paths = pathsOf(app);
  const config = configOf(app);
  const fixed = (id: FileId): string =>
    linter.verifyAndFix(app.texts[id], config, { filename: `${ROOT}/${paths[id]}` }).output;
  return Object.fromEntries(FILE_IDS.map((id) => [id, isThere(app.texts, id) ? fixed(id) : app.texts[id]])) as Record<
    FileId,
    string
  >;
}

/** Puts the app where the rules look for the neighbours of a file. */
function writeApp(app: App): void {
  const manifest = { dependencies: { [FRAMEWORKS[app.framework].package]: "*", convex: "*" } };
  const paths = pathsOf(app);
  const files = new Map([
    ["package.json", JSON.stringify(manifest)],
    ...FILE_IDS.filter((id) => isThere(app.texts, id)).map((id) => [paths[id], app.texts[id]] as const),
  ]);
  removeAllBut(new Set([...files.keys()].map((path) => `${ROOT}/${path}`)));
  for (const [path, text] of files) writeFile(`${ROOT}/${path}`, text);
}

function readProblem(message: Linter.LintMessage, text: string, offsets: readonly number[]): Problem {
  const offsetOf = (line: number, column: number): number =>
    Math.min((offsets[line - 1] ?? text.length) + column - 1, text.length);
  const start = offsetOf(message.line, message.column);
  const end = message.endLine == null ? start + 1 : offsetOf(message.endLine, message.endColumn ?? 1);
  return {
    range: [start, Math.min(Math.max(end, start), text.length)],
    severity: message.severity === 2 ? "error" : "warning",
    rule: message.ruleId?.replace(/^convex-authkit\//u, "") ?? null,
    message: message.message,
    fix: message.fix == null ? null : readEdit(message.fix, text),
    suggestions: (message.suggestions ?? []).map(({ desc, fix }) => ({ label: desc, edit: readEdit(fix, text) })),
  };
}

function readEdit(
  { range, text: inserted }: { readonly range: readonly [number, number]; readonly text: string },
  text: string,
): Edit {
  const [from, to] = range;
  return { range: [from + startOf(text), to + startOf(text)], text: inserted };
}

/** Where ESLint begins to count: behind a byte-order mark. */
function startOf(text: string): number {
  return text.startsWith("\uFEFF") ? 1 : 0;
}

/** Where each line begins; ESLint breaks lines as JavaScript does. */
function lineOffsets(text: string): readonly number[] {
  return [
    startOf(text),
    ...[...text.matchAll(/\r\n|[\r\n\u2028\u2029]/gu)].map(({ index, 0: end }) => index + end.length),
  ];
}
