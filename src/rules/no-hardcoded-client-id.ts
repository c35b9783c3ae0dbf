import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../auth-config/ast.js";
import type { Provider } from "../auth-config/provider.js";
import { literalText } from "../auth-config/values.js";
import type { Origin, Value } from "../auth-config/values.js";
import { clientIdExpression } from "../edit/client-id.js";
import type { Candidates, Editor, TextEdit } from "../edit/editor.js";
import { dropFallback } from "../edit/fallback.js";
import { shownText } from "../platform/shown-text.js";
import { MAX_PLACES_AT_ONCE, writeVariable } from "../edit/variable.js";
import { CLIENT_ID_IN_TEXT, isClientId } from "../platform/workos.js";
import { defineRule } from "../rule-definition.js";
import type { RuleInput } from "../rule-definition.js";

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
      "Client ID `{{id}}` as a fallback – Convex throws for an unset variable, so it never takes effect. Read the variable alone.",
    readEnvironment: "Read `{{expression}}`.",
    dropFallback: "Read the variable alone.",
  },
  *check(input) {
    const places = input.providers
      .filter((provider) => !isInconsistent(provider))
      .flatMap((provider) => literalPlaces(provider, input));
    const byId = new Map<string, LiteralPlace[]>();
    for (const place of places) {
      const known = byId.get(place.id);
      if (known == null) byId.set(place.id, [place]);
      else known.push(place);
    }
    for (const [id, same] of byId) {
      for (const { origin } of same) {
        yield {
          at: origin.at,
          messageId: "literal",
          data: { id: shownText(id) },
          suggest: [
            {
              messageId: "readEnvironment",
              data: { expression: clientIdExpression(input, input.config, origin) },
              fix: (editor) => readEverywhere(id, same, input, editor),
            },
          ],
        };
      }
    }
    for (const effect of input.effects) {
      if (effect.kind !== "env-fallback") continue;
      const id = literalText(effect.fallback);
      if (id == null || !isClientId(id)) continue;
      yield {
        at: effect.node.right,
        messageId: "literalFallback",
        data: { id: shownText(id) },
        suggest: [{ messageId: "dropFallback", fix: (editor) => dropFallback(effect.node, editor) }],
      };
    }
  },
});

interface LiteralPlace {
  readonly id: string;
  readonly leaf: TSESTree.StringLiteral | TSESTree.TemplateElement;
  readonly origin: Origin;
}

/** A literal beside a variable is `consistent-client-id`'s: its repair removes the literal. */
function isInconsistent(provider: Provider): boolean {
  const patterns = provider.namedClients.map(({ pattern }) => pattern);
  return patterns.some((pattern) => isClientId(pattern)) && patterns.some((pattern) => !isClientId(pattern));
}

function literalPlaces(provider: Provider, { world }: RuleInput): readonly LiteralPlace[] {
  if (!provider.isWorkOS) return [];
  const hasAudience = provider.role !== "user-management" || world.tokensCarryAudience;
  const audience = !hasAudience ? null : provider.member("applicationID");
  const values: (Value | undefined)[] = [provider.issuerMember?.value, provider.member("jwks")?.value, audience?.value];
  return values.flatMap((value) => {
    if (value?.kind !== "text") return [];
    return value.parts.flatMap((part) => {
      const id = part.kind === "literal" ? CLIENT_ID_IN_TEXT.exec(part.text)?.[0] : undefined;
      return part.kind !== "literal" || id == null || part.leaf == null
        ? []
        : [{ id, leaf: part.leaf, origin: part.origin }];
    });
  });
}

function readEverywhere(id: string, places: readonly LiteralPlace[], input: RuleInput, editor: Editor): Candidates {
  if (places.length > MAX_PLACES_AT_ONCE) return [];
  const edits = new Map<Node, TextEdit>();
  for (const { leaf, origin } of places) {
    if (edits.has(leaf)) continue;
    if (!origin.isEditable) return [];
    edits.set(leaf, writeVariable(editor.clientIdExpression(input, origin), id, leaf, editor));
  }
  const sorted = [...edits.values()].toSorted((left, right) => left.range[0] - right.range[0]);
  return [{ edits: sorted, touches: [] }];
}
