/** A commit with a broken file: refused by lint-staged behind husky, as docs/ci.md sets them up, and by the hooks of pre-commit. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { HELP } from "../../src/doctor/arguments.js";
import { blockFor } from "../docs/code-blocks.js";
import { makeFolder } from "../doctor/temp-folder.js";
import { copyExample, linkInstalled } from "./example.js";

const root = join(import.meta.dirname, "../..");
const page = "docs/ci.md";
const file = "convex/auth.config.ts";
const broken = readFileSync(join(root, "examples/next-authkit-broken", file), "utf8");
const sound = readFileSync(join(root, "examples/next-authkit", file), "utf8");
const message =
  "`applicationID` on the user-management provider – its tokens carry no `aud` unless a JWT template adds one, so Convex rejects them.";

interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

function run(command: string, cwd: string, offline = true): Outcome {
  // Where these tests run in a hook themselves, git has said which repository that is; the commands are not to know of the tests.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:GIT_|HUSKY|FORCE_COLOR|NODE_ENV|VITEST|TEST|npm_)/u.test(name),
    ),
  );
  const person = {
    GIT_AUTHOR_NAME: "A",
    GIT_AUTHOR_EMAIL: "a@example.com",
    GIT_COMMITTER_NAME: "A",
    GIT_COMMITTER_EMAIL: "a@example.com",
  };
  const { status, stdout, stderr } = spawnSync(command, {
    cwd,
    shell: true,
    encoding: "utf8",
    env: {
      ...env,
      ...person,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      NO_COLOR: "1",
      ...(offline ? { npm_config_offline: "true" } : {}),
    },
  });
  return { status, output: stdout + stderr };
}

/** Shows the output where the status is another one. */
function expectStatus(expected: number, { status, output }: Outcome): void {
  if (status !== expected) expect.unreachable(`exit code ${String(status)}, not ${String(expected)}:\n${output}`);
}

function expectRun(command: string, cwd: string): string {
  const outcome = run(command, cwd);
  expectStatus(0, outcome);
  return outcome.output;
}

const isWindows = process.platform === "win32";

describe.skipIf(isWindows)("lint-staged and husky", () => {
  /** The broken example with a sound auth.config, committed, then the hook as the docs write it. */
  function setUp(options = ""): string {
    const folder = copyExample("next-authkit-broken");
    writeFileSync(join(folder, file), sound);
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as object;
    const documented = JSON.parse(blockFor(page, "package.json")) as { "lint-staged": Record<string, string> };
    const tasks = Object.entries(documented["lint-staged"]).map(([files, command]) => [files, command + options]);
    writeFileSync(
      join(folder, "package.json"),
      JSON.stringify({ ...manifest, "lint-staged": Object.fromEntries(tasks) }),
    );
    expectRun("git init --quiet && git add --all && git commit --quiet --message start", folder);
    linkInstalled(folder);
    expectRun("npx husky", folder);
    mkdirSync(join(folder, ".husky"), { recursive: true });
    writeFileSync(join(folder, ".husky/pre-commit"), blockFor(page, ".husky/pre-commit"));
    chmodSync(join(folder, ".husky/pre-commit"), 0o755);
    return folder;
  }

  function commit(folder: string, files: Readonly<Record<string, string>>): Outcome {
    for (const [path, text] of Object.entries(files)) {
      writeFileSync(join(folder, path), text);
      expectRun(`git add -- ${path}`, folder);
    }
    return run("git commit --message change", folder);
  }

  const committed = (folder: string, path = file): string => expectRun(`git show HEAD:${path}`, folder);

  it("refuse broken files and say why, and let others pass", () => {
    const folder = setUp();
    const production = readFileSync(join(folder, ".env.production"), "utf8");
    const refused = commit(folder, { [file]: broken, ".env.production": `${production}\n` });
    expect(refused).toMatchObject({ status: 1, output: expect.stringContaining(message) as string });
    expect(refused.output).toContain("convex-authkit/no-user-management-application-id");
    expect(refused.output).toContain("convex-authkit/env-cookie-password");
    expect(committed(folder)).toBe(sound);
    expect(readFileSync(join(folder, file), "utf8")).toBe(broken);

    // What is wrong already in files that are no part of the commit does not stop it.
    expectRun("git checkout --quiet HEAD -- .env.production", folder);
    const changed = sound.replace("export default", "// Both of them.\nexport default");
    expectStatus(0, commit(folder, { [file]: changed, "app/new.ts": "export const a = 1;\n", "README.md": "# New\n" }));
    expect(committed(folder)).toBe(changed);
  });

  it("with --fix, commit what was repaired", () => {
    const folder = setUp(" --fix");
    const comment = "\n// New.\n";
    expectStatus(0, commit(folder, { [file]: broken + comment }));
    expect(committed(folder)).toBe(sound + comment);
    expect(readFileSync(join(folder, file), "utf8")).toBe(sound + comment);
  });
});

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames: boolean;
}

