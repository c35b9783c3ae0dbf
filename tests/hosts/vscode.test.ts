/** The built plugin in the language server of VS Code's ESLint extension, with the settings that the examples carry. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "vscode-languageserver-protocol/node";
import { HostProject } from "./project.js";
import { Editor, validateBy } from "./vscode.js";

const root = join(import.meta.dirname, "../..");

function readExample(name: string): Record<string, string> {
  const folder = join(root, "examples", name);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/[\\/](?:node_modules|\.next)[\\/]/u.test(path));
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
}

const broken = readExample("next-authkit-broken");
const sound = readExample("next-authkit");

const settingsPath = ".vscode/settings.json";
const settings = JSON.parse(textOf(settingsPath)) as { "eslint.validate": string[] };

function textOf(path: string, example = broken): string {
  const text = example[path];
  if (text == null) throw new Error(`The example has no ${path}.`);
  return text;
}

/** A text of the broken example, with a change that has to be one. */
function changed(path: string, from: string, to: string, text = textOf(path)): string {
  if (!text.includes(from)) throw new Error(`${path} holds no ${from}`);
  return text.replace(from, () => to);
}

/** `line:column-line:column severity rule link`, as people count: from 1. */
function described({ range: { start, end }, severity, code, codeDescription }: Diagnostic): string {
  const page = codeDescription?.href.replace(
    "https://github.com/convex-authkit/eslint-plugin-convex-authkit/blob/main/",
    "",
  );
  const place = `${String(start.line + 1)}:${String(start.character + 1)}-${String(end.line + 1)}:${String(end.character + 1)}`;
  return `${place} ${severity === 1 ? "error" : severity === 2 ? "warning" : "other"} ${String(code).replace("convex-authkit/", "")} ${page ?? "no page"}`;
}

function rulesOf(diagnostics: readonly Diagnostic[] | null): string[] {
  return (diagnostics ?? []).map(({ code }) => String(code).replace("convex-authkit/", ""));
}

it("both examples and docs/editors.md carry the same settings", () => {
  expect(textOf(settingsPath, sound)).toBe(textOf(settingsPath));
  const [, shown] =
    /```json file=\.vscode\/settings\.json\n([\s\S]*?)```/u.exec(readFileSync(join(root, "docs/editors.md"), "utf8")) ??
    [];
  expect(shown).toBe(textOf(settingsPath));
});

