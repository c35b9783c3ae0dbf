/** Statements that make something broken which the export never holds, and that change nothing. */
import { damaged } from "./providers.js";
import type { Form, Table, Writer } from "./writer.js";

const nothing = "";

function statements(write: (w: Writer) => readonly string[]): Form<null> {
  return (w) => {
    for (const statement of write(w)) w.add(statement);
    return nothing;
  };
}

export const decoys: Table<null> = {
  kind: "decoy",
  forms: {
    none: () => nothing,
    "unused provider": statements((w) => [`const ${w.name("old")} = ${damaged(w)};`]),
    "unused list": statements((w) => [`const ${w.name("old")} = [${damaged(w)}];`]),
    "unused config": statements((w) => [`const ${w.name("old")} = { providers: [${damaged(w)}] };`]),
    "unused function": statements((w) => [`function ${w.name("old")}() { return { providers: [${damaged(w)}] }; }`]),
    "unused arrow": statements((w) => [`const ${w.name("old")} = () => [${damaged(w)}];`]),
    "unused class": statements((w) => [`class ${w.name("Old")} { providers = [${damaged(w)}]; }`]),
    "unused method": statements((w) => [`const ${w.name("old")} = { build() { return [${damaged(w)}]; } };`]),
    "unused getter": statements((w) => [`const ${w.name("old")} = { get providers() { return [${damaged(w)}]; } };`]),
    "unused generator": statements((w) => [`function* ${w.name("old")}() { yield ${damaged(w)}; }`]),
    "named export": (w) => {
      w.file.hasExports = true;
      w.add(`export const ${w.name("legacyConfig")} = { providers: [${damaged(w)}] };`);
      return nothing;
    },
    "named export of a list": (w) => {
      w.file.hasExports = true;
      w.add(`export const ${w.name("legacyProviders")} = [${damaged(w)}];`);
      return nothing;
    },
    "named export of a function": (w) => {
      w.file.hasExports = true;
      w.add(`export function ${w.name("legacyConfig")}() { return { providers: [${damaged(w)}] }; }`);
      return nothing;
    },
    logged: statements((w) => [`console.log(${damaged(w)});`]),
    "logged through a constant": statements((w) => {
      const name = w.name("old");
      return [`const ${name} = { providers: [${damaged(w)}] };`, `console.log(JSON.stringify(${name}));`];
    }),
    void: statements((w) => [`void ${damaged(w)};`]),
    "expression statement": statements((w) => [`[${damaged(w)}].length;`]),
    typeof: statements((w) => [`if (typeof ${damaged(w)} !== "object") throw new Error("never");`]),
    "if of a known condition": statements((w) => [
      `if (${w.test(false)}) { console.log({ providers: [${damaged(w)}] }); }`,
    ]),
    "argument of a function that ignores it": statements((w) => {
      const ignore = w.name("ignore");
      return [`function ${ignore}(old) { void old; }`, `${ignore}(${damaged(w)});`];
    }),
    "argument of an arrow that counts": statements((w) => {
      const count = w.name("count");
      return [`const ${count} = (...all) => all.length;`, `${count}(${damaged(w)}, ${damaged(w)});`];
    }),
    "default parameter that is never used": statements((w) => {
      const use = w.name("use");
      return [`function ${use}(of = ${damaged(w)}) { return of; }`, `${use}({});`];
    }),
    "pushed to another list": statements((w) => {
      const name = w.name("archive");
      return [`const ${name}${w.ts(": object[]")} = [];`, `${name}.push(${damaged(w)});`];
    }),
    "member of another object": statements((w) => {
      const name = w.name("archive");
      return [`const ${name}${w.ts(": Record<string, unknown>")} = {};`, `${name}.providers = [${damaged(w)}];`];
    }),
    "static field of a class": statements((w) => [
      `class ${w.name("Archive")} { static providers = [${damaged(w)}]; }`,
    ]),
    "key of a WeakMap": statements((w) => [`new WeakMap().set(${damaged(w)}, true);`]),
    "member of a Set": statements((w) => [`new Set([${damaged(w)}]).clear();`]),
    "thrown and caught": statements((w) => [`try { throw ${damaged(w)}; } catch {}`]),
    "after a return": statements((w) => {
      const name = w.name("early");
      return [`function ${name}() { return null; return { providers: [${damaged(w)}] }; }`, `${name}();`];
    }),
    "in a loop that does not run": statements((w) => [`for (const old of []) { console.log(old, ${damaged(w)}); }`]),
    "in a while loop that does not run": statements((w) => [
      `while (${w.test(false)}) { console.log(${damaged(w)}); }`,
    ]),
    "in a block": statements((w) => [`{ const providers = [${damaged(w)}]; void providers; }`]),
    "in a callback that nobody calls": statements((w) => {
      const name = w.name("later");
      return [
        `const ${name}${w.ts(": (() => object)[]")} = [];`,
        `${name}.push(() => ({ providers: [${damaged(w)}] }));`,
      ];
    }),
    "in a callback of an empty list": statements((w) => [`[].forEach(() => { throw ${damaged(w)}; });`]),
    "in a catch that does not run": statements((w) => [`try { void 0; } catch { console.log(${damaged(w)}); }`]),
    "in a queued promise callback": (w) => {
      w.add(`Promise.resolve().then(() => { void ${damaged(w)}; });`);
      return nothing;
    },
    "in a namespace": (w) => {
      if (!w.typescript) return null;
      w.add(`namespace ${w.name("Archive")} { export const providers = [${damaged(w)}]; }`);
      return nothing;
    },
    "in a comment": statements((w) => [`/* export default { providers: [${damaged(w)}] }; */`]),
    "in a string": statements((w) => [
      `const ${w.name("note")} = ${JSON.stringify(`export default { providers: [${damaged(w)}] };`)};`,
    ]),
    "in a type": (w) => {
      if (!w.typescript) return null;
      w.add(
        `type ${w.name("Old")} = { type: "customJwt"; issuer: "https://api.workos.com/"; applicationID: "convex" };`,
      );
      return nothing;
    },
    "compared with a provider": statements((w) => {
      const name = w.name("same");
      return [`const ${name} = JSON.stringify(${damaged(w)}) === "{}";`, `if (${name}) throw new Error("never");`];
    }),
    "copied and forgotten": statements((w) => {
      const name = w.name("old");
      return [`const ${name} = ${damaged(w)};`, `Object.keys({ ...${name} }).map((key) => key.length);`];
    }),
  },
};
