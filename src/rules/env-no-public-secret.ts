import { defineEnvRule } from "../file-rule.js";
import type { Variable } from "../file-rule.js";
import { isFiller, isSecretKey, isSecretKind, isShippedToBrowser, isWebhookSecret } from "../platform/env-variables.js";
import { shownText } from "../platform/shown-text.js";

// Builds put variables with these prefixes into what every visitor downloads: https://nextjs.org/docs/app/guides/environment-variables
export default defineEnvRule({
  name: "env-no-public-secret",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow secrets under names that a build ships to the browser",
      preset: "env",
      level: "error",
      repair: "The code that reads the variable has to change as well, and the secret has to be renewed.",
    },
  },
  messages: {
    secretName: "`{{name}}` is a secret under a public prefix – the build ships it to every visitor. Drop the prefix, and renew the secret.",
    secretValue: "`{{name}}` holds a secret under a public prefix – the build ships it to every visitor. Keep it on the server, and renew it.",
  },
  *check({ variables }) {
    const secrets = new Set(variables.filter((variable) => isSecretKind(variable.kind) && !isShippedToBrowser(variable.name) && isReal(variable)).map(({ value }) => value));
    for (const variable of variables) {
      const { name, kind, isKnown, value, nameNode } = variable;
      if (!isKnown || !isShippedToBrowser(name)) continue;
      const data = { name: shownText(name) };
      if (isSecretKind(kind)) yield { at: nameNode, messageId: "secretName", data };
      else if (secrets.has(value) || (isReal(variable) && (isSecretKey(value) || isWebhookSecret(value)))) yield { at: nameNode, messageId: "secretValue", data };
    }
  },
});

function isReal({ value, isKnown }: Variable): boolean {
  return isKnown && !isFiller(value);
}
