import { chmodSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { findFolders, isFile, isFolder, listFiles } from "../../src/doctor/find-files.js";
import { makeFolder } from "./temp-folder.js";

function foldersOf(folder: string): string[] {
  return findFolders(folder).map(({ path }) => relative(folder, path));
}

describe("findFolders", () => {
  it("finds each folder with the names of its files, parents first and in the order of their names", () => {
    const folder = makeFolder({ "z.ts": "", "a.ts": "", "b/c/d.ts": "", "a/e.ts": "", "empty/": "" });
    expect(findFolders(folder)).toEqual([
      { path: folder, files: ["a.ts", "z.ts"] },
      { path: join(folder, "a"), files: ["e.ts"] },
      { path: join(folder, "b"), files: [] },
      { path: join(folder, "b/c"), files: ["d.ts"] },
      { path: join(folder, "empty"), files: [] },
    ]);
  });

  it.each(["node_modules", "dist", "build", "out", "coverage", ".git", ".next", ".claude"])("passes %s by", (name) => {
    expect(foldersOf(makeFolder({ [`${name}/x/a.ts`]: "", [`b/${name}/a.ts`]: "" }))).toEqual(["", "b"]);
  });

  it.each(["node_modules", ".hidden", "dist"])("looks into %s when that is the folder", (name) => {
    const folder = join(makeFolder({ [`${name}/convex/a.ts`]: "" }), name);
    expect(foldersOf(folder)).toEqual(["", "convex"]);
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
    expect(listFiles(folder)).toEqual(["a.ts", "b.ts"]);
  });

  it("counts a folder that cannot be read as empty", () => {
    const folder = makeFolder({ "a/b.ts": "", "c/d.ts": "" });
    chmodSync(join(folder, "a"), 0);
    rmSync(join(folder, "c"), { recursive: true });
    expect(foldersOf(folder)).toEqual(["", "a"]);
    chmodSync(join(folder, "a"), 0o700);
    expect(findFolders(join(folder, "c"))).toEqual([{ path: join(folder, "c"), files: [] }]);
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
