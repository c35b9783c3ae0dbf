import type { Provider } from "../auth-config/provider.js";
import { combine } from "../edit/editor.js";
import type { Candidates, Editor, WantedPart } from "../edit/editor.js";
import { writeAudience } from "../edit/audience.js";
import { rolesByNeed, templateIssuer } from "../edit/template.js";
import type { TemplateRole } from "../edit/template.js";
import { API_HOST, isClientId, isSharedWithStrangers } from "../platform/workos.js";
import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule-definition.js";
import type { RuleInput } from "../rule-definition.js";

// Convex compares `iss` character by character, but for slashes at the end: https://docs.convex.dev/auth/advanced/custom-jwt
export default defineRule({
  name: "valid-issuer",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow issuers that no token can match",
      preset: "recommended",
      level: "error",
      repair: "The template's issuer, where the text or the rest of the list says which of the two is meant; else one suggestion for each.",
    },
    fixable: "code",
    hasSuggestions: true,
  },
  messages: {
    "client-id-missing": "Issuer `{{issuer}}` names no client – the `iss` of a token ends in the client ID. Add it.",
    "client-id-placeholder": "Issuer `{{issuer}}` ends in a text that is no client ID – no token carries it. Put your client ID there.",
    debris: "Issuer `{{issuer}}` carries characters that do not belong to the URL – no token's `iss` equals it. Remove them.",
    "double-slash": "Issuer `{{issuer}}` has a doubled slash inside – Convex compares every character before the end. Write one.",
    host: "Issuer `{{issuer}}` names a host that issues no WorkOS tokens – `iss` is compared character by character. Use `{{host}}`.",
    "host-case": "Issuer `{{issuer}}` writes the host in another case – `iss` is compared character by character. Use `{{host}}`.",
    path: "Issuer `{{issuer}}` has a path that WorkOS never uses in `iss` – no token matches it. Use the issuer of the template.",
    "plain-template": "Issuer `{{issuer}}` is in plain quotes – `${…}` stays as it is and matches no token. Use backticks.",
    query: "Issuer `{{issuer}}` has a query or a hash – the `iss` of a token never does. Remove it.",
    refused: "Issuer `{{issuer}}` is no URL that Convex accepts – the push is refused. Write `https://` and a host.",
    scheme: "Issuer `{{issuer}}` does not begin with `https://` – the `iss` of a token does, and Convex compares it exactly. Write `https://`.",
    "well-known": "Issuer `{{issuer}}` is the address of a metadata document – the `iss` of a token is not. Cut it off before `/.well-known`.",
    useShared: "Make it the shared issuer.",
    useUserManagement: "Make it the user-management issuer.",
  },
  *check(input) {
    const roles = rolesByNeed(input.providers);
    for (const provider of input.providers) {
      const { issuer, issuerMember, issuerText } = provider;
      if (issuer?.damage == null || issuerMember == null || issuerText == null) continue;
      // The constant is the defect, and the key set that reads it as well says so.
      if (provider.isIssuerOfPlaceholder) continue;
      // The OIDC form is a defect of its own, and its repair rewrites the issuer as well.
      if (provider.isWorkOS && provider.isOidcForm) continue;
      const role = provider.role === "shared" || provider.role === "user-management" ? provider.role : null;
      const isOpen = provider.role === "undetermined";
      yield {
        at: issuerText.origin.at,
        messageId: issuer.damage,
        data: { issuer: shownText(shownIssuer(provider)), host: issuer.host },
        fix: isOpen ? undefined : (editor) => (role == null ? rewriteCanonical(provider, input, editor) : rewriteAs(role, provider, input, editor)),
        suggest: isOpen
          ? roles.map((meant) => ({
              messageId: meant === "shared" ? "useShared" : "useUserManagement",
              fix: (editor) => rewriteAs(meant, provider, input, editor),
            }))
          : undefined,
      };
    }
  },
});

/** The issuer as the user wrote it, with what cannot be read shown as `…`. */
function shownIssuer({ issuerText }: Provider): string {
  return issuerText?.parts.map((part) => (part.kind === "literal" ? part.text : "…")).join("") ?? "";
}

/** The issuer of a role, with the audience that goes with it. */
function rewriteAs(role: TemplateRole, provider: Provider, input: RuleInput, editor: Editor): Candidates {
  const { issuer, issuerText } = provider;
  if (issuer == null || issuerText == null) return [];
  // A literal id gives way to the variable that the provider's other members read.
  const isKept = issuer.role === role && issuer.canonical != null && !isClientId(issuer.clientId ?? "");
  const canonical = isKept ? editor.writtenParts(issuer.canonical, input, issuerText.origin) : null;
  const wanted = canonical ?? templateIssuer(role, issuer.host, editor.clientId(provider, input, issuerText.origin));
  const audience = adjustAudience(role, provider, input, editor);
  const issuerRepair = rewriteIssuer(provider, wanted, editor);
  return audience == null ? issuerRepair : combine(issuerRepair, audience);
}

/** A sound issuer of the same kind, where the role needs nothing else. */
function rewriteCanonical(provider: Provider, input: RuleInput, editor: Editor): Candidates {
  const { issuer, issuerText } = provider;
  if (issuer?.canonical == null || issuerText == null) return [];
  const wanted = editor.writtenParts(issuer.canonical, input, issuerText.origin);
  return wanted == null ? [] : rewriteIssuer(provider, wanted, editor);
}

function rewriteIssuer({ issuerMember, issuerText, object }: Provider, wanted: readonly WantedPart[], editor: Editor): Candidates {
  if (issuerMember == null || issuerText == null) return [];
  return editor.rewriteText(issuerText, { node: issuerText.origin.node, owner: object, name: issuerMember.name }, wanted);
}

/** The edit that the role demands of `applicationID`, or null where it demands none. */
function adjustAudience(role: TemplateRole, provider: Provider, input: RuleInput, editor: Editor): Candidates | null {
  if (role === "shared") {
    const isNeeded = isSharedWithStrangers(provider.issuer?.host ?? API_HOST) && provider.lacks("applicationID") && provider.audienceLookalike == null;
    return isNeeded ? writeAudience(provider, input, editor) : null;
  }
  const members = provider.unwantedAudiences;
  if (members.length === 0 || input.world.tokensCarryAudience) return null;
  return combine(...members.map((member) => editor.removeMember(member, provider.object)));
}
