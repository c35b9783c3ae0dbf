import { join } from "node:path";
import { crlf, testRule, withByteOrderMark } from "./rule-tester.js";
import { temporaryFolder } from "./temporary-folder.js";

const rule = "require-default-export";

const config = `{
  providers: [
    {
      domain: "https://auth.example.com",
      applicationID: "app",
    },
  ],
}`;

const commonJs = join(temporaryFolder({ "package.json": '{ "type": "commonjs" }' }), "convex/auth.config.js");
const untyped = join(temporaryFolder({ "package.json": "{}" }), "convex/auth.config.js");
const withoutPackage = join(temporaryFolder({}), "convex/auth.config.js");
const brokenPackage = join(temporaryFolder({ "package.json": '{ "type": ' }), "convex/auth.config.js");
const nested = join(
  temporaryFolder({ "package.json": '{ "type": "module" }', "convex/package.json": '{ "type": "commonjs" }' }),
  "convex/auth.config.js",
);
const modulePackage = join(temporaryFolder({ "package.json": '{ "type": "module" }' }), "convex/auth.config.js");
const typedModule = join(temporaryFolder({ "package.json": '{ "type": "module" }' }), "convex/auth.config.ts");

/** A report on the file as a whole. */
const atFile = { line: 1, column: 1 };

testRule(rule, "a default export that holds a list", {
  valid: [
    { name: "written out", code: `export default ${config};\n` },
    { name: "of a constant", code: `const config = ${config};\nexport default config;\n` },
    { name: "named default", code: `const config = ${config};\nexport { config as default };\n` },
    { name: "named default in quotes", code: `const config = ${config};\nexport { config as "default" };\n` },
    {
      name: "typed",
      code: `import type { AuthConfig } from "convex/server";\nexport default ${config} satisfies AuthConfig;\n`,
    },
    { name: "made by a local function", code: `const make = () => (${config});\nexport default make();\n` },
    { name: "made by an unknown function", code: `import { make } from "./make";\nexport default make();\n` },
    { name: "awaited", code: `import { make } from "./make";\nexport default await make();\n` },
    { name: "of another module", code: 'export { default } from "./config";\n' },
    { name: "of an imported object", code: 'import { config } from "./config";\nexport default config;\n' },
    { name: "with an empty list", code: "export default { providers: [] };\n" },
    {
      name: "with a list that is switched off",
      code: 'import { flag } from "./flag";\nexport default { providers: flag ? [{ domain: "https://auth.example.com", applicationID: "app" }] : [] };\n',
    },
    {
      name: "with an imported list",
      code: 'import { providers } from "./providers";\nexport default { providers };\n',
    },
    {
      name: "with a list from a library",
      code: 'import { getAuthConfigProviders } from "x";\nexport default { providers: getAuthConfigProviders() };\n',
    },
    {
      name: "with a list that may be in what is spread",
      code: 'import { base } from "./base";\nexport default { ...base };\n',
    },
    {
      name: "with elements that cannot be read",
      code: 'import { a, b } from "./providers";\nexport default { providers: [a, b(), ...a] };\n',
    },
    {
      name: "with an element that a variable switches on",
      code: 'export default { providers: [process.env.DOMAIN && { domain: process.env.DOMAIN, applicationID: "app" }] };\n',
    },
    {
      name: "with what filter(Boolean) leaves",
      code: 'import { flag } from "./flag";\nexport default { providers: [flag && { domain: "https://auth.example.com", applicationID: "app" }].filter(Boolean) };\n',
    },
    { name: "beside named exports", code: `export const other = ${config};\nexport default ${config};\n` },
    { name: "assigned in steps", code: `const config = {};\nconfig.providers = [];\nexport default config;\n` },
    { name: "in a file that throws", code: `if (!process.env.X) throw new Error("no");\nexport default ${config};\n` },
  ],
});

