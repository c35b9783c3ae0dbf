/** The language in the real ESLint, in all versions. */
import type { ESLint, Linter, Rule } from "eslint";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { versions } from "../hosts/project.js";
import { loadCoreRules, loadLinter } from "./linters.js";

const types = ["EnvFile", "Assignment", "Name", "Value", "InvalidLine"] as const;

function rule(
  meta: Rule.RuleMetaData,
  create: (context: Rule.RuleContext) => Record<string, (node: Rule.Node) => void>,
): Rule.RuleModule {
  return { meta: { schema: [], ...meta }, create };
}

/** Rules for these tests: one says where each node is, one wants no lower-case letters in values. */
const spots: ESLint.Plugin = {
  rules: {
    nodes: rule({}, (context) =>
      Object.fromEntries(types.map((type) => [type, (node) => void context.report({ node, message: type })])),
    ),
    "upper-case": rule({ fixable: "code" }, (context) => ({
      Value(node) {
        const text = context.sourceCode.getText(node);
        if (text !== text.toUpperCase())
          context.report({ node, message: "lower", fix: (fixer) => fixer.replaceText(node, text.toUpperCase()) });
      },
    })),
    rename: rule({ hasSuggestions: true }, (context) => ({
      Name(node) {
        context.report({
          node,
          message: "name",
          suggest: [{ desc: "Name it B.", fix: (fixer) => [fixer.remove(node), fixer.insertTextBefore(node, "B")] }],
        });
      },
    })),
  },
};

function configOf(rules: Linter.RulesRecord, more: Linter.Config = {}): Linter.Config[] {
  return [
    {
      files: ["**/.env"],
      plugins: { "convex-authkit": plugin, spots },
      language: "convex-authkit/dotenv",
      linterOptions: { reportUnusedDisableDirectives: "off" },
      rules,
      ...more,
    },
  ];
}

const PATH = "/app/.env";

