import { chmodSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it, vi } from "vitest";
import {
  exists,
  foldersUp,
  followLinks,
  isFile,
  isFolder,
  isInside,
  isPlaced,
  isSameFolder,
  listFolder,
  readJson,
  readText,
  realPath,
  showPath,
  walk,
} from "../../src/app/disk.js";
import { makeFolder } from "../doctor/temp-folder.js";

function foldersOf(folder: string): string[] {
  return [...walk(folder)].map(({ path }) => relative(folder, path));
}

describe("a walk", () => {
  it("finds each folder with the names of its files, parents first and in the order of their names", () => {
    const folder = makeFolder({ "z.ts": "", "a.ts": "", "b/c/d.ts": "", "a/e.ts": "", "empty/": "" });
    expect([...walk(folder)]).toEqual([
      { path: folder, below: "", files: ["a.ts", "z.ts"], folders: ["a", "b", "empty"] },
      { path: join(folder, "a"), below: "a/", files: ["e.ts"], folders: [] },
      { path: join(folder, "b"), below: "b/", files: [], folders: ["c"] },
      { path: join(folder, "b/c"), below: "b/c/", files: ["d.ts"], folders: [] },
      { path: join(folder, "empty"), below: "empty/", files: [], folders: [] },
    ]);
  });

  it("may take the last folder first", () => {
    const folder = makeFolder({ "a/b/c.ts": "", "a/d.ts": "", "e/f/": "", "e/g/": "" });
    expect([...walk(folder, "descending")].map(({ below }) => below)).toEqual(["", "e/", "e/g/", "e/f/", "a/", "a/b/"]);
  });

  it.each(["node_modules", "dist", "build", "out", "coverage", ".git", ".next", ".claude"])("passes %s by", (name) => {
    expect(foldersOf(makeFolder({ [`${name}/x/a.ts`]: "", [`b/${name}/a.ts`]: "" }))).toEqual(["", "b"]);
  });

  it.each(["node_modules", ".hidden", "dist"])("looks into %s when that is the folder", (name) => {
    const folder = join(makeFolder({ [`${name}/convex/a.ts`]: "" }), name);
    expect(foldersOf(folder)).toEqual(["", "convex"]);
  });

  it.each(["app", "pages", "src", "apps/web/src/app"])("enters every folder of code below %s", (name) => {
    const folder = makeFolder({
      [`${name}/build/a.ts`]: "",
      [`${name}/x/dist/out/a.ts`]: "",
      [`${name}/node_modules/a.ts`]: "",
      [`${name}/.next/a.ts`]: "",
      "web-app/build/a.ts": "",
    });
    const entered = foldersOf(folder).filter((path) => path.startsWith(`${name}/`));
    expect(entered).toEqual(["build", "x", "x/dist", "x/dist/out"].map((path) => `${name}/${path}`));
    expect(foldersOf(folder)).toContain("web-app");
    expect(foldersOf(folder)).not.toContain("web-app/build");
  });

  it("does not enter linked folders, so that a loop is no trap", () => {
    const folder = makeFolder({ "a/b.ts": "", "a/loop": { linkTo: ".." }, twin: { linkTo: "a" } });
    expect(foldersOf(folder)).toEqual(["", "a"]);
  });

  it("takes linked files, and no broken or circular links", () => {
    const folder = makeFolder({
      "a.ts": "",
      "b.ts": { linkTo: "a.ts" },
      "c.ts": { linkTo: "nowhere" },
      "d.ts": { linkTo: "d.ts" },
    });
    expect(listFolder(folder).files).toEqual(["a.ts", "b.ts"]);
  });

  it("counts a folder that cannot be read as empty", () => {
    const folder = makeFolder({ "a/b.ts": "", "c/d.ts": "" });
    chmodSync(join(folder, "a"), 0);
    rmSync(join(folder, "c"), { recursive: true });
    expect(foldersOf(folder)).toEqual(["", "a"]);
    chmodSync(join(folder, "a"), 0o700);
    expect([...walk(join(folder, "c"))]).toEqual([{ path: join(folder, "c"), below: "", files: [], folders: [] }]);
  });
});

