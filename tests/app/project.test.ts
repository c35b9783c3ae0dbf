import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join, parse, relative } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import {
  filesBelow,
  foldersUpToRoot,
  listFolder,
  mayHold,
  nearestJson,
  projectRoot,
  readText,
} from "../../src/app/project.js";
import { makeFolder } from "../doctor/temp-folder.js";

/** Some time later: what was written is no longer new. */
function later(): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  onTestFinished(() => void vi.useRealTimers());
}

/** Nobody may read it; false where the tests run as somebody who may read everything. */
function forbid(path: string): boolean {
  chmodSync(path, 0o000);
  onTestFinished(() => chmodSync(path, 0o700));
  return process.getuid?.() !== 0;
}

describe("the nearest JSON file", () => {
  it("is in the folder itself, or above", () => {
    const folder = makeFolder({ ".git/": "", "convex.json": '{ "a": 1 }', "src/deep/": "" });
    expect(nearestJson(folder, "convex.json")).toEqual({ folder, value: { a: 1 } });
    expect(nearestJson(join(folder, "src/deep"), "convex.json")).toEqual({ folder, value: { a: 1 } });
  });

  it("hides those above it", () => {
    const folder = makeFolder({ ".git/": "", "convex.json": "1", "app/convex.json": "2", "app/src/": "" });
    expect(nearestJson(join(folder, "app/src"), "convex.json")).toEqual({ folder: join(folder, "app"), value: 2 });
  });

  it("is looked for from a folder that does not exist yet", () => {
    const folder = makeFolder({ ".git/": "", "convex.json": "1" });
    expect(nearestJson(join(folder, "not/there"), "convex.json")?.value).toBe(1);
  });

  it("is none where there is none", () => {
    const folder = makeFolder({ ".git/": "", "src/": "" });
    expect(nearestJson(join(folder, "src"), "convex.json")).toBeNull();
  });

  it("is none for a path that is not absolute", () => {
    const folder = makeFolder({ ".git/": "", "convex.json": "1" });
    expect(nearestJson(relative(process.cwd(), folder), "convex.json")).toBeNull();
    expect(nearestJson("", "convex.json")).toBeNull();
  });

  it.each([
    { form: "cut off", text: "{" },
    { form: "empty", text: "" },
    { form: "with comments", text: "{ /* a */ }" },
    { form: "binary", text: "\u0000\u0001" },
  ])("that is $form is there, and says nothing", ({ text }) => {
    const folder = makeFolder({ ".git/": "", "convex.json": '{ "a": 1 }', "app/convex.json": text });
    expect(nearestJson(join(folder, "app"), "convex.json")).toEqual({ folder: join(folder, "app"), value: undefined });
  });

  it("that is a folder says nothing", () => {
    const folder = makeFolder({ ".git/": "", "convex.json/": "" });
    expect(nearestJson(folder, "convex.json")).toEqual({ folder, value: undefined });
  });

  it("may start with a byte-order mark", () => {
    const folder = makeFolder({ ".git/": "", "convex.json": '\uFEFF{ "a": 1 }' });
    expect(nearestJson(folder, "convex.json")?.value).toEqual({ a: 1 });
  });
});

describe("the root of the project", () => {
  it("is the nearest folder with .git: nothing above it is read", () => {
    const folder = makeFolder({ "convex.json": "1", "app/.git/": "", "app/src/": "" });
    expect(nearestJson(join(folder, "app/src"), "convex.json")).toBeNull();
  });

  it("may have .git as a file, as in a worktree", () => {
    const folder = makeFolder({ "convex.json": "1", "app/.git": "gitdir: elsewhere", "app/src/": "" });
    expect(nearestJson(join(folder, "app/src"), "convex.json")).toBeNull();
  });

  it.each(["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb"])(
    "without .git is the nearest folder with %s",
    (lock) => {
      const folder = makeFolder({ "convex.json": "1", [`app/${lock}`]: "", "app/src/": "" });
      expect(nearestJson(join(folder, "app/src"), "convex.json")).toBeNull();
    },
  );

  it("is not a lock file where .git is above it, as in a monorepo", () => {
    const folder = makeFolder({ ".git/": "", "convex.json": "1", "app/package-lock.json": "", "app/src/": "" });
    expect(nearestJson(join(folder, "app/src"), "convex.json")?.value).toBe(1);
  });

  it("is read itself", () => {
    const folder = makeFolder({ "app/.git/": "", "app/convex.json": "1", "app/src/": "" });
    expect(nearestJson(join(folder, "app/src"), "convex.json")?.value).toBe(1);
  });

  it("is that of the file system at last", () => {
    expect(nearestJson(parse(process.cwd()).root, "there-is-no-such-file.json")).toBeNull();
  });
});

