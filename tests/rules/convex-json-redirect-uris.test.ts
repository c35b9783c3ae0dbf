import { callbackRoute, manifest, nextApp, testFileRule } from "./file-rule-tester.js";
import type { Files, InvalidFile, ValidFile } from "./file-rule-tester.js";
import { crlf } from "./rule-tester.js";

const rule = "convex-json-redirect-uris";
const path = "convex.json";

function inSection(section: string, uris: string, rest = ""): string {
  return `{\n  "authKit": {\n    "${section}": {\n      "configure": { "redirectUris": ${uris} }${rest}\n    }\n  }\n}\n`;
}

function withLocal(uris: string, variables: string): string {
  return inSection("dev", uris, `,\n      "localEnvVars": ${variables}`);
}

function sound(name: string, text: string, beside: Files = nextApp): ValidFile {
  return { name, path, text, beside };
}

const desc = "Use the route `/callback`.";
const other = '"http://localhost:3000/auth"';

testFileRule(rule, "routes", {
  valid: [
    ...["dev", "preview", "prod"].map((section) =>
      sound(`of the app, under ${section}`, inSection(section, '["https://app.example.com/callback"]')),
    ),
    sound(
      "behind a host of the build",
      inSection(
        "prod",
        '["https://${buildEnv.VERCEL_PROJECT_PRODUCTION_URL}/callback", "https://${buildEnv.A}.example.com:3000/callback?x=y"]',
      ),
    ),
    sound("behind the language", inSection("dev", other), {
      "package.json": nextApp["package.json"] ?? "",
      "app/[locale]/auth/route.ts": callbackRoute,
    }),
    sound("with a path of the build", inSection("dev", '["http://localhost:3000/${buildEnv.PATH}"]')),
    sound("a deep link", inSection("dev", '["myapp://auth", "exp://127.0.0.1:8081"]')),
    sound("no URL", inSection("dev", '["/auth", "${buildEnv.CALLBACK}", ""]')),
    sound("no texts, which another rule reports", inSection("dev", "[1, null, {}]")),
    sound("no list, which another rule reports", inSection("dev", other)),
    sound(
      "elsewhere",
      `{ "redirectUris": [${other}], "authKit": { "configure": { "redirectUris": [${other}] }, "staging": { "configure": { "redirectUris": [${other}] } } } }\n`,
    ),
    sound("of an app that is not here", inSection("dev", `[${other}]`), { "package.json": manifest("convex") }),
    sound("of an app whose router is code", inSection("dev", `[${other}]`), {
      "package.json": manifest("@workos-inc/authkit-react"),
    }),
    sound("none", inSection("dev", "[]")),
    sound("switched off", '{ "authKit": { "dev": { "configure": false } } }\n'),
  ],
  invalid: [
    {
      name: "another path",
      path,
      text: inSection("dev", `["http://localhost:3000/callback", «${other}»]`),
      beside: nextApp,
      errors: [
        {
          messageId: "otherRoute",
          data: { routes: "`/callback`" },
          suggestions: [
            { desc, output: inSection("dev", '["http://localhost:3000/callback", "http://localhost:3000/callback"]') },
          ],
        },
      ],
    },
    {
      name: "another path behind a host of the build, for previews and for production",
      path,
      text: '{ "authKit": { "preview": { "configure": { "redirectUris": [«"https://${buildEnv.VERCEL_URL}/auth?a=b"»] } }, "prod": { "configure": { "redirectUris": [«"https://a.example.com/auth/callback"»] } } } }\n',
      beside: nextApp,
      errors: [
        {
          messageId: "otherRoute",
          data: { routes: "`/callback`" },
          suggestions: [
            {
              desc,
              output:
                '{ "authKit": { "preview": { "configure": { "redirectUris": ["https://${buildEnv.VERCEL_URL}/callback?a=b"] } }, "prod": { "configure": { "redirectUris": ["https://a.example.com/auth/callback"] } } } }\n',
            },
          ],
        },
        {
          messageId: "otherRoute",
          data: { routes: "`/callback`" },
          suggestions: [
            {
              desc,
              output:
                '{ "authKit": { "preview": { "configure": { "redirectUris": ["https://${buildEnv.VERCEL_URL}/auth?a=b"] } }, "prod": { "configure": { "redirectUris": ["https://a.example.com/callback"] } } } }\n',
            },
          ],
        },
      ],
    },
    {
      name: "the root, which could stand anywhere",
      path,
      text: inSection("dev", '[«"http://localhost:3000"», «"http://localhost:3000/"»]'),
      beside: { "package.json": nextApp["package.json"] ?? "", "app/callback/route.ts": callbackRoute },
      errors: [1, 2].map(() => ({ messageId: "otherRoute", data: { routes: "`/callback`" } })),
    },
    {
      name: "a path with an escape, which is not looked for",
      path,
      text: inSection("dev", '[«"http:\\/\\/localhost:3000/auth"»]'),
      beside: nextApp,
      errors: [{ messageId: "otherRoute", data: { routes: "`/callback`" } }],
    },
    {
      name: "a path that the query holds again",
      path,
      text: inSection("dev", '[«"http://localhost:3000/auth?next=/auth"»]'),
      beside: nextApp,
      errors: [
        {
          messageId: "otherRoute",
          data: { routes: "`/callback`" },
          suggestions: [{ desc, output: inSection("dev", '["http://localhost:3000/callback?next=/auth"]') }],
        },
      ],
    },
    {
      name: "a path that the host begins like",
      path,
      text: inSection("dev", '[«"http://auth.localhost:3000/auth"»]'),
      beside: nextApp,
      errors: [
        {
          messageId: "otherRoute",
          data: { routes: "`/callback`" },
          suggestions: [{ desc, output: inSection("dev", '["http://auth.localhost:3000/callback"]') }],
        },
      ],
    },
    {
      name: "two routes, with Windows line ends",
      path,
      text: crlf(inSection("dev", `[\n  «${other}»\n]`)),
      beside: { ...nextApp, "app/api/callback/route.ts": callbackRoute },
      errors: [
        {
          messageId: "otherRoute",
          data: { routes: "`/callback` or `/api/callback`" },
          suggestions: [
            { desc, output: crlf(inSection("dev", '[\n  "http://localhost:3000/callback"\n]')) },
            {
              desc: "Use the route `/api/callback`.",
              output: crlf(inSection("dev", '[\n  "http://localhost:3000/api/callback"\n]')),
            },
          ],
        },
      ],
    },
    {
      name: "no route whose path is fixed",
      path,
      text: inSection("dev", '[«"http://localhost:3000/callback"»]'),
      beside: { "package.json": nextApp["package.json"] ?? "", "app/auth/[tenant]/route.ts": callbackRoute },
      errors: [{ messageId: "noRoute", data: { routes: "" } }],
    },
    {
      name: "no route at all",
      path,
      text: inSection("dev", '[«"http://localhost:3000/callback"»]'),
      beside: { "package.json": nextApp["package.json"] ?? "", "app/page.tsx": "" },
      errors: [{ messageId: "noRoute", data: { routes: "" } }],
    },
  ],
});

