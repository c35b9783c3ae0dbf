import {
  isFiller,
  isForeignId,
  isRealClientId,
  isSecretKey,
  mayHoldStandIns,
  withoutDebris,
} from "../platform/env-variables.js";
import { shownText } from "../platform/shown-text.js";
import { defineEnvRule } from "../rule/rule.js";

// WorkOS numbers its clients `client_…`: https://workos.com/docs/reference/authkit/client
export default defineEnvRule({
  name: "env-client-id",
  meta: {
    type: "problem",
    docs: {
      description: "Require the client ID in a `.env` file to be one",
      preset: "env",
      level: "error",
      repair: "Characters around a client ID are removed; which ID it should be is not in the file.",
    },
    fixable: "code",
  },
  messages: {
    debris:
      "`{{name}}` carries characters that do not belong to the client ID – no token names such a client. Remove them.",
    placeholder: "`{{name}}` holds a placeholder – no token names such a client. Put your client ID there.",
    secretKey:
      "`{{name}}` holds a secret key – client IDs are public, so it is shown to everybody. Put the client ID there, and renew the key.",
    otherId:
      "`{{name}}` holds the ID of something else – no token names such a client. Put the ID there that begins with `client_`.",
    notClientId:
      "`{{name}}` holds no client ID – no token names such a client. Put the ID there that begins with `client_`.",
  },
  *check({ file, variables }) {
    for (const { name, kind, isKnown, value, valueNode, contentRange } of variables) {
      if (kind !== "client-id" || !isKnown || isRealClientId(value)) continue;
      const messageId = defectOf(value);
      // It shows what to put there, or lets a test pretend, and need not be real.
      if (mayHoldStandIns(file) && (isFiller(value) || messageId === "notClientId")) continue;
      yield {
        at: valueNode,
        messageId,
        data: { name: shownText(name) },
        fix: messageId === "debris" ? { range: contentRange, text: withoutDebris(value) } : null,
      };
    }
  },
});

function defectOf(value: string): "debris" | "notClientId" | "otherId" | "placeholder" | "secretKey" {
  const id = withoutDebris(value);
  if (isRealClientId(id)) return "debris";
  if (isSecretKey(id)) return "secretKey";
  if (isForeignId(id)) return "otherId";
  return isFiller(value) ? "placeholder" : "notClientId";
}
