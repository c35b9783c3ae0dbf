import { describe, expect, it } from "vitest";
import { answers, callbackPathsInsteadOf, mayAnswer, pathOf, readRoute } from "../../src/platform/routes.js";
import type { Route } from "../../src/platform/routes.js";
import type { Framework } from "../../src/platform/frameworks.js";

/** The path that a file answers, with `*` and `**` for what depends on the request; null for a file that is no route. */
function path(framework: Framework, file: string): string | null {
  const route = readRoute(framework, file);
  if (route != null) expect(route.file).toBe(file);
  return route == null ? null : `/${route.segments.join("/")}`;
}

describe("Next.js, app", () => {
  it.each([
    ["app/route.ts", "/"],
    ["app/page.tsx", "/"],
    ["app/callback/route.ts", "/callback"],
    ["app/callback/route.js", "/callback"],
    ["app/callback/route.tsx", "/callback"],
    ["app/callback/page.jsx", "/callback"],
    ["app/api/auth/callback/route.ts", "/api/auth/callback"],
    ["src/app/callback/route.ts", "/callback"],
    ["app/(auth)/callback/route.ts", "/callback"],
    ["app/(auth)/(inner)/callback/route.ts", "/callback"],
    ["app/callback/(auth)/route.ts", "/callback"],
    ["app/(auth)/route.ts", "/"],
    ["app/(auth)x/callback/route.ts", "/(auth)x/callback"],
    ["app/x(auth)/callback/route.ts", "/x(auth)/callback"],
    ["app/x(.)y/callback/route.ts", "/x(.)y/callback"],
    ["app/@modal/callback/page.tsx", "/callback"],
    ["app/[locale]/callback/route.ts", "/*/callback"],
    ["app/auth/[action]/route.ts", "/auth/*"],
    ["app/auth/[...all]/route.ts", "/auth/**"],
    ["app/[[...all]]/page.tsx", "/**"],
    ["app/Callback/route.ts", "/Callback"],
    ["app/build/out/route.ts", "/build/out"],
    ["app/%5Fcallback/route.ts", "/%5Fcallback"],
    ["app/app/route.ts", "/app"],
  ])("%s answers %s", (file, expected) => {
    expect(path("next", file)).toBe(expected);
  });

  it.each([
    "app/layout.tsx",
    "app/callback/route.test.ts",
    "app/callback/page.d.ts",
    "app/callback/route.mts",
    "app/callback/route.json",
    "app/callback/route",
    "app/callback/myroute.ts",
    "app/callback/route/index.ts",
    "app/_private/callback/route.ts",
    "app/(auth)/_private/route.ts",
    "app/(.)callback/page.tsx",
    "app/feed/(..)callback/page.tsx",
    "app/feed/(..)(..)callback/page.tsx",
    "app/feed/(...)callback/page.tsx",
    "apps/web/app/callback/route.ts",
    "app.ts",
    "lib/app/callback/route.ts",
    "application/callback/route.ts",
  ])("%s answers nothing", (file) => {
    expect(path("next", file)).toBeNull();
  });
});

describe("Next.js, pages", () => {
  it.each([
    ["pages/index.tsx", "/"],
    ["pages/callback.tsx", "/callback"],
    ["pages/callback/index.tsx", "/callback"],
    ["pages/api/auth/callback.ts", "/api/auth/callback"],
    ["src/pages/callback.tsx", "/callback"],
    ["pages/index/index.tsx", "/index"],
    ["pages/index/callback.tsx", "/index/callback"],
    ["pages/[locale]/callback.tsx", "/*/callback"],
    ["pages/api/auth/[...all].ts", "/api/auth/**"],
    ["pages/api/auth/[[...all]].ts", "/api/auth/**"],
    ["pages/a/_b.tsx", "/a/_b"],
  ])("%s answers %s", (file, expected) => {
    expect(path("next", file)).toBe(expected);
  });

  it.each([
    "pages/_app.tsx",
    "pages/_document.js",
    "pages/_error.tsx",
    "pages/style.css",
    "pages/callback.mdx",
    "lib/pages/callback.tsx",
  ])("%s answers nothing", (file) => {
    expect(path("next", file)).toBeNull();
  });
});

