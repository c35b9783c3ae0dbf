import { describe, expect, it } from "vitest";
import { defaultFunctionsFolder, namedFunctionsFolder } from "../../src/platform/functions-folder.js";

describe("without a convex.json", () => {
  it.each([
    { dependencies: [], folder: "convex" },
    { dependencies: ["convex", "react"], folder: "convex" },
    { dependencies: ["react-scripts"], folder: "src/convex" },
  ])("the functions are in $folder in an app with $dependencies", ({ dependencies, folder }) => {
    expect(defaultFunctionsFolder(dependencies)).toBe(folder);
  });
});

describe("a convex.json", () => {
  it.each([
    { value: {}, path: "convex" },
    { value: { functions: "src/backend/" }, path: "src/backend/" },
    { value: { functions: "" }, path: "" },
    { value: { node: {} }, path: "convex" },
  ])("with $value names $path", ({ value, path }) => {
    expect(namedFunctionsFolder(value)).toEqual({ path });
  });

  it.each([undefined, null, [], "convex", 1, true])("is not an object: %j", (value) => {
    expect(namedFunctionsFolder(value)).toEqual({ problem: "is not a JSON object" });
  });

  it.each([1, null, {}, ["convex"]])("has functions that are not a string: %j", (functions) => {
    expect(namedFunctionsFolder({ functions })).toEqual({ problem: "has `functions` that is not a string" });
  });
});
