import { defineEnvRule } from "../file-rule.js";
import type { App, EnvInput, Variable } from "../file-rule.js";
import { isSecretKind, requiredVariables, withoutShippedPrefix } from "../platform/env-variables.js";

// Each SDK names the variables that it reads: https://workos.com/docs/authkit
export default defineEnvRule({
  name: "env-required-variables",
  meta: {
    type: "suggestion",
    docs: {
      description: "Require the variables that the app's AuthKit SDK reads",
      preset: "env",
      level: "warn",
      repair: "In an example file the names are appended; values are known to nobody but you.",
    },
    hasSuggestions: true,
  },
  messages: {
    missing: "This file sets some variables of WorkOS, but not {{names}} – the SDK of this app does not work without. Add what is missing.",
    append: "Add {{names}}.",
  },
  *check(input) {
    const { file, variables, text, app } = input;
    const first = variables.find(({ kind }) => kind != null);
    if (first == null || !isWhole(input)) return;
    const required = requiredVariables(app.framework);
    const missing = required.filter((name) => !isThere(name, input));
    // With none of them the file is there for something else, such as a webhook.
    if (missing.length === 0 || missing.length === required.length || isToldByCode(app)) return;
    const data = { names: missing.map((name) => `\`${name}\``).join(", ") };
    const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
    const lines = missing.map((name) => `${name}=${lineEnd}`).join("");
    const append = { range: [text.length, text.length], text: text.endsWith("\n") ? lines : lineEnd + lines } as const;
    yield { at: first.nameNode, messageId: "missing", data, suggest: file.role === "example" ? [{ messageId: "append", data, fix: append }] : [] };
  },
});

/** Whether the file is meant to hold all variables. One for production without any secret leaves those to the host. */
function isWhole({ file, variables, neighbours }: EnvInput): boolean {
  if (file.role !== "production") return file.role === "example";
  return variables.some(({ kind }) => isSecretKind(kind)) && neighbours().every(({ file: { role } }) => role === "example" || role === "convex");
}

/** Whether a variable is in the file, or named in a comment; beside an example, another one or what is in the repository may hold it. */
function isThere(name: string, { file, variables, text, neighbours }: EnvInput): boolean {
  if (variables.some((variable) => isMeantFor(variable, name)) || (text.match(/^[\t ]*#.*$/gmu) ?? []).join("").includes(name)) return true;
  const others = file.role !== "example" ? [] : neighbours().filter((each) => each.file.role === "example" || each.file.name === ".env");
  return others.some((each) => each.variables.some((variable) => variable.name === name));
}

/** Whether a variable is this one, or the same with or without a prefix that it should not have: the business of other rules. */
function isMeantFor(variable: Variable, name: string): boolean {
  if (variable.kind === "client-id") return variable.name === name;
  return withoutShippedPrefix(variable.name) === withoutShippedPrefix(name);
}

/** Code may pass what the SDK would read. */
function isToldByCode({ mayMention }: App): boolean {
  return mayMention(/\bredirectUri\b|\bcookiePassword\b|\bconfigure\s*\(/u);
}
