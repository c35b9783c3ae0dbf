import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseEnvFile } from "../../src/env-file/parse.js";
import { callbackRoutes, convexJson, envFiles } from "../../src/plugin/file-kinds.js";
import { makeFolder } from "../doctor/temp-folder.js";

const next = '{ "dependencies": { "@workos-inc/authkit-nextjs": "1" } }';

describe("a .env file", () => {
  it("is any file that is read as one", () => {
    expect(envFiles.root).toBe("EnvFile");
    expect([".env", "/app/.env.local", "whatever.txt"].every(envFiles.isMeant)).toBe(true);
  });

  it("has variables, lines that set nothing, and others beside it", () => {
    const folder = makeFolder({
      ".git/": "",
      "package.json": next,
      ".env": "A=old",
      ".env.local": "B=2",
      "src/.env": "C=3",
    });
    const text = "A=1\nwhat is this\n";
    const input = envFiles.open({ path: join(folder, ".env"), text, ast: parseEnvFile(text) });
    expect(input).toMatchObject({
      file: { name: ".env", role: "development" },
      variables: [{ name: "A", value: "1" }],
      text,
      app: { folder, framework: "next" },
    });
    expect(input?.invalidLines.map(({ range }) => text.slice(...range))).toEqual(["what is this"]);
    expect(input?.neighbours()).toMatchObject([{ file: { name: ".env.local" }, variables: [{ name: "B" }] }]);
  });

  it.each([".env", "<input>", ""])("may have no place: %j", (path) => {
    const input = envFiles.open({ path, text: "A=1", ast: parseEnvFile("A=1") });
    expect(input).toMatchObject({ file: { name: path }, app: { folder: "", framework: null } });
    expect(input?.neighbours()).toEqual([]);
  });

  it.each([
    ["C:\\app\\.env.production", ".env.production"],
    ["/app\\.env", ".env"],
    ["/.env", ".env"],
  ])("is named without its folder: %s", (path, name) => {
    expect(envFiles.open({ path, text: "", ast: parseEnvFile("") })?.file.name).toBe(name);
  });
});

describe("a convex.json", () => {
  it.each(["convex.json", "/app/convex.json", "C:\\app\\convex.json", "/app/packages/backend/convex.json"])(
    "is %s",
    (path) => {
      expect(convexJson.isMeant(path)).toBe(true);
    },
  );

  it.each(["package.json", "/app/my-convex.json", "/app/convex.json/x.json", "/app/convex.json5", ""])(
    "is not %j",
    (path) => {
      expect(convexJson.isMeant(path)).toBe(false);
    },
  );

  it("is what stands in it, and the app around it", () => {
    const folder = makeFolder({ ".git/": "", "package.json": next });
    const body = { type: "Null", loc: {} };
    expect(convexJson.root).toBe("Document");
    expect(
      convexJson.open({ path: join(folder, "convex.json"), text: "null", ast: { type: "Document", body } }),
    ).toMatchObject({ root: body, text: "null", app: { folder, framework: "next" } });
  });
});

describe("a callback route", () => {
  it.each([
    "/web/app/route.ts",
    "/web/app/callback/route.ts",
    "/web/src/app/(auth)/callback/route.js",
    "C:\\web\\app\\callback\\route.tsx",
    "/web/app/a/app/b/route.jsx",
  ])("may be %s", (path) => {
    expect(callbackRoutes.isMeant(path)).toBe(true);
  });

  it.each([
    "/web/app/callback/page.tsx",
    "/web/app/callback/my-route.ts",
    "/web/app/route.ts/x.ts",
    "/web/lib/route.ts",
    "app/route.ts",
    "/web/my-app/route.ts",
    "/web/app/route.test.ts",
    "",
  ])("is not %j", (path) => {
    expect(callbackRoutes.isMeant(path)).toBe(false);
  });

  const program = { type: "Program", body: [] };
  const open = (files: Record<string, string>, path: string): ReturnType<typeof callbackRoutes.open> => {
    const folder = makeFolder({ ".git/": "", ...files });
    return callbackRoutes.open({ path: join(folder, path), text: "", ast: program });
  };

  it.each([
    ["app/callback/route.ts", ["callback"]],
    ["app/route.ts", []],
    ["src/app/(auth)/auth/callback/route.ts", ["auth", "callback"]],
  ])("knows its path: %s", (path, segments) => {
    expect(open({ "package.json": next }, path)).toMatchObject({
      route: { file: path, segments },
      program,
      app: { framework: "next" },
    });
  });

  it("is looked at from its app, in a monorepo", () => {
    expect(
      open({ "package.json": "{}", "apps/web/package.json": next }, "apps/web/app/callback/route.ts"),
    ).toMatchObject({ route: { file: "app/callback/route.ts", segments: ["callback"] } });
  });

  it.each([
    ["another framework", '{ "dependencies": { "expo": "1" } }', "app/callback/route.ts"],
    ["no framework", "{}", "app/callback/route.ts"],
    ["a folder that Next.js does not look into", next, "lib/app/callback/route.ts"],
    ["a private folder", next, "app/_lib/route.ts"],
  ])("is none: %s", (_, manifest, path) => {
    expect(open({ "package.json": manifest }, path)).toBeNull();
  });

  it("is none without a package.json", () => {
    expect(open({}, "app/callback/route.ts")).toBeNull();
  });
});
