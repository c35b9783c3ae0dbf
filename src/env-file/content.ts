/** What a `.env` file says: its role, by its name, and its variables, as a program that reads it gets them. */
import { comesFromElsewhere, variableKind } from "../platform/env-variables.js";
import type { VariableKind } from "../platform/env-variables.js";
import type { Assignment, EnvFile } from "./parse.js";

/** Offsets into the text: start and end. */
export type Range = readonly [start: number, end: number];

/** A part of a file. Its place is known to the source code of the file's language. */
export interface Part {
  readonly range: Range;
}

/** What a `.env` file is for, by its name. `production` also says so of a Convex deployment. */
export interface EnvFileName {
  readonly name: string;
  readonly role: "convex" | "development" | "example" | "production";
  readonly isProduction: boolean;
}

/** A variable as a program that reads the file gets it: the last one of its name. */
export interface Variable {
  readonly name: string;
  readonly kind: VariableKind | null;
  /** Empty where the value comes from elsewhere, so that nothing can be said about it. */
  readonly value: string;
  /** Whether the file says what the value is. */
  readonly isKnown: boolean;
  readonly nameNode: Part;
  readonly valueNode: Part;
  /** The value without its quotes. */
  readonly contentRange: Range;
}

export interface EnvFileContent {
  readonly file: EnvFileName;
  readonly variables: readonly Variable[];
}

/** Endings of files that set variables in another language, or that are encrypted: `.env.ts`, `.env.json`, `.env.gpg`. */
export const OTHER_LANGUAGES = [
  "age",
  "asc",
  "cjs",
  "cts",
  "enc",
  "gpg",
  "js",
  "json",
  "jsonc",
  "md",
  "mjs",
  "mts",
  "sh",
  "toml",
  "ts",
  "tsx",
  "yaml",
  "yml",
];

/** Whether a file is one of variables, by its name. */
export function isEnvFileName(name: string): boolean {
  return /^\.env(?:\.|$)|\.env$/u.test(name) && !OTHER_LANGUAGES.some((ending) => name.endsWith(`.${ending}`));
}

export function readEnvFileName(name: string): EnvFileName {
  if (/(?:^|[._-])(?:example|sample|template|dist)(?:[._-]|$)/iu.test(name))
    return { name, role: "example", isProduction: false };
  // Not `.env.preprod`, `.env.non-prod` or `.env.products`.
  const isProduction = /(?<![a-z])(?<!(?:non|not|pre)[._-])prod(?:uction)?(?![a-z])/iu.test(name);
  if (name.startsWith(".env.convex")) return { name, role: "convex", isProduction };
  return { name, role: isProduction ? "production" : "development", isProduction };
}

export function readEnvFile(name: string, { body }: EnvFile): EnvFileContent {
  const variables = new Map<string, Variable>();
  for (const node of body) if (node.type === "Assignment") variables.set(node.name.text, readVariable(node));
  return { file: readEnvFileName(name), variables: [...variables.values()] };
}

function readVariable({ name, value }: Assignment): Variable {
  const isKnown = !comesFromElsewhere(value.text);
  return {
    name: name.text,
    kind: variableKind(name.text),
    value: isKnown ? value.text : "",
    isKnown,
    nameNode: name,
    valueNode: value,
    contentRange: value.contentRange,
  };
}
