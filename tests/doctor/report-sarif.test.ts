import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import { renderSarif } from "../../src/doctor/report-sarif.js";
import type { Note } from "../../src/doctor/report.js";
import { error, sampleReport, warning } from "./sample-report.js";
import type { SampleChanges } from "./sample-report.js";

function render(changes: SampleChanges = {}): Log {
  return JSON.parse(renderSarif(sampleReport(changes))) as Log;
}

describe("renderSarif", () => {
  it("has a notification for each place that was not checked, and no invocation without one", () => {
    const notChecked = [{ path: "convex/auth.config.ts", line: 3, reason: "The code there is not followed." }];
    expect(render({ base: "apps/web/", notChecked }).runs[0]?.invocations).toEqual([
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          {
            level: "note",
            message: { text: "The code there is not followed." },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "apps/web/convex/auth.config.ts" },
                  region: { startLine: 3 },
                },
              },
            ],
          },
        ],
      },
    ]);
    expect(render().runs[0]).not.toHaveProperty("invocations");
  });

  it("is one log on one line", () => {
    const text = renderSarif(sampleReport());
    expect(text.indexOf("\n")).toBe(text.length - 1);
    expect(JSON.parse(text)).toEqual({
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: {
            driver: {
              name: "eslint-plugin-convex-authkit",
              version: "1.2.3",
              informationUri: "https://github.com/convex-authkit/eslint-plugin-convex-authkit",
              rules: [
                {
                  id: "convex-authkit/no-hardcoded-client-id",
                  shortDescription: { text: "Disallow literal client ids." },
                  helpUri:
                    "https://github.com/convex-authkit/eslint-plugin-convex-authkit/blob/main/docs/rules/no-hardcoded-client-id.md",
                },
                {
                  id: "convex-authkit/valid-jwks",
                  shortDescription: {
                    text: "Require the `jwks` of a WorkOS provider to be the key set of its client.",
                  },
                  helpUri:
                    "https://github.com/convex-authkit/eslint-plugin-convex-authkit/blob/main/docs/rules/valid-jwks.md",
                },
              ],
            },
          },
          columnKind: "utf16CodeUnits",
          results: [
            {
              ruleId: "convex-authkit/valid-jwks",
              level: "error",
              message: { text: error.message },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "convex/auth.config.ts" },
                    region: { startLine: 9, startColumn: 13, endLine: 9, endColumn: 40 },
                  },
                },
              ],
            },
            {
              ruleId: "convex-authkit/no-hardcoded-client-id",
              level: "warning",
              message: { text: warning.message },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "convex/auth.config.ts" },
                    region: { startLine: 12, startColumn: 7, endLine: 12, endColumn: 9 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it("names files by URIs that begin in the current folder, and leaves out what is not known", () => {
    const unread = { ...error, ruleId: null, endLine: null, endColumn: null };
    const files = [{ path: "my app/c#/auth.config.ts", findings: [unread], fixed: false, diff: "" }];
    expect(render({ base: "apps/", groups: [{ title: "", notes: [], files }] }).runs[0]).toMatchObject({
      tool: { driver: { rules: [] } },
      results: [
        {
          level: "error",
          message: { text: error.message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: "apps/my%20app/c%23/auth.config.ts" },
                region: { startLine: 9, startColumn: 13 },
              },
            },
          ],
        },
      ],
    });
  });

  it("holds notes that are errors, and no others", () => {
    const notes: Note[] = [
      { error: false, message: "Convex reads it." },
      { error: true, message: "Convex reads none.", path: "c#/auth.config.ts", line: 3 },
    ];
    expect(render({ base: "apps/", groups: [{ title: "auth.config", notes, files: [] }] }).runs[0]?.results).toEqual([
      {
        level: "error",
        message: { text: "Convex reads none." },
        locations: [
          { physicalLocation: { artifactLocation: { uri: "apps/c%23/auth.config.ts" }, region: { startLine: 3 } } },
        ],
      },
    ]);
  });

  it("names a rule that the plugin does not have by its id alone", () => {
    const files = [{ path: "a.ts", findings: [{ ...error, ruleId: "convex-authkit/new" }], fixed: false, diff: "" }];
    expect(render({ groups: [{ title: "", notes: [], files }] }).runs[0]?.tool.driver.rules).toEqual([
      { id: "convex-authkit/new" },
    ]);
  });
});