testRule(rule, "no default export", {
  valid: [{ name: "with one", code: `const config = ${config};\nexport default config;\n` }],
  invalid: [
    {
      name: "an object that nobody exports",
      code: `const «config» = ${config};\n`,
      errors: [{ messageId: "missing" }],
      output: `const config = ${config};\n\nexport default config;\n`,
    },
    {
      name: "a named export",
      code: `export const «authConfig» = ${config};\n`,
      errors: [{ messageId: "missing" }],
      output: `export const authConfig = ${config};\n\nexport default authConfig;\n`,
    },
    {
      name: "a name in a list",
      code: `const «config» = ${config};\nexport { config };\n`,
      errors: [{ messageId: "missing" }],
      output: `const config = ${config};\nexport { config };\n\nexport default config;\n`,
    },
    {
      name: "a typed constant",
      code: `import type { AuthConfig } from "convex/server";\n\nexport const «config: AuthConfig» = ${config};\n`,
      errors: [{ messageId: "missing" }],
      output: `import type { AuthConfig } from "convex/server";\n\nexport const config: AuthConfig = ${config};\n\nexport default config;\n`,
    },
    {
      name: "without semicolons",
      code: `export const «config» = ${config}\n`,
      errors: [{ messageId: "missing" }],
      output: `export const config = ${config}\n\nexport default config\n`,
    },
    {
      name: "without a line break at the end",
      code: `export const «config» = ${config};`,
      errors: [{ messageId: "missing" }],
      output: `export const config = ${config};\n\nexport default config;\n`,
    },
    {
      name: "with empty lines at the end",
      code: `export const «config» = ${config};\n\n\n`,
      errors: [{ messageId: "missing" }],
      output: `export const config = ${config};\n\nexport default config;\n\n\n`,
    },
    {
      name: "with a comment at the end",
      code: `export const «config» = ${config};\n// the end`,
      errors: [{ messageId: "missing" }],
      output: `export const config = ${config};\n// the end\n\nexport default config;\n`,
    },
    {
      name: "with Windows line ends and a byte-order mark",
      code: withByteOrderMark(crlf(`export const «config» = ${config};\n`)),
      errors: [{ messageId: "missing" }],
      output: withByteOrderMark(crlf(`export const config = ${config};\n\nexport default config;\n`)),
    },
    {
      name: "two objects, of which either can be meant",
      code: `export const a = ${config};\nexport const b = ${config};\n`,
      errors: [{ messageId: "missing", ...atFile }],
      output: null,
    },
    { name: "an empty file", code: "", errors: [{ messageId: "missing", ...atFile }], output: null },
    { name: "a comment alone", code: "// nothing yet\n", errors: [{ messageId: "missing", ...atFile }], output: null },
    {
      name: "a function",
      code: `export function config() {\n  return ${config};\n}\n`,
      errors: [{ messageId: "missing", ...atFile }],
      output: null,
    },
    {
      name: "an object without a list",
      code: "export const config = { provider: [] };\n",
      errors: [{ messageId: "missing", ...atFile }],
      output: null,
    },
    {
      name: "a star",
      code: 'export * from "./config";\n',
      errors: [{ messageId: "missing", ...atFile }],
      output: null,
    },
    { name: "null", code: "export default «null»;\n", errors: [{ messageId: "missing" }], output: null },
    { name: "undefined", code: "export default «undefined»;\n", errors: [{ messageId: "missing" }], output: null },
    {
      name: "nothing in one arm",
      code: `import { flag } from "./flag";\nexport default «flag ? ${config} : undefined»;\n`,
      errors: [{ messageId: "missing" }],
      output: null,
    },
    {
      name: "module.exports in a module",
      code: `import "./env";\nmodule.exports = ${config};\n`,
      errors: [{ messageId: "missing", ...atFile }],
      output: null,
    },
  ],
});

