/** The built plugin under the command `oxlint`: it says what ESLint says, at the same places, and repairs as one pass of ESLint does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBlocks, readPages } from "../../scripts/docs/check.js";
import plugin from "../../src/index.js";
import { authConfigRules, callbackRouteRules } from "../../src/rules/index.js";
import { makeFolder } from "../doctor/temp-folder.js";
import type { LinkTo } from "../doctor/temp-folder.js";
import { hostCases } from "./cases.js";
import { lintWithOxlint, runOxlint } from "./oxlint.js";
import type { OxlintRun } from "./oxlint.js";
import { HostProject } from "./project.js";
import type { HostResult } from "./project.js";

const root = join(import.meta.dirname, "../..");

interface Case {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** What else lies in its folder. */
  readonly beside?: Readonly<Record<string, string>>;
  readonly settings?: object;
  /** What is reported, repairs left out; null where only ESLint knows. */
  readonly reports: readonly string[] | null;
  readonly fixed: string | null;
}

const fromTheTable = hostCases.map(
  ({ name, path = "convex/auth.config.ts", text, recommended, strict = [], fixed = text }): Case => ({
    name,
    path,
    text,
    reports: [...recommended, ...strict].map((report) => report.replace(/, .*/u, "")),
    fixed,
  }),
);

const issuerOf = (before: string) => `export default {
  providers: [
    {
      type: "customJwt",
      ${before}issuer: "<https://api.workos.com/>",
      algorithm: "RS256",
      applicationID: process.env.WORKOS_CLIENT_ID,
      jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
    },
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`,
    },
  ],
};
`;

const withLetters = (name: string, change: (text: string) => string, place: string): Case => ({
  name,
  path: "convex/auth.config.ts",
  text: change(issuerOf("/* ü 😀 */ ")),
  reports: [`${place} error valid-issuer`],
  fixed: change(issuerOf("/* ü 😀 */ ").replace(/[<>]/gu, "")),
});

const ofOtherTexts = [
  withLetters("letters that are longer in bytes", (text) => text, "5:26-5:53"),
  withLetters("a mark of the byte order", (text) => `\uFEFF${text}`, "5:26-5:53"),
  withLetters("lines that end as on Windows", (text) => text.replaceAll("\n", "\r\n"), "5:26-5:53"),
];

/** Those that are about code. */
const fromTheDocs = readPages()
  .flatMap((page) => readBlocks(page).map((block) => ({ ...block, page: page.path })))
  .filter(({ kind, file }) => kind !== "config" && /\.[cm]?[jt]sx?$/u.test(file))
  .map(({ page, line, file, code, beside, settings }): Case => ({
    name: `${page}, line ${String(line)}`,
    path: file,
    text: code,
    beside,
    settings,
    reports: null,
    fixed: null,
  }));

const cases = [...fromTheTable, ...ofOtherTexts, ...fromTheDocs].map((each, index) => ({
  ...each,
  folder: `case-${String(index + 1)}`,
}));

/** What an `.oxlintrc.json` holds for a preset of ESLint. */
function oxlintrc(preset: readonly Linter.Config[], settings: object = {}): string {
  const overrides = preset.map(({ files, rules }) => ({ files, rules }));
  return JSON.stringify({
    jsPlugins: ["eslint-plugin-convex-authkit"],
    categories: { correctness: "off" },
    settings: { "convex-authkit": settings },
    overrides,
  });
}

const eslintConfig = `import convexAuthkit from "eslint-plugin-convex-authkit";

