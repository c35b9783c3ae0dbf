/** The files around auth.config, under the real rules. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runDoctor } from "./run-doctor.js";
import { makeFolder } from "./temp-folder.js";

const config = readFileSync(join(import.meta.dirname, "../../examples/next-authkit/convex/auth.config.ts"), "utf8");
const id = "client_01JQ4X7M2N8P5R3S6T9V0WABCD";
const otherId = "client_01JQ4X7M2N8P5R3S6T9V0WZZZZ";
const password = "c29tZSByYW5kb20gYnl0ZXMgZm9yIHRlc3RzIG9mIHRoZSBkb2N0b3I=";

/** A sound app on Next.js; the changes replace files, null removes one. */
function app(changes: Record<string, string | Uint8Array | null> = {}): string {
  const files: Record<string, string | Uint8Array | null> = {
    ".git/": "",
    "package.json": '{ "dependencies": { "convex": "1", "next": "16", "@workos-inc/authkit-nextjs": "4" } }',
    "convex/auth.config.ts": config,
    "convex.json":
      '{ "authKit": { "prod": { "configure": { "redirectUris": ["https://notes.example.com/callback"] } } } }\n',
    "app/callback/route.ts":
      'import { handleAuth } from "@workos-inc/authkit-nextjs";\nexport const GET = handleAuth();\n',
    "app/api/other/route.ts": "export const GET = () => new Response();\n",
    ".env.convex.prod": `WORKOS_CLIENT_ID=${id}\n`,
    ".env.production": `WORKOS_CLIENT_ID=${id}\nWORKOS_COOKIE_PASSWORD=${password}\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=https://notes.example.com/callback\n`,
    ".env.database": "DATABASE_URL=postgres://localhost\nno assignment\n",
    ...changes,
  };
  return makeFolder(
    Object.fromEntries(
      Object.entries(files).filter((entry): entry is [string, string | Uint8Array] => entry[1] !== null),
    ),
  );
}

/** The paragraphs before "What no file can show". */
async function groups(cwd: string, ...argv: string[]): Promise<string> {
  const { stdout, stderr } = await runDoctor(argv, { cwd });
  expect(stderr).toBe("");
  return stdout.split("\nWhat no file can show\n")[0] ?? "";
}

