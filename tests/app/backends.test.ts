import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findBackends } from "../../src/app/backends.js";
import { whatConvexReads } from "../../src/doctor/what-convex-reads.js";
import { walk } from "../../src/app/disk.js";
import { makeFolder } from "../doctor/temp-folder.js";

const convexFile = "export default { providers: [{ domain, applicationID }] };";
const authJsFile = 'import GitHub from "next-auth/providers/github";\nexport default { providers: [GitHub] };';
const dependsOnConvex = '{"dependencies":{"convex":"^1.48.0"}}';

function readingsOf(folder: string) {
  return findBackends(folder, [...walk(folder)]).map((backend) => whatConvexReads(folder, backend));
}

function messagesOf(folder: string): string[] {
  return readingsOf(folder).map(({ message }) => message);
}

describe("the file that Convex reads", () => {
  it("is auth.config.ts in convex", () => {
    expect(readingsOf(makeFolder({ "convex/auth.config.ts": convexFile }))).toEqual([
      {
        backend: ".",
        functions: "convex",
        files: ["convex/auth.config.ts"],
        ignored: [],
        error: false,
        message: "Convex reads convex/auth.config.ts.",
      },
    ]);
  });

  it("is auth.config.js as well", () => {
    expect(messagesOf(makeFolder({ "convex/auth.config.js": "" }))).toEqual(["Convex reads convex/auth.config.js."]);
  });

  it("is where convex.json says", () => {
    const folder = makeFolder({
      "convex.json": '{"functions":"src/backend"}',
      "src/backend/auth.config.ts": convexFile,
    });
    expect(messagesOf(folder)).toEqual(["Convex reads src/backend/auth.config.ts."]);
  });

  it("may lie in a folder that is otherwise passed by", () => {
    const folder = makeFolder({ "convex.json": '{"functions":".build/x"}', ".build/x/auth.config.ts": convexFile });
    expect(messagesOf(folder)).toEqual(["Convex reads .build/x/auth.config.ts."]);
  });

  it("may lie beside convex.json", () => {
    const folder = makeFolder({ "convex.json": '{"functions":"./"}', "auth.config.ts": convexFile });
    expect(messagesOf(folder)).toEqual(["Convex reads auth.config.ts."]);
  });

  it("lies in src/convex in a Create React App", () => {
    const folder = makeFolder({
      "package.json": '{"dependencies":{"convex":"1","react-scripts":"5"}}',
      "src/convex/auth.config.ts": convexFile,
    });
    expect(messagesOf(folder)).toEqual(["Convex reads src/convex/auth.config.ts."]);
  });

  it("is none where there are two", () => {
    const folder = makeFolder({ "convex/auth.config.ts": convexFile, "convex/auth.config.js": convexFile });
    expect(readingsOf(folder)).toMatchObject([
      {
        files: ["convex/auth.config.js", "convex/auth.config.ts"],
        error: false,
        message:
          "Convex refuses the push: convex/auth.config.js and convex/auth.config.ts both exist. Keep one of them.",
      },
    ]);
  });

  it("is found through a link inside of the folder", () => {
    const folder = makeFolder({
      "convex/auth.config.ts": { linkTo: "../shared/workos.ts" },
      "shared/workos.ts": convexFile,
      "convex/_generated/": "",
    });
    expect(messagesOf(folder)).toEqual(["Convex reads convex/auth.config.ts."]);
  });
});

describe("no file that Convex reads", () => {
  const missing = "No auth.config.ts in convex/: Convex accepts no token at all.";

  it.each([
    ["a convex folder", { "convex/schema.ts": "" }],
    ["a convex folder with generated code", { "convex/_generated/api.d.ts": "", "package.json": "{}" }],
    ["a convex.json", { "convex.json": "{}", "convex/schema.ts": "" }],
    ["a package that depends on convex", { "package.json": dependsOnConvex, "convex/schema.ts": "" }],
  ])("is an error beside %s", (_, files) => {
    expect(readingsOf(makeFolder(files))).toEqual([
      {
        backend: ".",
        functions: "convex",
        files: [],
        ignored: [],
        error: true,
        message: missing,
        path: "convex/auth.config.ts",
        line: 1,
      },
    ]);
  });

  it.each([
    ["a convex.json", { "convex.json": "{}" }],
    ["a package that depends on convex", { "package.json": dependsOnConvex }],
    ["several such packages", { "a/package.json": dependsOnConvex, "b/package.json": dependsOnConvex }],
  ])("may be somebody else's business where there is %s but no functions folder", (_, files) => {
    expect(messagesOf(makeFolder(files))).toEqual([
      `${missing} If the functions live in another folder, check that one.`,
    ]);
  });

  it("is said of the one package that depends on convex", () => {
    expect(readingsOf(makeFolder({ "package.json": "{}", "apps/web/package.json": dependsOnConvex }))).toMatchObject([
      { backend: "apps/web", functions: "apps/web/convex" },
    ]);
  });

  it.each(["mts", "cts", "mjs", "cjs", "tsx", "jsx"])("is said where there is an auth.config.%s", (extension) => {
    const path = `convex/auth.config.${extension}`;
    expect(readingsOf(makeFolder({ [path]: "" }))).toEqual([
      {
        backend: ".",
        functions: "convex",
        files: [],
        ignored: [path],
        error: true,
        message: `${missing} It never looks at ${path}: move the providers to convex/auth.config.ts.`,
        path,
        line: 1,
      },
    ]);
  });

  it("is said where the file lies in the root", () => {
    expect(messagesOf(makeFolder({ "auth.config.ts": convexFile }))).toEqual([
      `${missing} It never looks at auth.config.ts: move the providers to convex/auth.config.ts.`,
    ]);
  });

  it("is said where the file lies in a folder named convex that is not the one", () => {
    const folder = makeFolder({ "package.json": dependsOnConvex, "src/convex/auth.config.ts": "" });
    expect(messagesOf(folder)).toEqual([
      `${missing} It never looks at src/convex/auth.config.ts: move the providers to convex/auth.config.ts.`,
    ]);
  });

  it("is said beside Auth.js's file, which is not mentioned", () => {
    const folder = makeFolder({ "convex/schema.ts": "", "auth.config.ts": authJsFile });
    expect(messagesOf(folder)).toEqual([missing]);
  });
});

