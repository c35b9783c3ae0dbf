import type { Provider } from "../auth-config/provider.js";
import { isCertainlyPresent } from "../auth-config/values.js";
import type { Member } from "../auth-config/values.js";
import { defineRule } from "../rule-definition.js";

/** `applicationID`, and the two spellings that Convex refuses instead of ignoring them. */
const AUDIENCE_NAMES = ["applicationID", "applicationId", "applicationid"];

// The tokens of AuthKit sessions carry no `aud`, so that Convex finds no provider for them: https://docs.convex.dev/auth/authkit
export default defineRule({
  name: "no-user-management-application-id",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow `applicationID` on the WorkOS user-management provider",
      preset: "recommended",
      level: "error",
      repair: "The template decides: the member is removed.",
    },
    fixable: "code",
  },
  messages: {
    tokenHasNoAudience:
      "`{{name}}` on the user-management provider – its tokens carry no `aud`, so Convex rejects every one of them. Remove the member.",
  },
  *check({ providers, world }) {
    if (world.tokensCarryAudience) return;
    for (const provider of providers) {
      if (provider.role !== "user-management" || provider.isDamaged || provider.isOidcForm) continue;
      for (const member of audiencesOf(provider)) {
        yield {
          at: member.origin.at,
          messageId: "tokenHasNoAudience",
          data: { name: member.name },
          fix: (editor) => editor.removeMember(member, provider.object),
        };
      }
    }
  },
});

function audiencesOf(provider: Provider): readonly Member[] {
  return AUDIENCE_NAMES.flatMap((name) => {
    const member = provider.member(name);
    if (member == null) return [];
    // A misspelt member is refused by its name, whatever it holds.
    const counts = name !== "applicationID" || isCertainlyPresent(member.value) || provider.isOwnClientId(member.value);
    return counts ? [member] : [];
  });
}
