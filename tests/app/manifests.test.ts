import { describe, expect, it } from "vitest";
import { dependsOn, readFunctionsPath } from "../../src/app/manifests.js";
import { makeFolder } from "../doctor/temp-folder.js";

describe("dependsOn", () => {
  it.each([
    ['{"dependencies":{"convex":"^1.0.0"}}', true],
    ['{"devDependencies":{"convex":"^1.0.0"}}', true],
    ['{"peerDependencies":{"convex":"^1.0.0"}}', false],
    ['{"dependencies":{"convex-helpers":"^1.0.0"}}', false],
    ['{"dependencies":["convex"]}', false],
    ['{"dependencies":null}', false],
    ['["convex"]', false],
    ["null", false],
    ["{", false],
    ["", false],
  ])("%s: %s", (manifest, expected) => {
    expect(dependsOn(makeFolder({ "package.json": manifest }), "convex")).toBe(expected);
  });

  it("is false where there is no package.json", () => {
    expect(dependsOn(makeFolder({}), "convex")).toBe(false);
    expect(dependsOn(makeFolder({ "package.json/": "" }), "convex")).toBe(false);
  });
});

describe("readFunctionsPath", () => {
  it("is convex where nothing says otherwise", () => {
    expect(readFunctionsPath(makeFolder({}))).toEqual({ path: "convex" });
    expect(readFunctionsPath(makeFolder({ "convex.json": "{}" }))).toEqual({ path: "convex" });
  });

  it("is what convex.json names", () => {
    expect(readFunctionsPath(makeFolder({ "convex.json": '{"functions":"src/backend/"}' }))).toEqual({
      path: "src/backend/",
    });
  });

  it("is src/convex beside react-scripts, unless there is a convex.json", () => {
    const manifest = '{"dependencies":{"react-scripts":"5.0.0"}}';
    expect(readFunctionsPath(makeFolder({ "package.json": manifest }))).toEqual({ path: "src/convex" });
    expect(readFunctionsPath(makeFolder({ "package.json": manifest, "convex.json": "{}" }))).toEqual({
      path: "convex",
    });
  });

  it.each(["", "{", "[]", "null", '"convex"', "// a comment\n{}"])("tells that Convex cannot read %j", (text) => {
    expect(readFunctionsPath(makeFolder({ "convex.json": text }))).toEqual({ problem: "is not a JSON object" });
  });

  it("tells that Convex cannot read a byte-order mark, and reads one in package.json", () => {
    expect(readFunctionsPath(makeFolder({ "convex.json": "\uFEFF{}" }))).toEqual({ problem: "is not a JSON object" });
    const manifest = '\uFEFF{"dependencies":{"react-scripts":"5.0.0"}}';
    expect(readFunctionsPath(makeFolder({ "package.json": manifest }))).toEqual({ path: "src/convex" });
  });

  it.each(["1", "null", "{}"])("tells that `functions` must not be %s", (value) => {
    expect(readFunctionsPath(makeFolder({ "convex.json": `{"functions":${value}}` }))).toEqual({
      problem: "has `functions` that is not a string",
    });
  });
});
