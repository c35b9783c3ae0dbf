/**
 * Ways to spell a condition. One condition of a program is spelled anew at each place where something depends on it; all
 * spellings mean the same, in every world that the program is run in.
 */
import { variable } from "./client-ids.js";
import type { Scene } from "./modules.js";
import type { Branch } from "./meaning.js";
import type { Form, Table, Test, Writer } from "./writer.js";

/** On what a condition depends, and what the world is like where it holds and where it does not. */
export interface Condition {
  readonly name: string;
  /** Expressions that are truthy exactly where it holds; some are no booleans. */
  readonly spellings: Table<null>;
  readonly scene: (scene: Scene, holds: boolean) => Scene;
}

type Forms = Readonly<Record<string, Form<null>>>;

function withFlag(scene: Scene, holds: boolean): Scene {
  return { ...scene, imports: { ...scene.imports, flags: { ...scene.imports.flags, legacy: holds } } };
}

function withVariables(scene: Scene, variables: Scene["variables"]): Scene {
  return { ...scene, variables: { ...scene.variables, ...variables } };
}

/** A boolean that another module exports. */
const flag: Forms = {
  member: (w) => `${flags(w)}.legacy`,
  bracket: (w) => `${flags(w)}["legacy"]`,
  "optional chaining": (w) => `${flags(w)}?.legacy`,
  "as any": (w) => (w.typescript ? `(${flags(w)} as any).legacy` : null),
  "non-null assertion": (w) => (w.typescript ? `${flags(w)}!.legacy` : null),
  "line break": (w) => `${flags(w)}\n  .legacy`,
  "comment inside": (w) => `${flags(w)}./* old tokens */legacy`,
  "computed name": (w) => `${flags(w)}["leg" + "acy"]`,
  "name in a constant": (w) => `${flags(w)}[${w.atTop("key").declare("flagName", '"legacy"')}]`,
  "constant of it": (w) => w.atTop("constant").declare("isLegacy", `${flags(w)}.legacy`),
  destructured: (w) => {
    const name = w.name("isLegacy");
    w.atTop("destructured").add(`const { legacy: ${name} } = ${flags(w)};`);
    return name;
  },
  "destructured with a default": (w) => {
    const name = w.name("isLegacy");
    w.atTop("destructured").add(`const { legacy: ${name} = false } = ${flags(w)};`);
    return name;
  },
  "alias of the object": (w) => `${w.atTop("alias").declare("features", flags(w))}.legacy`,
  "copy of the object": (w) => `${w.atTop("copy").declare("features", `{ ...${flags(w)} }`)}.legacy`,
  "helper of the object": (w) => `${w.atTop("helper").declare("isLive", "(of) => of.legacy")}(${flags(w)})`,
  "helper without a parameter": (w) => {
    const name = w.name("isLive");
    w.atTop("helper").add(`function ${name}() { return ${flags(w)}.legacy; }`);
    return `${name}()`;
  },
  "getter of an object": (w) =>
    `${w.atTop("getter").declare("modes", `{ get old() { return ${flags(w)}.legacy; } }`)}.old`,
  "member of a local object": (w) => `${w.atTop("object").declare("modes", `{ old: ${flags(w)}.legacy }`)}.old`,
  "static field": (w) => {
    const name = w.name("Modes");
    w.atTop("class").add(`class ${name} { static old = ${flags(w)}.legacy; }`);
    return `${name}.old`;
  },
  "?? false": (w) => `(${flags(w)}.legacy ?? false)`,
  "|| false": (w) => `(${flags(w)}.legacy || false)`,
};

/**
 * The same boolean as another module exports it under other names. That two exports mean the same is in no file, so a
 * program keeps to one of these.
 */
const exportedFlag: Forms = {
  "imported by its own name": (w) => {
    w.file.import("{ legacy }", "./flags");
    return "legacy";
  },
  "imported and renamed": (w) => {
    w.file.import("{ legacy as oldTokens }", "./flags");
    return "oldTokens";
  },
  "namespace import": (w) => {
    w.file.import("* as flagModule", "./flags");
    return "flagModule.legacy";
  },
  "namespace import, destructured": (w) => {
    w.file.import("* as flagModule", "./flags");
    const name = w.name("isLegacy");
    w.atTop("destructured").add(`const { legacy: ${name} } = flagModule;`);
    return name;
  },
};

