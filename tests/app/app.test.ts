/** What rules get to know of the app around a file. */
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openApp, readEnvFiles } from "../../src/app/app.js";
import { pathOf } from "../../src/platform/routes.js";
import { makeFolder } from "../doctor/temp-folder.js";
import type { LinkTo } from "../doctor/temp-folder.js";

type Files = Record<string, string | LinkTo>;

const manifest = (...names: string[]): string =>
  JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, "1"])) });
const next = manifest("@workos-inc/authkit-nextjs", "next");
const tanStack = manifest("@workos/authkit-tanstack-react-start");
const reactRouter = manifest("@workos-inc/authkit-react-router");
const remix = manifest("@workos-inc/authkit-remix");

/** Code that calls the handler of an SDK. */
const handleAuth = 'import { handleAuth } from "@workos-inc/authkit-nextjs";\nexport const GET = handleAuth();\n';

/** A file that is there, and that no project in a folder for temporary files holds. */
const outsideFile = import.meta.filename;

/** Opens the app around a folder of a project. */
function open(files: Files, start = ""): ReturnType<typeof openApp> {
  return openApp(join(makeFolder({ ".git/": "", ...files }), start));
}

function routes(files: Files, start?: string): string[] | null {
  return (
    open(files, start)
      .routes()
      ?.map(({ segments }) => `/${segments.join("/")}`)
      .sort() ?? null
  );
}

describe("the app", () => {
  it("is where the nearest package.json lies", () => {
    const folder = makeFolder({
      ".git/": "",
      "package.json": "{}",
      "apps/web/package.json": next,
      "apps/web/src/": "",
    });
    expect(openApp(join(folder, "apps/web/src"))).toMatchObject({
      folder: join(folder, "apps/web"),
      framework: "next",
    });
    expect(openApp(join(folder, "apps"))).toMatchObject({ folder, framework: null });
  });

  it("is where the file lies, if there is none", () => {
    const folder = makeFolder({ ".git/": "", "a/": "" });
    expect(openApp(join(folder, "a"))).toMatchObject({ folder: join(folder, "a"), framework: null });
  });

  it("is not above the root of the project", () => {
    const folder = makeFolder({ "package.json": next, "a/.git/": "", "a/b/": "" });
    expect(openApp(join(folder, "a/b"))).toMatchObject({ folder: join(folder, "a/b"), framework: null });
  });

  it.each([
    { text: next, framework: "next" },
    { text: '{ "devDependencies": { "@workos-inc/authkit-remix": "1" } }', framework: "remix" },
    { text: '\uFEFF{ "dependencies": { "expo": "1" } }', framework: "expo" },
    { text: '{ "dependencies": ["expo"] }', framework: null },
    { text: '{ "dependencies": "expo" }', framework: null },
    { text: '{ "dependencies": null }', framework: null },
    { text: "null", framework: null },
    { text: "[]", framework: null },
    { text: "{", framework: null },
    { text: "", framework: null },
  ])("of $text uses $framework", ({ text, framework }) => {
    expect(open({ "package.json": text }).framework).toBe(framework);
  });

  it.each(["", "apps/web", "."])("of a text without a place (%j) is unknown", (start) => {
    const app = openApp(start);
    expect(app).toMatchObject({ folder: start, framework: null });
    expect(app.routes()).toBeNull();
    expect(app.callbackRoutes()).toEqual([]);
    expect(app.redirectPaths()).toEqual([]);
    expect(app.mayMention(/./u)).toBe(false);
  });
});

