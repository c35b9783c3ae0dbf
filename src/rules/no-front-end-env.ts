import { refusedIn } from "../auth-config/config.js";
import { readDeployment } from "../edit/variable.js";
import { withoutPublicPrefix } from "../platform/environment.js";
import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule/rule.js";

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
  *checkFile({ config }) {
    for (const effect of refusedIn(config)) {
      if (effect.kind !== "front-end-read") continue;
      const name = withoutPublicPrefix(effect.name);
      yield {
        at: effect.origin.at,
        messageId: "doesNotExist",
        data: { name: shownText(effect.name) },
        suggest: [
          {
            messageId: "readDeployment",
            data: { variable: shownText(name) },
            fix: (editor) => readDeployment(effect, name, editor),
          },
        ],
      };
    }
  },
});
