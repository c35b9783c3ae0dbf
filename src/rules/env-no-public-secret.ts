import { isReal, isSecretKey, isSecretKind, looksSecret, withoutDebris } from "../platform/env-variables.js";
import { isShippedToBrowser } from "../platform/environment.js";
import { shownText } from "../platform/shown-text.js";
import { defineEnvRule } from "../rule/rule.js";

/** Shorter texts are the same in two places by chance: `development`. */
const MIN_SECRET_LENGTH = 16;

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
    secretName:
      "`{{name}}` is a secret under a public prefix – the build ships it to every visitor. Drop the prefix, and renew the secret.",
    secretValue:
      "`{{name}}` holds a secret under a public prefix – the build ships it to every visitor. Keep it on the server, and renew it.",
  },
  *check({ file, variables }) {
    // No front end is built from what a Convex deployment has.
    if (file.role === "convex") return;
    const secrets = variables.filter(
      (variable) => isSecretKind(variable.kind) && isReal(variable) && variable.value.length >= MIN_SECRET_LENGTH,
    );
    for (const variable of variables) {
      const { name, kind, isKnown, value, nameNode } = variable;
      if (!isKnown || !isShippedToBrowser(name)) continue;
      // That it is no client ID is the business of another rule.
      if (kind === "client-id" && isSecretKey(withoutDebris(value))) continue;
      const data = { name: shownText(name) };
      if (isSecretKind(kind)) yield { at: nameNode, messageId: "secretName", data };
      else if (secrets.some((secret) => secret.value === value) || looksSecret(variable))
        yield { at: nameNode, messageId: "secretValue", data };
    }
  },
});
