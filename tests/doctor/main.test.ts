import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { HELP } from "../../src/doctor/arguments.js";
import { runDoctor } from "./run-doctor.js";
import { makeFolder } from "./temp-folder.js";

vi.mock("../../src/index.js", () => import("./stub-plugin.js"));

const dependsOnConvex = '{"dependencies":{"convex":"^1.48.0"}}';
const broken = "// convex/server\nworse;\nodd;\nhopeless;\n";
const afterFix = "// convex/server\ngood;\nodd;\nhopeless;\n";
const diff = `--- a/convex/auth.config.ts
+++ b/convex/auth.config.ts
@@ -1,4 +1,4 @@
 // convex/server
-worse;
+good;
 odd;
 hopeless;
`;

/** What is said about everything but auth.config where there is nothing else. */
const nothingElse = (redirects = "There is neither a convex.json nor a callback route of Next.js.") => `
Convex variables
  No file holds them. To have them checked, but not committed: npx convex env list --prod --include-values > .env.convex.prod

Host variables
  No .env file names a variable of WorkOS.

Redirect and callback
  ${redirects}
`;

function read(folder: string, name = "convex/auth.config.ts"): string {
  return readFileSync(join(folder, name), "utf8");
}

/** Runs with `--format json` and returns what is in the object. */
async function runJson(argv: string[], cwd: string) {
  const { stdout, stderr, exitCode } = await runDoctor([...argv, "--format", "json"], { cwd });
  return { ...JSON.parse(stdout), stderr, exitCode };
}

