/** What unknown code may change is unknown, and all else is not. */
import { describe, expect, it } from "vitest";
import { contradiction } from "./executed.js";
import { issuersOfVariants, read, shown } from "./read.js";

const x = 'import { x, xs, y, f } from "./x";';
const a = '{ issuer: "a" }';
const b = '{ issuer: "b" }';

/** What the module may export: nothing, what changes all that it gets, and what throws. */
const worlds = [
  "export const x = undefined, xs = [], y = undefined, f = () => undefined;",
  `export const x = "push", xs = ["q", "r"], y = {}, f = function (v) {
    for (const o of [v, v?.list]) if (Array.isArray(o)) { o.length = 0; o.push({ issuer: "z" }); }
    if (typeof v === "function") v();
    else if (typeof v === "object" && v !== null) v.issuer = "z";
    return v;
  };`,
  `export const x = (v) => v, xs = [[1]], y = "y", f = () => { throw new Error("no"); };`,
].map((module) => ({ "./x": module }));

/**
 * The issuers of all providers of a file, with "<unknown>" for an element that cannot be read, and "…" where there may be others. Holds
 * whatever is imported.
 */
function listOf(text: string): readonly string[] {
  for (const modules of worlds) expect(contradiction(text, { modules })).toBeNull();
  const [variant, ...others] = read(text).variants;
  if (variant == null || others.length > 0) throw new Error(`${String(others.length)} variants too many`);
  const elements = (variant.list?.elements ?? []).map((element) =>
    shown(element.kind === "object" ? element.members.get("issuer")?.value : element),
  );
  return variant.list?.isComplete === true ? elements : [...elements, "…"];
}

/** What a list of providers looks like after some statements. */
function after(statements: string, list = "list"): readonly string[] {
  return listOf(`${x} const list = []; ${statements}; export default { providers: ${list} };`);
}

