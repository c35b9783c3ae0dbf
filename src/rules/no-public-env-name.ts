import type { Node } from "../auth-config/ast.js";
import type { Effect, EnvRead } from "../auth-config/evaluate/effects.js";
import { renameReads } from "../edit/variable.js";
import { hasPublicPrefix, withoutPublicPrefix } from "../platform/environment.js";
import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule/rule.js";

// Values come from the Convex deployment, not from the front end's `.env`: https://docs.convex.dev/production/environment-variables
export default defineRule({
  name: "no-public-env-name",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow front-end variable names in the auth config",
      preset: "strict",
      level: "warn",
      repair: "The deployment must define the new name first: renaming is offered.",
    },
    hasSuggestions: true,
  },
  messages: {
    frontEndName:
      "`{{name}}` is a front-end name – Convex reads the deployment's variables, so it must be set there a second time. Read `{{plain}}`.",
    readPlainName: "Read `{{plain}}` everywhere in this file.",
  },
  *check({ effects }) {
    for (const [name, places] of readsByName(effects)) {
      const plain = withoutPublicPrefix(name);
      for (const nameNode of places.keys()) {
        yield {
          at: nameNode,
          messageId: "frontEndName",
          data: { name: shownText(name), plain: shownText(plain) },
          suggest: [
            {
              messageId: "readPlainName",
              data: { plain: shownText(plain) },
              fix: (editor) => renameReads([...places.values()], plain, editor),
            },
          ],
        };
      }
    }
  },
});

/** The reads of each front-end name, one for each place: a function that is called twice reads at one. */
function readsByName(effects: readonly Effect[]): ReadonlyMap<string, ReadonlyMap<Node, EnvRead>> {
  const reads = new Map<string, Map<Node, EnvRead>>();
  for (const effect of effects) {
    if (effect.kind !== "env-read" || !hasPublicPrefix(effect.name)) continue;
    const known = reads.get(effect.name);
    if (known == null) reads.set(effect.name, new Map([[effect.nameNode, effect]]));
    else known.set(effect.nameNode, effect);
  }
  return reads;
}