describe("files that Convex passes over", () => {
  it("are named beside the one that it reads", () => {
    const folder = makeFolder({
      "auth.config.ts": convexFile,
      "convex/auth.config.ts": convexFile,
      "convex/auth.config.mts": "",
      "convex/lib/auth.config.ts": convexFile,
    });
    expect(readingsOf(folder)).toMatchObject([
      {
        files: ["convex/auth.config.ts"],
        ignored: ["convex/auth.config.mts", "auth.config.ts", "convex/lib/auth.config.ts"],
        error: false,
        message:
          "Convex reads convex/auth.config.ts. It never looks at convex/auth.config.mts, auth.config.ts, and convex/lib/auth.config.ts.",
      },
    ]);
  });

  it("are named where convex.json leads elsewhere", () => {
    const folder = makeFolder({
      "convex.json": '{"functions":"backend"}',
      "backend/auth.config.ts": convexFile,
      "convex/auth.config.ts": "",
    });
    expect(messagesOf(folder)).toEqual([
      "Convex reads backend/auth.config.ts. It never looks at convex/auth.config.ts.",
    ]);
  });

  it("belong to the backend they lie in, else to the first", () => {
    const folder = makeFolder({
      "a/package.json": "{}",
      "a/convex/auth.config.ts": "",
      "b/package.json": "{}",
      "b/convex/auth.config.ts": "",
      "b/src/auth.config.ts": convexFile,
      "web/auth.config.ts": convexFile,
    });
    expect(messagesOf(folder)).toEqual([
      "Convex reads a/convex/auth.config.ts. It never looks at web/auth.config.ts.",
      "Convex reads b/convex/auth.config.ts. It never looks at b/src/auth.config.ts.",
    ]);
  });

  it("are not named where they may be Auth.js's", () => {
    const folder = makeFolder({
      "convex/auth.config.ts": convexFile,
      "auth.config.ts": "export default { providers: [] };",
      "src/auth.config.ts": authJsFile,
    });
    expect(messagesOf(folder)).toEqual(["Convex reads convex/auth.config.ts."]);
  });

  it("are not named where they are links that lead outside", () => {
    const elsewhere = makeFolder({ "a.ts": convexFile });
    const folder = makeFolder({
      "convex/auth.config.ts": convexFile,
      "auth.config.ts": { linkTo: join(elsewhere, "a.ts") },
    });
    expect(messagesOf(folder)).toEqual(["Convex reads convex/auth.config.ts."]);
  });
});

describe("backends", () => {
  it("are none where nothing has to do with Convex", () => {
    expect(
      readingsOf(makeFolder({ "package.json": "{}", "auth.config.ts": authJsFile, "src/auth.config.ts": "" })),
    ).toEqual([]);
  });

  it("are several in a monorepo", () => {
    const folder = makeFolder({
      "package.json": dependsOnConvex,
      "apps/web/package.json": dependsOnConvex,
      "apps/web/src/convex/provider.tsx": "",
      "packages/a/package.json": dependsOnConvex,
      "packages/a/convex/auth.config.ts": convexFile,
      "packages/b/convex.json": '{"functions":"functions"}',
      "packages/b/functions/schema.ts": "",
      "packages/c/package.json": "{}",
      "packages/c/convex/_generated/api.d.ts": "",
      "packages/d/package.json": "{}",
      "packages/d/convex/some.ts": "",
    });
    expect(messagesOf(folder)).toEqual([
      "Convex reads packages/a/convex/auth.config.ts.",
      "No auth.config.ts in packages/b/functions/: Convex accepts no token at all.",
      "No auth.config.ts in packages/c/convex/: Convex accepts no token at all.",
    ]);
  });

  it("count once where packages share the functions, through convex.json or a link", () => {
    const folder = makeFolder({
      "backend/package.json": dependsOnConvex,
      "backend/convex/auth.config.ts": convexFile,
      "mobile/convex.json": '{"functions":"../backend/convex"}',
      "web/package.json": dependsOnConvex,
      "web/convex": { linkTo: "../backend/convex" },
    });
    expect(readingsOf(folder)).toMatchObject([
      { backend: "backend", message: "Convex reads backend/convex/auth.config.ts." },
    ]);
  });

  it("are found in a clone whose folder is called convex", () => {
    const folder = makeFolder({
      "package.json": dependsOnConvex,
      "convex/package.json": dependsOnConvex,
      "convex/convex/auth.config.ts": convexFile,
    });
    expect(messagesOf(folder)).toEqual(["Convex reads convex/convex/auth.config.ts."]);
    expect(messagesOf(join(folder, "convex"))).toEqual(["Convex reads convex/auth.config.ts."]);
  });

  it("may keep a package.json among the functions", () => {
    const folder = makeFolder({
      "package.json": dependsOnConvex,
      "convex/package.json": '{"type":"module"}',
      "convex/auth.config.ts": convexFile,
    });
    expect(messagesOf(folder)).toEqual(["Convex reads convex/auth.config.ts."]);
  });
});

