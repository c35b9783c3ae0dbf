import { describe, expect, it } from "vitest";
import { listingsOf } from "../../src/auth-config/values.js";
import { contradiction } from "./executed.js";
import { membersOf, read, readOne, readProvider, shown, valueOf, withIssuer } from "./read.js";

/** A file whose only provider is an expression. */
const file = (provider: string, before = ""): string => `${before}\nexport default { providers: [${provider}] };`;

const provider = (expression: string, before = "") => readProvider(file(expression, before));

describe("members", () => {
  it("are read by plain, quoted, numbered and constant computed keys", () => {
    const { object } = provider(
      '{ issuer: "a", "jwks": "b", 5: "c", [`domain`]: "d", [key]: "e", [key + "s"]: "f" }',
      'const key = "type";',
    );
    expect(Object.fromEntries([...object.members].map(([name, { value }]) => [name, shown(value)]))).toEqual({
      issuer: "a",
      jwks: "b",
      5: "c",
      domain: "d",
      type: "e",
      types: "f",
    });
    expect(object.isClosed).toBe(true);
  });

  it("are read in shorthand", () => {
    expect(membersOf(provider("{ issuer, jwks }", 'const issuer = "a"; const jwks = "b";'))).toEqual({
      issuer: "a",
      jwks: "b",
    });
  });

  it("under an unknown key may be any member, also one before it", () => {
    const { object } = provider('{ issuer: "a", [key]: "b", jwks: "c" }', 'import { key } from "./key";');
    expect(object.isClosed).toBe(false);
    expect(shown(object.members.get("issuer")?.value)).toBe("<unknown>");
    expect(shown(object.members.get("jwks")?.value)).toBe("c");
  });

  it("are what JSON makes of getters and methods", () => {
    expect(membersOf(provider('{ get issuer() { return "a"; }, jwks() {} }'))).toEqual({
      issuer: "a",
      jwks: "<undefined>",
    });
  });

  it("that come twice are the later one, which knows the one that it replaces", () => {
    const member = provider('{ issuer: "a", jwks: "b", issuer: "c" }').object.members.get("issuer");
    expect(shown(member?.value)).toBe("c");
    expect(shown(member?.replaces?.value)).toBe("a");
    expect([...provider('{ issuer: "a", jwks: "b", issuer: "c" }').object.members.keys()]).toEqual(["issuer", "jwks"]);
  });

  it("can be added and removed later", () => {
    const before = 'const p = { issuer: "a", jwks: "b" }; p.applicationID = "c"; delete p.jwks;';
    expect(membersOf(provider("p", before))).toEqual({ issuer: "a", applicationID: "c" });
    expect(provider("p", before).object.members.get("applicationID")?.property).toBeNull();
  });
});

