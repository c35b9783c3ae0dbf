import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser that is installed, or the one that `CHROMIUM` names; null where there is none. */
export function findChromium() {
  return [process.env["CHROMIUM"] ?? "", ...INSTALLED].find((path) => existsSync(path)) ?? null;
}

/** Starts it; fails where there is none. */
export function startChromium() {
  // A container's root may not make the name spaces that the sandbox needs.
  return chromium.launch({
    executablePath: findChromium() ?? "",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}