describe("the routes", () => {
  it.each([
    {
      of: "Next.js",
      files: {
        "package.json": next,
        "app/page.tsx": "",
        "app/(auth)/callback/route.ts": "",
        "src/pages/api/x.ts": "",
        "app/layout.tsx": "",
      },
      found: ["/", "/api/x", "/callback"],
    },
    {
      of: "TanStack Start",
      files: { "package.json": tanStack, "src/routes/__root.tsx": "", "src/routes/api.auth.callback.tsx": "" },
      found: ["/api/auth/callback"],
    },
    {
      of: "Remix",
      files: { "package.json": remix, "app/root.tsx": "", "app/routes/auth.callback.tsx": "" },
      found: ["/auth/callback"],
    },
    {
      of: "React Router",
      files: {
        "package.json": reactRouter,
        "app/routes.ts": "export default flatRoutes() satisfies RouteConfig;",
        "app/routes/auth.callback.tsx": "",
      },
      found: ["/auth/callback"],
    },
    {
      of: "React Router in JavaScript",
      files: {
        "package.json": reactRouter,
        "app/routes.js": "export default await flatRoutes( );",
        "app/routes/a.jsx": "",
      },
      found: ["/a"],
    },
    {
      of: "Next.js with a configuration about something else",
      files: {
        "package.json": next,
        "app/a/route.ts": "",
        "next.config.ts": "export default { reactStrictMode: true };",
        "src/proxy.ts": "export default authkitMiddleware();",
      },
      found: ["/a"],
    },
    {
      of: "Next.js without any configuration in that folder",
      files: { "package.json": next, "app/a/route.ts": "", "lib/next.config.ts": "basePath" },
      found: ["/a"],
    },
    {
      of: "an app that has folders like those of builds",
      files: { "package.json": next, "app/build/callback/route.ts": "", "build/app/x/route.ts": "" },
      found: ["/build/callback"],
    },
  ] as { of: string; files: Files; found: string[] }[])("of $of", ({ files, found }) => {
    expect(routes(files)).toEqual(found);
  });

  it.each([
    { why: "no framework", files: { "package.json": "{}", "app/a/route.ts": "" } },
    { why: "a router that is code", files: { "package.json": manifest("expo"), "app/a.tsx": "" } },
    {
      why: "a router in the browser",
      files: { "package.json": manifest("@workos-inc/authkit-react"), "src/routes/a.tsx": "" },
    },
    { why: "no route at all", files: { "package.json": next, "lib/a.ts": "" } },
    {
      why: "basePath",
      files: { "package.json": next, "app/a/route.ts": "", "next.config.mjs": 'export default { basePath: "/docs" };' },
    },
    {
      why: "rewrites",
      files: {
        "package.json": next,
        "app/a/route.ts": "",
        "next.config.js": "module.exports = { async rewrites() { return []; } };",
      },
    },
    {
      why: "rewrites of the host",
      files: { "package.json": next, "app/a/route.ts": "", "vercel.json": '{ "rewrites": [] }' },
    },
    {
      why: "i18n",
      files: { "package.json": next, "pages/a.tsx": "", "next.config.js": "module.exports = { i18n: {} };" },
    },
    {
      why: "pageExtensions",
      files: {
        "package.json": next,
        "app/a/route.ts": "",
        "next.config.ts": 'export default { pageExtensions: ["api.ts"] };',
      },
    },
    {
      why: "a middleware for languages",
      files: {
        "package.json": next,
        "app/[locale]/a/route.ts": "",
        "middleware.ts": 'import createMiddleware from "next-intl/middleware";',
      },
    },
    {
      why: "a proxy that rewrites",
      files: { "package.json": next, "app/a/route.ts": "", "src/proxy.ts": "NextResponse.rewrite(url);" },
    },
    {
      why: "a server of its own",
      files: { "package.json": next, "app/a/route.ts": "", "server.js": 'const express = require("express");' },
    },
    {
      why: "a base of Vite",
      files: {
        "package.json": tanStack,
        "src/routes/a.tsx": "",
        "vite.config.ts": 'export default { base: "/docs" };',
      },
    },
    {
      why: "another folder",
      files: {
        "package.json": tanStack,
        "src/routes/a.tsx": "",
        "tsr.config.json": '{ "routesDirectory": "./src/pages" }',
      },
    },
    {
      why: "another folder for sources",
      files: {
        "package.json": tanStack,
        "src/routes/a.tsx": "",
        "vite.config.ts": 'tanstackStart({ srcDirectory: "app" })',
      },
    },
    {
      why: "a prefix of route files",
      files: { "package.json": tanStack, "src/routes/a.tsx": "", "tsr.config.json": '{ "routeFilePrefix": "r-" }' },
    },
    {
      why: "a base path of the router",
      files: {
        "package.json": tanStack,
        "src/routes/a.tsx": "",
        "src/router.tsx": 'createRouter({ routeTree, basepath: "/docs" });',
      },
    },
    {
      why: "a list of routes in code",
      files: { "package.json": tanStack, "src/routes/a.tsx": "", "src/routes/b/__virtual.ts": "" },
    },
    { why: "no list of routes", files: { "package.json": reactRouter, "app/routes/a.tsx": "" } },
    {
      why: "a list of routes of React Router",
      files: {
        "package.json": reactRouter,
        "app/routes/a.tsx": "",
        "app/routes.ts": 'export default [route("a", "a.tsx")];',
      },
    },
    {
      why: "more than the names of files",
      files: {
        "package.json": reactRouter,
        "app/routes/a.tsx": "",
        "app/routes.ts": '[...(await flatRoutes()), route("a", "a.tsx")]',
      },
    },
    {
      why: "names of files in another folder",
      files: {
        "package.json": reactRouter,
        "app/routes/a.tsx": "",
        "app/routes.ts": 'flatRoutes({ rootDirectory: "pages" })',
      },
    },
    {
      why: "a base name",
      files: {
        "package.json": reactRouter,
        "app/routes/a.tsx": "",
        "app/routes.ts": "flatRoutes()",
        "react-router.config.ts": 'export default { basename: "/x" };',
      },
    },
    {
      why: "a configuration outside the project",
      files: { "package.json": next, "app/a/route.ts": "", "next.config.js": { linkTo: outsideFile } },
    },
    {
      why: "a list of routes outside the project",
      files: { "package.json": reactRouter, "app/routes/a.tsx": "", "app/routes.ts": { linkTo: outsideFile } },
    },
    {
      why: "routes of Remix in code",
      files: { "package.json": remix, "app/routes/a.tsx": "", "vite.config.ts": "remix({ routes(define) {} })" },
    },
    {
      why: "ignored files",
      files: {
        "package.json": remix,
        "app/routes/a.tsx": "",
        "remix.config.js": 'module.exports = { ignoredRouteFiles: ["**/a"] };',
      },
    },
  ] as { why: string; files: Files }[])("are unknown: $why", ({ files }) => {
    expect(routes(files)).toBeNull();
  });

  it("are unknown where there are too many files", () => {
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`lib/${String(index)}.ts`, ""]));
    const app = open({ "package.json": next, "app/a/route.ts": "", ...many });
    expect(app.routes()).toBeNull();
    expect(app.redirectPaths()).toBeNull();
    expect(app.mayMention(/nowhere/u)).toBe(true);
  });

  it("are those of the app itself, in a monorepo", () => {
    const files = {
      "package.json": '{ "workspaces": ["apps/*"] }',
      "apps/web/package.json": next,
      "apps/web/app/callback/route.ts": "",
      "apps/admin/package.json": next,
      "apps/admin/app/auth/callback/route.ts": "",
      "packages/backend/package.json": manifest("convex"),
      "packages/backend/convex/auth.config.ts": "",
    };
    expect(routes(files, "apps/web")).toEqual(["/callback"]);
    expect(routes(files, "apps/admin/app/auth/callback")).toEqual(["/auth/callback"]);
    expect(routes(files, "packages/backend")).toBeNull();
    expect(routes(files)).toBeNull();
  });

  it("leave out links to folders, and count links to files", () => {
    const outside = makeFolder({ "callback/route.ts": "" });
    expect(
      routes({
        "package.json": next,
        "lib/route.ts": "",
        "app/a/route.ts": { linkTo: "../../lib/route.ts" },
        "app/b": { linkTo: outside },
      }),
    ).toEqual(["/a"]);
  });

  it("are looked for once", () => {
    const folder = makeFolder({ ".git/": "", "package.json": next, "app/a/route.ts": "" });
    const app = openApp(folder);
    expect(app.routes()).toBe(app.routes());
    expect(openApp(folder).routes()).not.toBe(app.routes());
  });
});