const defaultFlag: Forms = {
  "default import": (w) => {
    w.file.import("allFlags", "./flags");
    return "allFlags.legacy";
  },
  "default import, by name": (w) => {
    w.file.import("{ default as everyFlag }", "./flags");
    return "everyFlag.legacy";
  },
};

const nestedFlag: Forms = {
  "object in an imported object": (w) => {
    w.file.import("{ settings }", "./flags");
    return "settings.flags.legacy";
  },
  "object in an imported object, destructured": (w) => {
    w.file.import("{ settings }", "./flags");
    const name = w.name("isLegacy");
    w.atTop("destructured").add(`const { flags: { legacy: ${name} } } = settings;`);
    return name;
  },
};

const flagFunction: Forms = {
  "imported function": (w) => {
    w.file.import("{ isEnabled }", "./flags");
    return 'isEnabled("legacy")';
  },
  "imported function, in other quotes": (w) => {
    w.file.import("{ isEnabled }", "./flags");
    return "isEnabled('legacy')";
  },
};

function flags(w: Writer): string {
  w.file.import("{ flags }", "./flags");
  return "flags";
}

/** The content of a variable, compared with a literal. */
const stage: Forms = {
  "===": () => 'process.env.STAGE === "prod"',
  "===, single quotes": () => "process.env.STAGE === 'prod'",
  "sides swapped": () => '"prod" === process.env.STAGE',
  "==": () => 'process.env.STAGE == "prod"',
  "!( !== )": () => '!(process.env.STAGE !== "prod")',
  "!( != )": () => '!("prod" != process.env.STAGE)',
  bracket: () => 'process.env["STAGE"] === "prod"',
  "non-null assertion": (w) => `process.env.STAGE${w.ts("!")} === "prod"`,
  "as string": (w) => `(process.env.STAGE${w.ts(" as string")}) === "prod"`,
  constant: (w) => `${w.atTop("constant").declare("stage", "process.env.STAGE")} === "prod"`,
  "constant of the comparison": (w) => w.atTop("constant").declare("isProd", 'process.env.STAGE === "prod"'),
  destructured: (w) => {
    const name = w.name("stage");
    w.atTop("destructured").add(`const { STAGE: ${name} } = process.env;`);
    return `${name} === "prod"`;
  },
  "literal in a constant": (w) => `process.env.STAGE === ${w.atTop("constant").declare("live", '"prod"')}`,
  "literal in a template": () => "process.env.STAGE === `prod`",
  "literal put together": () => 'process.env.STAGE === "pr" + "od"',
  "?? fallback": () => '(process.env.STAGE ?? "dev") === "prod"',
  "helper of the content": (w) =>
    `${w.atTop("helper").declare("isProd", '(stage) => stage === "prod"')}(process.env.STAGE)`,
  "helper without a parameter": (w) => {
    const name = w.name("isProd");
    w.atTop("helper").add(`function ${name}() { return process.env.STAGE === "prod"; }`);
    return `${name}()`;
  },
  "helper of the name": (w) =>
    `${w.atTop("helper").declare("is", "(name, value) => process.env[name] === value")}("STAGE", "prod")`,
  "includes() of a list": () => '["prod"].includes(process.env.STAGE)',
  "indexOf() of a list": () => '["prod"].indexOf(process.env.STAGE) !== -1',
  "Set.has()": () => 'new Set(["prod"]).has(process.env.STAGE)',
  "some()": () => '["prod"].some((each) => each === process.env.STAGE)',
  "Object.is()": () => 'Object.is(process.env.STAGE, "prod")',
  "switch in a function": (w) => {
    const name = w.name("isProd");
    w.atTop("helper").add(
      `function ${name}() { switch (process.env.STAGE) { case "prod": return true; default: return false; } }`,
    );
    return `${name}()`;
  },
  "lookup table": (w) => `${w.atTop("table").declare("live", "{ prod: true }")}[process.env.STAGE] === true`,
  "imported env": (w) => {
    if (!w.file.claims("env", "import")) return null;
    w.file.import("{ env }", "./_generated/server");
    return 'env.STAGE === "prod"';
  },
};

