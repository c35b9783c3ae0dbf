import { templateMembers } from "../edit/template.js";
import { defineRule } from "../rule-definition.js";

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
  *check(input) {
    const { isComplete, list, providers } = input;
    if (!isComplete || list == null) return;
    const own = providers.find((provider) => provider.role === "user-management");
    if (own?.issuer == null || own.issuerText == null || providers.some(({ role }) => role === "shared")) return;
    const { host } = own.issuer;
    yield {
      at: own.issuerText.origin.at,
      messageId: "missing",
      suggest: [
        {
          messageId: "addProvider",
          fix: (editor) =>
            editor.addElement(
              list,
              own.object,
              templateMembers("shared", own, host, input, editor.placeBeside(list, own.object), editor),
              "before",
            ),
        },
      ],
    };
  },
});