describe("object spread", () => {
  it("copies a local constant", () => {
    expect(membersOf(provider('{ ...base, issuer: "a" }', 'const base = { algorithm: "RS256" };'))).toEqual({
      algorithm: "RS256",
      issuer: "a",
    });
    expect(provider('{ ...base, issuer: "a" }', 'const base = { algorithm: "RS256" };').isClosed).toBe(true);
  });

  it("replaces what is before it, and is replaced by what is after it", () => {
    const before = 'const base = { issuer: "base", jwks: "base" };';
    expect(membersOf(provider('{ issuer: "own", ...base, jwks: "own" }', before))).toEqual({
      issuer: "base",
      jwks: "own",
    });
  });

  it("does not tie the copy to the original", () => {
    const before = 'const base = { issuer: "a" }; const copy = { ...base }; base.issuer = "b";';
    expect(membersOf(provider("copy", before))).toEqual({ issuer: "a" });
  });

  it.each(["undefined", "null", "false", "[]", "5"])("of %s adds nothing", (nothing) => {
    const only = provider(`{ issuer: "a", ...(${nothing}) }`);
    expect(membersOf(only)).toEqual({ issuer: "a" });
    expect(only.isClosed).toBe(true);
  });

  it.each([
    { what: "an import", before: 'import { base } from "./base";' },
    { what: "a call", before: 'import { f } from "./f"; const base = f();' },
    { what: "a variable", before: "const base = process.env.BASE;" },
    { what: "an object that is open itself", before: 'import { f } from "./f"; const base = { ...f };' },
  ])("of $what leaves the object open", ({ before }) => {
    const only = provider('{ issuer: "a", ...base, jwks: "b" }', before);
    expect(only.isClosed).toBe(false);
    expect(membersOf(only)).toEqual({ issuer: "<unknown>", jwks: "b" });
    expect(only.lacks("applicationID")).toBe(false);
    expect(only.type).toBe("unreadable");
  });

  it("of the environment adds nothing that is known, since listing it shows nothing", () => {
    const only = provider('{ issuer: "a", ...process.env, jwks: "b" }');
    expect(membersOf(only)).toEqual({ issuer: "a", jwks: "b" });
    expect(listingsOf(only.object).size).toBe(1);
    expect(only.isClosed).toBe(false);
    expect(only.lacks("applicationID")).toBe(false);
  });

  it("copies a whole provider, so that two of them differ in one member", () => {
    const { providers } = readOne(`
      const shared = { type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", jwks: "j", applicationID: "c" };
      export default { providers: [shared, { ...shared, issuer: "https://other.example/" }] };
    `);
    expect(providers.map((each) => membersOf(each)["issuer"])).toEqual([
      "https://api.workos.com/",
      "https://other.example/",
    ]);
  });
});

