/** Ways to spell one provider: an object with the members that are meant, and no others that JSON would show. */
import { clientId } from "../draft.js";
import { nothing } from "./meaning.js";
import type { Meant, ProviderMeaning } from "./meaning.js";
import { plainText, text } from "./texts.js";
import { quote } from "./writer.js";
import type { Table, Test, Writer } from "./writer.js";

export type Member = readonly [name: string, meant: Meant];

/** Spells one provider. */
export function provider(w: Writer, meaning: ProviderMeaning): string {
  return w.write(providers, membersOf(meaning));
}

export function membersOf({ members }: ProviderMeaning): readonly Member[] {
  return Object.entries(members);
}

/** Spells the value of a member; nothing is `undefined`. */
export function value(w: Writer, meant: Meant): string {
  switch (meant.kind) {
    case "text":
      return text(w, meant.text);
    case "null":
      return "null";
    case "nothing":
      return w.write(undefineds, null);
    case "either":
      return w.choose(
        meant.branch,
        value(w.at("then"), meant.then),
        value(w.at("otherwise"), meant.otherwise),
        meant.then.kind === "text" && meant.then.text.some((part) => part !== ""),
      );
  }
}

/** An object literal; what is nothing is left out, or says so. */
export function object(w: Writer, members: readonly Member[], others: readonly string[] = []): string {
  const printed = members.flatMap(([name, meant]) => {
    const member = memberOf(w.at(name), name, meant);
    return member === "" ? [] : [member];
  });
  return `{ ${[...printed, ...others].join(", ")} }`;
}

function memberOf(w: Writer, name: string, meant: Meant): string {
  if (meant.kind === "nothing") return w.write(absentMembers, name);
  if (meant.kind === "either" && [meant.then.kind, meant.otherwise.kind].includes("nothing"))
    return w.write(conditionalMembers, [name, meant]);
  return w.write(members, [name, meant]);
}

const undefineds: Table<null> = {
  kind: "undefined",
  forms: {
    undefined: () => "undefined",
    "void 0": () => "void 0",
    "call of an empty function": () => "(() => {})()",
    "parameter that is not given": () => "((none) => none)()",
    "member that is not there": () => "({}).none",
    "list element that is not there": () => "[][0]",
    "let without a value": (w) => {
      const name = w.name("none");
      w.add(`let ${name};`);
      return name;
    },
    "find() of nothing": () => "[].find(Boolean)",
  },
};

const members: Table<Member> = {
  kind: "member",
  forms: {
    plain: (w, [name, meant]) => `${comment(w)}${name}: ${value(w, meant)}`,
    quoted: (w, [name, meant]) => `"${name}": ${value(w, meant)}`,
    "single quotes": (w, [name, meant]) => `'${name}': ${value(w, meant)}`,
    computed: (w, [name, meant]) => `["${name}"]: ${value(w, meant)}`,
    "computed template": (w, [name, meant]) => `[\`${name}\`]: ${value(w, meant)}`,
    "computed constant": (w, [name, meant]) => `[${w.declare("key", quote(name))}]: ${value(w, meant)}`,
    "computed concatenation": (w, [name, meant]) => `["${name.slice(0, 2)}" + "${name.slice(2)}"]: ${value(w, meant)}`,
    escaped: (w, [name, meant]) => `\\u00${name.charCodeAt(0).toString(16)}${name.slice(1)}: ${value(w, meant)}`,
    "escaped in quotes": (w, [name, meant]) =>
      `"\\x${name.charCodeAt(0).toString(16)}${name.slice(1)}": ${value(w, meant)}`,
    shorthand: (w, [name, meant]) => {
      // Only one variable of the file can have the name of a member.
      if (!w.file.claims(name, "shorthand")) return null;
      w.add(`const ${name} = ${value(w, meant)};`);
      return name;
    },
    getter: (w, [name, meant]) => `get ${name}() { return ${value(w, meant)}; }`,
    spread: (w, [name, meant]) => `...{ ${name}: ${value(w, meant)} }`,
    "spread of a constant": (w, [name, meant]) => `...${w.declare("part", `{ ${name}: ${value(w, meant)} }`)}`,
    "spread of a call": (w, [name, meant]) => `...${w.declare("part", `() => ({ ${name}: ${value(w, meant)} })`)}()`,
    "spread of Object.fromEntries()": (w, [name, meant]) => `...Object.fromEntries([["${name}", ${value(w, meant)}]])`,
    "known conditional spread": (w, [name, meant]) => `...(${w.test(true)} ? { ${name}: ${value(w, meant)} } : {})`,
    "known && spread": (w, [name, meant]) => `...(${w.test(true)} && { ${name}: ${value(w, meant)} })`,
    "known spread, swapped": (w, [name, meant]) => `...(${w.test(false)} ? {} : { ${name}: ${value(w, meant)} })`,
    "written twice": (w, [name, meant]) => `${name}: ${damage(name)}, ...{ ${name}: ${value(w, meant)} }`,
    "toString() of an object": (w, [name, meant]) =>
      meant.kind === "text" ? `${name}: \`\${{ toString() { return ${value(w, meant)}; } }}\`` : null,
    "toJSON() of an object": (w, [name, meant]) => `${name}: { toJSON: () => ${value(w, meant)} }`,
  },
};

