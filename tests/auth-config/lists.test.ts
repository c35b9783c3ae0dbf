import { describe, expect, it } from "vitest";
import { issuersOf, issuersOfVariants, readOne } from "./read.js";
import { API_HOST } from "../../src/platform/workos.js";

const a = '{ issuer: "https://a.example" }';
const b = '{ issuer: "https://b.example" }';
const c = '{ issuer: "https://c.example" }';

/** A file whose list of providers is an expression. */
const file = (list: string, before = ""): string => `${before}\nexport default { providers: ${list} };`;

interface Row {
  readonly form: string;
  readonly list: string;
  readonly before?: string;
  readonly are: readonly string[];
}

describe("complete lists", () => {
  const rows: readonly Row[] = [
    { form: "a literal", list: `[${a}, ${b}]`, are: ["https://a.example", "https://b.example"] },
    { form: "an empty one", list: "[]", are: [] },
    { form: "a const", list: "list", before: `const list = [${a}];`, are: ["https://a.example"] },
    {
      form: "elements that are constants",
      list: "[x, y]",
      before: `const x = ${a}; const y = ${b};`,
      are: ["https://a.example", "https://b.example"],
    },
    {
      form: "the same constant twice is one provider",
      list: "[x, x]",
      before: `const x = ${a};`,
      are: ["https://a.example"],
    },
    {
      form: "a spread constant",
      list: `[...list, ${b}]`,
      before: `const list = [${a}];`,
      are: ["https://a.example", "https://b.example"],
    },
    { form: "a spread literal", list: `[...[${a}], ${b}]`, are: ["https://a.example", "https://b.example"] },
    {
      form: "push",
      list: "list",
      before: `const list = []; list.push(${a}); list.push(${b}, ${c});`,
      are: ["https://a.example", "https://b.example", "https://c.example"],
    },
    {
      form: "push of a spread constant",
      list: "list",
      before: `const more = [${b}]; const list = [${a}]; list.push(...more);`,
      are: ["https://a.example", "https://b.example"],
    },

    {
      form: "unshift",
      list: "list",
      before: `const list = [${b}]; list.unshift(${a});`,
      are: ["https://a.example", "https://b.example"],
    },
    {
      form: "push inside an if that is certain",
      list: "list",
      before: `const list = [${a}]; if (process.env.MORE) list.push(${b});`,
      are: ["https://a.example", "https://b.example"],
    },
    {
      form: "push inside an if that never runs",
      list: "list",
      before: `const list = [${a}]; if (!process.env.MORE) { list.push(${b}); }`,
      are: ["https://a.example"],
    },
    {
      form: "push through a member",
      list: "config.list",
      before: `const config = { list: [] }; config.list.push(${a});`,
      are: ["https://a.example"],
    },
    {
      form: "concat of lists",
      list: `[${a}].concat([${b}], [${c}])`,
      are: ["https://a.example", "https://b.example", "https://c.example"],
    },
    { form: "concat of an object", list: `[${a}].concat(${b})`, are: ["https://a.example", "https://b.example"] },
    {
      form: "filter(Boolean) over what is certain",
      list: `[${a}, process.env.MORE && ${b}, undefined, false].filter(Boolean)`,
      are: ["https://a.example", "https://b.example"],
    },
    { form: "as const", list: `[${a}] as const`, are: ["https://a.example"] },
    { form: "satisfies", list: `[${a}] satisfies unknown[]`, are: ["https://a.example"] },
    {
      form: "methods that change nothing",
      list: "list",
      before: `const list = [${a}]; list.forEach(() => {}); list.map((x) => x); list.includes(1);`,
      are: ["https://a.example"],
    },
    {
      form: "an assigned member",
      list: "config.providers",
      before: `const config = {}; config.providers = [${a}];`,
      are: ["https://a.example"],
    },
  ];

  it.each(rows)("$form", ({ list, before, are }) => {
    const variant = readOne(file(list, before));
    expect(issuersOf(variant)).toEqual(are);
    expect(variant.list?.isComplete).toBe(true);
    expect(variant.isComplete).toBe(true);
  });
});

