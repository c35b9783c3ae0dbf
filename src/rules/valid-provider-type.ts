import { nameNodeOf, shapesOf } from "../auth-config/shape.js";
import type { Shape } from "../auth-config/shape.js";
import { isCertainlyPresent, literalText } from "../auth-config/values.js";
import { domainToIssuer, makeCustomJwt } from "../edit/form.js";
import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule/rule.js";
import type { Finding } from "../rule/rule.js";

type MessageId = "addType" | "domainWithCustomJwt" | "issuerWithoutType" | "typeUnknown" | "useDomain";

// The type decides which other members Convex expects: https://docs.convex.dev/auth/advanced/custom-jwt
export default defineRule({
  name: "valid-provider-type",
  meta: {
    type: "problem",
    docs: {
      description: "Require the `type` of a provider to fit its other members",
      preset: "recommended",
      level: "error",
      repair: "The other members decide; two suggestions if another vendor's `issuer` may be meant as a `domain`.",
    },
    fixable: "code",
    hasSuggestions: true,
  },
  messages: {
    typeUnknown:
      "`type` is `{{type}}` – Convex only knows `customJwt` and `oidc` and rejects the push. Use one of them.",
    issuerWithoutType:
      '`{{member}}` without `type: "customJwt"` – Convex reads the provider as OIDC and rejects the push. Add the type.',
    domainWithCustomJwt:
      "`domain` in a `customJwt` provider – Convex rejects the push, because a custom JWT has an `issuer`. Use `issuer` alone.",
    addType: "Use a custom JWT provider.",
    useDomain: "Use an OIDC provider.",
  },
  *check({ providers }) {
    for (const shape of shapesOf(providers)) {
      yield* checkSpelling(shape);
      yield* checkIssuer(shape);
      yield* checkDomain(shape);
    }
  },
});

function* checkSpelling({ intendedType, provider }: Shape): Generator<Finding<MessageId>> {
  const type = provider.member("type");
  const text = literalText(type?.value);
  if (provider.type !== "misspelt" || type == null || text == null) return;
  yield {
    at: type.value.origin.at,
    messageId: "typeUnknown",
    data: { type: shownText(text) },
    fix: intendedType == null ? undefined : (editor) => editor.setText(type, () => [intendedType]),
  };
}

function* checkIssuer({ isAmbiguous, isMixed, provider, untyped }: Shape): Generator<Finding<MessageId>> {
  if (untyped == null) return;
  yield {
    at: provider.member("type")?.value.origin.at ?? nameNodeOf(untyped),
    messageId: "issuerWithoutType",
    data: { member: untyped.name },
    fix: isAmbiguous || isMixed ? undefined : (editor) => makeCustomJwt(provider, editor),
    suggest:
      isAmbiguous && untyped.name === "issuer"
        ? [
            { messageId: "addType", fix: (editor) => makeCustomJwt(provider, editor) },
            { messageId: "useDomain", fix: (editor) => editor.renameMember(untyped, "domain") },
          ]
        : undefined,
  };
}

function* checkDomain({ provider }: Shape): Generator<Finding<MessageId>> {
  const domain = provider.member("domain");
  if (provider.type !== "customJwt" || domain == null) return;
  // What cannot be read may be `undefined`, which is no domain where there is an issuer.
  const mayBeAbsent = domain.value.kind === "unknown" && !isCertainlyPresent(domain.value);
  if (mayBeAbsent && !provider.lacks("issuer")) return;
  yield {
    at: nameNodeOf(domain),
    messageId: "domainWithCustomJwt",
    fix: (editor) => domainToIssuer(domain, provider, editor),
  };
}
