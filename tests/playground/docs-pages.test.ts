/** The docs as pages of the site: complete, with links that lead somewhere, and within their policy. */
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readSite } from "../../playground/build/site.js";
import { fromFragment } from "../../playground/src/share.js";
import { readBlocks, readPages } from "../../scripts/docs/check.js";
import plugin from "../../src/index.js";

const root = join(import.meta.dirname, "../..");
const site = readSite();
const sources = readPages();
const stylesheet = "assets/docs.css";

const pages = new Map<string, string>();
const images = new Map<string, string>();

beforeAll(async () => {
  for (const address of site.addresses) {
    const page = await site.render(address, stylesheet);
    pages.set(address, page.html);
    for (const [copy, file] of page.images) images.set(copy, file);
  }
});

const addressOf = (path: string): string =>
  path === "README.md" ? "docs/index.html" : path.replace(/\.md$/u, ".html");

const htmlOf = (address: string): string => pages.get(address) ?? "";

function attributes(html: string, names: string): string[] {
  return [...html.matchAll(new RegExp(` (?:${names})="([^"]*)"`, "gu"))].map(([, value = ""]) =>
    value.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
  );
}

/** What a reader sees. */
function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

it("every file of the docs has its page, and so have its folders", () => {
  const folders = ["docs/rules/index.html", "docs/decisions/index.html"];
  expect([...pages.keys()].sort()).toEqual([...sources.map(({ path }) => addressOf(path)), ...folders].sort());
});

describe.each(site.addresses)("%s", (address) => {
  it("has no dead link", () => {
    const dead = attributes(htmlOf(address), "href|src").filter((link) => !leadsSomewhere(link, address));
    expect(dead).toEqual([]);
  });

  it("does nothing that its policy forbids", () => {
    const html = htmlOf(address);
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'">`,
    );
    const tags = html.match(/<[a-z][^>]*>/gu) ?? [];
    expect(
      tags.filter((tag) =>
        /^<(?:base|embed|form|iframe|object|script|style)\b|\s(?:style|on\w+)=|javascript:/u.test(tag),
      ),
    ).toEqual([]);
  });

  it("has a language, one title and what a search shows", () => {
    const html = htmlOf(address);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/u);
    expect(html).toMatch(/<title>[^<]+ · convex-authkit<\/title>/u);
    expect(html.match(/<h1\b/gu)).toHaveLength(1);
    expect(/<meta name="description" content="([^"]+)">/u.exec(html)?.[1]).toMatch(/^.{8,200}$/u);
  });

  it("names each of its ids once", () => {
    const ids = attributes(htmlOf(address), "id");
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("shows no marker and no raw Markdown", () => {
    const html = htmlOf(address);
    expect(html).not.toContain("<!--");
    // In code, all of this may be meant.
    expect(textOf(html.replaceAll(/<code\b.*?<\/code>/gsu, ""))).not.toMatch(/<!--|-->|^#+ |\]\(|^```/mu);
  });

  it("lets what is wide scroll by itself, and by keyboard", () => {
    const wide = htmlOf(address).match(/<pre\b[^>]*>|<table\b|<div class="table"[^>]*>/gu) ?? [];
    const named = wide.filter((tag) => / tabindex="0" role="group" aria-label="[^"]+"/u.test(tag));
    expect(wide.filter((tag) => !named.includes(tag) && tag !== "<table")).toEqual([]);
    expect(wide.filter((tag) => tag === "<table")).toHaveLength(wide.filter((tag) => tag.startsWith("<div")).length);
  });

  it("leads to the playground, the rules and the other pages", () => {
    const targets = new Set(attributes(htmlOf(address), "href").map((link) => resolve(link, address)));
    const rules = Object.keys(plugin.rules).map((rule) => `docs/rules/${rule}.html`);
    const guide = sources.map(({ path }) => addressOf(path)).filter((page) => page.split("/").length === 2);
    expect(
      [".", ...rules, ...guide, "docs/rules/index.html", "docs/decisions/index.html"].filter(
        (page) => !targets.has(page),
      ),
    ).toEqual([]);
  });
});

/** The address that a link leads to, relative to the site's root. */
function resolve(link: string, from: string): string {
  const [path = ""] = link.split("#");
  return path === "" ? from : posix.join(posix.dirname(from), path).replace(/(?<=.)\/$/u, "");
}

function leadsSomewhere(link: string, from: string): boolean {
  if (/^(?:https:\/\/|data:image)/u.test(link)) return sourceExists(link);
  const target = resolve(link, from);
  if (target === "." || target === stylesheet) return true;
  if (images.has(target)) return existsSync(images.get(target) ?? "");
  const anchor = link.split("#")[1];
  return pages.has(target) && (anchor == null || attributes(htmlOf(target), "id").includes(decodeURIComponent(anchor)));
}

const { repository } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly repository: { readonly url: string };
};
const sourceUrl = repository.url.replace("git+", "").replace(/\.git$/u, "");

