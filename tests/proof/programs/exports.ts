/** Ways to export the config. The statements are added; what is returned is empty. */
import { elements } from "./families.js";
import { list } from "./lists.js";
import type { ProviderMeaning } from "./meaning.js";
import { damaged } from "./providers.js";
import { body } from "./writer.js";
import type { Form, Table, Writer } from "./writer.js";

type Providers = readonly ProviderMeaning[];

/** Spells the list in the form that chance picks. */
function spelled(w: Writer, providers: Providers): string {
  return list(w.at("list"), elements(w.at("elements"), providers));
}

function exportDefault(w: Writer, expression: string): string {
  w.add(`export default ${expression};`);
  return "";
}

/** An expression for the whole config. */
function ofConfig(write: (w: Writer, list: string) => string | null): Form<Providers> {
  return (w, providers) => {
    const expression = write(w, spelled(w, providers));
    return expression === null ? null : exportDefault(w, expression);
  };
}

/** Statements around a config in a variable. */
function ofVariable(write: (w: Writer, name: string, list: string) => void): Form<Providers> {
  return (w, providers) => {
    const written = spelled(w, providers);
    write(w, w.name("config"), written);
    return "";
  };
}

/** The list and its last element apart, so that statements can add it. */
function ofLast(write: (w: Writer, first: string, last: string) => void): Form<Providers> {
  return (w, providers) => {
    const all = elements(w.at("elements"), providers);
    if (all.length < 2) return null;
    write(w, `[${all.slice(0, -1).join(", ")}]`, all.at(-1) ?? "");
    return "";
  };
}

/** CommonJS, where nothing makes the file a module. */
function ofCommonJs(write: (list: string) => string, typescript = false): Form<Providers> {
  return (w, providers) => {
    if (typescript && !w.typescript) return null;
    const written = spelled(w, providers);
    // Imports and other exports are only known now.
    if (w.file.imports.length > 0 || w.file.hasExports) return exportDefault(w, `{ providers: ${written} }`);
    w.add(write(written));
    return "";
  };
}