describe("a sound folder", () => {
  it("exits with 0", async () => {
    const cwd = makeFolder({ "convex/auth.config.ts": "good;" });
    const { exitCode, stdout, stderr } = await runDoctor([], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(
      stdout.startsWith(
        `auth.config\n  Convex reads convex/auth.config.ts.\n${nothingElse()}\nWhat no file can show\n`,
      ),
    ).toBe(true);
    expect(stdout).toMatch(/\nNo problems found\.\nNext: the commands above\.\n$/);
  });

  it("does not claim what it did not check", async () => {
    const cwd = makeFolder({ "convex/auth.config.ts": 'export { config as default } from "../shared/auth";' });
    const { exitCode, stdout } = await runDoctor([], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain("\n\nNot checked\n  convex/auth.config.ts:1  The code there is not followed.\n\n");
    expect(stdout).toContain("\nNo problems found in what was checked; 1 place was not checked.\n");
  });

  it("needs no ESLint configuration, and takes none", async () => {
    const cwd = makeFolder({
      "convex/auth.config.ts": "bad;",
      "eslint.config.js": 'export default [{ ignores: ["**"] }];',
      ".gitignore": "convex",
    });
    expect(await runJson([], cwd)).toMatchObject({ summary: { errors: 1, warnings: 0, fixable: 1 } });
  });
});

describe("a broken folder", () => {
  it("exits with 1 and shows what is wrong", async () => {
    const cwd = makeFolder({ "convex/auth.config.ts": broken });
    const { exitCode, stdout } = await runDoctor([], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`
  convex/auth.config.ts
    2:1  error    This is worse.     convex-authkit/no-worse
    3:1  warning  This is odd.       convex-authkit/no-odd
    4:1  error    This is hopeless.  convex-authkit/no-hopeless
`);
    expect(stdout).toContain(`
3 problems (2 errors, 1 warning). 1 can be repaired with --fix.
Next:
  npx eslint-plugin-convex-authkit --fix
`);
    expect(read(cwd)).toBe(broken);
  });

  it("exits with 0 when there are only warnings", async () => {
    expect((await runDoctor([], { cwd: makeFolder({ "convex/auth.config.ts": "odd;" }) })).exitCode).toBe(0);
  });

  it.each([
    ["0", 1, "Too many warnings: 2, and at most 0 are allowed.\n"],
    ["1", 1, "Too many warnings: 2, and at most 1 are allowed.\n"],
    ["2", 0, ""],
    ["3", 0, ""],
  ])("with --max-warnings %s and 2 warnings exits with %d", async (maximum, exitCode, stderr) => {
    const cwd = makeFolder({ "convex/auth.config.ts": "odd; odd;" });
    expect(await runDoctor(["--max-warnings", maximum], { cwd })).toMatchObject({ exitCode, stderr });
  });

  it("shows every file, in the order of the backends", async () => {
    const cwd = makeFolder({
      "b/package.json": "{}",
      "b/convex/auth.config.ts": "hopeless;",
      "a/package.json": "{}",
      "a/convex/auth.config.js": "hopeless;",
      "a/convex/auth.config.mts": "hopeless;",
    });
    const { files } = await runJson([], cwd);
    expect(files.map(({ path }: { path: string }) => path)).toEqual([
      "a/convex/auth.config.js",
      "a/convex/auth.config.mts",
      "b/convex/auth.config.ts",
    ]);
  });

  it("says nothing about Auth.js", async () => {
    const cwd = makeFolder({
      "convex/auth.config.ts": "good;",
      "auth.config.ts": 'import NextAuth from "next-auth"; bad;',
      "apps/web/auth.config.ts": "export default { providers: [] }; bad;",
    });
    expect(await runJson([], cwd)).toMatchObject({ files: [{ path: "convex/auth.config.ts" }], exitCode: 0 });
  });
});

describe("--fix", () => {
  it("repairs the file and reports what remains", async () => {
    const cwd = makeFolder({ "convex/auth.config.ts": broken });
    const { exitCode, stdout } = await runDoctor(["--fix"], { cwd });
    expect(exitCode).toBe(1);
    expect(read(cwd)).toBe(afterFix);
    expect(stdout).toContain(`
  convex/auth.config.ts
    3:1  warning  This is odd.       convex-authkit/no-odd
    4:1  error    This is hopeless.  convex-authkit/no-hopeless
${nothingElse()}
Repaired convex/auth.config.ts.
`);
    expect(stdout).toMatch(/\n2 problems \(1 error, 1 warning\)\.\nNext:\n  npx convex deploy\n$/);
  });

  it("exits with 0 when nothing remains, and changes nothing the second time", async () => {
    const cwd = makeFolder({ "convex/auth.config.ts": "bad;\r\n", "convex/auth.config.js/": "" });
    expect(await runJson(["--fix"], cwd)).toMatchObject({
      exitCode: 0,
      files: [{ path: "convex/auth.config.ts", messages: [], fixed: true }],
      summary: { errors: 0, warnings: 0, fixable: 0 },
    });
    expect(read(cwd)).toBe("good;\r\n");
    expect(await runJson(["--fix"], cwd)).toMatchObject({ files: [{ fixed: false }] });
  });

  it("does not touch a file that needs no repair", async () => {
    const cwd = makeFolder({ "convex/auth.config.ts": "hopeless;" });
    chmodSync(join(cwd, "convex/auth.config.ts"), 0o444);
    const { mtimeMs } = statSync(join(cwd, "convex/auth.config.ts"));
    await runDoctor(["--fix"], { cwd });
    expect(statSync(join(cwd, "convex/auth.config.ts")).mtimeMs).toBe(mtimeMs);
  });

  it("keeps the mode and the link of a file", async () => {
    const cwd = makeFolder({ "shared.ts": "bad;", "convex/auth.config.ts": { linkTo: "../shared.ts" } });
    chmodSync(join(cwd, "shared.ts"), 0o640);
    await runDoctor(["--fix"], { cwd });
    expect(read(cwd, "shared.ts")).toBe("good;");
    expect(statSync(join(cwd, "shared.ts")).mode & 0o777).toBe(0o640);
  });
});

describe("--diff", () => {
  it("shows what --fix would change, and writes nothing", async () => {
    const cwd = makeFolder({ "convex/auth.config.ts": broken });
    const { exitCode, stdout } = await runDoctor(["--diff"], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("    2:1  error    This is worse.     convex-authkit/no-worse\n");
    expect(stdout).toContain(`\n\nWhat --fix would change\n\n${diff}\nWhat no file can show\n`);
    expect(read(cwd)).toBe(broken);
  });

  it("can be piped into git apply", async () => {
    const cwd = makeFolder({
      "convex/auth.config.ts": broken,
      "my app/convex.json": "{}",
      "my app/convex/auth.config.js": "bad;\r\ngood;",
    });
    const { stdout } = await runDoctor(["--diff"], { cwd });
    execFileSync("git", ["apply", "-"], { cwd, input: stdout });
    expect(read(cwd)).toBe(afterFix);
    expect(read(cwd, "my app/convex/auth.config.js")).toBe("good;\r\ngood;");
  });

  it("with --fix shows the change and makes it", async () => {
    const cwd = makeFolder({ "convex/auth.config.ts": broken });
    const { stdout } = await runDoctor(["--fix", "--diff"], { cwd });
    expect(stdout).toContain(`\n\nRepaired convex/auth.config.ts.\n\n${diff}\nWhat no file can show\n`);
    expect(read(cwd)).toBe(afterFix);
  });

  it("is a member of each changed file in JSON", async () => {
    const cwd = makeFolder({ "convex/auth.config.ts": broken, "convex/auth.config.mts": "fine;" });
    const { files } = await runJson(["--diff"], cwd);
    expect(files).toEqual([
      expect.objectContaining({ path: "convex/auth.config.ts", diff }),
      { path: "convex/auth.config.mts", messages: [] },
    ]);
    expect(files[0].messages).toHaveLength(3);
  });
});

describe("--init", () => {
  it("writes the file, checks it and says what is left to do", async () => {
    const cwd = makeFolder({ "package.json": dependsOnConvex, "tsconfig.json": "{}" });
    const { exitCode, stdout } = await runDoctor(["--init"], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^Wrote convex\/auth\.config\.ts\.\n\nauth\.config\n  Convex reads convex\/auth\.config\.ts\.\n/,
    );
    expect(stdout).toMatch(
      /\nNo problems found\.\nNext:\n  npx convex env set WORKOS_CLIENT_ID <client id> --prod\n  npx convex deploy\n$/,
    );
    expect(read(cwd)).toMatch(/^import type \{ AuthConfig \} from "convex\/server";/);
  });

  it("exits with 2 rather than overwrite a file", async () => {
    const cwd = makeFolder({ "convex/auth.config.ts": broken });
    expect(await runDoctor(["--init", "--fix"], { cwd })).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: "convex/auth.config.ts is there already. --init never overwrites it.\n",
    });
    expect(read(cwd)).toBe(broken);
  });

  it("is offered where there is no file", async () => {
    const cwd = makeFolder({ "convex/schema.ts": "" });
    const { exitCode, stdout } = await runDoctor([], { cwd });
    expect(exitCode).toBe(1);
    const checked = nothingElse();
    expect(
      stdout.startsWith(
        `auth.config\n  error  No auth.config.ts in convex/: Convex accepts no token at all.\n${checked}\nWhat no file`,
      ),
    ).toBe(true);
    expect(stdout).toMatch(
      /\n1 problem \(1 error, 0 warnings\)\.\nNext:\n  npx eslint-plugin-convex-authkit --init\n$/,
    );
  });
});

describe("--format json", () => {
  it("writes the object and nothing else", async () => {
    const cwd = makeFolder({ "convex/auth.config.ts": "export default {};\nbad;" });
    const { stdout, stderr, exitCode } = await runDoctor(["--format", "json"], { cwd, isTTY: true });
    expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 1 });
    expect(JSON.parse(stdout)).toEqual({
      version: "1.2.3",
      folder: cwd,
      reads: [
        {
          backend: ".",
          functions: "convex",
          files: ["convex/auth.config.ts"],
          ignored: [],
          error: false,
          message: "Convex reads convex/auth.config.ts.",
        },
      ],
      notes: [],
      files: [
        {
          path: "convex/auth.config.ts",
          messages: [
            {
              ruleId: "convex-authkit/no-bad",
              severity: "error",
              message: "This is bad.",
              line: 2,
              column: 1,
              endLine: 2,
              endColumn: 4,
              fixable: true,
              suggestions: [],
            },
          ],
        },
      ],
      notChecked: [],
      summary: { errors: 1, warnings: 0, fixable: 1 },
    });
  });

  it("counts a missing auth.config as an error, and lists it", async () => {
    expect(await runJson([], makeFolder({ "convex.json": "{}" }))).toMatchObject({
      exitCode: 1,
      reads: [{ error: true, files: [] }],
      notes: [
        {
          severity: "error",
          path: "convex/auth.config.ts",
          line: 1,
          message: expect.stringMatching(/^No auth\.config\.ts in convex\//),
        },
      ],
      files: [{ path: "convex.json", messages: [] }],
      summary: { errors: 1, warnings: 0, fixable: 0 },
    });
  });
});