/** Two variables that are compared with each other. */
const region: Forms = {
  "===": () => "process.env.REGION === process.env.HOME_REGION",
  "sides swapped": () => "process.env.HOME_REGION === process.env.REGION",
  "!( !== )": () => "!(process.env.REGION !== process.env.HOME_REGION)",
  "!( != ), swapped": () => "!(process.env.HOME_REGION != process.env.REGION)",
  "==": () => "process.env.REGION == process.env.HOME_REGION",
  bracket: () => 'process.env["REGION"] === process.env["HOME_REGION"]',
  constants: (w) => {
    const top = w.atTop("constants");
    return `${top.declare("region", "process.env.REGION")} === ${top.declare("home", "process.env.HOME_REGION")}`;
  },
  destructured: (w) => {
    const [left, right] = [w.name("region"), w.name("home")];
    w.atTop("destructured").add(`const { REGION: ${left}, HOME_REGION: ${right} } = process.env;`);
    return `${left} === ${right}`;
  },
  "helper of both": (w) =>
    `${w.atTop("helper").declare("same", "(a, b) => a === b")}(process.env.REGION, process.env.HOME_REGION)`,
  "helper of both, swapped": (w) =>
    `${w.atTop("helper").declare("same", "(a, b) => b === a")}(process.env.REGION, process.env.HOME_REGION)`,
  "Object.is()": () => "Object.is(process.env.REGION, process.env.HOME_REGION)",
  "includes()": () => "[process.env.REGION].includes(process.env.HOME_REGION)",
};

/** A number that another module exports. */
const version: Forms = {
  "<": (w) => `${versionOf(w)} < 2`,
  "> , swapped": (w) => `2 > ${versionOf(w)}`,
  "!( >= )": (w) => `!(${versionOf(w)} >= 2)`,
  "!( <= ), swapped": (w) => `!(2 <= ${versionOf(w)})`,
  constant: (w) => `${w.atTop("constant").declare("current", versionOf(w))} < 2`,
  "constant of the comparison": (w) => w.atTop("constant").declare("isOld", `${versionOf(w)} < 2`),
  "bound in a constant": (w) => `${versionOf(w)} < ${w.atTop("constant").declare("bound", "2")}`,
  "bound put together": (w) => `${versionOf(w)} < 1 + 1`,
  helper: (w) => `${w.atTop("helper").declare("isOld", "(of) => of < 2")}(${versionOf(w)})`,
  "helper of both": (w) => `${w.atTop("helper").declare("below", "(a, b) => b > a")}(${versionOf(w)}, 2)`,
};

function versionOf(w: Writer): string {
  w.file.import("{ version }", "./flags");
  return "version";
}

/** Whether a variable is set, asked through a helper that catches what Convex throws if it is not. */
const presence: Forms = {
  "helper that catches": (w) =>
    optional(w, "(name) => { try { return process.env[name]; } catch { return undefined; } }", '("LEGACY_TOKENS")'),
  "helper that catches, compared": (w) =>
    `(${optional(w, "(name) => { try { return process.env[name]; } catch { return undefined; } }", '("LEGACY_TOKENS")')} !== undefined)`,
  "helper that answers": (w) =>
    optional(
      w,
      "(name) => { try { return Boolean(process.env[name]); } catch { return false; } }",
      '("LEGACY_TOKENS")',
    ),
  "read in try": (w) => {
    const top = w.atTop("try");
    const name = w.name("legacyTokens");
    top.add(`let ${name};`);
    top.add(`try { ${name} = process.env.LEGACY_TOKENS; } catch {}`);
    return name;
  },
  "read in try, typeof": (w) => {
    const top = w.atTop("try");
    const name = w.name("legacyTokens");
    top.add(`let ${name};`);
    top.add(`try { ${name} = process.env["LEGACY_TOKENS"]; } catch (error) { ${name} = undefined; }`);
    return `typeof ${name} === "string"`;
  },
  "flag set in try": (w) => {
    const top = w.atTop("try");
    const name = w.name("hasLegacyTokens");
    top.add(`let ${name} = false;`);
    top.add(`try { void process.env.LEGACY_TOKENS; ${name} = true; } catch {}`);
    return name;
  },
};

