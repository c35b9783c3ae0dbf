/** SARIF, as the command writes it and as ESLint's formatter does over our rules: held against the schema, with a page for each rule and no secret. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Linter } from "eslint";
import type { Log, Result } from "sarif";
import { describe, expect, it } from "vitest";
import { renderSarif } from "../../src/doctor/report-sarif.js";
import type { Note } from "../../src/doctor/report.js";
import plugin from "../../src/index.js";
import { lintBrokenApp, lintBrokenConfigs } from "../contract/broken-app.js";
import { sampleReport } from "../doctor/sample-report.js";
import { schemaErrors } from "../doctor/sarif-schema.js";
import { copyExample, linkInstalled } from "./example.js";

const root = join(import.meta.dirname, "../..");
const formatterName = "@microsoft/eslint-formatter-sarif";
const pages = "https://github.com/convex-authkit/eslint-plugin-convex-authkit/blob/main/docs/rules/";

/** A message of every rule, and of the parser. */
const messages = [
  ...lintBrokenApp().flatMap((each) => each.messages),
  ...lintBrokenConfigs(),
  ...new Linter().verify("export default {", plugin.configs.strict, { filename: "convex/auth.config.ts" }),
];

function rendered(): Log {
  const findings = messages.map(({ ruleId, severity, message, line, column, endLine = null, endColumn = null }) => ({
    ...{ ruleId, message, line, column, endLine, endColumn, fixable: false, suggestions: [] },
    severity: severity === 2 ? ("error" as const) : ("warning" as const),
  }));
  const files = [{ path: "a:b/(auth)/[...all]/a b#c?ü%.ts", findings, fixed: false, diff: "" }];
  const notes: Note[] = [
    { error: true, message: "Convex reads none.", path: "a:b/(auth)/[...all]/a b#c?ü%.ts", line: 1 },
  ];
  const notChecked = [{ path: "convex/auth.config.ts", line: 3, reason: "The code there is not followed." }];
  return JSON.parse(renderSarif(sampleReport({ groups: [{ title: "auth.config", notes, files }], notChecked }))) as Log;
}

function formatted(): Log {
  const format = createRequire(import.meta.url)(formatterName) as (results: unknown, data: unknown) => string;
  const rulesMeta = Object.fromEntries(
    Object.entries(plugin.rules).map(([name, { meta }]) => [`convex-authkit/${name}`, meta]),
  );
  return JSON.parse(
    format([{ filePath: "/app/convex/auth.config.ts", messages, suppressedMessages: [] }], { rulesMeta }),
  ) as Log;
}

describe.each([
  ["the command", rendered],
  ["ESLint's formatter", formatted],
])("%s", (_, log) => {
  it("writes what the schema allows, with a page for each rule", () => {
    const written = log();
    expect(schemaErrors(written)).toEqual([]);
    const rules = written.runs[0]?.tool.driver.rules ?? [];
    expect(rules.map(({ id, helpUri }) => [id, helpUri]).sort()).toEqual(
      Object.keys(plugin.rules)
        .map((name) => [`convex-authkit/${name}`, `${pages}${name}.md`])
        .sort(),
    );
    expect(rules.filter(({ shortDescription }) => shortDescription?.text == null)).toEqual([]);
    expect(placesOf(written)).not.toContain("");
  });
});

describe("the schema refuses", () => {
  const changed = (change: (result: Result) => object): Log => {
    const log = rendered();
    const [run] = log.runs;
    if (run == null) throw new Error("There is no run.");
    return { ...log, runs: [{ ...run, results: (run.results ?? []).map((result) => change(result) as Result) }] };
  };

  it.each<[string, () => unknown]>([
    ["another version", () => ({ ...rendered(), version: "2.0.0" })],
    ["a run that names no tool", () => ({ ...rendered(), runs: [{ results: [] }] })],
    ["a member of another name", () => changed((result) => ({ ...result, rule: result.ruleId }))],
    ["a result without a message", () => changed(({ message: _, ...result }) => result)],
    ["a level of ESLint's", () => changed((result) => ({ ...result, level: 2 }))],
    [
      "lines that count from 0",
      () =>
        changed((result) => ({
          ...result,
          locations: [{ physicalLocation: { artifactLocation: { uri: "a.ts" }, region: { startLine: 0 } } }],
        })),
    ],
    [
      "a path that is no URI",
      () =>
        changed((result) => ({
          ...result,
          locations: [{ physicalLocation: { artifactLocation: { uri: "app/[id]/a b.ts" } } }],
        })),
    ],
  ])("%s", (_, log) => {
    expect(schemaErrors(log())).not.toEqual([]);
  });
});

it("the command names a file by a URI that leads to it, whatever is in its name", () => {
  const uris = rendered().runs[0]?.results?.flatMap(({ locations = [] }) =>
    locations.map(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri ?? ""),
  );
  expect(
    [...new Set(uris)].map((uri) =>
      new URL(uri, "file:///home/").pathname.split("/").map(decodeURIComponent).join("/"),
    ),
  ).toEqual(["/home/a:b/(auth)/[...all]/a b#c?ü%.ts"]);
});

const secret = "Zq7vW2xK9mT4bN8cR3fG6hJ1pL5sD0aY";

