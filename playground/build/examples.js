// Which examples of the docs open in the playground, and how: as an app in the fragment of the link.
import { readBlocks } from "../../scripts/docs/pages.js";
import { authConfigRules } from "../../src/rules/index.ts";
import { frameworkOf } from "../../src/platform/frameworks.ts";
import { toFragment } from "../src/share.ts";

/** @typedef {import("../../scripts/docs/pages.js").Page} Page */
/** @typedef {import("../../scripts/docs/pages.js").Block} Block */
/** @typedef {import("../src/share.js").Shared} Shared */

/**
 * @typedef {object} Example
 * @property {Block} block
 * @property {string | null} fragment of the playground's URL, null for what the playground cannot show
 * @property {boolean} isWhole false where the example's report also needs variables, which no URL carries
 */

const emptyApp = {
  framework: /** @type {const} */ ("next"),
  routePath: "app/callback/route.ts",
  isStrict: false,
  authConfig: "",
  route: "",
};

/** The pages of rules that only give advice. */
const strictPages = new Set(
  authConfigRules.filter(({ meta }) => meta.docs.preset === "strict").map(({ name }) => `docs/rules/${name}.md`),
);

/**
 * The examples of a page by the line of their opening fence, from 1.
 *
 * @param {Page} page
 * @returns {Promise<Map<number, Example>>}
 */
export async function readExamples(page) {
  /** @type {Map<number, Example>} */
  const examples = new Map();
  for (const block of readBlocks(page)) {
    const shared = sharedPartOf(block);
    const fragment = shared === null ? null : await toFragment({ ...shared, isStrict: strictPages.has(page.path) });
    examples.set(block.line, {
      block,
      fragment,
      isWhole: Object.keys(block.beside).every((path) => path === "package.json"),
    });
  }
  return examples;
}

/**
 * What a link carries of an example. Null for files that hold variables, and where the example is about what the playground does not have: settings,
 * another place for `auth.config`, a file beside it. There the playground would contradict the page.
 *
 * @param {Block} block
 * @returns {Shared | null}
 */
function sharedPartOf({ kind, file, code, settings, beside }) {
  if (kind === "config" || Object.keys(settings).length > 0) return null;
  if (/^convex\/auth\.config\.[jt]s$/.test(file))
    return Object.keys(beside).length > 0 ? null : { ...emptyApp, authConfig: code };
  if (!/^(?:.+\/)?app\/(?:.+\/)?route\.[jt]sx?$/.test(file)) return null;
  return { ...emptyApp, framework: frameworkIn(beside["package.json"]), routePath: file, route: code };
}

/**
 * @param {string | undefined} manifest the text of the app's package.json
 * @returns {Shared["framework"]}
 */
function frameworkIn(manifest = "{}") {
  const { dependencies = {} } = JSON.parse(manifest);
  return frameworkOf(Object.keys(dependencies)) ?? emptyApp.framework;
}