describe.each(["eslint9", "eslint"] as const)("%s", (version) => {
  const config = "convex/auth.config.ts";
  let project: HostProject;
  let editor: Editor;

  beforeAll(async () => {
    const other = {
      "apps/other/package.json": textOf("package.json"),
      "apps/other/.env.local": "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/callback\n",
      "apps/other/app/auth/callback/route.ts":
        'import { handleAuth } from "@workos-inc/authkit-nextjs";\n\nexport const GET = handleAuth();\n',
    };
    project = new HostProject({ version, packages: ["@eslint/json"] }, { ...broken, ...other });
    editor = await Editor.start(project.folder, validateBy(settings));
  });

  afterAll(async () => {
    project.remove();
    await editor.quit();
  });

  /** Opens a file and takes the one action with this title that a report of this rule offers. */
  async function take(path: string, rule: string, title: string, text?: string): Promise<string> {
    const diagnostics = (await editor.open(path, text)) ?? [];
    const diagnostic = diagnostics.find(({ code }) => code === `convex-authkit/${rule}`);
    if (diagnostic == null) throw new Error(`${path} has no report of ${rule}.`);
    const actions = await editor.actions(path, diagnostic);
    const action = actions.find((each) => each.title === title);
    if (action == null) throw new Error(`Offered is ${actions.map((each) => each.title).join("; ")}.`);
    await editor.take(action);
    return editor.text(path);
  }

  describe("auth.config", () => {
    it("squiggles with severity, rule and link", async () => {
      const diagnostics = (await editor.open(config)) ?? [];
      expect(diagnostics.map(described)).toEqual([
        "9:15-9:42 error valid-issuer docs/rules/valid-issuer.md",
        "12:13-12:47 error valid-jwks docs/rules/valid-jwks.md",
        "18:7-18:30 error no-user-management-application-id docs/rules/no-user-management-application-id.md",
      ]);
      expect(diagnostics.map(({ message, source }) => `${source ?? ""}: ${message}`)[0]).toBe(
        "eslint: Issuer `<https://api.workos.com/>` carries characters that do not belong to the URL – no token's `iss` equals it. Remove them.",
      );
    });

    it("a warning is one", async () => {
      const text = changed(config, "https://api.workos.com/", "https://api.workos.com", textOf(config, sound));
      expect(((await editor.open(config, text)) ?? []).map(described)).toEqual([
        "9:15-9:39 warning prefer-canonical-issuer docs/rules/prefer-canonical-issuer.md",
      ]);
    });

    it("offers what it should, the fix first", async () => {
      const [diagnostic] = (await editor.open(config)) ?? [];
      if (diagnostic == null) throw new Error("Nothing is reported.");
      const actions = await editor.actions(config, diagnostic);
      expect(actions.map(({ title }) => title)).toEqual([
        "Fix this convex-authkit/valid-issuer problem",
        "Disable convex-authkit/valid-issuer for this line",
        "Disable convex-authkit/valid-issuer for the entire file",
        "Show documentation for convex-authkit/valid-issuer",
        "Fix all auto-fixable problems",
      ]);
      expect(actions.map(({ isPreferred = false }) => isPreferred)).toEqual([true, false, false, false, false]);
    });

    it.each([
      ["valid-issuer", '"<https://api.workos.com/>"', '"https://api.workos.com/"'],
      ["valid-jwks", '"https://api.workos.com/sso/jwks/"', "`https://api.workos.com/sso/jwks/${clientId}`"],
      [
        "no-user-management-application-id",
        '${clientId}`,\n      algorithm: "RS256",\n      applicationID: clientId,',
        '${clientId}`,\n      algorithm: "RS256",',
      ],
    ])("fixes one problem of %s", async (rule, from, to) => {
      expect(await take(config, rule, `Fix this convex-authkit/${rule} problem`)).toBe(changed(config, from, to));
      expect(rulesOf(await editor.diagnostics(config))).not.toContain(rule);
    });

    it("fixes all problems, or all of one rule", async () => {
      expect(await take(config, "valid-jwks", "Fix all auto-fixable problems")).toBe(textOf(config, sound));
      expect(await editor.diagnostics(config)).toEqual([]);
      const text = textOf(config, sound).replaceAll(
        "`https://api.workos.com/sso/jwks/${clientId}`",
        '"https://api.workos.com/sso/jwks"',
      );
      expect(await take(config, "valid-jwks", "Fix all convex-authkit/valid-jwks problems", text)).toBe(
        textOf(config, sound),
      );
    });

    it("fixes on saving", async () => {
      await editor.open(config);
      await editor.fixOnSave(config);
      expect(editor.text(config)).toBe(textOf(config, sound));
      expect(await editor.diagnostics(config)).toEqual([]);
    });

    it("disables a rule for a line, and for the file", async () => {
      const title = "Disable convex-authkit/valid-issuer for";
      const line = "// eslint-disable-next-line convex-authkit/valid-issuer\n";
      expect(await take(config, "valid-issuer", `${title} this line`)).toBe(
        changed(config, '      issuer: "<', `      ${line}      issuer: "<`),
      );
      expect(rulesOf(await editor.diagnostics(config))).toEqual(["valid-jwks", "no-user-management-application-id"]);
      expect(await take(config, "valid-issuer", `${title} the entire file`)).toBe(
        `/* eslint-disable convex-authkit/valid-issuer */\n${textOf(config)}`,
      );
      expect(rulesOf(await editor.diagnostics(config))).toEqual(["valid-jwks", "no-user-management-application-id"]);
    });

    it("suggests", async () => {
      const id = "client_01KFAKEFAKEFAKEFAKEFAKE000";
      const text = changed(config, "process.env.WORKOS_CLIENT_ID", `"${id}"`, textOf(config, sound));
      const title = "Read `process.env.WORKOS_CLIENT_ID`. (convex-authkit/no-hardcoded-client-id)";
      expect(await take(config, "no-hardcoded-client-id", title, text)).toBe(
        changed(config, `"${id}"`, "process.env.WORKOS_CLIENT_ID!", text),
      );
      expect(await editor.diagnostics(config)).toEqual([]);
    });

    it("opens the page of a rule", async () => {
      await take(config, "valid-jwks", "Show documentation for convex-authkit/valid-jwks");
      expect(editor.openedPages).toEqual([
        "https://github.com/convex-authkit/eslint-plugin-convex-authkit/blob/main/docs/rules/valid-jwks.md",
      ]);
    });

    it("follows what is typed", async () => {
      await editor.open(config);
      const at = (line: number, start: number, end: number) => ({
        start: { line: line - 1, character: start - 1 },
        end: { line: line - 1, character: end - 1 },
      });
      expect(rulesOf(await editor.type(config, at(9, 16, 17), ""))).toEqual([
        "valid-issuer",
        "valid-jwks",
        "no-user-management-application-id",
      ]);
      expect(rulesOf(await editor.type(config, at(9, 39, 40), ""))).toEqual([
        "valid-jwks",
        "no-user-management-application-id",
      ]);
      // In the middle of a word, no rule has anything to say; the parser has.
      const unfinished = await editor.type(config, at(12, 13, 47), "`https://api.workos.com/sso/jwks/${clientId");
      expect(unfinished.map(({ code, message }) => code ?? message)).toEqual([
        expect.stringContaining("Parsing error"),
      ]);
      expect(rulesOf(await editor.type(config, at(12, 56, 56), "}`"))).toEqual(["no-user-management-application-id"]);
      expect(editor.text(config)).toContain("jwks: `https://api.workos.com/sso/jwks/${clientId}`,");
    });
  });

  it("the callback route squiggles at a path that no redirect URI names, until one on the disk does", async () => {
    expect(await editor.open("app/callback/route.ts")).toEqual([]);
    const route = "apps/other/app/auth/callback/route.ts";
    expect(((await editor.open(route)) ?? []).map(described)).toEqual([
      "3:20-3:30 warning callback-route docs/rules/callback-route.md",
    ]);
    writeFileSync(
      join(project.folder, "apps/other/.env.local"),
      "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http://localhost:3000/auth/callback\n",
    );
    expect(await editor.open(route)).toEqual([]);
  });

  describe("`.env` files", () => {
    const variables = ".env.convex.prod";
    const production = ".env.production";

    it("squiggles with severity, rule and link", async () => {
      expect(((await editor.open(variables)) ?? []).map(described)).toEqual([
        "3:18-3:53 error env-client-id docs/rules/env-client-id.md",
      ]);
      expect(((await editor.open(production)) ?? []).map(described)).toEqual([
        "7:24-7:85 error env-cookie-password docs/rules/env-cookie-password.md",
        "9:33-9:63 error env-redirect-uri docs/rules/env-redirect-uri.md",
      ]);
      expect(await editor.open(".env.example")).toEqual([]);
    });

    it("fixes one problem, all of them, and on saving", async () => {
      const fixed = changed(variables, "<client_01KFAKEFAKEFAKEFAKEFAKE000>", "client_01KFAKEFAKEFAKEFAKEFAKE000");
      expect(await take(variables, "env-client-id", "Fix this convex-authkit/env-client-id problem")).toBe(fixed);
      expect(await editor.diagnostics(variables)).toEqual([]);
      expect(await take(variables, "env-client-id", "Fix all auto-fixable problems")).toBe(fixed);
      await editor.open(variables);
      await editor.fixOnSave(variables);
      expect(editor.text(variables)).toBe(fixed);
    });

    it("suggests", async () => {
      const title = "Add `WORKOS_COOKIE_PASSWORD`. (convex-authkit/env-required-variables)";
      const text = changed(".env.example", "WORKOS_COOKIE_PASSWORD=\n", "");
      expect(await take(".env.example", "env-required-variables", title, text)).toBe(
        `${text}WORKOS_COOKIE_PASSWORD=\n`,
      );
      expect(await editor.diagnostics(".env.example")).toEqual([]);
    });

    it("follows what is typed", async () => {
      await editor.open(variables);
      const at = (start: number) => ({ start: { line: 2, character: start - 1 }, end: { line: 2, character: start } });
      expect(rulesOf(await editor.type(variables, at(52), ""))).toEqual(["env-client-id"]);
      expect(rulesOf(await editor.type(variables, at(18), ""))).toEqual([]);
    });

    it("is disabled by `#`, where the editor writes `//`", async () => {
      const comment = "eslint-disable-next-line convex-authkit/env-redirect-uri\n";
      const line = "NEXT_PUBLIC_WORKOS_REDIRECT_URI=http";
      expect(await take(production, "env-redirect-uri", "Disable convex-authkit/env-redirect-uri for this line")).toBe(
        changed(production, line, `// ${comment}${line}`),
      );
      expect(rulesOf(await editor.diagnostics(production))).toEqual([
        "env-cookie-password",
        "env-valid-line",
        "env-redirect-uri",
      ]);
      const marks = { start: { line: 8, character: 0 }, end: { line: 8, character: 2 } };
      expect(rulesOf(await editor.type(production, marks, "#"))).toEqual(["env-cookie-password"]);
      expect(editor.text(production)).toBe(changed(production, line, `# ${comment}${line}`));
    });

    it("is disabled for the file by `#`, where the editor writes `/*`", async () => {
      const comment = "eslint-disable convex-authkit/env-redirect-uri";
      expect(
        await take(production, "env-redirect-uri", "Disable convex-authkit/env-redirect-uri for the entire file"),
      ).toBe(`/** ${comment} */\n${textOf(production)}`);
      expect(rulesOf(await editor.diagnostics(production))).toEqual([
        "env-valid-line",
        "env-cookie-password",
        "env-redirect-uri",
      ]);
      expect(rulesOf(await editor.open(production, `# ${comment}\n${textOf(production)}`))).toEqual([
        "env-cookie-password",
      ]);
    });
  });

  describe("convex.json", () => {
    const path = "convex.json";
    const text = changed(path, '"dev"', '"development"');

    it("squiggles with severity, rule and link", async () => {
      expect(await editor.open(path)).toEqual([]);
      expect(((await editor.open(path, text)) ?? []).map(described)).toEqual([
        "4:5-4:18 error convex-json-authkit docs/rules/convex-json-authkit.md",
      ]);
    });

    it("fixes one problem, all of them, and on saving", async () => {
      expect(await take(path, "convex-json-authkit", "Fix this convex-authkit/convex-json-authkit problem", text)).toBe(
        textOf(path),
      );
      expect(await take(path, "convex-json-authkit", "Fix all auto-fixable problems", text)).toBe(textOf(path));
      await editor.open(path, text);
      await editor.fixOnSave(path);
      expect(editor.text(path)).toBe(textOf(path));
    });

    it("suggests", async () => {
      const moved = changed(
        path,
        '"redirectUris": ["http://localhost:3000/callback"]',
        '"redirectUris": ["http://localhost:3000/callback", "http://localhost:3000/auth"]',
      );
      const title = "Use the route `/callback`. (convex-authkit/convex-json-redirect-uris)";
      expect(await take(path, "convex-json-redirect-uris", title, moved)).toBe(
        changed(path, "localhost:3000/auth", "localhost:3000/callback", moved),
      );
      expect(await editor.diagnostics(path)).toEqual([]);
    });

    it("follows what is typed", async () => {
      await editor.open(path);
      const key = { start: { line: 3, character: 5 }, end: { line: 3, character: 8 } };
      expect(rulesOf(await editor.type(path, key, "development"))).toEqual(["convex-json-authkit"]);
      const typed = { start: key.start, end: { line: 3, character: 16 } };
      expect(rulesOf(await editor.type(path, typed, "dev"))).toEqual([]);
    });

    it("cannot be disabled by a comment: JSON has none", async () => {
      const title = "Disable convex-authkit/convex-json-authkit for this line";
      expect(await take(path, "convex-json-authkit", title, text)).toBe(
        changed(
          path,
          '    "development"',
          '    // eslint-disable-next-line convex-authkit/convex-json-authkit\n    "development"',
          text,
        ),
      );
      expect((await editor.diagnostics(path)).map(({ message }) => message)).toEqual([
        expect.stringContaining("Parsing error"),
      ]);
    });
  });

  it("leaves other files alone, those of the same languages too", async () => {
    expect(await editor.open("package.json")).toEqual([]);
    expect(await editor.open("tsconfig.json")).toEqual([]);
    expect(await editor.open("app/layout.tsx")).toEqual([]);
    expect(await editor.open("README.md")).toBeNull();
  });

  it("the server complains about nothing, and has the right ESLint", () => {
    expect(editor.errors).toEqual([]);
    expect(editor.libraries).toEqual([join(root, "node_modules", version, "lib/api.js")]);
  });
});

it("a language that is not in the list is one of ESLint's only if the extension knows that by itself: `.env` files are not", async () => {
  const project = new HostProject({ version: "eslint", packages: ["@eslint/json"] }, broken);
  const editor = await Editor.start(project.folder, () => "probe");
  try {
    expect(rulesOf(await editor.open("convex/auth.config.ts"))).toHaveLength(3);
    expect(rulesOf(await editor.open("convex.json", changed("convex.json", '"dev"', '"development"')))).toEqual([
      "convex-json-authkit",
    ]);
    expect(await editor.open(".env.production")).toEqual([]);
    expect(editor.failedProbes).toEqual([".env.production"]);
  } finally {
    project.remove();
    await editor.quit();
  }
});
