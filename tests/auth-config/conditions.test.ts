import { describe, expect, it } from "vitest";
import { issuersOf, issuersOfVariants, read, shown, valueOf } from "./read.js";

const flag = 'import { flag, other } from "./flags";';

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
      form: "on a variable that may be missing",
      text: `import { getEnv } from "./env"; export default { providers: [{ issuer: getEnv("A") ? "a" : "b" }] };`,
    },
    {
      form: "that looks for a name in something unknown",
      text: `${flag} export default { providers: [{ issuer: "x" in flag ? "a" : "b" }] };`,
    },
    {
      form: "that looks for an unknown name",
      text: `${flag} const table = { x: 1 }; export default { providers: [{ issuer: flag in table ? "a" : "b" }] };`,
    },
    {
      form: "that looks for a name that every object has",
      text: 'const table = { x: 1 }; export default { providers: [{ issuer: "toString" in table ? "a" : "b" }] };',
    },
    { form: "in Boolean()", text: `${flag} export default { providers: [{ issuer: Boolean(flag) ? "a" : "b" }] };` },
  ])("$form gives both arms a variant of their own", ({ text }) => {
    expect(issuersOfVariants(text)).toEqual([["a"], ["b"]]);
  });

  it("of && gives what it guards, or something falsy, of which no more is known", () => {
    expect(issuersOfVariants(`${flag} export default { providers: [{ issuer: flag && "a" }] };`)).toEqual([
      ["a"],
      ["<unknown>"],
    ]);
    expect(
      issuersOfVariants(`${flag} export default { providers: [{ issuer: (flag && "a") ?? "b" }] };`).flat(),
    ).not.toContain("<false>");
    expect(issuersOfVariants(`${flag} export default { providers: [{ issuer: (flag && "a") || "b" }] };`)).toEqual([
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
      issuersOfVariants(`${flag} export default { providers: [{ issuer: "a" }, ...(flag ? [{ issuer: "b" }] : [])] };`),
    ).toEqual([["a", "b"], ["a"]]);
    expect(
      issuersOfVariants(
        `${flag} export default { providers: [{ issuer: "a" }, ...(flag && [{ issuer: "b" }] || [])] };`,
      )[0],
    ).toContain("a");
  });

  it("of a push gives the element, or none", () => {
    expect(
      issuersOfVariants(
        `${flag} const list = [{ issuer: "a" }]; if (flag) list.push({ issuer: "b" }); export default { providers: list };`,
      ),
    ).toEqual([["a", "b"], ["a"]]);
  });
});

describe("a condition on what a search finds", () => {
  it("is not guessed at", () => {
    const text =
      'const list = [{ issuer: "a" }]; if (list.find((p) => p.issuer === "b")) { console.log("there"); } else { list.push({ issuer: "b" }); } export default { providers: list };';
    const found = read(text)
      .variants.filter(({ isComplete }) => isComplete)
      .map(({ providers }) => providers.length);
    expect(found).not.toContain(1);
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
    const { variants } = read(
      `const list = [{ issuer: "a" }]; if (${test}) list.push({ issuer: "b" }); export default { providers: list };`,
    );
    for (const variant of variants) expect(issuersOf(variant)).toEqual(["a", "b"]);
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
    expect(issuersOfVariants(text)).toEqual([["a1"], ["b2"]]);
  });

  it("stay together with what an if decides", () => {
    const text = `${flag} let host = "b"; if (flag) host = "a"; export default { providers: [{ issuer: host + (flag ? "1" : "2") }] };`;
    expect(issuersOfVariants(text)).toEqual([["a1"], ["b2"]]);
  });

  it("stay together with its negation", () => {
    const text = `${flag} export default { providers: [{ issuer: (flag ? "a" : "b") + (!flag ? "2" : "1") + (!!flag ? "x" : "y") }] };`;
    expect(issuersOfVariants(text)).toEqual([["a1x"], ["b2y"]]);
  });

  it("stay together with what && and Boolean() make of it", () => {
    const text = `${flag} export default { providers: [{ issuer: (flag ? "a" : "b") + (Boolean(flag) ? "1" : "2") + (flag && "x") }] };`;
    expect(issuersOfVariants(text)).toEqual([["a1x"], ["b2${?}"]]);
  });

  it("stay together when the condition is a constant, wherever it is tested", () => {
    const text = `${flag} const isLive = flag.stage === "live"; const f = () => (isLive ? "1" : "2"); export default { providers: [{ issuer: (isLive ? "a" : "b") + f() }] };`;
    expect(issuersOfVariants(text)).toEqual([["a1"], ["b2"]]);
  });

  it("stay together when it is written out twice", () => {
    const text =
      'export default { providers: [{ issuer: (process.env.STAGE === "live" ? "a" : "b") + (process.env.STAGE === "live" ? "1" : "2") }] };';
    expect(issuersOfVariants(text)).toEqual([["a1"], ["b2"]]);
  });

  it("stay together for equality and inequality, in either order and strictness", () => {
    const text =
      'export default { providers: [{ issuer: (process.env.STAGE === "live" ? "a" : "b") + (process.env.STAGE !== "live" ? "2" : "1") + ("live" == process.env.STAGE ? "x" : "y") }] };';
    expect(issuersOfVariants(text)).toEqual([["a1x"], ["b2y"]]);
  });

  it("equal one constant at a time", () => {
    const text = `${flag} const f = () => { if (flag === "x") return "a"; if (flag === "y") return "b"; return "c"; };
      export default { providers: [{ issuer: f() + (flag === "x" ? 1 : flag === "y" ? 2 : 3) }] };`;
    expect(issuersOfVariants(text)).toEqual([["a1"], ["b2"], ["c3"]]);
  });

  it("equal one constant at a time when asked the other way round", () => {
    const text = `${flag} export default { providers: [{ issuer: (flag === "x" ? 1 : 0) + "/" + (flag === "y" ? 1 : 0) }] };`;
    expect(issuersOfVariants(text).flat().toSorted()).toEqual(["0/0", "0/1", "1/0"]);
  });
});

