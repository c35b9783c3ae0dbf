/** The monorepo of the examples: Turborepo takes a verdict from its cache as long as nothing has changed that the verdict depends on. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../dist/index.js";
import { makeFolder } from "../doctor/temp-folder.js";
import { runDoctor } from "../doctor/run-doctor.js";
import { linkInstalled } from "./example.js";

const root = join(import.meta.dirname, "../..");
const example = "examples/monorepo";
const packages = ["@notes/backend", "dashboard", "mobile", "web"];
const authConfig = "packages/backend/convex/auth.config.ts";

const clientId = "client_01HQ3V7Z8K9M2N4P5R6S7T8V9W";
/** The one in the `.env.production` of the example. */
const exampleClientId = "client_01KFAKEFAKEFAKEFAKEFAKE000";

interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

interface TurboConfig {
  readonly tasks: { readonly lint: { readonly inputs: readonly string[] } };
}

interface DryRun {
  readonly tasks: readonly {
    readonly package: string;
    readonly task: string;
    readonly hash: string;
    readonly cache: { readonly status: "HIT" | "MISS" };
  }[];
}

const readExample = (name: string): string => readFileSync(join(root, example, name), "utf8");
const { inputs } = (JSON.parse(readExample("turbo.json")) as TurboConfig).tasks.lint;

/** A repository of its own with everything installed, as somebody has it who has cloned it. */
class Monorepo {
  readonly folder = makeFolder({});
  /** Nothing asks a registry. Turborepo passes the variables of this process on to no task, so that npm reads this from a file. */
  readonly #home = makeFolder({ ".npmrc": "offline=true\nupdate-notifier=false\n" });

  constructor() {
    const files = this.#run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", example], root)
      .stdout.split("\0")
      .filter((path) => path !== "");
    for (const path of files) cpSync(join(root, path), join(this.folder, path.slice(example.length + 1)));
    for (const words of [
      ["init", "--quiet"],
      ["add", "--all"],
    ])
      this.#run("git", words);
    linkInstalled(this.folder);
  }

  #run(
    command: string,
    words: readonly string[],
    cwd = this.folder,
  ): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
    const quiet = { TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1", DO_NOT_TRACK: "1", NO_COLOR: "1" };
    const env = {
      PATH: process.env["PATH"],
      HOME: this.#home,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      ...quiet,
    };
    return spawnSync(command, words, { cwd, env, encoding: "utf8" });
  }

  #turbo(...words: string[]) {
    return this.#run(join(root, "node_modules/.bin/turbo"), ["run", ...words]);
  }

  run(...words: string[]): Outcome {
    const { status, stdout, stderr } = this.#turbo(...words);
    return { status, output: stdout + stderr };
  }

  #plan(): DryRun["tasks"] {
    return (JSON.parse(this.#turbo("lint", "--dry=json").stdout) as DryRun).tasks;
  }

  /** By package, what decides whether there is a verdict in the cache. */
  hashes(): ReadonlyMap<string, string> {
    return new Map(this.#plan().map(({ package: name, hash }) => [name, hash]));
  }

  /** The packages that a run would lint. */
  misses(): string[] {
    return this.#plan()
      .filter(({ cache }) => cache.status === "MISS")
      .map(({ package: name }) => name);
  }

  isIgnored(name: string): boolean {
    return this.#run("git", ["check-ignore", "--quiet", name]).status === 0;
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), "utf8");
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  remove(name: string): void {
    rmSync(join(this.folder, name));
  }
}

/** Shows the output where the status is another one. */
function expectStatus(expected: number, { status, output }: Outcome): string {
  if (status !== expected) expect.unreachable(`exit code ${String(status)}, not ${String(expected)}:\n${output}`);
  return output;
}

/** The packages whose hash is another one. */
function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name);
}

function withInputs(inputs: readonly string[] | undefined): string {
  return JSON.stringify({ tasks: { lint: { inputs } } });
}

/** A lock file as npm writes it, as far as Turborepo reads it. */
function lockFile(monorepo: Monorepo, versionOfPlugin: string): string {
  const places = ["apps/dashboard", "apps/mobile", "apps/web", "packages/backend"];
  const manifests = ["", ...places].map(
    (place) =>
      [
        place,
        JSON.parse(monorepo.read(join(place, "package.json"))) as {
          readonly name: string;
          readonly dependencies?: object;
          readonly devDependencies?: object;
        },
      ] as const,
  );
  const links = manifests
    .filter(([place]) => place !== "")
    .map(([place, { name }]) => [`node_modules/${name}`, { resolved: place, link: true }] as const);
  const names = manifests.flatMap(([, { dependencies, devDependencies }]) =>
    Object.keys({ ...dependencies, ...devDependencies }),
  );
  const installed = names.map(
    (name) => [`node_modules/${name}`, { version: name === plugin.meta.name ? versionOfPlugin : "1.0.0" }] as const,
  );
  return JSON.stringify({ lockfileVersion: 3, packages: Object.fromEntries([...manifests, ...installed, ...links]) });
}