describe("the steps", () => {
  it("say what they looked at, and leave files alone that have nothing to do with WorkOS", async () => {
    const cwd = app({
      ".env.production": `WORKOS_CLIENT_ID=${id}\nWORKOS_API_KEY=sk_live_a2V5XzAxSFhZWkFCQ0RFRkdI\nWORKOS_COOKIE_PASSWORD=${password}\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=https://notes.example.com/callback\n`,
    });
    expect(await groups(cwd)).toBe(`auth.config
  Convex reads convex/auth.config.ts.

Convex variables
  Checked .env.convex.prod.

Host variables
  Checked .env.production.

Redirect and callback
  Checked convex.json and app/callback/route.ts.
`);
    expect((await runDoctor([], { cwd })).exitCode).toBe(0);
  });

  it("each show their part of a file", async () => {
    const cwd = app({
      ".env.convex.prod": `WORKOS_CLIENT_ID="<${id}>"\n`,
      ".env.production":
        "WORKOS_COOKIE_PASSWORD=short\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/callback\n",
      "convex.json": '{ "authkit": {} }\n',
    });
    const shown = await groups(cwd);
    expect(shown.replaceAll(/ {2}[A-Z`][^\n]* {2}convex-authkit/g, "  …  convex-authkit")).toContain(`
Convex variables
  Checked .env.convex.prod.

  .env.convex.prod
    1:18  error  …  convex-authkit/env-client-id

Host variables
  Checked .env.production.

  .env.production
    1:24  error  …  convex-authkit/env-cookie-password

Redirect and callback
  Checked convex.json and app/callback/route.ts.

  .env.production
    2:33  error  …  convex-authkit/env-redirect-uri

  convex.json
    1:3  error  …  convex-authkit/convex-json-authkit
`);
  });

  it("name what is not there", async () => {
    const cwd = app({
      ".env.convex.prod": null,
      ".env.production": null,
      "convex.json": null,
      "app/callback/route.ts": null,
    });
    expect(await groups(cwd)).toContain(`
Convex variables
  No file holds them. To have them checked, but not committed: npx convex env list --prod --include-values > .env.convex.prod

Host variables
  No .env file names a variable of WorkOS.

Redirect and callback
  There is neither a convex.json nor a callback route of Next.js.
`);
  });

  it("show what cannot be read where it belongs", async () => {
    const cwd = app({
      "convex.json": '{ "functions": "convex", }\n',
      ".env.local": Uint8Array.of(0xff, 0xfe),
      "app/bad/route.ts": Uint8Array.of(0xff),
    });
    const shown = await groups(cwd);
    expect(shown).toContain(
      "Host variables\n  Checked .env.local and .env.production.\n\n  .env.local\n    1:1  error  This file cannot be read as UTF-8 text.\n",
    );
    expect(shown).toContain("convex.json is not a JSON object: Convex does not start.");
    expect(shown).toMatch(
      /Redirect and callback\n.*\n\n {2}convex\.json\n {4}1:26 {2}error {2}Parsing error: This is no JSON – Convex cannot read it\.\n/,
    );
  });

  it("find a route whose folder is called like build output", async () => {
    const cwd = app({
      "app/callback/route.ts": null,
      "app/build/callback/route.ts":
        'import { handleAuth } from "@workos-inc/authkit-nextjs";\nexport const GET = handleAuth();\n',
    });
    expect(await groups(cwd)).toContain("Checked convex.json and app/build/callback/route.ts.");
  });

  it("do not follow a link out of the folder", async () => {
    const outside = makeFolder({ env: "WORKOS_API_KEY=short\n" });
    const cwd = makeFolder({ "convex/auth.config.ts": config, ".env.production": { linkTo: join(outside, "env") } });
    expect(await groups(cwd)).toContain("No .env file names a variable of WorkOS.");
  });

  it("do not follow a link of convex.json out of the folder", async () => {
    const outside = makeFolder({ "convex.json": '{ "authkit": {} }\n' });
    const files = { "package.json": "{}", "convex/auth.config.ts": config };
    const linked = makeFolder({ ...files, "convex.json": { linkTo: join(outside, "convex.json") } });
    expect(await groups(linked)).toMatch(/Redirect and callback\n {2}There is neither a convex\.json nor .*\n$/u);
    const inside = makeFolder({
      ...files,
      "convex.json": { linkTo: "settings/convex.json" },
      "settings/convex.json": '{ "authkit": {} }\n',
    });
    expect(await groups(inside)).toContain("convex-authkit/convex-json-authkit");
  });
});

describe("the client IDs of both sides", () => {
  it.each([
    ["the deployment's variables", { ".env.convex.prod": `WORKOS_CLIENT_ID=${otherId}\n` }, ".env.convex.prod (…ZZZZ)"],
    [
      "auth.config, where it reads no variable",
      {
        ".env.convex.prod": null,
        "convex/auth.config.ts": config.replaceAll("process.env.WORKOS_CLIENT_ID", `"${otherId}"`),
      },
      "convex/auth.config.ts (…ZZZZ)",
    ],
    [
      "both",
      {
        ".env.convex.prod": `WORKOS_CLIENT_ID=${otherId}\n`,
        "convex/auth.config.ts": `${config}\n// ${otherId.replace("ZZZZ", "YYYY")}\n`,
      },
      ".env.convex.prod (…ZZZZ) or convex/auth.config.ts (…YYYY)",
    ],
  ])("are compared with %s", async (_, changes, accepted) => {
    const shown = await groups(app(changes));
    expect(shown).toContain(`
  error  .env.production (…ABCD) names a client that is not in ${accepted}: Convex rejects its tokens. Use the same client ID on both sides.
`);
    expect(
      shown
        .split("\n")
        .filter((line) => line.includes("names a client"))
        .join(),
    ).not.toMatch(/client_|WABCD|WZZZZ/);
  });

  it.each([
    ["they are the same", {}],
    [
      "the deployment knows both",
      { ".env.convex.prod": `WORKOS_CLIENT_ID=${otherId}\nADMIN_WORKOS_CLIENT_ID=${id}\n` },
    ],
    [
      "auth.config names the other",
      { ".env.convex.prod": `WORKOS_CLIENT_ID=${otherId}\n`, "convex/auth.config.ts": `${config}\n// ${id}\n` },
    ],
    ["nobody knows the deployment's", { ".env.convex.prod": null }],
    [
      "the deployment is that of development",
      { ".env.convex.prod": null, ".env.convex": `WORKOS_CLIENT_ID=${otherId}\n` },
    ],
    [
      "the host's comes from elsewhere",
      { ".env.convex.prod": `WORKOS_CLIENT_ID=${otherId}\n`, ".env.production": "WORKOS_CLIENT_ID=\n" },
    ],
    ["auth.config cannot be read", { ".env.convex.prod": null, "convex/auth.config.ts": "" }],
  ])("raise no objection where %s", async (_, changes) => {
    const shown = await groups(app(changes));
    expect(shown).toContain("\nHost variables\n  Checked .env.production.\n");
    expect(shown).not.toContain("names a client");
  });

  it("count as an error", async () => {
    const { exitCode, stdout } = await runDoctor(["--format", "json"], {
      cwd: app({ ".env.convex.prod": `WORKOS_CLIENT_ID=${otherId}\n`, ".env.production": `WORKOS_CLIENT_ID=${id}\n` }),
    });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { errors: 1 } });
  });
});

