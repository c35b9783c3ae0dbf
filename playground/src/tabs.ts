/** The tabs of the files, with the number of problems in each. */
import { FILE_IDS, LABELS } from "./app.js";
import type { FileId, Problem, Problems } from "./app.js";
import { create, find } from "./create.js";

/** Says how many problems there are, or nothing where there is none: "2 errors, 1 warning". */
export function countProblems(problems: readonly Problem[]): string {
  const count = (severity: Problem["severity"]): string => {
    const { length } = problems.filter((problem) => problem.severity === severity);
    return length === 0 ? "" : `${length} ${severity}${length === 1 ? "" : "s"}`;
  };
  return [count("error"), count("warning")].filter((text) => text !== "").join(", ");
}

export class Tabs {
  readonly #tabs: Readonly<Record<FileId, HTMLButtonElement>>;
  readonly #onOpen: (id: FileId) => void;

  constructor(onOpen: (id: FileId) => void) {
    this.#onOpen = onOpen;
    const list = find("tabs", HTMLElement);
    this.#tabs = Object.fromEntries(FILE_IDS.map((id) => [id, this.#createTab(id)])) as Record<
      FileId,
      HTMLButtonElement
    >;
    list.append(...Object.values(this.#tabs));
    list.addEventListener("keydown", (event) => this.#onKey(event));
  }

  #createTab(id: FileId): HTMLButtonElement {
    const tab = create(
      "button",
      { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": "panel" },
      LABELS[id],
      create("span", { class: "count" }),
    );
    tab.addEventListener("click", () => this.#onOpen(id));
    return tab;
  }

  /** Arrow keys move between tabs, as in every list of them. */
  #onKey(event: KeyboardEvent): void {
    const current = FILE_IDS.findIndex((id) => this.#tabs[id] === event.target);
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: current - 1,
      ArrowRight: current + 1,
      Home: 0,
      End: -1,
    };
    const target = targets[event.key];
    const id = target == null ? undefined : FILE_IDS.at(target % FILE_IDS.length);
    if (id == null) return;
    event.preventDefault();
    this.#onOpen(id);
    this.#tabs[id].focus();
  }

  select(selected: FileId): void {
    for (const id of FILE_IDS) {
      this.#tabs[id].setAttribute("aria-selected", String(id === selected));
      this.#tabs[id].tabIndex = id === selected ? 0 : -1;
    }
    find("panel", HTMLElement).setAttribute("aria-labelledby", `tab-${selected}`);
  }

  showCounts(problems: Problems): void {
    for (const id of FILE_IDS) {
      const found = problems[id];
      const count = this.#tabs[id].querySelector(".count");
      if (count == null) continue;
      const isError = found.some(({ severity }) => severity === "error");
      count.className = `count ${isError ? "error" : "warning"}`;
      count.replaceChildren(
        ...(found.length === 0
          ? []
          : [
              create("span", { "aria-hidden": "true" }, String(found.length)),
              create("span", { class: "unseen" }, `, ${countProblems(found)}`),
            ]),
      );
    }
  }
}
