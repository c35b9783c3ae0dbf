import { withoutPublicPrefix } from "../platform/environment.js";
import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule-definition.js";

// `import.meta.env` is Vite's; Convex evaluates this file in its own runtime, where only `process.env` exists.
export default defineRule({
  name: "no-front-end-env",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow `import.meta.env` in the auth config",
      preset: "recommended",
      level: "error",
      repair: "The deployment's variable may have another name: reading it is offered.",
    },
    hasSuggestions: true,
  },
  messages: {
    doesNotExist:
      "`import.meta.env.{{name}}` – `import.meta.env` does not exist where Convex evaluates this file: the push fails. Read `process.env`.",
    readDeployment: "Read `{{variable}}` of the Convex deployment.",
  },
  *check(input) {
    for (const effect of input.effects) {
      if (effect.kind !== "front-end-read") continue;
      const { node, origin } = effect;
      const name = withoutPublicPrefix(effect.name);
      yield {
        at: origin.at,
        messageId: "doesNotExist",
        data: { name: shownText(effect.name) },
        suggest: [
          {
            messageId: "readDeployment",
            data: { variable: shownText(name) },
            fix: (editor) => {
              const repair =
                origin.isEditable && node.type === "MemberExpression"
                  ? editor.replaceNode(node, editor.environmentVariable(name, input, origin))
                  : null;
              return repair == null ? [] : [repair];
            },
          },
        ],
      };
    }
  },
});