describe("--format github and sarif", () => {
  it("name files from the current folder on", async () => {
    const cwd = makeFolder({ "apps/web/convex/auth.config.ts": "bad;" });
    const { stdout } = await runDoctor(["apps/web", "--format", "github"], { cwd });
    expect(stdout).toBe(
      "::error file=apps/web/convex/auth.config.ts,line=1,endLine=1,col=1,endColumn=4,title=convex-authkit/no-bad::This is bad.\n",
    );
    expect((await runDoctor([".", "--format", "sarif"], { cwd: join(cwd, "apps/web") })).stdout).toContain(
      '"uri":"convex/auth.config.ts"',
    );
  });
});

describe("the folder", () => {
  it("may be named, and is then part of the next command", async () => {
    const cwd = makeFolder({ "apps/web/convex/auth.config.ts": "bad;" });
    const { stdout } = await runDoctor(["apps/web"], { cwd });
    expect(stdout).toContain("\n  convex/auth.config.ts\n");
    expect(stdout).toMatch(/\nNext:\n  npx eslint-plugin-convex-authkit apps\/web --fix\n$/);
  });

  it.each([
    ["my app", '"my app"'],
    ["a$b`c", '"a\\$b\\`c"'],
    ["@scope", "@scope"],
  ])("is quoted where it has to be: %s", async (name, quoted) => {
    const cwd = makeFolder({ [`${name}/convex/auth.config.ts`]: "bad;" });
    expect((await runDoctor([name], { cwd })).stdout).toContain(
      `\n  npx eslint-plugin-convex-authkit ${quoted} --fix\n`,
    );
  });

  it("may be absolute, a link, or lie beneath folders that are otherwise passed by", async () => {
    const folder = makeFolder({
      ".x/node_modules/dist/app/convex/auth.config.ts": "bad;",
      link: { linkTo: ".x/node_modules" },
    });
    for (const name of [".x/node_modules/dist/app", "link/dist/app"]) {
      expect(await runJson([join(folder, name)], "/")).toMatchObject({
        folder: join(folder, ".x/node_modules/dist/app"),
        files: [{ path: "convex/auth.config.ts", messages: [{ ruleId: "convex-authkit/no-bad" }] }],
      });
    }
  });

  it("has to exist", async () => {
    const cwd = makeFolder({});
    expect(await runDoctor(["nowhere"], { cwd })).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `There is no folder ${join(cwd, "nowhere")}.\n`,
    });
  });

  it("has to be a folder", async () => {
    const cwd = makeFolder({ "convex/auth.config.ts": "" });
    expect(await runDoctor(["convex/auth.config.ts"], { cwd })).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `${join(cwd, "convex/auth.config.ts")} is a file. Name the folder of the app instead.\n`,
    });
  });

  it("has to have something to do with Convex", async () => {
    const cwd = makeFolder({ "package.json": '{"dependencies":{"next-auth":"5"}}', "auth.config.ts": "" });
    expect(await runDoctor([], { cwd })).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `Nothing in ${cwd} has to do with Convex: no convex.json, no convex folder, no package.json that depends on convex.\n`,
    });
  });
});

