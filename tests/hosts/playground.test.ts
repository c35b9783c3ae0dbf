/// <reference lib="dom" />
/** The worker of the playground as a host: the same reports, fixes and suggestions as under ESLint, for all cases. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import type { App, Problem, Problems, Texts } from "../../playground/src/app.js";
import { builtSite, hasBrowser, Host, startBrowser } from "../playground/browser.js";
import { hostCases } from "./cases.js";

/** The page has one place for the file. */
const cases = hostCases.filter(({ path = "convex/auth.config.ts" }) => path === "convex/auth.config.ts");

function appOf(authConfig: string, isStrict: boolean): App {
  return {
    framework: "next",
    routePath: "app/callback/route.ts",
    isStrict,
    texts: { authConfig, hostEnv: "", convexEnv: "", route: "", convexJson: "" },
  };
}

/** A problem as the table of cases writes it. */
function described(text: string, { range, severity, rule, fix, suggestions }: Problem): string {
  const [start, end] = range.map((offset) => {
    const before = text.slice(0, offset).split(/\r\n|[\r\n\u2028\u2029]/u);
    return `${String(before.length)}:${String((before.at(-1)?.length ?? 0) + 1)}`;
  });
  const offered =
    suggestions.length === 0 ? "" : `, ${String(suggestions.length)} suggestion${suggestions.length === 1 ? "" : "s"}`;
  return `${start ?? ""}-${end ?? ""} ${severity === "error" ? "error" : "warning"} ${rule ?? "no rule"}${fix == null ? "" : ", fix"}${offered}`;
}

describe.skipIf(!hasBrowser())("the playground", () => {
  let host: Host;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const folder = await builtSite();
    host = await Host.start(folder);
    browser = await startBrowser();
    page = await browser.newPage();
    await page.goto(`${host.origin}/some/where/`);
    const file = readdirSync(join(folder, "assets")).find((name) => name.startsWith("worker-"));
    await page.evaluate(
      (url) => {
        const worker = new Worker(
          URL.createObjectURL(
            new Blob([`import(${JSON.stringify(url)}).then(() => postMessage("ready"))`], { type: "text/javascript" }),
          ),
          { type: "module" },
        );
        Object.assign(window, { worker });
        return new Promise((resolve) => worker.addEventListener("message", resolve, { once: true }));
      },
      `${host.origin}/some/where/assets/${file ?? ""}`,
    );
  });

  afterAll(async () => {
    await browser.close();
    await host.stop();
  });

  function ask<Value>(name: "fixAll" | "lint", argument: App): Promise<Value> {
    return page.evaluate(
      (request) =>
        new Promise<Value>((resolve, reject) => {
          const { worker } = window as unknown as { readonly worker: Worker };
          const answered = ({ data }: MessageEvent<{ readonly value: Value } | { readonly error: string }>): void =>
            "error" in data ? reject(new Error(data.error)) : resolve(data.value);
          worker.addEventListener("message", answered, { once: true });
          worker.postMessage(request);
        }),
      { id: 1, name, argument },
    );
  }

  describe.each([false, true])("strict: %s", (isStrict) => {
    it.each(cases.map((each): [string, (typeof cases)[number]] => [each.name, each]))(
      "%s",
      async (_, { text, recommended, strict = [], fixed = text }) => {
        const app = appOf(text, isStrict);
        const { authConfig } = await ask<Problems>("lint", app);
        expect(authConfig.map((problem) => described(text, problem)).sort()).toEqual(
          [...recommended, ...(isStrict ? strict : [])].sort(),
        );
        expect((await ask<Texts>("fixAll", app)).authConfig).toBe(fixed);
      },
    );
  });
});
