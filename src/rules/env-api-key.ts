import { defineEnvRule } from "../file-rule.js";
import { isFiller, isSecretKey, withoutDebris } from "../platform/env-variables.js";
import { shownText } from "../platform/shown-text.js";

// WorkOS answers nothing but 401 to any other key: https://workos.com/docs/reference/api-keys
export default defineEnvRule({
  name: "env-api-key",
  meta: {
    type: "problem",
    docs: {
      description: "Require `WORKOS_API_KEY` to be a secret key of WorkOS",
      preset: "env",
      level: "error",
      repair: "The key is in the WorkOS dashboard and nowhere else.",
    },
  },
  messages: {
    placeholder: "`{{name}}` holds a placeholder – WorkOS answers every request with 401. Put the key from the dashboard there.",
    debris: "`{{name}}` carries characters that do not belong to the key – WorkOS answers every request with 401. Remove them.",
    notKey: "`{{name}}` holds no secret key – WorkOS answers every request with 401. Put the key there that begins with `sk_test_` or `sk_live_`.",
  },
  *check({ file, variables }) {
    if (file.role === "example") return;
    for (const { name, kind, isKnown, value, valueNode } of variables) {
      if (kind !== "api-key" || !isKnown) continue;
      const key = withoutDebris(value);
      if (key === value && isSecretKey(value) && !isFiller(value)) continue;
      const messageId = isFiller(value) ? "placeholder" : isSecretKey(key) ? "debris" : "notKey";
      yield { at: valueNode, messageId, data: { name: shownText(name) } };
    }
  },
});
