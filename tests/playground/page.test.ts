/// <reference lib="dom" />
/** The page as a person uses it, in a real browser. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { builtSite, hasBrowser, Host, startBrowser, tokenOf } from "./browser.js";
import { fromFragment, toFragment } from "../../playground/src/share.js";

const clientId = "client_01HXYZABCDEFGHJKMNPQRSTVWX";
const secret = "sk_live_thisOneMustNeverLeaveThePage00";
const password = "correct-horse-battery-staple-and-more-of-it";

const oneProvider = `export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://api.workos.com/user_management/${clientId}",
      algorithm: "RS256",
      applicationID: "${clientId}",
      jwks: "https://api.workos.com/sso/jwks/${clientId}",
    },
  ],
};
`;

describe.skipIf(!hasBrowser())("the page", () => {
  let host: Host;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** What the browser complained about. */
  let complaints: string[];

  beforeAll(async () => {
    host = await Host.start(await builtSite());
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await host.stop();
  });

  beforeEach(async () => {
    context = await browser.newContext({
      permissions: ["clipboard-read", "clipboard-write"],
      viewport: { width: 1200, height: 900 },
    });
    page = await context.newPage();
    complaints = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
  });

  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  async function open(fragment = ""): Promise<void> {
    await page.goto(`${host.origin}/some/where/${fragment}`);
  }

  async function openBrokenExample(): Promise<void> {
    await open();
    await page.getByRole("button", { name: "Broken example" }).click();
    await summary("6 errors.");
  }

  async function summary(text: string): Promise<void> {
    await page.locator("#summary").getByText(text, { exact: true }).waitFor();
  }

  function tab(name: RegExp | string) {
    return page.getByRole("tab", { name });
  }

  /** Replaces what is selected with what is in the clipboard. */
  async function pasteOver(text: string): Promise<void> {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.keyboard.press("Control+V");
  }

  async function paste(text: string): Promise<void> {
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Control+A");
    await pasteOver(text);
  }

  function text(): Promise<string> {
    return page.evaluate(() =>
      [...(document.querySelector("#editor")?.shadowRoot?.querySelectorAll(".cm-line") ?? [])]
        .map((line) => line.textContent)
        .join("\n"),
    );
  }

  describe("a config that somebody pastes", () => {
    it("is underlined where it is wrong, and the tab says how often", async () => {
      await open();
      await tab("auth.config.ts").click();
      await paste(oneProvider);
      await summary("1 error, 2 warnings.");
      expect(await page.locator(".cm-lintRange-error").allTextContents()).toEqual([`applicationID: "${clientId}"`]);
      expect(await tab(/auth\.config\.ts/).textContent()).toBe("auth.config.ts3, 1 error, 2 warnings");
    });

    it("is underlined while it is typed, and no longer when it is mended", async () => {
      await open();
      await page.locator(".cm-content").click();
      await page.keyboard.type('export default { providers: [{ type: "customJwt" ');
      await page.locator(".cm-lintRange-error").first().waitFor();
      await paste("export default { providers: [] };");
      await page.locator(".cm-lintRange-error").first().waitFor({ state: "detached" });
      await summary("No problems found. What no file can show is the token: paste one below.");
    });

    it("says under the mouse what is wrong and where to read more", async () => {
      await openBrokenExample();
      await page.locator(".cm-lintRange-error").last().hover();
      const tooltip = page.locator(".cm-tooltip-lint");
      await tooltip.waitFor();
      expect(await tooltip.innerText()).toContain(
        "applicationID on the user-management provider – its tokens carry no aud unless a JWT template adds one, so Convex rejects them.",
      );
      const [rule] = await Promise.all([
        context.waitForEvent("page"),
        tooltip.getByRole("link", { name: "no-user-management-application-id" }).click(),
      ]);
      await rule.waitForLoadState();
      expect(await rule.title()).toContain("no-user-management-application-id");
    });

    it("is mended by the button under the mouse", async () => {
      await openBrokenExample();
      await page.locator(".cm-lintRange-error").first().hover();
      await page.locator(".cm-tooltip-lint").getByRole("button", { name: "Fix" }).click();
      await summary("5 errors.");
      expect(await text()).toContain('issuer: "https://api.workos.com/",');
    });

    it("is mended from the list of problems, and where a repair is to be chosen, the list says what each does", async () => {
      await open();
      await paste(oneProvider);
      const problem = page.locator("#problems li.error");
      await problem.getByRole("button", { name: "Fix" }).click();
      await summary("2 warnings.");
      await page
        .getByRole("button", { name: /WORKOS_CLIENT_ID/ })
        .first()
        .click();
      await summary("No problems found. What no file can show is the token: paste one below.");
      expect(await text()).toContain(
        "issuer: `https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`",
      );
    });

    it("is shown where a problem is, with the cursor there", async () => {
      await openBrokenExample();
      await page.getByRole("button", { name: "Show .env.production:9" }).click();
      expect(await tab(/Host variables/).getAttribute("aria-selected")).toBe("true");
      expect(
        await page.evaluate(() => document.querySelector("#editor")?.shadowRoot?.activeElement?.className),
      ).toContain("cm-content");
      await pasteOver("https://notes.example.com/callback");
      await summary("5 errors.");
    });

    it("is mended at the right place behind a byte-order mark", async () => {
      await open();
      await paste(`\uFEFF${oneProvider.replaceAll("\n", " ")}`);
      await page.locator("#problems li.error").getByRole("button", { name: "Fix" }).click();
      await summary("2 warnings.");
      expect(await text()).toContain(`algorithm: "RS256",       jwks: "https://api.workos.com/sso/jwks/${clientId}", `);
    });

    it("that cannot be parsed is one problem with its place", async () => {
      await open();
      await paste("export default {\n  providers: [,\n};\n");
      await summary("1 error.");
      expect(await page.locator("#problems li").innerText()).toMatch(
        /^error Parsing error: .*\nconvex\/auth\.config\.ts:2$/su,
      );
    });
  });

  it("looks at all five files, each of which knows the others", async () => {
    await open();
    await tab("Host variables").click();
    await paste(`NEXT_PUBLIC_WORKOS_REDIRECT_URI=https://app.example.com/done\nNEXT_PUBLIC_KEY=${secret}\n`);
    await tab("Convex variables").click();
    await paste("WORKOS_CLIENT_ID=environment_01HXYZABCDEFGHJKMNPQRSTVWX\n");
    await tab("Callback route").click();
    await page.getByLabel("Its path in the app").fill("app/auth/callback/route.ts");
    await paste('import { handleAuth } from "@workos-inc/authkit-nextjs";\nexport const GET = handleAuth();\n');
    await tab("convex.json").click();
    await paste('{ "functions": "src/convex", "authkit": {} }');
    await tab("auth.config.ts").click();
    await paste(
      'export default { providers: [{ domain: "https://api.workos.com/", applicationID: process.env.WORKOS_CLIENT_ID }] };',
    );
    await page.getByRole("link", { name: "no-workos-oidc-provider" }).waitFor();
    const found = await page
      .locator("#problems li")
      .evaluateAll((items) =>
        items.map((item) =>
          [item.querySelector("button.link")?.textContent, item.querySelector("a")?.textContent].join(" "),
        ),
      );
    expect(found).toEqual([
      "src/convex/auth.config.ts:1 no-workos-oidc-provider",
      ".env.production:1 env-required-variables",
      ".env.production:1 env-callback-route",
      ".env.production:2 env-no-public-secret",
      ".env.convex:1 env-client-id",
      "app/auth/callback/route.ts:2 callback-route",
      "convex.json:1 convex-json-authkit",
    ]);
    await page.getByLabel("Framework").selectOption("React (Vite)");
    await page.getByRole("link", { name: "env-callback-route" }).waitFor({ state: "detached" });
  });

  describe("fix all", () => {
    it("shows what would change, and changes nothing when it is cancelled", async () => {
      await openBrokenExample();
      const before = await text();
      await page.getByRole("button", { name: "Fix all…" }).click();
      const dialog = page.getByRole("dialog", { name: "What would change" });
      await dialog.waitFor();
      expect(await dialog.locator(".removed").allTextContents()).toEqual([
        'removed: -      issuer: "<https://api.workos.com/>",\n',
        'removed: -      jwks: "https://api.workos.com/sso/jwks/",\n',
        "removed: -      applicationID: clientId,\n",
        "removed: -WORKOS_CLIENT_ID=<client_01KFAKEFAKEFAKEFAKEFAKE000>\n",
      ]);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
      expect(await text()).toBe(before);
      await summary("6 errors.");
    });

    it("changes all files when it is applied, and each change can be undone", async () => {
      await openBrokenExample();
      const before = await text();
      await page.getByRole("button", { name: "Fix all…" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Apply" }).click();
      await summary("2 errors.");
      expect(await text()).toContain("jwks: `https://api.workos.com/sso/jwks/${clientId}`");
      expect(await page.getByRole("button", { name: "Fix all…" }).isDisabled()).toBe(true);
      await page.locator(".cm-content").focus();
      await page.keyboard.press("Control+Z");
      await summary("5 errors.");
      expect(await text()).toBe(before);
    });
  });

  it("has a known-good template with nothing to say about it, and can be cleared", async () => {
    await openBrokenExample();
    await page.getByRole("button", { name: "Known-good template" }).click();
    await summary("No problems found. What no file can show is the token: paste one below.");
    await page.getByRole("button", { name: "Clear" }).click();
    await summary("Paste a file, or open one of the examples.");
    expect(await text()).toBe("Paste convex/auth.config.ts here");
  });

  it("gives advice where it is asked for, also in a link", async () => {
    await open(
      await toFragment({
        framework: "next",
        routePath: "app/callback/route.ts",
        isStrict: true,
        authConfig: oneProvider,
        route: "",
      }),
    );
    await page.getByRole("link", { name: "require-shared-issuer-provider" }).waitFor();
    await page.getByLabel("Advice, too").uncheck();
    await page.getByRole("link", { name: "require-shared-issuer-provider" }).waitFor({ state: "detached" });
  });

  describe("a link", () => {
    it("opens the config and the route again, and holds no variables", async () => {
      await openBrokenExample();
      await page.getByRole("button", { name: "Copy link" }).click();
      await page.getByText("A link to the config and the route is in the clipboard.").waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).toBe(page.url());
      const config = await text();
      expect(await fromFragment(new URL(link).hash)).toEqual({
        framework: "next",
        routePath: "app/callback/route.ts",
        isStrict: false,
        authConfig: config,
        route: 'import { handleAuth } from "@workos-inc/authkit-nextjs";\n\nexport const GET = handleAuth();\n',
      });
      const other = await context.newPage();
      await other.goto(link);
      await other.locator("#summary").getByText("3 errors.", { exact: true }).waitFor();
      await other.getByRole("tab", { name: "Host variables" }).click();
      expect(await other.locator(".cm-content").innerText()).toContain("Paste the variables");
    });

    it("that is damaged is said to be so", async () => {
      await open("#app=AAAA");
      await page.getByText("This link is damaged, or is none of this page. Ask for it once more.").waitFor();
    });

    it("that unpacks to more than any file is refused", async () => {
      await open(
        await toFragment({
          framework: "next",
          routePath: "r",
          isStrict: false,
          authConfig: " ".repeat(20_000_000),
          route: "",
        }),
      );
      await page.getByText("This link is damaged, or is none of this page.").waitFor();
    });
  });

  it("writes a bug report that holds what was found and no secret", async () => {
    await open();
    await paste(oneProvider);
    await tab("Host variables").click();
    await paste(
      `# ${password}\nWORKOS_CLIENT_ID=${clientId}\nWORKOS_API_KEY=${secret}\nexport WORKOS_COOKIE_PASSWORD="${password}"\nSTRIPE=abc\nnonsense ${password}\n`,
    );
    await page.getByRole("link", { name: "env-valid-line" }).waitFor();
    await page.getByRole("button", { name: "Copy bug report" }).click();
    await page.getByText("A report is in the clipboard.").waitFor();
    const report = await page.evaluate(() => navigator.clipboard.readText());
    expect(report).toContain(oneProvider.trimEnd());
    expect(report).toContain("(`no-user-management-application-id`)");
    expect(report).toContain(
      `WORKOS_CLIENT_ID=${clientId}\nWORKOS_API_KEY=(${String(secret.length)} characters)\nWORKOS_COOKIE_PASSWORD=(${String(password.length)} characters)\nSTRIPE=(3 characters)\n# a line that sets nothing`,
    );
    expect(report).not.toContain(secret);
    expect(report).not.toContain(password);
  });

  describe("a token", () => {
    const claims = {
      iss: "https://api.workos.com/user_management/client_01KFAKEFAKEFAKEFAKEFAKE000",
      sub: "user_neverShown",
      exp: 4_000_000_000,
    };
    const verdict = () => page.locator("#verdict");

    async function judge(text: string, headline: string | RegExp): Promise<void> {
      await page.getByLabel("Access token").fill(text);
      await verdict().getByText(headline).first().waitFor();
    }

    it("is taken by one of the providers, and the others say why not", async () => {
      await open();
      await page.getByRole("button", { name: "Known-good template" }).click();
      await judge(
        tokenOf(claims),
        "Provider 2 takes this token – issuer and audience fit, and Convex goes on to the signature.",
      );
      expect(await verdict().locator(".providers > li strong").allTextContents()).toEqual([
        "Another issuer",
        "Takes it",
      ]);
      expect(await verdict().locator(".verdict").getAttribute("class")).toBe("verdict good");
      expect(await verdict().innerText()).not.toContain("user_neverShown");
    });

    it("may be pasted as its payload, too", async () => {
      await open();
      await page.getByRole("button", { name: "Known-good template" }).click();
      await judge(JSON.stringify(claims, null, 2), /^Provider 2 takes this token/u);
    });

    it("that is rejected leads to what has to be changed, in words and in the editor", async () => {
      await open();
      await paste(oneProvider);
      await judge(
        tokenOf({ ...claims, iss: `https://api.workos.com/user_management/${clientId}` }),
        /^No provider takes this token/u,
      );
      await verdict().getByRole("button", { name: "Show it in auth.config.ts" }).first().click();
      await page.keyboard.press("Control+C");
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`"${clientId}"`);
      await page.locator("#problems").getByRole("button", { name: "Fix" }).click();
      await summary("2 warnings.");
      await verdict()
        .getByText(/takes this token/u)
        .first()
        .waitFor();
    });

    it("is judged anew when the variables change", async () => {
      await open();
      await page.getByRole("button", { name: "Known-good template" }).click();
      await judge(tokenOf(claims), /^Provider 2 takes this token/u);
      await tab("Convex variables").click();
      await paste(`WORKOS_CLIENT_ID=${clientId}\n`);
      await verdict()
        .getByText("npx convex env set WORKOS_CLIENT_ID client_01KFAKEFAKEFAKEFAKEFAKE000 --prod")
        .first()
        .waitFor();
    });

    it("that has expired is not taken, whatever else holds", async () => {
      await open();
      await page.getByRole("button", { name: "Known-good template" }).click();
      await judge(
        tokenOf({ ...claims, exp: 1_700_000_000 }),
        "The token expired on 2023-11-14 at 22:13:20 UTC – Convex rejects it, whatever the config says. Get a fresh one.",
      );
      expect(await verdict().locator(".verdict").getAttribute("class")).toBe("verdict error");
    });

    it.each([
      ["nonsense", /^This is no JWT/u],
      [secret, /^This is a secret key, not a token/u],
      ["a.".repeat(20_000), /^This is longer than 20,000 characters/u],
    ])("that is none is said to be none: %.20s", async (text, sentence) => {
      await open();
      await judge(text, sentence);
      expect(await verdict().innerText()).not.toContain(secret);
      await page.getByLabel("Access token").fill("");
      await expect.poll(() => verdict().innerText()).toBe("");
    });
  });

  describe("without a mouse", () => {
    it("everything is reached by the Tab key, and the arrows move between the files", async () => {
      await openBrokenExample();
      await page.locator("body").click({ position: { x: 2, y: 2 } });
      const reached: string[] = [];
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press("Tab");
        reached.push(
          await page.evaluate(() => {
            const active = document.activeElement;
            return active?.id === "editor"
              ? "editor"
              : (active?.getAttribute("aria-label") ?? active?.textContent ?? "").trim();
          }),
        );
      }
      for (const name of [
        "Skip to the files",
        "Docs",
        "Known-good template",
        "Clear",
        "Copy link",
        "auth.config.ts3, 3 errors",
        "editor",
        "Fix all…",
        "Fix",
        "Show .env.production:9",
        "valid-jwks",
        "Access token",
      ]) {
        expect(reached).toContain(name);
      }
      await tab(/auth\.config\.ts/).focus();
      await page.keyboard.press("ArrowRight");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("tab-hostEnv");
      await page.keyboard.press("End");
      expect(await tab("convex.json").getAttribute("aria-selected")).toBe("true");
      await page.keyboard.press("ArrowRight");
      expect(await tab(/auth\.config\.ts/).getAttribute("aria-selected")).toBe("true");
    });

    it("one problem after the other is repaired without looking for the place again", async () => {
      await openBrokenExample();
      await page.locator("#problems").getByRole("button", { name: "Fix" }).first().focus();
      for (const left of ["5 errors.", "4 errors.", "3 errors."]) {
        await page.keyboard.press("Enter");
        await summary(left);
      }
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(".env.production:7");
    });

    it("F8 leads to the next problem in the editor", async () => {
      await openBrokenExample();
      await page.locator(".cm-content").focus();
      await page.keyboard.press("F8");
      await page.locator(".cm-panel.cm-panel-lint, .cm-tooltip-lint").first().waitFor();
    });
  });
});
