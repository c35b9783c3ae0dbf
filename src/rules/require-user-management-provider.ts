import { countsAsUserManagement } from "../auth-config/config.js";
import { templateMembers } from "../edit/template.js";
import { defineRule } from "../rule-definition.js";

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
  *check(input) {
    const { isComplete, list, providers } = input;
    if (!isComplete || list == null || providers.some(countsAsUserManagement)) return;
    const shared = providers.find((provider) => provider.role === "shared");
    // The repair of the OIDC form adds the second provider as well.
    if (
      shared?.issuer == null ||
      shared.issuerText == null ||
      providers.some((provider) => provider.isOidcForm && provider.isWorkOS)
    )
      return;
    const { host } = shared.issuer;
    yield {
      at: shared.issuerText.origin.at,
      messageId: "missing",
      fix: (editor) =>
        editor.addElement(
          list,
          shared.object,
          templateMembers("user-management", shared, host, input, editor.placeBeside(list, shared.object), editor),
          "after",
        ),
    };
  },
});
