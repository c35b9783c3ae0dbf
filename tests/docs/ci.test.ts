/** docs/ci.md: the workflows are what GitHub, GitLab and a shell take, and their commands do what the page says. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { copyExample, linkInstalled } from "../hosts/example.js";
import { blockFor, readCodeBlocks } from "./code-blocks.js";

const page = "docs/ci.md";

interface Workflow {
  readonly name: string;
  readonly on: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly "runs-on": string; readonly steps: readonly Step[] }>>;
}

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

type GitLab = Readonly<Record<string, { readonly image: string; readonly script: readonly string[] }>>;

const workflowFiles = [".github/workflows/lint.yml", ".github/workflows/authkit.yml", ".github/workflows/code-scanning.yml"];
const workflows = workflowFiles.map((file): [string, Workflow] => [file, parse(blockFor(page, file)) as Workflow]);
const gitlab = parse(blockFor(page, ".gitlab-ci.yml")) as GitLab;

/** Those that install something, which other tests do. */
const installs = ["npm ci", "npm install --save-dev husky lint-staged", "npm install --save-dev @microsoft/eslint-formatter-sarif", "npx husky init", "npx lint-staged"];

function commandsOfThePage(): string[] {
  const github = workflows.flatMap(([, { jobs }]) => Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? [])));
  const shell = readCodeBlocks(page).filter(({ language }) => language === "sh").flatMap(({ code }) => code.trim().split("\n"));
  const all = [...github, ...Object.values(gitlab).flatMap(({ script }) => script), ...shell];
  return [...new Set(all)].filter((command) => !installs.includes(command));
}

it("every block of YAML and JSON can be read", () => {
  const blocks = readCodeBlocks(page).filter(({ language }) => language !== "sh");
  expect(blocks.length).toBeGreaterThan(5);
  expect(blocks.filter(({ language }) => !["json", "yaml"].includes(language))).toEqual([]);
  for (const { language, code } of blocks) expect(language === "json" ? JSON.parse(code) : parse(code, { strict: true, uniqueKeys: true })).toBeTypeOf("object");
});

describe.each(workflows)("%s", (_, { name, on, permissions, jobs }) => {
  it("is a workflow that may read the repository and no more than it must", () => {
    expect(name).toMatch(/^[A-Z]/u);
    expect(Array.isArray(on) ? on : Object.keys(on as object)).toEqual(["push", "pull_request"]);
    const { contents, ...others } = permissions;
    expect(contents).toBe("read");
    const uploads = Object.values(jobs).some(({ steps }) => steps.some(({ uses }) => uses?.includes("upload-sarif")));
    expect(others).toEqual(uploads ? { "security-events": "write" } : {});
  });

  it("has steps that run a command or use an action of a version", () => {
    for (const { "runs-on": machine, steps } of Object.values(jobs)) {
      expect(machine).toBe("ubuntu-latest");
      expect(steps.map(({ run, uses }) => [run, uses].filter((each) => each != null)).filter(({ length }) => length !== 1)).toEqual([]);
      expect(steps.flatMap(({ uses }) => uses ?? []).filter((uses) => !/^[\w-]+(?:\/[\w-]+)+@v\d+$/u.test(uses))).toEqual([]);
    }
  });
});

it("the upload is of the file that the command writes", () => {
  const steps = workflows.flatMap(([, { jobs }]) => Object.values(jobs).flatMap((job) => job.steps));
  const file = steps.find(({ uses }) => uses?.includes("upload-sarif"))?.with?.["sarif_file"];
  expect(steps.map(({ run }) => run?.split(" > ")[1]).filter((written) => written != null)).toEqual([file]);
});

it("every job of GitLab has an image and a script", () => {
  for (const job of Object.values(gitlab)) expect(job).toEqual({ image: expect.stringMatching(/^node:\d+$/u) as string, script: expect.any(Array) as string[] });
});

/** Runs it as CI does: in a shell that knows nothing of this process, and that reaches nothing but what is installed. */
function run(command: string, folder: string): { status: number | null; output: string } {
  const env = { PATH: process.env["PATH"], HOME: folder, CI: "true", npm_config_offline: "true" };
  const { status, stdout, stderr } = spawnSync(command, { cwd: folder, env, shell: true, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

const rule = "convex-authkit/no-user-management-application-id";

describe.runIf(process.platform !== "win32").each(commandsOfThePage())("%s", (command) => {
  it("fails for the broken example, and says why", () => {
    const folder = copyExample("next-authkit-broken");
    linkInstalled(folder);
    const { status, output } = run(command, folder);
    expect({ status, output }).toMatchObject({ status: 1 });
    const written = command.split(" > ")[1];
    expect(written == null ? output : readFileSync(join(folder, written), "utf8")).toContain(rule);
    if (command.includes("--format github")) expect(output).toContain(`::error file=convex/auth.config.ts,line=18,endLine=18,col=7,endColumn=30,title=${rule.replace(":", "%3A")}::`);
    if (written != null) expect(JSON.parse(readFileSync(join(folder, written), "utf8"))).toMatchObject({ version: "2.1.0" });
  });

  it("passes for the sound one", () => {
    const folder = copyExample("next-authkit");
    linkInstalled(folder);
    expect(run(command, folder)).toMatchObject({ status: 0 });
  });
});

it.runIf(process.platform !== "win32")("what ESLint prints is what actions/setup-node looks for: the name of a file, then its reports", () => {
  const folder = copyExample("next-authkit-broken");
  linkInstalled(folder);
  const { output } = run("npx eslint . --max-warnings 0", folder);
  const annotations: string[] = [];
  let file = "";
  for (const line of output.split("\n")) {
    // Source: https://github.com/actions/setup-node/blob/main/.github/eslint-stylish.json
    const [, place, level, , name] = /^\s+(\d+:\d+)\s+(error|warning|info)\s+(.*)\s\s+(.*)$/u.exec(line) ?? [];
    if (place == null) file = line;
    else annotations.push(`${file.slice(folder.length + 1)}:${place} ${String(level)} ${String(name)}`);
  }
  expect(annotations).toHaveLength(6);
  expect(annotations).toContain(`convex/auth.config.ts:18:7 error ${rule}`);
});

it("exit code 2 is for what cannot run", () => {
  const folder = copyExample("next-authkit");
  linkInstalled(folder);
  expect(run("npx --yes eslint-plugin-convex-authkit nowhere", folder).status).toBe(2);
  expect(run("npx --yes eslint-plugin-convex-authkit --nothing", folder).status).toBe(2);
});
