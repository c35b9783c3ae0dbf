/**
 * Ways to spell several providers by one piece of code: a helper that is called once for each, a table that is mapped.
 * The result is a list of elements; one that begins with `...` stands for several.
 */
import { clientId } from "../draft.js";
import { isSession, isShared, nothing, sameMeaning, text as textMeant } from "./meaning.js";
import type { ProviderMeaning } from "./meaning.js";
import { membersOf, object, provider, value } from "./providers.js";
import type { Member } from "./providers.js";
import { text } from "./texts.js";
import { quote } from "./writer.js";
import type { Form, Table, Writer } from "./writer.js";

/** Providers with the same members, cut into what all share and what differs. */
interface Family {
  readonly common: readonly Member[];
  /** Names of the members that differ. */
  readonly names: readonly string[];
  readonly providers: readonly ProviderMeaning[];
}

/** Elements as source text, joined by a separator that no element has. */
const separator = "\u0000";

/** Spells providers as the elements of a list. */
export function elements(w: Writer, providers: readonly ProviderMeaning[]): readonly string[] {
  return w.write(families, providers).split(separator);
}

function familyOf(providers: readonly ProviderMeaning[]): Family | null {
  const [first] = providers;
  if (first === undefined || providers.length < 2) return null;
  if (providers.some(({ members, when }) => when !== null || !("issuer" in members))) return null;
  const names = [...new Set(providers.flatMap(({ members }) => Object.keys(members)))];
  const differs = (name: string): boolean =>
    providers.some(({ members }) => !sameMeaning(members[name] ?? nothing, first.members[name] ?? nothing));
  return {
    common: names.filter((name) => !differs(name)).map((name) => [name, first.members[name] ?? nothing]),
    names: names.filter(differs),
    providers,
  };
}

/** The values of the members that differ, one list for each provider. */
function rows(w: Writer, { names, providers }: Family): readonly (readonly string[])[] {
  return providers.map(({ members }, index) =>
    names.map((name) => value(w.at(`${name} ${String(index)}`), members[name] ?? nothing)),
  );
}

function ofFamily(
  write: (w: Writer, family: Family) => readonly string[] | string | null,
): Form<readonly ProviderMeaning[]> {
  return (w, providers) => {
    // The providers of others stay as they are; a family is what WorkOS needs.
    const own = providers.filter(({ members, when }) => "issuer" in members && when === null);
    const family = familyOf(own);
    if (family === null) return null;
    const written = write(w, family);
    if (written === null) return null;
    const others = providers
      .filter((each) => !own.includes(each))
      .map((each, index) => element(w.at(`other ${String(index)}`), each));
    return [...(typeof written === "string" ? [written] : written), ...others].join(separator);
  };
}

/** One provider as an element that is there only where it has to be. */
function element(w: Writer, meaning: ProviderMeaning): string {
  const written = provider(w, meaning);
  return meaning.when === null ? written : w.write(conditionalElements, { written, meaning });
}

const conditionalElements: Table<{ readonly written: string; readonly meaning: ProviderMeaning }> = {
  kind: "conditional element",
  forms: {
    "...( ? [] : [] )": (w, { written, meaning }) => `...(${w.test(meaning.when ?? true)} ? [${written}] : [])`,
    "...( ? [] : [] ), swapped": (w, { written, meaning }) => `...(${w.not(meaning.when ?? true)} ? [] : [${written}])`,
    "...( || [] )": (w, { written, meaning }) => `...((${w.test(meaning.when ?? true)} && [${written}]) || [])`,
    "spread of a constant": (w, { written, meaning }) =>
      `...${w.declare("extra", `${w.test(meaning.when ?? true)} ? [${written}] : []`)}`,
    "spread of a function": (w, { written, meaning }) =>
      `...${w.declare("extra", `() => { if (${w.not(meaning.when ?? true)}) return []; return [${written}]; }`)}()`,
    "spread of a list that was pushed to": (w, { written, meaning }) => {
      const extra = w.declare("extra", `[]${w.ts(" as object[]")}`);
      w.add(`if (${w.test(meaning.when ?? true)}) ${extra}.push(${written});`);
      return `...${extra}`;
    },
    "spread of filter(Boolean)": (w, { written, meaning }) =>
      `...[${w.test(meaning.when ?? true)} && ${written}].filter(Boolean)`,
    "spread of slice()": (w, { written, meaning }) =>
      `...[${written}].slice(0, ${w.test(meaning.when ?? true)} ? 1 : 0)`,
    "spread of a lookup": (w, { written, meaning }) =>
      `...{ on: [${written}], off: [] }[${w.test(meaning.when ?? true)} ? "on" : "off"]`,
    "spread of filter()": (w, { written, meaning }) => `...[${written}].filter(() => ${w.test(meaning.when ?? true)})`,
    "spread of flatMap()": (w, { written, meaning }) =>
      `...[0].flatMap(() => (${w.test(meaning.when ?? true)} ? [${written}] : []))`,
    "spread of a generator": (w, { written, meaning }) =>
      `...(function* () { if (${w.test(meaning.when ?? true)}) yield ${written}; })()`,
  },
};

