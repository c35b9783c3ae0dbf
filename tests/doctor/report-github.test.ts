import { describe, expect, it } from "vitest";
import { renderGithub } from "../../src/doctor/report-github.js";
import type { Note } from "../../src/doctor/report.js";
import { error, sampleReport, warning } from "./sample-report.js";

const file = { path: "convex/auth.config.ts", findings: [error, warning], fixed: false, diff: "" };

describe("renderGithub", () => {
  it("is one command for each finding", () => {
    expect(renderGithub(sampleReport())).toBe(
      `::error file=convex/auth.config.ts,line=9,endLine=9,col=13,endColumn=40,title=convex-authkit/valid-jwks::The JWKS URL names no client.
::warning file=convex/auth.config.ts,line=12,endLine=12,col=7,endColumn=9,title=convex-authkit/no-hardcoded-client-id::This client ID is fixed.
`,
    );
  });

  it("is a notice for each place that was not checked", () => {
    const notChecked = [{ path: "convex/auth.config.ts", line: 3, reason: "The code there is not followed." }];
    expect(renderGithub(sampleReport({ groups: [], notChecked, base: "apps/web/" }))).toBe(
      "::notice file=apps/web/convex/auth.config.ts,line=3,title=Not checked::The code there is not followed.\n",
    );
  });

  it("leaves out what is not known", () => {
    const unread = { ...error, ruleId: null, endLine: null, endColumn: null };
    const groups = [{ title: "auth.config", notes: [], files: [{ ...file, findings: [unread] }] }];
    expect(renderGithub(sampleReport({ groups }))).toBe(
      "::error file=convex/auth.config.ts,line=9,col=13::The JWKS URL names no client.\n",
    );
  });

  it("shows notes that are errors, and no others", () => {
    const notes: Note[] = [
      { error: false, message: "Convex reads it." },
      { error: true, message: "Convex reads none.", path: "convex/auth.config.ts", line: 1 },
    ];
    expect(
      renderGithub(sampleReport({ base: "apps/web/", groups: [{ title: "auth.config", notes, files: [] }] })),
    ).toBe("::error file=apps/web/convex/auth.config.ts,line=1,title=auth.config::Convex reads none.\n");
  });

  it("escapes what ends a command or a property", () => {
    const odd = { ...error, message: "100 %\r\nend" };
    const groups = [{ title: "", notes: [], files: [{ ...file, path: "a,b:c%/x.ts", findings: [odd] }] }];
    expect(renderGithub(sampleReport({ groups, base: "apps/web/" }))).toBe(
      "::error file=apps/web/a%2Cb%3Ac%25/x.ts,line=9,endLine=9,col=13,endColumn=40,title=convex-authkit/valid-jwks::100 %25%0D%0Aend\n",
    );
  });

  it("is nothing where nothing is wrong", () => {
    expect(renderGithub(sampleReport({ groups: [] }))).toBe("");
  });
});
