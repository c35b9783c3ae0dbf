import type { Provider } from "../auth-config/provider.js";
import { opaqueKey } from "../auth-config/values.js";
import { defineRule } from "../rule-definition.js";

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
    neverReached: "The provider in line {{line}} takes every token of this one – Convex stops at the first that fits. Remove one of the two.",
    removeProvider: "Remove this provider.",
  },
  *check({ list, providers }) {
    const earlier = new Map<string, Provider[]>();
    for (const provider of providers) {
      const issuer = provider.issuerPattern;
      if (issuer == null || !provider.isClosed || list == null) continue;
      const before = earlier.get(issuer) ?? [];
      const taker = before.find((other) => takesAllOf(other, provider));
      if (taker != null) {
        yield {
          at: provider.issuerMember?.value.origin.at ?? provider.at,
          messageId: "neverReached",
          data: { line: String(taker.at.loc.start.line) },
          suggest: [{ messageId: "removeProvider", fix: (editor) => editor.removeElement(list, provider.object) }],
        };
      }
      if (before.length < 8) earlier.set(issuer, [...before, provider]);
    }
  },
});

/** Whether one provider accepts every audience that another one with the same issuer accepts. */
function takesAllOf(first: Provider, second: Provider): boolean {
  if (first.lacks("applicationID")) return true;
  const [left, right] = [first.member("applicationID")?.value, second.member("applicationID")?.value];
  if (left == null || right == null) return false;
  const pattern = first.patternOf(left);
  if (pattern != null) return pattern === second.patternOf(right);
  return opaqueKey(left) != null && opaqueKey(left) === opaqueKey(right);
}