describe("an app in a monorepo", () => {
  const web = {
    "apps/web/package.json":
      '{ "name": "web", "dependencies": { "@workos-inc/authkit-nextjs": "4", "@notes/ui": "*" } }',
    "apps/web/app/callback/route.ts":
      'import { handleAuth } from "@workos-inc/authkit-nextjs";\nexport const GET = handleAuth();\n',
    "apps/web/app/page.tsx": "",
    "apps/web/.env.production": `WORKOS_REDIRECT_URI=https://notes.example.com/callback\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=https://notes.example.com/auth\n`,
  };
  const backend = {
    ".git/": "",
    "package.json": '{ "workspaces": ["apps/*", "packages/*"] }',
    "packages/backend/package.json": '{ "dependencies": { "convex": "1" } }',
    "packages/backend/convex/auth.config.ts": config,
  };
  const code = "configure({ redirectUri: process.env.WORKOS_REDIRECT_URI });\n";
  const rules = async (files: Record<string, string>): Promise<string[]> => {
    const { stdout } = await runDoctor(["--format", "json"], { cwd: makeFolder({ ...backend, ...web, ...files }) });
    const { files: checked } = JSON.parse(stdout) as { files: { messages: { ruleId: string }[] }[] };
    return checked
      .flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId.replace("convex-authkit/", "")))
      .sort();
  };

  it("is judged whatever the code of the other apps reads", async () => {
    const found = await rules({});
    expect(found).toEqual(["callback-route", "env-callback-route", "env-redirect-uri-name", "env-required-variables"]);
    expect(
      await rules({
        "apps/mobile/package.json": '{ "name": "mobile", "dependencies": { "expo": "57" } }',
        "apps/mobile/session.tsx": code,
      }),
    ).toEqual(found);
  });

  it("is not where code that it may share reads the same", async () => {
    const found = await rules({
      "packages/ui/package.json": '{ "name": "@notes/ui", "dependencies": { "@workos-inc/authkit-nextjs": "4" } }',
      "packages/ui/index.ts": code,
    });
    expect(found).toContain("env-callback-route");
    expect(found).not.toContain("callback-route");
  });
});