testRule(rule, "a default export without a list of providers", {
  valid: [{ name: "with one", code: "export default { providers: [] };\n" }],
  invalid: [
    { name: "an empty object", code: "export default «{}»;\n", errors: [{ messageId: "notAConfig" }], output: null },
    {
      name: "another member",
      code: "export default «{ provider: [] }»;\n",
      errors: [{ messageId: "notAConfig" }],
      output: null,
    },
    {
      name: "an undefined list",
      code: "export default { «providers: undefined» };\n",
      errors: [{ messageId: "notAConfig" }],
      output: null,
    },
    {
      name: "the list itself",
      code: 'export default «[{ domain: "https://auth.example.com", applicationID: "app" }]»;\n',
      errors: [{ messageId: "notAConfig" }],
      output: null,
    },
    {
      name: "a function that nobody calls",
      code: `export default «() => (${config})»;\n`,
      errors: [{ messageId: "notAConfig" }],
      output: null,
    },
    {
      name: "a named function",
      code: `export default «function config() { return ${config}; }»\n`,
      errors: [{ messageId: "notAConfig" }],
      output: null,
    },
    { name: "a class", code: "export default «class {}»\n", errors: [{ messageId: "notAConfig" }], output: null },
    { name: "a string", code: 'export default «"config"»;\n', errors: [{ messageId: "notAConfig" }], output: null },
    { name: "a number", code: "export default «5»;\n", errors: [{ messageId: "notAConfig" }], output: null },
    {
      name: "a variable",
      code: "export default «process.env.AUTH_CONFIG»;\n",
      errors: [{ messageId: "notAConfig" }],
      output: null,
    },
    {
      name: "a constant",
      code: "const config = { a: 1 };\nexport default «config»;\n",
      errors: [{ messageId: "notAConfig" }],
      output: null,
    },
    {
      name: "a list that && may leave out",
      code: 'import { flag } from "./flag";\nexport default { providers: «flag && [{ domain: "https://auth.example.com", applicationID: "app" }]» };\n',
      errors: [{ messageId: "noList", data: { what: "empty if the left side of `&&` is" } }],
      output: null,
    },
    {
      name: "null as the list",
      code: "export default { providers: «null» };\n",
      errors: [{ messageId: "noList", data: { what: "`null`" } }],
      output: null,
    },
    {
      name: "an object as the list",
      code: 'export default { providers: «{ domain: "https://auth.example.com", applicationID: "app" }» };\n',
      errors: [{ messageId: "noList", data: { what: "an object" } }],
      output: null,
    },
    {
      name: "a text as the list",
      code: 'export default { providers: «"workos"» };\n',
      errors: [{ messageId: "noList", data: { what: "a string" } }],
      output: null,
    },
    {
      name: "a variable as the list",
      code: "export default { providers: «process.env.PROVIDERS» };\n",
      errors: [{ messageId: "noList", data: { what: "a string from the environment" } }],
      output: null,
    },
    {
      name: "a function as the list",
      code: "export default { providers: «() => []» };\n",
      errors: [{ messageId: "noList", data: { what: "a function" } }],
      output: null,
    },
    {
      name: "a number as the list",
      code: "export default { providers: «0» };\n",
      errors: [{ messageId: "noList", data: { what: "`0`" } }],
      output: null,
    },
    {
      name: "null in one arm",
      code: 'import { flag } from "./flag";\nexport default { providers: flag ? [] : «null» };\n',
      errors: [{ messageId: "noList", data: { what: "`null`" } }],
      output: null,
    },
    {
      name: "the environment as the list",
      code: "export default { providers: «process.env» };\n",
      errors: [{ messageId: "noList", data: { what: "an object" } }],
      output: null,
    },
  ],
});

