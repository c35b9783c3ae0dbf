import type { Node } from "../auth-config/ast.js";
import type { Effect } from "../auth-config/interpreter.js";
import { hasPublicPrefix, withoutPublicPrefix } from "../platform/environment.js";
import { MAX_PLACES_AT_ONCE } from "../edit/variable.js";
import { shownText } from "../platform/shown-text.js";
import type { Candidates, Editor, TextEdit } from "../edit/editor.js";
import { defineRule } from "../rule-definition.js";

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
              fix: (editor) => renameAll([...places.values()], plain, editor),
            },
          ],
        };
      }
    }
  },
});

type EnvRead = Extract<Effect, { kind: "env-read" }>;

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

function renameAll(reads: readonly EnvRead[], plain: string, editor: Editor): Candidates {
  if (reads.length > MAX_PLACES_AT_ONCE) return [];
  const edits = reads.map((read) => renamed(read, plain, editor.textOf(read.nameNode)));
  return edits.includes(null) ? [] : [{ edits: edits.filter((edit) => edit != null), touches: [] }];
}

function renamed({ node, nameNode }: EnvRead, plain: string, text: string): TextEdit | null {
  if (nameNode.type === "Literal") return { range: nameNode.range, text: `${text[0]}${plain}${text[0]}` };
  if (nameNode.type !== "Identifier") return null;
  if (node.type === "Property" && node.shorthand) return { range: nameNode.range, text: `${plain}: ${text}` };
  const isName = node.type === "Property" ? !node.computed : node.type === "MemberExpression" && !node.computed;
  return isName ? { range: nameNode.range, text: plain } : null;
}
