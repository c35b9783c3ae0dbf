import { defineEnvRule } from "../file-rule.js";
import { isAbsoluteUrl, isLocalAddress, isPlaceholder, withoutDebris } from "../platform/env-variables.js";
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
    debris: "`{{name}}` carries characters that do not belong to the URL – WorkOS knows no such redirect URI. Remove them.",
    notAbsolute: "`{{name}}` holds no absolute URL – WorkOS refuses to sign anybody in. Write it with `https://` and the host.",
    local: "`{{name}}` leads to this machine in a file for production – nobody else gets back to the app. Put the public address there.",
    insecure: "`{{name}}` begins with `http:` in a file for production – WorkOS allows that for local addresses only. Write `https:`.",
  },
  *check({ file, variables }) {
    for (const { name, kind, isKnown, value, valueNode, contentRange } of variables) {
      if (kind !== "redirect-uri" || !isKnown || (file.role === "example" && isPlaceholder(value))) continue;
      const url = withoutDebris(value);
      const data = { name: shownText(name) };
      if (!isAbsoluteUrl(url)) yield { at: valueNode, messageId: "notAbsolute", data };
      else if (url !== value) yield { at: valueNode, messageId: "debris", data, fix: { range: contentRange, text: url } };
      else if (file.isProduction && isLocalAddress(value)) yield { at: valueNode, messageId: "local", data };
      else if (file.isProduction && /^http:/iu.test(value)) yield { at: valueNode, messageId: "insecure", data };
    }
  },
});
