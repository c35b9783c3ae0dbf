// Takes the picture of the playground that README shows: the broken example, and what one of the messages says.
import { join } from "node:path";
import { installWhatIsMissing, root } from "./install.js";
import { openSite } from "./open-site.js";

installWhatIsMissing();
const { address, browser, close } = await openSite();
const page = await browser.newPage({ viewport: { width: 1200, height: 860 }, colorScheme: "light" });
await page.goto(address);
await page.getByRole("button", { name: "Broken example" }).click();
await page.locator("#summary").getByText("6 errors.").waitFor();
await page.locator(".cm-lintRange-error").last().hover();
await page.locator(".cm-tooltip-lint").waitFor();
await page.screenshot({ path: join(root, "docs/playground.png") });
await close();
process.stdout.write("docs/playground.png is taken. Look at it.\n");
