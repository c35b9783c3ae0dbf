import * as parser from "@typescript-eslint/parser";

const plugins = {
  alone: null,
  ours: "eslint-plugin-convex-authkit",
  theirs: "@convex-dev/eslint-plugin",
};

/** What a folder is linted with: the parser alone, or a plugin's recommended rules beside it. */
/** @typedef {keyof typeof plugins} ConfigName */

/** The TypeScript parser for every file. @type {import("eslint").Linter.Config[]} */
export const alone = [{ files: ["**/*.ts"], languageOptions: { parser } }];

/**
 * The config of a name. A plugin is loaded only where it is used.
 *
 * @param {ConfigName} name
 * @returns {Promise<import("eslint").Linter.Config[]>}
 */
export async function configFor(name) {
  const plugin = plugins[name];
  return plugin === null ? alone : [...alone, ...(await import(plugin)).default.configs.recommended];
}
