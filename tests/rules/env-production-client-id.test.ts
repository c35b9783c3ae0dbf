import { clientId, otherClientId, testFileRule } from "./file-rule-tester.js";
import type { Files, InvalidFile, ValidFile } from "./file-rule-tester.js";
import { crlf } from "./rule-tester.js";

const rule = "env-production-client-id";
const same = `WORKOS_CLIENT_ID=${clientId}\n`;

function sound(name: string, beside: Files, text = same, path = ".env.production"): ValidFile {
  return { name, path, text, beside };
}

function reported(name: string, path: string, file: string, other = same): InvalidFile {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return {
    name,
    path,
    text: `WORKOS_CLIENT_ID=«${clientId}» # why\n`,
    beside: { [folder + file]: other },
    errors: [{ messageId: "sameAsDevelopment", data: { name: "WORKOS_CLIENT_ID", file } }],
  };
}

testFileRule(rule, "the client of production", {
  valid: [
    sound("is another than that of development", { ".env.local": `WORKOS_CLIENT_ID=${otherClientId}\n` }),
    sound("is alone", {}),
    sound("is that of another file for production", { ".env.production.local": same, "prod.env": same }),
    sound("is that of its Convex deployment", { ".env.convex": same, ".env.convex.prod": same }),
    sound("is in an example", { ".env.example": same, ".env.local.sample": same }),
    sound("is in a file for tests", { ".env.test": same, ".env.ci": same }),
    sound("is in another folder", { "apps/web/.env.local": same }),
    sound("is that of another environment, on purpose", {
      ".env.local": `WORKOS_CLIENT_ID=${otherClientId}\nPRODUCTION_WORKOS_CLIENT_ID=${clientId}\n`,
    }),
    sound(
      "has one for staging",
      { ".env.local": `WORKOS_CLIENT_ID=${otherClientId}\n` },
      `${same}STAGING_WORKOS_CLIENT_ID=${otherClientId}\n`,
    ),
    sound(
      "is a filler, which another rule reports",
      { ".env": "WORKOS_CLIENT_ID=client_XXXXXXXXXXXXXXXXXXXXXXXXXX\n" },
      "WORKOS_CLIENT_ID=client_XXXXXXXXXXXXXXXXXXXXXXXXXX\n",
    ),
    sound(
      "is in doubt, which another rule reports",
      { ".env": same },
      `${same}VITE_WORKOS_CLIENT_ID=${otherClientId}\n`,
    ),
    sound("is not there", { ".env": "A=b\n" }, "A=b\n"),
    sound("comes from elsewhere", { ".env": "WORKOS_CLIENT_ID=$A\n" }, "WORKOS_CLIENT_ID=$A\n"),
    sound("is seen from the file for development", { ".env.production": same }, same, ".env.local"),
  ],
});

testFileRule(rule, "the client of development", {
  invalid: [
    reported("in a file for production", ".env.production", ".env.local"),
    reported("among other variables", ".env.production", ".env.local", `A=b\n${same}C=d\n`),
    {
      ...reported("beside other variables", ".env.production", ".env.local"),
      text: `A=b\nWORKOS_CLIENT_ID=«${clientId}»\nWORKOS_API_KEY=c\n`,
    },
    reported(
      "under another name",
      ".env.production",
      ".env.development",
      `export NEXT_PUBLIC_WORKOS_CLIENT_ID="${clientId}"\n`,
    ),
    reported("in an app of a monorepo", "apps/web/.env.production.local", ".env"),
    reported("in the variables of a Convex deployment", ".env.convex.prod", ".env.local"),
    {
      name: "under two names, with Windows line ends",
      path: ".env.prod",
      text: crlf(`WORKOS_CLIENT_ID=«'${clientId}'»\nVITE_WORKOS_CLIENT_ID=«${clientId}»\n`),
      beside: { ".env": same, ".env.local": same },
      errors: ["", "VITE_"].map((prefix) => ({
        messageId: "sameAsDevelopment",
        data: { name: `${prefix}WORKOS_CLIENT_ID`, file: ".env" },
      })),
    },
  ],
});
