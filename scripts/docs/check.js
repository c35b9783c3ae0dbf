// What the docs promise, checked: nothing stale, no example that does not do what it says, no dead link, no rule without a page.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../install.js";
import { brokenPromises } from "./examples.js";
import { generate, ruleNames } from "./generate.js";
import { readAnchors, readBlocks, readLinks } from "./pages.js";

export { brokenPromises } from "./examples.js";
export { readBlocks, readPages } from "./pages.js";

/** @typedef {import("./pages.js").Page} Page */

/**
 * All that is wrong with the docs, one line each.
 *
 * @param {readonly Page[]} pages
 * @returns {Promise<string[]>}
 */
export async function problemsOf(pages) {
  const problems = missingPages(pages);
  for (const page of pages) {
    if (await isStale(page)) problems.push(`${page.path}: stale, run npm run docs`);
    for (const block of readBlocks(page)) {
      for (const broken of await brokenPromises(block)) problems.push(`${page.path}:${block.line}: ${broken}`);
    }
    for (const link of brokenLinks(page)) problems.push(`${page.path}: the link ${link} leads nowhere`);
  }
  return problems;
}

/**
 * Whether a generated part of the page is not what it would be now.
 *
 * @param {Page} page
 */
export async function isStale(page) {
  return page.text !== (await generate(page));
}

/**
 * Rules without a page, pages without a rule, and pages that lack one of the sections that each has.
 *
 * @param {readonly Page[]} pages
 * @returns {string[]}
 */
export function missingPages(pages) {
  const documented = pages.flatMap(({ rule }) => rule ?? []);
  return [
    ...ruleNames.filter((rule) => !documented.includes(rule)).map((rule) => `docs/rules/${rule}.md: missing`),
    ...documented.filter((rule) => !ruleNames.includes(rule)).map((rule) => `docs/rules/${rule}.md: there is no such rule`),
    ...pages.filter(({ rule }) => rule !== null).flatMap(missingSections),
  ];
}

const sections = ["Why", "Examples", "What it cannot see", "When not to use it", "Further reading"];

/** @param {Page} page */
function missingSections(page) {
  const titles = [...page.text.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  const problems = titles.join() === sections.join() ? [] : [`${page.path}: the sections are not ${sections.join(", ")}`];
  for (const kind of ["incorrect", "correct"]) {
    if (!readBlocks(page).some((block) => block.kind === kind)) problems.push(`${page.path}: no ${kind} example`);
  }
  return problems;
}

/**
 * Links to files or headings of the repository that do not exist.
 *
 * @param {Page} page
 * @returns {string[]}
 */
export function brokenLinks(page) {
  return readLinks(page).filter((link) => {
    const [path = "", anchor] = link.split("#");
    const target = join(root, dirname(page.path), path);
    if (!existsSync(target)) return true;
    if (anchor === undefined) return false;
    return !readAnchors(path === "" ? page.text : readFileSync(target, "utf8")).includes(anchor);
  });
}
