import { literalText } from "../auth-config/values.js";
import { dropFallback } from "../edit/fallback.js";
import { isClientId } from "../platform/workos.js";
import { defineRule } from "../rule-definition.js";

// Reading an unset variable throws while the push evaluates the file, so that the other side is never reached:
// https://docs.convex.dev/production/environment-variables
export default defineRule({
  name: "no-env-fallback",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow fallbacks for environment variables, which never take effect",
      preset: "strict",
      level: "warn",
      repair: "The fallback may document something: dropping it is offered.",
    },
    hasSuggestions: true,
  },
  messages: {
    neverRuns:
      "A fallback behind `{{operator}}` – Convex throws for an unset variable, so the right side never runs. Drop it.",
    dropFallback: "Read the variable alone.",
  },
  *check({ effects }) {
    for (const effect of effects) {
      if (effect.kind !== "env-fallback" || isClientId(literalText(effect.fallback) ?? "")) continue;
      const { node } = effect;
      yield {
        at: node,
        messageId: "neverRuns",
        data: { operator: node.operator },
        suggest: [{ messageId: "dropFallback", fix: (editor) => dropFallback(node, editor) }],
      };
    }
  },
});
