import { addCounterpart } from "../edit/template.js";
import { defineRule } from "../rule/rule.js";

// Environments from before mid-2025 and SSO tokens carry the shared issuer: https://docs.convex.dev/auth/authkit
export default defineRule({
  name: "require-shared-issuer-provider",
  meta: {
    type: "suggestion",
    docs: {
      description: "Require the shared WorkOS issuer beside the user-management provider",
      preset: "strict",
      level: "warn",
      repair: "A file without it is sound today, so adding the provider is offered, not done.",
    },
    hasSuggestions: true,
  },
  messages: {
    missing:
      "The user-management issuer alone – older WorkOS environments sign tokens under the shared issuer. Add that provider if yours may be one.",
    addProvider: "Add the provider with the shared issuer.",
  },
  *check({ isComplete, list, providers }) {
    if (!isComplete || list == null) return;
    const own = providers.find((provider) => provider.role === "user-management");
    if (own?.issuer == null || providers.some(({ role }) => role === "shared")) return;
    yield {
      at: own.issuer.text.origin.at,
      messageId: "missing",
      suggest: [
        {
          messageId: "addProvider",
          fix: (editor) => addCounterpart("shared", own, editor),
        },
      ],
    };
  },
});
