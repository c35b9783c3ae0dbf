import type { Node } from "../auth-config/ast.js";
import type { Provider } from "../auth-config/provider.js";
import { readableText } from "../auth-config/values.js";
import type { LiteralPart, TextValue } from "../auth-config/values.js";
import type { Candidates, Editor } from "../edit/editor.js";
import { templateJwks } from "../edit/template.js";
import { writeVariable } from "../edit/variable.js";
import { isClientId, jwksUrl } from "../platform/workos.js";
import type { JwksReading } from "../platform/workos.js";
import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule-definition.js";
import type { RuleInput } from "../rule-definition.js";

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
    "client-id-missing":
      "JWKS URL `{{jwks}}` lacks the client ID – WorkOS answers it without keys, and no token verifies. Append the client ID.",
    "client-id-placeholder":
      "JWKS URL `{{jwks}}` ends in a text that is no client ID – no keys are published there. Put your client ID there.",
    debris:
      "JWKS URL `{{jwks}}` carries characters that do not belong to it – Convex cannot fetch the keys. Remove them.",
    "double-slash": "JWKS URL `{{jwks}}` has a doubled slash – no keys are published there. Write one.",
    host: "JWKS URL `{{jwks}}` names a host that publishes no keys for these tokens – none of them verifies. Use `{{host}}`.",
    "host-case": "JWKS URL `{{jwks}}` writes the host in another case – the template does not. Use `{{host}}`.",
    path: "JWKS URL `{{jwks}}` is not where WorkOS publishes keys – no token verifies. Use `/sso/jwks/` and the client ID.",
    "plain-template":
      "JWKS URL `{{jwks}}` is in plain quotes – `${…}` stays as it is, and no keys are there. Use backticks.",
    query: "JWKS URL `{{jwks}}` has a query or a hash – WorkOS publishes the keys without. Remove it.",
    refused:
      "JWKS URL `{{jwks}}` is no URL – Convex cannot fetch the keys. Use `{{host}}/sso/jwks/` and the client ID.",
    scheme: "JWKS URL `{{jwks}}` does not begin with `https://` – Convex cannot fetch the keys. Write `https://`.",
    "well-known":
      "JWKS URL `{{jwks}}` is not where WorkOS publishes keys – no token verifies. Use `/sso/jwks/` and the client ID.",
  },
  *check(input) {
    const constants = new Set<Node>();
    for (const provider of input.providers) {
      const { jwks, jwksText } = provider;
      if (!provider.isWorkOS || provider.isOidcForm || jwks?.damage == null || jwksText == null) continue;
      const constant = provider.placeholder;
      if (constant?.leaf != null) {
        if (constants.has(constant.leaf)) continue;
        constants.add(constant.leaf);
      }
      yield {
        at: constant?.origin.at ?? jwksText.origin.at,
        messageId: jwks.damage,
        data: { jwks: shownText(readableText(jwksText)), host: jwks.host },
        fix: (editor) =>
          constant?.leaf == null
            ? rewrite(provider, jwks, jwksText, input, editor)
            : replaceConstant(constant.leaf, constant, input, editor),
      };
    }
  },
});

function rewrite(provider: Provider, jwks: JwksReading, text: TextValue, input: RuleInput, editor: Editor): Candidates {
  const { origin } = text;
  // A literal id gives way to the variable that the provider's other members read.
  const own =
    jwks.clientId == null || isClientId(jwks.clientId)
      ? null
      : editor.writtenParts(jwksUrl(jwks.host, jwks.clientId), input, origin);
  const wanted = own ?? templateJwks(jwks.host, editor.clientId(provider, input, origin));
  return editor.rewriteText(text, { node: origin.node, owner: provider.object, name: "jwks" }, wanted);
}

/** Reads the variable where a constant holds a placeholder, for all that reads the constant. */
function replaceConstant(
  leaf: NonNullable<LiteralPart["leaf"]>,
  { origin, text }: LiteralPart,
  input: RuleInput,
  editor: Editor,
): Candidates {
  if (!origin.isEditable) return [];
  const touches = input.providers.flatMap((provider) =>
    provider.membersWith(leaf).map(({ name }) => ({ node: leaf, owner: provider.object, name })),
  );
  return [{ edits: [writeVariable(editor.clientIdExpression(input, origin), text, leaf, editor)], touches }];
}
