import { manifest, nextApp, testFileRule } from "./file-rule-tester.js";
import type { InvalidFile, ValidFile } from "./file-rule-tester.js";
import { crlf, withByteOrderMark } from "./rule-tester.js";

const rule = "env-redirect-uri";
const NAME = "NEXT_PUBLIC_WORKOS_REDIRECT_URI";
const local = "http://localhost:3000/callback";

function sound(name: string, value: string, path = ".env.local"): ValidFile {
  return { name, path, text: `${NAME}=${value}\n` };
}

function reported(messageId: string, name: string, value: string, path = ".env.local"): InvalidFile {
  return { name, path, text: `${NAME}=«${value}» # why\n`, errors: [{ messageId, data: { name: NAME } }] };
}

function debris(name: string, value: string, repaired = local): InvalidFile {
  return { ...reported("debris", name, value), output: `${NAME}=${repaired} # why\n` };
}

testFileRule(rule, "absolute URLs", {
  valid: [
    sound("of this machine", local),
    sound("in quotes", `"${local}"`),
    sound("in a local network", "http://192.168.178.20:3000/callback"),
    sound("of a machine in the network", "http://macbook.local:3000/callback"),
    sound("of a tunnel", "https://abc-123.ngrok-free.app/api/auth/callback"),
    sound("of this machine, by an address", "http://127.0.0.1:5173/callback"),
    sound("public", "https://app.example.com/callback", ".env.production"),
    sound("with a query", "https://app.example.com/callback?tenant=a", ".env.production"),
    sound("of this machine in an example", local, ".env.production.example"),
    sound("a placeholder in an example", "<your Redirect URI>", ".env.example"),
    sound("a host to replace in an example", "https://your-app.com/callback", ".env.example"),
    sound("nothing real in a file for tests", "test", ".env.test"),
    sound("the last of its name", `/callback\n${NAME}=${local}`),
    { name: "a deep link of an app", text: "EXPO_PUBLIC_WORKOS_REDIRECT_URI=myapp://callback\n" },
    {
      name: "a deep link for production",
      path: ".env.production",
      text: "EXPO_PUBLIC_WORKOS_REDIRECT_URI=com.acme.app:/callback\n",
    },
    { name: "of Expo's own app", text: "WORKOS_REDIRECT_URI=exp://192.168.1.4:8081/--/callback\n" },
    {
      name: "a path that the app completes",
      text: "VITE_WORKOS_REDIRECT_URI=/callback\n",
      beside: { "package.json": manifest("@workos-inc/authkit-react") },
    },
    {
      name: "a path that an app for phones completes",
      text: "EXPO_PUBLIC_WORKOS_REDIRECT_URI=/callback\n",
      beside: { "package.json": manifest("expo") },
    },
    {
      name: "a secret, which is the business of another rule",
      text: `NEXT_PUBLIC_WORKOS_REDIRECT_URI=sk_test_a2V5XzAx\n`,
    },
    {
      name: "of another environment",
      path: ".env.production",
      text: `WORKOS_REDIRECT_URI=https://a.example.com/callback\nDEV_WORKOS_REDIRECT_URI=${local}\n`,
    },
    {
      name: "of other vendors",
      path: ".env.production",
      text: "GOOGLE_REDIRECT_URI=/callback\nNEXTAUTH_URL=http://localhost:3000\nAPP_URL=x\n",
    },
  ],
  invalid: [
    reported("notAbsolute", "a path", "/callback"),
    reported("notAbsolute", "a path after two slashes", "//app.example.com/callback"),
    reported("notAbsolute", "without a scheme", "app.example.com/callback"),
    reported("notAbsolute", "without a scheme, with a port", "localhost:3000/callback"),
    reported("notAbsolute", "another host with a port", "app.example.com:8080/callback"),
    reported("notAbsolute", "one slash", "https:/app.example.com/callback"),
    reported("notAbsolute", "no host", "https:///callback"),
    reported("notAbsolute", "a placeholder", "<your Redirect URI>"),
    reported("notAbsolute", "spaces in between", "https://app.example.com / callback"),
    reported("notAbsolute", "a path in an example", "/callback", ".env.example"),
    reported("notAbsolute", "without a scheme, for production", "app.example.com/callback", ".env.production"),
    {
      name: "a path under the name that the SDK reads",
      text: "WORKOS_REDIRECT_URI=«/callback»\n",
      errors: [{ messageId: "notAbsolute", data: { name: "WORKOS_REDIRECT_URI" } }],
    },
    {
      name: "a path, for whatever app",
      text: "VITE_WORKOS_REDIRECT_URI=«/callback»\n",
      errors: [{ messageId: "notAbsolute", data: { name: "VITE_WORKOS_REDIRECT_URI" } }],
      beside: {},
    },
    {
      name: "no scheme, which code does not add",
      text: "VITE_WORKOS_REDIRECT_URI=«localhost:5173/callback»\n",
      errors: [{ messageId: "notAbsolute", data: { name: "VITE_WORKOS_REDIRECT_URI" } }],
      beside: { "package.json": manifest("@workos-inc/authkit-react") },
    },
    {
      name: "the last of its name",
      text: `${NAME}=${local}\n${NAME}=«'callback'»\n`,
      errors: [{ messageId: "notAbsolute", data: { name: NAME } }],
    },
  ].map((each) => ({ beside: nextApp, ...each })),
});

