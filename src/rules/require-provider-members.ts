import type { AuthConfig } from "../auth-config/config.js";
import { shapesOf } from "../auth-config/shape.js";
import type { RequiredMember, Shape } from "../auth-config/shape.js";
import { addMissing } from "../edit/form.js";
import { offerRoles } from "../edit/template.js";
import { defineRule } from "../rule/rule.js";
import type { Finding } from "../rule/rule.js";

type MessageId = "membersMissing" | "useShared" | "useUserManagement";

// The members without which Convex rejects the push: https://docs.convex.dev/auth/advanced/custom-jwt
export default defineRule({
  name: "require-provider-members",
  meta: {
    type: "problem",
    docs: {
      description: "Require all members of a provider that Convex demands",
      preset: "recommended",
      level: "error",
      repair: "The template decides for a WorkOS provider; one suggestion for each issuer if either can be meant.",
    },
    fixable: "code",
    hasSuggestions: true,
  },
  messages: {
    membersMissing: "{{names}} missing – Convex rejects the push. Add what is missing.",
    useShared: "Use the shared WorkOS issuer.",
    useUserManagement: "Use the user-management issuer.",
  },
  *check({ config, providers }) {
    for (const shape of shapesOf(providers)) {
      // `valid-algorithm` reports a missing algorithm.
      const missing = shape.missing.filter((name) => name !== "algorithm");
      if (missing.length === 0) continue;
      yield {
        at: shape.demanding,
        messageId: "membersMissing",
        data: { names: missing.map((name) => `\`${name}\``).join(" and ") + (missing.length > 1 ? " are" : " is") },
        ...repairOf(missing, shape, config),
      };
    }
  },
});

function repairOf(
  missing: readonly RequiredMember[],
  { provider }: Shape,
  config: AuthConfig,
): Pick<Finding<MessageId>, "fix" | "suggest"> {
  const { role } = provider;
  if (!provider.isWorkOS || missing.includes("domain")) return {};
  if (role === "workos-unspecified" && missing.includes("issuer"))
    return { suggest: offerRoles(config, (meant, editor) => addMissing(missing, meant, provider, editor)) };
  const meant = role === "shared" ? "shared" : "user-management";
  return { fix: (editor) => addMissing(missing, meant, provider, editor) };
}
