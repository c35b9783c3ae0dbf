import type { Provider } from "../auth-config/provider.js";
import { withScheme } from "../platform/convex.js";
import { defineRule } from "../rule/rule.js";

// Convex tries the first provider that fits a token and no other one: https://docs.convex.dev/auth/advanced/custom-jwt
export default defineRule({
  name: "no-unreachable-provider",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow providers whose tokens an earlier provider takes",
      preset: "strict",
      level: "warn",
      repair: "Which of the two is meant is not in the text: removing the later one is offered.",
    },
    hasSuggestions: true,
  },
  messages: {
    neverReached:
      "The provider in line {{line}} takes every token of this one – Convex stops at the first that fits. Remove one of the two.",
    removeProvider: "Remove this provider.",
  },
  *check({ list, providers }) {
    const earlier = new Map<string, Provider>();
    for (const provider of providers) {
      const { issuer } = provider;
      if (issuer == null || !provider.isClosed || list == null) continue;
      const anyAudience = withScheme(issuer.pattern);
      const audience = provider.audiencePattern;
      const own = audience == null ? anyAudience : `${anyAudience} ${audience}`;
      const taker = earlier.get(anyAudience) ?? earlier.get(own);
      if (taker != null) {
        yield {
          at: issuer.text.origin.at,
          messageId: "neverReached",
          data: { line: String(taker.at.loc.start.line) },
          suggest: [{ messageId: "removeProvider", fix: (editor) => editor.removeProvider(provider) }],
        };
      } else if (audience != null || provider.lacks("applicationID")) {
        earlier.set(own, provider);
      }
    }
  },
});