testFileRule(rule, "debris", {
  valid: [{ name: "for other programs", text: "APP_URL=<https://app.example.com>\n" }],
  invalid: [
    debris("pointed brackets", `<${local}>`),
    debris("a comma", `${local},`),
    debris("a quote that nothing closes", `"${local}`),
    debris("a line end of `vercel env pull`", `"${local}\\n"`, `"${local}"`),
    debris("a space at the end", `'${local} '`, `'${local}'`),
    debris("quotes in quotes", `"'${local}'"`, `"${local}"`),
    debris(
      "at a host with a digit",
      "<https://app2.example.com:8443/api/auth/callback>",
      "https://app2.example.com:8443/api/auth/callback",
    ),
    {
      name: "with Windows line ends and a byte-order mark",
      text: withByteOrderMark(crlf(`export ${NAME}=«<${local}>»\nA=b\n`)),
      errors: [{ messageId: "debris", data: { name: NAME } }],
      output: withByteOrderMark(crlf(`export ${NAME}=${local}\nA=b\n`)),
    },
    { ...debris("in an example", `${local},`), path: ".env.example" },
    { ...debris("in a file for tests", `${local},`), path: ".env.test" },
    // What an edit copies, a report of it may show.
    reported("debris", "around a query", "<https://app.example.com/callback?code=hunter2hunter2>"),
    reported("debris", "around a password", "<https://me:hunter2hunter2@app.example.com/callback>"),
    reported("debris", "around a path of unusual words", "<https://app.example.com/hunter2hunter2>"),
    reported("debris", "around a deep link", "<com.acme.app:/callback>"),
  ],
});

testFileRule(rule, "production", {
  valid: [
    sound("a name that begins like this machine's", "https://localhost.example.com/callback", ".env.production"),
    sound(
      "an address in the query that is not encrypted",
      "https://app.example.com/callback?from=http://a.example.com",
      ".env.production",
    ),
  ],
  invalid: [
    reported("local", "this machine", local, ".env.production"),
    reported("local", "this machine, encrypted", "https://localhost/callback", ".env.production.local"),
    reported("local", "this machine by its address", "http://127.0.0.1:3000/callback", "prod.env"),
    reported("local", "this machine by its long address", "http://[::1]:3000/callback", ".env.prod"),
    reported("local", "every address of this machine", "http://0.0.0.0:3000/callback", ".env.production"),
    reported("local", "a name below this machine's", "http://app.localhost:3000/callback", ".env.production"),
    reported("insecure", "not encrypted", "http://app.example.com/callback", ".env.production"),
    reported("insecure", "not encrypted, in capitals", "HTTP://app.example.com/callback", ".env.production"),
    reported("insecure", "a machine in the network", "http://192.168.178.20:3000/callback", ".env.production"),
    {
      name: "of a Convex deployment",
      path: ".env.convex.prod",
      text: `WORKOS_REDIRECT_URI=«${local}»\n`,
      errors: [{ messageId: "local", data: { name: "WORKOS_REDIRECT_URI" } }],
    },
  ],
});
