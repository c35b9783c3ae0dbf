import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { followLinks, isInside, showPath } from "../../src/doctor/paths.js";
import { makeFolder } from "./temp-folder.js";

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
  });
});
