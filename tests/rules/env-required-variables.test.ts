import { clientId, cookiePassword, liveKey, manifest, nextApp, testFileRule } from "./file-rule-tester.js";
import type { Files, InvalidFile, ValidFile } from "./file-rule-tester.js";
import { crlf, withByteOrderMark } from "./rule-tester.js";

const rule = "env-required-variables";
const all = "WORKOS_CLIENT_ID=\nWORKOS_API_KEY=\nWORKOS_COOKIE_PASSWORD=\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=\n";
const lacking = "WORKOS_CLIENT_ID=\nWORKOS_API_KEY=\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=\n";
const tanStackApp: Files = { "package.json": manifest("@workos/authkit-tanstack-react-start") };

function sound(name: string, text: string, beside: Files = nextApp, path = ".env.example"): ValidFile {
  return { name, path, text, beside };
}

/** A report on the first variable, with what a suggestion appends. */
function reported(
  name: string,
  text: string,
  missing: readonly string[],
  appended: string | null,
  rest: Partial<InvalidFile> = {},
): InvalidFile {
  const names = missing.map((each) => `\`${each}\``).join(", ");
  const output = text.replaceAll(/[«»]/gu, "") + (appended ?? "");
  const suggestions = appended == null ? [] : [{ desc: `Add ${names}.`, output }];
  return {
    name,
    path: ".env.example",
    text,
    beside: nextApp,
    errors: [{ messageId: "missing", data: { names }, suggestions }],
    ...rest,
  };
}

testFileRule(rule, "whole files", {
  valid: [
    sound("an example for Next.js", all),
    sound(
      "in any order, with values",
      `NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/callback\nWORKOS_COOKIE_PASSWORD=\nexport WORKOS_API_KEY=sk_test_...\nWORKOS_CLIENT_ID=client_...\n`,
    ),
    sound("an example for TanStack Start", all.replace("NEXT_PUBLIC_", ""), tanStackApp),
    sound("an example for an app without a server", "VITE_WORKOS_CLIENT_ID=\n", {
      "package.json": manifest("@workos-inc/authkit-react"),
    }),
    sound("an example for Expo", "EXPO_PUBLIC_WORKOS_CLIENT_ID=\n", { "package.json": manifest("expo") }),
    sound("an example for whatever", "WORKOS_CLIENT_ID=\n", {}),
    sound("an example with variables of others alone", "CONVEX_DEPLOYMENT=\nNEXT_PUBLIC_CONVEX_URL=\n"),
    sound("an example for webhooks alone", "WORKOS_WEBHOOK_SECRET=\n"),
    sound("an example that names what is optional in comments", `# WorkOS\n${lacking}# WORKOS_COOKIE_PASSWORD=\n`),
    sound(
      "an example that explains where one comes from",
      `${lacking}\n\t# WORKOS_COOKIE_PASSWORD: openssl rand -base64 32\n`,
    ),
    sound("an example beside one with the others", lacking, {
      ...nextApp,
      ".env.local.example": "A=b\nWORKOS_COOKIE_PASSWORD=\n",
    }),
    sound(
      "an example whose redirect URI has a name that the SDK does not read, which another rule reports",
      all.replace("NEXT_PUBLIC_", ""),
    ),
    sound(
      "an example whose API key would be public, which another rule reports",
      all.replace("WORKOS_API_KEY", "NEXT_PUBLIC_WORKOS_API_KEY"),
    ),
    sound(
      "an example, where code passes the redirect URI",
      lacking.replace("NEXT_PUBLIC_WORKOS_REDIRECT_URI=\n", "WORKOS_COOKIE_PASSWORD=\n"),
      { ...nextApp, "middleware.ts": "authkitMiddleware({ redirectUri });\n" },
    ),
    sound("an example, where code passes the password", lacking, {
      ...nextApp,
      "lib/auth.ts": "const cookiePassword = read();\n",
    }),
    sound("an example, where code configures the SDK", lacking, {
      ...tanStackApp,
      "src/server.ts": "configure(read());\n",
    }),
    sound("an example, where code configures the SDK behind a space", lacking, {
      ...tanStackApp,
      "src/server.ts": "configure (read());\n",
    }),
    sound("a file for development, which others complete", lacking, nextApp, ".env.local"),
    sound("a file for tests", "WORKOS_CLIENT_ID=mock\n", nextApp, ".env.test"),
    sound("what a Convex deployment has", "WORKOS_CLIENT_ID=\n", nextApp, ".env.convex.prod"),
    sound(
      "a file for production that another completes",
      `WORKOS_API_KEY=${liveKey}\n`,
      { ...nextApp, ".env": "A=b\n" },
      ".env.production",
    ),
    sound(
      "a file for production that another completes, beside an example",
      `WORKOS_API_KEY=${liveKey}\n`,
      { ...nextApp, ".env": "A=b\n", ".env.example": all },
      ".env.production",
    ),
    sound("an example for Expo, where code has names of its own", "EXPO_PUBLIC_CLIENT_ID=\nWORKOS_CLIENT_ID=\n", {
      "package.json": manifest("expo"),
    }),
    sound("an example for Vite, where code has names of its own", "VITE_CLIENT_ID=\nWORKOS_CLIENT_ID=\n", {
      "package.json": manifest("@workos-inc/authkit-react"),
    }),
    sound(
      "a file for production that says so",
      `WORKOS_API_KEY=${liveKey}\n# The host sets WORKOS_CLIENT_ID, WORKOS_COOKIE_PASSWORD and NEXT_PUBLIC_WORKOS_REDIRECT_URI.\n`,
      nextApp,
      ".env.production",
    ),
  ],
});