function optional(w: Writer, helper: string, call: string): string {
  return `${w.atTop("helper").declare("optional", helper)}${call}`;
}

export const conditions: readonly Condition[] = [
  { name: "flag", spellings: { kind: "flag", forms: flag }, scene: withFlag },
  { name: "exported flag", spellings: { kind: "exported flag", forms: exportedFlag }, scene: withFlag },
  { name: "default flag", spellings: { kind: "default flag", forms: defaultFlag }, scene: withFlag },
  { name: "nested flag", spellings: { kind: "nested flag", forms: nestedFlag }, scene: withFlag },
  { name: "flag function", spellings: { kind: "flag function", forms: flagFunction }, scene: withFlag },
  {
    name: "stage",
    spellings: { kind: "content of a variable", forms: stage },
    scene: (scene, holds) => withVariables(scene, { STAGE: holds ? "prod" : "dev" }),
  },
  {
    name: "region",
    spellings: { kind: "two variables", forms: region },
    scene: (scene, holds) => withVariables(scene, { REGION: "eu", HOME_REGION: holds ? "eu" : "us" }),
  },
  {
    name: "version",
    spellings: { kind: "number", forms: version },
    scene: (scene, holds) => ({ ...scene, imports: { ...scene.imports, version: holds ? 1 : 3 } }),
  },
  {
    name: "presence",
    spellings: { kind: "presence of a variable", forms: presence },
    scene: (scene, holds) => {
      const { LEGACY_TOKENS: _, ...others } = scene.variables;
      return { ...scene, variables: holds ? { ...others, LEGACY_TOKENS: "yes" } : others };
    },
  },
];

interface Asked {
  /** A spelling of the condition. */
  readonly spell: (w: Writer) => string;
  readonly negated: boolean;
  /** The spelling is a boolean and not just truthy or falsy. */
  readonly isBoolean: boolean;
}

