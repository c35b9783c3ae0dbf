/** The page: what is typed goes to the worker, what the worker finds comes back. */
import { FRAMEWORKS, isFramework } from "../../src/platform/frameworks.js";
import { FILE_IDS, pathsOf } from "./app.js";
import type { App, FileId, Problems, Range } from "./app.js";
import { describeBug } from "./bug-report.js";
import { ask } from "./client.js";
import { create, find } from "./create.js";
import { Editor } from "./editor.js";
import { brokenExample, emptyApp, template } from "./examples.js";
import { askForFixes } from "./fix-dialog.js";
import { showProblems } from "./problems.js";
import { fromFragment, sharedPart, toFragment } from "./share.js";
import { Tabs } from "./tabs.js";
import { TokenPanel } from "./token-panel.js";

/** Milliseconds without a key before what is typed is looked at. */
const PAUSE = 150;

const NONE = Object.fromEntries(FILE_IDS.map((id) => [id, []])) as unknown as Problems;

const frameworks = find("framework", HTMLSelectElement);
const strict = find("strict", HTMLInputElement);
const routePath = find("route-path", HTMLInputElement);
const routePathRow = find("route-path-row", HTMLElement);
const fixAllButton = find("fix-all", HTMLButtonElement);
const notice = find("notice", HTMLElement);

let problems = NONE;
let timer: ReturnType<typeof setTimeout> | undefined;
let changes = 0;
let isChecking = false;

const editor = new Editor(find("editor", HTMLElement), { onChange: changed, onFocus: warmUp });
const tabs = new Tabs(openFile);
const token = new TokenPanel({ readApp, reveal: (range) => reveal("authConfig", range), copy });

frameworks.append(...Object.entries(FRAMEWORKS).map(([value, { label }]) => create("option", { value }, label)));
frameworks.addEventListener("change", changed);
strict.addEventListener("change", changed);
routePath.addEventListener("input", changed);
on("open-template", () => openApp(template));
on("open-broken", () => openApp(brokenExample));
on("clear", () => openApp(emptyApp));
on("fix-all", fixAll);
on("share", share);
on("report", () =>
  copy(
    describeBug(readApp(), problems, token.description),
    "A report is in the clipboard. Secrets are replaced; read it before you post it.",
  ),
);
window.addEventListener("hashchange", () => void openShared());

writeApp(emptyApp);
openFile("authConfig");
void openShared();

function on(id: string, act: () => Promise<void> | void): void {
  find(id, HTMLButtonElement).addEventListener("click", () => void attempt(act));
}

/** Does something, and says so where it fails. */
async function attempt(act: () => Promise<void> | void): Promise<void> {
  try {
    await act();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
}

/** Loads the parser while a person still looks for what to paste; where that fails, the first check says so. */
function warmUp(): void {
  ask("warmUp", null).catch(() => null);
}

function readApp(): App {
  const framework = isFramework(frameworks.value) ? frameworks.value : emptyApp.framework;
  return {
    framework,
    routePath: routePath.value.replace(/^(?:\.?\/)+/u, "") || emptyApp.routePath,
    isStrict: strict.checked,
    texts: editor.texts,
  };
}

function writeApp(app: App): void {
  frameworks.value = app.framework;
  routePath.value = app.routePath;
  strict.checked = app.isStrict;
  editor.write(app.texts);
}

function openApp(app: App): void {
  say("");
  writeApp(app);
  openFile("authConfig");
  changed();
}

/** Opens what the address holds, if it holds an app. */
async function openShared(): Promise<void> {
  if (location.hash === "") return check();
  const shared = await fromFragment(location.hash);
  if (shared == null) return say("This link is damaged, or is none of this page. Ask for it once more.");
  const { authConfig, route, ...rest } = shared;
  openApp({ ...rest, texts: { ...emptyApp.texts, authConfig, route } });
}

function openFile(id: FileId): void {
  tabs.select(id);
  routePathRow.hidden = id !== "route";
  editor.open(id);
}

function reveal(id: FileId, range: Range): void {
  openFile(id);
  editor.reveal(id, range);
}

function changed(): void {
  changes += 1;
  clearTimeout(timer);
  timer = setTimeout(() => void check(), PAUSE);
}

/** Has the app looked at as it is now. One look at a time: what changes meanwhile is looked at afterwards, and only the last state of it. */
async function check(): Promise<void> {
  if (isChecking) return;
  isChecking = true;
  await attempt(async () => {
    for (let seen = -1; seen !== changes;) {
      seen = changes;
      const app = readApp();
      const found = await ask("lint", app);
      if (seen === changes) show(app, found);
    }
  });
  isChecking = false;
}

function show(app: App, found: Problems): void {
  problems = found;
  for (const id of FILE_IDS) editor.show(id, app.texts[id], problems[id]);
  tabs.showCounts(problems);
  fixAllButton.disabled = !FILE_IDS.some((id) => problems[id].some(({ fix }) => fix != null));
  showProblems(problems, pathsOf(app), app.texts, {
    reveal,
    apply: (id, edit) => editor.apply(id, app.texts[id], edit),
  });
  void token.judge();
}

async function fixAll(): Promise<void> {
  const app = readApp();
  const fixed = await ask("fixAll", app);
  if (await askForFixes(app.texts, fixed, pathsOf(app))) editor.write(fixed);
}

async function share(): Promise<void> {
  const fragment = await toFragment(sharedPart(readApp()));
  history.replaceState(null, "", fragment);
  await copy(
    location.href,
    "A link to the config and the route is in the clipboard. Variables and the token are not part of it.",
  );
}

async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    say("The browser does not let this page use the clipboard.");
  }
}

function say(text: string): void {
  notice.textContent = text;
}
