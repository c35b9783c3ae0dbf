/**
 * The app that the page holds: the five files in which the cause may sit, as a person pastes them. Shared by the page and its worker.
 */
import type { TextEdit } from "../../src/edit/repair.js";
import type { Range } from "../../src/env-file/content.js";
import { defaultFunctionsFolder, namedFunctionsFolder } from "../../src/platform/functions-folder.js";
import type { Framework } from "../../src/platform/frameworks.js";

export type { Range, TextEdit as Edit };

export const FILE_IDS = ["authConfig", "hostEnv", "convexEnv", "route", "convexJson"] as const;

export type FileId = (typeof FILE_IDS)[number];

/** What people call the files, whatever their paths are. */
export const LABELS: Readonly<Record<FileId, string>> = {
  authConfig: "auth.config.ts",
  hostEnv: "Host variables",
  convexEnv: "Convex variables",
  route: "Callback route",
  convexJson: "convex.json",
};

export type Texts = Readonly<Record<FileId, string>>;

export interface App {
  readonly framework: Framework;
  /** Where the callback route lies, below the app's folder: `app/callback/route.ts`. */
  readonly routePath: string;
  /** Whether advice on what works today is wanted too. */
  readonly isStrict: boolean;
  readonly texts: Texts;
}

/** Whether a file is there: one without text is not. */
export function isThere(texts: Texts, id: FileId): boolean {
  return texts[id].trim() !== "";
}

/** The line of an offset, from 1; CodeMirror ends each by a line feed. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Where each file lies, below the app's folder. */
export function pathsOf({ routePath, texts }: App): Readonly<Record<FileId, string>> {
  return {
    authConfig: `${functionsFolder(texts.convexJson)}/auth.config.ts`,
    hostEnv: ".env.production",
    convexEnv: ".env.convex",
    route: routePath,
    convexJson: "convex.json",
  };
}

/** The folder that `convex.json` names, as far as it is one of the page's: `convex` otherwise. */
function functionsFolder(convexJson: string): string {
  const named = namedFunctionsFolder(parsed(convexJson));
  const folder = "path" in named ? named.path.replace(/^(?:\.?\/)+|\/+$/gu, "") : "";
  return folder === "" || folder.includes("..") ? defaultFunctionsFolder([]) : folder;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

export interface Problem {
  readonly range: Range;
  readonly severity: "error" | "warning";
  /** Null for a file that cannot be read. */
  readonly rule: string | null;
  readonly message: string;
  readonly fix: TextEdit | null;
  readonly suggestions: readonly Repair[];
}

/** An edit, and what a button for it says. */
export interface Repair {
  readonly label: string;
  readonly edit: TextEdit;
}

/** All that can be done about a problem. */
export function repairsOf({ fix, suggestions }: Problem): readonly Repair[] {
  return fix == null ? suggestions : [{ label: "Fix", edit: fix }, ...suggestions];
}

export type Problems = Readonly<Record<FileId, readonly Problem[]>>;
