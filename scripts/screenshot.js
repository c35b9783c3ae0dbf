// Takes the picture of the playground that README shows: the broken example, and what it says about a token.
import { join } from "node:path";
import { installWhatIsMissing, root } from "./install.js";

installWhatIsMissing();
// Known only once it is installed.
const { build, preview } = await import("vite");
const { chromium } = await import("playwright-core");
const configFile = join(root, "playground/vite.config.js");
await build({ configFile, logLevel: "warn" });
const server = await preview({ configFile });
const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
const page = await browser.newPage({ viewport: { width: 1200, height: 860 }, colorScheme: "light" });
await page.goto(server.resolvedUrls?.local[0] ?? "");
await page.getByRole("button", { name: "Broken example" }).click();
await page.locator("#summary").getByText("6 errors.").waitFor();
await page.locator(".cm-lintRange-error").last().hover();
await page.locator(".cm-tooltip-lint").waitFor();
await page.screenshot({ path: join(root, "docs/playground.png") });
await browser.close();
await server.close();
process.stdout.write("docs/playground.png is taken. Look at it.\n");