describe.skipIf(process.platform === "win32")("turbo run lint", () => {
  it("passes, and the second run is taken from the cache", () => {
    const monorepo = new Monorepo();
    const first = expectStatus(0, monorepo.run("lint"));
    for (const name of packages) expect(first).toContain(`${name}:lint: cache miss, executing`);
    expect(first).toMatch(/Cached: +0 cached, 4 total/u);
    expect(first).not.toContain("FULL TURBO");
    const second = expectStatus(0, monorepo.run("lint"));
    for (const name of packages) expect(second).toContain(`${name}:lint: cache hit, replaying logs`);
    expect(second).toContain(">>> FULL TURBO");
  });

  it("lints what a changed `.env` file belongs to anew, also one that git does not know", () => {
    const monorepo = new Monorepo();
    expectStatus(0, monorepo.run("lint"));
    expect(monorepo.misses()).toEqual([]);
    const name = "apps/web/.env.production";
    monorepo.write(name, "WORKOS_COOKIE_PASSWORD=much_too_short\n");
    expect(monorepo.isIgnored(name)).toBe(true);
    expect(monorepo.misses()).toEqual(["web"]);
    const refused = expectStatus(1, monorepo.run("lint"));
    expect(refused).toContain("web:lint: cache miss, executing");
    expect(refused).toMatch(/^web:lint: .*convex-authkit\/env-cookie-password/mu);
    for (const other of packages.filter((each) => each !== "web"))
      expect(refused).toContain(`${other}:lint: cache hit, replaying logs`);
    expect(refused).not.toContain("much_too_short");
    // A failure is not kept: the same run fails again.
    expectStatus(1, monorepo.run("lint"));
    monorepo.remove(name);
    expect(expectStatus(0, monorepo.run("lint"))).toContain(">>> FULL TURBO");
  });

  it("fails for a broken auth.config, and says why", () => {
    const monorepo = new Monorepo();
    const sound = monorepo.read(authConfig);
    const broken = sound.replace(/(?<=user_management.*\n)/u, "      applicationID: clientId,\n");
    expect(broken).not.toBe(sound);
    monorepo.write(authConfig, broken);
    const refused = expectStatus(1, monorepo.run("lint", "--continue"));
    expect(refused).toMatch(
      /^@notes\/backend:lint: .*`applicationID` on the user-management provider .*convex-authkit\/no-user-management-application-id$/mu,
    );
    expect(refused).toMatch(/Tasks: +3 successful, 4 total/u);
    expect(refused).toMatch(/Failed: +@notes\/backend#lint/u);
    monorepo.write(authConfig, sound);
    expect(expectStatus(0, monorepo.run("lint"))).toMatch(/Cached: +3 cached, 4 total/u);
  });

  it.each([
    [["web"], "apps/web/.env.local", true],
    [["web"], "apps/web/.env.production", true],
    [["web"], "apps/web/app/callback/route.ts", false],
    [["dashboard"], "apps/dashboard/.env.production", false],
    [["dashboard"], "apps/dashboard/.env.production.local", true],
    [["mobile"], "apps/mobile/.env", false],
    [["@notes/backend"], "packages/backend/.env.convex.prod", true],
    [["@notes/backend"], authConfig, false],
    [packages, ".env.local", true],
    [packages, ".env", false],
    [packages, "packages/backend/convex.json", false],
    [packages, "eslint.config.js", false],
    [[], "README.md", false],
    [[], "apps/web/.next/server.js", true],
    [[], "packages/backend/convex/_generated/api.js", true],
  ])("lints %j anew when %s changes", (expected, name, isIgnored) => {
    const monorepo = new Monorepo();
    const before = monorepo.hashes();
    expect([...before.keys()].sort()).toEqual(packages);
    monorepo.write(name, `${existsSync(join(monorepo.folder, name)) ? monorepo.read(name) : ""}\n`);
    expect(monorepo.isIgnored(name)).toBe(isIgnored);
    expect(changed(before, monorepo.hashes()).sort()).toEqual(expected);
  });

  it("lints everything anew with another version of the plugin", () => {
    const monorepo = new Monorepo();
    monorepo.write("package-lock.json", lockFile(monorepo, "0.1.0"));
    const before = monorepo.hashes();
    monorepo.write("package-lock.json", lockFile(monorepo, "0.1.1"));
    expect(changed(before, monorepo.hashes()).sort()).toEqual(packages);
  });

  const neighbours: Readonly<Record<string, string>> = {
    ".env*": "apps/web/.env.local",
    "$TURBO_ROOT$/.env*": ".env.local",
    "$TURBO_ROOT$/eslint.config.js": "eslint.config.js",
    "$TURBO_ROOT$/packages/backend/convex.json": "packages/backend/convex.json",
  };

  it("no input is left out here", () => {
    expect(["$TURBO_DEFAULT$", ...Object.keys(neighbours)].sort()).toEqual([...inputs].sort());
    const table = [...readExample("README.md").matchAll(/^\| `(.+?)` +\|/gmu)].map(([, input]) => input);
    expect(table.sort()).toEqual([...inputs].sort());
  });

  it.each(Object.entries(neighbours))("without the input %s, it would miss that %s has changed", (input, name) => {
    const monorepo = new Monorepo();
    monorepo.write("turbo.json", withInputs(inputs.filter((each) => each !== input)));
    const before = monorepo.hashes();
    monorepo.write(name, `${existsSync(join(monorepo.folder, name)) ? monorepo.read(name) : ""}\n`);
    expect(changed(before, monorepo.hashes())).not.toContain("web");
  });

  it("with `eslint --cache`, keeps the verdict on a file whose neighbour has changed", () => {
    const monorepo = new Monorepo();
    const manifest = "apps/dashboard/package.json";
    const neighbour = "apps/dashboard/.env.local";
    const lint = (): Outcome => monorepo.run("lint", "--filter=dashboard");
    const script = monorepo.read(manifest);
    monorepo.write(manifest, script.replace("eslint .", "eslint . --cache"));
    expectStatus(0, lint());
    monorepo.write(neighbour, `VITE_WORKOS_CLIENT_ID=${exampleClientId}\n`);
    expect(expectStatus(0, lint())).toContain("dashboard:lint: cache miss, executing");
    monorepo.write(manifest, script);
    expect(expectStatus(1, lint())).toContain("convex-authkit/env-production-client-id");
  });
});

describe.skipIf(process.platform === "win32")("turbo run authkit", () => {
  it("looks at the whole repository each time, also at what no package sees by itself", () => {
    const monorepo = new Monorepo();
    expect(expectStatus(0, monorepo.run("lint", "authkit"))).toContain(`//:authkit:   Convex reads ${authConfig}.`);
    const again = expectStatus(0, monorepo.run("lint", "authkit"));
    expect(again).toContain("//:authkit: cache bypass, force executing");
    expect(again).toMatch(/Cached: +4 cached, 5 total/u);
    monorepo.write("packages/backend/.env.convex.prod", `WORKOS_CLIENT_ID=${clientId}\n`);
    const refused = expectStatus(1, monorepo.run("lint", "authkit", "--continue"));
    expect(refused).toMatch(/Failed: +\/\/#authkit/u);
    expect(refused).toMatch(
      /^\/\/:authkit: .*apps\/dashboard\/\.env\.production \(…E000\) names a client that is not in packages\/backend\/\.env\.convex\.prod \(…8V9W\)/mu,
    );
    expect(refused).toMatch(/Tasks: +4 successful, 5 total/u);
  });
});

describe.skipIf(process.platform === "win32")("the monorepo of the examples", () => {
  const checked = [
    "apps/dashboard/.env.example",
    "apps/dashboard/.env.production",
    "apps/mobile/.env.example",
    "apps/mobile/.env.production",
    "apps/web/.env.example",
    "apps/web/app/callback/route.ts",
    authConfig,
    "packages/backend/.env.example",
    "packages/backend/convex.json",
  ].sort();

  it("draws nothing from the doctor, which finds the one backend", async () => {
    const { folder } = new Monorepo();
    const { exitCode, stdout, stderr } = await runDoctor([".", "--format", "json", "--max-warnings", "0"], {
      cwd: folder,
    });
    const report = JSON.parse(stdout) as {
      readonly reads: unknown;
      readonly files: readonly { readonly path: string; readonly messages: readonly unknown[] }[];
      readonly summary: unknown;
    };
    expect({ exitCode, stderr, summary: report.summary }).toEqual({
      exitCode: 0,
      stderr: "",
      summary: { errors: 0, warnings: 0, fixable: 0 },
    });
    expect(report.reads).toEqual([
      expect.objectContaining({ backend: "packages/backend", files: [authConfig], ignored: [], error: false }),
    ]);
    expect(report.files.map(({ path }) => path).sort()).toEqual(checked);
    expect(report.files.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it("draws nothing from the rules, those of `strict` included", async () => {
    const { folder } = new Monorepo();
    const eslint = new ESLint({
      cwd: folder,
      overrideConfigFile: true,
      overrideConfig: [...plugin.configs.strict, ...plugin.configs.env],
    });
    const results = await eslint.lintFiles(["."]);
    const paths = results.map(({ filePath }) => filePath.slice(folder.length + 1));
    // The routes of Next.js are all looked at, and ESLint lints every file of JavaScript.
    expect(paths.sort()).toEqual([...checked, "apps/web/app/sign-in/route.ts", "eslint.config.js"].sort());
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it("has one configuration for all packages, and lints the code of each of them", async () => {
    const { folder } = new Monorepo();
    const results = await new ESLint({ cwd: folder }).lintFiles(["."]);
    const paths = results.map(({ filePath }) => filePath.slice(folder.length + 1));
    expect(paths).toEqual(
      expect.arrayContaining([
        ...checked,
        "apps/dashboard/src/main.tsx",
        "apps/mobile/src/session.tsx",
        "apps/web/app/page.tsx",
        "packages/backend/convex/notes.ts",
      ]),
    );
    expect(
      results.flatMap(({ filePath, messages }) => messages.map(({ message }) => `${filePath}: ${message}`)),
    ).toEqual([]);
  });
});
