import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { clearCaches } from "@typescript-eslint/parser";
import { ESLint } from "eslint";
import { ESLint as ESLint9 } from "eslint9";
import { ESLint as ESLint915 } from "eslint-9-15";
import { describe, expect, it } from "vitest";
import { readBlocks, readPages } from "../../scripts/docs/check.js";
import { makeFolder } from "../doctor/temp-folder.js";

const root = join(import.meta.dirname, "../..");
// The packages do not know each other's types.
const engines = [ESLint, ESLint9 as unknown as typeof ESLint, ESLint915 as unknown as typeof ESLint];

const configs = new Map(
  readPages()
    .flatMap(readBlocks)
    .filter(({ kind }) => kind === "config")
    .map((block) => [block.rule, block.code]),
);

const clientId = "${process.env.WORKOS_CLIENT_ID}";
const shared = `    {
      type: "customJwt",
      issuer: "https://api.workos.com/",
      algorithm: "RS256",
      applicationID: process.env.WORKOS_CLIENT_ID,
      jwks: \`https://api.workos.com/sso/jwks/${clientId}\`,
    },
`;
const userManagement = `    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/${clientId}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/${clientId}\`,
    },
`;
const withAudience = userManagement.replace("      jwks", "      applicationID: process.env.WORKOS_CLIENT_ID,\n      jwks");
const configOf = (...providers: string[]) => `export default {\n  providers: [\n${providers.join("")}  ],\n};\n`;
const sound = configOf(shared, userManagement);
const broken = configOf(shared, withAudience);

const report = "convex-authkit/no-user-management-application-id";

/** What build tools leave behind, with the comments that ESLint complains about. */
const generated = {
  "convex/_generated/api.js": "/* eslint-disable */\nexport const api = {};\n",
  ".next/server.js": "/* eslint-disable @next/next/no-img-element */\nexport {};\n",
};

/** A project with real dependencies and one of the configs of the docs. */
function makeProject(config: string, files: Record<string, string>): string {
  const folder = makeFolder({ ".git/": "", "package.json": '{ "type": "module" }', "eslint.config.js": config, ...files });
  const link = (name: string, target: string) => {
    const path = join(folder, "node_modules", name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path, "junction");
  };
  link("eslint-plugin-convex-authkit", root);
  for (const name of ["@convex-dev/eslint-plugin", "@eslint/js", "eslint", "typescript-eslint"]) link(name, join(root, "node_modules", name));
  return folder;
}

/** What is reported in which files of a project. */
async function lint(folder: string, Engine: typeof ESLint, fix = false): Promise<Record<string, (string | null)[]>> {
  // The parser remembers the folders of all configs that this process has loaded.
  clearCaches();
  const results = await new Engine({ cwd: folder, fix }).lintFiles(["."]);
  if (fix) await Engine.outputFixes(results);
  const reports = results.map(({ filePath, messages }) => [
    filePath.slice(folder.length + 1).replaceAll("\\", "/"),
    messages.map(({ ruleId, message }) => ruleId ?? message),
  ]);
  return Object.fromEntries(reports);
}

describe.each(engines.map((Engine) => [Engine.version, Engine] as const))("with ESLint %s, the config for", (_, Engine) => {
  it.each(["readme", "nothing-set-up", "typescript-eslint", "convex-dev"])("%s finds and repairs a defect, and nothing else", async (name) => {
    // Without a package.json beside it, Convex's own plugin does not take the folder for a project, so that one rule speaks.
    const folder = makeProject(configNamed(name), { "app/convex/auth.config.ts": broken, ...generated });
    const reports = { "app/convex/auth.config.ts": [report], "eslint.config.js": [] };
    expect(await lint(folder, Engine)).toEqual(reports);
    expect(await lint(folder, Engine, true)).toEqual({ ...reports, "app/convex/auth.config.ts": [] });
    expect(readFileSync(join(folder, "app/convex/auth.config.ts"), "utf8")).toBe(sound);
  });

  it("monorepo knows each package", async () => {
    const folder = makeProject(configNamed("monorepo"), {
      "apps/admin/convex/auth.config.ts": broken,
      "apps/web/auth.config.ts": 'import GitHub from "next-auth/providers/github";\n\nexport default { providers: [GitHub] };\n',
      "apps/web/.next/server.js": generated[".next/server.js"],
      "packages/api/convex.json": '{ "functions": "src/server" }',
      "packages/api/src/server/auth.config.ts": broken,
      "packages/api/src/server/_generated/api.js": generated["convex/_generated/api.js"],
      "packages/backend/convex/auth.config.ts": broken,
    });
    expect(await lint(folder, Engine)).toEqual({
      "apps/admin/convex/auth.config.ts": [],
      "apps/web/auth.config.ts": [],
      "eslint.config.js": [],
      "packages/api/src/server/auth.config.ts": [report],
      "packages/backend/convex/auth.config.ts": [report],
    });
  });

  it("tokens-carry-audience knows that `applicationID` is right", async () => {
    const folder = makeProject(configNamed("tokens-carry-audience"), { "convex/auth.config.ts": broken, ...generated });
    expect(await lint(folder, Engine)).toEqual({ "convex/auth.config.ts": [], "eslint.config.js": [] });
  });

  it("api-hostnames checks the host that it names", async () => {
    const own = sound.replaceAll("https://api.workos.com", "https://auth.example.com");
    const folder = makeProject(configNamed("api-hostnames"), {
      "sound/convex/auth.config.ts": own.replace(/ +applicationID.*\n/, ""),
      "broken/convex/auth.config.ts": own.replace(`user_management/${clientId}`, "user_management"),
      ...generated,
    });
    expect(await lint(folder, Engine)).toEqual({
      "sound/convex/auth.config.ts": [],
      "broken/convex/auth.config.ts": ["convex-authkit/valid-issuer"],
      "eslint.config.js": [],
    });
  });
});

