import { unreadPlaces } from "../auth-config/unread.js";
import { defineRule } from "../rule/rule.js";

/** What the rules cannot read, for the command to list. It is no rule for users: there is nothing to mend. */
export const unread = defineRule({
  name: "unread",
  meta: {
    type: "suggestion",
    docs: {
      description: "Require code that the rules can follow",
      preset: "recommended",
      level: "warn",
      repair: "The code is as right as any other.",
    },
  },
  messages: { unread: "This code is not followed." },
  *checkFile({ config }) {
    for (const at of unreadPlaces(config)) yield { at, messageId: "unread" };
  },
});
