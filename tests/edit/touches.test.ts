/** What a repair says that it changes: by that a rule sees whether another provider shares it. */
import { describe, expect, it } from "vitest";
import type { Candidates } from "../../src/edit/editor.js";
import { open } from "./open.js";
import type { Opened } from "./open.js";

/** Everything that the repairs touch: the text of the node, the name, and what the node was meant for. */
function touchesOf({ editor, provider, variant }: Opened, candidates: Candidates): readonly (readonly string[])[] {
  return candidates
    .flatMap(({ touches }) => touches)
    .map(({ node, owner, name }) => [
      editor.textOf(node),
      owner === variant.list ? "list" : owner === provider().object ? "provider" : "",
      name,
    ]);
}

const list = '[{ x: "a", issuer: "b" }]';
const object = '{ x: "a", issuer: "b" }';
const file = `export default { providers: ${list} };\n`;
const member = { name: "jwks", value: '"k"' };

describe("a repair touches", () => {
  it.each([
    {
      form: "the member that gets another value",
      repair: ({ editor, member, provider }: Opened) => editor.setValue(member("x"), provider().object, '"c"'),
      is: [['x: "a"', "provider", "x"]],
    },
    {
      form: "the member that gets another text, where it is written and where it is used",
      repair: ({ editor, member, provider }: Opened) => editor.setText(member("x"), provider().object, () => ["c"]),
      is: [
        ['"a"', "provider", "x"],
        ['"a"', "provider", "x"],
        ['x: "a"', "provider", "x"],
      ],
    },
    {
      form: "the member that gets another name, and its object",
      repair: ({ editor, member, provider }: Opened) => editor.renameMember(member("x"), provider().object, "y"),
      is: [
        ['x: "a"', "provider", "x"],
        [object, "provider", ""],
      ],
    },
    {
      form: "the member that others replace, and its object",
      repair: ({ editor, member: of, provider }: Opened) => editor.replaceMember(of("x"), provider().object, [member]),
      is: [
        ['x: "a"', "provider", "x"],
        [object, "provider", ""],
      ],
    },
    {
      form: "the object that gets a member",
      repair: ({ editor, provider }: Opened) => editor.addMembers(provider().object, [member]),
      is: [[object, "provider", ""]],
    },
    {
      form: "the element that goes",
      repair: ({ editor, provider, variant }: Opened) =>
        variant.list == null ? [] : editor.removeElement(variant.list, provider().object),
      is: [[object, "provider", ""]],
    },
    {
      form: "the list that gets an element",
      repair: ({ editor, provider, variant }: Opened) =>
        variant.list == null ? [] : editor.addElement(variant.list, provider().object, [member], "after"),
      is: [[list, "list", ""]],
    },
    {
      form: "nothing of the model, where a statement is added",
      repair: ({ editor }: Opened) => editor.append("f();"),
      is: [],
    },
    {
      form: "nothing of the model, where any node is replaced",
      repair: ({ editor, provider }: Opened) =>
        [editor.replaceNode(provider().object.origin.node, "{}")].filter((repair) => repair != null),
      is: [],
    },
  ])("$form", ({ repair, is }) => {
    const opened = open(file);
    expect(touchesOf(opened, repair(opened))).toEqual(is);
  });

  it("the object beside which another one is pushed", () => {
    const opened = open('const list = [];\nlist.push({ issuer: "b" });\nexport default { providers: list };\n');
    const { editor, provider, variant } = opened;
    if (variant.list == null) throw new Error("no list");
    expect(touchesOf(opened, editor.addElement(variant.list, provider().object, [member], "after"))).toEqual([
      ['{ issuer: "b" }', "provider", ""],
    ]);
  });

  it("the constant that holds a text", () => {
    const opened = open('const x = "a";\nexport default { providers: [{ x, issuer: "b" }] };\n');
    const { editor, member: of, provider } = opened;
    expect(
      touchesOf(
        opened,
        editor.setText(of("x"), provider().object, () => ["c"]),
      ),
    ).toEqual([
      ['"a"', "provider", "x"],
      ['"a"', "provider", "x"],
      ["x", "provider", "x"],
    ]);
  });
});
