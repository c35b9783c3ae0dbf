/** What ESLint and TypeScript's parser import, and what of it a page has. */

const EMPTY = "\0empty";
const NO_RULES = "\0no-rules";

/**
 * @returns {import("vite").Plugin}
 */
export function eslintInBrowsers() {
  return {
    name: "eslint-in-browsers",
    enforce: "pre",
    resolveId(source, importer) {
      // ESLint's own rules: none of them runs here, and they are most of its size.
      if (source === "../rules" && importer?.endsWith("/eslint/lib/config/default-config.js") === true) return NO_RULES;
      const builtin = /^(?:node:)?(fs|path|url|util)$/u.exec(source)?.[1];
      if (builtin === "path") return this.resolve("path-browserify", importer);
      // For looking up files and projects, which nobody asks for here.
      return builtin == null ? null : EMPTY;
    },
    load(id) {
      if (id === NO_RULES) return "module.exports = new Map();";
      return id === EMPTY ? "module.exports = {};" : null;
    },
  };
}
