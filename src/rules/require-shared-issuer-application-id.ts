import type { Member } from "../auth-config/values.js";
import { literalText } from "../auth-config/values.js";
import { writeAudience } from "../edit/audience.js";
import { defineRule } from "../rule-definition.js";

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
  *check(input) {
    for (const provider of input.providers) {
      const { issuerMember } = provider;
      // The repair of a missing or a damaged issuer sees to the audience as well.
      if (!provider.isSharedWithStrangers || issuerMember == null || provider.isDamaged || provider.isOidcForm)
        continue;
      const member = provider.written("applicationID");
      if (member == null) {
        // `valid-provider` reports and repairs what was meant to be `applicationID`.
        if (!provider.lacks("applicationID") || provider.audienceLookalike != null) continue;
        yield {
          at: issuerMember.value.origin.at,
          messageId: "missing",
          fix: (editor) => writeAudience(provider, input, editor),
        };
        continue;
      }
      const value = shownEmptiness(member);
      if (value != null)
        yield {
          at: member.value.origin.at,
          messageId: "empty",
          data: { value },
          fix: (editor) => writeAudience(provider, input, editor),
        };
    }
  },
});

/** What stands there in place of an audience, or null where something does. */
function shownEmptiness({ value }: Member): string | null {
  if (value.kind === "constant" && value.value == null) return String(value.value);
  return literalText(value) === "" ? '""' : null;
}
