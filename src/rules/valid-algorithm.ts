import { described } from "../auth-config/described.js";
import type { Provider } from "../auth-config/provider.js";
import { isEmptyArm, shapesOf } from "../auth-config/shape.js";
import type { Shape } from "../auth-config/shape.js";
import { isCertainlyNoString, isLeftOut, literalText } from "../auth-config/values.js";
import type { Value } from "../auth-config/values.js";
import type { Editor } from "../edit/editor.js";
import type { RepairOptions } from "../edit/repair.js";
import { ALGORITHMS } from "../platform/provider-members.js";
import { shownText } from "../platform/shown-text.js";
import { SIGNING_ALGORITHM } from "../platform/workos.js";
import { defineRule } from "../rule/rule.js";
import type { Finding, Suggestion } from "../rule/rule.js";

type MessageId = "algorithmMissing" | "algorithmUnsupported" | "useAlgorithm";

// Convex verifies a custom JWT with the stated algorithm only: https://docs.convex.dev/auth/advanced/custom-jwt
export default defineRule({
  name: "valid-algorithm",
  meta: {
    type: "problem",
    docs: {
      description: "Require the `algorithm` of a custom JWT provider to be one that signs its tokens",
      preset: "recommended",
      level: "error",
      repair: "WorkOS signs with RS256, and a near miss means one algorithm; otherwise a suggestion for each.",
    },
    fixable: "code",
    hasSuggestions: true,
  },
  messages: {
    algorithmMissing:
      "`algorithm` is missing – Convex rejects the push, because a custom JWT provider needs one. Add {{right}}.",
    algorithmUnsupported: "`algorithm` is {{algorithm}} – {{reason}}. Use {{right}}.",
    useAlgorithm: "Use `{{algorithm}}`.",
  },
  *check({ providers }) {
    for (const shape of shapesOf(providers)) {
      if (shape.missing.includes("algorithm")) yield missing(shape);
      else if (shape.isCustomJwt) yield* checkValue(shape);
    }
  },
});

function missing({ demanding, provider }: Shape): Finding<MessageId> {
  const right = provider.isWorkOS ? SIGNING_ALGORITHM : null;
  const write = (algorithm: string, editor: Editor): RepairOptions => {
    const value = editor.typedLiteral(algorithm, provider.object.origin.node);
    return editor.writeMembers(provider, [{ name: "algorithm", value }]);
  };
  return { at: demanding, messageId: "algorithmMissing", data: { right: shown(right) }, ...repairOf(right, write) };
}

function* checkValue(shape: Shape): Generator<Finding<MessageId>> {
  const { provider } = shape;
  const member = shape.leftOut("algorithm") ?? provider.member("algorithm");
  if (member == null || isEmptyArm(member.value)) return;
  const text = literalText(member.value);
  const reason = reasonAgainst(member.value, provider);
  if (reason == null) return;
  const algorithm = text == null ? described(member.value) : `\`${shownText(text)}\``;
  const right = shape.algorithmMeantBy(member.value);
  yield {
    at: member.value.origin.at,
    messageId: "algorithmUnsupported",
    data: { algorithm, reason, right: shown(right) },
    ...repairOf(right, (algorithm, editor) => editor.setText(member, () => [algorithm])),
  };
}

/** Why a value verifies no token, or null if it may. */
function reasonAgainst(value: Value, provider: Provider): string | null {
  const text = literalText(value);
  if (text == null && !isCertainlyNoString(value) && !isLeftOut(value)) return null;
  if (text == null || !ALGORITHMS.includes(text)) return "Convex only supports RS256 and ES256 and rejects the push";
  const isOther = provider.isWorkOS && text !== SIGNING_ALGORITHM;
  return isOther ? "WorkOS signs with RS256, so no token verifies" : null;
}

function shown(algorithm: string | null): string {
  return (algorithm == null ? ALGORITHMS : [algorithm]).map((each) => `\`${each}\``).join(" or ");
}

/** A fix for the right algorithm, or a suggestion for each if it is not known. */
function repairOf(
  right: string | null,
  use: (algorithm: string, editor: Editor) => RepairOptions,
): Pick<Finding<MessageId>, "fix" | "suggest"> {
  if (right != null) return { fix: (editor) => use(right, editor) };
  const suggest = ALGORITHMS.map((algorithm): Suggestion<MessageId> => ({
    messageId: "useAlgorithm",
    data: { algorithm },
    fix: (editor) => use(algorithm, editor),
  }));
  return { suggest };
}
