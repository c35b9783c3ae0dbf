import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CouldNotRun } from "../../src/doctor/could-not-run.js";
import { createLint } from "../../src/doctor/lint.js";
import { makeFolder } from "./temp-folder.js";

vi.mock("../../src/index.js", () => import("./stub-plugin.js"));

afterEach(() => {
  vi.doUnmock("eslint");
});

/**
 * Mocks ESLint for the imports that follow. What is pending is carried out by the next import, and the code under test makes two at
 * once: one of them could undo the mock of the test before when the other has set up that of this one.
 */
async function mockEslint(factory: () => object | Promise<object>): Promise<void> {
  vi.doMock("eslint", factory);
  await import("./stub-plugin.js");
}

async function find(text: string, name = "convex/auth.config.ts") {
  const folder = makeFolder({});
  return (await (await createLint(folder)).find(join(folder, name), text)).findings;
}

async function fix(text: string) {
  const folder = makeFolder({});
  const path = join(folder, "auth.config.ts");
  const lint = await createLint(folder);
  const { text: fixed, findings } = await lint.fix(path, await lint.find(path, text));
  return { fixed, left: findings.map(({ ruleId }) => ruleId) };
}

describe("find", () => {
  it("tells everything about a finding", async () => {
    expect(await find("bad;\nodd;")).toEqual([
      {
        ruleId: "convex-authkit/no-bad",
        severity: "error",
        message: "This is bad.",
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 4,
        fixable: true,
        suggestions: [],
      },
      {
        ruleId: "convex-authkit/no-odd",
        severity: "warning",
        message: "This is odd.",
        line: 2,
        column: 1,
        endLine: 2,
        endColumn: 4,
        fixable: false,
        suggestions: ["Write `even`."],
      },
    ]);
  });

  it("tells where a file does not parse", async () => {
    expect(await find("export default {\n  providers: [}\n")).toEqual([
      {
        ruleId: null,
        severity: "error",
        message: "Parsing error: Expression or comma expected.",
        line: 2,
        column: 15,
        endLine: null,
        endColumn: null,
        fixable: false,
        suggestions: [],
      },
    ]);
  });

  it.each([
    ["/* eslint-disable */ bad"],
    ["bad // eslint-disable-line"],
    ["// eslint-disable-next-line convex-authkit/no-bad\nbad"],
    ['/* eslint convex-authkit/no-bad: "off" */ bad'],
  ])("honours %s", async (text) => {
    expect(await find(text)).toEqual([]);
  });

  it.each([
    ["an unknown rule", "// eslint-disable-next-line other/rule\nfine"],
    ["a core rule", "/* eslint no-undef: 2 */ fine"],
    ["a malformed configuration", "/* eslint {bad: */ fine"],
    ["a directive without use", "/* eslint-disable no-undef */ fine"],
  ])("is not concerned with %s in a comment", async (_, text) => {
    expect(await find(text)).toEqual([]);
  });

  it.each(["ts", "js", "mts", "cts", "mjs", "cjs", "tsx", "jsx"])("lints auth.config.%s", async (extension) => {
    expect(await find("bad", `auth.config.${extension}`)).toHaveLength(1);
  });

  it.each([
    "node_modules/x/auth.config.ts",
    ".git/auth.config.ts",
    ".hidden/auth.config.ts",
    "[id]/{a,b}/auth.config.ts",
  ])("lints %s", async (name) => {
    expect(await find("bad", name)).toHaveLength(1);
  });

  it("tells that a file is nested too deeply for the parser", async () => {
    expect(await find(`${"[".repeat(20_000)}${"]".repeat(20_000)}`)).toMatchObject([
      { ruleId: null, message: "Parsing error: Maximum call stack size exceeded", line: 1, column: 1 },
    ]);
  });

  it("gives a rule on convex.json the level that it has in the presets", async () => {
    expect(await find('{ "odd": 1 }', "convex.json")).toMatchObject([
      { ruleId: "convex-authkit/convex-json-no-odd", severity: "warning", message: "This is odd." },
    ]);
  });

  it("has nothing to say about files for which there are no rules", async () => {
    expect(await find("bad", "convex/users.ts")).toEqual([]);
  });

  it("ends with a sentence when a rule crashes", async () => {
    await expect(find("crash")).rejects.toThrow(/^ESLint stopped: The rule crashed\.\nOccurred while linting /);
    await expect(find("crash")).rejects.toThrow(CouldNotRun);
  });
});