describe("a JSON file that changes", () => {
  it("is read again", () => {
    const folder = makeFolder({ ".git/": "", "convex.json": '{ "a": 1 }' });
    expect(nearestJson(folder, "convex.json")?.value).toEqual({ a: 1 });
    writeFileSync(join(folder, "convex.json"), '{ "a": 22 }');
    expect(nearestJson(folder, "convex.json")?.value).toEqual({ a: 22 });
  });

  it("is read again although its date was put back", () => {
    const folder = makeFolder({ ".git/": "", "convex.json": "1" });
    const date = new Date(1_700_000_000_000);
    utimesSync(join(folder, "convex.json"), date, date);
    expect(nearestJson(folder, "convex.json")?.value).toBe(1);
    rmSync(join(folder, "convex.json"));
    writeFileSync(join(folder, "convex.json"), "2");
    utimesSync(join(folder, "convex.json"), date, date);
    expect(nearestJson(folder, "convex.json")?.value).toBe(2);
  });

  it("is gone when it is gone, and there when it comes", () => {
    const folder = makeFolder({ ".git/": "", "convex.json": "1" });
    expect(nearestJson(folder, "convex.json")?.value).toBe(1);
    rmSync(join(folder, "convex.json"));
    expect(nearestJson(folder, "convex.json")).toBeNull();
    mkdirSync(join(folder, "app"));
    writeFileSync(join(folder, "app/convex.json"), "3");
    expect(nearestJson(join(folder, "app"), "convex.json")?.value).toBe(3);
  });

  it("that does not change is the same value", () => {
    const folder = makeFolder({ ".git/": "", "convex.json": '{ "a": 1 }' });
    later();
    expect(nearestJson(folder, "convex.json")?.value).toBe(nearestJson(folder, "convex.json")?.value);
  });
});

describe("the root", () => {
  it.each([
    { case: "the nearest .git", files: { ".git/": "", "a/.git/": "", "a/b/c/": "" }, start: "a/b/c", root: "a" },
    {
      case: ".git before workspaces",
      files: { ".git/": "", "a/pnpm-workspace.yaml": "", "a/b/package.json": '{ "workspaces": [] }', "a/b/c/": "" },
      start: "a/b/c",
      root: ".",
    },
    {
      case: "the workspaces of pnpm",
      files: { "a/pnpm-workspace.yaml": "", "a/b/yarn.lock": "", "a/b/c/": "" },
      start: "a/b/c",
      root: "a",
    },
    {
      case: "the workspaces of npm, yarn and bun",
      files: { "a/package.json": '{ "workspaces": ["b"] }', "a/b/package.json": "{}", "a/b/package-lock.json": "" },
      start: "a/b",
      root: "a",
    },
    {
      case: "the nearest workspaces",
      files: { "package.json": '{ "workspaces": ["a"] }', "a/package.json": '{ "workspaces": ["b"] }', "a/b/": "" },
      start: "a/b",
      root: "a",
    },
    {
      case: "a lock file before configuration",
      files: { "a/bun.lock": "", "a/b/package.json": "{}", "a/b/c/": "" },
      start: "a/b/c",
      root: "a",
    },
    {
      case: "package.json where there is nothing else",
      files: { "a/package.json": "{}", "a/b/": "" },
      start: "a/b",
      root: "a",
    },
    {
      case: "convex.json where there is nothing else",
      files: { "a/convex.json": "{}", "a/b/": "" },
      start: "a/b",
      root: "a",
    },
    {
      case: "not a package.json that is none",
      files: { "a/package.json": "null", "a/yarn.lock": "", "a/b/package.json": "[]", "a/b/bun.lock": "" },
      start: "a/b",
      root: "a/b",
    },
    { case: "the folder itself at last", files: { "a/b/": "" }, start: "a/b", root: "a/b" },
  ] as { case: string; files: Record<string, string>; start: string; root: string }[])(
    "is $case",
    ({ files, start, root }) => {
      const folder = makeFolder(files);
      expect(projectRoot(join(folder, start))).toBe(join(folder, root));
    },
  );

  it("is looked for from a folder that does not exist", () => {
    const folder = makeFolder({ ".git/": "" });
    expect(projectRoot(join(folder, "not/there"))).toBe(folder);
  });

  it("ends the folders above one", () => {
    const folder = makeFolder({ ".git/": "", "a/b/": "" });
    expect(foldersUpToRoot(join(folder, "a/b"))).toEqual([join(folder, "a/b"), join(folder, "a"), folder]);
    expect(foldersUpToRoot(folder)).toEqual([folder]);
  });
});

