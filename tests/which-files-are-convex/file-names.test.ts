/** Names as hosts hand them over: editors on Windows, standard input, relative paths. */
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { describeConfigFile } from "../../src/app/config-file.js";
import { broken, defect, lintProject } from "./linted-project.js";

/** Every rule of the strict preset, for every file: as a user may write it by mistake. */
const everywhere: Linter.Config[] = plugin.configs.strict.map((config) => ({
  ...config,
  files: ["**", "**/*.{ts,js}"],
}));

function lint(filename: string | undefined, text = broken): string[] {
  const messages = new Linter({ cwd: "/" }).verify(text, everywhere, filename == null ? {} : { filename });
  return messages.map(({ ruleId, messageId, message }) =>
    ruleId == null ? message : `${ruleId.replace("convex-authkit/", "")}/${String(messageId)}`,
  );
}

describe("rules that are on for every file", () => {
  it.each([
    "/app/convex/users.ts",
    "/app/convex/auth.ts",
    "/app/src/auth.config.ts",
    "/app/convex/auth.config.test.ts",
    "/app/convex/xauth.config.ts",
    "/app/convex/auth.config.ts/index.ts",
  ])("say nothing about %s", (filename) => {
    expect(lint(filename)).toEqual([]);
  });

  it("still speak about the one", () => {
    expect(lint("/app/convex/auth.config.ts")).toEqual([defect]);
  });

  it("in files of all kinds", async () => {
    const files = {
      "convex/users.ts": broken,
      "convex/auth.config.ts": broken,
      "src/app.js": broken,
      "eslint.config.js": broken,
    };
    expect(await lintProject(files, everywhere)).toEqual({ "convex/auth.config.ts": [defect] });
  });
});

describe("names without a place", () => {
  it.each([undefined, "<input>", "<text>", "__placeholder__.js", "auth.config.ts", "./auth.config.ts", "", "/"])(
    "%s",
    (filename) => {
      expect(lint(filename)).toEqual([]);
    },
  );

  it.each(["convex/auth.config.ts", "./convex/auth.config.js", "packages/backend/convex/auth.config.ts"])(
    "but %s names its folder",
    (filename) => {
      expect(lint(filename)).toEqual([defect]);
    },
  );

  it("a relative name below another folder is not searched for convex.json", () => {
    expect(lint("backend/auth.config.ts")).toEqual([]);
    // Nobody can say whether some convex.json names this folder.
    expect(lint("backend/auth.config.ts", `import type { AuthConfig } from "convex/server";\n${broken}`)).toEqual([]);
  });
});

describe("separators of Windows", () => {
  it.each([
    "C:\\app\\convex\\auth.config.ts",
    "C:\\Users\\J D\\app\\packages\\backend\\convex\\auth.config.js",
    "\\\\server\\share\\convex\\auth.config.ts",
    "convex\\auth.config.ts",
    "C:/app/convex/auth.config.ts",
  ])("%s is Convex's", (filename) => {
    expect(describeConfigFile(filename)).toMatchObject({ isInFunctionsFolder: true });
  });

  it.each([
    "C:\\app\\src\\auth.config.ts",
    "C:\\convex\\app\\auth.config.ts",
    "C:\\app\\my-convex\\auth.config.ts",
    "C:\\app\\convex\\nested\\auth.config.ts",
  ])("%s is not", (filename) => {
    expect(describeConfigFile(filename)).toMatchObject({ isInFunctionsFolder: false });
  });

  it.each(["C:\\app\\convex\\users.ts", "C:\\app\\convex\\myauth.config.ts", "auth.config.ts"])(
    "%s is no config at all",
    (filename) => {
      expect(describeConfigFile(filename)).toBeNull();
    },
  );

  it("work in the rules", () => {
    expect(lint("convex\\auth.config.ts")).toEqual([defect]);
    expect(lint("C:\\app\\convex\\nested\\auth.config.ts")).toEqual([]);
  });
});