describe("files that nobody can lint", () => {
  it("are reported where they do not parse, and the others are checked", async () => {
    const cwd = makeFolder({
      "a/package.json": "{}",
      "a/convex/auth.config.ts": "export default {\n  providers: [}\n",
      "b/package.json": "{}",
      "b/convex/auth.config.ts": "bad;",
    });
    const { exitCode, stdout } = await runDoctor(["--fix"], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`
  a/convex/auth.config.ts
    2:15  error  Parsing error: Expression or comma expected.
${nothingElse()}
Repaired b/convex/auth.config.ts.
`);
  });

  it("are reported where they are no text, and left alone", async () => {
    const bytes = Uint8Array.of(0x62, 0x61, 0x64, 0x3b, 0xff, 0x00, 0x80);
    const cwd = makeFolder({ "convex/auth.config.ts": bytes });
    const { stdout } = await runDoctor(["--fix"], { cwd });
    expect(stdout).toContain("\n    1:1  error  This file cannot be read as UTF-8 text.\n");
    expect(Uint8Array.from(readFileSync(join(cwd, "convex/auth.config.ts")))).toEqual(bytes);
  });

  it.each([
    ["empty", ""],
    ["full of zeros", "\0".repeat(1000)],
    ["one long line", `x = ${"1 + ".repeat(1000)}1; /* ${"y".repeat(1_000_000)} */`],
  ])("are no reason to stop: %s", async (_, text) => {
    const cwd = makeFolder({ "convex/auth.config.ts": text });
    const { exitCode, stderr } = await runDoctor(["--diff"], { cwd });
    expect(stderr).toBe("");
    expect(exitCode).toBeLessThan(2);
  });
});

