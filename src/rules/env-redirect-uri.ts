import { defineEnvRule } from "../file-rule.js";
import type { App } from "../file-rule.js";
import {
  isAbsoluteUrl,
  isForTests,
  isLocalAddress,
  isPlaceholder,
  isPlainUrl,
  isSecretKey,
  isShippedToBrowser,
  mayHoldStandIns,
  withoutDebris,
  withoutShippedPrefix,
} from "../platform/env-variables.js";
import { shownText } from "../platform/shown-text.js";

// WorkOS compares it with those of the dashboard, character for character: https://workos.com/docs/reference/authkit/authentication/get-authorization-url
export default defineEnvRule({
  name: "env-redirect-uri",
  meta: {
    type: "problem",
    docs: {
      description: "Require redirect URIs in `.env` files to be absolute URLs, and public ones in production",
      preset: "env",
      level: "error",
      repair: "Characters around a URL are removed; where the app runs is not in the file.",
    },
    fixable: "code",
  },
  messages: {
    debris:
      "`{{name}}` carries characters that do not belong to the URL – WorkOS knows no such redirect URI. Remove them.",
    notAbsolute:
      "`{{name}}` holds no absolute URL – WorkOS refuses to sign anybody in. Write it with `https://` and the host.",
    local:
      "`{{name}}` leads to this machine in a file for production – nobody else gets back to the app. Put the public address there.",
    insecure:
      "`{{name}}` begins with `http:` in a file for production – WorkOS does not allow that there. Write `https:`.",
  },
  *check({ file, variables, app }) {
    for (const { name, kind, isKnown, value, valueNode, contentRange } of variables) {
      if (kind !== "redirect-uri" || !isKnown || (mayHoldStandIns(file) && isPlaceholder(value))) continue;
      const url = withoutDebris(value);
      // That it is a secret, and seen by everybody, is the business of another rule.
      if (isSecretKey(url) && isShippedToBrowser(name)) continue;
      const data = { name: shownText(name) };
      // Other names, such as `STAGING_…`, are those of other environments.
      const isInProduction = file.isProduction && withoutShippedPrefix(name) === "WORKOS_REDIRECT_URI";
      if (!isAbsoluteUrl(url)) {
        if (!isForTests(file.name) && !mayBeCompleted(url, app))
          yield { at: valueNode, messageId: "notAbsolute", data };
      } else if (url !== value)
        yield {
          at: valueNode,
          messageId: "debris",
          data,
          fix: isPlainUrl(url) ? { range: contentRange, text: url } : null,
        };
      else if (isInProduction && isLocalAddress(value)) yield { at: valueNode, messageId: "local", data };
      else if (isInProduction && /^http:/iu.test(value)) yield { at: valueNode, messageId: "insecure", data };
    }
  },
});

/** Whether code may put the origin before a path: where it passes the redirect URI on itself, it may do what it likes before. */
function mayBeCompleted(url: string, { framework }: App): boolean {
  return /^\/(?!\/)/u.test(url) && (framework === "react" || framework === "expo");
}
