/** What rules of others may ask the source code of a `.env` file. */
import { describe, expect, it } from "vitest";
import { parseEnvFile } from "../../src/env-file/parse.js";
import { EnvSourceCode } from "../../src/env-file/source-code.js";
import type { EnvNode } from "../../src/env-file/source-code.js";

const text = "# why\r\nexport A='b\nc' # d\rno assignment\u2028B=1";
const ast = parseEnvFile(text);
const sourceCode = new EnvSourceCode(text, ast, true);
const [assignment, line] = ast.body;
if (assignment?.type !== "Assignment" || line == null) throw new Error("The text has changed");

it("holds the text, its lines, and whether it began with a byte-order mark", () => {
  expect(sourceCode.text).toBe(text);
  expect(sourceCode.lines).toEqual(["# why", "export A='b", "c' # d", "no assignment", "B=1"]);
  expect(sourceCode.hasBOM).toBe(true);
  expect(new EnvSourceCode("", parseEnvFile(""), false)).toMatchObject({ text: "", lines: [""], hasBOM: false });
});

it("holds the text of nodes, and what stands around them", () => {
  expect(sourceCode.getText()).toBe(text);
  expect(sourceCode.getText(assignment)).toBe("export A='b\nc'");
  expect(sourceCode.getText(assignment.name, 2)).toBe("t A");
  expect(sourceCode.getText(assignment.name, 0, 2)).toBe("A='");
  expect(sourceCode.getText(assignment.name, 100, 100)).toBe(text);
});

it("knows where nodes are", () => {
  expect(sourceCode.getRange(assignment.name)).toEqual([14, 15]);
  expect(sourceCode.getLoc(assignment.value)).toEqual({ start: { line: 2, column: 9 }, end: { line: 3, column: 2 } });
  expect(sourceCode.getLoc(line)).toEqual({ start: { line: 4, column: 0 }, end: { line: 4, column: 13 } });
});

describe("knows which nodes a node lies in", () => {
  const cases: [string, EnvNode, EnvNode[]][] = [
    ["a value", assignment.value, [ast, assignment]],
    ["a name", assignment.name, [ast, assignment]],
    ["an assignment", assignment, [ast]],
    ["a line", line, [ast]],
    ["the file", ast, []],
    ["a node of another file", { ...line }, []],
  ];
  it.each(cases)("%s", (_, node, ancestors) => {
    expect(sourceCode.getAncestors(node)).toEqual(ancestors);
    expect(sourceCode.getParent(node)).toBe(ancestors.at(-1));
  });
});

it("translates each place, and back", () => {
  let line = 1;
  let column = 0;
  for (let index = 0; index <= text.length; index++) {
    expect(sourceCode.getLocFromIndex(index)).toEqual({ line, column });
    expect(sourceCode.getIndexFromLoc({ line, column })).toBe(index);
    const isEnd = /[\r\n\u2028\u2029]/u.test(text[index] ?? "") && !(text[index] === "\r" && text[index + 1] === "\n");
    line += isEnd ? 1 : 0;
    column = isEnd ? 0 : column + 1;
  }
});

it("takes a line behind the last one for the end", () => {
  expect(sourceCode.getIndexFromLoc({ line: 6, column: 0 })).toBe(text.length);
});

it("knows the comments, as ESLint's own rules do", () => {
  expect(sourceCode.getAllComments()).toEqual([
    {
      type: "Line",
      text: " why",
      value: " why",
      range: [0, 5],
      loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 5 } },
    },
    {
      type: "Line",
      text: " d",
      value: " d",
      range: [22, 25],
      loc: { start: { line: 3, column: 3 }, end: { line: 3, column: 6 } },
    },
  ]);
});

it("has no tokens, no variables, and nothing that a parser would add", () => {
  expect(sourceCode.tokensAndComments).toEqual([]);
  expect(sourceCode.getFirstToken()).toBeNull();
  expect(sourceCode.getScope()).toMatchObject({
    type: "global",
    variables: [],
    references: [],
    through: [],
    childScopes: [],
    upper: null,
  });
  expect(sourceCode.parserServices).toEqual({});
});

it("counts the lines of a large file once", () => {
  const large = "A='b\n'\n".repeat(100_000);
  const start = performance.now();
  const code = new EnvSourceCode(large, parseEnvFile(large), false);
  for (let index = 0; index < large.length; index += 7) code.getLocFromIndex(index);
  for (const node of code.ast.body) code.getLoc(node);
  expect(performance.now() - start).toBeLessThan(5_000);
});
