/** Ways to read the client ID from the deployment's variable. */
import { body } from "./writer.js";
import type { Table, Writer } from "./writer.js";

export const variable = "WORKOS_CLIENT_ID";
const read = `process.env.${variable}`;
const name = `"${variable}"`;

/** A constant that holds the ID. */
function constant(make: (w: Writer) => string): Table<null>["forms"][string] {
  return (w) => w.declare("clientId", make(w));
}

/** A function that reads a variable by its name. */
function helper(hint: string, make: (w: Writer, named: string) => string): Table<null>["forms"][string] {
  return (w) => {
    const named = w.name(hint);
    w.add(make(w, named));
    return w.declare("clientId", `${named}(${name})`);
  };
}

export const clientIds: Table<null> = {
  kind: "client ID",
  forms: {
    const: constant(() => read),
    "const!": constant((w) => `${read}${w.ts("!")}`),
    inline: () => read,
    "inline!": (w) => `${read}${w.ts("!")}`,
    "as string": constant((w) => `${read}${w.ts(" as string")}`),
    bracket: constant(() => `process.env[${name}]`),
    "bracket with a template": constant(() => `process.env[\`${variable}\`]`),
    "bracket with a constant": constant((w) => `process.env[${w.declare("key", name)}]`),
    "bracket with a concatenation": constant(() => `process.env["WORKOS_" + "CLIENT_ID"]`),
    'process["env"]': constant(() => `process["env"].${variable}`),
    "optional chaining": constant(() => `process?.env?.${variable}`),
    "globalThis.process": constant(() => `globalThis.process.env.${variable}`),
    "Reflect.get()": constant(() => `Reflect.get(process.env, ${name})`),
    let: (w) => {
      const id = w.name("clientId");
      w.add(`let ${id} = ${read};`);
      return id;
    },
    var: (w) => {
      const id = w.name("clientId");
      w.add(`var ${id} = ${read};`);
      return id;
    },
    "var, declared twice": (w) => {
      const id = w.name("clientId");
      w.add(`var ${id} = ${read};`);
      w.add(`var ${id};`);
      return id;
    },
    "let, assigned later": (w) => {
      const id = w.name("clientId");
      w.add(`let ${id}${w.ts(": string | undefined")};`);
      w.add(`${id} = ${read};`);
      return id;
    },
    "let, overwritten": (w) => {
      const id = w.name("clientId");
      w.add(`let ${id} = "none";`);
      w.add(`${id} = ${read};`);
      return id;
    },
    "let, assigned in a block": (w) => {
      const id = w.name("clientId");
      w.add(`let ${id};`);
      w.add(`{ ${id} = ${read}; }`);
      return id;
    },
    "let, assigned in a function": (w) => {
      const [id, load] = [w.name("clientId"), w.name("load")];
      w.add(`let ${id};`);
      w.add(`function ${load}() { ${id} = ${read}; }`);
      w.add(`${load}();`);
      return id;
    },
    "logical assignment ??=": (w) => {
      const id = w.name("clientId");
      w.add(`let ${id};`);
      w.add(`${id} ??= ${read};`);
      return id;
    },
    "logical assignment ||=": (w) => {
      const id = w.name("clientId");
      w.add(`let ${id} = "";`);
      w.add(`${id} ||= ${read};`);
      return id;
    },
    "logical assignment &&=": (w) => {
      const id = w.name("clientId");
      w.add(`let ${id} = "set";`);
      w.add(`${id} &&= ${read};`);
      return id;
    },
    "alias of a const": constant((w) => w.declare("fromEnvironment", read)),
    "alias of process.env": constant((w) => `${w.declare("vars", "process.env")}.${variable}`),
    "process, destructured": (w) => {
      const [vars, id] = [w.name("vars"), w.name("clientId")];
      w.add(`const { env: ${vars} } = process;`);
      w.add(`const ${id} = ${vars}.${variable};`);
      return id;
    },
    destructured: (w) => {
      const id = w.name(variable);
      w.add(`const { ${id === variable ? id : `${variable}: ${id}`} } = process.env;`);
      return id;
    },
    "destructured, renamed": (w) => {
      const id = w.name("clientId");
      w.add(`const { ${variable}: ${id} } = process.env;`);
      return id;
    },
    "destructured with a default": (w) => {
      const id = w.name("clientId");
      w.add(`const { ${variable}: ${id} = "" } = process.env;`);
      return id;
    },
    "destructured, computed": (w) => {
      const id = w.name("clientId");
      w.add(`const { [${name}]: ${id} } = process.env;`);
      return id;
    },
    "destructured, nested": (w) => {
      const id = w.name("clientId");
      w.add(`const { env: { ${variable}: ${id} } } = process;`);
      return id;
    },
    "assigned by a pattern": (w) => {
      const id = w.name("clientId");
      w.add(`let ${id};`);
      w.add(`({ ${variable}: ${id} } = process.env);`);
      return id;
    },
    'fallback ?? ""': constant(() => `${read} ?? ""`),
    'fallback || ""': constant(() => `${read} || ""`),
    "fallback ?? undefined": constant(() => `${read} ?? undefined`),
    "?.trim()": constant(() => `${read}?.trim()`),
    "trim()": constant((w) => `${read}${w.ts("!")}.trim()`),
    "String()": constant(() => `String(${read})`),
    template: constant(() => `\`\${${read}}\``),
    'with "" added': constant(() => `"" + ${read}`),
    "toString()": constant((w) => `${read}${w.ts("!")}.toString()`),
    "replace(/\\s/g)": constant((w) => `${read}${w.ts("!")}.replace(/\\s/g, "")`),
    "ternary on itself": constant(() => `${read} ? ${read} : ""`),
    "ternary on undefined": constant(() => `${read} === undefined ? "" : ${read}`),
    "known condition": constant((w) => w.choose(true, read, '"none"')),
    "if guard": (w) => {
      const id = w.declare("clientId", read);
      w.add(`if (!${id}) throw new Error("${variable} is not set");`);
      return id;
    },
    "if guard on the type": (w) => {
      const id = w.declare("clientId", read);
      w.add(`if (typeof ${id} !== "string" || ${id}.length === 0) { throw new TypeError(${name}); }`);
      return id;
    },
    "guard in a function": (w) => {
      const [id, assert] = [w.name("clientId"), w.name("assert")];
      w.add(`function ${assert}(value, message) { if (value == null) throw new Error(message); }`);
      w.add(`const ${id} = ${read};`);
      w.add(`${assert}(${id}, "no ${variable}");`);
      return id;
    },
    "requireEnv function": helper(
      "requireEnv",
      (w, named) =>
        `function ${named}(name${w.ts(": string")})${w.ts(": string")} ${body(
          "const value = process.env[name];",
          "if (!value) throw new Error(`${name} is not set`);",
          "return value;",
        )}`,
    ),
    "requireEnv arrow": helper(
      "requireEnv",
      (w, named) =>
        `const ${named} = (name${w.ts(": string")}) => ${body(
          "const value = process.env[name];",
          'if (value === undefined || value === "") throw new Error("Missing " + name);',
          "return value;",
        )};`,
    ),
    "requireEnv that throws in an expression": helper(
      "requireEnv",
      (_, named) => `const ${named} = (name) => process.env[name] ?? (() => { throw new Error(name); })();`,
    ),
    "helper, called before it is written": (w) => {
      const named = w.name("env");
      const id = w.declare("clientId", `${named}(${name})`);
      w.add(`function ${named}(name) { return process.env[name]; }`);
      return id;
    },
    "helper with a prefix": (w) => {
      const named = w.name("workosEnv");
      w.add(`const ${named} = (name) => process.env[\`WORKOS_\${name}\`];`);
      return w.declare("clientId", `${named}("CLIENT_ID")`);
    },
    "helper with a fallback": helper(
      "env",
      (_, named) => `const ${named} = (name, fallback = "") => process.env[name] || fallback;`,
    ),
    "helper with a default name": (w) => {
      const named = w.name("env");
      w.add(`const ${named} = (name = ${name}) => process.env[name];`);
      return w.declare("clientId", `${named}()`);
    },
    "helper that catches": helper(
      "optionalEnv",
      (_, named) => `function ${named}(name) { try { return process.env[name]; } catch { return undefined; } }`,
    ),
    "helper that catches and falls back": helper(
      "optionalEnv",
      (_, named) =>
        `const ${named} = (name) => { let value = ""; try { value = process.env[name] ?? ""; } catch (error) { void error; } return value; };`,
    ),
    "read in try": (w) => {
      const id = w.name("clientId");
      w.add(`let ${id} = "";`);
      w.add(`try { ${id} = ${read}; } catch {}`);
      return id;
    },
    "object of readers": (w) => `${w.declare("vars", "{ get: (name) => process.env[name] }")}.get(${name})`,
    "object with a getter": (w) => `${w.declare("config", `{ get clientId() { return ${read}; } }`)}.clientId`,
    "object of values": (w) => `${w.declare("config", `{ clientId: ${read} }`)}.clientId`,
    "object of values, frozen": (w) =>
      `${w.declare("config", `Object.freeze({ workos: { clientId: ${read} } })`)}.workos.clientId`,
    "object named env": (w) => {
      if (!w.file.claims("env", "object")) return null;
      w.add(`const env = { ${variable}: ${read} };`);
      return w.declare("clientId", `env.${variable}`);
    },
    "class with a static field": (w) => {
      const named = w.name("Env");
      w.add(`class ${named} { static clientId = ${read}; }`);
      return `${named}.clientId`;
    },
    "class with a static getter": (w) => {
      const named = w.name("Env");
      w.add(`class ${named} { static get clientId() { return ${read}; } }`);
      return `${named}.clientId`;
    },
    "class that reads": (w) => {
      const named = w.name("Env");
      w.add(`class ${named} { read(name) { return process.env[name]; } }`);
      return w.declare("clientId", `new ${named}().read(${name})`);
    },
    "class with a private field": (w) => {
      const named = w.name("Env");
      w.add(`class ${named} { #id = ${read}; get id() { return this.#id; } }`);
      return `new ${named}().id`;
    },
    namespace: (w) => {
      if (!w.typescript || !w.isModuleLevel) return null;
      const named = w.name("Env");
      w.add(`namespace ${named} { export const clientId = ${read}; }`);
      return `${named}.clientId`;
    },
    "assigned in a namespace": (w) => {
      if (!w.typescript || !w.isModuleLevel) return null;
      const [id, named] = [w.name("clientId"), w.name("Setup")];
      w.add(`let ${id}: string | undefined;`);
      w.add(`namespace ${named} { ${id} = ${read}; export const done = true; }`);
      return id;
    },
    IIFE: constant(() => `(() => ${read})()`),
    "IIFE with a guard": constant(
      () => `(() => { const id = ${read}; if (!id) throw new Error("unset"); return id; })()`,
    ),
    "arrow function, called at each place": (w) => `${w.declare("getClientId", `() => ${read}`)}()`,
    "function, called at each place": (w) => {
      const named = w.name("getClientId");
      w.add(`function ${named}() { return ${read}; }`);
      return `${named}()`;
    },
    memo: (w) => {
      const [cache, named] = [w.name("cached"), w.name("getClientId")];
      w.add(`let ${cache};`);
      w.add(`const ${named} = () => (${cache} ??= ${read});`);
      return `${named}()`;
    },
    "list element": constant(() => `[${read}][0]`),
    "list, destructured": (w) => {
      const id = w.name("clientId");
      w.add(`const [${id}] = [${read}];`);
      return id;
    },
    "map() over names": (w) => {
      const id = w.name("clientId");
      w.add(`const [${id}] = [${name}].map((name) => process.env[name]);`);
      return id;
    },
    "Object.fromEntries() over names": (w) =>
      `${w.declare("vars", `Object.fromEntries([${name}].map((name) => [name, process.env[name]]))`)}.${variable}`,
    "reduce() over names": (w) =>
      `${w.declare("vars", `[${name}].reduce((all, name) => ({ ...all, [name]: process.env[name] }), {}${w.ts(" as Record<string, string>")})`)}.${variable}`,
    "Map of values": (w) => `${w.declare("vars", `new Map([[${name}, ${read}]])`)}.get(${name})`,
    "JSON round trip": constant(() => `JSON.parse(JSON.stringify({ id: ${read} })).id`),
    "imported env": (w) => {
      if (!w.file.claims("env", "import")) return null;
      w.file.import("{ env }", "./_generated/server");
      return w.declare("clientId", `env.${variable}`);
    },
    "imported env, inline": (w) => {
      if (!w.file.claims("env", "import")) return null;
      w.file.import("{ env }", "./_generated/server");
      return `env.${variable}`;
    },
    "imported env, renamed": constant((w) => {
      w.file.import("{ env as convexEnv }", "./_generated/server");
      return `convexEnv.${variable}`;
    }),
    "imported env, destructured": (w) => {
      if (!w.file.claims("env", "import")) return null;
      const id = w.name("clientId");
      w.file.import("{ env }", "./_generated/server");
      w.add(`const { ${variable}: ${id} } = env;`);
      return id;
    },
    "imported namespace": constant((w) => {
      w.file.import("* as server", "./_generated/server");
      return `server.env.${variable}`;
    }),
    "env of a local module": constant((w) => {
      w.file.import("{ env as localEnv }", "./env");
      return `localEnv.${variable}`;
    }),
    "imported requireEnv": constant((w) => {
      w.file.import("{ requireEnv as required }", "./env");
      return `required(${name})`;
    }),
    "imported client ID": (w) => {
      w.file.import("{ clientId as importedId }", "./ids");
      return "importedId";
    },
    comma: constant(() => `(0, ${read})`),
    "default parameter": (w) => `${w.declare("idOf", `(id = ${read}) => id`)}()`,
    "generator of values": constant(() => `[...(function* () { yield ${read}; })()][0]`),
  },
};