describe("lists that may hold more", () => {
  const rows: readonly Row[] = [
    {
      form: "a spread import",
      list: `[${a}, ...more]`,
      before: 'import { more } from "./more";',
      are: ["https://a.example"],
    },
    {
      form: "a spread call",
      list: `[${a}, ...more()]`,
      before: 'import { more } from "./more";',
      are: ["https://a.example"],
    },
    {
      form: "an element that is imported",
      list: `[${a}, more]`,
      before: 'import { more } from "./more";',
      are: ["https://a.example"],
    },
    { form: "an element that is a variable", list: `[${a}, optionalEnv("MORE")]`, are: ["https://a.example"] },
    {
      form: "an element that is open",
      list: `[${a}, { ...more, issuer: "https://b.example" }]`,
      before: 'import { more } from "./more";',
      are: ["https://a.example", "https://b.example"],
    },
    {
      form: "an issuer that is a variable",
      list: `[${a}, { issuer: process.env.ISSUER }]`,
      are: ["https://a.example", "${ISSUER}"],
    },
    {
      form: "push in a loop",
      list: "list",
      before: `const list = [${a}]; for (const x of [1, 2]) list.push(${b});`,
      are: ["https://a.example", "https://b.example"],
    },
    {
      form: "push of a spread import",
      list: "list",
      before: `import { more } from "./more"; const list = [${a}]; list.push(...more);`,
      are: ["https://a.example"],
    },
    {
      form: "push of a spread and an element",
      list: "list",
      before: `import { more } from "./more"; const list = [${a}]; list.push(...more, ${b});`,
      are: ["https://a.example", "https://b.example"],
    },
    {
      form: "unshift of a spread import",
      list: "list",
      before: `import { more } from "./more"; const list = [${a}]; list.unshift(...more);`,
      are: ["https://a.example"],
    },
    {
      form: "concat of an import",
      list: `[${a}].concat(more)`,
      before: 'import { more } from "./more";',
      are: ["https://a.example"],
    },
    {
      form: "pop",
      list: "list",
      before: `const list = [${a}, ${b}]; list.pop();`,
      are: ["https://a.example", "https://b.example"],
    },
    { form: "splice", list: "list", before: `const list = [${a}]; list.splice(0, 1);`, are: ["https://a.example"] },
    {
      form: "an element that is assigned",
      list: "list",
      before: `const list = [${a}]; list[0] = ${b};`,
      are: ["https://a.example", "https://b.example"],
    },
    {
      form: "a list that unknown code gets hold of",
      list: "list",
      before: `import { f } from "./f"; const list = []; f(list);`,
      are: [],
    },
  ];

  it.each(rows)("$form", ({ list, before, are }) => {
    const variant = readOne(file(list, before));
    expect([...issuersOf(variant)].toSorted()).toEqual([...are].toSorted());
    expect(variant.isComplete).toBe(false);
  });

  it("an element that unknown code gets hold of is open, not gone", () => {
    const { isComplete, providers } = readOne(file("list", `import { f } from "./f"; const list = [${a}]; f(list);`));
    expect(isComplete).toBe(false);
    expect(providers.map(({ isClosed }) => isClosed)).toEqual([false]);
  });
});

describe("lists that cannot be read at all", () => {
  it.each([
    { form: "filter with an unknown callback", list: `[${a}].filter((p) => p.issuer)`, before: "" },
    {
      form: "filter(Boolean) over what is uncertain",
      list: `[${a}, x].filter(Boolean)`,
      before: 'import { x } from "./x";',
    },
    { form: "filter with a local Boolean", list: `[${a}].filter(Boolean)`, before: 'import { Boolean } from "./x";' },
    { form: "map", list: `["a"].map((id) => (${a}))`, before: "" },
    { form: "flatMap", list: `["a"].flatMap((id) => [${a}])`, before: "" },
    { form: "flat", list: `[[${a}]].flat()`, before: "" },
    { form: "a call", list: `wrap([${a}])`, before: 'import { wrap } from "./wrap";' },
    { form: "Array.from", list: `Array.from([${a}])`, before: "" },
  ])("$form: what it contains is still there, as objects that may be providers", ({ list, before }) => {
    const variant = readOne(file(list, before));
    expect(variant.list).toBeNull();
    expect(variant.isComplete).toBe(false);
    expect(issuersOf(variant)).toEqual(["https://a.example"]);
    expect(variant.providers.map(({ isListed, isClosed }) => ({ isListed, isClosed }))).toEqual([
      { isListed: false, isClosed: false },
    ]);
  });

  it.each([
    { form: "an import", before: 'import { list } from "./list";' },
    {
      form: "a library's helper",
      before: 'import { getAuthConfigProviders } from "@convex-dev/x"; const list = getAuthConfigProviders();',
    },
    { form: "a variable", before: "const list = process.env.PROVIDERS;" },
    { form: "undefined", before: "let list;" },
    { form: "an object", before: "const list = {};" },
  ])("$form", ({ before }) => {
    const variant = readOne(file("list", before));
    expect(variant.list).toBeNull();
    expect(variant.providers).toEqual([]);
    expect(variant.isComplete).toBe(false);
  });
});

