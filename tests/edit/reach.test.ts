import { describe, expect, it } from "vitest";
import { Reach } from "../../src/edit/reach.js";
import type { EditedPlace } from "../../src/edit/repair.js";
import { open } from "./open.js";

/** What a text reaches, for the value of one member of one provider. */
function reached(text: string, name: string, index = 0): readonly string[] {
  const { config, variant } = open(text);
  const reach = new Reach(config);
  const provider = variant.providers[index];
  const member = provider?.object.members.get(name);
  if (provider == null || member == null) throw new Error("no such member");
  // Names are given in the order in which they are asked for.
  const names = new Map(
    variant.providers.flatMap(({ object }, at) =>
      [...object.members.keys()].map((key): [string, string] => [
        reach.keyOf({ owner: object, name: key }),
        `${String(at)}.${key}`,
      ]),
    ),
  );
  const place: EditedPlace = { node: member.value.origin.node, owner: provider.object, name };
  return [...reach.reachedBy(place)].map((key) => names.get(key) ?? key).toSorted();
}

function hasUnseenUses(text: string, name: string): boolean {
  const { config, member } = open(text);
  return new Reach(config).hasUnseenUses(member(name).value.origin.node);
}

describe("the places that a text reaches", () => {
  it("are the member that it stands in", () => {
    expect(reached('export default { providers: [{ issuer: "a", jwks: "b" }] };', "issuer")).toEqual(["0.issuer"]);
  });

  it("are all members that read a constant", () => {
    const text = 'const x = "a";\nexport default { providers: [{ issuer: x, jwks: "b" }, { issuer: "c", jwks: x }] };';
    expect(reached(text, "issuer")).toEqual(["0.issuer", "1.jwks"]);
  });

  it("leave out members that were assigned later", () => {
    const text = 'const x = "a"; const p = { issuer: x };\np.jwks = "b";\nexport default { providers: [p] };';
    expect(reached(text, "issuer")).toEqual(["0.issuer"]);
    expect(reached(text, "jwks")).toEqual(["0.jwks"]);
  });

  it("are all providers into which an object is spread", () => {
    const text =
      'const base = { issuer: "a" };\nexport default { providers: [{ ...base, jwks: "b" }, { ...base, jwks: "c" }] };';
    expect(reached(text, "issuer")).toEqual(["0.issuer", "1.issuer"]);
  });

  it("are the members whose text it is a part of", () => {
    const { config, provider } = open(
      'const base = "https://a.example";\nexport default { providers: [{ issuer: `${base}/`, jwks: `${base}/jwks` }] };',
    );
    const reach = new Reach(config);
    const { object } = provider();
    const [part] = provider().issuer?.text.parts ?? [];
    if (part?.kind !== "literal" || part.leaf == null) throw new Error("no leaf");
    const keys = ["issuer", "jwks"].map((name) => reach.keyOf({ owner: object, name }));
    expect([...reach.reachedBy({ node: part.leaf, owner: object, name: "issuer" })]).toEqual(keys);
  });

  it("are the same in all variants", () => {
    const { config } = open(
      'import { flag } from "./flag";\nexport default { providers: [{ issuer: "a", jwks: flag ? "b" : "c" }] };',
    );
    const reach = new Reach(config);
    const objects = config.variants.map(({ providers }) => providers[0]?.object);
    const [first, second] = objects;
    if (first == null || second == null) throw new Error("no providers");
    const node = first.members.get("issuer")?.value.origin.node;
    if (node == null) throw new Error("no issuer");
    expect(reach.reachedBy({ node, owner: first, name: "issuer" })).toEqual(
      new Set([reach.keyOf({ owner: first, name: "issuer" }), reach.keyOf({ owner: second, name: "issuer" })]),
    );
  });

  it("are only what an edit was meant for, where the model does not hold the text", () => {
    const { config, provider, sourceCode } = open('export default { providers: [{ issuer: "a" }] };');
    const reach = new Reach(config);
    const place: EditedPlace = { node: sourceCode.ast, owner: provider().object, name: "issuer" };
    expect(reach.reachedBy(place)).toEqual(new Set([reach.keyOf(place)]));
  });

  it("have names that tell them apart", () => {
    const { config, provider } = open('export default { providers: [{ issuer: "a" }, { issuer: "b" }] };');
    const reach = new Reach(config);
    const keyOf = (index: number, name: string) => reach.keyOf({ owner: provider(index).object, name });
    expect(keyOf(0, "issuer")).toBe(keyOf(0, "issuer"));
    expect(new Set([keyOf(0, "issuer"), keyOf(0, "jwks"), keyOf(1, "issuer")]).size).toBe(3);
  });
});

describe("uses of a constant that the model does not see", () => {
  const file = (before: string) => `${before}\nexport default { providers: [{ issuer: x, jwks: "b" }] };\n`;

  it.each([
    { form: "none", before: 'const x = "a";' },
    { form: "a member of the same name", before: 'const x = "a"; const y = { x: 1 }; y.x;' },
    { form: "no constant at all", before: 'import { x } from "./x";' },
    { form: "a constant of another one", before: "const y = 'a'; const x = y;" },
    { form: "a parameter of the same name", before: 'const x = "a"; const f = (x: string) => 1;' },
    { form: "a guard", before: 'const x = "a"; if (!x) throw new Error("none");' },
    { form: "the test of a condition", before: 'const x = "a"; const y = x! ? 1 : 2;' },
    { form: "several in one sum", before: "const y = 'a'; const x = `${y}${y}`;" },
    { form: "the left side of a conjunction", before: 'const x = "a"; const y = x && 1;' },
  ])("are none: $form", ({ before }) => {
    expect(hasUnseenUses(file(before), "issuer")).toBe(false);
  });

  it.each([
    { form: "an export", before: 'export const x = "a";' },
    { form: "a function that nobody calls", before: 'const x = "a"; export const f = () => x;' },
    { form: "an arm that never runs", before: 'const x = "a"; if (process.env.NODE_ENV === "test") console.log(x);' },
    { form: "a computed member", before: 'const x = "a"; const y = {}; () => y[x];' },
    { form: "a template", before: "const x = `a`; () => x;" },
    { form: "a comparison", before: 'const x = "a"; export const y = x === "a" ? 1 : 2;' },
    { form: "a fallback", before: 'const x = "a"; export const y = x || "b";' },
    { form: "an arm of a condition", before: "const x = 'a'; export const y = f() ? x : 2;" },
    { form: "a sum", before: 'const x = "a" + "b"; () => x;' },
    { form: "a list of exports", before: 'const x = "a"; export { x };' },
    { form: "another constant that is exported", before: 'const x = "a"; export const y = `${x}/path`;' },
    { form: "an argument of an unknown call", before: 'import { f } from "./f"; const x = "a"; f(x);' },
  ])("are found: $form", ({ before }) => {
    expect(hasUnseenUses(file(before), "issuer")).toBe(true);
  });

  it("do not matter for text that stands in a provider itself", () => {
    expect(
      hasUnseenUses('export const config = { providers: [{ issuer: "a" }] };\nexport default config;\n', "issuer"),
    ).toBe(false);
  });
});
