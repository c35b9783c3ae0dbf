import { describe, expect, it } from "vitest";
import { contradiction } from "./executed.js";
import { issuersOf, issuersOfVariants, read, valueOf, withIssuer } from "./read.js";

const flag = 'import { flag, other } from "./flags";';
const imports = 'import { x, xs, y, f } from "./x";';

/** What the modules may export that the files import. */
const worlds = [
  "true",
  "false",
  "undefined",
  "() => true",
  "{ x: 1, stage: 'live' }",
  "{ y: 1 }",
  "2",
  "'x'",
  "'y'",
].map((value) => ({ "./flags": `export const flag = ${value}; export const other = ${value};` }));
const environment = { STAGE: "live", A: "1", B: "2", X: "x" };

/** The issuers of a file, one list for each variant. Whatever the modules export, one of them is what JavaScript makes of it. */
function variantsOf(text: string): readonly (readonly string[])[] {
  for (const modules of text.includes("./flags") ? worlds : [{}])
    expect(contradiction(text, { environment, modules })).toBeNull();
  return issuersOfVariants(text);
}

describe("an undecided condition", () => {
  it.each([
    { form: "of a conditional", text: `${flag} export default { providers: [{ issuer: flag ? "a" : "b" }] };` },
    {
      form: "of an if",
      text: `${flag} let issuer = "b"; if (flag) issuer = "a"; export default { providers: [{ issuer }] };`,
    },
    {
      form: "of an if with an else",
      text: `${flag} let issuer; if (flag) { issuer = "a"; } else { issuer = "b"; } export default { providers: [{ issuer }] };`,
    },
    {
      form: "of an early return",
      text: `${flag} function f() { if (flag) return "a"; return "b"; } export default { providers: [{ issuer: f() }] };`,
    },
    {
      form: "of a whole provider",
      text: `${flag} export default { providers: [flag ? { issuer: "a" } : { issuer: "b" }] };`,
    },
    {
      form: "of a whole list",
      text: `${flag} export default { providers: flag ? [{ issuer: "a" }] : [{ issuer: "b" }] };`,
    },
    {
      form: "of a whole config",
      text: `${flag} export default flag ? { providers: [{ issuer: "a" }] } : { providers: [{ issuer: "b" }] };`,
    },
    { form: "that is a call", text: `${flag} export default { providers: [{ issuer: flag() ? "a" : "b" }] };` },
    {
      form: "that is a comparison",
      text: `${flag} export default { providers: [{ issuer: process.env.STAGE === "live" ? "a" : "b" }] };`,
    },
    {
      form: "that is a comparison of numbers",
      text: `${flag} export default { providers: [{ issuer: flag > 1 ? "a" : "b" }] };`,
    },
    {
      form: "that compares a variable with another",
      text: `export default { providers: [{ issuer: process.env.A === process.env.B ? "a" : "b" }] };`,
    },
    {
      form: "that looks for a name in something unknown",
      text: `${flag} export default { providers: [{ issuer: "x" in flag ? "a" : "b" }] };`,
    },
    {
      form: "that looks for a name beside what else tells whether it is there",
      text: `${flag} export default { providers: [{ issuer: flag && "x" in flag && flag.x === 1 ? "a" : "b" }] };`,
    },
    { form: "in Boolean()", text: `${flag} export default { providers: [{ issuer: Boolean(flag) ? "a" : "b" }] };` },
  ])("$form gives both arms a variant of their own", ({ text }) => {
    expect([...new Set(variantsOf(text).flat())]).toEqual(["a", "b"]);
  });

  it("on what a reader from elsewhere returns is answered where that is the variable", () => {
    const text = 'import { getEnv } from "./env"; export default { providers: [{ issuer: getEnv("A") ? "a" : "b" }] };';
    expect(issuersOfVariants(text)).toEqual([["a"], ["<unknown>"]]);
  });

  it("that looks for an unknown name leaves open what follows from it", () => {
    expect(
      variantsOf(
        `${flag} const table = { x: 1 }; export default { providers: [{ issuer: flag in table ? "a" : "b" }] };`,
      ),
    ).toEqual([["<unknown>"]]);
  });

  it("that looks for two names is answered for each of them", () => {
    const text = `${flag} export default { providers: [{ issuer: ("x" in flag ? "a" : "b") + ("y" in flag ? "1" : "2") }] };`;
    expect(variantsOf(text).flat().toSorted()).toEqual(["a1", "a2", "b1", "b2"]);
  });

  it("of && gives what it guards, or something falsy, of which no more is known", () => {
    expect(variantsOf(`${flag} export default { providers: [{ issuer: flag && "a" }] };`)).toEqual([
      ["a"],
      ["<unknown>"],
    ]);
    expect(variantsOf(`${flag} export default { providers: [{ issuer: (flag && "a") ?? "b" }] };`)).toEqual([
      ["a"],
      ["<unknown>"],
    ]);
    expect(variantsOf(`${flag} export default { providers: [{ issuer: (flag && "a") || "b" }] };`)).toEqual([
      ["a"],
      ["b"],
    ]);
  });

  it("of && in a list gives the provider that it guards, or none", () => {
    const { variants } = read(`${flag} export default { providers: [flag && { issuer: "a" }] };`);
    expect(variants.map(({ providers }) => providers.length)).toEqual([1, 0]);
  });

  it("of a spread list gives the elements, or none", () => {
    expect(
      variantsOf(`${flag} export default { providers: [{ issuer: "a" }, ...(flag ? [{ issuer: "b" }] : [])] };`),
    ).toEqual([["a", "b"], ["a"]]);
    expect(
      variantsOf(`${flag} export default { providers: [{ issuer: "a" }, ...(flag && [{ issuer: "b" }] || [])] };`),
    ).toEqual([["a", "b"], ["a"]]);
  });

  it("of a push gives the element, or none", () => {
    expect(
      variantsOf(
        `${flag} const list = [{ issuer: "a" }]; if (flag) list.push({ issuer: "b" }); export default { providers: list };`,
      ),
    ).toEqual([["a", "b"], ["a"]]);
  });
});

