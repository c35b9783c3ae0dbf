import { clientId, otherClientId, testFileRule } from "./file-rule-tester.js";
import { crlf, withByteOrderMark } from "./rule-tester.js";

const rule = "env-consistent-client-id";

testFileRule(rule, "one client", {
  valid: [
    { name: "under one name", text: `WORKOS_CLIENT_ID=${clientId}\n` },
    {
      name: "under each of its names",
      text: `WORKOS_CLIENT_ID=${clientId}\nNEXT_PUBLIC_WORKOS_CLIENT_ID="${clientId}"\nexport VITE_WORKOS_CLIENT_ID='${clientId}'\n`,
    },
    {
      name: "of another environment, on purpose",
      text: `WORKOS_CLIENT_ID=${clientId}\nSTAGING_WORKOS_CLIENT_ID=${otherClientId}\nNEXT_PUBLIC_STAGING_WORKOS_CLIENT_ID=${otherClientId}\n`,
    },
    { name: "of another vendor", text: `WORKOS_CLIENT_ID=${clientId}\nNEXT_PUBLIC_CLIENT_ID=${otherClientId}\n` },
    {
      name: "beside a placeholder, which another rule reports",
      text: `WORKOS_CLIENT_ID=${clientId}\nVITE_WORKOS_CLIENT_ID=client_your_client_id_here\n`,
    },
    {
      name: "beside a filler, which another rule reports",
      text: `WORKOS_CLIENT_ID=${clientId}\nVITE_WORKOS_CLIENT_ID=client_XXXXXXXXXXXXXXXXXXXXXXXXXX\n`,
    },
    {
      name: "beside debris, which another rule reports",
      text: `WORKOS_CLIENT_ID=${clientId}\nVITE_WORKOS_CLIENT_ID=<${otherClientId}>\n`,
    },
    {
      name: "beside one from elsewhere",
      text: `WORKOS_CLIENT_ID=${clientId}\nVITE_WORKOS_CLIENT_ID=\${OTHER}\nEXPO_PUBLIC_WORKOS_CLIENT_ID=\n`,
    },
    {
      name: "the last of its name",
      text: `WORKOS_CLIENT_ID=${otherClientId}\nVITE_WORKOS_CLIENT_ID=${clientId}\nWORKOS_CLIENT_ID=${clientId}\n`,
    },
    {
      name: "another in another file",
      text: `VITE_WORKOS_CLIENT_ID=${clientId}\n`,
      beside: { ".env": `WORKOS_CLIENT_ID=${otherClientId}\n` },
    },
  ],
});

testFileRule(rule, "two clients", {
  invalid: [
    {
      name: "for the server and the browser",
      text: `WORKOS_CLIENT_ID=${clientId}\n\nNEXT_PUBLIC_WORKOS_CLIENT_ID=«${otherClientId}» # why\n`,
      errors: [
        { messageId: "differs", data: { name: "NEXT_PUBLIC_WORKOS_CLIENT_ID", first: "WORKOS_CLIENT_ID", line: "1" } },
      ],
    },
    {
      name: "where that of the server comes later, with Windows line ends and a byte-order mark",
      text: withByteOrderMark(
        crlf(
          `# WorkOS\nVITE_WORKOS_CLIENT_ID=«"${otherClientId}"»\n\nWORKOS_CLIENT_ID=${clientId}\nEXPO_PUBLIC_WORKOS_CLIENT_ID=${clientId}\n`,
        ),
      ),
      errors: [{ messageId: "differs", data: { name: "VITE_WORKOS_CLIENT_ID", first: "WORKOS_CLIENT_ID", line: "4" } }],
    },
    {
      name: "where the server has none, in an example",
      path: ".env.example",
      text: `VITE_WORKOS_CLIENT_ID=${clientId}\nEXPO_PUBLIC_WORKOS_CLIENT_ID=«${otherClientId}»\n`,
      errors: [
        {
          messageId: "differs",
          data: { name: "EXPO_PUBLIC_WORKOS_CLIENT_ID", first: "VITE_WORKOS_CLIENT_ID", line: "1" },
        },
      ],
    },
    {
      name: "twice, for production",
      path: ".env.production",
      text: `WORKOS_CLIENT_ID=${clientId}\nVITE_WORKOS_CLIENT_ID=«${otherClientId}»\nREACT_APP_WORKOS_CLIENT_ID=«${otherClientId}»\n`,
      errors: ["VITE_", "REACT_APP_"].map((prefix) => ({
        messageId: "differs",
        data: { name: `${prefix}WORKOS_CLIENT_ID`, first: "WORKOS_CLIENT_ID", line: "1" },
      })),
    },
  ],
});
