/** CodeMirror over the files of the app: one view, and a state for each file, so that each keeps its history. */
import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { properties } from "@codemirror/legacy-modes/mode/properties";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import type { Diagnostic } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import type { Extension, TransactionSpec } from "@codemirror/state";
import { EditorView, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup } from "codemirror";
import { FILE_IDS, LABELS, repairsOf } from "./app.js";
import type { Edit, FileId, Problem, Range, Texts } from "./app.js";
import { create } from "./create.js";
import { messageNodes, ruleLink } from "./message.js";

const languages: Readonly<Record<FileId, Extension>> = {
  authConfig: javascript({ typescript: true }),
  hostEnv: StreamLanguage.define(properties),
  convexEnv: StreamLanguage.define(properties),
  route: javascript({ typescript: true, jsx: true }),
  convexJson: json(),
};

const placeholders: Readonly<Record<FileId, string>> = {
  authConfig: "Paste convex/auth.config.ts here",
  hostEnv: "Paste the variables that the app has in production: NAME=value, one a line",
  convexEnv: "Paste what this prints: npx convex env list --prod --include-values",
  route: "Paste the route that handles the callback, and say below where it lies",
  convexJson: "Paste convex.json here, if there is one",
};

const colours = HighlightStyle.define([
  { tag: [tags.comment, tags.meta], color: "var(--code-comment)" },
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.bool, tags.null], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string), tags.quote], color: "var(--code-string)" },
  { tag: [tags.propertyName, tags.definition(tags.variableName)], color: "var(--code-name)" },
  { tag: [tags.number, tags.typeName], color: "var(--code-type)" },
]);

const theme = EditorView.theme({
  "&": { color: "var(--text)", backgroundColor: "var(--surface)", fontSize: "0.875rem" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--code-font)", lineHeight: "1.5", minHeight: "24rem", maxHeight: "60vh" },
  ".cm-content": { caretColor: "var(--text)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-placeholder": { color: "var(--muted)" },
  ".cm-gutters": { color: "var(--muted)", backgroundColor: "var(--surface)", borderRight: "1px solid var(--border)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection":
    { backgroundColor: "var(--selection)" },
  ".cm-tooltip, .cm-panels": {
    color: "var(--text)",
    backgroundColor: "var(--background)",
    border: "1px solid var(--border)",
  },
  ".cm-tooltip": { maxWidth: "min(36rem, 90vw)" },
  ".cm-diagnostic": { fontFamily: "var(--text-font)", padding: "0.5rem 0.75rem" },
  ".cm-diagnostic a": { color: "var(--accent)" },
  ".cm-diagnosticAction": {
    color: "var(--on-accent)",
    backgroundColor: "var(--accent)",
    padding: "0.25rem 0.5rem",
    margin: "0.5rem 0.5rem 0 0",
  },
  ".cm-diagnosticText": { display: "block" },
});

export interface EditorListener {
  /** The text of a file has changed. */
  readonly onChange: () => void;
  readonly onFocus: () => void;
}

export class Editor {
  readonly #view: EditorView;
  readonly #states: Record<FileId, EditorState>;
  readonly #listener: EditorListener;
  #current: FileId = "authConfig";

  constructor(parent: HTMLElement, listener: EditorListener) {
    this.#listener = listener;
    this.#states = Object.fromEntries(FILE_IDS.map((id) => [id, this.#createState(id)])) as Record<FileId, EditorState>;
    // The page's policy forbids inline styles, and CodeMirror writes its own; in a shadow root it makes style sheets instead.
    const root = parent.attachShadow({ mode: "open" });
    this.#view = new EditorView({ state: this.#states.authConfig, root, parent: root });
    parent.addEventListener("focusin", listener.onFocus, { once: true });
  }

  #createState(id: FileId): EditorState {
    return EditorState.create({
      extensions: [
        basicSetup,
        lintGutter(),
        languages[id],
        syntaxHighlighting(colours),
        theme,
        placeholder(placeholders[id]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": LABELS[id] }),
        EditorView.updateListener.of(({ docChanged }) => {
          if (docChanged) this.#listener.onChange();
        }),
      ],
    });
  }

  get texts(): Texts {
    return Object.fromEntries(FILE_IDS.map((id) => [id, this.#stateOf(id).doc.toString()])) as Record<FileId, string>;
  }

  #stateOf(id: FileId): EditorState {
    return id === this.#current ? this.#view.state : this.#states[id];
  }

  #dispatch(id: FileId, spec: TransactionSpec): void {
    if (id === this.#current) this.#view.dispatch(spec);
    else this.#states[id] = this.#states[id].update(spec).state;
  }

  /** Shows another file. */
  open(id: FileId): void {
    if (id === this.#current) return;
    this.#states[this.#current] = this.#view.state;
    this.#current = id;
    this.#view.setState(this.#states[id]);
  }

  /** Shows a place of a file, and puts the cursor there. */
  reveal(id: FileId, [start, end]: Range): void {
    this.open(id);
    const last = this.#view.state.doc.length;
    this.#view.dispatch({
      selection: { anchor: Math.min(start, last), head: Math.min(end, last) },
      scrollIntoView: true,
    });
    this.#view.focus();
  }

  /** Replaces the texts of files; each change can be undone. */
  write(texts: Texts): void {
    for (const id of FILE_IDS) {
      const text = texts[id];
      const { doc } = this.#stateOf(id);
      if (text === doc.toString()) continue;
      this.#dispatch(id, { changes: { from: 0, to: doc.length, insert: text } });
      if (id !== this.#current) this.#listener.onChange();
    }
  }

  /** Makes an edit of the text as it was when the problem was found; nothing where it has changed since. */
  apply(id: FileId, text: string, { range: [from, to], text: insert }: Edit): void {
    if (this.#stateOf(id).doc.toString() !== text) return;
    this.#dispatch(id, { changes: { from, to, insert } });
    if (id !== this.#current) this.#listener.onChange();
  }

  /** Underlines the problems of a file, unless its text has changed since they were found. */
  show(id: FileId, text: string, problems: readonly Problem[]): void {
    const state = this.#stateOf(id);
    if (state.doc.toString() !== text) return;
    this.#dispatch(
      id,
      setDiagnostics(
        state,
        problems.map((problem) => this.#diagnosticOf(id, text, problem)),
      ),
    );
  }

  #diagnosticOf(id: FileId, text: string, problem: Problem): Diagnostic {
    const {
      range: [from, to],
      severity,
      message,
      rule,
    } = problem;
    return {
      from,
      to,
      severity,
      message,
      renderMessage: () => create("span", {}, ...messageNodes(message), ...(rule == null ? [] : [" ", ruleLink(rule)])),
      actions: repairsOf(problem).map(({ label, edit }) => ({ name: label, apply: () => this.apply(id, text, edit) })),
    };
  }
}