describe("a member that is guarded by its own value is selfGuarded", () => {
  const guarded = (spread: string, before = "const aud = process.env.AUD;") =>
    provider(`{ issuer: "a", ${spread} }`, before);

  it.each([
    "...(aud ? { applicationID: aud } : {})",
    "...(aud && { applicationID: aud })",
    "...(aud ? { 'applicationID': aud } : undefined)",
    "...(!aud ? {} : { applicationID: aud })",
    "...(aud != null ? { applicationID: aud } : {})",
    "...(aud !== undefined && { applicationID: aud })",
  ])("%s", (spread) => {
    const only = guarded(spread);
    expect(only.written("applicationID")?.name).toBeUndefined();
    expect(only.member("applicationID")?.name).toBeUndefined();
    expect(only.lacks("applicationID")).toBe(false);
  });

  it("also when the value is read twice", () => {
    expect(guarded("...(process.env.AUD ? { applicationID: process.env.AUD } : {})").lacks("applicationID")).toBe(
      false,
    );
  });

  it("also when the value is unknown, in either case", () => {
    const { variants } = readUnknown("...(aud ? { applicationID: aud } : {})");
    expect(variants.map(([only]) => only?.lacks("applicationID"))).toEqual([false, false]);
  });

  it("also when it is assigned in an if", () => {
    const only = provider(
      "p",
      'const aud = process.env.AUD; const p = { issuer: "a" }; if (aud) p.applicationID = aud;',
    );
    expect(only.written("applicationID")?.name).toBeUndefined();
    expect(only.lacks("applicationID")).toBe(false);
  });

  it("also through a constant that is spread", () => {
    const only = guarded(
      "...rest",
      "const aud = process.env.AUD; const rest = { ...(aud ? { applicationID: aud } : {}) };",
    );
    expect(only.lacks("applicationID")).toBe(false);
    expect(only.written("applicationID")?.name).toBeUndefined();
  });

  it("also when it is assigned in the other arm of an if", () => {
    const found = provider(
      "p",
      'const aud = process.env.AUD; const p = { issuer: "a" }; if (aud === undefined) { console.log("none"); } else { p.applicationID = aud; }',
    );
    expect(found.written("applicationID")?.name).toBeUndefined();
  });

  it("but not one that is assigned where its value is missing", () => {
    const { variants } = read(
      file("p", 'const aud = process.env.AUD; const p = { issuer: "a" }; if (aud !== "x") p.applicationID = "y";'),
    );
    expect(variants.map(({ providers }) => providers[0]?.written("applicationID")?.name)).toEqual([
      "applicationID",
      undefined,
    ]);
  });

  it("but not one that is there only where its value is not", () => {
    const { variants } = readUnknown("...(aud == null && { applicationID: aud })");
    expect(variants.map(([found]) => found?.object.members.has("applicationID"))).toEqual([true, false]);
    expect(variants[0]?.[0]?.written("applicationID")?.name).toBe("applicationID");
  });

  it.each(["...(aud || { applicationID: aud })", "...(aud ?? { applicationID: aud })"])("but not %s", (spread) => {
    const { variants } = readUnknown(spread);
    expect(variants.length).toBeGreaterThan(0);
    expect(variants.map(([found]) => found?.object.selfGuarded.size)).toEqual(variants.map(() => 0));
  });

  it("also in what is spread unless the value is missing", () => {
    const { variants } = readUnknown("...(aud == null || { applicationID: aud })");
    expect(variants.map(([found]) => found?.written("applicationID")?.name)).toEqual([undefined, undefined]);
    expect(variants.map(([found]) => found?.lacks("applicationID"))).toEqual([false, false]);
  });

  it("and nothing under a name that cannot be read", () => {
    const found = provider(
      '{ issuer: "a", ...(aud ? { [key]: aud } : {}) }',
      'import { key } from "./key"; const aud = process.env.AUD;',
    );
    expect(found.isClosed).toBe(false);
    expect(found.object.selfGuarded.size).toBe(0);
  });

  it("but not one that another value guards", () => {
    const only = guarded("...(process.env.USE_AUD ? { applicationID: aud } : {})");
    expect(shown(only.member("applicationID")?.value)).toBe("${AUD}");
  });

  it("and not one that is written again without a guard", () => {
    const only = guarded('...(aud ? { applicationID: aud } : {}), applicationID: "c"');
    expect(shown(only.member("applicationID")?.value)).toBe("c");
  });

  it("and not the members next to it", () => {
    const only = guarded('...(aud ? { applicationID: aud, jwks: "b" } : {})');
    expect(shown(only.member("jwks")?.value)).toBe("b");
  });

  it("and no object that is known to be there", () => {
    const only = guarded("...(true ? { applicationID: aud } : {})");
    expect(shown(only.member("applicationID")?.value)).toBe("${AUD}");
  });

  function readUnknown(spread: string) {
    const text = file(`{ issuer: "a", ${spread} }`, 'import { aud } from "./aud";');
    return { variants: readVariants(text) };
  }
});

describe("an object that says itself how it is serialized", () => {
  it("is what it says", () => {
    const found = provider('{ issuer: "a", toJSON() { return { issuer: "b" }; } }');
    expect(found.isClosed).toBe(true);
    expect(membersOf(found)).toEqual({ issuer: "b" });
  });

  it("may be anything where that does more than return something", () => {
    const { list, providers } = readOne(
      file("p", 'let n = 0; const p = { issuer: "a", toJSON() { n += 1; return { issuer: `b${n}` }; } };'),
    );
    expect(list?.elements.map(({ kind }) => kind)).toEqual(["unknown"]);
    expect(providers).toEqual([]);
  });
});

describe("Object.freeze and its like", () => {
  it.each(["freeze", "seal", "preventExtensions"])("%s is what it is given", (method) => {
    expect(membersOf(provider(`Object.${method}({ issuer: "a" })`))).toEqual({ issuer: "a" });
  });

  it("freezes the whole config and its list", () => {
    const text = 'export default Object.freeze({ providers: Object.freeze([Object.freeze({ issuer: "a" })]) });';
    expect(membersOf(readProvider(text))).toEqual({ issuer: "a" });
  });

  it("is not what a local Object does", () => {
    expect(valueOf('Object.freeze("a")', 'import { Object } from "./object";')).toBe("<unknown>");
  });

  it("of nothing is undefined", () => {
    expect(valueOf("Object.freeze()")).toBe("<undefined>");
  });

  it("are not all methods of Object", () => {
    expect(valueOf('Object.assign("a")')).toBe("<unknown>");
  });

  it("Object.keys of something that is no environment is merely unknown", () => {
    expect(readOne(withIssuer("Object.keys({ a: 1 })[0]")).effects).toEqual([]);
  });
});

