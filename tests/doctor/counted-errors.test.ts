/** Each error that the command counts is shown in every format, at a place, also where no rule reports it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import { runDoctor } from "./run-doctor.js";
import { schemaErrors } from "./sarif-schema.js";
import { type LinkTo, makeFolder } from "./temp-folder.js";

type Files = Record<string, LinkTo | Uint8Array | string>;

interface Shown {
  readonly notes: readonly {
    readonly severity: string;
    readonly path: string;
    readonly line: number;
    readonly message: string;
  }[];
  readonly files: readonly { readonly messages: readonly { readonly severity: string }[] }[];
  readonly summary: { readonly errors: number; readonly warnings: number };
}

const config = readFileSync(join(import.meta.dirname, "../../examples/next-authkit/convex/auth.config.ts"), "utf8");
const id = "client_01JQ4X7M2N8P5R3S6T9V0WABCD";
const otherId = "client_01JQ4X7M2N8P5R3S6T9V0WZZZZ";
const thirdId = "client_01JQ4X7M2N8P5R3S6T9V0WYYYY";
const dependsOnConvex = '{ "dependencies": { "convex": "1" } }';
const outside = import.meta.dirname;

const sound: Files = { "convex/auth.config.ts": config, ".env.convex.prod": `WORKOS_CLIENT_ID=${id}\n` };

/** What is wrong, and where it is said to be: the notes, in order. */
const cases: readonly { readonly name: string; readonly files: Files; readonly places: readonly string[] }[] = [
  { name: "nothing", files: sound, places: [] },
  {
    name: "an error that a rule reports",
    files: { ...sound, ".env.local": "WORKOS_COOKIE_PASSWORD=short\n" },
    places: [],
  },
  {
    name: "another client at the host",
    files: { ...sound, ".env.production": `# the host\r\nA=1\r\nWORKOS_CLIENT_ID=${otherId}\r\n` },
    places: [".env.production:3"],
  },
  {
    name: "one of two clients",
    files: {
      ...sound,
      ".env.production": `WORKOS_CLIENT_ID=${id}\nADMIN_WORKOS_CLIENT_ID=\n  "${otherId}"\nWORKOS_API_KEY=short\n`,
    },
    places: [".env.production:3"],
  },
  {
    name: "other clients in two files",
    files: {
      ...sound,
      ".env.production": `\uFEFFWORKOS_CLIENT_ID=${otherId}\n`,
      "apps/a b/prod.env": `\n\nWORKOS_CLIENT_ID=${thirdId}\n`,
    },
    places: [".env.production:1", "apps/a b/prod.env:3"],
  },
  {
    name: "no auth.config",
    files: { "package.json": dependsOnConvex, "convex/schema.ts": "" },
    places: ["convex/auth.config.ts:1"],
  },
  { name: "no functions", files: { "package.json": dependsOnConvex }, places: ["convex/auth.config.ts:1"] },
  {
    name: "no auth.config where convex.json leads",
    files: { "convex.json": '{ "functions": "./" }' },
    places: ["auth.config.ts:1"],
  },
  {
    name: "an auth.config in the wrong place",
    files: { "convex/schema.ts": "", "package.json": dependsOnConvex, "auth.config.ts": config },
    places: ["auth.config.ts:1"],
  },
  {
    name: "an auth.config of another name",
    files: { "convex/auth.config.mts": config },
    places: ["convex/auth.config.mts:1"],
  },
  {
    name: "a convex.json that cannot be read",
    files: { "convex.json": "{", "convex/auth.config.ts": config },
    places: ["convex.json:1"],
  },
  {
    name: "functions outside of the folder",
    files: { "convex.json": '{ "functions": "../convex" }' },
    places: ["convex.json:1"],
  },
  {
    name: "functions behind a link out of the folder",
    files: { "package.json": dependsOnConvex, "convex.json": "{}", convex: { linkTo: outside } },
    places: ["convex.json:1"],
  },
  {
    name: "functions behind such a link, and no convex.json",
    files: { "package.json": dependsOnConvex, convex: { linkTo: outside }, "auth.config.ts": config },
    places: ["convex:1"],
  },
  {
    name: "an auth.config behind such a link",
    files: { "convex/_generated/": "", "convex/auth.config.ts": { linkTo: import.meta.filename } },
    places: ["convex/auth.config.ts:1"],
  },
  {
    name: "two apps, one in order",
    files: {
      "a/package.json": dependsOnConvex,
      "a/convex/auth.config.ts": config,
      "b/package.json": dependsOnConvex,
      "b/convex/schema.ts": "",
    },
    places: ["b/convex/auth.config.ts:1"],
  },
  {
    name: "files that cannot be read",
    files: { ...sound, ".env.local": Uint8Array.of(0xff), "convex.json": "{" },
    places: ["convex.json:1"],
  },
];

