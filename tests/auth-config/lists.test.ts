import { describe, expect, it } from "vitest";
import { unreadPlaces } from "../../src/auth-config/unread.js";
import { contradiction } from "./executed.js";
import type { Circumstances } from "./executed.js";
import { issuersOf, issuersOfVariants, read, readOne } from "./read.js";

const a = '{ issuer: "https://a.example" }';
const b = '{ issuer: "https://b.example" }';
const c = '{ issuer: "https://c.example" }';

/** A file whose list of providers is an expression. */
const file = (list: string, before = ""): string => `${before}\nexport default { providers: ${list} };`;

/** What the files of this suite import. */
const circumstances: Circumstances = {
  environment: { ISSUER: "https://i.example", MORE: "more" },
  modules: {
    "./boolean": "export const Boolean = () => false;",
    "./change": "export const change = (list) => { list.length = 0; list.push(1, 2); return list; };",
    "./more": `export const more = [${b}]; export const makeMore = () => more; export const provider = ${b};`,
    "./wrap": "export const wrap = (value) => value;",
  },
};

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
      form: "push in a loop",
      list: "list",
      before: `const list = [${a}]; for (const issuer of ["b", "c"]) list.push({ issuer });`,
      are: ["https://a.example", "b", "c"],
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
    { form: "pop", list: "list", before: `const list = [${a}, ${b}]; list.pop();`, are: ["https://a.example"] },
    {
      form: "splice",
      list: "list",
      before: `const list = [${a}]; list.splice(0, 1, ${b});`,
      are: ["https://b.example"],
    },
    {
      form: "an element that is assigned",
      list: "list",
      before: `const list = [${a}]; list[0] = ${b};`,
      are: ["https://b.example"],
    },
    {
      form: "concat of lists",
      list: `[${a}].concat([${b}], [${c}])`,
      are: ["https://a.example", "https://b.example", "https://c.example"],
    },
    { form: "concat of an object", list: `[${a}].concat(${b})`, are: ["https://a.example", "https://b.example"] },
    {
      form: "filter(Boolean)",
      list: `[${a}, process.env.MORE && ${b}, undefined, false].filter(Boolean)`,
      are: ["https://a.example", "https://b.example"],
    },
    { form: "filter", list: `[${a}, {}].filter((p) => p.issuer)`, are: ["https://a.example"] },
    { form: "map", list: '["a", "b"].map((issuer) => ({ issuer }))', are: ["a", "b"] },
    {
      form: "map of functions",
      list: "makers.map((make) => make())",
      before: `const makers = []; for (const x of [1]) makers.push(() => (${a}));`,
      are: ["https://a.example"],
    },
    { form: "flatMap", list: '["a"].flatMap((issuer) => [{ issuer }, { issuer }])', are: ["a", "a"] },
    { form: "flat", list: `[[${a}]].flat()`, are: ["https://a.example"] },
    { form: "Array.from", list: `Array.from([${a}])`, are: ["https://a.example"] },
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
    const config = read(file(list, before));
    const [variant] = config.variants;
    expect(config.variants).toHaveLength(1);
    expect(variant == null ? null : issuersOf(variant)).toEqual(are);
    expect(variant?.list?.isComplete).toBe(true);
    expect(variant?.isComplete).toBe(true);
    expect(unreadPlaces(config)).toEqual([]);
    expect(contradiction(config.text, circumstances)).toBeNull();
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
      list: `[${a}, ...makeMore()]`,
      before: 'import { makeMore } from "./more";',
      are: ["https://a.example"],
    },
    {
      form: "an element that is imported",
      list: `[${a}, provider]`,
      before: 'import { provider } from "./more";',
      are: ["https://a.example"],
    },
    {
      form: "an element that is open",
      list: `[${a}, { ...provider, issuer: "https://b.example" }]`,
      before: 'import { provider } from "./more";',
      are: ["https://a.example", "https://b.example"],
    },
    {
      form: "an issuer that is a variable",
      list: `[${a}, { issuer: process.env.ISSUER }]`,
      are: ["https://a.example", "${ISSUER}"],
    },
    {
      form: "push of a spread import",
      list: "list",
      before: `import { more } from "./more"; const list = [${a}]; list.push(...more);`,
      are: ["https://a.example"],
    },
    {
      form: "push of a spread import and an element",
      list: "list",
      before: `import { more } from "./more"; const list = [${a}]; list.push(...more, ${b});`,
      are: ["https://a.example"],
    },
    {
      form: "push after a push of a spread import",
      list: "list",
      before: `import { more } from "./more"; const list = [${a}]; list.push(...more); list.push(${c});`,
      are: ["https://a.example", "https://c.example"],
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
      form: "an element of a call that gets hold of an object",
      list: `[${a}, wrap(${b})]`,
      before: 'import { wrap } from "./wrap";',
      are: ["https://a.example"],
    },
    {
      form: "an element that unknown code gets hold of",
      list: "[x, ...wrap([x])]",
      before: `import { wrap } from "./wrap"; const x = ${a};`,
      are: [],
    },
    {
      form: "a list that unknown code gets hold of",
      list: "list",
      before: `import { change } from "./change"; const list = [${a}]; change(list);`,
      are: [],
    },
    {
      form: "a list that what is added to it gets hold of",
      list: "list",
      before: `import { change } from "./change"; const list = [${a}]; list.push(...change(list));`,
      are: [],
    },
    {
      form: "push of an object that a later call gets hold of",
      list: "[p]",
      before: `import { more } from "./more"; import { change } from "./change"; const p = ${a}; const list = []; list.push(...more, p); change(list);`,
      are: [],
    },
  ];

  it.each(rows)("$form", ({ list, before, are }) => {
    const config = read(file(list, before));
    expect(config.variants.map((variant) => issuersOf(variant))).toEqual([are]);
    expect(config.variants.map(({ isComplete }) => isComplete)).toEqual([false]);
    expect(contradiction(config.text, circumstances)).toBeNull();
  });

  it("a variable that may be missing: both ways", () => {
    expect(issuersOfVariants(file(`[${a}, optionalEnv("MORE")]`, 'import { optionalEnv } from "./env";'))).toEqual([
      ["https://a.example"],
      ["https://a.example"],
    ]);
  });

  it("filter(Boolean) over an import: both ways", () => {
    const { variants } = read(file(`[${a}, provider].filter(Boolean)`, 'import { provider } from "./more";'));
    expect(variants.map((variant) => issuersOf(variant))).toEqual([["https://a.example"], ["https://a.example"]]);
    expect(variants.map(({ isComplete }) => isComplete)).toEqual([false, true]);
  });
});