describe("conditions on different things", () => {
  it("are combined", () => {
    const text = `${flag} export default { providers: [{ issuer: (flag ? "a" : "b") + (other ? "1" : "2") }] };`;
    expect(issuersOfVariants(text).flat().toSorted()).toEqual(["a1", "a2", "b1", "b2"]);
  });

  it("are all taken both ways, however many there are", () => {
    const names = Array.from({ length: 30 }, (_, index) => `f${String(index)}`);
    const text = `import { ${names.join(", ")} } from "./flags"; export default { providers: [${names.map((name) => `{ issuer: ${name} ? "${name}" : "not ${name}" }`).join(", ")}] };`;
    const variants = issuersOfVariants(text);
    expect(variants.length).toBeLessThanOrEqual(64);
    const seen = new Set(variants.flat());
    for (const name of names) {
      expect(seen).toContain(name);
      expect(seen).toContain(`not ${name}`);
    }
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
  });

  it.each([
    { form: "a number and a text, loosely", expression: '1 == "1"' },
    { form: "two objects", expression: "{} === {}" },
    { form: "a variable that may be missing and undefined", expression: 'getEnv("X") === undefined' },
    { form: "a variable that may be missing and the empty text", expression: 'getEnv("X") === ""' },
    { form: "a variable and a number", expression: "process.env.X == 1" },
  ])("but not $form", ({ expression }) => {
    expect(issuersOfVariants(`export default { providers: [{ issuer: ${expression} ? "a" : "b" }] };`)).toEqual([
      ["a"],
      ["b"],
    ]);
  });
});

