import { createRequire } from "node:module";
import type { Linter as LatestLinter, Rule } from "eslint";
import type { Version } from "../hosts/project.js";

const require = createRequire(import.meta.url);

/** ESLint in one of the versions that are installed side by side. */
export function loadLinter(version: Version): typeof LatestLinter {
  return (require(version) as { Linter: typeof LatestLinter }).Linter;
}

/** All rules that come with a version of ESLint. */
export function loadCoreRules(version: Version): ReadonlyMap<string, Rule.RuleModule> {
  return (require(`${version}/use-at-your-own-risk`) as { builtinRules: ReadonlyMap<string, Rule.RuleModule> })
    .builtinRules;
}