/** What is done with a condition before something depends on it; the result is truthy where it has to be. */
export const tests: Table<Asked> = {
  kind: "test",
  forms: {
    plain: (w, { spell, negated }) => (negated ? `!(${spell(w)})` : `(${spell(w)})`),
    "!!": (w, { spell, negated }) => (negated ? `!!!(${spell(w)})` : `!!(${spell(w)})`),
    "Boolean()": (w, { spell, negated }) => `${negated ? "!" : ""}Boolean(${spell(w)})`,
    "!(!)": (w, { spell, negated }) => (negated ? `!(!(!(${spell(w)})))` : `!(!(${spell(w)}))`),
    "=== true": (w, { spell, negated, isBoolean }) => (isBoolean ? `((${spell(w)}) === ${String(!negated)})` : null),
    "=== false": (w, { spell, negated, isBoolean }) =>
      isBoolean ? `((${spell(w)}) ${negated ? "===" : "!=="} false)` : null,
    "!== true": (w, { spell, negated, isBoolean }) => (isBoolean ? `((${spell(w)}) !== ${String(negated)})` : null),
    "true ===": (w, { spell, negated, isBoolean }) => (isBoolean ? `(${String(!negated)} === (${spell(w)}))` : null),
    "== true": (w, { spell, negated, isBoolean }) => (isBoolean ? `((${spell(w)}) == ${String(!negated)})` : null),
    "? true : false": (w, { spell, negated }) => `((${spell(w)}) ? ${String(!negated)} : ${String(negated)})`,
    "&& true": (w, { spell, negated }) => (negated ? `!((${spell(w)}) && true)` : `((${spell(w)}) && true)`),
    "|| false": (w, { spell, negated }) => (negated ? `!((${spell(w)}) || false)` : `((${spell(w)}) || false)`),
    "&& itself": (w, { spell, negated }) => `${negated ? "!" : ""}((${spell(w)}) && (${spell(w.at("again"))}))`,
    "|| itself": (w, { spell, negated }) => `${negated ? "!" : ""}((${spell(w)}) || (${spell(w.at("again"))}))`,
    "De Morgan, and": (w, { spell, negated }) => `${negated ? "" : "!"}(!(${spell(w)}) && !false)`,
    "De Morgan, or": (w, { spell, negated }) => `${negated ? "" : "!"}(!(${spell(w)}) || !true)`,
    "De Morgan of itself": (w, { spell, negated }) =>
      `${negated ? "" : "!"}(!(${spell(w)}) || !(${spell(w.at("again"))}))`,
    "or with its opposite, and": (w, { spell, negated }) =>
      `${negated ? "!" : ""}(((${spell(w)}) || !(${spell(w.at("again"))})) && (${spell(w.at("third"))}))`,
    "=== of two negations": (w, { spell, negated }) => `${negated ? "!" : ""}(!(${spell(w)}) === !true)`,
    "list of one, every()": (w, { spell, negated }) => `${negated ? "!" : ""}[${spell(w)}].every(Boolean)`,
    "list of one, some()": (w, { spell, negated }) => `${negated ? "!" : ""}[${spell(w)}].some((each) => each)`,
    "list of two, every()": (w, { spell, negated }) =>
      `${negated ? "!" : ""}[true, ${spell(w)}].every((each) => !!each)`,
    "constant of it": (w, { spell, negated }) =>
      `${negated ? "!" : ""}${w.atTop("constant").declare("on", spell(w.atTop("inner")))}`,
    "constant of its opposite": (w, { spell, negated }) =>
      `${negated ? "" : "!"}${w.atTop("constant").declare("off", `!(${spell(w.atTop("inner"))})`)}`,
    "let of it": (w, { spell, negated }) => {
      const name = w.name("on");
      const top = w.atTop("let");
      top.add(`let ${name} = false;`);
      top.add(`if (${spell(w.atTop("inner"))}) ${name} = true;`);
      return `${negated ? "!" : ""}${name}`;
    },
    "let of it, else": (w, { spell, negated }) => {
      const name = w.name("mode");
      const top = w.atTop("let");
      top.add(`let ${name};`);
      top.add(`if (${spell(w.atTop("inner"))}) { ${name} = "on"; } else { ${name} = "off"; }`);
      return `(${name} ${negated ? "!==" : "==="} "on")`;
    },
    "word of it": (w, { spell, negated }) =>
      `(${w.atTop("constant").declare("mode", `(${spell(w.atTop("inner"))}) ? "old" : "new"`)} === "${negated ? "new" : "old"}")`,
    "word of it, longer than": (w, { spell, negated }) =>
      `(${w.atTop("constant").declare("mode", `(${spell(w.atTop("inner"))}) ? "old" : ""`)}.length ${negated ? "=== 0" : "> 0"})`,
    "number of it": (w, { spell, negated }) =>
      `(${w.atTop("constant").declare("count", `(${spell(w.atTop("inner"))}) ? 1 : 0`)} ${negated ? "< 1" : ">= 1"})`,
    "list of it": (w, { spell, negated }) =>
      `(${w.atTop("constant").declare("found", `(${spell(w.atTop("inner"))}) ? ["old"] : []`)}.length ${negated ? "=== 0" : "> 0"})`,
    "helper of it": (w, { spell, negated }) =>
      `${negated ? "!" : ""}${w.atTop("helper").declare("isOn", `() => ${spell(w.atTop("inner"))}`)}()`,
    "helper of its opposite": (w, { spell, negated }) => {
      const name = w.name("isOff");
      const inner = spell(w.atTop("inner"));
      w.atTop("helper").add(`function ${name}() { if (${inner}) { return false; } return true; }`);
      return `${negated ? "" : "!"}${name}()`;
    },
    "negating helper": (w, { spell, negated }) => {
      const not = w.atTop("helper").declare("not", "(value) => !value");
      return negated ? `${not}(${spell(w)})` : `${not}(${not}(${spell(w)}))`;
    },
    comma: (w, { spell, negated }) => `${negated ? "!" : ""}(0, ${spell(w)})`,
    "as boolean": (w, { spell, negated }) => `${negated ? "!" : ""}((${spell(w)})${w.ts(" as unknown as boolean")})`,
  },
};

