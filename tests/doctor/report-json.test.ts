import { describe, expect, it } from "vitest";
import { renderJson } from "../../src/doctor/report-json.js";
import type { Note } from "../../src/doctor/report.js";
import { error, sampleReport, warning } from "./sample-report.js";

const sound = { path: "convex/auth.config.ts", findings: [], fixed: false, diff: "" };

describe("renderJson", () => {
  it("is one object on one line", () => {
    const text = renderJson(sampleReport());
    expect(text.indexOf("\n")).toBe(text.length - 1);
    expect(JSON.parse(text)).toEqual({
      version: "1.2.3",
      folder: "/app",
      reads: [
        {
          backend: ".",
          functions: "convex",
          files: ["convex/auth.config.ts"],
          ignored: [],
          error: false,
          message: "Convex reads convex/auth.config.ts.",
        },
      ],
      notes: [],
      files: [{ path: "convex/auth.config.ts", messages: [error, warning] }],
      notChecked: [],
      summary: { errors: 1, warnings: 1, fixable: 1 },
    });
  });

  it("lists what was not checked", () => {
    const notChecked = [{ path: "convex/auth.config.ts", line: 3, reason: "The code there is not followed." }];
    expect(JSON.parse(renderJson(sampleReport({ notChecked })))).toMatchObject({ notChecked });
  });

  it("lists notes that are errors, and no others", () => {
    const notes: Note[] = [
      { error: false, message: "Convex reads it." },
      { error: true, message: "Convex reads none.", path: "convex/auth.config.ts", line: 1 },
    ];
    expect(
      JSON.parse(renderJson(sampleReport({ base: "apps/web/", groups: [{ title: "auth.config", notes, files: [] }] }))),
    ).toMatchObject({
      notes: [{ severity: "error", message: "Convex reads none.", path: "convex/auth.config.ts", line: 1 }],
    });
  });

  it("tells what --fix did", () => {
    const files = [sound, { ...sound, path: "b/convex/auth.config.ts", fixed: true }];
    const report = sampleReport({ fix: true, groups: [{ title: "auth.config", notes: [], files }] });
    expect(JSON.parse(renderJson(report))).toMatchObject({
      files: [
        { path: "convex/auth.config.ts", messages: [], fixed: false },
        { path: "b/convex/auth.config.ts", messages: [], fixed: true },
      ],
    });
  });

  it("holds the diffs", () => {
    const files = [sound, { ...sound, diff: "--- a\n+++ b\n" }];
    const { files: rendered } = JSON.parse(renderJson(sampleReport({ groups: [{ title: "", notes: [], files }] })));
    expect(rendered).toEqual([
      { path: "convex/auth.config.ts", messages: [] },
      { path: "convex/auth.config.ts", messages: [], diff: "--- a\n+++ b\n" },
    ]);
  });

  it("names the file that --init wrote", () => {
    expect(JSON.parse(renderJson(sampleReport({ created: "convex/auth.config.ts" })))).toMatchObject({
      created: "convex/auth.config.ts",
    });
  });
});
