import type { AuthConfig } from "../auth-config/config.js";
import type { ProviderMember } from "../auth-config/provider.js";
import { writeOwnObject } from "../edit/template.js";
import { defineRule } from "../rule/rule.js";
import type { Fix } from "../rule/rule.js";

// The tokens of AuthKit sessions carry no `aud`, so that Convex finds no provider for them: https://docs.convex.dev/auth/authkit
export default defineRule({
  name: "no-user-management-application-id",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow `applicationID` on the WorkOS user-management provider",
      preset: "recommended",
      level: "error",
      repair:
        "The template decides: the member is removed; a suggestion where the same code also gives it to another provider.",
    },
    fixable: "code",
    hasSuggestions: true,
  },
  messages: {
    tokenHasNoAudience:
      "`{{name}}` on the user-management provider – its tokens carry no `aud` unless a JWT template adds one, so Convex rejects them. Remove it.",
    sharedCode:
      "`{{name}}` on the user-management provider – its tokens carry no `aud` unless a JWT template adds one. Use a separate object for this provider.",
    useOwnObject: "Use a separate object for this provider.",
  },
  *check({ config, providers, world }) {
    if (world.tokensCarryAudience) return;
    for (const provider of providers) {
      // The repair of a defect sees to the audience as well.
      if (provider.role !== "user-management" || provider.defect != null) continue;
      for (const member of provider.unwantedAudiences) {
        const [at, data] = [member.origin.at, { name: member.name }];
        const useOwnObject: Fix = (editor) => writeOwnObject("user-management", provider, editor);
        if (isAlsoElsewhere(member, config))
          yield { at, messageId: "sharedCode", data, suggest: [{ messageId: "useOwnObject", fix: useOwnObject }] };
        else yield { at, messageId: "tokenHasNoAudience", data, fix: (editor) => editor.removeMember(member) };
      }
    }
  },
});

/** Whether the code that writes a member writes it for another kind of provider as well, which may need it. */
function isAlsoElsewhere({ name, origin }: ProviderMember, { variants }: AuthConfig): boolean {
  return variants.some(({ providers }) =>
    providers.some((other) => other.role !== "user-management" && other.written(name)?.origin.node === origin.node),
  );
}
