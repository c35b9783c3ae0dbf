import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { MANUAL_CHECKS } from "../../src/doctor/manual-checks.js";
import { renderStylish } from "../../src/doctor/report-stylish.js";
import type { CheckedFile, ErrorNote, Note, Reading } from "../../src/doctor/report.js";
import { error, sampleReport, warning } from "./sample-report.js";
import type { SampleChanges } from "./sample-report.js";

const lastSteps = `What no file can show
  npx convex env get WORKOS_CLIENT_ID --prod
    It must be the client ID that the app signs in with.
  node -e "require('readline').createInterface(process.stdin,process.stdout).question('Access token: ',t=>{const{iss,aud}=JSON.parse(Buffer.from(t.split('.')[1],'base64url'));console.log({iss,aud});process.exit()})"
    Paste the access token of a signed-in user; it stays on this machine. \`iss\` must be the issuer of a provider, and \`aud\` must hold that provider's applicationID, if it has one.
  npx convex deploy
    A change of auth.config or of a variable takes effect only then.
`;

const sound: SampleChanges = {
  groups: [{ title: "auth.config", notes: [], files: [] }],
  summary: { errors: 0, warnings: 0, fixable: 0 },
};

const changed: CheckedFile = {
  path: "convex/auth.config.ts",
  findings: [],
  fixed: true,
  diff: "--- a/convex/auth.config.ts\n+++ b/convex/auth.config.ts\n@@ -1,1 +1,1 @@\n-bad\n+good\n",
};

function noteAt(path: string, message = ""): ErrorNote {
  return { error: true, message, path, line: 1 };
}

function render(changes: Parameters<typeof sampleReport>[0], colour = false): string {
  return renderStylish(sampleReport(changes), { colour });
}

/** What is said before or after the steps that are always there. */
function around(text: string): { before: string; after: string } {
  const [before = "", after = ""] = text.split(lastSteps);
  return { before, after };
}

