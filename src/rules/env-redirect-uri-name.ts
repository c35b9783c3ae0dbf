import { defineEnvRule } from "../rule/rule.js";

const IGNORED = "WORKOS_REDIRECT_URI";
const READ = "NEXT_PUBLIC_WORKOS_REDIRECT_URI";

// The SDK for Next.js reads the public name alone: https://github.com/workos/authkit-nextjs#pre-flight
export default defineEnvRule({
  name: "env-redirect-uri-name",
  meta: {
    type: "suggestion",
    docs: {
      description: "Require the redirect URI of a Next.js app under the name that its SDK reads",
      preset: "env",
      level: "warn",
      repair: "Something outside the repository may read the name: renaming it is offered.",
    },
    hasSuggestions: true,
  },
  messages: {
    notRead:
      "Neither `@workos-inc/authkit-nextjs` nor the app's code reads `{{name}}` – the SDK does not see it. Name it `{{read}}`.",
    besideRead:
      "Neither `@workos-inc/authkit-nextjs` nor the app's code reads `{{name}}` – `{{read}}` alone counts. Remove this one.",
    rename: "Make the name `{{read}}`.",
  },
  *check({ file, variables, app }) {
    const ignored = variables.find(({ name }) => name === IGNORED);
    if (
      ignored?.isKnown !== true ||
      app.framework !== "next" ||
      file.role === "convex" ||
      app.mayMention(/\bWORKOS_REDIRECT_URI\b/u)
    )
      return;
    const data = { name: IGNORED, read: READ };
    const rename = {
      messageId: "rename",
      data: { read: READ },
      fix: { range: ignored.nameNode.range, text: READ },
    } as const;
    if (variables.some(({ name }) => name === READ)) yield { at: ignored.nameNode, messageId: "besideRead", data };
    else yield { at: ignored.nameNode, messageId: "notRead", data, suggest: [rename] };
  },
});
