/** The package's own name and version: ESLint keys its cache on them. A test compares them with package.json. */
export const name = "eslint-plugin-convex-authkit";
export const version = "0.1.0";
