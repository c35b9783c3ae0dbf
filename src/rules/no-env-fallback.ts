import { outermost } from "../auth-config/ast.js";
import { clientIdOf, fallbacksIn } from "../auth-config/fallbacks.js";
import { dropFallback } from "../edit/fallback.js";
import { combine } from "../edit/repair.js";
import { defineRule } from "../rule/rule.js";

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
      repair: "The fallback may document something: removing all of them is offered.",
    },
    hasSuggestions: true,
  },
  messages: {
    neverRuns:
      "A fallback after `{{operator}}` does not run when the variable is unset – Convex throws first. Remove the fallback.",
    dropFallback: "Remove the fallback.",
  },
  *checkFile({ config }) {
    const fallbacks = config.variants.flatMap(({ effects }) => fallbacksIn(effects));
    // `no-hardcoded-client-id` reports the ones that are a client ID.
    const nodes = outermost(fallbacks.filter((each) => clientIdOf(each) == null).map(({ node }) => node));
    const [first] = nodes;
    if (first == null) return;
    yield {
      at: first,
      messageId: "neverRuns",
      data: { operator: first.operator },
      suggest: [
        {
          messageId: "dropFallback",
          fix: (editor) => combine(...nodes.map((node) => dropFallback(node, editor))),
        },
      ],
    };
  },
});
