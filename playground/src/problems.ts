/** The list of all problems, with what can be done about each: what the squiggles say, for those who do not use a mouse. */
import { FILE_IDS, isThere, lineOf, repairsOf } from "./app.js";
import type { Edit, FileId, Problem, Problems, Range } from "./app.js";
import { button, create, find } from "./create.js";
import { messageNodes, ruleLink } from "./message.js";
import { countProblems } from "./tabs.js";

export interface ProblemActions {
  readonly apply: (id: FileId, edit: Edit) => void;
  readonly reveal: (id: FileId, range: Range) => void;
}

/** Shows the problems of all files; `paths` are how the files are called, `texts` what they hold. */
export function showProblems(
  problems: Problems,
  paths: Readonly<Record<FileId, string>>,
  texts: Readonly<Record<FileId, string>>,
  actions: ProblemActions,
): void {
  const list = find("problems", HTMLElement);
  const focused = [...list.children].findIndex((item) => item.contains(document.activeElement));
  const all = FILE_IDS.flatMap((id) =>
    problems[id].map((problem) => showProblem(problem, id, paths[id], texts[id], actions)),
  );
  list.replaceChildren(...all);
  // Whoever repairs one problem by the keyboard goes on with the next.
  if (focused >= 0)
    (all[Math.min(focused, all.length - 1)]?.querySelector("button") ?? find("problems-title", HTMLElement)).focus();
  find("summary", HTMLElement).textContent = summarize(problems, texts);
}

function summarize(problems: Problems, texts: Readonly<Record<FileId, string>>): string {
  if (FILE_IDS.every((id) => !isThere(texts, id))) return "Paste a file, or open one of the examples.";
  const counted = countProblems(FILE_IDS.flatMap((id) => problems[id]));
  return counted === "" ? "No problems found. What no file can show is the token: paste one below." : `${counted}.`;
}

function showProblem(
  problem: Problem,
  id: FileId,
  path: string,
  text: string,
  { apply, reveal }: ProblemActions,
): HTMLLIElement {
  const { range, severity, message, rule } = problem;
  const line = lineOf(text, range[0]);
  return create(
    "li",
    { class: severity },
    create("p", {}, create("span", { class: "severity" }, severity), " ", ...messageNodes(message)),
    create(
      "div",
      { class: "actions" },
      ...repairsOf(problem).map(({ label, edit }) => button(label, () => apply(id, edit))),
      button(`${path}:${line}`, () => reveal(id, range), { class: "link", "aria-label": `Show ${path}:${line}` }),
      ...(rule == null ? [] : [ruleLink(rule)]),
    ),
  );
}