/** What is always the same, whatever the deployment: an expression that is truthy, or one that is falsy. */
export const knownTests: Table<boolean> = {
  kind: "known condition",
  forms: Object.fromEntries(
    Object.entries({
      boolean: () => "true",
      "less than": () => "1 < 2",
      sum: () => "1 + 1 === 2",
      "numeric separator": () => "1_000 === 1000",
      "floating point": () => "0.1 + 0.2 !== 0.3",
      NODE_ENV: () => 'process.env.NODE_ENV === "production"',
      "NODE_ENV, bracket": () => '"development" !== process.env["NODE_ENV"]',
      "client ID": (w: Writer) => w.clientId(),
      "client ID !== undefined": (w: Writer) => `${w.clientId()} !== undefined`,
      "client ID != null": (w: Writer) => `${w.clientId()} != null`,
      'client ID !== ""': (w: Writer) => `"" !== ${w.clientId()}`,
      "typeof client ID": (w: Writer) => `typeof ${w.clientId()} === "string"`,
      "length of the client ID": (w: Writer) => `${w.clientId()}${w.ts("!")}.length > 0`,
      "variable is set": () => `typeof process.env.${variable} !== "undefined"`,
      "includes()": () => '"user_management".includes("management")',
      "startsWith()": () => '"https://api.workos.com/".startsWith("https://")',
      "endsWith()": () => '"https://api.workos.com/".endsWith("/")',
      "indexOf()": () => '"user_management".indexOf("_") === 4',
      "string comparison": () => '"b" > "a"',
      "regular expression": () => "/workos/.test('api.workos.com')",
      "length of a list": () => "[1, 2].length === 2",
      "length of a string": () => '"abc".length > 2',
      "includes() of a list": () => '["shared", "session"].includes("shared")',
      "Array.isArray()": () => "Array.isArray([])",
      "every() of nothing": () => "[].every(Boolean)",
      "number of keys": () => "Object.keys({ a: 1 }).length === 1",
      in: () => '"a" in { a: undefined }',
      "Object.hasOwn()": () => 'Object.hasOwn({ a: 1 }, "a")',
      "Set.has()": () => "new Set([1]).has(1)",
      "Map.size": () => "new Map([[1, 2]]).size === 1",
      "string == number": () => '"1" == 1',
      "number == boolean": () => "0 == false",
      "null == undefined": () => "null == undefined",
      "NaN !== NaN": () => "NaN !== NaN",
      "typeof null": () => 'typeof null === "object"',
      "typeof of an unknown name": () => 'typeof notDeclared === "undefined"',
      "void 0": () => "void 0 === undefined",
      "Number()": () => 'Number("2") === 2',
      "parseInt()": () => 'parseInt("2px", 10) === 2',
      remainder: () => "7 % 2 === 1",
      "bitwise or": () => "(1 | 2) === 3",
      power: () => "2 ** 3 === 8",
      not: () => "!0",
      instanceof: () => "[] instanceof Array",
      function: () => "(() => true)()",
      "default parameter": () => "((on = true) => on)()",
      method: () => "({ on() { return true; } }).on()",
      JSON: () => "(JSON.stringify({ a: 1 }) === '{\"a\":1}')",
      counter: (w: Writer) => {
        const name = w.name("count");
        w.atTop("counter").add(`let ${name} = 0;`);
        w.atTop("counter").add(`${name}++;`);
        return `${name} === 1`;
      },
      "parameter named undefined": () => '((undefined) => undefined === "x")("x")',
      "new Date(0)": () => "new Date(0).getTime() === 0",
    }).map(([name, spell]): [string, Form<boolean>] => [
      name,
      (w, value) => (value ? `(${spell(w)})` : `!(${spell(w)})`),
    ]),
  ),
};

/** Spells a condition, or its opposite. */
export function spellTest(w: Writer, test: Test, all: readonly Condition[]): string {
  if (typeof test === "boolean") return w.write(knownTests, test);
  return w.write(tests, asked(test, all));
}

function asked({ condition, holds }: Branch, all: readonly Condition[]): Asked {
  const found = all[condition];
  if (found === undefined) throw new Error(`no condition ${String(condition)}`);
  return {
    spell: (w) => w.write(found.spellings, null),
    negated: !holds,
    isBoolean: found.name !== "presence",
  };
}