testRule(rule, "elements that are no objects", {
  valid: [
    { name: "objects", code: `export default ${config};\n` },
    {
      name: "an empty arm that is spread",
      code: 'import { flag } from "./flag";\nexport default { providers: [...(flag ? [{ domain: "https://auth.example.com", applicationID: "app" }] : [])] };\n',
    },
    { name: "a hole that a method skips", code: "export default { providers: [, ].filter(() => true) };\n" },
  ],
  invalid: [
    {
      name: "null",
      code: "export default { providers: [«null»] };\n",
      errors: [{ messageId: "notAProvider", data: { what: "`null`" } }],
      output: null,
    },
    {
      name: "undefined",
      code: "export default { providers: [«undefined»] };\n",
      errors: [{ messageId: "notAProvider", data: { what: "`undefined`" } }],
      output: null,
    },
    {
      name: "a hole, which JSON makes null",
      code: "export default { providers: «[, ]» };\n",
      errors: [{ messageId: "notAProvider", data: { what: "`undefined`" } }],
      output: null,
    },
    {
      name: "a string",
      code: 'export default { providers: [«"https://auth.example.com"»] };\n',
      errors: [{ messageId: "notAProvider", data: { what: "a string" } }],
      output: null,
    },
    {
      name: "what a helper reads from the environment",
      code: 'import { getEnv } from "./env";\nexport default { providers: [«getEnv("PROVIDER")»] };\n',
      errors: [{ messageId: "notAProvider", data: { what: "a string from the environment" } }],
      output: null,
    },
    {
      name: "a variable",
      code: "export default { providers: [«process.env.ISSUER»] };\n",
      errors: [{ messageId: "notAProvider", data: { what: "a string from the environment" } }],
      output: null,
    },
    {
      name: "a list",
      code: 'export default { providers: [«[{ domain: "https://auth.example.com", applicationID: "app" }]»] };\n',
      errors: [{ messageId: "notAProvider", data: { what: "a list" } }],
      output: null,
    },
    {
      name: "a function",
      code: 'export default { providers: [«() => ({ domain: "https://auth.example.com", applicationID: "app" })»] };\n',
      errors: [{ messageId: "notAProvider", data: { what: "a function" } }],
      output: null,
    },
    {
      name: "a class",
      code: "export default { providers: [«class {}»] };\n",
      errors: [{ messageId: "notAProvider", data: { what: "a class" } }],
      output: null,
    },
    {
      name: "a number",
      code: "export default { providers: [«5»] };\n",
      errors: [{ messageId: "notAProvider", data: { what: "`5`" } }],
      output: null,
    },
    {
      name: "false in one arm",
      code: 'export default { providers: [«process.env.STAGE === "live" && { domain: "https://auth.example.com", applicationID: "app" }»] };\n',
      errors: [{ messageId: "notAProvider", data: { what: "`false`" } }],
      output: null,
    },
    {
      name: "nothing in one arm",
      code: 'import { flag } from "./flag";\nexport default { providers: [flag ? { domain: "https://auth.example.com", applicationID: "app" } : «undefined»] };\n',
      errors: [{ messageId: "notAProvider", data: { what: "`undefined`" } }],
      output: null,
    },
    {
      name: "two of them, beside a sound one",
      code: 'export default { providers: [{ domain: "https://auth.example.com", applicationID: "app" }, «null», «"x"»] };\n',
      errors: [
        { messageId: "notAProvider", data: { what: "`null`" } },
        { messageId: "notAProvider", data: { what: "a string" } },
      ],
      output: null,
    },
  ],
});