describe("a guard that throws", () => {
  it("leaves the way that goes on", () => {
    expect(
      issuersOfVariants(
        `${flag} if (!flag) throw new Error("no"); export default { providers: [{ issuer: flag ? "a" : "b" }] };`,
      ),
    ).toEqual([["a"]]);
  });

  it("on a variable never throws", () => {
    expect(
      issuersOfVariants(
        'const id = process.env.ID; if (!id) { throw new Error("no"); } export default { providers: [{ issuer: id }] };',
      ),
    ).toEqual([["${ID}"]]);
  });

  it("in a function leaves the way that returns", () => {
    expect(
      issuersOfVariants(
        `${flag} const f = () => { if (!flag) throw new Error("no"); return flag ? "a" : "b"; }; export default { providers: [{ issuer: f() }] };`,
      ),
    ).toEqual([["a"]]);
  });

  it("in a try ends in its catch", () => {
    expect(valueOf("issuer", 'let issuer = "a"; try { throw new Error("no"); } catch (error) { issuer = "b"; }')).toBe(
      "b",
    );
    expect(
      valueOf(
        "issuer",
        'let issuer = "a"; try { throw new Error("no"); } catch { issuer += "b"; } finally { issuer += "c"; }',
      ),
    ).toBe("abc");
  });

  it("that cannot be seen leaves what the catch changes unknown", () => {
    const text =
      'import { check } from "./check"; let issuer = "a"; try { check(); } catch { issuer = "b"; } export default { providers: [{ issuer }] };';
    expect(issuersOfVariants(text)).not.toEqual([["a"]]);
  });

  it("in a loop leaves what the catch changes unknown", () => {
    const text =
      'let issuer = "a"; for (const x of [1]) { try { throw new Error("no"); } catch { issuer = "b"; } } export default { providers: [{ issuer }] };';
    expect(issuersOfVariants(text)).not.toEqual([["a"]]);
  });

  it("in a switch leaves what the catch changes in a list unknown", () => {
    const text =
      'const list = [{ issuer: "a" }]; switch (process.env.STAGE) { default: try { throw new Error("no"); } catch { list.push({ issuer: "b" }); } } export default { providers: list };';
    expect(read(text).variants.map(({ isComplete }) => isComplete)).not.toContain(true);
  });

  it("in a function that is called in a try ends there, too", () => {
    const text = `const f = () => { throw new Error("no"); }; let issuer; try { issuer = f(); } catch { issuer = "b"; } const g = () => ({ issuer });
      export default { providers: [g()] };`;
    expect(issuersOfVariants(text)).toEqual([["b"]]);
    expect(read(text).variants[0]?.providers[0]?.object.origin.isEditable).toBe(true);
  });

  it("with a finally alone throws on", () => {
    expect(
      issuersOfVariants('try { throw new Error("no"); } finally { console.log(1); } export default { providers: [] };'),
    ).toEqual([]);
  });

  it("without a condition leaves nothing to judge", () => {
    expect(read('throw new Error("no"); export default { providers: [{ issuer: "a" }] };').variants).toEqual([]);
  });
});

describe("loops and switches", () => {
  it.each([
    { form: "for", before: 'let issuer = "a"; for (let i = 0; i < 1; i++) { issuer = "b"; }' },
    { form: "for without anything", before: 'let issuer = "a"; for (;;) { issuer = "b"; break; }' },
    { form: "for…of", before: 'let issuer = "a"; for (const x of ["b"]) issuer = x;' },
    { form: "for…of over an outer name", before: 'let issuer = "a"; for (issuer of ["b"]) {}' },
    { form: "for…in", before: 'let issuer = "a"; for (const x in { b: 1 }) issuer = x;' },
    { form: "while", before: 'let issuer = "a"; while (issuer === "a") { issuer = "b"; }' },
    { form: "do", before: 'let issuer = "a"; do { issuer = "b"; } while (issuer === "a");' },
    {
      form: "switch",
      before:
        'let issuer = "a"; switch (process.env.STAGE) { case "live": issuer = "b"; break; default: issuer = "c"; }',
    },
    { form: "a label", before: 'let issuer = "a"; here: { issuer = "b"; }' },
    {
      form: "continue",
      before:
        'import { xs } from "./xs"; let issuer = "a"; for (const x of xs) { issuer = "b"; if (x) continue; issuer = "c"; }',
    },
  ])("$form: what its body changes is unknown", ({ before }) => {
    const found = issuersOfVariants(`${before}\nexport default { providers: [{ issuer }] };`).flat();
    expect(new Set(found)).toEqual(new Set(["<unknown>"]));
  });

  it("what its body counts up is unknown", () => {
    const { variants } = read(
      "const o = { n: 0 }; let m = 0; for (const x of [1]) { o.n++; m++; } export default { providers: [{ issuer: o.n, jwks: m }] };",
    );
    const members = variants[0]?.providers[0]?.object.members;
    expect([shown(members?.get("issuer")?.value), shown(members?.get("jwks")?.value)]).toEqual([
      "<unknown>",
      "<unknown>",
    ]);
  });

  it("what its body adds to an object is unknown", () => {
    const { variants } = read(
      'const p = { issuer: "a" }; for (const name of ["b"]) p[name] = 1; export default { providers: [p] };',
    );
    expect(variants.map(({ providers }) => providers[0]?.isClosed)).toEqual([false]);
  });

  it("what its body removes from an object is unknown", () => {
    const { variants } = read(
      'const p = { issuer: "a" }; for (const x of [1]) delete p.issuer; export default { providers: [p] };',
    );
    expect(variants.map(({ providers }) => providers[0]?.isClosed)).toEqual([false]);
  });

  it("what it leaves alone stays known", () => {
    expect(valueOf("issuer", 'const issuer = "a"; for (const x of [1]) console.log(x);')).toBe("a");
  });
});
