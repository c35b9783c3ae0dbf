import { nameNodeOf, shapesOf } from "../auth-config/shape.js";
import type { Shape } from "../auth-config/shape.js";
import { respell } from "../edit/form.js";
import { REFUSED_AUDIENCE_SPELLINGS, isAudienceStandIn } from "../platform/provider-members.js";
import { defineRule } from "../rule/rule.js";
import type { Finding, VariantInput } from "../rule/rule.js";

type MessageId = "audienceElsewhere" | "memberMisspelt";

// Convex rejects two spellings of `applicationID` and silently ignores every other name that it does not know:
// https://github.com/get-convex/convex-backend/blob/main/crates/common/src/auth.rs
export default defineRule({
  name: "valid-member-name",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow misspelt members of a provider",
      preset: "recommended",
      level: "error",
      repair: "The member that Convex knows is the only one that can be meant.",
    },
    fixable: "code",
  },
  messages: {
    memberMisspelt: "`{{name}}` is not a member of a provider – Convex {{effect}}. Rename it to `{{right}}`.",
    audienceElsewhere:
      "`{{name}}` does nothing here – Convex reads the audience from `applicationID`, which is missing. Rename it.",
  },
  *check(input) {
    for (const shape of shapesOf(input.providers)) {
      yield* checkNearMisses(shape, input);
      yield* checkAudience(shape);
    }
  },
});

function* checkNearMisses(shape: Shape, { world }: VariantInput): Generator<Finding<MessageId>> {
  const { provider, misspelt } = shape;
  for (const [right, member] of misspelt) {
    // `no-user-management-application-id` removes every audience.
    if (right === "applicationID" && provider.role === "user-management" && !world.tokensCarryAudience) continue;
    const isRejected = REFUSED_AUDIENCE_SPELLINGS.includes(member.name);
    if (!isRejected && !(isPartOf(shape, right) && provider.lacks(right) && provider.isClosed)) continue;
    yield {
      at: nameNodeOf(member),
      messageId: "memberMisspelt",
      data: { name: member.name, right, effect: isRejected ? "rejects the push" : "ignores it" },
      fix: (editor) => respell(member, right, shape, editor),
    };
  }
}

function isPartOf({ isCustomJwt }: Shape, name: string): boolean {
  return isCustomJwt ? name !== "domain" : name === "domain" || name === "applicationID" || name === "type";
}

/** An audience under the name that it has elsewhere, where one is needed. */
function* checkAudience(shape: Shape): Generator<Finding<MessageId>> {
  const { provider, isCustomJwt } = shape;
  const isOidc = !isCustomJwt && provider.member("domain") != null && provider.type !== "unreadable";
  const standIn = provider.audienceLookalike;
  if (standIn == null || !isAudienceStandIn(standIn.name) || !provider.isClosed) return;
  if (!(isOidc || provider.isSharedWithStrangers) || !provider.lacks("applicationID")) return;
  yield {
    at: nameNodeOf(standIn),
    messageId: "audienceElsewhere",
    data: { name: standIn.name },
    fix: (editor) => respell(standIn, "applicationID", shape, editor),
  };
}