describe("what was not read", () => {
  async function findUnread(text: string, name = "convex/auth.config.ts") {
    const folder = makeFolder({});
    return (await (await createLint(folder)).find(join(folder, name), text)).unread;
  }

  it("names each line with something that decides about the config and was not followed", async () => {
    const text =
      'import { extend } from "./x";\n/* eslint-disable */\nconst providers = [];\nextend(providers);\nexport default { providers };\n';
    expect(await findUnread(text)).toEqual([3, 4]);
    expect(await findUnread(`\uFEFF${text}`)).toEqual([3, 4]);
  });

  it.each([
    ["where all is followed", "export default { providers: [] };", "convex/auth.config.ts"],
    ["in another file", 'export { x as default } from "./x";', "convex/other.ts"],
    ["in a file that does not parse", "bad {", "convex/auth.config.ts"],
    ["in a file of Auth.js", 'import a from "next-auth"; export default a(x);', "convex/auth.config.ts"],
  ])("names none %s", async (_, text, name) => {
    expect(await findUnread(text, name)).toEqual([]);
  });
});

describe("fix", () => {
  it("goes on until nothing is left to repair", async () => {
    expect(await fix("worse; odd; hopeless;")).toEqual({
      fixed: "good; odd; hopeless;",
      left: ["convex-authkit/no-odd", "convex-authkit/no-hopeless"],
    });
  });

  it.each([
    ["leaves no program", "bad; torn;", "good; torn;", "convex-authkit/no-torn"],
    ["is undone by another", "bad; flip;", "good; flip;", "convex-authkit/no-flip"],
  ])("drops a repair that %s, and keeps the others", async (_, text, fixed, left) => {
    expect(await fix(text)).toEqual({ fixed, left: [left] });
  });

  it("leaves a sound text alone", async () => {
    expect(await fix("fine;\r\n")).toEqual({ fixed: "fine;\r\n", left: [] });
  });

  it("leaves a text alone that does not parse", async () => {
    expect(await fix("bad {")).toEqual({ fixed: "bad {", left: [null] });
  });

  it("repairs only what the plugin reports", async () => {
    const text = "/* eslint no-var: 2 */\n// eslint-disable-next-line no-undef\nvar a = 1;\n";
    expect(await fix(text)).toEqual({ fixed: text, left: [] });
  });

  it("keeps the byte-order mark and the line ends", async () => {
    expect(await fix("\uFEFFbad;\r\n")).toEqual({ fixed: "\uFEFFgood;\r\n", left: [] });
  });
});

describe("ESLint", () => {
  it.each(["eslint-9-15", "eslint9"])("may be %s", async (name) => {
    await mockEslint(() => import(name));
    expect(await find("bad")).toHaveLength(1);
    expect(await fix("worse")).toEqual({ fixed: "good", left: [] });
  });

  it.each(["8.57.1", "9.2.0", "9.14.0"])("may not be %s", async (version) => {
    await mockEslint(() => ({ ESLint: { version } }));
    await expect(createLint("/")).rejects.toThrow(
      new CouldNotRun(
        `ESLint ${version} is too old: 9.15.0 is the first that works. Install a newer one: npm install --save-dev eslint@latest`,
      ),
    );
  });

  it.each([
    [new Error("It stopped."), "It stopped."],
    ["Gone.", "Gone."],
  ])("may throw %s", async (thrown, message) => {
    await mockEslint(() => ({
      ESLint: class {
        static version = "9.15.0";
        lintText = () => Promise.reject(thrown);
      },
    }));
    await expect(find("bad")).rejects.toThrow(new CouldNotRun(`ESLint stopped: ${message}`));
  });

  it("may not be missing", async () => {
    await mockEslint(() => {
      throw new Error("Cannot find package 'eslint'");
    });
    await expect(createLint("/")).rejects.toThrow(CouldNotRun);
    await expect(createLint("/")).rejects.toThrow(
      /^ESLint cannot be loaded: .*\. Install it: npm install --save-dev eslint@latest$/s,
    );
  });
});
