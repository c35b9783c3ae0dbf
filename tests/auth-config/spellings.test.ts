import { describe, expect, it } from "vitest";
import { read, readProvider, withIssuer } from "./read.js";

const x = 'import { x, f } from "./x";';

describe("what a text is read by", () => {
  /** The names through which a text was read, the last one first. */
  const readsOf = (expression: string, before: string) => {
    const file = withIssuer(expression, before);
    const text = readProvider(file).issuer?.text;
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
    const part = readProvider(file).issuer?.text.parts.find(({ kind }) => kind !== "literal");
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
    {
      form: "by a trim in a text",
      expression: "` ${process.env.A}`.trim()",
      before: "",
      spellings: ["` ${process.env.A}`.trim()", "process.env.A"],
    },
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
    expect(readProvider(withIssuer('await "a"')).issuer?.text.origin.node.type).toBe("Literal");
    expect(readProvider(withIssuer("await f()", x)).member("issuer")?.value.origin.node.type).toBe("AwaitExpression");
  });

  it("is the template itself where that is empty", () => {
    expect(
      readProvider(withIssuer("``")).issuer?.text.parts.map((part) => part.kind === "literal" && part.leaf?.type),
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
