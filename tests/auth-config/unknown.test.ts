import { describe, expect, it } from "vitest";
import { issuersOf, issuersOfVariants, read, readOne, readProvider, shown, valueOf, withIssuer } from "./read.js";

const x = 'import { x, xs, y, f } from "./x";';
const a = '{ issuer: "a" }';
const b = '{ issuer: "b" }';

/** What a list of providers looks like after some statements: the issuers that are certainly in it, those that may be, and whether it is all. */
function after(
  statements: string,
  list = "list",
): { readonly listed: readonly string[]; readonly perhaps: readonly string[]; readonly isComplete: boolean } {
  const { providers, isComplete } = readOne(
    `${x} const list = []; ${statements} export default { providers: ${list} };`,
  );
  const issuers = (isListed: boolean) =>
    issuersOf({ providers: providers.filter((provider) => provider.isListed === isListed) });
  return { listed: issuers(true), perhaps: issuers(false), isComplete };
}

describe("code that may not run", () => {
  it.each([
    {
      form: "behind a return in a loop",
      statements: `const g = () => { for (const n of xs) return; list.push(${a}); }; g();`,
    },
    { form: "a condition of a loop", statements: `while (list.push(${a}) < 2) {}` },
    { form: "the subject of a switch", statements: `switch (list.push(${a})) {}` },
    { form: "the start of a for", statements: `for (let n = list.push(${a}); n < 2; ) {}` },
    { form: "a callback", statements: `xs.forEach(() => list.push(${a}));` },
    { form: "a spread in a callback", statements: `const more = [${a}]; xs.forEach(() => list.push(...more));` },
    { form: "an async function", statements: `const g = async () => { list.push(${a}); }; g();` },
    { form: "a generator", statements: `function* g() { list.push(${a}); } g();` },
    {
      form: "a function that something unknown may be",
      statements: `const add = x ?? (() => { list.push(${a}); }); f(add);`,
    },
    { form: "behind what may throw in a try", statements: `try { f(); list.push(${a}); } catch {}` },
    { form: "the catch of what may throw", statements: `try { f(); } catch { list.push(${a}); }` },
    {
      form: "the catch of what may throw in a loop",
      statements: `for (const n of xs) { try { throw n; } catch { list.push(${a}); } }`,
    },
    { form: "the name of a loop", statements: `for (const p of [${a}]) list.push(p);` },
    { form: "the outer name of a loop", statements: `let p; for (p of [${a}]) list.push(p);` },
    { form: "behind a break in a try", statements: `for (const n of xs) { try { break; } catch {} list.push(${a}); }` },
  ])("may add a provider: $form", ({ statements }) => {
    expect(after(statements)).toEqual({ listed: [], perhaps: ["a"], isComplete: false });
  });

  it.each([
    { form: "a loop", statements: "for (const n of xs) console.log(n);" },
    { form: "a return in a loop", statements: "const g = () => { for (const n of xs) return; console.log(1); }; g();" },
    { form: "a callback", statements: "xs.forEach((n) => console.log(n));" },
    { form: "an async function", statements: "const g = async () => {}; g();" },
    { form: "a try", statements: "try { f(); } catch {}" },
    { form: "a try whose catch throws on", statements: "try { f(); } catch (error) { throw error; }" },
    {
      form: "a branch that is never taken",
      statements:
        'for (const n of xs) { if (process.env.NODE_ENV === "production") console.log(1); else list.push({ issuer: "b" }); }',
    },
  ])("leaves certain what follows it: $form", ({ statements }) => {
    expect(after(`${statements} list.push(${a});`)).toEqual({ listed: ["a"], perhaps: [], isComplete: true });
  });

  it.each([
    {
      form: "before a return in a loop",
      statements: `const g = () => { list.push(${a}); for (const n of xs) return; console.log(1); }; g();`,
    },
    { form: "before what may throw in a try", statements: `try { list.push(${a}); f(); } catch {}` },
    { form: "in a try in which nothing may throw", statements: `try { console.log(1); list.push(${a}); } catch {}` },
    { form: "in a try without a catch", statements: `try { f(); list.push(${a}); } finally {}` },
    {
      form: "in the name of a member",
      statements: `const add = () => { list.push(${a}); return "n"; }; ({ n: 1 })[add()];`,
    },
  ])("leaves certain what runs once: $form", ({ statements }) => {
    expect(after(statements)).toEqual({ listed: ["a"], perhaps: [], isComplete: true });
  });

  it("takes both branches where it may run several times", () => {
    const { variants } = read(
      `${x} const list = []; for (const n of xs) { if (n) list.push(${a}); else list.push(${b}); } export default { providers: list };`,
    );
    for (const variant of variants) expect(issuersOf(variant).toSorted()).toEqual(["a", "b"]);
  });

  it("takes one branch elsewhere", () => {
    for (const test of ["x", "x > 1", 'x === "y"', 'getEnv("A")', "x.y"]) {
      const { variants } = read(
        `${x} const list = []; if (${test}) { list.push(${a}); } else { list.push(${b}); } export default { providers: list };`,
      );
      expect(variants.map((variant) => [issuersOf(variant), variant.isComplete])).toEqual([
        [["a"], true],
        [["b"], true],
      ]);
    }
  });

  it("takes both branches where a known object was searched for something unknown", () => {
    const { variants } = read(
      `${x} const table = { n: 1 }; const list = []; if (x in table) { list.push(${a}); } else { list.push(${b}); } export default { providers: list };`,
    );
    expect(variants.map(({ isComplete }) => isComplete)).toEqual([false, false]);
  });

  it.each([
    { form: "a constant that a callback assigns", before: 'let issuer = "a"; xs.forEach(() => { issuer = "b"; });' },
    { form: "a constant that a try may assign", before: 'let issuer = "a"; try { f(); issuer = "b"; } catch {}' },
    { form: "a var in a loop", before: 'for (const n of xs) { var issuer = "b"; }' },
    { form: "the name of a catch", before: 'const n = "a"; let issuer; try { throw 1; } catch (n) { issuer = n; }' },
    {
      form: "the rest of the arguments",
      before: 'const ids = ["a"]; const g = (...ids) => ids[0]; const issuer = g("b");',
    },
    {
      form: "an early return that may throw",
      before: 'const g = () => { try { return f(); } catch {} return "b"; }; const issuer = g();',
    },
    {
      form: "an element of a list that may have changed",
      before: 'const list = ["a"]; f(list); const [issuer] = list;',
    },
    {
      form: "a variable that may be missing, and what is assigned for it",
      before: 'let issuer = getEnv("A"); issuer ??= "b";',
    },
    { form: "the export of another module", before: 'export { issuer as other } from "./x"; const issuer = x;' },
  ])("leaves unknown: $form", ({ before }) => {
    expect(new Set(issuersOfVariants(`${x} ${before} export default { providers: [{ issuer }] };`).flat())).toEqual(
      new Set(["<unknown>"]),
    );
  });

  it.each([
    { form: "a const of a block", before: 'const issuer = "a"; { const issuer = "b"; }', is: "a" },
    { form: "a var of a function", before: 'var issuer = "a"; function g() { var issuer = "b"; } g();', is: "a" },
    {
      form: "every statement of a try",
      before: 'let issuer = "a"; try { issuer = "b"; issuer += "c"; } catch {}',
      is: "bc",
    },
    {
      form: "a try in which nothing but import.meta is read",
      before: 'let issuer = "a"; try { import.meta.url; issuer = "b"; } catch { issuer = "c"; }',
      is: "b",
    },
    {
      form: "a variable in a try behind one whose catch throws on",
      before: "try { f(); } catch (error) { throw error; } let issuer; try { issuer = process.env.A; } catch {}",
      is: "${A?}",
    },
  ])("leaves known: $form", ({ before, is }) => {
    expect(valueOf("issuer", `${x} ${before}`)).toBe(is);
  });
});

