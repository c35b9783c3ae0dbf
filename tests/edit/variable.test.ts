import { describe, expect, it } from "vitest";
import { writeVariable } from "../../src/edit/variable.js";
import { applied, open } from "./open.js";

const expression = "process.env.ID";

/** The file after the text `client_x` of its first issuer became a variable. */
function written(issuer: string, language: "js" | "ts" = "ts"): string | null {
  const text = file(issuer);
  const { editor, provider } = open(text, language);
  const part = provider().issuer?.text.parts.find(
    (candidate) => candidate.kind === "literal" && candidate.text.includes("client_x"),
  );
  if (part?.kind !== "literal" || part.leaf == null) throw new Error("no literal");
  return applied(text, [{ edits: [writeVariable(expression, "client_x", part.leaf, editor)], places: [] }]);
}

const file = (issuer: string): string =>
  `const base = process.env.BASE;\nexport default { providers: [{ issuer: ${issuer} }] };\n`;

describe("a variable takes the place", () => {
  it.each([
    { form: "of a literal", issuer: '"client_x"', after: "process.env.ID" },
    { form: "of a template", issuer: "`client_x`", after: "process.env.ID" },
    { form: "of a literal that is asserted to be one", issuer: '"client_x" as const', after: "process.env.ID" },
    {
      form: "of what ends a literal",
      issuer: '"https://a.example/client_x"',
      after: "`https://a.example/${process.env.ID}`",
    },
    {
      form: "of what stands in a literal",
      issuer: '"https://a.example/client_x/keys"',
      after: "`https://a.example/${process.env.ID}/keys`",
    },
    { form: "of a template that is asserted to be one", issuer: "`client_x` as const", after: "process.env.ID" },
    {
      form: "of all that stand in a literal",
      issuer: '"https://a.example/client_x/client_x/keys"',
      after: "`https://a.example/${process.env.ID}/${process.env.ID}/keys`",
    },
    {
      form: "of what ends a template",
      issuer: "`https://a.example/client_x`",
      after: "`https://a.example/${process.env.ID}`",
    },
    {
      form: "of what stands in a template",
      issuer: "`${base}/client_x/keys`",
      after: "`${base}/${process.env.ID}/keys`",
    },
    {
      form: "of the whole of a template behind another variable",
      issuer: "`${base}client_x`",
      after: "`${base}${process.env.ID}`",
    },
    { form: "of an argument, which must be a string", issuer: 'String("client_x")', after: "String(process.env.ID!)" },
  ])("$form", ({ issuer, after }) => {
    expect(written(issuer)).toBe(file(after));
  });

  it("of a constant, which must be a string", () => {
    const constant = (value: string) => `const issuer = ${value};\nexport default { providers: [{ issuer }] };\n`;
    const { editor, provider } = open(constant('"client_x"'));
    const [part] = provider().issuer?.text.parts ?? [];
    if (part?.kind !== "literal" || part.leaf == null) throw new Error("no literal");
    expect(
      applied(constant('"client_x"'), [
        { edits: [writeVariable(expression, "client_x", part.leaf, editor)], places: [] },
      ]),
    ).toBe(constant("process.env.ID!"));
  });

  it("of an argument, as it is in JavaScript", () => {
    expect(written('String("client_x")', "js")).toBe(file("String(process.env.ID)"));
  });
});
