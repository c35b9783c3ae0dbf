import { isOwnClientId } from "../platform/env-variables.js";
import { shownText } from "../platform/shown-text.js";
import { CLIENT_ID_VARIABLE } from "../platform/workos.js";
import { defineEnvRule } from "../rule/rule.js";

// Tokens carry the id of the client that asked for them, and the other side checks it: https://docs.convex.dev/auth/authkit
export default defineEnvRule({
  name: "env-consistent-client-id",
  meta: {
    type: "problem",
    docs: {
      description: "Require the client ID of a `.env` file to be the same under each of its names",
      preset: "env",
      level: "error",
      repair: "Which of the two is right is not in the file.",
    },
  },
  messages: {
    differs:
      "`{{name}}` is another client than `{{first}}` in line {{line}} – tokens of the one are rejected for the other. Use one client ID.",
  },
  *check({ variables, text }) {
    const ids = variables.filter(isOwnClientId);
    const first = ids.find(({ name }) => name === CLIENT_ID_VARIABLE) ?? ids[0];
    for (const { name, value, valueNode } of ids) {
      if (first == null || value === first.value) continue;
      yield {
        at: valueNode,
        messageId: "differs",
        data: { name: shownText(name), first: shownText(first.name), line: lineOf(text, first.nameNode.range[0]) },
      };
    }
  },
});

function lineOf(text: string, offset: number): string {
  return String(text.slice(0, offset).split(/\r\n|[\r\n\u2028\u2029]/u).length);
}
