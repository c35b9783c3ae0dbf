import { clientId, cookiePassword, liveKey, testFileRule, testKey } from "./file-rule-tester.js";
import type { InvalidFile } from "./file-rule-tester.js";

const rule = "env-no-public-secret";
const webhookSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

function reported(messageId: string, name: string, value: string, path = ".env.local"): InvalidFile {
  return {
    name: `${name} in ${path}`,
    path,
    text: `export «${name}»="${value}" # why\n`,
    errors: [{ messageId, data: { name } }],
  };
}

testFileRule(rule, "what may be public", {
  valid: [
    { name: "a client id", text: `NEXT_PUBLIC_WORKOS_CLIENT_ID=${clientId}\nVITE_WORKOS_CLIENT_ID=${clientId}\n` },
    {
      name: "secrets on the server",
      text: `WORKOS_API_KEY=${liveKey}\nWORKOS_COOKIE_PASSWORD=${cookiePassword}\nWORKOS_WEBHOOK_SECRET=${webhookSecret}\n`,
    },
    {
      name: "keys of other vendors that are meant for the browser",
      text: "NEXT_PUBLIC_STRIPE_KEY=pk_live_51H\nVITE_CLERK_PUBLISHABLE_KEY=pk_test_abc\nNEXT_PUBLIC_POSTHOG_KEY=phc_abc\n",
    },
    {
      name: "addresses",
      text: "NEXT_PUBLIC_CONVEX_URL=https://happy-otter-123.convex.cloud\nEXPO_PUBLIC_WORKOS_REDIRECT_URI=myapp://callback\n",
    },
    {
      name: "secrets of other vendors on the server",
      text: "STRIPE_SECRET_KEY=sk_live_51H\nSTRIPE_WEBHOOK_SECRET=whsec_abc\nCLERK_SECRET_KEY=sk_test_abc\n",
    },
    { name: "a secret name without a value", path: ".env.example", text: "NEXT_PUBLIC_WORKOS_API_KEY=\n" },
    { name: "a secret name whose value comes from elsewhere", text: "NEXT_PUBLIC_WORKOS_API_KEY=$WORKOS_API_KEY\n" },
    { name: "a placeholder under another name", path: ".env.example", text: "VITE_STRIPE_KEY=sk_test_your_key_here\n" },
    {
      name: "a prefix that is none",
      text: `WORKOS_PUBLIC_API_KEY=${liveKey}\nMY_VITE_KEY=${liveKey}\nVITE_=${liveKey}\n`,
    },
    {
      name: "a word that is also a mocked secret",
      path: ".env.test",
      text: "WORKOS_API_KEY=test\nVITE_MODE=test\nWORKOS_COOKIE_PASSWORD=development\nNEXT_PUBLIC_STAGE=development\n",
    },
    {
      name: "a placeholder that is everywhere",
      path: ".env.example",
      text: "WORKOS_API_KEY=your_value_goes_in_here\nVITE_A=your_value_goes_in_here\n",
    },
    { name: "what a Convex deployment has", path: ".env.convex", text: `VITE_WORKOS_API_KEY=${liveKey}\n` },
    {
      name: "an API key in place of the client id, which another rule reports",
      text: `VITE_WORKOS_CLIENT_ID=${liveKey}\n`,
    },
    { name: "in a comment", text: `# VITE_WORKOS_API_KEY=${liveKey}\n` },
  ],
});

testFileRule(rule, "secrets by name", {
  invalid: [
    ...["NEXT_PUBLIC_", "VITE_", "EXPO_PUBLIC_", "REACT_APP_", "PUBLIC_", "NUXT_PUBLIC_", "GATSBY_"].map((prefix) =>
      reported("secretName", `${prefix}WORKOS_API_KEY`, testKey),
    ),
    reported("secretName", "NEXT_PUBLIC_WORKOS_COOKIE_PASSWORD", cookiePassword),
    reported("secretName", "VITE_WORKOS_WEBHOOK_SECRET", webhookSecret, ".env.production"),
    reported("secretName", "NEXT_PUBLIC_WORKOS_ACTION_SECRET", "abc"),
    reported("secretName", "NEXT_PUBLIC_STAGING_WORKOS_API_KEY", testKey),
    reported("secretName", "NEXT_PUBLIC_WORKOS_API_KEY", "sk_test_your_api_key_here", ".env.example"),
    reported("secretName", "NEXT_PUBLIC_WORKOS_API_KEY", "mock", ".env.test"),
  ],
});

testFileRule(rule, "secrets by value", {
  invalid: [
    reported("secretValue", "NEXT_PUBLIC_KEY", liveKey),
    reported("secretValue", "VITE_KEY", `'${testKey}',`),
    reported("secretValue", "VITE_STRIPE_KEY", "sk_live_51HabcDEF"),
    reported("secretValue", "EXPO_PUBLIC_HOOK", webhookSecret),
    reported("secretValue", "NEXT_PUBLIC_KEY", testKey, ".env.example"),
    {
      name: "the cookie password under another name",
      text: `WORKOS_COOKIE_PASSWORD=${cookiePassword}\n«VITE_PASSWORD»=${cookiePassword}\n«VITE_WORKOS_CLIENT_ID»=${cookiePassword}\n`,
      errors: [
        { messageId: "secretValue", data: { name: "VITE_PASSWORD" } },
        { messageId: "secretValue", data: { name: "VITE_WORKOS_CLIENT_ID" } },
      ],
    },
    {
      name: "a passphrase that has words of an example",
      text: "WORKOS_COOKIE_PASSWORD=love-your-neighbour-as-yourself-and-more\n«VITE_A»=love-your-neighbour-as-yourself-and-more\n",
      errors: [{ messageId: "secretValue", data: { name: "VITE_A" } }],
    },
    {
      name: "the secret of actions under another name, before it",
      text: "«NEXT_PUBLIC_SECRET»=0123456789abcdef\nWORKOS_ACTION_SECRET=0123456789abcdef\nNEXT_PUBLIC_BUILD=0123456789abcde\n",
      errors: [{ messageId: "secretValue", data: { name: "NEXT_PUBLIC_SECRET" } }],
    },
  ],
});