describe("lists that cannot be read", () => {
  it.each([
    { form: "an import", list: "more", before: 'import { more } from "./more";' },
    {
      form: "a helper of a library",
      list: "list",
      before: 'import { getAuthConfigProviders } from "@convex-dev/x"; const list = getAuthConfigProviders();',
    },
    { form: "a call with the list", list: `wrap([${a}])`, before: 'import { wrap } from "./wrap";' },
    { form: "a chain of calls", list: `pipe([${a}], map((x) => x))`, before: 'import { pipe, map } from "effect";' },
    { form: "an unknown filter", list: `[${a}].filter(Boolean)`, before: 'import { Boolean } from "./boolean";' },
    {
      form: "a call with a list in itself",
      list: "wrap(list)",
      before: 'import { wrap } from "./wrap"; const list = []; list.push(list);',
    },
  ])("are a place that was not read: $form", ({ list, before }) => {
    const config = read(file(list, before));
    expect(config.variants.map((variant) => variant.list)).toEqual([null]);
    expect(config.variants.map(({ isComplete, providers }) => ({ isComplete, providers }))).toEqual([
      { isComplete: false, providers: [] },
    ]);
    expect(unreadPlaces(config).length).toBeGreaterThan(0);
  });

  it("are those of a config that unknown code wraps", () => {
    const config = read(`import { wrap } from "./wrap"; export default wrap({ providers: [${a}, ${b}] });`);
    expect(config.variants.map(({ defaultExport, providers }) => [defaultExport?.value.kind, providers])).toEqual([
      ["unknown", []],
    ]);
    expect(unreadPlaces(config).map(({ type }) => type)).toEqual(["CallExpression"]);
  });

  it.each([
    { form: "a variable", before: "const list = process.env.PROVIDERS;" },
    { form: "undefined", before: "let list;" },
    { form: "an object", before: "const list = {};" },
  ])("are not lists: $form", ({ before }) => {
    const variant = readOne(file("list", before));
    expect(variant.list).toBeNull();
    expect(variant.providers).toEqual([]);
    expect(variant.isComplete).toBe(false);
  });
});

describe("elements that are not objects", () => {
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

describe("objects that the export does not visibly hold", () => {
  it("are not providers, and are not read where something else is not, either", () => {
    const text = file("[wrap(x)]", `import { wrap } from "./wrap"; const x = ${a}; const y = ${b};`);
    const config = read(text);
    expect(config.variants.map(({ providers }) => providers)).toEqual([[]]);
    expect(unreadPlaces(config).map(({ range }) => text.slice(...range))).toEqual([a, b, "wrap(x)"]);
  });

  it("are a table, or not used, where all else is read", () => {
    const config = read(file(`[table[0]]`, `const table = [${a}, ${b}];`));
    expect(config.variants.map((variant) => issuersOf(variant))).toEqual([["https://a.example"]]);
    expect(unreadPlaces(config)).toEqual([]);
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
    expect(list?.isComplete).toBe(false);
    expect(list?.elements.length).toBeLessThanOrEqual(20_000);
  });
});
