import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeRun, withMeasured } from "../../bench/page.js";

describe("withMeasured", () => {
  const page = "# Title\n\n<!-- measured -->\n\nold\n\n<!-- /measured -->\n\nThe rest.\n";

  it("replaces the measured part and nothing else", () => {
    expect(withMeasured(page, "$& new")).toBe(
      "# Title\n\n<!-- measured -->\n\n$& new\n\n<!-- /measured -->\n\nThe rest.\n",
    );
  });

  it("does not lose what was measured without saying so", () => {
    expect(() => withMeasured("# Title\n", "new")).toThrow("The page has no measured part.");
  });

  it.each(["performance", "scale"])("finds the place in docs/%s.md", (name) => {
    const text = readFileSync(join(import.meta.dirname, `../../docs/${name}.md`), "utf8");
    expect(withMeasured(text, "new")).toContain("<!-- measured -->\n\nnew\n\n<!-- /measured -->");
  });
});

describe("describeRun", () => {
  it("tells the machine, the versions and the date, and not whose machine it is", () => {
    const text = describeRun(3);
    expect(text).toContain(`Node.js ${process.versions.node}, eslint 10.`);
    expect(text).toMatch(/^- \*\*Machine:\*\* .+, \d+ cores, \w+ [\d.]+ \(\w+\)$/mu);
    expect(text).toMatch(/^- \*\*Date:\*\* \d{4}-\d\d-\d\d$/mu);
    expect(text).toMatch(/^- \*\*Runs:\*\* 3$/mu);
    expect(text).not.toContain(hostname());
    expect(text).not.toContain(process.cwd());
  });

  it("names the packages that took part besides", () => {
    expect(describeRun(1)).not.toContain("oxlint");
    expect(describeRun(1, ["oxlint"])).toMatch(/, oxlint \d+\.\d+\.\d+\n/u);
  });
});
