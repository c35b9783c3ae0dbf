import { describe, expect, it } from "vitest";
import { outermost } from "../../src/auth-config/ast.js";
import { clientIdOf, fallbacksIn } from "../../src/auth-config/fallbacks.js";
import type { EnvFallback } from "../../src/auth-config/evaluate/effects.js";
import { read, withIssuer } from "./read.js";

const ID = "client_01JZ8Q0V3W4X5Y6Z7A8B9C0DEF";

/** The fallbacks of the first variant of a file with an expression as its issuer. */
function fallbacks(expression: string): readonly EnvFallback[] {
  const [variant] = read(withIssuer(expression)).variants;
  if (variant == null) throw new Error("no variant");
  return fallbacksIn(variant.effects);
}

describe("a fallback for a variable", () => {
  it.each([
    { expression: `process.env.A ?? "${ID}"`, ids: [ID] },
    { expression: `process.env.A || "${ID}"`, ids: [ID] },
    { expression: 'process.env.A ?? "development"', ids: [null] },
    { expression: "process.env.A ?? other()", ids: [null] },
    { expression: "process.env.A", ids: [] },
    { expression: `null ?? "${ID}"`, ids: [] },
  ])("$expression", ({ expression, ids }) => {
    expect(fallbacks(expression).map(clientIdOf)).toEqual(ids);
  });

  it("is the outermost of a chain, once, in the order of the text", () => {
    const nodes = fallbacks('(process.env.A ?? "a" ?? "b") + (process.env.B ?? "c")').map(({ node }) => node);
    const found = outermost([...nodes, ...nodes].toReversed());
    expect(found.map(({ range: [start, end] }) => end - start)).toEqual(
      ['process.env.A ?? "a" ?? "b"', 'process.env.B ?? "c"'].map(({ length }) => length),
    );
  });
});
