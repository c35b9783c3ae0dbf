import { hasFile, isPlaced, isSameFolder, nearestJson } from "../project/project.js";
import type { NearestJson } from "../project/project.js";
import type { ConfigFile } from "../rule-definition.js";

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
    isInFunctionsFolder: isNamedConvex || isFunctionsFolder(folder, project),
    isPlaced: isPlaced(folder) && (project == null || project.value !== undefined),
    hasSibling: (name) => hasFile(folder, name),
    packageType: () =>
      memberOf(nearestJson(folder, "package.json")?.value, "type") === "module" ? "module" : "commonjs",
  };
}

function isFunctionsFolder(folder: string, project: NearestJson | null): boolean {
  const functions = memberOf(project?.value, "functions");
  return project != null && typeof functions === "string" && isSameFolder(project.folder, functions, folder);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
