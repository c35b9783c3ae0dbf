import { isExamplePassword, mayHoldStandIns, MIN_COOKIE_PASSWORD_LENGTH } from "../platform/env-variables.js";
import { isShippedToBrowser } from "../platform/environment.js";
import { shownText } from "../platform/shown-text.js";
import { defineEnvRule } from "../rule/rule.js";

// The SDKs seal the session with it, and refuse a shorter one: https://github.com/workos/authkit-nextjs#pre-flight
export default defineEnvRule({
  name: "env-cookie-password",
  meta: {
    type: "problem",
    docs: {
      description: "Require `WORKOS_COOKIE_PASSWORD` to be long and your own",
      preset: "env",
      level: "error",
      repair: "A rule must not invent a password: `openssl rand -base64 32` does.",
    },
  },
  messages: {
    tooShort:
      "`{{name}}` is shorter than {{length}} characters – the SDK throws, and nobody can sign in. Make one with `openssl rand -base64 32`.",
    placeholder:
      "`{{name}}` is the one of an example – whoever knows it can forge sessions. Make one with `openssl rand -base64 32`.",
  },
  *check({ file, variables }) {
    if (mayHoldStandIns(file)) return;
    for (const { name, kind, isKnown, value, valueNode } of variables) {
      // Under a name that is shipped to the browser, the name is the defect.
      if (kind !== "cookie-password" || !isKnown || isShippedToBrowser(name)) continue;
      const data = { name: shownText(name), length: String(MIN_COOKIE_PASSWORD_LENGTH) };
      if (isExamplePassword(value)) yield { at: valueNode, messageId: "placeholder", data };
      else if (value.length < MIN_COOKIE_PASSWORD_LENGTH) yield { at: valueNode, messageId: "tooShort", data };
    }
  },
});
