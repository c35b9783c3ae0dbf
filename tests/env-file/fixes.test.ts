/** Whatever a `.env` file holds: fixes change values and nothing else. */
import fc from "fast-check";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { parseEnvFile } from "../../src/env-file/parse.js";

const linter = new Linter({ cwd: "/" });

/** All rules on `.env` files, and nothing that ESLint repairs by itself. */
const config: Linter.Config[] = [...plugin.configs.env, { linterOptions: { reportUnusedDisableDirectives: "off" } }];

const PATHS = ["/nowhere/.env", "/nowhere/.env.production", "/nowhere/.env.example", "/nowhere/.env.convex.prod"];

function fix(text: string, path: string): string {
  return linter.verifyAndFix(text, config, { filename: path }).output;
}

/** The text with nothing in place of each value. */
function withoutValues(text: string): string {
  const bom = text.startsWith("\uFEFF") ? 1 : 0;
  const values = parseEnvFile(text.slice(bom)).body.flatMap((node) =>
    node.type === "Assignment" ? [node.value.contentRange] : [],
  );
  const starts = [0, ...values.map(([, end]) => end + bom)];
  const ends = [...values.map(([start]) => start + bom), text.length];
  return starts.map((start, index) => text.slice(start, ends[index])).join("…");
}

const ULID = "01HXYZ0123456789ABCDEFGHJK";

const name = fc.constantFrom(
  "WORKOS_CLIENT_ID",
  "NEXT_PUBLIC_WORKOS_CLIENT_ID",
  "WORKOS_API_KEY",
  "WORKOS_API_HOSTNAME",
  "WORKOS_REDIRECT_URI",
  "VITE_WORKOS_REDIRECT_URI",
  "WORKOS_COOKIE_PASSWORD",
  "PORT",
  "1-a.b",
);
const core = fc.constantFrom(
  `client_${ULID}`,
  `org_${ULID}`,
  "client_01...",
  "sk_test_abcdef",
  "sk_live_abcdef",
  "http://localhost:3000/callback",
  "https://example.com/callback",
  "auth.example.com",
  "https://auth.example.com/",
  "example.com",
  "",
  "é😀",
  "$OTHER",
);
const debris = fc.constantFrom("", "", "<", ">", ",", ";", " ", "\\n", "\t", "'", '"', "`", "\\r\\n", "/");
const value = fc.tuple(debris, core, debris, debris).map((parts) => parts.join(""));
const quoted = fc.tuple(fc.constantFrom("", "", '"', "'", "`"), value).map(([quote, text]) => quote + text + quote);
const assignment = fc
  .tuple(
    fc.constantFrom("", "export ", "  "),
    name,
    fc.constantFrom("=", " = ", ": "),
    quoted,
    fc.constantFrom("", " # why", "# why", " "),
  )
  .map((parts) => parts.join(""));
const line = fc.oneof(
  { arbitrary: assignment, weight: 6 },
  fc.constantFrom("", "# why", "what is this", "# eslint-disable-line", "A='b", "c'", "\u2028"),
);
const lineEnd = fc.constantFrom("\n", "\r\n", "\r");
const file = fc
  .tuple(fc.constantFrom("", "\uFEFF"), fc.array(line, { maxLength: 8 }), lineEnd)
  .map(([bom, lines, end]) => bom + lines.join(end));

describe("fixing all that can be fixed", () => {
  it("changes values, and leaves byte-order marks, line ends, names, comments and quotes as they are", () => {
    let changed = 0;
    fc.assert(
      fc.property(file, fc.constantFrom(...PATHS), (text, path) => {
        const output = fix(text, path);
        expect(withoutValues(output)).toBe(withoutValues(text));
        if (output !== text) changed += 1;
      }),
      { numRuns: 3_000, seed: 20260801 },
    );
    expect(changed).toBeGreaterThan(100);
  });

  it("leaves nothing to fix", () => {
    fc.assert(
      fc.property(file, fc.constantFrom(...PATHS), (text, path) => {
        const output = fix(text, path);
        expect(fix(output, path)).toBe(output);
        expect(linter.verify(output, config, path).filter(({ fix: each }) => each != null)).toEqual([]);
      }),
      { numRuns: 1_000, seed: 20260801 },
    );
  });

  it.each([
    [
      "\uFEFF# a\r\nWORKOS_CLIENT_ID=<client_01HXYZ0123456789ABCDEFGHJK>\r\n\r\nB='c\r\nd'\r\n",
      "\uFEFF# a\r\nWORKOS_CLIENT_ID=client_01HXYZ0123456789ABCDEFGHJK\r\n\r\nB='c\r\nd'\r\n",
    ],
    ['WORKOS_API_HOSTNAME="https://auth.example.com" # why\r\n', 'WORKOS_API_HOSTNAME="auth.example.com" # why\r\n'],
    [
      "export WORKOS_API_HOSTNAME = 'https://auth.example.com/'\r#\r",
      "export WORKOS_API_HOSTNAME = 'auth.example.com'\r#\r",
    ],
    [
      "WORKOS_CLIENT_ID=client_01HXYZ0123456789ABCDEFGHJK,#why\r\n",
      "WORKOS_CLIENT_ID=client_01HXYZ0123456789ABCDEFGHJK#why\r\n",
    ],
  ])("of %j leaves %j", (text, output) => {
    expect(fix(text, "/nowhere/.env")).toBe(output);
  });
});
