/** Whole files whose list or whose providers something unseen may complete: nothing is missing in them as far as anybody can tell. */
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";

const linter = new Linter({ cwd: "/" });

function rulesThatSpeak(text: string): string[] {
  const messages = linter.verify(text, plugin.configs.strict, { filename: "/app/convex/auth.config.ts" });
  return messages.map(({ ruleId, message }) => ruleId?.replace("convex-authkit/", "") ?? message);
}

interface UnseenFile {
  readonly name: string;
  readonly text: string;
  /** What to replace for everything to be seen, and the rules that then speak. */
  readonly seen: readonly [from: string, to: string, ...rules: string[]];
}

const shared =
  '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: id, jwks: `https://api.workos.com/sso/jwks/${id}` }';
const stranger =
  '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${id}` }';
const userManagement =
  '{ type: "customJwt", issuer: `https://api.workos.com/user_management/${id}`, algorithm: "RS256", jwks: `https://api.workos.com/sso/jwks/${id}` }';
const audience = userManagement.replace(" }", ", applicationID: id }");
const head = 'import { settings, extend, others } from "./settings";\nconst id = process.env.WORKOS_CLIENT_ID;\n';

const missing = "require-user-management-provider";
const noAudience = "require-shared-issuer-application-id";

const files: readonly UnseenFile[] = [
  {
    name: "pushed in a loop",
    text: `const providers = [${shared}];\nfor (const each of others) providers.push(each);\nexport default { providers };\n`,
    seen: ["providers.push(each)", "each.length", missing],
  },
  {
    name: "pushed in a loop if",
    text: `const providers = [${shared}];\nfor (const each of others) {\n  if (each.ok) providers.push(each);\n}\nexport default { providers };\n`,
    seen: ["providers.push(each)", "each.length", missing],
  },
  {
    name: "pushed in a loop unless skipped",
    text: `const providers = [${shared}];\nfor (const each of others) {\n  if (!each.ok) continue;\n  providers.push(each);\n}\nexport default { providers };\n`,
    seen: ["providers.push(each)", "each.length", missing],
  },
  {
    name: "pushed by an async function",
    text: `const providers = [${shared}];\nasync function load() {\n  providers.push(await others.load());\n}\nawait load();\nexport default { providers };\n`,
    seen: ["providers.push(await others.load())", "await others.load()", missing],
  },
  {
    name: "pushed by a method that unknown code gets",
    text: `const providers = [${shared}];\nextend({ add(each) { providers.push(each); } });\nexport default { providers };\n`,
    seen: ["providers.push(each)", "each.length", missing],
  },
  {
    name: "set by index",
    text: `const providers = [${shared}];\nproviders[1] = others;\nexport default { providers };\n`,
    seen: ["providers[1] = others", "others[1]", missing],
  },
  {
    name: "set by splice",
    text: `const providers = [${shared}];\nproviders.splice(1, 0, others);\nexport default { providers };\n`,
    seen: ["providers.splice(1, 0, others)", "others.splice(1, 0)", missing],
  },
  {
    name: "given to unknown code",
    text: `const providers = [${shared}];\nextend(providers);\nexport default { providers };\n`,
    seen: ["extend(providers)", "extend()", missing],
  },
  {
    name: "given to unknown code inside the config",
    text: `const config = { providers: [${shared}] };\nextend(config);\nexport default config;\n`,
    seen: ["extend(config)", "extend()", missing],
  },
  {
    name: "given to unknown code inside a list",
    text: `const config = { providers: [${shared}] };\nextend([config]);\nexport default config;\n`,
    seen: ["extend([config])", "extend([])", missing],
  },
  {
    name: "given to a constructor",
    text: `const providers = [${shared}];\nnew settings.Builder(providers);\nexport default { providers };\n`,
    seen: ["Builder(providers)", "Builder()", missing],
  },
  {
    name: "returned by a factory that is imported",
    text: `export default extend({ providers: [${shared}] });\n`,
    seen: ["extend(", "(", missing],
  },
  {
    name: "awaited from a factory that is imported",
    text: `export default await extend({ providers: [${shared}] });\n`,
    seen: ["await extend(", "(", missing],
  },
  {
    name: "returned by a wrapper of the list",
    text: `export default { providers: extend([${shared}]) };\n`,
    seen: ["extend(", "(", missing],
  },
  {
    name: "returned by a wrapper of a provider",
    text: `export default { providers: [extend(${stranger}), ${userManagement}] };\n`,
    seen: ["extend(", "(", noAudience],
  },
  {
    name: "an argument of a class",
    text: `export default { providers: [new settings.Provider(${stranger}), ${userManagement}] };\n`,
    seen: ["new settings.Provider(", "(", noAudience],
  },
  {
    name: "copied by Object.assign",
    text: `export default { providers: [Object.assign({}, ${stranger}, settings), ${userManagement}] };\n`,
    seen: [`Object.assign({}, ${stranger}, settings)`, stranger, noAudience],
  },
  {
    name: "changed by Object.assign",
    text: `const provider = ${stranger};\nObject.assign(provider, settings);\nexport default { providers: [provider, ${userManagement}] };\n`,
    seen: ["Object.assign(provider, settings)", "Object.assign({}, settings)", noAudience],
  },
  {
    name: "changed by Object.defineProperty",
    text: `const provider = ${stranger};\nObject.defineProperty(provider, "applicationID", { value: id, enumerable: true });\nexport default { providers: [provider, ${userManagement}] };\n`,
    seen: ["Object.defineProperty(provider", "Object.defineProperty({}", noAudience],
  },
  {
    name: "changed by a computed name",
    text: `const provider = ${stranger};\nprovider[settings.name] = id;\nexport default { providers: [provider, ${userManagement}] };\n`,
    seen: ["provider[settings.name]", "settings.name", noAudience],
  },
  {
    name: "changed in a loop over the list",
    text: `const providers = [${stranger}, ${userManagement}];\nfor (const provider of providers) {\n  if (provider.issuer.endsWith("/")) provider.applicationID = id;\n}\nexport default { providers };\n`,
    seen: ["provider.applicationID = id", "settings.x = id", noAudience],
  },
  {
    name: "changed by forEach over the list",
    text: `const providers = [${stranger}, ${userManagement}];\nproviders.forEach((provider) => {\n  provider.applicationID ??= settings.id;\n});\nexport default { providers };\n`,
    seen: ["provider.applicationID ??= settings.id", "settings.x ??= settings.id", noAudience],
  },
  {
    name: "changed after at()",
    text: `const providers = [${stranger}, ${userManagement}];\nproviders.at(0).applicationID = id;\nexport default { providers };\n`,
    seen: ["providers.at(0).applicationID", "settings.x", noAudience],
  },
  {
    name: "changed after find()",
    text: `const providers = [${stranger}, ${userManagement}];\nconst first = providers.find((each) => each.issuer === "https://api.workos.com/");\nif (first) first.applicationID = id;\nexport default { providers };\n`,
    seen: ["first.applicationID = id", "settings.x = id", noAudience],
  },
  {
    name: "changed by an unknown index",
    text: `const providers = [${stranger}, ${userManagement}];\nproviders[settings.index].applicationID = id;\nexport default { providers };\n`,
    seen: ["providers[settings.index].applicationID", "settings.x", noAudience],
  },
  {
    name: "changed in a loop over entries()",
    text: `const providers = [${stranger}, ${userManagement}];\nfor (const [index, provider] of providers.entries()) {\n  if (index === 0) provider.applicationID = id;\n}\nexport default { providers };\n`,
    seen: ["provider.applicationID = id", "settings.x = id", noAudience],
  },
  {
    name: "replaced in a counting loop",
    text: `const providers = [${stranger}, ${userManagement}];\nfor (let index = 0; index < providers.length; index++) {\n  providers[index] = { ...providers[index], ...settings };\n}\nexport default { providers };\n`,
    seen: ["providers[index] = {", "settings[index] = {", noAudience],
  },
  {
    name: "changed through an object that holds it",
    text: `const provider = ${stranger};\nconst all = { provider };\nfor (const name of ["provider"]) all[name].applicationID = id;\nexport default { providers: [provider, ${userManagement}] };\n`,
    seen: ["all[name].applicationID", "settings[name].applicationID", noAudience],
  },
  {
    name: "changed through a function that may return it",
    text: `const provider = ${stranger};\nfunction first() {\n  for (const each of others) {\n    if (each.ok) return provider;\n  }\n  return provider;\n}\nfirst().applicationID = id;\nexport default { providers: [provider, ${userManagement}] };\n`,
    seen: ["first().applicationID", "settings.x", noAudience],
  },
  {
    name: "an audience deleted in a loop over the list",
    text: `const providers = [${shared}, ${audience}];\nfor (const provider of providers) {\n  if (provider.issuer.includes("user_management")) delete provider.applicationID;\n}\nexport default { providers };\n`,
    seen: ["delete provider.applicationID", "delete settings.x", "no-user-management-application-id"],
  },
  {
    name: "an audience deleted after at()",
    text: `const providers = [${shared}, ${audience}];\ndelete providers.at(-1).applicationID;\nexport default { providers };\n`,
    seen: ["delete providers.at(-1).applicationID", "delete settings.x", "no-user-management-application-id"],
  },
  {
    name: "an element that is shifted out",
    text: `const providers = [null, ${shared}, ${userManagement}];\nproviders.shift();\nexport default { providers };\n`,
    seen: ["providers.shift()", "providers.at(0)", "require-default-export"],
  },
  {
    name: "an element that is replaced, with a text as its index",
    text: `const providers = [null, ${userManagement}];\nproviders["0"] = settings;\nexport default { providers };\n`,
    seen: [
      'providers["0"] = settings',
      'settings["0"] = settings',
      "require-default-export",
      "require-shared-issuer-provider",
    ],
  },
  {
    name: "kept in a cache",
    text: `const cache = {};\nfunction get(name) {\n  if (!(name in cache)) cache[name] = settings[name];\n  return cache[name];\n}\nexport default { providers: [get("a")] };\n`,
    seen: ["cache[name] = settings[name]", "settings[name]", "require-default-export"],
  },
  {
    name: "changed by a function inside a tagged template",
    text: `const provider = ${stranger};\nextend\`\${(value) => {\n  provider.applicationID = value;\n}}\`;\nexport default { providers: [provider, ${userManagement}] };\n`,
    seen: ["provider.applicationID = value", "settings.x = value", noAudience],
  },
  {
    name: "changed by a function that unknown code gets",
    text: `const provider = ${stranger};\nextend(() => {\n  provider.applicationID = id;\n});\nexport default { providers: [provider, ${userManagement}] };\n`,
    seen: ["provider.applicationID = id", "settings.x = id", noAudience],
  },
  {
    name: "changed through a function's parameter",
    text: `function complete(provider, change) {\n  change(provider);\n}\nconst provider = ${stranger};\ncomplete(provider, extend);\nexport default { providers: [provider, ${userManagement}] };\n`,
    seen: ["change(provider)", "change({})", noAudience],
  },
  {
    name: "mapped",
    text: `export default { providers: [${stranger}, ${userManagement}].map((each) => ({ ...each, ...settings })) };\n`,
    seen: [".map((each) => ({ ...each, ...settings }))", "", noAudience],
  },
  {
    name: "filtered",
    text: `export default { providers: [${shared}, ${userManagement.replace("user_management/", "sso/")}].filter((each) => extend(each)) };\n`,
    seen: [`, ${userManagement.replace("user_management/", "sso/")}].filter((each) => extend(each))`, "]", missing],
  },
  {
    name: "taken from an object",
    text: `export default { providers: Object.values({ a: ${stranger}, b: ${userManagement}, ...settings }) };\n`,
    seen: [
      `Object.values({ a: ${stranger}, b: ${userManagement}, ...settings })`,
      `[${stranger}, ${userManagement}]`,
      noAudience,
    ],
  },
  {
    name: "taken from a Map",
    text: `const all = new Map([["a", ${stranger}], ["b", ${userManagement}]]);\nexport default { providers: [...all.values()] };\n`,
    seen: ["...all.values()", `${stranger}, ${userManagement}`, noAudience],
  },
  {
    name: "behind a proxy",
    text: `export default new Proxy({ providers: [${shared}] }, settings);\n`,
    seen: [`new Proxy({ providers: [${shared}] }, settings)`, `{ providers: [${shared}] }`, missing],
  },
  {
    name: "in an async function that is called",
    text: `async function build() {\n  return { providers: [${shared}] };\n}\nexport default await build();\n`,
    seen: ["async function", "function", missing],
  },
  {
    name: "with toJSON",
    text: `export default { providers: [${shared}], toJSON() { return { providers: others }; } };\n`,
    seen: [", toJSON() { return { providers: others }; }", "", missing],
  },
  {
    name: "an imported object named env, which holds more than variables",
    text: 'import { env } from "./env";\nexport default { providers: env.providers };\n',
    seen: ["env.providers", "env.PROVIDERS", "require-default-export"],
  },
  {
    name: "re-exported",
    text: 'export { default } from "./auth";\nexport const other = { list: [] };\n',
    seen: ['export { default } from "./auth"', 'export { x } from "./auth"', "require-default-export"],
  },
  {
    name: "re-exported by another name",
    text: 'export { config as default } from "./auth";\n',
    seen: ["config as default", "config", "require-default-export"],
  },
  {
    name: "imported and exported",
    text: 'import config from "./auth";\n\nexport { config as default };\n',
    seen: ["config as default", "config", "require-default-export"],
  },
];