describe("the callback routes", () => {
  const found = (files: Files): (string | null)[] => open(files).callbackRoutes().map(pathOf);

  it.each([
    {
      of: "Next.js",
      files: {
        "package.json": next,
        "app/callback/route.ts": handleAuth,
        "app/other/route.ts": "export const GET = () => null;",
      },
      paths: ["/callback"],
    },
    {
      of: "TanStack Start",
      files: {
        "package.json": tanStack,
        "src/routes/callback.tsx": "handlers: { GET: handleCallbackRoute() }",
        "src/routes/a.tsx": "",
      },
      paths: ["/callback"],
    },
    {
      of: "Remix",
      files: {
        "package.json": remix,
        "app/routes/callback.ts": "export const loader = authLoader();",
        "app/routes/a.tsx": "authkitLoader(args)",
      },
      paths: ["/callback"],
    },
    { of: "an app without any", files: { "package.json": next, "app/callback/route.ts": "" }, paths: [] },
    {
      of: "an app whose routes are unknown",
      files: { "package.json": next, "app/callback/route.ts": handleAuth, "next.config.js": "basePath" },
      paths: [],
    },
    {
      of: "an app without a framework",
      files: { "package.json": "{}", "app/callback/route.ts": handleAuth },
      paths: [],
    },
    {
      of: "an app that handles it in the browser",
      files: { "package.json": manifest("expo"), "app/callback.tsx": "handleAuth()" },
      paths: [],
    },
  ] as { of: string; files: Files; paths: string[] }[])("of $of", ({ files, paths }) => {
    expect(found(files)).toEqual(paths);
  });

  it("are none of those outside the project", () => {
    const outside = makeFolder({ "route.ts": handleAuth });
    expect(
      found({
        "package.json": next,
        "app/a/route.ts": "",
        "app/callback/route.ts": { linkTo: join(outside, "route.ts") },
      }),
    ).toEqual([]);
  });
});

