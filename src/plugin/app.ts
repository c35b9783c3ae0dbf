import { isEnvFileName, readEnvFile } from "../env-file/content.js";
import { parseEnvFile } from "../env-file/parse.js";
import type { App, EnvFileContent } from "../file-rule.js";
import { pathOfTemplate } from "../platform/convex-json.js";
import { CALLBACK_HANDLERS, frameworkOf, variableKind } from "../platform/env-variables.js";
import type { Framework } from "../platform/env-variables.js";
import { readRoute } from "../platform/routes.js";
import type { Route } from "../platform/routes.js";
import { filesBelow, listFolder, nearestJson, projectRoot, readText } from "../project/project.js";

/** More files than any app has routes, and than an editor reads without a pause. */
const MAX_FILES = 5_000;

const CODE = /\.[cm]?[jt]sx?$/u;

/** Looks at the app that a folder belongs to. Nothing is read before it is asked for. */
export function openApp(start: string): App {
  const manifest = nearestJson(start, "package.json");
  const folder = manifest?.folder ?? start;
  const framework = frameworkOf(dependenciesOf(manifest?.value));
  const routes = once(() => (framework == null ? null : readRoutes(folder, framework)));
  const envFiles = once(() => [...new Set([folder, start])].flatMap(readEnvFiles));
  return {
    folder,
    framework,
    envFiles,
    routes,
    callbackRoutes: once(() => {
      const handler = framework == null ? null : CALLBACK_HANDLERS[framework];
      return handler == null ? [] : (routes() ?? []).filter(({ file }) => readText(folder, file)?.includes(handler) === true);
    }),
    mayMention: (text) => {
      const root = projectRoot(folder);
      const files = filesBelow(root, MAX_FILES);
      return files == null || files.some((file) => CODE.test(file) && text.test(readText(root, file) ?? ""));
    },
    redirectPaths: once(() => readRedirectPaths(envFiles(), nearestJson(folder, "convex.json")?.value)),
  };
}

function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: read() }).value;
}

function dependenciesOf(manifest: unknown): readonly string[] {
  return ["dependencies", "devDependencies"].flatMap((list) => Object.keys(objectAt(manifest, list)));
}

/** The `.env` files that lie directly in a folder. */
export function readEnvFiles(folder: string): readonly EnvFileContent[] {
  return listFolder(folder)
    .files.filter(isEnvFileName)
    .flatMap((name) => {
      const text = readText(folder, name);
      return text == null ? [] : [readEnvFile(name, parseEnvFile(text))];
    });
}

/** The configuration that decides where the routes lie, or which paths they have: where it does, nothing is said about them. */
const ROUTING: Readonly<Record<Framework, RegExp | null>> = {
  next: /\b(?:basePath|i18n|pageExtensions|rewrites?)\b/u,
  "tanstack-start": /\b(?:base|basepath|routesDirectory|virtualRouteConfig)\b/u,
  "react-router": /\b(?:appDirectory|base|basename)\b/u,
  remix: /\b(?:appDirectory|base|basename|ignoredRouteFiles|routes)\b/u,
  expo: null,
  react: null,
};

const CONFIG_FILE = /^(?:src\/)?(?:app\.config|middleware|next\.config|proxy|react-router\.config|remix\.config|tsr\.config|vite\.config)\.[\w.]+$/u;

function readRoutes(folder: string, framework: Framework): readonly Route[] | null {
  const pattern = ROUTING[framework];
  const files = filesBelow(folder, MAX_FILES);
  if (pattern == null || files == null) return null;
  if (files.some((file) => CONFIG_FILE.test(file) && pattern.test(readText(folder, file) ?? ""))) return null;
  // The list of routes is code here, unless it leaves the work to the names of the files.
  if (framework === "react-router" && readText(folder, "app/routes.ts")?.includes("flatRoutes") !== true) return null;
  const routes = files.flatMap((file) => readRoute(framework, file) ?? []);
  return routes.length > 0 ? routes : null;
}

/** Examples alone name none: the file that was made from one may say something else. */
function readRedirectPaths(files: readonly EnvFileContent[], convexJson: unknown): readonly string[] | null {
  const paths = new Set<string>();
  let isExample = true;
  const add = (uri: string): boolean => {
    const path = pathOfTemplate(uri);
    if (path != null) paths.add(path);
    return path != null;
  };
  for (const { file, variables } of files) {
    for (const { kind, value } of variables) {
      if (kind !== "redirect-uri") continue;
      if (!add(value) && file.role !== "example") return null;
      isExample &&= file.role === "example";
    }
  }
  const { configured, local } = redirectUrisOf(convexJson);
  for (const uri of [...configured, ...local]) {
    if (!add(uri)) return null;
    isExample = false;
  }
  return isExample ? [] : [...paths];
}

function redirectUrisOf(convexJson: unknown): { readonly configured: readonly string[]; readonly local: readonly string[] } {
  const sections = Object.values(objectAt(convexJson, "authKit"));
  const lists = sections.map((section) => objectAt(section, "configure")["redirectUris"]);
  const texts = (values: readonly unknown[]): readonly string[] => values.filter((value) => typeof value === "string");
  const variables = sections.flatMap((section) => Object.entries(objectAt(section, "localEnvVars")));
  return {
    configured: texts(lists.flatMap((list) => (Array.isArray(list) ? (list as readonly unknown[]) : []))),
    local: texts(variables.filter(([name]) => variableKind(name) === "redirect-uri").map(([, value]) => value)),
  };
}

/** A member that holds an object; an empty one where there is none. */
function objectAt(value: unknown, name: string): Readonly<Record<string, unknown>> {
  const member = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : null;
  return typeof member === "object" && member !== null ? (member as Record<string, unknown>) : {};
}
