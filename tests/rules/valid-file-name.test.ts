import { join } from "node:path";
import { testRule } from "./rule-tester.js";
import { temporaryFolder } from "./temporary-folder.js";

const rule = "valid-file-name";

const config = 'export default { providers: [{ domain: "https://auth.example.com", applicationID: "app" }] };\n';
const typed = `import type { AuthConfig } from "convex/server";\n\n${config}`;
const imported = `import { defineSchema } from "convex/server";\n\n${config}`;

/** A report on the file as a whole. */
const atFile = { line: 1, column: 1 };

const alone = temporaryFolder({ "convex/auth.config.ts": config });
const both = temporaryFolder({ "convex/auth.config.ts": config, "convex/auth.config.js": config });
const backend = temporaryFolder({
  "convex.json": '{ "functions": "src/backend/" }',
  "src/backend/auth.config.ts": config,
  "src/backend/auth.config.js": config,
});
const monorepo = temporaryFolder({ "packages/api/convex.json": '{ "functions": "server" }' });

testRule(rule, "names that Convex reads", {
  valid: [
    { name: "auth.config.ts in convex", code: config },
    { name: "auth.config.js in convex", filename: "convex/auth.config.js", code: config },
    { name: "in a folder named convex anywhere", filename: "packages/backend/convex/auth.config.ts", code: typed },
    { name: "alone in its folder", filename: join(alone, "convex/auth.config.ts"), code: config },
    {
      name: "in the folder that convex.json names",
      filename: join(monorepo, "packages/api/server/auth.config.ts"),
      code: typed,
    },
    {
      name: "in a folder named convex although convex.json names another",
      filename: join(backend, "convex/auth.config.ts"),
      code: typed,
    },
  ],
});

testRule(rule, "extensions that Convex does not read", {
  valid: [{ name: "ts", filename: "convex/auth.config.ts", code: config }],
  invalid: [
    ...["mts", "cts", "mjs", "cjs", "tsx", "jsx"].map((extension) => ({
      name: extension,
      filename: `convex/auth.config.${extension}`,
      code: config,
      errors: [{ messageId: "wrongExtension", data: { extension }, ...atFile }],
      output: null,
    })),
    {
      name: "in the folder that convex.json names",
      filename: join(monorepo, "packages/api/server/auth.config.mts"),
      code: config,
      errors: [{ messageId: "wrongExtension", data: { extension: "mts" }, ...atFile }],
      output: null,
    },
    {
      name: "an empty file",
      filename: "convex/auth.config.mts",
      code: "",
      errors: [{ messageId: "wrongExtension", data: { extension: "mts" }, ...atFile }],
      output: null,
    },
    {
      name: "a file that always throws",
      filename: "convex/auth.config.mts",
      code: 'throw new Error("no");\n',
      errors: [{ messageId: "wrongExtension", data: { extension: "mts" }, ...atFile }],
      output: null,
    },
    {
      name: "a file with several variants, which is one defect",
      filename: "convex/auth.config.mts",
      code: 'import { flag } from "./flag";\nexport default flag ? { providers: [] } : { providers: [] };\n',
      errors: [{ messageId: "wrongExtension", data: { extension: "mts" }, ...atFile }],
      output: null,
    },
    {
      name: "a file that begins with a comment",
      filename: "convex/auth.config.mts",
      code: `// the config\n\n${config}`,
      errors: [{ messageId: "wrongExtension", data: { extension: "mts" }, ...atFile }],
      output: null,
    },
  ],
});