describe("unknown code that gets hold of an object may change it", () => {
  it.each([
    { by: "a function", before: 'import { f } from "./f"; const p = { issuer: "a" }; f(p);' },
    { by: "a class", before: 'import { F } from "./f"; const p = { issuer: "a" }; new F(p);' },
    { by: "a method", before: 'import { f } from "./f"; const p = { issuer: "a" }; f.g(p);' },
    {
      by: "a callback of a list",
      before: 'import { f } from "./f"; const p = { issuer: "a" }; [p].forEach((q) => f(q));',
    },
    { by: "a loop", before: 'import { f } from "./f"; const p = { issuer: "a" }; for (const q of [p]) f(q);' },
    {
      by: "a function that holds it",
      before: 'import { f } from "./f"; const p = { issuer: "a" }; f(() => { p.issuer = "b"; });',
    },
    {
      by: "what was found by something unknown",
      before: 'import { test } from "./f"; const p = { issuer: "a" }; [p].find((q) => test(q)).issuer = "b";',
    },
  ])("by way of $by", ({ before }) => {
    const { isComplete, list, providers } = readOne(file("p", before));
    expect(list?.elements.map(({ kind }) => kind)).toEqual(["unknown"]);
    expect(providers).toEqual([]);
    expect(isComplete).toBe(false);
  });

  it("also inside", () => {
    const text =
      'import { f } from "./f"; const config = { providers: [{ issuer: "a" }] }; f(config); export default config;';
    expect(readOne(text).defaultExport?.value.kind).toBe("unknown");
    expect(readOne(text).isComplete).toBe(false);
  });

  it("also where unknown code added it to a list before", () => {
    const text =
      'import { ids } from "./ids"; const list = []; ids.forEach((id) => { list.push({ issuer: "a" }); }); const found = list.find((p) => p.issuer === "a"); found.jwks = "b"; export default { providers: list };';
    const { list, providers } = readOne(text);
    expect(list?.isComplete).toBe(false);
    expect(providers).toEqual([]);
  });

  it("but console changes nothing", () => {
    expect(provider("p", 'const p = { issuer: "a" }; console.log(p);').isClosed).toBe(true);
    expect(provider("p", 'const p = { issuer: "a" }; [p].forEach((q) => console.log(q));').isClosed).toBe(true);
  });
});

describe("known code changes only what it does change", () => {
  it.each([
    { by: "a function", before: 'const p = { issuer: "a" }; (function (q) { q.jwks = "b"; })(p);' },
    { by: "Object.assign", before: 'const p = { issuer: "a" }; Object.assign(p, { jwks: "b" });' },
    { by: "a callback of a list", before: 'const p = { issuer: "a" }; [p].forEach((q) => { q.jwks = "b"; });' },
    { by: "a loop", before: 'const p = { issuer: "a" }; for (const q of [p]) q.jwks = "b";' },
    {
      by: "what was found in a list",
      before: 'const p = { issuer: "a" }; [{}, p].find((q) => q.issuer === "a").jwks = "b";',
    },
  ])("by way of $by", ({ before }) => {
    const only = provider("p", before);
    expect(membersOf(only)).toEqual({ issuer: "a", jwks: "b" });
    expect(only.isClosed).toBe(true);
    expect(contradiction(file("p", before))).toBeNull();
  });
});

function readVariants(text: string) {
  return read(text).variants.map(({ providers }) => providers);
}