function comment(w: Writer): string {
  return w.choices.chance("comment", 0.03) ? `/* the ${w.choices.oneOf("word", ["right", "old", "only"])} one */ ` : "";
}

/** A member of which JSON shows nothing. */
const absentMembers: Table<string> = {
  kind: "absent member",
  forms: {
    "left out": () => "",
    undefined: (w, name) => `${name}: ${w.write(undefineds, null)}`,
    "quoted undefined": (_, name) => `"${name}": undefined`,
    "overwritten with undefined": (_, name) => `${name}: ${damage(name)}, ...{ ${name}: undefined }`,
    "overwritten in one literal": (_, name) => `${name}: ${damage(name)}, ${name}: undefined`,
    "false && spread": (w, name) => `...(${w.test(false)} && { ${name}: ${damage(name)} })`,
    "false ? : spread": (w, name) => `...(${w.test(false)} ? { ${name}: ${damage(name)} } : {})`,
    "true ? {} : spread": (w, name) => `...(${w.test(true)} ? {} : { ${name}: ${damage(name)} })`,
    "true ? null : spread": (w, name) => `...(${w.test(true)} ? null : { ${name}: ${damage(name)} })`,
    "conditional undefined": (w, name) => `${name}: ${w.test(false)} ? ${damage(name)} : undefined`,
    "&& undefined": (w, name) => `${name}: (${w.test(true)}) ? undefined : ${damage(name)}`,
    "spread of null": () => "...null",
    "spread of undefined": () => "...undefined",
    "spread of an empty object": () => "...{}",
    function: (_, name) => `${name}() { return ${damage(name)}; }`,
    "arrow function": (_, name) => `${name}: () => ${damage(name)}`,
    "getter of undefined": (_, name) => `get ${name}() { return undefined; }`,
    setter: (_, name) => `set ${name}(value) { void value; }`,
    symbol: (_, name) => `[Symbol("${name}")]: ${damage(name)}`,
    "value that is a symbol": (_, name) => `${name}: Symbol("none")`,
    prototype: (_, name) => `__proto__: { ${name}: ${damage(name)} }`,
    "toJSON() that gives nothing": (_, name) => `${name}: { toJSON() { return undefined; } }`,
  },
};

/** A value that would break the provider. */
function damage(name: string): string {
  return name === "applicationID" ? "process.env.WORKOS_CLIENT_ID" : quote("https://api.workos.com/sso/wrong");
}

interface ConditionalMember {
  readonly name: string;
  /** Where the member is there. */
  readonly test: Test;
  readonly meant: Meant;
}

function conditional([name, meant]: Member): ConditionalMember | null {
  if (meant.kind !== "either") return null;
  const { branch, then, otherwise } = meant;
  if (otherwise.kind === "nothing") return { name, test: branch, meant: then };
  return { name, test: { condition: branch.condition, holds: !branch.holds }, meant: otherwise };
}

function ofConditional(write: (w: Writer, member: ConditionalMember) => string): Table<Member>["forms"][string] {
  return (w, member) => {
    const found = conditional(member);
    return found === null ? null : write(w, found);
  };
}

const conditionalMembers: Table<Member> = {
  kind: "conditional member",
  forms: {
    "? : undefined": (w, [name, meant]) => `${name}: ${value(w, meant)}`,
    "...( ? {} : {} )": ofConditional(
      (w, { name, test, meant }) => `...(${w.test(test)} ? { ${name}: ${value(w, meant)} } : {})`,
    ),
    "...( ? {} : {} ), swapped": ofConditional(
      (w, { name, test, meant }) => `...(${w.not(test)} ? {} : { ${name}: ${value(w, meant)} })`,
    ),
    "...( ? {} : null )": ofConditional(
      (w, { name, test, meant }) => `...(${w.test(test)} ? { ${name}: ${value(w, meant)} } : null)`,
    ),
    "...( && {} )": ofConditional(
      (w, { name, test, meant }) => `...(${w.test(test)} && { ${name}: ${value(w, meant)} })`,
    ),
    "...( || {} )": ofConditional(
      (w, { name, test, meant }) => `...(!!${w.not(test)} || { ${name}: ${value(w, meant)} })`,
    ),
    "? : undefined, swapped": ofConditional(
      (w, { name, test, meant }) => `${name}: ${w.not(test)} ? undefined : ${value(w, meant)}`,
    ),
    "spread of a constant": ofConditional(
      (w, { name, test, meant }) =>
        `...${w.declare("extra", `${w.test(test)} ? { ${name}: ${value(w, meant)} } : {}`)}`,
    ),
    "spread of a function": ofConditional(
      (w, { name, test, meant }) =>
        `...${w.declare("extra", `() => { if (${w.test(test)}) return { ${name}: ${value(w, meant)} }; return {}; }`)}()`,
    ),
    "spread of Object.fromEntries()": ofConditional(
      (w, { name, test, meant }) => `...Object.fromEntries(${w.test(test)} ? [["${name}", ${value(w, meant)}]] : [])`,
    ),
    "computed name": ofConditional(
      (w, { name, test, meant }) => `[${w.test(test)} ? "${name}" : "unused"]: ${value(w, meant)}`,
    ),
    "overwritten by a spread": ofConditional(
      (w, { name, test, meant }) => `${name}: ${value(w, meant)}, ...(${w.not(test)} ? { ${name}: undefined } : {})`,
    ),
  },
};

