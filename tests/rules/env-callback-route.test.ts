import { callbackRoute, manifest, nextApp, testFileRule } from "./file-rule-tester.js";
import type { Files, InvalidFile, ValidFile } from "./file-rule-tester.js";
import { crlf } from "./rule-tester.js";

const rule = "env-callback-route";
const NAME = "NEXT_PUBLIC_WORKOS_REDIRECT_URI";
const packageJson = nextApp["package.json"] ?? "";
const page = "export default () => null;\n";

function sound(
  name: string,
  beside: Files,
  uri = "http://localhost:3000/callback",
  variable = NAME,
  path = ".env.local",
): ValidFile {
  return { name, path, text: `${variable}=${uri}\n`, beside };
}

function reported(
  name: string,
  uri: string,
  beside: Files,
  routes: string | null,
  rest: Partial<InvalidFile> & { variable?: string; handler?: string } = {},
): InvalidFile {
  const { variable = NAME, handler = "handleAuth", ...others } = rest;
  const messageId = routes == null ? "noRoute" : "otherRoute";
  return {
    name,
    text: `${variable}=«${uri}» # why\n`,
    beside,
    errors: [{ messageId, data: { name: variable, handler, routes: routes ?? "" } }],
    ...others,
  };
}

const startApp: Files = {
  "package.json": manifest("@workos/authkit-tanstack-react-start"),
  "src/routes/index.tsx": page,
};
const routerApp: Files = {
  "package.json": manifest("@workos-inc/authkit-react-router"),
  "app/routes.ts": "export default flatRoutes();\n",
  "app/routes/_index.tsx": page,
};
const remixApp: Files = { "package.json": manifest("@workos-inc/authkit-remix"), "app/routes/_index.tsx": page };

testFileRule(rule, "routes of the app", {
  valid: [
    sound("Next.js", nextApp),
    sound("Next.js, with a slash at the end", nextApp, "http://localhost:3000/callback/"),
    sound("Next.js, in quotes and with a query", nextApp, '"https://app.example.com/callback?tenant=a"'),
    sound(
      "Next.js, in a route group",
      { "package.json": packageJson, "src/app/(auth)/api/auth/callback/route.ts": callbackRoute },
      "https://app.example.com/api/auth/callback",
      NAME,
      ".env.production",
    ),
    sound("Next.js, a page", { "package.json": packageJson, "app/callback/page.tsx": page }),
    sound(
      "Next.js, in the folder of pages",
      { "package.json": packageJson, "pages/api/callback.ts": page },
      "http://localhost:3000/api/callback",
    ),
    sound(
      "Next.js, any route of a library",
      { "package.json": packageJson, "app/api/[...all]/route.ts": page },
      "http://localhost:3000/api/auth/callback",
    ),
    sound("Next.js, behind the language, which another program puts in front", {
      "package.json": packageJson,
      "app/[locale]/callback/route.ts": callbackRoute,
    }),
    sound(
      "Next.js, rewritten",
      { ...nextApp, "next.config.ts": "export default { rewrites: async () => [] };\n" },
      "http://localhost:3000/auth/callback",
    ),
    sound(
      "TanStack Start",
      { ...startApp, "src/routes/api/auth/callback.tsx": page },
      "http://localhost:3000/api/auth/callback",
      "WORKOS_REDIRECT_URI",
    ),
    sound(
      "React Router",
      { ...routerApp, "app/routes/callback.tsx": page },
      "http://localhost:5173/callback",
      "WORKOS_REDIRECT_URI",
    ),
    sound(
      "React Router, routes in code",
      { ...routerApp, "app/routes.ts": "export default [route()];\n" },
      "http://localhost:5173/callback",
      "WORKOS_REDIRECT_URI",
    ),
    sound(
      "Remix",
      { ...remixApp, "app/routes/auth.callback.ts": page },
      "http://localhost:5173/auth/callback",
      "WORKOS_REDIRECT_URI",
    ),
    sound(
      "an app without files, whose router is code",
      { "package.json": manifest("@workos-inc/authkit-react") },
      "http://localhost:5173/x",
      "VITE_WORKOS_REDIRECT_URI",
    ),
    sound("Expo", { "package.json": manifest("expo") }, "http://localhost:8081/x", "EXPO_PUBLIC_WORKOS_REDIRECT_URI"),
    sound("no app at all", {}, "http://localhost:3000/x"),
  ],
});