describe("code that may mention a text", () => {
  it("is that of the whole project", () => {
    const app = open(
      {
        "package.json": "{}",
        "apps/web/package.json": next,
        "packages/auth/src/index.mts": "process.env.WORKOS_REDIRECT_URI",
        ".env": "ELSEWHERE=1",
        "README.md": "ELSEWHERE",
      },
      "apps/web",
    );
    expect(app.mayMention(/\bWORKOS_REDIRECT_URI\b/u)).toBe(true);
    expect(app.mayMention(/\bREDIRECT_URI\b/u)).toBe(false);
    expect(app.mayMention(/ELSEWHERE/u)).toBe(false);
  });

  const shared = (name: string, ...dependencies: string[]): string =>
    JSON.stringify({ name, dependencies: Object.fromEntries(dependencies.map((each) => [each, "1"])) });
  const said = "redirectUri";

  it.each([
    { what: "on the same framework", files: { "apps/admin/package.json": next, "apps/admin/src/a.ts": said } },
    {
      what: "on another one",
      files: { "apps/mobile/package.json": shared("mobile", "expo", "@acme/backend"), "apps/mobile/a.tsx": said },
    },
    {
      what: "with two SDKs",
      files: {
        "other/package.json": manifest("@workos-inc/authkit-react", "@workos-inc/authkit-remix"),
        "other/a.ts": said,
      },
    },
    {
      what: "whose name begins like this one's",
      files: { "apps/web-admin/package.json": next, "apps/web-admin/a.ts": said },
    },
    {
      what: "that names itself",
      files: {
        "apps/admin/package.json": shared("admin", "@workos-inc/authkit-nextjs"),
        "apps/admin/a.ts": said,
        "apps/docs/package.json": shared("docs"),
      },
    },
  ] as { what: string; files: Files }[])("is not that of another app $what", ({ files }) => {
    const project: Files = {
      "package.json": '{ "workspaces": ["apps/*"] }',
      "apps/web/package.json": next,
      "apps/web/app/page.tsx": "",
      ...files,
    };
    expect(open(project, "apps/web").mayMention(/redirectUri/u)).toBe(false);
    expect(open(project, "apps/web/app").mayMention(/redirectUri/u)).toBe(false);
    expect(open({ ...project, "apps/web/app/page.tsx": said }, "apps/web").mayMention(/redirectUri/u)).toBe(true);
  });

  it.each([
    { what: "of the root", files: { "package.json": next, "a.ts": said } },
    { what: "of an app around it", files: { "apps/package.json": next, "apps/lib/a.ts": said } },
    {
      what: "of an app inside of it, which may read the same files",
      files: { "apps/web/demo/package.json": next, "apps/web/demo/a.ts": said },
    },
    {
      what: "of a package without an SDK",
      files: { "packages/a/package.json": shared("a", "@workos-inc/node"), "packages/a/a.ts": said },
    },
    { what: "of a package that cannot be read", files: { "packages/a/package.json": "{", "packages/a/a.ts": said } },
    { what: "of a folder without a package", files: { "lib/a.ts": said } },
    ...["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"].map((list) => ({
      what: `of a package with an SDK that another one names in ${list}`,
      files: {
        "packages/auth/package.json": shared("@acme/auth", "@workos-inc/authkit-nextjs"),
        "packages/auth/a.ts": said,
        "packages/ui/package.json": JSON.stringify({ [list]: { "@acme/auth": "*" } }),
      },
    })),
  ] as { what: string; files: Files }[])("is that $what", ({ files }) => {
    expect(
      open(
        { "package.json": '{ "workspaces": ["apps/*"] }', "apps/web/package.json": next, ...files },
        "apps/web",
      ).mayMention(/redirectUri/u),
    ).toBe(true);
  });

  it("is all of it where no package says which app this is", () => {
    expect(
      open({ "apps/web/": "", "apps/admin/package.json": next, "apps/admin/a.ts": said }, "apps/web").mayMention(
        /redirectUri/u,
      ),
    ).toBe(true);
  });

  it.each(["a.js", "a.ts", "a.jsx", "a.tsx", "a.mjs", "a.cjs", "a.mts", "a.cts"])("may be %s", (name) => {
    expect(open({ [name]: "text" }).mayMention(/text/u)).toBe(true);
  });
});

