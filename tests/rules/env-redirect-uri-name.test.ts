import { manifest, nextApp, testFileRule } from "./file-rule-tester.js";
import { crlf } from "./rule-tester.js";

const rule = "env-redirect-uri-name";
const data = { name: "WORKOS_REDIRECT_URI", read: "NEXT_PUBLIC_WORKOS_REDIRECT_URI" };
const desc = "Make the name `NEXT_PUBLIC_WORKOS_REDIRECT_URI`.";
const uri = "http://localhost:3000/callback";
const plain = `WORKOS_REDIRECT_URI=${uri}\n`;

testFileRule(rule, "the name that the SDK reads", {
  valid: [
    { name: "in a Next.js app", text: `NEXT_PUBLIC_WORKOS_REDIRECT_URI=${uri}\n`, beside: nextApp },
    {
      name: "in a React Router app",
      text: plain,
      beside: { "package.json": manifest("@workos-inc/authkit-react-router") },
    },
    {
      name: "in a TanStack Start app",
      text: plain,
      beside: { "package.json": manifest("@workos/authkit-tanstack-react-start") },
    },
    {
      name: "in an app of two SDKs",
      text: plain,
      beside: { "package.json": manifest("@workos-inc/authkit-nextjs", "@workos-inc/authkit-react") },
    },
    {
      name: "in a Next.js app without the SDK",
      text: plain,
      beside: { "package.json": manifest("next", "@workos-inc/node") },
    },
    { name: "in a folder without a package.json", text: plain },
    {
      name: "at the root of a monorepo",
      text: plain,
      beside: {
        "package.json": '{"workspaces":["apps/*"]}',
        "apps/web/package.json": manifest("@workos-inc/authkit-nextjs"),
      },
    },
    { name: "of a Convex deployment", path: ".env.convex", text: plain, beside: nextApp },
    { name: "from elsewhere", text: "WORKOS_REDIRECT_URI=${APP_URL}/callback\n", beside: nextApp },
    { name: "empty", path: ".env.example", text: "WORKOS_REDIRECT_URI=\n", beside: nextApp },
    { name: "in a comment", text: `# ${plain}`, beside: nextApp },
    {
      name: "read by code",
      text: plain,
      beside: { ...nextApp, "lib/auth.ts": "export const redirectUri = process.env.WORKOS_REDIRECT_URI;\n" },
    },
    {
      name: "passed on by the configuration",
      text: plain,
      beside: {
        ...nextApp,
        "next.config.mjs":
          "export default { env: { NEXT_PUBLIC_WORKOS_REDIRECT_URI: process.env.WORKOS_REDIRECT_URI } };\n",
      },
    },
    {
      name: "read by another package of the monorepo",
      path: "apps/web/.env.local",
      text: plain,
      beside: {
        "package.json": '{"workspaces":["apps/*"]}',
        "apps/web/package.json": manifest("@workos-inc/authkit-nextjs"),
        "packages/auth/index.ts": "env.WORKOS_REDIRECT_URI;\n",
      },
    },
  ],
});

testFileRule(rule, "the name that it does not read", {
  invalid: [
    {
      name: "in a Next.js app",
      text: `A=b\nexport «WORKOS_REDIRECT_URI»="${uri}" # why\n`,
      beside: nextApp,
      errors: [
        {
          messageId: "notRead",
          data,
          suggestions: [{ desc, output: `A=b\nexport NEXT_PUBLIC_WORKOS_REDIRECT_URI="${uri}" # why\n` }],
        },
      ],
    },
    {
      name: "in an app of a monorepo, with Windows line ends",
      path: "apps/web/.env.production",
      text: crlf("«WORKOS_REDIRECT_URI»=https://app.example.com/callback\n"),
      beside: {
        "package.json": '{"workspaces":["apps/*"]}',
        "apps/web/package.json": manifest("@workos-inc/authkit-nextjs"),
      },
      errors: [
        {
          messageId: "notRead",
          data,
          suggestions: [{ desc, output: crlf("NEXT_PUBLIC_WORKOS_REDIRECT_URI=https://app.example.com/callback\n") }],
        },
      ],
    },
    {
      name: "in an example, where code reads the right name",
      path: ".env.example",
      text: `«WORKOS_REDIRECT_URI»=${uri}\n`,
      beside: { ...nextApp, "lib/auth.ts": "process.env.NEXT_PUBLIC_WORKOS_REDIRECT_URI;\n" },
      errors: [
        { messageId: "notRead", data, suggestions: [{ desc, output: `NEXT_PUBLIC_WORKOS_REDIRECT_URI=${uri}\n` }] },
      ],
    },
    {
      name: "beside the right one",
      text: `«WORKOS_REDIRECT_URI»=${uri}\nNEXT_PUBLIC_WORKOS_REDIRECT_URI=${uri}\n`,
      beside: nextApp,
      errors: [{ messageId: "besideRead", data }],
    },
  ],
});