/** A table of the rows as objects, in source text. */
function table(w: Writer, family: Family): string {
  const written = rows(w, family).map(
    (row) => `{ ${row.map((each, index) => `${family.names[index] ?? ""}: ${each}`).join(", ")} }`,
  );
  return `[${written.join(", ")}]`;
}

function body(w: Writer, { common, names }: Family, spelled: readonly string[] = names): string {
  return object(w, common, spelled);
}

/** Whether the providers have an audience exactly where the issuer is the shared one, as they should. */
function followsIssuer({ names, providers }: Family): boolean {
  return (
    names.length === 2 &&
    names.includes("issuer") &&
    names.includes("applicationID") &&
    providers.every((each) =>
      isShared(each)
        ? sameMeaning(each.members["applicationID"] ?? nothing, textMeant(clientId))
        : isSession(each) && each.members["applicationID"]?.kind === "nothing",
    )
  );
}

/** What tells the session issuer from the shared one; true for the session's. */
const roles: Table<string> = {
  kind: "role of an issuer",
  forms: {
    "includes()": (_, issuer) => `${issuer}.includes("user_management")`,
    "indexOf()": (_, issuer) => `${issuer}.indexOf("user_management") !== -1`,
    "search()": (_, issuer) => `${issuer}.search("user_management") >= 0`,
    "endsWith()": (_, issuer) => `!${issuer}.endsWith("/")`,
    "startsWith()": (_, issuer) => `${issuer}.startsWith("https://api.workos.com/user_management/")`,
    "=== the shared issuer": (_, issuer) => `${issuer} !== "https://api.workos.com/"`,
    "=== a constant": (w, issuer) =>
      `!(${issuer} === ${w.atTop("constant").declare("sharedIssuer", '"https://api.workos.com/"')})`,
    "regular expression": (_, issuer) => `/user_management/.test(${issuer})`,
    "anchored regular expression": (_, issuer) => `/^https:\\/\\/[a-z.]+\\/user_management\\//.test(${issuer})`,
    "match()": (_, issuer) => `${issuer}.match(/\\/user_management\\//) !== null`,
    "length of split()": (_, issuer) => `${issuer}.split("/").length > 4`,
    "part of split()": (_, issuer) => `${issuer}.split("/")[3] === "user_management"`,
    "last letter": (_, issuer) => `${issuer}[${issuer}.length - 1] !== "/"`,
    "at(-1)": (_, issuer) => `${issuer}.at(-1) !== "/"`,
    length: (_, issuer) => `${issuer}.length > "https://api.workos.com/".length`,
    "pathname of a URL": (_, issuer) => `new URL(${issuer}).pathname !== "/"`,
    "list of shared issuers": (_, issuer) => `!["https://api.workos.com/"].includes(${issuer})`,
    "Set of shared issuers": (w, issuer) =>
      `!${w.atTop("set").declare("sharedIssuers", 'new Set(["https://api.workos.com/"])')}.has(${issuer})`,
    "replace() changes it": (_, issuer) => `${issuer}.replace("user_management", "") !== ${issuer}`,
    "slice()": (_, issuer) => `${issuer}.slice("https://api.workos.com/".length).startsWith("user_management")`,
    "some()": (_, issuer) => `["user_management", "organizations"].some((part) => ${issuer}.includes(part))`,
    "switch (true)": (_, issuer) =>
      `(() => { switch (true) { case ${issuer}.endsWith("com/"): return false; default: return true; } })()`,
  },
};

/** Helpers that look at the issuer to decide on the audience. */
function byIssuer(
  write: (w: Writer, family: Family, isSession: (issuer: string) => string) => readonly string[] | string,
): Form<readonly ProviderMeaning[]> {
  return ofFamily((w, family) => (followsIssuer(family) ? write(w, family, (issuer) => w.write(roles, issuer)) : null));
}

