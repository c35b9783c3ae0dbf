/// <reference lib="dom" />
/** Nothing leaves the page: neither by what it does, nor by what code in it could do. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, BrowserContext, Page, Worker } from "playwright-core";
import { builtSite, hasBrowser, Host, startBrowser, tokenOf } from "./browser.js";

const secret = "sk_live_thisOneMustNeverLeaveThePage00";
const base = "/some/where/";

/** Each way to connect that the page and its worker have; runs there, so that it can use nothing of this file. */
async function connect(origins: readonly string[]): Promise<void> {
  const settled: Promise<unknown>[] = [];
  const waitFor = (target: EventTarget): Promise<unknown> =>
    Promise.race([
      new Promise((resolve) => ["error", "load", "close"].forEach((type) => target.addEventListener(type, resolve))),
      new Promise((resolve) => setTimeout(resolve, 1000)),
    ]);
  for (const origin of origins) {
    const url = `${origin}/leak?by=connection`;
    settled.push(fetch(url, { mode: "no-cors" }).catch(() => null));
    settled.push(waitFor(new WebSocket(url.replace("http", "ws"))));
    settled.push(waitFor(new EventSource(url)));
    const request = new XMLHttpRequest();
    settled.push(waitFor(request));
    request.open("GET", url);
    try {
      request.send();
    } catch {
      // Refused at once.
    }
  }
  await Promise.all(settled);
}

/** Each way to load something, or to send it, that only a page has. Images of the page's own host are allowed, and are all that is. */
async function load(origins: readonly string[]): Promise<void> {
  const settled: Promise<unknown>[] = [];
  const add = (element: HTMLElement): void => {
    document.body.append(element);
    settled.push(
      Promise.race([
        new Promise((resolve) => ["error", "load"].forEach((type) => element.addEventListener(type, resolve))),
        new Promise((resolve) => setTimeout(resolve, 1000)),
      ]),
    );
  };
  for (const origin of origins) {
    const url = `${origin}/leak?by=element`;
    const isOwn = origin === location.origin;
    navigator.sendBeacon(url, "x");
    if (!isOwn) add(Object.assign(new Image(), { src: url }));
    add(Object.assign(document.createElement("iframe"), { src: url }));
    add(Object.assign(document.createElement("script"), { src: isOwn ? "data:text/javascript,fetch('/leak')" : url }));
    add(Object.assign(document.createElement("link"), { rel: "stylesheet", href: isOwn ? "data:text/css,x" : url }));
    add(Object.assign(document.createElement("object"), { data: url }));
    add(Object.assign(document.createElement("video"), { src: url }));
    const form = Object.assign(document.createElement("form"), { action: url, method: "post" });
    document.body.append(form);
    form.submit();
    form.remove();
  }
  await Promise.all(settled);
}

describe.skipIf(!hasBrowser())("the policy of the page", () => {
  let host: Host;
  let elsewhere: Host;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let worker: Worker;

  beforeAll(async () => {
    host = await Host.start(await builtSite(), base);
    elsewhere = await Host.start(import.meta.dirname, "/");
    browser = await startBrowser();
    context = await browser.newContext();
    page = await context.newPage();
    const [started] = await Promise.all([page.waitForEvent("worker"), page.goto(host.origin + base)]);
    worker = started;
    await page.getByRole("button", { name: "Broken example" }).click();
    await page.locator("#summary").getByText("6 errors.").waitFor();
  });

  afterAll(async () => {
    await browser.close();
    await host.stop();
    await elsewhere.stop();
  });

  /** Both hosts: the policy forbids to connect even to the page's own. */
  function targets(): string[] {
    return [elsewhere.origin, host.origin];
  }

  function arrived(mark: string): string[] {
    return [...elsewhere.requests, ...host.requests].filter(
      (request) => request.includes(mark) || request.startsWith("UPGRADE"),
    );
  }

  it("keeps nothing, and asks its host for its own files alone, whatever is pasted", async () => {
    const token = tokenOf({
      iss: "https://api.workos.com/user_management/client_01KFAKEFAKEFAKEFAKEFAKE000",
      sub: "user_neverSent",
    });
    await page.getByRole("tab", { name: /Host variables/ }).click();
    await page.locator(".cm-content").focus();
    await page.keyboard.type(`WORKOS_API_KEY=${secret}\n`);
    await page.getByLabel("Access token").fill(token);
    await page.locator("#verdict .headline").waitFor();
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.waitForURL(/#app=/u);
    for (const kept of [secret, token, "user_neverSent"]) expect(decodeURIComponent(page.url())).not.toContain(kept);
    const stored = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ]);
    expect(stored).toEqual([0, 0, "", 0, 0]);
    expect(host.requests.filter((request) => !/^GET \/some\/where\/(?:assets\/[\w.-]+)?$/u.test(request))).toEqual([]);
    expect(host.requests.length).toBeGreaterThan(3);
  });

  it("what is tried here would arrive if it were allowed", async () => {
    const free = await context.newPage();
    await free.goto(`${elsewhere.origin}/policy.test.ts`);
    await free.evaluate(async () => {
      await fetch("/free-fetch");
      navigator.sendBeacon("/free-beacon", "x");
      const socket = new WebSocket(`${location.origin.replace("http", "ws")}/free-socket`);
      await new Promise((resolve) => socket.addEventListener("error", resolve));
      const image = new Image();
      image.src = "/free-image";
      await new Promise((resolve) => image.addEventListener("error", resolve));
    });
    await expect
      .poll(() =>
        arrived("free-")
          .map((request) => request.replace(/^.*free-/u, ""))
          .sort(),
      )
      .toEqual(["beacon", "fetch", "image", "socket"]);
    for (const each of [host, elsewhere]) each.requests.length = 0;
    await free.close();
  });

  it("lets nothing out of the worker", async () => {
    await worker.evaluate(connect, targets());
    expect(arrived("leak")).toEqual([]);
  });

  it("lets nothing out of the page", async () => {
    await page.evaluate(connect, targets());
    await page.evaluate(load, targets());
    expect(arrived("leak")).toEqual([]);
    expect(page.url().split("#")[0]).toBe(host.origin + base);
  });

  it("runs no text as code, neither in the page nor in the worker", async () => {
    // Later, outside of what the browser's tools may do.
    const attempt = (): Promise<string> =>
      new Promise((resolve) =>
        setTimeout(() => {
          try {
            resolve(String(new Function("return 'it ran'")()));
          } catch (error) {
            resolve((error as Error).name);
          }
        }, 0),
      );
    expect(await page.evaluate(attempt)).toBe("EvalError");
    expect(await worker.evaluate(attempt)).toBe("EvalError");
  });
});