const name = "NEXT_PUBLIC_WORKOS_REDIRECT_URI";
const local = "http://localhost:3000/callback";
const add = `Add the redirect URI of \`${name}\`.`;

/** A variable that the list lacks, and the list with it. */
function lacking(about: string, uris: string, added: string, uri = `"${local}"`): InvalidFile {
  return {
    name: about,
    path,
    text: withLocal(uris, `{ "${name}": «${uri}» }`),
    errors: [
      {
        messageId: "lacksLocal",
        data: { name },
        suggestions: [{ desc: add, output: withLocal(added, `{ "${name}": ${uri} }`) }],
      },
    ],
  };
}

testFileRule(rule, "the variable of the app", {
  valid: [
    sound("is in the list", withLocal(`["${local}"]`, `{ "${name}": "${local}" }`)),
    sound(
      "is in the list, written with escapes",
      withLocal(`["${local}"]`, `{ "${name}": "${local.replaceAll("/", "\\/")}" }`),
    ),
    sound("comes from the build", withLocal(`["${local}"]`, `{ "${name}": "\${buildEnv.URL}/callback" }`), {}),
    sound(
      "may be one of the list that comes from the build",
      withLocal('["${buildEnv.URL}/callback"]', `{ "${name}": "${local}" }`),
      {},
    ),
    sound(
      "may be one of those that a star stands for",
      withLocal('["http://localhost:*/callback"]', `{ "${name}": "${local}" }`),
      {},
    ),
    sound("is not there", withLocal(`["${local}"]`, '{ "A": "b" }'), {}),
    sound("is no text", withLocal(`["${local}"]`, `{ "${name}": 1 }`), {}),
    sound("is there without a list", `{ "authKit": { "dev": { "localEnvVars": { "${name}": "${local}" } } } }\n`, {}),
    sound(
      "is there while nothing is configured",
      `{ "authKit": { "dev": { "configure": false, "localEnvVars": { "${name}": "${local}" } } } }\n`,
      {},
    ),
    sound(
      "is there for development, while production has a list",
      `{ "authKit": { "dev": { "localEnvVars": { "${name}": "${local}" } }, "prod": { "configure": { "redirectUris": [] } } } }\n`,
      {},
    ),
  ],
  invalid: [
    lacking(
      "is not in the list",
      '["http://localhost:3001/callback"]',
      `["http://localhost:3001/callback", "${local}"]`,
    ),
    lacking("is not in an empty list", "[]", `["${local}"]`),
    lacking("is not in an empty list of several lines", "[\n  ]", `["${local}"]`),
    lacking(
      "is not in a list of several lines",
      '[\n  "http://a/x",\n  "http://b/x"\n]',
      `[\n  "http://a/x",\n  "http://b/x",\n  "${local}"\n]`,
    ),
    lacking(
      "is not in a list of one on a line of its own",
      '[\n  "http://a/x"\n]',
      `[\n  "http://a/x",\n  "${local}"\n]`,
    ),
    lacking("is not in a list on one line", '["http://a/x","http://b/x"]', `["http://a/x","http://b/x", "${local}"]`),
    lacking(
      "is not in a list of three, whose last two are separated in another way",
      '["http://a/x",\n  "http://b/x"\t,  "http://c/x"]',
      `["http://a/x",\n  "http://b/x"\t,  "http://c/x",  "${local}"]`,
    ),
    lacking("differs by a slash", `["${local}/"]`, `["${local}/", "${local}"]`),
    {
      name: "is a deep link, which no edit copies",
      path,
      text: withLocal("[]", '{ "EXPO_PUBLIC_WORKOS_REDIRECT_URI": «"myapp://callback"» }'),
      errors: [{ messageId: "lacksLocal", data: { name: "EXPO_PUBLIC_WORKOS_REDIRECT_URI" } }],
    },
    {
      name: "holds what could be a secret, which no edit copies",
      path,
      text: withLocal("[]", `{ "${name}": «"http://me:hunter2hunter2@localhost:3000/callback"» }`),
      errors: [{ messageId: "lacksLocal", data: { name } }],
    },
  ],
});
