import { describe, expect, it } from "vitest";
import { PatternWriter } from "../../src/auth-config/pattern.js";
import type { TextValue } from "../../src/auth-config/values.js";
import { read, readOne } from "./read.js";

/** The values of some expressions in one file, as strings. */
const textsOf = (...expressions: readonly string[]): readonly TextValue[] => {
  const list = readOne(`export default { providers: [${expressions.join(", ")}] };`).list;
  return (list?.elements ?? []).map((value) => {
    if (value.kind !== "text") throw new Error(`not a string: ${value.kind}`);
    return value;
  });
};

const textOf = (expression: string): TextValue => {
  const [text] = textsOf(expression);
  if (text == null) throw new Error("no string");
  return text;
};

describe("a pattern", () => {
  it("is the string itself, where all of it can be read", () => {
    expect(new PatternWriter().patternOf(textOf('"https://a.example/"'))).toBe("https://a.example/");
  });

  it("has one stand-in for each piece that cannot be read, the same for the same value", () => {
    const writer = new PatternWriter();
    const texts = textsOf("`https://${process.env.HOST}/${process.env.ID}`", 'process.env["ID"] + "/x"');
    expect(texts.map((text) => writer.patternOf(text))).toEqual(["https://\uE000/\uE001", "\uE001/x"]);
  });

  it("tells what a stand-in was written for", () => {
    const writer = new PatternWriter();
    writer.patternOf(textOf("process.env.WORKOS_CLIENT_ID"));
    expect(writer.partOf("\uE000")).toMatchObject({ kind: "env", name: "WORKOS_CLIENT_ID" });
    expect(writer.partOf("\uE001")).toBeNull();
    expect(writer.partOf("a")).toBeNull();
  });

  it("is a client id by the name of its variable", () => {
    const writer = new PatternWriter();
    const texts = textsOf("process.env.WORKOS_CLIENT_ID", "process.env.ISSUER");
    const [id, other] = texts.map((text) => writer.patternOf(text));
    if (id == null || other == null) throw new Error("no patterns");
    expect(writer.isClientIdByName(id)).toBe(true);
    expect(writer.isClientIdByName(other)).toBe(false);
    expect(writer.isClientIdByName(`${id}/`)).toBe(false);
    expect(writer.isClientIdByName("a")).toBe(false);
  });

  it("is one variable, and nothing else", () => {
    const writer = new PatternWriter();
    const texts = textsOf("process.env.ID", "`${process.env.ID}/`", '"a"');
    expect(texts.map((text) => writer.isVariable(writer.patternOf(text) ?? ""))).toEqual([true, false, false]);
  });

  it.each([
    { text: "`${process.env.ID}/`", more: true },
    { text: "process.env.A + process.env.ID", more: true },
    { text: "process.env.ID", more: false },
    { text: '"/"', more: false },
    { text: "process.env.A", more: false },
  ])("holds more than another one: $more, $text", ({ text, more }) => {
    const writer = new PatternWriter();
    const [inner, pattern] = textsOf("process.env.ID", text).map((each) => writer.patternOf(each));
    expect(writer.holdsMoreThan(inner ?? "", pattern ?? "")).toBe(more);
  });

  it("may hold no more than another one where an import is around it, which may be empty", () => {
    const { list } = readOne(
      'import { x } from "./x"; export default { providers: [process.env.ID, `${process.env.ID}${x}`] };',
    );
    const writer = new PatternWriter();
    const patterns = (list?.elements ?? []).map((value) => (value.kind === "text" ? writer.patternOf(value) : null));
    expect(patterns).toEqual(["\uE000", "\uE000\uE001"]);
    expect(writer.holdsMoreThan("\uE000", "\uE000\uE001")).toBe(false);
  });
});

describe("a part that is certainly falsy", () => {
  it("is characters, and not a stand-in", () => {
    const { variants } = read(
      'import { x } from "./x"; export default { providers: [{ issuer: `https://a.example/${x && "y"}/` }] };',
    );
    expect(variants.map(({ providers }) => providers[0]?.issuer?.pattern)).toEqual([
      "https://a.example/y/",
      "https://a.example/undefined/",
    ]);
  });
});

describe("the ways to write a stand-in", () => {
  it("are those of each place that has it, once", () => {
    const writer = new PatternWriter();
    const [text, other] = textsOf("process.env.ID", 'process.env["ID"]');
    if (text == null || other == null) throw new Error("no strings");
    writer.patternOf(text);
    writer.patternOf(text);
    expect(writer.partsOf("\uE000")).toHaveLength(1);
    writer.patternOf(other);
    expect(writer.partsOf("\uE000")).toHaveLength(2);
    expect(writer.partsOf("\uE001")).toEqual([]);
    expect(writer.partsOf("a")).toEqual([]);
  });

  it("are enough at sixteen, however many places have it", () => {
    const writer = new PatternWriter();
    for (const text of textsOf(...Array.from({ length: 20 }, () => "process.env.ID"))) writer.patternOf(text);
    expect(writer.partsOf("\uE000")).toHaveLength(16);
  });

  it("are told apart for different objects in a string", () => {
    expect(new PatternWriter().patternOf(textOf("`${{}}/${[]}`"))).toBe("\uE000/\uE001");
  });
});
