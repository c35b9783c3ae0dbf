// Measures how long the playground takes, from the click on a link that holds a config to the first underlined problem, in a browser that has loaded
// the page before.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installWhatIsMissing, root } from "../scripts/install.js";
import { openSite } from "../scripts/open-site.js";
import { median } from "./statistics.js";

installWhatIsMissing();
const { address, browser, close } = await openSite();
const page = await (await browser.newContext()).newPage();
await page.goto(address);
await page.getByRole("button", { name: "Broken example" }).click();
await page.locator(".cm-lintRange-error").first().waitFor();
await page.getByRole("button", { name: "Copy link" }).click();
await page.waitForURL(/#app=/);
const link = page.url();

// The page tells the time itself: what the driver of the browser takes is no part of it.
await page.addInitScript(() => {
  const look = () => {
    const isThere = document.querySelector("#editor")?.shadowRoot?.querySelector(".cm-lintRange-error") != null;
    if (isThere) Object.assign(globalThis, { firstSquiggle: performance.now() });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});
const times = [];
for (let run = 0; run < 11; run++) {
  await page.goto("about:blank");
  await page.goto(link);
  const time = await page.waitForFunction(() => Reflect.get(globalThis, "firstSquiggle"));
  times.push(Number(await time.jsonValue()));
}
await close();

const { version } = JSON.parse(readFileSync(join(root, "node_modules/playwright-core/package.json"), "utf8"));
process.stdout.write(
  `First squiggle: ${median(times).toFixed(0)} ms (median of ${times.length}, from ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms; playwright-core ${version})\n`,
);
