import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import convexDev from "@convex-dev/eslint-plugin";
import { brokenConfig, conditionalConfig, functionsFile, soundConfig } from "../../bench/sources.js";
import plugin from "../../dist/index.js";

const linter = new Linter({ cwd: "/" });

function rulesThatReport(text, filename, ...configs) {
  const messages = linter.verify(text, [{ files: ["**/*.ts"], languageOptions: { parser } }, ...configs], { filename });
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

describe("auth configs", () => {
  const filename = "/app/convex/auth.config.ts";

  it("that are sound: nothing to report", () => {
    expect(rulesThatReport(soundConfig(20), filename, ...plugin.configs.strict)).toEqual([]);
  });

  it("that are broken: the three defects of each pair", () => {
    const defects = ["valid-issuer", "valid-jwks", "no-user-management-application-id"].map(
      (rule) => `convex-authkit/${rule}`,
    );
    const pairs = Array.from({ length: 10 }, () => defects).flat();
    expect(rulesThatReport(brokenConfig(20), filename, ...plugin.configs.recommended)).toEqual(pairs);
  });

  it("with conditions: nothing to report, and as many of them as were asked for", () => {
    const text = conditionalConfig(6, 20);
    expect(rulesThatReport(text, filename, ...plugin.configs.recommended)).toEqual([]);
    expect(text.match(/flag\d+ \?/gu)).toHaveLength(6);
    expect(text.match(/customJwt/gu)).toHaveLength(20);
  });

  it.each([soundConfig, brokenConfig])("have as many providers as were asked for", (write) => {
    expect(write(10).match(/customJwt/gu)).toHaveLength(10);
  });
});

describe("files of functions", () => {
  it("are as the Convex plugin wants them", () => {
    expect(rulesThatReport(functionsFile(7), "/app/convex/items7.ts", ...convexDev.configs.recommended)).toEqual([]);
  });

  it("differ", () => {
    expect(functionsFile(1)).not.toBe(functionsFile(2));
  });
});