describe("isFile and isFolder", () => {
  it("see through links", () => {
    const folder = makeFolder({ "a/b.ts": "", file: { linkTo: "a/b.ts" }, folder: { linkTo: "a" } });
    expect([isFile(join(folder, "file")), isFolder(join(folder, "file"))]).toEqual([true, false]);
    expect([isFile(join(folder, "folder")), isFolder(join(folder, "folder"))]).toEqual([false, true]);
  });

  it("are false where there is nothing, or no way to it", () => {
    const folder = makeFolder({ "a.ts": "", loop: { linkTo: "loop" } });
    for (const name of ["b.ts", "a.ts/b.ts", "loop"]) {
      expect([isFile(join(folder, name)), isFolder(join(folder, name))]).toEqual([false, false]);
    }
  });
});

describe("isInside", () => {
  it.each([
    ["/a/b", "/a/b", true],
    ["/a/b", "/a/b/c", true],
    ["/a/b", "/a/b/..c", true],
    ["/a/b", "/a", false],
    ["/a/b", "/a/bc", false],
    ["/a/b", "/c", false],
    ["/", "/c", true],
  ])("%s, %s: %s", (folder, path, expected) => {
    expect(isInside(folder, path)).toBe(expected);
  });
});

describe("showPath", () => {
  it("is relative to the folder", () => {
    expect(showPath("/a", "/a/convex/auth.config.ts")).toBe("convex/auth.config.ts");
    expect(showPath("/a/b", "/a")).toBe("..");
  });

  it("is a dot for the folder itself", () => {
    expect(showPath("/a", "/a")).toBe(".");
  });
});

describe("followLinks", () => {
  it("follows links in the part of the path that exists", () => {
    const folder = makeFolder({ "a/b.ts": "", link: { linkTo: "a" } });
    expect(followLinks(join(folder, "link/b.ts"))).toBe(join(folder, "a/b.ts"));
    expect(followLinks(join(folder, "link/new/c.ts"))).toBe(join(folder, "a/new/c.ts"));
    expect(realPath(join(folder, "link/b.ts"))).toBe(join(folder, "a/b.ts"));
    expect(realPath(join(folder, "link/new/c.ts"))).toBeNull();
  });
});

describe("a file in a folder", () => {
  it("is there or not", () => {
    const folder = makeFolder({ "convex/auth.config.ts": "" });
    expect(exists(join(folder, "convex/auth.config.ts"))).toBe(true);
    expect(exists(join(folder, "convex/auth.config.js"))).toBe(false);
    expect(exists(join(folder, "src/auth.config.ts"))).toBe(false);
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

describe("a path that is not absolute", () => {
  it("leads nowhere, not even from the current folder", () => {
    expect(exists("package.json")).toBe(false);
    expect(realPath("src")).toBeNull();
    expect(readText("package.json")).toBeNull();
    expect(readJson("package.json")).toBeUndefined();
    expect(listFolder("src")).toEqual({ files: [], folders: [] });
    expect([...foldersUp("src/app")]).toEqual([]);
  });
});

describe("a byte-order mark", () => {
  it("is part of the text, and JSON with it or without", () => {
    const folder = makeFolder({ "a.json": '\uFEFF{ "a": 1 }' });
    const file = join(folder, "a.json");
    expect(readText(file)).toBe('\uFEFF{ "a": 1 }');
    expect(readJson(file)).toEqual({ a: 1 });
    expect(readJson(file, "an error")).toBeUndefined();
  });
});

describe("without a file system, as in a browser", () => {
  it("nothing is found", async () => {
    const folder = makeFolder({ "a.ts": "" });
    vi.resetModules();
    vi.stubGlobal("process", undefined);
    const inBrowser = await import("../../src/app/disk.js").finally(() => {
      vi.unstubAllGlobals();
    });
    expect(inBrowser.exists(join(folder, "a.ts"))).toBe(false);
    expect(inBrowser.isPlaced("/app/src")).toBe(false);
    expect(inBrowser.isSameFolder("/app", "src", "/app/src")).toBe(false);
    expect(inBrowser.isInside("/app", "/app/src")).toBe(false);
    expect(inBrowser.followLinks(join(folder, "b/c.ts"))).toBe(join(folder, "b/c.ts"));
    expect(inBrowser.join("/app", "src", "a.ts")).toBe("/app/src/a.ts");
    expect(inBrowser.basename("/app/src")).toBe("/app/src");
    expect(inBrowser.showPath("/app", "/app/src")).toBe("/app/src");
  });
});
