import type { Node } from "../auth-config/ast.js";
import { literalClientIds } from "../auth-config/client-ids.js";
import type { LiteralClientId } from "../auth-config/client-ids.js";
import { clientIdOf, fallbacksIn } from "../auth-config/fallbacks.js";
import type { Provider } from "../auth-config/provider.js";
import { clientIdExpression } from "../edit/client-id.js";
import { dropFallback } from "../edit/fallback.js";
import { readEverywhere } from "../edit/variable.js";
import { shownText } from "../platform/shown-text.js";
import { isClientId } from "../platform/workos.js";
import { defineRule } from "../rule/rule.js";

// Development and production are different WorkOS environments with different clients; the file is the same for both.
export default defineRule({
  name: "no-hardcoded-client-id",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow literal client ids",
      preset: "recommended",
      level: "warn",
      repair: "The deployment must define the variable first: reading it, at all places at once, is offered.",
    },
    hasSuggestions: true,
  },
  messages: {
    literal:
      "Client ID `{{id}}` is written into the file – another deployment has another client, and its tokens are rejected. Read it from the environment.",
    literalFallback:
      "Client ID `{{id}}` as a fallback – it does not run when the variable is unset, because Convex throws first. Remove the fallback.",
    readEnvironment: "Read `{{expression}}`.",
    dropFallback: "Remove the fallback.",
  },
  *check(input) {
    const consistent = input.providers.filter((provider) => !isInconsistent(provider));
    for (const [id, same] of literalClientIds(consistent, input.world)) {
      for (const { leaf, origin } of same) {
        yield {
          // Code that several calls share holds one literal.
          at: origin.isEditable ? origin.at : literalOf(leaf),
          messageId: "literal",
          data: { id: shownText(id) },
          suggest: [
            {
              messageId: "readEnvironment",
              data: { expression: clientIdExpression(origin, { text: input.config.text, variant: input }) },
              fix: (editor) => readEverywhere(id, same, editor),
            },
          ],
        };
      }
    }
    for (const fallback of fallbacksIn(input.effects)) {
      const id = clientIdOf(fallback);
      if (id == null) continue;
      yield {
        at: fallback.node.right,
        messageId: "literalFallback",
        data: { id: shownText(id) },
        suggest: [{ messageId: "dropFallback", fix: (editor) => dropFallback(fallback.node, editor) }],
      };
    }
  },
});

function literalOf(leaf: LiteralClientId["leaf"]): Node {
  return leaf.type === "Literal" ? leaf : leaf.parent;
}

/** A literal beside a variable is `consistent-client-id`'s: its repair removes the literal. */
function isInconsistent(provider: Provider): boolean {
  const patterns = provider.namedClients.map(({ pattern }) => pattern);
  return patterns.some((pattern) => isClientId(pattern)) && patterns.some((pattern) => !isClientId(pattern));
}