describe("--fix and --diff", () => {
  const before = `\uFEFF# why\r\nexport WORKOS_CLIENT_ID = "<${id}>" # here\r\nWORKOS_API_KEY='sk_live_a2V5XzAxSFhZWkFCQ0RFRkdI\r\nWORKOS_API_KEY=second line'\r\nno assignment\r\nWORKOS_API_HOSTNAME=https://auth.example.com`;

  it("repair a file and change nothing else in it", async () => {
    const cwd = app({ ".env.production": before });
    await runDoctor(["--fix"], { cwd });
    expect(readFileSync(join(cwd, ".env.production"), "utf8")).toBe(
      before.replace(/[<>]/g, "").replace("https://", ""),
    );
  });

  it("compare the client IDs as they are after the repair, and before it where nothing is written", async () => {
    const cwd = app({ ".env.production": `WORKOS_COOKIE_PASSWORD="${password}\n"\nWORKOS_CLIENT_ID=<${otherId}>\n` });
    const shown = await groups(cwd, "--diff");
    expect(shown).toContain("\nHost variables\n  Checked .env.production.\n");
    expect(shown).not.toContain("names a client");
    const { exitCode, stdout } = await runDoctor(["--fix", "--format", "json"], { cwd });
    expect(exitCode).toBe(1);
    const line =
      readFileSync(join(cwd, ".env.production"), "utf8")
        .split("\n")
        .findIndex((each) => each.includes(otherId)) + 1;
    expect(JSON.parse(stdout)).toMatchObject({ notes: [{ path: ".env.production", line }] });
  });

  it("show names, no value, and no line that does not change", async () => {
    const cwd = app({ ".env.production": before });
    const { stdout } = await runDoctor(["--diff"], { cwd });
    expect(stdout).toContain(`
--- a/.env.production
+++ b/.env.production
@@ -2,1 +2,1 @@
-export WORKOS_CLIENT_ID =…
+export WORKOS_CLIENT_ID =…
@@ -6,1 +6,1 @@
-WORKOS_API_HOSTNAME=…
\\ No newline at end of file
+WORKOS_API_HOSTNAME=…
\\ No newline at end of file
`);
  });

  it("show nothing of the lines of a value", async () => {
    const cwd = app({ ".env.production": `WORKOS_CLIENT_ID="\n${id}\n"\n` });
    const { stdout } = await runDoctor(["--diff"], { cwd });
    expect(stdout).toContain("\n-WORKOS_CLIENT_ID=…\n-…\n-…\n+WORKOS_CLIENT_ID=…\n");
    const { stdout: json } = await runDoctor(["--diff", "--format", "json"], { cwd });
    expect(json).toContain("-WORKOS_CLIENT_ID=…\\n-…\\n-…\\n+WORKOS_CLIENT_ID=…\\n");
    expect(json).not.toContain(id);
  });
});

describe("secrets", () => {
  const letters = [..."ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"];
  const random = (minLength: number) =>
    fc.array(fc.constantFrom(...letters), { minLength, maxLength: 48 }).map((each) => each.join(""));
  const secret = fc.oneof(
    random(12),
    random(40).map((text) => `sk_live_${text}`),
    random(30).map((text) => `whsec_${text}`),
    random(24).map((text) => `<${text}>`),
  );
  const names = [
    "WORKOS_API_KEY",
    "WORKOS_COOKIE_PASSWORD",
    "WORKOS_WEBHOOK_SECRET",
    "NEXT_PUBLIC_WORKOS_API_KEY",
    "WORKOS_CLIENT_ID",
    "NEXT_PUBLIC_WORKOS_REDIRECT_URI",
    "WORKOS_API_HOSTNAME",
    "OTHER",
  ];
  const line = fc
    .tuple(fc.constantFrom(...names), secret, fc.constantFrom('"', "'", "", "\\n", "=", " "))
    .map(([name, text, mark]) => ({ text: `${name}=${mark}${text}${mark}`, secret: text }));
  const broken = secret.map((text) => ({ text: `${text} is no assignment`, secret: text }));
  const file = fc.array(fc.oneof({ weight: 5, arbitrary: line }, broken), { minLength: 1, maxLength: 8 });

  it("are in no output, whatever the file, the format and the option", async () => {
    let reported = 0;
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.constantFrom(".env", ".env.production", ".env.convex.prod", ".env.example", "prod.env"),
        fc.boolean(),
        async (lines, name, mayFix) => {
          const folder = app({ [name]: lines.map(({ text }) => `${text}\n`).join("") });
          for (const format of ["stylish", "json", "sarif", "github"]) {
            const { stdout, stderr } = await runDoctor(["--format", format, "--diff", ...(mayFix ? ["--fix"] : [])], {
              cwd: folder,
            });
            expect(stderr).toBe("");
            reported += stdout.split("convex-authkit/").length - 1;
            for (const each of lines) {
              const text = each.secret.replace(/^(?:sk_live|whsec)_/, "");
              for (let start = 0; start + 8 <= text.length; start++)
                expect(stdout + stderr).not.toContain(text.slice(start, start + 8));
            }
          }
        },
      ),
      { numRuns: 60, seed: 20260801 },
    );
    expect(reported).toBeGreaterThan(500);
  });
});