describe("a list that something unknown may have changed", () => {
  it.each([
    { form: "an assigned element", statements: "list[0] = 5;" },
    { form: "a removed element", statements: "list.pop();" },
    { form: "sorted elements", statements: "list.sort();" },
    { form: "a method that cannot be read", statements: "list[x](5);" },
  ])("certainly holds nothing: $form", ({ statements }) => {
    expect(after(`list.push(${a}); ${statements}`)).toEqual({ listed: [], perhaps: ["a"], isComplete: false });
  });

  it("certainly holds nothing after an assignment to what may be the list, and what it held may be another", () => {
    expect(after(`list.push(${a}); const same = x ?? list; same[0] = 5;`)).toEqual({
      listed: [],
      perhaps: ["<unknown>"],
      isComplete: false,
    });
  });

  it("is not known to be empty after an assignment to what may be the list", () => {
    expect(after("const same = x ?? list; same[0] = 5;")).toEqual({ listed: [], perhaps: [], isComplete: false });
  });

  it("may hold what a method adds that cannot be read", () => {
    expect(after(`list[x](${a});`)).toEqual({ listed: [], perhaps: ["a"], isComplete: false });
  });

  it.each([
    { form: "handed over", statements: "f(list);" },
    { form: "handed over in an object", statements: "f({ list });" },
    { form: "handed over to a constructor", statements: "new f(list);" },
  ])("may hold more, and others: $form", ({ statements }) => {
    expect(after(`list.push(${a}); ${statements}`)).toEqual({ listed: ["<unknown>"], perhaps: [], isComplete: false });
  });

  it("makes the next one uncertain, too", () => {
    expect(after(`xs.forEach(() => list.push(${a}));`, `[...list, ${b}]`)).toEqual({
      listed: ["b"],
      perhaps: ["a"],
      isComplete: false,
    });
  });

  it.each([
    { form: "filter(Boolean)", list: `[${a}, false, null, ${b}].filter(Boolean)`, listed: ["a", "b"] },
    { form: "Object.seal", list: `Object.seal([${a}])`, listed: ["a"] },
    { form: "Object.preventExtensions", list: `Object.preventExtensions([${a}])`, listed: ["a"] },
  ])("is none after $form", ({ list, listed }) => {
    expect(after("", list)).toEqual({ listed, perhaps: [], isComplete: true });
  });
});

