import { testFileRule } from "./file-rule-tester.js";
import type { InvalidFile } from "./file-rule-tester.js";
import { crlf, withByteOrderMark } from "./rule-tester.js";

const rule = "env-api-hostname";
const data = { name: "WORKOS_API_HOSTNAME" };

function reported(messageId: string, name: string, value: string, output?: string): InvalidFile {
  const text = (marked: string): string => `A=b\nWORKOS_API_HOSTNAME=${marked} # why\n`;
  return {
    name,
    text: text(`«${value}»`),
    errors: [{ messageId, data }],
    ...(output == null ? {} : { output: text(output) }),
  };
}

testFileRule(rule, "hosts", {
  valid: [
    { name: "WorkOS's own", text: "WORKOS_API_HOSTNAME=api.workos.com\n" },
    { name: "a custom one", text: 'VITE_WORKOS_API_HOSTNAME="auth.example.com"\n' },
    { name: "this machine", text: "WORKOS_API_HOSTNAME=localhost\n" },
    { name: "with a port", text: "WORKOS_API_HOSTNAME=localhost:8080\n" },
    { name: "from elsewhere", text: "WORKOS_API_HOSTNAME=https://${HOST}\n" },
    {
      name: "a placeholder in an example",
      path: ".env.example",
      text: "WORKOS_API_HOSTNAME=https://your-domain.com\n",
    },
    {
      name: "a placeholder in a file for tests",
      path: ".env.test",
      text: "WORKOS_API_HOSTNAME=https://your-domain.com\n",
    },
    {
      name: "of other vendors",
      text: "NEXT_PUBLIC_API_HOSTNAME=https://api.example.com\nWORKOS_API_URL=https://api.workos.com\n",
    },
    {
      name: "the last of its name",
      text: "WORKOS_API_HOSTNAME=https://api.workos.com\nWORKOS_API_HOSTNAME=api.workos.com\n",
    },
  ],
});

testFileRule(rule, "more than a host", {
  invalid: [
    reported("scheme", "a scheme", "https://auth.example.com", "auth.example.com"),
    reported("scheme", "a scheme, in quotes", '"https://auth.example.com"', '"auth.example.com"'),
    reported("scheme", "a scheme behind a space", '" https://auth.example.com"', '"auth.example.com"'),
    reported("scheme", "a scheme twice", "https://https://auth.example.com", "auth.example.com"),
    reported("scheme", "a scheme in capitals", "HTTPS://auth.example.com", "auth.example.com"),
    reported("scheme", "a scheme without its colon", "https//auth.example.com", "auth.example.com"),
    reported("scheme", "a scheme and a slash", "https://auth.example.com/", "auth.example.com"),
    reported(
      "scheme",
      "a scheme, a port and a path",
      "'https://auth.example.com:8443/user_management?a=b'",
      "'auth.example.com:8443'",
    ),
    reported(
      "scheme",
      "a scheme, with a line end of `vercel env pull`",
      '"https://auth.example.com\\n"',
      '"auth.example.com"',
    ),
    reported("scheme", "a scheme before this machine", "http://localhost:8080"),
    reported("scheme", "a scheme and nothing else", "https://"),
    reported("scheme", "a password", "https://me:12345678@auth.example.com"),
    reported("path", "a slash", "auth.example.com/", "auth.example.com"),
    reported("path", "a path", "auth.example.com/user_management", "auth.example.com"),
    reported(
      "path",
      "a path that holds an address",
      "auth.example.com/to?next=https://app.example.com",
      "auth.example.com",
    ),
    reported("path", "a path in backticks", "`auth.example.com/v1`", "`auth.example.com`"),
    reported("path", "slashes of another system", "auth.example.com\\user_management", "auth.example.com"),
    reported("path", "a path alone", "/user_management"),
    {
      name: "with Windows line ends and a byte-order mark, for the browser",
      path: ".env.production",
      text: withByteOrderMark(crlf("VITE_WORKOS_API_HOSTNAME=«https://auth.example.com»\nA=b\n")),
      errors: [{ messageId: "scheme", data: { name: "VITE_WORKOS_API_HOSTNAME" } }],
      output: withByteOrderMark(crlf("VITE_WORKOS_API_HOSTNAME=auth.example.com\nA=b\n")),
    },
    { ...reported("scheme", "in an example", "https://auth.example.com", "auth.example.com"), path: ".env.example" },
  ],
});
