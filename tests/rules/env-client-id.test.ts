import { clientId, testFileRule, testKey } from "./file-rule-tester.js";
import type { InvalidFile } from "./file-rule-tester.js";
import { crlf, withByteOrderMark } from "./rule-tester.js";

const rule = "env-client-id";
const data = { name: "WORKOS_CLIENT_ID" };

/** A variable with what was pasted around its value; the text behind `=` is what is marked and, repaired, the id. */
function debris(name: string, value: string, rest = "\n", content = clientId): InvalidFile {
  const text = (marked: string): string => `# WorkOS\nWORKOS_CLIENT_ID=${marked}${rest}`;
  return { name, text: text(`«${value}»`), errors: [{ messageId: "debris", data }], output: text(content) };
}

function reported(messageId: string, name: string, value: string): InvalidFile {
  return { name, text: `WORKOS_CLIENT_ID=«${value}»\n`, errors: [{ messageId, data }] };
}

testFileRule(rule, "client ids", {
  valid: [
    { name: "plain", text: `WORKOS_CLIENT_ID=${clientId}\n` },
    { name: "in quotes", text: `WORKOS_CLIENT_ID="${clientId}"\n` },
    {
      name: "in single quotes, exported, with a comment",
      text: `export WORKOS_CLIENT_ID='${clientId}' # production\n`,
    },
    { name: "after a colon", text: `WORKOS_CLIENT_ID: ${clientId}\n` },
    { name: "with Windows line ends", text: crlf(`A=b\nWORKOS_CLIENT_ID=${clientId}\nC=d\n`) },
    { name: "behind a byte-order mark", text: withByteOrderMark(`WORKOS_CLIENT_ID=${clientId}\n`) },
    { name: "with spaces around, which no program sees", text: `WORKOS_CLIENT_ID =  ${clientId}  \n` },
    { name: "of another length, as it may come to be", text: "WORKOS_CLIENT_ID=client_01HQ3V7Z8K9M2N4P5R6S7T\n" },
    {
      name: "the last of its name",
      text: `WORKOS_CLIENT_ID=client_your_client_id_here\nWORKOS_CLIENT_ID=${clientId}\n`,
    },
    { name: "in a comment", text: "# WORKOS_CLIENT_ID=client_your_client_id_here\n" },
    {
      name: "of other vendors",
      text: "GOOGLE_CLIENT_ID=123-abc.apps.googleusercontent.com\nAUTH0_CLIENT_ID=your_id\nCLERK_CLIENT_ID=x\nWORKOS_CLIENT_ID_OLD=x\n",
    },
    {
      name: "switched off by a comment",
      text: "# eslint-disable-next-line convex-authkit/env-client-id -- mocked\nWORKOS_CLIENT_ID=mock\n",
    },
  ],
});

testFileRule(rule, "debris", {
  invalid: [
    debris("pointed brackets", `<${clientId}>`),
    debris("a comma", `${clientId},`),
    debris("a semicolon", `${clientId};`),
    debris("a quote that nothing closes", `"${clientId}`),
    debris("a quote that nothing opens", `${clientId}"`),
    debris("a quote that nothing closes, before a comment", `'${clientId}`, " # production\nA=b\n"),
    debris("brackets before a comment", `<${clientId}>`, " # production\n"),
    debris("a line end of `vercel env pull`", `"${clientId}\\n"`, "\n", `"${clientId}"`),
    debris("two line ends in quotes", `"${clientId}\\r\\n"`, "\n", `"${clientId}"`),
    debris("a line end that single quotes keep as it is", `'${clientId}\\n'`, "\n", `'${clientId}'`),
    debris("a line end without quotes", `${clientId}\\n`),
    debris("a real line end", `"${clientId}\n"`, " # why\n", `"${clientId}"`),
    debris("spaces in quotes", `" ${clientId} "`, "\n", `"${clientId}"`),
    debris("quotes in quotes", `'"${clientId}"'`, "\n", `'${clientId}'`),
    debris("quotes in backticks", `\`"${clientId}"\``, "\n", `\`${clientId}\``),
    debris("at the end of the file", `<${clientId}>`, ""),
    { ...debris("in an example", `${clientId},`), path: ".env.example" },
    { ...debris("in a file for tests", `${clientId},`), path: ".env.test" },
    { ...debris("of a Convex deployment", `<${clientId}>`), path: ".env.convex" },
    { ...debris("for production", `<${clientId}>`), path: "apps/web/.env.production.local" },
    {
      name: "with Windows line ends and a byte-order mark",
      text: withByteOrderMark(crlf(`WORKOS_CLIENT_ID=«<${clientId}>» # why\nA=b\n`)),
      errors: [{ messageId: "debris", data }],
      output: withByteOrderMark(crlf(`WORKOS_CLIENT_ID=${clientId} # why\nA=b\n`)),
    },
    {
      name: "under each of its names",
      text: `WORKOS_CLIENT_ID=«${clientId},»\nNEXT_PUBLIC_WORKOS_CLIENT_ID=«<${clientId}>»\nexport STAGING_WORKOS_CLIENT_ID='${clientId}'\n`,
      errors: [
        { messageId: "debris", data },
        { messageId: "debris", data: { name: "NEXT_PUBLIC_WORKOS_CLIENT_ID" } },
      ],
      output: `WORKOS_CLIENT_ID=${clientId}\nNEXT_PUBLIC_WORKOS_CLIENT_ID=${clientId}\nexport STAGING_WORKOS_CLIENT_ID='${clientId}'\n`,
    },
  ],
});