describe("the text of a file", () => {
  it("is what stands in it", () => {
    const folder = makeFolder({ ".git/": "", "a.env": "A=1\r\n", "b/c.ts": "é" });
    expect(readText(folder, "a.env")).toBe("A=1\r\n");
    expect(readText(folder, "b/c.ts")).toBe("é");
  });

  it("has no byte-order mark", () => {
    const folder = makeFolder({ ".git/": "", ".env": "\uFEFFA=1" });
    expect(readText(folder, ".env")).toBe("A=1");
  });

  it.each(["none.env", "folder", "folder/none.env", "", "none\u0000.env"])("is none for %j", (name) => {
    const folder = makeFolder({ ".git/": "", "folder/": "" });
    expect(readText(folder, name)).toBeNull();
  });

  it("is none where it must not be read", () => {
    const folder = makeFolder({ ".git/": "", ".env": "A=1" });
    const isForbidden = forbid(join(folder, ".env"));
    expect(readText(folder, ".env")).toBe(isForbidden ? null : "A=1");
  });

  it.runIf(process.platform !== "win32")("is none for a pipe, which nobody writes into", () => {
    const folder = makeFolder({ ".git/": "" });
    execFileSync("mkfifo", [join(folder, ".env")]);
    expect(readText(folder, ".env")).toBeNull();
    expect(listFolder(folder).files).toEqual([]);
  });

  it("follows links within the project, and none out of it", () => {
    const outside = makeFolder({ ".env": "A=secret", "convex.json": '{ "a": "secret" }' });
    const folder = makeFolder({
      ".git/": "",
      ".env": "A=1",
      "app/.env": { linkTo: "../.env" },
      "app/.env.local": { linkTo: join(outside, ".env") },
      "app/.env.none": { linkTo: "nowhere" },
      "app/.env.circle": { linkTo: ".env.circle" },
      "app/convex.json": { linkTo: join(outside, "convex.json") },
      folder: { linkTo: outside },
    });
    const app = join(folder, "app");
    expect(readText(app, ".env")).toBe("A=1");
    expect(readText(app, ".env.local")).toBeNull();
    expect(readText(app, ".env.none")).toBeNull();
    expect(readText(app, ".env.circle")).toBeNull();
    expect(readText(folder, "folder/.env")).toBeNull();
    expect(readText(app, "../../.env")).toBeNull();
    expect(readText(folder, `../${parse(outside).base}/.env`)).toBeNull();
    expect(nearestJson(app, "convex.json")).toEqual({ folder: app, value: undefined });
    expect(mayHold(folder, { names: /\.env/u, text: /secret/u, limit: 10 })).toBe(true);
    expect(mayHold(folder, { names: /\.env$/u, text: /secret/u, limit: 10 })).toBe(false);
    // The names alone are no secret; links to folders, to nothing and in circles are none of them.
    expect(listFolder(app)).toEqual({ files: [".env", ".env.local", "convex.json"], folders: [] });
    expect(listFolder(folder)).toEqual({ files: [".env"], folders: [".git", "app"] });
    expect(listFolder(join(folder, "folder"))).toEqual({ files: [], folders: [] });
    expect(filesBelow(join(folder, "folder"), 10)).toEqual([]);
  });

  it("is read where the project itself lies behind a link", () => {
    const real = makeFolder({ "app/.git/": "", "app/.env": "A=1" });
    const link = makeFolder({ app: { linkTo: join(real, "app") } });
    expect(readText(join(link, "app"), ".env")).toBe("A=1");
    expect(listFolder(join(link, "app")).files).toEqual([".env"]);
  });

  it("is that of a name that only begins like a way up", () => {
    const folder = makeFolder({ ".git/": "", "..env": "A=1" });
    expect(readText(folder, "..env")).toBe("A=1");
  });
});

