import type { Member } from "../auth-config/values.js";
import { isNullish, literalText } from "../auth-config/values.js";
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
    empty: "`applicationID` is `{{value}}` beside the shared issuer – no token is checked for your app. Set it to your client ID.",
  },
  *check(input) {
    for (const provider of input.providers) {
      if (!provider.isSharedWithStrangers || provider.isDamaged || provider.isOidcForm) continue;
      const member = provider.written("applicationID");
      if (member == null) {
        // `valid-provider` reports and repairs what was meant to be `applicationID`.
        if (!provider.lacks("applicationID") || provider.audienceLookalike != null) continue;
        const at = provider.issuerMember?.value.origin.at ?? provider.at;
        yield { at, messageId: "missing", fix: (editor) => writeAudience(provider, input, editor) };
      } else if (isEmpty(member)) {
        yield {
          at: member.value.origin.at,
          messageId: "empty",
          data: { value: literalText(member.value) === "" ? '""' : shownConstant(member) },
          fix: (editor) => writeAudience(provider, input, editor),
        };
      }
    }
  },
});

function isEmpty({ value }: Member): boolean {
  return isNullish(value) || literalText(value) === "";
}

function shownConstant({ value }: Member): string {
  return value.kind === "constant" ? String(value.value) : "";
}