it("filter(Boolean) leaves nothing falsy in a list", () => {
  expect(
    readOne(`export default { providers: [${a}, false, null, ${b}].filter(Boolean) };`).list?.elements.map(
      ({ kind }) => kind,
    ),
  ).toEqual(["object", "object"]);
});

describe("an object that something unknown may have changed", () => {
  it.each([
    { form: "in a callback", statements: 'xs.forEach(() => { p.jwks = "k"; });' },
    { form: "handed over", statements: "f(p);" },
    { form: "by what its own method may return", statements: "const same = p.self(); f(same);" },
    { form: "by a member of what may be the object", statements: "const same = x ?? p; same.jwks = 1;" },
  ])("may have further members: $form", ({ statements }) => {
    expect(readProvider(`${x} const p = ${a}; ${statements} export default { providers: [p] };`).isClosed).toBe(false);
  });
});

describe("a provider in what cannot be evaluated", () => {
  it.each([
    { form: "either side of ??", list: `[x ?? ${a}]` },
    { form: "either side of ||", list: `[x || ${a}]` },
    { form: "an assignment by ??=", before: `let p = x; p ??= ${a};`, list: "[p]" },
    { form: "a default", before: `const { p = ${a} } = x;`, list: "[p]" },
    { form: "an element under an unknown number", list: `[[${a}][x]]` },
    {
      form: "an element of a list that may have changed",
      before: `const table = [${a}]; f(table); const p = table[5];`,
      list: "[p]",
    },
    { form: "the rest of an object", before: 'const { type, ...rest } = { type: "x", issuer: "a" };', list: "[rest]" },
    { form: "an element of what a call returns", before: `const [p] = f(${a});`, list: "[p]" },
    { form: "a member of an object that may have changed", before: `const o = { p: [${a}] }; o[x] = 1;`, list: "o.p" },
    { form: "destructuring of a list", before: `let p; [p] = [${a}];`, list: "[p]" },
    { form: "a name that a loop changes", before: `let p = ${a}; while (x) p = null;`, list: "[p]" },
    { form: "a name that a callback changes", before: `let p = ${a}; xs.forEach(() => { p = null; });`, list: "[p]" },
    { form: "a var of a loop", before: `for (const n of xs) { var p = ${a}; }`, list: "[p]" },
    { form: "a tagged template", list: `[x\`\${${a}}\`]` },
    { form: "an async function", before: `const g = async () => [${a}];`, list: "await g()" },
    { form: "a return in a loop", before: `const g = () => { for (const n of xs) return ${a}; };`, list: "[g()]" },
    {
      form: "a return in a loop in a loop",
      before: `const g = () => { for (const n of xs) for (const m of n) return ${a}; };`,
      list: "[g()]",
    },
  ])("is seen as one that may be there: $form", ({ before = "", list }) => {
    const { listed, perhaps, isComplete } = after(before, list);
    expect({ listed, perhaps, isComplete }).toEqual({ listed: [], perhaps: ["a"], isComplete: false });
  });

  it("is one of those that a function with several returns gives", () => {
    expect(after(`const g = () => { for (const n of xs) return ${a}; return ${b}; };`, "[g()]").perhaps).toEqual([
      "a",
      "b",
    ]);
  });

  it("is the first one that a callback returns", () => {
    expect(after("", `f(() => { return [${a}]; return [${b}]; })`).perhaps).toEqual(["a"]);
  });

  it("is none of the settings in an object", () => {
    expect(after("", 'f({ settings: { issuer: "a" } })').perhaps).toEqual([]);
    expect(after("", `f({ list: [${a}] })`).perhaps).toEqual(["a"]);
  });
});