function isIssuer([name, meant]: Member): boolean {
  return (name === "issuer" || name === "domain") && meant.kind === "text";
}

/** Cuts the members in two; null where there are too few. */
function halves(w: Writer, all: readonly Member[]): readonly [readonly Member[], readonly Member[]] | null {
  if (all.length < 2) return null;
  const place = w.choices.oneOf("half", [1, Math.floor(all.length / 2), all.length - 1]);
  return [all.slice(0, place), all.slice(place)];
}

function fromHalves(
  write: (w: Writer, left: readonly Member[], right: readonly Member[]) => string,
): Table<readonly Member[]>["forms"][string] {
  return (w, all) => {
    const cut = halves(w, all);
    return cut === null ? null : write(w, cut[0], cut[1]);
  };
}

/** A variable that holds the object while statements work on it. */
function built(
  write: (w: Writer, all: readonly Member[], name: string) => string | null | void,
): Table<readonly Member[]>["forms"][string] {
  return (w, all) => {
    const name = w.name("provider");
    const result = write(w, all, name);
    return result === undefined ? name : result;
  };
}

/** The statement that gives a member its value; none for nothing. */
function assign(w: Writer, target: string, [name, meant]: Member): string {
  if (meant.kind === "nothing") return w.choices.chance("undefined", 0.3) ? `${target}.${name} = undefined;` : "";
  const found = conditional([name, meant]);
  if (meant.kind === "either" && found !== null && [meant.then.kind, meant.otherwise.kind].includes("nothing"))
    return `if (${w.test(found.test)}) ${target}.${name} = ${value(w, found.meant)};`;
  const left = w.choices.chance("bracket", 0.3) ? `${target}["${name}"]` : `${target}.${name}`;
  return `${left} = ${value(w, meant)};`;
}

/** Pairs of name and value, those of nothing left out. */
function pairs(w: Writer, all: readonly Member[]): string {
  return `[${all
    .filter(([, meant]) => meant.kind !== "nothing")
    .map(([name, meant]) => `["${name}", ${value(w.at(name), meant)}]`)
    .join(", ")}]`;
}

/** Which member is nothing, so that a form may put something there and take it away again. */
function absentOf(all: readonly Member[]): string | null {
  return all.find(([, meant]) => meant.kind === "nothing")?.[0] ?? null;
}

/** The object with a member that must not be there, the name of that member, and the names of the others. */
function ofTooMuch(
  write: (w: Writer, full: string, name: string, kept: readonly string[]) => string,
): Table<readonly Member[]>["forms"][string] {
  return (w, all) => {
    const name = absentOf(all);
    if (name === null) return null;
    const others = all.filter(([each]) => each !== name);
    const full = object(w, others, [`${name}: ${damage(name)}`]);
    return write(
      w,
      full,
      name,
      others.map(([each]) => each),
    );
  };
}

/** Takes a member away from a variable by a statement. */
function ofRemoval(
  write: (w: Writer, provider: string, name: string) => void,
): Table<readonly Member[]>["forms"][string] {
  return ofTooMuch((w, full, name) => {
    const provider = w.declare("provider", full);
    write(w, provider, name);
    return provider;
  });
}

/** A word that is certainly right, and others that are not. */
function parameters(
  w: Writer,
  all: readonly Member[],
): { readonly names: readonly string[]; readonly values: readonly string[] } {
  return { names: all.map(([name]) => name), values: all.map(([name, meant]) => value(w.at(name), meant)) };
}

