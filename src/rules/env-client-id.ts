import { defineEnvRule } from "../file-rule.js";
import { isFiller, isForeignId, isSecretKey, mayHoldStandIns, withoutDebris } from "../platform/env-variables.js";
import { shownText } from "../platform/shown-text.js";
import { isClientId } from "../platform/workos.js";

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
      if (kind !== "client-id" || !isKnown || (isClientId(value) && !isFiller(value))) continue;
      const id = withoutDebris(value);
      const isDebris = isClientId(id) && !isFiller(id);
      const messageId = isDebris
        ? "debris"
        : isSecretKey(id)
          ? "secretKey"
          : isForeignId(id)
            ? "otherId"
            : isFiller(value)
              ? "placeholder"
              : "notClientId";
      // It shows what to put there, or lets a test pretend, and need not be it.
      if (mayHoldStandIns(file) && (isFiller(value) || messageId === "notClientId")) continue;
      yield {
        at: valueNode,
        messageId,
        data: { name: shownText(name) },
        fix: isDebris ? { range: contentRange, text: id } : null,
      };
    }
  },
});
