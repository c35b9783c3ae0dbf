import type { Variable } from "../env-file/content.js";
import {
  isAbsoluteUrl,
  isForTests,
  isLocalAddress,
  isPlaceholder,
  isPlainUrl,
  isSecretKey,
  mayHoldStandIns,
  withoutDebris,
} from "../platform/env-variables.js";
import { isShippedToBrowser, withoutShippedPrefix } from "../platform/environment.js";
import type { Framework } from "../platform/frameworks.js";
import { shownText } from "../platform/shown-text.js";
import { defineEnvRule } from "../rule/rule.js";
import type { EnvInput } from "../rule/rule.js";

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
  *check(input) {
    for (const variable of input.variables) {
      const { name, kind, isKnown, value, valueNode, contentRange } = variable;
      const messageId = kind === "redirect-uri" && isKnown ? defectOf(variable, input) : null;
      if (messageId == null) continue;
      const url = withoutDebris(value);
      const fix = messageId === "debris" && isPlainUrl(url) ? { range: contentRange, text: url } : null;
      yield { at: valueNode, messageId, data: { name: shownText(name) }, fix };
    }
  },
});

function defectOf(
  { name, value }: Variable,
  { app, file }: EnvInput,
): "debris" | "insecure" | "local" | "notAbsolute" | null {
  const url = withoutDebris(value);
  if (mayHoldStandIns(file) && isPlaceholder(value)) return null;
  // `env-no-public-secret` reports a secret that everybody sees.
  if (isSecretKey(url) && isShippedToBrowser(name)) return null;
  if (!isAbsoluteUrl(url)) return isForTests(file.name) || mayBeCompleted(url, app.framework) ? null : "notAbsolute";
  if (url !== value) return "debris";
  // Other names, such as `STAGING_…`, are those of other environments.
  if (!file.isProduction || withoutShippedPrefix(name) !== "WORKOS_REDIRECT_URI") return null;
  if (isLocalAddress(value)) return "local";
  return /^http:/iu.test(value) ? "insecure" : null;
}

/** Whether code may put the origin before a path: where it passes the redirect URI on itself, it may do what it likes before. */
function mayBeCompleted(url: string, framework: Framework | null): boolean {
  return /^\/(?!\/)/u.test(url) && (framework === "react" || framework === "expo");
}
