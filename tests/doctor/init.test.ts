import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { CouldNotRun } from "../../src/doctor/could-not-run.js";
import { writeAuthConfig } from "../../src/doctor/init.js";
import { openProject } from "../../src/doctor/project.js";
import { showPath } from "../../src/app/disk.js";
import { makeFolder } from "./temp-folder.js";

const dependsOnConvex = '{"dependencies":{"convex":"^1.48.0"}}';

function init(folder: string): string {
  return showPath(folder, writeAuthConfig(openProject(folder)));
}

const plain = `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://api.workos.com/",
      algorithm: "RS256",
      applicationID: clientId,
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
    {
      // No applicationID here: these tokens carry no \`aud\`, so Convex would reject every one of them.
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${clientId}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`;

describe("writeAuthConfig", () => {
  it("writes JavaScript where there is no TypeScript", () => {
    const folder = makeFolder({ "package.json": dependsOnConvex });
    expect(init(folder)).toBe("convex/auth.config.js");
    expect(readFileSync(join(folder, "convex/auth.config.js"), "utf8")).toBe(plain);
  });

  it.each([
    ["tsconfig.json", { "convex/schema.ts": "", "tsconfig.json": "{}" }],
    ["convex/tsconfig.json", { "convex/schema.ts": "", "convex/tsconfig.json": "{}" }],
    ["package.json", { "package.json": '{"dependencies":{"convex":"1"},"devDependencies":{"typescript":"6"}}' }],
  ])("writes TypeScript where %s speaks of it", (_, files) => {
    const folder = makeFolder(files);
    expect(init(folder)).toBe("convex/auth.config.ts");
    expect(readFileSync(join(folder, "convex/auth.config.ts"), "utf8")).toBe(
      `import type { AuthConfig } from "convex/server";\n\n${plain.slice(0, -2)} satisfies AuthConfig;\n`,
    );
  });

  it("writes what compiles against the types of convex", () => {
    const folder = makeFolder({
      "convex/tsconfig.json": "{}",
      "node_modules/": "",
    });
    init(folder);
    const program = ts.createProgram([join(folder, "convex/auth.config.ts")], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: ["node"],
      typeRoots: [join(import.meta.dirname, "../../node_modules/@types")],
      paths: {
        "convex/server": [join(import.meta.dirname, "../../node_modules/convex/dist/esm-types/server/index.d.ts")],
      },
    });
    expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
  });

  it("writes to the functions folder that convex.json names", () => {
    const folder = makeFolder({ "convex.json": '{"functions":"src/backend"}' });
    expect(init(folder)).toBe("src/backend/auth.config.js");
  });

  it("writes for the one backend that has none", () => {
    const folder = makeFolder({
      "a/package.json": dependsOnConvex,
      "a/convex/auth.config.ts": "",
      "b/package.json": dependsOnConvex,
      "b/convex/schema.ts": "",
    });
    expect(init(folder)).toBe("b/convex/auth.config.js");
  });

  it("does not choose between two backends", () => {
    const folder = makeFolder({ "a/convex.json": "{}", "b/convex.json": "{}" });
    expect(() => init(folder)).toThrow(
      new CouldNotRun("Several backends have no auth.config: a, b. Name the folder of one of them."),
    );
  });

  it.each(["auth.config.ts", "auth.config.js"])("does not overwrite %s", (name) => {
    const folder = makeFolder({ [`convex/${name}`]: "// mine" });
    expect(() => init(folder)).toThrow(new CouldNotRun(`convex/${name} is there already. --init never overwrites it.`));
    expect(readFileSync(join(folder, "convex", name), "utf8")).toBe("// mine");
  });

  it("does not overwrite a file of Auth.js either", () => {
    const folder = makeFolder({ "convex.json": "{}", "convex/auth.config.ts": 'import "next-auth";' });
    expect(() => init(folder)).toThrow(
      new CouldNotRun("convex/auth.config.ts is there already. --init never overwrites it."),
    );
  });

  it("does not write through a link to nowhere", () => {
    const elsewhere = makeFolder({});
    const folder = makeFolder({ "convex/auth.config.js": { linkTo: join(elsewhere, "new.js") } });
    expect(() => init(folder)).toThrow(/^convex\/auth\.config\.js cannot be written: EEXIST/);
    expect(existsSync(join(elsewhere, "new.js"))).toBe(false);
  });

  it("does not write outside of the folder", () => {
    const folder = makeFolder({ "web/convex.json": '{"functions":"../backend"}' });
    expect(() => init(join(folder, "web"))).toThrow(
      new CouldNotRun(
        "The functions folder ../backend lies outside of the folder that is checked. Check a folder that holds both.",
      ),
    );
    expect(existsSync(join(folder, "backend"))).toBe(false);
  });

  it("needs a sign of Convex", () => {
    const folder = makeFolder({ "package.json": "{}" });
    expect(() => init(folder)).toThrow(
      new CouldNotRun(
        `Nothing in ${folder} has to do with Convex: no convex.json, no convex folder, no package.json that depends on convex.`,
      ),
    );
  });
});