describe.each(cases)("$name", ({ files, places }) => {
  const run = async (format: string, ...argv: string[]): Promise<string> => {
    const { stdout, stderr, exitCode } = await runDoctor([...argv, "--format", format], { cwd });
    expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: exitCode === 0 ? 0 : 1 });
    return stdout;
  };
  let cwd = "";
  const open = async (): Promise<Shown> => {
    cwd = makeFolder(files);
    return JSON.parse(await run("json")) as Shown;
  };

  it("is listed in JSON: as many errors as are counted", async () => {
    const { notes, files: checked, summary } = await open();
    expect(notes.map(({ path, line }) => `${path}:${String(line)}`)).toEqual(places);
    const listed = [...notes, ...checked.flatMap(({ messages }) => messages)];
    expect(listed.filter(({ severity }) => severity === "error")).toHaveLength(summary.errors);
    expect(summary.errors > 0).toBe((await runDoctor([], { cwd })).exitCode === 1);
  });

  it("has a location in SARIF", async () => {
    const { notes, summary } = await open();
    const log = JSON.parse(await run("sarif")) as Log;
    expect(schemaErrors(log)).toEqual([]);
    const results = log.runs[0]?.results ?? [];
    expect(results).toHaveLength(summary.errors + summary.warnings);
    expect(results.filter(({ locations = [] }) => locations.length === 0)).toEqual([]);
    expect(results.filter(({ level }) => level === "error")).toHaveLength(summary.errors);
    expect(notes).toHaveLength(places.length);
    const shown = results.map(({ message, locations }) => ({
      message: message.text,
      uri: locations?.[0]?.physicalLocation?.artifactLocation?.uri,
      line: locations?.[0]?.physicalLocation?.region?.startLine,
    }));
    expect(shown).toEqual(
      expect.arrayContaining(
        notes.map(({ path, line, message }) => ({ message, uri: path.replaceAll(" ", "%20"), line })),
      ),
    );
  });

  it("stands beside a file on GitHub", async () => {
    const { notes, summary } = await open();
    const lines = (await run("github")).split("\n").slice(0, -1);
    expect(lines.filter((line) => /^::error file=[^,]+,line=\d+,/.test(line))).toHaveLength(summary.errors);
    expect(lines).toHaveLength(summary.errors + summary.warnings);
    expect(notes).toHaveLength(places.length);
    for (const { path, line, message } of notes)
      expect(
        lines.some(
          (each) =>
            each.startsWith(`::error file=${path},line=${String(line)},title=`) && each.endsWith(`::${message}`),
        ),
      ).toBe(true);
  });

  it("is told to a person", async () => {
    const { summary } = await open();
    const lines = (await run("stylish")).split("\n");
    expect(lines.filter((line) => /^ {2}error {2}|^ {4}\d+:\d+ +error {2}/.test(line))).toHaveLength(summary.errors);
  });
});

it("the place begins in the current folder where GitHub reads it, and in the checked folder in JSON", async () => {
  const cwd = makeFolder({ "apps/web/package.json": dependsOnConvex, "apps/web/convex/schema.ts": "" });
  const { stdout: json } = await runDoctor(["apps/web", "--format=json"], { cwd });
  expect(JSON.parse(json)).toMatchObject({ notes: [{ path: "convex/auth.config.ts" }] });
  const { stdout: github } = await runDoctor(["apps/web", "--format=github"], { cwd });
  expect(github).toMatch(
    /^::error file=apps\/web\/convex\/auth\.config\.ts,line=1,title=auth\.config::No auth\.config\.ts in convex\/: [^\n]+\n$/,
  );
  const { stdout: sarif } = await runDoctor(["apps/web", "--format=sarif"], { cwd });
  expect(sarif).toContain('"uri":"apps/web/convex/auth.config.ts"');
});
