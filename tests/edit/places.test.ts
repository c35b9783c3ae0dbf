/** What a repair says that it changes: by that a rule sees whether another provider shares it. */
import { describe, expect, it } from "vitest";
import type { RepairOptions } from "../../src/edit/repair.js";
import { open } from "./open.js";
import type { Opened } from "./open.js";

/** All places of the repairs: the text of the node, what it belongs to, and the name. */
function placesOf({ editor, provider, variant }: Opened, options: RepairOptions): readonly (readonly string[])[] {
  return options
    .flatMap(({ places }) => places)
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

describe("a repair changes", () => {
  it.each([
    {
      form: "the member that gets another value",
      repair: ({ editor, member }: Opened) => editor.setValue(member("x"), '"c"'),
      is: [['x: "a"', "provider", "x"]],
    },
    {
      form: "the member that gets another text, where it is written and where it is used",
      repair: ({ editor, member }: Opened) => editor.setText(member("x"), () => ["c"]),
      is: [
        ['"a"', "provider", "x"],
        ['"a"', "provider", "x"],
        ['x: "a"', "provider", "x"],
      ],
    },
    {
      form: "the member that gets another name, and its object",
      repair: ({ editor, member }: Opened) => editor.renameMember(member("x"), "y"),
      is: [
        ['x: "a"', "provider", "x"],
        [object, "provider", ""],
      ],
    },
    {
      form: "the member that others replace, and its object",
      repair: ({ editor, member: of }: Opened) => editor.replaceMember(of("x"), [member]),
      is: [
        ['x: "a"', "provider", "x"],
        [object, "provider", ""],
      ],
    },
    {
      form: "the object that gets a member",
      repair: ({ editor, provider }: Opened) => editor.addMembers(provider(), [member]),
      is: [[object, "provider", ""]],
    },
    {
      form: "the element that goes",
      repair: ({ editor, provider }: Opened) => editor.removeProvider(provider()),
      is: [[object, "provider", ""]],
    },
    {
      form: "the list that gets an element",
      repair: ({ editor, provider }: Opened) => editor.addProvider(provider(), "after", () => [member]),
      is: [[list, "list", ""]],
    },
    {
      form: "nothing of the model, where a statement is added",
      repair: ({ editor }: Opened) => editor.append("f();"),
      is: [],
    },
    {
      form: "nothing of the model, where any node is replaced",
      repair: ({ editor, provider }: Opened) => editor.replaceNode(provider().object.origin.node, "{}"),
      is: [],
    },
  ])("$form", ({ repair, is }) => {
    const opened = open(file);
    expect(placesOf(opened, repair(opened))).toEqual(is);
  });

  it("the object beside which another one is pushed", () => {
    const opened = open('const list = [];\nlist.push({ issuer: "b" });\nexport default { providers: list };\n');
    const { editor, provider } = opened;
    expect(
      placesOf(
        opened,
        editor.addProvider(provider(), "after", () => [member]),
      ),
    ).toEqual([['{ issuer: "b" }', "provider", ""]]);
  });

  it("the constant that holds a text", () => {
    const opened = open('const x = "a";\nexport default { providers: [{ x, issuer: "b" }] };\n');
    const { editor, member: of } = opened;
    expect(
      placesOf(
        opened,
        editor.setText(of("x"), () => ["c"]),
      ),
    ).toEqual([
      ['"a"', "provider", "x"],
      ['"a"', "provider", "x"],
      ["x", "provider", "x"],
    ]);
  });
});
