import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../dist/index.js";
import { brokenLinks, brokenPromises, isStale, missingPages, readBlocks, readPages } from "../../scripts/docs/check.js";
import type { Page } from "../../scripts/docs/check.js";
import { MANUAL_CHECKS } from "../../src/doctor/manual-checks.js";
import { makeFolder } from "../doctor/temp-folder.js";

const root = join(import.meta.dirname, "../..");
const pages = readPages();

describe.each(pages.map((page) => [page.path, page] as const))("%s", (_, page) => {
  const examples = readBlocks(page).filter(({ kind }) => kind !== "config");

  it("is up to date", async () => {
    expect(await isStale(page)).toBe(false);
  });

  it("has no dead link", () => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it.each(examples.map((block) => [block.line, block.kind, block] as const))("line %i: the %s example is", async (_line, _kind, block) => {
    expect(await brokenPromises(block)).toEqual([]);
  });
});

describe("the rules and their pages", () => {
  it("match", () => {
    expect(missingPages(pages)).toEqual([]);
  });

  it.each(Object.entries(plugin.rules))("%s leads to its page", (rule, { meta }) => {
    expect(meta?.docs?.url).toMatch(new RegExp(`/docs/rules/${rule}\\.md$`));
    expect(pages.some((page) => page.rule === rule)).toBe(true);
  });
});

it("docs/six-checks.md names every command that the doctor names", () => {
  const { text } = pageAt("docs/six-checks.md");
  for (const { command } of MANUAL_CHECKS) expect(text).toContain(`\n${command}\n`);
});

it("package.json says what LICENSE says", () => {
  expect(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).license).toBe("MIT");
  expect(readFileSync(join(root, "LICENSE"), "utf8")).toMatch(/^MIT License\n/);
});