export const providers: Table<readonly Member[]> = {
  kind: "provider",
  forms: {
    literal: (w, all) => object(w, all),
    const: (w, all) => w.declare("provider", object(w, all)),
    let: built((w, all, name) => w.add(`let ${name} = ${object(w, all)};`)),
    "let, overwritten": built((w, all, name) => {
      w.add(`let ${name} = { type: "customJwt", issuer: ${damage("issuer")} }${w.ts(" as unknown as object")};`);
      w.add(`${name} = ${object(w, all)};`);
    }),
    frozen: (w, all) => `Object.freeze(${object(w, all)})`,
    sealed: (w, all) => `Object.seal(${object(w, all)})`,
    "as const": (w, all) => `(${object(w, all)}${w.ts(" as const")})`,
    "through unknown": (w, all) => `(${object(w, all)}${w.ts(" as unknown as object")})`,
    comma: (w, all) => `(0, ${object(w, all)})`,
    "known condition": (w, all) =>
      w.choose(true, object(w, all), `{ type: "customJwt", issuer: ${damage("issuer")} }`, true),
    "&& of something set": (w, all) => `(${w.clientId()} && ${object(w, all)})`,
    "?? of undefined": (w, all) => `(undefined ?? ${object(w, all)})`,
    IIFE: (w, all) => `(() => (${object(w, all)}))()`,
    "IIFE with statements": (w, all) => {
      const inner = w.block("body");
      const written = object(inner, all);
      return `(() => {\n${inner.statements.join("\n")}\nreturn ${written};\n})()`;
    },
    "list element": (w, all) => `[${object(w, all)}][0]`,
    "member of an object": (w, all) => `${w.declare("all", `{ one: ${object(w, all)} }`)}.one`,
    destructured: built((w, all, name) => w.add(`const { one: ${name} } = { one: ${object(w, all)} };`)),

    // Spread.
    "spread of a base": fromHalves((w, left, right) => object(w, right, [`...${w.declare("base", object(w, left))}`])),
    "base first": fromHalves(
      (w, left, right) => `{ ...${w.declare("base", object(w, left))}, ${object(w, right).slice(1)}`,
    ),
    "two spreads": fromHalves(
      (w, left, right) => `{ ...${object(w, left)}, ...${w.declare("rest", object(w, right))} }`,
    ),
    "base overwritten": (w, all) => {
      const [name, meant] = all.find(([each]) => each === "issuer") ?? all[0] ?? ["issuer", nothing];
      const base = object(
        w,
        all.filter(([each]) => each !== name),
        [`${name}: ${damage(name)}`],
      );
      return `{ ...${w.declare("base", base)}, ${name}: ${value(w, meant)} }`;
    },
    "base with too much, overwritten with undefined": ofTooMuch(
      (w, full, name) => `{ ...${w.declare("base", full)}, ${name}: undefined }`,
    ),
    "base of a function": fromHalves((w, left, right) =>
      object(w, right, [`...${w.declare("base", `() => (${object(w, left)})`)}()`]),
    ),
    "spread of a list of entries": fromHalves((w, left, right) =>
      object(w, right, [`...Object.fromEntries(${pairs(w, left)})`]),
    ),

    // Taken away.
    "rest of a pattern": ofTooMuch((w, full, name) => {
      const [rest, gone] = [w.name("provider"), w.name("gone")];
      w.add(`const { ${name}: ${gone}, ...${rest} } = ${w.declare("full", full)};`);
      return rest;
    }),
    "rest of a parameter": ofTooMuch(
      (w, full, name) => `${w.declare("strip", `({ ${name}: gone, ...rest }) => rest`)}(${full})`,
    ),
    delete: ofRemoval((w, p, name) => w.add(`delete ${p}.${name};`)),
    "delete, bracket": ofRemoval((w, p, name) => w.add(`delete ${p}["${name}"];`)),
    "delete, computed": ofRemoval((w, p, name) => w.add(`delete ${p}[${w.declare("key", quote(name))}];`)),
    "delete in a function": ofRemoval((w, p, name) => {
      const strip = w.name("strip");
      w.add(`function ${strip}(of) { delete of.${name}; return of; }`);
      w.add(`${strip}(${p});`);
    }),
    "delete in a rest parameter": ofRemoval((w, p, name) => {
      const strip = w.name("strip");
      w.add(`function ${strip}(...all) { all.forEach((each) => { delete each.${name}; }); }`);
      w.add(`${strip}(${p});`);
    }),
    "delete in a static method": ofRemoval((w, p, name) => {
      const named = w.name("Strip");
      w.add(`class ${named} { static run() { delete ${p}.${name}; } }`);
      w.add(`${named}.run();`);
    }),
    "delete through an alias": ofRemoval((w, p, name) => w.add(`delete ${w.declare("alias", p)}.${name};`)),
    "delete through a list": ofRemoval((w, p, name) => w.add(`for (const each of [${p}]) delete each.${name};`)),
    "delete in reduce()": ofRemoval((w, p, name) =>
      w.add(`["${name}"].reduce((all, key) => { delete all[key]; return all; }, ${p});`),
    ),
    "delete under a known condition": ofRemoval((w, p, name) => w.add(`if (${w.test(true)}) delete ${p}.${name};`)),
    "delete in a switch": ofRemoval((w, p, name) => {
      const tune = w.name("tune");
      w.add(
        `function ${tune}(of, kind) { switch (kind) { case "shared": break; case "session": delete of.${name}; break; } return of; }`,
      );
      w.add(`${tune}(${p}, "session");`);
    }),
    "delete in try": ofRemoval((w, p, name) => w.add(`try { delete ${p}.${name}; throw new Error("done"); } catch {}`)),
    "Reflect.deleteProperty()": ofRemoval((w, p, name) => w.add(`Reflect.deleteProperty(${p}, "${name}");`)),
    "assigned undefined": ofRemoval((w, p, name) => w.add(`${p}.${name} = undefined;`)),
    "assigned undefined, bracket": ofRemoval((w, p, name) => w.add(`${p}["${name}"] = void 0;`)),
    "assigned undefined by a pattern": ofRemoval((w, p, name) => w.add(`({ a: ${p}.${name} } = { a: undefined });`)),
    "assigned undefined by a list pattern": ofRemoval((w, p, name) => w.add(`[${p}.${name}] = [undefined];`)),
    "assigned undefined by &&=": ofRemoval((w, p, name) => w.add(`${p}.${name} &&= undefined;`)),
    "Object.assign() of undefined": ofRemoval((w, p, name) => w.add(`Object.assign(${p}, { ${name}: undefined });`)),
    "Object.assign() of a spread": ofRemoval((w, p, name) =>
      w.add(`Object.assign(...[${p}, { ${name}: undefined }]);`),
    ),
    "defineProperty(), not enumerable": ofRemoval((w, p, name) =>
      w.add(`Object.defineProperty(${p}, "${name}", { enumerable: false });`),
    ),
    "Reflect.set() of undefined": ofRemoval((w, p, name) => w.add(`Reflect.set(${p}, "${name}", undefined);`)),
    "omit helper": ofTooMuch(
      (w, full, name) =>
        `${w.declare("omit", "(of, ...names) => { const copy = { ...of }; for (const each of names) delete copy[each]; return copy; }")}(${full}, "${name}")`,
    ),
    "omit helper by entries": ofTooMuch(
      (w, full, name) =>
        `${w.declare("omit", "(of, name) => Object.fromEntries(Object.entries(of).filter(([key]) => key !== name))")}(${full}, "${name}")`,
    ),
    "entries, filtered": ofTooMuch(
      (w, full, name) =>
        `Object.fromEntries(Object.entries(${w.declare("full", full)}).filter(([key]) => key !== "${name}"))`,
    ),
    "entries, filtered by a list": ofTooMuch(
      (w, full, name) =>
        `Object.fromEntries(Object.entries(${w.declare("full", full)}).filter(([key]) => !["${name}"].includes(key)))`,
    ),
    "pick helper": ofTooMuch((w, full, _, kept) => {
      const names = kept.map(quote).join(", ");
      return `${w.declare("pick", "(of, names) => Object.fromEntries(names.map((each) => [each, of[each]]))")}(${full}, [${names}])`;
    }),
    "pick in a loop": ofTooMuch((w, full, name) => {
      const [source, picked] = [
        w.declare("full", full),
        w.declare("picked", `{}${w.ts(" as Record<string, unknown>")}`),
      ];
      w.add(
        `for (const key of Object.keys(${source})) { if (key === "${name}") continue; ${picked}[key] = ${source}[key]; }`,
      );
      return picked;
    }),
    "pick in for…in": ofTooMuch((w, full, name) => {
      const [source, picked] = [
        w.declare("full", full),
        w.declare("picked", `{}${w.ts(" as Record<string, unknown>")}`),
      ];
      w.add(`for (const key in ${source}) if (key !== "${name}") ${picked}[key] = ${source}[key];`);
      return picked;
    }),
    "JSON.stringify() with names": ofTooMuch((_w, full, _, kept) => {
      const names = kept.map(quote).join(", ");
      return `JSON.parse(JSON.stringify(${full}, [${names}]))`;
    }),
    "JSON.stringify() with a function": ofTooMuch(
      (_, full, name) => `JSON.parse(JSON.stringify(${full}, (key, value) => (key === "${name}" ? undefined : value)))`,
    ),
    "JSON.parse() with a function": ofTooMuch(
      (_, full, name) => `JSON.parse(JSON.stringify(${full}), (key, value) => (key === "${name}" ? undefined : value))`,
    ),
    "toJSON() that leaves it out": ofTooMuch(
      (w, full, name) =>
        `{ ...${w.declare("full", full)}, toJSON() { const { ${name}: gone, ...rest } = this; return { ...rest, toJSON: undefined }; } }`,
    ),
    "toJSON(), assigned later": ofRemoval((w, p, name) =>
      w.add(`${p}.toJSON = () => ({ ...${p}, ${name}: undefined, toJSON: undefined });`),
    ),

    // Put together by statements.
    "members assigned later": built((w, all, name) => {
      const place = w.choices.oneOf("place", [1, 2, 0]);
      w.add(`const ${name}${w.ts(": Record<string, unknown>")} = ${object(w, all.slice(0, place))};`);
      for (const member of all.slice(place)) {
        const statement = assign(w.at(member[0]), name, member);
        if (statement !== "") w.add(statement);
      }
    }),
    "members assigned in a function": built((w, all, name) => {
      const fill = w.name("fill");
      const statements = all.map((member) => assign(w.at(member[0]), "target", member));
      w.add(`const ${name}${w.ts(": Record<string, unknown>")} = {};`);
      w.add(`function ${fill}(target) { ${statements.join(" ")} }`);
      w.add(`${fill}(${name});`);
    }),
    "members assigned in a loop": built((w, all, name) => {
      w.add(`const ${name}${w.ts(": Record<string, unknown>")} = {};`);
      w.add(`for (const [key, each] of ${pairs(w, all)}) ${name}[key] = each;`);
    }),
    "member mended later": built((w, all, name) => {
      const mended = all.find(isIssuer);
      if (mended === undefined) return null;
      w.add(
        `const ${name} = ${object(
          w,
          all.filter((each) => each !== mended),
          [`${mended[0]}: ${damage("issuer")}`],
        )};`,
      );
      w.add(assign(w, name, mended));
      return name;
    }),
    "member added by ??=": built((w, all, name) => {
      const [first, ...others] = all;
      if (first === undefined || first[1].kind !== "text") return null;
      w.add(`const ${name}${w.ts(": Record<string, unknown>")} = ${object(w, others)};`);
      w.add(`${name}.${first[0]} ??= ${value(w, first[1])};`);
      return name;
    }),
    "Object.assign()": fromHalves((w, left, right) => `Object.assign({}, ${object(w, left)}, ${object(w, right)})`),
    "Object.assign() to a target": fromHalves((w, left, right) => {
      const target = w.declare("provider", object(w, left));
      w.add(`Object.assign(${target}, ${object(w, right)});`);
      return target;
    }),
    "Object.fromEntries()": (w, all) => `Object.fromEntries(${pairs(w, all)})`,
    "Object.fromEntries() of a Map": (w, all) => `Object.fromEntries(new Map(${pairs(w, all)}))`,
    "Object.defineProperty()": built((w, all, name) => {
      w.add(`const ${name} = {};`);
      for (const [each, meant] of all.filter(([, { kind }]) => kind !== "nothing"))
        w.add(`Object.defineProperty(${name}, "${each}", { value: ${value(w.at(each), meant)}, enumerable: true });`);
    }),
    "reduce() over entries": (w, all) => `${pairs(w, all)}.reduce((all, [key, each]) => ({ ...all, [key]: each }), {})`,
    "reduce() that assigns": (w, all) =>
      `${pairs(w, all)}.reduce((all, [key, each]) => { all[key] = each; return all; }, {}${w.ts(" as Record<string, unknown>")})`,
    "Object.create() with own members": built((w, all, name) => {
      w.add(`const ${name} = Object.create({ helper: true });`);
      w.add(`Object.assign(${name}, ${object(w, all)});`);
    }),
    "filled by forEach()": built((w, all, name) => {
      w.add(`const ${name}${w.ts(": Record<string, unknown>")} = {};`);
      w.add(`${pairs(w, all)}.forEach(([key, each]) => { ${name}[key] = each; });`);
    }),

    // Copies.
    "JSON round trip": (w, all) => `JSON.parse(JSON.stringify(${object(w, all)}))`,
    "structuredClone()": (w, all) => `structuredClone(${cloneable(w, all)})`,
    "copy by spread": (w, all) => `{ ...${w.declare("original", object(w, all))} }`,
    "copy, original damaged later": (w, all) => {
      const [original, copy] = [w.name("original"), w.name("copy")];
      w.add(`const ${original}${w.ts(": Record<string, unknown>")} = ${cloneable(w, all)};`);
      w.add(`const ${copy} = { ...${original} };`);
      w.add(`${original}.issuer = ${damage("issuer")};`);
      return copy;
    },
    "deep merge": fromHalves(
      (w, left, right) =>
        `${w.declare("merge", "(...all) => all.reduce((a, b) => { for (const key of Object.keys(b)) a[key] = b[key]; return a; }, {})")}(${object(w, left)}, ${object(w, right)})`,
    ),

    // Functions.
    "arrow factory": (w, all) => {
      const { names, values } = parameters(w, all);
      return `${w.declare("make", `(${names.join(", ")}) => ({ ${names.join(", ")} })`)}(${values.join(", ")})`;
    },
    "function factory": (w, all) => {
      const { names, values } = parameters(w, all);
      const make = w.name("make");
      w.add(
        `function ${make}(${names.join(", ")}) { return { ${names.map((name) => `${name}: ${name}`).join(", ")} }; }`,
      );
      return `${make}(${values.join(", ")})`;
    },
    "factory with an options object": (w, all) => {
      const { names, values } = parameters(w, all);
      const given = names.map((name, index) => `${name}: ${values[index] ?? ""}`);
      return `${w.declare("make", `({ ${names.join(", ")} }) => ({ ${names.join(", ")} })`)}({ ${given.join(", ")} })`;
    },
    "factory with the rest of the options": fromHalves(
      (w, left, right) =>
        `${w.declare("make", `(options) => ({ ${object(w, left).slice(1, -1)}, ...options })`)}(${object(w, right)})`,
    ),
    "factory with defaults": fromHalves((w, left, right) => {
      const { names, values } = parameters(w, left);
      const given = names.map((name, index) => `${name} = ${values[index] ?? ""}`);
      return `${w.declare("make", `(rest, ${given.join(", ")}) => ({ ${names.join(", ")}, ...rest })`)}(${object(w, right)})`;
    }),
    "curried factory": fromHalves(
      (w, left, right) =>
        `${w.declare("make", "(a) => (b) => ({ ...a, ...b })")}(${object(w, left)})(${object(w, right)})`,
    ),
    "factory with arguments": fromHalves((w, left, right) => {
      const make = w.name("make");
      w.add(`function ${make}() { return Object.assign({}, arguments[0], arguments[1]); }`);
      return `${make}(${object(w, left)}, ${object(w, right)})`;
    }),
    "factory with spread arguments": (w, all) => {
      const { names, values } = parameters(w, all);
      return `${w.declare("make", `(${names.join(", ")}) => ({ ${names.join(", ")} })`)}(...[${values.join(", ")}])`;
    },
    "bound factory": fromHalves((w, left, right) => {
      const make = w.name("make");
      w.add(`function ${make}(a, b) { return { ...a, ...b }; }`);
      return `${make}.bind(null, ${object(w, left)})(${object(w, right)})`;
    }),
    "identity helper": (w, all) => `${w.declare("define", "(of) => of")}(${object(w, all)})`,
    "helper that mends": (w, all) => {
      const mend = w.name("mend");
      const issuer = all.find(isIssuer);
      if (issuer === undefined) return null;
      const statement = assign(w, "of", issuer);
      w.add(`function ${mend}(of) { ${statement} return of; }`);
      return `${mend}(${object(
        w,
        all.filter((each) => each !== issuer),
        [`${issuer[0]}: ${damage(issuer[0])}`],
      )})`;
    },
    "callback that fills": built((w, all, name) => {
      const build = w.name("build");
      const statements = all.map((member) => assign(w.at(member[0]), "draft", member));
      w.add(`function ${build}(fill) { const draft = {}; fill(draft); return draft; }`);
      w.add(`const ${name} = ${build}((draft) => { ${statements.join(" ")} });`);
    }),
    generator: (w, all) => `(function* () { yield ${object(w, all)}; })().next().value`,
    recursion: (w, all) => {
      const [build, entries] = [w.name("build"), w.declare("entries", pairs(w, all))];
      w.add(
        `function ${build}(i) { if (i === ${entries}.length) return {}; const [key, each] = ${entries}[i]; return { [key]: each, ...${build}(i + 1) }; }`,
      );
      return `${build}(0)`;
    },

    // Classes and this.
    "class with fields": (w, all) => {
      const named = w.name("Provider");
      const fields = all
        .filter(([, { kind }]) => kind !== "nothing")
        .map(([name, meant]) => `${name} = ${value(w.at(name), meant)};`);
      w.add(`class ${named} { ${fields.join(" ")} }`);
      return `new ${named}()`;
    },
    "class with a constructor": (w, all) => {
      const named = w.name("Provider");
      const { names, values } = parameters(w, all);
      w.add(
        `class ${named} { constructor(${names.join(", ")}) { ${names.map((name) => `this.${name} = ${name};`).join(" ")} } }`,
      );
      return `new ${named}(${values.join(", ")})`;
    },
    "class with parameter properties": (w, all) => {
      if (!w.typescript) return null;
      const named = w.name("Provider");
      const { names, values } = parameters(w, all);
      w.add(`class ${named} { constructor(${names.map((name) => `public ${name}?: string | null`).join(", ")}) {} }`);
      return `new ${named}(${values.join(", ")})`;
    },
    "class that assigns its options": (w, all) => {
      const named = w.name("Provider");
      w.add(`class ${named} { constructor(options) { Object.assign(this, options); } }`);
      return `new ${named}(${object(w, all)})`;
    },
    "class with a static factory": (w, all) => {
      const named = w.name("Provider");
      w.add(`class ${named} { static of(options) { return { ...options }; } }`);
      return `${named}.of(${object(w, all)})`;
    },
    "class that extends another": fromHalves((w, left, right) => {
      const [base, named] = [w.name("Base"), w.name("Provider")];
      const fields = (some: readonly Member[]): string =>
        some
          .filter(([, { kind }]) => kind !== "nothing")
          .map(([name, meant]) => `${name} = ${value(w.at(name), meant)};`)
          .join(" ");
      w.add(`class ${base} { ${fields(left)} }`);
      w.add(`class ${named} extends ${base} { ${fields(right)} }`);
      return `new ${named}()`;
    }),
    "class with toJSON()": (w, all) => {
      const named = w.name("Provider");
      w.add(`class ${named} { issuer = ${damage("issuer")}; toJSON = () => (${object(w, all)}); }`);
      return `new ${named}()`;
    },
    "builder with this": (w, all) => {
      const builder = w.declare(
        "builder",
        "{ made: {}, with(key, each) { this.made[key] = each; return this; }, build() { return this.made; } }",
      );
      const calls = all
        .filter(([, { kind }]) => kind !== "nothing")
        .map(([name, meant]) => `.with("${name}", ${value(w.at(name), meant)})`);
      return `${builder}${calls.join("")}.build()`;
    },
    "builder class": (w, all) => {
      const named = w.name("Builder");
      w.add(
        `class ${named} { #made = {}; with(key, each) { this.#made[key] = each; return this; } build() { return { ...this.#made }; } }`,
      );
      const calls = all
        .filter(([, { kind }]) => kind !== "nothing")
        .map(([name, meant]) => `.with("${name}", ${value(w.at(name), meant)})`);
      return `new ${named}()${calls.join("")}.build()`;
    },
    "closure that collects": (w, all) => {
      const builder = w.name("builder");
      w.add(
        `function ${builder}() { const made = {}; const api = { set: (key, each) => { made[key] = each; return api; }, get: () => made }; return api; }`,
      );
      const calls = all
        .filter(([, { kind }]) => kind !== "nothing")
        .map(([name, meant]) => `.set("${name}", ${value(w.at(name), meant)})`);
      return `${builder}()${calls.join("")}.get()`;
    },
    "constructor function": (w, all) => {
      const named = w.name("Provider");
      const statements = all.map((member) => assign(w.at(member[0]), "this", member));
      w.add(`function ${named}() { ${statements.join(" ")} }`);
      return `new ${named}()`;
    },
    "method called with this": built((w, all, name) => {
      const fill = w.name("fill");
      const statements = all.map((member) => assign(w.at(member[0]), "this", member));
      w.add(`const ${name} = {};`);
      w.add(`function ${fill}() { ${statements.join(" ")} }`);
      w.add(`${fill}.call(${name});`);
    }),
    "prototype set later": (w, all) => {
      const name = w.declare("provider", object(w, all));
      w.add(`Object.setPrototypeOf(${name}, { audience: "none" });`);
      return name;
    },

    // Flow.
    "try and catch": built((w, all, name) => {
      w.add(`let ${name};`);
      w.add(`try { ${name} = ${object(w, all)}; } catch { ${name} = { issuer: ${damage("issuer")} }; }`);
    }),
    "catch after a throw": built((w, all, name) => {
      w.add(`let ${name};`);
      w.add(
        `try { null${w.ts("!")}.x; ${name} = { issuer: ${damage("issuer")} }; } catch { ${name} = ${object(w, all)}; }`,
      );
    }),
    finally: built((w, all, name) => {
      w.add(`let ${name} = { issuer: ${damage("issuer")} }${w.ts(" as object")};`);
      w.add(`try { void 0; } finally { ${name} = ${object(w, all)}; }`);
    }),
    "return in finally": (w, all) => {
      const make = w.name("make");
      w.add(
        `function ${make}() { try { return { issuer: ${damage("issuer")} }; } finally { return ${object(w, all)}; } }`,
      );
      return `${make}()`;
    },
    "labelled block": built((w, all, name) => {
      w.add(`let ${name};`);
      w.add(
        `made: { ${name} = ${object(w, all)}; if (${w.test(true)}) break made; ${name} = { issuer: ${damage("issuer")} }; }`,
      );
    }),
    memo: (w, all) => {
      const [cache, make] = [w.name("cache"), w.name("make")];
      w.add(`let ${cache};`);
      w.add(`const ${make} = () => (${cache} ??= ${object(w, all)});`);
      w.add(`${make}();`);
      return `${make}()`;
    },
    "queued promise callback that changes it": (w, all) => {
      const name = w.declare("provider", object(w, all));
      w.file.asynchronous = true;
      w.add(`Promise.resolve().then(() => { ${name}.audience = "later"; });`);
      return name;
    },
    "queued promise callback that breaks it": (w, all) => {
      const name = w.declare("provider", cloneable(w, all));
      w.file.asynchronous = true;
      w.add(`Promise.resolve().then(() => { ${name}.issuer = ${damage("issuer")}; });`);
      return name;
    },
    "async function that breaks it after await": (w, all) => {
      const name = w.declare("provider", cloneable(w, all));
      w.file.asynchronous = true;
      w.add(`(async () => { await null; ${name}.jwks = ${damage("jwks")}; })();`);
      return name;
    },
  },
};

