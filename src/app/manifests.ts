/** What the package.json and the convex.json of a folder say. */
import { defaultFunctionsFolder, namedFunctionsFolder } from "../platform/functions-folder.js";
import { isFile, join, readJson } from "./disk.js";

/** The names in the lists of dependencies of a package.json; more lists can be asked for. */
export function dependenciesOf(manifest: unknown, ...more: readonly string[]): readonly string[] {
  return ["dependencies", "devDependencies", ...more].flatMap((list) => Object.keys(objectAt(manifest, list)));
}

/** Whether the package.json in a folder lists a package, as a dependency of either kind. */
export function dependsOn(folder: string, name: string): boolean {
  return dependenciesIn(folder).includes(name);
}

/** Where `npx convex`, run in a folder, looks for the functions, or the phrase that says why it does not start. */
export function readFunctionsPath(folder: string): ReturnType<typeof namedFunctionsFolder> {
  const file = join(folder, "convex.json");
  if (!isFile(file)) return { path: defaultFunctionsFolder(dependenciesIn(folder)) };
  // Unlike the rules, Convex trips over a byte-order mark.
  return namedFunctionsFolder(readJson(file, "an error"));
}

function dependenciesIn(folder: string): readonly string[] {
  return dependenciesOf(readJson(join(folder, "package.json")));
}

/** A member that holds an object; an empty one where there is none. */
export function objectAt(value: unknown, name: string): Readonly<Record<string, unknown>> {
  const member = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : null;
  return typeof member === "object" && member !== null ? (member as Record<string, unknown>) : {};
}
