import { refusedIn } from "../auth-config/config.js";
import { defineRule } from "../rule/rule.js";

// The isolate that evaluates this file has no clock, no randomness and no network (`No…DuringAuthConfig`):
// https://github.com/get-convex/convex-backend/blob/main/crates/isolate/src/environment/auth_config.rs
export default defineRule({
  name: "no-unsupported-api",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow what Convex refuses while it evaluates the auth config",
      preset: "recommended",
      level: "error",
      repair: "What the value was meant for is not in the text.",
    },
  },
  messages: {
    refused:
      "`{{api}}` while the auth config is evaluated – Convex has no clock, randomness or network there and refuses the push. Use a constant.",
  },
  *checkFile({ config }) {
    for (const effect of refusedIn(config)) {
      if (effect.kind === "unsupported-api") yield { at: effect.node, messageId: "refused", data: { api: effect.api } };
    }
  },
});
