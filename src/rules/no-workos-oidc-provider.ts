import { convertOidcForm } from "../edit/oidc.js";
import { defineRule } from "../rule/rule.js";

// The OIDC form demands an audience and a discovery document; AuthKit's tokens have neither: https://docs.convex.dev/auth/authkit
export default defineRule({
  name: "no-workos-oidc-provider",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow the OIDC form for WorkOS",
      preset: "recommended",
      level: "error",
      repair:
        "The template decides: the provider becomes a custom JWT, and the user-management one is added where the list lacks it.",
    },
    fixable: "code",
  },
  messages: {
    oidcForm:
      "The OIDC form with a WorkOS `domain` – it demands an `aud`, which session tokens lack unless a JWT template adds one. Use `customJwt`.",
  },
  *check({ providers }) {
    for (const provider of providers) {
      const { issuer } = provider;
      if (provider.defect !== "oidc-form" || issuer == null) continue;
      yield {
        at: issuer.member.origin.at,
        messageId: "oidcForm",
        fix: (editor) => convertOidcForm(provider, issuer, editor),
      };
    }
  },
});
