import { described } from "../auth-config/described.js";
import type { ProviderMember } from "../auth-config/provider.js";
import { isEmptyArm, shapesOf } from "../auth-config/shape.js";
import type { RequiredMember, Shape } from "../auth-config/shape.js";
import { isCertainlyNoString, isLeftOut } from "../auth-config/values.js";
import { TemplateProvider } from "../edit/template.js";
import { defineRule } from "../rule/rule.js";
import type { Fix } from "../rule/rule.js";

const CUSTOM_JWT: readonly RequiredMember[] = ["issuer", "algorithm", "jwks", "applicationID"];
const OIDC: readonly RequiredMember[] = ["domain", "applicationID"];
/** Convex rejects these in either form if they are there and no strings. */
const EITHER: readonly RequiredMember[] = ["issuer", "domain", "applicationID"];

// Convex takes strings and nothing else: https://docs.convex.dev/auth/advanced/custom-jwt
export default defineRule({
  name: "valid-member-value",
  meta: {
    type: "problem",
    docs: {
      description: "Require the members of a provider to be strings",
      preset: "recommended",
      level: "error",
      repair: "The template decides for a WorkOS provider; what another vendor needs is not in the file.",
    },
    fixable: "code",
  },
  messages: {
    notAString: "`{{name}}` is {{what}} – Convex expects a string and rejects the push. Use a string.",
    emptyArm:
      "`{{name}}` is empty if the left side of `&&` is – the provider accepts no token then. Use a value that is always there.",
  },
  *check({ providers, world }) {
    for (const shape of shapesOf(providers)) {
      for (const name of membersToCheck(shape)) {
        const member = shape.leftOut(name) ?? shape.provider.member(name);
        if (member == null || !isWrong(member, shape)) continue;
        // Whatever its value, the user-management provider has no audience.
        const { role } = shape.provider;
        if (name === "applicationID" && role === "user-management" && !world.tokensCarryAudience) continue;
        yield {
          at: member.value.origin.at,
          messageId: isEmptyArm(member.value) ? "emptyArm" : "notAString",
          data: { name, what: described(member.value) },
          fix: writeTemplate(name, shape),
        };
      }
    }
  },
});

function membersToCheck({ isCustomJwt, provider }: Shape): readonly RequiredMember[] {
  if (provider.type === "unreadable") return EITHER;
  return isCustomJwt ? CUSTOM_JWT : OIDC;
}

function isWrong({ name, value }: ProviderMember, shape: Shape): boolean {
  // What may be absent is wrong only in one of the forms.
  if (shape.provider.type === "unreadable")
    return !isEmptyArm(value) && !isLeftOut(value) && isCertainlyNoString(value);
  if (isEmptyArm(value)) return name !== "applicationID" || shape.needsAudience;
  // `valid-algorithm` looks at all values of its member.
  if (name === "algorithm") return false;
  return isLeftOut(value) ? name !== "applicationID" || shape.needsAudience : isCertainlyNoString(value);
}

/** Gives a member the value of the template, where that applies. */
function writeTemplate(name: RequiredMember, { provider }: Shape): Fix | undefined {
  const { role } = provider;
  if (name === "domain" || (role !== "shared" && role !== "user-management")) return undefined;
  return (editor) => editor.writeMembers(provider, [new TemplateProvider(role, provider, editor).member(name)]);
}