/** Links into the repository name a file that there is; others are not for a test. */
function sourceExists(link: string): boolean {
  const [, path] =
    /^\/(?:blob|tree)\/main\/([^#]+)/u.exec(link.startsWith(sourceUrl) ? link.slice(sourceUrl.length) : "") ?? [];
  return path == null || existsSync(join(root, path));
}

it("the stylesheet is where the pages look for it", () => {
  expect(attributes(htmlOf("docs/index.html"), "href")).toContain("../assets/docs.css");
  expect(attributes(htmlOf("docs/rules/valid-issuer.html"), "href")).toContain("../../assets/docs.css");
});

it("links to files that are no page lead to the repository", () => {
  const links = attributes(htmlOf("docs/index.html"), "href");
  expect(links).toEqual(
    expect.arrayContaining([
      `${sourceUrl}/blob/main/LICENSE`,
      `${sourceUrl}/tree/main/examples/next-authkit-broken`,
      "severity.html#settings",
      "decisions/index.html",
    ]),
  );
});

describe("examples", () => {
  const examples = sources
    .flatMap((page) => readBlocks(page).map((block) => ({ page, block })))
    .filter(({ block }) => block.kind !== "config");
  const about = (pattern: RegExp): typeof examples => examples.filter(({ block }) => pattern.test(block.file));
  /** Neither settings nor neighbours, which the playground has not, or does not take from an address. */
  const standsAlone = ({ block }: (typeof examples)[number]): boolean =>
    Object.keys(block.settings).length === 0 && Object.keys(block.beside).length === 0;

  /** Rules that the page does not ask for unless it is told to. */
  const strictPages = new Set(
    ["no-env-fallback", "no-public-env-name", "no-unreachable-provider", "require-shared-issuer-provider"].map(
      (rule) => `docs/rules/${rule}.md`,
    ),
  );

  async function opened(address: string): Promise<unknown[]> {
    const links = attributes(htmlOf(address), "href").filter((link) => link.includes("#app="));
    const prefix = "../".repeat(address.split("/").length - 1);
    return Promise.all(
      links.map((link) => (link.startsWith(`${prefix}#`) ? fromFragment(link.slice(prefix.length)) : link)),
    );
  }

  it("those on auth.config open in the playground, as they are", async () => {
    const configs = about(/^convex\/auth\.config\.[jt]s$/u).filter(standsAlone);
    expect(configs.length).toBeGreaterThan(50);
    for (const { page, block } of configs) {
      expect(await opened(addressOf(page.path))).toContainEqual({
        framework: "next",
        routePath: "app/callback/route.ts",
        isStrict: strictPages.has(page.path),
        authConfig: block.code,
        route: "",
      });
    }
  });

  it("those on the callback route open at their path", async () => {
    const routes = about(/(?:^|\/)route\.ts$/u);
    expect(routes.map(({ block }) => block.file)).toEqual(
      expect.arrayContaining(["app/callback/route.ts", "app/auth/callback/route.ts"]),
    );
    for (const { page, block } of routes) {
      expect(await opened(addressOf(page.path))).toContainEqual({
        framework: "next",
        routePath: block.file,
        isStrict: false,
        authConfig: "",
        route: block.code,
      });
    }
  });

  it("no other does", async () => {
    const expected = [...about(/^convex\/auth\.config\.[jt]s$/u).filter(standsAlone), ...about(/(?:^|\/)route\.ts$/u)];
    const all = await Promise.all(site.addresses.map(opened));
    expect(all.flat()).toHaveLength(expected.length);
    expect(all.flat().filter((each) => each == null || typeof each === "string")).toEqual([]);
  });

  it("are coloured, and say the same", () => {
    for (const { page, block } of examples) expect(textOf(htmlOf(addressOf(page.path)))).toContain(block.code);
    const html = htmlOf("docs/rules/valid-issuer.html");
    expect(html).toContain('<span class="tok-keyword">const</span>');
    expect(html).toContain('<span class="error">error</span>');
    expect(html).toMatch(/<span class="removed">- +issuer: /u);
  });
});

describe("colours", () => {
  const css = readFileSync(join(root, "playground/src/colours.css"), "utf8");
  const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");
  const read = (part: string): ReadonlyMap<string, string> =>
    new Map([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/gu)].map(([, name = "", value = ""]) => [name, value]));
  const schemes = { light: read(light), dark: read(dark) };

  /** Relative luminance, as WCAG 2 defines it. */
  function luminance(colour: string): number {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
      const part = parseInt(colour.slice(start, start + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one: string, other: string): number {
    const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
    return (lighter + 0.05) / (darker + 0.05);
  }

  const onPage = [
    "text",
    "muted",
    "accent",
    "error",
    "warning",
    "added",
    "removed",
    "code-comment",
    "code-keyword",
    "code-string",
    "code-name",
    "code-type",
  ];
  const pairs = [
    ...onPage.flatMap((text) => ["background", "surface"].map((background) => [text, background] as const)),
    ...["added", "removed"].map((text) => [text, `${text}-surface`] as const),
    ["on-accent", "accent"] as const,
    ["text", "selection"] as const,
  ];

  it.each(["light", "dark"] as const)("%s: all text can be read", (scheme) => {
    const colours = schemes[scheme];
    const ratios = pairs.map(([text, background]) => ({
      text,
      background,
      ratio: contrast(colours.get(text) ?? "#000000", colours.get(background) ?? "#000000"),
    }));
    expect(ratios.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
  });

  it("both schemes have the same colours", () => {
    expect([...schemes.dark.keys()]).toEqual([...schemes.light.keys()]);
  });
});
