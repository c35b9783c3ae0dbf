/** The presets: what they contain, and that they cost nothing for files that are not ours. */
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { ESLint } from "eslint";
import type { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { makeFolder } from "../doctor/temp-folder.js";

const root = join(import.meta.dirname, "../..");
const { recommended, strict } = plugin.configs;

const onlyStrict = ["no-env-fallback", "no-public-env-name", "no-unreachable-provider", "require-shared-issuer-provider"];

function rulesIn(configs: readonly Linter.Config[]): Record<string, unknown> {
  return Object.assign({}, ...configs.map(({ rules }) => rules)) as Record<string, unknown>;
}

describe.each([
  ["recommended", recommended],
  ["strict", strict],
])("%s", (name, configs) => {
  it("is one object that names itself and the files that it is for", () => {
    expect(configs).toHaveLength(1);
    expect(configs[0]).toMatchObject({ name: `convex-authkit/${name}`, files: ["**/auth.config.{ts,js,mts,cts,mjs,cjs,tsx,jsx}"] });
    expect(Object.keys(configs[0] ?? {}).sort()).toEqual(["files", "languageOptions", "name", "plugins", "rules"]);
  });

  it("brings the plugin itself, so that a user may name it, too", () => {
    // ESLint refuses two objects under one name.
    expect(configs[0]?.plugins?.["convex-authkit"] === plugin).toBe(true);
  });

  it("names rules that exist", () => {
    expect(Object.keys(rulesIn(configs)).filter((rule) => plugin.rules[rule.replace("convex-authkit/", "")] == null)).toEqual([]);
  });

  it.each(["ts", "js", "mts", "cts", "mjs", "cjs", "tsx", "jsx"])("is used by ESLint for auth.config.%s, wherever it lies", async (extension) => {
    const eslint = new ESLint({ cwd: makeFolder({}), overrideConfigFile: true, overrideConfig: configs });
    const config = (await eslint.calculateConfigForFile(`packages/a/convex/auth.config.${extension}`)) as Linter.Config;
    const levels = Object.entries(rulesIn(configs)).map(([rule, level]) => [rule, [level === "error" ? 2 : 1]]);
    expect(config.rules).toEqual(Object.fromEntries(levels));
    const [result] = await eslint.lintText("export default { providers: [] };\n", { filePath: `a/auth.config.${extension}` });
    expect(result?.messages).toEqual([]);
  });

  it.each(["convex/users.ts", "convex/auth.ts", "auth.config.json", "convex/my-auth.config.ts", "convex/auth.config.test.ts", ".env"])("is not used for %s", async (path) => {
    const eslint = new ESLint({ cwd: makeFolder({}), overrideConfigFile: true, overrideConfig: configs });
    const config = (await eslint.calculateConfigForFile(path)) as Linter.Config | undefined;
    expect(config?.rules ?? {}).toEqual({});
    expect(config?.plugins ?? []).not.toContain("convex-authkit");
  });
});

it("strict is recommended and the strict ones", () => {
  const added = Object.keys(rulesIn(strict)).filter((rule) => !(rule in rulesIn(recommended)));
  expect(added.sort()).toEqual(onlyStrict.map((rule) => `convex-authkit/${rule}`));
  expect(rulesIn(strict)).toMatchObject(rulesIn(recommended));
});

it("its parser can be named, as `eslint --print-config` and the cache need it", () => {
  const { languageOptions } = recommended[0] ?? {};
  expect(languageOptions?.["parser"]).toMatchObject({ meta: { name: "convex-authkit/typescript-parser", version: plugin.meta.version } });
});

describe("the parser", () => {
  const script = `
import { createRequire } from "node:module";
import { ESLint } from ${JSON.stringify(pathToFileURL(join(root, "node_modules/eslint/lib/api.js")).href)};
import plugin from ${JSON.stringify(pathToFileURL(join(root, "dist/index.js")).href)};

const [cwd, ...files] = process.argv.slice(1);
const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [{ files: ["**/*.js"] }, ...plugin.configs.strict] });
const results = await eslint.lintFiles(files);
const loaded = Object.keys(createRequire(import.meta.url).cache).filter((path) => /node_modules[/\\\\](?:@typescript-eslint|typescript)[/\\\\]/.test(path));
console.log(JSON.stringify({ linted: results.length, problems: results.flatMap(({ messages }) => messages).length, loaded: loaded.length }));
`;

  function lintInNewProcess(cwd: string, ...files: string[]): unknown {
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script, cwd, ...files], { cwd: root, encoding: "utf8" });
    expect(stderr).toBe("");
    return JSON.parse(stdout);
  }

  it("is not loaded for files that are not ours", () => {
    const folder = makeFolder({ "src/a.js": "export const a = 1;\n", "convex/users.js": "export const b = 2;\n", "convex/config.js": "module.exports = {};\n" });
    expect(lintInNewProcess(folder, ".")).toEqual({ linted: 3, problems: 0, loaded: 0 });
  });

  it("is loaded for one that is", () => {
    const folder = makeFolder({ "src/a.js": "export const a = 1;\n", "convex/auth.config.ts": "export default { providers: [] } satisfies object;\n" });
    expect(lintInNewProcess(folder, ".")).toMatchObject({ linted: 2, problems: 0, loaded: expect.any(Number) as number });
    expect(lintInNewProcess(folder, ".")).not.toMatchObject({ loaded: 0 });
  });
});
