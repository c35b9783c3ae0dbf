/**
 * VS Code and its ESLint extension, without a window: the extension's own language server in a process of its own, and what the other side answers.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ChildProcess } from "node:child_process";
import {
  ApplyWorkspaceEditRequest,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  MessageType,
  RegistrationRequest,
  RequestType,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentEdit,
} from "vscode-languageserver-protocol/node";
import type {
  CodeAction,
  Diagnostic,
  ProtocolConnection,
  Range,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";

const command = join(
  import.meta.dirname,
  "../../node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server",
);

/** The extension's own requests: the page of a rule is to be opened; a language that was only tried is not one of ESLint's. */
const openRuleDocs = new RequestType<{ url: string }, object, void>("eslint/openDoc");
const probeFailed = new RequestType<{ textDocument: { uri: string } }, void, void>("eslint/probeFailed");

/** The languages of VS Code 1.106 and later, by the names of files. */
const languages: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)\.env(?:\.[^/]+)?$|\.env$/u, "dotenv"],
  [/\.json$/u, "json"],
  [/\.[cm]?ts$/u, "typescript"],
  [/\.tsx$/u, "typescriptreact"],
  [/\.[cm]?js$/u, "javascript"],
];

/** How the extension treats the files of a language: `probe` asks ESLint first, `off` opens none. */
export type Validate = "off" | "on" | "probe";

/** What `.vscode/settings.json` says about a language. Since 3.0.11 of the extension, a list leaves no language but its own. */
export function validateBy(settings: {
  readonly "eslint.validate"?: readonly string[];
}): (languageId: string) => Validate {
  return (languageId) => (settings["eslint.validate"]?.includes(languageId) === true ? "on" : "off");
}

export class Editor {
  readonly #folder: string;
  readonly #server: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #validate: (languageId: string) => Validate;
  readonly #documents = new Map<string, TextDocument>();
  /** What the server asks for on its own account. */
  readonly openedPages: string[] = [];
  readonly failedProbes: string[] = [];
  readonly errors: string[] = [];
  /** The file of each ESLint that it loaded. */
  readonly libraries: string[] = [];

  private constructor(folder: string, validate: (languageId: string) => Validate) {
    this.#folder = folder;
    this.#validate = validate;
    this.#server = spawn(process.execPath, [command, "--stdio"], { cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
    const { stdin, stdout, stderr } = this.#server;
    if (stdin == null || stdout == null || stderr == null) throw new Error("The server has no pipes.");
    stderr.setEncoding("utf8").on("data", (text: string) => this.errors.push(text));
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  }

  /** Opens a folder. To be closed with `quit`. */
  static async start(folder: string, validate: (languageId: string) => Validate): Promise<Editor> {
    const editor = new Editor(folder, validate);
    try {
      await editor.#initialize();
    } catch (error) {
      editor.#server.kill("SIGKILL");
      throw error;
    }
    return editor;
  }

