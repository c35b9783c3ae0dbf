import { describe, expect, it } from "vitest";
import { childrenOf, unwrap } from "../../src/auth-config/ast.js";
import type { Node } from "../../src/auth-config/ast.js";

describe("the trees of other parsers", () => {
  const name = { type: "Identifier", name: "a" };

  /** A node with fields that the types of this parser do not know. */
  const node = (fields: Record<string, unknown>): Node => fields as unknown as Node;

  it("may have a node for parentheses", () => {
    expect(unwrap(node({ type: "ParenthesizedExpression", expression: name }))).toBe(name);
  });

  it("may have a way back to the parent", () => {
    const parent = { type: "ExpressionStatement" };
    expect(childrenOf(node({ type: "AwaitExpression", argument: name, parent }))).toEqual([name]);
  });

  it("may have tokens whose type is no name", () => {
    expect(childrenOf(node({ type: "File", program: name, tokens: [{ type: { label: "name" } }] }))).toEqual([name]);
  });
});
