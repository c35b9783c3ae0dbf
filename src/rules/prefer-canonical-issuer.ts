import { readableText } from "../auth-config/values.js";
import type { Provider } from "../auth-config/provider.js";
import { comparableIssuer } from "../platform/convex.js";
import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule/rule.js";

// Convex forgives what these differ in, other consumers of the same tokens do not: https://docs.convex.dev/auth/authkit
export default defineRule({
  name: "prefer-canonical-issuer",
  meta: {
    type: "suggestion",
    docs: {
      description: "Enforce WorkOS issuers as the template writes them",
      preset: "recommended",
      level: "warn",
      repair: "The template decides: scheme and slash are put right.",
    },
    fixable: "code",
  },
  messages: {
    notCanonical:
      "Issuer `{{issuer}}` differs from the template – Convex tolerates it today. Write it as the template does.",
  },
  *check(input) {
    const twins = issuersInSeveralSpellings(input.providers);
    for (const provider of input.providers) {
      const { issuer } = provider;
      if (!provider.isWorkOS || provider.defect != null || issuer?.canonical == null) continue;
      const { canonical, member, pattern, text } = issuer;
      if (canonical === pattern || (issuer.role === "on-request" && `${canonical}/` === pattern)) continue;
      // With and without the slash side by side is deliberate.
      if (twins.has(comparableIssuer(pattern))) continue;
      yield {
        at: text.origin.at,
        messageId: "notCanonical",
        data: { issuer: shownText(readableText(text)) },
        fix: (editor) => editor.rewritePattern(member, canonical),
      };
    }
  },
});

/** The issuers, as Convex compares them, that are written in several ways. */
function issuersInSeveralSpellings(providers: readonly Provider[]): ReadonlySet<string> {
  const spellings = new Map<string, Set<string>>();
  for (const { pattern } of providers.flatMap(({ issuer }) => issuer ?? [])) {
    const comparable = comparableIssuer(pattern);
    const known = spellings.get(comparable);
    if (known == null) spellings.set(comparable, new Set([pattern]));
    else known.add(pattern);
  }
  return new Set([...spellings].filter(([, { size }]) => size > 1).map(([comparable]) => comparable));
}
