import type { Variable } from "../env-file/content.js";
import { withoutShippedPrefix } from "../platform/environment.js";
import { requiredVariables } from "../platform/frameworks.js";
import { defineEnvRule } from "../rule/rule.js";
import type { EnvInput } from "../rule/rule.js";

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
    missing: "This file lacks {{names}} – the SDK of this app does not work without. Add what is missing.",
    append: "Add {{names}}.",
  },
  *check(input) {
    const { file, variables, text, app } = input;
    // With a webhook's secret alone the file is there for something else.
    const first = variables.find(({ kind }) => kind != null && kind !== "secret");
    if (first == null || !isWhole(input)) return;
    const missing = requiredVariables(app.framework).filter((name) => !isThere(name, input));
    if (missing.length === 0 || isToldByCode(input)) return;
    const data = { names: missing.map((name) => `\`${name}\``).join(", ") };
    const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
    const lines = missing.map((name) => `${name}=${lineEnd}`).join("");
    const append = { range: [text.length, text.length], text: text.endsWith("\n") ? lines : lineEnd + lines } as const;
    yield {
      at: first.nameNode,
      messageId: "missing",
      data,
      suggest: file.role === "example" ? [{ messageId: "append", data, fix: append }] : [],
    };
  },
});

/** Whether the file is meant to hold all variables: no other one adds to it. */
function isWhole({ file, neighbours }: EnvInput): boolean {
  if (file.role !== "production") return file.role === "example";
  return neighbours().every((neighbour) => neighbour.file.role === "example" || neighbour.file.role === "convex");
}

/** Whether a variable is in the file, or named in a comment; of several examples, another one may hold it. */
function isThere(name: string, { file, variables, text, neighbours }: EnvInput): boolean {
  if (
    variables.some((variable) => isMeantFor(variable, name)) ||
    mayHaveAnotherName(name, variables) ||
    (text.match(/^[\t ]*#.*/gmu) ?? []).some((comment) => comment.includes(name))
  )
    return true;
  const others = file.role !== "example" ? [] : neighbours().filter((each) => each.file.role === "example");
  return others.some((each) => each.variables.some((variable) => variable.name === name));
}

/** Whether a variable is this one, or the same with or without a prefix that it should not have: the business of other rules. */
function isMeantFor(variable: Variable, name: string): boolean {
  // Both sides need the client ID, under a name for each.
  if (variable.kind === "client-id") return variable.name === name;
  return withoutShippedPrefix(variable.name) === withoutShippedPrefix(name);
}

/** Where code passes the client ID on, the names of the others tell whether it goes by the names of the template. */
function mayHaveAnotherName(name: string, variables: readonly Variable[]): boolean {
  if (!name.endsWith("_WORKOS_CLIENT_ID")) return false;
  const start = name.slice(0, -"CLIENT_ID".length);
  return !variables.some((variable) => variable.name.startsWith(start));
}

/** On a server, code may pass what the SDK would read. */
function isToldByCode({ app }: EnvInput): boolean {
  return (
    app.framework !== "react" &&
    app.framework !== "expo" &&
    app.mayMention(/\bredirectUri\b|\bcookiePassword\b|\bconfigure\s*\(/u)
  );
}