describe("a member that depends on its own value", () => {
  const lacksJwks = (members: string, before = "") =>
    read(`${x} ${before} export default { providers: [{ issuer: "a", ${members} }] };`).variants.map(({ providers }) =>
      providers[0]?.lacks("jwks"),
    );

  it.each([
    "...(x ? { jwks: x } : {})",
    "...(x && { jwks: x })",
    "...(!x ? {} : { jwks: x })",
    "...(x != null ? { jwks: x } : {})",
    "...(x !== undefined ? { jwks: x } : {})",
    '...(x !== "" ? { jwks: x } : {})',
    "...(x !== null && { jwks: x })",
    "...(x == null ? {} : { jwks: x })",
    "...(x === undefined ? {} : { jwks: x })",
    '...(x === "" ? {} : { jwks: x })',
  ])("is not missed: %s", (members) => {
    expect(lacksJwks(members)).toEqual([false, false]);
  });

  it.each([
    '...(x !== "none" ? { jwks: x } : {})',
    "...(x !== 0 ? { jwks: x } : {})",
    "...(x !== y ? { jwks: x } : {})",
    "...(y ? { jwks: x } : {})",
    "...(y && { jwks: x })",
    "...(y && { ...y, jwks: x }), jwks: undefined",
  ])("is missed where the condition is another: %s", (members) => {
    expect(lacksJwks(members)).toContain(true);
  });

  it("is missed where it is set or left out for certain", () => {
    const deliberate = (text: string) => [...readProvider(text).object.deliberate];
    expect(
      deliberate(`const isLive = true; export default { providers: [{ issuer: "a", ...(isLive && { jwks: "k" }) }] };`),
    ).toEqual([]);
    expect(
      deliberate(`const isLive = true; const p = ${a}; if (isLive) p.jwks = "k"; export default { providers: [p] };`),
    ).toEqual([]);
    expect(
      deliberate(
        `const withKeys = false; const p = ${a}; if (withKeys) p.jwks = "k"; export default { providers: [p] };`,
      ),
    ).toEqual([]);
    expect(
      deliberate(`${x} const p = ${a}; if (process.env.A) p.jwks = x; export default { providers: [p] };`),
    ).toEqual([]);
    expect(
      deliberate(`${x} const p = ${a}; if (process.env.A) p.jwks = process.env.A; export default { providers: [p] };`),
    ).toEqual(["jwks"]);
  });

  it("is certain again where a later spread sets it", () => {
    const { variants } = read(
      `${x} const keys = { jwks: "k" }; export default { providers: [{ ...(x ? { jwks: x } : {}), ...keys }] };`,
    );
    expect(variants.map(({ providers }) => providers[0]?.member("jwks")?.name)).toEqual(["jwks", "jwks"]);
  });

  it("is nothing of a spread object that is no literal", () => {
    expect(lacksJwks("...(x && rest)", 'const rest = { jwks: "k" };')).toEqual([false, true]);
  });
});