export default [
  ...convexAuthkit.configs.strict,
${cases.flatMap(({ folder, settings }) => (settings == null ? [] : `  { files: ["${folder}/**"], settings: { "convex-authkit": ${JSON.stringify(settings)} } },\n`)).join("")}];
`;

function makeProject(): HostProject {
  const files = cases.flatMap(({ folder, path, text, beside = {}, settings = {} }) => [
    // Each is a project of its own: some rules look at the files around.
    [`${folder}/.git/HEAD`, ""],
    ...(Object.keys(settings).length > 0
      ? [[`${folder}/.oxlintrc.json`, oxlintrc(plugin.configs.strict, settings)]]
      : []),
    ...Object.entries(beside).map(([name, content]) => [`${folder}/${name}`, content]),
    [`${folder}/${path}`, text],
  ]);
  return new HostProject(
    { version: "eslint" },
    {
      ...(Object.fromEntries(files) as Record<string, string>),
      ".gitignore": "node_modules/\n",
      ".oxlintrc.json": oxlintrc(plugin.configs.strict),
      "eslint.config.mjs": eslintConfig,
    },
  );
}

/** In the order of the file, in which the two differ. */
function sorted(reports: readonly string[]): string[] {
  return [...reports].sort();
}

/** One pass of ESLint: its fixes from the first to the last, without those that touch an earlier one. */
function fixedOnce(text: string, messages: readonly Linter.LintMessage[]): string {
  const fixes = messages
    .flatMap(({ fix }) => fix ?? [])
    .sort((left, right) => left.range[0] - right.range[0] || left.range[1] - right.range[1]);
  const [bom] = /^\uFEFF?/u.exec(text) ?? [""];
  const body = text.slice(bom.length);
  let output = bom;
  let last = -1;
  for (const { range, text: replacement } of fixes) {
    if (range[0] <= last) continue;
    output += body.slice(Math.max(last, 0), range[0]) + replacement;
    last = range[1];
  }
  return output + body.slice(Math.max(last, 0));
}

describe("as ESLint does", () => {
  let project: HostProject;
  let oxlint: OxlintRun;
  let eslint: Map<string, HostResult>;
  let fixed: Map<string, string>;
  let left: OxlintRun;

  beforeAll(async () => {
    project = makeProject();
    [oxlint, eslint] = await Promise.all([
      lintWithOxlint(project.folder),
      project.lint().then((results) => new Map(results.map((result) => [result.path, result]))),
    ]);
    left = await lintWithOxlint(project.folder, "--fix");
    fixed = new Map(
      cases.map(({ folder, path }) => [folder, readFileSync(join(project.folder, folder, path), "utf8")]),
    );
  });

  afterAll(() => {
    project.remove();
  });

  it.each(cases.map((each): [string, (typeof cases)[number]] => [each.name, each]))(
    "%s",
    (_, { folder, path, text, reports, fixed: wanted }) => {
      const file = `${folder}/${path}`;
      const found = oxlint.reports.filter((report) => report.path === file);
      const messages = eslint.get(file)?.messages ?? [];
      expect(sorted(found.map(({ report, message }) => `${report}: ${message}`))).toEqual(
        sorted(messages.map(describeMessage)),
      );
      if (reports != null) expect(sorted(found.map(({ report }) => report))).toEqual(sorted(reports));
      expect(fixed.get(folder)).toBe(fixedOnce(text, messages));
      if (wanted != null) expect(fixed.get(folder)).toBe(wanted);
    },
  );

  it("lints every case, and fails for errors", () => {
    expect([...eslint.keys()]).toEqual(expect.arrayContaining(cases.map(({ folder, path }) => `${folder}/${path}`)));
    expect(oxlint.reports.filter(({ path }) => !eslint.has(path))).toEqual([]);
    expect(oxlint.exitCode).toBe(1);
  });

  it("--fix reports what it does not repair", () => {
    const unrepaired = [...eslint].flatMap(([path, { messages }]) =>
      messages.filter(({ fix }) => fix == null).map(({ message }) => `${path}: ${message}`),
    );
    expect(sorted(left.reports.map(({ path, message }) => `${path}: ${message}`))).toEqual(sorted(unrepaired));
  });

  it("each rule on code is seen at work", () => {
    const seen = new Set(oxlint.reports.map(({ report }) => report.split(" ")[2]));
    expect([...seen].sort()).toEqual([...authConfigRules, ...callbackRouteRules].map(({ name }) => name).sort());
  });

  it("but counts columns in bytes", () => {
    const folder = cases.find(({ name }) => name === "letters that are longer in bytes")?.folder ?? "";
    expect(
      oxlint.reports.filter(({ path }) => path.startsWith(`${folder}/`)).map(({ report, shown }) => [report, shown]),
    ).toEqual([["5:26-5:53 error valid-issuer", "5:29"]]);
  });
});

function describeMessage({ ruleId, severity, line, column, endLine, endColumn, message }: Linter.LintMessage): string {
  const end = endLine == null ? "" : `-${String(endLine)}:${String(endColumn)}`;
  return `${String(line)}:${String(column)}${end} ${severity === 2 ? "error" : "warning"} ${ruleId?.replace("convex-authkit/", "") ?? ""}: ${message}`;
}

describe("docs/oxlint.md", () => {
  const page = readFileSync(join(root, "docs/oxlint.md"), "utf8");
  const snippets = new Map(
    [...page.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gmu)].map(([, file = "", code = ""]) => [file, code]),
  );
  const example = join(root, "examples/next-authkit-broken");
  const examplePaths = ["convex/auth.config.ts", "convex.json", "package.json", ".env.production", ".env.convex.prod"];

  /** The broken example as somebody has it who uses oxlint, and no ESLint. */
  function makeApp(files: Record<string, string>): string {
    const copied = examplePaths.map((path): [string, string] => [path, readFileSync(join(example, path), "utf8")]);
    const links: Record<string, LinkTo> = { "node_modules/eslint-plugin-convex-authkit": { linkTo: root } };
    return makeFolder({
      ".git/": "",
      ".gitignore": "node_modules/\n",
      ...Object.fromEntries(copied),
      ...links,
      ...files,
    });
  }

  const route = 'import { handleAuth } from "@workos-inc/authkit-nextjs";\n\nexport const GET = handleAuth();\n';
  const found = [
    "app/auth/callback/route.ts 3:20-3:30 warning callback-route",
    "convex/auth.config.ts 12:13-12:47 error valid-jwks",
    "convex/auth.config.ts 18:7-18:30 error no-user-management-application-id",
    "convex/auth.config.ts 9:15-9:42 error valid-issuer",
  ];
  const described = ({ reports }: OxlintRun) => sorted(reports.map(({ path, report }) => `${path} ${report}`));

  it("its .oxlintrc.json is `recommended`", () => {
    expect(JSON.parse(snippets.get(".oxlintrc.json") ?? "")).toEqual({
      jsPlugins: ["eslint-plugin-convex-authkit"],
      overrides: plugin.configs.recommended.map(({ files, rules }) => ({ files, rules })),
    });
  });

  it.each([
    [".oxlintrc.json", []],
    ["oxlint.config.mjs", ["-c", "oxlint.config.mjs"]],
  ])("%s finds and repairs the defects of the broken example", async (name, options) => {
    const folder = makeApp({ [name]: snippets.get(name) ?? "", "app/auth/callback/route.ts": route });
    expect(described(await lintWithOxlint(folder, ...options))).toEqual(found);
    await lintWithOxlint(folder, "--fix", ...options);
    expect(described(await lintWithOxlint(folder, ...options))).toEqual(found.slice(0, 1));
    expect(readFileSync(join(folder, "convex/auth.config.ts"), "utf8")).toBe(
      readFileSync(join(root, "examples/next-authkit/convex/auth.config.ts"), "utf8"),
    );
  });

  it("comments of both kinds turn a rule off", async () => {
    const text = readFileSync(join(example, "convex/auth.config.ts"), "utf8");
    const permitted = (tool: string) =>
      text.replace(/^ +issuer: "</mu, `      // ${tool}-disable-next-line convex-authkit/valid-issuer\n$&`);
    const folder = makeApp({
      ".oxlintrc.json": snippets.get(".oxlintrc.json") ?? "",
      "convex/auth.config.ts": permitted("eslint"),
      "a/convex/auth.config.ts": permitted("oxlint"),
    });
    const { reports } = await lintWithOxlint(folder);
    expect(reports).toHaveLength(4);
    expect(reports.filter(({ report }) => report.endsWith("valid-issuer"))).toEqual([]);
    // ESLint knows its own kind alone.
    const unheard = new Linter().verify(permitted("oxlint"), plugin.configs.recommended, "convex/auth.config.ts");
    expect(unheard.map(({ ruleId }) => ruleId)).toContain("convex-authkit/valid-issuer");
  });

  it("settings stand at the top, and nowhere else", async () => {
    const [, settings = ""] = /```json\n("settings": .*)\n```/u.exec(page) ?? [];
    const overrides =
      '"overrides": [{ "files": ["**/auth.config.ts"], "rules": { "convex-authkit/no-user-management-application-id": "error" }';
    const start = `{ "jsPlugins": ["eslint-plugin-convex-authkit"], ${overrides}`;
    const atTheTop = makeApp({ ".oxlintrc.json": `${start} }], ${settings} }` });
    expect(described(await lintWithOxlint(atTheTop))).toEqual([]);
    const without = makeApp({ ".oxlintrc.json": `${start} }] }` });
    expect(described(await lintWithOxlint(without))).toEqual([found[2]]);
    const inOverrides = makeApp({ ".oxlintrc.json": `${start}, ${settings} }] }` });
    await expect(lintWithOxlint(inOverrides)).rejects.toThrow("unknown field `settings`");
  });

  it("no `.env` file and no convex.json is read, the rules on them set or not", async () => {
    const all = Object.fromEntries(Object.keys(plugin.rules).map((name) => [`convex-authkit/${name}`, "error"]));
    const folder = makeApp({
      ".oxlintrc.json": JSON.stringify({ jsPlugins: ["eslint-plugin-convex-authkit"], rules: all }),
    });
    const { reports } = await lintWithOxlint(folder);
    expect([...new Set(reports.map(({ path }) => path))]).toEqual(["convex/auth.config.ts"]);
    const { exitCode, stdout } = await runOxlint(folder, ".env.production", "convex.json");
    expect(stdout).toContain("No files found to lint");
    expect(exitCode).toBe(1);
  });
});
