import { describedEmptiness } from "../auth-config/described.js";
import { writeAudience } from "../edit/audience.js";
import { defineRule } from "../rule/rule.js";
import type { Fix } from "../rule/rule.js";

// The shared issuer signs tokens for every WorkOS customer; only the audience tells them apart.
export default defineRule({
  name: "require-shared-issuer-application-id",
  meta: {
    type: "problem",
    docs: {
      description: "Require `applicationID` on a provider with the shared WorkOS issuer",
      preset: "recommended",
      level: "error",
      repair: "The template decides: the client id is added.",
    },
    fixable: "code",
  },
  messages: {
    missing:
      "The shared issuer without `applicationID` – Convex would accept tokens that WorkOS issued to other apps. Add `applicationID` with your client ID.",
    empty:
      "`applicationID` is `{{value}}` beside the shared issuer – no token is checked for your app. Set it to your client ID.",
  },
  *check({ providers }) {
    for (const provider of providers) {
      const { issuer } = provider;
      // The repair of a defect sees to the audience as well.
      if (!provider.isSharedWithStrangers || provider.defect != null || issuer == null) continue;
      const fix: Fix = (editor) => writeAudience(provider, editor);
      const member = provider.written("applicationID");
      const value = member == null ? null : describedEmptiness(member.value);
      if (member != null && value != null)
        yield { at: member.value.origin.at, messageId: "empty", data: { value }, fix };
      // `valid-member-name` reports and repairs what was meant to be `applicationID`.
      if (member == null && provider.lacks("applicationID") && provider.audienceLookalike == null)
        yield { at: issuer.text.origin.at, messageId: "missing", fix };
    }
  },
});