describe("a condition on whether a search finds anything", () => {
  it.each([
    '!list.find((p) => p.issuer === "b")',
    '!list.some((p) => p.issuer === "b")',
    'list.findIndex((p) => p.issuer === "b") === -1',
    'list.findIndex((p) => p.issuer === "b") < 0',
    'list.find((p) => p.issuer === "b") === undefined',
    '!Boolean(list.find((p) => p.issuer === "b"))',
    'list.every((p) => p.issuer !== "b")',
  ])("adds what is missing: %s", (test) => {
    expect(
      variantsOf(
        `const list = [{ issuer: "a" }]; if (${test}) list.push({ issuer: "b" }); export default { providers: list };`,
      ),
    ).toEqual([["a", "b"]]);
    expect(
      variantsOf(
        `const list = [{ issuer: "b" }]; if (${test}) list.push({ issuer: "c" }); export default { providers: list };`,
      ),
    ).toEqual([["b"]]);
  });
});

describe("an empty arm", () => {
  it("is a complete list without providers", () => {
    const { variants } = read(
      `${flag} export default { providers: flag ? [{ type: "customJwt", issuer: "https://a.example", algorithm: "RS256", jwks: "j" }] : [] };`,
    );
    expect(variants.map(({ providers, isComplete }) => ({ providers: providers.length, isComplete }))).toEqual([
      { providers: 1, isComplete: true },
      { providers: 0, isComplete: true },
    ]);
  });

  it("behind a variable is never taken", () => {
    const { variants } = read('const id = process.env.ID; export default { providers: id ? [{ issuer: "a" }] : [] };');
    expect(variants.map(({ providers }) => providers.length)).toEqual([1]);
  });
});

