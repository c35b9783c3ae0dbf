import { liveKey, testFileRule, testKey } from "./file-rule-tester.js";
import type { InvalidFile } from "./file-rule-tester.js";
import { crlf, withByteOrderMark } from "./rule-tester.js";

const rule = "env-api-key";
const data = { name: "WORKOS_API_KEY" };

function reported(messageId: string, name: string, value: string, path = ".env.local"): InvalidFile {
  return { name, path, text: `export WORKOS_API_KEY=«${value}» # why\n`, errors: [{ messageId, data }] };
}

testFileRule(rule, "keys", {
  valid: [
    { name: "of staging", text: `WORKOS_API_KEY=${testKey}\n` },
    { name: "of production", path: ".env.production", text: `WORKOS_API_KEY="${liveKey}"\n` },
    { name: "of WorkOS's own emulator", text: "WORKOS_API_KEY=sk_test_default\n" },
    { name: "under a public prefix, where the name is the defect", text: "NEXT_PUBLIC_WORKOS_API_KEY=your_api_key\n" },
    {
      name: "behind a byte-order mark, with Windows line ends",
      text: withByteOrderMark(crlf(`A=b\nWORKOS_API_KEY='${testKey}' # why\n`)),
    },
    { name: "the last of its name", text: `WORKOS_API_KEY=sk_test_your_api_key_here\nWORKOS_API_KEY=${testKey}\n` },
    {
      name: "of other vendors",
      text: "STRIPE_API_KEY=rk_live_1\nOPENAI_API_KEY=sk-proj-1\nRESEND_API_KEY=re_1\nCLERK_SECRET_KEY=x\n",
    },
    { name: "a placeholder in an example", path: ".env.example", text: "WORKOS_API_KEY=sk_test_your_api_key_here\n" },
    { name: "a mock in a file for tests", path: ".env.test", text: "WORKOS_API_KEY=mock\n" },
  ],
  invalid: [
    reported("placeholder", "the one of the official examples", "sk_test_your_api_key_here"),
    reported("placeholder", "in capitals", "YOUR_WORKOS_API_KEY"),
    reported("placeholder", "in pointed brackets", "<your Secret Key>"),
    reported("placeholder", "with dots", "sk_test_..."),
    reported("placeholder", "x for each character", "sk_test_xxxxxxxxxxxxxxxx"),
    reported("placeholder", "of the reference of the API", "sk_example_123456789"),
    reported("placeholder", "hidden by stars", "************"),
    reported("placeholder", "for production", "sk_live_your_api_key_here", ".env.production"),
    reported("debris", "pointed brackets", `<${testKey}>`),
    reported("placeholder", "the one of the official examples in pointed brackets", "<sk_test_your_api_key_here>"),
    reported("debris", "a comma", `${liveKey},`),
    reported("debris", "a line end of `vercel env pull`", `"${liveKey}\\n"`),
    reported("debris", "a quote that nothing closes", `"${testKey}`),
    reported("notKey", "a client id", "client_01HQ3V7Z8K9M2N4P5R6S7T8V9W"),
    reported("notKey", "a key for the browser", "pk_test_a2V5XzAxSFEzVjdaOEs5TTJONFA1UjZTN1Q4VjlX"),
    reported("notKey", "of no environment", "sk_CW6fvLXTDhvCyHJ8hqNy"),
    reported("notKey", "a key of OpenAI", "sk-proj-a2V5XzAxSFEzVjda"),
    reported("notKey", "the prefix alone", "sk_"),
    reported("notKey", "the id of a key", "key_01HQ3V7Z8K9M2N4P5R6S7T8V9W"),
    reported("notKey", "of a Convex deployment", "test", ".env.convex"),
    {
      name: "under another name",
      text: "STAGING_WORKOS_API_KEY=«test»\n",
      errors: [{ messageId: "notKey", data: { name: "STAGING_WORKOS_API_KEY" } }],
    },
    {
      name: "the last of its name",
      text: `WORKOS_API_KEY=${testKey}\nWORKOS_API_KEY=«'test'»\n`,
      errors: [{ messageId: "notKey", data }],
    },
  ],
});
