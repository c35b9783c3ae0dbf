import { namedFunctionsFolder } from "../platform/functions-folder.js";
import { exists, isPlaced, isSameFolder, join } from "./disk.js";
import { nearestJson } from "./project.js";
import type { NearestJson } from "./project.js";

/** An `auth.config` file by its place: whether Convex looks there, and what stands beside it. */
export interface ConfigFile {
  /** `ts`, `js`, `mts`, … */
  readonly extension: string;
  /** True in the functions folder: a folder named `convex`, or what the nearest `convex.json` calls `functions`. */
  readonly isInFunctionsFolder: boolean;
  /** False where nobody can say whether Convex looks there: a name without a folder, a `convex.json` that cannot be read. */
  readonly isPlaced: boolean;
  /** Whether the folder holds another file of this name, such as `auth.config.js` beside `auth.config.ts`. */
  readonly hasSibling: (name: string) => boolean;
  /** The `type` of the nearest package.json: with `module`, CommonJS files export nothing. */
  readonly packageType: () => "commonjs" | "module";
}

const FILE_NAME = /^(.*)[/\\]auth\.config\.([cm]?[jt]s|[jt]sx)$/su;

/**
 * Describes an `auth.config` file, or returns null for any other one.
 *
 * Thousands of other files pass by: the name decides first, and nothing else is looked at for them.
 */
export function describeConfigFile(filename: string): ConfigFile | null {
  const match = FILE_NAME.exec(filename);
  if (match == null) return null;
  const [, folder = "", extension = ""] = match;
  const isNamedConvex = /(?:^|[/\\])convex$/u.test(folder);
  const project = isNamedConvex ? null : nearestJson(folder, "convex.json");
  return {
    extension,
    isInFunctionsFolder: isNamedConvex || isNamedFolder(folder, project),
    isPlaced: isPlaced(folder) && (project == null || project.value !== undefined),
    hasSibling: (name) => exists(join(folder, name)),
    packageType: () =>
      memberOf(nearestJson(folder, "package.json")?.value, "type") === "module" ? "module" : "commonjs",
  };
}

function isNamedFolder(folder: string, project: NearestJson | null): boolean {
  const named = namedFunctionsFolder(project?.value);
  return project != null && "path" in named && isSameFolder(project.folder, named.path, folder);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
