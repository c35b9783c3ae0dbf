import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { questions } from "../../dist/doctor/no-file-can-show.js";
import plugin from "../../dist/index.js";
import { brokenLinks, brokenPromises, isStale, missingPages, readBlocks, readPages } from "../../scripts/docs/check.js";
import type { Page } from "../../scripts/docs/check.js";

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
  for (const { command } of questions) expect(text).toContain(`\n${command}\n`);
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
  const read = "process.env.WORKOS_CLIENT_ID";
  const oidc = (domain: string) => `    {\n      domain: "${domain}",\n      ${audience}\n    },\n`;

  /** Files with the defect of each row. */
  const defects: Record<string, string[]> = {
    "OIDC form with a WorkOS `domain`, however damaged the domain is": [
      file(oidc("https://api.workos.com/")),
      file(oidc("<https://api.workos.com>"), userManagement),
    ],
    "damaged issuer; the repair also adds or removes `applicationID` as it must": [
      file(shared.replace("https://api.workos.com/", "<https://api.workos.com/>"), userManagement),
      file(withoutAudience.replace("https://api.workos.com/", "<https://api.workos.com/>"), userManagement),
      file(shared, withMember(audience).replace("user_management/", "user-management/")),
    ],
    "no issuer, or one that is no text; the repair does so as well": [
      file(withoutIssuer(withoutAudience), userManagement),
      file(shared, withoutIssuer(withMember(audience))),
      file(withoutAudience.replace('"https://api.workos.com/"', '["https://api.workos.com/"]'), userManagement),
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
    "misspelt `applicationID`, or `audience` in its place, beside the shared issuer": [
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
  };

  const [, table = ""] = pageAt("docs/severity.md").text.split("## One defect, one report");
  const rows = [...table.matchAll(/^\| (.+?) +\| (?:\[`([\w-]+)`\]\(.*\)|nobody) +\|$/gm)].map(
    ([, defect = "", rule]) => [defect.replaceAll("\\|", "|"), rule === undefined ? [] : [`convex-authkit/${rule}`]] as const,
  );

  it("all rows are checked", () => {
    expect(rows.map(([defect]) => defect)).toEqual(Object.keys(defects));
  });

  it.each(rows)("%s", (defect, reports) => {
    const cwd = join(root, "examples");
    const config = plugin.configs.strict;
    for (const code of defects[defect] ?? []) {
      expect(code).not.toBe(template);
      const messages = new Linter({ cwd }).verify(code, config, { filename: join(cwd, "convex/auth.config.ts") });
      expect(messages.map(({ ruleId }) => ruleId)).toEqual(reports);
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

  it("find links that lead nowhere", () => {
    const text = "[a](../six-checks.md) [b](../nothing.md) [c](../six-checks.md#nothing) [d](#because) [e](#why)\n\n## Why\n\n`[f](nothing.md)`\n";
    expect(brokenLinks({ ...page, text })).toEqual(["../nothing.md", "../six-checks.md#nothing", "#because"]);
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