describe("what could not run", () => {
  it("is said in one sentence on stderr", async () => {
    expect(await runDoctor(["--fxi"], { cwd: "/" })).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: "Unknown option '--fxi'. See --help.\n",
    });
  });

  it("includes a rule that crashes", async () => {
    const { exitCode, stdout, stderr } = await runDoctor([], {
      cwd: makeFolder({ "convex/auth.config.ts": "crash;" }),
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^ESLint stopped: The rule crashed\.\n/);
  });

  it("includes a mistake of the doctor's own", async () => {
    const cwd = undefined as unknown as string;
    const { exitCode, stderr } = await runDoctor([], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^TypeError/);
  });
});

describe("help and version", () => {
  it("go to stdout", async () => {
    expect(await runDoctor(["--help"], { cwd: "/" })).toEqual({ exitCode: 0, stdout: HELP, stderr: "" });
    expect(await runDoctor(["--version"], { cwd: "/" })).toEqual({ exitCode: 0, stdout: "1.2.3\n", stderr: "" });
  });

  it("names every option and format", () => {
    for (const word of [
      "--fix",
      "--diff",
      "--init",
      "--format",
      "stylish, json, sarif, or github",
      "--max-warnings",
      "--help",
      "--version",
    ]) {
      expect(HELP).toContain(word);
    }
  });
});

describe("colour", () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: "1" }, false],
    [true, { NO_COLOR: "" }, true],
  ])("on a terminal %s, with %j: %s", async (isTTY, env, expected) => {
    const { stdout } = await runDoctor([], { cwd: makeFolder({ "convex/auth.config.ts": "" }), isTTY, env });
    expect(stdout.includes("\u001b")).toBe(expected);
  });
});
