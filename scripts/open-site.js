import { join } from "node:path";
import { root } from "./install.js";

/** Builds the site, serves it here, and starts a browser; `close` ends both. */
export async function openSite() {
  // Known only once they are installed.
  const { build, preview } = await import("vite");
  const { chromium } = await import("playwright-core");
  const configFile = join(root, "playground/vite.config.js");
  await build({ configFile, logLevel: "warn" });
  const server = await preview({ configFile });
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    // A container's root may not make the name spaces that the sandbox needs.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  return {
    address: server.resolvedUrls?.local[0] ?? "",
    browser,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