describe("the paths of redirect URIs", () => {
  const convexJson = (authKit: unknown): string => JSON.stringify({ authKit });

  it.each([
    { from: "nothing", files: {}, paths: [] },
    {
      from: ".env.local",
      files: { ".env.local": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/callback\nPORT=3000" },
      paths: ["/callback"],
    },
    {
      from: "several files",
      files: {
        ".env": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/a",
        ".env.production": "NEXT_PUBLIC_WORKOS_REDIRECT_URI='https://example.com/b'",
      },
      paths: ["/a", "/b"],
    },
    {
      from: "the same in several files",
      files: {
        ".env": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/a",
        ".env.production": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=https://example.com/a",
      },
      paths: ["/a"],
    },
    {
      from: "a deployment's variables",
      files: { ".env.convex": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/a" },
      paths: [],
    },
    {
      from: "the name that the SDK for Next.js does not read",
      files: { ".env": "WORKOS_REDIRECT_URI=http://localhost:3000/a" },
      paths: [],
    },
    {
      from: "examples alone",
      files: { ".env.example": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/a" },
      paths: [],
    },
    {
      from: "examples and others",
      files: {
        ".env.example": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/a",
        ".env": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/b",
      },
      paths: ["/b", "/a"],
    },
    {
      from: "unreadable examples",
      files: {
        ".env.example": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=<uri>",
        ".env": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/b",
      },
      paths: ["/b"],
    },
    {
      from: "a host elsewhere",
      files: { ".env": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=https://${HOST}/callback" },
      paths: null,
    },
    {
      from: "a value elsewhere",
      files: {
        ".env": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost/a",
        ".env.local": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=",
      },
      paths: null,
    },
    { from: "a damaged value", files: { ".env": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=<http://localhost/a>" }, paths: null },
    {
      from: "convex.json",
      files: {
        "convex.json": convexJson({
          dev: { configure: { redirectUris: ["http://localhost:3000/a"] } },
          prod: { configure: { redirectUris: ["https://${buildEnv.HOST}/b", 1] } },
        }),
      },
      paths: ["/a", "/b"],
    },
    {
      from: "its variables",
      files: {
        "convex.json": convexJson({
          dev: { localEnvVars: { VITE_WORKOS_REDIRECT_URI: "http://localhost:5173/a", OTHER: "http://x/b" } },
        }),
      },
      paths: ["/a"],
    },
    {
      from: "a template in it",
      files: {
        "convex.json": convexJson({
          dev: { configure: { redirectUris: ["http://localhost:3000/a", "${buildEnv.URI}"] } },
        }),
      },
      paths: null,
    },
    {
      from: "a convex.json of other values",
      files: {
        "convex.json": convexJson({
          dev: { configure: false, localEnvVars: false },
          prod: null,
          preview: { configure: { redirectUris: "http://x/a" } },
        }),
      },
      paths: [],
    },
    {
      from: "a convex.json without the section",
      files: { "convex.json": "[]", ".env": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/a" },
      paths: ["/a"],
    },
    {
      from: "a malformed convex.json",
      files: { "convex.json": "{", ".env": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/a" },
      paths: null,
    },
  ] as { from: string; files: Files; paths: string[] | null }[])("from $from", ({ files, paths }) => {
    expect(open({ "package.json": next, ...files }).redirectPaths()).toEqual(paths);
  });

  const monorepo = {
    "package.json": '{ "workspaces": ["apps/*", "packages/*"] }',
    ".env": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/root",
    "apps/web/package.json": next,
    "apps/web/.env.local": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/web",
    "apps/web/app/callback/": "",
    "apps/admin/package.json": next,
    "apps/admin/.env.local": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3001/admin",
  };

  it.each([
    { start: "apps/web", paths: ["/web", "/root"] },
    { start: "apps/web/app/callback", paths: ["/web", "/root"] },
    { start: "apps/admin", paths: ["/admin", "/root"] },
    { start: "", paths: ["/root"] },
  ])("in a monorepo, from the app and above it: $start", ({ start, paths }) => {
    expect(open(monorepo, start).redirectPaths()).toEqual(paths);
  });

  it("in a monorepo, from a convex.json that lies beside the app", () => {
    const backend = convexJson({ dev: { configure: { redirectUris: ["http://localhost:3000/backend"] } } });
    expect(open({ ...monorepo, "packages/backend/convex.json": backend }, "apps/web").redirectPaths()).toEqual([
      "/web",
      "/root",
      "/backend",
    ]);
    expect(
      open(
        { ...monorepo, "packages/backend/convex.json": backend, "apps/web/convex.json": "{}" },
        "apps/web",
      ).redirectPaths(),
    ).toEqual(["/web", "/root"]);
    expect(open({ ...monorepo, "packages/backend/convex.json": "{" }, "apps/web").redirectPaths()).toBeNull();
  });

  it("are unknown where a file must not be read", () => {
    const outside = makeFolder({ ".env": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/secret" });
    const files = { "package.json": next, ".env": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/a" };
    expect(open({ ...files, ".env.local": { linkTo: join(outside, ".env") } }).redirectPaths()).toBeNull();
  });

  it("are read again for each file that is linted", () => {
    const folder = makeFolder({
      ".git/": "",
      "package.json": next,
      ".env": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/a",
    });
    expect(openApp(folder).redirectPaths()).toEqual(["/a"]);
    writeFileSync(join(folder, ".env"), "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/b");
    expect(openApp(folder).redirectPaths()).toEqual(["/b"]);
  });
});

describe("the .env files in a folder", () => {
  it("are read by their names, and not those below", () => {
    const folder = makeFolder({
      ".git/": "",
      ".env": "A=1",
      ".env.production": "\uFEFFB=2\r\n",
      "convex.env": "C=3",
      ".envrc": "D=4",
      "a/.env": "E=5",
      ".env.d/": "",
    });
    expect(readEnvFiles(folder)).toMatchObject([
      { file: { name: ".env" }, variables: [{ name: "A", value: "1" }] },
      { file: { name: ".env.production", role: "production" }, variables: [{ name: "B", value: "2" }] },
      { file: { name: "convex.env" }, variables: [{ name: "C", value: "3" }] },
    ]);
  });

  it("are there although they must not be read", () => {
    const outside = makeFolder({ ".env": "A=secret" });
    const folder = makeFolder({ ".git/": "", ".env": "A=1", ".env.local": { linkTo: join(outside, ".env") } });
    chmodSync(join(folder, ".env"), 0o000);
    onTestFinished(() => chmodSync(join(folder, ".env"), 0o600));
    expect(readEnvFiles(folder)).toMatchObject([
      { file: { name: ".env" } },
      { file: { name: ".env.local" }, variables: [] },
    ]);
  });
});
