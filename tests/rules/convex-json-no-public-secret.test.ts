import { testFileRule } from "./file-rule-tester.js";
import { crlf } from "./rule-tester.js";

const rule = "convex-json-no-public-secret";
const path = "convex.json";

function withVariables(variables: string): string {
  return `{\n  "authKit": {\n    "dev": {\n      "localEnvVars": ${variables}\n    }\n  }\n}\n`;
}

testFileRule(rule, "variables of the app", {
  valid: [
    {
      name: "the API key on the server",
      path,
      text: withVariables('{ "WORKOS_API_KEY": "${authEnv.WORKOS_API_KEY}" }'),
    },
    {
      name: "the client id in public",
      path,
      text: withVariables(
        '{ "NEXT_PUBLIC_WORKOS_CLIENT_ID": "${authEnv.WORKOS_CLIENT_ID}", "VITE_WORKOS_CLIENT_ID": "${authEnv.WORKOS_CLIENT_ID}" }',
      ),
    },
    {
      name: "the API key of the build in public, which may be another",
      path,
      text: withVariables('{ "VITE_KEY": "${buildEnv.WORKOS_API_KEY}" }'),
    },
    { name: "a template that means something else", path, text: withVariables('{ "VITE_KEY": "${auth.KEY}" }') },
    { name: "switched off", path, text: withVariables("false") },
    { name: "no texts", path, text: withVariables('{ "VITE_KEY": 1, "VITE_B": ["${authEnv.WORKOS_API_KEY}"] }') },
    {
      name: "elsewhere",
      path,
      text: '{ "authKit": { "prod": { "localEnvVars": { "VITE_KEY": "${authEnv.WORKOS_API_KEY}" } } }, "VITE_KEY": "${authEnv.WORKOS_API_KEY}" }\n',
    },
    {
      name: "one that a later member replaces",
      path,
      text: withVariables('{ "VITE_KEY": "${authEnv.WORKOS_API_KEY}", "VITE_KEY": "" }'),
    },
    { name: "no object at all", path, text: "[]\n" },
  ],
  invalid: [
    ...["NEXT_PUBLIC_", "VITE_", "EXPO_PUBLIC_", "REACT_APP_", "PUBLIC_"].map((prefix) => ({
      name: `the API key under ${prefix}`,
      path,
      text: withVariables(`{ «"${prefix}WORKOS_API_KEY"»: "\${authEnv.WORKOS_API_KEY}" }`),
      errors: [{ messageId: "apiKey", data: { name: `${prefix}WORKOS_API_KEY` } }],
    })),
    {
      name: "a template that means the API key, which another rule corrects",
      path,
      text: withVariables('{ «"VITE_KEY"»: "${WORKOS_API_KEY}" }'),
      errors: [{ messageId: "apiKey", data: { name: "VITE_KEY" } }],
    },
    {
      name: "the API key within other text, in a monorepo, with Windows line ends",
      path: "packages/backend/convex.json",
      text: crlf(withVariables('{\n  "A": "b",\n  «"VITE_HEADER"»: "Bearer ${authEnv.WORKOS_API_KEY}"\n}')),
      errors: [{ messageId: "apiKey", data: { name: "VITE_HEADER" } }],
    },
  ],
});