describe("a folder inside of the app", () => {
  const reads = ["Convex reads auth.config.ts."];

  it("may be the functions folder", () => {
    const folder = makeFolder({ "convex/auth.config.ts": "" });
    expect(messagesOf(join(folder, "convex"))).toEqual(reads);
    expect(readingsOf(join(folder, "convex"))).toMatchObject([{ backend: "..", functions: "." }]);
  });

  it("may be the functions folder that convex.json names", () => {
    const folder = makeFolder({ "convex.json": '{"functions":"src/backend"}', "src/backend/auth.config.ts": "" });
    expect(messagesOf(join(folder, "src/backend"))).toEqual(reads);
    expect(messagesOf(join(folder, "src"))).toEqual(["Convex reads backend/auth.config.ts."]);
  });

  it("may be a functions folder without an auth.config", () => {
    const folder = makeFolder({ "package.json": dependsOnConvex, "convex/schema.ts": "" });
    expect(messagesOf(join(folder, "convex"))).toEqual(["No auth.config.ts in ./: Convex accepts no token at all."]);
  });

  it("is no functions folder where convex.json says otherwise", () => {
    const folder = makeFolder({
      "convex.json": '{"functions":"backend"}',
      "backend/schema.ts": "",
      "convex/schema.ts": "",
      "web/a.ts": "",
    });
    expect(readingsOf(join(folder, "convex"))).toEqual([]);
    expect(readingsOf(join(folder, "web"))).toEqual([]);
  });

  it("is nothing where convex.json cannot be read", () => {
    expect(readingsOf(join(makeFolder({ "convex.json": "{", "web/a.ts": "" }), "web"))).toEqual([]);
  });

  it("is no functions folder merely because a clone is called convex", () => {
    const folder = makeFolder({
      "convex/package.json": "{}",
      "convex/auth.config.ts": "export default { providers: [] };",
    });
    expect(readingsOf(join(folder, "convex"))).toEqual([]);
  });
});

describe("a backend about which nothing can be said", () => {
  it("has a convex.json that Convex cannot read", () => {
    expect(readingsOf(makeFolder({ "web/convex.json": "{", "web/convex/schema.ts": "" }))).toEqual([
      {
        backend: "web",
        functions: null,
        files: [],
        ignored: [],
        error: true,
        message: "web/convex.json is not a JSON object: Convex does not start.",
        path: "web/convex.json",
        line: 1,
      },
    ]);
  });

  it("has functions outside of the folder", () => {
    const folder = makeFolder({
      "web/convex.json": '{"functions":"../backend"}',
      "backend/auth.config.ts": convexFile,
    });
    expect(messagesOf(join(folder, "web"))).toEqual([
      "The functions folder ../backend lies outside of the folder that is checked. Check a folder that holds both.",
    ]);
    expect(messagesOf(folder)).toEqual(["Convex reads backend/auth.config.ts."]);
  });

  it("has functions outside of the folder through a link, existing or not", () => {
    const elsewhere = makeFolder({ "auth.config.ts": convexFile });
    const folder = makeFolder({ convex: { linkTo: elsewhere } });
    const outside = "lies outside of the folder that is checked. Check a folder that holds both.";
    expect(messagesOf(folder)).toEqual([`The functions folder convex ${outside}`]);
    const deeper = makeFolder({ x: { linkTo: elsewhere }, "convex.json": '{"functions":"x/new"}' });
    expect(messagesOf(deeper)).toEqual([`The functions folder x/new ${outside}`]);
  });

  it("has an auth.config that is a link that leads outside", () => {
    const elsewhere = makeFolder({ "a.ts": convexFile });
    const folder = makeFolder({
      "convex/_generated/": "",
      "convex/auth.config.ts": { linkTo: join(elsewhere, "a.ts") },
    });
    expect(messagesOf(folder)).toEqual([
      "convex/auth.config.ts is a link that leads outside of the folder that is checked. Check a folder that holds both.",
    ]);
  });
});