describe("with `env`", () => {
  const id = "client_01HQ3V7Z8K9M2N4P5R6S7T8V9W";
  const floating = "@typescript-eslint/no-floating-promises";
  const files = {
    ".env.local": `WORKOS_CLIENT_ID=${id},\n`,
    "convex.json": '{ "authKit": { "development": {} } }\n',
    "convex/auth.config.ts": `${broken}\nPromise.resolve(1);\n`,
    "convex/process.d.ts": "declare const process: { env: Record<string, string | undefined> };\n",
    "tsconfig.json": '{ "compilerOptions": { "lib": ["es2022"], "types": [] }, "include": ["convex"] }',
    ...generated,
  };

  it.each(engines.map((Engine) => [Engine.version, Engine] as const))("ESLint %s lints `.env` files and convex.json, and the presets of others lint code", async (_, Engine) => {
    const folder = makeProject(configNamed("env"), files);
    const reports = {
      ".env.local": ["convex-authkit/env-client-id"],
      "convex.json": ["convex-authkit/convex-json-authkit"],
      "convex/auth.config.ts": [report, floating],
      "convex/process.d.ts": [],
      "eslint.config.js": [],
    };
    expect(await lint(folder, Engine)).toEqual(reports);
    expect(await lint(folder, Engine, true)).toEqual({ ...reports, ".env.local": [], "convex.json": [], "convex/auth.config.ts": [floating] });
    expect(readFileSync(join(folder, ".env.local"), "utf8")).toBe(`WORKOS_CLIENT_ID=${id}\n`);
    expect(readFileSync(join(folder, "convex.json"), "utf8")).toBe('{ "authKit": { "dev": {} } }\n');
  });

  it("ESLint's own presets may run on these files, those that need types may not", async () => {
    const own = configNamed("env").replace("files: [\"**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}\"],", "").replace("js.configs.recommended", "js.configs.all");
    expect(own).toContain("js.configs.all");
    const reported = await lint(makeProject(own, files), ESLint);
    expect(reported[".env.local"]).toContain("convex-authkit/env-client-id");
    expect(reported["convex.json"]).toContain("convex-authkit/convex-json-authkit");

    const typed = configNamed("env").replace("files: [\"**/*.{ts,mts,cts,tsx}\"],", "");
    expect(typed).not.toBe(configNamed("env"));
    await expect(lint(makeProject(typed, files), ESLint)).rejects.toThrow("type information");
  });

  it("ESLint's own JSON holds the text of a `.env` file", async () => {
    const folder = makeProject(configNamed("env"), files);
    const eslint = new ESLint({ cwd: folder });
    const { format } = await eslint.loadFormatter("json");
    expect(await format(await eslint.lintFiles([".env.local"]))).toContain(`WORKOS_CLIENT_ID=${id}`);
  });
});

it("no config of the docs is left out here", () => {
  const tested = ["env", "readme", "nothing-set-up", "typescript-eslint", "monorepo", "convex-dev", "tokens-carry-audience", "api-hostnames"];
  expect([...configs.keys()].sort()).toEqual(tested.sort());
});

it("without `ignores`, ESLint complains about generated files", async () => {
  const config = configNamed("nothing-set-up").replace(/^.*ignores.*\n/m, "");
  const folder = makeProject(config, { "convex/auth.config.ts": sound, ...generated });
  expect(await lint(folder, ESLint)).toEqual({
    ".next/server.js": [expect.any(String)],
    "convex/_generated/api.js": [expect.stringContaining("Unused eslint-disable directive")],
    "convex/auth.config.ts": [],
    "eslint.config.js": [],
  });
});

it("the presets fit into `defineConfig`", async () => {
  const config = `import convexAuthkit from "eslint-plugin-convex-authkit";
import { defineConfig } from "eslint/config";

export default defineConfig(convexAuthkit.configs.recommended, { extends: [convexAuthkit.configs.strict], files: ["advised/**"] });
`;
  const single = configOf(userManagement);
  const folder = makeProject(config, { "advised/convex/auth.config.ts": single, "convex/auth.config.ts": single });
  expect(await lint(folder, ESLint)).toEqual({
    "advised/convex/auth.config.ts": ["convex-authkit/require-shared-issuer-provider"],
    "convex/auth.config.ts": [],
    "eslint.config.js": [],
  });
});

