import { describe, expect, it } from "vitest";
import { PatternTable } from "../../src/auth-config/pattern.js";
import { read, readProvider, withIssuer } from "./read.js";

const textOf = (expression: string) => {
  const text = readProvider(withIssuer(expression)).issuerText;
  if (text == null) throw new Error("no text");
  return text;
};

describe("a pattern", () => {
  it("is the text itself, where all of it can be read", () => {
    expect(new PatternTable().patternOf(textOf('"https://a.example/"'))).toBe("https://a.example/");
  });

  it("has one character for each piece that cannot be read, the same for the same value", () => {
    const table = new PatternTable();
    expect(table.patternOf(textOf("`https://${process.env.HOST}/${process.env.ID}`"))).toBe("https://\uE000/\uE001");
    expect(table.patternOf(textOf('process.env["ID"] + "/x"'))).toBe("\uE001/x");
  });

  it("tells what a piece was written for", () => {
    const table = new PatternTable();
    table.patternOf(textOf("process.env.WORKOS_CLIENT_ID"));
    expect(table.partOf("\uE000")).toMatchObject({ kind: "env", name: "WORKOS_CLIENT_ID" });
    expect(table.partOf("\uE001")).toBeNull();
    expect(table.partOf("a")).toBeNull();
  });

  it("is a client id by the name of its variable", () => {
    const table = new PatternTable();
    const id = table.patternOf(textOf("process.env.WORKOS_CLIENT_ID")) ?? "";
    const other = table.patternOf(textOf("process.env.ISSUER")) ?? "";
    expect(table.isClientIdByName(id)).toBe(true);
    expect(table.isClientIdByName(other)).toBe(false);
    expect(table.isClientIdByName(`${id}/`)).toBe(false);
    expect(table.isClientIdByName("a")).toBe(false);
  });
});

describe("a part that is certainly falsy", () => {
  it("is some text, and no piece", () => {
    const { variants } = read(
      'import { x } from "./x"; export default { providers: [{ issuer: `https://a.example/${x && "y"}/` }] };',
    );
    expect(variants.map(({ providers }) => providers[0]?.issuerPattern)).toEqual([
      "https://a.example/y/",
      "https://a.example/undefined/",
    ]);
  });
});

describe("the ways to write a piece", () => {
  it("are those of each place that has it, once", () => {
    const table = new PatternTable();
    const text = textOf("process.env.ID");
    table.patternOf(text);
    table.patternOf(text);
    expect(table.partsOf("\uE000")).toHaveLength(1);
    table.patternOf(textOf('process.env["ID"]'));
    expect(table.partsOf("\uE000")).toHaveLength(2);
    expect(table.partsOf("\uE001")).toEqual([]);
    expect(table.partsOf("a")).toEqual([]);
  });

  it("are enough at sixteen, however many places have it", () => {
    const table = new PatternTable();
    for (let place = 0; place < 20; place++) table.patternOf(textOf("process.env.ID"));
    expect(table.partsOf("\uE000")).toHaveLength(16);
  });

  it("are told apart for different objects in a text", () => {
    expect(new PatternTable().patternOf(textOf("`${{}}/${[]}`"))).toBe("\uE000/\uE001");
  });
});
