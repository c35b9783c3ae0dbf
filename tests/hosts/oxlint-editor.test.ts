/** The built plugin in oxlint's language server, which the editors start: `oxlint --lsp`. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import type { CodeAction, Diagnostic, ProtocolConnection, Range } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import plugin from "../../src/index.js";
import { command } from "./oxlint.js";
import { HostProject } from "./project.js";

const examples = join(import.meta.dirname, "../../examples");
const path = "convex/auth.config.ts";
const broken = readFileSync(join(examples, "next-authkit-broken", path), "utf8");
const sound = readFileSync(join(examples, "next-authkit", path), "utf8");
const id = "client_01KFAKEFAKEFAKEFAKEFAKE000";
const files = {
  ".gitignore": "node_modules/\n",
  ".oxlintrc.json": JSON.stringify({
    jsPlugins: ["eslint-plugin-convex-authkit"],
    overrides: plugin.configs.recommended.map(({ files: names, rules }) => ({ files: names, rules })),
  }),
  [path]: broken,
  "letters/convex/auth.config.ts": broken.replace('issuer: "<', '/* ü 😀 */ issuer: "<'),
  "literal/convex/auth.config.ts": sound.replace("process.env.WORKOS_CLIENT_ID", `"${id}"`),
  ".env.production": "WORKOS_API_KEY=none\n",
};

let project: HostProject;
let server: ChildProcess;
let connection: ProtocolConnection;

/** Who waits for what is reported about a file. */
const waiting = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();

beforeAll(async () => {
  project = new HostProject({ version: "eslint" }, files);
  server = spawn(process.execPath, [command, "--lsp"], { cwd: project.folder, stdio: ["pipe", "pipe", "inherit"] });
  if (server.stdin == null || server.stdout == null) throw new Error("The server has no pipes.");
  connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) =>
    waiting.get(uri)?.(diagnostics),
  );
  connection.listen();
  const folder = pathToFileURL(project.folder).href;
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders: [{ name: "app", uri: folder }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        publishDiagnostics: {},
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } } },
      },
    },
  });
  await connection.sendNotification(InitializedNotification.type, {});
});

afterAll(async () => {
  project.remove();
  const isGone = once(server, "exit", { signal: AbortSignal.timeout(10_000) });
  try {
    await Promise.race([connection.sendRequest(ShutdownRequest.type), isGone]);
    await connection.sendNotification(ExitNotification.type);
    await isGone;
  } finally {
    connection.dispose();
    server.kill("SIGKILL");
  }
});

function documentOf(name: keyof typeof files, languageId = "typescript"): TextDocument {
  return TextDocument.create(pathToFileURL(join(project.folder, name)).href, languageId, 1, files[name] ?? "");
}

async function open(document: TextDocument): Promise<readonly Diagnostic[]> {
  const { uri, languageId, version } = document;
  const reported = new Promise<readonly Diagnostic[]>((resolve) => waiting.set(uri, resolve));
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId, version, text: document.getText() },
  });
  return reported;
}

/** What is offered for a part of a file. */
async function actions({ uri }: TextDocument, range: Range, only?: string): Promise<readonly CodeAction[]> {
  const context = { diagnostics: [], ...(only == null ? {} : { only: [only] }) };
  const offered = await connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context });
  return (offered ?? []).filter((action): action is CodeAction => typeof action.command !== "string");
}

function applied(document: TextDocument, action: CodeAction | undefined): string {
  return TextDocument.applyEdits(document, action?.edit?.changes?.[document.uri] ?? []);
}

/** Places as people count them: from 1. */
function described({ range: { start, end }, severity, code }: Diagnostic): string {
  return `${String(start.line + 1)}:${String(start.character + 1)}-${String(end.line + 1)}:${String(end.character + 1)} ${severity === 1 ? "error" : "warning"} ${String(code)}`;
}

it("squiggles", async () => {
  const diagnostics = await open(documentOf(path));
  expect(diagnostics.map(described).sort()).toEqual([
    "12:13-12:47 error convex-authkit(valid-jwks)",
    "18:7-18:30 error convex-authkit(no-user-management-application-id)",
    "9:15-9:42 error convex-authkit(valid-issuer)",
  ]);
});

it("counts columns as the editor does", async () => {
  const diagnostics = await open(documentOf("letters/convex/auth.config.ts"));
  expect(diagnostics.map(described)).toContain("9:26-9:53 error convex-authkit(valid-issuer)");
});

it("fixes one problem, and all", async () => {
  const document = documentOf(path);
  await open(document);
  const point = { line: 8, character: 20 };
  const one = await actions(document, { start: point, end: point });
  expect(
    applied(
      document,
      one.find(({ title }) => title === "Fix convex-authkit/valid-issuer problem"),
    ),
  ).toBe(broken.replace('"<https://api.workos.com/>"', '"https://api.workos.com/"'));
  const whole = { start: { line: 0, character: 0 }, end: document.positionAt(broken.length) };
  expect((await actions(document, whole, "source.fixAll.oxc")).map((action) => applied(document, action))).toEqual([
    sound,
  ]);
});

it("suggests", async () => {
  const document = documentOf("literal/convex/auth.config.ts");
  const [diagnostic] = await open(document);
  if (diagnostic == null) throw new Error("Nothing is reported.");
  const offered = await actions(document, diagnostic.range);
  expect(offered.map(({ title }) => title)).toContain("Read `process.env.WORKOS_CLIENT_ID`.");
  const read = offered.find(({ title }) => title.startsWith("Read"));
  expect(applied(document, read)).toBe(document.getText().replace(`"${id}"`, "process.env.WORKOS_CLIENT_ID!"));
});

it("disables a rule for a line by a comment of oxlint's own kind", async () => {
  const document = documentOf(path);
  await open(document);
  const point = { line: 8, character: 20 };
  const disable = (await actions(document, { start: point, end: point })).find(
    ({ title }) => title === "Disable convex-authkit/valid-issuer for this line",
  );
  expect(applied(document, disable)).toBe(
    broken.replace('      issuer: "<', "      // oxlint-disable-next-line convex-authkit/valid-issuer\n$&"),
  );
});

it("has nothing to say about `.env` files", async () => {
  expect(await open(documentOf(".env.production", "dotenv"))).toEqual([]);
});