testRule(rule, "folders that Convex does not read", {
  valid: [
    {
      name: "without an import of convex/server it may be anybody's",
      filename: join(alone, "src/auth.config.ts"),
      code: config,
    },
    { name: "a text whose place is not known", filename: "src/auth.config.ts", code: typed },
    {
      name: "another package of convex",
      filename: join(alone, "src/auth.config.ts"),
      code: `import { useQuery } from "convex/react";\n${config}`,
    },
    {
      name: "a folder whose name only ends in convex",
      filename: join(alone, "my-convex/auth.config.ts"),
      code: config,
    },
  ],
  invalid: [
    {
      name: "with an import of types",
      filename: join(alone, "src/auth.config.ts"),
      code: typed,
      errors: [{ messageId: "wrongFolder", ...atFile }],
      output: null,
    },
    {
      name: "with an import",
      filename: join(alone, "src/auth.config.ts"),
      code: imported,
      errors: [{ messageId: "wrongFolder", ...atFile }],
      output: null,
    },
    {
      name: "in JavaScript",
      filename: join(alone, "src/auth.config.js"),
      code: imported,
      errors: [{ messageId: "wrongFolder", ...atFile }],
      output: null,
    },
    {
      name: "with another extension, which is one defect",
      filename: join(alone, "src/auth.config.mts"),
      code: typed,
      errors: [{ messageId: "wrongFolder", ...atFile }],
      output: null,
    },
    {
      name: "in a folder below convex",
      filename: join(alone, "convex/auth/auth.config.ts"),
      code: typed,
      errors: [{ messageId: "wrongFolder", ...atFile }],
      output: null,
    },
    {
      name: "in a folder whose name only begins with convex",
      filename: join(alone, "convex-backend/auth.config.ts"),
      code: typed,
      errors: [{ messageId: "wrongFolder", ...atFile }],
      output: null,
    },
    {
      name: "at the root",
      filename: join(alone, "auth.config.ts"),
      code: typed,
      errors: [{ messageId: "wrongFolder", ...atFile }],
      output: null,
    },
    {
      name: "beside the folder that convex.json names",
      filename: join(monorepo, "packages/api/auth.config.ts"),
      code: typed,
      errors: [{ messageId: "wrongFolder", ...atFile }],
      output: null,
    },
    {
      name: "a file that always throws",
      filename: join(alone, "src/auth.config.ts"),
      code: `${typed}throw new Error("no");\n`,
      errors: [{ messageId: "wrongFolder", ...atFile }],
      output: null,
    },
  ],
});

testRule(rule, "two files side by side", {
  valid: [{ name: "one of them alone", filename: join(alone, "convex/auth.config.ts"), code: config }],
  invalid: [
    {
      name: "the TypeScript one",
      filename: join(both, "convex/auth.config.ts"),
      code: config,
      errors: [{ messageId: "twoFiles", ...atFile }],
      output: null,
    },
    {
      name: "the JavaScript one",
      filename: join(both, "convex/auth.config.js"),
      code: config,
      errors: [{ messageId: "twoFiles", ...atFile }],
      output: null,
    },
    {
      name: "in the folder that convex.json names",
      filename: join(backend, "src/backend/auth.config.ts"),
      code: config,
      errors: [{ messageId: "twoFiles", ...atFile }],
      output: null,
    },
    {
      name: "a third one, with an extension that Convex does not read",
      filename: join(both, "convex/auth.config.mts"),
      code: config,
      errors: [{ messageId: "wrongExtension", data: { extension: "mts" }, ...atFile }],
      output: null,
    },
  ],
});

testRule(rule, "files that are not ours", {
  valid: [
    {
      name: "Auth.js",
      filename: join(alone, "convex/auth.config.mts"),
      code: `import NextAuth from "next-auth";\nimport { api } from "convex/server";\n${config}`,
    },
    {
      name: "Auth.js elsewhere",
      filename: join(alone, "src/auth.config.ts"),
      code: `import type { NextAuthConfig } from "next-auth";\nimport { api } from "convex/server";\n${config}`,
    },
    {
      name: "Auth.js in its new packages",
      filename: join(alone, "src/auth.config.ts"),
      code: `import Google from "@auth/core/providers/google";\nimport { api } from "convex/server";\n${config}`,
    },
    { name: "another name", filename: join(alone, "src/auth.ts"), code: typed },
    { name: "a name that only ends like it", filename: join(alone, "convex/my.auth.config.mts"), code: config },
    { name: "an extension of another kind", filename: join(alone, "convex/auth.config.test.ts"), code: config },
  ],
});

testRule(rule, "a file in JavaScript", {
  valid: [
    {
      name: "alone in its folder",
      filename: join(temporaryFolder({ "convex/auth.config.js": config }), "convex/auth.config.js"),
      code: config,
    },
  ],
});
