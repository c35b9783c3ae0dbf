import { isIssuerOfPlaceholder } from "../auth-config/placeholder.js";
import { readableText } from "../auth-config/values.js";
import { offerRoles } from "../edit/template.js";
import { rewriteIssuer, rewriteIssuerAs } from "../edit/urls.js";
import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule/rule.js";

// Convex compares `iss` character by character, but for slashes at the end: https://docs.convex.dev/auth/advanced/custom-jwt
export default defineRule({
  name: "valid-issuer",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow issuers that no token can match",
      preset: "recommended",
      level: "error",
      repair:
        "The template's issuer, where the text or the rest of the list says which of the two is meant; else one suggestion for each.",
    },
    fixable: "code",
    hasSuggestions: true,
  },
  messages: {
    clientIdMissing: "Issuer `{{issuer}}` names no client – the `iss` of a token ends in the client ID. Add it.",
    clientIdPlaceholder:
      "Issuer `{{issuer}}` ends in a text that is no client ID – no token carries it. Put your client ID there.",
    slashMissing: "Issuer `{{issuer}}` has no slash before the client ID – the `iss` of a token does. Add the slash.",
    strayCharacters:
      "Issuer `{{issuer}}` carries characters that do not belong to the URL – no token's `iss` equals it. Remove them.",
    doubleSlash:
      "Issuer `{{issuer}}` has a doubled slash inside – Convex compares every character before the end. Write one.",
    wrongHost:
      "Issuer `{{issuer}}` names a host that issues no WorkOS tokens – `iss` is compared character by character. Use `{{host}}`.",
    hostInOtherCase:
      "Issuer `{{issuer}}` writes the host in another case – `iss` is compared character by character. Use `{{host}}`.",
    unknownPath:
      "Issuer `{{issuer}}` has a path that WorkOS never uses in `iss` – no token matches it. Use the issuer of the template.",
    templateInPlainQuotes:
      "Issuer `{{issuer}}` is in plain quotes – `${…}` stays as it is and matches no token. Use backticks.",
    queryOrHash: "Issuer `{{issuer}}` has a query or a hash – the `iss` of a token never does. Remove it.",
    notAUrl: "Issuer `{{issuer}}` is no URL that Convex accepts – the push is refused. Write `https://` and a host.",
    wrongScheme:
      "Issuer `{{issuer}}` does not begin with `https://` – the `iss` of a token does, and Convex compares it exactly. Write `https://`.",
    wellKnownAddress:
      "Issuer `{{issuer}}` is the address of a metadata document – the `iss` of a token is not. Cut it off before `/.well-known`.",
    useShared: "Make it the shared issuer.",
    useUserManagement: "Make it the user-management issuer.",
  },
  *check(input) {
    for (const provider of input.providers) {
      const { issuer } = provider;
      if (provider.defect !== "damaged-issuer" || issuer?.damage == null) continue;
      // The constant is the defect, and `valid-jwks` reports it.
      if (isIssuerOfPlaceholder(provider, input.placeholders)) continue;
      const isOpen = provider.role === "workos-unspecified";
      yield {
        at: issuer.text.origin.at,
        messageId: issuer.damage,
        data: { issuer: shownText(readableText(issuer.text)), host: issuer.host },
        fix: isOpen ? null : (editor) => rewriteIssuer(provider, issuer, editor),
        suggest: isOpen
          ? offerRoles(input.config, (meant, editor) => rewriteIssuerAs(meant, provider, issuer, editor))
          : [],
      };
    }
  },
});