describe("elements that are no objects", () => {
  it("are elements all the same", () => {
    const { list } = readOne(file('[null, undefined, false, "https://a.example", [], () => {}]'));
    expect(list?.elements.map(({ kind }) => kind)).toEqual([
      "constant",
      "constant",
      "constant",
      "text",
      "list",
      "function",
    ]);
  });

  it("a hole is undefined", () => {
    const { list } = readOne(file(`[, ${a}]`));
    expect(list?.elements.map(({ kind }) => kind)).toEqual(["constant", "object"]);
  });
});

describe("objects that may be providers", () => {
  it("must look like one", () => {
    expect(issuersOf(readOne(file(`wrap({ name: "x" }, ${a}, { jwks: "k" }, { domain: "d" })`)))).toEqual([
      "https://a.example",
      "<none>",
      "<none>",
    ]);
  });

  it("may stand in a config that unknown code wraps", () => {
    expect(
      issuersOf(readOne(`import { wrap } from "./wrap"; export default wrap({ providers: [${a}, ${b}] });`)),
    ).toEqual(["https://a.example", "https://b.example"]);
  });

  it("may stand in a chain of unknown calls", () => {
    expect(
      issuersOf(
        readOne(`import { pipe, map } from "effect"; export default pipe({ providers: [${a}] }, map((x) => x));`),
      ),
    ).toEqual(["https://a.example"]);
  });

  it("are not listed twice", () => {
    expect(issuersOf(readOne(file("[x, ...wrap(x)]", `import { wrap } from "./wrap"; const x = ${a};`)))).toHaveLength(
      1,
    );
  });

  it("are named by an element that cannot be read", () => {
    expect(issuersOf(readOne(file(`[wrap(${a})]`)))).toEqual(["https://a.example"]);
  });

  it("keep their text in an argument of an unknown call", () => {
    const [provider] = readOne(`
      import { define } from "./define";
      export default define({ providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/client_01ABCDEFGHIJKLMNOPQRSTUVWX", algorithm: "RS256", jwks: "j", applicationID: "x" }] });
    `).providers;
    expect(provider?.role).toBe("user-management");
    expect(provider?.issuer?.host).toBe(API_HOST);
    expect(provider?.member("applicationID")?.name).toBe("applicationID");
    expect(provider?.lacks("anything")).toBe(false);
  });

  it("are what functions return that something may add to a list", () => {
    const variant = readOne(
      `const makers = []; for (const x of [1]) makers.push(() => (${a})); export default { providers: makers.map((make) => make()) };`,
    );
    expect(issuersOf(variant)).toEqual(["https://a.example"]);
    expect(variant.isComplete).toBe(false);
  });

  it("are judged as far as anybody writes them", () => {
    expect(readOne(file(`wrap(${`${a},`.repeat(400)})`)).providers).toHaveLength(400);
    expect(readOne(file(`wrap(${`${a},`.repeat(600)})`)).providers).toHaveLength(500);
  });

  it("are found in lists that refer to themselves", () => {
    expect(
      issuersOfVariants(
        `import { f } from "./f"; const list = []; list.push(list); export default { providers: f(list) };`,
      ),
    ).toEqual([[]]);
    expect(
      issuersOfVariants(
        `import { f } from "./f"; const list = [${a}]; const p = { providers: list }; list.push(p); export default f(list);`,
      ),
    ).toHaveLength(1);
  });

  it("stay few, however often unknown calls repeat them", () => {
    const doubled = `import { f } from "./f";\nlet x = ${a};\n${"x = f(x, x);\n".repeat(20)}`;
    expect(issuersOf(readOne(`${doubled}export default { providers: x };`))).toHaveLength(1);
  });

  it("stay few, however often lists repeat them", () => {
    const doubled = `import { f } from "./f";\nlet list = [${a}];\n${"list = [...f(list), ...f(list)];\n".repeat(20)}`;
    expect(issuersOf(readOne(`${doubled}export default { providers: list };`))).toHaveLength(1);
  });
});

describe("very long lists", () => {
  it("are read as far as anybody writes them", () => {
    const { providers, isComplete } = readOne(file(`[${`${a},`.repeat(1000)}]`));
    expect(providers).toHaveLength(1000);
    expect(isComplete).toBe(true);
  });

  it("are not read beyond", () => {
    const doubled = `let list = [${a}];\n${"list = [...list, ...list];\n".repeat(20)}`;
    const { isComplete, list } = readOne(file("list", doubled));
    expect(isComplete).toBe(false);
    expect(list?.elements.length).toBeLessThanOrEqual(20_000);
  });
});
