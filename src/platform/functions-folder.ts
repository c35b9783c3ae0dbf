/**
 * Where `npx convex` looks for the functions of an app: a path relative to the folder that it runs in.
 *
 * Source: `readProjectConfig` in `src/cli/lib/config.ts` of the `convex` package, 1.48.0.
 */

const FUNCTIONS_FOLDER = "convex";

/** The folder where there is no `convex.json`, by the names of the app's dependencies. */
export function defaultFunctionsFolder(dependencies: readonly string[]): string {
  // Create React App bans imports from outside of src, so Convex moves there.
  return dependencies.includes("react-scripts") ? `src/${FUNCTIONS_FOLDER}` : FUNCTIONS_FOLDER;
}

/** The folder that a `convex.json` names, or the phrase that says why Convex does not start. What is not JSON is undefined. */
export function namedFunctionsFolder(convexJson: unknown): { readonly path: string } | { readonly problem: string } {
  if (typeof convexJson !== "object" || convexJson === null || Array.isArray(convexJson))
    return { problem: "is not a JSON object" };
  const { functions = FUNCTIONS_FOLDER } = convexJson as { readonly functions?: unknown };
  return typeof functions === "string" ? { path: functions } : { problem: "has `functions` that is not a string" };
}
