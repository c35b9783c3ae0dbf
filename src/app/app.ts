import { isEnvFileName, readEnvFile } from "../env-file/content.js";
import type { EnvFileContent } from "../env-file/content.js";
import { parseEnvFile } from "../env-file/parse.js";
import { pathOfTemplate } from "../platform/convex-json.js";
import { variableKind } from "../platform/env-variables.js";
import { frameworkOf, mayHandleCallback, namesFramework } from "../platform/frameworks.js";
import type { Framework } from "../platform/frameworks.js";
import { readRoute } from "../platform/routes.js";
import type { AppRoutes, Route } from "../platform/routes.js";
import { isSameFolder } from "./disk.js";
import { dependenciesOf, objectAt } from "./manifests.js";
import { filesBelow, foldersUpToRoot, listFolder, mayHold, nearestJson, projectRoot, readText } from "./project.js";

/** What is known about the app that a file belongs to. */
export interface App extends AppRoutes {
  /** That of the nearest package.json: absolute. */
  readonly folder: string;
  /** Null where its dependencies do not name one of the AuthKit packages. */
  readonly framework: Framework | null;
  /** Whether code of the project, that of its other apps left out, may hold a text: true where there is too much of it to look. */
  readonly mayMention: (text: RegExp) => boolean;
  /** The paths of all redirect URIs that the app's `.env` files and its convex.json name; null where one of them cannot be read. */
  readonly redirectPaths: () => readonly string[] | null;
}

/** More files than any app has routes, and than an editor reads without a pause. */
const MAX_FILES = 5_000;

const CODE = /\.[cm]?[jt]sx?$/u;

/** Looks at the app that a folder belongs to. Nothing is read before it is asked for. */
export function openApp(start: string): App {
  const manifest = nearestJson(start, "package.json");
  const folder = manifest?.folder ?? start;
  const framework = frameworkOf(dependenciesOf(manifest?.value));
  const others = once(() => otherApps(folder));
  const routes = once(() => (framework == null ? null : readRoutes(folder, framework)));
  return {
    folder,
    framework,
    routes,
    callbackRoutes: once(() =>
      framework == null
        ? []
        : (routes() ?? []).filter(({ file }) => mayHandleCallback(readText(folder, file) ?? "", framework)),
    ),
    mayMention: (text) => mayHold(projectRoot(folder), { names: CODE, text, limit: MAX_FILES, except: others() }),
    redirectPaths: once(() => readRedirectPaths(start, framework)),
  };
}

function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: read() }).value;
}

/**
 * The folders of the other apps in the project, as paths that begin in its root: their code reads none of this app's variables. A package that another
 * one depends on may be part of this app, whatever it depends on itself, and an app inside of this one may read the same files.
 */
function otherApps(folder: string): readonly string[] {
  const root = projectRoot(folder);
  const manifests = filesBelow(root, MAX_FILES)?.filter((file) => /(?:^|\/)package\.json$/u.test(file)) ?? [];
  const packages = manifests.map((file) => {
    const path = file.slice(0, -"package.json".length);
    return { path, manifest: objectAt(nearestJson(`${root}/${path}`, "package.json"), "value") };
  });
  const own = packages.find(({ path }) => isSameFolder(root, path, folder))?.path;
  if (own == null) return [];
  const used = new Set<unknown>(
    packages.flatMap(({ manifest }) => dependenciesOf(manifest, "optionalDependencies", "peerDependencies")),
  );
  return packages
    .filter(
      ({ path, manifest }) =>
        !own.startsWith(path) &&
        !path.startsWith(own) &&
        namesFramework(dependenciesOf(manifest)) &&
        !used.has(manifest["name"]),
    )
    .map(({ path }) => path);
}

/** The `.env` files that lie directly in a folder. Of one that cannot be read nothing is known but that it is there. */
export function readEnvFiles(folder: string): readonly EnvFileContent[] {
  return listFolder(folder)
    .files.filter(isEnvFileName)
    .map((name) => readEnvFile(name, parseEnvFile(readText(folder, name) ?? "")));
}

/** What decides where the routes lie, which paths they have, or who answers first: where a configuration says such a thing, nothing is said about them. */
const ROUTING: Readonly<Record<Framework, RegExp | null>> = {
  next: /basePath|createServer|redirects|express|fastify|i18n|intl|locale|pageExtensions|rewrite/iu,
  "tanstack-start":
    /\b(?:appDirectory|base|basepath|indexToken|rewrites?|route(?:File\w+|Token)|routesDirectory|srcDirectory|virtualRouteConfig)\b/u,
  "react-router": /\b(?:appDirectory|base|basename|rewrites?)\b/u,
  remix: /\b(?:appDirectory|base|basename|ignoredRouteFiles|rewrites?|routes)\b/u,
  expo: null,
  react: null,
};

