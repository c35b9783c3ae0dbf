/**
 * The app that the page holds: the five files in which the cause may sit, as a person pastes them. Shared by the page and its worker.
 */
import type { TextEdit } from "../../src/edit/editor.js";
import type { Range } from "../../src/file-rule.js";
import type { Framework } from "../../src/platform/env-variables.js";

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

/** The AuthKit package of each framework, by which the plugin knows it; the first is what a new page begins with. */
export const FRAMEWORKS: Readonly<Record<Framework, { readonly label: string; readonly package: string }>> = {
  next: { label: "Next.js", package: "@workos-inc/authkit-nextjs" },
  react: { label: "React (Vite)", package: "@workos-inc/authkit-react" },
  "tanstack-start": { label: "TanStack Start", package: "@workos/authkit-tanstack-react-start" },
  "react-router": { label: "React Router", package: "@workos-inc/authkit-react-router" },
  remix: { label: "Remix", package: "@workos-inc/authkit-remix" },
  expo: { label: "Expo", package: "expo" },
};

export function isFramework(name: string): name is Framework {
  return Object.hasOwn(FRAMEWORKS, name);
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

/** What `convex.json` calls `functions`, where it says so. */
function functionsFolder(convexJson: string): string {
  try {
    const { functions } = JSON.parse(convexJson) as { readonly functions?: unknown };
    const folder = typeof functions === "string" ? functions.replace(/^(?:\.?\/)+|\/+$/gu, "") : "";
    return folder === "" || folder.includes("..") ? "convex" : folder;
  } catch {
    return "convex";
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