describe("values that depend on one condition", () => {
  it("stay together", () => {
    const text = `${flag} const host = flag ? "a" : "b"; const id = flag ? "1" : "2"; export default { providers: [{ issuer: host + id }] };`;
    expect(variantsOf(text)).toEqual([["a1"], ["b2"]]);
  });

  it("stay together with what an if decides", () => {
    const text = `${flag} let host = "b"; if (flag) host = "a"; export default { providers: [{ issuer: host + (flag ? "1" : "2") }] };`;
    expect(variantsOf(text)).toEqual([["a1"], ["b2"]]);
  });

  it("stay together with its negation", () => {
    const text = `${flag} export default { providers: [{ issuer: (flag ? "a" : "b") + (!flag ? "2" : "1") + (!!flag ? "x" : "y") }] };`;
    expect(variantsOf(text)).toEqual([["a1x"], ["b2y"]]);
  });

  it("stay together with what && and Boolean() make of it", () => {
    const text = `${flag} export default { providers: [{ issuer: (flag ? "a" : "b") + (Boolean(flag) ? "1" : "2") + (flag && "x") }] };`;
    expect(variantsOf(text)).toEqual([["a1x"], ["b2${?}"]]);
  });

  it("stay together when the condition is a constant, wherever it is tested", () => {
    const text = `${flag} const isLive = flag.stage === "live"; const f = () => (isLive ? "1" : "2"); export default { providers: [{ issuer: (isLive ? "a" : "b") + f() }] };`;
    expect(variantsOf(text)).toEqual([["a1"], ["b2"]]);
  });

  it("stay together when it is written out twice", () => {
    const text =
      'export default { providers: [{ issuer: (process.env.STAGE === "live" ? "a" : "b") + (process.env.STAGE === "live" ? "1" : "2") }] };';
    expect(variantsOf(text)).toEqual([["a1"], ["b2"]]);
  });

  it("stay together for equality and inequality, in either order and strictness", () => {
    const text =
      'export default { providers: [{ issuer: (process.env.STAGE === "live" ? "a" : "b") + (process.env.STAGE !== "live" ? "2" : "1") + ("live" == process.env.STAGE ? "x" : "y") }] };';
    expect(variantsOf(text)).toEqual([["a1x"], ["b2y"]]);
  });

  it("equal one constant at a time", () => {
    const text = `${flag} const f = () => { if (flag === "x") return "a"; if (flag === "y") return "b"; return "c"; };
      export default { providers: [{ issuer: f() + (flag === "x" ? 1 : flag === "y" ? 2 : 3) }] };`;
    expect(variantsOf(text)).toEqual([["a1"], ["b2"], ["c3"]]);
  });

  it("equal one constant at a time when asked the other way round", () => {
    const text = `${flag} export default { providers: [{ issuer: (flag === "x" ? 1 : 0) + "/" + (flag === "y" ? 1 : 0) }] };`;
    expect(variantsOf(text).flat().toSorted()).toEqual(["0/0", "0/1", "1/0"]);
  });
});

describe("conditions on different things", () => {
  it("are combined", () => {
    const text = `${flag} export default { providers: [{ issuer: (flag ? "a" : "b") + (other ? "1" : "2") }] };`;
    expect(variantsOf(text).flat().toSorted()).toEqual(["a1", "a2", "b1", "b2"]);
  });

  const manyFlags = (count: number) => {
    const names = Array.from({ length: count }, (_, index) => `f${String(index)}`);
    const providers = names.map((name) => `{ issuer: ${name} ? "${name}" : "not ${name}" }`);
    return {
      names,
      text: `import { ${names.join(", ")} } from "./flags"; export default { providers: [${providers.join(", ")}] };`,
    };
  };

  it("are all taken both ways before combinations are", () => {
    const { names, text } = manyFlags(12);
    const { endings, variants } = read(text);
    const seen = new Set(variants.flatMap((variant) => issuersOf(variant)));
    expect([...seen].toSorted()).toEqual(names.flatMap((name) => [name, `not ${name}`]).toSorted());
    expect(variants.length).toBeLessThan(2 ** names.length);
    expect(endings.isExhaustive).toBe(false);
  });

  it("are not all answered where there are too many, and the file is known not to be read to its end", () => {
    const { endings, variants } = read(manyFlags(200).text);
    expect(variants.length).toBeGreaterThan(1);
    expect(endings.isExhaustive).toBe(false);
  });
});