describe("TanStack Start", () => {
  it.each([
    ["src/routes/index.tsx", "/"],
    ["src/routes/callback.tsx", "/callback"],
    ["src/routes/callback.ts", "/callback"],
    ["app/routes/callback.tsx", "/callback"],
    ["src/routes/callback/index.tsx", "/callback"],
    ["src/routes/callback/route.tsx", "/callback"],
    ["src/routes/callback.index.tsx", "/callback"],
    ["src/routes/callback.route.tsx", "/callback"],
    ["src/routes/callback.lazy.tsx", "/callback"],
    ["src/routes/callback.index.lazy.tsx", "/callback"],
    ["src/routes/callback.component.tsx", "/callback"],
    ["src/routes/callback.loader.ts", "/callback"],
    ["src/routes/api/auth/callback.tsx", "/api/auth/callback"],
    ["src/routes/api.auth.callback.tsx", "/api/auth/callback"],
    ["src/routes/api/auth.callback.tsx", "/api/auth/callback"],
    ["src/routes/_layout/callback.tsx", "/callback"],
    ["src/routes/_layout.callback.tsx", "/callback"],
    ["src/routes/_layout.tsx", "/"],
    ["src/routes/(auth)/callback.tsx", "/callback"],
    ["src/routes/auth_/callback.tsx", "/auth/callback"],
    ["src/routes/sign_in.tsx", "/sign_in"],
    ["src/routes/auth_.callback.tsx", "/auth/callback"],
    ["src/routes/$provider.callback.tsx", "/*/callback"],
    ["src/routes/auth.$.tsx", "/auth/**"],
    ["src/routes/$.tsx", "/**"],
    ["src/routes/{-$locale}/callback.tsx", "/**/callback"],
    ["src/routes/post-{$id}.tsx", "/*"],
    ["src/routes/callback[.]html.tsx", "/*"],
    ["src/routes/[_]callback.tsx", "/*"],
    ["src/routes/[index].tsx", "/*"],
    ["src/routes/index/callback.tsx", "/index/callback"],
  ])("%s answers %s", (file, expected) => {
    expect(path("tanstack-start", file)).toBe(expected);
  });

  it.each([
    "src/routes/__root.tsx",
    "src/routes/-components/button.tsx",
    "src/routes/auth/-helper.ts",
    "src/routes/callback.css",
    "src/router.tsx",
    "routes/callback.tsx",
  ])("%s answers nothing", (file) => {
    expect(path("tanstack-start", file)).toBeNull();
  });
});

describe.each(["react-router", "remix"] as const)("%s", (framework) => {
  it.each([
    ["app/routes/_index.tsx", "/"],
    ["app/routes/callback.tsx", "/callback"],
    ["app/routes/callback.js", "/callback"],
    ["app/routes/auth.callback.tsx", "/auth/callback"],
    ["app/routes/callback/route.tsx", "/callback"],
    ["app/routes/callback/index.tsx", "/callback"],
    ["app/routes/auth.callback/route.tsx", "/auth/callback"],
    ["app/routes/auth._index.tsx", "/auth"],
    ["app/routes/_auth.callback.tsx", "/callback"],
    ["app/routes/auth_.callback.tsx", "/auth/callback"],
    ["app/routes/$provider.callback.tsx", "/*/callback"],
    ["app/routes/auth.$.tsx", "/auth/**"],
    ["app/routes/$.tsx", "/**"],
    ["app/routes/($lang).callback.tsx", "/**/callback"],
    ["app/routes/(lang)._index.tsx", "/**"],
    ["app/routes/sitemap[.]xml.tsx", "/*"],
    ["app/routes/[sitemap.xml].tsx", "/*"],
    ["app/routes/index.tsx", "/index"],
    ["app/routes/route.tsx", "/route"],
  ])("%s answers %s", (file, expected) => {
    expect(path(framework, file)).toBe(expected);
  });

  it.each([
    "app/routes/callback/helper.tsx",
    "app/routes/callback/routes.tsx",
    "app/routes/callback/index2.tsx",
    "app/routes/callback/route/helper.tsx",
    "app/routes/auth/callback/route.tsx",
    "app/routes/callback.css",
    "app/root.tsx",
    "src/routes/callback.tsx",
    "app/routes.ts",
  ])("%s answers nothing", (file) => {
    expect(path(framework, file)).toBeNull();
  });
});

