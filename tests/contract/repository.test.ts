/** The files that GitHub, changesets and contributors read: in form, and true. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { brokenLinks } from "../../scripts/docs/check.js";

const root = join(import.meta.dirname, "../..");

interface Step {
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: Readonly<Record<string, string>>;
        readonly strategy?: { readonly matrix: Readonly<Record<string, unknown>> };
        readonly steps: readonly Step[];
      }
    >
  >;
}

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: { readonly label?: string; readonly value?: string };
  }[];
}

const read = (path: string): string => readFileSync(join(root, path), "utf8");
const manifest = JSON.parse(read("package.json")) as {
  name: string;
  version: string;
  repository: { url: string };
  scripts: Record<string, string>;
  engines: { node: string };
};

describe.each(["ci", "release"])(".github/workflows/%s.yml", (name) => {
  const { permissions, jobs } = parse(read(`.github/workflows/${name}.yml`), { strict: true }) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it("may read, and what it may write besides is said for each job", () => {
    expect(permissions).toEqual({ contents: "read" });
    expect(Object.values(jobs).flatMap((job) => Object.keys(job.permissions ?? {}))).toEqual(
      name === "release" ? ["contents", "pull-requests", "id-token"] : [],
    );
  });

  it("runs scripts that there are", () => {
    const commands = steps
      .flatMap((step) => [step.run, step.with?.["version"]])
      .filter((command) => typeof command === "string");
    expect(commands).toContain("npm test");
    const scripts = commands
      .map((command) => /^npm (?:run )?([\w-]+)$/u.exec(command)?.[1])
      .filter((script) => script !== "ci");
    expect(scripts.filter((script) => script == null || !(script in manifest.scripts))).toEqual([]);
  });

  it("uses actions of a version", () => {
    const uses = steps.flatMap((step) => step.uses ?? []);
    expect(uses.length).toBeGreaterThan(1);
    expect(uses.filter((each) => !/^[\w-]+\/[\w-]+@v\d+$/u.test(each))).toEqual([]);
  });
});

it("a release is tested before it is published, with provenance", () => {
  const { jobs } = parse(read(".github/workflows/release.yml")) as Workflow;
  const { steps = [], permissions } = jobs["release"] ?? {};
  const commands = steps.map((step) => step.run ?? step.with?.["publish"]).filter((command) => command != null);
  expect(commands).toEqual(["npm ci", "npm test", "npm run package", "npx changeset publish"]);
  // npm signs what it publishes only for a run that may ask GitHub who it is, and for the repository that package.json names.
  expect(permissions).toMatchObject({ "id-token": "write" });
  expect(steps.at(-1)?.env).toMatchObject({ NPM_CONFIG_PROVENANCE: "true" });
  expect(manifest.repository.url).toBe("git+https://github.com/convex-authkit/eslint-plugin-convex-authkit.git");
});

it("the tests run on each Node.js that is supported", () => {
  const { jobs } = parse(read(".github/workflows/ci.yml")) as Workflow;
  const supported = [...manifest.engines.node.matchAll(/(?<=\^|>=)\d+/gu)].map(([major]) => Number(major));
  expect(jobs["test"]?.strategy?.matrix["node"]).toEqual(supported);
});

describe.each(["false-alarm", "missed-defect"])(".github/ISSUE_TEMPLATE/%s.yml", (name) => {
  const {
    name: title,
    description,
    body,
  } = parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`), { strict: true }) as Form;

  it("is a form", () => {
    expect(title).toMatch(/^[A-Z]/u);
    expect(description).toMatch(/\.$/u);
    const fields = body.filter(({ type }) => type !== "markdown");
    expect(fields.filter(({ id, attributes }) => !/^[a-z]+$/u.test(id ?? "") || attributes.label == null)).toEqual([]);
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    expect(body.filter(({ type }) => !["input", "markdown", "textarea"].includes(type))).toEqual([]);
  });

  it("asks for evidence and no secrets", () => {
    expect(body.map(({ id }) => id)).toEqual(expect.arrayContaining(["file", "evidence", "versions"]));
    expect(body[0]?.attributes.value).toContain("Leave out secrets");
  });
});

it("the changelog begins with the version of package.json, and each changeset is for this package", () => {
  expect(read("CHANGELOG.md")).toMatch(
    new RegExp(`^# ${manifest.name}\\n\\n## ${manifest.version.replaceAll(".", "\\.")}\\n`, "u"),
  );
  const changesets = readdirSync(join(root, ".changeset")).filter((name) => name.endsWith(".md"));
  for (const name of changesets)
    expect(read(`.changeset/${name}`)).toMatch(
      new RegExp(`^---\\n["']${manifest.name}["']: (?:patch|minor|major)\\n---\\n`, "u"),
    );
});

it("the hooks of pre-commit in the docs are of this version", () => {
  const versions = [...read("docs/ci.md").matchAll(/rev: v(\S+)/gu)].map(([, version]) => version);
  expect(new Set(versions)).toEqual(new Set([manifest.version]));
});

it.each(["CONTRIBUTING.md", "SECURITY.md"])(
  "%s has no dead link, and names no script or folder that there is not",
  (path) => {
    const text = read(path);
    expect(brokenLinks({ path, rule: null, text })).toEqual([]);
    const scripts = [...text.matchAll(/npm run ([\w-]+)/gu)].map(([, script = ""]) => script);
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
    const folders = [...text.matchAll(/`((?:src|tests)(?:\/[\w-]+)?)`/gu)].map(([, folder = ""]) => folder);
    expect(folders.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
  },
);