it("type-aware rules of others go on working on auth.config", async () => {
  const config = configNamed("typescript-eslint").replace(
    "...tseslint.configs.recommended,",
    `...tseslint.configs.recommended,
  {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { "@typescript-eslint/no-floating-promises": "error" },
  },`,
  );
  const folder = makeProject(config, {
    "convex/auth.config.ts": `${broken}\nPromise.resolve(1);\n`,
    "tsconfig.json": '{ "compilerOptions": { "lib": ["es2022"], "types": [] }, "include": ["convex"] }',
  });
  expect(await lint(folder, ESLint)).toMatchObject({ "convex/auth.config.ts": [report, "@typescript-eslint/no-floating-promises"] });
});

describe("beside @convex-dev/eslint-plugin", () => {
  const noProcessEnv = "@convex-dev/no-process-env";
  const importEnv = 'import { env } from "./_generated/server";\n';
  const withConstant = (source: string, read: string) =>
    `const clientId = ${read};\n\n${source.replaceAll("process.env.WORKOS_CLIENT_ID", "clientId")}`;
  const withEnv = (source: string) => `${importEnv}\n${source.replaceAll("process.env", "env")}`;
  const damaged = broken.replace('"https://api.workos.com/"', '"<https://api.workos.com/>"').replace(/jwks: .*,/, 'jwks: "https://api.workos.com/sso/jwks",');
  const oidc = configOf('    {\n      domain: "https://api.workos.com/",\n      applicationID: process.env.WORKOS_CLIENT_ID,\n    },\n');
  const withoutReads = configOf(shared.replace(/ +applicationID.*\n/, "").replace(/jwks: .*,/, 'jwks: "https://api.workos.com/sso/jwks",'));

  const declarations = {
    "once the variable is declared": "type Env = {\n  readonly WORKOS_CLIENT_ID: string;\n};\nexport declare const env: Env;\n",
    "before Convex knows the declarations": "export declare const env: Record<string, string | undefined>;\n",
  };

  describe.each(Object.entries(declarations))("%s", (_, declaration) => {
    it.each([
      ["reads `process.env` in place", damaged, true],
      ["reads `process.env` into a constant", withConstant(damaged, "process.env.WORKOS_CLIENT_ID"), true],
      ["imports `env`", withEnv(damaged), false],
      ["imports `env` and reads it into a constant", importEnv + withConstant(damaged, "env.WORKOS_CLIENT_ID"), false],
      ["imports `env` and reads `process.env` as well", withEnv(damaged).replace("env.WORKOS", "process.env.WORKOS"), true],
      ["lacks a provider", configOf(shared), true],
      ["lacks a provider and imports `env`", withEnv(configOf(shared)), false],
      ["has the OIDC form", oidc, true],
      ["has the OIDC form and imports `env`", withEnv(oidc), false],
      ["reads nothing", withoutReads, false],
      ["imports `env` and reads nothing", importEnv + withoutReads, false],
    ])("one --fix repairs a file for both that %s", async (__, source, readsProcessEnv) => {
      const folder = makeProject(configNamed("convex-dev"), {
        "convex/auth.config.ts": source,
        "convex/_generated/server.d.ts": declaration,
        ...generated,
      });
      const path = join(folder, "convex/auth.config.ts");
      const before = (await lint(folder, ESLint))["convex/auth.config.ts"] ?? [];
      expect(before.some((rule) => rule?.startsWith("convex-authkit/"))).toBe(true);
      expect(before.includes(noProcessEnv)).toBe(readsProcessEnv);

      expect(await lint(folder, ESLint, true)).toEqual({ "convex/auth.config.ts": [], "eslint.config.js": [] });
      const fixed = readFileSync(path, "utf8");
      expect(fixed).not.toContain("process.env");
      expect(fixed.match(/import \{ env \}/g)).toHaveLength(1);

      await lint(folder, ESLint, true);
      expect(readFileSync(path, "utf8")).toBe(fixed);
    });
  });

  it("a variable that is not declared is left as it is read", async () => {
    const folder = makeProject(configNamed("convex-dev"), { "convex/auth.config.ts": broken });
    const reads = Array(sound.split("process.env").length - 1).fill(noProcessEnv);
    expect(await lint(folder, ESLint, true)).toMatchObject({ "convex/auth.config.ts": reads });
    expect(readFileSync(join(folder, "convex/auth.config.ts"), "utf8")).toBe(sound);
  });
});

function configNamed(name: string): string {
  const config = configs.get(name);
  if (config === undefined) throw new Error(`The docs have no config ${name}.`);
  return config;
}