describe("what lies in a folder", () => {
  it("is sorted, hidden files included", () => {
    const folder = makeFolder({ ".git/": "", "b/": "", "a/": "", ".env": "", "convex.json": "", ".env.local": "" });
    expect(listFolder(folder)).toEqual({ files: [".env", ".env.local", "convex.json"], folders: [".git", "a", "b"] });
  });

  it("is nothing where there is none, or where it is a file", () => {
    const folder = makeFolder({ ".git/": "", file: "" });
    expect(listFolder(join(folder, "none"))).toEqual({ files: [], folders: [] });
    expect(listFolder(join(folder, "file"))).toEqual({ files: [], folders: [] });
  });

  it("is nothing where it must not be read", () => {
    const folder = makeFolder({ ".git/": "", "app/.env": "A=1" });
    const isForbidden = forbid(join(folder, "app"));
    expect(listFolder(join(folder, "app")).files).toEqual(isForbidden ? [] : [".env"]);
    expect(filesBelow(folder, 10)).toEqual(isForbidden ? [] : ["app/.env"]);
  });
});

describe("the files below a folder", () => {
  it("are those of the app, and no dependencies, build output, or what is hidden", () => {
    const folder = makeFolder({
      ".git/HEAD": "",
      ".env": "",
      "package.json": "",
      "src/index.ts": "",
      "src/deep/a.ts": "",
      "node_modules/x/index.js": "",
      "src/node_modules/x/index.js": "",
      ".next/server.js": "",
      "dist/a.js": "",
      "build/a.js": "",
      "out/a.js": "",
      "coverage/a.js": "",
      "packages/x/dist/a.js": "",
    });
    expect([...(filesBelow(folder, 100) ?? [])].sort()).toEqual([
      ".env",
      "package.json",
      "src/deep/a.ts",
      "src/index.ts",
    ]);
    expect(filesBelow(join(folder, "src"), 100)).toEqual(["index.ts", "deep/a.ts"]);
  });

  it("are those of routes, whatever these are called", () => {
    const folder = makeFolder({
      ".git/": "",
      "app/build/route.ts": "",
      "src/app/out/dist/route.ts": "",
      "pages/coverage.ts": "",
      "apps/web/pages/coverage/index.ts": "",
      "app/node_modules/x.js": "",
      "web-app/dist/a.js": "",
    });
    expect([...(filesBelow(folder, 100) ?? [])].sort()).toEqual([
      "app/build/route.ts",
      "apps/web/pages/coverage/index.ts",
      "pages/coverage.ts",
      "src/app/out/dist/route.ts",
    ]);
  });

  it("are not counted beyond the limit", () => {
    const folder = makeFolder({ ".git/": "", a: "", b: "", "c/d": "" });
    expect(filesBelow(folder, 3)).toEqual(["a", "b", "c/d"]);
    expect(filesBelow(folder, 2)).toBeNull();
  });

  it("may be too many folders", () => {
    const folder = makeFolder({ ".git/": "", "a/": "", "b/": "", "c/": "" });
    expect(filesBelow(folder, 3)).toEqual([]);
    expect(filesBelow(folder, 2)).toBeNull();
  });

  it("are none where there is no folder", () => {
    const folder = makeFolder({ ".git/": "" });
    expect(filesBelow(join(folder, "none"), 10)).toEqual([]);
  });
});

describe("a text that a file may hold", () => {
  const names = /\.ts$/u;

  it("is looked for in the files of some names", () => {
    const folder = makeFolder({
      ".git/": "",
      "a.ts": "const a = 1;",
      "b/c.ts": "const redirectUri = 2;",
      "d.md": "elsewhere",
    });
    expect(mayHold(folder, { names, text: /\bredirectUri\b/u, limit: 10 })).toBe(true);
    expect(mayHold(folder, { names, text: /\bconst\b/u, limit: 10 })).toBe(true);
    expect(mayHold(folder, { names, text: /elsewhere/u, limit: 10 })).toBe(false);
    expect(mayHold(join(folder, "none"), { names, text: /const/u, limit: 10 })).toBe(false);
  });

  it("may be anywhere where there are too many files, or where one cannot be read", () => {
    const folder = makeFolder({ ".git/": "", "a.ts": "", "b.ts": "" });
    expect(mayHold(folder, { names, text: /x/u, limit: 1 })).toBe(true);
    const isForbidden = forbid(join(folder, "b.ts"));
    expect(mayHold(folder, { names, text: /x/u, limit: 10 })).toBe(isForbidden);
  });

  it("may be in a file that is gone meanwhile", () => {
    const folder = makeFolder({ ".git/": "", "a.ts": "" });
    later();
    const lookAway = { test: (): boolean => (rmSync(join(folder, "a.ts")), true) } as unknown as RegExp;
    expect(mayHold(folder, { names: lookAway, text: /x/u, limit: 10 })).toBe(true);
  });

  it("is looked for again when the file changes", () => {
    const folder = makeFolder({ ".git/": "", "a.ts": "const a = 1;" });
    const ask = (text: RegExp): boolean => mayHold(folder, { names, text, limit: 10 });
    later();
    expect([ask(/a/u), ask(/b/u), ask(/a/u)]).toEqual([true, false, true]);
    writeFileSync(join(folder, "a.ts"), "const b = 1;");
    expect([ask(/a/u), ask(/b/u)]).toEqual([false, true]);
  });
});