describe("conditions that are not the same", () => {
  it.each([
    { form: "two defaults", before: "const { m = 1, n = 2 } = x;", tests: ["m", "n"] },
    { form: "comparisons with two unknown things", before: "", tests: ["x === y", "x === xs"] },
    { form: "a comparison with something unknown, and one with null", before: "", tests: ["x === y", "x === null"] },
    { form: "the same two the other way round", before: "", tests: ["x === y", "y === null"] },
  ])("are answered apart: $form", ({ before, tests: [first, second] }) => {
    const found = issuersOfVariants(
      `${imports} ${before} export default { providers: [{ issuer: (${String(first)} ? "1" : "2") + (${String(second)} ? "a" : "b") }] };`,
    )
      .flat()
      .toSorted();
    // One that rules out the other leaves three.
    expect(found.filter((issuer) => issuer !== "1a")).toEqual(["1b", "2a", "2b"]);
  });

  it.each([
    { form: "a member", tests: ["x.y", "x.y"] },
    { form: "a call", tests: ["f(1)", "f(1)"] },
    { form: "a comparison with undefined", tests: ["x === undefined", "undefined === x"] },
    { form: "two unknown things", tests: ["x !== y", "x !== y"] },
  ])("are one where they say the same: $form", ({ tests: [first, second] }) => {
    expect(
      issuersOfVariants(
        `${imports} export default { providers: [{ issuer: (${String(first)} ? "1" : "2") + (${String(second)} ? "a" : "b") }] };`,
      ),
    ).toEqual([["1a"], ["2b"]]);
  });

  it("are two where something else than the number equals it loosely", () => {
    expect(
      issuersOfVariants(
        `${imports} export default { providers: [{ issuer: (x === 1 ? "1" : "2") + (x == 1 ? "a" : "b") }] };`,
      ),
    ).toEqual([["1a"], ["2a"], ["2b"]]);
  });

  it.each([
    { form: "a member of an object that may have changed", before: "const o = { m: 1 }; o[x] = 3;", test: "o.m" },
    { form: "what an object was before it may have changed", before: "const o = { m: y }; o[x] = 3;", test: "o.m" },
    { form: "whether something is an instance", before: "", test: "x instanceof f" },
    { form: "whether a known object has an unknown name", before: "", test: "x in { m: 1 }" },
    { form: "a global that is not known", before: "", test: "globalThis.other" },
    { form: "another member of process", before: "", test: "process.process" },
  ])("are not answered for $form", ({ before, test }) => {
    const issuer = (expression: string) =>
      issuersOfVariants(`${imports} ${before} export default { providers: [{ issuer: ${expression} }] };`);
    expect(issuer(`${test} ? "a" : "b"`)).toEqual([["<unknown>"]]);
    expect(issuer(`${test} && "a"`)).toEqual([["<unknown>"]]);
  });

  it("keep the answer that follows from another", () => {
    const found = issuersOfVariants(
      `${imports} export default { providers: [{ issuer: (x === "m" ? "1" : "0") + (x === "n" ? "1" : "0") + (x === "n" ? "1" : "0") }] };`,
    );
    expect(found.flat().toSorted()).toEqual(["000", "011", "100"]);
  });
});

describe("a comparison", () => {
  it.each(['x === "y"', 'x !== "y"', "x > 1", "x < 1", "x >= 1", "x <= 1", "!x", "Boolean(x)", "x === y", '"m" in x'])(
    "is true or false, and no other falsy value: %s",
    (test) => {
      expect(
        issuersOfVariants(`${imports} export default { providers: [{ issuer: ${test} && "a" }] };`).flat().toSorted(),
      ).toEqual(["<false>", "a"]);
    },
  );

  it.each(["`${x}`", '"" + x', "null === x", "undefined !== x", '"" === `${x}`', '"" === "" + x', '"" === `${x}${y}`'])(
    "that nothing decides forks: %s",
    (test) => {
      expect(
        issuersOfVariants(`${imports} export default { providers: [{ issuer: ${test} ? "a" : "b" }] };`)
          .flat()
          .toSorted(),
      ).toEqual(["a", "b"]);
    },
  );

  it.each([
    { expression: "`a${x}` ? 'a' : 'b'", is: "a" },
    { expression: "`${x}a` ? 'a' : 'b'", is: "a" },
    { expression: '"" === `a${x}` ? "a" : "b"', is: "b" },
    { expression: '`${x}a` === "" ? "a" : "b"', is: "b" },
    { expression: "typeof `${x}`", is: "string" },
  ])("with a string of which a part is unknown may be certain: $expression", ({ expression, is }) => {
    expect(valueOf(expression, imports)).toBe(is);
  });
});

