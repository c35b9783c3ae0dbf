/** The built plugin in the real ESLint, in all versions: one spread of a preset and nothing else set up. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostCases } from "./cases.js";
import type { HostCase } from "./cases.js";
import { HostProject, loadEngine, versions } from "./project.js";
import type { HostResult } from "./project.js";

const cases = hostCases.map((each, index) => ({ ...each, folder: `case-${String(index + 1)}` }));

/** In the order of ESLint: by place, then by the order of the rules. */
function sorted(reports: readonly string[]): string[] {
  return [...reports].sort();
}

function pathOf({ path = "convex/auth.config.ts" }: HostCase): string {
  return path;
}

it("the versions are the ones that are supported", async () => {
  const found = await Promise.all(versions.map(async (version) => (await loadEngine(version)).version));
  expect(found[0]).toBe("9.15.0");
  expect(found[1]).toMatch(/^9\.(?:39|[4-9]\d)\./u);
  expect(found[2]).toMatch(/^10\./u);
});

describe.each(versions)("%s", (version) => {
  describe.each(["recommended", "strict"] as const)("%s", (preset) => {
    let project: HostProject;
    let results: Map<string, HostResult>;
    let fixed: Map<string, HostResult>;

    beforeAll(async () => {
      const files = Object.fromEntries(cases.map((each) => [`${each.folder}/${pathOf(each)}`, each.text]));
      const config = `import convexAuthkit from "eslint-plugin-convex-authkit";\n\nexport default [...convexAuthkit.configs.${preset}];\n`;
      project = new HostProject(
        { version },
        { ...files, "eslint.config.mjs": config, "case-1/convex/users.ts": "export const a: number = b as never;\n" },
      );
      results = new Map((await project.lint()).map((result) => [result.path, result]));
      fixed = new Map((await project.lint({ fix: true })).map((result) => [result.path, result]));
    });

    afterAll(() => {
      project.remove();
    });

    it.each(cases.map((each): [string, (typeof cases)[number]] => [each.name, each]))("%s", (_, each) => {
      const path = `${each.folder}/${pathOf(each)}`;
      const expected = preset === "strict" ? [...each.recommended, ...(each.strict ?? [])] : each.recommended;
      expect(sorted(results.get(path)?.reports ?? ["not linted"])).toEqual(sorted(expected));
      expect(fixed.get(path)?.output ?? each.text).toBe(each.fixed ?? each.text);
    });

    it("lints nothing but auth configs, and ESLint's own files", () => {
      const others = [...results.keys()].filter((path) => !/\/auth\.config\.\w+$/u.test(path));
      expect(others).toEqual(["eslint.config.mjs"]);
      expect(results.get("eslint.config.mjs")?.reports).toEqual([]);
    });
  });
});