testFileRule(rule, "placeholders", {
  valid: [
    { name: "in an example", path: ".env.example", text: "WORKOS_CLIENT_ID=client_your_client_id_here\n" },
    { name: "in a template", path: ".env.template", text: "WORKOS_CLIENT_ID=<your client id>\n" },
    {
      name: "in an example of a file for production",
      path: ".env.production.sample",
      text: "WORKOS_CLIENT_ID=client_01...\n",
    },
    { name: "an id in pointed brackets in an example", path: ".env.example", text: `WORKOS_CLIENT_ID=<${clientId}>\n` },
    { name: "of no known form in an example", path: ".env.local.example", text: "WORKOS_CLIENT_ID=client_abc\n" },
    { name: "in a file for tests", path: ".env.test", text: "WORKOS_CLIENT_ID=client_test_placeholder\n" },
    { name: "an invented id in a file for tests", path: ".env.test.local", text: "WORKOS_CLIENT_ID=client_123\n" },
    { name: "an invented id in a file for a CI job", path: "apps/web/.env.ci", text: "WORKOS_CLIENT_ID=dummy\n" },
  ],
  invalid: [
    reported("placeholder", "the one of the official examples", "client_your_client_id_here"),
    reported("placeholder", "with hyphens", "your-workos-client-id-here"),
    reported("placeholder", "in capitals", "YOUR-WORKOS-CLIENT-ID"),
    reported("placeholder", "the beginning of an id", "client_01..."),
    reported("placeholder", "with an ellipsis", "client_…"),
    reported("placeholder", "in pointed brackets", "<client id>"),
    reported("placeholder", "x for each character", "client_XXXXXXXXXXXXXXXXXXXXXXXXXX"),
    reported("placeholder", "x for each character, in brackets", "<client_XXXXXXXXXXXXXXXXXXXXXXXXXX>"),
    reported("placeholder", "a few x", "client_xxxxx"),
    reported("placeholder", "in quotes", '"client_your_client_id_here"'),
    { ...reported("placeholder", "for production", "client_your_client_id_here"), path: ".env.production" },
    { ...reported("placeholder", "of a Convex deployment", "client_your_client_id_here"), path: ".env.convex.prod" },
  ],
});

testFileRule(rule, "what is no client id", {
  invalid: [
    reported("secretKey", "an API key", testKey),
    reported("secretKey", "an API key with debris", `<${testKey}>`),
    { ...reported("secretKey", "an API key in an example", testKey), path: ".env.example" },
    {
      name: "an API key for the browser",
      text: `VITE_WORKOS_CLIENT_ID=«${testKey}»\n`,
      errors: [{ messageId: "secretKey", data: { name: "VITE_WORKOS_CLIENT_ID" } }],
    },
    reported("otherId", "that of an environment", "environment_01HQ3V7Z8K9M2N4P5R6S7T8V9W"),
    reported("otherId", "that of an organization", "org_01HQ3V7Z8K9M2N4P5R6S7T8V9W"),
    reported("otherId", "that of a project, with a comma", "project_01HQ3V7Z8K9M2N4P5R6S7T8V9W,"),
    {
      ...reported("otherId", "that of an environment in an example", "environment_01HQ3V7Z8K9M2N4P5R6S7T8V9W"),
      path: ".env.example",
    },
    reported("notClientId", "a word", "convex"),
    reported("notClientId", "the id without its prefix", "01HQ3V7Z8K9M2N4P5R6S7T8V9W"),
    reported("notClientId", "too short", "client_01HQ3V7Z8K9M2"),
    reported("notClientId", "with a space", "client_01HQ3V7Z8K9M2 N4P5R6S7T8V9W"),
    reported("notClientId", "with a hyphen", "client-01HQ3V7Z8K9M2N4P5R6S7T8V9W"),
    {
      name: "cut at a `#`",
      text: "WORKOS_CLIENT_ID=«client_01»#HQ3V7Z8K9M2N4P5R6S7T8V9W\n",
      errors: [{ messageId: "notClientId", data }],
    },
    {
      name: "the last of its name",
      text: `WORKOS_CLIENT_ID=${clientId}\nWORKOS_CLIENT_ID=«convex»\n`,
      errors: [{ messageId: "notClientId", data }],
    },
  ],
});
