/** The presets: what they contain, and that they cost nothing for files that are not ours. */
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import js from "@eslint/js";
import { ESLint } from "eslint";
import type { Linter } from "eslint";
import { describe, expect, it, vi } from "vitest";
import plugin from "../../src/index.js";
import type { AuthKitRule } from "../../src/plugin/rule-meta.js";
import { makeFolder } from "../doctor/temp-folder.js";

const root = join(import.meta.dirname, "../..");
const { recommended, strict, env } = plugin.configs;

function rulesIn(configs: readonly Linter.Config[]): Record<string, unknown> {
  return Object.assign({}, ...configs.map(({ rules }) => rules)) as Record<string, unknown>;
}

/** The rules of configs as ESLint resolves them. */
function levelsOf(configs: readonly Linter.Config[]): Record<string, unknown> {
  const levels: Record<string, number> = { error: 2, warn: 1, off: 0 };
  return Object.fromEntries(Object.entries(rulesIn(configs)).map(([rule, level]) => [rule, [levels[String(level)]]]));
}

function onlyOurs(rules: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rules).filter(([rule]) => rule.startsWith("convex-authkit/")));
}

/** The rules that ESLint runs on a file, which none of these configs is for. */
async function usedRules(configs: Linter.Config[], path: string): Promise<unknown> {
  const eslint = new ESLint({ cwd: makeFolder({}), overrideConfigFile: true, overrideConfig: configs });
  const config = (await eslint.calculateConfigForFile(path)) as Linter.Config | undefined;
  expect(config?.plugins ?? []).not.toContain("convex-authkit");
  return config?.rules ?? {};
}

const configFiles = ["**/auth.config.{ts,js,mts,cts,mjs,cjs,tsx,jsx}"];
const routeFiles = ["**/app/**/route.{ts,js,tsx,jsx}"];

describe.each([
  ["recommended", recommended],
  ["strict", strict],
])("%s", (name, configs) => {
  it("is one object for each kind of code, which names itself and the files that it is for", () => {
    expect(configs.map(({ name, files }) => ({ name, files }))).toEqual([
      { name: `convex-authkit/${name}`, files: configFiles },
      { name: `convex-authkit/${name}/callback-route`, files: routeFiles },
    ]);
    for (const config of configs)
      expect(Object.keys(config).sort()).toEqual(["files", "languageOptions", "name", "plugins", "rules"]);
  });

  it.each(["ts", "js", "mts", "cts", "mjs", "cjs", "tsx", "jsx"])(
    "is used by ESLint for auth.config.%s, wherever it lies",
    async (extension) => {
      const eslint = new ESLint({ cwd: makeFolder({}), overrideConfigFile: true, overrideConfig: configs });
      const config = (await eslint.calculateConfigForFile(
        `packages/a/convex/auth.config.${extension}`,
      )) as Linter.Config;
      expect(config.rules).toEqual(levelsOf(configs.slice(0, 1)));
      const [result] = await eslint.lintText("export default { providers: [] };\n", {
        filePath: `a/auth.config.${extension}`,
      });
      expect(result?.messages).toEqual([]);
    },
  );

  it.each([
    "app/callback/route.ts",
    "apps/web/src/app/(auth)/api/auth/callback/route.tsx",
    "app/route.js",
    "app/[...all]/route.jsx",
  ])("is used by ESLint for %s", async (path) => {
    const eslint = new ESLint({ cwd: makeFolder({}), overrideConfigFile: true, overrideConfig: configs });
    const config = (await eslint.calculateConfigForFile(path)) as Linter.Config;
    expect(config.rules).toEqual({ "convex-authkit/callback-route": [1] });
    const [result] = await eslint.lintText("export const GET: () => Response = () => new Response();\n", {
      filePath: path,
    });
    expect(result?.messages).toEqual([]);
  });

  it.each([
    "convex/users.ts",
    "convex/auth.ts",
    "auth.config.json",
    "convex/my-auth.config.ts",
    "convex/auth.config.test.ts",
    "app/callback/page.tsx",
    "src/routes/route.ts",
    ".env",
    "convex.json",
  ])("is not used for %s", async (path) => expect(await usedRules(configs, path)).toEqual({}));
});

