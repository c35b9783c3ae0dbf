import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LintedProject, broken, defect, lintProject } from "./linted-project.js";

const meant = `import type { AuthConfig } from "convex/server";\n${broken}`;

describe("the folder that convex.json calls functions", () => {
  it.each([
    ["backend", "backend/auth.config.ts"],
    ["backend/", "backend/auth.config.ts"],
    ["./backend", "backend/auth.config.ts"],
    ["./backend/", "backend/auth.config.js"],
    ["src/convex", "src/convex/auth.config.ts"],
    ["src/server/functions", "src/server/functions/auth.config.ts"],
    ["src/../backend", "backend/auth.config.ts"],
    ["convex-functions", "convex-functions/auth.config.js"],
    [".", "auth.config.ts"],
  ])('"functions": "%s" makes %s Convex\'s', async (functions, path) => {
    expect(await lintProject({ "convex.json": JSON.stringify({ functions }), [path]: broken })).toEqual({
      [path]: [defect],
    });
    expect(await lintProject({ "convex.json": JSON.stringify({ functions }), [path]: meant })).toEqual({
      [path]: [defect],
    });
  });

  it("and no other", async () => {
    const files = {
      "convex.json": '{ "functions": "backend" }',
      "backend/nested/auth.config.ts": broken,
      "server/auth.config.ts": broken,
      "auth.config.ts": broken,
    };
    expect(await lintProject(files)).toEqual({});
  });

  it("in each package of its own", async () => {
    expect(
      await lintProject({
        "convex.json": '{ "functions": "backend" }',
        "packages/api/convex.json": '{ "functions": "server/" }',
        "packages/api/server/auth.config.ts": broken,
        // The nearest convex.json counts, and it does not say `backend`.
        "packages/api/backend/auth.config.ts": broken,
        "packages/other/backend/auth.config.ts": broken,
        "backend/auth.config.ts": broken,
      }),
    ).toEqual({ "backend/auth.config.ts": [defect], "packages/api/server/auth.config.ts": [defect] });
  });

  it("besides the one named convex", async () => {
    expect(await lintProject({ "convex.json": '{ "functions": "backend" }', "convex/auth.config.ts": broken })).toEqual(
      { "convex/auth.config.ts": [defect] },
    );
  });

  it("not from above the root of the project", async () => {
    expect(
      await lintProject({
        "convex.json": '{ "functions": "clone/backend" }',
        "clone/.git/HEAD": "ref: refs/heads/main\n",
        "clone/backend/auth.config.ts": broken,
      }),
    ).toEqual({});
  });

  it("with a byte-order mark", async () => {
    expect(
      await lintProject({ "convex.json": '\uFEFF{ "functions": "backend" }', "backend/auth.config.ts": broken }),
    ).toEqual({ "backend/auth.config.ts": [defect] });
  });
});

describe("a convex.json that says nothing", () => {
  it.each([
    "",
    "{",
    '{ "functions": ',
    "{}",
    "[]",
    "null",
    "true",
    "42",
    '"backend"',
    '{ "functions": null }',
    '{ "functions": 1 }',
    '{ "functions": ["backend"] }',
    '{ "functions": "" }',
    '{ "functions": "\\u0000" }',
    "\u0000\uFFFD\u0001",
  ])("%s", async (text) => {
    expect(
      await lintProject({ "convex.json": text, "backend/auth.config.ts": broken, "convex/auth.config.ts": broken }),
    ).toEqual({ "convex/auth.config.ts": [defect] });
  });

  it("a folder named convex.json", async () => {
    expect(
      await lintProject({ "convex.json/": "", "backend/auth.config.ts": broken, "convex/auth.config.ts": broken }),
    ).toEqual({ "convex/auth.config.ts": [defect] });
  });
});

describe("a convex.json that changes while the process runs", () => {
  it("is noticed, as in an editor that stays open for days", async () => {
    const project = new LintedProject({
      "convex.json": '{ "functions": "backend" }',
      "backend/auth.config.ts": meant,
      "server/auth.config.ts": meant,
    });
    expect(await project.lint()).toEqual({
      "backend/auth.config.ts": [defect],
      "server/auth.config.ts": ["valid-file-name/wrongFolder"],
    });

    writeFileSync(project.path("convex.json"), '{ "functions": "server" }');
    expect(await project.lint()).toEqual({
      "backend/auth.config.ts": ["valid-file-name/wrongFolder"],
      "server/auth.config.ts": [defect],
    });

    // Unfinished: nobody can say which folder is meant.
    writeFileSync(project.path("convex.json"), '{ "functions": "');
    expect(await project.lint()).toEqual({});

    writeFileSync(project.path("convex.json"), '{ "functions": "backend" }');
    expect(await project.lint()).toEqual({
      "backend/auth.config.ts": [defect],
      "server/auth.config.ts": ["valid-file-name/wrongFolder"],
    });
  });

  it("is noticed when it appears", async () => {
    const project = new LintedProject({ "backend/auth.config.ts": broken });
    expect(await project.lint()).toEqual({});
    writeFileSync(project.path("convex.json"), '{ "functions": "backend" }');
    expect(await project.lint()).toEqual({ "backend/auth.config.ts": [defect] });
  });

  it("so is a package.json", async () => {
    const project = new LintedProject({
      "package.json": "{}",
      "convex/auth.config.js": "module.exports = { providers: [] };\n",
    });
    expect(await project.lint()).toEqual({});
    writeFileSync(project.path("package.json"), '{ "type": "module" }');
    expect(await project.lint()).toEqual({ "convex/auth.config.js": ["require-default-export/commonJsInModule"] });
  });

  it("and a second config", async () => {
    const project = new LintedProject({ "convex/auth.config.ts": "export default { providers: [] };\n" });
    expect(await project.lint()).toEqual({});
    writeFileSync(project.path("convex/auth.config.js"), "export default { providers: [] };\n");
    expect(await project.lint()).toEqual({
      "convex/auth.config.js": ["valid-file-name/twoFiles"],
      "convex/auth.config.ts": ["valid-file-name/twoFiles"],
    });
  });
});
