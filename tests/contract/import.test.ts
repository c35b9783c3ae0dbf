/** Importing the plugin: nothing but its own code at run time, nothing but ESLint's types at compile time. */
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../doctor/temp-folder.js";
import { versions } from "../hosts/project.js";

const root = join(import.meta.dirname, "../..");
const dist = join(root, "dist");

/** Prints every module that is loaded, ES or CommonJS; needs no file of its own. */
const hooks = `data:text/javascript,${encodeURIComponent(`
import { writeSync } from "node:fs";
export async function load(url, context, next) {
  writeSync(1, url + "\\n");
  return next(url, context);
}`)}`;

function modulesLoadedBy(script: string): string[] {
  const register = `data:text/javascript,${encodeURIComponent(`import { register } from "node:module"; register(${JSON.stringify(hooks)});`)}`;
  const end = `\nimport { createRequire } from "node:module";\nfor (const path of Object.keys(createRequire("${pathToFileURL(root).href}/x.js").cache)) console.log(path);\n`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--import", register, "--input-type=module", "--eval", script + end],
    { cwd: root, encoding: "utf8" },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.trim().split("\n");
}

const entry = pathToFileURL(join(dist, "index.js")).href;

describe("at run time", () => {
  it("loads one file of its own and nothing else", () => {
    const loaded = modulesLoadedBy(`await import("${entry}");`);
    expect(loaded.filter((url) => url !== "node:module")).toEqual([entry]);
  });

  it("loads the parser when a file is parsed", () => {
    const loaded = modulesLoadedBy(
      `const { default: plugin } = await import("${entry}");\nplugin.configs.recommended[0].languageOptions.parser.parseForESLint("", {});`,
    );
    expect(loaded.some((path) => path.includes("@typescript-eslint"))).toBe(true);
  });

  it("works where there is no process, as in a browser", () => {
    const script = `delete globalThis.process;\nconst { default: plugin } = await import("${entry}");\nif (Object.keys(plugin.rules).length === 0) throw new Error("no rules");`;
    const { stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
  });
});

describe("at compile time", () => {
  /** The declaration files that a file reaches, and the packages that they name. */
  function reach(
    file: string,
    files = new Set<string>(),
    packages = new Set<string>(),
  ): { files: Set<string>; packages: Set<string> } {
    if (files.has(file)) return { files, packages };
    files.add(file);
    const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
    for (const { fileName } of [...importedFiles, ...typeReferenceDirectives]) {
      if (fileName.startsWith(".")) reach(join(dirname(file), fileName.replace(/\.js$/u, ".d.ts")), files, packages);
      else packages.add(fileName);
    }
    return { files, packages };
  }

  it("needs ESLint's types and no others", () => {
    const { files, packages } = reach(join(dist, "index.d.ts"));
    expect([...packages]).toEqual(["eslint"]);
    expect([...files].map((file) => relative(dist, file)).filter((file) => file.startsWith(".."))).toEqual([]);
  });

  const consumer = `import convexAuthkit from "eslint-plugin-convex-authkit";
import type { ESLint, Linter, Rule } from "eslint";

const plugin: ESLint.Plugin = convexAuthkit;
const recommended: Linter.Config[] = convexAuthkit.configs.recommended;
const strict: Linter.Config[] = [...convexAuthkit.configs.strict];
const rule: Rule.RuleModule | undefined = convexAuthkit.rules["valid-issuer"];
const version: string = convexAuthkit.meta.version;

// @ts-expect-error There is no such preset.
convexAuthkit.configs.everything.length;
// @ts-expect-error The version is no number.
const wrong: number = convexAuthkit.meta.version;

export default [...recommended, ...strict, { plugins: { "convex-authkit": plugin } }, rule, version, wrong];
`;

  /** ESLint 9.15 has no `eslint/config` yet. */
  const extending = `import { defineConfig } from "eslint/config";
import convexAuthkit from "eslint-plugin-convex-authkit";

export default defineConfig(
  { files: ["convex/**"], extends: [convexAuthkit.configs.recommended] },
  { plugins: { "convex-authkit": convexAuthkit }, extends: ["convex-authkit/strict"] },
  convexAuthkit.configs.strict,
);
`;

  describe.each(versions)("in a project with nothing but the types of %s", (version) => {
    it.each([
      ["nodenext", { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }],
      ["bundler", { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
    ])("compiles with %s, strictly, libraries included", (_, resolution) => {
      const folder = makeFolder({
        "package.json": '{ "type": "module" }',
        "consumer.ts": consumer,
        "extending.ts": version === "eslint-9-15" ? "export {};" : extending,
        "node_modules/eslint": { linkTo: join(root, "node_modules", version) },
        "node_modules/eslint-plugin-convex-authkit/package.json": readFileSync(join(root, "package.json"), "utf8"),
      });
      cpSync(dist, join(folder, "node_modules/eslint-plugin-convex-authkit/dist"), { recursive: true });
      const program = ts.createProgram([join(folder, "consumer.ts"), join(folder, "extending.ts")], {
        ...resolution,
        target: ts.ScriptTarget.ES2022,
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
        types: [],
      });
      const diagnostics = ts
        .getPreEmitDiagnostics(program)
        .map(
          ({ file, messageText }) => `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
        );
      // What is wrong in ESLint's own declarations is not for us to repair.
      expect(diagnostics.filter((text) => text.startsWith(folder))).toEqual([]);
      expect(
        program
          .getSourceFiles()
          .some(({ fileName }) => fileName.endsWith("eslint-plugin-convex-authkit/dist/index.d.ts")),
      ).toBe(true);
    });
  });
});
