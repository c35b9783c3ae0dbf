import { addCounterpart } from "../edit/template.js";
import { defineRule } from "../rule/rule.js";

// AuthKit sessions of environments since mid-2025 carry the user-management issuer: https://docs.convex.dev/auth/authkit
export default defineRule({
  name: "require-user-management-provider",
  meta: {
    type: "problem",
    docs: {
      description: "Require the user-management provider beside the shared WorkOS issuer",
      preset: "recommended",
      level: "error",
      repair: "The template decides: its second provider is added.",
    },
    fixable: "code",
  },
  messages: {
    missing:
      "The shared issuer alone – AuthKit sessions carry `…/user_management/<client ID>` as `iss`, so nobody is authenticated. Add that provider.",
  },
  *check({ isComplete, list, providers }) {
    if (!isComplete || list == null || providers.some(({ mayTakeSessionTokens }) => mayTakeSessionTokens)) return;
    const shared = providers.find((provider) => provider.role === "shared");
    // The repair of the OIDC form adds the second provider as well.
    if (shared?.issuer == null || providers.some(({ defect }) => defect === "oidc-form")) return;
    yield {
      at: shared.issuer.text.origin.at,
      messageId: "missing",
      fix: (editor) => addCounterpart("user-management", shared, editor),
    };
  },
});
