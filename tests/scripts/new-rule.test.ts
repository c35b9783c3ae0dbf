/** `npm run new-rule`, on a copy of what it touches: the result compiles, and its tests pass as they are. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../doctor/temp-folder.js";

const root = join(import.meta.dirname, "../..");

/** What the script reads and writes, and what its result needs. */
const copied = [
  "src",
  "scripts",
  "package.json",
  "tsconfig.json",
  ".prettierrc.json",
  "tests/doctor/temp-folder.ts",
  ...["collected", "file-rule-tester", "rule-tester", "temporary-folder"].map((name) => `tests/rules/${name}.ts`),
];

function copyRepository(): string {
  const folder = makeFolder({});
  for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true });
  mkdirSync(join(folder, "docs/rules"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}

function run(folder: string, script: string, ...words: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { cwd: folder, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

const newRule = (folder: string, ...names: string[]): ReturnType<typeof run> =>
  run(folder, join(folder, "scripts/new-rule.js"), ...names);

const names = ["no-todo", "prefer-todo", "env-todo", "env-no-todo", "convex-json-todo", "callback-todo"];

/** Rules that repair, by their options. */
const repairing = [
  ["no-todo-fix", "--fix"],
  ["no-todo-suggest", "--suggest"],
  ["env-todo-fix", "--fix"],
  ["env-todo-suggest", "--suggest"],
  ["convex-json-todo-fix", "--fix"],
  ["convex-json-todo-suggest", "--suggest"],
  ["callback-todo-fix", "--fix"],
  ["callback-todo-suggest", "--suggest"],
] as const;

const all = [...names.map((name) => [name] as const), ...repairing];

it("makes rules of each kind, which compile and whose tests pass", () => {
  const folder = copyRepository();
  const before = readFileSync(join(folder, "src/rules/index.ts"), "utf8");
  for (const [name, ...options] of all) {
    const { status, output } = newRule(folder, name, ...options);
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(output).toContain(
      `src/rules/${name}.ts\ntests/rules/${name}.test.ts\ndocs/rules/${name}.md\nsrc/rules/index.ts\n`,
    );
  }

  const after = readFileSync(join(folder, "src/rules/index.ts"), "utf8");
  const added = after.split("\n").filter((line) => !before.includes(`${line}\n`));
  expect(added.filter((line) => line.startsWith("import"))).toHaveLength(all.length);
  const imports = after.split("\n").filter((line) => line.startsWith("import ") && line.includes('"./'));
  expect(imports).toEqual([...imports].sort());
  for (const list of ["authConfigRules", "envFileRules", "convexJsonRules", "callbackRouteRules"])
    expect(after).toMatch(new RegExp(`export const ${list}: [^=]+ = \\[[^\\]]*[tT]odoSuggest,?\\n?\\];`, "u"));

  expect(readFileSync(join(folder, "src/rules/no-todo.ts"), "utf8")).toMatch(
    /type: "problem",\n[^]*"Disallow TODO",\n[^]*level: "error"/u,
  );
  expect(readFileSync(join(folder, "src/rules/prefer-todo.ts"), "utf8")).toMatch(
    /type: "suggestion",\n[^]*"Enforce TODO",\n[^]*level: "warn"/u,
  );
  expect(readFileSync(join(folder, "src/rules/env-no-todo.ts"), "utf8")).toContain('"Disallow TODO"');
  expect(readdirSync(join(folder, "docs/rules")).sort()).toEqual(all.map(([name]) => `${name}.md`).sort());

  expect(readFileSync(join(folder, "src/rules/no-todo.ts"), "utf8")).not.toMatch(/fixable|hasSuggestions|\[none\]/u);
  for (const [name, option] of repairing) {
    const rule = readFileSync(join(folder, `src/rules/${name}.ts`), "utf8");
    expect(rule).toContain(option === "--fix" ? 'fixable: "code",' : "hasSuggestions: true,");
    expect(rule).toContain(option === "--fix" ? "TODO: why it fixes." : "TODO: why it suggests.");
  }
  const written = ["src/rules", "tests/rules"].flatMap((path) => all.map(([name]) => [path, name]));
  for (const [path = "", name = ""] of written) {
    const text = readFileSync(join(folder, path, `${name}${path === "tests/rules" ? ".test" : ""}.ts`), "utf8");
    expect(text.split("\n").filter((line) => line.length > 120)).toEqual([]);
  }

  expect(run(folder, "node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json")).toEqual({
    status: 0,
    output: "",
  });
  writeFileSync(join(folder, "vitest.config.js"), 'export default { test: { include: ["tests/rules/*.test.ts"] } };\n');
  const tests = run(folder, join(root, "node_modules/vitest/vitest.mjs"), "run", "--root", folder);
  expect(tests).toMatchObject({
    status: 0,
    output: expect.stringMatching(new RegExp(`Test Files .*${String(all.length)} passed`, "u")) as string,
  });
}, 300_000);

describe("refuses", () => {
  it.each([
    [],
    ["todo"],
    ["No-Todo"],
    ["no-"],
    ["env-"],
    ["convex-json-"],
    ["allow-todo"],
    ["no-todo", "no-other"],
    ["no-todo", "--repair"],
    ["no-todo", "--fix", "--suggest"],
    ["callback-"],
  ])("%s %s", (...words) => {
    const { status, output } = newRule(root, ...words.filter((word) => word !== undefined));
    expect(status).toBe(2);
    expect(output).toMatch(/^Usage: npm run new-rule <name>\n/u);
  });

  it("what there is already", () => {
    expect(newRule(root, "valid-issuer")).toEqual({
      status: 2,
      output:
        "There is src/rules/valid-issuer.ts, tests/rules/valid-issuer.test.ts, docs/rules/valid-issuer.md already.\n",
    });
  });
});
