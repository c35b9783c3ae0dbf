import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../auth-config/ast.js";
import type { Provider } from "../auth-config/provider.js";
import { literalText } from "../auth-config/values.js";
import type { Origin, Value } from "../auth-config/values.js";
import { clientIdExpression } from "../edit/client-id.js";
import type { Candidates, Editor, TextEdit } from "../edit/editor.js";
import { dropFallback } from "../edit/fallback.js";
import { shownText } from "../platform/shown-text.js";
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
    literal: "Client ID `{{id}}` is written into the file – another deployment has another client, and its tokens are rejected. Read it from the environment.",
    literalFallback: "Client ID `{{id}}` as a fallback – Convex throws for an unset variable, so it never takes effect. Read the variable alone.",
    readEnvironment: "Read `{{expression}}`.",
    dropFallback: "Read the variable alone.",
  },
  *check(input) {
    const places = input.providers.filter((provider) => !isInconsistent(provider)).flatMap((provider) => literalPlaces(provider, input));
    for (const place of places) {
      yield {
        at: place.origin.at,
        messageId: "literal",
        data: { id: shownText(place.id) },
        suggest: [
          {
            messageId: "readEnvironment",
            data: { expression: clientIdExpression(input, input.config, place.origin) },
            fix: (editor) => readEverywhere(place.id, places, input, editor),
          },
        ],
      };
    }
    for (const effect of input.effects) {
      const id = effect.kind === "env-fallback" ? (literalText(effect.fallback) ?? "") : "";
      if (effect.kind !== "env-fallback" || !isClientId(id)) continue;
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
      return part.kind !== "literal" || id == null || part.leaf == null ? [] : [{ id, leaf: part.leaf, origin: part.origin }];
    });
  });
}

function readEverywhere(id: string, places: readonly LiteralPlace[], input: RuleInput, editor: Editor): Candidates {
  const edits = new Map<Node, TextEdit>();
  for (const { id: other, leaf, origin } of places) {
    if (other !== id || edits.has(leaf)) continue;
    const edit = origin.isEditable ? readAt(id, leaf, origin, input, editor) : null;
    if (edit == null) return [];
    edits.set(leaf, edit);
  }
  const sorted = [...edits.values()].toSorted((left, right) => left.range[0] - right.range[0]);
  return [{ edits: sorted, touches: [] }];
}

/** Puts the expression where the id stands: in place of the literal, or inside a template. */
function readAt(id: string, leaf: LiteralPlace["leaf"], origin: Origin, input: RuleInput, editor: Editor): TextEdit | null {
  const expression = editor.clientIdExpression(input, origin);
  const literal = leaf.type === "Literal" ? leaf : leaf.parent;
  const isWhole = leaf.type === "Literal" ? leaf.value === id : leaf.parent.quasis.length === 1 && leaf.value.cooked === id;
  if (isWhole) {
    // `as const` takes literals only.
    const { parent } = literal;
    const replaced = parent?.type === "TSAsExpression" ? parent : literal;
    return { range: replaced.range, text: expression + assertionFor(replaced, editor) };
  }
  if (leaf.type === "TemplateElement") {
    const start = leaf.range[0] + editor.textOf(leaf).indexOf(id);
    return { range: [start, start + id.length], text: `\${${expression}}` };
  }
  const [before = "", after = ""] = leaf.value.split(id);
  return { range: leaf.range, text: editor.write([before, { kind: "expression", text: expression }, after]) };
}

/** `!` where TypeScript would not take `string | undefined`: in an argument, in a constant that becomes one. */
function assertionFor({ parent }: Node, editor: Editor): string {
  const isTyped = parent?.type === "VariableDeclarator" || parent?.type === "CallExpression";
  return editor.style.isTypeScript && isTyped ? "!" : "";
}
