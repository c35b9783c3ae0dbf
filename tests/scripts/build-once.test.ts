import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readsSourceAlone, SOURCE_TESTS } from "../build-once.js";

describe("the build before the tests", () => {
  it.each([
    ["run", "tests/rules/valid-issuer.test.ts"],
    ["tests/rules/valid-issuer.test.ts", "--reporter=dot"],
    ["run", "tests/app/", "tests/platform/convex.test.ts"],
  ])("is left out for %s %s", (...words) => {
    expect(readsSourceAlone(words)).toBe(true);
  });

  it.each([
    [],
    ["run"],
    ["run", "--coverage"],
    ["run", "rules"],
    ["run", "tests/"],
    ["run", "tests/rules/", "tests/doctor/"],
    ["run", "tests/rules/", "-t", "name"],
  ])("is made for %s %s %s %s", (...words) => {
    expect(readsSourceAlone(words.filter((word) => word !== undefined))).toBe(false);
  });

  it.each(SOURCE_TESTS)("is not read in tests/%s", (folder) => {
    const files = readdirSync(join(import.meta.dirname, "..", folder)).filter((name) => name.endsWith(".ts"));
    expect(files).not.toEqual([]);
    const reading = files.filter((name) =>
      /dist\/(?:index|doctor)/u.test(readFileSync(join(import.meta.dirname, "..", folder, name), "utf8")),
    );
    expect(reading).toEqual([]);
  });
});