/** The broken example, with one secret in all of the places where somebody may have put one. */
function brokenExample(): string {
  const folder = copyExample("next-authkit-broken");
  linkInstalled(folder);
  const lines = [
    `WORKOS_API_KEY=${secret}`,
    `NEXT_PUBLIC_WORKOS_API_KEY=sk_live_${secret}`,
    `NEXT_PUBLIC_WORKOS_CLIENT_ID=<${secret}>`,
    `WORKOS_API_HOSTNAME=https://auth.example.com/${secret}`,
    `${secret} alone`,
  ];
  appendFileSync(join(folder, ".env.production"), lines.map((line) => `${line}\n`).join(""));
  return folder;
}

function run(
  folder: string,
  script: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

const found = [
  "env-api-hostname",
  "env-api-key",
  "env-client-id",
  "env-client-id",
  "env-cookie-password",
  "env-no-public-secret",
  "env-redirect-uri",
  "env-valid-line",
  "no-user-management-application-id",
  "valid-issuer",
  "valid-jwks",
];

function rulesOf(text: string): string[] {
  const results = (JSON.parse(text) as Log).runs[0]?.results ?? [];
  return results.map(({ ruleId }) => ruleId?.replace("convex-authkit/", "") ?? "").sort();
}

/** The file of each result, which the schema lets anybody leave out: GitHub then refuses the whole log ("expected at least one location"). */
function placesOf({ runs: [run] }: Log): string[] {
  return (run?.results ?? []).map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "");
}

/** Any eight characters of the secret that stand in the text. */
function leakedFrom(text: string): string[] {
  return Array.from({ length: secret.length - 7 }, (_, start) => secret.slice(start, start + 8)).filter((piece) =>
    text.includes(piece),
  );
}

describe("on the broken example with secrets in its files", () => {
  it("the command writes a log of SARIF, and no secret", () => {
    const { status, stdout, stderr } = run(brokenExample(), "dist/doctor/bin.js", ["--format", "sarif"]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(schemaErrors(JSON.parse(stdout))).toEqual([]);
    expect(rulesOf(stdout)).toEqual(found);
    expect(placesOf(JSON.parse(stdout) as Log)).not.toContain("");
    expect(leakedFrom(stdout)).toEqual([]);
  });

  it("the command writes a log without results where nothing is wrong", () => {
    const { status, stdout } = run(copyExample("next-authkit"), "dist/doctor/bin.js", ["--format=sarif"]);
    expect(status).toBe(0);
    expect(schemaErrors(JSON.parse(stdout))).toEqual([]);
    expect(rulesOf(stdout)).toEqual([]);
  });

  it("the command writes a log of a file that it cannot parse, and of one that is missing", () => {
    const folder = copyExample("next-authkit");
    writeFileSync(join(folder, "convex/auth.config.ts"), "export default {");
    const unread = run(folder, "dist/doctor/bin.js", ["--format=sarif"]);
    rmSync(join(folder, "convex/auth.config.ts"));
    const missing = run(folder, "dist/doctor/bin.js", ["--format=sarif"]);
    for (const { status, stdout } of [unread, missing]) {
      expect(status).toBe(1);
      expect(schemaErrors(JSON.parse(stdout))).toEqual([]);
      expect(rulesOf(stdout)).toEqual([""]);
      expect(placesOf(JSON.parse(stdout) as Log)).toEqual(["convex/auth.config.ts"]);
    }
  });

  it.each(["next-authkit", "monorepo"] as const)(
    "the command writes a log of %s with one client at the host and another on the deployment",
    (name) => {
      const folder = copyExample(name);
      writeFileSync(join(folder, ".env.convex.prod"), "WORKOS_CLIENT_ID=client_01JQ4X7M2N8P5R3S6T9V0WABCD\n");
      const { status, stdout } = run(folder, "dist/doctor/bin.js", ["--format=sarif"]);
      expect(status).toBe(1);
      expect(schemaErrors(JSON.parse(stdout))).toEqual([]);
      expect(placesOf(JSON.parse(stdout) as Log)).toEqual(
        name === "monorepo" ? ["apps/dashboard/.env.production", "apps/mobile/.env.production"] : [".env.production"],
      );
    },
  );

  describe.each(["eslint-9-15", "eslint9", "eslint"])("%s", (version) => {
    const lint = (env: Readonly<Record<string, string>> = {}): ReturnType<typeof run> =>
      run(brokenExample(), `node_modules/${version}/bin/eslint.js`, [".", "--format", formatterName], env);

    it("and its formatter write a log of SARIF, and no secret", () => {
      const { status, stdout, stderr } = lint();
      expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
      expect(schemaErrors(JSON.parse(stdout))).toEqual([]);
      expect(rulesOf(stdout)).toEqual(found);
      expect(leakedFrom(stdout)).toEqual([]);
      const { tool } = (JSON.parse(stdout) as Log).runs[0] ?? {};
      expect(tool?.driver.rules?.map(({ helpUri }) => helpUri?.startsWith(pages))).toEqual(
        Array.from(new Set(found), () => true),
      );
    });

    it("the formatter writes secrets only where it is told to embed the files", () => {
      expect(leakedFrom(lint({ SARIF_ESLINT_EMBED: "true" }).stdout)).not.toEqual([]);
    });
  });
});