describe("decided conditions", () => {
  it.each([
    { form: "NODE_ENV is production", expression: 'process.env.NODE_ENV === "production" ? "a" : "b"', is: "a" },
    { form: "NODE_ENV is not development", expression: 'process.env.NODE_ENV === "development" ? "a" : "b"', is: "b" },
    { form: "NODE_ENV is not anything else", expression: 'process.env.NODE_ENV !== "production" ? "a" : "b"', is: "b" },
    { form: "NODE_ENV is truthy", expression: 'process.env.NODE_ENV ? "a" : "b"', is: "a" },
    { form: "a set variable is truthy", expression: 'process.env.X ? "a" : "b"', is: "a" },
    { form: "a negated variable is not", expression: '!process.env.X ? "a" : "b"', is: "b" },
    { form: "an object is truthy", expression: '{} ? "a" : "b"', is: "a" },
    { form: "a list is truthy", expression: '[] ? "a" : "b"', is: "a" },
    { form: "the empty text is not", expression: '"" ? "a" : "b"', is: "b" },
    { form: "zero is not", expression: '0 ? "a" : "b"', is: "b" },
    { form: "equal texts", expression: '"x" === "x" ? "a" : "b"', is: "a" },
    { form: "different texts", expression: '"x" === "y" ? "a" : "b"', is: "b" },
    { form: "equal numbers", expression: '1 === 1 ? "a" : "b"', is: "a" },
    { form: "null and undefined, strictly", expression: 'null === undefined ? "a" : "b"', is: "b" },
    { form: "null and undefined, loosely", expression: 'null == undefined ? "a" : "b"', is: "a" },
    { form: "a text and undefined", expression: '"x" === undefined ? "a" : "b"', is: "b" },
    { form: "undefined and a text", expression: 'undefined !== "x" ? "a" : "b"', is: "a" },
    { form: "a variable and null, loosely", expression: 'process.env.X == null ? "a" : "b"', is: "b" },
    { form: "an object and undefined", expression: '{} === undefined ? "a" : "b"', is: "b" },
    {
      form: "the empty text and a text that holds a variable",
      expression: '"" === `x${process.env.X}` ? "a" : "b"',
      is: "b",
    },
    { form: "the length of a list", expression: '[1].length === 1 ? "a" : "b"', is: "a" },
  ])("$form", ({ expression, is }) => {
    expect(valueOf(expression)).toBe(is);
    expect(contradiction(withIssuer(expression), { environment })).toBeNull();
  });

  it("are not: a variable and a number", () => {
    expect(variantsOf('export default { providers: [{ issuer: process.env.X == 1 ? "a" : "b" }] };')).toEqual([
      ["a"],
      ["b"],
    ]);
  });

  it.each(['getEnv("X") === undefined', 'getEnv("X") === ""'])(
    "are not, unless a reader from elsewhere returns the variable: %s",
    (test) => {
      expect(variantsOf(`export default { providers: [{ issuer: ${test} ? "a" : "b" }] };`)).toEqual([
        ["b"],
        ["<unknown>"],
      ]);
    },
  );
});