/** An editor runs for days. Whether the clock has moved on since the change must not matter. */
describe.each([
  { when: "at once", wait: (): void => undefined },
  { when: "later", wait: later },
])("a change is seen $when:", ({ wait }) => {
  it("a text of the same length", () => {
    const folder = makeFolder({ ".git/": "", ".env": "A=1" });
    wait();
    for (const text of ["A=1", "A=2", "A=3", "A=4"]) {
      writeFileSync(join(folder, ".env"), text);
      expect(readText(folder, ".env")).toBe(text);
      expect(readText(folder, ".env")).toBe(text);
    }
  });

  it("files that come and go", () => {
    const folder = makeFolder({ ".git/": "" });
    wait();
    expect(listFolder(folder).files).toEqual([]);
    for (const name of ["a", "b", "c"]) {
      writeFileSync(join(folder, name), "");
      expect(listFolder(folder).files).toContain(name);
    }
    rmSync(join(folder, "b"));
    expect(listFolder(folder).files).toEqual(["a", "c"]);
    expect(filesBelow(folder, 10)).toEqual(["a", "c"]);
  });

  it("a link that leads elsewhere", () => {
    const outside = makeFolder({ ".env": "A=secret" });
    const folder = makeFolder({ ".git/": "", a: "A=1", b: "A=2", ".env": { linkTo: "a" } });
    wait();
    expect(readText(folder, ".env")).toBe("A=1");
    for (const [target, text] of [
      ["b", "A=2"],
      [join(outside, ".env"), null],
      ["a", "A=1"],
    ] as const) {
      rmSync(join(folder, ".env"));
      symlinkSync(target, join(folder, ".env"));
      expect(readText(folder, ".env")).toBe(text);
    }
  });

  it("a folder that moves out of the project, with a link in its place", () => {
    const outside = makeFolder({ "x/": "" });
    const folder = makeFolder({ ".git/": "", "app/.env": "A=1" });
    wait();
    expect(readText(join(folder, "app"), ".env")).toBe("A=1");
    renameSync(join(folder, "app"), join(outside, "app"));
    symlinkSync(join(outside, "app"), join(folder, "app"));
    expect(readText(folder, "app/.env")).toBeNull();
    expect(listFolder(join(folder, "app")).files).toEqual([]);
  });

  it("a new root", () => {
    const folder = makeFolder({ ".git/": "", ".env": "A=1", "app/.env": { linkTo: "../.env" } });
    wait();
    expect(readText(join(folder, "app"), ".env")).toBe("A=1");
    mkdirSync(join(folder, "app/.git"));
    expect(readText(join(folder, "app"), ".env")).toBeNull();
    rmSync(join(folder, "app/.git"), { recursive: true });
    expect(readText(join(folder, "app"), ".env")).toBe("A=1");
  });
});

describe("a text without a place", () => {
  it.each(["", ".", "src", "./src"])("in %j has no neighbours, not even those of the current folder", (folder) => {
    expect(nearestJson(folder, "package.json")).toBeNull();
    expect(readText(folder, "package.json")).toBeNull();
    expect(projectRoot(folder)).toBe(folder);
    expect(foldersUpToRoot(folder)).toEqual([]);
    expect(listFolder(folder)).toEqual({ files: [], folders: [] });
    expect(filesBelow(folder, 10)).toEqual([]);
    expect(mayHold(folder, { names: /./u, text: /./u, limit: 10 })).toBe(false);
  });
});

describe("without a file system, as in a browser", () => {
  it("there are no neighbours", async () => {
    const folder = makeFolder({ ".git/": "", "convex.json": "1" });
    vi.resetModules();
    vi.stubGlobal("process", undefined);
    const inBrowser = await import("../../src/app/project.js").finally(() => {
      vi.unstubAllGlobals();
    });
    expect(inBrowser.nearestJson(folder, "convex.json")).toBeNull();
    expect(inBrowser.readText(folder, "convex.json")).toBeNull();
    expect(inBrowser.projectRoot(folder)).toBe(folder);
    expect(inBrowser.listFolder(folder)).toEqual({ files: [], folders: [] });
    expect(inBrowser.filesBelow(folder, 10)).toEqual([]);
  });
});