describe("conditions that are not the same", () => {
  it.each([
    { form: "two defaults", before: "const { m = 1, n = 2 } = x;", tests: ["m", "n"] },
    {
      form: "two members of an object that may have changed",
      before: "const o = { m: 1, n: 2 }; o[x] = 3;",
      tests: ["o.m", "o.n"],
    },
    {
      form: "a member that may have changed, and what it was",
      before: "const o = { m: y }; o[x] = 3;",
      tests: ["o.m", "y"],
    },
    { form: "comparisons with two unknown things", before: "", tests: ["x === y", "x === xs"] },
    { form: "a comparison with something unknown, and one with null", before: "", tests: ["x === y", "x === null"] },
    { form: "the same two the other way round", before: "", tests: ["x === y", "y === null"] },
  ])("are answered apart: $form", ({ before, tests: [first, second] }) => {
    const found = issuersOfVariants(
      `${x} ${before} export default { providers: [{ issuer: (${String(first)} ? "1" : "2") + (${String(second)} ? "a" : "b") }] };`,
    )
      .flat()
      .toSorted();
    // One that rules out the other leaves three.
    expect(found.filter((issuer) => issuer !== "1a")).toEqual(["1b", "2a", "2b"]);
  });

  it.each([
    { form: "a member", tests: ["x.y", "x.y"] },
    { form: "a call", tests: ["f(1)", "f(1)"] },
    { form: "a comparison with a number", tests: ["x === 1", "x == 1"] },
    { form: "a comparison with undefined", tests: ["x === undefined", "undefined === x"] },
    { form: "two unknown things", tests: ["x !== y", "x !== y"] },
  ])("are one where they say the same: $form", ({ tests: [first, second] }) => {
    expect(
      issuersOfVariants(
        `${x} export default { providers: [{ issuer: (${String(first)} ? "1" : "2") + (${String(second)} ? "a" : "b") }] };`,
      ),
    ).toEqual([["1a"], ["2b"]]);
  });

  it("keep the answer that follows from another", () => {
    const found = issuersOfVariants(
      `${x} export default { providers: [{ issuer: (x === "m" ? "1" : "0") + (x === "n" ? "1" : "0") + (x === "n" ? "1" : "0") }] };`,
    );
    expect(found.flat().toSorted()).toEqual(["000", "011", "100"]);
  });
});

