import { defineEnvRule } from "../file-rule.js";
import type { App, EnvInput } from "../file-rule.js";
import { requiredVariables } from "../platform/env-variables.js";

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
    const missing = requiredVariables(app.framework).filter((name) => !variables.some((variable) => variable.name === name));
    if (missing.length === 0 || isToldByCode(app)) return;
    const data = { names: missing.map((name) => `\`${name}\``).join(", ") };
    const lines = missing.map((name) => `${name}=\n`).join("");
    const append = { range: [text.length, text.length], text: /(?:^|[\r\n])$/u.test(text) ? lines : `\n${lines}` } as const;
    yield { at: first.nameNode, messageId: "missing", data, suggest: file.role === "example" ? [{ messageId: "append", data, fix: append }] : [] };
  },
});

/** Whether the file is meant to hold all variables: no other one adds to it. */
function isWhole({ file, neighbours }: EnvInput): boolean {
  if (file.role === "production") return neighbours().every((neighbour) => neighbour.file.role === "example" || neighbour.file.role === "convex");
  return file.role === "example";
}

/** Code may pass what the SDK would read. */
function isToldByCode({ mayMention }: App): boolean {
  return mayMention(/\bredirectUri\b|\bcookiePassword\b|\bconfigure\s*\(/u);
}
