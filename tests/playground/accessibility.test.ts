/// <reference lib="dom" />
/** The page for everybody: screen readers, narrow screens, dark and light, and nothing that jumps. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { toFragment } from "../../playground/src/share.js";
import { builtSite, hasBrowser, Host, startBrowser, tokenOf } from "./browser.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const base = "/some/where/";
const token = tokenOf({ iss: "https://api.workos.com/", exp: 4_000_000_000 });

/** What people come to see, and how they get there. */
const states: readonly (readonly [name: string, path: string, reach: (page: Page) => Promise<unknown>])[] = [
  ["the empty page", "", async () => {}],
  [
    "the broken example",
    "",
    async (page) => {
      await page.getByRole("button", { name: "Broken example" }).click();
      await page.locator("#summary").getByText("6 errors.").waitFor();
    },
  ],
  [
    "the callback route",
    "",
    async (page) => {
      await page.getByRole("button", { name: "Known-good template" }).click();
      await page.getByRole("tab", { name: "Callback route" }).click();
    },
  ],
  [
    "a message under the mouse",
    "",
    async (page) => {
      await page.getByRole("button", { name: "Broken example" }).click();
      await page.locator(".cm-lintRange-error").first().hover();
      await page.locator(".cm-tooltip-lint").waitFor();
    },
  ],
  [
    "what would change",
    "",
    async (page) => {
      await page.getByRole("button", { name: "Broken example" }).click();
      await page.locator("#fix-all:enabled").click();
      await page.getByRole("dialog").waitFor();
    },
  ],
  [
    "a token that is rejected",
    "",
    async (page) => {
      await page.getByRole("button", { name: "Known-good template" }).click();
      await page.getByLabel("Access token").fill(token);
      await page.locator("#verdict .headline").waitFor();
    },
  ],
  ["the first page of the docs", "docs/index.html", async () => {}],
  ["a rule", "docs/rules/valid-issuer.html", async () => {}],
  ["the figures", "docs/performance.html", async () => {}],
];

describe.skipIf(!hasBrowser())("the page for everybody", () => {
  let host: Host;
  let browser: Browser;

  beforeAll(async () => {
    host = await Host.start(await builtSite(), base);
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await host.stop();
  });

  async function inPage<Result>(
    options: Parameters<Browser["newPage"]>[0],
    path: string,
    use: (page: Page) => Promise<Result>,
  ): Promise<Result> {
    const page = await browser.newPage(options);
    try {
      await page.goto(host.origin + base + path);
      return await use(page);
    } finally {
      await page.close();
    }
  }

  describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
    it.each(states)("axe finds nothing serious: %s", async (_, path, reach) => {
      const serious = await inPage({ colorScheme, viewport: { width: 1200, height: 900 } }, path, async (page) => {
        await reach(page);
        await page.evaluate(axe);
        const { violations } = await page.evaluate<AxeResults>("axe.run()");
        return violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      });
      expect(serious).toEqual([]);
    });
  });

  it.each(states)("no sideways scrolling on a screen of 360 pixels: %s", async (_, path, reach) => {
    const width = await inPage({ viewport: { width: 360, height: 740 } }, path, async (page) => {
      await reach(page);
      return page.evaluate(() => document.documentElement.scrollWidth);
    });
    expect(width).toBe(360);
  });

  it("nothing jumps while the page loads and finds what is wrong", async () => {
    const fragment = await toFragment({
      framework: "next",
      routePath: "app/callback/route.ts",
      isStrict: false,
      authConfig: "export default { providers: [{}] };\n",
      route: "",
    });
    const shift = await inPage({ viewport: { width: 1200, height: 900 } }, fragment, async (page) => {
      await page.locator(".cm-lintRange-error").first().waitFor();
      return page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) =>
              resolve(
                list
                  .getEntries()
                  .reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0),
              ),
            ).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => resolve(0), 300);
          }),
      );
    });
    expect(shift).toBeLessThan(0.05);
  });
});