describe("the hooks of pre-commit", () => {
  const hooks = parse(readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8")) as Hook[];
  const { bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { bin: Record<string, string> };

  it("are the command, once with --fix", () => {
    expect(hooks.map(({ id, entry }) => [id, entry])).toEqual([
      ["convex-authkit", "eslint-plugin-convex-authkit"],
      ["convex-authkit-fix", "eslint-plugin-convex-authkit --fix"],
    ]);
    for (const hook of hooks) {
      expect(Object.keys(hook).sort()).toEqual([
        "description",
        "entry",
        "files",
        "id",
        "language",
        "name",
        "pass_filenames",
      ]);
      expect(hook).toMatchObject({ language: "node", pass_filenames: false });
      const [command = "", ...options] = hook.entry.split(" ");
      expect(Object.keys(bin)).toContain(command);
      for (const option of options) expect(HELP).toContain(`\n  ${option} `);
    }
  });

  it.each([
    [true, "convex/auth.config.ts"],
    [true, "auth.config.js"],
    [true, "packages/a/convex/auth.config.mts"],
    [true, ".env"],
    [true, "apps/web/.env.production"],
    [true, "prod.env"],
    [true, "convex.json"],
    [true, "package.json"],
    [true, "app/callback/route.ts"],
    [true, "src/app/route.tsx"],
    [false, "convex/auth.ts"],
    [false, "convex/my-auth.config.ts"],
    [false, "environment.ts"],
    [false, "tsconfig.json"],
    [false, "lib/route.ts"],
    [false, "package-lock.json"],
  ])("run (%s) for a commit of %s", (isMeant, path) => {
    for (const { files } of hooks) expect(new RegExp(files, "u").test(path)).toBe(isMeant);
  });

  it("are the ones that the docs name", () => {
    const text = readFileSync(join(root, page), "utf8");
    for (const { id } of hooks) expect(text).toContain(`\`${id}\``);
    const named = [...text.matchAll(/^ +- id: (\S+)$/gmu)].map(([, id]) => id);
    expect(named.filter((id) => !hooks.some((hook) => hook.id === id))).toEqual([]);
  });

  const canTry = !isWindows && run("pre-commit --version", root).status === 0;
  if (!canTry) process.stdout.write("Skipped: there is no pre-commit to try the hooks with.\n");
  const canInstall =
    canTry &&
    spawnSync("npm", ["view", "diff", "version", "--fetch-retries=0", "--fetch-timeout=5000"], { cwd: root }).status ===
      0;
  if (canTry && !canInstall)
    process.stdout.write("Skipped: the hooks of pre-commit need the registry, which cannot be reached.\n");

  it.runIf(canInstall)("refuse a broken app and repair what can be repaired", { timeout: 600_000 }, () => {
    const source = makeFolder({});
    const here = expectRun("git ls-files --cached --others --exclude-standard", root).trim().split("\n");
    for (const path of here) cpSync(join(root, path), join(source, path));
    const folder = copyExample("next-authkit-broken");
    for (const each of [source, folder])
      expectRun("git init --quiet && git add --all && git commit --quiet --message start", each);
    // One run for both: each makes an environment of its own, which takes minutes.
    const { status, output } = run(`pre-commit try-repo ${source} --all-files --color=never`, folder, false);
    const [refused = "", repaired = ""] = output.split(/(?<=\n)(?=Convex with WorkOS AuthKit, repaired)/u);
    expect(refused).toContain(message);
    expect(repaired).toContain("files were modified by this hook");
    expect(repaired).toContain("\nRepaired convex/auth.config.ts.\n");
    expect(status).toBe(1);
    expect(readFileSync(join(folder, file), "utf8")).toBe(sound);
  });
});
