import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";

const rule = "no-env-fallback";

const file = (value: string, before = ""): string =>
  `${before}export default { providers: [{ domain: "https://auth.example.com", applicationID: ${value} }] };\n`;

const neverRuns = (operator: string, output?: string) => ({
  messageId: "neverRuns",
  data: { operator },
  ...(output == null ? {} : { suggestions: [{ messageId: "dropFallback", output }] }),
});

const optionalEnv = `function optionalEnv(name: string) {
  try {
    return process.env[name];
  } catch {
    return undefined;
  }
}
`;

testRule(rule, "what may take effect, or belongs to another rule", {
  valid: [
    { name: "no fallback", code: file("process.env.APP") },
    {
      name: "a literal client id, which has its own rule",
      code: file('process.env.WORKOS_CLIENT_ID ?? "client_01ABCDEFGHJKMNPQRSTVWXYZ00"'),
    },
    {
      name: "a literal client id behind ||",
      code: file('process.env.WORKOS_CLIENT_ID || "client_01ABCDEFGHJKMNPQRSTVWXYZ00"'),
    },
    {
      name: "a constant that holds a client id",
      code: file("process.env.WORKOS_CLIENT_ID ?? id", 'const id = "client_01ABCDEFGHJKMNPQRSTVWXYZ00";\n'),
    },
    { name: "a helper that swallows the error", code: file('optionalEnv("APP") ?? "app"', optionalEnv) },
    {
      name: "an imported helper that may swallow it",
      code: file('getEnv("APP") ?? "app"', 'import { getEnv } from "./env";\n'),
    },
    {
      name: "a try that swallows it",
      code: file("app", 'let app = "app";\ntry {\n  app = process.env.APP ?? "app";\n} catch {}\n'),
    },
    { name: "an import", code: file('app ?? "app"', 'import { app } from "./app";\n') },
    { name: "NODE_ENV, which is a constant", code: file('process.env.NODE_ENV ?? "app"') },
    { name: "a member of another object", code: file('config.APP ?? "app"', 'import { config } from "./config";\n') },
    { name: "a text that holds a variable", code: file('`${process.env.APP}-x` || "app"') },
    { name: "&&", code: file('process.env.FLAG && "app"') },
    {
      name: "a function that nobody calls",
      code: file('"app"', 'export const app = () => process.env.APP ?? "app";\n'),
    },
    { name: "destructuring with a default", code: file("APP", 'const { APP = "app" } = process.env;\n') },
    { name: "import.meta.env", code: file('import.meta.env?.VITE_APP ?? "app"') },
  ],
});

