import { describe, expect, it } from "vitest";
import { dropFallback } from "../../src/edit/fallback.js";
import { applied, open } from "./open.js";

const file = (id: string): string => `const id = ${id};\nexport default { providers: [] };\n`;

/** The file after its constant lost its fallback, in each way that is offered. */
function dropped(id: string, language: "js" | "ts" = "ts"): readonly (string | null)[] {
  const text = file(id);
  const { editor, sourceCode } = open(text, language);
  const [declaration] = sourceCode.ast.body;
  const value = declaration?.type === "VariableDeclaration" ? declaration.declarations[0]?.init : null;
  if (value?.type !== "LogicalExpression") throw new Error("no fallback");
  return dropFallback(value, editor).map((candidate) => applied(text, [candidate]));
}

describe("without its fallback", () => {
  it.each([
    { form: "a variable is asserted to be there", id: 'process.env.ID ?? "x"', after: "process.env.ID!" },
    { form: "a variable in quotes is asserted, too", id: 'process.env["ID"] || "x"', after: 'process.env["ID"]!' },
    {
      form: "the first variable of several stays",
      id: 'process.env.ID ?? process.env.X ?? "x"',
      after: "process.env.ID!",
    },
    { form: "a variable that is asserted already stays", id: 'process.env.ID! ?? "x"', after: "process.env.ID!" },
    {
      form: "a variable whose type is stated stays",
      id: '(process.env.ID as string) ?? "x"',
      after: "process.env.ID as string",
    },
  ])("$form", ({ id, after }) => {
    expect(dropped(id)).toEqual([file(after)]);
  });

  it("a variable needs no assertion in JavaScript", () => {
    expect(dropped('process.env.ID ?? "x"', "js")).toEqual([file("process.env.ID")]);
  });

  it("nothing is left where a comment would be lost", () => {
    expect(dropped('process.env.ID ?? /* why */ "x"')).toEqual([]);
  });
});