/** Members that structuredClone can copy: no functions among them. */
function cloneable(w: Writer, all: readonly Member[]): string {
  const printed = all
    .filter(([, { kind }]) => kind !== "nothing")
    .map(([name, meant]) => `${name}: ${value(w.at(name), meant)}`);
  return `{ ${printed.join(", ")} }`;
}

/** A provider that would break the file if it were exported, in a plain spelling. */
export function damaged(w: Writer): string {
  const id = {
    issuer: plainText(w, ["https://api.workos.com/user_management/", clientId]),
    jwks: plainText(w, ["https://api.workos.com/sso/jwks/", clientId]),
  };
  const head = 'type: "customJwt", algorithm: "RS256"';
  return w.choices.oneOf("damage", [
    `{ ${head}, issuer: ${id.issuer}, jwks: ${id.jwks}, applicationID: ${w.clientId()} }`,
    `{ ${head}, issuer: "https://api.workos.com/", jwks: ${id.jwks} }`,
    `{ ${head}, issuer: "https://api.workos.com/sso/wrong", jwks: ${id.jwks}, applicationID: ${w.clientId()} }`,
    `{ ${head}, issuer: ${id.issuer}, jwks: "https://api.workos.com/user_management/jwks/wrong" }`,
    `{ domain: "https://api.workos.com/", applicationID: ${w.clientId()} }`,
    `{ type: "customJwt", algorithm: "ES256", issuer: ${id.issuer}, jwks: ${id.jwks} }`,
  ]);
}

export const memberTables: readonly Table<never>[] = [members, absentMembers, conditionalMembers, undefineds];
