/**
 * From the registry into an empty folder, by each package manager, beside TypeScript 7, which the parser cannot use: what is installed lints the broken
 * example. Skipped where the registry cannot be reached.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../doctor/temp-folder.js";
import { copyExample } from "../hosts/example.js";
import { pack } from "./pack.js";
import { canReachRegistry, canRun } from "./registry.js";

const canInstall = canReachRegistry();

interface Manager {
  readonly name: string;
  /** What `npx` has to be able to get; none for npm itself. */
  readonly package: string | null;
  readonly install: (tarball: string) => string;
  readonly run: string;
}

const npx = (name: string): string => `npx --yes ${name}`;

const managers: readonly Manager[] = [
  {
    name: "npm",
    package: null,
    install: (tarball) => `npm install --no-audit --no-fund --save-dev ${tarball} eslint @eslint/json typescript@7`,
    run: "npx --no --",
  },
  {
    name: "pnpm",
    package: "pnpm@10",
    install: (tarball) => `${npx("pnpm@10")} add --save-dev ${tarball} eslint @eslint/json typescript@7`,
    run: `${npx("pnpm@10")} exec`,
  },
  {
    name: "Yarn 1",
    package: "yarn@1",
    install: (tarball) => `${npx("yarn@1")} add --dev file:${tarball} eslint @eslint/json typescript@7`,
    run: `${npx("yarn@1")} --silent`,
  },
  {
    name: "Yarn 4 with Plug'n'Play",
    package: "@yarnpkg/cli-dist@4",
    install: (tarball) =>
      `${npx("@yarnpkg/cli-dist@4")} add --dev eslint-plugin-convex-authkit@file:${tarball} eslint @eslint/json typescript@7`,
    run: npx("@yarnpkg/cli-dist@4"),
  },
];

describe.runIf(canInstall)("installed by", () => {
  it.for(managers.map((manager) => [manager.name, manager] as const))("%s", ([, manager], { skip }) => {
    if (manager.package != null && !canRun("view", manager.package, "version")) {
      process.stdout.write(`Skipped: ${manager.name} cannot be had.\n`);
      skip();
    }
    const folder = copyExample("next-authkit-broken");
    // The app itself is not installed, only what looks at it; an empty lock file says that this folder is a project of its own.
    writeFileSync(join(folder, "package.json"), '{ "name": "app", "private": true, "dependencies": {} }\n');
    writeFileSync(join(folder, "yarn.lock"), "");
    const { path } = pack(makeFolder({}));
    const env = {
      ...process.env,
      COREPACK_ENABLE_STRICT: "0",
      YARN_ENABLE_TELEMETRY: "0",
      YARN_TS_ENABLE_AUTO_TYPES: "0",
      NO_COLOR: "1",
      CI: "",
    };
    const run = (command: string) => {
      const { status, stdout, stderr } = spawnSync(command, {
        cwd: folder,
        env,
        shell: true,
        encoding: "utf8",
        timeout: 300_000,
      });
      return { command, status, output: stdout + stderr };
    };

    expect(run(manager.install(path))).toMatchObject({ status: 0 });
    const linted = run(`${manager.run} eslint --format json convex .env.production .env.convex.prod convex.json`);
    expect(linted).toMatchObject({ status: 1 });
    const rules = [...linted.output.matchAll(/"ruleId":"convex-authkit\/([\w-]+)"/gu)].map(([, rule]) => rule);
    expect(rules.sort()).toEqual([
      "env-client-id",
      "env-cookie-password",
      "env-redirect-uri",
      "no-user-management-application-id",
      "valid-issuer",
      "valid-jwks",
    ]);
    const checked = run(`${manager.run} eslint-plugin-convex-authkit`);
    expect(checked).toMatchObject({
      status: 1,
      output: expect.stringContaining("6 problems (6 errors, 0 warnings)") as string,
    });
  });
});
