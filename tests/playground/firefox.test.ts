/// <reference lib="dom" />
/** The way through the page in Firefox: what only Chromium understands would stop it somewhere. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "puppeteer-core";
import type { Browser, Page } from "puppeteer-core";
import { builtSite, FIREFOX, hasFirefox, Host, tokenOf } from "./browser.js";

describe.skipIf(!hasFirefox())("in Firefox, the page", () => {
  let host: Host;
  let browser: Browser;
  let page: Page;
  let home: string;

  beforeAll(async () => {
    host = await Host.start(await builtSite(), "/some/where/");
    // Firefox refuses to start as root in somebody else's home, which a container's often is.
    home = mkdtempSync(join(tmpdir(), "firefox-home-"));
    browser = await launch({ browser: "firefox", executablePath: FIREFOX, env: { ...process.env, HOME: home } });
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser.close();
    await host.stop();
    // What Firefox starts besides itself may still write there for a moment.
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  async function press(name: string): Promise<void> {
    await page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
  }

  async function summary(text: string): Promise<void> {
    await page.waitForSelector(`#summary ::-p-text(${text})`);
  }

  /** Waits until something in the editor can be seen: only then does the driver look into a shadow root more than once. */
  async function inEditor(selector: string) {
    const element = await page.waitForSelector(`#editor >>> ${selector}`, { visible: true });
    if (element == null) throw new Error(`There is no ${selector}`);
    return element;
  }

  it("shows what is wrong, mends it and judges a token", async () => {
    // Among the errors of the page are the violations of its policy, its worker's as well.
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warn") complaints.push(message.text());
    });
    await page.goto(`${host.origin}/some/where/`);

    await press("Broken example");
    await summary("6 errors.");
    await (await inEditor(".cm-lintRange-error")).hover();
    const wrong = "Issuer <https://api.workos.com/> carries characters that do not belong to the URL";
    expect(await (await inEditor(".cm-tooltip-lint")).evaluate(({ textContent }) => textContent)).toContain(wrong);
    expect(await page.$eval("#problems li", ({ textContent }) => textContent)).toContain(wrong);

    await press("Fix all…");
    await page.waitForSelector('::-p-aria([name="What would change"][role="dialog"])', { visible: true });
    await press("Apply");
    await summary("2 errors.");

    await page.locator("#token").fill(
      tokenOf({
        iss: "https://api.workos.com/user_management/client_01KFAKEFAKEFAKEFAKEFAKE000",
        sub: "user_neverShown",
        exp: 4_000_000_000,
      }),
    );
    await page.waitForSelector("#verdict .headline ::-p-text(Provider 2 takes this token)");

    // Firefox tells of a violation later than of its effect. When it has told of this one, it has told of all.
    await page.evaluate(() => fetch("/the-last-one").catch(() => null));
    await expect.poll(() => complaints, { timeout: 10_000 }).toEqual([expect.stringContaining("/the-last-one")]);
    expect(host.requests.filter((request) => !/^GET \/some\/where\/(?:assets\/[\w.-]+)?$/u.test(request))).toEqual([]);
  });
});
