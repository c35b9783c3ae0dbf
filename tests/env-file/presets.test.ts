/** A user's presets for all files, and ours for `.env` files: whatever stands beside each other in a configuration, nothing ends the run. */
import { join } from "node:path";
import js from "@eslint/js";
import type { Linter } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { makeFolder } from "../doctor/temp-folder.js";
import { loadEngine, versions } from "../hosts/project.js";
import type { Version } from "../hosts/project.js";
import { loadCoreRules } from "./linters.js";

const files = {
  ".git/": "",
  ".env":
    "# Variables of the app\nWORKOS_CLIENT_ID=client_your_client_id_here\n\n\n\texport A='b\n\tc'  \nwhat is this\n",
  ".env.local": '\uFEFFWORKOS_API_HOSTNAME="https://auth.example.com"\r\n',
  "prod.env": "",
  "packages/backend/convex.json": '{\n  "authkit": {}\n}\n',
  "packages/backend/convex/auth.config.ts": "export default { providers: [] };\n",
  "app/callback/route.ts": "export const GET = () => undefined;\n",
  "eslint.config.js": "export default [];\n",
};

async function lint(version: Version, config: Linter.Config[]): Promise<Record<string, string[]>> {
  const folder = makeFolder(files);
  const Engine = await loadEngine(version);
  const eslint = new Engine({ cwd: folder, overrideConfigFile: true, overrideConfig: config });
  const results = await eslint.lintFiles(["."]);
  return Object.fromEntries(
    results.map(({ filePath, messages }) => [
      filePath.slice(join(folder, "/").length).replaceAll("\\", "/"),
      messages.map(({ ruleId, line, column, message }) => `${ruleId ?? message} ${String(line)}:${String(column)}`),
    ]),
  );
}

const expected = {
  ".env": ["convex-authkit/env-client-id 2:18", "convex-authkit/env-valid-line 7:1"],
  ".env.local": ["convex-authkit/env-api-hostname 1:21"],
  "prod.env": [],
  "packages/backend/convex.json": ["convex-authkit/convex-json-authkit 2:3"],
  "packages/backend/convex/auth.config.ts": [],
  "app/callback/route.ts": [],
  "eslint.config.js": [],
};

describe.each(versions)("%s", (version) => {
  it("finds with js.configs.recommended what it finds without", async () => {
    const own = [...plugin.configs.recommended, ...plugin.configs.env];
    expect(await lint(version, own)).toEqual(expected);
    expect(await lint(version, [js.configs.recommended, ...own])).toEqual(expected);
  });

  it("finds it with the presets of typescript-eslint", async () => {
    const config = [
      js.configs.recommended,
      ...tseslint.configs.recommended,
      ...tseslint.configs.stylistic,
      ...plugin.configs.recommended,
      ...plugin.configs.env,
    ] as Linter.Config[];
    expect(await lint(version, config)).toEqual(expected);
  });

  it("finds it with every rule of ESLint's own, in a configuration for all files", async () => {
    const rules = Object.fromEntries([...loadCoreRules(version).keys()].map((name) => [name, "error" as const]));
    const found = await lint(version, [{ name: "all", rules }, ...plugin.configs.recommended, ...plugin.configs.env]);
    const ours = Object.entries(expected).filter(([path]) => /\.env|\.json$/u.test(path));
    expect(ours.length).toBeGreaterThan(1);
    for (const [path, reports] of ours) expect(found[path], path).toEqual(reports);
  });

  it("names the configuration of a .env file", async () => {
    const Engine = await loadEngine(version);
    const eslint = new Engine({ cwd: makeFolder(files), overrideConfigFile: true, overrideConfig: plugin.configs.env });
    const config = (await eslint.calculateConfigForFile(".env.local")) as { language?: unknown; rules?: object };
    expect(Object.keys(config.rules ?? {})).toContain("convex-authkit/env-client-id");
    expect(JSON.stringify(config)).toContain("convex-authkit/dotenv");
  });
});
