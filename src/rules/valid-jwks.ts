import type { Node } from "../auth-config/ast.js";
import { placeholderOf } from "../auth-config/placeholder.js";
import { readableText } from "../auth-config/values.js";
import { replacePlaceholder, rewriteJwks } from "../edit/urls.js";
import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule/rule.js";

// WorkOS publishes the keys of an environment under the ids of its clients: https://workos.com/docs/reference/authkit/session-tokens/jwks
export default defineRule({
  name: "valid-jwks",
  meta: {
    type: "problem",
    docs: {
      description: "Require the `jwks` of a WorkOS provider to be the key set of its client",
      preset: "recommended",
      level: "error",
      repair: "The template decides: the URL is written with the client id.",
    },
    fixable: "code",
  },
  messages: {
    clientIdMissing:
      "JWKS URL `{{jwks}}` lacks the client ID – WorkOS answers it without keys, and no token verifies. Append the client ID.",
    clientIdPlaceholder:
      "JWKS URL `{{jwks}}` ends in a text that is no client ID – no keys are published there. Put your client ID there.",
    slashMissing:
      "JWKS URL `{{jwks}}` has no slash before the client ID – WorkOS publishes no keys there, so no token verifies. Add the slash.",
    strayCharacters:
      "JWKS URL `{{jwks}}` carries characters that do not belong to it – Convex cannot fetch the keys. Remove them.",
    doubleSlash: "JWKS URL `{{jwks}}` has a doubled slash – no keys are published there. Write one.",
    wrongHost:
      "JWKS URL `{{jwks}}` names a host that publishes no keys for these tokens – none of them verifies. Use `{{host}}`.",
    unknownPath:
      "JWKS URL `{{jwks}}` is not where WorkOS publishes keys – no token verifies. Use `/sso/jwks/` and the client ID.",
    templateInPlainQuotes:
      "JWKS URL `{{jwks}}` is in plain quotes – `${…}` stays as it is, and no keys are there. Use backticks.",
    queryOrHash: "JWKS URL `{{jwks}}` has a query or a hash – WorkOS publishes the keys without. Remove it.",
    wrongScheme: "JWKS URL `{{jwks}}` does not begin with `https://` – Convex cannot fetch the keys. Write `https://`.",
  },
  *check({ providers }) {
    const constants = new Set<Node>();
    for (const provider of providers) {
      const { jwks } = provider;
      // Convex looks at no `jwks` in the OIDC form.
      if (!provider.isWorkOS || provider.isOidcForm || jwks?.damage == null) continue;
      const constant = placeholderOf(provider);
      if (constant != null) {
        if (constants.has(constant.leaf)) continue;
        constants.add(constant.leaf);
      }
      yield {
        at: constant?.origin.at ?? jwks.text.origin.at,
        messageId: jwks.damage,
        data: { jwks: shownText(readableText(jwks.text)), host: jwks.host },
        fix: (editor) =>
          constant == null ? rewriteJwks(provider, jwks, editor) : replacePlaceholder(constant, editor),
      };
    }
  },
});
