import { defineRule } from "../rule-definition.js";

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
      // The repair of a missing or a damaged issuer sees to the audience as well.
      if (
        provider.role !== "user-management" ||
        provider.issuerMember == null ||
        provider.isDamaged ||
        provider.isOidcForm
      )
        continue;
      for (const member of provider.unwantedAudiences) {
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
