/** docs/scale.md: its configurations are those of the example and of docs/ci.md, and its commands find what is broken. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../doctor/temp-folder.js";
import { copyExample, linkInstalled } from "../hosts/example.js";
import { blockFor, readCodeBlocks } from "./code-blocks.js";

const root = join(import.meta.dirname, "../..");
const page = "docs/scale.md";
const rule = "convex-authkit/no-user-management-application-id";

interface Job {
  readonly uses?: string;
  readonly steps?: readonly object[];
}

interface Workflow {
  readonly on: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: { readonly authkit: Job };
}

const workflow = (from: string, file: string): Workflow => parse(blockFor(from, file), { strict: true }) as Workflow;
const readExample = (name: string): Readonly<Record<string, unknown>> => JSON.parse(readFileSync(join(root, "examples/monorepo", name), "utf8")) as Readonly<Record<string, unknown>>;
const commands = readCodeBlocks(page).filter(({ language }) => language === "sh").map(({ code }) => code.trim());
const [cached = "", turborepo = "", loop = ""] = commands;

/** Runs it in a shell that knows nothing of this process, and that reaches nothing but what is installed. */
function run(command: string, folder: string): { status: number | null; output: string } {
  const home = makeFolder({});
  const env = { PATH: process.env["PATH"], HOME: home, CI: "true", npm_config_offline: "true", NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync(command, { cwd: folder, env, shell: true, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

it("no block is left out here", () => {
  const blocks = readCodeBlocks(page).map(({ language, file }) => (file === "" ? language : file));
  expect(blocks).toEqual(["eslint.config.js", "sh", "turbo.json", "package.json", "sh", "your-org/workflows/.github/workflows/authkit.yml", ".github/workflows/authkit.yml", "sh"]);
});

describe("Turborepo", () => {
  it("has the configuration of the example", () => {
    expect(JSON.parse(blockFor(page, "turbo.json"))).toEqual(readExample("turbo.json"));
    const { scripts } = JSON.parse(blockFor(page, "package.json")) as Readonly<Record<string, unknown>>;
    expect(scripts).toEqual(readExample("package.json")["scripts"]);
  });

  it("has the scripts that are named", () => {
    expect(turborepo).toBe(`npx ${String((readExample("package.json")["scripts"] as Readonly<Record<string, string>>)["lint"])}`);
    for (const name of ["apps/dashboard", "apps/mobile", "apps/web", "packages/backend"]) {
      const { lint } = readExample(`${name}/package.json`)["scripts"] as Readonly<Record<string, string>>;
      expect(readFileSync(join(root, page), "utf8")).toContain(`each package is \`${String(lint)}\``);
    }
  });
});

describe("the workflow of many repositories", () => {
  const shared = workflow(page, "your-org/workflows/.github/workflows/authkit.yml");
  const caller = workflow(page, ".github/workflows/authkit.yml");
  const single = workflow("docs/ci.md", ".github/workflows/code-scanning.yml");

  it("is that of one, to be called", () => {
    expect(shared.on).toEqual({ workflow_call: null });
    expect(shared.permissions).toEqual(single.permissions);
    const steps = single.jobs.authkit.steps?.map((step) => ("run" in step && typeof step.run === "string" ? { run: step.run.replace(" --format", " --max-warnings 0 --format") } : step));
    expect(shared.jobs.authkit.steps).toEqual(steps);
  });

  it("is called when that of one would run, and may do what it may", () => {
    expect({ on: caller.on, permissions: caller.permissions }).toEqual({ on: single.on, permissions: shared.permissions });
    expect(caller.jobs).toEqual({ authkit: { uses: "your-org/workflows/.github/workflows/authkit.yml@main" } });
  });
});

describe.runIf(process.platform !== "win32")("the commands", () => {
  it.each(cached.split("\n"))("%s fails for the broken example, and passes for the sound one", (command) => {
    const [broken, sound] = [copyExample("next-authkit-broken"), copyExample("next-authkit")];
    for (const folder of [broken, sound]) linkInstalled(folder);
    const { status, output } = run(command, broken);
    expect({ status, output }).toMatchObject({ status: 1, output: expect.stringContaining(rule) as string });
    expect(run(command, sound)).toMatchObject({ status: 0 });
  });

  it("the loop names the broken repositories, and leaves a report on each", () => {
    const folder = makeFolder({ "clones/another/package.json": "{}\n" });
    linkInstalled(folder);
    const clones = join(folder, "clones");
    const examples = ["next-authkit-broken", "next-authkit"] as const;
    for (const name of examples) cpSync(copyExample(name), join(clones, name), { recursive: true });
    expect(run(loop, clones)).toEqual({ status: 0, output: "next-authkit-broken\n" });
    const report = (name: string): string => readFileSync(join(clones, `${name}.txt`), "utf8");
    expect(report("next-authkit-broken")).toContain(rule);
    expect(report("next-authkit")).toContain("No problems found.");
    expect(report("another")).toContain("has to do with Convex");
  });

  it("the configuration finds the defect, and parses nothing else", () => {
    const folder = copyExample("next-authkit-broken");
    linkInstalled(folder);
    writeFileSync(join(folder, "eslint.config.mjs"), blockFor(page, "eslint.config.js"));
    mkdirSync(join(folder, "lib"));
    writeFileSync(join(folder, "lib/broken.ts"), "export const = ;\n");
    const { status, output } = run("npx eslint .", folder);
    expect(status).toBe(1);
    expect(output).toContain(rule);
    expect(output).toMatch(/1 problem \(1 error/u);
    const unguarded = blockFor(page, "eslint.config.js").replace('["**/auth.config.ts"]', '["**/*.ts"]');
    writeFileSync(join(folder, "eslint.config.mjs"), unguarded);
    expect(run("npx eslint .", folder).output).toContain("Parsing error");
  });
});
