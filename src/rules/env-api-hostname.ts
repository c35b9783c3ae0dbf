import { hostnameOf, isPlaceholder, mayHoldStandIns } from "../platform/env-variables.js";
import { shownText } from "../platform/shown-text.js";
import { defineEnvRule } from "../rule/rule.js";

// The SDKs put `https://` before it: https://github.com/workos/authkit-nextjs#optional-configuration
export default defineEnvRule({
  name: "env-api-hostname",
  meta: {
    type: "problem",
    docs: {
      description: "Require `WORKOS_API_HOSTNAME` to be a bare host",
      preset: "env",
      level: "error",
      repair: "The host is in the value: the rest is removed.",
    },
    fixable: "code",
  },
  messages: {
    scheme:
      "`{{name}}` begins with a scheme – the SDK puts another one before it and reaches nothing. Write the host alone.",
    path: "`{{name}}` has a path – the SDK appends its own behind it and reaches nothing. Write the host alone.",
  },
  *check({ file, variables }) {
    for (const { name, kind, isKnown, value, valueNode, contentRange } of variables) {
      if (
        kind !== "api-hostname" ||
        !isKnown ||
        !/[/\\]/u.test(value) ||
        (mayHoldStandIns(file) && isPlaceholder(value))
      )
        continue;
      // What stands before an `@` is a password, and no host.
      const host = value.includes("@") ? null : hostnameOf(value);
      yield {
        at: valueNode,
        messageId: /^[a-z]+:?\/\//iu.test(value.trim()) ? "scheme" : "path",
        data: { name: shownText(name) },
        fix: host == null ? null : { range: contentRange, text: host },
      };
    }
  },
});