function issuers(w: Writer, { providers }: Family): readonly string[] {
  return providers.map(({ members }, index) => value(w.at(`issuer ${String(index)}`), members["issuer"] ?? nothing));
}

/** Helpers that are given a word instead of the values. */
function byKind(
  write: (w: Writer, family: Family, kinds: readonly string[]) => readonly string[] | string | null,
): Form<readonly ProviderMeaning[]> {
  return ofFamily((w, family) =>
    write(
      w,
      family,
      family.providers.map((_, index) => ["shared", "session", "other"][index] ?? "more"),
    ),
  );
}

/** Objects in a list, of which exactly one has an audience that it must not have: statements take it away. */
function mended(
  write: (w: Writer, holder: string, index: number, count: number) => void,
): Form<readonly ProviderMeaning[]> {
  return ofFamily((w, { providers }) => {
    const isTooMuch = (each: ProviderMeaning): boolean =>
      isSession(each) && each.members["applicationID"]?.kind === "nothing";
    const index = providers.findIndex(isTooMuch);
    if (index === -1 || providers.filter(isSession).length !== 1) return null;
    if (providers.some(({ members }) => members["issuer"]?.kind !== "text")) return null;
    const written = providers.map((each, position) => {
      const at = w.at(`provider ${String(position)}`);
      const own = membersOf(each).filter(
        ([name]) => name !== "issuer" && (position !== index || name !== "applicationID"),
      );
      // The statements read the issuer, so it has to be a string as it is.
      const issuer = `issuer: ${value(at, each.members["issuer"] ?? nothing)}`;
      return object(at, own, position === index ? [issuer, `applicationID: ${w.clientId()}`] : [issuer]);
    });
    const holder = w.declare("held", `[${written.join(", ")}]`);
    write(w, holder, index, providers.length);
    return providers.map((_, position) => `${holder}[${String(position)}]`);
  });
}

function objects(w: Writer, { providers }: Family): readonly string[] {
  return providers.map((each, index) => object(w.at(`provider ${String(index)}`), membersOf(each)));
}

