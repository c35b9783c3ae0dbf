import type { Linter } from "eslint";
import { describe, expect, it, vi } from "vitest";
import plugin from "../../src/index.js";
import { createFileRules } from "../../src/plugin/create-file-rule.js";
import type { FileKind } from "../../src/plugin/create-file-rule.js";
import type { FileRule } from "../../src/rule/rule.js";
import { loadLinter } from "../env-file/linters.js";
import { versions } from "../hosts/project.js";

interface Input {
  readonly path: string;
  readonly text: string;
  readonly ast: { readonly body: readonly { readonly type: string; readonly range: readonly [number, number] }[] };
}

const docs = { description: "Disallow lines", preset: "env", level: "warn", repair: "None." } as const;

function define(name: string, check: FileRule<Input>["check"]): FileRule<Input> {
  return {
    name,
    meta: { type: "problem", docs, fixable: "code", hasSuggestions: true },
    messages: { line: "A line of {{kind}}.", remove: "Remove {{what}}.", bare: "Bare." },
    check,
  };
}

const everything = define("everything", function* ({ ast }) {
  for (const node of ast.body) {
    const { type: kind, range } = node;
    yield {
      at: node,
      messageId: "line",
      data: { kind },
      fix: { range, text: "" },
      suggest: [{ messageId: "remove", data: { what: "it" }, fix: { range, text: "" } }],
    };
  }
});

/** The least that a finding may say. */
const least = define("least", ({ ast }) => ast.body.slice(0, 1).map((at) => ({ at, messageId: "bare" })));
const leastSuggestion = define("least-suggestion", ({ ast }) =>
  ast.body.slice(0, 1).map((at) => ({
    at,
    messageId: "bare",
    fix: null,
    suggest: [{ messageId: "bare", fix: { range: [0, 1], text: "" } }],
  })),
);
const silent = define("silent", () => []);

function configOf(kind: FileKind<Input>, ...names: string[]): Linter.Config[] {
  const rules = createFileRules(kind, [everything, least, leastSuggestion, silent]);
  return [
    {
      files: ["**/*.env"],
      plugins: { "convex-authkit": plugin, own: { rules } },
      language: "convex-authkit/dotenv",
      rules: Object.fromEntries(names.map((name) => [`own/${name}`, "error" as const])),
    },
  ];
}

const kind: FileKind<Input> = {
  root: "EnvFile",
  isMeant: () => true,
  open: ({ path, text, ast }) => ({ path, text, ast: ast as Input["ast"] }),
};

describe.each(versions)("%s", (version) => {
  const linter = new (loadLinter(version))({ cwd: "/app" });
  const verify = (config: Linter.Config[], text: string, filename = "/app/a.env"): Linter.LintMessage[] =>
    linter.verify(text, config, filename);

  it("reports what a rule finds", () => {
    expect(verify(configOf(kind, "everything"), "\uFEFFA=b\r\n c d")).toMatchObject([
      {
        ruleId: "own/everything",
        messageId: "line",
        message: "A line of Assignment.",
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 4,
        fix: { range: [0, 3], text: "" },
      },
      {
        messageId: "line",
        message: "A line of InvalidLine.",
        line: 2,
        column: 2,
        endLine: 2,
        endColumn: 5,
        suggestions: [{ messageId: "remove", desc: "Remove it.", fix: { range: [6, 9], text: "" } }],
      },
    ]);
    expect(
      linter.verifyAndFix("\uFEFFA=b\r\n c d", configOf(kind, "everything"), { filename: "/app/a.env" }).output,
    ).toBe("\uFEFF\r\n ");
  });

  it("needs neither data nor repairs", () => {
    const [message] = verify(configOf(kind, "least"), "A=b");
    expect(message).toMatchObject({ message: "Bare." });
    expect(message?.fix).toBeUndefined();
    expect(message?.suggestions ?? []).toEqual([]);
    expect(verify(configOf(kind, "least-suggestion"), "A=b")[0]?.suggestions).toMatchObject([
      { desc: "Bare.", fix: { range: [0, 1], text: "" } },
    ]);
  });

  it("does not look into files of another kind", () => {
    const open = vi.fn(kind.open);
    expect(verify(configOf({ ...kind, open, isMeant: (path) => path === "/app/b.env" }, "everything"), "A=b")).toEqual(
      [],
    );
    expect(verify(configOf({ ...kind, open, root: "Document" }, "everything"), "A=b")).toEqual([]);
    expect(open).not.toHaveBeenCalled();
  });

  it("says nothing about files about which there is nothing to say", () => {
    expect(verify(configOf({ ...kind, open: () => null }, "everything", "least"), "A=b")).toEqual([]);
  });

  it("opens a file once, however many rules look at it", () => {
    const open = vi.fn(kind.open);
    const config = configOf({ ...kind, open }, "everything", "least", "silent");
    expect(verify(config, "A=b")).toHaveLength(2);
    expect(open).toHaveBeenCalledTimes(1);
    expect(open).toHaveBeenCalledWith({
      path: "/app/a.env",
      text: "A=b",
      ast: expect.objectContaining({ type: "EnvFile" }) as object,
    });
    verify(config, "A=b");
    expect(open).toHaveBeenCalledTimes(2);
  });

  it("opens it once although there is nothing to say about it", () => {
    const open = vi.fn(() => null);
    verify(configOf({ ...kind, open }, "everything", "least"), "A=b");
    expect(open).toHaveBeenCalledTimes(1);
  });

  it("opens a tree again that comes back under another name", () => {
    const open = vi.fn(kind.open);
    const config = configOf({ ...kind, open }, "everything");
    verify(config, "A=b");
    const sourceCode = linter.getSourceCode();
    linter.verify(sourceCode, config, "/app/a.env");
    expect(open).toHaveBeenCalledTimes(1);
    linter.verify(sourceCode, config, "/app/b.env");
    expect(open).toHaveBeenCalledTimes(2);
  });
});

it("says of each rule what it is", () => {
  const { everything: rule } = createFileRules(kind, [everything]);
  expect(rule?.meta).toMatchObject({
    type: "problem",
    docs: { ...docs, url: expect.stringMatching(/\/docs\/rules\/everything\.md$/u) as string },
    fixable: "code",
    hasSuggestions: true,
    schema: [],
  });
});
