import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeConfigFile } from "../../src/app/config-file.js";
import { makeFolder } from "../doctor/temp-folder.js";

describe("the name of a file", () => {
  it.each(["ts", "js", "mts", "cts", "mjs", "cjs", "tsx", "jsx"])("is auth.config.%s", (extension) => {
    expect(describeConfigFile(`/app/convex/auth.config.${extension}`)?.extension).toBe(extension);
  });

  it.each([
    "/app/convex/auth.ts",
    "/app/convex/users.ts",
    "/app/convex/auth.config.json",
    "/app/convex/auth.config.d.ts",
    "/app/convex/auth.config.test.ts",
    "/app/convex/auth.config.ts.bak",
    "/app/convex/auth.config",
    "/app/convex/my-auth.config.ts",
    "/app/convex/AUTH.CONFIG.TS",
    "/app/convex/auth.config.ts/index.ts",
    "auth.config.ts",
    "<input>",
    "",
  ])("is not %s", (filename) => {
    expect(describeConfigFile(filename)).toBeNull();
  });

  it("may stand behind a backslash, and behind line breaks", () => {
    expect(describeConfigFile("C:\\app\\convex\\auth.config.ts")?.isInFunctionsFolder).toBe(true);
    expect(describeConfigFile("/a\nb/convex/auth.config.ts")?.isInFunctionsFolder).toBe(true);
  });
});

describe("the functions folder", () => {
  const isInside = (filename: string): boolean | undefined => describeConfigFile(filename)?.isInFunctionsFolder;

  it("is one named convex, anywhere", () => {
    expect(isInside("/app/convex/auth.config.ts")).toBe(true);
    expect(isInside("convex/auth.config.ts")).toBe(true);
    expect(isInside("/app/packages/backend/convex/auth.config.ts")).toBe(true);
  });

  it("is no folder below or beside it, and none whose name is only like it", () => {
    const folder = makeFolder({ ".git/": "" });
    for (const name of ["convex/auth", "my-convex", "convex-backend", "Convex", "src", "."]) {
      expect(isInside(join(folder, name, "auth.config.ts"))).toBe(false);
    }
  });

  it.each([
    { functions: "src/convex", inside: "src/convex" },
    { functions: "src/backend/", inside: "src/backend" },
    { functions: "./server", inside: "server" },
    { functions: ".", inside: "" },
  ])("is what convex.json calls functions: $functions", ({ functions, inside }) => {
    const folder = makeFolder({ ".git/": "", "app/convex.json": JSON.stringify({ functions }) });
    expect(isInside(join(folder, "app", inside, "auth.config.ts"))).toBe(true);
  });

  it("is not named by a convex.json that does not lie above it", () => {
    const folder = makeFolder({ ".git/": "", "app/convex.json": '{ "functions": "../shared/server" }' });
    expect(isInside(join(folder, "shared/server/auth.config.ts"))).toBe(false);
  });

  it.each([
    { form: "without functions", text: "{}" },
    { form: "with functions that are no text", text: '{ "functions": 5 }' },
    { form: "that is no object", text: "[]" },
    { form: "that is null", text: "null" },
    { form: "that is a text", text: '"src"' },
    { form: "that cannot be read", text: '{ "functions": ' },
    { form: "that is empty", text: "" },
  ])("is not named by a convex.json $form", ({ text }) => {
    const folder = makeFolder({ ".git/": "", "convex.json": text });
    expect(isInside(join(folder, "src/auth.config.ts"))).toBe(false);
  });

  it("is named by the nearest convex.json alone", () => {
    const folder = makeFolder({
      ".git/": "",
      "convex.json": '{ "functions": "packages/api/server" }',
      "packages/api/convex.json": '{ "functions": "backend" }',
    });
    expect(isInside(join(folder, "packages/api/backend/auth.config.ts"))).toBe(true);
    expect(isInside(join(folder, "packages/api/server/auth.config.ts"))).toBe(false);
  });

  it("may be named in a file that starts with a byte-order mark", () => {
    const folder = makeFolder({ ".git/": "", "convex.json": '\uFEFF{ "functions": "server" }' });
    expect(isInside(join(folder, "server/auth.config.ts"))).toBe(true);
  });
});

describe("the place of a file", () => {
  it("is known for an absolute path", () => {
    const folder = makeFolder({ ".git/": "" });
    expect(describeConfigFile(join(folder, "src/auth.config.ts"))?.isPlaced).toBe(true);
    expect(describeConfigFile("src/auth.config.ts")?.isPlaced).toBe(false);
  });

  it("is not judged where convex.json cannot be read, since it may say otherwise", () => {
    const folder = makeFolder({ ".git/": "", "convex.json": '{ "functions": ' });
    expect(describeConfigFile(join(folder, "src/auth.config.ts"))?.isPlaced).toBe(false);
  });
});

describe("its neighbours", () => {
  it("are looked for in its own folder", () => {
    const folder = makeFolder({ ".git/": "", "convex/auth.config.ts": "", "auth.config.js": "" });
    const file = describeConfigFile(join(folder, "convex/auth.config.ts"));
    expect(file?.hasSibling("auth.config.ts")).toBe(true);
    expect(file?.hasSibling("auth.config.js")).toBe(false);
  });
});

describe("the type of its package", () => {
  const typeIn = (files: Record<string, string>, name = "convex/auth.config.js") =>
    describeConfigFile(join(makeFolder({ ".git/": "", ...files }), name))?.packageType();

  it.each([
    { form: "module", files: { "package.json": '{ "type": "module" }' }, type: "module" },
    { form: "commonjs", files: { "package.json": '{ "type": "commonjs" }' }, type: "commonjs" },
    { form: "no type", files: { "package.json": "{}" }, type: "commonjs" },
    { form: "another type", files: { "package.json": '{ "type": "esm" }' }, type: "commonjs" },
    { form: "no package.json", files: {}, type: "commonjs" },
    { form: "one that cannot be read", files: { "package.json": "{" }, type: "commonjs" },
    { form: "one that is no object", files: { "package.json": "null" }, type: "commonjs" },
    {
      form: "a nearer one",
      files: { "package.json": '{ "type": "module" }', "convex/package.json": "{}" },
      type: "commonjs",
    },
    {
      form: "a nearer module",
      files: { "package.json": "{}", "convex/package.json": '{ "type": "module" }' },
      type: "module",
    },
  ])("is that of the nearest package.json: $form", ({ files, type }) => {
    expect(typeIn(files as Record<string, string>)).toBe(type);
  });
});