testFileRule(rule, "what is missing", {
  invalid: [
    reported(
      "in an example",
      `# WorkOS\n«WORKOS_CLIENT_ID»=\nWORKOS_API_KEY= # secret\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=\n`,
      ["WORKOS_COOKIE_PASSWORD"],
      "WORKOS_COOKIE_PASSWORD=\n",
    ),
    reported(
      "several",
      "A=b\n«WORKOS_API_KEY»=",
      ["WORKOS_CLIENT_ID", "WORKOS_COOKIE_PASSWORD", "NEXT_PUBLIC_WORKOS_REDIRECT_URI"],
      "\nWORKOS_CLIENT_ID=\nWORKOS_COOKIE_PASSWORD=\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=\n",
    ),
    reported(
      "where the browser has the client id alone",
      `export «NEXT_PUBLIC_WORKOS_CLIENT_ID»=\n${all.replace("WORKOS_CLIENT_ID=\n", "")}`,
      ["WORKOS_CLIENT_ID"],
      "WORKOS_CLIENT_ID=\n",
    ),
    reported(
      "the redirect URI for TanStack Start",
      "«WORKOS_CLIENT_ID»=\nWORKOS_API_KEY=\nWORKOS_COOKIE_PASSWORD=\n",
      ["WORKOS_REDIRECT_URI"],
      "WORKOS_REDIRECT_URI=\n",
      { beside: tanStackApp },
    ),
    reported(
      "the redirect URI for React Router",
      "«WORKOS_CLIENT_ID»=\nWORKOS_API_KEY=\nWORKOS_COOKIE_PASSWORD=\n",
      ["WORKOS_REDIRECT_URI"],
      "WORKOS_REDIRECT_URI=\n",
      {
        beside: { "package.json": manifest("@workos-inc/authkit-react-router") },
        path: ".env.local.sample",
      },
    ),
    reported(
      "with Windows line ends and a byte-order mark",
      withByteOrderMark(crlf("«WORKOS_CLIENT_ID»=\nWORKOS_API_KEY=\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=\n")),
      ["WORKOS_COOKIE_PASSWORD"],
      "WORKOS_COOKIE_PASSWORD=\r\n",
    ),
    reported(
      "the client id for Vite, although code names the redirect URI",
      "«VITE_WORKOS_REDIRECT_URI»=\n",
      ["VITE_WORKOS_CLIENT_ID"],
      "VITE_WORKOS_CLIENT_ID=\n",
      {
        beside: {
          "package.json": manifest("@workos-inc/authkit-react"),
          "src/main.tsx": "<AuthKitProvider redirectUri={uri} />\n",
        },
      },
    ),
    reported(
      "the client id for Expo",
      "«EXPO_PUBLIC_WORKOS_REDIRECT_URI»=\n",
      ["EXPO_PUBLIC_WORKOS_CLIENT_ID"],
      "EXPO_PUBLIC_WORKOS_CLIENT_ID=\n",
      {
        beside: { "package.json": manifest("expo") },
      },
    ),
    reported(
      "the client id for Expo, although code names the redirect URI",
      "EXPO_PUBLIC_CONVEX_URL=\n«EXPO_PUBLIC_WORKOS_REDIRECT_URI»=\n",
      ["EXPO_PUBLIC_WORKOS_CLIENT_ID"],
      "EXPO_PUBLIC_WORKOS_CLIENT_ID=\n",
      {
        beside: { "package.json": manifest("expo"), "src/auth.ts": "const redirectUri = makeRedirectUri();\n" },
      },
    ),
    reported(
      "in an example that names it in a comment behind a value",
      "«WORKOS_CLIENT_ID»=\nWORKOS_API_KEY= # and WORKOS_COOKIE_PASSWORD\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=\n",
      ["WORKOS_COOKIE_PASSWORD"],
      "WORKOS_COOKIE_PASSWORD=\n",
    ),
    reported(
      "beside an example that lacks it too",
      "«WORKOS_CLIENT_ID»=\nWORKOS_API_KEY=\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=\n",
      ["WORKOS_COOKIE_PASSWORD"],
      "WORKOS_COOKIE_PASSWORD=\n",
      {
        beside: { ...nextApp, ".env.local.example": "A=b\n" },
      },
    ),
    reported(
      "beside files that stay on a machine",
      "«WORKOS_CLIENT_ID»=\nWORKOS_API_KEY=\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=\n",
      ["WORKOS_COOKIE_PASSWORD"],
      "WORKOS_COOKIE_PASSWORD=\n",
      {
        beside: { ...nextApp, ".env": all, ".env.local": all, ".env.production": all, ".env.example.md": "" },
      },
    ),
    reported(
      "in the only file for production",
      `«WORKOS_CLIENT_ID»=${clientId}\nWORKOS_COOKIE_PASSWORD=${cookiePassword}\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=https://a.example.com/callback\n`,
      ["WORKOS_API_KEY"],
      null,
      {
        path: "apps/web/.env.production",
        beside: {
          "package.json": '{"workspaces":["apps/*"]}',
          "apps/web/package.json": manifest("@workos-inc/authkit-nextjs"),
          "apps/web/.env.example": all,
          "apps/web/.env.convex": "",
        },
      },
    ),
  ],
});
