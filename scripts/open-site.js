import { join } from "node:path";
import { root } from "./install.js";

/** Builds the site, serves it here, and starts a browser; `close` ends both. */
export async function openSite() {
  // Known only once they are installed.
  const { build, preview } = await import("vite");
  const { startChromium } = await import("./chromium.js");
  const configFile = join(root, "playground/vite.config.js");
  await build({ configFile, logLevel: "warn" });
  const server = await preview({ configFile });
  const browser = await startChromium();
  return {
    address: server.resolvedUrls?.local[0] ?? "",
    browser,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
