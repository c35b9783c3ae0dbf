/**
 * Bundles an auth config with esbuild and the options of `npx convex deploy`.
 *
 * @see https://github.com/get-convex/convex-backend/blob/main/npm-packages/convex/src/bundler/debugBundle.ts
 */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import type { BuildFailure, BuildOptions } from "esbuild";
import { evaluateModule, Unparsable } from "../isolate.js";
import type { Execution, FunctionBody, IsolateOptions } from "../isolate.js";
import { modules } from "./modules.js";

/** The options that Convex passes to esbuild, except for those that name files. */
export const convexOptions = {
  bundle: true,
  platform: "browser",
  format: "esm",
  target: "esnext",
  jsx: "automatic",
  conditions: ["convex", "module"],
  treeShaking: true,
  minifySyntax: true,
  minifyIdentifiers: true,
  keepNames: true,
  define: { "process.env.NODE_ENV": '"production"' },
  write: false,
  logLevel: "silent",
} satisfies BuildOptions;

/** What is left of an auth config after bundling: a body to run, or esbuild's complaint. */
export type Bundle = FunctionBody | { readonly unparsable: string };

const folder = writeModules();

const bundles = new Map<string, Promise<Bundle>>();

/** Bundles the text of an auth config together with the modules that it imports. The last ones are kept. */
export function bundle(filename: string, text: string): Promise<Bundle> {
  const key = `${filename}\n${text}`;
  const known = bundles.get(key);
  if (known !== undefined) return known;
  const [oldest] = bundles.keys();
  if (oldest !== undefined && bundles.size > 20) bundles.delete(oldest);
  const bundled = bundleAnew(filename, text);
  bundles.set(key, bundled);
  return bundled;
}

async function bundleAnew(filename: string, text: string): Promise<Bundle> {
  const loader = filename.endsWith(".js") ? "js" : "ts";
  try {
    const { outputFiles } = await build({
      ...convexOptions,
      define: { ...convexOptions.define, "import.meta": "importMeta" },
      stdin: { contents: text, loader, sourcefile: filename, resolveDir: folder },
    });
    return { path: filename, code: bodyOf(outputFiles[0]?.text ?? ""), kind: "module" };
  } catch (error) {
    const { errors } = error as Partial<BuildFailure>;
    if (errors === undefined) throw error;
    return { unparsable: errors.map((each) => each.text).join("; ") };
  }
}

/** Runs a bundle as Convex does. */
export function run(bundled: Bundle, options: IsolateOptions): Execution {
  return evaluateModule(() => {
    if ("unparsable" in bundled) throw new Unparsable(bundled.unparsable);
    return bundled;
  }, options);
}

/** The modules as files: esbuild then resolves them without asking this process. */
function writeModules(): string {
  const root = mkdtempSync(join(tmpdir(), "convex-authkit-programs-"));
  writeFileSync(join(root, "package.json"), '{ "name": "programs" }\n');
  writeFileSync(join(root, "tsconfig.json"), "{}\n");
  for (const [path, text] of Object.entries(modules)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, `${path}.js`), text);
  }
  return root;
}

const exportList = /^export \{([^}]*)\};\s*$/m;
const commonJsExport = /^export default (\w+\(\));\s*$/m;

/** esbuild writes all exports at the end of a bundle, as one list of names; CommonJS becomes the call that runs it. */
function bodyOf(code: string): string {
  const start = code.lastIndexOf("\nexport ") + 1;
  const [head, tail] = code.startsWith("export ", start) ? [code.slice(0, start), code.slice(start)] : [code, ""];
  const exported =
    commonJsExport.exec(tail)?.[1] ?? /([\w$]+) as default\b/.exec(exportList.exec(tail)?.[1] ?? "")?.[1];
  return `"use strict";\n${head}${exported === undefined ? "" : `exports.default = ${exported};\n`}`;
}