testRule(rule, "a fallback that never runs, in TypeScript", {
  invalid: [
    {
      name: "??",
      code: file('«process.env.APP ?? "app"»'),
      errors: [neverRuns("??", file("process.env.APP!"))],
      output: null,
    },
    {
      name: "||",
      code: file('«process.env.APP || "app"»'),
      errors: [neverRuns("||", file("process.env.APP!"))],
      output: null,
    },
    {
      name: "the empty text",
      code: file('«process.env.APP ?? ""»'),
      errors: [neverRuns("??", file("process.env.APP!"))],
      output: null,
    },
    {
      name: "in quotes",
      code: file("«process.env['APP'] ?? 'app'»"),
      errors: [neverRuns("??", file("process.env['APP']!"))],
      output: null,
    },
    {
      name: "with ! already",
      code: file('«process.env.APP! ?? "app"»'),
      errors: [neverRuns("??", file("process.env.APP!"))],
      output: null,
    },
    {
      name: "with types already",
      code: file('«(process.env.APP as string) ?? "app"»'),
      errors: [neverRuns("??", file("process.env.APP as string"))],
      output: null,
    },
    {
      name: "with types inside another expression",
      code: file('`app-${«(process.env.APP as string) ?? "x"»}`'),
      errors: [neverRuns("??", file("`app-${process.env.APP as string}`"))],
      output: null,
    },
    {
      name: "in parentheses with a member behind",
      code: file('(«process.env.APP ?? "app"»).trim()'),
      errors: [neverRuns("??", file("process.env.APP!.trim()"))],
      output: null,
    },
    {
      name: "types in parentheses with a member behind",
      code: file('(«(process.env.APP as string) ?? "app"»).trim()'),
      errors: [neverRuns("??", file("(process.env.APP as string).trim()"))],
      output: null,
    },
    {
      name: "a trimmed variable",
      code: file('«process.env.APP?.trim() ?? ""»'),
      errors: [neverRuns("??", file("process.env.APP?.trim()!"))],
      output: null,
    },
    {
      name: "the generated env",
      code: file('«env.APP ?? "app"»', 'import { env } from "./_generated/server";\n'),
      errors: [neverRuns("??", file("env.APP!", 'import { env } from "./_generated/server";\n'))],
      output: null,
    },
    {
      name: "an imported helper that throws",
      code: file('«requireEnv("APP") ?? "app"»', 'import { requireEnv } from "./env";\n'),
      errors: [neverRuns("??", file('requireEnv("APP")!', 'import { requireEnv } from "./env";\n'))],
      output: null,
    },
    {
      name: "a constant",
      code: file('«app ?? "app"»', "const app = process.env.APP;\n"),
      errors: [neverRuns("??", file("app!", "const app = process.env.APP;\n"))],
      output: null,
    },
    {
      name: "another variable as the fallback",
      code: file("«process.env.APP ?? process.env.OTHER»"),
      errors: [neverRuns("??", file("process.env.APP!"))],
      output: null,
    },
    {
      name: "a call as the fallback",
      code: file("«process.env.APP ?? fallback()»", 'import { fallback } from "./fallback";\n'),
      errors: [neverRuns("??", file("process.env.APP!", 'import { fallback } from "./fallback";\n'))],
      output: null,
    },
    {
      name: "a placeholder of a client id",
      code: file('«process.env.WORKOS_CLIENT_ID ?? "client_your_client_id_here"»'),
      errors: [neverRuns("??", file("process.env.WORKOS_CLIENT_ID!"))],
      output: null,
    },
    {
      name: "in a constant",
      code: file("app", 'const app = «process.env.APP ?? "app"»;\n'),
      errors: [neverRuns("??", file("app", "const app = process.env.APP!;\n"))],
      output: null,
    },
    {
      name: "in a template",
      code: file('`app-${«process.env.APP ?? ""»}`'),
      errors: [neverRuns("??", file("`app-${process.env.APP}`"))],
      output: null,
    },
    {
      name: "in a function that is called once",
      code: file("app()", 'const app = () => «process.env.APP ?? "app"»;\n'),
      errors: [neverRuns("??", file("app()", "const app = () => process.env.APP!;\n"))],
      output: null,
    },
    {
      name: "in a helper with the fallback as an argument",
      code: file(
        'read("APP", "app")',
        "const read = (name: string, fallback: string) => «process.env[name] ?? fallback»;\n",
      ),
      errors: [
        neverRuns(
          "??",
          file('read("APP", "app")', "const read = (name: string, fallback: string) => process.env[name]!;\n"),
        ),
      ],
      output: null,
    },
    {
      name: "in a function that is called twice, which is one defect",
      code: `const read = (name: string) => «process.env[name] ?? ""»;\nexport default { providers: [{ domain: read("DOMAIN"), applicationID: read("APP") }] };\n`,
      errors: [
        neverRuns(
          "??",
          `const read = (name: string) => process.env[name]!;\nexport default { providers: [{ domain: read("DOMAIN"), applicationID: read("APP") }] };\n`,
        ),
      ],
      output: null,
    },
    {
      name: "where the value ends nowhere",
      code: file('"app"', 'export const other = «process.env.OTHER ?? "x"»;\n'),
      errors: [neverRuns("??", file('"app"', "export const other = process.env.OTHER!;\n"))],
      output: null,
    },
    {
      name: "with a comment inside, which must not be lost",
      code: file('«process.env.APP /* required */ ?? "app"»'),
      errors: [neverRuns("??")],
      output: null,
    },
    {
      name: "over several lines",
      code: file('«process.env.APP ??\n  "app"»'),
      errors: [neverRuns("??", file("process.env.APP!"))],
      output: null,
    },
    {
      name: "with tabs, Windows line ends and a byte-order mark",
      code: withByteOrderMark(
        crlf(
          "const app =\n\t«process.env.APP ||\n\t'app'»;\nexport default { providers: [{ domain: 'https://auth.example.com', applicationID: app }] };\n",
        ),
      ),
      errors: [
        neverRuns(
          "||",
          withByteOrderMark(
            crlf(
              "const app = process.env.APP!;\nexport default { providers: [{ domain: 'https://auth.example.com', applicationID: app }] };\n",
            ),
          ),
        ),
      ],
      output: null,
    },
    {
      name: "below its name, where it does not fit beside it",
      code: file(
        "applicationIdOfTheProvider",
        'const applicationIdOfTheProvider =\n  «process.env.APPLICATION_ID_OF_THE_PROVIDER_THAT_SIGNS_IN ??\n  "app"»;\n',
      ),
      errors: [
        neverRuns(
          "??",
          file(
            "applicationIdOfTheProvider",
            "const applicationIdOfTheProvider =\n  process.env.APPLICATION_ID_OF_THE_PROVIDER_THAT_SIGNS_IN!;\n",
          ),
        ),
      ],
      output: null,
    },
    {
      name: "below its name, in parentheses that only the fallback needs",
      code: file("app", 'const app =\n  («process.env.APP ?? "app"»).replace(/x/, "");\n'),
      errors: [neverRuns("??", file("app", 'const app = process.env.APP!.replace(/x/, "");\n'))],
      output: null,
    },
    {
      name: "below its name, with more lines behind",
      code: file("app", 'const app =\n  («process.env.APP ?? "app"»)\n    .trim()\n    .replace(/x/, "");\n'),
      errors: [neverRuns("??", file("app", 'const app =\n  process.env.APP!\n    .trim()\n    .replace(/x/, "");\n'))],
      output: null,
    },
    {
      name: "below its name, after a comment",
      code: file("app", 'const app = // required\n  «process.env.APP ?? "app"»;\n'),
      errors: [neverRuns("??", file("app", "const app = // required\n  process.env.APP!;\n"))],
      output: null,
    },
    {
      name: "two of them: one report, one suggestion for both",
      code: 'export default { providers: [{ domain: «process.env.DOMAIN ?? "d"», applicationID: process.env.APP || "a" }] };\n',
      errors: [
        neverRuns(
          "??",
          "export default { providers: [{ domain: process.env.DOMAIN!, applicationID: process.env.APP! }] };\n",
        ),
      ],
      output: null,
    },
    {
      name: "one in another: the first variable throws",
      code: file('«process.env.APP ?? process.env.OTHER ?? "app"»'),
      errors: [neverRuns("??", file("process.env.APP!"))],
      output: null,
    },
  ],
});

testRule(rule, "a fallback that never runs, in JavaScript", {
  invalid: [
    {
      name: "??",
      filename: "convex/auth.config.js",
      code: file('«process.env.APP ?? "app"»'),
      errors: [neverRuns("??", file("process.env.APP"))],
      output: null,
    },
    {
      name: "||",
      filename: "convex/auth.config.js",
      code: file("«process.env['APP'] || ''»"),
      errors: [neverRuns("||", file("process.env['APP']"))],
      output: null,
    },
    {
      name: "in parentheses",
      filename: "convex/auth.config.js",
      code: file('«(process.env.APP) ?? "app"»'),
      errors: [neverRuns("??", file("process.env.APP"))],
      output: null,
    },
  ],
});

testRule(rule, "files that are not ours", {
  valid: [
    { name: "Auth.js", code: `import NextAuth from "next-auth";\n${file('process.env.APP ?? "app"')}` },
    { name: "another folder", filename: "src/auth.config.ts", code: file('process.env.APP ?? "app"') },
  ],
});
