import { isFiller, isSecretKey, mayHoldStandIns, withoutDebris } from "../platform/env-variables.js";
import { isShippedToBrowser } from "../platform/environment.js";
import { shownText } from "../platform/shown-text.js";
import { defineEnvRule } from "../rule/rule.js";

// WorkOS answers 401 to anything else: https://workos.com/docs/reference/api-authentication
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
    placeholder:
      "`{{name}}` holds a placeholder – WorkOS answers every request with 401. Put the key from the dashboard there.",
    debris: "`{{name}}` carries characters that do not belong to the key – WorkOS knows no such key. Remove them.",
    notKey:
      "`{{name}}` holds no secret key – WorkOS answers every request with 401. Put the key there that begins with `sk_test_` or `sk_live_`.",
  },
  *check({ file, variables }) {
    if (mayHoldStandIns(file)) return;
    for (const { name, kind, isKnown, value, valueNode } of variables) {
      // Under a name that is shipped to the browser, the name is the defect.
      if (kind !== "api-key" || !isKnown || isShippedToBrowser(name)) continue;
      const key = withoutDebris(value);
      const isKey = isSecretKey(key) && !isFiller(key);
      if (isKey && key === value) continue;
      const messageId = isKey ? "debris" : isFiller(value) ? "placeholder" : "notKey";
      yield { at: valueNode, messageId, data: { name: shownText(name) } };
    }
  },
});
