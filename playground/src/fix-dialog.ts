/** Shows what "fix all" changes before it changes anything. */
import { structuredPatch } from "diff";
import { FILE_IDS } from "./app.js";
import type { FileId, Texts } from "./app.js";
import { create, find } from "./create.js";

/** Asks whether the changes shall be made; resolves to false also where somebody presses Escape. */
export function askForFixes(before: Texts, after: Texts, paths: Readonly<Record<FileId, string>>): Promise<boolean> {
  const dialog = find("fixes", HTMLDialogElement);
  const changed = FILE_IDS.filter((id) => before[id] !== after[id]);
  find("diff", HTMLElement).replaceChildren(...changed.map((id) => showDiff(paths[id], before[id], after[id])));
  dialog.returnValue = "";
  find("apply-fixes", HTMLButtonElement).onclick = () => dialog.close("apply");
  find("cancel-fixes", HTMLButtonElement).onclick = () => dialog.close();
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "apply"), { once: true }),
  );
}

const KINDS: Readonly<Record<string, readonly [className: string, spoken: string]>> = {
  "+": ["added", "added: "],
  "-": ["removed", "removed: "],
};

function showDiff(path: string, before: string, after: string): HTMLElement {
  const { hunks } = structuredPatch(path, path, before, after, "", "", { context: 2 });
  const lines = hunks.flatMap((hunk, index) => [...(index === 0 ? [] : ["⋯"]), ...hunk.lines]);
  return create(
    "section",
    {},
    create("h3", {}, path),
    create(
      "pre",
      { class: "diff", tabindex: "0", role: "group", "aria-label": `Changes of ${path}` },
      ...lines.map(showLine),
    ),
  );
}

function showLine(line: string): HTMLElement {
  const [className, spoken] = KINDS[line.charAt(0)] ?? ["", ""];
  return create("span", { class: `line ${className}` }, create("span", { class: "unseen" }, spoken), `${line}\n`);
}