describe("code that may not run", () => {
  it.each([
    {
      form: "after a return in a loop",
      statements: `const g = () => { for (const n of xs) return; list.push(${a}); }; g();`,
    },
    { form: "the body of a loop", statements: `for (const n of xs) list.push(${a});` },
    {
      form: "either branch in a loop",
      statements: `for (const n of xs) { if (n) list.push(${a}); else list.push(${b}); }`,
    },
    { form: "a callback", statements: `xs.forEach(() => list.push(${a}));` },
    { form: "a spread in a callback", statements: `const more = [${a}]; xs.forEach(() => list.push(...more));` },
    { form: "an async function", statements: `const g = async () => { list.push(${a}); }; g();` },
    { form: "a generator", statements: `function* g() { list.push(${a}); } g();` },
    {
      form: "a function that something unknown may be",
      statements: `const add = x ?? (() => { list.push(${a}); }); f(add);`,
    },
    { form: "a branch that nothing decides", statements: `if (x in { n: 1 }) list.push(${a}); else list.push(${b});` },
    { form: "after what may throw in a try", statements: `try { f(); list.push(${a}); } catch {}` },
    {
      form: "after what may throw in a try that throws",
      statements: `try { f(); list.push(${a}); throw 1; } catch {}`,
    },
    { form: "the catch of what may throw", statements: `try { f(); } catch { list.push(${a}); }` },
    {
      form: "the catch of what may throw in a loop",
      statements: `for (const n of xs) { try { throw n; } catch { list.push(${a}); } }`,
    },
    { form: "after a break in a try", statements: `for (const n of xs) { try { break; } catch {} list.push(${a}); }` },
  ])("leaves open what it changes: $form", ({ statements }) => {
    expect(after(statements)).toEqual(["…"]);
  });

  it.each([
    { form: "a loop", statements: "for (const n of xs) console.log(n);" },
    { form: "a return in a loop", statements: "const g = () => { for (const n of xs) return; console.log(1); }; g();" },
    { form: "a callback", statements: "xs.forEach((n) => console.log(n));" },
    { form: "an async function", statements: "const g = async () => {}; g();" },
    { form: "a try", statements: "try { f(); } catch {}" },
    { form: "a try whose catch throws on", statements: "try { f(); } catch (error) { throw error; }" },
    { form: "a function that gets something else", statements: "const other = [1]; f(other);" },
  ])("leaves alone what it does not reach: $form", ({ statements }) => {
    expect(after(`list.push(${a}); ${statements}`)).toEqual(["a"]);
    expect(after(`${statements} list.push(${a});`)).toEqual(["a"]);
  });

  it.each([
    { form: "in a try without a catch", statements: `try { f(); list.push(${a}); } finally {}` },
    {
      form: "in a function with a loop after it",
      statements: `const g = () => { list.push(${a}); for (const n of xs) console.log(n); }; g();`,
    },
    {
      form: "in the name of a member",
      statements: `const add = () => { list.push(${a}); return "n"; }; ({ n: 1 })[add()];`,
    },
    { form: "before what may throw in a try", statements: `try { list.push(${a}); f(); } catch {}` },
    {
      form: "before what throws in a try, perhaps early",
      statements: `try { list.push(${a}); f(); throw 1; } catch {}`,
    },
    { form: "the catch of what throws in any case", statements: `try { undefined(f()); } catch { list.push(${a}); }` },
    { form: "before unknown code", statements: `list.push(${a}); f();` },
  ])("leaves known what runs once: $form", ({ statements }) => {
    expect(after(statements)).toEqual(["a"]);
  });

  it.each([
    { form: "a constant that a callback assigns", before: 'let issuer = "a"; xs.forEach(() => { issuer = "b"; });' },
    { form: "a constant that a try may assign", before: 'let issuer = "a"; try { f(); issuer = "b"; } catch {}' },
    { form: "a var in a loop", before: 'for (const n of xs) { var issuer = "b"; }' },
    {
      form: "an early return that may throw",
      before: 'const g = () => { try { return f(); } catch {} return "b"; }; const issuer = g();',
    },
    {
      form: "an element of a list that may have changed",
      before: 'const list = ["a"]; f(list); const [issuer] = list;',
    },
    { form: "the export of another module", before: 'export { y as other } from "./x"; const issuer = y;' },
  ])("leaves unknown: $form", ({ before }) => {
    expect(listOf(`${x} ${before} export default { providers: [{ issuer }] };`)).toEqual(["<unknown>"]);
  });

  it("leaves a variable known in a try after one whose catch throws on", () => {
    const before = "try { f(); } catch (error) { throw error; } let issuer; try { issuer = process.env.A; } catch {}";
    expect(issuersOfVariants(`${x} ${before} export default { providers: [{ issuer }] };`)).toEqual([
      ["${A}"],
      ["<undefined>"],
    ]);
  });
});

describe("a branch that a condition decides", () => {
  it.each(["x", "x > 1", 'x === "y"', "x.y", "f(1)"])("is taken alone: %s", (test) => {
    const { variants } = read(
      `${x} const list = []; if (${test}) { list.push(${a}); } else { list.push(${b}); } export default { providers: list };`,
    );
    expect(variants.map(({ list, isComplete }) => [list?.elements.length, isComplete])).toEqual([
      [1, true],
      [1, true],
    ]);
    expect(variants.flatMap(({ providers }) => providers.map(({ issuer }) => issuer?.text.parts.length))).toEqual([
      1, 1,
    ]);
  });
});

describe("a list that something unknown may have changed", () => {
  it.each([
    { form: "sorted", statements: "list.sort();" },
    { form: "changed by a method that cannot be read", statements: `list[x](${b});` },
    { form: "changed if it is another name for it", statements: "const same = x ?? list; same[0] = 5;" },
    { form: "changed under an unknown name", statements: "list[x] = 5;" },
    { form: "handed over", statements: "f(list);" },
    { form: "handed over in an object", statements: "f({ list });" },
    { form: "handed over to a constructor", statements: "new f(list);" },
    { form: "handed over as this", statements: "list.f = f; list.f();" },
    { form: "reached by a function that is handed over", statements: `f(() => list.push(${b}));` },
    {
      form: "reached by a function that is handed over before",
      statements: `f(() => list.push(${b})); list.push(${b});`,
    },
  ])("may hold anything: $form", ({ statements }) => {
    expect(after(`list.push(${a}); ${statements}`)).toEqual(["…"]);
  });

  it("may be followed by known elements in another one", () => {
    expect(after(`xs.forEach(() => list.push(${a}));`, `[...list, ${b}]`)).toEqual(["b", "…"]);
  });

  it("is not one that was copied before", () => {
    expect(after(`list.push(${a}); const copy = [...list]; f(list);`, "[copy.length, 5]")).toEqual(["<1>", "<5>"]);
  });
});