describe("docs/severity.md says who owns a defect:", () => {
  const { code: template } = readBlocks(pageAt("docs/six-checks.md"))[0] ?? { code: "" };
  const [head = "", shared = "", userManagement = "", tail = ""] = template.split(/(?=^ {4}\{$)|(?<=^ {4}\},\n)(?= {2}\])/m);
  const file = (...providers: string[]) => head + providers.join("") + tail;
  const audience = "applicationID: clientId,";
  const withoutAudience = shared.replace(/ +applicationID.*\n/, "");
  const withoutIssuer = (provider: string) => provider.replace(/ +issuer.*\n/, "");
  const withMember = (member: string) => userManagement.replace("jwks:", `${member}\n      jwks:`);
  const literal = "client_01HQ3V7Z8K9M2N4P5R6S7T8V9W";
  const otherLiteral = "client_01JB2C3D4E5F6G7H8J9K0M1N2P";
  const next = {
    "package.json": '{ "dependencies": { "@workos-inc/authkit-nextjs": "^2.0.0" } }',
    "app/callback/route.ts": 'import { handleAuth } from "@workos-inc/authkit-nextjs";\n\nexport const GET = handleAuth();\n',
  };
  const read = "process.env.WORKOS_CLIENT_ID";
  const oidc = (domain: string) => `    {\n      domain: "${domain}",\n      ${audience}\n    },\n`;

  /** Auth configs, or other projects, with the defect of each row. */
  const defects: Record<string, (string | Record<string, string>)[]> = {
    "OIDC form with a WorkOS `domain`, however damaged the domain is": [
      file(oidc("https://api.workos.com/")),
      file(oidc("<https://api.workos.com>"), userManagement),
    ],
    "damaged issuer; the repair also adds or removes `applicationID` as it must": [
      file(shared.replace("https://api.workos.com/", "<https://api.workos.com/>"), userManagement),
      file(withoutAudience.replace("https://api.workos.com/", "<https://api.workos.com/>"), userManagement),
      file(shared, withMember(audience).replace("user_management/", "user-management/")),
    ],
    "no issuer; the repair does so as well": [
      file(withoutIssuer(withoutAudience), userManagement),
      file(shared, withoutIssuer(withMember(audience))),
    ],
    "an issuer, a JWKS URL or an audience that is not a string": [
      file(withoutAudience.replace('"https://api.workos.com/"', '["https://api.workos.com/"]'), userManagement),
      file(shared, userManagement.replace(/jwks: (.*),\n/, "jwks: [$1],\n")),
      file(shared.replace(audience, "applicationID: 42,"), userManagement),
    ],
    "`type` that `domain`, `issuer` or `jwks` contradicts": [
      file(shared.replace(/ +type.*\n/, ""), userManagement),
      file(shared, userManagement.replace("customJwt", "oidc")),
      file(shared.replace("issuer:", "domain:"), userManagement),
    ],
    "`algorithm`, also if it is missing": [
      file(shared.replace("RS256", "ES256"), userManagement),
      file(shared, userManagement.replace(/ +algorithm.*\n/, "")),
    ],
    "issuer that Convex tolerates, written in another way than the template": [
      file(shared.replace("https://api.workos.com/", "api.workos.com"), userManagement),
      file(shared, userManagement.replace("issuer: `https://", "issuer: `")),
    ],
    "`applicationID`, or a spelling that Convex refuses, on the user-management provider": [
      file(shared, withMember(audience)),
      file(shared, withMember("applicationId: clientId,")),
      file(shared, withMember('applicationID: "convex",')),
    ],
    "`audience` or `clientId` there: Convex ignores them": [
      file(shared, withMember("audience: clientId,")),
      file(shared, withMember("clientId,")),
    ],
    "a misspelled member; `audience` in the place of an `applicationID` that is needed": [
      file(shared, userManagement.replace("jwks:", "jwksUri:")),
      file(shared.replace("applicationID", "applicationId"), userManagement),
      file(shared.replace("applicationID", "application_id"), userManagement),
      file(shared.replace("applicationID", "audience"), userManagement),
    ],
    "no `applicationID` beside the shared issuer, or `null`, or an empty text": [
      file(withoutAudience, userManagement),
      file(shared.replace(audience, "applicationID: null,"), userManagement),
      file(shared.replace(audience, 'applicationID: "",'), userManagement),
    ],
    '`applicationID: "convex"`, and any other text that is no client ID': [
      file(shared.replace(audience, 'applicationID: "convex",'), userManagement),
      file(shared.replace(audience, 'applicationID: "my-app",'), userManagement),
    ],
    "a literal client ID beside one from a variable, in one provider": [
      file(shared.replace(audience, `applicationID: "${literal}",`), userManagement),
      file(shared, userManagement.replace("sso/jwks/${clientId}", `sso/jwks/${literal}`)),
    ],
    "a literal client ID at all places, or behind `??`": [
      file(shared, userManagement).replace(read, `"${literal}"`),
      file(shared, userManagement).replace(read, `${read} ?? "${literal}"`),
    ],
    "any other text behind `??` or `||`": [
      file(shared, userManagement).replace(read, `${read} ?? ""`),
      file(shared, userManagement).replace(read, `${read} || "none"`),
    ],
    "a secret key in place of the client ID, also under a public prefix": [
      { ".env.local": "WORKOS_CLIENT_ID=sk_test_not_a_real_key\n" },
      { ".env.local": "VITE_WORKOS_CLIENT_ID=sk_test_not_a_real_key\n" },
    ],
    "two client IDs in a production file, one of them that of development": [
      { ".env.production": `WORKOS_CLIENT_ID=${literal}\nVITE_WORKOS_CLIENT_ID=${otherLiteral}\n`, ".env": `WORKOS_CLIENT_ID=${literal}\n` },
    ],
    "a placeholder as API key in a production file, also one that begins with `sk_test_`": [
      { ".env.production": "WORKOS_API_KEY=your_api_key\n" },
      { ".env.production": "WORKOS_API_KEY=sk_test_your_api_key_here\n" },
    ],
    "a placeholder as cookie password, however short or long": [
      { ".env": "WORKOS_COOKIE_PASSWORD=your_cookie_password\n" },
      { ".env": "WORKOS_COOKIE_PASSWORD=your_secure_password_here_must_be_at_least_32_characters_long\n" },
    ],
    "`localhost` with `http:` in a production file": [
      { ".env.production": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/callback\n" },
    ],
    "a redirect URI that is no URL: it has no path to compare": [
      { ...next, ".env": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=localhost:3000/nowhere\n" },
      { ...next, ".env": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=/nowhere\n" },
    ],
    "`WORKOS_REDIRECT_URI` in a Next.js app, with any path, also where the right name is missing": [
      { ...next, ".env": "WORKOS_REDIRECT_URI=http://localhost:3000/nowhere\n" },
      { ...next, ".env.example": "WORKOS_CLIENT_ID=\nWORKOS_API_KEY=\nWORKOS_COOKIE_PASSWORD=\nWORKOS_REDIRECT_URI=http://localhost:3000/callback\n" },
    ],
    "`localEnvVars` with a public name and a template of the API key that the CLI does not know": [
      { "convex.json": '{ "authKit": { "dev": { "localEnvVars": { "VITE_WORKOS_API_KEY": "${authEnv.API_KEY}" } } } }\n' },
    ],
    "client IDs and keys under names such as `STAGING_…` that differ from the others": [
      { ".env.production": `WORKOS_CLIENT_ID=${literal}\nSTAGING_WORKOS_CLIENT_ID=${otherLiteral}\nSTAGING_WORKOS_API_KEY=sk_test_not_a_real_key\n` },
    ],
    "values that come from elsewhere": [
      { ".env": "WORKOS_CLIENT_ID=\nWORKOS_API_KEY=op://vault/workos/key\nWORKOS_COOKIE_PASSWORD=${PASSWORD}\nWORKOS_REDIRECT_URI=${URL}/callback\n" },
    ],
  };

  const [, table = ""] = pageAt("docs/severity.md").text.split("## One defect, one report");
  const rows = [...table.matchAll(/^\| (.+?) +\| (?:\[`([\w-]+)`\]\(.*\)|nobody) +\|$/gm)].map(
    ([, defect = "", rule]) => [defect.replaceAll("\\|", "|"), rule === undefined ? [] : [`convex-authkit/${rule}`]] as const,
  );

  it("all rows are checked", () => {
    expect(rows.map(([defect]) => defect)).toEqual(Object.keys(defects));
  });

  it.each(rows)("%s", async (defect, reports) => {
    for (const project of defects[defect] ?? []) {
      expect(project).not.toBe(template);
      const files = typeof project === "string" ? { "convex/auth.config.ts": project } : project;
      const overrideConfig = [...plugin.configs.strict, ...plugin.configs.env];
      const eslint = new ESLint({ cwd: makeFolder({ ".git/": "", ...files }), overrideConfigFile: true, overrideConfig });
      // What the route has to say of a redirect URI that does not fit is written below the table.
      const results = await eslint.lintFiles(Object.keys(files).filter((path) => !/^(?:app\/|package\.json$)/.test(path)));
      expect(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual(reports);
    }
  });
});

// Checks that cannot fail would promise nothing.
describe("the checks", () => {
  const page = pageAt("docs/rules/no-user-management-application-id.md");
  const [incorrect, correct] = readBlocks(page);
  if (incorrect?.kind !== "incorrect" || correct?.kind !== "correct") throw new Error("The page begins in another way.");

  it.each([
    ["a header", "- **Repair:** fix", "- **Repair:** none"],
    ["a diagnostic", "16:7  error", "16:8  error"],
    ["a diff", "-      applicationID: clientId,\n", ""],
  ])("find %s that is stale", async (_, search, replacement) => {
    expect(page.text).toContain(search);
    expect(await isStale({ ...page, text: page.text.replace(search, replacement) })).toBe(true);
  });

  it("find a table that is stale", async () => {
    const readme = pageAt("README.md");
    expect(await isStale({ ...readme, text: readme.text.replace(/^\| \[`valid-issuer`\].*\n/m, "") })).toBe(true);
  });

  it("refuse a section of an unknown name", async () => {
    const text = `${page.text}\n<!-- generated:nothing -->\n<!-- /generated:nothing -->\n`;
    await expect(isStale({ ...page, text })).rejects.toThrow("a section of an unknown name: nothing");
  });

  it("find examples that are not what they are said to be", async () => {
    expect(await brokenPromises({ ...incorrect, code: correct.code })).toEqual([expect.stringContaining("does not report")]);
    expect(await brokenPromises({ ...correct, code: incorrect.code })).toEqual(
      Array(2).fill(expect.stringContaining("a correct example draws a report: 16:7  error")),
    );
  });

  it("find an incorrect example that draws a report of another rule", async () => {
    const code = incorrect.code.replace("https://api.workos.com/\"", "https://api.workos.com\"");
    expect(await brokenPromises({ ...incorrect, code })).toEqual([
      expect.stringContaining("another rule reports: 7:15  warning"),
      expect.stringContaining("after the fix there is a report: 7:15  warning"),
    ]);
  });

  it("find a fix after which Prettier would have something to do", async () => {
    const code = incorrect.code.replaceAll("      ", "     ");
    expect(await brokenPromises({ ...incorrect, code })).toEqual([expect.stringContaining("Prettier")]);
  });

  it("find rules without a page, pages without a rule, and pages without a section", () => {
    const others = pages.filter(({ rule }) => rule !== page.rule);
    expect(missingPages(others)).toEqual([`${page.path}: missing`]);
    expect(missingPages([...pages, { ...page, path: "docs/rules/x.md", rule: "x" }])).toEqual(["docs/rules/x.md: there is no such rule"]);
    expect(missingPages([...others, { ...page, text: page.text.replace("## Why", "## Because") }])).toEqual([
      expect.stringContaining("the sections are not Why, Examples"),
    ]);
    expect(missingPages([...others, { ...page, text: page.text.replaceAll("<!-- correct -->", "") }])).toEqual([
      `${page.path}: no correct example`,
    ]);
  });

  it("know which preset a rule is in, whichever of its objects holds it", () => {
    const { text } = pageAt("docs/rules/callback-route.md");
    expect(text).toContain("- **Level:** warning in `recommended` and `strict`\n");
    expect(pageAt("docs/rules/env-client-id.md").text).toContain("- **Level:** error in `env`\n");
    expect(pageAt("README.md").text).toMatch(/^\| \[`env-client-id`\].* \| – +\| – +\| error +\| fix +\|$/m);
  });

  it("find an example that needs the files beside it", async () => {
    const [example] = readBlocks(pageAt("docs/rules/env-callback-route.md"));
    if (example === undefined) throw new Error("The page has no example.");
    const { "app/callback/route.ts": route = "", ...others } = example.beside;
    expect(route).toContain("handleAuth()");
    expect(await brokenPromises(example)).toEqual([]);
    expect(await brokenPromises({ ...example, beside: others })).toEqual([expect.stringContaining("does not report")]);
    const moved = { ...others, "app/auth/callback/route.ts": route };
    expect(await brokenPromises({ ...example, beside: moved })).toEqual([expect.stringContaining("does not report")]);
  });

  it("find links that lead nowhere", () => {
    const text = "[a](../six-checks.md) [b](../nothing.md) [c](../six-checks.md#nothing) [d](#because) [e](#why)\n\n## Why\n\n`[f](nothing.md)`\n";
    expect(brokenLinks({ ...page, text })).toEqual(["../nothing.md", "../six-checks.md#nothing", "#because"]);
  });
});

describe("the blocks of a page", () => {
  const fence = (marker: string, info: string, code = "A") => `<!-- ${marker} -->\n\n\`\`\`${info}\n${code}\n\`\`\`\n\n`;
  const read = (...texts: string[]) => readBlocks({ rule: "x", text: texts.join("") });

  it.each([
    ["ts", "convex/auth.config.ts"],
    ["js", "convex/auth.config.js"],
    ["json", "convex.json"],
    ["dotenv", ".env.local"],
    ["dotenv file=.env.production", ".env.production"],
    ["ts file=app/callback/route.ts", "app/callback/route.ts"],
  ])("%s is %s", (info, file) => {
    expect(read(fence("incorrect", info))).toMatchObject([{ file, rule: "x", code: "A\n", beside: {} }]);
  });

  it("know the files beside them: those further up, and those that they name", () => {
    const blocks = read(
      fence("correct", "ts"),
      fence("beside", "json file=package.json", "{}"),
      fence("correct", "dotenv"),
      fence("beside", "dotenv", "B"),
      fence("incorrect other", 'ts beside=convex/auth.config.js package={"type":"module"}'),
      fence("correct", "json"),
    );
    const files = { "package.json": "{}\n", ".env.local": "B\n" };
    expect(blocks.map(({ kind, rule, beside }) => [kind, rule, beside])).toEqual([
      ["correct", "x", {}],
      ["correct", "x", { "package.json": "{}\n" }],
      ["incorrect", "other", { ...files, "convex/auth.config.js": "", "package.json": '{"type":"module"}' }],
      ["correct", "x", files],
    ]);
  });
});

it("node scripts/docs.js --check passes, and changes nothing", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/docs.js", "--check"], { cwd: root, encoding: "utf8" });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "The docs are up to date.\n", stderr: "" });
  expect(readPages()).toEqual(pages);
});

function pageAt(path: string): Page {
  const page = pages.find((candidate) => candidate.path === path);
  if (page === undefined) throw new Error(`There is no ${path}.`);
  return page;
}
