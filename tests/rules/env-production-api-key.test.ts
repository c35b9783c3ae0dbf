import { liveKey, testFileRule, testKey } from "./file-rule-tester.js";
import { crlf } from "./rule-tester.js";

const rule = "env-production-api-key";
const stagingKey = [{ messageId: "stagingKey", data: { name: "WORKOS_API_KEY" } }];

testFileRule(rule, "staging keys", {
  valid: [
    {
      name: "with a comma behind it, which is no key at all",
      path: ".env.production",
      text: "WORKOS_API_KEY=sk_test_a2V5XzAxSFhZWkFC,\n",
    },
    { name: "in a file for development", text: `WORKOS_API_KEY=${testKey}\n` },
    {
      name: "in an example of a file for production",
      path: ".env.production.example",
      text: `WORKOS_API_KEY=${testKey}\n`,
    },
    { name: "of a Convex deployment for development", path: ".env.convex", text: `WORKOS_API_KEY=${testKey}\n` },
    { name: "a key of production", path: ".env.production", text: `WORKOS_API_KEY=${liveKey}\n` },
    {
      name: "under the name of another environment",
      path: ".env.production",
      text: `WORKOS_API_KEY=${liveKey}\nSTAGING_WORKOS_API_KEY=${testKey}\n`,
    },
    {
      name: "a placeholder, which another rule reports",
      path: ".env.production",
      text: "WORKOS_API_KEY=sk_test_your_api_key_here\n",
    },
    { name: "of Stripe", path: ".env.production", text: "STRIPE_SECRET_KEY=sk_test_51Habcdefghijk\n" },
    {
      name: "one that a later line replaces",
      path: ".env.production",
      text: `WORKOS_API_KEY=${testKey}\nWORKOS_API_KEY=${liveKey}\n`,
    },
  ],
  invalid: [
    {
      name: "in a file for production",
      path: ".env.production",
      text: `WORKOS_API_KEY=«${testKey}» # why\n`,
      errors: stagingKey,
    },
    {
      name: "in one that stays on a machine",
      path: "apps/web/.env.production.local",
      text: crlf(`A=b\nexport WORKOS_API_KEY=«"${testKey}"»\n`),
      errors: stagingKey,
    },
    { name: "in one with a short name", path: "prod.env", text: `WORKOS_API_KEY=«'${testKey}'»\n`, errors: stagingKey },
    {
      name: "of a Convex deployment for production",
      path: ".env.convex.prod",
      text: `WORKOS_API_KEY=«${testKey}»\n`,
      errors: stagingKey,
    },
  ],
});
