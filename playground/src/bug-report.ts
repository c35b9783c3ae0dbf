/** What a person can post to ask for help: the files and what was found, with nothing in it that could be a secret. */
import { parseEnvFile } from "../../src/env-file/parse.js";
import { name, version } from "../../src/package-meta.js";
import { variableKind } from "../../src/platform/env-variables.js";
import { FRAMEWORKS } from "../../src/platform/frameworks.js";
import { withoutSecrets } from "../../src/platform/shown-text.js";
import { isClientId } from "../../src/platform/workos.js";
import { FILE_IDS, isThere, lineOf, pathsOf } from "./app.js";
import type { App, FileId, Problems } from "./app.js";

const LANGUAGES: Readonly<Record<FileId, string>> = {
  authConfig: "ts",
  hostEnv: "sh",
  convexEnv: "sh",
  route: "tsx",
  convexJson: "json",
};

/** A report in Markdown. `verdict` is what the page says about the token, if there is one; of the token itself nothing is said. */
export function describeBug(app: App, problems: Problems, verdict: string | null): string {
  const paths = pathsOf(app);
  const files = FILE_IDS.filter((id) => isThere(app.texts, id));
  const sections = files.map((id) => {
    const found = problems[id].map(
      ({ rule, message, range }) =>
        `- line ${lineOf(app.texts[id], range[0])}: ${withoutSecrets(message)}${rule == null ? "" : ` (\`${rule}\`)`}`,
    );
    return [
      `### \`${paths[id]}\``,
      fence(shown(id, app.texts[id]), LANGUAGES[id]),
      found.length === 0 ? "Nothing found." : found.join("\n"),
    ].join("\n\n");
  });
  const token = verdict == null ? [] : [`### Token\n\n${withoutSecrets(verdict)}`];
  return [`${name} ${version}, ${FRAMEWORKS[app.framework].label}`, ...sections, ...token].join("\n\n") + "\n";
}

function shown(id: FileId, text: string): string {
  if (id === "hostEnv" || id === "convexEnv") return withoutValues(text);
  return text.split("\n").map(withoutSecrets).join("\n");
}

/** The names of the variables, and of values only those that are public: comments and lines that set nothing may hold anything. */
function withoutValues(text: string): string {
  const lines = parseEnvFile(text).body.map((node) => {
    if (node.type === "InvalidLine") return "# a line that sets nothing";
    const { name: variable, value } = node;
    return `${variable.text}=${publicPart(variable.text, value.text)}`;
  });
  return lines.join("\n");
}

/** A client id stands in every token, and an address in every request. */
function publicPart(variable: string, value: string): string {
  const kind = variableKind(variable);
  if (value === "" || isClientId(value)) return value;
  return kind === "redirect-uri" || kind === "api-hostname" ? withoutSecrets(value) : `(${value.length} characters)`;
}

/** A block of code that no text inside can end. */
function fence(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${text.trimEnd()}\n${marks}`;
}