describe("an object that the rest of a try may have changed", () => {
  it.each([
    { form: "in a block", rest: '{ f(); p.issuer = "b"; p = {}; }' },
    { form: "in one expression", rest: 'f(), (p.issuer = "b"), (p = {});' },
    { form: "in a function", before: 'const g = () => { f(); p.issuer = "b"; p = {}; };', rest: "g();" },
    { form: "in a loop", rest: 'for (const n of [1]) { f(); p.issuer = "b"; p = {}; }' },
    { form: "in a try without a catch", rest: 'try { f(); p.issuer = "b"; p = {}; } finally {}' },
    { form: "in a finally", rest: 'try { f(); } finally { p.issuer = "b"; p = {}; }' },
    { form: "after an inner try", rest: 'try { f(); } catch { y(); } p.issuer = "b"; p = {};' },
  ])("may be anything, though no name leads to it any more: $form", ({ before = "", rest }) => {
    expect(after(`let p = ${a}; list.push(p); ${before} try { ${rest} } catch {}`)).toEqual(["<unknown>"]);
  });

  it("is known if it was changed before", () => {
    expect(after(`let p = ${a}; list.push(p); try { p.issuer = "b"; p = {}; f(); } catch {}`)).toEqual(["b"]);
    expect(after(`let p = ${a}; list.push(p); try { p.issuer = "b"; throw 1; } catch { p = {}; }`)).toEqual(["b"]);
  });
});

describe("an object that something unknown may have changed", () => {
  it.each([
    { form: "in a callback", statements: 'xs.forEach(() => { p.jwks = "k"; });' },
    { form: "handed over", statements: "f(p);" },
    { form: "handed over as what its own method returns", statements: "f(p.self());" },
    { form: "handed over with its method", statements: "f(p.self);" },
    { form: "by a member of what may be the object", statements: "const same = x ?? p; same.jwks = 1;" },
    { form: "under an unknown name", statements: "p[x] = 1;" },
  ])("may be anything: $form", ({ statements }) => {
    expect(after(`const p = { issuer: "a", self() { return p; } }; ${statements}`, "[p]")).toEqual(["<unknown>"]);
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
    { form: "an element of what a call returns", before: `const [p] = f(${a});`, list: "[p]" },
    { form: "a name that a loop changes", before: `let p = ${a}; while (x) { p = null; break; }`, list: "[p]" },
    { form: "a name that a callback changes", before: `let p = ${a}; xs.forEach(() => { p = null; });`, list: "[p]" },
    { form: "a var of a loop", before: `for (const n of xs) { var p = ${a}; }`, list: "[p]" },
    { form: "a tagged template", list: `[f\`\${${a}}\`]` },
    { form: "a return in a loop", before: `const g = () => { for (const n of xs) return ${a}; };`, list: "[g()]" },
    {
      form: "a return in a loop, and another one",
      before: `const g = () => { for (const n of xs) return ${a}; return ${b}; };`,
      list: "[g()]",
    },
    {
      form: "a return in a loop in a loop",
      before: `const g = () => { for (const n of xs) for (const m of n) return ${a}; };`,
      list: "[g()]",
    },
  ])("is unknown: $form", ({ before = "", list }) => {
    expect(after(before, list)).toEqual(["<unknown>"]);
  });

  it.each([
    { form: "a member of an object that may have changed", before: `const o = { p: [${a}] }; o[x] = 1;`, list: "o.p" },
    { form: "an async function", before: `const g = async () => [${a}];`, list: "await g()" },
    { form: "an argument of what returns the list", list: `f({ list: [${a}] })` },
    { form: "a callback of what returns the list", list: `f(() => { return [${a}]; return [${b}]; })` },
  ])("is in an unknown list: $form", ({ before = "", list }) => {
    expect(after(before, list)).toEqual(["…"]);
  });
});