describe("env", () => {
  it("is one object for each kind of file, which names itself, its files and their language", () => {
    expect(env.map(({ name, files, language }) => ({ name, files, language }))).toEqual([
      { name: "convex-authkit/env", files: ["**/.env", "**/.env.*", "**/*.env"], language: "convex-authkit/dotenv" },
      { name: "convex-authkit/env/convex-json", files: ["**/convex.json"], language: "json/json" },
    ]);
    expect(env.map((config) => Object.keys(config).sort())).toEqual([
      ["files", "ignores", "language", "name", "plugins", "rules"],
      ["files", "language", "name", "plugins", "rules"],
    ]);
  });

  it("leaves convex.json alone where `@eslint/json` cannot be loaded, as in a browser", () => {
    vi.stubGlobal("process", undefined);
    const names = plugin.configs.env.map(({ name }) => name);
    vi.unstubAllGlobals();
    expect(names).toEqual(["convex-authkit/env"]);
  });

  it.each([
    ".env",
    ".env.local",
    ".env.production",
    "apps/web/.env.production.local",
    ".env.example",
    ".env.convex.prod",
    "config/prod.env",
  ])("is used by ESLint for %s", async (path) => {
    const eslint = new ESLint({ cwd: makeFolder({}), overrideConfigFile: true, overrideConfig: env });
    const config = (await eslint.calculateConfigForFile(path)) as Linter.Config;
    expect(config.rules).toEqual(levelsOf(env.slice(0, 1)));
    const [result] = await eslint.lintText("# nothing\nA='b'\n", { filePath: path });
    expect(result?.messages).toEqual([]);
  });

  it.each(["convex.json", "packages/backend/convex.json"])("is used by ESLint for %s", async (path) => {
    const eslint = new ESLint({ cwd: makeFolder({}), overrideConfigFile: true, overrideConfig: env });
    const config = (await eslint.calculateConfigForFile(path)) as Linter.Config;
    const levels = Object.entries(config.rules ?? {});
    expect(Object.fromEntries(levels.filter(([rule]) => rule.startsWith("convex-authkit/")))).toEqual(
      onlyOurs(levelsOf(env.slice(1))),
    );
    // What crashes on JSON is switched off, and nothing else is touched.
    expect(
      levels.filter(([rule, level]) => !rule.startsWith("convex-authkit/") && (level as readonly unknown[])[0] !== 0),
    ).toEqual([]);
    const [result] = await eslint.lintText('{ "functions": "convex/" }\n', { filePath: path });
    expect(result?.messages).toEqual([]);
  });

  it.each([
    ".envrc",
    "env.ts",
    ".environment",
    ".env.ts",
    ".env.production.json",
    "apps/web/.env.gpg",
    "package.json",
    "convex/auth.config.ts",
    "app/callback/route.ts",
  ])("is not used for %s", async (path) => expect(await usedRules(env, path)).toEqual({}));

  it("lets ESLint's own presets run on its files", async () => {
    const eslint = new ESLint({
      cwd: makeFolder({}),
      overrideConfigFile: true,
      overrideConfig: [js.configs.all, ...env],
    });
    for (const [filePath, text] of [
      [".env.local", "# why\nA=b\n"],
      ["convex.json", '{ "functions": "convex/" }\n'],
    ] as const) {
      const [result] = await eslint.lintText(text, { filePath });
      expect(
        result?.messages.filter(
          ({ fatal, ruleId }) => fatal === true || ruleId?.startsWith("convex-authkit/") === true,
        ),
      ).toEqual([]);
    }
  });

  it("is the same object each time, as far as its plugin goes", () => {
    expect(plugin.configs.env.map(({ plugins }) => plugins?.["convex-authkit"] === plugin)).toEqual([true, true]);
  });
});

describe.each([
  ["recommended", recommended],
  ["strict", strict],
  ["env", env],
])("%s", (_, configs) => {
  it("brings the plugin itself, so that a user may name it, too", () => {
    // ESLint refuses two objects under one name.
    expect(configs.filter(({ plugins }) => plugins?.["convex-authkit"] !== plugin)).toEqual([]);
  });

  it("names rules that exist", () => {
    expect(
      Object.keys(onlyOurs(rulesIn(configs))).filter(
        (rule) => plugin.rules[rule.replace("convex-authkit/", "")] == null,
      ),
    ).toEqual([]);
  });
});

it("together they hold every rule once", () => {
  const names = [...strict, ...env].flatMap(({ rules = {} }) =>
    Object.keys(rules).filter((rule) => rule.startsWith("convex-authkit/")),
  );
  expect(names.sort()).toEqual(
    Object.keys(plugin.rules)
      .map((rule) => `convex-authkit/${rule}`)
      .sort(),
  );
});

it("strict is recommended and the strict ones", () => {
  const added = Object.keys(rulesIn(strict)).filter((rule) => !(rule in rulesIn(recommended)));
  const rules = plugin.rules as Readonly<Record<string, AuthKitRule>>;
  const onlyStrict = Object.entries(rules).filter(([, { meta }]) => meta.docs.preset === "strict");
  expect(added).not.toEqual([]);
  expect(added.sort()).toEqual(onlyStrict.map(([rule]) => `convex-authkit/${rule}`).sort());
  expect(rulesIn(strict)).toMatchObject(rulesIn(recommended));
});

it("its parser can be named, as `eslint --print-config` and the cache need it", () => {
  const { languageOptions } = recommended[0] ?? {};
  expect(languageOptions?.["parser"]).toMatchObject({
    meta: { name: "convex-authkit/typescript-parser", version: plugin.meta.version },
  });
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
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script, cwd, ...files], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    return JSON.parse(stdout);
  }

  it("is not loaded for files that are not ours", () => {
    const folder = makeFolder({
      "src/a.js": "export const a = 1;\n",
      "convex/users.js": "export const b = 2;\n",
      "convex/config.js": "module.exports = {};\n",
    });
    expect(lintInNewProcess(folder, ".")).toEqual({ linted: 3, problems: 0, loaded: 0 });
  });

  it("is loaded for one that is", () => {
    const folder = makeFolder({
      "src/a.js": "export const a = 1;\n",
      "convex/auth.config.ts": "export default { providers: [] } satisfies object;\n",
    });
    expect(lintInNewProcess(folder, ".")).toMatchObject({
      linted: 2,
      problems: 0,
      loaded: expect.any(Number) as number,
    });
    expect(lintInNewProcess(folder, ".")).not.toMatchObject({ loaded: 0 });
  });
});
