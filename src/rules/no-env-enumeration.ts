import { harmfulListings } from "../auth-config/listings.js";
import { readByName } from "../edit/listing.js";
import { defineRule } from "../rule/rule.js";

// Convex's `process.env` answers reads of single names only: listing it finds nothing, whatever is set.
export default defineRule({
  name: "no-env-enumeration",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow listing `process.env` in the auth config",
      preset: "recommended",
      level: "error",
      repair: "Reading single names is offered where the names are plain; what else was meant is not in the text.",
    },
    hasSuggestions: true,
  },
  messages: {
    findsNothing:
      "`process.env` is listed – Convex answers reads of single names only, so nothing is found. Read each variable by its name.",
    readByName: "Read the variable by its name.",
  },
  *checkFile({ config }) {
    for (const node of harmfulListings(config)) {
      yield {
        at: node,
        messageId: "findsNothing",
        suggest: [{ messageId: "readByName", fix: (editor) => readByName(node, config, editor) }],
      };
    }
  },
});