describe("a guard that throws", () => {
  it("leaves the way that goes on", () => {
    expect(
      variantsOf(
        `${flag} if (!flag) throw new Error("no"); export default { providers: [{ issuer: flag ? "a" : "b" }] };`,
      ),
    ).toEqual([["a"]]);
  });

  it("on a variable never throws", () => {
    expect(
      variantsOf(
        'const id = process.env.ID; if (!id) { throw new Error("no"); } export default { providers: [{ issuer: id }] };',
      ),
    ).toEqual([["${ID}"]]);
  });

  it("in a function leaves the way that returns", () => {
    expect(
      variantsOf(
        `${flag} const f = () => { if (!flag) throw new Error("no"); return flag ? "a" : "b"; }; export default { providers: [{ issuer: f() }] };`,
      ),
    ).toEqual([["a"]]);
  });

  it("that cannot be seen leaves what the catch changes unknown", () => {
    const text = `${flag} let issuer = "a"; try { flag(); } catch { issuer = "b"; } export default { providers: [{ issuer }] };`;
    expect(variantsOf(text)).toEqual([["<unknown>"]]);
  });

  it("in an unknown loop leaves what the catch changes unknown", () => {
    const text = `${flag} let issuer = "a"; try { for (const x of flag) throw new Error("no"); } catch { issuer = "b"; } export default { providers: [{ issuer }] };`;
    expect(variantsOf(text)).toEqual([["<unknown>"]]);
  });

  it("in a switch ends in its catch", () => {
    const text =
      'const list = [{ issuer: "a" }]; switch (process.env.STAGE) { default: try { throw new Error("no"); } catch { list.push({ issuer: "b" }); } } export default { providers: list };';
    expect(variantsOf(text)).toEqual([["a", "b"]]);
    expect(read(text).variants.map(({ isComplete }) => isComplete)).toEqual([true]);
  });

  it("in a function that is called in a try ends there, too", () => {
    const text = `const f = () => { throw new Error("no"); }; let issuer; try { issuer = f(); } catch { issuer = "b"; } const g = () => ({ issuer });
      export default { providers: [g()] };`;
    expect(variantsOf(text)).toEqual([["b"]]);
    expect(read(text).variants[0]?.providers[0]?.object.origin.isEditable).toBe(true);
  });

  it.each([
    'try { throw new Error("no"); } finally { console.log(1); } export default { providers: [] };',
    'throw new Error("no"); export default { providers: [{ issuer: "a" }] };',
  ])("without a condition leaves nothing but the throw: %s", (text) => {
    const { endings, variants } = read(text);
    expect(variants).toEqual([]);
    expect(endings.threw.map(({ thrown }) => text.slice(...thrown.node.range))).toEqual(['throw new Error("no");']);
    expect(endings.isExhaustive).toBe(true);
  });

  it("is remembered with the answers that lead to it", () => {
    const { endings } = read(`${flag} if (!flag) throw new Error("no"); export default { providers: [] };`);
    expect(endings.threw.map(({ way }) => [...way.answers.values()])).toEqual([[true]]);
  });
});

describe("loops and switches", () => {
  it.each([
    {
      form: "a loop over something unknown",
      before: `${flag} let issuer = "a"; for (const x of flag) issuer = "b";`,
    },
    {
      form: "a loop over something unknown that may go on early",
      before: `${flag} let issuer = "a"; for (const x of flag) { issuer = "b"; if (x) continue; issuer = "c"; }`,
    },
    {
      form: "the names of something unknown",
      before: `${flag} let issuer = "a"; for (const x in flag) issuer = x;`,
    },
    {
      form: "a loop for as long as something unknown is so",
      before: `${flag} let issuer = "a"; while (flag(issuer)) { issuer += "b"; break; }`,
    },
  ])("what the body changes is unknown: $form", ({ before }) => {
    expect(variantsOf(`${before}\nexport default { providers: [{ issuer }] };`)).toEqual([["<unknown>"]]);
  });

  it("a switch over a variable takes each of its cases", () => {
    expect(
      variantsOf(
        'let issuer = "a"; switch (process.env.STAGE) { case "live": issuer = "b"; break; case "test": issuer += "c"; default: issuer += "d"; } export default { providers: [{ issuer }] };',
      )
        .flat()
        .toSorted(),
    ).toEqual(["acd", "ad", "b"]);
  });

  it("what an unknown loop leaves alone stays known", () => {
    expect(
      variantsOf(
        `${flag} const issuer = "a"; for (const x of [1]) console.log(x); export default { providers: [{ issuer }] };`,
      ),
    ).toEqual([["a"]]);
    expect(
      variantsOf(
        `${flag} const issuer = "a"; for (const x of flag) console.log(x); export default { providers: [{ issuer }] };`,
      ),
    ).toEqual([["a"]]);
  });
});
