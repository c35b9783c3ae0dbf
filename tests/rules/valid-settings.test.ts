import { testRule } from "./rule-tester.js";

const rule = "valid-settings";

const code = 'export default { providers: [{ domain: "https://auth.example.com", applicationID: "app" }] };\n';
const at = { line: 1, column: 1 };

testRule(rule, "settings of the documented form", {
  valid: [
    { name: "none", code },
    { name: "those of other plugins", code, settings: { react: { version: "19" } } },
    { name: "an empty object", code, settings: { "convex-authkit": {} } },
    {
      name: "both",
      code,
      settings: { "convex-authkit": { tokensCarryAudience: false, apiHostnames: ["auth.example.com"] } },
    },
    { name: "a hostname in upper case", code, settings: { "convex-authkit": { apiHostnames: ["Auth.Example.COM"] } } },
    {
      name: "wrong ones, in a file of Auth.js",
      code: `import NextAuth from "next-auth";\n${code}`,
      settings: { "convex-authkit": 5 },
    },
  ],
  invalid: [],
});

testRule(rule, "settings that do not count", {
  valid: [],
  invalid: [
    ...[null, "yes", 5, [true]].map((settings) => ({
      name: `${JSON.stringify(settings)} in place of an object`,
      code,
      settings: { "convex-authkit": settings },
      errors: [{ messageId: "notAnObject", data: { expected: "an object" }, ...at }],
      output: null,
    })),
    ...[
      ["tokensCarryAud", "tokensCarryAudience"],
      ["tokenCarriesAudience", "tokensCarryAudience"],
      ["apiHostname", "apiHostnames"],
      ["api_hostnames", "apiHostnames"],
      ["customDomains", "apiHostnames"],
    ].map(([name = "", meant = ""]) => ({
      name: `${name} in place of ${meant}`,
      code,
      settings: { "convex-authkit": { [name]: true } },
      errors: [{ messageId: "misspelt", data: { name, meant }, ...at }],
      output: null,
    })),
    {
      name: "a name that means nothing here",
      code,
      settings: { "convex-authkit": { strict: true } },
      errors: [
        { messageId: "unknown", data: { name: "strict", expected: "`tokensCarryAudience` or `apiHostnames`" }, ...at },
      ],
      output: null,
    },
    ...[1, "true", null].map((value) => ({
      name: `tokensCarryAudience as ${JSON.stringify(value)}`,
      code,
      settings: { "convex-authkit": { tokensCarryAudience: value } },
      errors: [{ messageId: "wrongType", data: { name: "tokensCarryAudience", expected: "`true` or `false`" }, ...at }],
      output: null,
    })),
    ...["auth.example.com", [5], ["https://auth.example.com"], ["auth.example.com/"], [""]].map((value) => ({
      name: `apiHostnames as ${JSON.stringify(value)}`,
      code,
      settings: { "convex-authkit": { apiHostnames: value } },
      errors: [
        {
          messageId: "wrongType",
          data: { name: "apiHostnames", expected: 'a list of hostnames such as `["auth.example.com"]`' },
          ...at,
        },
      ],
      output: null,
    })),
  ],
});
