/** `.ci/run`, with programs of its own in the place of what it calls: whatever is missing on a machine, the tests are run. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../doctor/temp-folder.js";

const root = join(import.meta.dirname, "../..");

interface Machine {
  readonly user: number;
  /** What `apt-get` does; null where there is none. */
  readonly apt: string | null;
  readonly programs?: readonly string[];
  readonly tests?: string;
}

/** Runs it on a machine that has these programs and bash's own, and returns what was called. */
function run({ user, apt, programs = [], tests = "exit 0" }: Machine): {
  status: number | null;
  output: string;
  calls: string[];
} {
  const folder = makeFolder({});
  mkdirSync(join(folder, "bin"));
  cpSync(join(root, ".ci"), join(folder, "repository/.ci"), { recursive: true });
  const log = join(folder, "calls");
  const scripts: Record<string, string> = {
    dirname: 'path="$1"; echo "${path%/*}"',
    id: `echo ${String(user)}`,
    timeout: 'shift; exec "$@"',
    npm: `echo "npm $*" in "\${PWD##*/}" >> ${log}\necho 1 passed, 0 failed\n${tests}`,
    ...(apt === null ? {} : { "apt-get": `echo "apt-get $*" >> ${log}\necho noise\necho noise >&2\n${apt}` }),
    ...Object.fromEntries(programs.map((name) => [name, "exit 1"])),
  };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, "bin", name), `#!/bin/bash\n${script}\n`);
    chmodSync(join(folder, "bin", name), 0o755);
  }
  symlinkSync("/bin/bash", join(folder, "bin/bash"));
  const { status, stdout, stderr } = spawnSync("/bin/bash", [join(folder, "repository/.ci/run")], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: join(folder, "bin") },
  });
  const calls = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
  return { status, output: stdout + stderr, calls: calls.map((call) => call.replace(/ --quiet .*/u, "")) };
}

const missing = (name: string): string => `There is no ${name}, and it could not be installed.\n`;
const passed = "1 passed, 0 failed\n";
const tested = "npm test in repository";

describe.skipIf(process.platform === "win32")("runs the tests", () => {
  it("with what is there", () => {
    expect(run({ user: 0, apt: "exit 0", programs: ["pre-commit", "chromium", "firefox-esr"] })).toEqual({
      status: 0,
      output: passed,
      calls: [tested],
    });
  });

  it("with what it installs, without a word", () => {
    expect(run({ user: 0, apt: "exit 0", programs: ["chromium", "firefox-esr"] })).toEqual({
      status: 0,
      output: passed,
      calls: ["apt-get update", "apt-get install pre-commit", tested],
    });
  });

  it.each<[string, Machine, string[]]>([
    ["no network", { user: 0, apt: "exit 100" }, ["apt-get update", "apt-get update", "apt-get update"]],
    [
      "no such package",
      { user: 0, apt: '[[ "$1" == update ]]' },
      [
        "apt-get update",
        "apt-get install pre-commit",
        "apt-get update",
        "apt-get install chromium",
        "apt-get update",
        "apt-get install firefox-esr",
      ],
    ],
    ["no right to install", { user: 1000, apt: "exit 0" }, []],
    ["no apt", { user: 0, apt: null }, []],
  ])("where there is %s", (_, machine, calls) => {
    expect(run(machine)).toEqual({
      status: 0,
      output: missing("pre-commit") + missing("chromium") + missing("firefox-esr") + passed,
      calls: [...calls, tested],
    });
  });

  it("and fails as they do", () => {
    expect(run({ user: 1000, apt: null, tests: "exit 3" })).toMatchObject({ status: 3, calls: [tested] });
  });
});