it.each(files.map(({ name, text, seen }): [string, string, UnseenFile["seen"]] => [name, text, seen]))(
  "%s",
  (_, text, [from, to, ...rules]) => {
    expect(rulesThatSpeak(head + text)).toEqual([]);
    expect(text).toContain(from);
    expect(rulesThatSpeak(head + text.replace(from, to))).toEqual(rules);
  },
);

describe("what is followed to the end is seen as if it were written plainly", () => {
  it.each([
    ["parsed", `export default JSON.parse(JSON.stringify({ providers: [${shared}] }));\n`],
    ["cloned", `export default structuredClone({ providers: [${shared}] });\n`],
    ["in a getter", `export default { get providers() { return [${shared}]; } };\n`],
    ["in an instance of a class", `class Config {\n  providers = [${shared}];\n}\nexport default new Config();\n`],
  ])("%s", (_, text) => {
    expect(rulesThatSpeak(head + text)).toEqual([missing]);
  });
});

describe("in CommonJS", () => {
  it.each([
    'module.exports = require("./auth");\n',
    'module.exports = require("./auth").default;\n',
    'const config = require("./auth");\nmodule.exports = config;\n',
    'module.exports = { ...require("./auth") };\n',
    'Object.assign(module.exports, require("./auth"));\n',
    'require("./auth")(module);\n',
    'require("./auth")(exports);\n',
    'module[require("./names").exports] = {};\n',
    'exports[require("./names").providers] = [];\n',
  ])("%s", (text) => {
    expect(rulesThatSpeak(text)).toEqual([]);
  });
});