const families: Table<readonly ProviderMeaning[]> = {
  kind: "family",
  forms: {
    "each by itself": (w, providers) =>
      providers.map((each, index) => element(w.at(`provider ${String(index)}`), each)).join(separator),

    // Objects with an audience too much, which is taken away where they are held.
    "mended through a list pattern": mended((w, holder, index) => {
      const name = w.name("session");
      w.add(`const [${", ".repeat(index)}${name}] = ${holder};`);
      w.add(`delete ${name}.applicationID;`);
    }),
    "mended through an object pattern": mended((w, holder, index) => {
      const name = w.name("session");
      w.add(`const { held: [${", ".repeat(index)}${name}] } = { held: ${holder} };`);
      w.add(`${name}.applicationID = undefined;`);
    }),
    "mended through the rest of a list": mended((w, holder, index) => {
      const name = w.name("others");
      w.add(`const [${", ".repeat(index)}...${name}] = ${holder};`);
      w.add(`for (const each of ${name}.slice(0, 1)) delete each.applicationID;`);
    }),
    "mended by index": mended((w, holder, index) => w.add(`delete ${holder}[${String(index)}].applicationID;`)),
    "mended by a computed index": mended((w, holder, index) =>
      w.add(`delete ${holder}[${String(index + 1)} - 1]["application" + "ID"];`),
    ),
    "mended by at()": mended((w, holder, index, last) =>
      w.add(`${holder}.at(${String(index - last)})${w.ts("!")}.applicationID = undefined;`),
    ),
    "mended by find()": mended((w, holder) =>
      w.add(`delete ${holder}.find((each) => each.issuer.includes("user_management")).applicationID;`),
    ),
    "mended in a loop with a condition": mended((w, holder) =>
      w.add(`for (const each of ${holder}) if (each.issuer.includes("user_management")) delete each.applicationID;`),
    ),
    "mended in forEach() with a condition": mended((w, holder) =>
      w.add(
        `${holder}.forEach((each) => { if (each.issuer.startsWith("https://api.workos.com/user_management/")) each.applicationID = undefined; });`,
      ),
    ),
    "mended in filter() and forEach()": mended((w, holder) =>
      w.add(
        `${holder}.filter((each) => each.issuer.includes("user_management")).forEach((each) => { delete each.applicationID; });`,
      ),
    ),
    "mended in a counted loop": mended((w, holder, index) =>
      w.add(
        `for (let i = 0; i < ${holder}.length; i++) { if (i === ${String(index)}) delete ${holder}[i].applicationID; }`,
      ),
    ),
    "mended in a switch": mended((w, holder, index) =>
      w.add(
        `${holder}.forEach((each, index) => { switch (index) { case ${String(index)}: delete each.applicationID; break; default: void each; } });`,
      ),
    ),

    // A helper with the values that differ.
    "arrow with parameters": ofFamily((w, family) => {
      const make = w.declare("workos", `(${family.names.join(", ")}) => (${body(w, family)})`);
      return rows(w, family).map((row) => `${make}(${row.join(", ")})`);
    }),
    "function with parameters": ofFamily((w, family) => {
      const make = w.name("workos");
      const made = body(w, family);
      w.add(`function ${make}(${family.names.join(", ")}) { return ${made}; }`);
      return rows(w, family).map((row) => `${make}(${row.join(", ")})`);
    }),
    "function, written last": ofFamily((w, family) => {
      const make = w.name("workos");
      const made = body(w, family);
      const calls = rows(w, family).map((row) => w.declare("made", `${make}(${row.join(", ")})`));
      w.add(`function ${make}(${family.names.join(", ")}) { return ${made}; }`);
      return calls;
    }),
    "options object": ofFamily((w, family) => {
      const make = w.declare("workos", `({ ${family.names.join(", ")} }) => (${body(w, family)})`);
      return rows(w, family).map(
        (row) => `${make}({ ${row.map((each, index) => `${family.names[index] ?? ""}: ${each}`).join(", ")} })`,
      );
    }),
    "options object with defaults": ofFamily((w, family) => {
      const make = w.declare(
        "workos",
        `({ ${family.names.map((name) => `${name} = undefined`).join(", ")} } = {}) => (${body(w, family)})`,
      );
      return rows(w, family).map(
        (row) => `${make}({ ${row.map((each, index) => `${family.names[index] ?? ""}: ${each}`).join(", ")} })`,
      );
    }),
    "curried helper": ofFamily((w, family) => {
      const make = w.declare("workos", `${family.names.map((name) => `(${name}) =>`).join(" ")} (${body(w, family)})`);
      return rows(w, family).map((row) => `${make}${row.map((each) => `(${each})`).join("")}`);
    }),
    "helper that spreads a base": ofFamily((w, family) => {
      const base = w.declare("base", object(w, family.common));
      const make = w.declare("workos", `(own) => ({ ...${base}, ...own })`);
      return rows(w, family).map(
        (row) => `${make}({ ${row.map((each, index) => `${family.names[index] ?? ""}: ${each}`).join(", ")} })`,
      );
    }),
    "a shared base": ofFamily((w, family) => {
      const base = w.declare("base", object(w, family.common));
      return rows(w, family).map(
        (row) => `{ ...${base}, ${row.map((each, index) => `${family.names[index] ?? ""}: ${each}`).join(", ")} }`,
      );
    }),
    "a shared base, copied by Object.assign()": ofFamily((w, family) => {
      const base = w.declare("base", object(w, family.common));
      return rows(w, family).map(
        (row) =>
          `Object.assign({}, ${base}, { ${row.map((each, index) => `${family.names[index] ?? ""}: ${each}`).join(", ")} })`,
      );
    }),
    "bind() of the helper": ofFamily((w, family) => {
      const make = w.name("workos");
      const made = body(w, family);
      w.add(`function ${make}(${family.names.join(", ")}) { return ${made}; }`);
      return rows(w, family).map((row) => `${make}.bind(null, ${row[0] ?? ""})(${row.slice(1).join(", ")})`);
    }),
    "call() and apply()": ofFamily((w, family) => {
      const make = w.name("workos");
      const made = body(w, family);
      w.add(`function ${make}(${family.names.join(", ")}) { return ${made}; }`);
      return rows(w, family).map((row, index) =>
        index % 2 === 0
          ? `${make}.call(undefined, ${row.join(", ")})`
          : `${make}.apply(undefined, [${row.join(", ")}])`,
      );
    }),
    "method with this": ofFamily((w, family) => {
      const kit = w.declare(
        "kit",
        `{ base: ${object(w, family.common)}, make(own) { return { ...this.base, ...own }; } }`,
      );
      return rows(w, family).map(
        (row) => `${kit}.make({ ${row.map((each, index) => `${family.names[index] ?? ""}: ${each}`).join(", ")} })`,
      );
    }),
    class: ofFamily((w, family) => {
      const named = w.name("Provider");
      const fields = family.common
        .filter(([, { kind }]) => kind !== "nothing")
        .map(([name, meant]) => `${name} = ${value(w.at(name), meant)};`);
      w.add(
        `class ${named} { ${fields.join(" ")} constructor(${family.names.join(", ")}) { ${family.names.map((name) => `this.${name} = ${name};`).join(" ")} } }`,
      );
      return rows(w, family).map((row) => `new ${named}(${row.join(", ")})`);
    }),
    "class with parameter properties": ofFamily((w, family) => {
      if (!w.typescript) return null;
      const named = w.name("Provider");
      const fields = family.common
        .filter(([, { kind }]) => kind !== "nothing")
        .map(([name, meant]) => `${name} = ${value(w.at(name), meant)};`);
      w.add(
        `class ${named} { ${fields.join(" ")} constructor(${family.names.map((name) => `public ${name}?: string | null`).join(", ")}) {} }`,
      );
      return rows(w, family).map((row) => `new ${named}(${row.join(", ")})`);
    }),
    "closure over a counter": ofFamily((w, family) => {
      const [count, next] = [w.name("count"), w.name("next")];
      w.add(`let ${count} = 0;`);
      const made = objects(w, family);
      w.add(
        `const ${next} = () => { ${count}++; ${made.map((each, index) => `if (${count} === ${String(index + 1)}) return ${each};`).join(" ")} return null; };`,
      );
      return made.map(() => w.declare("made", `${next}()`));
    }),
    "helper that answers once": ofFamily((w, family) => {
      const [left, right, ...more] = objects(w, family);
      if (left === undefined || right === undefined || more.length > 0) return null;
      const [first, next] = [w.name("first"), w.name("next")];
      w.add(`let ${first} = true;`);
      w.add(`function ${next}() { if (${first}) { ${first} = false; return ${left}; } return ${right}; }`);
      return [w.declare("made", `${next}()`), w.declare("made", `${next}()`)];
    }),

    // A helper that looks at the issuer.
    "helper by issuer, spread": byIssuer((w, family, isSession) => {
      const make = w.declare(
        "workos",
        `(issuer) => (${body(w, family, ["issuer", `...(${isSession("issuer")} ? {} : { applicationID: ${w.clientId()} })`])})`,
      );
      return issuers(w, family).map((issuer) => `${make}(${issuer})`);
    }),
    "helper by issuer, undefined": byIssuer((w, family, isSession) => {
      const make = w.declare(
        "workos",
        `(issuer) => (${body(w, family, ["issuer", `applicationID: ${isSession("issuer")} ? undefined : ${w.clientId()}`])})`,
      );
      return issuers(w, family).map((issuer) => `${make}(${issuer})`);
    }),
    "helper by issuer, if": byIssuer((w, family, isSession) => {
      const make = w.name("workos");
      const made = body(w, family, ["issuer"]);
      w.add(
        `function ${make}(issuer) { const made${w.ts(": Record<string, unknown>")} = ${made}; if (!(${isSession("issuer")})) made.applicationID = ${w.clientId()}; return made; }`,
      );
      return issuers(w, family).map((issuer) => `${make}(${issuer})`);
    }),
    "helper by issuer, delete": byIssuer((w, family, isSession) => {
      const make = w.name("workos");
      const made = body(w, family, ["issuer", `applicationID: ${w.clientId()}`]);
      w.add(
        `function ${make}(issuer) { const made${w.ts(": Record<string, unknown>")} = ${made}; if (${isSession("issuer")}) delete made.applicationID; return made; }`,
      );
      return issuers(w, family).map((issuer) => `${make}(${issuer})`);
    }),
    "helper by issuer, early return": byIssuer((w, family, isSession) => {
      const make = w.name("workos");
      const base = w.declare("base", object(w, family.common));
      w.add(
        `function ${make}(issuer) { if (${isSession("issuer")}) return { ...${base}, issuer }; return { ...${base}, issuer, applicationID: ${w.clientId()} }; }`,
      );
      return issuers(w, family).map((issuer) => `${make}(${issuer})`);
    }),
    "helper by issuer, two functions": byIssuer((w, family, isSession) => {
      const audience = w.declare(
        "audienceOf",
        `(candidate) => (${isSession("candidate")} ? undefined : ${w.clientId()})`,
      );
      const make = w.declare(
        "workos",
        `(issuer) => (${body(w, family, ["issuer", `applicationID: ${audience}(issuer)`])})`,
      );
      return issuers(w, family).map((issuer) => `${make}(${issuer})`);
    }),
    "helper by path": byIssuer((w, family) => {
      const make = w.declare(
        "workos",
        `(path) => (${body(w, family, [`issuer: ${text(w, ["https://api.workos.com/"])} + path`, `...(path.startsWith("user_management") ? {} : { applicationID: ${w.clientId()} })`])})`,
      );
      return family.providers.map(
        (each) => `${make}(${isShared(each) ? '""' : `\`user_management/\${${w.clientId()}}\``})`,
      );
    }),
    "map() over issuers": byIssuer((w, family, isSession) => {
      const make = `(issuer) => (${body(w, family, ["issuer", `applicationID: ${isSession("issuer")} ? undefined : ${w.clientId()}`])})`;
      return `...[${issuers(w, family).join(", ")}].map(${make})`;
    }),
    "map() over issuers, by index": byIssuer((w, family) => {
      const flags = family.providers
        .map((each, index) => (isShared(each) ? `index === ${String(index)}` : ""))
        .filter((each) => each !== "");
      const make = `(issuer, index) => (${body(w, family, ["issuer", `applicationID: ${flags.join(" || ") || "false"} ? ${w.clientId()} : undefined`])})`;
      return `...[${issuers(w, family).join(", ")}].map(${make})`;
    }),

    // A helper that is given a word.
    "helper by kind, if": byKind((w, family, kinds) => {
      const make = w.name("provider");
      const made = objects(w, family);
      w.add(
        `function ${make}(kind) { ${made.map((each, index) => `if (kind === "${kinds[index] ?? ""}") return ${each};`).join(" ")} throw new Error(kind); }`,
      );
      return kinds.map((kind) => `${make}("${kind}")`);
    }),
    "helper by kind, switch": byKind((w, family, kinds) => {
      const make = w.name("provider");
      const made = objects(w, family);
      w.add(
        `function ${make}(kind) { switch (kind) { ${made.map((each, index) => `case "${kinds[index] ?? ""}": return ${each};`).join(" ")} default: return null; } }`,
      );
      return kinds.map((kind) => `${make}("${kind}")`);
    }),
    "helper by kind, ? :": byKind((w, family, kinds) => {
      const made = objects(w, family);
      const make = w.declare(
        "provider",
        `(kind) => (${made.map((each, index) => (index === made.length - 1 ? each : `kind === "${kinds[index] ?? ""}" ? ${each} : `)).join("")})`,
      );
      return kinds.map((kind) => `${make}("${kind}")`);
    }),
    "helper by kind, includes()": byKind((w, family, kinds) => {
      const make = w.name("provider");
      const made = objects(w, family);
      w.add(
        `function ${make}(kind) { ${made.map((each, index) => `if (["${kinds[index] ?? ""}"].includes(kind)) return ${each};`).join(" ")} return undefined; }`,
      );
      return kinds.map((kind) => `${make}("${kind}")`);
    }),
    "table by kind": byKind((w, family, kinds) => {
      const made = w.declare(
        "table",
        `{ ${objects(w, family)
          .map((each, index) => `${kinds[index] ?? ""}: ${each}`)
          .join(", ")} }`,
      );
      return kinds.map((kind) => `${made}["${kind}"]`);
    }),
    "table of functions by kind": byKind((w, family, kinds) => {
      const made = w.declare(
        "make",
        `{ ${objects(w, family)
          .map((each, index) => `${kinds[index] ?? ""}: () => (${each})`)
          .join(", ")} }`,
      );
      return kinds.map((kind) => `${made}.${kind}()`);
    }),
    "values by kind": byKind((w, family, kinds) => {
      const written = rows(w, family);
      const tables = family.names.map((name, column) =>
        w.declare(`${name}s`, `{ ${kinds.map((kind, row) => `${kind}: ${written[row]?.[column] ?? ""}`).join(", ")} }`),
      );
      const make = w.declare(
        "provider",
        `(kind) => (${body(
          w,
          family,
          family.names.map((name, column) => `${name}: ${tables[column] ?? ""}[kind]`),
        )})`,
      );
      return kinds.map((kind) => `${make}("${kind}")`);
    }),
    "Map by kind": byKind((w, family, kinds) => {
      const made = w.declare(
        "table",
        `new Map([${objects(w, family)
          .map((each, index) => `["${kinds[index] ?? ""}", ${each}]`)
          .join(", ")}])`,
      );
      return kinds.map((kind) => `${made}.get("${kind}")`);
    }),
    "map() over kinds": byKind((w, family, kinds) => {
      const made = w.declare(
        "table",
        `{ ${objects(w, family)
          .map((each, index) => `${kinds[index] ?? ""}: ${each}`)
          .join(", ")} }`,
      );
      return `...[${kinds.map(quote).join(", ")}].map((kind) => ${made}[kind])`;
    }),
    "flags in an object": byKind((w, family, kinds) => {
      const made = objects(w, family);
      const make = w.declare(
        "provider",
        `({ ${kinds
          .slice(1)
          .map((kind) => `${kind} = false`)
          .join(", ")} } = {}) => (${made
          .map((each, index) => (index === 0 ? "" : `${kinds[index] ?? ""} ? ${each} : `))
          .join("")}${made[0] ?? "null"})`,
      );
      return kinds.map((kind, index) => (index === 0 ? `${make}()` : `${make}({ ${kind}: true })`));
    }),
    "enum by kind": byKind((w, family, kinds) => {
      if (!w.typescript || !w.isModuleLevel) return null;
      const named = w.name("Kind");
      w.add(`enum ${named} { ${kinds.map((kind) => `${kind}`).join(", ")} }`);
      const make = w.name("provider");
      const made = objects(w, family);
      w.add(
        `function ${make}(kind: ${named}) { switch (kind) { ${made.map((each, index) => `case ${named}.${kinds[index] ?? ""}: return ${each};`).join(" ")} } }`,
      );
      return kinds.map((kind) => `${make}(${named}.${kind})`);
    }),

    // A table.
    "table.map() with a pattern": ofFamily(
      (w, family) => `...${table(w, family)}.map(({ ${family.names.join(", ")} }) => (${body(w, family)}))`,
    ),
    "table.map() with a row": ofFamily(
      (w, family) =>
        `...${w.declare("table", table(w, family))}.map((row) => (${body(
          w,
          family,
          family.names.map((name) => `${name}: row.${name}`),
        )}))`,
    ),
    "table.map() that spreads the row": ofFamily(
      (w, family) => `...${w.declare("table", table(w, family))}.map((row) => (${body(w, family, ["...row"])}))`,
    ),
    "table.map() of a named function": ofFamily((w, family) => {
      const make = w.name("toProvider");
      const made = body(w, family);
      w.add(`function ${make}({ ${family.names.join(", ")} }) { return ${made}; }`);
      return `...${table(w, family)}.map(${make})`;
    }),
    "table of lists": ofFamily((w, family) => {
      const written = `[${rows(w, family)
        .map((row) => `[${row.join(", ")}]`)
        .join(", ")}]`;
      return `...${w.declare("rows", written)}.map(([${family.names.join(", ")}]) => (${body(w, family)}))`;
    }),
    "Object.entries() of a table": ofFamily((w, family) => {
      const named = rows(w, family).map(
        (row, index) => `${["shared", "session", "other"][index] ?? "more"}: [${row.join(", ")}]`,
      );
      return `...Object.entries(${w.declare("table", `{ ${named.join(", ")} }`)}).map(([kind, [${family.names.join(", ")}]]) => (${body(w, family)}))`;
    }),
    "Object.values() of a table": ofFamily((w, family) => {
      const named = rows(w, family).map(
        (row, index) =>
          `${["shared", "session", "other"][index] ?? "more"}: { ${row.map((each, column) => `${family.names[column] ?? ""}: ${each}`).join(", ")} }`,
      );
      return `...Object.values(${w.declare("table", `{ ${named.join(", ")} }`)}).map(({ ${family.names.join(", ")} }) => (${body(w, family)}))`;
    }),
    "Object.keys() of a table": ofFamily((w, family) => {
      const named = rows(w, family).map(
        (row, index) =>
          `${["shared", "session", "other"][index] ?? "more"}: { ${row.map((each, column) => `${family.names[column] ?? ""}: ${each}`).join(", ")} }`,
      );
      const name = w.declare("table", `{ ${named.join(", ")} }`);
      return `...Object.keys(${name}).map((key) => (${body(w, family, [`...${name}[key]`])}))`;
    }),
    "flatMap() over a table": ofFamily(
      (w, family) => `...${table(w, family)}.flatMap(({ ${family.names.join(", ")} }) => [${body(w, family)}])`,
    ),
    "reduce() over a table": ofFamily(
      (w, family) =>
        `...${table(w, family)}.reduce((all, { ${family.names.join(", ")} }) => [...all, ${body(w, family)}], []${w.ts(" as object[]")})`,
    ),
    "Array.from() with a function": ofFamily(
      (w, family) => `...Array.from(${table(w, family)}, ({ ${family.names.join(", ")} }) => (${body(w, family)}))`,
    ),
    "Array.from() with a length": ofFamily((w, family) => {
      const name = w.declare("table", table(w, family));
      return `...Array.from({ length: ${String(family.providers.length)} }, (_, index) => (${body(w, family, [`...${name}[index]`])}))`;
    }),
    "for…of over a table": ofFamily((w, family) => {
      const made = w.declare("made", `[]${w.ts(" as object[]")}`);
      const written = body(w, family);
      w.add(`for (const { ${family.names.join(", ")} } of ${table(w, family)}) ${made}.push(${written});`);
      return `...${made}`;
    }),
    "forEach() over a table": ofFamily((w, family) => {
      const made = w.declare("made", `[]${w.ts(" as object[]")}`);
      const written = body(w, family, ["...row"]);
      w.add(`${table(w, family)}.forEach((row) => { ${made}.push(${written}); });`);
      return `...${made}`;
    }),
    "counted loop over a table": ofFamily((w, family) => {
      const [rowsName, made] = [w.declare("table", table(w, family)), w.declare("made", `[]${w.ts(" as object[]")}`)];
      const written = body(w, family, [`...${rowsName}[i]`]);
      w.add(`for (let i = 0; i < ${rowsName}.length; i += 1) { ${made}.push(${written}); }`);
      return `...${made}`;
    }),
    "while loop over a table": ofFamily((w, family) => {
      const [rowsName, made] = [w.declare("table", table(w, family)), w.declare("made", `[]${w.ts(" as object[]")}`)];
      const written = body(w, family, ["...row"]);
      w.add(`while (${rowsName}.length) { const row = ${rowsName}.shift(); ${made}.push(${written}); }`);
      return `...${made}`;
    }),
    "generator over a table": ofFamily((w, family) => {
      const all = w.name("all");
      const written = body(w, family);
      const source = table(w, family);
      w.add(`function* ${all}() { for (const { ${family.names.join(", ")} } of ${source}) yield ${written}; }`);
      return `...${all}()`;
    }),
    "recursion over a table": ofFamily((w, family) => {
      const [rowsName, build] = [w.declare("table", table(w, family)), w.name("build")];
      const written = body(w, family, [`...${rowsName}[i]`]);
      w.add(`function ${build}(i) { return i < ${rowsName}.length ? [${written}, ...${build}(i + 1)] : []; }`);
      return `...${build}(0)`;
    }),
    "table with rows that are filtered out": ofFamily((w, family) => {
      const own = rows(w, family).map(
        (row) => `{ live: true, ${row.map((each, index) => `${family.names[index] ?? ""}: ${each}`).join(", ")} }`,
      );
      const gone = `{ live: false, ${family.names.map((name) => `${name}: "https://api.workos.com/sso/wrong"`).join(", ")} }`;
      return `...[${[gone, ...own].join(", ")}].filter(({ live }) => live).map(({ ${family.names.join(", ")} }) => (${body(w, family)}))`;
    }),
    "table with a column that nobody reads": ofFamily((w, family) => {
      const own = rows(w, family).map(
        (row) => `{ type: "customJwt", issuer: "https://api.workos.com/sso/wrong", own: [${row.join(", ")}] }`,
      );
      return `...[${own.join(", ")}].map(({ own: [${family.names.join(", ")}] }) => (${body(w, family)}))`;
    }),
    "table sorted and mapped": ofFamily((w, family) => {
      const own = rows(w, family).map(
        (row, index) =>
          `{ order: ${String(index)}, ${row.map((each, column) => `${family.names[column] ?? ""}: ${each}`).join(", ")} }`,
      );
      return `...[${own.reverse().join(", ")}].sort((a, b) => a.order - b.order).map(({ ${family.names.join(", ")} }) => (${body(w, family)}))`;
    }),
  },
};

export const familyTables: readonly Table<never>[] = [families, conditionalElements, roles];
