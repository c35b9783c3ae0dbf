/**
 * Which URL paths an app answers, by where its files lie.
 *
 * Source: the routing conventions of Next.js (https://nextjs.org/docs/app/getting-started/project-structure), TanStack Router
 * (https://tanstack.com/router/latest/docs/framework/react/routing/file-naming-conventions) and React Router
 * (https://reactrouter.com/how-to/file-route-conventions), which Remix shares.
 */
import type { Framework } from "./frameworks.js";

/** A file and the path that it answers. */
export interface Route {
  readonly file: string;
  /** Literal segments, `*` for any one segment, `**` for any number of them. */
  readonly segments: readonly string[];
}

/** The folders in which a framework looks for routes, relative to the app. */
const ROUTE_FOLDERS: Readonly<Record<Framework, readonly string[]>> = {
  next: ["app", "src/app", "pages", "src/pages"],
  "tanstack-start": ["src/routes", "app/routes"],
  "react-router": ["app/routes"],
  remix: ["app/routes"],
  // Their routers are code.
  expo: [],
  react: [],
};

/** The route that a file of an app is; null for one that is none. The path is relative to the app, with `/`. */
export function readRoute(framework: Framework, file: string): Route | null {
  const folder = ROUTE_FOLDERS[framework].find((each) => file.startsWith(`${each}/`));
  if (folder == null) return null;
  const [, path] = /^(.*)\.[jt]sx?$/su.exec(file.slice(folder.length + 1)) ?? [];
  if (path == null) return null;
  const segments = readSegments(framework, folder, path);
  return segments == null ? null : { file, segments };
}

function readSegments(framework: Framework, folder: string, path: string): readonly string[] | null {
  if (framework !== "next") return framework === "tanstack-start" ? tanStackSegments(path) : flatSegments(path);
  return folder.endsWith("app") ? appRouterSegments(path) : pagesRouterSegments(path);
}

/** Next.js, `app`: folders are segments, but for groups, slots and what is private. */
function appRouterSegments(path: string): readonly string[] | null {
  const names = path.split("/");
  const last = names.pop();
  if (last !== "route" && last !== "page") return null;
  if (names.some((name) => name.startsWith("_") || /^\(\.+\)/u.test(name))) return null;
  return names.filter((name) => !name.startsWith("@") && !/^\(.*\)$/u.test(name)).map(bracketSegment);
}

/** Next.js, `pages`: files are segments. */
function pagesRouterSegments(path: string): readonly string[] | null {
  if (/^_/u.test(path)) return null;
  return path
    .split("/")
    .filter((name, index, names) => name !== "index" || index < names.length - 1)
    .map(bracketSegment);
}

function bracketSegment(name: string): string {
  if (/^\[\[?\.\.\./u.test(name)) return "**";
  return name.startsWith("[") ? "*" : name;
}

/** TanStack Router: folders and dots are segments. */
function tanStackSegments(path: string): readonly string[] | null {
  const names = path.split("/").flatMap(splitAtDots);
  if (names.some((name) => name.startsWith("-") || name === "__root")) return null;
  const end = names.findLastIndex((name) => !TANSTACK_ROLE.test(name)) + 1;
  return names
    .slice(0, end)
    .filter((name) => !name.startsWith("_") && !/^\(.*\)$/u.test(name))
    .map(dollarSegment);
}

/** What the last part of a name may say about the file; older versions know more of them. */
const TANSTACK_ROLE = /^(?:component|errorComponent|index|lazy|loader|notFoundComponent|pendingComponent|route)$/u;

/** React Router and Remix: dots are segments, a folder is a file with others beside it. */
function flatSegments(path: string): readonly string[] | null {
  const name = path.replace(/\/(?:index|route)$/u, "");
  if (name.includes("/")) return null;
  const names = splitAtDots(name).filter((each) => !each.startsWith("_"));
  return names.map((each) => (each.startsWith("(") ? "**" : dollarSegment(each)));
}

/** A dot in brackets belongs to the name. */
function splitAtDots(name: string): readonly string[] {
  return name.split(/\.(?![^[]*\])/u);
}

/** What stands in brackets means itself, and may be any character: it counts as any text. */
function dollarSegment(name: string): string {
  if (name === "$" || name.startsWith("{")) return "**";
  return /[$[]/u.test(name) ? "*" : name.replace(/_$/u, "");
}

/** Whether a route answers a path, such as `/auth/callback`. */
export function answers({ segments }: Route, pathname: string): boolean {
  const names = pathname
    .split("/")
    .filter((name) => name !== "")
    .map(decoded);
  const splat = segments.indexOf("**");
  const fixed = splat === -1 ? segments : segments.slice(0, splat);
  if (splat === -1 ? names.length !== fixed.length : names.length < fixed.length) return false;
  return fixed.every((segment, index) => segment === "*" || decoded(segment) === names[index]);
}

/** A part of a path as a server compares it: `caf%C3%A9` in a URL is the folder `café`, and the folder `%5Fx` the path `_x`. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Whether a route may be what answers a path: some frameworks put the language in front of it. */
export function mayAnswer({ file, segments }: Route, pathname: string): boolean {
  return (
    answers({ file, segments }, pathname) ||
    (segments[0] === "*" && answers({ file, segments: segments.slice(1) }, pathname))
  );
}

/** The path of a route as a person writes it; null where it depends on the request. */
export function pathOf({ segments }: Route): string | null {
  return segments.some((segment) => segment.startsWith("*")) ? null : `/${segments.join("/")}`;
}

/** What is known about the routes of an app. */
export interface AppRoutes {
  /** Null where it cannot be said which paths the app answers. */
  readonly routes: () => readonly Route[] | null;
  /** Those of the routes whose files call the SDK's handler of the callback. */
  readonly callbackRoutes: () => readonly Route[];
}

/** Where an app certainly does not answer a path: the paths of its callback routes. Null where it may. */
export function callbackPathsInsteadOf(pathname: string, app: AppRoutes): readonly string[] | null {
  const routes = app.routes();
  if (routes == null || routes.some((route) => mayAnswer(route, pathname))) return null;
  return app.callbackRoutes().flatMap((route) => pathOf(route) ?? []);
}
