import { testRule } from "./rule-tester.js";

const rule = "valid-default-export-value";

const providers = 'providers: [{ domain: "https://auth.example.com", applicationID: "app" }]';
const sound = `export default { ${providers} };\n`;

testRule(rule, "a module that throws", {
  valid: [
    {
      name: "a guard that throws on one path",
      code: `import { ready } from "./ready";\nif (!ready) throw new Error("not ready");\n${sound}`,
    },
    {
      name: "a guard for a variable, which is always set",
      code: `if (!process.env.WORKOS_CLIENT_ID) throw new Error("no");\n${sound}`,
    },
    { name: "an error that is caught", code: `try {\n  throw new Error("no");\n} catch {}\n${sound}` },
    {
      name: "a function that is never called",
      code: `export function stop() {\n  throw new Error("no");\n}\n${sound}`,
    },
    { name: "code that may throw", code: `import { check } from "./check";\ncheck();\n${sound}` },
    {
      name: "the clock, which another rule reports",
      code: `try {\n  Date.now();\n} catch (error) {\n  throw error;\n}\n${sound}`,
    },
    {
      name: "a listing of the environment, which another rule reports",
      code: `if (Object.keys(process.env).length === 0) throw new Error("no");\n${sound}`,
    },
    { name: "a module that takes too long to follow", code: `while (true) {}\n${sound}` },
  ],
  invalid: [
    {
      name: "a throw at the top",
      code: `«throw new Error("not configured");»\n${sound}`,
      errors: [{ messageId: "alwaysThrows" }],
      output: null,
    },
    {
      name: "a member of nothing",
      code: `const settings = undefined;\nexport default { providers: «settings.providers» };\n`,
      errors: [{ messageId: "alwaysThrows" }],
      output: null,
    },
    {
      name: "a member that is deleted from a frozen object",
      code: `const config = Object.freeze({ ${providers} });\n«delete config.providers»;\nexport default config;\n`,
      errors: [{ messageId: "alwaysThrows" }],
      output: null,
    },
    {
      name: "a constant that is assigned",
      code: `const config = { ${providers} };\n«config» = null;\nexport default config;\n`,
      errors: [{ messageId: "alwaysThrows" }],
      output: null,
    },
    {
      name: "on each of two paths",
      code: `import { stage } from "./stage";\nif (stage) «throw new Error("a");»\nelse «throw new Error("b");»\n${sound}`,
      errors: [{ messageId: "alwaysThrows" }, { messageId: "alwaysThrows" }],
      output: null,
    },
  ],
});

testRule(rule, "what JSON cannot represent", {
  valid: [
    { name: "a number", code: `export default { version: 1, ${providers} };\n` },
    { name: "a BigInt that is not exported", code: `const version = 1n;\n${sound}` },
    {
      name: "a BigInt that toJSON replaces",
      code: `export default { version: { toJSON: () => String(1n) }, ${providers} };\n`,
    },
    {
      name: "a function and a symbol, which JSON leaves out",
      code: `export default { f() {}, s: Symbol("s"), ${providers} };\n`,
    },
    {
      name: "one object in two places",
      code: `const meta = { by: "us" };\nexport default { meta, again: [meta, meta], ${providers} };\n`,
    },
  ],
  invalid: [
    {
      name: "a BigInt",
      code: `export default { version: «1n», ${providers} };\n`,
      errors: [{ messageId: "bigint" }],
      output: null,
    },
    {
      name: "a BigInt in a list, under one condition",
      code: `import { flag } from "./flag";\nexport default { version: flag ? [«2n»] : [], ${providers} };\n`,
      errors: [{ messageId: "bigint" }],
      output: null,
    },
    {
      name: "an object in itself",
      code: `const config = «{ ${providers} }»;\nconfig.self = config;\nexport default config;\n`,
      errors: [{ messageId: "cycle" }],
      output: null,
    },
    {
      name: "a list in itself",
      code: `const list = «[]»;\nlist.push(list);\nexport default { list, ${providers} };\n`,
      errors: [{ messageId: "cycle" }],
      output: null,
    },
  ],
});
