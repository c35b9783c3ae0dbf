import { templateJwks } from "../edit/template.js";
import { isClientId, jwksUrl } from "../platform/workos.js";
import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule-definition.js";

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
    "client-id-missing": "JWKS URL `{{jwks}}` lacks the client ID – WorkOS answers it without keys, and no token verifies. Append the client ID.",
    "client-id-placeholder": "JWKS URL `{{jwks}}` ends in a text that is no client ID – no keys are published there. Put your client ID there.",
    debris: "JWKS URL `{{jwks}}` carries characters that do not belong to it – Convex cannot fetch the keys. Remove them.",
    "double-slash": "JWKS URL `{{jwks}}` has a doubled slash – no keys are published there. Write one.",
    host: "JWKS URL `{{jwks}}` names a host that publishes no keys for these tokens – none of them verifies. Use `{{host}}`.",
    "host-case": "JWKS URL `{{jwks}}` writes the host in another case – the template does not. Use `{{host}}`.",
    path: "JWKS URL `{{jwks}}` is not where WorkOS publishes keys – no token verifies. Use `/sso/jwks/` and the client ID.",
    "plain-template": "JWKS URL `{{jwks}}` is in plain quotes – `${…}` stays as it is, and no keys are there. Use backticks.",
    query: "JWKS URL `{{jwks}}` has a query or a hash – WorkOS publishes the keys without. Remove it.",
    refused: "JWKS URL `{{jwks}}` is no URL – Convex cannot fetch the keys. Use `{{host}}/sso/jwks/` and the client ID.",
    scheme: "JWKS URL `{{jwks}}` does not begin with `https://` – Convex cannot fetch the keys. Write `https://`.",
    "well-known": "JWKS URL `{{jwks}}` is not where WorkOS publishes keys – no token verifies. Use `/sso/jwks/` and the client ID.",
  },
  *check(input) {
    for (const provider of input.providers) {
      const { jwks, jwksText } = provider;
      if (!provider.isWorkOS || provider.isOidcForm || jwks?.damage == null || jwksText == null) continue;
      const shown = jwksText.parts.map((part) => (part.kind === "literal" ? part.text : "…")).join("");
      yield {
        at: jwksText.origin.at,
        messageId: jwks.damage,
        data: { jwks: shownText(shown), host: jwks.host },
        fix: (editor) => {
          const { origin } = jwksText;
          // A literal id gives way to the variable that the provider's other members read.
          const own = jwks.clientId == null || isClientId(jwks.clientId) ? null : editor.writtenParts(jwksUrl(jwks.host, jwks.clientId), input, origin);
          const wanted = own ?? templateJwks(jwks.host, editor.clientId(provider, input, origin));
          return editor.rewriteText(jwksText, { node: origin.node, owner: provider.object, name: "jwks" }, wanted);
        },
      };
    }
  },
});
