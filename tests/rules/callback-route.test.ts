import { callbackRoute, manifest, nextApp, testFileRule } from "./file-rule-tester.js";
import type { Files, InvalidFile, ValidFile } from "./file-rule-tester.js";
import { crlf } from "./rule-tester.js";

const rule = "callback-route";
const marked = callbackRoute.replace("handleAuth()", "«handleAuth»()");
const packageJson = nextApp["package.json"] ?? "";

/** An app that names these redirect URIs. */
function app(env: Files, ...uris: readonly string[]): Files {
  const lines = uris
    .map((uri, index) => `${index === 0 ? "NEXT_PUBLIC_" : `NAME_${String(index)}_`}WORKOS_REDIRECT_URI=${uri}\n`)
    .join("");
  return { "package.json": packageJson, ".env.local": lines, ...env };
}

function sound(name: string, beside: Files, path = "app/auth/callback/route.ts", text = callbackRoute): ValidFile {
  return { name, path, text, beside: { [path]: text, ...beside } };
}

function reported(
  name: string,
  path: string,
  uris: string,
  beside: Files,
  shown = "/auth/callback",
  text = marked,
): InvalidFile {
  return {
    name,
    path,
    text,
    beside: { [path]: text.replaceAll(/[«»]/gu, ""), ...beside },
    errors: [{ messageId: "notNamed", data: { path: shown, uris } }],
  };
}

const elsewhere = "http://localhost:3000/callback";

testFileRule(rule, "a route that is named", {
  valid: [
    sound("by a .env file", app({}, "http://localhost:3000/auth/callback")),
    sound(
      "by one of several",
      app({ ".env.production": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=https://a.example.com/auth/callback\n" }, elsewhere),
    ),
    sound(
      "by convex.json",
      app(
        {
          "convex.json":
            '{ "authKit": { "prod": { "configure": { "redirectUris": ["https://${buildEnv.URL}/auth/callback"] } } } }',
        },
        elsewhere,
      ),
    ),
    sound("in a route group", app({}, "http://localhost:3000/auth/callback"), "src/app/(auth)/auth/callback/route.ts"),
    sound(
      "beside another one, which is there for something else",
      app({ "app/callback/route.ts": callbackRoute }, elsewhere),
    ),
  ],
});

testFileRule(rule, "what nobody can tell", {
  valid: [
    sound("no redirect URI", app({})),
    sound(
      "a redirect URI in an example alone",
      app({ ".env.example": `NEXT_PUBLIC_WORKOS_REDIRECT_URI=${elsewhere}\n` }),
    ),
    sound("a redirect URI from elsewhere", app({}, elsewhere, "${APP_URL}/x")),
    sound("a redirect URI in code", app({ "middleware.ts": "authkitMiddleware({ redirectUri: url });\n" }, elsewhere)),
    sound("a path that depends on the request", app({}, elsewhere), "app/[tenant]/callback/route.ts"),
    sound("a route that is rewritten", app({ "next.config.js": "module.exports = { basePath: '/x' };\n" }, elsewhere)),
    sound("an app of another framework", {
      ...app({}, elsewhere),
      "package.json": manifest("@workos-inc/authkit-remix"),
    }),
    sound("a folder that is no route", app({}, elsewhere), "app/_auth/callback/route.ts"),
    sound(
      "a route that handles something else",
      app({}, elsewhere),
      undefined,
      'import { handleAuth } from "./auth";\nexport const GET = handleAuth();\n',
    ),
    sound(
      "a route that signs out",
      app({}, elsewhere),
      undefined,
      'import { signOut } from "@workos-inc/authkit-nextjs";\nexport const GET = () => signOut();\n',
    ),
    sound(
      "a route that hands the handler on",
      app({}, elsewhere),
      undefined,
      'import { handleAuth } from "@workos-inc/authkit-nextjs";\nexport { handleAuth };\n',
    ),
    sound(
      "a route that imports everything",
      app({}, elsewhere),
      undefined,
      'import * as authkit from "@workos-inc/authkit-nextjs";\nexport const GET = authkit.handleAuth();\n',
    ),
    sound(
      "a route that calls something else",
      app({}, elsewhere),
      undefined,
      'import { handleAuth } from "@workos-inc/authkit-nextjs";\nexport const GET = wrap(handleAuth).get();\n',
    ),
    sound(
      "a name in quotes",
      app({}, elsewhere),
      undefined,
      'import { "handle-auth" as handleAuth } from "@workos-inc/authkit-nextjs";\nexport const GET = handleAuth();\n',
    ),
    sound("no app at all", {}),
  ],
});

testFileRule(rule, "a route that no redirect URI names", {
  invalid: [
    reported("of a .env file", "app/auth/callback/route.ts", "`/callback`", app({}, elsewhere)),
    reported(
      "under another name, in JavaScript",
      "src/app/(auth)/auth/callback/route.js",
      "`/callback`",
      app({}, elsewhere),
      "/auth/callback",
      'import { handleAuth as handle } from "@workos-inc/authkit-nextjs";\nexport const GET = async (request) => {\n  return «handle»({ returnPathname: "/" })(request);\n};\n',
    ),
    reported(
      "of convex.json",
      "app/auth/callback/route.ts",
      "`/callback`",
      app({
        "convex.json": `{ "authKit": { "dev": { "localEnvVars": { "NEXT_PUBLIC_WORKOS_REDIRECT_URI": "${elsewhere}" } } } }`,
      }),
    ),
    reported(
      "of several",
      "app/auth/callback/route.tsx",
      "`/callback` or `/api/auth/callback`",
      app({}, elsewhere, "https://a.example.com/api/auth/callback"),
    ),
    reported(
      "of a path that could be a secret",
      "app/auth/callback/route.ts",
      "`/…/callback`",
      app({}, "http://localhost:3000/hunter2hunter2/callback"),
    ),
    reported(
      "with Windows line ends, in a monorepo",
      "apps/web/app/auth/callback/route.ts",
      "`/callback`",
      {
        "package.json": '{"workspaces":["apps/*"]}',
        "apps/web/package.json": packageJson,
        "apps/web/.env": `NEXT_PUBLIC_WORKOS_REDIRECT_URI=${elsewhere}\n`,
      },
      "/auth/callback",
      crlf(marked),
    ),
  ],
});
