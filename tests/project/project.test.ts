import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join, parse, relative } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { hasFile, isPlaced, isSameFolder, nearestJson } from "../../src/project/project.js";
import { makeFolder } from "../doctor/temp-folder.js";

describe("a file in a folder", () => {
  it("is there or not", () => {
    const folder = makeFolder({ "convex/auth.config.ts": "" });
    expect(hasFile(join(folder, "convex"), "auth.config.ts")).toBe(true);
    expect(hasFile(join(folder, "convex"), "auth.config.js")).toBe(false);
    expect(hasFile(join(folder, "src"), "auth.config.ts")).toBe(false);
  });
});

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

  it.each(["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb"])("without .git is the nearest folder with %s", (lock) => {
    const folder = makeFolder({ "convex.json": "1", [`app/${lock}`]: "", "app/src/": "" });
    expect(nearestJson(join(folder, "app/src"), "convex.json")).toBeNull();
  });

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
    expect(nearestJson(folder, "convex.json")?.value).toBe(nearestJson(folder, "convex.json")?.value);
  });
});

describe("a folder that a setting names", () => {
  it.each([
    { relative: "src/convex", folder: "/app/src/convex", is: true },
    { relative: "src/convex/", folder: "/app/src/convex", is: true },
    { relative: "./src/../src/convex", folder: "/app/src/convex/", is: true },
    { relative: "/app/src/convex", folder: "/app/src/convex", is: true },
    { relative: "", folder: "/app", is: true },
    { relative: "src", folder: "/app/src/convex", is: false },
    { relative: "src/convex", folder: "/other/src/convex", is: false },
  ])("is $folder for $relative: $is", ({ relative: name, folder, is }) => {
    expect(isSameFolder("/app", name, folder)).toBe(is);
  });
});

describe("the place of a text", () => {
  it("is known where its path is absolute", () => {
    expect(isPlaced("/app/src")).toBe(true);
    expect(isPlaced("src")).toBe(false);
    expect(isPlaced("")).toBe(false);
  });
});

describe("without a file system, as in a browser", () => {
  it("there are no neighbours", async () => {
    const folder = makeFolder({ ".git/": "", "convex.json": "1" });
    vi.resetModules();
    vi.stubGlobal("process", undefined);
    const inBrowser = await import("../../src/project/project.js").finally(() => {
      vi.unstubAllGlobals();
    });
    expect(inBrowser.hasFile(folder, "convex.json")).toBe(false);
    expect(inBrowser.nearestJson(folder, "convex.json")).toBeNull();
    expect(inBrowser.isSameFolder("/app", "src", "/app/src")).toBe(false);
    expect(inBrowser.isPlaced("/app/src")).toBe(false);
  });
});
