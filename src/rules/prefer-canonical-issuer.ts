import { readableText } from "../auth-config/values.js";
import type { Provider } from "../auth-config/provider.js";
import { defineRule } from "../rule-definition.js";
import { shownText } from "../platform/shown-text.js";

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
      "Issuer `{{issuer}}` is not written as WorkOS writes `iss` – Convex forgives it today. Write it as the token does.",
  },
  *check(input) {
    const twins = issuersInSeveralSpellings(input.providers);
    for (const provider of input.providers) {
      const { issuer, issuerMember, issuerPattern, issuerText } = provider;
      if (!provider.isWorkOS || provider.isOidcForm || provider.isDamaged || issuerMember == null || issuerText == null)
        continue;
      if (
        issuer?.canonical == null ||
        issuer.canonical === issuerPattern ||
        (issuer.role === "gated" && `${issuer.canonical}/` === issuerPattern)
      )
        continue;
      // With and without the slash side by side is deliberate.
      if (twins.has(provider.comparableIssuer)) continue;
      const { canonical } = issuer;
      yield {
        at: issuerText.origin.at,
        messageId: "notCanonical",
        data: { issuer: shownText(readableText(issuerText)) },
        fix: (editor) => {
          const wanted = editor.writtenParts(canonical, input, issuerText.origin);
          if (wanted == null) return [];
          return editor.rewriteText(
            issuerText,
            { node: issuerText.origin.node, owner: provider.object, name: issuerMember.name },
            wanted,
          );
        },
      };
    }
  },
});

/** The issuers, as Convex compares them, that are written in several ways. */
function issuersInSeveralSpellings(providers: readonly Provider[]): ReadonlySet<string | null> {
  const spellings = new Map<string | null, Set<string | null>>();
  for (const { comparableIssuer, issuerPattern } of providers) {
    const known = spellings.get(comparableIssuer);
    if (known == null) spellings.set(comparableIssuer, new Set([issuerPattern]));
    else known.add(issuerPattern);
  }
  return new Set([...spellings].filter(([, { size }]) => size > 1).map(([comparable]) => comparable));
}