testRule(rule, "CommonJS where the package allows it", {
  valid: [
    { name: "module.exports", filename: commonJs, code: `module.exports = ${config};\n` },
    { name: "module.exports in a package without a type", filename: untyped, code: `module.exports = ${config};\n` },
    { name: "module.exports without a package", filename: withoutPackage, code: `module.exports = ${config};\n` },
    {
      name: "module.exports with a package that cannot be read",
      filename: brokenPackage,
      code: `module.exports = ${config};\n`,
    },
    {
      name: "module.exports in a folder with a package of its own",
      filename: nested,
      code: `module.exports = ${config};\n`,
    },
    {
      name: "module.exports of a constant",
      filename: commonJs,
      code: `const config = ${config};\nmodule.exports = config;\n`,
    },
    { name: "a member of module.exports", filename: commonJs, code: "module.exports.providers = [];\n" },
    { name: "a member of exports", filename: commonJs, code: "exports.providers = [];\n" },
    {
      name: "require",
      filename: commonJs,
      code: 'const { providers } = require("./providers");\nmodule.exports = { providers };\n',
    },
    { name: "export =", filename: commonJs.replace(/js$/u, "ts"), code: `export = ${config};\n` },
    { name: "export default", filename: commonJs, code: `export default ${config};\n` },
    {
      name: "export =, which TypeScript itself refuses in a module",
      filename: typedModule,
      code: `export = ${config};\n`,
    },
  ],
  invalid: [
    {
      name: "exports.default",
      filename: commonJs,
      code: `«exports.default = ${config}»;\n`,
      errors: [{ messageId: "exportsDefault", data: { instead: "`module.exports`" } }],
      output: `module.exports = ${config};\n`,
    },
    {
      name: "exports.default in quotes",
      filename: commonJs,
      code: `«exports["default"] = ${config}»;\n`,
      errors: [{ messageId: "exportsDefault", data: { instead: "`module.exports`" } }],
      output: `module.exports = ${config};\n`,
    },
    {
      name: "module.exports.default",
      filename: untyped,
      code: `«module.exports.default = ${config}»;\n`,
      errors: [{ messageId: "exportsDefault", data: { instead: "`module.exports`" } }],
      output: `module.exports = ${config};\n`,
    },
    {
      name: "exports.default of a constant",
      filename: commonJs,
      code: `const config = ${config};\n«exports.default = config»;\n`,
      errors: [{ messageId: "exportsDefault", data: { instead: "`module.exports`" } }],
      output: `const config = ${config};\nmodule.exports = config;\n`,
    },
    {
      name: "exports.default with a comment, which must not be lost",
      filename: commonJs,
      code: `«exports.default = /* the config */ ${config}»;\n`,
      errors: [{ messageId: "exportsDefault", data: { instead: "`module.exports`" } }],
      output: null,
    },
    {
      name: "exports.default beside another export",
      filename: commonJs,
      code: `exports.other = 1;\n«exports.default = ${config}»;\n`,
      errors: [{ messageId: "exportsDefault", data: { instead: "`module.exports`" } }],
      output: null,
    },
    {
      name: "default as a member",
      filename: commonJs,
      code: `module.exports = { «default: ${config}» };\n`,
      errors: [{ messageId: "exportsDefault", data: { instead: "`module.exports`" } }],
      output: null,
    },
    {
      name: "exports.default in one arm",
      filename: commonJs,
      code: `if (process.env.X) «exports.default = ${config}»;\n`,
      errors: [{ messageId: "exportsDefault", data: { instead: "`module.exports`" } }],
      output: null,
    },
    {
      name: "nothing",
      filename: commonJs,
      code: "const a = 1;\n",
      errors: [{ messageId: "missing", ...atFile }],
      output: null,
    },
    {
      name: "module.exports without a list",
      filename: commonJs,
      code: "«module.exports = {}»;\n",
      errors: [{ messageId: "notAConfig" }],
      output: null,
    },
    {
      name: "module.exports of a text",
      filename: commonJs,
      code: '«module.exports = "config"»;\n',
      errors: [{ messageId: "notAConfig" }],
      output: null,
    },
    {
      name: "a default that is no config",
      filename: commonJs,
      code: "exports.default = 5;\n",
      errors: [{ messageId: "notAConfig", ...atFile }],
      output: null,
    },
  ],
});

