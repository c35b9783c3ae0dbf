import { describe, expect, it } from "vitest";
import { broken, brokenCommonJs, defect, lintProject, sound } from "./linted-project.js";

describe("a file is Convex's by its parent folder", () => {
  it.each([
    "convex/auth.config.ts",
    "convex/auth.config.js",
    "packages/backend/convex/auth.config.ts",
    "packages/backend/convex/auth.config.js",
    "apps/web/src/convex/auth.config.ts",
    "my app (copy)/convex/auth.config.ts",
  ])("%s", async (path) => {
    expect(await lintProject({ [path]: broken })).toEqual({ [path]: [defect] });
    expect(await lintProject({ [path]: sound })).toEqual({});
  });

  it("in every package of a monorepo", async () => {
    const files = {
      "packages/a/convex/auth.config.ts": broken,
      "packages/b/convex/auth.config.ts": sound,
      "apps/c/convex/auth.config.js": broken,
    };
    expect(await lintProject(files)).toEqual({
      "apps/c/convex/auth.config.js": [defect],
      "packages/a/convex/auth.config.ts": [defect],
    });
  });
});

describe("a file elsewhere is not Convex's", () => {
  it.each([
    "auth.config.ts",
    "src/auth.config.ts",
    "backend/auth.config.ts",
    "convex/auth/auth.config.ts",
    "convex/_generated/auth.config.ts",
    "packages/convex/src/auth.config.ts",
    "my-convex/auth.config.ts",
    "convex2/auth.config.ts",
    "Convex/auth.config.ts",
  ])("%s", async (path) => {
    expect(await lintProject({ [path]: broken })).toEqual({});
  });

  it.each([
    "convex/users.ts",
    "convex/auth.ts",
    "convex/auth.config.test.ts",
    "convex/my.auth.config.ts",
    "convex/auth.config.ts.ts",
    "convex/auth_config.ts",
  ])("%s", async (path) => {
    expect(await lintProject({ [path]: broken, "convex/auth.config.ts": broken })).toEqual({
      "convex/auth.config.ts": [defect],
    });
  });

  it("but one that imports convex/server was meant to be", async () => {
    const meant = `import type { AuthConfig } from "convex/server";\n${broken}`;
    expect(
      await lintProject({
        "auth.config.ts": meant,
        "src/auth.config.ts": `import { defineApp } from "convex/server";\n${sound}`,
        "convex/auth/auth.config.js": `export { cronJobs } from "convex/server";\n${broken}`,
        "lib/auth.config.mts": meant,
        "convex/auth.config.ts": `import type { AuthConfig } from "convex/server";\n${sound}`,
      }),
    ).toEqual({
      "auth.config.ts": ["valid-file-name/wrongFolder"],
      "convex/auth/auth.config.js": ["valid-file-name/wrongFolder"],
      "lib/auth.config.mts": ["valid-file-name/wrongFolder"],
      "src/auth.config.ts": ["valid-file-name/wrongFolder"],
    });
  });

  it("and imports of other modules say nothing", async () => {
    expect(
      await lintProject({
        "src/auth.config.ts": `import { env } from "./convex/server";\nimport { useQuery } from "convex/react";\nimport { x } from "convex/server/y";\n${broken}`,
      }),
    ).toEqual({});
  });
});

describe("the extensions", () => {
  it.each(["mts", "cts", "mjs", "cjs", "tsx", "jsx"])("auth.config.%s is read by nobody", async (extension) => {
    const text = extension === "cjs" || extension === "cts" ? brokenCommonJs : broken;
    expect(await lintProject({ [`convex/auth.config.${extension}`]: text })).toEqual({
      [`convex/auth.config.${extension}`]: ["valid-file-name/wrongExtension"],
    });
    expect(await lintProject({ [`src/auth.config.${extension}`]: text })).toEqual({});
  });

  it("auth.config.ts and auth.config.js side by side are one too many", async () => {
    expect(await lintProject({ "convex/auth.config.ts": sound, "convex/auth.config.js": sound })).toEqual({
      "convex/auth.config.js": ["valid-file-name/twoFiles"],
      "convex/auth.config.ts": ["valid-file-name/twoFiles"],
    });
  });

  it("auth.config.d.ts, auth.config.json and folders of that name are no second file", async () => {
    expect(
      await lintProject({
        "convex/auth.config.ts": sound,
        "convex/auth.config.d.ts": "export default {};\n",
        "convex/auth.config.json": "{}",
      }),
    ).toEqual({});
    expect(await lintProject({ "convex/auth.config.js": sound, "src/auth.config.ts": sound })).toEqual({});
  });
});

describe("modules and CommonJS in auth.config.js", () => {
  it("reads a module, whatever package.json says", async () => {
    for (const manifest of ['{ "type": "module" }', '{ "type": "commonjs" }', "{}"]) {
      expect(await lintProject({ "package.json": manifest, "convex/auth.config.js": broken })).toEqual({
        "convex/auth.config.js": [defect],
      });
    }
  });

  it("reads module.exports like a default export", async () => {
    expect(await lintProject({ "convex/auth.config.js": brokenCommonJs })).toEqual({
      "convex/auth.config.js": [defect],
    });
    expect(await lintProject({ "package.json": "{}", "convex/auth.config.js": brokenCommonJs })).toEqual({
      "convex/auth.config.js": [defect],
    });
  });

  it("says that module.exports exports nothing where package.json says module", async () => {
    expect(
      await lintProject({
        "package.json": '{ "type": "module" }',
        "convex/auth.config.js": sound.replace("export default", "module.exports ="),
      }),
    ).toEqual({
      "convex/auth.config.js": ["require-default-export/commonJsInModule"],
    });
  });

  it("asks the nearest package.json only", async () => {
    const text = sound.replace("export default", "module.exports =");
    expect(
      await lintProject({
        "package.json": '{ "type": "module" }',
        "packages/a/package.json": '{ "name": "a" }',
        "packages/a/convex/auth.config.js": text,
        "packages/b/convex/auth.config.js": text,
      }),
    ).toEqual({ "packages/b/convex/auth.config.js": ["require-default-export/commonJsInModule"] });
  });

  it.each(["", "{", "[]", "null", "42", '"module"', '{ "type": 1 }', '{ "type": null }', "\u0000\uFFFD"])(
    "takes the package.json `%s` for one that says nothing",
    async (manifest) => {
      expect(
        await lintProject({
          "package.json": manifest,
          "convex/auth.config.js": sound.replace("export default", "module.exports ="),
        }),
      ).toEqual({});
    },
  );
});
