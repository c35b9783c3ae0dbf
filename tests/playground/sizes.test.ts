/** What the page makes a browser load, and when. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { BUDGET, sizesOf } from "../../playground/build/sizes.js";
import { toFragment } from "../../playground/src/share.js";
import { builtSite, hasBrowser, Host, startBrowser } from "./browser.js";

it("each bundle keeps to its limit, and there is no other", async () => {
  const sizes = sizesOf(await builtSite());
  expect(sizes.map(({ bundle }) => bundle).sort()).toEqual(Object.keys(BUDGET).sort());
  expect(sizes.filter(({ bundle, compressed }) => compressed > (BUDGET[bundle] ?? 0))).toEqual([]);
  // A limit far above what there is holds nothing.
  expect(sizes.filter(({ bundle, compressed }) => compressed < (BUDGET[bundle] ?? 0) * 0.85)).toEqual([]);
});

describe.skipIf(!hasBrowser())("the parser", () => {
  let host: Host;
  let browser: Browser;

  beforeAll(async () => {
    host = await Host.start(await builtSite());
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await host.stop();
  });

  const asked = (): boolean => host.requests.some((request) => request.includes("/parser-"));

  it("is loaded when there is code to look at, and not before", async () => {
    const page = await browser.newPage();
    await page.goto(`${host.origin}/some/where/`);
    await page.locator("#summary").getByText("Paste a file").waitFor();
    expect(asked()).toBe(false);
    await page.goto("about:blank");
    await page.goto(
      `${host.origin}/some/where/${await toFragment({ framework: "next", routePath: "r", isStrict: false, authConfig: "export default {};", route: "" })}`,
    );
    await page.locator(".cm-lintRange-error").first().waitFor();
    expect(asked()).toBe(true);
  });
});