describe("what is true or false for certain", () => {
  it.each([
    'x === "y"',
    'x !== "y"',
    "x > 1",
    "x < 1",
    "x >= 1",
    "x <= 1",
    "x instanceof f",
    "!x",
    "Boolean(x)",
    '"A" in process.env',
    "x in { m: 1 }",
    "x === y",
  ])("leaves false behind &&: %s", (test) => {
    expect(
      issuersOfVariants(`${x} export default { providers: [{ issuer: ${test} && "a" }] };`).flat().toSorted(),
    ).toEqual(["<false>", "a"]);
  });

  it("is not what only may be so", () => {
    expect(issuersOfVariants(`${x} export default { providers: [{ issuer: x && "a" }] };`)).toEqual([
      ["a"],
      ["<unknown>"],
    ]);
  });

  it.each([
    { expression: '"m" in { m: 1 } ? "a" : "b"', is: "a" },
    { expression: '"n" in { m: 1 } ? "a" : "b"', is: "b" },
    { expression: "`a${x}` ? 'a' : 'b'", is: "a" },
    { expression: "`${x}a` ? 'a' : 'b'", is: "a" },
    { expression: "5 == null ? 'a' : 'b'", is: "b" },
    { expression: "null == 5 ? 'a' : 'b'", is: "b" },
    { expression: '"" === `a${x}` ? "a" : "b"', is: "b" },
    { expression: '`${x}a` === "" ? "a" : "b"', is: "b" },
    { expression: "typeof `${x}`", is: "string" },
    { expression: "5 ?? 'a'", is: "<5>" },
    { expression: "-5", is: "<-5>" },
    { expression: "``", is: "" },
  ])("is known: $expression", ({ expression, is }) => {
    expect(valueOf(expression, x)).toBe(is);
  });

  it.each([
    "`${x}`",
    '"" + x',
    "null === x",
    "undefined !== x",
    '"" === `${x}`',
    '"" === "" + x',
    '"" === `${x}${y}`',
    "globalThis.other",
    "process.process",
  ])("is undecided: %s", (test) => {
    expect(
      issuersOfVariants(`${x} export default { providers: [{ issuer: ${test} ? "a" : "b" }] };`).flat().toSorted(),
    ).toEqual(["a", "b"]);
  });

  it.each([
    "+5",
    "-true",
    "~5",
    '-"5"',
    '["a"].map(Boolean)',
    '["a"].find(Boolean)',
    "undefined.trim()",
    "typeof globalThis.other",
    "typeof process.process",
    '"anull".replace("a", "")',
    '"a".replace(/a/, "")',
    String.raw`"a/".replace(/\/$/)`,
  ])("is unknown: %s", (expression) => {
    expect(valueOf(expression, x)).toBe("<unknown>");
  });
});

describe("what a text is read by", () => {
  /** The names through which a text was read, the last one first. */
  const readsOf = (expression: string, before: string) => {
    const file = withIssuer(expression, before);
    const text = readProvider(file).issuerText;
    const names: string[] = [];
    for (let reads = text?.reads ?? null; reads != null; reads = reads.before)
      names.push(file.slice(...reads.node.range));
    const [part] = text?.parts ?? [];
    const partNames: string[] = [];
    for (let reads = part?.kind === "literal" ? part.reads : null; reads != null; reads = reads.before)
      partNames.push(file.slice(...reads.node.range));
    return { names, partNames };
  };

  it.each([
    { form: "a text itself", expression: '"a"', before: "", names: [], partNames: [] },
    { form: "a constant", expression: "m", before: 'const m = "a";', names: ["m"], partNames: ["m"] },
    {
      form: "a constant of a constant",
      expression: "n",
      before: 'const m = "a"; const n = m;',
      names: ["n", "m"],
      partNames: ["n", "m"],
    },
    { form: "a member", expression: "ids.m", before: 'const ids = { m: "a" };', names: ["ids"], partNames: ["ids"] },
    {
      form: "a member of what a function returns",
      expression: "g().m",
      before: 'const g = () => ({ m: "a" });',
      names: [],
      partNames: [],
    },
    { form: "a part of a longer text", expression: "`${m}/`", before: 'const m = "a";', names: [], partNames: ["m"] },
  ])("is nothing or a name: $form", ({ expression, before, names, partNames }) => {
    expect(readsOf(expression, before)).toEqual({ names, partNames });
  });

  const spellingsOf = (expression: string, before: string) => {
    const file = withIssuer(expression, before);
    const part = readProvider(file).issuerText?.parts.find(({ kind }) => kind !== "literal");
    return part == null || part.kind === "literal" ? null : part.spellings.map(({ node }) => file.slice(...node.range));
  };

  it.each([
    { form: "with a !", expression: "process.env.A!", before: "", spellings: ["process.env.A!", "process.env.A"] },
    { form: "by destructuring", expression: "A", before: "const { A } = process.env;", spellings: ["A"] },
    {
      form: "by a call",
      expression: 'get("A")',
      before: "const get = (name) => process.env[name];",
      spellings: ['get("A")', "process.env[name]"],
    },
    { form: "in a text", expression: "`a/${x}`", before: x, spellings: ["x"] },
    { form: "by a trim in a text", expression: "` ${process.env.A}`.trim()", before: "", spellings: ["process.env.A"] },
  ])("is written in these ways: $form", ({ expression, before, spellings }) => {
    expect(spellingsOf(expression, before)).toEqual(spellings);
  });

  it("is written in sixteen ways at most", () => {
    const constants = Array.from(
      { length: 30 },
      (_, index) => `const v${String(index)} = ${index === 0 ? "process.env.A" : `v${String(index - 1)}`};`,
    ).join(" ");
    expect(spellingsOf("v29", constants)).toHaveLength(16);
  });

  it("is the place itself of a value that is awaited", () => {
    expect(readProvider(withIssuer('await "a"')).issuerText?.origin.node.type).toBe("Literal");
    expect(readProvider(withIssuer("await f()", x)).issuerMember?.value.origin.node.type).toBe("AwaitExpression");
  });

  it("is the template itself where that is empty", () => {
    expect(
      readProvider(withIssuer("``")).issuerText?.parts.map((part) => part.kind === "literal" && part.leaf?.type),
    ).toEqual(["TemplateElement"]);
  });

  it("is noted in a throw, too", () => {
    const text = `${x} const name = "a"; if (x) throw new Error(name); export default { providers: [] };`;
    const { reads } = read(text);
    expect([...reads.values()].flatMap((nodes) => [...nodes]).map(({ range }) => range[0])).toContain(
      text.indexOf("name);"),
    );
  });
});

