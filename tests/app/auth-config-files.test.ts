import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { isMeantForConvex, listAuthConfigs } from "../../src/app/auth-config-files.js";
import { makeFolder } from "../doctor/temp-folder.js";

describe("listAuthConfigs", () => {
  it("finds the eight extensions and nothing else", () => {
    const names = ["ts", "js", "mts", "cts", "mjs", "cjs", "tsx", "jsx"].map((extension) => `auth.config.${extension}`);
    const others = [
      "auth.config.json",
      "auth.config.d.ts",
      "auth.config.mtsx",
      "my.auth.config.ts",
      "auth.config.ts.bak",
      "Auth.config.ts",
    ];
    const folder = makeFolder(Object.fromEntries([...names, ...others].map((name) => [name, ""])));
    expect(listAuthConfigs(folder).map((path) => basename(path))).toEqual(names.sort());
  });

  it("finds no folder of that name", () => {
    expect(listAuthConfigs(makeFolder({ "auth.config.ts/a.ts": "" }))).toEqual([]);
  });

  it.each([
    'import NextAuth from "next-auth"',
    "import type { NextAuthConfig } from 'next-auth';",
    '"use server";\n  import GitHub from "next-auth/providers/github";',
    'import "next-auth"',
    'import {\n  type NextAuthConfig,\n} from "next-auth";',
    'export { default } from "@auth/core/providers/github";',
    'const { defineConfig } = require("@auth/core");',
    'const { default: NextAuth } = await import("next-auth");',
    'import { handlers } from "@auth/sveltekit";',
    'import { a } from "it\'s"\nimport NextAuth from "next-auth"',
  ])("leaves Auth.js's file out: %s", (text) => {
    expect(listAuthConfigs(makeFolder({ "auth.config.ts": text }))).toEqual([]);
  });

  it.each([
    '// import NextAuth from "next-auth"',
    '// const auth = require("next-auth")',
    '/*\n * import NextAuth from "next-auth"\n */',
    'import { AuthKit } from "next-authkit";',
    'import x from "./next-auth";',
    'const name = "next-auth";',
    'import { providers } from "@auth";',
    "next-auth",
    "",
  ])("keeps every other file: %s", (text) => {
    const folder = makeFolder({ "auth.config.ts": text });
    expect(listAuthConfigs(folder)).toEqual([join(folder, "auth.config.ts")]);
  });

  it("takes no long time over a text that is made to take long", () => {
    const texts = [
      "import\n".repeat(150_000),
      " ".repeat(1_000_000),
      `from${" ".repeat(1_000_000)}x"next-auth"`,
      'from "'.repeat(150_000),
    ];
    for (const text of texts) expect(listAuthConfigs(makeFolder({ "auth.config.ts": text }))).toHaveLength(1);
  });
});

describe("isMeantForConvex", () => {
  it.each([
    ['import { AuthConfig } from "convex/server";', true],
    ["export default { providers: [{ domain, applicationID }] };", true],
    ["export default { providers: [{ type: 'customJwt' }] };", true],
    ["export default { providers: [] };", false],
    ["export default { providers: [GitHub] };", false],
    ["", false],
  ])("in some folder, %s: %s", (text, expected) => {
    expect(isMeantForConvex(join(makeFolder({ "auth.config.ts": text }), "auth.config.ts"))).toBe(expected);
  });

  it("goes by the name of the folder, unless that is a package", () => {
    const folder = makeFolder({
      "convex/auth.config.ts": "",
      "clone/convex/auth.config.ts": "",
      "clone/convex/package.json": "{}",
    });
    expect(isMeantForConvex(join(folder, "convex/auth.config.ts"))).toBe(true);
    expect(isMeantForConvex(join(folder, "clone/convex/auth.config.ts"))).toBe(false);
  });

  it("is false for a file that is gone", () => {
    expect(isMeantForConvex("/nowhere/auth.config.ts")).toBe(false);
  });
});