testRule(rule, "CommonJS where package.json says module", {
  valid: [
    { name: "export default", filename: modulePackage, code: `export default ${config};\n` },
    { name: "export default in TypeScript", filename: typedModule, code: `export default ${config};\n` },
  ],
  invalid: [
    {
      name: "module.exports",
      filename: modulePackage,
      code: `«module.exports = ${config}»;\n`,
      errors: [{ messageId: "commonJsInModule" }],
      output: `export default ${config};\n`,
    },
    {
      name: "module.exports in TypeScript",
      filename: typedModule,
      code: `«module.exports = ${config}»;\n`,
      errors: [{ messageId: "commonJsInModule" }],
      output: `export default ${config};\n`,
    },
    {
      name: "module.exports of a constant",
      filename: modulePackage,
      code: `const config = ${config};\n«module.exports = config»;\n`,
      errors: [{ messageId: "commonJsInModule" }],
      output: `const config = ${config};\nexport default config;\n`,
    },
    {
      name: "module.exports beside require, which would fail in a module",
      filename: modulePackage,
      code: `const fs = require("fs");\n«module.exports = ${config}»;\n`,
      errors: [{ messageId: "commonJsInModule" }],
      output: null,
    },
    {
      name: "module.exports with a comment, which must not be lost",
      filename: modulePackage,
      code: `«module.exports /* the config */ = ${config}»;\n`,
      errors: [{ messageId: "commonJsInModule" }],
      output: null,
    },
    {
      name: "module.exports inside another expression",
      filename: modulePackage,
      code: `const config = («module.exports = ${config}»);\n`,
      errors: [{ messageId: "commonJsInModule" }],
      output: null,
    },
    {
      name: "a member of exports",
      filename: modulePackage,
      code: "exports.providers = [];\n",
      errors: [{ messageId: "commonJsInModule", ...atFile }],
      output: null,
    },
    {
      name: "exports.default",
      filename: modulePackage,
      code: `«exports.default = ${config}»;\n`,
      errors: [{ messageId: "exportsDefault", data: { instead: "`export default`" } }],
      output: `export default ${config};\n`,
    },
    {
      name: "module.exports.default",
      filename: modulePackage,
      code: `«module.exports.default = ${config}»;\n`,
      errors: [{ messageId: "exportsDefault", data: { instead: "`export default`" } }],
      output: `export default ${config};\n`,
    },
  ],
});

testRule(rule, "files that are not ours", {
  valid: [
    { name: "Auth.js", code: 'import NextAuth from "next-auth";\nexport const config = { providers: [] };\n' },
    {
      name: "Auth.js in its new packages",
      code: 'import Google from "@auth/core/providers/google";\nexport const config = { providers: [Google] };\n',
    },
    { name: "another folder", filename: "src/auth.config.ts", code: "" },
    { name: "an extension that Convex does not read", filename: "convex/auth.config.mjs", code: "" },
    { name: "another name", filename: "convex/users.ts", code: "" },
  ],
});

testRule(rule, "values that may be anything", {
  valid: [
    { name: "the global object", code: "export default globalThis;\n" },
    {
      name: "a text that is made of something unknown",
      code: 'import { list } from "./list";\nexport default { providers: `${list}` };\n',
    },
  ],
});

testRule(rule, "CommonJS that is not at the beginning of the file", {
  invalid: [
    {
      name: "behind a constant",
      filename: modulePackage,
      code: `const url = process.env.URL;\n«module.exports = { providers: [{ domain: "https://auth.example.com", applicationID: "app" }] }»;\n`,
      errors: [{ messageId: "commonJsInModule" }],
      output: `const url = process.env.URL;\nexport default { providers: [{ domain: "https://auth.example.com", applicationID: "app" }] };\n`,
    },
    {
      name: "in a declaration, behind another statement",
      filename: modulePackage,
      code: `f();\nconst config = «module.exports = ${config}»;\n`,
      errors: [{ messageId: "commonJsInModule" }],
      output: null,
    },
    {
      name: "exports.default beside an import in a CommonJS package",
      filename: commonJs,
      code: `const { url } = require("./url");\n«exports.default = ${config}»;\n`,
      errors: [{ messageId: "exportsDefault", data: { instead: "`module.exports`" } }],
      output: `const { url } = require("./url");\nmodule.exports = ${config};\n`,
    },
  ],
});