const CONFIG_FILE =
  /^(?:(?:app|src)\/)?(?:app\.config|middleware|next\.config|proxy|react-router\.config|remix\.config|router|server|tsr\.config|vercel|vite\.config)\.[\w.]+$/u;

function readRoutes(folder: string, framework: Framework): readonly Route[] | null {
  const pattern = ROUTING[framework];
  const files = filesBelow(folder, MAX_FILES);
  if (pattern == null || files == null) return null;
  const configs = files.filter((file) => CONFIG_FILE.test(file)).map((file) => readText(folder, file));
  if (configs.some((config) => config == null || pattern.test(config))) return null;
  if (
    framework === "react-router" &&
    !files.some((file) => /^app\/routes\.[cm]?[jt]s$/u.test(file) && isFlatRoutes(readText(folder, file)))
  )
    return null;
  // TanStack's name for a list of routes that is code.
  if (files.some((file) => /(?:^|\/)__virtual\.[cm]?[jt]s$/u.test(file))) return null;
  const routes = files.flatMap((file) => readRoute(framework, file) ?? []);
  return routes.length > 0 ? routes : null;
}

/** Whether a list of routes, which is code, leaves all of the work to the names of the files. */
function isFlatRoutes(code: string | null): boolean {
  return (
    code != null &&
    /\bflatRoutes\(\s*\)/u.test(code) &&
    !/\b(?:index|layout|prefix|relative|remixRoutesOptionAdapter|route)\s*\(/u.test(code)
  );
}

/**
 * The paths of all redirect URIs that the app's `.env` files and its `convex.json` name, those above the app in a monorepo included. Examples alone name
 * none: the file that was made from one may say something else.
 */
function readRedirectPaths(start: string, framework: Framework | null): readonly string[] | null {
  const folders = foldersUpToRoot(start);
  const projects = readConvexJsons(start);
  const isUnread = folders.some((folder) =>
    listFolder(folder).files.some((name) => isEnvFileName(name) && readText(folder, name) == null),
  );
  if (projects == null || isUnread) return null;
  const files = folders.flatMap(readEnvFiles).filter(({ file }) => file.role !== "convex");
  const redirectUrisIn = ({ variables }: EnvFileContent): readonly string[] =>
    variables
      .filter(({ kind, name }) => kind === "redirect-uri" && mayBeRead(name, framework))
      .map(({ value }) => value);
  const examples = files
    .filter(({ file }) => file.role === "example")
    .flatMap(redirectUrisIn)
    .map(pathOfTemplate);
  const others = files.filter(({ file }) => file.role !== "example").flatMap(redirectUrisIn);
  const named = [...others, ...projects.flatMap(redirectUrisOf)].map(pathOfTemplate);
  if (named.includes(null)) return null;
  return named.length === 0 ? [] : [...new Set([...named, ...examples])].filter((path) => path != null);
}

/** The SDK for Next.js reads the public name alone. */
function mayBeRead(name: string, framework: Framework | null): boolean {
  return framework !== "next" || name !== "WORKOS_REDIRECT_URI";
}

/** The nearest `convex.json`; where there is none above the app, all that the project has, since its backend may lie beside the app. */
function readConvexJsons(start: string): readonly unknown[] | null {
  const nearest = nearestJson(start, CONVEX_JSON);
  const root = projectRoot(start);
  const files = nearest == null ? filesBelow(root, MAX_FILES) : [];
  const others = files
    ?.filter((file) => file.endsWith(`/${CONVEX_JSON}`))
    .map((file) => nearestJson(`${root}/${file.slice(0, -CONVEX_JSON.length - 1)}`, CONVEX_JSON));
  const values = [nearest, ...(others ?? [])].flatMap((each) => (each == null ? [] : [each.value]));
  return files == null || values.includes(undefined) ? null : values;
}

const CONVEX_JSON = "convex.json";

function redirectUrisOf(convexJson: unknown): readonly string[] {
  const sections = Object.values(objectAt(convexJson, "authKit"));
  const lists = sections.map((section) => objectAt(section, "configure")["redirectUris"]);
  const configured = lists.flatMap((list) => (Array.isArray(list) ? (list as readonly unknown[]) : []));
  const local = sections
    .flatMap((section) => Object.entries(objectAt(section, "localEnvVars")))
    .filter(([name]) => variableKind(name) === "redirect-uri");
  return [...configured, ...local.map(([, value]) => value)].filter((value) => typeof value === "string");
}