describe("renderStylish", () => {
  it("shows what was found in columns, then what no file can show, then what to do", () => {
    expect(render({})).toBe(`auth.config
  Convex reads convex/auth.config.ts.

  convex/auth.config.ts
     9:13  error    The JWKS URL names no client.  convex-authkit/valid-jwks
    12:7   warning  This client ID is fixed.       convex-authkit/no-hardcoded-client-id

${lastSteps}
2 problems (1 error, 1 warning). 1 can be repaired with --fix.
Next:
  npx eslint-plugin-convex-authkit --fix
`);
  });

  it("does not name files without findings", () => {
    expect(render(sound)).toBe(`auth.config

${lastSteps}
No problems found.
Next: the commands above.
`);
  });

  it.each([
    { lines: [3], total: "No problems found in what was checked; 1 place was not checked." },
    { lines: [3, 7], total: "No problems found in what was checked; 2 places were not checked." },
  ])("says what was not checked: $lines", ({ lines, total }) => {
    const reason = "The code there is not followed.";
    const notChecked = lines.map((line) => ({ path: "convex/auth.config.ts", line, reason }));
    const list = lines.map((line) => `  convex/auth.config.ts:${line}  ${reason}\n`).join("");
    expect(render({ ...sound, notChecked })).toBe(`auth.config

Not checked
${list}
${lastSteps}
${total}
Next: the commands above.
`);
  });

  it("leaves no space behind a finding without a rule", () => {
    const findings = [{ ...error, ruleId: null, message: "Parsing error: ';' expected." }];
    const files = [{ path: "convex/auth.config.ts", findings, fixed: false, diff: "" }];
    expect(around(render({ groups: [{ title: "auth.config", notes: [], files }] })).before).toBe(`auth.config

  convex/auth.config.ts
    9:13  error  Parsing error: ';' expected.

`);
  });

  it("marks a note that is an error, and offers --init", () => {
    const reading: Reading = {
      backend: ".",
      functions: "convex",
      files: [],
      ignored: [],
      ...noteAt("convex/auth.config.ts", "No auth.config.ts."),
    };
    const changes = {
      reads: [reading],
      groups: [{ title: "auth.config", notes: [reading], files: [] }],
      summary: { errors: 1, warnings: 0, fixable: 0 },
    };
    expect(around(render(changes))).toEqual({
      before: "auth.config\n  error  No auth.config.ts.\n\n",
      after: `
1 problem (1 error, 0 warnings).
Next:
  npx eslint-plugin-convex-authkit --init
`,
    });
  });

  it.each([
    ["a file lies where Convex never looks", [{ functions: "convex", ignored: ["auth.config.ts"] }]],
    ["the functions folder is unknown", [{ functions: null, ignored: [] }]],
    [
      "there are two places",
      [
        { functions: "a/convex", ignored: [] },
        { functions: "b/convex", ignored: [] },
      ],
    ],
  ])("does not offer --init where %s", (_, readings) => {
    const reads = readings.map((reading) => ({ ...reading, backend: ".", files: [], ...noteAt("convex.json") }));
    const summary = { errors: 2, warnings: 0, fixable: 0 };
    expect(around(render({ reads, summary })).after).toBe(`
2 problems (2 errors, 0 warnings).
Next: correct the errors above.
`);
  });

  it("shows what --fix would change", () => {
    const files = [{ ...changed, findings: [error], fixed: false }];
    const summary = { errors: 1, warnings: 0, fixable: 1 };
    expect(around(render({ groups: [{ title: "auth.config", notes: [], files }], summary })).before).toBe(`auth.config

  convex/auth.config.ts
    9:13  error  The JWKS URL names no client.  convex-authkit/valid-jwks

What --fix would change

--- a/convex/auth.config.ts
+++ b/convex/auth.config.ts
@@ -1,1 +1,1 @@
-bad
+good

`);
  });

  it("says what --fix changed, and what that did", () => {
    const groups = [{ title: "auth.config", notes: [], files: [changed] }];
    expect(around(render({ fix: true, groups, summary: { errors: 0, warnings: 0, fixable: 0 } }))).toEqual({
      before: `auth.config

Repaired convex/auth.config.ts.

--- a/convex/auth.config.ts
+++ b/convex/auth.config.ts
@@ -1,1 +1,1 @@
-bad
+good

`,
      after: `
No problems found.
Next:
  npx convex deploy
`,
    });
  });

  it("says what remains after --fix", () => {
    const groups = [{ title: "auth.config", notes: [], files: [{ ...changed, findings: [warning], diff: "" }] }];
    expect(around(render({ fix: true, groups, summary: { errors: 0, warnings: 1, fixable: 1 } }))).toEqual({
      before: `auth.config

  convex/auth.config.ts
    12:7  warning  This client ID is fixed.  convex-authkit/no-hardcoded-client-id

Repaired convex/auth.config.ts.

`,
      after: `
1 problem (0 errors, 1 warning).
Next:
  npx convex deploy
`,
    });
  });

  it("says what --init wrote, and what is left to do", () => {
    expect(around(render({ ...sound, created: "convex/auth.config.ts" }))).toEqual({
      before: "Wrote convex/auth.config.ts.\n\nauth.config\n\n",
      after: `
No problems found.
Next:
  npx convex env set WORKOS_CLIENT_ID <client id> --prod
  npx convex deploy
`,
    });
  });

  it("takes over the command with its folder", () => {
    expect(around(render({ command: "npx eslint-plugin-convex-authkit apps/web" })).after).toContain(
      "\n  npx eslint-plugin-convex-authkit apps/web --fix\n",
    );
  });

  it("has colours when asked", () => {
    const files = [{ ...changed, fixed: false, findings: [error, { ...warning, ruleId: null }] }];
    const notes = [noteAt("convex.json", "No.")];
    const text = render({ groups: [{ title: "auth.config", notes, files }] }, true);
    expect(text.replaceAll("\u001b", "^").split("\n")).toEqual(
      expect.arrayContaining([
        "^[1mauth.config^[22m",
        "  ^[31merror^[39m  No.",
        "  ^[4mconvex/auth.config.ts^[24m",
        "    ^[2m 9:13^[22m  ^[31merror  ^[39m  The JWKS URL names no client.  ^[2mconvex-authkit/valid-jwks^[22m",
        "    ^[2m12:7 ^[22m  ^[33mwarning^[39m  This client ID is fixed.",
        "^[1mWhat --fix would change^[22m",
        "^[31m--- a/convex/auth.config.ts^[39m",
        "^[32m+++ b/convex/auth.config.ts^[39m",
        "@@ -1,1 +1,1 @@",
        "^[31m-bad^[39m",
        "^[32m+good^[39m",
        "^[1mWhat no file can show^[22m",
        "  ^[36mnpx convex deploy^[39m",
        "^[31m2 problems (1 error, 1 warning).^[39m 1 can be repaired with --fix.",
      ]),
    );
  });

  it("has colours for mere warnings and for nothing at all", () => {
    expect(render({ summary: { errors: 0, warnings: 1, fixable: 0 } }, true)).toContain("\u001b[33m1 problem");
    expect(render(sound, true)).toContain("\u001b[32mNo problems found.\u001b[39m");
  });

  it("lets no name or message do things to the terminal", () => {
    const findings = [{ ...error, message: "\u001b[2J\u009b1m" }];
    const files = [{ path: "a\nb/auth.config.ts", findings, fixed: true, diff: "" }];
    const notes: Note[] = [{ error: false, message: "Convex reads a\rb.\t" }];
    expect(around(render({ groups: [{ title: "auth.config", notes, files }] })).before).toBe(
      String.raw`auth.config
  Convex reads a\x0db.` +
        String.raw`	

  a\x0ab/auth.config.ts
    9:13  error  \x1b[2J\x9b1m  convex-authkit/valid-jwks

Repaired a\x0ab/auth.config.ts.

`,
    );
  });

  it("leaves a diff as it is when it goes into another program, and only then", () => {
    const diff = "--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n-\u001b[2J\r\n+\r\n";
    const groups = [{ title: "auth.config", notes: [], files: [{ ...changed, diff }] }];
    expect(render({ groups })).toContain("\n-\u001b[2J\r\n+\r\n\n");
    expect(render({ groups }, true)).toContain("\n\u001b[31m-\\x1b[2J\u001b[39m\n\u001b[32m+\u001b[39m\n");
  });

  it("renders many findings", () => {
    const findings = Array.from({ length: 200_000 }, () => error);
    const files = [{ path: "convex/auth.config.ts", findings, fixed: false, diff: "" }];
    expect(render({ groups: [{ title: "auth.config", notes: [], files }] }).split("\n").length).toBeGreaterThan(
      200_000,
    );
  });
});

describe("the command that decodes a token", () => {
  function decode(claims: object) {
    const token = ["{}", JSON.stringify(claims), "x"].map((part) => Buffer.from(part).toString("base64url")).join(".");
    const command = MANUAL_CHECKS.map((question) => question.command).find((text) => text.startsWith("node "));
    return spawnSync(command ?? "", { shell: true, encoding: "utf8", input: `${token}\n` }).stdout;
  }

  it("shows issuer and audience, and nothing else", () => {
    expect(decode({ iss: "https://api.workos.com/", aud: "client_01", sub: "user_01" })).toBe(
      "Access token: { iss: 'https://api.workos.com/', aud: 'client_01' }\n",
    );
  });

  it("shows that there is no audience", () => {
    expect(decode({ iss: "https://api.workos.com/" })).toBe(
      "Access token: { iss: 'https://api.workos.com/', aud: undefined }\n",
    );
  });
});
