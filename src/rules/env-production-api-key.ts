import { isFiller, isTestKey, withoutDebris } from "../platform/env-variables.js";
import { withoutShippedPrefix } from "../platform/environment.js";
import { shownText } from "../platform/shown-text.js";
import { defineEnvRule } from "../rule/rule.js";

// Users of one environment do not exist in another: https://workos.com/docs/authkit/environments
export default defineEnvRule({
  name: "env-production-api-key",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow staging keys in `.env` files for production",
      preset: "env",
      level: "warn",
      repair: "The key is in the WorkOS dashboard and nowhere else.",
    },
  },
  messages: {
    stagingKey:
      "`{{name}}` holds a staging key in a file for production – it reaches the users of another environment. Put the key there that begins with `sk_live_`.",
  },
  *check({ file, variables }) {
    if (!file.isProduction) return;
    for (const { name, value, valueNode } of variables) {
      // What is no key at all is the business of another rule. Other names, such as `STAGING_…`, are those of other environments.
      if (
        withoutShippedPrefix(name) !== "WORKOS_API_KEY" ||
        !isTestKey(value) ||
        isFiller(value) ||
        withoutDebris(value) !== value
      )
        continue;
      yield { at: valueNode, messageId: "stagingKey", data: { name: shownText(name) } };
    }
  },
});
