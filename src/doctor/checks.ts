import { basename } from "node:path";
import { showPath } from "../app/disk.js";
import { isEnvFileName } from "../env-file/content.js";
import { compareClientIds } from "./client-ids.js";
import type { EnvFileAt, Project } from "./project.js";
import type { LintFinding, Note } from "./report.js";
import { whatConvexReads } from "./what-convex-reads.js";

/** One step of the command: the files that it looks at, and what can be said without the rules. */
export interface Check {
  readonly title: string;
  notes(project: Project): readonly Note[];
  /** The files to lint: absolute paths, each once. */
  files(project: Project): readonly string[];
  /** Which of the findings in its files belong to this step: a `.env` file is part of two. */
  takes(finding: LintFinding, path: string): boolean;
}

/** All steps, in the order in which a person would take them. Another kind of file is another entry. */
export const CHECKS: readonly Check[] = [
  {
    title: "auth.config",
    notes: ({ folder, backends }) => backends.map((backend) => whatConvexReads(folder, backend)),
    files: ({ backends }) => backends.flatMap(({ reads, ignored }) => [...reads, ...ignored]),
    takes: () => true,
  },
  {
    title: "Convex variables",
    notes: (project) => [
      describeFiles(
        project.folder,
        convexFiles(project),
        "No file holds them. To have them checked, but not committed: npx convex env list --prod --include-values > .env.convex.prod",
      ),
    ],
    files: convexFiles,
    takes: (finding, path) => !isAboutRedirect(finding, path),
  },
  {
    title: "Host variables",
    notes: (project) => [
      describeFiles(project.folder, hostFiles(project), "No .env file names a variable of WorkOS."),
      ...compareClientIds(project),
    ],
    files: hostFiles,
    takes: (finding, path) => !isAboutRedirect(finding, path),
  },
  {
    title: "Redirect and callback",
    notes: ({ folder, convexJsons, callbackRoutes }) => [
      describeFiles(
        folder,
        [...convexJsons, ...callbackRoutes],
        "There is neither a convex.json nor a callback route of Next.js.",
      ),
    ],
    files: ({ envFiles, convexJsons, callbackRoutes }) => [
      ...envFiles.map(({ path }) => path),
      ...convexJsons,
      ...callbackRoutes,
    ],
    takes: isAboutRedirect,
  },
];

const LIST = new Intl.ListFormat("en");

function describeFiles(folder: string, files: readonly string[], none: string): Note {
  const shown = files.map((path) => showPath(folder, path));
  return { error: false, message: shown.length === 0 ? none : `Checked ${LIST.format(shown)}.` };
}

function convexFiles({ envFiles }: Project): readonly string[] {
  return envFiles.filter(isConvex).map(({ path }) => path);
}

function hostFiles({ envFiles }: Project): readonly string[] {
  return envFiles.filter((file) => !isConvex(file)).map(({ path }) => path);
}

function isConvex({ content }: EnvFileAt): boolean {
  return content.file.role === "convex";
}

// A file that cannot be read or parsed has findings without a rule.
function isAboutRedirect({ ruleId }: LintFinding, path: string): boolean {
  if (ruleId == null) return !isEnvFileName(basename(path));
  return /\/(?:env-(?:callback-route|redirect-uri|redirect-uri-name)|convex-json-.+|callback-route)$/u.test(ruleId);
}