export const exportForms: Table<Providers> = {
  kind: "export",
  forms: {
    literal: ofConfig((_, written) => `{ providers: ${written} }`),
    shorthand: (w, providers) => {
      w.add(`const providers = ${spelled(w, providers)};`);
      return exportDefault(w, "{ providers }");
    },
    "quoted key": ofConfig((_, written) => `{ "providers": ${written} }`),
    "computed key": ofConfig((_, written) => `{ ["prov" + "iders"]: ${written} }`),
    "escaped key": ofConfig((_, written) => `{ \\u0070roviders: ${written} }`),
    const: ofVariable((w, name, written) => {
      w.add(`const ${name} = { providers: ${written} };`);
      w.add(`export default ${name};`);
    }),
    let: ofVariable((w, name, written) => {
      w.add(`let ${name};`);
      w.add(`${name} = { providers: ${written} };`);
      w.add(`export default ${name};`);
    }),
    "let, overwritten": ofVariable((w, name, written) => {
      w.add(`let ${name}${w.ts(": object")} = { providers: [${damaged(w)}] };`);
      w.add(`${name} = { providers: ${written} };`);
      w.add(`export default ${name};`);
    }),
    "const, exported as default": ofVariable((w, name, written) => {
      w.add(`const ${name} = { providers: ${written} };`);
      w.add(`export { ${name} as default };`);
    }),
    'const, exported as "default"': ofVariable((w, name, written) => {
      w.add(`const ${name} = { providers: ${written} };`);
      w.add(`export { ${name} as "default" };`);
    }),
    "exported before it is declared": ofVariable((w, name, written) => {
      w.add(`export { ${name} as default };`);
      w.add(`const ${name} = { providers: ${written} };`);
    }),
    "named and default": ofVariable((w, name, written) => {
      w.file.hasExports = true;
      w.add(`export const ${name} = { providers: ${written} };`);
      w.add(`export default ${name};`);
    }),
    "live let, exported as default": ofVariable((w, name, written) => {
      w.add(`let ${name}${w.ts(": object")} = { providers: [${damaged(w)}] };`);
      w.add(`export { ${name} as default };`);
      w.add(`${name} = { providers: ${written} };`);
    }),
    "default let that is replaced later": ofVariable((w, name, written) => {
      w.add(`let ${name}${w.ts(": object")} = { providers: ${written} };`);
      w.add(`export default ${name};`);
      w.add(`${name} = { providers: [${damaged(w)}] };`);
    }),
    "module.exports": ofCommonJs((written) => `module.exports = { providers: ${written} };`),
    "module.exports.providers": ofCommonJs((written) => `module.exports.providers = ${written};`),
    "exports.providers": ofCommonJs((written) => `exports.providers = ${written};`),
    "export =": ofCommonJs((written) => `export = { providers: ${written} };`, true),
    as: ofConfig((w, written) => `{ providers: ${written} }${w.ts(" as const")}`),
    satisfies: ofConfig((w, written) => {
      if (w.typescript) w.file.import("type { AuthConfig }", "convex/server");
      return `{ providers: ${written} }${w.ts(" satisfies AuthConfig")}`;
    }),
    annotated: ofVariable((w, name, written) => {
      if (w.typescript) w.file.import("{ type AuthConfig }", "convex/server");
      w.add(`const ${name}${w.ts(": AuthConfig")} = { providers: ${written} };`);
      w.add(`export default ${name};`);
    }),
    "as unknown": ofConfig((w, written) => `({ providers: ${written} }${w.ts(" as unknown as object")})`),
    frozen: ofConfig((_, written) => `Object.freeze({ providers: ${written} })`),
    sealed: ofConfig((_, written) => `Object.seal({ providers: ${written} })`),
    comma: ofConfig((_, written) => `(0, { providers: ${written} })`),
    "?? of undefined": ofConfig((_, written) => `(undefined ?? { providers: ${written} })`),
    "known condition": ofConfig((w, written) =>
      w.choose(true, `{ providers: ${written} }`, `{ providers: [${damaged(w)}] }`, true),
    ),
    "if of a known condition": ofVariable((w, name, written) => {
      w.add(`let ${name}${w.ts(": object")};`);
      w.add(
        `if (${w.test(true)}) { ${name} = { providers: ${written} }; } else { ${name} = { providers: [${damaged(w)}] }; }`,
      );
      w.add(`export default ${name};`);
    }),
    "identity helper": ofConfig(
      (w, written) => `${w.declare("defineConfig", "(config) => config")}({ providers: ${written} })`,
    ),
    "identity helper, written last": (w, providers) => {
      const [define, written] = [w.name("defineConfig"), spelled(w, providers)];
      w.add(`export default ${define}({ providers: ${written} });`);
      w.add(`function ${define}(config) { return config; }`);
      return "";
    },
    "helper that copies": ofConfig(
      (w, written) => `${w.declare("defineConfig", "(config) => ({ ...config })")}({ providers: ${written} })`,
    ),
    "helper that filters": ofConfig(
      (w, written) =>
        `${w.declare("clean", "(config) => ({ ...config, providers: config.providers.filter(Boolean) })")}({ providers: [...${written}, null] })`,
    ),
    "helper of the list": ofConfig(
      (w, written) => `${w.declare("configOf", "(providers) => ({ providers })")}(${written})`,
    ),
    "helper with rest parameters": ofConfig(
      (w, written) => `${w.declare("configOf", "(...providers) => ({ providers })")}(...${written})`,
    ),
    "many helpers": ofConfig((w, written) => {
      let inner = w.declare("pass", "(value) => value");
      for (let depth = w.choices.oneOf("depth", [5, 2, 25, 100]); depth > 0; depth--)
        inner = w.declare("pass", `(value) => ${inner}(value)`);
      return `${inner}({ providers: ${written} })`;
    }),
    "config spread": ofConfig((w, written) => `{ ...${w.declare("base", `{ providers: ${written} }`)} }`),
    "config spread over another": ofConfig(
      (w, written) => `{ ...{ providers: [${damaged(w)}] }, ...{ providers: ${written} } }`,
    ),
    "Object.assign()": ofConfig((_, written) => `Object.assign({}, { providers: ${written} })`),
    "Object.assign() over another": ofVariable((w, name, written) => {
      w.add(`const ${name} = { providers: [${damaged(w)}] };`);
      w.add(`Object.assign(${name}, { providers: ${written} });`);
      w.add(`export default ${name};`);
    }),
    "Object.fromEntries()": ofConfig((_, written) => `Object.fromEntries([["providers", ${written}]])`),
    "providers assigned later": ofVariable((w, name, written) => {
      w.add(`const ${name}${w.ts(": Record<string, unknown>")} = {};`);
      w.add(`${name}.providers = ${written};`);
      w.add(`export default ${name};`);
    }),
    "providers overwritten": ofVariable((w, name, written) => {
      w.add(`const ${name}${w.ts(": Record<string, unknown>")} = { providers: [${damaged(w)}] };`);
      w.add(`${name}["providers"] = ${written};`);
      w.add(`export default ${name};`);
    }),
    "providers assigned after the export": ofVariable((w, name, written) => {
      w.add(`const ${name}${w.ts(": Record<string, unknown>")} = { providers: [${damaged(w)}] };`);
      w.add(`export default ${name};`);
      w.add(`${name}.providers = ${written};`);
    }),
    "push after the export": ofLast((w, first, last) => {
      const name = w.declare("config", `{ providers: ${first} }`);
      w.add(`export default ${name};`);
      w.add(`${name}.providers.push(${last});`);
    }),
    "push before the export": ofLast((w, first, last) => {
      const name = w.declare("config", `{ providers: ${first} }`);
      w.add(`${name}.providers.push(${last});`);
      w.add(`export default ${name};`);
    }),
    "push in a function, called after the export": ofLast((w, first, last) => {
      const [name, finish] = [w.declare("config", `{ providers: ${first} }`), w.name("finish")];
      w.add(`export default ${name};`);
      w.add(`${finish}();`);
      w.add(`function ${finish}() { ${name}.providers.push(${last}); }`);
    }),
    "element mended after the export": (w, providers) => {
      const written = elements(w.at("elements"), providers);
      const [first = ""] = written;
      if (first.startsWith("...")) return null;
      const name = w.declare("config", `{ providers: [${[damaged(w), ...written.slice(1)].join(", ")}] }`);
      w.add(`export default ${name};`);
      w.add(`${name}.providers[0] = ${first};`);
      return "";
    },
    "literal that is pushed to": ofLast((w, first, last) => {
      const providers = w.declare("list", first);
      w.add(`export default { providers: ${providers} };`);
      w.add(`${providers}.push(${last});`);
    }),
    "config with more members": ofConfig(
      (_, written) => `{ version: 2, ttl: 1_000, providers: ${written}, notes: null }`,
    ),
    "config with a function": ofConfig(
      (w, written) => `{ providers: ${written}, check() { return [${damaged(w)}]; } }`,
    ),
    "providers twice": ofConfig((w, written) => `{ providers: [${damaged(w)}], ...{ providers: ${written} } }`),

    // Functions.
    IIFE: ofConfig((_, written) => `(() => ({ providers: ${written} }))()`),
    "IIFE with everything inside": (w, providers) => {
      const inner = w.block("body");
      const written = spelled(inner, providers);
      return exportDefault(w, `(() => ${body(...inner.statements, `return { providers: ${written} };`)})()`);
    },
    "function IIFE with everything inside": (w, providers) => {
      const inner = w.block("body");
      const written = spelled(inner, providers);
      return exportDefault(w, `(function () ${body(...inner.statements, `return { providers: ${written} };`)})()`);
    },
    "factory with everything inside": (w, providers) => {
      const [inner, build] = [w.block("body"), w.name("build")];
      const written = spelled(inner, providers);
      w.add(`function ${build}() ${body(...inner.statements, `return { providers: ${written} };`)}`);
      return exportDefault(w, `${build}()`);
    },
    "factory, called before it is written": (w, providers) => {
      const [inner, build] = [w.block("body"), w.name("build")];
      const written = spelled(inner, providers);
      w.add(`export default ${build}();`);
      w.add(`function ${build}() ${body(...inner.statements, `return { providers: ${written} };`)}`);
      return "";
    },
    "arrow factory": (w, providers) => {
      const [inner, build] = [w.block("body"), w.name("build")];
      const written = spelled(inner, providers);
      w.add(`const ${build} = () => ${body(...inner.statements, `return { providers: ${written} };`)};`);
      return exportDefault(w, `${build}()`);
    },
    "async-looking factory": (w, providers) => {
      // Only the part of an async function before its first `await` runs while Convex looks.
      const name = w.declare("config", `{ providers: []${w.ts(" as object[]")} }`);
      const written = spelled(w, providers);
      w.add(`(async () => { ${name}.providers = ${written}; })();`);
      return exportDefault(w, name);
    },
    "block with everything inside": (w, providers) => {
      const [inner, name] = [w.block("body"), w.name("config")];
      const written = spelled(inner, providers);
      w.add(`let ${name};`);
      w.add(body(...inner.statements, `${name} = { providers: ${written} };`));
      return exportDefault(w, name);
    },
    "if with everything inside": (w, providers) => {
      const [inner, name] = [w.block("body"), w.name("config")];
      const written = spelled(inner, providers);
      w.add(`let ${name};`);
      w.add(`if (${w.test(true)}) ${body(...inner.statements, `${name} = { providers: ${written} };`)}`);
      return exportDefault(w, name);
    },
    "try with everything inside": (w, providers) => {
      const [inner, name] = [w.block("body"), w.name("config")];
      const written = spelled(inner, providers);
      w.add(`let ${name};`);
      w.add(`try ${body(...inner.statements, `${name} = { providers: ${written} };`)} catch (error) { throw error; }`);
      return exportDefault(w, name);
    },
    "class method with everything inside": (w, providers) => {
      const [inner, named] = [w.block("body"), w.name("Config")];
      const written = spelled(inner, providers);
      w.add(`class ${named} { build() ${body(...inner.statements, `return { providers: ${written} };`)} }`);
      return exportDefault(w, `new ${named}().build()`);
    },
    "constructor with everything inside": (w, providers) => {
      const [inner, named] = [w.block("body"), w.name("Config")];
      const written = spelled(inner, providers);
      w.add(`class ${named} { constructor() ${body(...inner.statements, `this.providers = ${written};`)} }`);
      return exportDefault(w, `new ${named}()`);
    },
    "static block with everything inside": (w, providers) => {
      const [inner, named] = [w.block("body"), w.name("Config")];
      const written = spelled(inner, providers);
      w.add(
        `class ${named} { static value; static ${body(...inner.statements, `this.value = { providers: ${written} };`)} }`,
      );
      return exportDefault(w, `${named}.value`);
    },

    // Objects.
    "class instance": ofVariable((w, _, written) => {
      const named = w.name("Config");
      w.add(`class ${named} { providers = ${written}; }`);
      w.add(`export default new ${named}();`);
    }),
    "class instance with a constructor": ofVariable((w, _, written) => {
      const named = w.name("Config");
      w.add(`class ${named} { constructor(providers) { this.providers = providers; } }`);
      w.add(`export default new ${named}(${written});`);
    }),
    "builder that is the config": ofVariable((w, name, written) => {
      w.add(
        `const ${name} = { providers: []${w.ts(" as object[]")}, add(...all) { this.providers.push(...all); return this; } };`,
      );
      w.add(`${name}.add(...${written});`);
      w.add(`export default ${name};`);
    }),
    "getter of the list": ofConfig((_, written) => `{ get providers() { return ${written}; } }`),
    "toJSON()": ofConfig(
      (w, written) => `{ providers: [${damaged(w)}], toJSON() { return { providers: ${written} }; } }`,
    ),
    "class with toJSON()": ofVariable((w, _, written) => {
      const named = w.name("Config");
      w.add(`class ${named} { toJSON() { return { providers: ${written} }; } }`);
      w.add(`export default new ${named}();`);
    }),
    "JSON round trip": ofConfig((_, written) => `JSON.parse(JSON.stringify({ providers: ${written} }))`),
    "list element": ofConfig((w, written) => `[{ providers: [${damaged(w)}] }, { providers: ${written} }][1]`),
    "lookup table": ofConfig(
      (w, written) =>
        `${w.declare("configs", `{ dev: { providers: [${damaged(w)}] }, live: { providers: ${written} } }`)}.live`,
    ),
    "lookup by NODE_ENV": ofConfig(
      (w, written) =>
        `${w.declare("configs", `{ development: { providers: [${damaged(w)}] }, production: { providers: ${written} } }`)}[process.env.NODE_ENV]`,
    ),
    "Map.get()": ofConfig(
      (w, written) => `${w.declare("configs", `new Map([["live", { providers: ${written} }]])`)}.get("live")`,
    ),
    destructured: ofVariable((w, name, written) => {
      w.add(`const { live: ${name} } = { dev: { providers: [${damaged(w)}] }, live: { providers: ${written} } };`);
      w.add(`export default ${name};`);
    }),
    "rest of a pattern": ofVariable((w, name, written) => {
      w.add(`const { gone: ${w.name("gone")}, ...${name} } = { gone: [${damaged(w)}], providers: ${written} };`);
      w.add(`export default ${name};`);
    }),
    namespace: (w, providers) => {
      if (!w.typescript) return null;
      const [written, named] = [spelled(w, providers), w.name("Config")];
      w.add(`namespace ${named} { export const config = { providers: ${written} }; }`);
      return exportDefault(w, `${named}.config`);
    },
    generator: ofConfig((_, written) => `(function* () { yield { providers: ${written} }; })().next().value`),
  },
};