describe.each(versions)("%s", (version) => {
  const linter = new (loadLinter(version))({ cwd: "/app" });
  const verify = (text: string, rules: Linter.RulesRecord, more?: Linter.Config): Linter.LintMessage[] =>
    linter.verify(text, configOf(rules, more), PATH);
  const places = (text: string, rules: Linter.RulesRecord, more?: Linter.Config): string[] =>
    verify(text, rules, more).map(
      ({ message, line, column, endLine, endColumn }) =>
        `${message} ${String(line)}:${String(column)}-${String(endLine)}:${String(endColumn)}`,
    );

  describe("the place of", () => {
    it.each([
      { what: "a plain assignment", text: "A=b", at: ["Assignment 1:1-1:4", "Name 1:1-1:2", "Value 1:3-1:4"] },
      {
        what: "an exported one",
        text: "\n export A = b # why\n",
        at: ["Assignment 2:2-2:14", "Name 2:9-2:10", "Value 2:13-2:14"],
      },
      { what: "a value in quotes", text: 'A="b" # why', at: ["Assignment 1:1-1:6", "Name 1:1-1:2", "Value 1:3-1:6"] },
      {
        what: "a value over several lines",
        text: "A='b\nc\n'\nB=d",
        at: [
          "Assignment 1:1-3:2",
          "Name 1:1-1:2",
          "Value 1:3-3:2",
          "Assignment 4:1-4:4",
          "Name 4:1-4:2",
          "Value 4:3-4:4",
        ],
      },
      {
        what: "one with line ends of Windows",
        text: "A='b\r\nc'\r\nB=d\r\n",
        at: [
          "Assignment 1:1-2:3",
          "Name 1:1-1:2",
          "Value 1:3-2:3",
          "Assignment 3:1-3:4",
          "Name 3:1-3:2",
          "Value 3:3-3:4",
        ],
      },
      {
        what: "one with line ends of old Macs",
        text: "A=b\rB=c",
        at: [
          "Assignment 1:1-1:4",
          "Name 1:1-1:2",
          "Value 1:3-1:4",
          "Assignment 2:1-2:4",
          "Name 2:1-2:2",
          "Value 2:3-2:4",
        ],
      },
      {
        what: "a value on a later line",
        text: 'A=\n\n "b"',
        at: ["Assignment 1:1-3:5", "Name 1:1-1:2", "Value 3:2-3:5"],
      },
      {
        what: "no value, behind the sign",
        text: "A= # why",
        at: ["Assignment 1:1-1:3", "Name 1:1-1:2", "Value 1:3-1:3"],
      },
      {
        what: "a line that sets nothing",
        text: "A=b\n  c d \n",
        at: ["Assignment 1:1-1:4", "Name 1:1-1:2", "Value 1:3-1:4", "InvalidLine 2:3-2:6"],
      },
      { what: "one with a comment", text: "a b # why", at: ["InvalidLine 1:1-1:4"] },
      {
        what: "what follows a byte-order mark",
        text: "\uFEFFA=b",
        at: ["Assignment 1:1-1:4", "Name 1:1-1:2", "Value 1:3-1:4"],
      },
      {
        what: "what follows characters of two units",
        text: "A='😀' # 😀\nB=😀",
        at: [
          "Assignment 1:1-1:7",
          "Name 1:1-1:2",
          "Value 1:3-1:7",
          "Assignment 2:1-2:5",
          "Name 2:1-2:2",
          "Value 2:3-2:5",
        ],
      },
    ])("$what", ({ text, at }) => {
      expect(places(text, { "spots/nodes": "error" }).filter((place) => !place.startsWith("EnvFile"))).toEqual(at);
    });

    it.each([
      { text: "", at: "EnvFile 1:1-1:1" },
      { text: "\n", at: "EnvFile 1:1-2:1" },
      { text: "A=b\r\n# c", at: "EnvFile 1:1-2:4" },
      { text: "\uFEFF", at: "EnvFile 1:1-1:1" },
    ])("the file $text", ({ text, at }) => {
      expect(places(text, { "spots/nodes": "error" })).toContain(at);
    });
  });

  it("visits nodes from outside to inside, and leaves them again", () => {
    const seen: string[] = [];
    const watch: ESLint.Plugin = {
      rules: {
        watch: rule({}, () =>
          Object.fromEntries(
            types.flatMap((type) => [type, `${type}:exit`]).map((each) => [each, () => void seen.push(each)]),
          ),
        ),
      },
    };
    linter.verify(
      "A=b\nc d",
      configOf({ "watch/watch": "error" }, { plugins: { "convex-authkit": plugin, watch } }),
      PATH,
    );
    expect(seen).toEqual([
      "EnvFile",
      "Assignment",
      "Name",
      "Name:exit",
      "Value",
      "Value:exit",
      "Assignment:exit",
      "InvalidLine",
      "InvalidLine:exit",
      "EnvFile:exit",
    ]);
  });

  it.each([
    { selector: "Name[text=/SECRET/]", at: ["3:1"] },
    { selector: "Assignment[isExported=true] > Name", at: ["1:8"] },
    { selector: "InvalidLine + Assignment", at: ["3:1"] },
    { selector: "EnvFile > InvalidLine:nth-child(2)", at: ["2:1"] },
    { selector: "Value[quote=null]", at: ["1:10", "3:10"] },
    { selector: "*", at: ["1:1", "1:1", "1:8", "1:10", "2:1", "3:1", "3:1", "3:10"] },
  ])("lets a project forbid $selector", ({ selector, at }) => {
    const messages = verify("export A=b\nc d\nA_SECRET=d\n", { "no-restricted-syntax": ["error", selector] });
    expect(messages.map(({ line, column }) => `${String(line)}:${String(column)}`)).toEqual(at);
  });

  describe("ESLint's own rules, which a preset may switch on for all files:", () => {
    const text = [
      "#! /bin/sh",
      "# todo: fixme",
      "",
      "",
      "",
      'export  WORKOS_CLIENT_ID = "client\u00a0" # eslint-disable-line no-eval -- why',
      "  debugger; var alert   ",
      "eval('1') = undefined",
      "A='b",
      "\tc' # d",
      "# global A",
      "/* eslint no-eval: 2 */",
      `B=${"x".repeat(200)}`,
      "__proto__=`1",
    ].join("\n");

    it.each([...loadCoreRules(version).keys()])("%s", (name) => {
      for (const each of [
        text,
        `\uFEFF${text.replaceAll("\n", "\r\n")}`,
        "",
        "\uFEFF",
        "\u3000A=1\u2028B=2",
        "A",
        "#",
      ]) {
        expect(verify(each, { [name]: "error" })).toEqual([]);
      }
    });
  });

  it("takes the language options that a preset sets for all files", () => {
    const more = {
      languageOptions: {
        ecmaVersion: 2022,
        sourceType: "module",
        globals: { A: "readonly" },
        parserOptions: { project: true },
      },
    } as Linter.Config;
    expect(verify("A=b", { "no-undef": "error", strict: "error" }, more)).toEqual([]);
  });

  describe("a comment", () => {
    const lower = "lower 1:3-1:4";
    it.each([
      { text: "A=b # eslint-disable-line", reports: [] },
      { text: "A=b # eslint-disable-line spots/upper-case", reports: [] },
      { text: "A=b #eslint-disable-line spots/upper-case", reports: [] },
      { text: "A=b # eslint-disable-line spots/nodes, spots/upper-case -- not yet -- at least", reports: [] },
      { text: "A=b # eslint-disable-line -- not yet", reports: [] },
      { text: "A=b #\teslint-disable-line\t--\tnot yet", reports: [] },
      { text: "A=b # eslint-disable-line spots/nodes", reports: [lower] },
      { text: "A=b # eslint-disable-lines", reports: [lower] },
      { text: "A=b # see eslint-disable-line", reports: [lower] },
      { text: "A=b\n# eslint-disable", reports: [lower] },
      { text: "# eslint-disable-next-line\nA=b", reports: [] },
      { text: "# eslint-disable-next-line spots/upper-case -- not yet\r\nA=b\r\nB=c", reports: ["lower 3:3-3:4"] },
      { text: "# eslint-disable-next-line\n\nA=b", reports: ["lower 3:3-3:4"] },
      { text: "# eslint-disable-next-line\nA='b\nc'", reports: [] },
      { text: "# eslint-disable\nA=b\n# eslint-enable\nB=c", reports: ["lower 4:3-4:4"] },
      {
        text: "# eslint-disable spots/upper-case\nA=b\n# eslint-enable spots/upper-case\nB=c",
        reports: ["lower 4:3-4:4"],
      },
      { text: "\uFEFF# eslint-disable\nA=b", reports: [] },
      { text: "A=b\na b # eslint-disable-line", reports: [lower] },
      // Part of a value, and so no comment.
      { text: "A='b # eslint-disable-line'", reports: ["lower 1:3-1:28"] },
      {
        text: "# eslint-disable-next-line no-such-rule\nA=B",
        reports: ["Definition for rule 'no-such-rule' was not found. 1:1-1:40"],
      },
    ])("$text", ({ text, reports }) => {
      expect(places(text, { "spots/upper-case": "error" })).toEqual(reports);
    });

    it("says why in the list of what it suppressed", () => {
      expect(
        verify("A=b # eslint-disable-line spots/upper-case -- not yet -- at least", { "spots/upper-case": "error" }),
      ).toEqual([]);
      const { getSuppressedMessages } = linter as unknown as {
        getSuppressedMessages: () => { suppressions: unknown }[];
      };
      expect(getSuppressedMessages.call(linter).map(({ suppressions }) => suppressions)).toEqual([
        [{ kind: "directive", justification: "not yet -- at least" }],
      ]);
    });

    it.each([
      { text: "A=B # eslint-disable-line spots/upper-case", report: "1:5", fixed: "A=B  " },
      { text: "\uFEFF# eslint-disable-next-line -- why\r\nA=B\r\n", report: "1:1", fixed: "\uFEFF \r\nA=B\r\n" },
      {
        text: "A=b # eslint-disable-line spots/nodes, spots/upper-case",
        report: "1:5",
        fixed: "A=b # eslint-disable-line spots/upper-case",
      },
      {
        text: "A=b # eslint-disable-line spots/upper-case, spots/nodes -- why",
        report: "1:5",
        fixed: "A=b # eslint-disable-line spots/upper-case -- why",
      },
    ])("that suppresses nothing is reported, and removed: $text", ({ text, report, fixed }) => {
      const config = configOf(
        { "spots/upper-case": "error" },
        { linterOptions: { reportUnusedDisableDirectives: "error" } },
      );
      expect(
        linter
          .verify(text, config, PATH)
          .map(({ ruleId, line, column }) => `${String(ruleId)} ${String(line)}:${String(column)}`),
      ).toEqual([`null ${report}`]);
      expect(linter.verifyAndFix(text, config, { filename: PATH })).toMatchObject({ fixed: true, output: fixed });
    });

    it("has no effect where the configuration says so, which is reported", () => {
      const reports = places(
        "# why\n# eslint-disable\nA=b # eslint-disable-line -- x",
        { "spots/upper-case": "error" },
        { linterOptions: { noInlineConfig: true } },
      );
      expect(reports).toEqual([
        "'# eslint-disable' has no effect because you have 'noInlineConfig' setting in your config. 2:1-2:17",
        "lower 3:3-3:4",
        "'# eslint-disable-line -- x' has no effect because you have 'noInlineConfig' setting in your config. 3:5-3:31",
      ]);
    });
  });

  describe("a fix", () => {
    it.each([
      ["A=b", "A=B"],
      ["\uFEFFA=b\r\nB='c\r\nd' # e\r\n", "\uFEFFA=B\r\nB='C\r\nD' # e\r\n"],
      ["A=b\rB=c", "A=B\rB=C"],
      ["A=b\n\n  c d", "A=B\n\n  c d"],
      ["A=B\r\n", "A=B\r\n"],
    ])("changes %j into %j", (text, output) => {
      expect(linter.verifyAndFix(text, configOf({ "spots/upper-case": "error" }), { filename: PATH }).output).toBe(
        output,
      );
    });

    it("may be a suggestion", () => {
      const [message] = verify("\uFEFF\r\nexport A=b", { "spots/rename": "error" });
      expect(message?.suggestions).toEqual([{ desc: "Name it B.", fix: { range: [9, 10], text: "B" } }]);
    });
  });

  it("accepts every text", () => {
    const pieces = [
      "A",
      "export ",
      "=",
      "'",
      '"',
      "`",
      "\\",
      "#",
      "# eslint-disable-line x",
      "\n",
      "\r\n",
      "\r",
      "\u2028",
      "\uFEFF",
      "\u0000",
      "\uD800",
      "😀",
      " -- ",
    ];
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join("")),
    );
    let reported = 0;
    fc.assert(
      fc.property(text, (each) => {
        const messages = verify(each, { "spots/nodes": "error" });
        reported += messages.length;
        expect(messages.filter(({ fatal }) => fatal === true)).toEqual([]);
        for (const { line, column, endLine = line, endColumn = column } of messages) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(endLine > line || endColumn >= column).toBe(true);
        }
      }),
      { numRuns: 500, seed: 20260801 },
    );
    expect(reported).toBeGreaterThan(1_000);
  });
});
