// Addresses are relative to the root of the site: `docs/rules/valid-issuer.html`.
import { posix } from "node:path";

/**
 * Where the page of a file lies.
 *
 * @param {string} path relative to the root of the repository
 */
export function addressOf(path) {
  return path === "README.md" ? "docs/index.html" : path.replace(/\.md$/, ".html");
}

/**
 * @param {string} from address of a page
 * @param {string} to another address; empty for the site's root
 */
export function relativeTo(from, to) {
  return to === "" ? "../".repeat(from.split("/").length - 1) : posix.relative(posix.dirname(from), to);
}
