import { membersOf, nameOf, valueAt } from "../convex-json/json.js";
import { holdsApiKeyTemplate } from "../platform/convex-json.js";
import { isShippedToBrowser } from "../platform/environment.js";
import { shownText } from "../platform/shown-text.js";
import { defineConvexJsonRule } from "../rule/rule.js";

// `npx convex dev` writes these variables into `.env.local`: https://docs.convex.dev/auth/authkit/auto-provision
export default defineConvexJsonRule({
  name: "convex-json-no-public-secret",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow the API key in a variable of `localEnvVars` that a build ships to the browser",
      preset: "env",
      level: "error",
      repair: "The code that reads the variable has to change as well, and the key has to be renewed.",
    },
  },
  messages: {
    apiKey:
      "`{{name}}` gets the API key under a public prefix – the build ships it to every visitor. Drop the prefix, and renew the key.",
  },
  *check({ root }) {
    for (const member of membersOf(valueAt(root, "authKit", "dev", "localEnvVars"))) {
      const name = nameOf(member);
      if (member.value.type !== "String" || !isShippedToBrowser(name) || !holdsApiKeyTemplate(member.value.value))
        continue;
      yield { at: member.name, messageId: "apiKey", data: { name: shownText(name) } };
    }
  },
});