testFileRule(rule, "what is none of its business", {
  valid: [
    sound("a name that the SDK does not read", nextApp, "http://localhost:3000/x", "WORKOS_REDIRECT_URI"),
    sound(
      "an address under the name of something else that the SDK reads",
      nextApp,
      "http://localhost:3000/x",
      "WORKOS_CLIENT_ID",
    ),
    sound("the redirect URI of another app", nextApp, "http://localhost:8081/x", "EXPO_PUBLIC_WORKOS_REDIRECT_URI"),
    sound("that of another environment", nextApp, "http://localhost:3000/x", "STAGING_NEXT_PUBLIC_WORKOS_REDIRECT_URI"),
    sound("a placeholder", nextApp, "https://your-app.com/x", NAME, ".env.example"),
    sound("no URL", nextApp, "/x"),
    sound("a deep link", nextApp, "myapp://x"),
    sound("from elsewhere", nextApp, "$APP_URL/x"),
    sound("debris around a path that is there", nextApp, "http://localhost:3000/callback,"),
    sound("a Convex deployment", nextApp, "http://localhost:3000/x", NAME, ".env.convex"),
    sound("tests", nextApp, "http://localhost:3000/x", NAME, ".env.test"),
    sound("the last of its name", nextApp, `http://localhost:3000/x\n${NAME}=http://localhost:3000/callback`),
  ],
});

testFileRule(rule, "other paths", {
  invalid: [
    reported("Next.js", '"http://localhost:3000/auth/callback"', nextApp, "`/callback`"),
    reported(
      "Next.js, the root",
      "http://localhost:3000",
      { "package.json": packageJson, "app/callback/route.ts": callbackRoute },
      "`/callback`",
    ),
    reported("Next.js, another case", "http://localhost:3000/Callback", nextApp, "`/callback`"),
    reported("Next.js, debris around it", "http://localhost:3000/auth,", nextApp, "`/callback`"),
    reported("Next.js, for production, with Windows line ends", "x", nextApp, "`/callback`", {
      path: ".env.production",
      text: crlf(`A=b\nexport ${NAME}=«'https://app.example.com/api/callback'»\n`),
    }),
    reported("Next.js, in an example", "http://localhost:3000/auth/callback", nextApp, "`/callback`", {
      path: ".env.example",
    }),
    reported(
      "Next.js, two routes",
      "http://localhost:3000/",
      {
        "package.json": packageJson,
        "app/callback/route.ts": callbackRoute,
        "app/(x)/auth/callback/route.js": callbackRoute,
      },
      "`/callback` or `/auth/callback`",
    ),
    reported(
      "Next.js, more routes than fit",
      "http://localhost:3000/x",
      {
        "package.json": packageJson,
        [`app/${"a".repeat(30)}/route.ts`]: callbackRoute,
        [`app/${"b".repeat(30)}/route.ts`]: callbackRoute,
      },
      `\`/${"b".repeat(30)}\``,
    ),
    reported(
      "Next.js, no route that calls the handler",
      "http://localhost:3000/callback",
      { "package.json": packageJson, "app/page.tsx": page },
      null,
    ),
    reported(
      "Next.js, a handler behind a part that is not fixed",
      "http://localhost:3000/callback",
      { "package.json": packageJson, "app/auth/[tenant]/route.ts": callbackRoute },
      null,
    ),
    reported(
      "Next.js, in a monorepo",
      "http://localhost:3000/callback",
      {
        "package.json": '{"workspaces":["apps/*"]}',
        "apps/web/package.json": packageJson,
        "apps/web/app/auth/callback/route.ts": callbackRoute,
        "app/callback/route.ts": callbackRoute,
      },
      "`/auth/callback`",
      { path: "apps/web/.env" },
    ),
    reported(
      "TanStack Start",
      "http://localhost:3000/callback",
      { ...startApp, "src/routes/api/auth/callback.tsx": "handleCallbackRoute();\n" },
      "`/api/auth/callback`",
      { variable: "WORKOS_REDIRECT_URI", handler: "handleCallbackRoute" },
    ),
    reported("TanStack Start, without a route", "http://localhost:3000/callback", startApp, null, {
      variable: "WORKOS_REDIRECT_URI",
      handler: "handleCallbackRoute",
    }),
    reported(
      "React Router",
      "http://localhost:5173/auth",
      { ...routerApp, "app/routes/callback.tsx": "export const loader = authLoader();\n" },
      "`/callback`",
      { variable: "WORKOS_REDIRECT_URI", handler: "authLoader" },
    ),
    reported("Remix", "http://localhost:5173/auth", remixApp, null, {
      variable: "WORKOS_REDIRECT_URI",
      handler: "authLoader",
    }),
  ],
});