it.each(["expo", "react"] as const)("the router of %s is code", (framework) => {
  for (const file of ["app/callback/route.ts", "app/callback.tsx", "src/routes/callback.tsx", "pages/callback.tsx"])
    expect(readRoute(framework, file)).toBeNull();
});

function route(path: string): Route {
  return { file: "a.ts", segments: path.split("/").filter((segment) => segment !== "") };
}

describe("a path is answered", () => {
  it.each([
    ["/", "/"],
    ["/callback", "/callback"],
    ["/callback", "/callback/"],
    ["/callback", "//callback"],
    ["/auth/callback", "/auth/callback"],
    ["/*/callback", "/auth/callback"],
    ["/auth/*", "/auth/callback"],
    ["/**", "/"],
    ["/**", "/auth/callback"],
    ["/auth/**", "/auth"],
    ["/auth/**", "/auth/a/b"],
    ["/**/callback", "/de/callback"],
    ["/**/callback", "/anything"],
    ["/café", "/caf%C3%A9"],
    ["/%5Fcallback", "/_callback"],
    ["/a b", "/a%20b"],
    ["/100%", "/100%"],
  ])("%s: %s", (pattern, path) => {
    expect(answers(route(pattern), path)).toBe(true);
    expect(mayAnswer(route(pattern), path)).toBe(true);
  });

  it.each([
    ["/", "/callback"],
    ["/callback", "/"],
    ["/callback", "/Callback"],
    ["/callback", "/auth/callback"],
    ["/callback", "/callback/x"],
    ["/auth/callback", "/callback"],
    ["/auth/*", "/auth"],
    ["/auth/*", "/auth/a/b"],
    ["/auth/*", "/other/a"],
    ["/auth/**", "/other/a"],
    ["/auth/x/**", "/auth"],
    ["/auth/*/**", "/auth"],
    ["/100%", "/50%"],
    ["/%5Fcallback", "/5Fcallback"],
  ])("not, %s: %s", (pattern, path) => {
    expect(answers(route(pattern), path)).toBe(false);
    expect(mayAnswer(route(pattern), path)).toBe(false);
  });

  it("perhaps, where the framework may put the language in front of it", () => {
    expect(answers(route("/*/callback"), "/callback")).toBe(false);
    expect(mayAnswer(route("/*/callback"), "/callback")).toBe(true);
    expect(mayAnswer(route("/*/*"), "/callback")).toBe(true);
    expect(mayAnswer(route("/*/callback"), "/other")).toBe(false);
  });
});

describe("the path of a route", () => {
  it.each([
    ["/", "/"],
    ["/auth/callback", "/auth/callback"],
    ["/*/callback", null],
    ["/auth/**", null],
  ])("%s: %s", (pattern, path) => {
    expect(pathOf(route(pattern))).toBe(path);
  });
});

describe("where an app does not answer a path", () => {
  const instead = (routes: readonly string[] | null, callbacks: readonly string[] = []): readonly string[] | null =>
    callbackPathsInsteadOf("/callback", {
      routes: () => routes?.map(route) ?? null,
      callbackRoutes: () => callbacks.map(route),
    });

  it("its callback routes do, as far as their paths can be written", () => {
    expect(instead(["/", "/auth/done"], ["/auth/done", "/*/done"])).toEqual(["/auth/done"]);
    expect(instead(["/"])).toEqual([]);
  });

  it("is not known where a route may answer it, or the routes are not known", () => {
    expect(instead(["/", "/callback"], ["/auth/done"])).toBeNull();
    expect(instead(["/*/callback"], ["/auth/done"])).toBeNull();
    expect(instead(null, ["/auth/done"])).toBeNull();
  });
});