  async #initialize(): Promise<void> {
    const connection = this.#connection;
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ scopeUri }) => this.#configurationOf(scopeUri)),
    );
    connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => ({ applied: this.#apply(edit) }));
    connection.onRequest(RegistrationRequest.type, () => undefined);
    connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
    connection.onRequest(openRuleDocs, ({ url }) => ({ opened: this.openedPages.push(url) }));
    connection.onRequest(
      probeFailed,
      ({ textDocument }) => void this.failedProbes.push(this.#pathOf(textDocument.uri)),
    );
    connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
      const [, library] = /^ESLint library loaded from: (.*)$/u.exec(message) ?? [];
      if (library != null) this.libraries.push(library);
      if (type === MessageType.Error) this.errors.push(message);
    });
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: this.#uriOf(""),
      workspaceFolders: [{ name: "app", uri: this.#uriOf("") }],
      capabilities: {
        workspace: {
          applyEdit: true,
          configuration: true,
          workspaceFolders: true,
          didChangeConfiguration: { dynamicRegistration: true },
          workspaceEdit: { documentChanges: true },
          diagnostics: { refreshSupport: true },
        },
        textDocument: {
          codeAction: {
            codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source", "source.fixAll"] } },
          },
          diagnostic: {},
        },
      },
    });
    await connection.sendNotification(InitializedNotification.type, {});
  }

  /** The extension's settings with their defaults, as it hands them to its server. */
  #configurationOf(uri: string | undefined): object {
    const document = this.#documents.get(uri ?? "");
    return {
      validate: document == null ? "off" : this.#validate(document.languageId),
      useESLintClass: true,
      experimental: {},
      codeActionOnSave: { mode: "all" },
      format: false,
      quiet: false,
      onIgnoredFiles: "off",
      options: {},
      rulesCustomizations: [],
      run: "onType",
      problems: { shortenToSingleLine: false },
      nodePath: null,
      workspaceFolder: { name: "app", uri: this.#uriOf("") },
      codeAction: {
        disableRuleComment: { enable: true, location: "separateLine", commentStyle: "line" },
        showDocumentation: { enable: true },
      },
    };
  }

  #uriOf(path: string): string {
    return pathToFileURL(join(this.#folder, path)).href;
  }

  #pathOf(uri: string): string {
    return uri.slice(this.#uriOf("").length + 1);
  }

  /**
   * Shows a file as it lies on the disk, or with another text, whether it is open or not. Returns what is reported about it; null where the extension does
   * not look at it.
   */
  async open(
    path: string,
    text = readFileSync(join(this.#folder, path), "utf8"),
  ): Promise<readonly Diagnostic[] | null> {
    const [, languageId = "plaintext"] = languages.find(([name]) => name.test(path)) ?? [];
    if (this.#validate(languageId) === "off") return null;
    const uri = this.#uriOf(path);
    // Opening is slow: the server looks for ESLint anew.
    if (this.#documents.has(uri)) return this.type(path, this.#wholeOf(uri), text);
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
    return this.diagnostics(path);
  }

  async diagnostics(path: string): Promise<readonly Diagnostic[]> {
    const report = await this.#connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.#uriOf(path) },
    });
    return report.kind === "full" ? report.items : [];
  }

  /** Types text over a range; returns what is reported afterwards. */
  async type(path: string, range: Range, text: string): Promise<readonly Diagnostic[]> {
    await this.#change(this.#uriOf(path), [{ range, text }]);
    return this.diagnostics(path);
  }

  async #change(uri: string, contentChanges: { range: Range; text: string }[]): Promise<void> {
    const known = this.#document(uri);
    const document = TextDocument.update(known, contentChanges, known.version + 1);
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: document.version },
      contentChanges,
    });
  }

  text(path: string): string {
    return this.#document(this.#uriOf(path)).getText();
  }

  #document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (document == null) throw new Error(`${uri} is not open.`);
    return document;
  }

  #wholeOf(uri: string): Range {
    const document = this.#document(uri);
    return { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
  }

  /** What the light bulb offers for a report. */
  async actions(path: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
    return this.#requestActions(path, diagnostic.range, { diagnostics: [diagnostic] });
  }

  /** What happens on saving, where `editor.codeActionsOnSave` names `source.fixAll.eslint`. */
  async fixOnSave(path: string): Promise<void> {
    const start = { line: 0, character: 0 };
    const actions = await this.#requestActions(
      path,
      { start, end: start },
      { diagnostics: [], only: ["source.fixAll.eslint"] },
    );
    for (const { edit } of actions) if (edit != null) this.#apply(edit);
  }

  async #requestActions(
    path: string,
    range: Range,
    context: { diagnostics: Diagnostic[]; only?: string[] },
  ): Promise<readonly CodeAction[]> {
    const actions = await this.#connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.#uriOf(path) },
      range,
      context,
    });
    return (actions ?? []).filter((action): action is CodeAction => typeof action.command !== "string");
  }

  /** Takes an action of the light bulb; the server asks for the edit while it does. */
  async take({ title, command: chosen }: CodeAction): Promise<void> {
    if (chosen == null) throw new Error(`${title} has no command.`);
    await this.#connection.sendRequest(ExecuteCommandRequest.type, {
      command: chosen.command,
      arguments: chosen.arguments ?? [],
    });
  }

  #apply({ documentChanges = [] }: WorkspaceEdit): boolean {
    for (const change of documentChanges) {
      if (!TextDocumentEdit.is(change)) return false;
      const { uri, version } = change.textDocument;
      const document = this.#document(uri);
      if (version !== document.version) return false;
      const text = TextDocument.applyEdits(document, change.edits as TextEdit[]);
      void this.#change(uri, [{ range: this.#wholeOf(uri), text }]);
    }
    return true;
  }

  /** Ends the server: as asked, or by force where it does not answer. */
  async quit(): Promise<void> {
    const isGone =
      this.#server.exitCode == null
        ? once(this.#server, "exit", { signal: AbortSignal.timeout(10_000) })
        : Promise.resolve();
    try {
      await Promise.race([this.#connection.sendRequest(ShutdownRequest.type), isGone]);
      await this.#connection.sendNotification(ExitNotification.type);
      await isGone;
    } finally {
      this.#connection.dispose();
      this.#server.kill("SIGKILL");
    }
  }
}