describe("environment variables of other objects", () => {
  it.each([
    { form: "in lower case, of process.env", before: "", expression: "process.env.issuer", is: "${issuer}" },
    { form: "in lower case, of globalThis", before: "", expression: "globalThis.process.env.issuer", is: "${issuer}" },
    {
      form: "in lower case, of the module process",
      before: 'import { env } from "node:process";',
      expression: "env.issuer",
      is: "${issuer}",
    },
    {
      form: "in lower case, of another module",
      before: 'import { env } from "./env";',
      expression: "env.issuer",
      is: "<unknown>",
    },
    {
      form: "in upper case, of another module",
      before: 'import { env } from "./env";',
      expression: "env.ISSUER",
      is: "${ISSUER}",
    },
  ])("$form", ({ before, expression, is }) => {
    expect(valueOf(expression, before)).toBe(is);
  });

  it("are named where the name stands", () => {
    const text =
      'const name = "A"; process.env[name]; process.env.B; process.env["C"]; export default { providers: [] };';
    const names = readOne(text).effects.map((effect) =>
      effect.kind === "env-read" ? text.slice(...effect.nameNode.range) : null,
    );
    expect(names).toEqual(['"A"', "B", '"C"']);
  });
});

describe("methods of texts", () => {
  it.each([
    { form: "valueOf leaves spaces alone", expression: '" a ".valueOf()', is: " a " },
    { form: "toString leaves spaces alone", expression: '" a ".toString()', is: " a " },
    { form: "trimEnd leaves letters alone", expression: '"A ".trimEnd()', is: "A" },
    { form: "trimEnd behind a variable", expression: "`${process.env.A} `.trimEnd()", is: "${A}" },
    { form: "?. on a text", expression: '" a"?.trim()', is: "a" },
    { form: "concat of too much", expression: "big.concat(big, big)", is: "<unknown>" },
    { form: "a template of too much", expression: "`${big}${big}/`", is: "<unknown>" },
  ])("$form", ({ expression, is }) => {
    expect(valueOf(expression, `const big = "${"x".repeat(15_000)}";`)).toBe(is);
  });

  it("of something that is not there are unknown", () => {
    expect(
      shown(
        readProvider("let u; export default { providers: [{ issuer: u.trim() }] };").object.members.get("issuer")
          ?.value,
      ),
    ).toBe("<unknown>");
  });
});
