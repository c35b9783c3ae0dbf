/** The options of the command `eslint` that people and CI use, on the broken example. */
import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { copyExample, linkInstalled } from "./example.js";

const root = join(import.meta.dirname, "../..");

interface Message {
  readonly ruleId: string | null;
  readonly message: string;
}

interface Result {
  readonly filePath: string;
  readonly messages: readonly Message[];
  readonly output?: string;
}

const broken = [
  ".env.convex.prod env-client-id",
  ".env.production env-cookie-password",
  ".env.production env-redirect-uri",
  "convex/auth.config.ts no-user-management-application-id",
  "convex/auth.config.ts valid-issuer",
  "convex/auth.config.ts valid-jwks",
];

function project(config: string | null = null, name = "eslint.config.mjs"): string {
  const folder = copyExample("next-authkit-broken");
  linkInstalled(folder);
  if (config != null) {
    rmSync(join(folder, "eslint.config.mjs"));
    writeFileSync(join(folder, name), config);
  }
  return folder;
}

describe.each(["eslint-9-15", "eslint9", "eslint"])("%s", (version) => {
  function run(folder: string, ...words: string[]) {
    const bin = join(root, "node_modules", version, "bin/eslint.js");
    const { status, stdout } = spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: "utf8" });
    return { status, stdout };
  }

  function lint(folder: string, ...words: string[]): { status: number | null; reports: string[]; results: Result[] } {
    const { status, stdout } = run(folder, ".", "--format", "json", ...words);
    const results = JSON.parse(stdout) as Result[];
    const name = ({ filePath }: Result): string => filePath.slice(folder.length + 1).replaceAll("\\", "/");
    const reports = results.flatMap((result) =>
      result.messages.map(({ ruleId, message }) => `${name(result)} ${ruleId?.replace(/^[\w-]+\//u, "") ?? message}`),
    );
    return { status, reports: reports.sort(), results };
  }

  it("fails for errors, and by --max-warnings for warnings", () => {
    const folder = project();
    expect(lint(folder)).toMatchObject({ status: 1, reports: broken });
    for (const name of [".env.production", ".env.convex.prod", "convex/auth.config.ts"]) rmSync(join(folder, name));
    writeFileSync(join(folder, ".env.local"), "nothing at all\n");
    expect(lint(folder)).toMatchObject({ status: 0, reports: [".env.local env-valid-line"] });
    expect(lint(folder, "--max-warnings", "0").status).toBe(1);
  });

  it("repairs with --fix, and shows what it would with --fix-dry-run", () => {
    const folder = project();
    const repaired = [".env.production env-cookie-password", ".env.production env-redirect-uri"];
    const { reports, results } = lint(folder, "--fix-dry-run");
    expect(reports).toEqual(repaired);
    expect(lint(folder).reports).toEqual(broken);
    expect(lint(folder, "--fix").reports).toEqual(repaired);
    for (const { filePath, output } of results) if (output != null) expect(readFileSync(filePath, "utf8")).toBe(output);
  });

  it("reports disable comments that nothing needs, in .env files too", () => {
    const folder = project();
    appendFileSync(
      join(folder, ".env.production"),
      "# eslint-disable-next-line convex-authkit/env-api-key -- no longer\nOTHER=1\n",
    );
    const unused = lint(folder, "--report-unused-disable-directives").reports.filter((report) =>
      report.includes("Unused"),
    );
    expect(unused).toEqual([
      ".env.production Unused eslint-disable directive (no problems were reported from 'convex-authkit/env-api-key').",
    ]);
    lint(folder, "--report-unused-disable-directives", "--fix");
    expect(readFileSync(join(folder, ".env.production"), "utf8")).toMatch(/\nOTHER=1\n$/u);
    expect(readFileSync(join(folder, ".env.production"), "utf8")).not.toContain("eslint-disable");
  });

  it("keeps verdicts with --cache as long as the file and the plugin are the same", () => {
    const folder = project();
    expect(lint(folder, "--cache").reports).toEqual(broken);
    expect(lint(folder, "--cache").reports).toEqual(broken);
    const path = join(folder, "convex/auth.config.ts");
    writeFileSync(path, readFileSync(path, "utf8").replace("<https://api.workos.com/>", "https://api.workos.com/"));
    expect(lint(folder, "--cache").reports).toEqual(broken.filter((report) => !report.endsWith("valid-issuer")));
  });

  it("keeps them with --cache though a neighbour changes, as the docs say, and the command does not", () => {
    const folder = project();
    const path = "app/callback/route.ts";
    lint(folder, "--cache");
    for (const name of [".env.production", ".env.example", "convex.json"]) {
      const text = readFileSync(join(folder, name), "utf8");
      writeFileSync(join(folder, name), text.replaceAll("/callback", "/auth"));
    }
    const about = ({ reports }: ReturnType<typeof lint>): string[] =>
      reports.filter((report) => report.startsWith(path));
    expect(about(lint(folder, "--cache"))).toEqual([]);
    expect(about(lint(folder))).toEqual([`${path} callback-route`]);
    const doctor = spawnSync(process.execPath, [join(root, "dist/doctor/bin.js"), "--format=github"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(doctor.stdout).toContain("title=convex-authkit/callback-route::");
    const caches = readFileSync(join(root, "docs/ci.md"), "utf8").split("\n## Caches\n")[1];
    for (const rule of ["callback-route", "valid-file-name", "require-default-export"])
      expect(caches).toContain(`\`${rule}\``);
  });

  it("prints the configuration of each kind of file", () => {
    const folder = project();
    const rulesFor = (name: string): string[] =>
      Object.keys((JSON.parse(run(folder, "--print-config", name).stdout) as { rules: object }).rules);
    expect(rulesFor("convex/auth.config.ts")).toContain("convex-authkit/valid-issuer");
    expect(rulesFor("app/callback/route.ts")).toEqual(["convex-authkit/callback-route"]);
    expect(rulesFor(".env.production")).toContain("convex-authkit/env-api-key");
    expect(rulesFor("convex.json")).toContain("convex-authkit/convex-json-authkit");
  });

  it("takes the plugin under another name", () => {
    const folder = project(
      `import plugin from "eslint-plugin-convex-authkit";
import * as parser from "@typescript-eslint/parser";
export default [
  { files: ["**/auth.config.ts"], languageOptions: { parser }, plugins: { auth: plugin }, rules: { "auth/valid-issuer": "error" } },
  { files: ["**/.env.*"], language: "auth/dotenv", plugins: { auth: plugin }, rules: { "auth/env-cookie-password": "error" } },
];
`,
    );
    expect(lint(folder).reports).toEqual([".env.production env-cookie-password", "convex/auth.config.ts valid-issuer"]);
    writeFileSync(
      join(folder, ".env.production"),
      readFileSync(join(folder, ".env.production"), "utf8").replace(
        "WORKOS_COOKIE_PASSWORD",
        "# eslint-disable-next-line auth/env-cookie-password\nWORKOS_COOKIE_PASSWORD",
      ),
    );
    expect(lint(folder, "--fix").reports).toEqual([]);
  });

  it.runIf(version !== "eslint-9-15")("lints in several threads", () => {
    expect(lint(project(), "--concurrency", "2")).toMatchObject({ status: 1, reports: broken });
  });

  it.runIf(version !== "eslint-9-15")("reads eslint.config.ts", () => {
    const config = `import convexAuthkit from "eslint-plugin-convex-authkit";
import { defineConfig } from "eslint/config";
export default defineConfig({ extends: [convexAuthkit.configs.recommended, convexAuthkit.configs.env] });
`;
    expect(lint(project(config, "eslint.config.ts"))).toMatchObject({ status: 1, reports: broken });
  });
});
