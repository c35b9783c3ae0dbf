// What stands around the text of a page. Without a script: the policy of the pages allows none.
import { relativeTo } from "./address.js";
import { escapeHtml } from "./html.js";

/** @typedef {import("./markdown.js").Heading} Heading */

/**
 * @typedef {object} Entry
 * @property {string} title
 * @property {string} address relative to the site's root
 * @property {string} [description]
 */

/**
 * @typedef {object} Navigation
 * @property {string} repository its address
 * @property {readonly Entry[]} guide
 * @property {Entry} rules
 * @property {readonly { title: string, entries: readonly Entry[] }[]} groups the rules by the kind of file
 */

/**
 * @typedef {object} Layout
 * @property {string} html
 * @property {string} title
 * @property {string} description
 * @property {readonly Heading[]} headings
 * @property {string} address relative to the site's root
 * @property {string} stylesheet relative to the site's root
 * @property {string} source where the repository shows the page
 * @property {Navigation} navigation
 */

const siteName = "convex-authkit";

const policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'";

const icon =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0e6674"/><path d="m9 16.5 5 5 9-11" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>',
  );

/** @param {Layout} page */
export function renderLayout(page) {
  const { html, title, description, address, stylesheet, source, navigation } = page;
  const { repository, guide, rules } = navigation;
  const [overview, start] = guide;
  const link = linkFrom(address);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(description)}">
<title>${escapeHtml(title)} · ${siteName}</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${relativeTo(address, stylesheet)}">
</head>
<body>
<a class="skip" href="#page-content">Skip to the text</a>
<header class="site">
<a class="name" href="${relativeTo(address, overview?.address ?? "")}">${siteName}</a>
<nav aria-label="Site">
<a href="${relativeTo(address, "")}">Playground</a>
${[start, rules].map((entry) => (entry === undefined ? "" : link(entry))).join("\n")}
<a href="${repository}">GitHub</a>
</nav>
<button class="menu" type="button" popovertarget="page-menu">Menu</button>
</header>
<div class="columns">
<nav class="pages" id="page-menu" aria-label="Documentation" popover>
<button class="menu" type="button" popovertarget="page-menu" popovertargetaction="hide">Close</button>
${renderPages(navigation, address)}
</nav>
<main id="page-content" tabindex="-1">
${html}</main>
${renderContents(page)}
</div>
<footer class="site">
<a href="${source}">This page on GitHub</a>
<a href="${repository}/blob/main/LICENSE">MIT licence</a>
</footer>
</body>
</html>
`;
}

/**
 * @param {Navigation} navigation
 * @param {string} address
 */
function renderPages({ guide, rules, groups }, address) {
  const link = linkFrom(address);
  const list = (/** @type {readonly Entry[]} */ entries) =>
    `<ul>\n${entries.map((entry) => `<li>${link(entry)}</li>`).join("\n")}\n</ul>`;
  const isHere = (/** @type {{ entries: readonly Entry[] }} */ { entries }) =>
    entries.some((entry) => entry.address === address);
  const open = groups.find(isHere) ?? groups[0];
  return [
    list(guide),
    `<p>${link(rules)}</p>`,
    // One group is open, or the list would be longer than any screen.
    ...groups.map(
      (group) =>
        `<details${group === open ? " open" : ""}>\n<summary>${escapeHtml(group.title)} <span class="count">${group.entries.length}</span></summary>\n${list(group.entries)}\n</details>`,
    ),
  ].join("\n");
}

/** @param {Layout} page */
function renderContents({ headings }) {
  const shown = headings.filter(({ level }) => level <= 3);
  if (shown.length < 2) return "";
  const items = shown.map(
    ({ level, id, title }) => `<li class="level-${level}"><a href="#${escapeHtml(id)}">${escapeHtml(title)}</a></li>`,
  );
  return `<nav class="contents" aria-labelledby="contents-title">\n<p id="contents-title">On this page</p>\n<ul>\n${items.join("\n")}\n</ul>\n</nav>`;
}

/** @param {string} address of the page with the links */
function linkFrom(address) {
  return (/** @type {Entry} */ entry) => {
    return `<a href="${relativeTo(address, entry.address)}"${currentness(entry, address)}>${escapeHtml(entry.title)}</a>`;
  };
}

/**
 * Says that a link leads to the page itself, or to the list that the page is in.
 *
 * @param {Entry} entry
 * @param {string} address
 */
function currentness(entry, address) {
  if (entry.address === address) return ' aria-current="page"';
  const folder = /^(docs\/.+\/)index\.html$/.exec(entry.address)?.[1];
  return folder !== undefined && address.startsWith(folder) ? ' aria-current="true"' : "";
}
