// The docs as a site: which pages there are, where they lie, and where their links lead.
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { readPages } from "../../scripts/docs/pages.js";
import { root } from "../../scripts/install.js";
import { authConfigRules, callbackRouteRules, convexJsonRules, envFileRules } from "../../src/rules/index.ts";
import { addressOf, relativeTo } from "./address.js";
import { readExamples } from "./examples.js";
import { renderLayout } from "./layout.js";
import { renderMarkdown } from "./markdown.js";

/** @typedef {import("../../scripts/docs/pages.js").Page} Page */
/** @typedef {import("./layout.js").Entry} Entry */

/**
 * @typedef {object} Site
 * @property {readonly string[]} addresses of the pages, relative to the site's root
 * @property {readonly string[]} sources the files that the pages are made of
 * @property {(address: string, stylesheet: string) => Promise<SitePage>} render with the address of the stylesheet, relative to the site's root
 */

/**
 * @typedef {object} SitePage
 * @property {string} html
 * @property {ReadonlyMap<string, string>} images by their address, relative to the site's root: their file
 */

/** The rules by the kind of file that they look at. */
const ruleGroups = [
  { title: "auth.config", rules: authConfigRules },
  { title: "Callback route", rules: callbackRouteRules },
  { title: ".env files", rules: envFileRules },
  { title: "convex.json", rules: convexJsonRules },
];

/** @returns {Site} */
export function readSite() {
  const written = readPages();
  const pages = [...written, rulesPage(), decisionsPage(written)];
  const byAddress = new Map(pages.map((page) => [addressOf(page.path), page]));
  const navigation = {
    repository: repository(),
    guide: guide(written),
    rules: { title: "Rules", address: addressOf("docs/rules/index.md") },
    groups: ruleGroups.map(({ title, rules }) => ({
      title,
      entries: rules.map(({ name }) => ({ title: name, address: addressOf(`docs/rules/${name}.md`) })),
    })),
  };

  return {
    addresses: [...byAddress.keys()],
    sources: written.map(({ path }) => join(root, path)),
    async render(address, stylesheet) {
      const page = byAddress.get(address);
      if (page === undefined) throw new Error(`There is no page ${address}`);
      /** @type {Map<string, string>} */
      const images = new Map();
      const content = renderMarkdown(page.text, {
        examples: await readExamples(page),
        playground: relativeTo(address, ""),
        link: (target) => resolveLink(target, page, byAddress),
        image(target) {
          if (isExternal(target)) return { address: target };
          const file = posix.join(posix.dirname(page.path), target);
          const copy = file.startsWith("docs/") ? file : `docs/${file}`;
          images.set(copy, join(root, file));
          return { address: relativeTo(address, copy), ...sizeOf(join(root, file)) };
        },
      });
      const description =
        navigation.guide.find((entry) => entry.address === address)?.description ?? content.description;
      const source = written.includes(page) ? page.path : dirname(page.path);
      return {
        html: renderLayout({ ...content, description, address, stylesheet, source: sourceOf(source), navigation }),
        images,
      };
    },
  };
}

/**
 * The size of a PNG in pixels, from its header: a picture whose size is known moves nothing when it arrives.
 *
 * @param {string} file
 */
function sizeOf(file) {
  const header = readFileSync(file).subarray(16, 24);
  return { width: header.readUInt32BE(0), height: header.readUInt32BE(4) };
}

/** @param {string} target */
function isExternal(target) {
  return /^[a-z]+:/i.test(target);
}

/**
 * @param {string} target as the text has it
 * @param {Page} page
 * @param {ReadonlyMap<string, Page>} pages by address
 */
function resolveLink(target, { path }, pages) {
  if (isExternal(target) || target.startsWith("#")) return target;
  const [file = "", anchor] = target.split("#", 2);
  const linked = posix.join(posix.dirname(path), file);
  const suffix = anchor === undefined ? "" : `#${anchor}`;
  const address = [linked, `${linked}/index.md`].map(addressOf).find((address) => pages.has(address));
  if (address !== undefined) return relativeTo(addressOf(path), address) + suffix;
  if (!existsSync(join(root, linked))) throw new Error(`${path}: the link ${target} leads nowhere`);
  return sourceOf(linked) + suffix;
}

/**
 * Where the repository shows a file or a folder.
 *
 * @param {string} path
 */
function sourceOf(path) {
  return `${repository()}/${statSync(join(root, path)).isDirectory() ? "tree" : "blob"}/main/${path}`;
}

/** @returns {string} the address of the repository */
function repository() {
  const { repository } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return repository.url.replace(/^git\+/, "").replace(/\.git$/, "");
}

/**
 * The main pages, as README lists them.
 *
 * @param {readonly Page[]} pages
 * @returns {Entry[]}
 */
function guide(pages) {
  const readme = pages.find(({ path }) => path === "README.md")?.text ?? "";
  const [, list = ""] = /^## More$(.*?)^## /ms.exec(readme) ?? [];
  const entries = [...list.matchAll(/^- \[(.+?)\]\((\S+?)\)(.*)$/gm)].map(([, title = "", path = "", rest = ""]) => ({
    title,
    address: addressOf(path.endsWith(".md") ? path : `${path}/index.md`),
    description: `${title}${rest}`.replaceAll("`", ""),
  }));
  return [{ title: "Overview", address: addressOf("README.md") }, ...entries];
}

/**
 * The page that a link to the folder of the rules leads to.
 *
 * @returns {Page}
 */
function rulesPage() {
  const groups = ruleGroups.map(({ title, rules }) => {
    const lines = rules.map(
      ({ name, meta: { docs } }) =>
        `| [\`${name}\`](${name}.md) | ${docs.description} | ${docs.level === "warn" ? "warning" : "error"} in \`${docs.preset}\` |`,
    );
    return `## ${title}\n\n| rule | what it does | level |\n| --- | --- | --- |\n${lines.join("\n")}`;
  });
  const text = `# Rules\n\nAll rules, by the file that they look at. \`strict\` holds those of \`recommended\` as well.\n\n${groups.join("\n\n")}\n`;
  return { path: "docs/rules/index.md", rule: null, text };
}

/**
 * The page that a link to the folder of the decisions leads to.
 *
 * @param {readonly Page[]} pages
 * @returns {Page}
 */
function decisionsPage(pages) {
  const decisions = pages.filter(({ path }) => path.startsWith("docs/decisions/"));
  const lines = decisions.map(({ path, text }) => `- [${/^# (.+)$/m.exec(text)?.[1] ?? ""}](${posix.basename(path)})`);
  return {
    path: "docs/decisions/index.md",
    rule: null,
    text: `# Decisions\n\nDecisions that someone may question later, each with its context and its consequences.\n\n${lines.join("\n")}\n`,
  };
}
