import type { AuthConfig } from "../auth-config/config.js";
import { defineRule } from "../rule/rule.js";
import type { Finding } from "../rule/rule.js";

type MessageId = "alwaysThrows" | "bigint" | "cycle";

// Convex runs the module and turns its default export into JSON:
// https://github.com/get-convex/convex-backend/blob/main/crates/isolate/src/environment/auth_config.rs
export default defineRule({
  name: "valid-default-export-value",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow an auth config that always throws, or that cannot be turned into JSON",
      preset: "recommended",
      level: "error",
      repair: "What the code was meant to do is not in the file.",
    },
  },
  messages: {
    alwaysThrows: "This always throws while Convex evaluates the auth config – the push fails. Remove what throws.",
    bigint: "This is a BigInt – JSON cannot represent it, so Convex rejects the push. Use a number or a string.",
    cycle: "This contains itself – JSON cannot represent it, so Convex rejects the push. Remove the cycle.",
  },
  *checkFile({ config }) {
    yield* checkEndings(config);
    for (const { unserializable } of config.variants) {
      if (unserializable != null) yield { at: unserializable.node, messageId: unserializable.reason };
    }
  },
});

function* checkEndings({ endings, variants }: AuthConfig): Generator<Finding<MessageId>> {
  const { isExhaustive, threw } = endings;
  if (variants.length > 0 || !isExhaustive) return;
  for (const { refused, thrown } of threw) {
    // `no-unsupported-api`, `no-front-end-env` and `no-env-enumeration` name the cause.
    if (refused.length === 0 && thrown.listings.size === 0) yield { at: thrown.node, messageId: "alwaysThrows" };
  }
}
